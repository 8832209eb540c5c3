/// When a transaction takes the write lock.
enum TransactionKind: String, Sendable {
  /// At its first write; a transaction that read first may then be refused with `SQLITE_BUSY_SNAPSHOT`.
  case deferred = "DEFERRED"
  /// At once, waiting for the busy timeout; what it reads stays true until it commits.
  case immediate = "IMMEDIATE"
}

extension Connection {
  /// Runs `body` in a transaction and commits it; if either fails, nothing of it stays.
  ///
  /// - Throws: what `body` threw, or the refusal of BEGIN or COMMIT; a COMMIT that found the database
  ///   busy is rolled back, not tried again. Inside another transaction BEGIN is refused: use `savepoint`.
  func transaction<T>(_ kind: TransactionKind, _ body: () throws -> T) throws -> T {
    try execute("BEGIN \(kind.rawValue)")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // After SQLITE_FULL, IOERR, NOMEM, BUSY or INTERRUPT SQLite may have rolled back itself
      // (sqlite.org/lang_transaction.html, "Response To Errors Within A Transaction"); a second ROLLBACK
      // would fail, and hide the error that matters.
      if isInTransaction { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// Runs `body` in a part of the open transaction that can fail alone: its writes are undone if it throws.
  ///
  /// If SQLite rolled the whole transaction back, `isInTransaction` is false when the error arrives, and the
  /// error must go on to the caller of `transaction`. Outside a transaction this is a deferred one.
  func savepoint<T>(_ body: () throws -> T) throws -> T {
    // One name for all: SQLite matches the savepoint opened last, so they nest.
    try execute("SAVEPOINT part")
    do {
      let result = try body()
      try execute("RELEASE part")
      return result
    } catch {
      // ROLLBACK TO undoes the writes and leaves the savepoint open; RELEASE closes it.
      if isInTransaction { try? execute("ROLLBACK TO part; RELEASE part") }
      throw error
    }
  }
}
