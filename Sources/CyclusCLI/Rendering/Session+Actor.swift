import CyclusCore

extension Session {
  /// A role with its person, and what one types behind `--as` for that person.
  func who(_ role: String?, _ person: PersonID?, _ traject: Traject, _ workflow: Workflow) throws -> String {
    guard let role else { return try name(person) }
    let title = text(workflow.title(of: role))
    guard let person else { return title + text(" (niet vervuld)", " (not filled)") }
    return "\(title) \(try name(person)) · --as \(try actorCode(person, as: role, in: traject, workflow))"
  }

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
