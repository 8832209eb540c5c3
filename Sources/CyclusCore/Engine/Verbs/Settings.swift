// What is settled per traject after its start: a parameter, its school, a note.
extension Deliberation {
  mutating func set(_ id: String, _ value: String) throws(Refusal) -> Decision {
    let what = Localized(nl: "parameter", en: "parameter")
    guard let parameter = workflow.parameter(id) else {
      throw refusal(what, Sentence.unknown(what, id, workflow.parameters.map(\.id) + ["school"]))
    }
    let actor = actor(among: [workflow.leader], rule: parameter.citation)
    let value = parameter.kind.reading(value)
    if value.isEmpty {
      checkEmptied(parameter)
    } else if let fault = parameter.personFault(value, student: traject.student, traject.assignments) {
      lack(parameter.title, fault, rule: parameter.citation)
    } else if !parameter.accepts(value) {
      lack(parameter.title, Sentence.wrongValue(parameter, value), rule: parameter.citation)
    } else if (traject.parameters[id] ?? parameter.fallback) == value {
      lack(
        parameter.title,
        Sentence.plainly("\(parameter.title.nl) is al \(value)", "\(parameter.title.en) is \(value) already"),
        rule: parameter.citation)
    } else {
      checkTimeline(parameter, value)
    }
    if !value.isEmpty, !traject.holds(parameter.when, rulebook) {
      lack(parameter.title, Sentence.meansNothing(parameter), rule: parameter.citation)
    }
    if missing.isEmpty { remarkOutcomes(parameter, value) }
    if workflow.blocks.contains(where: { $0.onEntry?.mentions(id) ?? false }) {
      lack(
        parameter.title,
        Sentence.plainly(
          "\(parameter.title.nl) geldt alleen bij de start van een traject: leg vast wat er sindsdien gebeurde",
          "\(parameter.title.en) only counts when a traject starts: record what has happened since"),
        rule: parameter.citation)
    }
    let again = askedAgain(by: parameter, value)
    return try decision([
      entry(.parameterSet(name: id, value: value, again: again), by: actor, rule: parameter.citation)
    ])
  }

  /// The tasks that open with a parameter and were done, where its new value adds something: each is asked once more
  /// (HAN-11).
  private mutating func askedAgain(by parameter: Parameter, _ value: String) -> [ItemKey] {
    guard adds(value, to: parameter) else { return [] }
    let tasks = workflow.tasks.filter { $0.opens?.parameters.contains(parameter.id) ?? false }.map(\.id)
    let done = standing.asked.filter { obligation in
      tasks.contains(obligation.key.item.id) && !obligation.isAsked && traject.isCurrent(obligation.key)
    }
    if !done.isEmpty {
      let (nl, en) = (done.map(\.what.nl), done.map(\.what.en))
      remarks.append(
        Sentence.plainly(
          "opnieuw gevraagd: \(Sentence.list(nl, "en"))", "asked again: \(Sentence.list(en, "and"))"))
    }
    return done.map { obligation in
      let item = obligation.key.item
      return ItemKey(item.id, occurrence: item.occurrence, round: item.round + 1)
    }
  }

  /// Whether a value says more than the present one: of a list one that it did not name, of yes and no the yes.
  private func adds(_ value: String, to parameter: Parameter) -> Bool {
    switch parameter.kind {
    case .someOf:
      let before = (traject.parameters[parameter.id] ?? "").split(separator: ",")
      return value.split(separator: ",").contains { !before.contains($0) }
    case .yesNo: return value == "yes"
    case .oneOf, .date, .dates, .number, .person: return true
    }
  }

