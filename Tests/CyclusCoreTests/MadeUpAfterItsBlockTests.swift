import Testing

@testable import CyclusCore

/// One more than asked in a block, because none was held in the way that is asked: held after the block, it is still
/// that block's.
@Suite struct MadeUpAfterItsBlockTests {
  private static let talks = """
      bezoek:
        by: begeleider
        present: [student, bedrijf, begeleider]
        modes: [op-locatie, online]
        each: {period: block, at-least: 2, spread: evenly, of-which: {mode: op-locatie, at-least: 1}, rule: A-2}
        rule: A-2
    """

  /// Two talks online in the first block, of which one had to be on site.
  private func given() throws -> Scenario {
    try RecurringWorkflow.traject(RecurringWorkflow.text(Self.talks)).after(
      by("P3", "2026-09-21", talk("online")), by("P3", "2026-10-19", talk("online")))
  }

  private func talk(_ mode: String, _ name: String = "bezoek") -> Command {
    .held(name, mode: mode, "student", "bedrijf", "begeleider")
  }

  // Contract, occurrences: an occurrence is fixed when it arises
  @Test func aTalkThatTheBlockBeforeStillAskedCountsForThat() throws {
    let owed = try given()
    #expect(owed.asked("bezoek") == ["3 2026-12-11", "4 2027-01-08", "5 2026-10-30"])
    let held = owed.after(by("P3", "2026-11-18", talk("op-locatie", "bezoek@5")))
    #expect(held.met == ["bezoek@5.held"])
    #expect(held.asked("bezoek") == ["3 2026-12-11", "4 2027-01-08"])
    #expect(held.obligation("bezoek@5.held")?.due == day("2026-10-30"))
  }

  // Contract, occurrences: an occurrence is fixed when it arises
  @Test func oneInAnotherWayAsksOneMoreInItsOwnBlock() throws {
    let again = try given().after(by("P3", "2026-11-18", talk("online", "bezoek@5")))
    #expect(again.asked("bezoek") == ["3 2026-12-11", "4 2027-01-08", "6 2026-10-30"])
    let held = again.after(by("P3", "2026-11-19", talk("op-locatie", "bezoek@6")))
    #expect(held.asked("bezoek") == ["3 2026-12-11", "4 2027-01-08"])
  }

  // Contract, occurrences: an occurrence is fixed when it arises
  @Test func whatWasFlaggedStaysOfItsBlock() throws {
    let flagged = try given().after(.flag(day("2026-11-17")))
    let held = flagged.after(by("P3", "2026-11-18", talk("op-locatie", "bezoek@5")))
    #expect(held.asked("bezoek") == ["3 2026-12-11", "4 2027-01-08"])
  }

  // Contract, occurrences: an occurrence is fixed when it arises
  @Test func whatIsPlannedAfterItsBlockIsNotAskedTwice() throws {
    let planned = try given().after(by("P3", "2026-11-02", .plan("bezoek@5", "2026-11-18 10:00")))
    #expect(planned.asked("bezoek") == ["3 2026-12-11", "4 2027-01-08", "5 2026-10-30"])
    let held = planned.after(by("P3", "2026-11-18", talk("op-locatie", "bezoek@5")))
    #expect(held.asked("bezoek") == ["3 2026-12-11", "4 2027-01-08"])
  }
}
