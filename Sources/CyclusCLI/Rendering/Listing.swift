import CyclusCore
import CyclusExchange

/// A list that a command shows: one definition of its columns gives the table, the CSV and the JSON.
struct Listing<Row> {
  /// A column: its key for scripts, and its heading and cell for people where it stands in the table.
  struct Column {
    var key: String
    var value: (Row) throws -> JSONValue
    var heading: Localized?
    var cell: (Row) throws -> TextTable.Cell
    var alignment = TextTable.Alignment.left
    var minimum = 8
    var priority = 0
    var flexible = false
  }

  private var columns: [Column] = []

  /// Adds a column that only scripts see.
  mutating func data(_ key: String, _ value: @escaping (Row) throws -> JSONValue) {
    columns.append(Column(key: key, value: value, heading: nil, cell: { _ in "" }))
  }

  /// Adds a column that only people see.
  mutating func shown(
    _ nl: String, _ en: String, alignment: TextTable.Alignment = .left, minimum: Int = 8, priority: Int = 0,
    flexible: Bool = false, _ cell: @escaping (Row) throws -> TextTable.Cell
  ) {
    columns.append(
      Column(
        key: "", value: { _ in .null }, heading: Localized(nl: nl, en: en), cell: cell, alignment: alignment,
        minimum: minimum, priority: priority, flexible: flexible))
  }

  /// Writes rows in the format that was asked for.
  func write(_ rows: [Row], _ session: Session, none: Localized) throws {
    switch session.format {
    case .json: session.console.out(try json(rows).pretty)
    case .csv: try csv(rows, session)
    case .table:
      guard !rows.isEmpty else {
        session.console.out(session.text(none))
        return
      }
      try table(rows, session)
    }
  }

  /// The rows as a list of objects.
  func json(_ rows: [Row]) throws -> JSONValue { .array(try rows.map { .object(try object($0)) }) }

  /// One row as an object.
  func object(_ row: Row) throws -> JSONObject {
    var object = JSONObject()
    for column in columns where !column.key.isEmpty { object[column.key] = try column.value(row) }
    return object
  }

  private func csv(_ rows: [Row], _ session: Session) throws {
    let keyed = columns.filter { !$0.key.isEmpty }
    let writer = CSVWriter(session.options.excel ? .excel : .plain)
    session.console.write(writer.header(keyed.map(\.key)))
    for row in rows { session.console.write(writer.row(try keyed.map { try $0.value(row).csv })) }
  }

  private func table(_ rows: [Row], _ session: Session) throws {
    let shown = columns.filter { $0.heading != nil }
    var table = TextTable(
      shown.map { column in
        TextTable.Column(
          column.heading.map { session.text($0) } ?? "", alignment: column.alignment, minimum: column.minimum,
          priority: column.priority, flexible: column.flexible)
      })
    for row in rows { table.append(try shown.map { try $0.cell(row) }) }
    let rendering = table.rendered(for: session.console)
    session.console.out(rendering.lines)
    if let nl = rendering.nl, let en = rendering.en { session.remark([Localized(nl: nl, en: en)]) }
  }
}

extension JSONValue {
  /// The value as a cell of a CSV file: lists are joined by a blank, null is empty.
  var csv: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .string(let text): text
    case .array(let list): list.map(\.csv).joined(separator: " ")
    case .object: compact
    }
  }
}
