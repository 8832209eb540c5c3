/// Holds the files of a calendar against each other and against what a school year has.
struct CalendarCheck {
  let sources: [CalendarSource]
  /// The calendar that they make, with the public holidays.
  let calendar: SchoolCalendar
  /// The holiday regions that are looked at.
  let regions: [String]

  /// A finding, and the number of the source that it is about.
  typealias Placed = (source: Int, finding: Finding)

  // MARK: Entries by themselves and with each other

  /// Entries that end before they begin, and those of one layer that overlap.
  func entries(of source: CalendarSource) -> [Finding] {
    let placed = source.placed
    var findings = placed.filter { $0.entry.to < $0.entry.from }.map { reversed($0.entry, line: $0.line) }
    // Entries are in the order of their first days, so only those that have not ended can share one with the next.
    var running = RunningEntries()
    for other in placed where isLookedAt(other.entry) && other.entry.from <= other.entry.to {
      running.end(before: other.entry.from)
      // One conflict of an entry is enough: of a thousand alike each is told once.
      findings +=
        running.rivals(of: other.entry).lazy.joined().filter { $0.entry.sharesRegion(with: other.entry) }
        .map { one in overlap(one.entry, other.entry, lines: (one.line, other.line)) }
        .first { !$0.isEmpty } ?? []
      running.add(other)
    }
    return findings
  }

  /// Names with a mail address in them: names of people do not belong in a calendar, where they are never erased.
  func names(of source: CalendarSource) -> [Finding] {
    var lines: Set<Int> = []
    let signs = ["@", "\u{FF20}", "\u{FE6B}", "%40"]
    return source.placed.filter { placed in
      signs.contains { placed.entry.name.nl.contains($0) } && lines.insert(placed.line).inserted
    }.map {
      .calendar(
        .error, "MailAddress", line: $0.line,
        Localized(
          nl: "in «\($0.entry.name.nl)» staat zo te zien een mailadres, en een kalender wordt nooit gewist",
          en: "“\($0.entry.name.en)” seems to hold a mail address, and a calendar is never erased"),
        remedy: Localized(
          nl: "noem de dagen naar wat er is, niet naar wie",
          en: "name the days after what there is, not after whom"))
    }
  }

  /// The entries that have not ended, by what can be wrong between two of them, so that each is held against few others.
  private struct RunningEntries {
    /// What two entries have in common that may not share days.
    private enum Group: Hashable {
      case kind(CalendarEntry.Kind)
      /// Free days and days opened again: only of two as long it is not clear which wins.
      case length(CalendarEntry.Kind, Int)
    }

    private var groups: [Group: [(entry: CalendarEntry, line: Int)]] = [:]
    private var earliestEnd: [Group: Day] = [:]

    /// Forgets what ended before a day; each entry is moved once more only when another has ended.
    mutating func end(before day: Day) {
      for (group, end) in earliestEnd where end < day {
        groups[group]?.removeAll { $0.entry.to < day }
        earliestEnd[group] = groups[group]?.map(\.entry.to).min()
      }
    }

    /// The entries that an entry can be at odds with.
    func rivals(of entry: CalendarEntry) -> [[(entry: CalendarEntry, line: Int)]] {
      let others: Group? =
        switch entry.kind {
        case .free: .length(.teaching, entry.length)
        case .teaching: .length(.free, entry.length)
        case .teachingWeek: .kind(.examWeek)
        case .examWeek: .kind(.teachingWeek)
        case .period: nil
        }
      return [groups[.kind(entry.kind)], others.flatMap { groups[$0] }].compactMap(\.self)
    }

    mutating func add(_ placed: (entry: CalendarEntry, line: Int)) {
      for group in [Group.kind(placed.entry.kind), .length(placed.entry.kind, placed.entry.length)] {
        groups[group, default: []].append(placed)
        earliestEnd[group] = min(earliestEnd[group] ?? placed.entry.to, placed.entry.to)
      }
    }
  }

  private func isLookedAt(_ entry: CalendarEntry) -> Bool {
    entry.region.map(regions.contains) ?? true
  }

  private func reversed(_ entry: CalendarEntry, line: Int) -> Finding {
    .calendar(
      .error, "ReversedDates", line: line,
      Localized(
        nl: "«\(entry.name.nl)» eindigt op \(entry.to.longNL), voordat het op \(entry.from.longNL) begint",
        en:
          "“\(entry.name.en)” ends on \(entry.to.longEN), before it begins on \(entry.from.longEN)"
      ),
      remedy: Localized(nl: "wissel begin en eind om", en: "swap begin and end"))
  }

