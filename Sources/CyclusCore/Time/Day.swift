/// A calendar date without a time of day, in the proleptic Gregorian calendar.
///
/// A day is its distance in days from 1970-01-01, so that comparing and counting are integer arithmetic:
/// a week after `2026-03-02` is `day + 7`.
public struct Day: Hashable, Comparable, Sendable {
  /// The number of days since 1970-01-01, negative before that date.
  public let number: Int

  /// Creates the day that lies `number` days after 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// Creates the day of a civil date in the years 1900 to 2200, or nil when no such date exists.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2200).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(number: CivilDate(year: year, month: month, day: day).dayNumber)
  }

  /// The day on which the ISO week of this day begins.
  public var monday: Day {
    Day(number: number - (weekday.rawValue - 1))
  }

  /// The day of the week on which this day falls.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, three days after a Monday.
    switch (number + 3) - 7 * (number + 3).floorDivided(by: 7) {
    case 0: .monday
    case 1: .tuesday
    case 2: .wednesday
    case 3: .thursday
    case 4: .friday
    case 5: .saturday
    default: .sunday
    }
  }

  /// The calendar year, such as 2026.
  public var year: Int { CivilDate(dayNumber: number).year }

  /// The month of the year, 1 to 12.
  public var month: Int { CivilDate(dayNumber: number).month }

  /// The day of the month, 1 to 31.
  public var dayOfMonth: Int { CivilDate(dayNumber: number).day }

  /// The week of this day by ISO 8601, which belongs to the year in which its Thursday lies.
  public var isoWeek: ISOWeek {
    let thursday = monday + 3
    let year = thursday.year
    let newYear = Day(number: CivilDate(year: year, month: 1, day: 1).dayNumber)
    return ISOWeek(year: year, week: (thursday - newYear) / 7 + 1)
  }

  /// Tells whether the first day lies before the second.
  public static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  /// The day that lies a number of days later.
  public static func + (day: Day, count: Int) -> Day {
    Day(number: day.number + count)
  }

  /// The day that lies a number of days earlier.
  public static func - (day: Day, count: Int) -> Day {
    Day(number: day.number - count)
  }

  /// The number of days from the right day to the left one, positive when the left is later.
  public static func - (left: Day, right: Day) -> Int {
    left.number - right.number
  }
}

extension Day: Codable {
  /// The numbers of the days of the years 0 to 9999; only a damaged record holds another.
  static let storable = -719_528...2_932_896

  /// Reads a day from the single integer `number`.
  ///
  /// - Throws: `DecodingError.dataCorrupted` for a number outside the years 0 to 9999, which only a damaged
  ///   record holds.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let number = try container.decode(Int.self)
    guard Self.storable.contains(number) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "day number \(number) lies outside the years 0 to 9999")
    }
    self.init(number: number)
  }

  /// Writes a day as the single integer `number`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}

extension Day {
  /// The number of days in a month of a year, by the Gregorian rule for leap years.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
