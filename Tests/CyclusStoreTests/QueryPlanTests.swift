import CyclusCore
import Testing

@testable import CyclusStore

/// A command about one traject reads the rows of that traject and no others, whatever the database holds.
@Suite struct QueryPlanTests {
  /// What stands in the way of the plan of a statement: `SCAN` of a table that grows with the trajecten.
  private func scans(_ store: Store) throws -> [String] {
    // These grow with the workflows and the schools, or are stepped from their end for one row.
    let small = ["SCAN database", "SCAN definition", "SCAN account", "SCAN a "]
    return try store.connection.prepared.filter { !$0.hasPrefix("PRAGMA") && !$0.hasSuffix("LIMIT 1") }
      .flatMap {
        sql in
        try store.connection.prepare("EXPLAIN QUERY PLAN \(sql)").steps()
          .filter { $0.hasPrefix("SCAN") && !$0.contains("event_published") }
          .filter { step in !small.contains { (step + " ").hasPrefix($0) } }
          .map { "\($0) in \(sql)" }
      }
  }

  @Test func startingAndRecordingScanNothing() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("9900017")
    try scenario.acquaint(traject, "9900017")
    _ = try scenario.store.flag(traject, StoreScenario.recording(.system, on: "2026-05-04"))
    #expect(scenario.store.connection.prepared.count > 20)
    #expect(try scans(scenario.store) == [])
  }

  @Test func readingOneTrajectOrOnePersonScansNothing() throws {
    let scenario = try StoreScenario()
    try scenario.start("9900017")
    let store = try Store(path: scenario.path, mode: .read)
    let traject = try store.traject(named: "9900017")
    _ = try store.current(traject)
    _ = try store.events(of: traject)
    _ = try store.published("han-wpl2-lj2")
    let person = try store.person(named: "SPEC")
    _ = try store.people(named: PersonName(given: "Vogel", family: "Spec"))
    _ = try store.obligations(of: person.id)
    _ = try store.rolesHeld(by: person.id)
    var filter = OverviewFilter()
    filter.person = person.id
    #expect(try store.overviews(filter, on: StoreScenario.day("2026-03-11")).count == 1)
    let today = StoreScenario.day("2026-03-11")
    _ = try store.due(by: today, opened: today)
    _ = try store.trajectenToFlag(on: today)
    #expect(try scans(store) == [])
  }

  @Test(arguments: [
    "v_overdue", "v_escalation", "v_obligation", "v_event", "v_decision", "v_lead_time", "v_traject",
  ])
  func aViewGoesThroughOneTableOnce(_ view: String) throws {
    let connection = try StoreScenario().tool()
    // As in a database tool; this program's own connections trust no function in a view.
    try connection.execute("PRAGMA trusted_schema = ON")
    let steps = try connection.prepare("EXPLAIN QUERY PLAN SELECT * FROM \(view)").steps()
    #expect(steps.count { $0.hasPrefix("SCAN") && !$0.contains("reference_day") } <= 1, "\(steps)")
  }

  @Test func whatIsOverdueIsReadByItsDate() throws {
    let connection = try StoreScenario().tool()
    let steps = try connection.prepare("EXPLAIN QUERY PLAN SELECT * FROM v_overdue").steps()
    #expect(steps.contains { $0.contains("obligation_due") }, "\(steps)")
  }

  @Test func aPersonIsFoundByName() throws {
    let scenario = try StoreScenario()
    let name = PersonName(given: "Vogel", family: "Mees")
    #expect(try scenario.store.people(named: name).map(\.number) == ["MEES"])
    #expect(try scenario.store.people(named: PersonName(given: "Vogel", family: "Reiger")) == [])
  }
}

extension Statement {
  /// The steps of a query plan.
  fileprivate func steps() throws -> [String] {
    let nothing = [Value](repeating: .null, count: parameterCount)
    return try all(nothing) { try $0.text(3) }
  }
}
