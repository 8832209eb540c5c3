import CyclusCore
import Yams

/// A node of the file with the keys that lead to it; read by the type that its key asks for, never by
/// what it looks like.
struct Value {
  /// The node of the composed tree.
  let node: Node
  /// The keys from the root.
  let path: [String]
  /// The pass to which findings go.
  let reading: Reading

  /// Reports what is wrong with the value.
  func report(_ problem: Problem) {
    reading.report(problem, path, at: node.place)
  }

  /// The text of a single value, whatever it looks like: `no`, `0612345` and `12:30` stay as they are.
  func text(_ example: String = "tekst") -> String? {
    guard case .scalar(let scalar) = node, !(scalar.string.isEmpty && scalar.style == .plain) else {
      report(.wrongType(Problem.text, found: node, example: example))
      return nil
    }
    return scalar.string
  }

  /// A name: small letters, digits and hyphens, so that it fits in the key of an obligation.
  func id() -> String? {
    guard let text = text("verslag-startgesprek") else { return nil }
    guard NameRule.allows(text) else {
      report(.badName(text))
      return nil
    }
    return text
  }

  /// A whole number within a range.
  func number(in range: ClosedRange<Int>, example: String) -> Int? {
    guard case .scalar(let scalar) = node, let number = Int(scalar.string) else {
      report(.wrongType(Problem.number, found: node, example: example))
      return nil
    }
    guard range.contains(number) else {
      report(.outOfRange(number, range))
      return nil
    }
    return number
  }

  /// A yes or no, written as `yes`, `no`, `true` or `false`.
  func yesNo() -> Bool? {
    if case .scalar(let scalar) = node {
      switch scalar.string {
      case "yes", "true": return true
      case "no", "false": return false
      default: break
      }
    }
    report(.wrongType(Problem.yesNo, found: node, example: "yes"))
    return nil
  }

  /// A date such as `2026-03-02`.
  func day() -> Day? {
    guard case .scalar(let scalar) = node, let day = Day(scalar.string) else {
      report(.wrongType(Problem.day, found: node, example: "2026-03-02"))
      return nil
    }
    return day
  }

  /// One of a closed set of words.
  func one<Choice: RawRepresentable & CaseIterable>(of type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue)
    guard let text = text(words.first ?? "") else { return nil }
    guard let choice = Choice(rawValue: text) else {
      report(.unknownWord(text, words))
      return nil
    }
    return choice
  }

  /// The members of a list; a single value counts as a list of one.
  func list() -> [Value] {
    switch node {
    case .sequence(let sequence):
      sequence.enumerated().map { index, node in
        let value = Value(node: node, path: path + [String(index)], reading: reading)
        reading.note(value.path, at: node.place)
        return value
      }
    case .scalar, .mapping, .alias: [self]
    }
  }

  /// The members of what has to be a list, also where there is only one.
  func strictList(example: String) -> [Value] {
    guard case .sequence = node else {
      report(.wrongType(Problem.list, found: node, example: example))
      return []
    }
    return list()
  }

  /// The names in a list, or the single one.
  func ids() -> [String] { list().compactMap { $0.id() } }

  /// A text in Dutch and English, `{nl: …, en: …}`, or one text for both.
  func localized() -> Localized? {
    guard case .mapping = node else {
      return text("{nl: startgesprek, en: start talk}").map { Localized($0) }
    }
    return fields("title") { fields in
      let nl = fields.required("nl")?.text("startgesprek")
      let en = fields["en"]?.text("start talk")
      return nl.map { Localized(nl: $0, en: en ?? $0) }
    }
  }
}

/// What a name may look like.
enum NameRule {
  /// Whether a text is a name: small letters a–z, digits and hyphens, no hyphen at either end.
  static func allows(_ text: String) -> Bool {
    let letters = text.utf8
    guard let first = letters.first, let last = letters.last, first != 0x2D, last != 0x2D else {
      return false
    }
    return letters.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
