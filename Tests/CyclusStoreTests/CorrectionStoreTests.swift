import Testing

@testable import CyclusCore
@testable import CyclusStore

/// What the tables and the log say after a cascade, a dry run, and a start that was taken out.
@Suite struct CorrectionStoreTests {
  private func retracting(
    _ seq: Int, in traject: Int, _ scenario: StoreScenario, on day: String = "2026-02-10",
    cascade: Bool = true, at moment: String = "2026-02-10T09:00:00Z"
  ) throws -> Performed {
    let recording = StoreScenario.recording(
      Actor(person: scenario.people["SPEC"], role: nil), on: day, at: moment)
    return try scenario.store.correct(traject, recording, isCascading: cascade) { _, _, desk in
      Event.Corrected(event: seq, why: try desk.reference("verkeerde student"), data: nil, happened: nil)
    }
  }

  private func held(_ scenario: StoreScenario, _ traject: Int) throws -> Int {
    try #require(try scenario.store.events(of: traject).first { $0.event.type == "held" }).seq
  }

  private func expectSound(_ scenario: StoreScenario) throws {
    #expect(try scenario.store.verify().findings.isEmpty)
    let before = try scenario.dump()
    _ = try scenario.store.rebuild()
    #expect(try scenario.dump() == before, "rebuilding changes nothing")
  }

  // GEN-13 stores
  @Test func afterACascadeTheTablesAreThoseOfAReplay() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    try scenario.acquaint(traject, "7000001")
    let first = try held(scenario, traject)
    let done = try retracting(first, in: traject, scenario)
    #expect(done.events.map(\.event.type) == ["corrected", "corrected"])
    #expect(Set(done.events.map(\.batch)).count == 1)
    #expect(done.traject.phase == "kennismaking")
    try expectSound(scenario)

    // Before it the old is shown, from it on the corrected, whatever day it is asked for.
    let known = PastView(knownAt: Instant("2026-02-10T08:59:59Z"))
    #expect(try scenario.store.state(of: traject, known)?.0.phase == "startgesprek")
    let asOf = PastView(asOf: StoreScenario.day("2026-02-05"))
    #expect(try scenario.store.state(of: traject, asOf)?.0.phase == "kennismaking")

    let back = try retracting(try #require(done.events.first).seq, in: traject, scenario)
    #expect(back.traject.phase == "startgesprek")
    try expectSound(scenario)
  }

  // GEN-13 stores
  @Test func aDryRunWritesNothing() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    try scenario.acquaint(traject, "7000001")
    let first = try held(scenario, traject)
    let before = try scenario.dump()
    let fallen = try scenario.store.rehearse(
      traject, StoreScenario.recording(.system, on: "2026-02-10"), isCascading: true
    ) { _, _, desk in
      Event.Corrected(event: first, why: try desk.reference("proef"), data: nil, happened: nil)
    } show: { outlook in
      outlook.falls.map(\.event.event.type)
    }
    #expect(fallen == ["advanced"])
    #expect(try scenario.dump() == before)
    #expect(try scenario.store.verify().findings.isEmpty)
  }

  // GEN-13 stores
  @Test func aStartThatWasTakenOutIsNowhereButInTheLog() throws {
    let scenario = try StoreScenario()
    try scenario.start("7000001")
    let traject = try scenario.start("7000002")
    let start = try #require(try scenario.store.events(of: traject).first).seq
    _ = try retracting(start, in: traject, scenario, cascade: false, at: "2026-01-20T09:00:00Z")
    var filter = OverviewFilter()
    filter.includesEnded = true
    #expect(try scenario.store.overviews(filter, on: StoreScenario.day("2026-02-10")).map(\.id) == [1])
    #expect(try scenario.store.states(PastView(asOf: StoreScenario.day("2026-02-10"))).map(\.0.id) == [1])
    #expect(throws: StoreError.takenOut(2)) { try scenario.store.traject(named: "T2") }
    #expect(try scenario.store.loggedTraject(named: "T2") == 2)
    try expectSound(scenario)
    // Neither number is given again.
    #expect(try scenario.start("7000003") == 3)
    try expectSound(scenario)
  }
}
