// Stopping the clocks of a traject, and starting them again; everything is still recorded meanwhile (GEN-14).
extension Deliberation {
  private var word: Localized { Localized(nl: "pauze", en: "pause") }

  private func definition() throws(Refusal) -> PauseDefinition {
    guard let definition = workflow.pauses else {
      throw refusal(word, Sentence.plainly("deze workflow kent geen pauze", "this workflow knows no pause"))
    }
    return definition
  }

  mutating func pause(_ from: Day?, _ cause: PauseDefinition.Cause) throws(Refusal) -> Decision {
    let definition = try definition()
    let actor = actor(among: definition.by, rule: definition.citation)
    let since = from ?? happened
    if let standing = traject.standingPause {
      lack(
        word,
        Sentence.plainly(
          "het traject is al gepauzeerd sinds \(standing.since.longNL)",
          "the traject has been paused already since \(standing.since.longEN)"), rule: definition.citation)
    }
    if since > occasion.today {
      lack(word, Sentence.afterToday(since, occasion.today), rule: definition.citation)
    }
    if since < traject.from {
      lack(word, Sentence.beforeStart(since, traject.from), rule: definition.citation)
    }
    if let last = traject.pauses.last?.until, since < last {
      lack(
        word,
        Sentence.plainly(
          "tot \(last.longNL) liep de vorige pauze: laat --from op of na die dag beginnen",
          "the pause before lasted until \(last.longEN): begin with --from on or after that day"),
        rule: definition.citation)
    }
    return try decision([entry(.paused(cause: cause, since: since), by: actor, rule: definition.citation)])
  }

  mutating func resume() throws(Refusal) -> Decision {
    let definition = try definition()
    let actor = actor(among: definition.by, rule: definition.citation)
    guard let standing = traject.standingPause else {
      throw refusal(
        word, Sentence.plainly("het traject is niet gepauzeerd", "the traject is not paused"),
        rule: definition.citation)
    }
    check(notBefore: standing.since, Localized(nl: "het begin van de pauze", en: "the start of the pause"))
    let days = standing.days(upTo: happened)
    let (nl, en) = days == 1 ? ("1 dag", "1 day") : ("\(days) dagen", "\(days) days")
    remarks.append(
      days == 0
        ? Sentence.plainly(
          "de pauze duurde geen dag; er verschuift niets", "the pause took no day; nothing moves")
        : Sentence.plainly(
          "de klok stond \(nl) stil; de open termijnen zijn zoveel verschoven",
          "the clock stood still for \(en); the open terms moved by that much"))
    return try decision([entry(.resumed, by: actor, rule: definition.citation)])
  }
}
