import Testing

@testable import CyclusCore

/// Outcomes that are wholly the institute's: the shipped file leaves the lists empty, so these tests fill one in.
@Suite struct InstituteOnlyTests {
  private let filled: Workflow = {
    var workflow = Scenario.workflow
    workflow.instituteOnly?.lists = [InstituteOnly.List(value: "EN", outcomes: ["en-leerganganalyse"])]
    return workflow
  }()

  private func traject(_ subject: String, _ workflow: Workflow) throws -> Scenario {
    var scenario = given(.selfReflection, by("io", "2026-06-02", .set("vak", subject)))
    scenario.rulebook = try Rulebook(workflow: workflow, traject: scenario.state)
    return scenario
  }

  // HAN-48 shows
  @Test func theListsAreEmptyUntilTheInstituteFillsThem() {
    #expect(Scenario.workflow.instituteOnly?.lists.map(\.value) == ["EN", "GS"])
    #expect(Scenario.workflow.instituteOnly?.lists.allSatisfy { $0.outcomes.isEmpty } == true)
    let notes = NothingListed.findings(in: Scenario.workflow)
    #expect(notes.map(\.severity) == [.note, .note])
    #expect(notes.map(\.path) == [["institute-only", "lists", "EN"], ["institute-only", "lists", "GS"]])
    #expect(NothingListed.findings(in: filled).isEmpty)
  }

  // HAN-48 refuses
  @Test func nothingIsAskedOfTheWorkplaceAndNothingIsTaken() throws {
    let own = try traject("EN", filled)
    let keys = own.state.obligations(own.rulebook).map(\.key.description)
    #expect(!keys.contains { $0.hasPrefix("en-leerganganalyse") })
    #expect(keys.contains("en-young-adult-fiction@eindbeoordeling.feedback"))
    own.when("wpb", on: "2026-06-15", .feedback("en-leerganganalyse", at: "eindbeoordeling"))
      .refuses("volledig van het instituut")
    own.when("wpb", on: "2026-06-15", .assess("en-leerganganalyse", at: "eindbeoordeling", "voldaan"))
      .refuses("volledig van het instituut")
    own.when("wpb", on: "2026-06-15", .feedback("en-young-adult-fiction", at: "eindbeoordeling"))
      .then("feedback_given")
    try traject("EN", Scenario.workflow).when(
      "wpb", on: "2026-06-15", .feedback("en-leerganganalyse", at: "eindbeoordeling")
    ).then("feedback_given")
  }
}
