// Verdicts and feedback: acts of the judges, in their order and with all their parts.
extension Deliberation {
  private var outcomeWord: Localized { Localized(nl: "leeruitkomst", en: "outcome") }

  private func outcome(_ id: String) throws(Refusal) -> Outcome {
    let known = standing.outcomes
    guard let outcome = known.first(where: { $0.id == id }) else {
      if let elsewhere = workflow.outcomes.first(where: { $0.id == id }), let condition = elsewhere.when {
        throw refusal(
          elsewhere.title,
          Sentence.plainly(
            "«\(id)» hoort niet bij dit traject, alleen bij een met \(condition.text)",
            "“\(id)” is no part of this traject, only of one with \(condition.text)"),
          rule: elsewhere.citation)
      }
      throw refusal(outcomeWord, Sentence.unknown(outcomeWord, id, known.map(\.id)))
    }
    return outcome
  }

  /// The gesprek at which is judged, and what it asks.
  private func judging(_ name: String) throws(Refusal) -> (
    GesprekDefinition, GesprekDefinition.Judging, ItemKey
  ) {
    let judged = workflow.gesprekken.filter { $0.judging != nil }
    let what = Localized(nl: "gesprek waarin beoordeeld wordt", en: "gesprek with judging")
    guard let key = ItemKey(name), key.occurrence == nil,
      let definition = judged.first(where: { $0.id == key.id }), let judging = definition.judging
    else { throw refusal(what, Sentence.unknown(what, name, judged.map(\.id))) }
    let current = traject.current(key.id)
    guard key.round == 1 || key == current else {
      throw refusal(what, Sentence.notAsked(name, now: current), rule: definition.citation)
    }
    return (definition, judging, current)
  }

