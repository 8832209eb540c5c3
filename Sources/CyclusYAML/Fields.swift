import CyclusCore
import Yams

/// One mapping while it is read: every key that is asked for is known, and what nobody asked for is reported.
final class Fields {
  /// A key with what stands under it.
  struct Entry {
    let key: String
    let place: Place?
    let value: Value
  }

  /// The keys of the mapping in order, each once.
  let entries: [Entry]
  /// The keys from the root.
  let path: [String]
  private let kind: String
  private let reading: Reading
  private var asked: [String] = []
  private var missing: [String] = []

  init(_ mapping: Node.Mapping, kind: String, path: [String], reading: Reading) {
    self.kind = kind
    self.path = path
    self.reading = reading
    var entries: [Entry] = []
    var first: [String: Place?] = [:]
    for (keyNode, node) in mapping {
      guard let written = keyNode.scalar?.string else {
        reading.report(.keyIsNoText, path, at: keyNode.place)
        continue
      }
      let key = reading.duplicates[written] ?? written
      if let earlier = first[key] {
        reading.report(.duplicate(key, firstLine: earlier?.line), path + [key], at: keyNode.place)
        continue
      }
      if key == "<<" {
        reading.report(.mergeKey, path, at: keyNode.place)
        continue
      }
      first[key] = keyNode.place
      let isScalar = node.scalar != nil
      reading.note(path + [key], at: isScalar ? node.place : keyNode.place)
      let value = Value(node: node, path: path + [key], reading: reading)
      entries.append(Entry(key: key, place: keyNode.place, value: value))
    }
    self.entries = entries
  }

  /// What stands under a key, if anything.
  subscript(key: String) -> Value? {
    asked.append(key)
    reading.note(key: key, of: kind)
    return entries.first { $0.key == key }?.value
  }

  /// What stands under a key that has to be there.
  func required(_ key: String) -> Value? {
    let value = self[key]
    if value == nil { missing.append(key) }
    return value
  }

  /// Reports what is wrong with the mapping as a whole.
  func report(_ problem: Problem) { reading.report(problem, path) }

  /// Reports the keys that nobody asked for, and those that are missing; a misspelt key is not
  /// missing as well.
  func finish() {
    let unknown = entries.filter { !asked.contains($0.key) }
    let absent = asked.filter { key in !entries.contains { $0.key == key } }
    for entry in unknown {
      reading.report(.unknownKey(entry.key, asked), path + [entry.key], at: entry.place)
    }
    let meant = unknown.compactMap { NearestName.of($0.key, among: absent) }
    for key in missing where !meant.contains(key) {
      reading.report(.missingKey(key, example: Problem.example(of: key, in: kind)), path)
    }
  }

  /// The keys and what stands under them, for a mapping whose keys are values of something else in the file.
  func keyed() -> [(key: String, value: Value)] {
    entries.map { entry in
      asked.append(entry.key)
      return (entry.key, entry.value)
    }
  }

  /// The names and what stands under them, for a mapping whose keys are names of the institute's own choice.
  func named() -> [(id: String, value: Value)] {
    entries.compactMap { entry in
      asked.append(entry.key)
      guard NameRule.allows(entry.key) else {
        reading.report(.badName(entry.key), entry.value.path, at: entry.place)
        return nil
      }
      return (entry.key, entry.value)
    }
  }
}

extension Value {
  /// Reads a mapping with the keys of a kind; keys that the closure does not ask for are reported.
  func fields<Result>(_ kind: String, _ read: (Fields) -> Result?) -> Result? {
    guard case .mapping(let mapping) = node else {
      report(.wrongType(Problem.mapping, found: node, example: Problem.example(of: kind)))
      return nil
    }
    let fields = Fields(mapping, kind: kind, path: path, reading: reading)
    let result = read(fields)
    fields.finish()
    return result
  }

  /// Reads a mapping from names to values of one kind, in the order of the file.
  func named<Item>(_ kind: String, _ read: (String, Fields) -> Item?) -> [Item] {
    guard case .mapping(let mapping) = node else {
      report(.wrongType(Problem.mapping, found: node, example: Problem.example(of: kind)))
      return []
    }
    let names = Fields(mapping, kind: kind, path: path, reading: reading)
    return names.named().compactMap { id, value in value.fields(kind) { read(id, $0) } }
  }
}

extension Fields {
  /// The title, or the name where there is none.
  func title(or id: String) -> Localized { self["title"]?.localized() ?? Localized(id) }

  /// The names under a key, or none.
  func ids(_ key: String) -> [String] { self[key]?.ids() ?? [] }

  /// The names under a key that has to be there.
  func requiredIds(_ key: String) -> [String] { required(key)?.ids() ?? [] }

  /// The answer under a yes/no key, or what holds without it.
  func yesNo(_ key: String, or fallback: Bool) -> Bool { self[key]?.yesNo() ?? fallback }

  /// Where the item comes from: `rule:` and `assumed:`.
  func citation() -> Citation {
    var citation = Citation()
    for value in self["rule"]?.list() ?? [] {
      guard let rule = value.text("R-01") else { continue }
      if !RuleName.allows(rule) { value.report(.badRule(rule)) }
      citation.rules.append(rule)
    }
    guard let assumed = self["assumed"] else { return citation }
    if case .sequence = assumed.node {
      for value in assumed.list() {
        guard let key = value.text("due") else { continue }
        if key != "rule", key != "assumed", entries.contains(where: { $0.key == key }) {
          citation.assumed.append(key)
        } else {
          let keys = entries.map(\.key).filter { $0 != "rule" && $0 != "assumed" }
          value.report(.assumedKey(key, keys))
        }
      }
    } else if case .scalar(let scalar) = assumed.node,
      !["yes", "true", "no", "false"].contains(scalar.string)
    {
      assumed.report(.wrongType(Problem.assumed, found: assumed.node, example: "[due, by]"))
    } else if assumed.yesNo() == true {
      citation.assumed = ["all"]
    }
    return citation
  }
}

/// What the id of a rule may look like.
enum RuleName {
  /// Whether a text looks like `R-01`: capitals, a hyphen, a number.
  static func allows(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
    return parts[0].utf8.allSatisfy { (0x41...0x5A).contains($0) }
      && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
