import CyclusCore
import CyclusExchange

/// What the columns of a CSV file of commands are, judged once for the file.
struct BatchColumns {
  /// What a cell holds.
  enum Kind {
    case text, list, flag
  }

  /// A command as a row can give it.
  struct Verb {
    var name: String
    /// The keys that it has, and what they hold.
    var kinds: [String: Kind]
    /// What it cannot do without; of keys that say the same one will do.
    var needed: [[String]]

    func kind(of key: String) -> Kind? { kinds[key] }

    /// The keys that are its own, in order.
    var known: String {
      kinds.keys.filter { !BatchColumns.global.contains($0) }.sorted().joined(separator: ", ")
    }
  }

  /// The columns of the file itself.
  static let own: Set<String> = ["id", "command"]
  /// What every command takes.
  private static let global: Set<String> = ["as", "on", "source", "today", "now", "as_of", "known_at"]

  /// The commands by their words.
  let verbs: [String: Verb]
  /// The columns as the file names them.
  let names: [String]
  /// The key of each column; `nil` where it has no name.
  let keys: [String?]

  init(_ table: CSVFile) throws {
    verbs = Self.verbs()
    names = table.header
    keys = table.header.map { $0.isEmpty ? nil : Self.key($0) }
    try checkColumns()
  }

  /// A name as Dutch Excel users write it: capitals, blanks and hyphens are all the same.
  private static func key(_ name: String) -> String {
    name.lowercased().replacing("-", with: "_").replacing(" ", with: "_")
  }

  /// The column with a key, as the file calls it.
  func name(of key: String) -> String? { keys.firstIndex(of: key).map { names[$0] } }

  private func checkColumns() throws {
    var lines: [Localized] = []
    var seen: [String: String] = [:]
    let known = Self.own.union(verbs.values.flatMap(\.kinds.keys))
    for case (let key?, let name) in zip(keys, names) {
      if let before = seen.updateValue(name, forKey: key) {
        lines.append(
          Localized(
            nl: "rij 1, kolom \(name): zegt hetzelfde als kolom \(before): haal er een weg",
            en: "row 1, column \(name): says the same as column \(before): remove one"))
      } else if !known.contains(key) {
        let nearest = NearestName.of(key, among: known.sorted())
        lines.append(
          Localized(
            nl: "rij 1, kolom \(name): onbekend"
              + (nearest.map { ": bedoelt u \($0)?" } ?? ": haal de kolom weg"),
            en: "row 1, column \(name): unknown"
              + (nearest.map { ": do you mean \($0)?" } ?? ": remove the column")))
      }
    }
    for key in Self.own.sorted(by: >) where name(of: key) == nil {
      let what =
        key == "id"
        ? Localized(nl: "geef elke rij een eigen id", en: "give each row an id of its own")
        : Localized(
          nl: "noem in elke rij het commando, zoals held", en: "name the command in each row, such as held")
      lines.append(
        Localized(
          nl: "rij 1: de kolom \(key) ontbreekt: \(what.nl)",
          en: "row 1: the column \(key) is missing: \(what.en)"))
    }
    guard lines.isEmpty else { throw BatchHeaderFault(lines: lines) }
  }

  private static func verbs() -> [String: Verb] {
    let described = CommandDescription.root()?.commands ?? []
    var verbs: [String: Verb] = [:]
    for command in described {
      guard let name = command.path.last, let positions = BatchKeys.positions[name] else { continue }
      var verb = Verb(name: name, kinds: [:], needed: [])
      for argument in command.arguments where !argument.isPositional {
        guard let long = argument.names.last(where: { $0.hasPrefix("--") }) else { continue }
        let key = Self.key(String(long.dropFirst(2)))
        guard !BatchKeys.foreign.contains(key) else { continue }
        verb.kinds[key] = argument.isFlag ? .flag : argument.isRepeating ? .list : .text
        // The gesprek of a verdict may stand in the column that all other commands have for it.
        let isGesprek = key == "at" && (name == "assess" || name == "feedback")
        if isGesprek { verb.kinds["gesprek"] = .text }
        guard !argument.isOptional, !argument.isFlag else { continue }
        verb.needed.append(isGesprek ? ["gesprek", "at"] : [key])
      }
      for (keys, argument) in zip(positions, command.arguments.filter(\.isPositional)) {
        for key in keys { verb.kinds[key] = .text }
        if !argument.isOptional || name == "count" { verb.needed.append(keys) }
      }
      verbs[name] = verb
    }
    return verbs
  }
}

/// A header that cannot be understood, so that no row is carried out.
struct BatchHeaderFault: Error {
  var lines: [Localized]
}
