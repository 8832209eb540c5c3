// Claims: what one role claims, with what it rests on.
extension Deliberation {
  private var word: Localized { Localized("claim") }

  func checkThereAreClaims() throws(Refusal) {
    guard workflow.claims.isEmpty else { return }
    throw refusal(
      word,
      Sentence.plainly(
        "deze workflow kent geen claims: leg het vast met note",
        "this workflow knows no claims: record it with note"))
  }

  mutating func claim(_ command: Command.Claim) throws(Refusal) -> Decision {
    try checkThereAreClaims()
    if command.item.first == "C", Int(command.item.dropFirst()) != nil {
      return try addProof(command, to: claim(named: command.item))
    }
    let (kind, about) = Self.parts(command.item)
    guard let definition = workflow.claim(kind) else {
      throw refusal(
        word,
        Sentence.unknown(Localized(nl: "soort claim", en: "kind of claim"), kind, workflow.claims.map(\.id)))
    }
    let actor = actor(among: definition.by, rule: definition.citation)
    check(about, of: definition)
    try settle()
    if let open = traject.claims.first(where: { $0.kind == kind && $0.about == about && $0.isOpen }) {
      remarks.append(Sentence.plainly("opgevat als \(open.id)", "taken to mean \(open.id)"))
      return try addProof(command, to: open)
    }
    let proofs = documents(command.proofs)
    guard let gesprek = standing.occurrence(ofGesprek: definition.gesprek, on: happened) else {
      throw refusal(definition.title, noGesprek(definition), rule: definition.citation)
    }
    let id = "C\((traject.claimsMade ?? 0) + 1)"
    remarks += remarks(onClaiming: definition, as: id, at: gesprek)
    if proofs.isEmpty, command.references.isEmpty, definition.needs.contains(.proof) {
      remarks.append(Sentence.claimLacksProof(id, traject.name))
    }
    let claimed = Event.Claimed(
      id: id, subject: .init(kind: kind, about: about, gesprek: gesprek), proofs: proofs,
      references: command.references)
    return try decision([entry(.claimed(claimed), by: actor, rule: definition.citation)])
  }

  /// The kind of claim, and what it is about where a name has an `@`.
  private static func parts(_ item: String) -> (kind: String, about: String?) {
    guard let at = item.firstIndex(of: "@") else { return (item, nil) }
    return (String(item[..<at]), String(item[item.index(after: at)...]))
  }

  /// What a claim is about is one of the values that its parameter has in this traject, else one that it can have.
  private mutating func check(_ about: String?, of definition: ClaimDefinition) {
    let parameter = definition.about.flatMap { workflow.parameter($0) }
    guard let parameter else {
      guard let about else { return }
      lack(
        definition.title,
        Sentence.plainly(
          "«\(definition.id)» wordt zonder @ geclaimd: laat «@\(about)» weg",
          "“\(definition.id)” is claimed without an @: leave “@\(about)” out"), rule: definition.citation)
      return
    }
    let values = traject.values(of: parameter)
    guard let about else {
      lack(
        definition.title,
        Sentence.plainly(
          "zeg waar het om gaat, zoals \(definition.id)@\(values.first ?? "…"): \(Sentence.list(values, "of"))",
          "say what it is about, as \(definition.id)@\(values.first ?? "…"): \(Sentence.list(values, "or"))"),
        rule: definition.citation)
      return
    }
    if !values.contains(about) {
      lack(definition.title, Sentence.notAmong(about, values, parameter), rule: definition.citation)
    }
  }

  private func noGesprek(_ definition: ClaimDefinition) -> Localized {
    let title = workflow.title(of: definition.gesprek)
    return Sentence.plainly(
      "er komt na \(happened.longNL) geen \(title.nl.lowercasedFirst) meer waarbij hierover beslist kan worden",
      "after \(happened.longEN) there is no \(title.en.lowercasedFirst) any more at which this could be decided"
    )
  }

  /// What is worth saying where a claim comes after the gesprek at which it might have been decided.
  private func remarks(onClaiming definition: ClaimDefinition, as id: String, at gesprek: ItemKey)
    -> [Localized]
  {
    let closed = standing.occurrences(ofGesprek: definition.gesprek).first {
      $0.isClosed && $0.held.map { $0 >= happened } ?? false
    }
    if let day = closed?.held {
      let title = workflow.title(of: definition.gesprek)
      return [
        Sentence.plainly(
          "let op: het \(title.nl.lowercasedFirst) van \(day.longNL) is al afgesloten, \(id) hoort dus bij \(gesprek); had hij daar besproken moeten zijn, neem dan eerst het afsluiten terug (correct)",
          "note: the \(title.en.lowercasedFirst) of \(day.longEN) is closed already, so \(id) belongs to \(gesprek); if it should have been discussed there, take the closing out first (correct)"
        )
      ]
    }
    guard let last = standing.lastDay(ofClaiming: definition, at: gesprek), happened > last else { return [] }
    return [
      Sentence.plainly(
        "let op: dit had uiterlijk \(last.longNL) gemoeten, zodat \(id) bij \(gesprek) niet kan worden toegekend",
        "note: this had to be by \(last.longEN), so that \(id) cannot be granted at \(gesprek)")
    ]
  }

