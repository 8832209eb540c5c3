/// A calendar from one source: the public holidays, the school holidays, or what an institute plans itself.
public struct CalendarLayer: Hashable, Sendable {
  /// What a layer is; an earlier case wins over a later one, day by day.
  public enum Kind: String, CaseIterable, Sendable {
    /// An institute's own year plan.
    case institute
    /// The school holidays by region.
    case schoolHolidays = "school_holidays"
    /// The public holidays, by rule.
    case publicHolidays = "public_holidays"
  }

  /// The name by which scripts know it, such as `schoolvakanties`.
  public let id: String
  /// What people call it.
  public let title: Localized
  /// What it is.
  public let kind: Kind
  /// The days for which it is known: outside these it says nothing, which is not the same as that there is school.
  public let known: ClosedRange<Day>
  /// Its entries in the order of their days.
  public let entries: [CalendarEntry]

  /// Creates a layer.
  ///
  /// - Parameter known: The days for which it is known; nil for those of the school years of its entries.
  public init(
    id: String, title: Localized, kind: Kind, known: ClosedRange<Day>? = nil, entries: [CalendarEntry]
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.entries = entries.sorted(by: CalendarEntry.precedes)
    self.known = known ?? Self.schoolYears(of: entries)
  }

  /// The last day for which the layer is known.
  public var knownUntil: Day { known.upperBound }

  /// From the first day of the school year of the first entry to the end of that of the last, or to its own last day.
  ///
  /// A summer holiday that begins in July belongs to the school year that it ends.
  private static func schoolYears(of entries: [CalendarEntry]) -> ClosedRange<Day> {
    let froms = entries.map(\.from)
    guard let first = froms.min(), let last = froms.max() else { return Day(number: 0)...Day(number: 0) }
    let end = entries.map(\.to).reduce(SchoolYear(of: last).last, max)
    return (SchoolYear(of: first).first...end).clamped(to: storable)
  }

  /// The days that a stored calendar can hold: those that `Day` reads.
  public static let storable = Day.year(1900).lowerBound...Day.year(2200).upperBound

  /// The public holidays of a run of calendar years, written out so that a stored calendar never changes with the rules.
  public static func publicHolidays(_ rules: DutchHolidays, years: ClosedRange<Int>) -> CalendarLayer {
    CalendarLayer(
      id: "feestdagen", title: Localized(nl: "feestdagen", en: "public holidays"), kind: .publicHolidays,
      known: Day.year(years.lowerBound).lowerBound...Day.year(years.upperBound).upperBound,
      entries: years.flatMap { year in
        rules.holidays(in: year).map { CalendarEntry(from: $0.day, to: $0.day, name: $0.name) }
      })
  }
}

extension CalendarLayer.Kind {
  /// What people call it.
  public var title: Localized {
    switch self {
    case .institute: Localized(nl: "eigen kalender", en: "own calendar")
    case .schoolHolidays: Localized(nl: "schoolvakanties", en: "school holidays")
    case .publicHolidays: Localized(nl: "feestdagen", en: "public holidays")
    }
  }
}
