// Verdicts and feedback: acts of the judges, in their order and with all their parts (HAN-16, HAN-18, HAN-29, HAN-32).
extension Deliberation {
  private var outcomeWord: Localized { Localized(nl: "leeruitkomst", en: "outcome") }

  private func outcome(_ id: String) throws(Refusal) -> Outcome {
    let known = traject.outcomes(rulebook)
    guard let outcome = known.first(where: { $0.id == id }) else {
      throw refusal(outcomeWord, Sentence.unknown(outcomeWord, id, known.map(\.id)))
    }
    return outcome
  }

  /// The gesprek at which is judged, and what it asks.
  private func judging(_ name: String) throws(Refusal) -> (GesprekDefinition, GesprekDefinition.Judging) {
    let judged = workflow.gesprekken.filter { $0.judging != nil }
    guard let definition = judged.first(where: { $0.id == name }), let judging = definition.judging else {
      let what = Localized(nl: "gesprek waarin beoordeeld wordt", en: "gesprek with judging")
      throw refusal(what, Sentence.unknown(what, name, judged.map(\.id)))
    }
    return (definition, judging)
  }

  /// Checks that the document that comes first is there; long after its due date it is no longer waited for, with why.
  private mutating func marks(
    _ definition: GesprekDefinition, _ judging: GesprekDefinition.Judging, why: TextReference?
  ) -> [String] {
    guard let document = judging.afterDocument else { return [] }
    let submitted = traject.day(
      of: Requirement(document, .submitted), Traject.Context(gesprek: definition.id))
    if submitted != nil {
      let effect = traject.effect(
        ofDocument: document, rulebook, Traject.Context(gesprek: definition.id))
      check(notBefore: effect, Phrase.submit(workflow.title(of: document), of: definition.title))
      return []
    }
    guard let ends = traject.waitEnds(definition, judging, rulebook), happened >= ends else {
      lack(missingDocument(document, of: definition.id))
      return []
    }
    if why == nil {
      lack(
        Localized(nl: "reden", en: "why"),
        Sentence.plainly(
          "zonder \(workflow.title(of: document).nl.lowercasedFirst) moet --why zeggen waarom er toch geoordeeld wordt",
          "without the \(workflow.title(of: document).en.lowercasedFirst), --why has to say why it is judged all the same"
        ),
        rule: judging.citation)
    }
    return [judging.mark]
  }

  mutating func assess(_ command: Command.Assess) throws(Refusal) -> Decision {
    let outcome = try outcome(command.outcome)
    let (definition, judging) = try judging(command.gesprek)
    let actor = actor(among: outcome.judges, rule: outcome.citation)
    if outcome.kind == .formative {
      lack(
        outcome.title,
        Sentence.plainly(
          "\(outcome.title.nl) is formatief: geef feedback in plaats van een oordeel",
          "\(outcome.title.en) is formative: give feedback instead of a verdict"), rule: outcome.citation)
    } else if !outcome.scale.contains(command.verdict) {
      let what = Localized(nl: "oordeel", en: "verdict")
      lack(what, Sentence.unknown(what, command.verdict, outcome.scale), rule: outcome.citation)
    }
    lackParts(command, outcome, judging)
    let marks = marks(definition, judging, why: command.why)
    checkNotConfirmed(outcome)
    if !judging.isFinal, command.verdict == outcome.scale.last, let route = judging.suggests {
      remarks.append(
        Sentence.plainly(
          "een tussentijds \(command.verdict): overweeg escalate --reason \(route) --about \(outcome.id)",
          "an interim \(command.verdict): consider escalate --reason \(route) --about \(outcome.id)"))
    }
    let assessed = Event.Assessed(
      outcome: outcome.id, gesprek: definition.id, verdict: command.verdict, isFinal: judging.isFinal,
      example: command.example, why: command.why, nextStep: command.nextStep, form: command.form,
      parts: command.parts, marks: marks)
    return try decision([
      entry(
        .assessed(assessed), by: actor, rule: outcome.citation,
        meets: judging.step(for: outcome.kind).map {
          [ObligationKey(ItemKey(outcome.id, occurrence: definition.id), $0)]
        } ?? [])
    ])
  }

