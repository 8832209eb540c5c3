import CyclusCore

/// Gives what a value decodes from JSON.
struct StateDecoder: Decoder {
  let value: JSONValue
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ value: JSONValue) { self.value = value }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let object = value.members else { throw mismatch("an object", value) }
    return KeyedDecodingContainer(Keyed<Key>(object: object))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let list = value.list else { throw mismatch("a list", value) }
    return Unkeyed(list: list)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { Single(value: value) }
}

/// What can be empty.
private protocol Listed { init() }
extension Array: Listed {}

private func mismatch(_ expected: String, _ value: JSONValue) -> DecodingError {
  .dataCorrupted(
    .init(codingPath: [], debugDescription: "expected \(expected), found \(value.compact.prefix(60))"))
}

private func text(_ value: JSONValue) throws -> String {
  guard let text = value.text else { throw mismatch("a text", value) }
  return text
}

private func number<Number: FixedWidthInteger>(_ value: JSONValue) throws -> Number {
  guard let integer = value.int, let number = Number(exactly: integer) else {
    throw mismatch("a number", value)
  }
  return number
}

private func real(_ value: JSONValue) throws -> Double {
  guard let real = value.double else { throw mismatch("a number", value) }
  return real
}

private func flag(_ value: JSONValue) throws -> Bool {
  guard let flag = value.flag else { throw mismatch("true or false", value) }
  return flag
}

private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let object: JSONObject
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { object.keys.compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { object[key.stringValue] != nil }

  private func value(_ key: Key) throws -> JSONValue {
    guard let value = object[key.stringValue] else {
      throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: key.stringValue))
    }
    return value
  }

  func decodeNil(forKey key: Key) throws -> Bool { object[key.stringValue]?.isNull ?? true }
  /// What an older version did not know is not so.
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    object[key.stringValue] == nil ? false : try flag(value(key))
  }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try text(value(key)) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try real(value(key)) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { Float(try real(value(key))) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try number(value(key)) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try number(value(key)) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try number(value(key)) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try number(value(key)) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try number(value(key)) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try number(value(key)) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try number(value(key)) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try number(value(key)) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try number(value(key)) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try number(value(key)) }
  /// A list that an older version did not know is empty: a compiled workflow is never written again.
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    if object[key.stringValue] == nil, let empty = (type as? any Listed.Type)?.init() as? Value {
      return empty
    }
    return try Value(from: StateDecoder(try value(key)))
  }
  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
    -> KeyedDecodingContainer<Nested>
  { try StateDecoder(try value(key)).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try StateDecoder(try value(key)).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder { StateDecoder(.object(object)) }
  func superDecoder(forKey key: Key) throws -> any Decoder { StateDecoder(try value(key)) }
}

private struct Unkeyed: UnkeyedDecodingContainer {
  let list: [JSONValue]
  var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { list.count }
  var isAtEnd: Bool { currentIndex >= list.count }

  init(list: [JSONValue]) { self.list = list }

  private mutating func next() throws -> JSONValue {
    guard currentIndex < list.count else { throw mismatch("another item", .array(list)) }
    defer { currentIndex += 1 }
    return list[currentIndex]
  }

  mutating func decodeNil() throws -> Bool {
    guard currentIndex < list.count, list[currentIndex].isNull else { return false }
    currentIndex += 1
    return true
  }
  mutating func decode(_ type: String.Type) throws -> String { try text(next()) }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: StateDecoder(try next()))
  }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws
    -> KeyedDecodingContainer<Nested>
  { try StateDecoder(try next()).container(keyedBy: type) }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try StateDecoder(try next()).unkeyedContainer()
  }
  mutating func superDecoder() throws -> any Decoder { StateDecoder(try next()) }
}

private struct Single: SingleValueDecodingContainer {
  let value: JSONValue
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { value.isNull }
  func decode(_ type: Bool.Type) throws -> Bool { try flag(value) }
  func decode(_ type: String.Type) throws -> String { try text(value) }
  func decode(_ type: Double.Type) throws -> Double { try real(value) }
  func decode(_ type: Float.Type) throws -> Float { Float(try real(value)) }
  func decode(_ type: Int.Type) throws -> Int { try number(value) }
  func decode(_ type: Int8.Type) throws -> Int8 { try number(value) }
  func decode(_ type: Int16.Type) throws -> Int16 { try number(value) }
  func decode(_ type: Int32.Type) throws -> Int32 { try number(value) }
  func decode(_ type: Int64.Type) throws -> Int64 { try number(value) }
  func decode(_ type: UInt.Type) throws -> UInt { try number(value) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try number(value) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try number(value) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try number(value) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try number(value) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: StateDecoder(value)) }
}
