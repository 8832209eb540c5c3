/// A JSON value that keeps whole numbers exact and members in their order.
///
/// Values are written as Swift literals: `let value: JSONValue = ["id": "T1", "weeks": [1, 2], "note": nil]`.
public enum JSONValue: Hashable, Sendable {
  /// The value `null`.
  case null
  /// The value `true` or `false`.
  case bool(Bool)
  /// A number without fraction and exponent that fits in 64 bits.
  case integer(Int64)
  /// Any other number; the same quantity as an `integer` is not equal to it.
  case number(Double)
  /// A text.
  case string(String)
  /// A list of values.
  case array([JSONValue])
  /// Keys with their values, in order.
  case object(JSONObject)

  /// The text of a string, nil for any other value.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number of an integer, nil for any other value.
  public var int: Int? {
    if case .integer(let integer) = self { Int(exactly: integer) } else { nil }
  }

  /// The quantity of an integer or a number, nil for any other value.
  public var double: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .null, .bool, .string, .array, .object: nil
    }
  }

  /// The truth value of a bool, nil for any other value.
  public var flag: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  /// The elements of an array, nil for any other value.
  public var list: [JSONValue]? {
    if case .array(let list) = self { list } else { nil }
  }

  /// The members of an object, nil for any other value.
  public var members: JSONObject? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Tells whether the value is `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The value of a key of an object, nil when there is no such key or the value is no object.
  public subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Creates `null` from `nil`.
  public init(nilLiteral: ()) { self = .null }

  /// Creates a bool from `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// Creates an integer from a literal without fraction.
  public init(integerLiteral value: Int64) { self = .integer(value) }

  /// Creates a number from a literal with a fraction or an exponent.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// Creates a string from a literal.
  public init(stringLiteral value: String) { self = .string(value) }

  /// Creates an array from a literal.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Creates an object from a literal; of a key given twice the last value holds.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    var members = JSONObject()
    for (key, value) in elements { members[key] = value }
    self = .object(members)
  }
}
