import CyclusCore
import Testing

@testable import CyclusStore

/// The decisions that `audit decisions` reads in Swift are those that `v_decision` reads in SQL.
@Suite struct DecisionViewTests {
  // GEN-10 shows
  @Test func theRowsOfASimulatedCohortAreThoseOfTheView() throws {
    let scenario = try StoreScenario()
    let simulation = Simulation(
      seed: 11,
      settings: SimulationSettings([.escalated: 0.5, .corrected: 0.5, .rejected: 0.3, .unsafe: 0.2]))
    _ = try Simulator(
      scenario.store, simulation, workflow: scenario.published, students: 12,
      today: StoreScenario.day("2026-09-01"), account: "vogelaar"
    ).run()
    let tool = try scenario.tool()
    // As in a database tool; this program's own connections trust no function in a view.
    try tool.execute("PRAGMA trusted_schema = ON")
    let view = try tool.prepare(
      """
      SELECT seq, traject, type, coalesce(about, ''), result, coalesce(reason, ''), rule, coalesce(why, ''),
        coalesce(corrected_by, ''), coalesce(actor, ''), coalesce(role, ''), happened_on
      FROM v_decision WHERE final AND role IS NOT 'system' ORDER BY seq
      """
    ).all { row in
      [String(try row.int(0)), try row.text(1), try row.text(2)] + (try (3..<12).map { try row.anyText($0) })
    }
    let rows = try scenario.store.decisions().map { row in
      [
        String(row.event.seq), "T\(row.event.traject)", row.event.event.type, row.about ?? "",
        row.result ?? "",
        row.reason ?? "", row.event.rules.joined(separator: ","), row.why ?? "",
        row.correctedBy.map(String.init) ?? "", row.event.actor.person?.description ?? "",
        row.event.actor.role ?? "",
        row.event.happened.description,
      ]
    }
    #expect(rows.count >= 90)
    #expect(rows == view)
    let types = Set(rows.map { $0[2] })
    #expect(
      types.isSuperset(of: ["assessed", "confirmed", "decided", "advanced", "approved", "corrected"]),
      "\(types)")
  }
}

extension Row {
  /// A column as text, also where it holds a number.
  fileprivate func anyText(_ column: Int) throws -> String {
    if let text = try? text(column) { return text }
    return String(try int(column))
  }
}
