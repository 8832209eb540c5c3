// Claims that are granted, refused or left to the next gesprek.
extension Deliberation {
  mutating func grant(_ id: String, _ why: TextReference?) throws(Refusal) -> Decision {
    let (claim, definition, actor) = try deciding(id)
    if definition.needs.contains(.proof), !claim.proofs.contains(where: { $0.on <= happened }) {
      if let first = claim.proofs.map(\.on).min() {
        check(notBefore: first, Localized(nl: "het bewijs", en: "the proof"))
      } else {
        lack(
          definition.title,
          Sentence.plainly(
            "\(id) heeft geen bewijs: vraag erom (claim \(traject.name) \(id) --proof …), wijs af met refuse, of schuif door met defer",
            "\(id) has no proof: ask for it (claim \(traject.name) \(id) --proof …), refuse it, or leave it to the next gesprek with defer"
          ), rule: definition.citation)
      }
    }
    if let last = standing.lastDay(ofClaiming: definition, at: traject.gesprek(deciding: claim)),
      claim.on > last
    {
      lack(
        definition.title,
        Sentence.plainly(
          "\(id) is op \(claim.on.longNL) ingediend en telt bij dit gesprek niet mee: dat had uiterlijk \(last.longNL) gemoeten; wijs af met refuse, of schuif door met defer",
          "\(id) was made on \(claim.on.longEN) and does not count at this gesprek: that had to be by \(last.longEN); refuse it, or leave it to the next gesprek with defer"
        ), rule: definition.citation)
    }
    return try decision([
      entry(
        .claimGranted(claim: id, why: why), by: actor, rule: definition.citation, meets: [claim.decision])
    ])
  }

  mutating func refuse(_ id: String, _ why: TextReference) throws(Refusal) -> Decision {
    let (claim, definition, actor) = try deciding(id)
    return try decision([
      entry(
        .claimRefused(claim: id, why: why), by: actor, rule: definition.citation, meets: [claim.decision])
    ])
  }

  /// Leaves a claim to the next gesprek, where it is open again.
  mutating func deferClaim(_ id: String, _ why: TextReference) throws(Refusal) -> Decision {
    let (claim, definition, actor) = try deciding(id)
    try settle()
    let next = standing.occurrence(
      ofGesprek: definition.gesprek, on: happened, besides: traject.gesprek(deciding: claim))
    guard let next else {
      throw refusal(
        definition.title,
        Sentence.plainly(
          "er volgt geen gesprek meer waarnaar \(id) kan doorschuiven: beslis met grant of refuse",
          "no gesprek follows to which \(id) could be left: decide with grant or refuse"),
        rule: definition.citation)
    }
    return try decision([
      entry(.claimDeferred(claim: id, why: why, to: next), by: actor, rule: definition.citation)
    ])
  }

  /// The claim with an id, where it is open and this actor may decide it on this day.
  private mutating func deciding(_ id: String) throws(Refusal) -> (Traject.Claim, ClaimDefinition, Actor) {
    try checkThereAreClaims()
    let claim = try claim(named: id)
    let definition = try kind(of: claim)
    let actor = actor(among: definition.grantedBy, rule: definition.citation)
    if let person = actor.person, person == claim.by.person {
      lack(
        Refusal.Missing(
          what: definition.title,
          message: Sentence.plainly(
            "\(person) heeft \(id) zelf ingediend: een ander beslist erover",
            "\(person) made \(id): another person decides about it"),
          role: definition.grantedBy.first,
          person: definition.grantedBy.first.flatMap { role in
            traject.holders(of: role, on: happened).last { $0 != person }
          }, rule: Citation(rules: ["GEN-12"] + definition.citation.rules)))
    }
    if let opening = traject.opening(of: claim) {
      check(notBefore: opening, Phrase.hold(workflow.title(of: claim.gesprek.id)))
    } else {
      let gesprek = obligation(ObligationKey(claim.gesprek, .held)).map(unmet)
      var missing = gesprek ?? Refusal.Missing(what: definition.title, message: definition.title)
      missing.rule = definition.citation
      missing.message = Sentence.plainly(
        "over \(id) wordt beslist vanaf de dag van het gesprek: leg eerst vast dat \(claim.gesprek) gehouden is (held)",
        "\(id) is decided from the day of its gesprek: record first that \(claim.gesprek) was held (held)")
      lack(missing)
    }
    check(
      notBefore: max(claim.on, claim.deferred ?? claim.on),
      Localized(nl: "de claim \(claim.id)", en: "claim \(claim.id)"))
    return (claim, definition, actor)
  }

  /// What a gesprek cannot close without where it asks `claims decided`: a decision on each of its claims.
  func undecidedClaims(of gesprek: ItemKey) -> [Refusal.Missing] {
    traject.claims(of: gesprek).filter(\.isOpen).compactMap { claim in
      standing.asked.first { $0.key == claim.decision }.map { obligation in
        var missing = unmet(obligation)
        missing.message = Sentence.plainly(
          "over \(claim.id) (\(claim.item)) is nog niet beslist: ken toe met grant, wijs af met refuse, of schuif door met defer",
          "\(claim.id) (\(claim.item)) is not decided yet: grant it, refuse it, or leave it to the next gesprek with defer"
        )
        return missing
      }
    }
  }
}
