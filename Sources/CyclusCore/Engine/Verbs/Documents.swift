// Handing in and signing documents: facts, so never refused for their order (GEN-09).
extension Deliberation {
  /// The document that a name means; without an occurrence the only one, else the first that is still asked.
  mutating func document(_ name: String, to step: Step = .submitted) throws(Refusal) -> (
    DocumentDefinition, ItemKey
  ) {
    let what = Localized(nl: "document", en: "document")
    guard let key = ItemKey(name), let definition = workflow.document(key.id),
      traject.holds(definition.when, rulebook)
    else {
      throw refusal(
        what, Sentence.unknown(what, name, workflow.documents.filter { !$0.isNeverJudged }.map(\.id)))
    }
    if definition.isNeverJudged {
      throw refusal(
        definition.title,
        Sentence.plainly(
          "\(definition.title.nl) is persoonlijk en wordt niet ingeleverd",
          "\(definition.title.en) is personal and is not handed in"), rule: definition.citation)
    }
    let asked = traject.record(ofDocument: key.first).round
    guard key.round == 1 || key.round == asked else {
      throw refusal(
        what, Sentence.notAsked(name, now: ItemKey(key.id, occurrence: key.occurrence, round: asked)),
        rule: definition.citation)
    }
    guard !isSingle(definition) else {
      guard key.occurrence == nil else {
        throw refusal(
          what,
          Sentence.plainly(
            "\(key.id) komt één keer voor: laat de @ weg", "\(key.id) occurs once: leave the @ out"))
      }
      return (definition, ItemKey(key.id))
    }
    let names = occurrences(of: definition)
    if let occurrence = key.occurrence {
      guard names.contains(occurrence) || occasion.isReplay && recurs(definition) else {
        throw noSuch(definition, names)
      }
      return (definition, ItemKey(key.id, occurrence: occurrence))
    }
    // What nobody handed in is not signed: that is said of the one which is handed in next.
    let first = open(definition, names, step).first ?? open(definition, names, .submitted).first
    guard let first else { throw noSuch(definition, names) }
    if definition.each?.choices.contains(where: { $0.period == .occasion }) != true {
      remarks.append(
        Sentence.plainly("opgevat als \(key.id)@\(first)", "taken to mean \(key.id)@\(first)"))
    }
    return (definition, ItemKey(key.id, occurrence: first))
  }

  private func noSuch(_ definition: DocumentDefinition, _ names: [String]) -> Refusal {
    let none = Sentence.plainly(
      "\(definition.id) wordt nu niet gevraagd: eerst moet vaststaan waarbij het hoort (zie show)",
      "\(definition.id) is not asked now: first has to be known to what it belongs (see show)")
    return refusal(
      Localized("document"), names.isEmpty ? none : Sentence.whichOccurrence(definition.id, names))
  }

  /// Whether a document is handed in once, so that it has no occurrences.
  private func isSingle(_ definition: DocumentDefinition) -> Bool {
    guard definition.forEach.isEmpty, definition.each == nil else { return false }
    return definition.belongsTo.flatMap { workflow.gesprek($0) }?.each == nil
  }

  /// Whether a document recurs, by itself or with a gesprek.
  func recurs(_ definition: DocumentDefinition) -> Bool {
    let around = definition.forEach + [definition.belongsTo].compactMap(\.self)
    return definition.each != nil || around.contains { workflow.gesprek($0)?.each != nil }
  }

  /// The occurrences that a document has in this traject; of one without a period also the next.
  private func occurrences(of definition: DocumentDefinition) -> [String] {
    let names = traject.askings(of: definition, rulebook).compactMap(\.occurrence)
    guard definition.each?.choices.contains(where: { $0.period == .occasion }) == true else { return names }
    return names + [String((names.compactMap { Int($0) }.max() ?? 0) + 1)]
  }

  /// The occurrences for which a step is still to be taken; those that are asked by now come first.
  private func open(_ definition: DocumentDefinition, _ names: [String], _ step: Step) -> [String] {
    let open = names.filter { occurrence in
      let key = ItemKey(definition.id, occurrence: occurrence)
      let record = traject.record(ofDocument: key)
      let isSubmitted = record.submissions.contains { $0.round == record.round }
      guard step == .signed else { return !isSubmitted }
      return isSubmitted && record.signatures.count < definition.signedBy.count
    }
    guard recurs(definition) else { return open }
    let asked = open.filter { occurrence in
      let key = ObligationKey(traject.current(definition.id, occurrence), .submitted)
      return obligation(key)?.opens.map { $0 <= happened } ?? (step == .signed)
    }
    return asked.isEmpty ? open : asked
  }

