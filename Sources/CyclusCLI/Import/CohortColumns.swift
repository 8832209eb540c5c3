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
  /// Columns with contact data, health data and the like, which are left out.
  let withheld: [ContactColumns.Kind: [String]]
  /// Columns that mean nothing to any workflow of the file.
  let unknown: [(name: String, nearest: String?)]
  /// Columns that say the same of one role, by its id and by its short name.
  let doubled: [(String, String)]

  init(_ table: CSVFile, workflows: [Workflow]) {
    let roles = workflows.flatMap(Self.roles).map(\.column).flatMap { [$0.id, $0.short] }.filter {
      !$0.isEmpty
    }
    let understood = Set(
      Self.known + roles + roles.map { "\($0)_naam" } + workflows.flatMap(\.parameters).map(\.id))
    var index: [String: Int] = [:]
    var withheld: [ContactColumns.Kind: [String]] = [:]
    var unknown: [(String, String?)] = []
    for (position, header) in table.header.enumerated() where !header.isEmpty {
      let name = header.lowercased()
      if understood.contains(name) {
        index[name] = position
      } else if let kind = ContactColumns.kind(of: header) {
        withheld[kind, default: []].append(header)
      } else if !workflows.isEmpty {
        // Without a workflow nobody can tell which columns are roles or parameters.
        unknown.append((header, NearestName.of(name, among: understood.sorted())))
      }
    }
    self.index = index
    self.withheld = withheld
    self.unknown = unknown
    doubled = workflows.flatMap(Self.roles).map(\.column).filter { !$0.short.isEmpty }.flatMap { role in
      [(role.id, role.short), ("\(role.id)_naam", "\(role.short)_naam")]
    }.filter { index[$0.0] != nil && index[$0.1] != nil }
  }

  /// Every role with the role that its columns are named after: of one with room for two also `docent_2`.
  static func roles(_ workflow: Workflow) -> [(role: Role, column: Role)] {
    workflow.roles.flatMap { role in
      (1...workflow.places(of: role.id)).map { place in
        guard place > 1 else { return (role, role) }
        var column = role
        column.id = "\(role.id)_\(place)"
        column.short = role.short.isEmpty ? "" : "\(role.short)_\(place)"
        column.isRequired = false
        return (role, column)
      }
    }
  }

  func position(_ name: String) -> Int? { index[name] }

  /// The column with the code of a role: its id or its short name, whichever the file has.
  func code(of role: Role) -> String {
    if index[role.id] != nil || role.short.isEmpty { return role.id }
    let isShort = index[role.short] != nil || index["\(role.id)_naam"] == nil
    return isShort && (index[role.short] ?? index["\(role.short)_naam"]) != nil ? role.short : role.id
  }

  /// The column with the name of whoever has a role, by the id of the role or its short name.
  func name(of role: Role) -> String {
    let byID = "\(role.id)_naam"
    let byShort = "\(role.short)_naam"
    if index[byID] != nil { return byID }
    return index[byShort] != nil || code(of: role) == role.short ? byShort : byID
  }

  /// The column with something that a start is given.
  func column(of input: StartRequest.Input) -> String {
    switch input {
    case .from: "begin"
    case .until: "eind"
    case .parameter(let id): id
    }
  }
}

/// One row of a cohort file, read by column name.
struct CohortRow {
  let row: CSVFile.Row
  let columns: CohortColumns

  /// The text in a column, on one line; `nil` where the column is absent or the cell empty.
  subscript(_ column: String) -> String? { asWritten(column).map(\.onOneLine) }

  /// The text in a column as the file has it; `nil` where the column is absent or the cell empty.
  func asWritten(_ column: String) -> String? {
    guard let position = columns.position(column), position < row.cells.count else { return nil }
    let text = row.cells[position]
    return text.isEmpty ? nil : text
  }

  func fault(_ column: String, _ nl: String, _ en: String) -> RowFault {
    fault(column, Localized(nl: nl, en: en))
  }

  /// A fault in a column; a sentence that begins with what the column is called loses that, as the column is named before it.
  func fault(_ column: String, _ message: Localized, of title: Localized? = nil) -> RowFault {
    func rest(_ text: String, _ title: String?) -> String {
      let heads = [column, title ?? column].map { "\($0): " }
      let head = column.isEmpty ? nil : heads.first { text.hasPrefix($0) }
      return head.map { String(text.dropFirst($0.count)) } ?? text
    }
    return RowFault(
      line: row.line, column: column,
      message: Localized(nl: rest(message.nl, title?.nl), en: rest(message.en, title?.en)))
  }

  func required(_ column: String) throws -> String {
    guard let text = self[column] else {
      throw fault(
        column, "ontbreekt: elke rij heeft een \(column) nodig", "is missing: every row needs a \(column)")
    }
    return text
  }

  /// A student number or staff code that is new, if it is fit for one.
  func checkNumber(_ column: String) throws {
    do { try PersonNumber.check(asWritten(column) ?? "") } catch { throw fault(column, error.message) }
  }

  /// A name that is new, if it is fit for one.
  func check(_ name: PersonName, _ column: String) throws {
    do { try name.check() } catch { throw fault(column, error.message) }
  }

  /// A text that is kept as it is, if it is not absurdly long and holds no contact data.
  func short(_ column: String, atMost limit: Int = PersonProblem.longestName) throws -> String? {
    guard let text = self[column] else { return nil }
    guard text.count <= limit else {
      throw fault(
        column, "heeft \(text.count) tekens; het mogen er hoogstens \(limit) zijn: kort de tekst in",
        "has \(text.count) characters; at most \(limit) are allowed: shorten the text")
    }
    if let contact = ContactData(in: text) {
      throw fault(column, PersonProblem.contactInText(text, contact).message)
    }
    return text
  }

  func day(_ column: String) throws -> Day? {
    guard let text = try short(column) else { return nil }
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
    let name = PersonName(given: self["roepnaam"] ?? "", infix: self["tussenvoegsel"] ?? "", family: family)
    // Of a name in three columns the one that holds contact data is named.
    let parts = ["roepnaam", "tussenvoegsel"].filter { ContactData(in: self[$0] ?? "") != nil }
    try check(name, parts.first ?? "achternaam")
    return name
  }
}
