import CSQLite
import Glibc
import Testing

@testable import CyclusStore

/// Connections: modes, locks, transactions, and the kind of each error.
@Suite struct SQLiteConnectionTests {
  let folder = SQLiteScratchFolder()
  let connection: Connection

  init() throws {
    connection = try Connection(path: folder.file, mode: .create)
    try connection.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (v INTEGER)")
  }

  func values() throws -> [Int64] {
    try connection.prepare("SELECT v FROM t ORDER BY v").all { try $0.integer(0) }
  }

  struct Stop: Error {}

  @Test func aTransactionCommitsAndGivesItsResult() throws {
    let result = try connection.transaction(.immediate) {
      try connection.execute("INSERT INTO t VALUES (1)")
      return connection.isInTransaction
    }
    #expect(result)
    #expect(!connection.isInTransaction)
    #expect(try values() == [1])
  }

  @Test(arguments: [TransactionKind.deferred, .immediate])
  func aTransactionThatThrowsLeavesNothing(_ kind: TransactionKind) throws {
    #expect(throws: Stop.self) {
      try connection.transaction(kind) {
        try connection.execute("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try values() == [])
  }

  @Test func anErrorForWhichSQLiteRolledBackItselfIsTheOneReported() throws {
    let error = #expect(throws: SQLiteError.self) {
      try connection.transaction(.immediate) {
        try connection.execute("CREATE UNIQUE INDEX i ON t (v); INSERT INTO t VALUES (1)")
        try connection.execute("INSERT OR ROLLBACK INTO t VALUES (1)")
      }
    }
    #expect(error?.kind == .constraint)
    #expect(!connection.isInTransaction)
    #expect(try values() == [])
  }

  @Test func aTransactionInsideAnotherIsRefusedAndTheOuterOneStays() throws {
    try connection.transaction(.immediate) {
      try connection.execute("INSERT INTO t VALUES (1)")
      #expect(throws: SQLiteError.self) { try connection.transaction(.immediate) {} }
      #expect(connection.isInTransaction)
    }
    #expect(try values() == [1])
  }

  @Test func aSavepointThatThrowsUndoesOnlyItsOwnPart() throws {
    try connection.transaction(.immediate) {
      try connection.execute("INSERT INTO t VALUES (1)")
      try connection.savepoint {
        try connection.execute("INSERT INTO t VALUES (2)")
        #expect(throws: Stop.self) {
          try connection.savepoint {
            try connection.execute("INSERT INTO t VALUES (3)")
            throw Stop()
          }
        }
      }
    }
    #expect(try values() == [1, 2])
  }

  @Test func aLockThatAnotherConnectionHoldsIsBusyAfterTheTimeout() throws {
    let other = try Connection(path: folder.file, mode: .readWrite, busyTimeout: 20)
    try connection.transaction(.immediate) {
      let error = #expect(throws: SQLiteError.self) { try other.transaction(.immediate) {} }
      #expect(error?.kind == .busy)
      #expect(error?.sql == "BEGIN IMMEDIATE")
    }
    #expect(!other.isInTransaction)
    try other.transaction(.immediate) { try other.execute("INSERT INTO t VALUES (1)") }
  }

