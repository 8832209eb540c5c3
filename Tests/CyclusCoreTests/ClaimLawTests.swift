import Foundation
import Testing

@testable import CyclusCore

/// What holds of claims in every history, on seeded random ones of a small workflow.
@Suite struct ClaimLawTests {
  private static let count = 160
  private static let acts = 45

  @Test func everyHistoryOfClaimsObeysTheLaws() throws {
    var types: Set<String> = []
    var (accepted, refused) = (0, 0)
    for seed in 1...Self.count {
      var history = ClaimHistory(seed: UInt64(seed))
      for _ in 0..<Self.acts {
        guard history.act() else {
          refused += 1
          continue
        }
        accepted += 1
        for law in Self.broken(by: history.scenario) { Issue.record("seed \(seed) breaks: \(law)") }
      }
      types.formUnion(history.scenario.log.map(\.event.type))
    }
    #expect(types.isSuperset(of: EventFixtureTests.claims))
    // The histories are worth something only where they hold both.
    #expect(
      accepted > 15 * Self.count && refused > 5 * Self.count, "\(accepted) accepted, \(refused) refused")
  }

  private static func broken(by history: Scenario) -> [String] {
    let state = history.state
    var broken: [String] = []
    func hold(_ holds: Bool, _ law: String) {
      if !holds { broken.append(law) }
    }
    hold(
      (try? EffectiveLog.replay(history.log, workflow: history.rules)) == state, "a replay gives the state")
    let snapshot = (try? JSONEncoder().encode(state)).flatMap {
      try? JSONDecoder().decode(Traject.self, from: $0)
    }
    hold(snapshot == state, "a snapshot reads back as the state")
    let given = history.log.compactMap { logged -> String? in
      guard case .claimed(let claimed) = logged.event, claimed.subject != nil else { return nil }
      return claimed.id
    }
    hold(Set(given).count == given.count, "no number is given twice: \(given)")
    hold((state.claimsMade ?? 0) == given.count, "the numbers that were given are known")
    for logged in history.log where logged.event.type.hasPrefix("claim") {
      let event = logged.event
      hold((try? Event(type: event.type, data: event.data)) == event, "\(logged.seq) reads back")
    }
    for claim in state.claims { broken += self.broken(by: claim, history) }
    return broken
  }

  private static func broken(by claim: Traject.Claim, _ history: Scenario) -> [String] {
    let state = history.state
    var broken: [String] = []
    func hold(_ holds: Bool, _ law: String) {
      if !holds { broken.append("\(claim.id): \(law)") }
    }
    guard let definition = history.rules.claim(claim.kind) else { return ["\(claim.id) is of no kind"] }
    let owed = state.obligations(history.rulebook).filter { $0.key == claim.decision }
    hold(owed.count == 1, "its decision is owed once")
    hold((owed.first?.met == nil) == claim.isOpen, "its decision is owed until it is decided")
    hold(claim.decided == nil || owed.first?.met == claim.decided, "its decision is met on its day")
    hold(claim.gesprek.id == definition.gesprek, "it belongs to its gesprek")
    guard let decided = claim.decided else { return broken }
    hold(decided >= claim.on, "it is decided after it was made")
    // One that was waived first may have been held after all.
    let waived = state.waived[ObligationKey(claim.gesprek, .held).description]?.on
    let opened = [state.opening(of: claim), waived].compactMap(\.self).contains { $0 <= decided }
    hold(opened, "it is decided once its gesprek was held")
    guard claim.result == .granted else { return broken }
    hold(
      !definition.needs.contains(.proof) || claim.proofs.contains { $0.on <= decided },
      "it is granted on its proof")
    let last = Standing(state, history.rulebook).lastDay(
      ofClaiming: definition, at: state.gesprek(deciding: claim))
    hold(last.map { claim.on <= $0 } ?? true, "it is granted where it was made in time")
    let granted = (try? EffectiveLog.events(history.log))?.last { logged in
      if case .claimGranted(let id, _) = logged.event { id == claim.id } else { false }
    }
    hold(granted.map { $0.actor.person != claim.by.person } ?? false, "another than who claims grants it")
    return broken
  }
}

/// One traject with claims and what is tried on it, repeated from its seed.
private struct ClaimHistory {
  private(set) var scenario = ClaimWorkflow.given()
  private var random: RepeatableRandom
  private var today = day("2026-02-02")

  init(seed: UInt64) { random = RepeatableRandom(seed: seed) }

  /// Tries an act; one that is refused leaves everything as it was.
  mutating func act() -> Bool {
    if chance(50) { today = today + Int.random(in: 0...5, using: &random) }
    let next = chance(7) ? correction() : command()
    let outcome = scenario.when(next)
    if outcome.refusal == nil { scenario = outcome.after }
    return outcome.refusal == nil
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  private mutating func one<Item>(of items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }

  private mutating func correction() -> Scenario.Act {
    let seq = Int.random(in: 2...scenario.log.count + 1, using: &random)
    let happened = chance(50) ? today - Int.random(in: 0...6, using: &random) : nil
    return .correct(
      .init(event: seq, why: text(), data: nil, happened: happened), today,
      isCascading: seq.isMultiple(of: 2))
  }

  private mutating func command() -> Scenario.Act {
    let happened = chance(20) ? today - Int.random(in: 0...6, using: &random) : today
    let known = "C\(Int.random(in: 1...max(scenario.state.claims.count, 1), using: &random))"
    let texts = chance(60) ? [text(2)] : []
    let item = one(of: [
      "opmerking@nederlands", "opmerking@engels", "evc@rekenen", "evc@engels", "vrijstelling", known,
    ])
    let gesprek = one(of: ["weekgesprek", "weekgesprek", "weekgesprek", "eindgesprek"])
    let who = one(of: ["student", "student", "P2:docent"])
    let (actor, command): (String, Command) = one(of: [
      (who, .claim(.init(item: item, references: texts))),
      (who, .claim(.init(item: item, references: texts))),
      ("student", .held(gesprek, "student", "docent", record: chance(50) ? ["verslag": "ja"] : [:])),
      ("student", .held(gesprek, "student", "docent")),
      ("student", .claim(.init(item: item, proofs: ["notitie"]))), ("student", .submit("notitie")),
      ("P2:docent", .grant(known)), ("P3:docent", .grant(known)), ("P3:docent", .refuse(known)),
      ("P3:docent", .deferring(known)), ("io", .waive(gesprek + ".held")),
      ("io", .plan("eindgesprek", "\(happened + 10) 10:00")),
    ])
    return .command(actor, on: happened, today: today, command)
  }
}
