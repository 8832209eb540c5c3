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
    let submitted = Event.Submitted(
      document: ItemKey(key.id, occurrence: key.occurrence, round: record.round),
      reference: command.reference,
      parts: command.parts, validUntil: command.validUntil)
    return try decision([
      entry(
        .submitted(submitted), by: actor, rule: definition.citation,
        meets: [ObligationKey(submitted.document, .submitted)])
    ])
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
