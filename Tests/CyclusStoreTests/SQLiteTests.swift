import CSQLite
import Testing

@testable import CyclusStore

/// Statements: what is bound comes back whole, and nothing is converted in silence.
@Suite struct SQLiteTests {
  let connection: Connection

  init() throws {
    connection = try Connection(path: ":memory:", mode: .create)
    try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v)")
  }

  func roundTrip<T>(_ value: Value, _ read: (Row) throws -> T) throws -> T? {
    try connection.prepare("INSERT INTO t (v) VALUES (?)").run(value)
    return try connection.prepare("SELECT v FROM t WHERE id = ?")
      .first(.integer(connection.lastInsertedRow), read: read)
  }

  @Test(arguments: [Int64.min, -1, 0, 1, 2_147_483_648, Int64.max])
  func integersComeBackWhole(_ integer: Int64) throws {
    #expect(try roundTrip(.integer(integer)) { try $0.integer(0) } == integer)
    #expect(try roundTrip(.integer(integer)) { try $0.int(0) } == Int(integer))
    #expect(try roundTrip(.integer(integer)) { try $0.optionalInteger(0) } == integer)
  }

  @Test(arguments: ["", "startgesprek", "één\u{0}twee\u{0}", "👩‍🔬"])
  func textComesBackWholeAlsoWithNUL(_ text: String) throws {
    let found = try roundTrip(.text(text)) { try $0.text(0) }
    #expect(found.map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test(arguments: [[], [0], [1, 0, 255], [UInt8](repeating: 7, count: 20_000)])
  func blobsComeBackWholeAndEmptyIsNotNULL(_ bytes: [UInt8]) throws {
    #expect(try roundTrip(.blob(bytes)) { try $0.blob(0) } == bytes)
    #expect(try roundTrip(.blob(bytes)) { try $0.isNull(0) } == false)
  }

  @Test func absentValuesAreNULL() throws {
    #expect(try roundTrip(Value(nil as String?)) { try $0.optionalText(0) } == .some(nil))
    #expect(try roundTrip(Value(nil as Int64?)) { try $0.optionalInteger(0) } == .some(nil))
    #expect(try roundTrip(Value(nil as [UInt8]?)) { try $0.optionalBlob(0) } == .some(nil))
    #expect(try roundTrip(Value(7 as Int?)) { try $0.integer(0) } == 7)
  }

  @Test func readingAnotherTypeThrowsAndNamesBoth() throws {
    let error = #expect(throws: SQLiteError.self) { try roundTrip("7") { try $0.integer(0) } }
    #expect(error?.code == SQLITE_MISMATCH)
    #expect(error?.message == "column 0 (v) holds text, not an integer")
    #expect(throws: SQLiteError.self) { try roundTrip(.null) { try $0.integer(0) } }
    #expect(throws: SQLiteError.self) { try roundTrip(.null) { try $0.text(0) } }
    #expect(throws: SQLiteError.self) { try roundTrip(.null) { try $0.blob(0) } }
    #expect(throws: SQLiteError.self) { try roundTrip(7) { try $0.text(0) } }
    #expect(throws: SQLiteError.self) { try roundTrip("x") { try $0.blob(0) } }
    #expect(throws: SQLiteError.self) { try roundTrip("x") { try $0.optionalInteger(0) } }
    #expect(throws: SQLiteError.self) {
      try connection.prepare("SELECT 1.0").first { try $0.integer(0) }
    }
  }

  @Test func textThatIsNotUTF8Throws() throws {
    let error = #expect(throws: SQLiteError.self) {
      try connection.prepare("SELECT CAST(x'ff41' AS TEXT)").first { try $0.text(0) }
    }
    #expect(error?.code == SQLITE_MISMATCH)
  }

  @Test(arguments: [-1, 1]) func aColumnThatIsNotThereThrows(_ column: Int) throws {
    let error = #expect(throws: SQLiteError.self) { try roundTrip(7) { try $0.integer(column) } }
    #expect(error?.code == SQLITE_RANGE)
  }

  @Test func aRowReadAfterItsStatementEndedThrows() throws {
    let row = try #require(try connection.prepare("SELECT 7").first { $0 })
    #expect(throws: SQLiteError.self) { try row.integer(0) }
  }

  @Test func theNumberOfValuesMustBeThatOfTheParameters() throws {
    let insert = try connection.prepare("INSERT INTO t VALUES (?, ?)")
    for values in [[], [1], [1, 2, 3]] as [[Value]] {
      let error = #expect(throws: SQLiteError.self) { try insert.bind(values) }
      #expect(error?.code == SQLITE_RANGE)
    }
  }

  @Test func aStatementIsResetAfterAnErrorAndRunsAgain() throws {
    let insert = try connection.prepare("INSERT INTO t VALUES (?, ?)")
    try insert.run(1, "a")
    let error = #expect(throws: SQLiteError.self) { try insert.run(1, "b") }
    #expect(error?.kind == .constraint)
    #expect(error?.extendedCode == SQLITE_CONSTRAINT | (6 << 8))
    #expect(!insert.isRunning)
    try insert.run(2, "c")
    #expect(connection.changes == 1)
    #expect(try connection.prepare("SELECT v FROM t ORDER BY id").all { try $0.text(0) } == ["a", "c"])
  }

  @Test func aBodyThatThrowsResetsTheStatement() throws {
    struct Stop: Error {}
    let select = try connection.prepare("SELECT 1 UNION SELECT 2")
    #expect(throws: Stop.self) { try select.forEach { _ in throw Stop() } }
    #expect(!select.isRunning)
  }

  @Test func theSameSQLGivesTheSameStatementUnlessThatOneIsGivingRows() throws {
    let sql = "SELECT 1 UNION SELECT 2"
    let select = try connection.prepare(sql)
    #expect(try connection.prepare(sql) === select)
    var pairs: [Int64] = []
    try select.forEach { outer in
      try connection.prepare(sql).forEach { inner in
        pairs.append(try outer.integer(0) * 10 + inner.integer(0))
      }
      let error = #expect(throws: SQLiteError.self) { try select.run() }
      #expect(error?.code == SQLITE_MISUSE)
    }
    #expect(pairs == [11, 12, 21, 22])
  }

  @Test func stepsCanBeTakenOneByOne() throws {
    let select = try connection.prepare("SELECT ?")
    try select.bind([7])
    #expect(try select.step())
    #expect(try select.row.integer(0) == 7)
    #expect(try !select.step())
    #expect(!select.isRunning)
  }

  @Test(arguments: ["", "-- only a comment", "SELECT 1; SELECT 2"])
  func aTextWithNoOrTwoStatementsIsRefused(_ sql: String) throws {
    let error = #expect(throws: SQLiteError.self) { try connection.prepare(sql) }
    #expect(error?.code == SQLITE_MISUSE)
  }

  @Test func aFaultInTheSQLIsToldWithTheSQL() throws {
    let error = #expect(throws: SQLiteError.self) { try connection.prepare("SELEC 1;") }
    #expect(error?.kind == .other)
    #expect(error?.description == #"near "SELEC": syntax error (SQLite 1) in: SELEC 1;"#)
  }
}
