// Goals and agreements: what was set and promised, by whom and by when.
extension Deliberation {
  mutating func goal(_ prose: [String: TextReference], _ codes: [String: String]) throws(Refusal) -> Decision
  {
    let what = Localized(nl: "doel", en: "goal")
    guard let definition = workflow.goals else {
      throw refusal(
        what,
        Sentence.plainly(
          "deze workflow kent geen doelen: leg het vast met note",
          "this workflow knows no goals: record it with note"))
    }
    let actor = actor(among: definition.by, rule: definition.citation)
    let part = Localized(nl: "deel van een doel", en: "part of a goal")
    let names = definition.parts.map(\.id)
    for name in (Array(prose.keys) + codes.keys).sorted() where !names.contains(name) {
      lack(part, Sentence.unknown(part, name, names), rule: definition.citation)
    }
    for item in definition.parts {
      let isGiven = item.kind == .prose ? prose[item.id] != nil : codes[item.id] != nil
      if item.isRequired, !isGiven {
        lack(
          item.title,
          Sentence.plainly(
            "\(item.title.nl) ontbreekt: geef --part \(item.id)=…",
            "\(item.title.en) is missing: give --part \(item.id)=…"), rule: item.citation)
      }
      guard let code = codes[item.id] else { continue }
      let known: [String] =
        switch item.kind {
        case .prose: [code]
        case .outcome: standing.outcomes.map(\.id)
        case .oneOf(let values): values
        }
      if !known.contains(code) {
        lack(item.title, Sentence.unknown(item.title, code, known), rule: item.citation)
      }
    }
    return try decision([
      entry(
        .goalSet(id: traject.nextID("G"), prose: prose, codes: codes), by: actor,
        rule: definition.citation)
    ])
  }

  private var word: Localized { Localized(nl: "afspraak", en: "agreement") }

  private func agreements() throws(Refusal) -> AgreementDefinition {
    guard let definition = workflow.agreements else {
      throw refusal(
        word,
        Sentence.plainly(
          "deze workflow kent geen afspraken: leg het vast met note",
          "this workflow knows no agreements: record it with note"))
    }
    return definition
  }

  mutating func agree(_ command: Command.Agree) throws(Refusal) -> Decision {
    let definition = try agreements()
    let actor = actor(among: definition.by.isEmpty ? nil : definition.by, rule: definition.citation)
    let owner = filledRole(command.owner)
    if command.due < happened {
      lack(
        Localized(nl: "datum", en: "date"),
        Sentence.plainly(
          "--due \(command.due.longNL) ligt voor de afspraak zelf (\(happened.longNL))",
          "--due \(command.due.longEN) lies before the agreement itself (\(happened.longEN))"),
        rule: definition.citation)
    }
    if command.firstStep == nil {
      remarks.append(
        Sentence.plainly(
          "let op: er is geen eerste stap afgesproken (--first-step)",
          "note: no first step was agreed (--first-step)"))
    }
    let end = max(traject.until ?? rulebook.timeline.end, happened)
    if command.due > end + 365 {
      remarks.append(
        Sentence.plainly(
          "let op: --due \(command.due.longNL) ligt meer dan een jaar na het einde van het traject (\(end.longNL)): klopt het jaar?",
          "note: --due \(command.due.longEN) lies more than a year after the end of the traject (\(end.longEN)): is the year right?"
        ))
    }
    let made = Event.AgreementMade(
      id: traject.nextID("A"), what: command.what, owner: owner ?? command.owner,
      due: command.due,
      firstStep: command.firstStep)
    return try decision([entry(.agreementMade(made), by: actor, rule: definition.citation)])
  }

  mutating func settle(_ command: Command.Settle) throws(Refusal) -> Decision {
    let definition = try agreements()
    let actor = actor(among: nil)
    guard let agreement = traject.agreements.first(where: { $0.id == command.agreement }) else {
      let known = traject.agreements.map(\.id)
      throw refusal(
        word,
        Sentence.plainly(
          "er is geen afspraak «\(command.agreement)» in dit traject; "
            + (known.isEmpty ? "er zijn er geen" : "bekend zijn: \(Sentence.list(known, "en"))"),
          "there is no agreement “\(command.agreement)” in this traject; "
            + (known.isEmpty ? "there are none" : "known are: \(Sentence.list(known, "and"))")))
    }
    if let settled = agreement.settled, agreement.status != .notDone {
      lack(word, Sentence.alreadyDone(Phrase.settle(agreement.id), settled), rule: definition.citation)
    }
    check(notBefore: agreement.on, Localized(nl: "de afspraak", en: "the agreement"))
    if command.status != .done, command.why == nil { lackText("--why", "waarom", "why", definition) }
    if command.status == .notDone, command.needs == nil {
      lackText("--needs", "wat er nodig is", "what is needed", definition)
    }
    let settled = Event.AgreementSettled(
      id: agreement.id, status: command.status, why: command.why, needs: command.needs)
    return try decision([
      entry(
        .agreementSettled(settled), by: actor, rule: definition.citation,
        meets: [ObligationKey(ItemKey(agreement.id), .settled)])
    ])
  }

  /// The agreements that nobody settled, as they are named when the traject is completed.
  func openAgreements() -> [Localized] {
    traject.agreements.filter { $0.settled == nil }.map { agreement in
      let (owner, person) = (workflow.title(of: agreement.owner), traject.holder(of: agreement.owner))
      let name = person.map { " \($0)" } ?? ""
      return Sentence.plainly(
        "let op: afspraak \(agreement.id) staat nog open (\(owner.nl)\(name), uiterlijk \(agreement.due.longNL)); nu het traject is afgerond, kan settle niet meer",
        "note: agreement \(agreement.id) is still open (\(owner.en)\(name), by \(agreement.due.longEN)); now that the traject is completed, settle is no longer possible"
      )
    }
  }

  private mutating func lackText(
    _ option: String, _ nl: String, _ en: String, _ definition: AgreementDefinition
  ) {
    lack(
      word, Sentence.plainly("zeg met \(option) \(nl)", "say with \(option) \(en)"), rule: definition.citation
    )
  }
}
