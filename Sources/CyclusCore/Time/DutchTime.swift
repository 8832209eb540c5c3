/// The offset of clocks in the Netherlands from UTC, by the rule of the European Union.
///
/// Directive 2000/84/EC: summer time begins on the last Sunday of March at 01:00 UTC and ends on the last
/// Sunday of October at 01:00 UTC. The rule holds for 1996 and later; earlier years follow it here too.
public enum DutchTime {
  /// The offset of Central European Time, in minutes east of Greenwich.
  static let winterOffset = 60
  /// The offset of Central European Summer Time, in minutes east of Greenwich.
  static let summerOffset = 120

  /// The number of minutes by which Dutch clocks are ahead of UTC at an instant: 60 or 120.
  public static func offsetMinutes(at instant: Instant) -> Int {
    let year = instant.utcDay.year
    let begin = change(onLastSundayOf: 3, year: year)
    let end = change(onLastSundayOf: 10, year: year)
    return begin <= instant && instant < end ? summerOffset : winterOffset
  }

  /// 01:00 UTC on the last Sunday of a month that has 31 days.
  private static func change(onLastSundayOf month: Int, year: Int) -> Instant {
    let last = Day(number: CivilDate(year: year, month: month, day: 31).dayNumber)
    let sunday = last - last.weekday.rawValue % 7
    return Instant(milliseconds: (Int64(sunday.number) * 24 + 1) * 3_600_000)
  }
}
