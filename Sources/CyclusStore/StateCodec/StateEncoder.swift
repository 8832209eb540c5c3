import CyclusCore

/// Turns what a value encodes into JSON.
final class StateEncoder: Encoder {
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  private enum Content {
    case nothing
    case single(JSONValue)
    case keyed([(String, StateEncoder)])
    case list([StateEncoder])
  }

  private var content = Content.nothing

  /// What was encoded.
  var value: JSONValue {
    switch content {
    case .nothing: return .object(JSONObject())
    case .single(let value): return value
    case .list(let items): return .array(items.map(\.value))
    case .keyed(let members):
      return .object(JSONObject(distinct: members.map { (key: $0.0, value: $0.1.value) }))
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .keyed = content {} else { content = .keyed([]) }
    return KeyedEncodingContainer(Keyed<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .list = content {} else { content = .list([]) }
    return Unkeyed(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

  fileprivate func set(_ value: JSONValue) { content = .single(value) }

  fileprivate func member(_ key: String) -> StateEncoder {
    guard case .keyed(let members) = content else { return self }
    return members.first { $0.0 == key }?.1 ?? added(key)
  }

  /// The member of a key that comes once, as every key does outside nested containers.
  fileprivate func added(_ key: String) -> StateEncoder {
    guard case .keyed(var members) = content else { return self }
    let inner = StateEncoder()
    content = .nothing
    members.append((key, inner))
    content = .keyed(members)
    return inner
  }

  fileprivate func item() -> StateEncoder {
    guard case .list(var items) = content else { return self }
    let inner = StateEncoder()
    content = .nothing
    items.append(inner)
    content = .list(items)
    return inner
  }

  fileprivate var count: Int {
    guard case .list(let items) = content else { return 0 }
    return items.count
  }

  fileprivate func put(_ value: some Encodable) throws {
    switch value {
    case let text as String: set(.string(text))
    case let number as Int: set(.integer(Int64(number)))
    case let flag as Bool: set(.bool(flag))
    default: try value.encode(to: self)
    }
  }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: StateEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) throws { encoder.added(key.stringValue).set(.null) }
  func encode(_ value: Bool, forKey key: Key) throws { encoder.added(key.stringValue).set(.bool(value)) }
  func encode(_ value: String, forKey key: Key) throws { encoder.added(key.stringValue).set(.string(value)) }
  func encode(_ value: Double, forKey key: Key) throws { encoder.added(key.stringValue).set(.number(value)) }
  func encode(_ value: Float, forKey key: Key) throws { try encode(Double(value), forKey: key) }
  func encode(_ value: Int, forKey key: Key) throws {
    encoder.added(key.stringValue).set(.integer(Int64(value)))
  }
  func encode(_ value: Int8, forKey key: Key) throws { try encode(Int(value), forKey: key) }
  func encode(_ value: Int16, forKey key: Key) throws { try encode(Int(value), forKey: key) }
  func encode(_ value: Int32, forKey key: Key) throws { try encode(Int(value), forKey: key) }
  func encode(_ value: Int64, forKey key: Key) throws { encoder.added(key.stringValue).set(.integer(value)) }
  func encode(_ value: UInt, forKey key: Key) throws { try encode(Int(value), forKey: key) }
  func encode(_ value: UInt8, forKey key: Key) throws { try encode(Int(value), forKey: key) }
  func encode(_ value: UInt16, forKey key: Key) throws { try encode(Int(value), forKey: key) }
  func encode(_ value: UInt32, forKey key: Key) throws { try encode(Int(value), forKey: key) }
  func encode(_ value: UInt64, forKey key: Key) throws { try encode(Int(value), forKey: key) }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try encoder.added(key.stringValue).put(value)
  }
  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
    -> KeyedEncodingContainer<Nested>
  { encoder.member(key.stringValue).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.member(key.stringValue).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { encoder }
  func superEncoder(forKey key: Key) -> any Encoder { encoder.member(key.stringValue) }
}

private struct Unkeyed: UnkeyedEncodingContainer {
  let encoder: StateEncoder
  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.count }

  func encodeNil() throws { encoder.item().set(.null) }
  func encode<Value: Encodable>(_ value: Value) throws { try encoder.item().put(value) }
  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    encoder.item().container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.item().unkeyedContainer() }
  func superEncoder() -> any Encoder { encoder.item() }
}

private struct Single: SingleValueEncodingContainer {
  let encoder: StateEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() throws { encoder.set(.null) }
  func encode(_ value: Bool) throws { encoder.set(.bool(value)) }
  func encode(_ value: String) throws { encoder.set(.string(value)) }
  func encode(_ value: Double) throws { encoder.set(.number(value)) }
  func encode(_ value: Float) throws { encoder.set(.number(Double(value))) }
  func encode(_ value: Int) throws { encoder.set(.integer(Int64(value))) }
  func encode(_ value: Int8) throws { encoder.set(.integer(Int64(value))) }
  func encode(_ value: Int16) throws { encoder.set(.integer(Int64(value))) }
  func encode(_ value: Int32) throws { encoder.set(.integer(Int64(value))) }
  func encode(_ value: Int64) throws { encoder.set(.integer(value)) }
  func encode(_ value: UInt) throws { encoder.set(.integer(Int64(value))) }
  func encode(_ value: UInt8) throws { encoder.set(.integer(Int64(value))) }
  func encode(_ value: UInt16) throws { encoder.set(.integer(Int64(value))) }
  func encode(_ value: UInt32) throws { encoder.set(.integer(Int64(value))) }
  func encode(_ value: UInt64) throws { encoder.set(.integer(Int64(value))) }
  func encode<Value: Encodable>(_ value: Value) throws { try encoder.put(value) }
}
