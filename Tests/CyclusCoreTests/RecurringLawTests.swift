import Testing

@testable import CyclusCore

/// Recurrence: the laws of every history, on seeded random ones of a workflow in which much recurs.
@Suite struct RecurringLawTests {
  static let items = """
    documents:
      leerafspraken: {by: [student, begeleider], for-each: [intake, bezoek], opens: after its gesprek held, due: 1 week after opening, rule: A-4}
      formulier: {by: begeleider, for: bezoek, opens: after its gesprek held, due: 1 week after opening, signed-by: [student, begeleider], rule: A-4}
      voorbereiding: {by: student, for: bezoek, opens: with its gesprek, due: 3 days before its gesprek, lapses: gesprek closed, rule: A-4}
      kaart: {by: student, each: occasion, opens: at the start, signed-by: begeleider, rule: A-5}
      uren: {by: student, each: block, due: end of its week, rule: A-5}
    tasks:
      bellen: {by: begeleider, due: 1 week after opening, rule: A-6}
      geregistreerd: {by: begeleider, for-each: [intake, bezoek], opens: after its gesprek held, due: 1 week after opening, rule: A-4}
    """
  static let gesprekken =
    RecurringWorkflow.visits + """

        start: {by: student, present: [student, begeleider], each: block, due: 2 weeks after opening, missed-in-a-row: {times: 2, opens: bellen}, rule: A-7}
        week: {by: student, present: [student, bedrijf], each: week, rule: A-8}
        jaar: {by: begeleider, present: [student, begeleider], each: {period: school year, at-least: 2, spread: evenly}, rule: A-9}
        gepland: {by: begeleider, present: [student, begeleider], each: time in phase uitvoering, close: {by: student, due: 1 week after gesprek held}, rule: A-9}
      """
  static let workflow = RecurringWorkflow.text(gesprekken, items)

  @Test(arguments: 1...4) func everyHistoryObeysTheLaws(part: Int) throws {
    for seed in stride(from: part, through: 60, by: 4) {
      let history = try History(seed: UInt64(seed))
      let broken = history.broken + Laws.broken(by: history.scenario)
      #expect(broken.isEmpty, "seed \(seed): \(broken.prefix(3))")
      #expect(history.accepted > 15, "seed \(seed)")
    }
  }

  @Test func aNumberNeverChangesItsSession() throws {
    for seed in 61...80 {
      let scenario = try History(seed: UInt64(seed)).scenario
      var sessions: [String: Set<Day>] = [:]
      for logged in try EffectiveLog.events(scenario.log) {
        if case .held(let held) = logged.event {
          sessions[held.gesprek.description, default: []].insert(logged.happened)
        }
      }
      #expect(
        sessions == scenario.state.gesprekken.filter { !$0.value.held.isEmpty }.mapValues { Set($0.held) },
        "seed \(seed)")
    }
  }

  /// A history of acts that fit and acts that are refused.
  private struct History {
    var scenario: Scenario
    var broken: [String] = []
    var accepted = 0
    private var random: RepeatableRandom

    init(seed: UInt64) throws {
      random = RepeatableRandom(seed: seed)
      let until = ["2027-01-29", "2027-07-02", "2028-02-25"][Int(seed % 3)]
      scenario = try RecurringWorkflow.traject(workflow, until: until, ["aantal": "\(2 + seed % 3)"])
      var today = scenario.state.from
      for _ in 0..<60 {
        today = today + Int.random(in: 0...8, using: &random)
        let before = scenario
        do {
          try scenario.perform(act(today))
          accepted += 1
          broken += Laws.brokenByState(of: scenario)
        } catch { scenario = before }
      }
    }

    private mutating func one<Item>(of items: [Item]) -> Item {
      items[Int.random(in: 0..<items.count, using: &random)]
    }

    private mutating func act(_ today: Day) -> Scenario.Act {
      let percent = Int.random(in: 0..<100, using: &random)
      if percent < 6 { return .flag(today) }
      if percent < 12 {
        let seq = Int.random(in: 2...scenario.log.count + 1, using: &random)
        let moved = percent.isMultiple(of: 2) ? today - percent : nil
        return .correct(
          .init(event: max(2, seq), why: text(), data: nil, happened: moved), today, isCascading: percent > 8)
      }
      let happened = percent < 40 ? today - Int.random(in: 0...20, using: &random) : today
      return .command(one(of: ["P3", "P3", "P1"]), on: happened, today: today, command(happened))
    }

    private mutating func command(_ day: Day) -> Command {
      let names = ["intake", "bezoek", "bezoek", "contact", "start", "week", "jaar", "gepland"]
      let occurrence = one(of: ["", "", "", "", "@1", "@2", "@4", "@b1", "@b2", "@w3"])
      let gesprek = one(of: names) + occurrence
      let present = one(of: [["student", "bedrijf", "begeleider"], ["student", "begeleider"], ["bedrijf"]])
      let open = scenario.state.obligations(scenario.rulebook).filter(\.isAsked).map(\.key.description)
      let document = one(of: ["leerafspraken", "formulier", "voorbereiding", "kaart", "uren"])
      switch Int.random(in: 0..<16, using: &random) {
      case 0...5:
        return .held(
          .init(
            gesprek: gesprek, present: present.map { .init(role: $0) },
            mode: one(of: [nil, "online", "op-locatie"])))
      case 6: return .close(gesprek: gesprek, record: [:])
      case 7:
        let moment = LocalMoment(day: day + Int.random(in: 0...20, using: &random), minuteOfDay: 600)
        return .plan(gesprek: gesprek, at: moment, mode: nil)
      case 8: return .cancel(gesprek: gesprek, why: text())
      case 9, 10: return .submit(document + one(of: ["", "", "@1", "@bezoek@1", "@b2"]))
      case 11: return .sign(document: one(of: ["formulier", "kaart"]))
      case 12: return .done(obligation: one(of: ["geregistreerd", "bellen", "geregistreerd@bezoek@2"]))
      case 13: return one(of: [.waive(one(of: open)), .snooze(one(of: open), until: (day + 9).description)])
      case 14:
        return one(of: [
          .set("aantal", one(of: ["1", "2", "4"])), .pause(), .resume, .extend(until: day + 250),
        ])
      default: return .advance()
      }
    }
  }
}
