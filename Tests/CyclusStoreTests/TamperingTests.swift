import CyclusCore
import Testing

@testable import CyclusStore

/// Ways around the triggers that somebody with a database tool may think of.
@Suite struct TamperingTests {
  private func refused(_ sql: String) throws {
    let scenario = try StoreScenario()
    let before = try scenario.dump()
    let tool = try scenario.tool()
    let error = #expect(throws: SQLiteError.self, "\(sql)") { try tool.execute(sql) }
    #expect(error?.message.contains("append-only") == true)
    #expect(try scenario.dump() == before)
  }

  // GEN-01 refuses
  @Test(arguments: [
    "INSERT INTO event SELECT * FROM event WHERE seq = 2 ON CONFLICT (seq) DO UPDATE SET phase = 'x'",
    "INSERT OR IGNORE INTO event SELECT * FROM event WHERE seq = 2",
    "UPDATE OR IGNORE event SET phase = 'x'",
    "UPDATE OR REPLACE definition SET digest = 'x'",
    "REPLACE INTO definition SELECT * FROM definition",
    "INSERT INTO definition SELECT * FROM definition WHERE 1 ON CONFLICT (digest) DO UPDATE SET text = 'x'",
  ])
  func noWordingOfSQLRewritesTheLog(_ sql: String) throws { try refused(sql) }

  // A row that clashes on the version instead of the digest: REPLACE deletes the old one without firing its trigger.
  @Test func aVersionIsNotReplacedByARowWithAnotherDigest() throws {
    try refused(
      "INSERT OR REPLACE INTO definition SELECT 'anders', kind, name, version, text, compiled FROM definition"
    )
  }

  @Test(arguments: ["event", "definition", "obligation", "gesprek", "snapshot", "person", "text"])
  func aDroppedTableIsFound(_ table: String) throws {
    let scenario = try StoreScenario()
    try scenario.acquaint(try scenario.start("7000001"), "7000001")
    scenario.store.close()
    let tool = try scenario.tool()
    try tool.execute("PRAGMA foreign_keys = OFF")
    try tool.execute("DROP TABLE \(table)")
    tool.close()
    let findings = try Store(path: scenario.path, mode: .read).verify().findings
    #expect(findings.map(\.place) == [table])
    #expect(findings.map(\.message.en) == ["this table is gone: restore a backup"])
  }

  @Test func aRealDatabaseThatIsTurnedIntoPracticeIsFound() throws {
    let folder = try ScratchFolder()
    var recording = StoreScenario.recording(.system)
    recording.isGiven = false
    let store = try Store.create(path: folder.file("echt.db"), isPractice: false, recording: recording)
    let tool = try Connection(path: folder.file("echt.db"), mode: .readWrite)
    try tool.execute("UPDATE database SET practice = 1")
    #expect(try store.verify().findings.map(\.place) == ["database"])
  }
}
