/// The place and nature of the first fault in a JSON text.
public struct JSONProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number of bytes before the fault.
  public let offset: Int
  /// The line of the fault, from 1; lines end with a line feed.
  public let line: Int
  /// The column of the fault in Unicode scalars, from 1.
  public let column: Int
  /// What is wrong, in English, such as `expected a value, found "]"`.
  public let what: String

  /// Creates a problem at a place that is known already.
  public init(offset: Int, line: Int, column: Int, what: String) {
    self.offset = offset
    self.line = line
    self.column = column
    self.what = what
  }

  /// Creates a problem at an offset, and counts its line and column in the bytes before it.
  init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>, what: String) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(offset: offset, line: line, column: column, what: what)
  }

  /// The place and the fault on one line, such as `2:14: expected a value, found "]"`.
  public var description: String { "\(line):\(column): \(what)" }
}
