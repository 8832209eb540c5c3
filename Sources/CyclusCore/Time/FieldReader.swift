/// Reads the fixed fields of a date or time from a text, from left to right.
struct FieldReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  /// Tells whether the whole text has been read.
  var isAtEnd: Bool { rest.isEmpty }

  /// Reads one of the given ASCII characters, or leaves the reader where it is and answers false.
  mutating func skip(_ characters: Unicode.Scalar...) -> Bool {
    guard let byte = rest.first, characters.contains(Unicode.Scalar(byte)) else { return false }
    rest.removeFirst()
    return true
  }

  /// Reads as many ASCII digits as there are, and gives nil when their number lies outside the range.
  mutating func number(digits range: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while count < range.upperBound, let byte = rest.first, (0x30...0x39).contains(byte) {
      value = value * 10 + Int(byte - 0x30)
      count += 1
      rest.removeFirst()
    }
    return range.contains(count) ? value : nil
  }

  /// Reads a date written as `2026-03-02`.
  mutating func isoDay() -> Day? {
    guard let year = number(digits: 4...4), skip("-"), let month = number(digits: 2...2), skip("-"),
      let day = number(digits: 2...2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Reads hours and minutes written as `09:05`, as minutes since midnight.
  mutating func minuteOfDay() -> Int? {
    guard let hour = number(digits: 2...2), hour < 24, skip(":"),
      let minute = number(digits: 2...2), minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}

extension Int {
  /// The decimal digits with zeros in front up to the width.
  func zeroPadded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