  @Test func aDeferredTransactionThatReadOldDataIsBusyAtItsFirstWrite() throws {
    let other = try Connection(path: folder.file, mode: .readWrite, busyTimeout: 20)
    let error = #expect(throws: SQLiteError.self) {
      try connection.transaction(.deferred) {
        #expect(try values() == [])
        try other.execute("INSERT INTO t VALUES (1)")
        try connection.execute("INSERT INTO t VALUES (2)")
      }
    }
    #expect(error?.kind == .busy)
    #expect(error?.extendedCode == SQLITE_BUSY | (2 << 8))
    #expect(try values() == [1])
  }

  @Test func aCommitThatIsBusyIsRolledBackAndReported() throws {
    // Without a WAL a reader keeps the writer from committing.
    try connection.execute("PRAGMA journal_mode = DELETE; INSERT INTO t VALUES (1)")
    let writer = try Connection(path: folder.file, mode: .readWrite, busyTimeout: 20)
    let select = try connection.prepare("SELECT v FROM t")
    #expect(try select.step())
    let error = #expect(throws: SQLiteError.self) {
      try writer.transaction(.immediate) { try writer.execute("INSERT INTO t VALUES (2)") }
    }
    #expect(error?.kind == .busy)
    #expect(error?.sql == "COMMIT")
    #expect(!writer.isInTransaction)
    select.reset()
    #expect(try values() == [1])
  }

  @Test func aReadOnlyConnectionReadsAndRefusesToWrite() throws {
    try connection.execute("INSERT INTO t VALUES (1)")
    let reader = try Connection(path: folder.file, mode: .readOnly)
    #expect(try reader.prepare("SELECT v FROM t").first { try $0.integer(0) } == 1)
    let error = #expect(throws: SQLiteError.self) { try reader.execute("DELETE FROM t") }
    #expect(error?.kind == .readOnly)
    #expect(try values() == [1])
  }

  @Test(arguments: [Connection.Mode.readOnly, .readWrite])
  func aFileThatIsNotThereCannotBeOpened(_ mode: Connection.Mode) {
    let error = #expect(throws: SQLiteError.self) { try Connection(path: folder.path + "/b.db", mode: mode) }
    #expect(error?.kind == .cannotOpen)
    #expect(error?.systemError == ENOENT)
  }

  @Test func aFileThatMayNotBeWrittenIsNotOpenedForWriting() throws {
    // Root may write any file.
    guard geteuid() != 0 else { return }
    chmod(folder.file, 0o444)
    let error = #expect(throws: SQLiteError.self) { try Connection(path: folder.file, mode: .readWrite) }
    #expect(error?.kind == .readOnly)
  }

  @Test func aFileThatMayNotBeReadIsAMatterOfPermission() throws {
    guard geteuid() != 0 else { return }
    connection.close()
    chmod(folder.file, 0o000)
    let error = #expect(throws: SQLiteError.self) { try Connection(path: folder.file, mode: .readOnly) }
    #expect(error?.kind == .permission)
  }

  @Test func aFileThatIsNotADatabaseSaysSo() throws {
    let folder = SQLiteScratchFolder()
    folder.write(String(repeating: "This is a letter. ", count: 100))
    let error = #expect(throws: SQLiteError.self) {
      try Connection(path: folder.file, mode: .readWrite).execute("SELECT count(*) FROM sqlite_schema")
    }
    #expect(error?.kind == .notADatabase)
  }

  @Test func aNameThatLooksLikeAURIIsAFileName() {
    let error = #expect(throws: SQLiteError.self) {
      try Connection(path: "file:cyclus-none?mode=memory", mode: .readWrite)
    }
    #expect(error?.kind == .cannotOpen)
  }

  @Test func foreignKeysAreEnforcedAndTheSchemaIsNotTrusted() throws {
    func pragma(_ name: String) throws -> Int64? {
      try connection.prepare("PRAGMA \(name)").first { try $0.integer(0) }
    }
    #expect(try pragma("foreign_keys") == 1)
    #expect(try pragma("trusted_schema") == 0)
  }

  @Test func aClosedConnectionAndItsStatementsThrow() throws {
    let select = try connection.prepare("SELECT v FROM t")
    connection.close()
    #expect(throws: SQLiteError.self) { try select.run() }
    #expect(throws: SQLiteError.self) { try connection.execute("SELECT 1") }
    #expect(throws: SQLiteError.self) { try connection.prepare("SELECT v FROM t") }
    #expect(connection.changes == 0)
  }

  @Test func closingInsideALoopEndsTheLoopWithAnError() throws {
    try connection.execute("INSERT INTO t VALUES (1), (2)")
    #expect(throws: SQLiteError.self) {
      try connection.prepare("SELECT v FROM t").forEach { _ in connection.close() }
    }
  }

  @Test(arguments: [
    (SQLITE_BUSY | (1 << 8), SQLiteError.Kind.busy), (SQLITE_READONLY, .readOnly),
    (SQLITE_READONLY | (6 << 8), .permission), (SQLITE_CANTOPEN, .cannotOpen), (SQLITE_CORRUPT, .corrupt),
    (SQLITE_NOTADB, .notADatabase), (SQLITE_FULL, .full), (SQLITE_IOERR | (4 << 8), .io),
    (SQLITE_CONSTRAINT, .constraint), (SQLITE_PERM, .permission), (SQLITE_AUTH, .permission),
    (SQLITE_MISUSE, .other),
  ])
  func everyResultCodeHasItsKind(_ code: Int32, _ kind: SQLiteError.Kind) {
    #expect(SQLiteError(code: code, message: "", sql: nil).kind == kind)
  }

  @Test func theSystemErrorTellsNoPermissionAndNoSpaceApart() {
    let cannotOpen = SQLiteError(code: SQLITE_CANTOPEN, message: "", sql: nil, systemError: EACCES)
    #expect(cannotOpen.kind == .permission)
    let noSpace = SQLiteError(code: SQLITE_IOERR, message: "", sql: nil, systemError: ENOSPC)
    #expect(noSpace.kind == .full)
  }
}
