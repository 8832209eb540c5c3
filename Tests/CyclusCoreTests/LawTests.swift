import Foundation
import Testing

@testable import CyclusCore

/// What holds of every history, on seeded random ones.
@Suite struct LawTests {
  private static let acts = 18
  private static let histories = Result { try (1...300).map { try RandomHistory(seed: $0, acts: acts) } }

  private func eachHistory(_ count: Int = 300, _ check: (RandomHistory, UInt64) throws -> Void) throws {
    for (index, history) in try Self.histories.get().prefix(count).enumerated() {
      try check(history, UInt64(index + 1))
    }
  }

  // GEN-01 stores
  @Test func everyHistoryObeysTheLaws() throws {
    var types: Set<String> = []
    var accepted = 0
    var refused = 0
    try eachHistory { history, seed in
      let traject = history.scenario
      types.formUnion(traject.log.map(\.event.type))
      accepted += traject.log.count
      refused += history.refusals.count
      try replayGivesTheState(traject, seed)
      try everyEventReadsBack(traject, seed)
      try theStateIsValid(traject, seed)
      for refusal in history.refusals { #expect(!refusal.missing.isEmpty, "seed \(seed)") }
    }
    // The generator reaches every kind of event but signing, which this workflow does not ask.
    #expect(types == Set(EventFixtureTests.types).subtracting(["signed"]))
    #expect(accepted > 4000 && refused > 1000)
  }

  private func replayGivesTheState(_ traject: Scenario, _ seed: UInt64) throws {
    let replayed = try EffectiveLog.replay(traject.log, workflow: Scenario.workflow)
    #expect(replayed == traject.state, "seed \(seed)")
    let snapshot = try JSONDecoder().decode(Traject.self, from: JSONEncoder().encode(traject.state))
    #expect(snapshot == traject.state, "seed \(seed)")
  }

  private func everyEventReadsBack(_ traject: Scenario, _ seed: UInt64) throws {
    for logged in traject.log {
      let event = logged.event
      #expect(try Event(type: event.type, data: event.data) == event, "seed \(seed)")
      let parsed = try JSONParser.parse(JSONValue.object(event.data).canonical)
      let read = try Event(type: event.type, data: #require(parsed.members))
      #expect(JSONValue.object(read.data).canonical == JSONValue.object(event.data).canonical, "seed \(seed)")
      for met in logged.meets { #expect(ObligationKey(met.key.description) == met.key, "seed \(seed)") }
    }
  }

  private func theStateIsValid(_ traject: Scenario, _ seed: UInt64) throws {
    let state = traject.state
    let phases = Scenario.workflow.phases.map(\.id)
    #expect(state.entered.map(\.phase) == Array(phases.prefix(state.entered.count)), "seed \(seed)")
    #expect(state.phase == state.entered.last?.phase, "seed \(seed)")
    #expect(state.entered.map(\.on) == state.entered.map(\.on).sorted(), "seed \(seed)")

    var firstMet: [String: Day] = [:]
    for logged in try EffectiveLog.events(traject.log) {
      for met in logged.meets.map(\.key.description) {
        firstMet[met] = min(firstMet[met] ?? logged.happened, logged.happened)
      }
    }
    #expect(
      state.settled.mapValues(\.on) == firstMet, "seed \(seed): met on the first day on which it was done")
    for logged in traject.log {
      #expect(logged.happened <= logged.recorded.dutchDay, "seed \(seed)")
      #expect(logged.happened >= state.from || logged.event.command?.prepares ?? false, "seed \(seed)")
    }

    let obligations = state.obligations(traject.rulebook)
    #expect(Set(obligations.map(\.key)).count == obligations.count, "seed \(seed): a key twice")
    for obligation in obligations {
      if obligation.met == nil, let opens = obligation.opens, let due = obligation.due {
        #expect(
          due >= opens || obligation.level > 0 || obligation.lapses,
          "seed \(seed): \(obligation.key) \(opens) \(due)")
      }
      #expect(Scenario.workflow.role(obligation.role) != nil, "seed \(seed): \(obligation.key)")
    }

    for (unit, confirmation) in state.confirmations {
      let all = Scenario.workflow.unit(unit)?.all ?? []
      #expect(all.allSatisfy { state.finalVerdict(on: $0) != nil }, "seed \(seed)")
      let isGood = all.allSatisfy { state.finalVerdict(on: $0) == "voldaan" }
      #expect(confirmation.result == (isGood ? "voldaan" : "niet-voldaan"), "seed \(seed)")
      #expect(
        state.gesprekken["eindbeoordeling"]?.closed.map { $0 <= confirmation.on } == true, "seed \(seed)")
    }
    if state.completed != nil {
      #expect(state.confirmations.count == Scenario.workflow.units.count, "seed \(seed)")
    }
    #expect(Set(state.escalations.map(\.id)).count == state.escalations.count, "seed \(seed)")
    #expect(
      state.judgements.allSatisfy { $0.verdict == nil || $0.isFinal == ($0.gesprek == "eindbeoordeling") },
      "seed \(seed)")
    #expect(state.assignments.count { $0.role == "student" } == 1, "seed \(seed)")
  }

  // GEN-05 stores
  @Test func twoRunsGiveTheSameLog() throws {
    try eachHistory(40) { history, seed in
      let again = try RandomHistory(seed: seed, acts: Self.acts)
      #expect(
        again.scenario.log == history.scenario.log && again.refusals == history.refusals, "seed \(seed)")
    }
  }

  // GEN-05 stores
  @Test func flaggingIsDoneOnceHoweverItIsSpread() throws {
    try eachHistory(40) { history, seed in
      var traject = history.scenario
      guard let last = traject.log.last?.recorded.dutchDay else { return }
      var nightly = traject
      try traject.perform(.flag(last + 40))
      for night in stride(from: 0, through: 40, by: 8) { try nightly.perform(.flag(last + night)) }
      #expect(nightly.state == traject.state, "seed \(seed)")
      #expect(traject.state.flagging(traject.rulebook, today: last + 40).isEmpty, "seed \(seed)")
    }
  }

  // GEN-13 allows
  @Test func anEventPutOnItsOwnDayChangesNothing() throws {
    try eachHistory(10) { history, seed in
      let traject = history.scenario
      guard let today = traject.log.last?.recorded.dutchDay else { return }
      for logged in try EffectiveLog.events(traject.log)
      where logged.actor != .system && logged.event.type != "started" {
        let outcome = traject.when(
          .correct(
            .init(event: logged.seq, why: text(), data: nil, happened: logged.happened),
            max(today, logged.happened)))
        if let refusal = outcome.refusal {
          Issue.record("seed \(seed), \(logged.seq) \(logged.event.type): \(told(refusal))")
        }
        var state = outcome.after.state
        state.lastEvent = traject.state.lastEvent
        #expect(state == traject.state, "seed \(seed), \(logged.seq)")
      }
    }
  }

  // GEN-13 allows
  @Test func takingOutACorrectionBringsBackWhatWas() throws {
    try eachHistory(10) { history, seed in
      let traject = history.scenario
      guard let today = traject.log.last?.recorded.dutchDay else { return }
      for logged in traject.log {
        let once = traject.when(
          .correct(.init(event: logged.seq, why: text(), data: nil, happened: nil), today))
        guard once.refusal == nil, once.after.log.count == traject.log.count + 1 else { continue }
        let back = once.after.when(
          .correct(.init(event: once.after.log.count, why: text(), data: nil, happened: nil), today))
        if let refusal = back.refusal {
          Issue.record("seed \(seed), \(logged.seq) \(logged.event.type): \(told(refusal))")
        }
        var state = back.after.state
        state.lastEvent = traject.state.lastEvent
        #expect(state == traject.state, "seed \(seed), \(logged.seq)")
      }
    }
  }

  // GEN-03 shows
  @Test func advancingIsRefusedExactlyWhereSomethingStandsInTheWay() throws {
    try eachHistory(60) { history, seed in
      let traject = history.scenario
      guard let today = traject.log.last?.recorded.dutchDay, !traject.state.hasEnded else { return }
      let outcome = traject.when(.command("io", on: today, today: today, .advance()))
      let obstacles = traject.state.obstacles(traject.rulebook)
      #expect((outcome.refusal == nil) == obstacles.isEmpty, "seed \(seed)")
      if let refusal = outcome.refusal { #expect(refusal.missing == obstacles, "seed \(seed)") }
    }
  }
}
