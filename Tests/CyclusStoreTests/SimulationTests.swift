import CyclusCore
import Testing

@testable import CyclusStore

/// A made-up cohort: the same from the same seed, whole by the log, and with every kind of event.
@Suite struct SimulationTests {
  private static func play(
    _ scenario: StoreScenario, students: Int, seed: UInt64 = 7,
    _ settings: [SimulationSettings.Key: Double] = [:],
    today: String = "2026-09-01", cores: Int? = nil
  ) throws -> Simulator.Report {
    try Simulator(
      scenario.store, Simulation(seed: seed, settings: SimulationSettings(settings)),
      workflow: scenario.published,
      students: students, today: StoreScenario.day(today), account: "vogelaar",
      cores: cores
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

  // Contract, simulate: chance follows from the seed, not from who is ready first
  @Test func theNumberOfCoresChangesNothing() throws {
    let (one, three) = (try StoreScenario(), try StoreScenario())
    _ = try Self.play(one, students: 5, cores: 1)
    _ = try Self.play(three, students: 5, cores: 3)
    #expect(try Self.log(one) == Self.log(three))
  }

  // Contract, simulate: what is played in memory is what the commands would have recorded
  @Test func theTablesAreThoseOfARebuild() throws {
    let scenario = try StoreScenario()
    _ = try Self.play(
      scenario, students: 4, [.corrected: 1, .disputed: 0.5, .pause: 0.5, .insufficient: 0.4])
    let trajecten = try scenario.store.loggedTrajecten()
    let before = try trajecten.map { try scenario.store.projection(of: $0) }
    _ = try scenario.store.rebuild()
    #expect(try trajecten.map { try scenario.store.projection(of: $0) } == before)
    #expect(before.allSatisfy { $0.count > 50 })
  }

  // Contract, simulate: the clock is set in a practice database, so that a year is recorded over a year
  @Test func whatHappenedIsRecordedOnADayNearIt() throws {
    let scenario = try StoreScenario()
    let late = StoreScenario.recording(.system, at: "2026-08-31T09:00:00Z")
    _ = try scenario.store.addPerson(
      number: "LAAT", name: PersonName(given: "Vogel", family: "Laat"), recording: late)
    let report = try Self.play(scenario, students: 6)
    #expect(report.isClockBack)
    let rows = try scenario.store.events(of: 1) + scenario.store.events(of: 4)
    #expect(Set(rows.map(\.recorded.dutchDay)).count > 10)
    #expect(rows.allSatisfy { $0.recorded.dutchDay >= $0.happened })
    #expect(rows.allSatisfy { $0.recorded.dutchDay <= StoreScenario.day("2026-09-01") })
    let verification = try scenario.store.verify(against: [])
    #expect(verification.clockBack == 1)
    #expect(verification.findings.isEmpty)
  }

  // Contract, simulate: what the engine refuses is named
  @Test func aStartThatIsRefusedIsNamedWithItsReason() throws {
    let scenario = try StoreScenario()
    let report = try Simulator(
      scenario.store,
      Simulation(
        seed: 7,
        settings: SimulationSettings(
          intakes: [.init(day: StoreScenario.day("1999-01-04"), share: 1)])),
      workflow: scenario.published, students: 2, today: StoreScenario.day("2026-09-01"), account: "vogelaar"
    ).run()
    #expect(report.startsRefused + report.trajecten == 2)
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

  /// Every type of event that a traject can have, but signing, which this workflow does not ask.
  private static let types: Set<String> = [
    "started", "assigned", "planned", "cancelled", "held", "closed", "submitted", "approved", "rejected",
    "assessed", "feedback_given", "confirmed", "counted", "done", "advanced", "completed", "blocked",
    "unblocked", "escalated", "consulted", "proposed", "decided", "flagged", "escalation_climbed",
    "escalation_withdrawn", "stood_in", "corrected", "parameter_set", "school_set", "extended", "noted",
    "waived", "snoozed", "paused", "resumed", "disputed", "discussed", "goal_set", "agreement_made",
    "agreement_settled", "terminated",
  ]

  // Contract, simulate: everything that can happen, happens
  @Test func aCohortWithRaisedChancesHasEveryKindOfEvent() throws {
    let scenario = try StoreScenario()
    let report = try Self.play(
      scenario, students: 30,
      [
        .insufficient: 0.3, .disputed: 0.4, .extended: 0.4, .corrected: 0.5, .pause: 0.3, .unsafe: 0.2,
        .escalated: 0.4, .waived: 0.3, .snoozed: 0.3, .handedOver: 0.4, .standIn: 0.3, .parameterSet: 0.5,
        .otherSchool: 0.3, .cancelled: 0.2, .agreement: 0.5, .goal: 0.4, .noted: 0.4, .endedEarly: 0.05,
        .otherParameter: 0.3, .schoolStudents: 4, .leaderStudents: 8, .startWeeksBack: 60,
        .enteredLate: 0.9, .forgotten: 0.12,
      ])
    #expect(report.trajecten == 30)
    let missing = Self.types.subtracting(report.events.keys).sorted()
    #expect(missing.isEmpty, "never happened: \(missing.joined(separator: ", "))")
    let rounds = try scenario.store.connection.prepare(
      "SELECT count(*) FROM obligation WHERE key LIKE '%#2.%' AND key LIKE 'eindbeoordeling%'"
    ).first { try $0.int(0) }
    #expect(rounds ?? 0 > 0, "nobody was judged a second time")
    #expect(try scenario.store.verify(against: []).findings.isEmpty)
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