  /// Checks that the document that comes first is there; long after its due date it is no longer waited for, with why.
  private mutating func marks(
    _ definition: GesprekDefinition, _ judging: GesprekDefinition.Judging, why: TextReference?
  ) -> [String] {
    guard let document = judging.afterDocument else { return [] }
    let submitted = traject.day(
      of: Requirement(document, .submitted), Traject.Context(gesprek: ItemKey(definition.id)), rulebook)
    if submitted != nil {
      check(notBefore: submitted, Phrase.submit(workflow.title(of: document), of: definition.title))
      checkOpened(definition)
      return []
    }
    let isOver = traject.waitEnds(definition, judging, rulebook).map { happened >= $0 } ?? false
    if !isOver {
      let awaited = missingDocument(document, of: definition.id)
      lack(awaited)
      if !awaited.isEmpty { return [] }
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
    if let recurring = recurringOutcome(command.outcome) {
      return try assessByItself(command, recurring.outcome, try occurrence(of: recurring, command.outcome))
    }
    let outcome = try outcome(command.outcome)
    if outcome.isJudgedByItself { return try assessByItself(command, outcome) }
    guard let gesprek = command.gesprek else {
      let judged = workflow.gesprekken.filter { $0.judging != nil }.map(\.id)
      throw refusal(
        outcome.title,
        Sentence.plainly(
          "zeg bij welk gesprek dit oordeel hoort: --at \(Sentence.list(judged, "of"))",
          "say to which gesprek this verdict belongs: --at \(Sentence.list(judged, "or"))"),
        rule: outcome.citation)
    }
    let (definition, judging, key) = try judging(gesprek)
    let actor = try judge(of: outcome, judging)
    if outcome.kind == .formative {
      lack(outcome.title, Sentence.formative(outcome), rule: outcome.citation)
    } else {
      checkVerdict(command.verdict, outcome)
    }
    let isApart = outcome.isJudgedApart(by: actor.role)
    lackParts(command, isApart ? judging.verdictParts.filter { $0 == "why" } : judging.verdictParts, judging)
    let proofs = proofs(command, outcome, definition)
    lackNeeds(command, outcome, proofs)
    let marks = isApart ? [] : marks(definition, judging, why: command.why)
    checkOpen(outcome)
    checkAsked(outcome, at: key)
    if judging.isFinal {
      lackDispute(about: outcome)
      if !judging.verdictParts.contains("why") { lackReason(command, outcome) }
    }
    if !judging.isFinal, command.verdict == outcome.scale.last, let route = judging.suggests {
      // The rule of what is said at this gesprek leads its citation.
      let source = Citation(rules: Array(judging.citation.rules.prefix(1)), assumed: judging.citation.assumed)
        .words("suggests")
      remarks.append(
        Sentence.plainly(
          "een tussentijds \(command.verdict): overweeg escalate --reason \(route) --about \(outcome.id) (\(source.nl))",
          "an interim \(command.verdict): consider escalate --reason \(route) --about \(outcome.id) (\(source.en))"
        ))
    }
    let assessed = Event.Assessed(
      outcome: outcome.id, gesprek: key.description, verdict: command.verdict, isFinal: judging.isFinal,
      example: command.example, why: command.why, nextStep: command.nextStep, form: command.form,
      parts: command.parts, marks: marks,
      recordedBy: occasion.recorder == actor.person ? nil : occasion.recorder,
      proofs: proofs, references: command.references, values: command.values)
    return try decision([
      entry(
        .assessed(assessed), by: actor,
        rule: outcome.citation.without(workflow.disputes?.citation, and: judging.citation),
        meets: judging.step(for: outcome).map {
          [ObligationKey(traject.current(outcome.id, definition.id), $0)]
        } ?? [])
    ])
  }

  /// A verdict that was disputed is not replaced by another one unseen, also not once there is agreement.
  mutating func lackDispute(about outcome: Outcome) {
    guard let dispute = traject.dispute(on: outcome.id), !dispute.isDecided else { return }
    let rule = workflow.disputes?.citation ?? outcome.citation
    if let ruling = dispute.ruling, let ruled = dispute.ruled {
      lack(
        outcome.title,
        Sentence.plainly(
          "op \(ruled.longNL) is over \(outcome.title.nl) overeenstemming bereikt: \(ruling); wie daarop terugkomt betwist het opnieuw met dispute",
          "on \(ruled.longEN) agreement was reached on \(outcome.title.en): \(ruling); who goes back on that disputes it again with dispute"
        ), rule: rule)
    } else {
      lack(
        outcome.title,
        Sentence.plainly(
          "het oordeel over \(outcome.title.nl) is betwist: leg een ander oordeel vast met dialogue --agreed",
          "the verdict on \(outcome.title.en) is disputed: record another verdict with dialogue --agreed"),
        rule: rule)
    }
  }

  /// A verdict needs an example, a reason and a next step, as text or in the form, each named when it lacks.
  private mutating func lackParts(
    _ command: Command.Assess, _ verdictParts: [String], _ judging: GesprekDefinition.Judging
  ) {
    let parts: [(TextReference?, String, Localized)] = [
      (command.example, "--example", Localized(nl: "concreet voorbeeld", en: "concrete example")),
      (command.why, "--why", Localized(nl: "korte motivering", en: "short reason")),
      (command.nextStep, "--next-step", Localized(nl: "haalbare vervolgstap", en: "feasible next step")),
    ]
    for (text, option, name) in parts
    where text == nil && command.form == nil && verdictParts.contains(String(option.dropFirst(2))) {
      lack(
        name,
        Sentence.plainly(
          "een \(name.nl) ontbreekt: geef \(option) of verwijs naar het formulier met --form",
          "a \(name.en) is lacking: give \(option) or refer to the form with --form"), rule: judging.citation)
    }
  }

  /// The roles that judge an outcome, with those that may in their place in this traject.
  private func judges(of outcome: Outcome, _ judging: GesprekDefinition.Judging?) -> [String] {
    outcome.judges
      + (judging?.deputies ?? []).filter {
        traject.holds($0.when, rulebook) && !outcome.judges.contains($0.role)
      }.map(
        \.role)
  }

  /// Who judges; refuses at once where nobody does, because the outcome counts along with another.
  mutating func judge(of outcome: Outcome, _ judging: GesprekDefinition.Judging?) throws(Refusal)
    -> Actor
  {
    if outcome.kind == .instituteOnly {
      throw refusal(
        outcome.title, Sentence.instituteOnly(outcome),
        rule: workflow.instituteOnly?.citation ?? outcome.citation)
    }
    guard outcome.judges.isEmpty else {
      return actor(among: judges(of: outcome, judging), rule: outcome.citation)
    }
    let other = outcome.follows.map { workflow.title(of: $0) }
    throw refusal(
      outcome.title,
      Sentence.plainly(
        "\(outcome.title.nl) wordt niet zelf beoordeeld: "
          + (other.map { "het telt mee met \($0.nl) (confirm \(outcome.id))" } ?? "leg het vast met confirm"),
        "\(outcome.title.en) is not judged itself: "
          + (other.map { "it counts along with \($0.en) (confirm \(outcome.id))" } ?? "record it with confirm")
      ),
      rule: outcome.citation)
  }

  /// In a later round only what is still open is judged: what was passed stays as it is.
  private mutating func checkAsked(_ outcome: Outcome, at gesprek: ItemKey) {
    guard traject.round(of: outcome.id, gesprek.id) < gesprek.round,
      let verdict = traject.finalVerdict(on: outcome.id)
    else { return }
    let open = standing.outcomes.filter { traject.round(of: $0.id, gesprek.id) == gesprek.round }
    lack(
      outcome.title,
      Sentence.plainly(
        "\(outcome.title.nl): al \(verdict), een nieuw oordeel is niet nodig; nog open: \(Sentence.list(open.map(\.title.nl), "en"))",
        "\(outcome.title.en): \(verdict) already, no new verdict is needed; still open: \(Sentence.list(open.map(\.title.en), "and"))"
      ), rule: workflow.extensions?.citation ?? outcome.citation)
  }

  mutating func feedback(_ command: Command.Feedback) throws(Refusal) -> Decision {
    let outcome: Outcome
    if let id = command.outcome {
      outcome = try self.outcome(id)
    } else if let other = standing.outcomes.first(where: \.catchesOtherFeedback) {
      outcome = other
      remarks.append(Sentence.feedbackGoes(to: other.title, other.citation))
    } else {
      throw refusal(
        outcomeWord,
        Sentence.plainly(
          "noem de leeruitkomst waar de feedback bij hoort", "name the outcome that the feedback is on"))
    }
    let (definition, judging, gesprek) = try judging(command.gesprek)
    let actor = try judge(of: outcome, judging)
    checkFeedback(command, outcome, judging)
    let isApart = outcome.isJudgedApart(by: actor.role)
    let before = traject.judgements.filter {
      $0.verdict == nil && $0.outcome == outcome.id && $0.gesprek == gesprek.description
        && $0.by == actor.person
    }
    if !before.isEmpty, let person = actor.person {
      remarks.append(
        Sentence.feedbackBefore(
          before.map(\.on), by: person.description, on: outcome.title, traject.name))
    }
    let marks = isApart ? [] : marks(definition, judging, why: command.why)
    let step = judging.step(for: outcome)
    let given = Event.FeedbackGiven(
      outcome: outcome.id, gesprek: gesprek.description, seen: command.seen, growth: command.growth,
      toGrow: command.toGrow, form: command.form, isNotSeen: command.isNotSeen, why: command.why, marks: marks
    )
    let key = ObligationKey(traject.current(outcome.id, definition.id), .feedback)
    return try decision([
      entry(
        .feedbackGiven(given), by: actor, rule: outcome.citation,
        meets: step == .feedback && key.item.round == gesprek.round ? [key] : [])
    ])
  }

  /// Nothing is said at a gesprek before it opens, unless it is planned or was held earlier.
  private mutating func checkOpened(_ definition: GesprekDefinition) {
    guard let opens = opensForJudging(definition), happened < opens else { return }
    lack(
      definition.title,
      Sentence.plainly(
        "\(definition.title.nl) begint op \(opens.longNL): plan het gesprek eerder (plan), of geef een latere dag",
        "\(definition.title.en) begins on \(opens.longEN): plan the gesprek earlier (plan), or give a later day"
      ),
      rule: definition.citation)
  }

  /// The first day on which is judged at a gesprek; `nil` where it was held or planned, so that any day will do.
  func opensForJudging(_ definition: GesprekDefinition) -> Day? {
    let record = traject.record(ofGesprek: definition.id)
    if record?.held.isEmpty == false || record?.planned != nil && record?.cancelled == nil { return nil }
    return traject.day(of: definition.opens, rulebook, traject.context(ofGesprek: definition.id, rulebook))
  }

  /// Feedback has the parts that the outcome asks, as text or in the form, unless too little was seen.
  private mutating func checkFeedback(
    _ command: Command.Feedback, _ outcome: Outcome, _ judging: GesprekDefinition.Judging
  ) {
    if command.isNotSeen {
      let source = judging.notSeen?.behind("not-seen") ?? Localized("")
      if outcome.kind != .formative {
        remarks.append(
          Sentence.plainly(
            "let op: te weinig gezien is bedoeld voor formatieve leeruitkomsten; \(outcome.title.nl) wordt aan het eind beoordeeld\(source.nl)",
            "note: too little seen is meant for formative outcomes; \(outcome.title.en) is judged in the end\(source.en)"
          ))
      }
      guard judging.isFinal else { return }
      remarks.append(
        Sentence.plainly(
          "let op: te weinig gezien, aan het eind: de student krijgt zo geen feedback op \(outcome.title.nl)\(source.nl)",
          "note: too little seen, at the end: the student gets no feedback on \(outcome.title.en)\(source.en)"
        ))
      return
    }
    if command.form != nil { return }
    let parts: [(TextReference?, String, Localized)] = [
      (command.seen, "--seen", Localized(nl: "wat er gezien is", en: "what was seen")),
      (command.growth, "--growth", Localized(nl: "de groei die is doorgemaakt", en: "the growth made")),
      (
        command.toGrow, "--to-grow",
        Localized(nl: "de groei die nog te maken is", en: "the growth still to make")
      ),
    ]
    let isSummative = outcome.kind != .formative
    let asked = isSummative ? [] : outcome.feedbackParts ?? parts.map { String($0.1.dropFirst(2)) }
    if asked.isEmpty, parts.contains(where: { $0.0 != nil }) { return }
    for (text, option, name) in parts
    where text == nil && (asked.isEmpty || asked.contains(String(option.dropFirst(2)))) {
      lack(
        name,
        Sentence.plainly(
          "\(name.nl) ontbreekt: geef \(option)\(isSummative ? " of --form" : ", --form of --not-seen")",
          "\(name.en) is lacking: give \(option)\(isSummative ? " or --form" : ", --form or --not-seen")"),
        rule: outcome.citation)
      if asked.isEmpty { return }
    }
  }
}
