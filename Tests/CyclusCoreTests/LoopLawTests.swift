import Testing

@testable import CyclusCore

/// What holds of every history, on seeded random ones of a small workflow with a branch and two ways back.
@Suite struct LoopLawTests {
  @Test(arguments: 1...60) func everyHistoryWithWaysBackObeysTheLaws(seed: UInt64) throws {
    let history = try LoopHistory(seed: seed, acts: 60)
    #expect(history.broken == [])
    #expect(Laws.broken(by: history.scenario) == [])
  }

  @Test func theHistoriesTakeEveryWayAndGoBack() throws {
    var ways: Set<String> = []
    var rounds = 0
    for seed in 1...60 {
      let history = try LoopHistory(seed: UInt64(seed), acts: 60)
      for logged in history.scenario.log {
        if case .advanced(let from, let to, _) = logged.event { ways.insert("\(from) → \(to)") }
        if case .completed = logged.event { ways.insert("\(logged.phase) → end") }
      }
      rounds = max(rounds, history.scenario.state.rounds.values.map(\.number).max() ?? 1)
    }
    #expect(
      ways == [
        "intake → werk", "werk → oordeel", "werk → intake", "oordeel → vervolg", "oordeel → end",
        "vervolg → werk",
        "vervolg → end",
      ])
    #expect(rounds > 2)
  }
}

/// Random acts on a traject of the small workflow, mostly what is owed, now and then something else.
private struct LoopHistory {
  private(set) var scenario: Scenario
  private(set) var broken: [String] = []
  private var random: RepeatableRandom
  private var today: Day

  init(seed: UInt64, acts: Int) throws {
    random = RepeatableRandom(seed: seed)
    scenario = try Scenario(Written.request(), under: Written.loop)
    today = scenario.state.from
    for _ in 0..<acts {
      if chance(40) { today = today + Int.random(in: 0...6, using: &random) }
      var after = scenario
      guard (try? after.perform(next())) != nil else { continue }
      scenario = after
      broken += Laws.brokenByState(of: scenario)
    }
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  private mutating func one<Item>(of items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }

  private mutating func next() -> Scenario.Act {
    if chance(4) { return .flag(today) }
    if chance(4) {
      let seq = Int.random(in: 2...scenario.log.count + 1, using: &random)
      return .correct(
        .init(event: seq, why: text(), data: nil, happened: nil), today, isCascading: chance(50))
    }
    let happened = chance(15) ? today - Int.random(in: 0...10, using: &random) : today
    let open = scenario.state.obligations(scenario.rulebook).filter { $0.isAsked && $0.isPressing(on: today) }
    guard !open.isEmpty, chance(75) else {
      return .command("begeleider", on: happened, today: today, other())
    }
    let obligation = one(of: open)
    let command = command(obligation.key)
    return .command(obligation.role, on: happened, today: today, command)
  }

  private mutating func command(_ key: ObligationKey) -> Command {
    switch key.step {
    case .held: talk(key.item.description)
    case .closed:
      .close(gesprek: key.item.description, record: key.item.id == "vervolg" ? ["doorgaan": "ja"] : [:])
    case .submitted: .submit(key.item.description)
    case .assessed: assess()
    case .advanced: .advance()
    default: .done(obligation: key.item.description)
    }
  }

  private mutating func talk(_ gesprek: String) -> Command {
    let present = chance(85) ? ["student", "begeleider"] : ["student"]
    return .held(
      .init(
        gesprek: gesprek, present: present.map { Command.Present(role: $0) },
        record: gesprek.hasPrefix("vervolg") ? ["doorgaan": one(of: ["ja", "ja", "nee"])] : [:]))
  }

  private mutating func assess() -> Command {
    .assess("vak", at: "oordeel", one(of: ["voldaan", "niet-voldaan", "niet-voldaan"]), trust: false)
  }

  private mutating func other() -> Command {
    let open =
      scenario.state.obligations(scenario.rulebook).filter(\.isAsked).map(\.key.description) + ["onbekend"]
    return one(of: [
      .advance(to: one(of: ["intake", "werk", "oordeel", "vervolg", "completed"])), .advance(), .advance(),
      .set("laatste", one(of: ["yes", "no"])),
      .extend(until: today + Int.random(in: 100...300, using: &random)),
      .waive(one(of: open)), talk("intake"), assess(), .plan("oordeel", "\(today) 10:00"),
    ])
  }
}
