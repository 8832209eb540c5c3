/// A date and time of day on the clock at the place of the meeting, to the minute and without a time zone.
///
/// Planned gesprekken are local moments: they stay at ten o'clock whatever summer time does.
public struct LocalMoment: Hashable, Comparable, Sendable {
  /// The date.
  public let day: Day
  /// The number of minutes since midnight on the clock, 0 to 1439.
  public let minuteOfDay: Int

  /// Creates a moment; minutes outside 0 to 1439 carry over to the days before or after.
  public init(day: Day, minuteOfDay: Int) {
    let days = minuteOfDay.floorDivided(by: 1440)
    self.day = day + days
    self.minuteOfDay = minuteOfDay - days * 1440
  }

  /// The hour on the clock, 0 to 23.
  public var hour: Int { minuteOfDay / 60 }

  /// The minute of the hour, 0 to 59.
  public var minute: Int { minuteOfDay % 60 }

  /// Tells whether the first moment lies before the second on the same clock.
  public static func < (left: LocalMoment, right: LocalMoment) -> Bool {
    (left.day, left.minuteOfDay) < (right.day, right.minuteOfDay)
  }
}

extension LocalMoment: CustomStringConvertible, LosslessStringConvertible {
  /// Reads a moment written as `2026-03-02 10:00` or `2026-03-02T10:00`, or gives nil.
  public init?(_ text: String) {
    var reader = FieldReader(text)
    guard let day = reader.isoDay(), reader.skip(" ", "T"), let minute = reader.minuteOfDay(),
      reader.isAtEnd
    else { return nil }
    self.init(day: day, minuteOfDay: minute)
  }

  /// Reads a moment with its date in Dutch order or ISO order and its time with or without a nought in front, such as
  /// `2-3-2026 9:00` or `2026-03-02 10:00`, or gives nil.
  public static func dutch(_ text: String) -> LocalMoment? {
    if let moment = LocalMoment(text) { return moment }
    let parts = text.split(separator: " ")
    guard parts.count == 2, let day = Day.dutch(String(parts[0])) else { return nil }
    var time = parts[1].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    // A spreadsheet writes seconds as well.
    if time.count == 3, time[2] == "00" { time.removeLast() }
    guard time.count == 2, (1...2).contains(time[0].count), time[1].count == 2,
      time.joined().allSatisfy({ $0.isASCII && $0.isNumber }), let hour = Int(time[0]), hour < 24,
      let minute = Int(time[1]), minute < 60
    else { return nil }
    return LocalMoment(day: day, minuteOfDay: hour * 60 + minute)
  }

  /// The moment with a blank between date and time, such as `2026-03-02 10:00`.
  public var description: String {
    "\(day) \(timeText)"
  }

  /// The time of day alone, such as `10:00`.
  public var timeText: String {
    "\(hour.zeroPadded(to: 2)):\(minute.zeroPadded(to: 2))"
  }
}

extension LocalMoment: Codable {
  /// Reads a moment from its text.
  ///
  /// - Throws: `DecodingError.dataCorrupted` for a text that is not a moment.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = LocalMoment(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not a moment such as 2026-03-02 10:00")
    }
    self = moment
  }

  /// Writes a moment as its text, such as `2026-03-02 10:00`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
