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
  /// Weighs the start of a traject: the events that it gives, or a refusal that names everything that is missing (HAN-01).
  public static func start(_ request: StartRequest, under workflow: Workflow, by actor: Actor) throws(Refusal)
    -> Decision
  {
    var missing: [Refusal.Missing] = []
    var roles = request.roles
    if let own = workflow.roles.first(where: { $0.place == .student }),
      !roles.contains(where: { $0.role == own.id })
    {
      roles.insert(Attendance(role: own.id, person: request.student), at: 0)
    }
    for attendance in roles where workflow.role(attendance.role) == nil {
      missing.append(
        .init(
          what: Localized(nl: "rol", en: "role"),
          message: Sentence.unknownRole(attendance.role, workflow.roles)))
    }
    roles = roles.map { Attendance(role: workflow.role($0.role)?.id ?? $0.role, person: $0.person) }
    for role in workflow.roles where role.place == .student {
      for attendance in roles where attendance.role == role.id && attendance.person != request.student {
        missing.append(
          .init(
            what: role.title,
            message: Sentence.plainly(
              "de rol \(role.title.nl) is van \(request.student), voor wie het traject begint: laat --role \(role.id) weg",
              "the role \(role.title.en) is that of \(request.student), whose traject begins: leave --role \(role.id) out"
            ),
            role: role.id, rule: role.citation))
      }
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
    missing += parameterFaults(request.parameters, workflow)
    if let until = request.until, until < request.from {
      missing.append(
        .init(
          what: Localized(nl: "einddatum", en: "end date"),
          message: Sentence.plainly(
            "het einde \(until.longNL) ligt voor het begin \(request.from.longNL)",
            "the end \(until.longEN) lies before the beginning \(request.from.longEN)")))
    }
    var remarks: [Localized] = []
    var rulebook: Rulebook?
    do {
      rulebook = try Rulebook(workflow: workflow, from: request.from, parameters: request.parameters)
    } catch {
      missing.append(
        .init(what: Localized(nl: "tijdlijn", en: "timeline"), message: Sentence.timeline(error)))
    }
    guard missing.isEmpty, let rulebook, let first = workflow.phases.first else {
      throw Refusal(verb: "start", traject: nil, missing: missing)
    }
    remarks += rulebook.timeline.warnings.map(Sentence.timeline)
    if let known = workflow.freeDays.map(\.to).max(), rulebook.timeline.end > known {
      remarks.append(
        Sentence.plainly(
          "let op: de vrije dagen van deze workflow lopen tot \(known.longNL), het traject tot \(rulebook.timeline.end.longNL)",
          "note: the free days of this workflow run to \(known.longEN), the traject to \(rulebook.timeline.end.longEN)"
        ))
    }
    let started = Event.Started(
      student: request.student, workflow: workflow.id, version: workflow.version, digest: request.digest,
      from: request.from, until: request.until, school: request.school, roles: roles,
      parameters: request.parameters)
    var entries = [
      Decision.Entry(
        event: .started(started), actor: actor, happened: request.from, rules: first.citation.rules, meets: []
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
    return Decision(entries: entries, remarks: remarks)
  }

  /// What is wrong with the parameters of a start.
  public static func parameterFaults(_ values: [String: String], _ workflow: Workflow) -> [Refusal.Missing] {
    var missing: [Refusal.Missing] = []
    for (id, value) in values.sorted(by: { $0.key < $1.key }) where !StartRequest.labels.contains(id) {
      guard let parameter = workflow.parameter(id) else {
        missing.append(
          .init(
            what: Localized(id),
            message: Sentence.unknown(
              Localized(nl: "parameter", en: "parameter"), id, workflow.parameters.map(\.id))))
        continue
      }
      guard !parameter.kind.accepts(value) else { continue }
      missing.append(
        .init(
          what: parameter.title, message: Sentence.wrongValue(parameter, value), rule: parameter.citation))
    }
    for parameter in workflow.parameters
    where parameter.isRequired && parameter.fallback == nil && values[parameter.id] == nil {
      missing.append(
        .init(
          what: parameter.title,
          message: Sentence.plainly(
            "\(parameter.title.nl) moet bij de start bekend zijn: geef --set \(parameter.id)=…",
            "\(parameter.title.en) has to be known at the start: give --set \(parameter.id)=…"),
          rule: parameter.citation))
    }
    return missing
  }
}

extension Parameter.Kind {
  /// Whether a value is one that the parameter takes.
  public func accepts(_ value: String) -> Bool {
    switch self {
    case .oneOf(let values): values.contains(value)
    case .yesNo: value == "yes" || value == "no"
    case .date: Day(value) != nil
    case .number: Int(value) != nil
    }
  }
}

extension Sentence {
  static func timeline(_ problem: TimelineProblem) -> Localized {
    switch problem {
    case .overlaps(let block, let starts, let ends):
      plainly(
        "\(block) begint op \(starts.longNL), maar het blok ervoor loopt tot en met \(ends.longNL): geef een latere begindatum",
        "\(block) starts on \(starts.longEN), but the block before it runs to \(ends.longEN): give a later start"
      )
    case .endless:
      plainly(
        "de blokken passen niet in de kalender: te veel weken zonder werkdagen",
        "the blocks do not fit in the calendar: too many weeks without working days")
    }
  }

  static func timeline(_ warning: TimelineWarning) -> Localized {
    switch warning {
    case .breakLength(let name, let weeks, let expected):
      plainly(
        "let op: \(name) duurt \(weeks) weken, het handboek rekent op \(expected)",
        "note: \(name) takes \(weeks) weeks, the handbook counts on \(expected)")
    }
  }

  static func wrongValue(_ parameter: Parameter, _ value: String) -> Localized {
    switch parameter.kind {
    case .oneOf(let values):
      plainly(
        "\(parameter.id): «\(value)» kan niet; kies \(list(values, "of"))",
        "\(parameter.id): “\(value)” is not possible; choose \(list(values, "or"))")
    case .yesNo:
      plainly(
        "\(parameter.id): «\(value)» kan niet; kies yes of no",
        "\(parameter.id): “\(value)” is not possible; choose yes or no")
    case .date:
      plainly(
        "\(parameter.id): «\(value)» is geen bestaande datum; schrijf jjjj-mm-dd",
        "\(parameter.id): “\(value)” is not an existing date; write yyyy-mm-dd")
    case .number:
      plainly(
        "\(parameter.id): «\(value)» is geen geheel getal",
        "\(parameter.id): “\(value)” is not a whole number")
    }
  }
}
