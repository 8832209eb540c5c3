import Testing

@testable import CyclusCore

/// An escalation with a term of its own after which it climbs, under a ladder with one rung.
@Suite struct NextAfterTests {
  private static func file(_ next: String) -> String {
    """
    timeline: [{block: blok-1, weeks: 8, rule: X-1}]
    gesprekken:
      begin: {by: coach, present: [coach], opens: at the start, rule: X-1}
    escalations:
      zorg: {to: coach, \(next), within: 1 week, outcomes: {klaar: {effect: resumes}}, rule: X-1}
    phases:
      - {phase: start, leave-when: [begin held], rule: X-1}
    """
  }

  /// The rungs of an escalation that is due on Monday 21 September, each with its day and its role.
  private func rungs(_ next: String) throws -> [String] {
    var traject = try SmallTraject(Self.file(next))
    try traject.act("student", "2026-09-14", .escalate("zorg"))
    #expect(traject.due("E1.decided") == "2026-09-21")
    return traject.state.flagging(traject.rulebook, today: day("2026-12-01")).compactMap { entry in
      switch entry.event {
      case .flagged(let flagged) where flagged.obligation.item.id == "E1":
        "\(flagged.rung) \(entry.happened) \(flagged.role)"
      case .escalationClimbed(_, let to): "climbed \(entry.happened) \(to)"
      default: nil
      }
    }
  }

  // GEN-06 opens
  @Test func itClimbsAfterItsOwnTermUnderALadderWithOneRung() throws {
    let climbed = ["0 2026-09-22 coach", "1 2026-09-24 coach", "climbed 2026-09-24 trainer"]
    #expect(try rungs("next: trainer, next-after: 3 days") == climbed)
    #expect(try rungs("next: trainer, next-after: 3 working days") == climbed)
    #expect(
      try rungs("next: trainer, next-after: 0 days") == [
        "0 2026-09-22 coach", "1 2026-09-22 coach", "climbed 2026-09-22 trainer",
      ])
  }

  // GEN-06 allows
  @Test func withoutATermItStaysWhereItIs() throws {
    #expect(try rungs("next: trainer") == ["0 2026-09-22 coach"])
    let found = try SmallTraject(Self.file("next: trainer"))
    #expect(Soundness.findings(in: found.workflow).map(\.rule).contains("ClimbsInVain"))
  }
}
