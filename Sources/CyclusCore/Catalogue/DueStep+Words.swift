// The steps of a date, in words.
extension DueAccount.Line {
  /// What the step does, without the day that it comes to: `10 werkdagen verder`.
  public func words(_ workflow: Workflow) -> Localized {
    switch step {
    case .from, .waits: Localized("")
    case .teachingWeeks(let count, _, _, _):
      Localized(
        nl: count == 1 ? "de vrijdag van de 1e lesweek" : "de vrijdag van de \(count)e lesweek",
        en: "the Friday of teaching week \(count) from there")
    case .blockBegins(let name, let weeks, _, _, _): Self.blockBegins(name, after: weeks, workflow)
    case .counted(let span, let isBack, _, _, _):
      Localized(
        nl: "\(span.words.nl) \(isBack ? "terug" : "verder")",
        en: "\(span.words.en) \(isBack ? "back" : "on")")
    case .margin(let span, _, _, _):
      Localized(nl: "marge: \(span.words.nl) voor het einde", en: "margin: \(span.words.en) before the end")
    case .rolled(let from, let to, _):
      to < from
        ? Localized(nl: "rolt terug naar de laatste werkdag", en: "rolls back to the last working day")
        : Localized(nl: "rolt naar de eerstvolgende werkdag", en: "rolls on to the next working day")
    case .middle(let days, let to): Self.middle(days, to)
    case .share(let part, let of, let days, _, _): Self.share(part, of, days)
    case .notBefore(let bound, _, _), .notAfter(let bound, _, _): bound.words(workflow)
    case .stoodStill(let stretches, _, _): Self.stoodStill(stretches, workflow)
    case .notMoved(let stretches, let stay, _): Self.notMoved(stretches, stay, workflow)
    case .stands(let gesprek, _):
      Localized(
        nl: "geldt als dag van: \(workflow.title(of: gesprek.first).nl) (nog niet gepland)",
        en: "stands for the day of: \(workflow.title(of: gesprek.first).en) (not planned yet)")
    case .recorded(_, let record): record.words(event, isDated: isDated)
    }
  }

  private var isDated: Bool { if case .recorded(nil, _) = step { false } else { true } }

  private static func blockBegins(_ name: String, after weeks: Int?, _ workflow: Workflow) -> Localized {
    guard let weeks else {
      return Localized(nl: "de eerste week met les", en: "the first week with school")
    }
    let block = Phrase.block(name, workflow)
    if weeks == 0 {
      return Localized(
        nl: "\(block.nl) begint in de eerste lesweek daarna",
        en: "\(block.en) begins in the first teaching week after that")
    }
    return Localized(
      nl: "\(block.nl) begint na nog \(weeks == 1 ? "1 week" : "\(weeks) weken") tussen de blokken",
      en: "\(block.en) begins after \(weeks == 1 ? "1 week" : "\(weeks) weeks") more between the blocks")
  }

  private static func middle(_ days: ClosedRange<Day>, _ to: Day) -> Localized {
    let (all, half) = (days.upperBound - days.lowerBound + 1, to - days.lowerBound)
    return Localized(
      nl: "midden van \(all) dagen, tot en met \(days.upperBound.longNL): \(half) dagen verder",
      en: "middle of \(all) days, up to \(days.upperBound.longEN): \(half) days on")
  }

  private static func share(_ part: Int, _ of: Int, _ days: ClosedRange<Day>) -> Localized {
    let all = days.upperBound - days.lowerBound + 1
    return Localized(
      nl:
        "gelijk verdeeld over \(days.lowerBound.longNL)–\(days.upperBound.longNL), \(all) dagen: deel \(part) van \(of)",
      en:
        "spread evenly over \(days.lowerBound.longEN)–\(days.upperBound.longEN), \(all) days: part \(part) of \(of)"
    )
  }

