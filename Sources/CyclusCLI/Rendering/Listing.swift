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
    var wraps = false
  }

  private var columns: [Column] = []
  private var below: ((Row) throws -> TextTable.Cell)?

  /// Adds a column that only scripts see.
  mutating func data(_ key: String, _ value: @escaping (Row) throws -> JSONValue) {
    columns.append(Column(key: key, value: value, heading: nil, cell: { _ in "" }))
  }

  /// Adds a column that only people see.
  mutating func shown(
    _ nl: String, _ en: String, alignment: TextTable.Alignment = .left, minimum: Int = 8, priority: Int = 0,
    flexible: Bool = false, wraps: Bool = false, _ cell: @escaping (Row) throws -> TextTable.Cell
  ) {
    columns.append(
      Column(
        key: "", value: { _ in .null }, heading: Localized(nl: nl, en: en), cell: cell, alignment: alignment,
        minimum: minimum, priority: priority, flexible: flexible, wraps: wraps))
  }

  /// Gives every row of the table a second line, for a terminal on which the columns would not all fit.
  mutating func shownBelow(_ cell: @escaping (Row) throws -> TextTable.Cell) { below = cell }

  /// Writes rows in the format that was asked for; a table without rows says so, and what to do next.
  func write(_ rows: [Row], _ session: Session, none: Localized, hint: Localized? = nil) throws {
    switch session.format {
    case .json: session.console.out(try json(rows).pretty)
    case .csv:
      csvHeader(session)
      try csv(rows, session)
    case .table:
      guard !rows.isEmpty else {
        session.console.out(session.text(none))
        if let hint { session.remark([hint]) }
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

  /// Writes the names of the columns, once before all rows.
  func csvHeader(_ session: Session) {
    session.console.write(writer(session).header(columns.map(\.key).filter { !$0.isEmpty }))
  }

  private func writer(_ session: Session) -> CSVWriter {
    CSVWriter(session.options.excel ? .excel : .plain)
  }

  /// Writes rows below the names of the columns.
  func csv(_ rows: [Row], _ session: Session) throws {
    let keyed = columns.filter { !$0.key.isEmpty }
    let writer = writer(session)
    for row in rows { session.console.write(writer.row(try keyed.map { try $0.value(row).csv })) }
  }

  /// A column in which no row has anything is left out: it says nothing and takes room.
  private func table(_ rows: [Row], _ session: Session) throws {
    var shown: [(column: Column, cells: [TextTable.Cell])] = []
    for column in columns where column.heading != nil {
      let cells = try rows.map { try column.cell($0) }
      if cells.contains(where: { !$0.text.isEmpty }) { shown.append((column, cells)) }
    }
    var table = TextTable(
      shown.map { column, _ in
        TextTable.Column(
          column.heading.map { session.text($0) } ?? "", alignment: column.alignment, minimum: column.minimum,
          priority: column.priority, flexible: column.flexible, wraps: column.wraps)
      })
    for (index, row) in rows.enumerated() {
      table.append(shown.map { $0.cells[index] }, below: try below?(row) ?? "")
    }
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
