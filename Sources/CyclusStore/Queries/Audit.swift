import CyclusCore

/// An escalation as an auditor reads it.
public struct EscalationRow: Hashable, Sendable {
  /// The number of the traject.
  public var traject: Int
  /// `E1` within the traject.
  public var id: String
  /// The student.
  public var student: PersonID
  /// The school in the erasable store.
  public var school: Int?
  /// The workflow, its version's digest, and the route in it.
  public var workflow: String
  /// The digest of the workflow version.
  public var digest: String
  /// The route of the workflow.
  public var route: String
  /// The reason code, and the outcome that it is about.
  public var reason: String
  /// The outcome that it is about.
  public var about: String?
  /// When and by whom it was opened; no person is the system.
  public var opened: Day
  /// Who opened it.
  public var openedBy: PersonID?
  /// In which role it was opened.
  public var openedByRole: String?
  /// To which role, and by when.
  public var to: String
  /// By when, ending with that day.
  public var due: Day?
  /// The roles that were consulted.
  public var consulted: [String]
  /// What was decided, when and by whom.
  public var outcome: String?
  /// The day on which it was decided.
  public var decided: Day?
  /// Who decided it.
  public var decidedBy: PersonID?
  /// In which role it was decided.
  public var decidedByRole: String?
  /// When it was withdrawn because its obligation turned out to be met in time.
  public var withdrawn: Day?
  /// The rules behind it.
  public var rules: [String]

  /// What became of an escalation.
  public enum Status: String, Sendable {
    case open, decided, withdrawn
  }

  /// What became of it.
  public var status: Status { decided != nil ? .decided : withdrawn != nil ? .withdrawn : .open }

  /// For how many days it was open, until it was decided or withdrawn, else until a day; 0 on a day before it began.
  public func daysOpen(on today: Day) -> Int { max(0, (decided ?? withdrawn ?? today) - opened) }

  /// Creates a row from the state of a traject.
  public init(_ escalation: Traject.Escalation, of traject: Traject, route: EscalationRoute?) {
    self.traject = traject.id
    id = escalation.id
    student = traject.student
    school = traject.school
    workflow = traject.workflow
    digest = traject.digest
    self.route = escalation.route
    reason = escalation.reason
    about = escalation.about
    opened = escalation.opened
    openedBy = escalation.openedBy.person
    openedByRole = escalation.openedBy.role
    to = escalation.climbed ? route?.next ?? escalation.to : escalation.to
    due = escalation.due
    consulted = escalation.consulted.map(\.role)
    outcome = escalation.outcome
    decided = escalation.decided
    decidedBy = escalation.decidedBy?.person
    decidedByRole = escalation.decidedBy?.role
    withdrawn = escalation.withdrawn
    rules = route?.citation.rules ?? []
  }

  fileprivate init(_ row: Row) throws {
    func day(_ column: Int) throws -> Day? { try row.optionalText(column).flatMap { Day($0) } }
    func person(_ column: Int) throws -> PersonID? {
      try row.optionalInteger(column).map { PersonID(Int($0)) }
    }
    func list(_ column: Int) throws -> [String] {
      try row.text(column).split(separator: ",").map(String.init)
    }
    traject = try row.int(0)
    id = try row.text(1)
    student = PersonID(try row.int(2))
    school = try row.optionalInteger(3).map(Int.init)
    workflow = try row.text(4)
    digest = try row.text(5)
    route = try row.text(6)
    reason = try row.text(7)
    about = try row.optionalText(8)
    guard let opened = try day(9) else { throw EventProblem(type: "escalation", what: "no opening day") }
    self.opened = opened
    openedBy = try person(10)
    openedByRole = try row.optionalText(11)
    to = try row.text(12)
    due = try day(13)
    consulted = try list(14)
    outcome = try row.optionalText(15)
    decided = try day(16)
    decidedBy = try person(17)
    decidedByRole = try row.optionalText(18)
    withdrawn = try day(19)
    rules = try list(20)
  }
}

extension Store {
  /// All escalations, by the day on which they were opened.
  public func escalations() throws(StoreError) -> [EscalationRow] {
    try guarded {
      try connection.prepare(
        """
        SELECT e.traject, e.id, t.student, t.school, t.workflow, t.definition, e.route, e.reason, e.about, e.opened_on,
          e.opened_by, e.opened_by_role, e.to_role, e.due_on, e.consulted, e.outcome, e.decided_on, e.decided_by,
          e.decided_by_role, e.withdrawn_on, e.rule
        FROM escalation e JOIN traject t ON t.id = e.traject ORDER BY e.opened_on, e.traject, e.id
        """
      ).all { try EscalationRow($0) }
    }
  }
}
