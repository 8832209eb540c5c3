/// A week of the year by ISO 8601: Monday to Sunday, week 1 being the one that holds 4 January.
public struct ISOWeek: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The year that the week belongs to, which near New Year may differ from that of some of its days.
  public let year: Int
  /// The number of the week in that year, 1 to 52 or 53.
  public let week: Int

  /// Creates a week from its year and number, without a check that the year has so many weeks.
  public init(year: Int, week: Int) {
    self.year = year
    self.week = week
  }

  /// The week in the notation of ISO 8601, such as `2026-W10`.
  public var description: String {
    "\(year.zeroPadded(to: 4))-W\(week.zeroPadded(to: 2))"
  }

  /// Tells whether the first week lies before the second.
  public static func < (left: ISOWeek, right: ISOWeek) -> Bool {
    (left.year, left.week) < (right.year, right.week)
  }
}
