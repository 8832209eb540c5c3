import CyclusCore
import CyclusExchange
import CyclusStore

/// What the columns of a cohort file are, judged once for the file.
struct CohortColumns {
  /// The columns that every cohort file may have.
  static let known = [
    "studentnummer", "roepnaam", "tussenvoegsel", "achternaam", "opleiding", "cohort", "groep", "workflow",
    "begin",
    "eind", "school", "school_id",
  ]

  private let index: [String: Int]
  /// Columns with contact data, which are left out (HAN-03).
  let contact: [String]
  /// Columns that mean nothing to any workflow of the file.
  let unknown: [(name: String, nearest: String?)]

  init(_ table: CSVFile, workflows: [Workflow]) {
    let roles = workflows.flatMap(\.roles).flatMap { [$0.id, $0.short] }.filter { !$0.isEmpty }
    let understood = Set(
      Self.known + roles + roles.map { "\($0)_naam" } + workflows.flatMap(\.parameters).map(\.id))
    var index: [String: Int] = [:]
    var contact: [String] = []
    var unknown: [(String, String?)] = []
    for (position, header) in table.header.enumerated() where !header.isEmpty {
      let name = header.lowercased()
      if understood.contains(name) {
        index[name] = position
      } else if ContactColumns.isContact(header) {
        contact.append(header)
      } else {
        unknown.append((header, Nearest.to(name, in: understood.sorted())))
      }
    }
    self.index = index
    self.contact = contact
    self.unknown = unknown
  }

  func position(_ name: String) -> Int? { index[name] }

  /// The column of a role: by its id, else by its short name.
  func column(of role: Role) -> String {
    index[role.id] == nil && index["\(role.id)_naam"] == nil && !role.short.isEmpty
      && index[role.short] != nil
      ? role.short : role.id
  }
}

/// One row of a cohort file, read by column name.
struct CohortRow {
  let row: CSVFile.Row
  let columns: CohortColumns

  /// The text in a column; `nil` where the column is absent or the cell empty.
  subscript(_ column: String) -> String? {
    guard let position = columns.position(column), position < row.cells.count else { return nil }
    let text = row.cells[position]
    return text.isEmpty ? nil : text
  }

  func fault(_ column: String, _ nl: String, _ en: String) -> RowFault {
    RowFault(line: row.line, column: column, message: Localized(nl: nl, en: en))
  }

  func required(_ column: String) throws -> String {
    guard let text = self[column] else {
      throw fault(
        column, "ontbreekt: elke rij heeft een \(column) nodig", "is missing: every row needs a \(column)")
    }
    return text
  }

  func day(_ column: String) throws -> Day? {
    guard let text = self[column] else { return nil }
    guard let day = Day.dutch(text) else {
      throw fault(
        column, "«\(text)» is geen bestaande datum: schrijf 2026-02-02 of 2-2-2026",
        "“\(text)” is not an existing date: write 2026-02-02 or 2-2-2026")
    }
    return day
  }

  func studentName() throws -> PersonName? {
    guard let family = self["achternaam"] else {
      throw fault("achternaam", "ontbreekt: vul de achternaam in", "is missing: fill in the surname")
    }
    return PersonName(given: self["roepnaam"] ?? "", infix: self["tussenvoegsel"] ?? "", family: family)
  }
}

extension PersonName {
  /// Reads a name as people write it: `Noor van der Beuk` or `Beuk, Noor van der`.
  init(written text: String) {
    let small: Set<String> = [
      "van", "de", "der", "den", "het", "'t", "ter", "ten", "te", "op", "in", "aan", "bij", "uit", "onder",
      "la", "le",
      "el", "von", "zu", "di", "du", "dos", "al",
    ]
    if let comma = text.firstIndex(of: ",") {
      let front = text[text.index(after: comma)...].split(separator: " ").map(String.init)
      let infix = front.reversed().prefix { small.contains($0.lowercased()) }.reversed()
      self.init(
        given: front.dropLast(infix.count).joined(separator: " "), infix: infix.joined(separator: " "),
        family: String(text[..<comma]).trimmed)
      return
    }
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else {
      self.init(given: "", family: text.trimmed)
      return
    }
    let infix = words.dropFirst().prefix { small.contains($0.lowercased()) }
    let family = words.dropFirst(1 + infix.count)
    self.init(given: words[0], infix: infix.joined(separator: " "), family: family.joined(separator: " "))
  }
}