  /// Tells which outcomes the traject has from now on, and of which it no longer has what was said of them.
  private mutating func remarkOutcomes(_ parameter: Parameter, _ value: String) {
    var after = traject
    after.parameters[parameter.id] = value.isEmpty ? nil : value
    let (before, now) = (standing.outcomes, after.outcomes(rulebook))
    let new = now.filter { outcome in !before.contains { $0.id == outcome.id } }.map(\.title)
    let gone = before.filter { outcome in
      !now.contains { $0.id == outcome.id } && traject.judgements.contains { $0.outcome == outcome.id }
    }.map(\.title)
    if !new.isEmpty {
      remarks.append(
        Sentence.plainly(
          "leeruitkomsten die er nu bij horen: \(Sentence.list(new.map(\.nl), "en"))",
          "outcomes that now belong to it: \(Sentence.list(new.map(\.en), "and"))"))
    }
    if !gone.isEmpty {
      remarks.append(
        Sentence.plainly(
          "let op: wat er over \(Sentence.list(gone.map(\.nl), "en")) is gezegd, telt in dit traject niet meer mee",
          "note: what was said of \(Sentence.list(gone.map(\.en), "and")) no longer counts in this traject"))
    }
    remarks += after.undecided(rulebook).filter { $0.when?.mentions(parameter.id) ?? false }.map(
      Sentence.undecided)
  }

  /// Checks that a parameter may be without a value from now on, and has one now.
  private mutating func checkEmptied(_ parameter: Parameter) {
    if parameter.isRequired, parameter.fallback == nil {
      lack(
        parameter.title,
        Sentence.plainly(
          "\(parameter.title.nl) kan niet leeg zijn: geef een waarde, set \(parameter.id)=…",
          "\(parameter.title.en) cannot be empty: give a value, set \(parameter.id)=…"),
        rule: parameter.citation)
    } else if traject.parameters[parameter.id] == nil {
      lack(
        parameter.title,
        Sentence.plainly("\(parameter.title.nl) is al leeg", "\(parameter.title.en) is empty already"),
        rule: parameter.citation)
    } else {
      checkTimeline(parameter, "")
    }
  }

  private mutating func checkTimeline(_ parameter: Parameter, _ value: String) {
    var parameters = traject.parameters
    parameters[parameter.id] = value.isEmpty ? nil : value
    do {
      let after = try Rulebook(
        workflow: workflow, from: traject.from, until: traject.until, parameters: parameters)
      checkMovedBlocks(after.timeline, parameter)
    } catch {
      lack(parameter.title, Sentence.timeline(error, parameter.id), rule: parameter.citation)
    }
  }

  /// Moves the traject to another school, as when a student goes on at another placement.
  mutating func setSchool(_ school: Int) throws(Refusal) -> Decision {
    let actor = actor(among: [workflow.leader])
    if traject.school == school {
      lack(
        Localized(nl: "school", en: "school"),
        Sentence.plainly("het traject is al bij deze school", "the traject is at this school already"))
    }
    return try decision([
      entry(.schoolSet(school: school), by: actor, rule: workflow.leaderCitation)
    ])
  }

  mutating func note(_ text: TextReference) throws(Refusal) -> Decision {
    let actor = actor(among: nil)
    return try decision([entry(.noted(text: text), by: actor, rule: Citation(rules: ["GEN-02"]))])
  }
}

extension Condition {
  /// Whether it depends on a parameter.
  func mentions(_ parameter: String) -> Bool {
    switch self {
    case .parameter(let id, _): id == parameter
    case .recorded, .result, .lasts: false
    case .all(let inner), .any(let inner): inner.contains { $0.mentions(parameter) }
    case .not(let inner): inner.mentions(parameter)
    }
  }

  /// The condition as people write it in a workflow file.
  var text: String {
    switch self {
    case .parameter(let id, let value): "\(id)=\(value)"
    case .recorded(let requirement): requirement.text
    case .result(let result): "\(result.name)=\(result.value)"
    case .lasts(let span): "lasts \(span.count) \(span.unit.rawValue)"
    case .all(let inner): inner.map(\.text).joined(separator: ", ")
    case .any(let inner): inner.map(\.text).joined(separator: " / ")
    case .not(let inner): "not \(inner.text)"
    }
  }
}
