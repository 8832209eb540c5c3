import CyclusCore
import CyclusExchange

/// What is wrong with the cells of a row, all at once.
struct CellFaults: Error {
  var list: [(column: String?, message: Localized)] = []

  mutating func add(_ column: String?, _ nl: String, _ en: String) {
    list.append((column, Localized(nl: nl, en: en)))
  }

  /// All faults in one sentence; every column but the first, which stands before it, is named.
  var message: Localized {
    func text(_ word: String, _ language: Language) -> String {
      list.enumerated().map { index, fault in
        (index == 0 ? "" : fault.column.map { "\(word) \($0): " } ?? "") + fault.message.text(language)
      }.joined(separator: "; ")
    }
    return Localized(nl: text("kolom", .nl), en: text("column", .en))
  }
}

/// A row of a CSV file of commands: the cells are the keys of a line of JSON.
///
/// An empty cell is a key that is not there. A list stands in one cell with `|` between its parts:
/// `student|wpb`, `doelen=alle|leeractiviteiten=ja`. Dates may be written as `24-2-2026`.
struct BatchRow {
  let columns: BatchColumns
  let cells: [String]

  private static let yes: Set<String> = ["ja", "j", "yes", "y", "1", "true", "waar", "x"]
  private static let no: Set<String> = ["nee", "n", "no", "0", "false", "onwaar"]

  /// The id of the row, which also names it when the rest is at fault.
  var id: String? {
    columns.keys.firstIndex(of: "id").map(text).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The column with a key, as the file calls it.
  func column(_ key: String) -> String? { columns.name(of: key.replacing("-", with: "_")) }

  /// The first column in which somebody or something is named; the id last, as it is nobody.
  func column(holding name: String) -> String? {
    let holding = columns.keys.indices.filter { position in
      text(position).split { "|,".contains($0) }.contains {
        $0 == name || $0.hasPrefix(name + ":") || $0.hasSuffix("=" + name)
      }
    }
    return (holding.first { columns.keys[$0] != "id" } ?? holding.first).map { columns.names[$0] }
  }

  /// The row as a line of JSON would have it.
  func members() throws -> JSONObject {
    var members = JSONObject()
    var faults = CellFaults()
    let verb = try verb()
    for (position, key) in columns.keys.enumerated() {
      guard let key, key != "command", !text(position).isEmpty else { continue }
      if key == "id" {
        members[key] = .string(text(position))
        continue
      }
      guard let kind = verb.kind(of: key) else {
        faults.add(
          columns.names[position], "hoort niet bij \(verb.name): maak deze cel leeg; wel: \(verb.known)",
          "does not belong to \(verb.name): clear this cell; it knows: \(verb.known)")
        continue
      }
      do { members[key] = try value(text(position), key, kind, verb) } catch {
        faults.list += error.list.map { (columns.names[position], $0.message) }
      }
    }
    members["command"] = .string(verb.name)
    guard faults.list.isEmpty else { throw faults }
    return members
  }

  /// Whether all is there that the command cannot do without.
  func check(_ members: JSONObject) throws {
    var faults = CellFaults()
    for keys in try verb().needed where !keys.contains(where: { members[$0] != nil }) {
      let name = columns.name(of: keys[0]) ?? keys[0]
      let isThere = columns.name(of: keys[0]) != nil
      faults.add(
        name, isThere ? "leeg: vul in" : "ontbreekt: voeg de kolom toe",
        isThere ? "empty: fill in" : "is missing: add the column")
    }
    guard faults.list.isEmpty else { throw faults }
  }

  private func verb() throws -> BatchColumns.Verb {
    let name = columns.keys.firstIndex(of: "command").map(text) ?? ""
    guard let verb = columns.verbs[name.lowercased()] else {
      let known = columns.verbs.keys.sorted()
      let nearest = NearestName.of(name.lowercased(), among: known)
      var faults = CellFaults()
      faults.add(
        columns.name(of: "command"),
        (name.isEmpty ? "leeg" : "er is geen commando «\(name)»")
          + (nearest.map { ": bedoelt u \($0)?" } ?? "; kies uit \(known.joined(separator: ", "))"),
        (name.isEmpty ? "empty" : "there is no command “\(name)”")
          + (nearest.map { ": do you mean \($0)?" } ?? "; choose from \(known.joined(separator: ", "))"))
      throw faults
    }
    return verb
  }

  /// A cell without the apostrophe that `--excel` puts before what Excel would take for a formula.
  private func text(_ position: Int) -> String {
    let text = cells[position]
    guard text.hasPrefix("'"), let next = text.dropFirst().unicodeScalars.first,
      "=+-@\t\r".unicodeScalars.contains(next)
    else { return text }
    return String(text.dropFirst())
  }

  private func value(_ text: String, _ key: String, _ kind: BatchColumns.Kind, _ verb: BatchColumns.Verb)
    throws(CellFaults) -> JSONValue
  {
    var faults = CellFaults()
    switch kind {
    case .list:
      if key == "set", text.contains(/,\s*[a-z][a-z0-9-]*=/) {
        faults.add(
          nil, "zet tussen de delen van set een |, zoals doelen=alle|leeractiviteiten=ja",
          "put a | between the parts of set, such as doelen=alle|leeractiviteiten=ja")
        throw faults
      }
      // Who were there and what is cited may have commas as on the command line; in other texts a comma may stand.
      let separators: Set<Character> = key == "role" ? ["|", ","] : ["|"]
      return .array(
        text.split { separators.contains($0) }.map { .string(String($0).trimmed) }.filter {
          $0 != .string("")
        })
    case .flag:
      if Self.yes.contains(text.lowercased()) { return .bool(true) }
      if Self.no.contains(text.lowercased()) { return .bool(false) }
      faults.add(nil, "«\(text)» kan niet: schrijf ja of nee", "“\(text)” is not possible: write yes or no")
      throw faults
    case .text where BatchKeys.dates.contains(key):
      if let day = Day.dutch(text) { return .string(day.description) }
      faults.add(
        nil, "«\(text)» is geen bestaande datum: \(Day.writing.nl)",
        "“\(text)” is not an existing date: \(Day.writing.en)")
      throw faults
    case .text where key == "at" && verb.name == "plan":
      // In the form that all commands know, so that a row and a line of JSON have the same content.
      return .string(LocalMoment.dutch(text)?.description ?? text)
    case .text: return .string(text)
    }
  }
}
