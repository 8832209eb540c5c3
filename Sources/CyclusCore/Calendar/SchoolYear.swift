/// A school year: 1 August to 31 July, as the law on education has it.
public struct SchoolYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar year in which it begins, such as 2026 for 2026-2027.
  public let year: Int

  /// Creates the school year that begins in August of a year.
  public init(year: Int) { self.year = year }

  /// The school year in which a day lies.
  public init(of day: Day) { self.init(year: day.month >= 8 ? day.year : day.year - 1) }

  /// 1 August.
  public var first: Day { Day(number: CivilDate(year: year, month: 8, day: 1).dayNumber) }
  /// 31 July of the next year.
  public var last: Day { Day(number: CivilDate(year: year + 1, month: 7, day: 31).dayNumber) }

  /// Both calendar years, such as `2026-2027`.
  public var description: String { "\(year)-\(year + 1)" }

  /// Tells whether the first school year comes before the second.
  public static func < (left: SchoolYear, right: SchoolYear) -> Bool { left.year < right.year }
}

extension Day {
  /// The first and the last day of a calendar year.
  public static func year(_ year: Int) -> ClosedRange<Day> {
    let first = Day(number: CivilDate(year: year, month: 1, day: 1).dayNumber)
    return first...Day(number: CivilDate(year: year, month: 12, day: 31).dayNumber)
  }
}
