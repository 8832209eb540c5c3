import CSQLite

/// One compiled SQL statement, which can be run many times and is reset after each, also when it fails.
///
/// `Connection.prepare` makes it. A statement that is giving rows cannot be started again before it is
/// done or reset: that throws `SQLITE_MISUSE`, as does any use after its connection was closed.
final class Statement {
  /// The text that was compiled.
  let sql: String

  /// SQLite's statement; nil once it was finalized.
  private(set) var handle: OpaquePointer?

  init(handle: OpaquePointer, sql: String) {
    self.handle = handle
    self.sql = sql
  }

  deinit {
    finalize()
  }

  /// Runs the statement to its end with a value for each `?`, in order; rows that it gives are passed over.
  func run(_ values: Value...) throws(SQLiteError) { try run(values) }

  /// Runs a statement that gives no rows, with its values in a list.
  func run(_ values: [Value]) throws(SQLiteError) {
    try bind(values)
    while try step() {}
  }

  /// Runs the statement with a value for each `?`, and `body` on each row.
  ///
  ///     try statement.forEach("startgesprek") { row in names.append(try row.text(0)) }
  func forEach(_ values: Value..., body: (Row) throws -> Void) throws {
    try bind(values)
    defer { reset() }
    while try step() { try body(Row(self)) }
  }

  /// Runs the statement with a value for each `?`, and gives what `read` makes of each row.
  func all<T>(_ values: Value..., read: (Row) throws -> T) throws -> [T] { try all(values, read: read) }

  /// Runs the statement with its values in a list, and gives what `read` makes of each row.
  func all<T>(_ values: [Value], read: (Row) throws -> T) throws -> [T] {
    try bind(values)
    defer { reset() }
    var found: [T] = []
    while try step() { found.append(try read(Row(self))) }
    return found
  }

  /// Runs the statement with a value for each `?`, and gives what `read` makes of the first row, nil without.
  func first<T>(_ values: Value..., read: (Row) throws -> T) throws -> T? {
    try bind(values)
    defer { reset() }
    return try step() ? try read(Row(self)) : nil
  }

  /// How many values the statement takes.
  var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }

  /// Gives the statement a value for each `?`, in order, for the steps to come.
  ///
  /// - Throws: `SQLITE_RANGE` if there are more or fewer values than parameters.
  func bind(_ values: [Value]) throws(SQLiteError) {
    guard let handle else { throw misuse("the connection of this statement is closed") }
    guard !isRunning else { throw misuse("this statement is giving rows and cannot be started again") }
    guard values.count == parameterCount else {
      throw SQLiteError(
        code: SQLITE_RANGE, message: "\(values.count) values for \(parameterCount) parameters", sql: sql)
    }
    for (position, value) in zip(Int32(1)..., values) {
      let result = bind(value, at: position)
      guard result == SQLITE_OK else {
        let error = SQLiteError(sqlite3_db_handle(handle), code: result, sql: sql)
        reset()
        throw error
      }
    }
  }

  /// Moves to the next row; false, and the statement reset, when there is none.
  func step() throws(SQLiteError) -> Bool {
    guard let handle else { throw misuse("the connection of this statement is closed") }
    let result = sqlite3_step(handle)
    switch result {
    case SQLITE_ROW:
      return true
    case SQLITE_DONE:
      reset()
      return false
    default:
      let error = SQLiteError(sqlite3_db_handle(handle), code: result, sql: sql)
      reset()
      throw error
    }
  }

  /// The row that the last step moved to.
  var row: Row { Row(self) }

  /// Whether the statement stands on a row.
  var isRunning: Bool { handle != nil && sqlite3_stmt_busy(handle) != 0 }

  /// Ends a run before its last row, and lets go of the values.
  func reset() {
    guard let handle else { return }
    // Both return only the error of the last step, which was thrown there.
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Frees SQLite's statement; the object cannot be used any more.
  func finalize() {
    sqlite3_finalize(handle)
    handle = nil
  }

  private func bind(_ value: Value, at position: Int32) -> Int32 {
    switch value {
    case .integer(let integer):
      return sqlite3_bind_int64(handle, position, integer)
    case .text(let text):
      // With its length in bytes, so that a NUL in the text does not end it.
      return sqlite3_bind_text64(
        handle, position, text, UInt64(text.utf8.count), transient, UInt8(SQLITE_UTF8))
    case .blob(let bytes) where bytes.isEmpty:
      // An empty array may have no address, and SQLite binds no address as NULL.
      return sqlite3_bind_zeroblob(handle, position, 0)
    case .blob(let bytes):
      return sqlite3_bind_blob64(handle, position, bytes, UInt64(bytes.count), transient)
    case .null:
      return sqlite3_bind_null(handle, position)
    }
  }

  private func misuse(_ message: String) -> SQLiteError {
    SQLiteError(code: SQLITE_MISUSE, message: message, sql: sql)
  }

  /// `SQLITE_TRANSIENT`, a cast that Swift does not import: SQLite copies the bytes before the call returns.
  private var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
