import CSQLite

/// One open database file, for use from one thread.
final class Connection {
  /// What a connection may do with its file.
  enum Mode: Sendable {
    /// Reads a file that exists.
    case readOnly
    /// Reads a file that nobody can change, as on a disk that is read-only; no lock is taken and no file made.
    case immutable
    /// Reads and writes a file that exists.
    case readWrite
    /// Reads and writes, and makes the file if there is none.
    case create
  }

  /// The number of compiled statements that are kept for the next use of the same SQL.
  private static let cacheLimit = 64

  /// How many kB of pages may be kept in memory; no more is taken than what is read or written.
  ///
  /// With SQLite's own 2 MB an import writes a page to the log anew each time that a row falls into it.
  private static let cacheSize = 65_536

  private var database: OpaquePointer?
  private var cache: [String: Statement] = [:]
  /// How it waits for a lock.
  private let patience: Patience

  /// Opens the database at `path`, with foreign keys enforced and the schema's own functions not trusted.
  ///
  /// A file that is not a database is found at the first statement that reads it.
  ///
  /// - Parameter busyTimeout: for how many milliseconds a statement waits for another process's lock.
  /// - Throws: `SQLITE_CANTOPEN` without a file; `SQLITE_READONLY` if writing was asked and cannot be done.
  init(path: String, mode: Mode, busyTimeout: Int32 = 10_000) throws(SQLiteError) {
    // Where SQLite is compiled with SQLITE_USE_URI, as Debian's is, it would read `file:` as a URI.
    let name =
      mode == .immutable ? Self.immutableURI(path) : path.hasPrefix("file:") ? "./" + path : path
    patience = Patience(milliseconds: busyTimeout)
    // NOMUTEX: a connection is not Sendable, so no two threads use it.
    let opened = sqlite3_open_v2(name, &database, mode.flags | SQLITE_OPEN_NOMUTEX, nil)
    do throws(SQLiteError) {
      guard opened == SQLITE_OK else {
        let code = database == nil ? opened : sqlite3_extended_errcode(database)
        throw SQLiteError(database, code: code, sql: nil)
      }
      // Before anything that can meet a lock: without it the first SQLITE_BUSY is final.
      patience.wait(on: database)
      sqlite3_extended_result_codes(database, 1)
      // Refuses SQL that damages the file, such as a write to sqlite_schema.
      _ = cyclus_defend(database)
      // SQLite opens a file that it may not write for reading, and says nothing.
      if mode == .readWrite || mode == .create, sqlite3_db_readonly(database, "main") == 1 {
        throw SQLiteError(code: SQLITE_READONLY, message: "the file cannot be written: \(path)", sql: nil)
      }
      try execute("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF")
      // What a savepoint may have to undo is kept in memory too, not in a file beside the database.
      try execute("PRAGMA cache_size = -\(Self.cacheSize); PRAGMA temp_store = MEMORY")
    } catch {
      // A failed open also gives a connection that must be closed.
      close()
      throw error
    }
  }

  /// The path as a URI, in which SQLite reads `?`, `#` and `%` as signs.
  private static func immutableURI(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    let escaped = path.unicodeScalars.map { scalar in
      guard "?#%".unicodeScalars.contains(scalar) else { return String(scalar) }
      return "%\(digits[Int(scalar.value >> 4)])\(digits[Int(scalar.value & 15)])"
    }
    return "file:\(escaped.joined())?immutable=1"
  }

  deinit {
    close()
  }

  /// Runs each statement of a script; rows that they give are passed over.
  func execute(_ sql: String) throws(SQLiteError) {
    let database = try open(for: sql)
    let result = sqlite3_exec(database, sql, nil, nil, nil)
    if result != SQLITE_OK { throw SQLiteError(database, code: result, sql: sql) }
  }

  /// Compiles one statement, or gives the one compiled earlier from the same text.
  ///
  /// While that one is giving rows, a second is compiled, so that a loop may run its own SQL inside itself.
  ///
  /// - Throws: `SQLITE_MISUSE` if the text holds no statement, or more than one.
  func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    if let cached = cache[sql] {
      return cached.isRunning ? try compile(sql) : cached
    }
    let statement = try compile(sql)
    if cache.count < Self.cacheLimit { cache[sql] = statement }
    return statement
  }

  /// The statements that were compiled and kept, in the order of their text.
  var prepared: [String] { cache.keys.sorted() }

  /// What the statements that are kept have asked of SQLite until now: the instructions that it carried out, and the
  /// rows that it stepped through to find others.
  ///
  /// SQLite: "SQLITE_STMTSTATUS_VM_STEP … the number of virtual machine operations executed by the prepared statement",
  /// "SQLITE_STMTSTATUS_FULLSCAN_STEP … the number of times that SQLite has stepped forward in a table as part of a full
  /// table scan". Neither hangs on the machine, its load or its cache.
  var work: Work {
    var work = Work()
    var statement = sqlite3_next_stmt(database, nil)
    while let current = statement {
      work.instructions += Int(sqlite3_stmt_status(current, SQLITE_STMTSTATUS_VM_STEP, 0))
      work.scanned += Int(sqlite3_stmt_status(current, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0))
      statement = sqlite3_next_stmt(database, current)
    }
    return work
  }

  /// The number of rows that the last INSERT, UPDATE or DELETE changed.
  var changes: Int { database.map { Int(sqlite3_changes64($0)) } ?? 0 }

  /// The row id of the last INSERT; 0 before the first.
  var lastInsertedRow: Int64 { database.map { sqlite3_last_insert_rowid($0) } ?? 0 }

  /// Whether a transaction is open; false again after an error for which SQLite rolled it back itself.
  var isInTransaction: Bool { database != nil && sqlite3_get_autocommit(database) == 0 }

  /// Closes the file and rolls an open transaction back; its statements throw from then on.
  ///
  /// The last connection to a WAL database checkpoints here, which syncs the file.
  func close() {
    for statement in cache.values { statement.finalize() }
    cache = [:]
    // Nobody waits for a closed connection, and the handler's patience ends with it.
    if let database { sqlite3_busy_handler(database, nil, nil) }
    // close_v2: a statement outside the cache that is still held is freed later, safely.
    sqlite3_close_v2(database)
    database = nil
  }

  private func compile(_ sql: String) throws(SQLiteError) -> Statement {
    let database = try open(for: sql)
    var handle: OpaquePointer?
    var result = SQLITE_OK
    var rest = ""
    sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      result = sqlite3_prepare_v3(database, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, &tail)
      rest = tail.map { String(cString: $0) } ?? ""
    }
    guard result == SQLITE_OK else { throw SQLiteError(database, code: result, sql: sql) }
    guard let handle else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "no statement in the text", sql: sql)
    }
    let statement = Statement(handle: handle, sql: sql)
    guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "more than one statement in the text", sql: sql)
    }
    return statement
  }

  private func open(for sql: String) throws(SQLiteError) -> OpaquePointer {
    if let database { return database }
    throw SQLiteError(code: SQLITE_MISUSE, message: "the connection is closed", sql: sql)
  }
}

/// How much work SQLite did.
public struct Work: Hashable, Sendable {
  /// The instructions of its virtual machine.
  public var instructions = 0
  /// The rows stepped through in full scans.
  public var scanned = 0
}

extension Connection.Mode {
  fileprivate var flags: Int32 {
    switch self {
    case .readOnly: SQLITE_OPEN_READONLY
    case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    case .readWrite: SQLITE_OPEN_READWRITE
    case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
  }
}
