import Testing

@testable import CyclusCore

/// A correction that takes out a passage back to an earlier phase: what was held and approved in the round that then never
/// began goes along; a document stays handed in, and asks an approval of the present round.
@Suite struct RoundCorrectionTests {
  private static let workflow = Written.workflow(Written.wayBack)

  /// Twice through the phase, with a report and its approval each time; the second time the approval came first in doubt.
  private static func twice() throws -> Scenario {
    try workflow.given(
      by("student", "2026-02-09", held("voortgang")),  // 2, with its closing 3
      by("student", "2026-02-10", .submit(.init(document: "verslag", reference: text()))),  // 4
      by("begeleider", "2026-02-11", .approve(approval: "akkoord")),  // 5
      by("begeleider", "2026-02-12", .advance(to: nil)),  // 6
      by("student", "2026-02-16", held("voortgang#2")),  // 7, 8
      by("student", "2026-02-17", .submit(.init(document: "verslag#2", reference: text()))),  // 9
      by("begeleider", "2026-02-18", .approve(approval: "akkoord#2")))  // 10
  }

  private static func held(_ gesprek: String) -> Command {
    guard case .held(var held) = Command.held(gesprek, "student", "begeleider") else { return .resume }
    held.conclusion = "opnieuw"
    return .held(held)
  }

  @Test func whatWasDoneInARoundThatNeverBeganGoesAlong() throws {
    var scenario = try Self.twice()
    #expect(scenario.log.count == 10)
    // The report of the first round was never handed in: its approval falls, and with it the second round.
    try scenario.perform(cascading(retracting(4, "2026-02-19")))
    let taken = scenario.log.compactMap { logged in
      if case .corrected(let corrected) = logged.event { corrected.event } else { nil }
    }
    #expect(taken == [4, 5, 6, 7, 10])
    #expect(scenario.state.approvals["akkoord"]?.granted == nil)
    // And what is asked now can be done: nothing stands in its way as done already.
    try scenario.perform(by("student", "2026-02-20", .submit(.init(document: "verslag", reference: text()))))
    try scenario.perform(by("begeleider", "2026-02-20", .approve(approval: "akkoord")))
    try scenario.perform(by("begeleider", "2026-02-20", .advance(to: nil)))
    #expect(scenario.state.round(of: "akkoord") == 2)
  }

  @Test func withoutCascadeItIsRefusedWithEveryEventThatWouldFall() throws {
    let scenario = try Self.twice()
    let refusal = try #require(throws: Refusal.self) {
      var again = scenario
      try again.perform(retracting(4, "2026-02-19"))
    }
    let told = refusal.missing.map(\.message.nl).joined(separator: "\n")
    for event in [5, 6, 7, 10] { #expect(told.contains("gebeurtenis \(event) "), "\(told)") }
  }
}