  /// A verdict needs an example, a reason and a next step, as text or in the form, each named when it lacks (HAN-32, HAN-49).
  private mutating func lackParts(
    _ command: Command.Assess, _ outcome: Outcome, _ judging: GesprekDefinition.Judging
  ) {
    let parts: [(TextReference?, String, Localized)] = [
      (command.example, "--example", Localized(nl: "concreet voorbeeld", en: "concrete example")),
      (command.why, "--why", Localized(nl: "korte motivering", en: "short reason")),
      (command.nextStep, "--next-step", Localized(nl: "haalbare vervolgstap", en: "feasible next step")),
    ]
    for (text, option, name) in parts
    where text == nil && command.form == nil && judging.verdictParts.contains(String(option.dropFirst(2))) {
      lack(
        name,
        Sentence.plainly(
          "een \(name.nl) ontbreekt: geef \(option) of verwijs naar het formulier met --form",
          "a \(name.en) is lacking: give \(option) or refer to the form with --form"), rule: judging.citation)
    }
    for need in outcome.verdictNeeds[command.verdict] ?? [] where !command.parts.contains(need) {
      lack(
        Localized(need),
        Sentence.plainly(
          "\(command.verdict) op \(outcome.title.nl) vraagt ook --\(need)",
          "\(command.verdict) on \(outcome.title.en) also needs --\(need)"), rule: outcome.citation)
    }
    let known = Set(workflow.outcomes.flatMap { $0.verdictNeeds.values.joined() }).sorted()
    for part in command.parts where !known.contains(part) {
      let what = Localized(nl: "deel van een oordeel", en: "part of a verdict")
      lack(what, Sentence.unknown(what, part, known), rule: outcome.citation)
    }
  }

  private mutating func checkNotConfirmed(_ outcome: Outcome) {
    for unit in workflow.units where unit.all.contains(outcome.id) {
      guard let confirmed = traject.confirmations[unit.id] else { continue }
      lack(outcome.title, Sentence.alreadyDone(Phrase.confirm(unit.title), confirmed.on), rule: unit.citation)
    }
  }

  mutating func feedback(_ command: Command.Feedback) throws(Refusal) -> Decision {
    let outcome: Outcome
    if let id = command.outcome {
      outcome = try self.outcome(id)
    } else if let other = traject.outcomes(rulebook).first(where: \.catchesOtherFeedback) {
      outcome = other
      remarks.append(Sentence.feedbackGoes(to: other.title, other.citation))
    } else {
      throw refusal(
        outcomeWord,
        Sentence.plainly(
          "noem de leeruitkomst waar de feedback bij hoort", "name the outcome that the feedback is on"))
    }
    let (definition, judging) = try judging(command.gesprek)
    let actor = actor(among: outcome.judges, rule: outcome.citation)
    if !command.isNotSeen, command.form == nil {
      let parts: [(TextReference?, String, Localized)] = [
        (command.seen, "--seen", Localized(nl: "wat er gezien is", en: "what was seen")),
        (command.growth, "--growth", Localized(nl: "de groei die is doorgemaakt", en: "the growth made")),
        (
          command.toGrow, "--to-grow",
          Localized(nl: "de groei die nog te maken is", en: "the growth still to make")
        ),
      ]
      for (text, option, name) in parts where text == nil {
        lack(
          name,
          Sentence.plainly(
            "\(name.nl) ontbreekt: geef \(option), --form of --not-seen",
            "\(name.en) is lacking: give \(option), --form or --not-seen"), rule: outcome.citation)
      }
    }
    let before = traject.judgements.filter {
      $0.verdict == nil && $0.outcome == outcome.id && $0.gesprek == definition.id && $0.by == actor.person
    }
    if !before.isEmpty, let person = actor.person {
      remarks.append(
        Sentence.feedbackBefore(
          before.map(\.on), by: person.description, on: outcome.title, traject.name))
    }
    let marks = marks(definition, judging, why: command.why)
    let step = judging.step(for: outcome.kind)
    let given = Event.FeedbackGiven(
      outcome: outcome.id, gesprek: definition.id, seen: command.seen, growth: command.growth,
      toGrow: command.toGrow, form: command.form, isNotSeen: command.isNotSeen, why: command.why, marks: marks
    )
    let key = ObligationKey(ItemKey(outcome.id, occurrence: definition.id), .feedback)
    return try decision([
      entry(.feedbackGiven(given), by: actor, rule: outcome.citation, meets: step == .feedback ? [key] : [])
    ])
  }

