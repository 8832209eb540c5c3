extension Day: CustomStringConvertible, LosslessStringConvertible {
  /// Reads a date written as exactly `2026-03-02`, or gives nil.
  public init?(_ text: String) {
    var reader = FieldReader(text)
    guard let day = reader.isoDay(), reader.isAtEnd else { return nil }
    self = day
  }

  /// The date as in ISO 8601, such as `2026-03-02`.
  public var description: String {
    let date = CivilDate(dayNumber: number)
    return "\(date.year.zeroPadded(to: 4))-\(date.month.zeroPadded(to: 2))-\(date.day.zeroPadded(to: 2))"
  }

  /// Reads a date in Dutch order or ISO order, such as `2-3-2026`, `02-03-2026` or `2026-03-02`, or gives
  /// nil.
  public static func dutch(_ text: String) -> Day? {
    if let day = Day(text) { return day }
    var reader = FieldReader(text)
    guard let day = reader.number(digits: 1...2), reader.skip("-"),
      let month = reader.number(digits: 1...2), reader.skip("-"),
      let year = reader.number(digits: 4...4), reader.isAtEnd
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// How a date is written, for whoever wrote one that may mean several days or none: `2/3/2026`, `2-3-26`.
  public static let writing = Localized(
    nl: "schrijf dag-maand-jaar, zoals 2-3-2026, of 2026-03-02",
    en: "write day-month-year, such as 2-3-2026, or 2026-03-02")

  /// The date with weekday and year in Dutch, such as `ma 2 mrt 2026`.
  public var longNL: String { "\(weekday.nl) \(shortNL) \(year)" }

  /// The date with weekday and year in English, such as `Mon 2 Mar 2026`.
  public var longEN: String { "\(weekday.en) \(shortEN) \(year)" }

  /// The day and month in Dutch, such as `2 mrt`.
  public var shortNL: String {
    let date = CivilDate(dayNumber: number)
    return "\(date.day) \(Day.monthsNL[date.month - 1])"
  }

  /// The day and month in English, such as `2 Mar`.
  public var shortEN: String {
    let date = CivilDate(dayNumber: number)
    return "\(date.day) \(Day.monthsEN[date.month - 1])"
  }

  private static let monthsNL = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]
  private static let monthsEN = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
