import CyclusCore
import CyclusYAML
import Testing

@testable import CyclusStore

/// A made-up cohort under the progress talks of developers: talks that are planned, with claims, again and again.
@Suite struct SimulatedTalksTests {
  private func played(_ settings: [SimulationSettings.Key: Double] = [:]) throws -> (
    StoreScenario, Simulator.Report
  ) {
    let scenario = try StoreScenario()
    let file = try #require(ShippedWorkflows.all.first { $0.name == "sd-voortgangsgesprek.yaml" })
    let workflow = try #require(WorkflowFile.load(file.text, name: file.name).workflow)
    let recording = StoreScenario.recording(.system)
    let published = try scenario.store.publish(workflow, text: file.text, recording: recording).workflow
    let report = try Simulator(
      scenario.store, Simulation(seed: 1, settings: SimulationSettings(settings)), workflow: published,
      students: 20, today: StoreScenario.day("2027-06-01"), account: "vogelaar"
    ).run()
    return (scenario, report)
  }

  // Contract, simulate: what the engine asks before a gesprek closes is done first
  @Test func claimsAreGrantedLeftAndRefused() throws {
    let (scenario, report) = try played([.claimed: 0.8, .forgotten: 0.2, .missingCorner: 0])
    for type in ["claimed", "claim_granted", "claim_deferred", "claim_refused", "agreement_made"] {
      #expect(report.events[type]?.count ?? 0 > 0, "no \(type)")
    }
    let granted = report.events["claim_granted"]?.count ?? 0
    #expect(granted > report.events["claim_refused"]?.count ?? 0)
    #expect(try scenario.store.verify(against: []).findings.isEmpty)
  }

  // Contract, simulate: what somebody planned takes place on that day
  @Test func talksComeAgainAndTrajectenEnd() throws {
    let (_, report) = try played()
    #expect(report.refused == 0)
    #expect(report.events["held"]?.count ?? 0 > 30)
    #expect(report.events["completed"]?.count ?? 0 > 0)
  }
}
