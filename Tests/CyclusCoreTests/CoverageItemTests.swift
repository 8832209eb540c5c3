import CyclusYAML
import Testing

@testable import CyclusCore

/// What is counted of a workflow, and under which name.
@Suite struct CoverageItemTests {
  private static func workflow(_ id: String) throws -> Workflow {
    let file = try #require(ShippedWorkflows.all.first { $0.id == id })
    return try #require(WorkflowFile.load(file.text, name: file.name).workflow)
  }

  @Test(arguments: ShippedWorkflows.all.map(\.id)) func nothingIsCountedTwice(_ id: String) throws {
    let rows = Coverage(of: try Self.workflow(id)).rows
    let names = rows.map { "\($0.item.kind) \($0.item.key)" }
    #expect(Set(names).count == names.count)
    #expect(!names.isEmpty)
  }

  @Test(arguments: ShippedWorkflows.all.map(\.id)) func everyItemSaysWhatItIsInBothLanguages(_ id: String)
    throws
  {
    for row in Coverage(of: try Self.workflow(id)).rows {
      #expect(
        !row.item.what.nl.isEmpty && !row.item.what.en.isEmpty && !row.item.path.isEmpty, "\(row.item.key)")
    }
  }

  @Test func aStepIsCountedWithoutItsNumberWeekAndRound() throws {
    let workflow = try Self.workflow("han-wpl2-lj2")
    func name(_ key: String) throws -> String? { workflow.stepName(of: try #require(ObligationKey(key))) }
    #expect(try name("begeleidingsgesprek@w7.held") == "begeleidingsgesprek.held")
    #expect(try name("goedkeuring-didactisch#2.approved") == "goedkeuring-didactisch.approved")
    #expect(try name("zelfreflectie@tussenevaluatie.submitted") == "zelfreflectie@tussenevaluatie.submitted")
    #expect(
      try name("student-geinstrueerd@opleider-leerstof-verwerken.done")
        == "student-geinstrueerd@opleider-leerstof-verwerken.done")
    #expect(try name("startgesprek@workplace.attended") == "startgesprek@workplace.attended")
    #expect(try name("beslissing-gedeeld@owe-leerstof-verwerken.done") == "beslissing-gedeeld.done")
    #expect(try name("A3.settled") == "agreement.settled")
    #expect(try name("tussenevaluatie.advanced") == nil)
  }

  @Test func whatRecursKeepsTheGesprekToWhichItBelongs() throws {
    let workflow = try Self.workflow("aios-voortgang")
    let key = try #require(ObligationKey("portfolio@voortgangsgesprek@2.submitted"))
    #expect(workflow.stepName(of: key) == "portfolio@voortgangsgesprek.submitted")
  }

  // A way that is always open can never be found closed: that is no refusal that could be shown.
  @Test func aPlaceToWhichAWayAlwaysLeadsIsNotCountedAsClosed() throws {
    let keys = Coverage(of: try Self.workflow("aios-voortgang")).rows.map(\.item.key)
    #expect(!keys.contains("advance from jaar to beoordeling while closed"))
    let other = Coverage(of: try Self.workflow("bpv-begeleiding")).rows.map(\.item.key)
    #expect(other.contains("advance from eindbeoordeling to completed while closed"))
  }
}
