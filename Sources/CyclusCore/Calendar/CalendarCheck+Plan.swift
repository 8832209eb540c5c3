// What is found about a year plan as a whole, and about files beside each other.
extension CalendarCheck {
  // MARK: Periods

  /// Weeks with school between the first period and the last that belong to none.
  func periods(of source: CalendarSource) -> [Finding] {
    let periods = source.placed.filter { $0.entry.kind == .period && $0.entry.from <= $0.entry.to }
    guard let first = periods.first?.entry, let last = periods.map(\.entry.to).max() else { return [] }
    let working = regions.map { calendar.workingDays(in: $0) }
    var gaps: [(from: Day, to: Day, after: Int)] = []
    var monday = first.from.monday
    while monday <= last {
      let days = (0..<5).map { monday + $0 }
      let inNone = days.filter { day in
        first.from <= day && day <= last && working.contains { $0.isWorking(day) }
          && !periods.contains { $0.entry.contains(day) }
      }
      if let from = inNone.first, let to = inNone.last {
        let before = periods.last { $0.entry.to < from }?.line ?? periods[0].line
        if let gap = gaps.last, gap.after == before {
          gaps[gaps.count - 1].to = to
        } else {
          gaps.append((from, to, before))
        }
      }
      monday = monday + 7
    }
    return gaps.map { gap in
      .calendar(
        .warning, "GapBetweenPeriods", line: gap.after,
        Localized(
          nl: "na deze periode horen lesdagen bij geen enkele: \(gap.from.longNL) t/m \(gap.to.longNL)",
          en: "after this period days with school belong to none: \(gap.from.longEN) to \(gap.to.longEN)"),
        remedy: Localized(
          nl: "laat de perioden op elkaar aansluiten, of zet er een vrije periode tussen",
          en: "let the periods join, or put free days between them"))
    }
  }

  // MARK: Teaching weeks and exam weeks

  /// Calendar weeks of teaching or exams in which a region has no school at all.
  func weeks(of source: CalendarSource) -> [Finding] {
    let working = regions.map { (region: $0, days: calendar.workingDays(in: $0)) }
    return source.placed.compactMap { placed in
      let entry = placed.entry
      guard entry.kind == .teachingWeek || entry.kind == .examWeek, entry.from <= entry.to else { return nil }
      let own = working.filter { entry.holds(in: $0.region) }
      var monday = entry.from.monday
      while monday <= entry.to {
        let days = (0..<5).map { monday + $0 }.filter(entry.contains)
        let without = own.filter { region in !days.isEmpty && !days.contains(where: region.days.isWorking) }
        if let region = without.first, let day = days.first {
          let reason = region.days.reason(day) ?? Localized("")
          let names = without.map(\.region)
          let isAll = names.count == own.count
          return .calendar(
            .warning, "WeekInHoliday", line: placed.line,
            Localized(
              nl:
                "«\(entry.name.nl)»: in week \(monday.isoWeek.week) (vanaf \(day.longNL)) is er\(isAll ? "" : " in " + Sentence.list(names, "en")) geen school: \(reason.nl)",
              en:
                "“\(entry.name.en)”: in week \(monday.isoWeek.week) (from \(day.longEN)) there is no school\(isAll ? "" : " in " + Sentence.list(names, "and")): \(reason.en)"
            ),
            remedy: Localized(
              nl: "verzet de week, of zet de dagen erin als lesdag",
              en: "move the week, or put the days in as teaching days"))
        }
        monday = monday + 7
      }
      return nil
    }
  }

  // MARK: Files beside each other

  /// Files for a layer that another file fills already.
  func doubled() -> [Placed] {
    sources.forOneLayer.map { number, other in
      let what = sources[number].layer.kind.title
      let isSame = other.file.name == sources[number].file.name
      return (
        number,
        .calendar(
          .error, "TwoForOneLayer", line: nil,
          isSame
            ? Localized(nl: "dit bestand is twee keer gegeven", en: "this file is given twice")
            : Localized(
              nl: "dit bestand en \(other.file.name) zijn beide de laag «\(what.nl)»",
              en: "this file and \(other.file.name) are both the layer “\(what.en)”"),
          remedy: isSame
            ? Localized(nl: "geef het één keer", en: "give it once")
            : Localized(nl: "voeg ze samen tot één bestand", en: "put them together in one file"))
      )
    }
  }

  /// School years in which a region has not one day of school, each at the longest of its free entries.
  func withoutSchool() -> [Placed] {
    let known = sources.map(\.layer.known)
    guard let first = known.map(\.lowerBound).min(), let last = known.map(\.upperBound).max() else {
      return []
    }
    let working = regions.map { (region: $0, days: calendar.workingDays(in: $0)) }
    return (SchoolYear(of: first).year...SchoolYear(of: last).year).compactMap { number in
      let year = SchoolYear(year: number)
      let without = working.filter { region in
        !(0...(year.last - year.first)).contains { region.days.isWorking(year.first + $0) }
      }.map(\.region)
      let free = sources.enumerated().flatMap { number, source in
        source.placed.filter {
          $0.entry.kind == .free && $0.entry.from <= year.last && year.first <= $0.entry.to
        }.map { (source: number, placed: $0) }
      }
      guard !without.isEmpty, let longest = free.max(by: { $0.placed.entry.length < $1.placed.entry.length })
      else { return nil }
      let isAll = without.count == working.count
      return (
        longest.source,
        .calendar(
          .error, "NoSchool", line: longest.placed.line,
          Localized(
            nl:
              "in schooljaar \(year) is er\(isAll ? "" : " in " + Sentence.list(without, "en")) niet één lesdag",
            en:
              "in school year \(year) there is not one day of school\(isAll ? "" : " in " + Sentence.list(without, "and"))"
          ),
          remedy: Localized(nl: "kijk de vrije dagen na", en: "look at the free days"))
      )
    }
  }

  /// The number of days ahead that has to be known where no next period is: twenty weeks, as long as a half-year of teaching.
  private static let ahead = 140

  /// The layer that ends before the next period does; of several the one that ends first.
  func runningOut(_ today: Day) -> [Placed] {
    let ends = sources.enumerated().map { ($0.offset, $0.element.layer.knownUntil) }
    guard let (number, until) = ends.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return [] }
    let next = sources.flatMap(\.layer.entries).filter { $0.kind == .period && $0.from > today }
      .min { $0.from < $1.from }
    let needed = max(next?.to ?? today, today + Self.ahead)
    guard until < needed else { return [] }
    let isOver = until < today
    return [
      (
        number,
        .calendar(
          .warning, "RunsOut", line: nil,
          Localized(
            nl:
              "de kalender \(isOver ? "liep af" : "loopt af") op \(until.longNL); gerekend vanaf \(today.longNL) is hij nodig tot en met \(needed.longNL)",
            en:
              "the calendar \(isOver ? "ran" : "runs") out on \(until.longEN); seen from \(today.longEN) it is needed until \(needed.longEN)"
          ),
          remedy: Localized(
            nl: "voeg de dagen van het volgende schooljaar toe", en: "add the days of the next school year"))
      )
    ]
  }
}
