import CyclusCore
import Testing

@testable import CyclusStore

/// What `overdue` costs hangs on what is overdue, not on how many trajecten there are: counted in instructions of
/// SQLite, never in time.
@Suite struct OverdueWorkTests {
  private let today = StoreScenario.day("2026-02-12")

  /// A database with two trajecten that are overdue on the day, and copies of one that has nothing to do before 2030.
  private func scenario(copies: Int) throws -> StoreScenario {
    let scenario = try StoreScenario()
    for number in ["9900017", "9900018"] { try scenario.start(number) }
    let idle = try scenario.start("9900019")
    let tool = try scenario.tool()
    try tool.execute(
      """
      UPDATE obligation SET opens_on = '2030-01-07', due_on = '2030-02-01', next_rung_on = '2030-02-02'
      WHERE traject = \(idle) AND met_on IS NULL AND suspended = 0 AND due_on IS NOT NULL;
      """)
    let tables = ["traject": "id", "obligation": "traject", "holder": "traject", "snapshot": "traject"]
    for (table, key) in tables.sorted(by: { $0.key < $1.key }) {
      let columns = try tool.prepare("SELECT name FROM pragma_table_info('\(table)')").all { try $0.text(0) }
      let values = columns.map { $0 == key ? "n.value" : "t.\($0)" }.joined(separator: ", ")
      try tool.execute(
        """
        INSERT INTO \(table) (\(columns.joined(separator: ", ")))
        WITH RECURSIVE n (value) AS (SELECT 1001 UNION ALL SELECT value + 1 FROM n WHERE value < 1000 + \(copies))
        SELECT \(values) FROM n CROSS JOIN \(table) t WHERE t.\(key) = \(idle);
        """)
    }
    return scenario
  }

  /// The work of a body on a connection of its own, and what it found.
  private func work<Found>(_ scenario: StoreScenario, _ body: (Store) throws -> Found) throws -> (Work, Found)
  {
    let store = try Store(path: scenario.path, mode: .read)
    let before = store.work
    let found = try body(store)
    let after = store.work
    return (
      Work(instructions: after.instructions - before.instructions, scanned: after.scanned - before.scanned),
      found
    )
  }

  // GEN-05 stores
  @Test func theListOfWhatIsOverdueCostsTheSameBesideTenTimesAsManyTrajecten() throws {
    var costs: [Work] = []
    for copies in [50, 500] {
      let (work, rows) = try work(try scenario(copies: copies)) { store in
        let rows = try store.due(by: today - 1, opened: today)
        for id in Set(rows.map(\.traject)) { _ = try store.overview(id) }
        _ = try store.trajectenPastPauseBudget(on: today)
        return rows
      }
      #expect(rows.count > 1 && Set(rows.map(\.traject)) == [1, 2] && work.instructions > 0)
      costs.append(work)
    }
    #expect(costs[0] == costs[1] && costs[0].scanned == 0)
  }

  // GEN-05 stores
  @Test func flaggingReadsOnlyTheTrajectenWithARungToClimb() throws {
    var costs: [Work] = []
    for copies in [50, 500] {
      let (work, found) = try work(try scenario(copies: copies)) { try $0.trajectenToFlag(on: today) }
      #expect(found == [1, 2])
      costs.append(work)
    }
    #expect(costs[0] == costs[1] && costs[0].scanned == 0)
  }

  /// The measure would show it if all trajecten were read.
  @Test func aListOfAllTrajectenCostsMoreBesideMoreOfThem() throws {
    let costs = try [50, 500].map { copies in
      try work(try scenario(copies: copies)) { try $0.overviews(OverviewFilter(), on: today) }.0
    }
    #expect(costs[1].instructions > 5 * costs[0].instructions && costs[1].scanned > costs[0].scanned)
  }
}
