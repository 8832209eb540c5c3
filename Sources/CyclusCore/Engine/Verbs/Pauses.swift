// Stopping the clocks of a traject, and starting them again; everything is still recorded meanwhile (GEN-14).
extension Deliberation {
  private var word: Localized { Localized(nl: "pauze", en: "pause") }

  private func definition() throws(Refusal) -> PauseDefinition {
    guard let definition = workflow.pauses else {
      throw refusal(word, Sentence.plainly("deze workflow kent geen pauze", "this workflow knows no pause"))
    }
    return definition
  }

  /// Stops the clocks from a day on, or records a pause that is over, up to and including its last day.
  mutating func pause(_ from: Day?, _ last: Day?, _ cause: PauseDefinition.Cause) throws(Refusal) -> Decision
  {
    let definition = try definition()
    let actor = actor(among: definition.by, rule: definition.citation)
    let pause = Traject.Pause(cause: cause, since: from ?? happened, until: last.map { $0 + 1 })
    func lack(_ message: Localized) { self.lack(word, message, rule: definition.citation) }
    if pause.since > occasion.today {
      lack(Sentence.afterToday(pause.since, occasion.today))
    } else if pause.since > happened {
      lack(
        Sentence.plainly(
          "een pauze die op \(pause.since.longNL) begint, kan op \(happened.longNL) nog niet zijn vastgelegd; laat --on weg, of noem een eerdere dag met --from",
          "a pause that begins on \(pause.since.longEN) cannot have been recorded on \(happened.longEN) yet; leave --on out, or give an earlier day with --from"
        ))
    }
    if pause.since < traject.from { lack(Sentence.beforeStart(pause.since, traject.from)) }
    if let last { check(pause, endingOn: last, definition) }
    if let other = traject.pauses.first(where: { $0.overlaps(pause) }) { lack(Sentence.overlapping(other)) }
    let decision = try decision([
      entry(
        .paused(cause: cause, since: pause.since, resumed: pause.until), by: actor,
        rule: definition.citation)
    ])
    return remarked(decision, definition)
  }

  /// Checks the last day of a pause that is over.
  private mutating func check(_ pause: Traject.Pause, endingOn last: Day, _ definition: PauseDefinition) {
    let end = traject.until ?? rulebook.timeline.end
    let (days, all) = (last - pause.since + 1, end - traject.from + 1)
    if last < pause.since {
      lack(word, Sentence.endsBeforeItBegins(last, pause.since), rule: definition.citation)
    } else if last >= occasion.today {
      lack(word, Sentence.notOverYet(last, occasion.today), rule: definition.citation)
    } else if days > all {
      lack(word, Sentence.longerThanTheTraject(days, all), rule: definition.citation)
    }
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
    remarks.append(
      days == 0
        ? Sentence.plainly(
          "de pauze duurde geen dag; er verschuift niets", "the pause took no day; nothing moves")
        : Sentence.plainly(
          "de klok stond \(Phrase.days(days).nl) stil", "the clock stood still for \(Phrase.days(days).en)"))
    return remarked(
      try decision([entry(.resumed, by: actor, rule: definition.citation)]), definition)
  }

  /// Adds what is left of the budgets after a decision, or by how much they are passed.
  private func remarked(_ decision: Decision, _ definition: PauseDefinition) -> Decision {
    let after = traject.applying(decision.entries)
    let ledger = PauseLedger(after.pauses, definition, on: occasion.today)
    var decision = decision
    decision.remarks += ledger.findings + ledger.remarks
    return decision
  }
}

extension Traject.Pause {
  /// Whether two pauses have a day in common.
  fileprivate func overlaps(_ other: Traject.Pause) -> Bool {
    let (end, otherEnd) = (until?.number ?? .max, other.until?.number ?? .max)
    return since.number < otherEnd && other.since.number < end
  }
}

extension Sentence {
  /// Why a pause cannot be where another one is.
  fileprivate static func overlapping(_ other: Traject.Pause) -> Localized {
    guard let until = other.until else {
      return plainly(
        "het traject is al gepauzeerd sinds \(other.since.longNL)",
        "the traject has been paused already since \(other.since.longEN)")
    }
    let last = max(other.since, until - 1)
    return plainly(
      "van \(other.since.longNL) tot en met \(last.longNL) was het traject al gepauzeerd: kies met --from en --until dagen daarvoor of daarna",
      "the traject was paused already from \(other.since.longEN) until \(last.longEN): choose days before or after that with --from and --until"
    )
  }

  fileprivate static func endsBeforeItBegins(_ last: Day, _ since: Day) -> Localized {
    plainly(
      "de laatste dag van de pauze, \(last.longNL), ligt voor de eerste, \(since.longNL): verwissel --from en --until, of verbeter er een",
      "the last day of the pause, \(last.longEN), lies before the first, \(since.longEN): swap --from and --until, or mend one of them"
    )
  }

  fileprivate static func notOverYet(_ last: Day, _ today: Day) -> Localized {
    plainly(
      "--until is voor een pauze die voorbij is, en \(last.longNL) is nog niet voorbij op \(today.longNL): laat --until weg, en geef resume zodra het zover is",
      "--until is for a pause that is over, and \(last.longEN) is not over yet on \(today.longEN): leave --until out, and give resume when the time has come"
    )
  }

  fileprivate static func longerThanTheTraject(_ days: Int, _ all: Int) -> Localized {
    plainly(
      "een pauze van \(Phrase.days(days).nl) is langer dan het traject (\(all)): kijk de datums na; was het echt zo lang, leg het dan vast met pause --from en daarna resume --on",
      "a pause of \(Phrase.days(days).en) is longer than the traject (\(all)): check the dates; if it really took that long, record it with pause --from and then resume --on"
    )
  }
}
