/// Finds a gesprek at which those who have to be there can never all be: corners for too few roles, or two students.
public enum PresenceInVain {
  /// A finding for each such presence.
  public static func findings(in workflow: Workflow) -> [Finding] {
    var told: Set<Localized> = []
    return workflow.gesprekken.flatMap { gesprek in
      students(gesprek, workflow) + corners(gesprek, workflow).filter { told.insert($0.message).inserted }
    } + workflow.corners.flatMap(standIns)
  }

  private static func standIns(_ corner: Corner) -> [Finding] {
    corner.standIns.enumerated().filter { corner.roles.contains($1) }.map { index, role in
      Finding.fault(
        "PresenceInVain",
        Localized(
          nl: "`\(role)` vult de hoek `\(corner.id)` al en kan er dus niet invallen",
          en: "`\(role)` fills the corner `\(corner.id)` already and so cannot stand in"),
        remedy: Localized(
          nl: "noem onder `stand-in` een andere rol", en: "name another role under `stand-in`"),
        at: ["corners", corner.id, "stand-in", String(index)])
    }
  }

  /// A traject has one student.
  private static func students(_ gesprek: GesprekDefinition, _ workflow: Workflow) -> [Finding] {
    gesprek.present.enumerated().compactMap { index, presence in
      guard case .role(let name, let count) = presence, count > 1, let role = workflow.role(name),
        role.place == .student
      else { return nil }
      return Finding.fault(
        "PresenceInVain",
        Localized(
          nl: "een traject heeft één `\(role.id)`, dus \(count) verschillende zijn er nooit",
          en: "a traject has one `\(role.id)`, so there are never \(count) different ones"),
        remedy: Localized(nl: "schrijf `\(role.id)`", en: "write `\(role.id)`"),
        at: ["gesprekken", gesprek.id, "present", String(index)])
    }
  }

  /// One person fills one corner, and a role is one person's; a stand-in is there only where that was agreed.
  private static func corners(_ gesprek: GesprekDefinition, _ workflow: Workflow) -> [Finding] {
    var taken: [String: Corner] = [:]
    for (index, presence) in gesprek.present.enumerated() {
      guard case .corner(let id) = presence, let corner = workflow.corner(id), !corner.roles.isEmpty else {
        continue
      }
      var seen: Set<String> = []
      if place(corner, &taken, &seen) { continue }
      let others = seen.sorted().compactMap { taken[$0]?.id }.inOrder.map { "`\($0)`" }
      return [
        Finding.fault(
          "PresenceInVain",
          Localized(
            nl: "de hoek `\(id)` blijft leeg: wie hem kan vullen, vult al \(Sentence.list(others, "en"))",
            en:
              "the corner `\(id)` stays empty: who can fill it fills \(Sentence.list(others, "and")) already"),
          remedy: Localized(
            nl: "geef `\(id)` onder `corners` een rol die geen andere hoek nodig heeft",
            en: "give `\(id)` a role under `corners` that no other corner needs"),
          at: ["gesprekken", gesprek.id, "present", String(index)])
      ]
    }
    return []
  }

  /// Gives a corner a role of its own, moving others where that makes room.
  private static func place(_ corner: Corner, _ taken: inout [String: Corner], _ seen: inout Set<String>)
    -> Bool
  {
    for role in corner.roles where seen.insert(role).inserted {
      if let other = taken[role], !place(other, &taken, &seen) { continue }
      taken[role] = corner
      return true
    }
    return false
  }
}
