import CyclusCore

extension Session {
  /// Who acted, by name; of what no person did, the system or the administrator.
  func name(of actor: Actor) throws -> String {
    let name = try self.name(actor.person)
    guard name.isEmpty, let role = actor.role else { return name }
    switch role {
    case "system": return text("systeem", "system")
    case "administrator": return text("beheerder", "administrator")
    default: return role
    }
  }
}
