/// One value that a statement binds, in one of the storage classes that this program stores.
enum Value: Equatable, Sendable {
  case integer(Int64)
  case text(String)
  case blob([UInt8])
  case null

  /// The integer, or NULL where there is none.
  init(_ integer: Int64?) {
    self = integer.map(Value.integer) ?? .null
  }

  /// The integer, or NULL where there is none.
  init(_ integer: Int?) {
    self = integer.map { .integer(Int64($0)) } ?? .null
  }

  /// The text, or NULL where there is none.
  init(_ text: String?) {
    self = text.map(Value.text) ?? .null
  }

  /// The bytes, or NULL where there are none; an empty array is an empty blob, not NULL.
  init(_ blob: [UInt8]?) {
    self = blob.map(Value.blob) ?? .null
  }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
  /// Lets a statement be run with `7`.
  init(integerLiteral value: Int64) {
    self = .integer(value)
  }

  /// Lets a statement be run with `"advanced"`.
  init(stringLiteral value: String) {
    self = .text(value)
  }

  /// Lets a statement be run with `nil`.
  init(nilLiteral: ()) {
    self = .null
  }
}
