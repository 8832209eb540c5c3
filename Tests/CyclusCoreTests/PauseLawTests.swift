import Testing

@testable import CyclusCore

/// Pauses, on seeded random histories: what they move, what nobody is told meanwhile, and what they never ask anew.
@Suite struct PauseLawTests {
  private func eachHistory(_ count: Int, _ body: (Scenario, Day, inout RepeatableRandom) throws -> Void)
    throws
  {
    var used = 0
    for seed in 1...UInt64(count) {
      let scenario = try RandomHistory(seed: seed, acts: 25).scenario
      guard let today = scenario.log.last?.recorded.dutchDay, !scenario.state.hasEnded,
        scenario.state.standingPause == nil, scenario.state.holder(of: "instituutsopleider") != nil
      else { continue }
      var random = RepeatableRandom(seed: seed &+ 9000)
      try body(scenario, today, &random)
      used += 1
    }
    #expect(used * 2 > count, "\(used) of \(count)")
  }

  private func acting(_ scenario: Scenario) -> String {
    scenario.state.holder(of: "instituutsopleider").map { "\($0):io" } ?? "io"
  }

  // GEN-14 dates
  @Test func aPauseMovesEveryOpenCountedDateByItsDaysAndThenToAWorkingDay() throws {
    var moved = 0
    try eachHistory(200) { scenario, today, random in
      // What flagging would fix is fixed before and after alike: what opened before today and is not past its date.
      let days = Int.random(in: 1...40, using: &random)
      let (from, to) = (today, today + days)
      guard !scenario.state.stoodStill(on: today, scenario.rulebook),
        scenario.state.standingBlocks.allSatisfy({ scenario.rules.block($0.id)?.suspends != true })
      else { return }
      var after = scenario
      try after.perform(
        .command(acting(scenario), on: from, today: from, .pause(from: from, cause: .student)))
      try after.perform(.command(acting(scenario), on: to, today: to, .resume))
      let then = Dictionary(
        after.state.obligations(after.rulebook).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
      let told = Dictionary(
        scenario.state.obligations(scenario.rulebook.keepingAccounts()).map { ($0.key, $0) },
        uniquingKeysWith: { first, _ in first })
      for obligation in scenario.state.obligations(scenario.rulebook) where obligation.isAsked {
        guard let due = obligation.due, let opens = obligation.opens, opens <= from, due >= from,
          obligation.escalation == nil, obligation.lapsesOn == nil,
          scenario.rules.counts(obligation.key)
        else { continue }
        // A day without school that an earlier pause led to takes up what a second one adds.
        let account = told[obligation.key]?.account ?? []
        let earlier = account.drop { if case .stoodStill = $0 { false } else { true } }
        if earlier.contains(where: { if case .rolled = $0 { true } else { false } }) { continue }
        // An end rolls back, but not into the pause; what is counted rolls on.
        let working = scenario.rulebook.workingDays
        let back = working.onOrBefore(due + days)
        let expected =
          !scenario.rules.rollsBack(obligation.key)
          ? working.onOrAfter(due + days) : back < max(due, to) ? working.onOrAfter(max(due, to)) : back
        #expect(then[obligation.key]?.due == expected, "\(obligation.key) \(due) + \(days)")
        moved += 1
      }
    }
    #expect(moved > 30, "\(moved)")
  }

  // GEN-14 dates
  @Test func noRungIsRecordedForADayOnWhichTheClockStoodStill() throws {
    var (flags, withPauses) = (0, 0)
    try eachHistory(80) { scenario, today, random in
      var (traject, now) = (scenario, today)
      for _ in 0..<8 {
        now = now + Int.random(in: 1...15, using: &random)
        let back = now - Int.random(in: 1...12, using: &random)
        let commands: [Command] = [
          .pause(from: back, until: back + Int.random(in: 0...9, using: &random), cause: .workplace),
          .pause(from: Bool.random(using: &random) ? back : nil, cause: .student), .resume, .resume,
        ]
        let command = commands[Int.random(in: 0..<4, using: &random)]
        let on = command == .resume && Bool.random(using: &random) ? back : now
        if let after = try? traject.performing(.command(acting(traject), on: on, today: now, command)) {
          traject = after
        }
        let owed = Set(traject.state.obligations(traject.rulebook).filter(\.isAsked).map(\.key))
        let count = traject.log.count
        try traject.perform(.flag(now))
        for logged in traject.log.dropFirst(count) {
          guard case .flagged(let flag) = logged.event else { continue }
          flags += 1
          // What escalations and blocks ask goes on in a pause; what was asked by a rung of this night stands with it.
          guard flag.obligation.item.id.first != "E", flag.obligation.step != .lifted else { continue }
          #expect(
            !traject.state.pauses.contains { $0.covers(logged.happened) },
            "\(flag.obligation) \(logged.happened)")
          #expect(owed.contains(flag.obligation), "\(flag.obligation) was not asked before the night")
          #expect(flag.due < logged.happened)
        }
        // A night is recorded once.
        #expect(traject.state.flagging(traject.rulebook, today: now).isEmpty)
        withPauses += traject.state.pauses.isEmpty ? 0 : 1
      }
      #expect(Laws.broken(by: traject) == [])
    }
    #expect(flags > 100 && withPauses > 100, "\(flags), \(withPauses)")
  }

