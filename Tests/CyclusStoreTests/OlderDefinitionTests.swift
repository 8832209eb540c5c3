import CyclusYAML
import Testing

@testable import CyclusCore
@testable import CyclusStore

/// Compiled workflows are never written again, so one from before a key was known has to be read.
@Suite struct OlderDefinitionTests {
  // GEN-04 stores
  @Test func whatAnOlderVersionDidNotKnowIsEmpty() throws {
    let file = try #require(ShippedWorkflows.all.first { $0.name == "han-wpl2-lj2.yaml" })
    let workflow = try #require(WorkflowFile.load(file.text, name: file.name).workflow)
    let younger = try JSONParser.parse(StateCodec.encode(workflow))
    let older = Self.without(
      [
        "indicators", "expected", "warnAt", "isNeverJudged", "judgedWhen", "credits", "instituteOnly",
        "deputies", "parts", "needs", "validity", "signDue", "signedWith", "datedBlocks", "least", "most",
        "each", "recurrence", "planning",
      ],
      younger)
    let read = try StateCodec.decode(Workflow.self, from: Array(older.compact.utf8))
    #expect(read.outcomes.map(\.id) == workflow.outcomes.map(\.id))
    #expect(read.outcomes.allSatisfy { $0.indicators.isEmpty && $0.expected.isEmpty && $0.credits == nil })
    #expect(read.documents.allSatisfy { !$0.isNeverJudged })
    #expect(read.documents.allSatisfy { $0.parts.isEmpty && $0.validity == nil })
    #expect(read.tasks.allSatisfy { $0.needs.isEmpty })
    #expect(read.datedBlocks == nil)
    #expect(read.parameters.allSatisfy { $0.warnAt.isEmpty })
    #expect(read.instituteOnly == nil)
  }

  @Test func aSignatureOfASnapshotFromBeforeItsDayWasKeptIsRead() throws {
    let older = try StateCodec.encode(Traject.Attendance(role: "coach", person: PersonID(3)))
    let read = try Traject.Signature(stored: try JSONParser.parse(older))
    #expect(read.person == PersonID(3))
    #expect(read.on == nil)
    #expect(read.event == nil)
  }

  @Test func anAgendaFromBeforeItsItemsHadAConditionIsRead() throws {
    let older = try StateCodec.encode([Localized(nl: "dagen", en: "days")])
    let read = try [AgendaItem](stored: try JSONParser.parse(older))
    #expect(read == [AgendaItem(Localized(nl: "dagen", en: "days"))])
  }

  @Test func whatEveryVersionKnewIsStillAsked() throws {
    let file = try #require(ShippedWorkflows.all.first { $0.name == "han-wpl2-lj2.yaml" })
    let workflow = try #require(WorkflowFile.load(file.text, name: file.name).workflow)
    let broken = Self.without(["leader"], try JSONParser.parse(StateCodec.encode(workflow)))
    #expect(throws: DecodingError.self) {
      try StateCodec.decode(Workflow.self, from: Array(broken.compact.utf8))
    }
  }

  // GEN-04 stores
  @Test func oneParameterThatOpensATaskStoodAloneOnceAndSeveralUnderAnotherName() throws {
    let file = try #require(ShippedWorkflows.all.first { $0.name == "han-wpl2-lj2.yaml" })
    var workflow = try #require(WorkflowFile.load(file.text, name: file.name).workflow)
    let first = try #require(workflow.tasks.firstIndex { $0.opens?.parameters.isEmpty == false })
    workflow.tasks[first].opens = .set(["open-uit-jaar-1"])
    let younger = String(decoding: try StateCodec.encode(workflow), as: UTF8.self)
    let older = younger.replacing(/"set":{"_0":\[("[^"]*")\]}/) { "\"set\":{\"_0\":\($0.output.1)}" }
      .replacing(/"set":{"_0":\[/) { _ in "\"anySet\":{\"_0\":[" }
    #expect(older.contains(/"set":{"_0":"/) && older.contains("\"anySet\""))
    #expect(try StateCodec.decode(Workflow.self, from: Array(older.utf8)) == workflow)
  }

  private static func without(_ keys: Set<String>, _ value: JSONValue) -> JSONValue {
    if let list = value.list { return .array(list.map { without(keys, $0) }) }
    guard let members = value.members else { return value }
    var kept = JSONObject()
    for (key, member) in members where !keys.contains(key) { kept[key] = without(keys, member) }
    return .object(kept)
  }
}
