// The parts of a document, and until when it is valid.
extension Deliberation {
  /// Refuses parts that a document does not have and the lack of those that it cannot do without; the lack of another is
  /// a remark, as an incomplete document was handed in all the same (GEN-09).
  ///
  /// What was handed in before is still there: then only what is new has to be given.
  mutating func check(
    _ parts: [String: TextReference], of definition: DocumentDefinition, _ record: Traject.DocumentRecord
  ) {
    let known = definition.parts.map(\.id)
    for part in parts.keys.sorted() where !known.contains(part) {
      lack(
        definition.title,
        known.isEmpty
          ? Sentence.plainly(
            "\(definition.title.nl) heeft geen deel «\(part)»: laat --part weg",
            "\(definition.title.en) has no part “\(part)”: leave --part out")
          : Sentence.plainly(
            "\(definition.title.nl) heeft geen deel «\(part)», maar wel \(Sentence.list(known, "en"))",
            "\(definition.title.en) has no part “\(part)”, but does have \(Sentence.list(known, "and"))"),
        rule: definition.citation)
    }
    let before = record.submissions.filter { $0.round == record.round }.flatMap { $0.parts ?? [] }
    let missing = definition.parts.filter { parts[$0.id] == nil && !before.contains($0.id) }
    for part in missing where part.isRequired {
      lack(
        part.title,
        Sentence.plainly(
          "\(definition.title.nl) kan niet zonder \(part.title.nl.lowercasedFirst): geef --part \(part.id)=…",
          "\(definition.title.en) cannot do without \(part.title.en.lowercasedFirst): give --part \(part.id)=…"
        ),
        rule: part.citation.rules.isEmpty ? definition.citation : part.citation)
    }
    let lacking = missing.filter { !$0.isRequired }
    if !lacking.isEmpty {
      let (nl, en) = (lacking.map(\.title.nl.lowercasedFirst), lacking.map(\.title.en.lowercasedFirst))
      remarks.append(
        Sentence.plainly(
          "let op: ingeleverd zonder \(Sentence.list(nl, "en")); lever het opnieuw in met --part NAAM=TEKST",
          "note: handed in without \(Sentence.list(en, "and")); hand it in again with --part NAME=TEXT"))
    }
  }

  /// Refuses a last day for a document that does not run out; the lack of one is a remark.
  mutating func check(validUntil last: Day?, of definition: DocumentDefinition) {
    guard definition.validity != nil else {
      if last != nil {
        lack(
          definition.title,
          Sentence.plainly(
            "van \(definition.title.nl) wordt geen geldigheid bijgehouden: laat --valid-until weg",
            "no last day is kept of \(definition.title.en): leave --valid-until out"),
          rule: definition.citation)
      }
      return
    }
    guard let last else {
      remarks.append(
        Sentence.plainly(
          "let op: niet bekend is tot wanneer \(definition.title.nl) geldig is, dus telt dit niet als geldig; geef --valid-until",
          "note: it is not known until when \(definition.title.en) is valid, so it does not count as valid; give --valid-until"
        ))
      return
    }
    warn(ofRunningOut: definition, on: last)
  }
}
