/// Writes and reads the data of an event; absent values are left out, so that the stored bytes stay short.
struct EventData {
  var object: JSONObject
  private let type: String

  init() {
    object = JSONObject()
    type = ""
  }

  init(_ object: JSONObject, of type: String) {
    self.object = object
    self.type = type
  }

  // MARK: Writing

  /// Puts pairs of a key and a value, as `put("role", role, "person", person)`.
  mutating func put(_ pairs: (any EventValue)?...) {
    var index = 0
    while index + 1 < pairs.count {
      if let key = pairs[index] as? String, let value = pairs[index + 1]?.json { object[key] = value }
      index += 2
    }
  }

  mutating func put(_ key: String, _ attendances: [Traject.Attendance]) {
    object[key] = .array(
      attendances.map { .object(["role": .string($0.role), "person": .string($0.person.description)]) })
  }

  mutating func put(_ key: String, _ texts: [String: String]) {
    guard !texts.isEmpty else { return }
    var inner = JSONObject()
    for (name, value) in texts.sorted(by: { $0.key < $1.key }) { inner[name] = .string(value) }
    object[key] = .object(inner)
  }

  mutating func put(_ key: String, _ list: [String]) {
    guard !list.isEmpty else { return }
    object[key] = .array(list.map { .string($0) })
  }

  // MARK: Reading

  func problem(_ key: String, _ expected: String) -> EventProblem {
    EventProblem(type: type, what: "«\(key)» is not \(expected)", key: key)
  }

  func text(_ key: String) throws(EventProblem) -> String {
    guard let text = object[key]?.text else { throw problem(key, "a text") }
    return text
  }

  func textIfAny(_ key: String) -> String? { object[key]?.text }

  func number(_ key: String) throws(EventProblem) -> Int {
    guard let number = object[key]?.int else { throw problem(key, "a whole number") }
    return number
  }

  func numberIfAny(_ key: String) throws(EventProblem) -> Int? {
    guard object[key] != nil else { return nil }
    return try number(key)
  }

  func flag(_ key: String) -> Bool { object[key]?.flag ?? false }

  func value<Value: LosslessStringConvertible>(_ key: String) throws(EventProblem) -> Value {
    guard let value = object[key]?.text.flatMap({ Value($0) }) else { throw problem(key, "a \(Value.self)") }
    return value
  }

  func valueIfAny<Value: LosslessStringConvertible>(_ key: String) throws(EventProblem) -> Value? {
    guard object[key] != nil else { return nil }
    return try value(key)
  }

  func list(_ key: String) throws(EventProblem) -> [String] {
    guard let list = object[key] else { return [] }
    guard let texts = list.list?.map(\.text), !texts.contains(nil) else {
      throw problem(key, "a list of texts")
    }
    return texts.compactMap(\.self)
  }

  func people(_ key: String) throws(EventProblem) -> [PersonID] {
    let texts = try list(key)
    let people = texts.compactMap { PersonID($0) }
    guard people.count == texts.count else { throw problem(key, "a list of persons") }
    return people
  }

  func items(_ key: String) throws(EventProblem) -> [ItemKey] {
    let items = try list(key).map { ItemKey($0) }
    guard !items.contains(nil) else { throw problem(key, "a list of keys") }
    return items.compactMap(\.self)
  }

  func texts(_ key: String) throws(EventProblem) -> [String: String] {
    guard let value = object[key] else { return [:] }
    guard let members = value.members else { throw problem(key, "an object") }
    var texts: [String: String] = [:]
    for (name, value) in members {
      guard let text = value.text else { throw problem(key, "an object of texts") }
      texts[name] = text
    }
    return texts
  }

  func references(_ key: String) throws(EventProblem) -> [String: TextReference] {
    var references: [String: TextReference] = [:]
    for (name, text) in try texts(key) {
      guard let reference = TextReference(text) else { throw problem(key, "an object of text references") }
      references[name] = reference
    }
    return references
  }

  func referenceList(_ key: String) throws(EventProblem) -> [TextReference] {
    var references: [TextReference] = []
    for text in try list(key) {
      guard let reference = TextReference(text) else { throw problem(key, "a list of text references") }
      references.append(reference)
    }
    return references
  }

  func objects(_ key: String) throws(EventProblem) -> [EventData] {
    guard let list = object[key]?.list else { throw problem(key, "a list") }
    let objects = list.compactMap(\.members)
    guard objects.count == list.count else { throw problem(key, "a list of objects") }
    return objects.map { EventData($0, of: type) }
  }

  func attendances(_ key: String) throws(EventProblem) -> [Traject.Attendance] {
    guard let list = object[key]?.list else { throw problem(key, "a list") }
    var result: [Traject.Attendance] = []
    for item in list {
      guard let role = item["role"]?.text, let person = item["person"]?.text.flatMap({ PersonID($0) }) else {
        throw problem(key, "a list of roles with their person")
      }
      result.append(Traject.Attendance(role: role, person: person))
    }
    return result
  }
}

/// A value that stands in the data of an event.
protocol EventValue {
  /// The value in JSON.
  var json: JSONValue { get }
}

extension String: EventValue { var json: JSONValue { .string(self) } }
extension Int: EventValue { var json: JSONValue { .integer(Int64(self)) } }
extension Bool: EventValue { var json: JSONValue { .bool(self) } }
extension Day: EventValue { var json: JSONValue { .string(description) } }
extension LocalMoment: EventValue { var json: JSONValue { .string(description) } }
extension PersonID: EventValue { var json: JSONValue { .string(description) } }
extension ItemKey: EventValue { var json: JSONValue { .string(description) } }
extension ObligationKey: EventValue { var json: JSONValue { .string(description) } }
extension TextReference: EventValue { var json: JSONValue { .string(description) } }
