import CyclusYAML
import Testing

@testable import CyclusCore

/// Seeded histories of the real engine are held against the walk: from the middle of each the regular end is found, by
/// what the walk takes people to do.
@Suite struct SeededWalkTests {
  @Test(arguments: ShippedWorkflows.all.map(\.name))
  func fromTheMiddleOfARandomHistoryTheEndIsFound(_ name: String) throws {
    let file = try #require(ShippedWorkflows.all.first { $0.name == name })
    let workflow = try #require(WorkflowFile.load(file.text, name: name).workflow)
    let explorer = Explorer(workflow)
    var (open, phases) = (0, Set<String>())
    for seed in UInt64(101)...106 {
      let history = try PlayedHistory(workflow, seed: seed)
      for share in [2, 3] {
        let begun = history.acts.prefix(history.acts.count / share)
        let scenario = RandomHistory(history.beginning, Array(begun)).scenario
        guard !scenario.state.hasEnded, let day = scenario.log.last?.recorded.dutchDay else { continue }
        let situation = Explorer.Situation(scenario.state, scenario.rulebook, day: day)
        var (ends, taken) = (Ends(room: 300_000), Taken())
        let ending = explorer.ending(of: situation, &ends, &taken)
        #expect(ending == .completes, "\(name), seed \(seed), one in \(share): \(scenario.state.phase)")
        open += 1
        phases.insert(scenario.state.phase)
      }
    }
    // It shows something only where the histories stand in several phases.
    #expect(open >= 5 && phases.count >= 2, "\(open) in \(phases.sorted())")
  }
}
