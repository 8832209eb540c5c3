import CyclusCore
import Testing

@testable import CyclusStore

/// What `verify` finds when somebody with a database tool has been at the file.
@Suite struct VerifyTests {
  /// A database with some history, and what is done to it behind our back.
  private func tampered(_ sql: [String]) throws -> [String] {
    let scenario = try StoreScenario()
    for number in ["7000001", "7000002"] { try scenario.acquaint(try scenario.start(number), number) }
    #expect(try scenario.store.verify().findings.isEmpty)
    let tool = try scenario.tool()
    for statement in sql { try tool.execute(statement) }
    return try scenario.store.verify().findings.map { "\($0.place): \($0.message.en)" }
  }

  private static let free = ["event", "definition"].flatMap { table in
    ["update", "delete", "replace"].map { "DROP TRIGGER \(table)_no_\($0)" }
  }

  private func expect(
    _ findings: [String], holds part: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(findings.contains { $0.contains(part) }, "\(findings)", sourceLocation: sourceLocation)
  }

  @Test func aDroppedTriggerIsFound() throws {
    expect(
      try tampered(["DROP TRIGGER event_no_delete"]), holds: "event_no_delete: the trigger that protects")
  }

  @Test func aChangedTriggerIsFound() throws {
    let findings = try tampered([
      "DROP TRIGGER event_no_update",
      "CREATE TRIGGER event_no_update BEFORE UPDATE ON event WHEN 0 BEGIN SELECT 1; END",
    ])
    expect(findings, holds: "event_no_update")
  }

  @Test(arguments: [
    "UPDATE event SET happened_on = '2026-02-01' WHERE type = 'held'",
    "UPDATE event SET data = replace(data, 'P1', 'P2') WHERE type = 'held'",
    "UPDATE event SET actor = 3 WHERE type = 'advanced'",
    "UPDATE event SET rule = 'HAN-99' WHERE type = 'held'",
    "UPDATE event SET recorded_at = recorded_at + 1 WHERE type = 'held'",
    "UPDATE event SET definition = NULL WHERE type = 'held'",
  ])
  func aChangedEventBreaksTheChain(_ sql: String) throws {
    expect(try tampered(Self.free + [sql]), holds: "the chain breaks here")
  }

  @Test func anEventThatWasTakenOutIsFound() throws {
    let findings = try tampered(Self.free + ["DELETE FROM event WHERE seq = 9"])
    expect(findings, holds: "event 9 is gone")
    expect(findings, holds: "the chain breaks here")
  }

  @Test func swappedEventsAreFound() throws {
    let findings = try tampered(
      Self.free + [
        "UPDATE event SET seq = -1 WHERE seq = 8", "UPDATE event SET seq = 8 WHERE seq = 9",
        "UPDATE event SET seq = 9 WHERE seq = -1",
      ])
    expect(findings, holds: "#8: the chain breaks here")
  }

  @Test func aChangedWorkflowIsFound() throws {
    let findings = try tampered(
      Self.free + ["UPDATE definition SET text = replace(text, 'week 4', 'week 9')"])
    expect(findings, holds: "does not fit its digest")
  }

  @Test func aWorkflowThatIsGoneIsFound() throws {
    let scenario = try StoreScenario()
    let tool = try scenario.tool()
    for statement in Self.free + ["DELETE FROM definition"] { try tool.execute(statement) }
    let findings = try scenario.store.verify().findings.map(\.message.en)
    #expect(findings.contains("a published workflow is gone"))
  }

  @Test func aChangedTextIsFound() throws {
    expect(
      try tampered([
        "UPDATE text SET content = 'Iemand\t\tAnders' WHERE kind = 'name' AND id = (SELECT min(id) FROM text WHERE kind = 'name')"
      ]),
      holds: "this text was changed")
  }

  @Test func aTextThatIsGoneIsFound() throws {
    expect(
      try tampered(["PRAGMA foreign_keys = OFF", "DELETE FROM text WHERE kind = 'account'"]),
      holds: "a text is gone")
  }

  @Test func swappedNamesAreFound() throws {
    let findings = try tampered([
      "UPDATE person SET name = (SELECT name FROM person WHERE id = 2) WHERE id = 1"
    ])
    expect(findings, holds: "P1: the name or number is not what the log says")
  }

  @Test(arguments: [
    "UPDATE obligation SET due_on = '2027-01-01' WHERE traject = 1 AND key = 'startgesprek.held'",
    "DELETE FROM obligation WHERE traject = 1 AND key = 'startgesprek.held'",
    "UPDATE traject SET phase = 'beslissing' WHERE id = 1",
    "UPDATE snapshot SET state = CAST(replace(state, '\"startgesprek\"', '\"beslissing\"') AS BLOB) WHERE traject = 1",
    "DELETE FROM holder WHERE traject = 1 AND role = 'schoolopleider'",
    "UPDATE gesprek SET state = 'planned' WHERE traject = 1",
  ])
  func aTableThatDoesNotSayWhatTheLogSaysIsFoundAndMended(_ sql: String) throws {
    let scenario = try StoreScenario()
    try scenario.acquaint(try scenario.start("7000001"), "7000001")
    let before = try scenario.dump()
    try scenario.tool().execute(sql)
    #expect(try scenario.store.verify().findings.map(\.place) == ["T1"])
    #expect(try scenario.store.rebuild() == 1)
    #expect(try scenario.store.verify().findings.isEmpty)
    #expect(try scenario.dump() == before)
  }

  @Test func aTrajectThatIsNotInTheLogIsFound() throws {
    expect(
      try tampered([
        "INSERT INTO traject SELECT 99, student, definition, workflow, version, status, phase, from_on, until_on, ended_on, school, weeks, open_escalations, days, stood_still_days, stands_still_since, steps, steps_done, pauses_passed_on FROM traject WHERE id = 1"
      ]),
      holds: "T99: this traject is not in the log")
  }

  @Test func aCutOffTailIsFoundByAnAnchor() throws {
    let scenario = try StoreScenario()
    try scenario.acquaint(try scenario.start("7000001"), "7000001")
    let anchor = try scenario.store.head()
    #expect(try scenario.store.verify(against: [anchor]).findings.isEmpty)
    let tool = try scenario.tool()
    for statement in Self.free + ["DELETE FROM event WHERE seq = \(anchor.seq)"] {
      try tool.execute(statement)
    }
    // Whoever takes the snapshots away too leaves nothing by which the database itself can tell.
    try tool.execute("DELETE FROM snapshot")
    _ = try scenario.store.rebuild()
    #expect(try scenario.store.verify().findings.isEmpty)
    let findings = try scenario.store.verify(against: [anchor]).findings.map(\.message.en)
    #expect(findings.contains { $0.contains("its end was cut off") })
  }

  @Test func aReplacedLogIsFoundByAnAnchor() throws {
    let first = try StoreScenario()
    try first.acquaint(try first.start("7000001"), "7000001")
    let second = try StoreScenario()
    try second.acquaint(try second.start("7000001"), "7000001")
    let findings = try second.store.verify(against: [first.store.head()]).findings.map(\.message.en)
    #expect(findings.contains { $0.contains("the log was replaced") })
  }
}
