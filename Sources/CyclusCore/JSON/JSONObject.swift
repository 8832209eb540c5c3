/// The members of a JSON object in the order in which they were written or added.
///
/// Lookup walks the members, which is fastest for the few keys that records here have. Two objects are equal
/// when they have the same members in the same order.
public struct JSONObject: Sendable {
  private var members: [Element]

  /// Creates an object without members.
  public init() {
    members = []
  }

  /// Creates an object from members whose keys are known to differ.
  public init(distinct members: [Element]) {
    self.members = members
  }

  /// The value of a key, or nil when the object has no such key.
  ///
  /// Setting a value keeps the place of a key that is there and appends one that is not; setting nil takes
  /// the member out. `object["why"] = .null` stores a JSON null.
  public subscript(key: String) -> JSONValue? {
    get {
      for member in members where member.key == key { return member.value }
      return nil
    }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append((key, value))
      case (nil, nil): break
      }
    }
  }

  /// The keys in order.
  public var keys: [String] { members.map(\.key) }
}

extension JSONObject: RandomAccessCollection {
  /// A key and its value.
  public typealias Element = (key: String, value: JSONValue)

  /// The place of the first member.
  public var startIndex: Int { members.startIndex }

  /// The place after the last member.
  public var endIndex: Int { members.endIndex }

  /// The member at a place.
  public subscript(position: Int) -> Element { members[position] }
}

extension JSONObject: Hashable {
  /// Tells whether two objects have the same members in the same order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.elementsEqual(right.members) { $0.key == $1.key && $0.value == $1.value }
  }

  /// Feeds the members into a hasher in order.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(members.count)
    for member in members {
      hasher.combine(member.key)
      hasher.combine(member.value)
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Creates an object from a literal such as `["id": "T1", "week": 7]`; of a key given twice the last value
  /// holds.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }
}
