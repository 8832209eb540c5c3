import CyclusCore
import CyclusYAML
import Foundation
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

  // Contract, simulate: the dates on which blocks begin are made up too
  @Test func theWorkflowOfANewcomerIsPlayedOverItsBlocks() throws {
    let scenario = try StoreScenario()
    let text = try Self.newcomer()
    let workflow = try #require(WorkflowFile.load(text, name: "verpleegkunde.yaml").workflow)
    let published = try scenario.store.publish(
      workflow, text: text, recording: StoreScenario.recording(.system)
    ).workflow
    let report = try Simulator(
      scenario.store, Simulation(seed: 7, settings: SimulationSettings()),
      workflow: published, students: 20, today: StoreScenario.day("2026-06-15"), account: "vogelaar"
    ).run()
    #expect(report.trajecten == 20 && report.startsRefused == 0)
    for type in ["signed", "assessed", "counted"] { #expect(report.events[type] != nil, "\(type)") }
    #expect(report.refused < report.trajecten, "\(report.refused)")
    #expect(try scenario.store.verify(against: []).findings.isEmpty)
    let dates = try scenario.store.connection.prepare(
      "SELECT count(DISTINCT data ->> '$.parameters.periodes') FROM event WHERE type = 'started'"
    ).first { try $0.int(0) }
    #expect(dates ?? 0 > 3)
  }

  /// The file on the page that tells how somebody new wrote a workflow.
  private static func newcomer() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let page = try String(contentsOf: root.appending(path: "Documentation/NewWorkflow.md"), encoding: .utf8)
    let opening = try #require(page.firstRange(of: "```yaml\n"))
    let rest = page[opening.upperBound...]
    return String(rest[..<(try #require(rest.firstRange(of: "```")).lowerBound)])
  }
}
