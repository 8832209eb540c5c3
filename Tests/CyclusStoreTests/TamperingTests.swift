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

  @Test(arguments: ["event", "definition", "person", "school", "text", "applied"])
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

  /// What `verify` says after a change that leaves no trace in the protection of the log.
  private func findings(_ sql: String) throws -> [String] {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    try scenario.acquaint(traject, "7000001")
    try scenario.store.applying(batch: nil, account: "vogelaar") { lines in
      try scenario.perform(traject, as: "7000001", on: "2026-02-05") { _ in
        .count(counter: "lessen", amount: 1)
      }
      lines.add(id: "w1", content: "een regel met proza")
      lines.add(id: "w2", content: "nog een regel")
    }
    #expect(try scenario.store.verify().findings.isEmpty)
    let tool = try scenario.tool()
    try tool.execute("PRAGMA foreign_keys = OFF")
    for trigger in Schema.triggers { try tool.execute("DROP TRIGGER \(trigger.name)") }
    try tool.execute(sql)
    for trigger in Schema.triggers { try tool.execute(trigger.sql) }
    return try scenario.store.verify().findings.map { "\($0.place): \($0.message.en)" }
  }

  // Guarantee 4: the digest of the text says nothing of the form that commands read.
  @Test(arguments: [
    ("compiled = CAST(replace(compiled, '\"student\"', '\"studente\"') AS BLOB)", "the form of the workflow"),
    ("name = 'anders'", "kind, name or version"), ("version = '2099.1'", "kind, name or version"),
    ("kind = 'calendar'", "kind, name or version"),
  ])
  func aChangedWorkflowVersionIsFoundUnderItsName(_ change: String, _ what: String) throws {
    let found = try findings("UPDATE definition SET \(change)")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("han-wpl2-lj2 2025-2026.1: \(what)") == true, "\(found)")
  }

  @Test(arguments: [
    (
      "UPDATE text SET kind = 'prose' WHERE id = 1",
      ["X1: the kind of this text is not “account”, as the log says"]
    ),
    (
      "UPDATE text SET content = NULL WHERE id = 1",
      ["X1: only one half of this text is gone: erasing takes both text and salt"]
    ),
    (
      "UPDATE text SET salt = NULL WHERE id = 1",
      ["X1: only one half of this text is gone: erasing takes both text and salt"]
    ),
    ("UPDATE text SET salt = NULL, content = NULL WHERE id = 1", []),
    (
      "INSERT INTO text (id, kind, content) VALUES (99, 'prose', 'erbij')",
      ["X99: no event refers to this text: it was added, or its event is gone"]
    ),
    ("UPDATE sqlite_sequence SET seq = seq + 1", ["sqlite_sequence: the counter of the texts was raised"]),
    (
      "DELETE FROM reference_day",
      ["reference_day: one row belongs here, with a date or nothing; the views now count with a wrong day"]
    ),
    ("UPDATE reference_day SET day = '2026-03-02'", []),
    ("PRAGMA user_version = 0", ["user_version: the format is called 0 and has to be 1"]),
    ("CREATE VIEW sqliteX AS SELECT 1", ["sqliteX: does not belong in this database: somebody added it"]),
  ])
  func aChangedTextOrSmallTableIsFound(_ sql: String, _ expected: [String]) throws {
    #expect(try findings(sql) == expected)
  }

  @Test(arguments: ["snapshot", "traject", "holder", "obligation", "gesprek"])
  func rowsOfATrajectThatTheLogDoesNotKnowAreFoundAndMended(_ table: String) throws {
    let scenario = try StoreScenario()
    try scenario.acquaint(try scenario.start("7000001"), "7000001")
    let key = table == "traject" ? "id" : "traject"
    let tool = try scenario.tool()
    let others = try tool.prepare("SELECT name FROM pragma_table_info('\(table)') WHERE name <> '\(key)'")
      .all { try $0.text(0) }.joined(separator: ", ")
    try tool.execute("INSERT INTO \(table) (\(key), \(others)) SELECT 99, \(others) FROM \(table)")
    #expect(
      try scenario.store.verify().findings.map { "\($0.place): \($0.message.en)" } == [
        "T99: this traject is not in the log, but it is in \(table): clear up with “cyclus rebuild”"
      ])
    _ = try scenario.store.rebuild()
    #expect(try scenario.store.verify().findings.isEmpty)
  }

  // An event that nothing can be made of is a finding with a place, not the end of the search.
  @Test(arguments: [
    "happened_on = 'morgen'", "data = 'geen json'", "data = '[]'", "data = '{}'", "type = 'gedroomd'",
    "data = CAST(x'ff' AS TEXT)", "role = CAST(x'ff' AS TEXT)", "clock_back = 7", "hash = x'00'",
    "recorder = 9223372036854775807",
  ])
  func anEventWithAValueThatCannotBeIsFoundAtItsNumber(_ change: String) throws {
    let scenario = try StoreScenario()
    try scenario.acquaint(try scenario.start("7000001"), "7000001")
    for type in ["held", "person_added", "database_created"] {
      let seq = try scenario.store.connection.prepare("SELECT min(seq) FROM event WHERE type = '\(type)'")
        .first { try $0.int(0) }
      let found = try findings("UPDATE event SET \(change) WHERE seq = \(try #require(seq))")
      #expect(found.contains { $0.hasPrefix("#\(seq ?? 0): ") }, "\(type): \(found)")
    }
  }

  @Test(arguments: [
    ("UPDATE applied SET id = 'w3' WHERE id = 'w1'", "the line “w3” of apply was changed"),
    ("UPDATE applied SET digest = x'00' WHERE id = 'w1'", "the line “w1” of apply was changed"),
    ("UPDATE applied SET leaf = x'00' WHERE id = 'w1'", "the lines that apply recorded here (2 then, 2 now)"),
    ("DELETE FROM applied WHERE id = 'w1'", "the lines that apply recorded here (2 then, 1 now)"),
    ("INSERT INTO applied SELECT 'w9', event, salt, digest, leaf FROM applied LIMIT 1", "(2 then, 3 now)"),
    (
      "INSERT INTO applied SELECT 'w9', 3, salt, digest, leaf FROM applied LIMIT 1",
      "#3: lines of apply refer to this, but the log does not know them"
    ),
    ("DELETE FROM applied", "the lines that apply recorded here (2 then, 0 now)"),
  ])
  func aLineOfApplyThatWasChangedIsFound(_ sql: String, _ what: String) throws {
    let found = try findings(sql)
    #expect(found.contains { $0.contains(what) }, "\(found)")
  }

  // Guarantee 7: what stands in the table tells nothing of a line, and is another one each time.
  @Test func theDigestOfALineIsSalted() throws {
    let first = AppliedLines.Line(id: "w1", content: "een regel met proza")
    let second = AppliedLines.Line(id: "w1", content: "een regel met proza")
    #expect(first.digest != second.digest)
    #expect(first.leaf != second.leaf)
    #expect(first.had("een regel met proza"))
    #expect(!first.had("een andere regel"))
  }
}
