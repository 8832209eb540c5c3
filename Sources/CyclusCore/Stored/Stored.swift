/// A value that reads itself from the JSON in which snapshots and compiled workflows are stored.
///
/// Every command reads one of each before it does anything else. The code that the compiler makes for `Decodable` spends
/// most of its time there on looking up types at run time; this takes a third of the instructions for the same JSON. The two never
/// differ: `StoredTests` writes by `Encodable` and reads by this.
protocol Stored {
  init(stored value: JSONValue) throws
}

/// A value that is stored as an object.
protocol StoredRecord: Stored {
  init(_ stored: StoredFields) throws
}

/// One of several cases, stored as an object with the name of the case and what it carries.
protocol StoredChoice: Stored {
  init(_ stored: StoredCase) throws
}

extension StoredRecord {
  init(stored value: JSONValue) throws { try self.init(StoredFields(value)) }
}

extension StoredChoice {
  init(stored value: JSONValue) throws { try self.init(StoredCase(value)) }
}

/// The members of a stored object.
struct StoredFields {
  private let members: JSONObject

  init(_ value: JSONValue) throws {
    guard case .object(let members) = value else { throw StoredFault.mismatch("an object", value) }
    self.members = members
  }

  /// A member that has to be there.
  func callAsFunction<Value: Stored>(_ key: String) throws -> Value {
    guard let value = members[key] else { throw StoredFault.missing(key) }
    return try Value(stored: value)
  }

  /// A member that may be left out.
  func optional<Value: Stored>(_ key: String) throws -> Value? {
    guard let value = members[key], !value.isNull else { return nil }
    return try Value(stored: value)
  }

  /// A list; one that an older version did not know is empty, as a compiled workflow is never written again.
  func list<Value: Stored>(_ key: String) throws -> [Value] {
    try members[key].map { try [Value](stored: $0) } ?? []
  }

  /// What holds or not; what an older version did not know is not so.
  func flag(_ key: String) throws -> Bool { try members[key].map { try Bool(stored: $0) } ?? false }

  /// Values by name, which may be left out.
  func namedIfAny<Value: Stored>(_ key: String) throws -> [String: Value]? {
    guard let value = members[key], !value.isNull else { return nil }
    return try named(key)
  }

  /// Values by name.
  func named<Value: Stored>(_ key: String) throws -> [String: Value] {
    guard let value = members[key] else { throw StoredFault.missing(key) }
    guard case .object(let object) = value else { throw StoredFault.mismatch("an object", value) }
    var named = [String: Value](minimumCapacity: object.count)
    for (name, value) in object { named[name] = try Value(stored: value) }
    return named
  }
}

/// The name of a stored case and what it carries: by label, or `_0`, `_1` where it has none.
struct StoredCase {
  let name: String
  let fields: StoredFields

  init(_ value: JSONValue) throws {
    guard case .object(let members) = value, members.count == 1, let only = members.first else {
      throw StoredFault.mismatch("one case", value)
    }
    name = only.key
    fields = try StoredFields(only.value)
  }

  /// The error that no case has this name.
  var unknown: any Error { StoredFault.mismatch("a known case", .string(name)) }
}

/// Why stored JSON cannot be read; the same errors as `Decodable` gives.
enum StoredFault {
  static func mismatch(_ expected: String, _ value: JSONValue) -> any Error {
    corrupted("expected \(expected), found \(value.compact.prefix(60))")
  }

  static func missing(_ key: String) -> any Error { corrupted("no value for \(key)") }

  private static func corrupted(_ what: String) -> any Error {
    DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: what))
  }
}
