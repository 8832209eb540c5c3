import Testing

@testable import CyclusCore

/// Pauses that come to light later, and what they do to what was flagged before (GEN-14).
@Suite struct LatePauseTests {
  private static let approval = "goedkeuring-didactisch.approved"

  // GEN-14 dates
  @Test func aPauseThatIsOverMovesTheOpenDates() {
    let before = given(.report)
    #expect(before.obligation(Self.approval)?.due == day("2026-03-10"))
    let traject = before.when(
      "io", on: "2026-03-12", .pause(from: "2026-03-05", until: "2026-03-11", .workplace)
    )
    .then("paused")
    #expect(traject.state.status == .active && traject.state.pauses.map(\.until) == [day("2026-03-12")])
    #expect(traject.obligation(Self.approval)?.due == day("2026-03-17"))
  }

  // GEN-14 allows
  @Test func aPauseMayBeRecordedBetweenTwoEarlierOnes() {
    let traject = given(
      .report, by("io", "2026-03-09", .pause()), by("io", "2026-03-11", .resume),
      by("io", "2026-03-23", .pause()))
    let after = traject.when("io", on: "2026-03-24", .pause(from: "2026-03-16", until: "2026-03-18")).then(
      "paused")
    #expect(after.state.pauses.map(\.since) == ["2026-03-09", "2026-03-16", "2026-03-23"].map { day($0) })
    // The one that runs is still the one that is resumed.
    let resumed = after.when("io", on: "2026-03-25", .resume).then("resumed")
    #expect(resumed.state.pauses.map { $0.days(upTo: day("2026-04-01")) } == [2, 3, 2])
  }

  // GEN-14 refuses
  @Test func badDaysOfAPauseAreEachRefused() {
    let traject = given(
      .report, by("io", "2026-03-09", .pause()), by("io", "2026-03-16", .resume),
      by("io", "2026-03-23", .pause()))
    func refuses(_ from: String, _ until: String?, _ words: String) {
      traject.when("io", on: "2026-03-25", .pause(from: from, until: until)).refusesOnly(words)
    }
    refuses("2026-01-26", "2026-01-30", "ligt voor het begin van het traject")
    refuses("2026-03-05", "2026-03-09", "was het traject al gepauzeerd")
    refuses("2026-03-15", "2026-03-17", "was het traject al gepauzeerd")
    refuses("2026-03-20", "2026-03-23", "is al gepauzeerd sinds ma 23 mrt 2026")
    refuses("2026-03-20", nil, "is al gepauzeerd sinds")
    refuses("2026-03-20", "2026-03-19", "verwissel --from en --until")
    let idle = given(.report)
    idle.when("io", on: "2026-03-25", .pause(from: "2026-03-18", until: "2026-03-25")).refusesOnly(
      "is voor een pauze die voorbij is")
    idle.when("io", on: "2026-03-25", .pause(from: "2026-03-26")).refusesOnly("na de peildatum")
    idle.when("io", on: "2027-03-25", .pause(from: "2026-03-02", until: "2027-03-01")).refusesOnly(
      "langer dan het traject")
    idle.when("io", on: "2026-03-25", .resume).refusesOnly("niet gepauzeerd")
    // On the day after the one before, and up to the day before the next, there is room.
    traject.when("io", on: "2026-03-25", .pause(from: "2026-03-16", until: "2026-03-22")).then("paused")
  }

  // GEN-14 dates
  @Test func whatWasFlaggedWhileTheClockStoodStillCountsForNoRung() {
    let flagged = given(.report, flagging("2026-03-18"))
    let rungs = { (traject: Scenario) in
      traject.events("flagged").filter {
        if case .flagged(let flag) = $0.event { flag.obligation.description == Self.approval } else { false }
      }
    }
    #expect(rungs(flagged).count == 2 && flagged.obligation(Self.approval)?.level == 2)
    let traject = flagged.when("io", on: "2026-03-18", .pause(from: "2026-03-09", until: "2026-03-17")).then(
      "paused")
    // Nine days on; what was flagged stays in the log, and is climbed anew from the new date.
    #expect(traject.obligation(Self.approval)?.due == day("2026-03-19"))
    #expect(traject.obligation(Self.approval)?.level == 0 && rungs(traject).count == 2)
    #expect(rungs(traject.when(flagging("2026-03-19")).after).count == 2)
    let again = traject.when(flagging("2026-03-20")).after
    #expect(rungs(again).count == 3 && again.obligation(Self.approval)?.level == 1)
    #expect(again.obligation(Self.approval)?.due == day("2026-03-19"))
  }

  // GEN-14 dates
  @Test func anEscalationOfADayOnWhichTheClockStoodStillIsWithdrawn() throws {
    let flagged = given(.kennismaking, flagging("2026-03-23"))
    let escalation = try #require(flagged.state.openEscalations.first)
    let key = try #require(escalation.obligation)
    let outcome = flagged.when("io", on: "2026-03-23", .pause(from: "2026-02-23"))
    #expect(outcome.after.events("escalation_withdrawn").count == flagged.state.openEscalations.count)
    #expect(outcome.after.state.openEscalations.isEmpty)
    #expect(outcome.after.events("escalation_withdrawn").first?.rules == ["GEN-14"])
    // Once the clocks go on and nobody does anything, it comes again, with a number of its own.
    let later = outcome.after.when("io", on: "2026-03-24", .resume).after.when(flagging("2026-06-01")).after
    let anew = later.state.openEscalations.filter { $0.obligation == key }
    #expect(anew.count == 1 && anew.first?.id != escalation.id)
  }

  // GEN-14 dates
  @Test func whatWasOverdueBeforeThePauseStaysSo() throws {
    let flagged = given(.report, flagging("2026-03-12"))
    let traject = flagged.when("io", on: "2026-03-20", .pause(from: "2026-03-16", until: "2026-03-19")).then(
      "paused")
    let obligation = try #require(traject.obligation(Self.approval))
    #expect(obligation.due == day("2026-03-10") && obligation.level == 1)
    // The second rung, 7 days after the date, waits for as long as the clock stood still: 17 March and 4 days.
    #expect(traject.state.nextRung(of: obligation, traject.rulebook) == day("2026-03-21"))
  }

  @Test func aResumeWithoutItsPauseInAViewOfThePastMovesNoEarlierOne() {
    var state = given(.report, by("io", "2026-03-09", .pause()), by("io", "2026-03-11", .resume)).state
    state.evolve(.resumed, meets: [], by: .system, on: day("2026-03-16"), number: 99)
    #expect(state.pauses.map(\.until) == [day("2026-03-11")])
  }
}
