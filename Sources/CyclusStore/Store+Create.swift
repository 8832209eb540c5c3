import CyclusCore

extension Store {
  /// Creates a database with what belongs in it from the start; never over something that is there.
  ///
  /// It is made under another name in the same folder, and gets its own when it is whole: who fails leaves nothing, and
  /// of two that make it at once the second finds that of the first.
  ///
  /// - Parameter filling: What is recorded in it first; where that fails, there is no database.
  /// - Throws: `StoreError.exists` or `.cannotCreate`.
  public static func create(
    path: String, isPractice: Bool, recording: Recording, filling: (Store) throws -> Void = { _ in }
  ) throws(StoreError) -> Store {
    guard !FileStatus.exists(path) else { throw StoreError.exists(path: path) }
    do { try FileStatus.createFolder(of: path) } catch {
      throw StoreError.cannotCreate(path: path, why: error.description)
    }
    let draft = "\(path).new-\(UInt64.random(in: 0...UInt64.max))"
    defer { for suffix in ["", "-journal", "-wal", "-shm"] { FileStatus.remove(draft + suffix) } }
    do {
      try make(draft, isPractice: isPractice, recording: recording, filling)
      try FileStatus.give(draft, name: path)
    } catch let error as SQLiteError {
      throw StoreError.cannotCreate(path: path, why: error.message)
    } catch let error as FileStatus.Failure {
      throw error.isTaken
        ? StoreError.exists(path: path) : StoreError.cannotCreate(path: path, why: error.description)
    } catch StoreError.diskFull {
      throw StoreError.cannotCreate(path: path, why: "database or disk is full")
    } catch {
      throw wrap(error, path)
    }
    return try Store(path: path, mode: .write)
  }

  private static func make(
    _ path: String, isPractice: Bool, recording: Recording, _ filling: (Store) throws -> Void
  ) throws {
    let connection = try Connection(path: path, mode: .create)
    let store = Store(connection: connection, path: path, isPractice: isPractice)
    defer { store.close() }
    try connection.execute("PRAGMA page_size = 4096")
    try settle(connection, path, mode: .write)
    try connection.transaction(.immediate) {
      try build(connection)
      try connection.prepare("INSERT INTO database (id, practice) VALUES (1, ?)")
        .run(.integer(isPractice ? 1 : 0))
      try connection.execute("PRAGMA application_id = \(Schema.applicationID)")
      try connection.execute("PRAGMA user_version = \(Schema.version)")
      try store.append(
        type: "database_created", data: ["practice": .bool(isPractice)], recording: recording,
        batch: try store.nextBatch())
    }
    try filling(store)
    // Everything into the one file that gets the name; closing would do so too, and say nothing where it fails.
    try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// A database for practice that stands in memory only, and is gone when it is closed.
  ///
  /// - Parameter filling: What is recorded in it first.
  public static func inMemory(
    recording: Recording, filling: (Store) throws -> Void = { _ in }
  ) throws -> Store {
    let store = try mirror()
    try store.connection.prepare("INSERT INTO database (id, practice) VALUES (1, 1)").run()
    try store.append(
      type: "database_created", data: ["practice": .bool(true)], recording: recording,
      batch: try store.nextBatch())
    try filling(store)
    return store
  }

  /// A database in memory, to project into and compare with.
  static func mirror() throws -> Store {
    let connection = try Connection(path: ":memory:", mode: .create)
    try build(connection)
    return Store(connection: connection, path: ":memory:", isPractice: true)
  }

  private static func build(_ connection: Connection) throws {
    try connection.execute(Schema.tables)
    try connection.execute(Schema.views)
    for trigger in Schema.triggers { try connection.execute(trigger.sql) }
  }
}
