import Testing

@testable import CyclusCore

/// What pauses may take, and what is said once they take more (GEN-14).
@Suite struct PauseBudgetTests {
  private static func rules(_ budgets: PauseDefinition.Budget...) -> Workflow {
    var rules = Scenario.workflow
    rules.pauses = PauseDefinition(
      by: ["instituutsopleider"], budgets: budgets, citation: Citation(rules: ["GEN-14"], assumed: []))
    return rules
  }

  private static let ten = rules(.init(cause: nil, days: 10), .init(cause: .student, days: 4))

  private func traject(_ rules: Workflow = ten) throws -> Scenario {
    try Scenario(Scenario.request(), under: rules)
  }

  // GEN-14 shows
  @Test func whoPausesHearsWhatIsLeft() throws {
    try traject().when("io", on: "2026-03-02", .pause(.workplace))
      .remarks("pauzebudget: 0 van 10 dagen gebruikt, nog 10, tot do 12 mrt 2026")
      .when("io", on: "2026-03-05", .resume).remarks("pauzebudget: 3 van 10 dagen gebruikt, nog 7")
    try traject().when("io", on: "2026-03-02", .pause(from: "2026-02-23", until: "2026-02-24"))
      .remarks("pauzebudget: 2 van 10 dagen", "pauzebudget door de student: 2 van 4 dagen gebruikt, nog 2")
  }

  // GEN-14 shows
  @Test func aPauseBeyondTheBudgetIsRecordedAndSaidToBePastIt() throws {
    let after = try traject().when("io", on: "2026-03-30", .pause(from: "2026-03-02", until: "2026-03-06"))
      .remarks("pauzebudget door de student van 4 dagen is met 1 dag overschreden (5 gebruikt)")
    let ledger = after.state.pauseLedger(after.rulebook, on: day("2026-03-30"))
    #expect(ledger.passed.map(\.cause) == [.student] && ledger.all.left == 5)
    // The fifth day is the first of which there is one too many; it is over on the day after.
    #expect(ledger.passedOn == day("2026-03-07"))
  }

  // GEN-14 shows
  @Test func aPauseThatRunsPassesItsBudgetOnADay() throws {
    let running = try traject().when("io", on: "2026-03-02", .pause(.institute)).then("paused")
    func ledger(_ on: String) -> PauseLedger { running.state.pauseLedger(running.rulebook, on: day(on)) }
    #expect(ledger("2026-03-12").passed.isEmpty && ledger("2026-03-12").all.used == 10)
    #expect(ledger("2026-03-13").passed.count == 1 && ledger("2026-03-13").runningSince == day("2026-03-02"))
    #expect(ledger("2026-03-02").passedOn == day("2026-03-13"))
  }

  @Test func withoutABudgetNothingIsSaid() throws {
    let traject = try traject(Self.rules())
    let paused = traject.when("io", on: "2026-03-02", .pause()).then("paused")
    #expect(paused.remarks.isEmpty)
    let ledger = paused.state.pauseLedger(paused.rulebook, on: day("2026-12-01"))
    #expect(ledger.all.left == nil && ledger.findings.isEmpty && ledger.passedOn == nil)
  }
}
