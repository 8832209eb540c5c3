import CyclusCore
import Testing

@testable import CyclusStore

/// What `rebuild` makes anew, and what it refuses to hide.
@Suite struct RebuildTests {
  private static let free = Schema.triggers.map { "DROP TRIGGER \($0.name)" }

  private func scenario(then sql: [String]) throws -> StoreScenario {
    let scenario = try StoreScenario()
    for number in ["7000001", "7000002"] { try scenario.acquaint(try scenario.start(number), number) }
    let tool = try scenario.tool()
    try tool.execute("PRAGMA foreign_keys = OFF")
    for statement in sql { try tool.execute(statement) }
    return scenario
  }

  // Guarantee 2 refuses: a log that was cut or changed is not made to look whole.
  @Test(arguments: [
    ("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)", "the log is shorter than the tables"),
    (
      "DELETE FROM event WHERE seq >= (SELECT min(seq) FROM event WHERE traject = 2)",
      "shorter than the tables"
    ),
    ("DELETE FROM event WHERE seq = 9", "event 9 is gone"),
    ("UPDATE event SET happened_on = '2026-02-01' WHERE type = 'held'", "the chain breaks here"),
    ("UPDATE definition SET text = replace(text, 'week 4', 'week 9')", "does not fit its digest"),
    ("UPDATE text SET content = 'X' WHERE kind = 'name'", "this text was changed"),
    ("UPDATE database SET practice = 0", "whether this is a practice database was changed"),
    ("DROP TABLE account", "this table is gone: restore a backup"),
    ("CREATE TABLE extra (x)", "does not belong in this database"),
  ])
  func aLogThatIsNotWhatItWasIsNotRebuilt(_ change: String, _ finding: String) throws {
    let scenario = try scenario(then: Self.free + [change])
    let before = try scenario.dump()
    #expect(try scenario.store.verify().findings.contains { $0.message.en.contains(finding) })
    let error = #expect(throws: UnsoundRecord.self) { _ = try scenario.store.rebuild() }
    #expect(error?.findings.contains { $0.message.en.contains(finding) } == true)
    #expect(error?.findings.contains { $0.place == "event_no_update" } == false, "a rebuild mends that")
    #expect(try scenario.dump() == before)
  }

  // The end is gone also where others wrote after the cut.
  @Test func aCutIsFoundThoughTheLogGrewAfterwards() throws {
    let scenario = try scenario(
      then: Self.free + ["DELETE FROM event WHERE seq >= (SELECT max(seq) - 1 FROM event)"])
    _ = try scenario.store.addPerson(
      number: "KOOL", name: PersonName(given: "Iet", family: "Kool"),
      recording: StoreScenario.recording(.system))
    for _ in 1...4 {
      try scenario.perform(1, as: "7000001", on: "2026-02-05") { _ in .count(counter: "lessen", amount: 1) }
    }
    let places = try scenario.store.verify().findings
      .filter { $0.message.nl.contains("het einde is afgekapt") }.map(\.place)
    #expect(places == ["T2"])
    #expect(throws: UnsoundRecord.self) { _ = try scenario.store.rebuild() }
  }

  // Guarantee 3: what follows from the log can be lost, and verify still looks at the log.
  @Test(arguments: Store.derived.sorted())
  func aTableThatFollowsFromTheLogIsMadeAnew(_ table: String) throws {
    let scenario = try scenario(then: [])
    let before = try scenario.dump()
    let schema = try scenario.store.schema()
    let tool = try scenario.tool()
    try tool.execute("PRAGMA foreign_keys = OFF")
    try tool.execute("DROP TABLE \(table)")
    let result = try scenario.store.verify()
    #expect(result.findings.map(\.place) == [table])
    #expect(result.findings.first?.message.en.contains("make it anew from the log") == true)
    #expect(result.events > 20 && result.trajecten == 2)
    #expect(try scenario.store.rebuild() == 2)
    #expect(try scenario.store.verify().findings.isEmpty)
    #expect(try scenario.store.schema() == schema)
    #expect(try scenario.dump() == before)
  }

  @Test func aTableIsFoundGoneAndTheBrokenChainToo() throws {
    let scenario = try scenario(
      then: Self.free + ["DROP TABLE snapshot", "UPDATE event SET phase = 'x' WHERE seq = 20"])
    let places = Set(try scenario.store.verify().findings.map(\.place))
    #expect(places.isSuperset(of: ["snapshot", "#20"]))
    #expect(throws: UnsoundRecord.self) { _ = try scenario.store.rebuild() }
  }

  @Test(arguments: [
    ["DROP VIEW v_overdue"], ["DROP INDEX obligation_due"], ["DROP INDEX event_traject"],
    ["DROP TRIGGER event_no_update", "DROP TRIGGER definition_no_delete"],
    ["DROP VIEW v_overdue", "CREATE VIEW v_overdue AS SELECT 1 AS traject"],
    ["ALTER TABLE obligation ADD COLUMN extra TEXT"], ["ALTER TABLE wording ADD COLUMN extra TEXT"],
    ["DROP TABLE obligation", "CREATE VIEW obligation AS SELECT 1 AS traject, 'x' AS key"],
    ["DELETE FROM reference_day"], ["UPDATE reference_day SET day = 'morgen'"], ["PRAGMA user_version = 0"],
  ])
  func whatHoldsNothingOfItsOwnIsPutBack(_ sql: [String]) throws {
    let schema = try scenario(then: []).store.schema()
    let scenario = try scenario(then: sql)
    #expect(try !scenario.store.verify().findings.isEmpty)
    #expect(try scenario.store.rebuild() == 2)
    #expect(try scenario.store.verify().findings.isEmpty)
    #expect(try scenario.store.schema() == schema)
  }
}
