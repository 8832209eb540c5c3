/// What is needed to start a traject.
public struct StartRequest: Hashable, Sendable {
  /// The number that the traject gets.
  public var id: Int
  /// The student.
  public var student: PersonID
  /// The digest of the workflow version.
  public var digest: String
  /// The first day.
  public var from: Day
  /// The last day, where one is agreed.
  public var until: Day?
  /// The number of the school in the erasable store.
  public var school: Int?
  /// Who holds which role; the student need not be named.
  public var roles: [Traject.Attendance]
  /// The parameters.
  public var parameters: [String: String]
  /// The calendar from which its dates follow; nil where none was published.
  public var calendar: PinnedCalendar?

  /// What a start is given besides people and a school.
  public enum Input: Hashable, Sendable {
    /// The first day.
    case from
    /// The last day.
    case until
    /// A parameter, by its id.
    case parameter(String)
  }

  /// What a cohort file says of a student besides the parameters of the workflow.
  public static let labels = ["opleiding", "cohort", "groep"]

  /// Creates a request.
  public init(
    id: Int, student: PersonID, digest: String, from: Day, until: Day? = nil, school: Int? = nil,
    roles: [Traject.Attendance], parameters: [String: String] = [:]
  ) {
    self.id = id
    self.student = student
    self.digest = digest
    self.from = from
    self.until = until
    self.school = school
    self.roles = roles
    self.parameters = parameters
  }
}

extension Traject {
  /// Weighs the start of a traject: the events that it gives, or a refusal that names everything that is missing.
  public static func start(_ request: StartRequest, under workflow: Workflow, by actor: Actor) throws(Refusal)
    -> Decision
  {
    let request = request.reading(workflow)
    let roles = roles(of: request, workflow)
    var missing = roleFaults(roles, request, workflow)
    missing += parameterFaults(
      request.parameters, workflow, length: request.until.map { $0 - request.from + 1 })
    missing += personFaults(request, roles, workflow)
    var rulebook: Rulebook?
    do {
      rulebook = try Rulebook(
        workflow: workflow, from: request.from, until: request.until, parameters: request.parameters,
        calendar: request.calendar?.calendar)
    } catch {
      missing.append(timelineFault(error, workflow))
    }
    if let fault = request.endFault(rulebook) { missing.append(fault) }
    guard missing.isEmpty, let rulebook, let first = workflow.phases.first else {
      throw Refusal(verb: "start", traject: nil, missing: missing)
    }
    let started = Event.Started(
      student: request.student, workflow: workflow.id, version: workflow.version, digest: request.digest,
      from: request.from, until: request.until, school: request.school, roles: roles,
      parameters: request.parameters, calendar: request.calendar?.digest)
    var entries = [
      Decision.Entry(
        event: .started(started), actor: actor, happened: request.from, rules: workflow.startRules, meets: []
      )
    ]
    let state = Traject(started, id: request.id, phase: first.id)
    for block in workflow.blocks where block.onEntry != nil && state.holds(block.onEntry, rulebook) {
      entries.append(
        Decision.Entry(
          event: .blocked(block: block.id), actor: .system, happened: request.from,
          rules: block.citation.rules, meets: []))
    }
    entries += state.applying(Array(entries.dropFirst())).passages(rulebook, on: request.from)
    return Decision(entries: entries, remarks: state.startRemarks(rulebook))
  }

  /// Who has which role, with the student and with short names written out.
  private static func roles(of request: StartRequest, _ workflow: Workflow) -> [Attendance] {
    let roles = request.roles.map {
      Attendance(role: workflow.role($0.role)?.id ?? $0.role, person: $0.person)
    }
    guard let own = workflow.roles.first(where: { $0.place == .student }),
      !roles.contains(where: { $0.role == own.id })
    else { return roles }
    return [Attendance(role: own.id, person: request.student)] + roles
  }

  /// What is wrong with the roles of a start.
  private static func roleFaults(
    _ roles: [Attendance], _ request: StartRequest, _ workflow: Workflow
  ) -> [Refusal.Missing] {
    var missing: [Refusal.Missing] = []
    for attendance in roles {
      guard let role = workflow.role(attendance.role) else {
        missing.append(
          .init(
            what: Localized(nl: "rol", en: "role"),
            message: Sentence.unknownRole(attendance.role, workflow.roles)))
        continue
      }
      let isStudent = attendance.person == request.student
      guard isStudent != (role.place == .student) else { continue }
      missing.append(
        .init(
          what: role.title,
          message: isStudent
            ? Sentence.studentInRole(request.student, role)
            : Sentence.otherStudent(request.student, role),
          role: role.id, rule: role.citation))
    }
    for (index, attendance) in roles.enumerated() where roles[..<index].contains(attendance) {
      let title = workflow.title(of: attendance.role)
      missing.append(
        .init(
          what: title,
          message: Sentence.plainly(
            "\(attendance.person) staat twee keer als \(title.nl): geef een ander, of laat één weg",
            "\(attendance.person) is given twice as \(title.en): give somebody else, or leave one out"),
          role: attendance.role))
    }
    for role in workflow.roles where role.isRequired && !roles.contains(where: { $0.role == role.id }) {
      missing.append(
        .init(
          what: role.title,
          message: Sentence.plainly(
            "de rol \(role.title.nl) moet bij de start vervuld zijn: geef --role \(role.id)=… of vul de kolom \(role.id)",
            "the role \(role.title.en) has to be filled at the start: give --role \(role.id)=… or fill the column \(role.id)"
          ),
          role: role.id, rule: role.citation))
    }
    return missing
  }
}

extension Workflow {
  /// The rules under which a traject starts: those of the roles that have to be filled.
  fileprivate var startRules: [String] {
    var rules: [String] = []
    for rule in roles.filter(\.isRequired).flatMap(\.citation.rules) where !rules.contains(rule) {
      rules.append(rule)
    }
    return rules.isEmpty ? phases.first?.citation.rules ?? [] : rules
  }
}
