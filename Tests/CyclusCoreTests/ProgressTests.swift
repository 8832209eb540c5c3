import Testing

@testable import CyclusCore

/// Time beside progress: how much of a traject has gone, and how much of its steps is done.
@Suite struct ProgressTests {
  private func progress(_ scenario: Scenario) -> Progress {
    Progress(Standing(scenario.state, scenario.rulebook))
  }

  @Test func timeGoesFromTheFirstDayToTheLast() {
    let traject = given()
    let progress = progress(traject)
    #expect(progress.first == day("2026-02-02"))
    #expect(progress.days == traject.rulebook.timeline.end - day("2026-02-02") + 1)
    #expect(
      progress.timePercent(on: day("2026-02-02")) == 0 && progress.timePercent(on: day("2026-01-05")) == 0)
    #expect(progress.timePercent(on: traject.rulebook.timeline.end + 1) == 100)
    #expect(progress.timePercent(on: day("2027-02-02")) == 100)
    #expect(progress.daysGone(on: day("2026-02-12")) == 10)
  }

  // GEN-14 dates
  @Test func timeStandsStillInAPause() {
    let running = progress(given(.report, by("io", "2026-03-09", .pause())))
    #expect(running.daysGone(on: day("2026-03-09")) == running.daysGone(on: day("2026-05-09")))
    #expect(!running.isLagging(on: day("2026-09-09")))
    let over = progress(given(.report, by("io", "2026-03-09", .pause()), by("io", "2026-03-19", .resume)))
    // 2 February-1 April is 58 days, of which the clock stood still on 10: those are in neither.
    #expect(over.days == running.days - 10 && over.daysGone(on: day("2026-04-01")) == 58 - 10)
  }

  // GEN-14 dates
  @Test func afterItsLastDayATrajectHasAllItsDaysBehindIt() {
    let traject = given(.report, by("io", "2026-03-09", .pause()), by("io", "2026-03-19", .resume))
    let (over, end) = (progress(traject), traject.rulebook.timeline.end)
    #expect(over.daysGone(on: end + 1) == over.days && over.daysGone(on: end) == over.days - 1)
    #expect(over.timePercent(on: end + 40) == 100)
    // Paused days after the last day are no days of the traject.
    let late = progress(
      given(.report, by("io", (end - 3).description, .pause()), by("io", (end + 20).description, .resume)))
    #expect(late.stoodStill == 4 && late.daysGone(on: end + 21) == late.days)
  }

  // GEN-14 dates
  @Test func whoMovesTheEndGivesBackDays() throws {
    let traject = given(.onePassed, by("io", "2026-06-22", .pause()), by("io", "2026-06-24", .resume))
    let before = progress(traject)
    var after = traject
    try after.perform(by("io", "2026-06-24", .extend(until: day("2026-08-16"))))
    let moved = progress(after)
    let first = after.state.from
    #expect(
      moved.days == day("2026-08-16") - first + 1 - moved.stoodStill && moved.stoodStill >= before.stoodStill)
    #expect(moved.daysGone(on: day("2026-08-17")) == moved.days)
    #expect(moved.timePercent(on: day("2026-06-24")) < before.timePercent(on: day("2026-06-24")))
  }

  @Test func stepsAreWhatIsMetOrWaivedOfAllThatTheCourseAsks() {
    let before = given()
    let fresh = progress(before)
    let asked = before.state.obligations(before.rulebook).filter(\.isOfRegularCourse)
    #expect(fresh.steps == asked.count && fresh.done == asked.count { !$0.isAsked })
    let held = progress(given(.kennismaking))
    #expect(held.steps == fresh.steps && held.done == fresh.done + 2)
    let waived = progress(given(.kennismaking, by("io", "2026-02-04", .waive("begeleidingsgesprek@w1.held"))))
    #expect(waived.steps == fresh.steps && waived.done == held.done + 1)
  }

  @Test func theShareOfStepsNeverGoesDownOnTheUsualCourse() {
    var last = progress(given())
    for stretch in [
      Stretch.kennismaking, .startgesprek, .report, .approvals, .tussenevaluatie, .verdicts, .shared,
    ] {
      let next = progress(given(stretch))
      #expect(next.stepsPercent >= last.stepsPercent && next.steps == last.steps)
      last = next
    }
    let paused = progress(given(.shared, by("io", "2026-06-24", .pause())))
    #expect(paused.steps == last.steps && paused.done == last.done)
  }

  @Test func escalationsAndBlocksAreNoSteps() {
    let flagged = given(.kennismaking, flagging("2026-03-23"))
    #expect(!flagged.state.openEscalations.isEmpty)
    #expect(progress(flagged).steps == progress(given(.kennismaking)).steps)
  }

  @Test func whoIsTheMarginBehindLags() {
    var progress = Progress(
      first: day("2026-02-02"), days: 100, stoodStill: 0, standsSince: nil, ended: nil, steps: 10, done: 2)
    #expect(!progress.isLagging(on: day("2026-02-02") + 44) && progress.isLagging(on: day("2026-02-02") + 45))
    progress.standsSince = day("2026-02-02") + 80
    #expect(!progress.isLagging(on: day("2026-02-02") + 90))
    progress.standsSince = nil
    progress.ended = day("2026-02-02") + 80
    #expect(!progress.isLagging(on: day("2026-02-02") + 90))
  }
}
