import Testing

@testable import CyclusCore

/// What holds of results in every history, on seeded random ones of a small workflow.
@Suite struct ResultLawTests {
  @Test func everyHistoryOfResultsObeysTheLaws() throws {
    var types: [String: Int] = [:]
    for seed in 1...50 {
      var history = try History(seed: UInt64(seed))
      for _ in 0..<45 where history.act() {
        for law in try Self.broken(by: history.scenario) { Issue.record("seed \(seed) breaks: \(law)") }
      }
      for logged in history.scenario.log { types[logged.event.type, default: 0] += 1 }
    }
    // The histories are worth something only where both come often.
    for (type, least) in [
      ("closed", 150), ("escalated", 30), ("escalation_withdrawn", 3), ("corrected", 60),
    ] {
      #expect(types[type, default: 0] >= least, "\(types)")
    }
  }

  private static func broken(by history: Scenario) throws -> [String] {
    let state = history.state
    var broken = Laws.brokenByState(of: history)
    func hold(_ holds: Bool, _ law: String) {
      if !holds { broken.append(law) }
    }
    hold(try EffectiveLog.replay(history.log, workflow: history.rules) == state, "a replay gives the state")
    hold(
      state.withdrawals(history.rulebook, on: day("2027-01-01")).isEmpty,
      "what stands open still has its ground"
    )
    // One that comes back with its closing, when a correction is taken out, may meet another.
    let corrections = Set(history.events("corrected").map(\.seq))
    let comesBack = history.log.contains { logged in
      if case .corrected(let corrected) = logged.event {
        corrections.contains(corrected.event)
      } else {
        false
      }
    }
    let open = state.openEscalations.map(\.route)
    hold(comesBack || Set(open).count == open.count, "one of a route stands open: \(open)")
    hold(Set(state.escalations.map(\.id)).count == state.escalations.count, "no number is given twice")
    for (key, record) in state.gesprekken
    where record.closed != nil && record.value(of: "conclusion") == "achter" {
      let plan = key.replacing("driehoek", with: "plan")
      let isWaived = state.waived[key + ".held"] != nil
      hold(isWaived || state.documents[plan]?.submissions.isEmpty == false, "\(key) was closed with its plan")
    }
    return broken
  }

  /// One traject with results and what is tried on it, repeated from its seed.
  private struct History {
    private(set) var scenario: Scenario
    private var random: RepeatableRandom
    private var today = day("2026-02-02")

    init(seed: UInt64) throws {
      random = RepeatableRandom(seed: seed)
      scenario = try Scenario(Written.request(), under: Written.workflow(ResultTests.file))
    }

    /// Tries an act; one that is refused leaves everything as it was.
    mutating func act() -> Bool {
      today = today + Int.random(in: 0...4, using: &random)
      let outcome = scenario.when(Int.random(in: 0..<100, using: &random) < 12 ? correction() : command())
      if outcome.refusal == nil { scenario = outcome.after }
      return outcome.refusal == nil
    }

    private mutating func one<Item>(of items: [Item]) -> Item {
      items[Int.random(in: 0..<items.count, using: &random)]
    }

    private mutating func correction() -> Scenario.Act {
      let isCascading = one(of: [true, false])
      if let held = scenario.events("held").last(where: { $0.event.data["record"] != nil }),
        one(of: [true, false])
      {
        var data = held.event.data
        data["record"] = ["ontwikkeling": "goed", "bijzonder": .string(one(of: ["yes", "no"]))]
        return .correct(
          .init(event: held.seq, why: text(), data: data, happened: nil), today, isCascading: isCascading)
      }
      if let closing = scenario.events("closed").randomElement(using: &random), one(of: [true, true, false]) {
        var data = closing.event.data
        data["record"] = ["conclusion": .string(one(of: ["voor", "voor", "achter"]))]
        return .correct(
          .init(event: closing.seq, why: text(), data: data, happened: nil), today, isCascading: isCascading)
      }
      let seq = Int.random(in: 2...scenario.log.count + 1, using: &random)
      return .correct(
        .init(event: seq, why: text(), data: nil, happened: nil), today, isCascading: isCascading)
    }

    private mutating func command() -> Scenario.Act {
      let happened =
        one(of: [true, true, true, false]) ? today : today - Int.random(in: 0...9, using: &random)
      let number = "@\(Int.random(in: 1...6, using: &random))"
      var record = [one(of: ["conclusion", "bijzonder"]): "ja"]
      if record["conclusion"] != nil { record["conclusion"] = one(of: ["voor", "achter", "achter"]) }
      if one(of: [true, false, false]) { record["ontwikkeling"] = one(of: ["goed", "stokt"]) }
      let present = ["student", "begeleider"].map { Command.Present(role: $0) }
      let held = Command.held(.init(gesprek: "driehoek" + number, present: present, record: record))
      let close = Command.close(
        gesprek: "driehoek" + number, record: one(of: [[:], ["conclusion": one(of: ["voor", "achter"])]]))
      let decided = scenario.state.openEscalations.first.map { open -> (String, Command) in
        let outcomes = ["loopt-achter": "plan", "ontwikkeling-stokt": "hulp", "te-weinig-kansen": "anders"]
        return (open.to, .decide(open.id, outcomes[open.route] ?? "plan"))
      }
      let (actor, command): (String, Command) = one(of: [
        ("student", held), ("student", held), ("student", held), ("student", .submit("plan" + number)),
        ("student", .submit("plan" + number)), ("student", .submit("plan" + number)), ("begeleider", close),
        ("begeleider", close), ("begeleider", close), ("begeleider", .done(obligation: "gemeld" + number)),
        decided ?? ("student", held), ("begeleider", .waive("driehoek" + number + ".held")),
      ])
      return .command(actor, on: happened, today: today, command)
    }
  }
}
