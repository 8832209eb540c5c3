// Handing in and signing documents: facts, so never refused for their order (GEN-09).
extension Deliberation {
  /// The document that a name means; without an occurrence the only one, else the first that is still asked.
  mutating func document(_ name: String) throws(Refusal) -> (DocumentDefinition, ItemKey) {
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
    guard !definition.forEach.isEmpty else {
      guard key.occurrence == nil else {
        throw refusal(
          what,
          Sentence.plainly(
            "\(key.id) komt één keer voor: laat de @ weg", "\(key.id) occurs once: leave the @ out"))
      }
      return (definition, ItemKey(key.id))
    }
    if let occurrence = key.occurrence {
      guard definition.forEach.contains(occurrence) else {
        throw refusal(what, Sentence.whichOccurrence(key.id, definition.forEach))
      }
      return (definition, ItemKey(key.id, occurrence: occurrence))
    }
    let open = definition.forEach.filter { occurrence in
      let record = traject.record(ofDocument: ItemKey(key.id, occurrence: occurrence))
      return !record.submissions.contains { $0.round == record.round }
    }
    guard let first = open.first else {
      throw refusal(what, Sentence.whichOccurrence(key.id, definition.forEach))
    }
    remarks.append(
      Sentence.plainly("opgevat als \(key.id)@\(first)", "taken to mean \(key.id)@\(first)"))
    return (definition, ItemKey(key.id, occurrence: first))
  }

  mutating func submit(_ command: Command.Submit) throws(Refusal) -> Decision {
    let (definition, key) = try document(command.document)
    let actor = actor(among: definition.by, rule: definition.citation)
    let record = traject.record(ofDocument: key)
    check(
      notBefore: record.sentBack,
      Localized(nl: "de afwijzing van \(definition.title.nl)", en: "the rejection of \(definition.title.en)"))
    for part in command.parts.keys.sorted() {
      lack(
        definition.title,
        Sentence.plainly(
          "\(definition.title.nl) heeft geen deel «\(part)»: laat --part weg",
          "\(definition.title.en) has no part “\(part)”: leave --part out"), rule: definition.citation)
    }
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
    let (definition, key) = try document(name)
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
      throw refusal(
        definition.title, Sentence.notYet(Phrase.submit(definition.title, of: nil)), rule: definition.citation
      )
    }
    check(notBefore: submitted, Phrase.submit(definition.title, of: nil))
    let occurrence = [key.occurrence, actor.role].compactMap(\.self).joined(separator: "-")
    return try decision([
      entry(
        .signed(document: key), by: actor, rule: definition.citation,
        meets: [ObligationKey(ItemKey(key.id, occurrence: occurrence, round: round), .signed)])
    ])
  }
}