  private static func stoodStill(_ stretches: [Stretch], _ workflow: Workflow) -> Localized {
    let days = Phrase.days(stretches.reduce(0) { $0 + $1.days })
    let told = stretches.map { $0.words(workflow) }
    return Localized(
      nl: "de klok stond \(days.nl) stil: \(told.map(\.nl).joined(separator: ", "))",
      en: "the clock stood still for \(days.en): \(told.map(\.en).joined(separator: ", "))")
  }

  private static func notMoved(_ stretches: [Stretch], _ stay: DueStay, _ workflow: Workflow) -> Localized {
    let (told, why) = (stretches.map { $0.words(workflow) }, stay.words(workflow))
    return Localized(
      nl: "schuift niet op met \(Sentence.list(told.map(\.nl), "en")): \(why.nl)",
      en: "is not moved by \(Sentence.list(told.map(\.en), "and")): \(why.en)")
  }

  /// The day that the step comes to.
  public var day: Day? {
    switch step {
    case .from(let day, _): day
    case .teachingWeeks(_, _, let to, _), .blockBegins(_, _, _, let to, _), .counted(_, _, _, let to, _),
      .margin(_, _, let to, _),
      .rolled(_, let to, _), .middle(_, let to), .share(_, _, _, _, let to), .notBefore(_, _, let to),
      .notAfter(_, _, let to), .stoodStill(_, _, let to), .stands(_, let to):
      to
    case .notMoved: nil
    case .recorded(let due, _): due
    case .waits: nil
    }
  }

  /// The days that the step passed over, a run of days with one name as a run: `ma 6 apr Tweede paasdag`.
  public var skipped: [Localized] { Self.runs(step.skipped.sorted { $0.day < $1.day }) }

  private static func runs(_ days: [SkippedDay]) -> [Localized] {
    var runs: [(first: Day, last: Day, name: Localized?)] = []
    for skipped in days {
      // A Saturday and Sunday need no name beside that of the day.
      let name = skipped.name.en == "Saturday" || skipped.name.en == "Sunday" ? nil : skipped.name
      if let last = runs.last, last.last + 1 == skipped.day, last.name == name {
        runs[runs.count - 1].last = skipped.day
      } else {
        runs.append((skipped.day, skipped.day, name))
      }
    }
    return runs.map { first, last, name in
      func run(_ first: String, _ last: String, _ name: String?, _ isOne: Bool) -> String {
        (isOne ? first : "\(first)–\(last)") + (name.map { " \($0)" } ?? "")
      }
      let isOne = first == last
      return Localized(
        nl: run(
          "\(first.weekday.nl) \(first.shortNL)", "\(last.weekday.nl) \(last.shortNL)", name?.nl, isOne),
        en: run("\(first.weekday.en) \(first.shortEN)", "\(last.weekday.en) \(last.shortEN)", name?.en, isOne)
      )
    }
  }
}

extension Stretch {
  /// Its first and last day, and what stopped the clock: `3 feb–24 feb 2026 (pauze, student)`.
  fileprivate func words(_ workflow: Workflow) -> Localized {
    let (stops, last) = (stops.map { $0.words(workflow) }, until - 1)
    return Localized(
      nl: "\(since.shortNL)–\(last.shortNL) \(last.year) (\(Sentence.list(stops.map(\.nl), "en")))",
      en: "\(since.shortEN)–\(last.shortEN) \(last.year) (\(Sentence.list(stops.map(\.en), "and")))")
  }
}

extension DueStay {
  /// Why the date stays where it is.
  fileprivate func words(_ workflow: Workflow) -> Localized {
    switch self {
    case .ranLater(let day):
      Localized(
        nl: "deze termijn liep pas vanaf \(day.longNL)", en: "this term ran from \(day.longEN) only")
    case .passed: Localized(nl: "dat begon na deze datum", en: "that began after this date")
    case .teachingWeek:
      Localized(
        nl: "dit hoort bij een lesweek, en die blijft staan",
        en: "this belongs to a teaching week, which stays")
    case .gesprek(let key):
      Localized(
        nl: "de datum volgt de dag van: \(workflow.title(of: key.first).nl)",
        en: "the date follows the day of: \(workflow.title(of: key.first).en)")
    case .endMoved(let day):
      Localized(
        nl: "het einde is op \(day.longNL) verplaatst, dus dat telde al mee",
        en: "the end was moved on \(day.longEN), so that counted already")
    }
  }
}

