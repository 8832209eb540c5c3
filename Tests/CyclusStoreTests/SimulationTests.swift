import CyclusCore
import Testing

@testable import CyclusStore

/// A made-up cohort: the same from the same seed, whole by the log, and with every kind of event.
@Suite struct SimulationTests {
  private static func play(
    _ scenario: StoreScenario, students: Int, seed: UInt64 = 7,
    _ settings: [SimulationSettings.Key: Double] = [:],
    today: String = "2026-09-01"
  ) throws -> Simulator.Report {
    try Simulator(
      scenario.store, Simulation(seed: seed, settings: SimulationSettings(settings)),
      workflow: scenario.published,
      students: students, today: StoreScenario.day(today), account: "vogelaar"
    ).run()
  }

  /// What the log holds of trajecten and people, without what rests on the salts of the database itself.
  private static func log(_ scenario: StoreScenario) throws -> [String] {
    try scenario.store.connection.prepare(
      "SELECT seq, coalesce(traject, 0), type, happened_on, recorded_at, data FROM event WHERE seq > 8 ORDER BY seq"
    ).all { row in
      "\(try row.int(0)) \(try row.int(1)) \(try row.text(2)) \(try row.text(3)) \(try row.integer(4)) \(try row.text(5))"
    }
  }

  // Contract, simulate: the seed decides
  @Test func theSameSeedGivesTheSameLogToTheByte() throws {
    let (one, other, third) = (try StoreScenario(), try StoreScenario(), try StoreScenario())
    _ = try Self.play(one, students: 3)
    _ = try Self.play(other, students: 3)
    _ = try Self.play(third, students: 3, seed: 8)
    let log = try Self.log(one)
    #expect(log.count > 60)
    #expect(try Self.log(other) == log)
    #expect(try Self.log(third) != log)
  }

  // Contract, simulate: the real engine plays it, so that the log holds
  @Test func aSimulatedCohortIsInOrder() throws {
    let scenario = try StoreScenario()
    let report = try Self.play(scenario, students: 4)
    #expect(report.trajecten == 4)
    let verification = try scenario.store.verify(against: [])
    #expect(verification.findings.isEmpty)
    #expect(verification.trajecten == 4)
  }

  // Contract, simulate: a second cohort beside the first
  @Test func aSecondCohortHasPeopleOfItsOwn() throws {
    let scenario = try StoreScenario()
    _ = try Self.play(scenario, students: 1, today: "2026-02-20")
    _ = try Self.play(scenario, students: 1, today: "2026-02-20")
    let numbers = try scenario.store.people().compactMap(\.number)
    #expect(Set(numbers).count == numbers.count)
    #expect(try scenario.store.verify(against: []).findings.isEmpty)
  }
}
