import CyclusCore
import CyclusStore

// The days and moments of a command line, and the past that it asks for.
extension Session {
  func day(_ option: String, _ text: String?) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day.dutch(text) else {
      if text.wholeMatch(of: /\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}/) != nil, !Self.isInRange(text) {
        throw Failure.usage(
          "\(option): «\(text)» valt buiten de jaren 1900 tot en met 2200, waarmee cyclus rekent",
          "\(option): “\(text)” lies outside the years 1900 to 2200, with which cyclus works")
      }
      throw Failure.usage(
        "\(option): «\(text)» is geen bestaande datum; \(Day.writing.nl)",
        "\(option): “\(text)” is not an existing date; \(Day.writing.en)")
    }
    return day
  }

  /// Whether the year of a date that is written in full is one that `Day` knows.
  private static func isInRange(_ text: String) -> Bool {
    text.split(separator: "-").contains { $0.count == 4 && (1900...2200).contains(Int($0) ?? 0) }
  }

  func requiredDay(_ option: String, _ text: String) throws -> Day {
    guard let day = try day(option, text) else {
      throw Failure.usage("\(option) mist", "\(option) is missing")
    }
    return day
  }

  func instant(_ option: String, _ text: String?) throws -> Instant? {
    guard let text else { return nil }
    if let instant = Instant(text) { return instant }
    if let instant = LocalMoment.dutch(text).flatMap({ Instant(dutch: $0) }) { return instant }
    if let match = text.wholeMatch(of: #/(.*):([0-5][0-9])/#), let second = Int64(match.output.2),
      let minute = LocalMoment.dutch(String(match.output.1)).flatMap({ Instant(dutch: $0) })
    {
      return Instant(milliseconds: minute.milliseconds + second * 1000)
    }
    throw Failure.usage(
      "\(option): «\(text)» is geen tijd; schrijf 2026-03-02T10:00:00Z of \"2026-03-02 10:00\"",
      "\(option): “\(text)” is not a time; write 2026-03-02T10:00:00Z or \"2026-03-02 10:00\"")
  }

  /// The moment of recording: the real clock, or `--now` in a practice database.
  func recorded() throws -> Instant { try instant("--now", options.now) ?? surroundings.now() }

  /// The reference date.
  func today() throws -> Day {
    if let day = try day("--today", options.today) { return day }
    if let asOf = try day("--as-of", options.asOf) { return asOf }
    if let known = try instant("--known-at", options.knownAt) { return known.dutchDay }
    if let day = try day("CYCLUS_TODAY", surroundings.value("CYCLUS_TODAY")) { return day }
    return try recorded().dutchDay
  }

  /// Which past is asked for.
  func past() throws -> PastView {
    PastView(asOf: try day("--as-of", options.asOf), knownAt: try instant("--known-at", options.knownAt))
  }
}