extension Stretch.Stop {
  fileprivate func words(_ workflow: Workflow) -> Localized {
    switch self {
    case .pause(let cause): Localized(nl: "pauze, \(cause.words.nl)", en: "pause, \(cause.words.en)")
    case .block(let id):
      Localized(
        nl: "blokkade \(workflow.block(id)?.title.nl ?? id)",
        en: "block \(workflow.block(id)?.title.en ?? id)")
    }
  }
}

extension DueBound {
  /// What keeps the date where it is.
  func words(_ workflow: Workflow) -> Localized {
    switch self {
    case .opening:
      Localized(nl: "niet voor de dag waarop het kan", en: "not before the day on which it can be done")
    case .period: Localized(nl: "niet buiten zijn periode", en: "not outside its period")
    case .gesprek(let key):
      Localized(
        nl: "niet na: \(workflow.title(of: key.first).nl)",
        en: "not after: \(workflow.title(of: key.first).en)")
    case .endOfPeriod:
      Localized(nl: "niet na het einde van zijn periode", en: "not after the end of its period")
    case .lapses(let requirement):
      Localized(
        nl: "vervalt met: \(requirement.brief(workflow).nl)",
        en: "lapses with: \(requirement.brief(workflow).en)")
    case .clock:
      Localized(
        nl: "niet vroeger dan eerst, en niet voor de klok weer liep",
        en: "not earlier than at first, and not before the clock went on")
    case .end: Localized(nl: "niet na het einde van het traject", en: "not after the end of the traject")
    case .adoption(let day):
      Localized(
        nl: "niet voor de dag waarop de kalender is aangenomen (\(day.shortNL))",
        en: "not before the day on which the calendar was adopted (\(day.shortEN))")
    case .overdueAtAdoption(let day):
      Localized(
        nl: "niet voor de datum die al voorbij was toen de kalender werd aangenomen (\(day.shortNL))",
        en: "not before the date that had passed when the calendar was adopted (\(day.shortEN))")
    }
  }
}

extension DueRecord {
  /// In which event the date stands.
  fileprivate func words(_ event: Int?, isDated: Bool) -> Localized {
    let number = event.map { "#\($0)" } ?? "–"
    switch self {
    case .met(_, let day) where !isDated:
      return Localized(
        nl: "zonder datum gedaan in \(number) op \(day.longNL)",
        en: "done without a date in \(number) on \(day.longEN)")
    case .met(_, let day):
      return Localized(
        nl: "staat zo in \(number), waarmee het op \(day.longNL) is gedaan",
        en: "stands so in \(number), by which it was done on \(day.longEN)")
    case .flagged(let day):
      return Localized(
        nl: "staat zo in \(number), dat op \(day.longNL) meldde dat het te laat is",
        en: "stands so in \(number), which flagged it as overdue on \(day.longEN)")
    case .escalated(let id, let day):
      return Localized(
        nl: "staat zo in \(number), dat \(id) opende op \(day.longNL)",
        en: "stands so in \(number), which opened \(id) on \(day.longEN)")
    case .agreed(let id, let day):
      return Localized(
        nl: "zo afgesproken als \(id) in \(number) op \(day.longNL)",
        en: "agreed so as \(id) in \(number) on \(day.longEN)")
    case .adopted:
      return Localized(
        nl: "staat zo in \(number), waarmee het traject op een andere kalender overging",
        en: "stands so in \(number), by which the traject went over to another calendar")
    }
  }
}
