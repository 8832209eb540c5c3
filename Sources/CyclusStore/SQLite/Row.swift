import CSQLite

/// The row that a statement stands on, read by column number from 0.
///
/// A row is valid until its statement takes the next step; read later, it throws or reads the next row.
/// A column is read as what it holds, never converted: reading NULL or text as an integer throws
/// `SQLITE_MISMATCH`, and a column that is not there throws `SQLITE_RANGE`.
struct Row {
  private let statement: Statement

  init(_ statement: Statement) {
    self.statement = statement
  }

  /// The integer in a column.
  func integer(_ column: Int) throws(SQLiteError) -> Int64 {
    try expect(SQLITE_INTEGER, in: column)
    return sqlite3_column_int64(statement.handle, Int32(column))
  }

  /// The integer in a column as an `Int`, which on every platform with 64 bits holds it whole.
  func int(_ column: Int) throws(SQLiteError) -> Int {
    guard let value = Int(exactly: try integer(column)) else { throw mismatch(column, "an Int") }
    return value
  }

  /// The text in a column, with any NUL it contains.
  func text(_ column: Int) throws(SQLiteError) -> String {
    try expect(SQLITE_TEXT, in: column)
    // SQLite asks for this order: the text first, then its length in bytes.
    let start = sqlite3_column_text(statement.handle, Int32(column))
    let bytes = UnsafeBufferPointer(start: start, count: count(column))
    guard let text = String(validating: bytes, as: UTF8.self) else { throw mismatch(column, "UTF-8 text") }
    return text
  }

  /// The bytes in a column.
  func blob(_ column: Int) throws(SQLiteError) -> [UInt8] {
    try expect(SQLITE_BLOB, in: column)
    // SQLite returns no address for an empty blob.
    guard let start = sqlite3_column_blob(statement.handle, Int32(column)) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count(column)))
  }

  /// Whether the bytes in a column hold those of a text; quicker than `instr`, and nothing is copied.
  func holds(_ text: String, in column: Int) throws(SQLiteError) -> Bool {
    try expect(SQLITE_BLOB, in: column)
    guard let start = sqlite3_column_blob(statement.handle, Int32(column)) else { return false }
    let wanted = Array(text.utf8)
    return cyclus_holds(start, count(column), wanted, wanted.count) == 1
  }

  /// The integer in a column, or nil for NULL.
  func optionalInteger(_ column: Int) throws(SQLiteError) -> Int64? {
    try isNull(column) ? nil : try integer(column)
  }

  /// The text in a column, or nil for NULL.
  func optionalText(_ column: Int) throws(SQLiteError) -> String? {
    try isNull(column) ? nil : try text(column)
  }

  /// The bytes in a column, or nil for NULL.
  func optionalBlob(_ column: Int) throws(SQLiteError) -> [UInt8]? {
    try isNull(column) ? nil : try blob(column)
  }

  /// Whether a column holds NULL.
  func isNull(_ column: Int) throws(SQLiteError) -> Bool {
    try type(column) == SQLITE_NULL
  }

  private func count(_ column: Int) -> Int {
    Int(sqlite3_column_bytes(statement.handle, Int32(column)))
  }

  private func expect(_ expected: Int32, in column: Int) throws(SQLiteError) {
    if try type(column) != expected { throw mismatch(column, name(ofType: expected)) }
  }

  private func type(_ column: Int) throws(SQLiteError) -> Int32 {
    // Outside this range SQLite's answers are undefined; without a current row the count is 0.
    guard column >= 0, column < Int(sqlite3_data_count(statement.handle)) else {
      throw SQLiteError(code: SQLITE_RANGE, message: "no column \(column) in a row", sql: statement.sql)
    }
    return sqlite3_column_type(statement.handle, Int32(column))
  }

  private func mismatch(_ column: Int, _ expected: String) -> SQLiteError {
    let name = sqlite3_column_name(statement.handle, Int32(column)).map { String(cString: $0) } ?? "?"
    let found = self.name(ofType: sqlite3_column_type(statement.handle, Int32(column)))
    return SQLiteError(
      code: SQLITE_MISMATCH, message: "column \(column) (\(name)) holds \(found), not \(expected)",
      sql: statement.sql)
  }

  private func name(ofType type: Int32) -> String {
    switch type {
    case SQLITE_INTEGER: "an integer"
    case SQLITE_FLOAT: "a real number"
    case SQLITE_TEXT: "text"
    case SQLITE_BLOB: "a blob"
    default: "NULL"
    }
  }
}
