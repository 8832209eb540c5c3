/// A point in time in UTC, to the millisecond, without leap seconds.
///
/// Recorded times are instants. The core never asks a clock for one: it enters with the command.
public struct Instant: Hashable, Comparable, Sendable {
  /// The number of milliseconds since 1970-01-01T00:00:00Z, negative before that.
  public let milliseconds: Int64

  /// Creates the instant that lies so many milliseconds after 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Creates the instant at which clocks in the Netherlands show a moment, or nil when summer time skips it.
  ///
  /// In October an hour comes twice; the first of the two, still in summer time, is taken.
  public init?(dutch moment: LocalMoment) {
    let local = (Int64(moment.day.number) * 1440 + Int64(moment.minuteOfDay)) * 60_000
    for offset in [DutchTime.summerOffset, DutchTime.winterOffset] {
      let candidate = Instant(milliseconds: local - Int64(offset) * 60_000)
      if DutchTime.offsetMinutes(at: candidate) == offset {
        self = candidate
        return
      }
    }
    return nil
  }

  /// The date in the Netherlands at this instant.
  public var dutchDay: Day { dutchMoment.day }

  /// The date and time on Dutch clocks at this instant, seconds dropped.
  public var dutchMoment: LocalMoment {
    let minutes = Int(milliseconds.floorDivided(by: 60_000)) + DutchTime.offsetMinutes(at: self)
    return LocalMoment(day: Day(number: 0), minuteOfDay: minutes)
  }

  /// Tells whether the first instant lies before the second.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The date in UTC at this instant.
  var utcDay: Day { Day(number: Int(milliseconds.floorDivided(by: 86_400_000))) }
}

extension Instant: CustomStringConvertible, LosslessStringConvertible {
  /// Reads an instant written by ISO 8601, such as `2026-03-02T09:12:33.123Z`, or gives nil.
  ///
  /// The fraction may be left out or have one to three digits; an offset such as `+01:00` may stand for the
  /// `Z`.
  public init?(_ text: String) {
    var reader = FieldReader(text)
    guard let day = reader.isoDay(), reader.skip("T"), let minute = reader.minuteOfDay(), reader.skip(":"),
      let second = reader.number(digits: 2...2), second < 60,
      let fraction = reader.fraction(), let offset = reader.offsetMinutes(), reader.isAtEnd
    else { return nil }
    let minutes = Int64(day.number) * 1440 + Int64(minute - offset)
    self.init(milliseconds: minutes * 60_000 + Int64(second * 1000 + fraction))
  }

  /// The instant by ISO 8601 in UTC with milliseconds, such as `2026-03-02T09:12:33.123Z`.
  public var description: String {
    let day = utcDay
    let rest = Int(milliseconds - Int64(day.number) * 86_400_000)
    let moment = LocalMoment(day: day, minuteOfDay: rest / 60_000)
    let second = (rest / 1000 % 60).zeroPadded(to: 2)
    return "\(moment.day)T\(moment.timeText):\(second).\((rest % 1000).zeroPadded(to: 3))Z"
  }
}

extension Instant: Codable {
  /// Reads an instant from the single integer `milliseconds`.
  public init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes an instant as the single integer `milliseconds`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

extension FieldReader {
  /// Reads `.5`, `.52` or `.523` as milliseconds; no fraction at all is zero.
  fileprivate mutating func fraction() -> Int? {
    guard skip(".") else { return 0 }
    var milliseconds = 0
    var scale = 100
    while scale > 0, let digit = number(digits: 1...1) {
      milliseconds += digit * scale
      scale /= 10
    }
    return scale == 100 ? nil : milliseconds
  }

  /// Reads `Z` or an offset such as `+02:00`, as minutes east of Greenwich.
  fileprivate mutating func offsetMinutes() -> Int? {
    if skip("Z") { return 0 }
    if skip("+") { return minuteOfDay() }
    guard skip("-"), let minutes = minuteOfDay() else { return nil }
    return -minutes
  }
}
