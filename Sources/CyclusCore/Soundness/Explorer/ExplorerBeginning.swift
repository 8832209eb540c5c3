/// A way in which a traject may begin: who holds which role, and what is settled.
struct ExplorerBeginning {
  /// In plain words: with which parameters and roles.
  var words: Localized
  var situation: Explorer.Situation
  var entries: [Decision.Entry]
  /// Where its state stands in the walk.
  var place: Int?
}

extension Explorer {
  /// The beginnings from which everything is explored: one with every role filled and the first value of each
  /// parameter that is needed, one without the roles that may stay empty, and one for each other value of a parameter that
  /// some condition names.
  func beginnings() -> [ExplorerBeginning] {
    let usual = usualParameters()
    var all = [try? beginning(Localized(nl: "alle rollen vervuld", en: "every role filled"), usual)]
    if workflow.roles.contains(where: { !$0.isRequired }) {
      all.append(
        try? beginning(
          Localized(nl: "alleen de verplichte rollen", en: "only the roles that are needed"), usual,
          isBare: true))
    }
    for id in focus.parameters {
      guard let parameter = workflow.parameter(id) else { continue }
      // Of values that no condition tells apart, one is enough.
      var told: Set<[String]> = [workflow.told(by: id, as: usual[id] ?? parameter.fallback ?? "")]
      for value in Self.values(of: parameter) where told.insert(workflow.told(by: id, as: value)).inserted {
        all.append(
          try? beginning(
            Localized(
              nl: "\(parameter.title.nl): \(Self.words(for: value).nl)",
              en: "\(parameter.title.en): \(Self.words(for: value).en)"),
            usual.merging([id: value]) { $1 }))
      }
    }
    return all.compactMap(\.self)
  }

  /// What the engine says against a traject with every role filled and the first value of each parameter that is needed;
  /// empty where one can begin so.
  func refusedBeginning() -> [Localized] {
    do {
      _ = try beginning(Localized(""), usualParameters())
      return []
    } catch {
      return error.missing.map(\.message)
    }
  }

  /// The parameters without which a traject cannot start, at their first value; a date so many weeks after the beginning
  /// that a traject can begin.
  private func usualParameters() -> [String: String] {
    let weeks = [10, 20, 30, 45, 60].first {
      (try? beginning(Localized(""), usualParameters(datesAfter: $0))) != nil
    }
    return usualParameters(datesAfter: weeks ?? 10)
  }

  private func usualParameters(datesAfter weeks: Int) -> [String: String] {
    var given: [String: String] = [:]
    for parameter in workflow.parameters where parameter.isRequired && parameter.fallback == nil {
      switch parameter.kind {
      case .number: given[parameter.id] = String(parameter.least ?? 1)
      case .date: given[parameter.id] = (from + 7 * weeks).description
      case .dates: given[parameter.id] = "\(from + 70),\(from + 140)"
      case .person: given[parameter.id] = "P99"
      case .oneOf, .yesNo, .someOf: given[parameter.id] = Self.values(of: parameter).first
      }
    }
    if let starts = workflow.datedBlocks?.startsParameter { given[starts] = "\(from + 70),\(from + 140)" }
    return given
  }

  /// The first day: a Monday five weeks before the first holiday that the file names, or some Monday.
  private var from: Day {
    let first = workflow.freeDays.map(\.from).min() ?? Day(year: 2026, month: 3, day: 9)
    return ((first ?? .distantPast) - 35).monday
  }

  private func beginning(
    _ words: Localized, _ parameters: [String: String], isBare: Bool = false
  ) throws(Refusal) -> ExplorerBeginning? {
    var roles: [Traject.Attendance] = []
    for role in workflow.roles where !isBare || role.isRequired || role.id == workflow.leader {
      // As many people as some gesprek asks different ones.
      for _ in 0..<max(1, workflow.places(of: role.id)) {
        roles.append(Traject.Attendance(role: role.id, person: PersonID(roles.count + 1)))
      }
    }
    guard let student = roles.first(where: { workflow.role($0.role)?.place == .student })?.person else {
      return nil
    }
    let request = StartRequest(
      id: 1, student: student, digest: "", from: from,
      until: workflow.datedBlocks == nil ? nil : from + 210, roles: roles, parameters: parameters)
    let decision = try Traject.start(request, under: workflow, by: Actor(person: nil, role: nil))
    guard case .started(let started)? = decision.entries.first?.event, let phase = workflow.phases.first,
      case let traject = Traject(started, id: 1, phase: phase.id, number: 1).applying(
        Array(decision.entries.dropFirst())),
      let rulebook = try? Rulebook(workflow: workflow, traject: traject, calendar: nil)
    else { return nil }
    return ExplorerBeginning(
      words: words, situation: Situation(traject, rulebook, day: from), entries: decision.entries)
  }
}

extension Workflow {
  /// What is left of every condition once a parameter has a value.
  fileprivate func told(by parameter: String, as value: String) -> [String] {
    conditions.map { $0.value.residue(parameter, value) }
  }
}

extension Condition {
  /// The condition with what it says of one parameter decided, as a text that can be compared.
  fileprivate func residue(_ parameter: String, _ value: String) -> String {
    switch self {
    case .parameter(parameter, let wanted): wanted == value ? "yes" : "no"
    case .parameter, .recorded, .result, .lasts: "\(self)"
    case .all(let parts): joined(parts.map { $0.residue(parameter, value) }, decides: "no", "and")
    case .any(let parts): joined(parts.map { $0.residue(parameter, value) }, decides: "yes", "or")
    case .not(let part):
      switch part.residue(parameter, value) {
      case "yes": "no"
      case "no": "yes"
      case let open: "not (\(open))"
      }
    }
  }

  private func joined(_ parts: [String], decides: String, _ word: String) -> String {
    if parts.contains(decides) { return decides }
    let other = decides == "yes" ? "no" : "yes"
    let open = parts.filter { $0 != other }
    return open.isEmpty ? other : open.joined(separator: " \(word) ")
  }
}
