import CyclusCore
import CyclusYAML
import Testing

@testable import CyclusStore

/// Cohorts of workflows other than the first that shipped.
@Suite struct SimulatedWorkflowTests {
  // Contract, simulate: whatever a workflow asks is played
  @Test func aWorkflowWithFormsThatAreSignedIsPlayedToItsEnd() throws {
    let scenario = try StoreScenario()
    let file = try #require(ShippedWorkflows.all.first { $0.name == "bpv-driehoeksgesprek.yaml" })
    let workflow = try #require(WorkflowFile.load(file.text, name: file.name).workflow)
    let published = try scenario.store.publish(
      workflow, text: file.text, recording: StoreScenario.recording(.system)
    ).workflow
    let report = try Simulator(
      scenario.store, Simulation(seed: 1, settings: SimulationSettings([.startWeeksBack: 90])),
      workflow: published,
      students: 8, today: StoreScenario.day("2028-01-12"), account: "vogelaar"
    ).run()
    #expect(report.trajecten == 8)
    for type in ["signed", "agreement_made", "closed", "completed"] {
      #expect(report.events[type] != nil, "\(type)")
    }
    // What the engine refuses is tried again at most now and then: where somebody was missing, or a POK has run out.
    #expect(report.refused < report.trajecten * 3)
    #expect(try scenario.store.verify(against: []).findings.isEmpty)
  }
}
