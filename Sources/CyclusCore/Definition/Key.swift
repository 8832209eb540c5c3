/// The name of an obligation in a traject: `item[@occurrence][#round].step`, for example `begeleidingsgesprek@w7.held`.
public struct ObligationKey: Hashable, Sendable, Codable, Comparable, CustomStringConvertible,
  LosslessStringConvertible
{
  /// The item and its occurrence.
  public var item: ItemKey
  /// What has to be done with it.
  public var step: Step

  /// Creates a key from its parts.
  public init(_ item: ItemKey, _ step: Step) {
    self.item = item
    self.step = step
  }

  /// Reads a key from its text; `nil` where the step is unknown or a part is empty.
  public init?(_ description: String) {
    guard let dot = description.utf8.lastIndex(of: UInt8(ascii: ".")),
      let item = ItemKey(String(description[..<dot])),
      let step = Step(rawValue: String(description[description.index(after: dot)...]))
    else { return nil }
    self.init(item, step)
  }

  /// The text of the value.
  public var description: String {
    var text = item.description
    text += "."
    text += step.rawValue
    return text
  }

  /// Orders the values.
  public static func < (a: ObligationKey, b: ObligationKey) -> Bool {
    (a.item, a.step.rawValue) < (b.item, b.step.rawValue)
  }

  /// Reads the value as it was written.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let key = ObligationKey(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an obligation key: \(text)"))
    }
    self = key
  }

  /// Writes the value as its text or number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The name of an item in a traject: `item[@occurrence][#round]`, for example `zelfreflectie@tussenevaluatie`.
public struct ItemKey: Hashable, Sendable, Comparable, CustomStringConvertible, LosslessStringConvertible {
  /// The id of the item in the workflow file.
  public var id: String
  /// Which of several: a teaching week (`w7`), a block (`b1`), a number in order held, or a gesprek; fixed when it arises.
  public var occurrence: String?
  /// How many times it has been asked, from 1; written from the second time on.
  public var round: Int

  /// Creates a key from its parts.
  public init(_ id: String, occurrence: String? = nil, round: Int = 1) {
    self.id = id
    self.occurrence = occurrence
    self.round = round
  }

  /// Reads a key from its text, byte by byte as a list reads thousands; `nil` where a part is empty or the round is not a number above zero.
  public init?(_ description: String) {
    var rest = Substring(description)
    var round = 1
    if let hash = rest.utf8.lastIndex(of: UInt8(ascii: "#")) {
      guard let number = Int(rest[rest.index(after: hash)...]), number > 0 else { return nil }
      round = number
      rest = rest[..<hash]
    }
    var occurrence: String?
    if let at = rest.utf8.firstIndex(of: UInt8(ascii: "@")) {
      occurrence = String(rest[rest.index(after: at)...])
      rest = rest[..<at]
    }
    guard !rest.isEmpty, occurrence != "" else { return nil }
    self.init(String(rest), occurrence: occurrence, round: round)
  }

  /// The text of the value.
  public var description: String {
    var text = id
    if let occurrence {
      text += "@"
      text += occurrence
    }
    if round > 1 { text += "#\(round)" }
    return text
  }

  /// The names that what belongs to this gesprek may have behind its `@`: the same occurrence, or the gesprek itself.
  var occurrences: [String] {
    let own = ItemKey(id, occurrence: occurrence).description
    return occurrence.map { [$0, own] } ?? [own]
  }

  /// Whether an item stands around a gesprek: it has no occurrence, or that of the gesprek, or the gesprek is its occurrence.
  func isAround(_ gesprek: ItemKey) -> Bool {
    guard let occurrence else { return true }
    if gesprek.occurrence == nil { return occurrence == gesprek.id }
    return gesprek.occurrences.contains { occurrence == $0 || occurrence.hasPrefix($0 + "-") }
  }

  /// Whether an item is an occurrence of a gesprek, or belongs to that occurrence.
  func isAbout(_ gesprek: ItemKey) -> Bool {
    id == gesprek.id ? occurrence == gesprek.occurrence : isAround(gesprek)
  }

  /// Whether its occurrence is one, with or without a role behind it.
  func isNamed(_ name: String?) -> Bool {
    guard let occurrence, let name else { return occurrence == name }
    return occurrence == name || occurrence.hasPrefix(name + "-") && ItemKey.withoutRole(occurrence) == name
  }

  /// The same item, asked for the first time.
  public var first: ItemKey { ItemKey(id, occurrence: occurrence) }

  /// Orders by id, then occurrence with weeks as numbers (`w2` before `w10`), then round.
  public static func < (a: ItemKey, b: ItemKey) -> Bool {
    if a.id != b.id { return a.id < b.id }
    let (x, y) = (a.occurrence ?? "", b.occurrence ?? "")
    if x != y { return x.utf8.count == y.utf8.count ? x < y : x.utf8.count < y.utf8.count }
    return a.round < b.round
  }
}
