import CyclusCore

/// A role that a person has in a traject.
public struct RoleHeld: Hashable, Sendable {
  /// The number of the traject.
  public var traject: Int
  /// The role.
  public var role: String
}

extension Store {
  /// The roles that a person holds, now or in a view of the past, by traject.
  public func rolesHeld(by person: PersonID, _ past: PastView = PastView()) throws(StoreError) -> [RoleHeld] {
    guard past.isNow else { return try rolesThen(of: person, past) }
    return try guarded {
      try connection.prepare(
        "SELECT traject, role FROM holder WHERE person = ? AND until_on IS NULL ORDER BY traject, position"
      )
      .all(.integer(Int64(person.number))) { RoleHeld(traject: try $0.int(0), role: try $0.text(1)) }
    }
  }

  /// Refuses somebody as a fellow student who has a role besides that of the student in some traject.
  public func checkFellowStudent(
    _ person: PersonID, _ parameter: Localized, verb: String, _ traject: Int? = nil
  ) throws {
    let students = try Set(trajecten(of: person))
    guard try rolesHeld(by: person).contains(where: { !students.contains($0.traject) }) else { return }
    throw Refusal(
      verb: verb, traject: traject,
      missing: [.init(what: parameter, message: Parameter.noStudent(parameter, person))])
  }

  /// Who had a role on the day, corrections carried out; without a day, who had not handed it over by the moment.
  private func rolesThen(of person: PersonID, _ past: PastView) throws(StoreError) -> [RoleHeld] {
    try states(past).flatMap { state, _ in
      state.assignments.filter { assignment in
        guard assignment.person == person else { return false }
        guard let day = past.asOf else { return assignment.until == nil }
        return assignment.since <= day && assignment.until.map { $0 >= day } ?? true
      }
      .map { RoleHeld(traject: state.id, role: $0.role) }
    }
  }
}
