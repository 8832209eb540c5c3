import CyclusCore
import CyclusYAML
import Foundation
import Testing

@testable import CyclusStore

/// Snapshots and compiled workflows are written by `Encodable` and read by `StoredForm`: no field may fall between them.
@Suite struct StoredFormTests {
  // GEN-04 stores
  @Test func aWorkflowThatUsesEverythingIsReadAsItWasWritten() throws {
    let bytes = try Self.fixture("workflow.json")
    let written = try StateCodec.encode(try StateCodec.decode(Workflow.self, from: bytes))
    #expect(Self.text(written) == Self.text(bytes))
  }

  @Test func aStateThatHoldsEverythingIsReadAsItWasWritten() throws {
    let bytes = try Self.fixture("traject.json")
    let written = try StateCodec.encode(try StateCodec.decode(Traject.self, from: bytes))
    #expect(Self.text(written) == Self.text(bytes))
  }

  /// What no fixture holds, its reader may forget unseen.
  @Test func everyFieldStandsInAFixture() throws {
    var fields = FilledFields()
    fields.visit(try StateCodec.decode(Workflow.self, from: try Self.fixture("workflow.json")))
    fields.visit(try StateCodec.decode(Traject.self, from: try Self.fixture("traject.json")))
    #expect(fields.empty == [])
  }

  @Test func theWorkflowsThatShipAreReadAsTheyWereWritten() throws {
    for file in ShippedWorkflows.all {
      let workflow = try #require(WorkflowFile.load(file.text, name: file.name).workflow)
      #expect(try StateCodec.decode(Workflow.self, from: StateCodec.encode(workflow)) == workflow)
    }
  }

  @Test func whatIsOfAnotherKindIsRefused() throws {
    let workflow = try JSONParser.parse(Self.fixture("workflow.json"))
    let changes: [(key: String, value: JSONValue)] = [
      ("id", 7), ("roles", "none"), ("ladder", []), ("title", ["nl": "x"]), ("placementDays", [9]),
      ("leader", nil), ("waivers", ["by": ["x"], "never": [], "citation": 1]),
    ]
    for (key, value) in changes {
      var members = try #require(workflow.members)
      members[key] = value
      #expect(throws: DecodingError.self, "\(key)") {
        try StateCodec.decode(Workflow.self, from: Array(JSONValue.object(members).compact.utf8))
      }
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// A file of the folder `Fixtures` beside this one, without the line feed at its end.
  private static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return Array(try Data(contentsOf: folder.appending(path: name)).prefix { $0 != 0x0A })
  }
}

/// Which stored properties have a value somewhere in a value and all that it holds.
private struct FilledFields {
  private var isFilled: [String: Bool] = [:]

  /// The properties that are `nil` or empty wherever their type occurs.
  var empty: [String] { isFilled.filter { !$0.value }.map(\.key).sorted() }

  mutating func visit(_ value: Any) {
    let mirror = Mirror(reflecting: value)
    for child in mirror.children {
      if mirror.displayStyle == .struct, let label = child.label {
        let name = "\(String(reflecting: mirror.subjectType)).\(label)"
        isFilled[name] = isFilled[name] ?? false || !isEmpty(child.value)
      }
      visit(child.value)
    }
  }

  private func isEmpty(_ value: Any) -> Bool {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional, .collection, .dictionary, .set: return mirror.children.isEmpty
    default: return false
    }
  }
}
