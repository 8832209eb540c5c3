// What a verdict rests on: documents of the traject, groups of indicators, and references that can be erased.
extension Deliberation {
  /// The proofs of a verdict as the log names them; what cannot be proof adds to what is missing.
  mutating func proofs(
    _ command: Command.Assess, _ outcome: Outcome, _ definition: GesprekDefinition?
  ) -> [String] {
    var proofs: [String] = []
    for name in command.proofs {
      let proof =
        outcome.indicators.contains { $0.id == name } ? name : document(proof: name, outcome, definition)
      if let proof, !proofs.contains(proof) { proofs.append(proof) }
    }
    let groups = outcome.indicators.filter { proofs.contains($0.id) }
    let restsOnMore = proofs.count > groups.count || !command.references.isEmpty
    if !groups.isEmpty, !restsOnMore, groups.allSatisfy(\.isNotForVerdict) {
      remarks.append(Sentence.notForVerdict(groups, outcome))
    }
    return proofs
  }

  /// The key of a document that is cited: that of this gesprek where each gesprek has its own.
  private mutating func document(proof name: String, _ outcome: Outcome, _ gesprek: GesprekDefinition?)
    -> String?
  {
    let word = Localized(nl: "bewijs", en: "proof")
    guard let key = ItemKey(name), let document = workflow.document(key.id),
      traject.holds(document.when, rulebook)
    else {
      let documents = workflow.documents.filter { !$0.isNeverJudged }.map(\.id)
      lack(word, Sentence.unknownProof(name, outcome.indicators.map(\.id) + documents))
      return nil
    }
    if document.isNeverJudged {
      lack(document.title, Sentence.neverJudged(document), rule: document.citation)
      return nil
    }
    var cited = ItemKey(key.id, occurrence: key.occurrence)
    if recurs(document) {
      guard let occurrence = handedIn(key, document) else { return nil }
      cited.occurrence = occurrence
    } else if !document.forEach.isEmpty {
      let own = document.forEach.first { $0 == gesprek?.id }
      guard let occurrence = key.occurrence ?? own, document.forEach.contains(occurrence) else {
        lack(document.title, Sentence.whichOccurrence(key.id, document.forEach))
        return nil
      }
      cited.occurrence = occurrence
    } else if key.occurrence != nil {
      lack(
        document.title,
        Sentence.plainly(
          "\(key.id) komt één keer voor: laat de @ weg", "\(key.id) occurs once: leave the @ out"))
      return nil
    }
    guard let submitted = traject.documents[cited.description]?.submissions.map(\.on).min() else {
      lack(document.title, Sentence.notHandedIn(cited.description), rule: document.citation)
      return nil
    }
    check(notBefore: submitted, Phrase.submit(document.title, of: nil))
    return cited.description
  }

  /// Which one of a document that recurs is cited: the one that is named, else the only one that was handed in.
  private mutating func handedIn(_ key: ItemKey, _ document: DocumentDefinition) -> String? {
    let known = traject.documents.filter { !$0.value.submissions.isEmpty }.keys.compactMap { ItemKey($0) }
      .filter { $0.id == key.id && $0.round == 1 }.sorted().compactMap(\.occurrence)
    let meant = key.occurrence.map { [$0] } ?? known
    guard let only = meant.first, known.contains(only) else {
      lack(
        document.title, Sentence.notHandedIn(ItemKey(key.id, occurrence: key.occurrence).description),
        rule: document.citation)
      return nil
    }
    guard meant.count == 1 else {
      lack(document.title, Sentence.whichOccurrence(key.id, known))
      return nil
    }
    return only
  }
}

extension Sentence {
  /// An outcome on which no verdict is given in this traject.
  static func formative(_ outcome: Outcome) -> Localized {
    guard let condition = outcome.judgedWhen else {
      return plainly(
        "\(outcome.title.nl) is formatief: geef feedback in plaats van een oordeel",
        "\(outcome.title.en) is formative: give feedback instead of a verdict")
    }
    return plainly(
      "\(outcome.title.nl) wordt in dit traject niet beoordeeld, dat gebeurt alleen bij \(condition.text): geef feedback in plaats van een oordeel",
      "\(outcome.title.en) is not judged in this traject, only with \(condition.text): give feedback instead of a verdict"
    )
  }

  /// An outcome of which nothing is asked of the workplace.
  static func instituteOnly(_ outcome: Outcome) -> Localized {
    plainly(
      "\(outcome.title.nl) is volledig van het instituut: van de werkplek wordt geen oordeel en geen feedback gevraagd",
      "\(outcome.title.en) is wholly the institute's: neither a verdict nor feedback is asked of the workplace"
    )
  }

  fileprivate static func neverJudged(_ document: DocumentDefinition) -> Localized {
    plainly(
      "\(document.title.nl) is persoonlijk en wordt nooit beoordeeld: noem een ander bewijs",
      "\(document.title.en) is personal and never judged: name another proof")
  }

  fileprivate static func notForVerdict(_ groups: [Outcome.IndicatorGroup], _ outcome: Outcome) -> Localized {
    let titles = groups.map(\.title)
    let own = groups.flatMap(\.citation.rules)
    let source =
      (own.isEmpty ? outcome.citation : Citation(rules: own, assumed: groups.flatMap(\.citation.assumed)))
      .words("not-for-verdict")
    return plainly(
      "let op: \(list(titles.map(\.nl), "en")) is niet om te beoordelen; noem ook waar dit oordeel wel op rust (\(source.nl))",
      "note: \(list(titles.map(\.en), "and")) is not for judging; name as well what this verdict does rest on (\(source.en))"
    )
  }

  fileprivate static func unknownProof(_ name: String, _ known: [String]) -> Localized {
    let nearest = NearestName.of(name, among: known)
    return plainly(
      "«\(name)» is geen document en geen groep indicatoren van deze leeruitkomst; "
        + (nearest.map { "bedoelt u \($0)?" }
          ?? "kies uit \(known.joined(separator: ", ")), of geef een adres"),
      "“\(name)” is no document and no group of indicators of this outcome; "
        + (nearest.map { "do you mean \($0)?" }
          ?? "choose from \(known.joined(separator: ", ")), or give an address"))
  }
}
