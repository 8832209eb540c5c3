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
        Sentence.plainly(
          "\(parameter.title.nl): staat al op \(parameter.kind.wording(value).nl)",
          "\(parameter.title.en): already \(parameter.kind.wording(value).en)"),
        rule: parameter.citation)
    } else {
      checkTimeline(parameter, value)
    }
    if !value.isEmpty, !traject.holds(parameter.when, rulebook) {
      lack(parameter.title, Sentence.meansNothing(parameter), rule: parameter.citation)
    }
    if missing.isEmpty {
      checkConfirmed(parameter, value)
      remarkOutcomes(parameter, value)
      remarkNumbers(parameter, value)
      if value.isEmpty { remarkEmptied(parameter) }
    }
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

  /// The tasks that open with a parameter and were done, where its new value adds something: each is asked once more.
  private mutating func askedAgain(by parameter: Parameter, _ value: String) -> [ItemKey] {
    guard adds(value, to: parameter) else { return [] }
    let tasks = workflow.tasks.filter { $0.opens?.parameters.contains(parameter.id) ?? false }.map(\.id)
    let done = standing.asked.filter { obligation in
      tasks.contains(obligation.key.item.id) && !obligation.isAsked && traject.isCurrent(obligation.key)
    }
    // What was asked once more and not done before the parameter was emptied is open once more, as it was.
    let back = tasks.filter { task in
      traject.rounds[task] != nil
        && !standing.asked.contains {
          $0.key.item.id == task && traject.isCurrent($0.key) && !($0.isAsked && $0.opens == nil)
        }
    }
    let titles =
      done.map { Phrase.again(workflow.title(of: $0.key.item.id), $0.key.item.round + 1) }
      + back.map { Phrase.again(workflow.title(of: $0), traject.round(of: $0)) }
    if !titles.isEmpty {
      let (nl, en) = (titles.map(\.nl), titles.map(\.en))
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

  /// The traject as it would be with another value.
  private func changed(_ parameter: Parameter, _ value: String) -> Traject {
    var after = traject
    after.parameters[parameter.id] = value.isEmpty ? nil : value
    return after
  }

  /// A confirmed result is never dropped by the way: its confirmation is taken out first, with why (GEN-13).
  private mutating func checkConfirmed(_ parameter: Parameter, _ value: String) {
    func judged(_ outcomes: [Outcome]) -> Set<String> {
      Set(outcomes.filter { $0.kind != .formative && $0.kind != .instituteOnly }.map(\.id))
    }
    let (before, now) = (standing.outcomes, changed(parameter, value).outcomes(rulebook))
    let gone = judged(before).subtracting(judged(now))
    let lost =
      before.filter { $0.confirmer != nil && gone.contains($0.id) }.map { ($0.id, $0.title) }
      + traject.units(rulebook).filter { $0.all.contains(where: gone.contains) }.map { ($0.id, $0.title) }
    for (id, title) in lost {
      guard let confirmed = traject.lastConfirmation(of: id) else { continue }
      lack(
        title, Sentence.takesAway(title, confirmed.result, confirmed.on, traject.name),
        rule: parameter.citation)
    }
  }

  /// Tells what counts for a parameter that is without a value from now on.
  private mutating func remarkEmptied(_ parameter: Parameter) {
    if let counts = assumed(for: parameter) {
      remarks.append(Sentence.emptied(parameter, isNew: true, counts))
    }
  }

  /// What counts for a parameter without a value, in words; `nil` where nothing does.
  private func assumed(for parameter: Parameter) -> Localized? {
    let after = changed(parameter, "")
    guard let rulebook = try? self.rulebook.renewed(for: after),
      let value = after.assumed(rulebook).first(where: { $0.id == parameter.id })?.value
    else { return nil }
    if let day = Day(value) {
      return Localized(nl: "aangenomen: \(day.longNL)", en: "assumed: \(day.longEN)")
    }
    return Localized(nl: "standaard \(value)", en: "by default \(value)")
  }

  /// Tells which outcomes the traject has from now on, which no longer, and of which what was said no longer counts.
  private mutating func remarkOutcomes(_ parameter: Parameter, _ value: String) {
    let after = changed(parameter, value)
    let (before, now) = (standing.outcomes, after.outcomes(rulebook))
    let new = now.filter { outcome in !before.contains { $0.id == outcome.id } }.map(\.title)
    let past = before.filter { outcome in !now.contains { $0.id == outcome.id } }
    let gone = past.filter { outcome in traject.judgements.contains { $0.outcome == outcome.id } }
      .map(\.title)
    if !new.isEmpty {
      remarks.append(
        Sentence.plainly(
          "leeruitkomsten die er nu bij horen: \(Sentence.list(new.map(\.nl), "en"))",
          "outcomes that now belong to it: \(Sentence.list(new.map(\.en), "and"))"))
    }
    if !past.isEmpty {
      let titles = past.map(\.title)
      remarks.append(
        Sentence.plainly(
          "leeruitkomsten die er niet meer bij horen: \(Sentence.list(titles.map(\.nl), "en"))",
          "outcomes that no longer belong to it: \(Sentence.list(titles.map(\.en), "and"))"))
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
        Sentence.emptied(parameter, isNew: false, assumed(for: parameter)),
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
        workflow: workflow, from: traject.from, until: traject.until, parameters: parameters,
        calendar: rulebook.calendar)
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

extension Sentence {
  /// A change of a parameter that would drop a confirmed result.
  fileprivate static func takesAway(_ title: Localized, _ result: String, _ on: Day, _ traject: String)
    -> Localized
  {
    plainly(
      "\(title.nl) is op \(on.longNL) bevestigd: \(result); met deze waarde hoort dat niet meer bij het traject: haal eerst de bevestiging weg met correct \(traject) NUMMER --retract --why …; het nummer staat in history \(traject)",
      "\(title.en) was confirmed on \(on.longEN): \(result); with this value it no longer belongs to the traject: first take the confirmation out with correct \(traject) NUMBER --retract --why …; history \(traject) has the number"
    )
  }

  /// A parameter without a value, and what counts for it then.
  fileprivate static func emptied(_ parameter: Parameter, isNew: Bool, _ counts: Localized?) -> Localized {
    plainly(
      "\(parameter.title.nl) is \(isNew ? "nu" : "al") leeg" + (counts.map { ", dus \($0.nl)" } ?? ""),
      "\(parameter.title.en) is \(isNew ? "empty now" : "empty already")"
        + (counts.map { ", so \($0.en)" } ?? ""))
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