  /// What is wrong with two entries that share days; nothing where one may stand in the other, as an exam week in a period.
  private func overlap(_ one: CalendarEntry, _ other: CalendarEntry, lines: (Int, Int)) -> [Finding] {
    let kinds = Set([one.kind, other.kind])
    let (first, second) = lines.0 <= lines.1 ? (one, other) : (other, one)
    let (earlier, later) = (min(lines.0, lines.1), max(lines.0, lines.1))
    if kinds.count == 1 {
      guard first.name.nl.lowercased() != second.name.nl.lowercased() else {
        return [same(first, lines: (earlier, later))]
      }
      // A block may stand in a semester; a day off in a holiday is said twice, which does no harm.
      let isNested = one.contains(other) || other.contains(one)
      if isNested, one.kind == .period { return [] }
      return [
        .calendar(
          isNested && one.kind == .free ? .note : .warning, "Overlap", line: later,
          Localized(
            nl: "\(second.described.nl) valt over \(first.described.nl) van regel \(earlier) heen",
            en: "\(second.described.en) overlaps \(first.described.en) of line \(earlier)"),
          remedy: one.from == other.from && one.to == other.to
            ? Localized(
              nl: "maak er één regel van, of haal er een weg", en: "make one line of them, or remove one")
            : Localized(
              nl: "laat de een eindigen voor de ander begint", en: "let one end before the other begins"))
      ]
    }
    guard
      kinds == [.teachingWeek, .examWeek] || (kinds == [.free, .teaching] && one.length == other.length)
    else { return [] }
    return [
      .calendar(
        .warning, "Contradiction", line: later,
        Localized(
          nl: "\(second.described.nl) spreekt \(first.described.nl) van regel \(earlier) tegen",
          en: "\(second.described.en) contradicts \(first.described.en) of line \(earlier)"),
        remedy: Localized(
          nl: "kies wat geldt, en haal het andere weg", en: "choose which holds, and remove the other"))
    ]
  }

  private func same(_ first: CalendarEntry, lines: (earlier: Int, later: Int)) -> Finding {
    .calendar(
      .error, "Overlap", line: lines.later,
      Localized(
        nl: "\(first.described.nl) staat er al, op regel \(lines.earlier)",
        en: "\(first.described.en) is there already, on line \(lines.earlier)"),
      remedy: Localized(
        nl: "haal een van beide weg, of verbeter de dagen", en: "remove one of both, or mend the days"))
  }

  // MARK: The five breaks

  /// Breaks of an odd length, and school years that lack one.
  func breaks(of source: CalendarSource) -> [Finding] {
    let holidays = source.placed.compactMap { placed -> Holiday? in
      guard placed.entry.kind == .free, isLookedAt(placed.entry) else { return nil }
      return SchoolBreak(name: placed.entry.name.nl).map {
        Holiday(which: $0, entry: placed.entry, line: placed.line)
      }
    }
    let odd = holidays.compactMap { oddLength($0, in: source.layer.kind) }
    guard source.layer.kind == .schoolHolidays else { return odd }
    return odd + missing(holidays, in: source.layer)
  }

  /// A break in a file.
  private struct Holiday {
    let which: SchoolBreak
    let entry: CalendarEntry
    let line: Int
    var year: SchoolYear { SchoolYear(of: entry.from) }
  }

  /// The ministry gives a short break nine days, from Saturday to Sunday.
  ///
  /// An institute may leave the weekends out, or give May two weeks.
  private func oddLength(_ holiday: Holiday, in kind: CalendarLayer.Kind) -> Finding? {
    let entry = holiday.entry
    guard holiday.which.isOneWeek, entry.from <= entry.to else { return nil }
    let isWhole = entry.from.weekday == .saturday && entry.to.weekday == .sunday
    if isWhole, entry.length == 9 { return nil }
    if kind == .institute {
      if entry.from.weekday == .monday, entry.to.weekday == .friday, entry.length == 5 { return nil }
      if holiday.which == .may, isWhole, entry.length == 16 { return nil }
    }
    let dayNL = "van \(entry.from.weekday.nl) t/m \(entry.to.weekday.nl)"
    let dayEN = "\(entry.from.weekday.en) to \(entry.to.weekday.en)"
    let (daysNL, daysEN) = entry.length == 1 ? ("dag", "day") : ("dagen", "days")
    return .calendar(
      .warning, "ShortBreak", line: holiday.line,
      Localized(
        nl: "\(entry.described.nl) telt \(entry.length) \(daysNL), \(dayNL)",
        en: "\(entry.described.en) has \(entry.length) \(daysEN), \(dayEN)"),
      remedy: Localized(
        nl: "een korte vakantie telt 9 dagen, van zaterdag tot en met zondag: kijk de dagen na",
        en: "a short break has 9 days, from Saturday to Sunday: look at the days"))
  }

  /// In each school year that the file is about, each region has all five.
  private func missing(_ holidays: [Holiday], in layer: CalendarLayer) -> [Finding] {
    let years = Set(holidays.map(\.year)).sorted()
    let named = regions.filter { region in layer.entries.contains { $0.region == region } }
    return years.flatMap { year in
      SchoolBreak.allCases.flatMap { which -> [Finding] in
        let own = holidays.filter { $0.year == year && $0.which == which }
        let lacking = named.filter { region in !own.contains { $0.entry.holds(in: region) } }
        guard !lacking.isEmpty || (named.isEmpty && own.isEmpty) else { return [] }
        let (inNL, inEN) =
          lacking.isEmpty
          ? ("", "")
          : (
            " in \(Sentence.list(lacking, "en"))", " in \(Sentence.list(lacking, "and"))"
          )
        return [
          .calendar(
            .warning, "MissingBreak", line: nil,
            Localized(
              nl: "schooljaar \(year) heeft\(inNL) geen \(which.title.nl)",
              en: "school year \(year) has no \(which.title.en)\(inEN)"),
            remedy: Localized(nl: "voeg haar toe", en: "add it"))
        ]
      }
    }
  }
}
