import CyclusCore
import CyclusYAML
import Testing

/// How a file says to whom a matter goes.
@Suite struct EscalationReadingTests {
  @Test func aReasonMayNameWhoDecides() throws {
    let text = Examples.small(
      """
      escalations:
        zorg:
          reasons: {voortgang: {}, betreft-begeleider: {to: student}}
          to: begeleider
          within: 1 week
          outcomes: {besproken: {effect: resumes}}
          rule: A-1

      """)
    let route = try #require(WorkflowFile.load(text, name: "x").workflow?.route("zorg"))
    #expect(route.reasons.map(\.to) == [nil, "student"])
    #expect(Examples.rules(text.replacing("{to: student}", with: "{to: studnet}")) == ["UnknownName"])
  }
}
