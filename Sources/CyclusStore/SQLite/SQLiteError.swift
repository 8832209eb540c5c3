import CSQLite
import Glibc

/// A call that SQLite, or this wrapper in SQLite's terms, refused.
struct SQLiteError: Error, Equatable {
  /// The primary result code, such as `SQLITE_BUSY`.
  let code: Int32

  /// The extended result code, such as `SQLITE_BUSY_SNAPSHOT`; equal to `code` where there is none.
  let extendedCode: Int32

  /// What was wrong, in SQLite's words (English).
  let message: String

  /// The statement that failed; nil when the database was being opened.
  let sql: String?

  /// The operating system's `errno`; only told for `SQLITE_CANTOPEN` and `SQLITE_IOERR`, else 0.
  let systemError: Int32

  /// Makes the error for a result code that the wrapper itself raises.
  init(code: Int32, message: String, sql: String?, systemError: Int32 = 0) {
    self.code = code & 0xff
    self.extendedCode = code
    self.message = message
    self.sql = sql
    self.systemError = systemError
  }

  /// Makes the error of the call on `database` that has just failed with `code`.
  ///
  /// Must be called before any other call on the same database: SQLite keeps only the last message.
  init(_ database: OpaquePointer?, code: Int32, sql: String?) {
    let primary = code & 0xff
    let text = database == nil ? sqlite3_errstr(code) : sqlite3_errmsg(database)
    self.init(
      code: code,
      message: text.map { String(cString: $0) } ?? "unknown error",
      sql: sql,
      // Any other result leaves the errno of an earlier failure standing.
      systemError: primary == SQLITE_CANTOPEN || primary == SQLITE_IOERR ? sqlite3_system_errno(database) : 0)
  }
}

extension SQLiteError {
  /// What a caller can do something about.
  enum Kind: Sendable {
    /// Another process holds the lock, and held it for the whole busy timeout.
    case busy
    /// The database was opened for reading, or its file cannot be written.
    case readOnly
    /// There is no file at the path, or it cannot be opened.
    case cannotOpen
    /// The file is a database, and its contents are damaged.
    case corrupt
    /// The file is something else than a database.
    case notADatabase
    /// The disk is full.
    case full
    /// The disk, or the file system, failed.
    case io
    /// A constraint of the schema was violated.
    case constraint
    /// The operating system refused access to the file or its folder.
    case permission
    /// Anything else: a fault in a statement or in its use.
    case other
  }

  /// The group of result codes that the error belongs to.
  var kind: Kind {
    // A folder in which the journal cannot be made is a matter of permissions, not of the open mode.
    if extendedCode == SQLITE_READONLY_DIRECTORY { return .permission }
    switch code {
    case SQLITE_BUSY: return .busy
    case SQLITE_READONLY: return .readOnly
    case SQLITE_CANTOPEN: return systemError == EACCES || systemError == EPERM ? .permission : .cannotOpen
    case SQLITE_CORRUPT: return .corrupt
    case SQLITE_NOTADB: return .notADatabase
    case SQLITE_FULL: return .full
    case SQLITE_IOERR: return systemError == ENOSPC || systemError == EDQUOT ? .full : .io
    case SQLITE_CONSTRAINT: return .constraint
    case SQLITE_PERM, SQLITE_AUTH: return .permission
    default: return .other
    }
  }
}

extension SQLiteError: CustomStringConvertible {
  /// The message, the extended code and the statement, on one line.
  var description: String {
    "\(message) (SQLite \(extendedCode))" + (sql.map { " in: \($0)" } ?? "")
  }
}

/// `SQLITE_READONLY_DIRECTORY`, which C defines by an expression that Swift does not import.
private let SQLITE_READONLY_DIRECTORY = SQLITE_READONLY | (6 << 8)
