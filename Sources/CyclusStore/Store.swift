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
  var wordings: [Localized: Int64] = [:]

  /// Opens a database that exists.
  ///
  /// - Throws: `StoreError` where it is missing, not ours, newer, locked, damaged or not permitted.
  public init(path: String, mode: Mode) throws(StoreError) {
    self.path = path
    guard FileStatus.exists(path) else { throw StoreError.missing(path: path) }
    guard !FileStatus.isFolder(path) else { throw StoreError.notOurs(path: path) }
    do {
      connection = try Connection(path: path, mode: mode == .read ? .readOnly : .readWrite)
      let id = try connection.prepare("PRAGMA application_id").first { row in try row.int(0) }
      guard id == Schema.applicationID else { throw StoreError.notOurs(path: path) }
      let version = try connection.prepare("PRAGMA user_version").first { row in try row.int(0) } ?? 0
      guard version <= Schema.version else {
        throw StoreError.newer(path: path, version: version, known: Schema.version)
      }
      isPractice =
        try connection.prepare("SELECT practice FROM database").first { try $0.int(0) == 1 } ?? false
      try Self.settle(connection, path)
    } catch {
      throw Self.wrap(error, path)
    }
  }

  private init(connection: Connection, path: String, isPractice: Bool) {
    self.connection = connection
    self.path = path
    self.isPractice = isPractice
  }

  /// Creates a database; never over something that is there.
  ///
  /// - Throws: `StoreError.exists` or `.cannotCreate`.
  public static func create(path: String, isPractice: Bool, recording: Recording) throws(StoreError) -> Store
  {
    guard !FileStatus.exists(path) else { throw StoreError.exists(path: path) }
    do { try FileStatus.createFolder(of: path) } catch {
      throw StoreError.cannotCreate(path: path, why: error.description)
    }
    do {
      let connection = try Connection(path: path, mode: .create)
      try connection.execute("PRAGMA page_size = 4096")
      try settle(connection, path)
      let store = Store(connection: connection, path: path, isPractice: isPractice)
      try connection.transaction(.immediate) {
        try connection.execute(Schema.tables)
        try connection.execute(Schema.views)
        for trigger in Schema.triggers { try connection.execute(trigger.sql) }
        try connection.prepare("INSERT INTO database (id, practice) VALUES (1, ?)")
          .run(.integer(isPractice ? 1 : 0))
        try connection.execute("PRAGMA application_id = \(Schema.applicationID)")
        try connection.execute("PRAGMA user_version = \(Schema.version)")
        try store.append(
          type: "database_created", data: ["practice": .bool(isPractice)], recording: recording,
          batch: try store.nextBatch())
      }
      return store
    } catch let error as SQLiteError {
      throw StoreError.cannotCreate(path: path, why: error.message)
    } catch {
      throw wrap(error, path)
    }
  }

  /// A database in memory, to project into and compare with.
  static func mirror() throws -> Store {
    let connection = try Connection(path: ":memory:", mode: .create)
    try connection.execute(Schema.tables)
    try connection.execute(Schema.views)
    for trigger in Schema.triggers { try connection.execute(trigger.sql) }
    return Store(connection: connection, path: ":memory:", isPractice: true)
  }

  /// Sets how durable commits are, and refuses a disk that cannot keep a write-ahead log.
  private static func settle(_ connection: Connection, _ path: String) throws {
    let mode = try connection.prepare("PRAGMA journal_mode").first { try $0.text(0) } ?? ""
    if mode != "wal" {
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
    case let error as TimelineProblem: .timeline(error)
    default: .damaged(path: path, why: "\(error)")
    }
  }

  /// Runs a body and turns what SQLite says into a store error.
  func guarded<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
    do { return try body() } catch { throw Self.wrap(error, path) }
  }

  /// Closes the database.
  public func close() { connection.close() }
}
