/// A cursor over the bytes of a JSON text that reads values and structure.
///
/// Strings and numbers are read in extensions in files of their own.
struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let count: Int
  var position = 0
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    count = bytes.count
  }

  /// Reads one value with nothing but blanks around it.
  mutating func document() throws(JSONProblem) -> JSONValue {
    skipBlanks()
    let value = try value()
    skipBlanks()
    guard position == count else { throw unexpected("the end") }
    return value
  }

  private mutating func value() throws(JSONProblem) -> JSONValue {
    guard position < count else { throw unexpected("a value") }
    switch bytes[position] {
    case 0x22: return .string(try string())
    case 0x7B: return .object(try object())
    case 0x5B: return .array(try array())
    case 0x2D, 0x30...0x39: return try number()
    case 0x74: return try word("true", is: .bool(true))
    case 0x66: return try word("false", is: .bool(false))
    case 0x6E: return try word("null", is: .null)
    default: throw unexpected("a value")
    }
  }

  private mutating func object() throws(JSONProblem) -> JSONObject {
    try enter()
    var members: [JSONObject.Element] = []
    var seen: Set<String> = []
    skipBlanks()
    if take(0x7D) { return leave(JSONObject()) }
    members.reserveCapacity(8)
    repeat {
      skipBlanks()
      let start = position
      guard start < count, bytes[start] == 0x22 else { throw unexpected("a key in quotes") }
      let key = try string()
      guard isNew(key, among: members, seen: &seen) else {
        throw problem("the key \"\(key)\" stands twice in one object", at: start)
      }
      skipBlanks()
      guard take(0x3A) else { throw unexpected("\":\"") }
      skipBlanks()
      members.append((key, try value()))
      skipBlanks()
    } while take(0x2C)
    guard take(0x7D) else { throw unexpected("\",\" or \"}\"") }
    return leave(JSONObject(distinct: members))
  }

  private mutating func array() throws(JSONProblem) -> [JSONValue] {
    try enter()
    var elements: [JSONValue] = []
    skipBlanks()
    if take(0x5D) { return leave(elements) }
    repeat {
      skipBlanks()
      elements.append(try value())
      skipBlanks()
    } while take(0x2C)
    guard take(0x5D) else { throw unexpected("\",\" or \"]\"") }
    return leave(elements)
  }

  /// Compares with the keys so far one by one while they are few, and by a set from then on, so that an
  /// object with very many keys does not take quadratic time.
  private func isNew(
    _ key: String, among members: [JSONObject.Element], seen: inout Set<String>
  ) -> Bool {
    let few = 16
    if members.count < few {
      for member in members where member.key == key { return false }
      return true
    }
    if members.count == few { seen = Set(members.map(\.key)) }
    return seen.insert(key).inserted
  }

  private mutating func enter() throws(JSONProblem) {
    depth += 1
    guard depth <= JSONParser.depthLimit else {
      throw problem("more than \(JSONParser.depthLimit) levels deep", at: position)
    }
    position += 1
  }

  private mutating func leave<Container>(_ container: Container) -> Container {
    depth -= 1
    return container
  }

  private mutating func word(_ word: StaticString, is value: JSONValue) throws(JSONProblem) -> JSONValue {
    let length = word.utf8CodeUnitCount
    for index in 0..<length {
      guard position + index < count, bytes[position + index] == word.utf8Start[index] else {
        throw problem("expected \"\(word)\"", at: position)
      }
    }
    position += length
    return value
  }

  private mutating func skipBlanks() {
    while position < count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}

extension JSONScanner {
  /// The problem that something else, or the end, stands where the cursor is.
  func unexpected(_ expected: String) -> JSONProblem {
    guard position < count else { return problem("expected \(expected), found the end", at: position) }
    let byte = bytes[position]
    let found =
      (0x20..<0x7F).contains(byte) ? "\"\(Unicode.Scalar(byte))\"" : "byte \(String(byte, radix: 16))"
    return problem("expected \(expected), found \(found)", at: position)
  }

  /// A problem at an offset.
  func problem(_ what: String, at offset: Int) -> JSONProblem {
    JSONProblem(offset: offset, in: bytes, what: what)
  }
}
