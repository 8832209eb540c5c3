/// The opaque number of a person, `P12`; names live in the erasable store.
public struct PersonID: Hashable, Sendable, Comparable, CustomStringConvertible, LosslessStringConvertible {
  /// The number after the P, from 1.
  public let number: Int

  /// Creates an id from its number.
  public init(_ number: Int) { self.number = number }

  /// Reads `P12`; `nil` for anything else.
  public init?(_ description: String) {
    guard description.first == "P", let number = Int(description.dropFirst()), number > 0 else { return nil }
    self.number = number
  }

  /// The text of the value.
  public var description: String { "P\(number)" }

  /// Orders the values.
  public static func < (a: PersonID, b: PersonID) -> Bool { a.number < b.number }
}

extension PersonID: Codable {
  /// Reads the value as it was written.
  public init(from decoder: any Decoder) throws {
    number = try decoder.singleValueContainer().decode(Int.self)
  }

  /// Writes the value as its text or number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}

/// A text that can be erased: its number in the erasable store, and the salted digest that stays in the log.
public struct TextReference: Hashable, Sendable, CustomStringConvertible, LosslessStringConvertible {
  /// The number in the erasable store, from 1.
  public let id: Int
  /// SHA-256 over salt and text, in hexadecimal.
  public let digest: String

  /// Creates a reference.
  public init(id: Int, digest: String) {
    self.id = id
    self.digest = digest
  }

  /// Reads `X12:9f86…`; `nil` for anything else.
  public init?(_ description: String) {
    guard description.first == "X", let colon = description.firstIndex(of: ":"),
      let id = Int(description[description.index(after: description.startIndex)..<colon])
    else { return nil }
    self.init(id: id, digest: String(description[description.index(after: colon)...]))
  }

  /// The text of the value.
  public var description: String { "X\(id):\(digest)" }
}

extension TextReference: Codable {
  /// Reads the value as it was written.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let reference = TextReference(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a text reference: \(text)"))
    }
    self = reference
  }

  /// Writes the value as its text or number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// How the recorder knows what somebody else did (GEN-11).
public enum Source: String, CaseIterable, Sendable, Codable {
  case form, mail, present, phone
}

/// Who acted, and in which role.
public struct Actor: Hashable, Sendable, Codable {
  /// The person; `nil` is the system itself or, outside trajecten, the administrator.
  public var person: PersonID?
  /// The role in the traject.
  public var role: String?

  /// Creates an actor.
  public init(person: PersonID?, role: String?) {
    self.person = person
    self.role = role
  }

  /// What time does by itself when `overdue --flag` runs.
  public static let system = Actor(person: nil, role: "system")
}

/// Under which circumstances a command is given.
public struct Occasion: Hashable, Sendable {
  /// Who acts; the role may be left out.
  public var actor: Actor
  /// The day on which it happened.
  public var happened: Day
  /// The reference date, against which deadlines are held.
  public var today: Day
  /// The person who records it, where that is known.
  public var recorder: PersonID?
  /// Whether what was recorded before is weighed once more, so that a number that was given stands.
  var isReplay = false

  /// Creates an occasion.
  public init(actor: Actor, happened: Day, today: Day, recorder: PersonID? = nil) {
    self.actor = actor
    self.happened = happened
    self.today = today
    self.recorder = recorder
  }
}