  private mutating func addProof(_ command: Command.Claim, to claim: Traject.Claim) throws(Refusal)
    -> Decision
  {
    let definition = try kind(of: claim)
    let actor = actor(among: definition.by, rule: definition.citation)
    check(notBefore: claim.on, Localized(nl: "de claim \(claim.id)", en: "claim \(claim.id)"))
    let given = claim.proofs.compactMap(\.document)
    let proofs = documents(command.proofs).filter { !given.contains($0) }
    try settle()
    if proofs.isEmpty, command.references.isEmpty {
      lack(
        definition.title,
        Sentence.plainly(
          "\(claim.id) staat open sinds \(claim.on.longNL) en krijgt zo niets nieuws: noem met --proof een document of adres dat er nog niet bij staat",
          "\(claim.id) has been open since \(claim.on.longEN) and gets nothing new like this: name with --proof a document or an address that it does not have yet"
        ), rule: definition.citation)
    }
    let claimed = Event.Claimed(id: claim.id, proofs: proofs, references: command.references)
    return try decision([entry(.claimed(claimed), by: actor, rule: definition.citation)])
  }

  /// The claim with an id.
  func claim(named id: String) throws(Refusal) -> Traject.Claim {
    if let claim = traject.claims.first(where: { $0.id == id }) { return claim }
    let known = traject.claims.map(\.id)
    throw refusal(
      word,
      Sentence.plainly(
        "er is geen claim «\(id)» in dit traject; "
          + (known.isEmpty ? "er zijn er geen" : "bekend zijn: \(Sentence.list(known, "en"))"),
        "there is no claim “\(id)” in this traject; "
          + (known.isEmpty ? "there are none" : "known are: \(Sentence.list(known, "and"))")))
  }

  /// The kind of a claim that is still open.
  func kind(of claim: Traject.Claim) throws(Refusal) -> ClaimDefinition {
    guard let definition = workflow.claim(claim.kind) else {
      throw refusal(word, Sentence.unknown(word, claim.kind, workflow.claims.map(\.id)))
    }
    if let decided = claim.decided {
      throw refusal(
        definition.title,
        Sentence.alreadyDone(
          Phrase.decide(claim: claim.id, on: definition.title, about: claim.about), decided),
        rule: definition.citation)
    }
    return definition
  }

  // MARK: Proof

  /// The keys of the documents that names on the command line mean; what was not handed in adds to what is missing.
  private mutating func documents(_ names: [String]) -> [String] {
    var keys: [String] = []
    for name in names {
      guard let key = ItemKey(name), let document = workflow.document(key.id) else {
        lack(Localized(nl: "bewijs", en: "proof"), Sentence.noDocument(name, workflow.documents.map(\.id)))
        continue
      }
      let handedIn = traject.documents.filter { !$0.value.submissions.isEmpty }.keys
        .compactMap { ItemKey($0) }.filter { $0.id == key.id }.sorted()
      let meant = handedIn.filter { $0.occurrence == key.occurrence }
      let found = meant.isEmpty && key.occurrence == nil ? handedIn : meant
      guard let one = found.first else {
        lack(document.title, Sentence.notHandedIn(name), rule: document.citation)
        continue
      }
      guard found.count == 1 else {
        lack(document.title, Sentence.whichOccurrence(key.id, found.compactMap(\.occurrence)))
        continue
      }
      let first = traject.documents[one.description]?.submissions.map(\.on).min()
      check(notBefore: first, Phrase.submit(document.title, of: nil))
      if !keys.contains(one.description) { keys.append(one.description) }
    }
    return keys
  }
}

extension Traject {
  /// The values that a parameter of a list has here; all that it can have where none was given.
  func values(of parameter: Parameter) -> [String] {
    let given = parameters[parameter.id] ?? parameter.fallback
    if let given, !given.isEmpty { return given.split(separator: ",").map(String.init) }
    switch parameter.kind {
    case .oneOf(let values), .someOf(let values, _): return values
    case .yesNo, .date, .dates, .number, .person: return []
    }
  }
}

extension Sentence {
  fileprivate static func claimLacksProof(_ claim: String, _ traject: String) -> Localized {
    plainly(
      "let op: zonder bewijs kan \(claim) niet worden toegekend: geef het met claim \(traject) \(claim) --proof …, of spreek af hoe het er komt (agree)",
      "note: without proof \(claim) cannot be granted: give it with claim \(traject) \(claim) --proof …, or agree how it will come (agree)"
    )
  }

  fileprivate static func notAmong(_ value: String, _ values: [String], _ parameter: Parameter) -> Localized {
    let nearest = NearestName.of(value, among: values)
    return plainly(
      "«\(value)» hoort niet bij \(parameter.title.nl) van dit traject: "
        + (nearest.map { "bedoelt u \($0)?" } ?? "kies \(list(values, "of"))"),
      "“\(value)” is not among \(parameter.title.en) of this traject: "
        + (nearest.map { "do you mean \($0)?" } ?? "choose \(list(values, "or"))"))
  }

  fileprivate static func noDocument(_ name: String, _ known: [String]) -> Localized {
    let nearest = NearestName.of(name, among: known)
    let choice = known.isEmpty ? "" : list(known, "of") + ", "
    let choiceEN = known.isEmpty ? "" : list(known, "or") + ", "
    return plainly(
      "«\(name)» is geen document van deze workflow; "
        + (nearest.map { "bedoelt u \($0)?" }
          ?? "geef \(choice)een adres, of een omschrijving van meer woorden"),
      "“\(name)” is no document of this workflow; "
        + (nearest.map { "do you mean \($0)?" }
          ?? "give \(choiceEN)an address, or a description of several words"))
  }

  /// A document that is cited as proof before it was handed in.
  static func notHandedIn(_ document: String) -> Localized {
    plainly(
      "\(document) is niet ingeleverd: leg dat eerst vast met submit, of noem een ander bewijs",
      "\(document) was not handed in: record that first with submit, or name another proof")
  }
}
