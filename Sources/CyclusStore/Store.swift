import CyclusCore

/// The only door to the database: every process opens one, does its work in transactions, and leaves.
public final class Store {
  /// How a store is opened.
  public enum Mode: Sendable {
    case read, write
  }

  /// Where the database is.
  public let path: String
  /// Whether it was made for practice; there the recorded time may be given.
  public let isPractice: Bool
  let connection: Connection
  var workflows: [String: Workflow] = [:]
  var calendars: [String: SchoolCalendar] = [:]
  var wordings: [Localized: Int64] = [:]
  var rulebooks: [RulebookKey: Rulebook] = [:]
  /// Where salts come from, in a simulation; else from the chance of the machine.
  var salts: SeededRandom?
  /// Whether a cohort is being written, whose recorded times are made up.
  var isSimulating: Bool { salts != nil && isPractice }

  /// Opens a database that exists.
  ///
  /// - Throws: `StoreError` where it is missing, not ours, newer, locked, damaged or not permitted.
  public init(path: String, mode: Mode) throws(StoreError) {
    self.path = path
    guard FileStatus.exists(path) else { throw StoreError.missing(path: path) }
    guard !FileStatus.isFolder(path) else { throw StoreError.notOurs(path: path) }
    do {
      connection = try Self.open(path, mode)
      let id = try connection.prepare("PRAGMA application_id").first { row in try row.int(0) }
      guard id == Schema.applicationID else { throw StoreError.notOurs(path: path) }
      let version = try connection.prepare("PRAGMA user_version").first { row in try row.int(0) } ?? 0
      guard version <= Schema.version else {
        throw StoreError.newer(path: path, version: version, known: Schema.version)
      }
      isPractice =
        try connection.prepare("SELECT practice FROM database").first { try $0.int(0) == 1 } ?? false
      try Self.settle(connection, path, mode: mode)
    } catch {
      throw Self.wrap(error, path)
    }
  }

  /// Opens the file; on a disk or in a folder that is read-only to this user as a file that nobody changes.
  ///
  /// A write-ahead log asks for files beside the database, which cannot be made there. Without a `-wal` file the database
  /// is whole, and SQLite may be told that it will not change.
  private static func open(_ path: String, _ mode: Mode) throws(SQLiteError) -> Connection {
    guard mode == .read else { return try Connection(path: path, mode: .readWrite) }
    let isFixed =
      (FileStatus.isOnReadOnlyDisk(path) || !FileStatus.mayAdd(beside: path))
      && FileStatus.isEmpty(path + "-wal")
    return try Connection(path: path, mode: isFixed ? .immutable : .readOnly)
  }

  init(connection: Connection, path: String, isPractice: Bool) {
    self.connection = connection
    self.path = path
    self.isPractice = isPractice
  }

  /// Sets how durable commits are, and refuses to write on a disk that cannot keep a write-ahead log.
  ///
  /// Somebody may have set another journal mode: it is set back by who writes, and is all the same to who reads.
  static func settle(_ connection: Connection, _ path: String, mode: Mode) throws {
    guard mode == .write else { return }
    let journal = try connection.prepare("PRAGMA journal_mode").first { try $0.text(0) } ?? ""
    if journal != "wal" {
      let set = try connection.prepare("PRAGMA journal_mode = WAL").first { try $0.text(0) } ?? ""
      guard set == "wal" else { throw StoreError.noWriteAheadLog(path: path, mode: set) }
    }
    try connection.execute("PRAGMA synchronous = FULL")
  }

  static func wrap(_ error: any Error, _ path: String) -> StoreError {
    switch error {
    case let error as StoreError: error
    case let error as SQLiteError: StoreError(error, path: path)
    case let error as EventProblem: .damaged(path: path, why: "\(error.type): \(error.what)")
    default: .damaged(path: path, why: "\(error)")
    }
  }

  /// Runs a body and turns what SQLite says into a store error.
  func guarded<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
    do { return try body() } catch { throw Self.wrap(error, path) }
  }

  /// How much SQLite did for what was read and written until now.
  public var work: Work { connection.work }

  /// Closes the database.
  public func close() { connection.close() }
}