  /// Confirms the result of a unit: only after the final gesprek, and on the last verdicts given there (HAN-31, HAN-34).
  mutating func confirm(_ subject: String) throws(Refusal) -> Decision {
    let what = Localized(nl: "onderwijseenheid", en: "unit")
    guard
      let unit = workflow.unit(subject) ?? workflow.units.first(where: { $0.all.contains(subject) })
    else { throw refusal(what, Sentence.unknown(what, subject, workflow.units.map(\.id))) }
    let actor = actor(among: [unit.confirmer], rule: unit.citation)
    if let confirmed = traject.confirmations[unit.id] {
      lack(unit.title, Sentence.alreadyDone(Phrase.confirm(unit.title), confirmed.on), rule: unit.citation)
    }
    for gesprek in workflow.gesprekken where gesprek.judging?.isFinal == true {
      let closed = traject.gesprekken[gesprek.id]?.closed
      check(notBefore: closed, Phrase.close(gesprek.title))
      if closed == nil, let obligation = obligation(ObligationKey(ItemKey(gesprek.id), .closed)) {
        lack(unmet(obligation))
      }
    }
    if case .after(let requirement) = unit.opens {
      let day = traject.day(of: unit.opens, rulebook, Traject.Context(unit: unit.id))
      check(notBefore: day, Phrase.submit(workflow.title(of: requirement.item), of: nil))
      if day == nil {
        let unmetSteps = traject.askedObligations(rulebook).filter {
          requirement.covers($0.key, workflow) && $0.met == nil
        }
        lack(unmetSteps.map(unmet))
        if missing.isEmpty { lack(traject.obstacles(rulebook)) }
      }
    }
    let given = traject.judgements.filter { $0.isFinal && unit.all.contains($0.outcome) }.map(\.on).max()
    check(notBefore: given, Localized(nl: "het laatste oordeel", en: "the last verdict"))
    let verdicts = unit.all.compactMap { traject.finalVerdict(on: $0) }
    let isGood = unit.all.allSatisfy { id in
      traject.finalVerdict(on: id) == workflow.outcome(id)?.scale.first
    }
    let scale = unit.all.first.flatMap { workflow.outcome($0)?.scale } ?? []
    let result = (isGood ? scale.first : scale.last) ?? verdicts.last ?? ""
    return try decision([
      entry(
        .confirmed(subject: unit.id, result: result), by: actor, rule: unit.citation,
        meets: [ObligationKey(ItemKey(unit.id), .confirmed)])
    ])
  }
}

extension Traject {
  /// The last verdict on an outcome that was given at the final gesprek; interim ones never count (HAN-30).
  ///
  /// The last by the day on which it was given, and on one day by the order of recording.
  public func finalVerdict(on outcome: String) -> String? {
    judgements.filter { $0.outcome == outcome && $0.isFinal && $0.verdict != nil }
      .max { ($0.on, $0.event) < ($1.on, $1.event) }?.verdict
  }
}
