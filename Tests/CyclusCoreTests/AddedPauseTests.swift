import Testing

@testable import CyclusCore

/// A pause that is recorded afterwards, on seeded random histories: it moves what ran, and nothing that began later.
@Suite struct AddedPauseTests {
  // GEN-14 dates
  @Test func aPauseThatWasOverBeforeATermRanMovesNothing() throws {
    var (looked, moved) = (0, 0)
    for seed in 1...UInt64(150) {
      let scenario = try RandomHistory(seed: seed, acts: 20).scenario
      var random = RepeatableRandom(seed: seed &+ 700)
      guard let today = scenario.log.last?.recorded.dutchDay, !scenario.state.hasEnded,
        today - scenario.state.from > 12, let io = scenario.state.holder(of: "instituutsopleider")
      else { continue }
      let from = scenario.state.from + Int.random(in: 0...(today - scenario.state.from - 8), using: &random)
      let until = from + Int.random(in: 0...6, using: &random)
      var after = scenario
      guard
        (try? after.perform(
          .command("\(io):io", on: today, today: today, .pause(from: from, until: until, cause: .student))))
          != nil
      else { continue }
      let effect = PauseEffect(
        of: after.state.pauses.firstIndex { $0.since == from } ?? 0, in: after.state, after.rulebook,
        on: today)
      let before = Dictionary(
        scenario.state.obligations(scenario.rulebook).map { ($0.key, $0) },
        uniquingKeysWith: { first, _ in first })
      let owed = Dictionary(
        after.state.obligations(after.rulebook).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
      for term in effect.terms {
        looked += 1
        let obligation = try #require(owed[term.obligation])
        #expect(obligation.due == term.to, "\(seed) \(term.obligation)")
        // What the pause gives another count says so: talks in a row that were not all missed, a flag that holds no more.
        guard term.from != term.to, term.stays != "recounted" else { continue }
        moved += 1
        #expect(term.stays == nil, "\(seed) \(term.obligation) \(term.stays ?? "")")
        // What nothing has opened follows what did.
        guard !obligation.isConditional, obligation.opens.map({ $0 <= today }) ?? false else { continue }
        // A date that was flagged stands in that event, whatever its opening has become.
        if after.state.flags.contains(where: { $0.obligation == term.obligation }) { continue }
        // By the day on which it could be met before: that may have moved along.
        let opened = [before[term.obligation]?.opens, obligation.opens].compactMap(\.self).min()
        #expect(opened.map { $0 <= until } ?? true, "\(seed) \(term.obligation): it ran later only")
      }
    }
    #expect(looked > 200 && moved > 20, "\(looked), \(moved)")
  }
}
