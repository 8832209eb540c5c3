import CyclusCore
import CyclusYAML
import Testing

/// Faults that were put into the shipped workflows on purpose: each is found, where it stands and with these words, and
/// nothing else is.
@Suite struct MutationTests {
  @Test func thereAreAtLeastThirtyOfAllWorkflows() {
    let counts = MutatedWorkflow.all.map(\.mutations.count)
    #expect(counts.reduce(0, +) >= 30 && counts.allSatisfy { $0 >= 5 })
    for workflow in MutatedWorkflow.all {
      #expect(Set(workflow.mutations.map(\.name)).count == workflow.mutations.count)
    }
  }

  @Test(arguments: MutatedWorkflow.all) func theUnchangedFileHasNoFault(workflow: MutatedWorkflow) {
    let result = WorkflowFile.load(workflow.text, name: workflow.id)
    #expect(result.findings.filter { $0.severity != .note }.map(\.message.en) == [])
    // Only what the handbook leaves for the institute to fill in is noted.
    #expect(Set(result.findings.map(\.rule)).isSubset(of: ["NothingListed"]))
  }

  @Test(arguments: MutatedWorkflow.all) func eachFaultChangesOnePlace(workflow: MutatedWorkflow) {
    for mutation in workflow.mutations {
      #expect(workflow.text.ranges(of: mutation.original).count == 1, "\(mutation.name)")
    }
  }

  @Test(arguments: Mutation.han) func aFaultInWerkplekleren2IsFound(mutation: Mutation) throws {
    try expect(mutation, in: "han-wpl2-lj2")
  }

  @Test(arguments: Mutation.aios) func aFaultInTheYearOfARegistrarIsFound(mutation: Mutation) throws {
    try expect(mutation, in: "aios-voortgang")
  }

  @Test(arguments: Mutation.driehoeksgesprek) func aFaultInTheThreeWayTalkIsFound(mutation: Mutation) throws {
    try expect(mutation, in: "bpv-driehoeksgesprek")
  }

  @Test(arguments: Mutation.begeleiding) func aFaultInTheGuidanceIsFound(mutation: Mutation) throws {
    try expect(mutation, in: "bpv-begeleiding")
  }

  @Test(arguments: Mutation.developer) func aFaultInTheTalksOfADeveloperIsFound(mutation: Mutation) throws {
    try expect(mutation, in: "sd-voortgangsgesprek")
  }

  private func expect(_ mutation: Mutation, in id: String) throws {
    let workflow = try #require(MutatedWorkflow.all.first { $0.id == id })
    #expect(workflow.found(after: mutation) == mutation.finds)
    #expect(!mutation.finds.isEmpty)
  }
}
