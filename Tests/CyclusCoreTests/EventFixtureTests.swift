import Foundation
import Testing

@testable import CyclusCore

/// One stored event of each type, kept for ever: what was written once has to be read back (style 27).
@Suite struct EventFixtureTests {
  /// The types that there are.
  static let types = [
    "started", "assigned", "planned", "cancelled", "held", "closed", "submitted", "signed", "approved",
    "rejected",
    "assessed", "feedback_given", "confirmed", "counted", "done", "advanced", "completed", "blocked",
    "unblocked",
    "escalated", "consulted", "proposed", "decided", "flagged", "escalation_climbed", "escalation_withdrawn",
    "stood_in",
    "corrected",
    "parameter_set", "school_set", "extended", "noted", "waived", "snoozed", "paused", "resumed", "disputed",
    "discussed", "goal_set", "agreement_made", "agreement_settled", "terminated",
    "claimed", "claim_granted", "claim_refused", "claim_deferred",
    "calendar_adopted",
  ]
  /// Those of claims, which not every workflow knows.
  static let claims = types.filter { $0.hasPrefix("claim") }

  /// The place of an event in `types`; the compiler asks for a new case here, and the tests below for its fixture.
  private func place(of event: Event) -> Int {
    switch event {
    case .started: 0
    case .assigned: 1
    case .planned: 2
    case .cancelled: 3
    case .held: 4
    case .closed: 5
    case .submitted: 6
    case .signed: 7
    case .approved: 8
    case .rejected: 9
    case .assessed: 10
    case .feedbackGiven: 11
    case .confirmed: 12
    case .counted: 13
    case .done: 14
    case .advanced: 15
    case .completed: 16
    case .blocked: 17
    case .unblocked: 18
    case .escalated: 19
    case .consulted: 20
    case .proposed: 21
    case .decided: 22
    case .flagged: 23
    case .escalationClimbed: 24
    case .escalationWithdrawn: 25
    case .stoodIn: 26
    case .corrected: 27
    case .parameterSet: 28
    case .schoolSet: 29
    case .extended: 30
    case .noted: 31
    case .waived: 32
    case .snoozed: 33
    case .paused: 34
    case .resumed: 35
    case .disputed: 36
    case .discussed: 37
    case .goalSet: 38
    case .agreementMade: 39
    case .agreementSettled: 40
    case .terminated: 41
    case .claimed: 42
    case .claimGranted: 43
    case .claimRefused: 44
    case .claimDeferred: 45
    case .calendarAdopted: 46
    }
  }

  private func fixtures() throws -> [(type: String, data: JSONObject)] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/events.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let value = try JSONParser.parse(String(line))
      return (try #require(value["type"]?.text), try #require(value["data"]?.members))
    }
  }

  // GEN-01 stores
  @Test func everyFixtureIsReadAndWrittenBackAsItWas() throws {
    for (type, data) in try fixtures() {
      let event = try Event(type: type, data: data)
      #expect(event.type == type)
      #expect(JSONValue.object(event.data).canonical == JSONValue.object(data).canonical)
    }
  }

  // GEN-01 stores
  @Test func everyTypeHasAFixture() throws {
    let places = try fixtures().map { place(of: try Event(type: $0.type, data: $0.data)) }
    #expect(Set(places) == Set(Self.types.indices))
    for (type, data) in try fixtures() {
      #expect(Self.types[place(of: try Event(type: type, data: data))] == type)
    }
  }

  // GEN-01 refuses
  @Test func dataThatLackAValueOrHaveAnotherKindAreNotRead() throws {
    for (type, data) in try fixtures() where type != "completed" && type != "resumed" {
      let first = try #require(data.first { type != "held" || $0.key == "gesprek" })
      var broken = data
      broken[first.key] = nil
      #expect(throws: EventProblem.self, "\(type) without \(first.key)") {
        try Event(type: type, data: broken)
      }
      broken[first.key] = [1]
      #expect(throws: EventProblem.self, "\(type) with another \(first.key)") {
        try Event(type: type, data: broken)
      }
    }
    #expect(throws: EventProblem.self) { try Event(type: "abandoned", data: [:]) }
  }

  // GEN-08 stores
  @Test func textsStandInTheLogByNumberAndDigestOnly() throws {
    for (type, data) in try fixtures() {
      for key in [
        "why", "ref", "plan", "example", "next_step", "form", "seen", "growth", "to_grow", "analysis",
        "intervention",
      ] {
        guard let value = data[key]?.text else { continue }
        #expect(TextReference(value) != nil, "\(type) \(key)")
      }
    }
  }
}