  // GEN-14 dates
  @Test func aPauseAsksNothingAndTakesNothingAway() throws {
    try eachHistory(60) { scenario, today, random in
      let from = max(scenario.state.from, today - Int.random(in: 0...20, using: &random))
      let to = from + Int.random(in: 0...20, using: &random)
      let late = max(today, to)
      guard
        let paused = try? scenario.performing(
          .command(acting(scenario), on: today, today: late, .pause(from: from, cause: .institute))),
        let after = try? paused.performing(.command(acting(scenario), on: to, today: late, .resume))
      else { return }
      func keys(_ scenario: Scenario) -> Set<ObligationKey> {
        Set(
          scenario.state.obligations(scenario.rulebook).filter { !$0.isConditional && $0.escalation == nil }
            .map(\.key))
      }
      #expect(keys(after).subtracting(keys(scenario)).isEmpty, "\(from)–\(to)")
      #expect(
        Progress(Standing(paused.state, paused.rulebook)).done
          == Progress(Standing(scenario.state, scenario.rulebook)).done)
    }
  }
}

extension Scenario {
  /// The traject after an act.
  fileprivate func performing(_ act: Act) throws -> Scenario {
    var after = self
    try after.perform(act)
    return after
  }
}

extension Workflow {
  /// Whether the date of an obligation is counted from what happened or from the calendar, and not from a gesprek that
  /// moves itself.
  fileprivate func counts(_ key: ObligationKey) -> Bool {
    switch deadline(ofItem: key) {
    case nil, .dayOf, .before: false
    case .endOfWeek, .endOfItsWeek, .endOfBlock, .endOfPlacement, .after, .afterOpening, .ofItsPeriod,
      .afterItsPeriod,
      .beforeItsPeriod:
      true
    }
  }

  /// Whether the date of an obligation is the end of a week, a block, a period or the placement.
  fileprivate func rollsBack(_ key: ObligationKey) -> Bool {
    switch deadline(ofItem: key) {
    case .endOfWeek, .endOfItsWeek, .endOfBlock, .endOfPlacement, .ofItsPeriod(.end): true
    case nil, .dayOf, .before, .after, .afterOpening, .ofItsPeriod, .afterItsPeriod, .beforeItsPeriod: false
    }
  }

  private func deadline(ofItem key: ObligationKey) -> Deadline? {
    if let gesprek = gesprek(key.item.id) { return key.step == .held ? gesprek.due : gesprek.closeDue }
    return document(key.item.id)?.due ?? task(key.item.id)?.due
  }
}
