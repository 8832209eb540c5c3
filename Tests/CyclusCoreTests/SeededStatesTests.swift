import CyclusYAML
import Testing

@testable import CyclusCore

/// Seeded histories of the real engine are held against the states of a walk that came to everything.
@Suite struct SeededStatesTests {
  /// A talk with a result on which the way depends, a way back, a document that is approved and a judgement; nothing is
  /// waived or done unasked.
  private static let sections = """
    gesprekken:
      voortgang:
        by: student
        present: [student, begeleider]
        opens: in phase een
        on-record:
          conclusion: {title: {nl: hoe verder, en: what next}, one-of: [door, opnieuw], required: yes, rule: A-1}
        due: 3 weeks after opening
        route: blijft-uit
        rule: A-1
      slot: {by: begeleider, present: [student, opleider], opens: in phase twee, rule: A-1}
    documents:
      verslag: {by: student, opens: after voortgang held, due: 2 weeks after opening, rule: A-1}
    approvals:
      akkoord: {asked-by: verslag, by: begeleider, due: 1 week after opening, rule: A-1}
    escalations:
      blijft-uit:
        title: {nl: Gesprek blijft uit, en: Talk does not take place}
        to: opleider
        within: 2 weeks
        outcomes:
          alsnog: {title: {nl: alsnog houden, en: hold it after all}, effect: resumes}
          overslaan: {title: {nl: later, en: later}, effect: resumes}
        rule: A-1
    phases:
      - phase: een
        leave-when: [voortgang held, akkoord approved]
        next:
          - {to: twee, when: {result: {voortgang: door}}}
          - {to: een, when: {result: {voortgang: opnieuw}}}
        rule: A-1
      - {phase: twee, leave-when: [slot held], rule: A-1}
    """

  /// A walk that came to everything, and the states of random histories that lie outside.
  private struct Comparison {
    let explorer: Explorer
    private let walked: Set<[String]>
    var seen: Set<AbstractState> = []
    var outside: [AbstractState: (situation: Explorer.Situation, told: String)] = [:]
    var completed = 0

    init(_ sections: String) throws {
      let text =
        Written.head.replacing("waivers: {by: begeleider, rule: T-01}\n", with: "")
        .replacing("to: actor}]", with: "to: actor}, {after: 7 days, to: route}]") + sections
      let result = WorkflowFile.load(text, name: "klein.yaml")
      let workflow = try #require(result.workflow, "\(result.rendered(in: .en))")
      explorer = Explorer(workflow, mostStates: 5_000)
      var search = ExplorerSearch(explorer)
      var beginnings = explorer.beginnings()
      search.run(from: &beginnings)
      walked = Set(search.places.keys.map(Self.parts))
      #expect(search.isWhole)
    }

    /// The parts of a state without what its people mean to leave for later: a history does not tell what was meant.
    private static func parts(_ state: AbstractState) -> [String] {
      state.parts.filter { !$0.hasPrefix("later ") }
    }

    /// Plays histories, and holds every moment of them against the walk.
    mutating func play(_ seeds: ClosedRange<UInt64>, corrects: Bool) throws {
      for seed in seeds {
        let history = try PlayedHistory(explorer.workflow, seed: seed, corrects: corrects)
        for count in 1...max(1, history.acts.count) {
          let scenario = RandomHistory(history.beginning, Array(history.acts.prefix(count))).scenario
          guard let day = scenario.log.last?.recorded.dutchDay else { continue }
          let situation = Explorer.Situation(scenario.state, scenario.rulebook, day: day)
          let state = situation.abstract(explorer.focus)
          seen.insert(state)
          if !walked.contains(state.parts) { outside[state] = (situation, "seed \(seed), act \(count)") }
        }
        completed += history.scenario.state.completed == nil ? 0 : 1
      }
    }
  }

  /// People who are late, early, wrong or missing, and results that come late.
  @Test func noRandomHistoryLeavesTheStatesOfAWholeWalk() throws {
    var comparison = try Comparison(Self.sections)
    try comparison.play(1...60, corrects: false)
    for (state, seen) in comparison.outside { Issue.record("\(seen.told): \(state.parts)") }
    // It shows something only where the histories go their own ways, and some to the end.
    #expect(comparison.seen.count >= 20 && comparison.completed >= 5, "\(comparison.seen.count) states")
  }

  /// A correction takes back what everything after it rests on, and the walk's people make no mistakes of that kind.
  @Test func whereACorrectionLeavesTheStatesOfAWholeWalkTheEndIsStillFound() throws {
    var comparison = try Comparison(Self.sections)
    try comparison.play(1...30, corrects: true)
    for (state, seen) in comparison.outside {
      var (ends, taken) = (Ends(room: 50_000), Taken())
      #expect(
        comparison.explorer.ending(of: seen.situation, &ends, &taken) == .completes,
        "\(seen.told): \(state.parts)")
    }
    // It shows something only where some lie outside.
    #expect(!comparison.outside.isEmpty)
  }
}
