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
        rule: A-1
      slot: {by: begeleider, present: [student, opleider], opens: in phase twee, rule: A-1}
    documents:
      verslag: {by: student, opens: after voortgang held, due: 2 weeks after opening, rule: A-1}
    approvals:
      akkoord: {asked-by: verslag, by: begeleider, due: 1 week after opening, rule: A-1}
    phases:
      - phase: een
        leave-when: [voortgang held, akkoord approved]
        next:
          - {to: twee, when: {result: {voortgang: door}}}
          - {to: een, when: {result: {voortgang: opnieuw}}}
        rule: A-1
      - {phase: twee, leave-when: [slot held], rule: A-1}
    """

  /// Some lie outside, seven of the 23 that were seen when this was written.
  ///
  /// The walk's people hold a talk with another result or without somebody, never both at once, and hand in nothing before
  /// it is asked. From those states the end is found all the same.
  @Test func whereARandomHistoryLeavesTheStatesOfAWholeWalkTheEndIsStillFound() throws {
    let text = Written.head.replacing("waivers: {by: begeleider, rule: T-01}\n", with: "") + Self.sections
    let result = WorkflowFile.load(text, name: "klein.yaml")
    let workflow = try #require(result.workflow, "\(result.rendered(in: .en))")
    let explorer = Explorer(workflow, mostStates: 5_000)
    var search = ExplorerSearch(explorer)
    var beginnings = explorer.beginnings()
    search.run(from: &beginnings)
    #expect(search.isWhole)
    var (seen, outside): (Set<AbstractState>, Set<AbstractState>) = ([], [])
    var completed = 0
    for seed in UInt64(1)...30 {
      let history = try PlayedHistory(workflow, seed: seed)
      for count in 1...max(1, history.acts.count) {
        let scenario = RandomHistory(history.beginning, Array(history.acts.prefix(count))).scenario
        guard let day = scenario.log.last?.recorded.dutchDay else { continue }
        let situation = Explorer.Situation(scenario.state, scenario.rulebook, day: day)
        let state = situation.abstract(explorer.focus)
        seen.insert(state)
        guard search.places[state] == nil, outside.insert(state).inserted else { continue }
        var (ends, taken) = (Ends(room: 50_000), Taken())
        #expect(
          explorer.ending(of: situation, &ends, &taken) == .completes,
          "seed \(seed), act \(count): \(state.parts)")
      }
      completed += history.scenario.state.completed == nil ? 0 : 1
    }
    // It shows something only where the histories go their own ways, and some to the end.
    #expect(outside.count <= 8, "\(outside.count) of \(seen.count) states outside")
    #expect(seen.count >= 20 && completed >= 5, "\(seen.count) states, \(completed) completed")
  }
}