  mutating func submit(_ command: Command.Submit) throws(Refusal) -> Decision {
    let (definition, key) = try document(command.document)
    let actor = actor(among: definition.by, rule: definition.citation)
    let record = traject.record(ofDocument: key)
    check(
      notBefore: record.sentBack,
      Localized(nl: "de afwijzing van \(definition.title.nl)", en: "the rejection of \(definition.title.en)"))
    check(command.parts, of: definition, record)
    check(validUntil: command.validUntil, of: definition)
    let round = isTooEarly(definition, key, record) ? record.round - 1 : record.round
    let submitted = Event.Submitted(
      document: ItemKey(key.id, occurrence: key.occurrence, round: round),
      reference: command.reference,
      parts: command.parts, validUntil: command.validUntil)
    let around = key.occurrence.flatMap { workflow.gesprek($0)?.citation } ?? Citation()
    return try decision([
      entry(
        .submitted(submitted), by: actor, rule: definition.citation.leading(with: around),
        meets: [ObligationKey(submitted.document, .submitted)])
    ])
  }

  /// Whether a document that is asked once more came before the gesprek on which it follows: then it is a later version of
  /// the one before, and the next is still asked.
  private mutating func isTooEarly(
    _ definition: DocumentDefinition, _ key: ItemKey, _ record: Traject.DocumentRecord
  ) -> Bool {
    guard case .phase(let phase) = definition.opens, let round = traject.rounds[key.first.description],
      round.number == record.round, let again = rulebook.extending
    else { return false }
    let judged = workflow.gesprekken.filter {
      again.gesprekken.contains($0.id) && $0.judging?.isFinal == true
    }
    let held = judged.compactMap { traject.record(ofGesprek: $0.id)?.held.first }
    let from = held.count == judged.count ? held.max() : traject.entered(phase)
    if let from, happened >= from { return false }
    let now = ItemKey(key.id, occurrence: key.occurrence, round: record.round)
    let (nl, en) = (judged.map(\.title.nl), judged.map(\.title.en))
    let time = judged.map { traject.round(of: $0.id) }.max() ?? round.number
    remarks.append(
      Sentence.plainly(
        "dit telt als latere versie van wat er al was: \(now) wordt pas gevraagd na \(Sentence.list(nl, "en")) (keer \(time))",
        "this counts as a later version of what there was: \(now) is asked only after \(Sentence.list(en, "and")) (time \(time))"
      ))
    return true
  }

  mutating func sign(_ name: String) throws(Refusal) -> Decision {
    let (definition, key) = try document(name, to: .signed)
    let actor = actor(among: definition.signedBy, rule: definition.citation)
    let record = traject.record(ofDocument: key)
    let round = traject.round(of: key.id, key.occurrence)
    if definition.signedBy.isEmpty {
      throw refusal(
        definition.title,
        Sentence.plainly(
          "\(definition.title.nl) wordt niet ondertekend", "\(definition.title.en) is not signed by anybody"),
        rule: definition.citation)
    }
    guard let submitted = record.submissions.last(where: { $0.round >= round })?.on else {
      lack(unsubmitted(definition, key, round))
      try settle()
      preconditionFailure("what was not handed in was found missing")
    }
    check(notBefore: submitted, Phrase.submit(definition.title, of: nil))
    let occurrence = [key.occurrence, actor.role].compactMap(\.self).joined(separator: "-")
    return try decision([
      entry(
        .signed(document: key), by: actor, rule: definition.citation,
        meets: [ObligationKey(ItemKey(key.id, occurrence: occurrence, round: round), .signed)])
    ])
  }

  /// That a document which is to be signed was not handed in: which, by whom, and with what command.
  private func unsubmitted(_ definition: DocumentDefinition, _ key: ItemKey, _ round: Int) -> Refusal.Missing
  {
    let title = workflow.title(of: key)
    let item = ItemKey(key.id, occurrence: key.occurrence, round: round)
    let asked = obligation(ObligationKey(item, .submitted))
    let role = asked?.role ?? definition.by.first
    return Refusal.Missing(
      what: Phrase.submit(title, of: nil),
      message: Sentence.plainly(
        "\(title.nl) is nog niet ingeleverd: leg dat eerst vast met submit \(traject.name) \(key)",
        "\(title.en) was not handed in yet: record that first with submit \(traject.name) \(key)"),
      obligation: asked?.key, role: role, person: role.flatMap { traject.holder(of: $0) }, due: asked?.due,
      rule: definition.citation)
  }
}
