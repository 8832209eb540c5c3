import Testing

@testable import CyclusCore

@Suite struct PauseTests {
  private let paused = by("io", "2026-03-09", .pause())

  // GEN-14 dates
  @Test func aDateMovesByThePausedDays() {
    let before = given(.report)
    #expect(before.obligation("goedkeuring-didactisch.approved")?.due == day("2026-03-10"))
    let traject = given(.report, paused, by("io", "2026-03-16", .resume))
    #expect(traject.obligation("goedkeuring-didactisch.approved")?.due == day("2026-03-17"))
    // What opens after the pause keeps its own date.
    #expect(
      traject.obligation("eindbeoordeling.held")?.due == day("2026-06-19"))
  }

  // GEN-14 dates
  @Test func meanwhileNothingIsOverdue() {
    let traject = given(.report, paused)
    let obligation = traject.obligation("goedkeuring-didactisch.approved")
    #expect(obligation?.state(on: day("2026-04-01")) == .suspended && obligation?.due == nil)
    #expect(traject.keys(.overdue, on: "2026-04-01").isEmpty && traject.state.status == .paused)
    #expect(traject.when(flagging("2026-04-01")).after.events("flagged").isEmpty)
  }

  // GEN-14 dates
  @Test func aWeekInWhichTheClockStoodStillWasNotMissed() {
    let traject = given(.report, paused, by("io", "2026-03-23", .resume))
    let missed = traject.keys(.missed, on: "2026-04-06")
    #expect(
      !missed.contains("begeleidingsgesprek@w5.held") && !missed.contains("begeleidingsgesprek@w6.held"))
    #expect(missed.contains("begeleidingsgesprek@w7.held"))
  }

  // GEN-14 refuses
  @Test func thePhaseIsNotLeftWhilePaused() {
    let ready = given(
      .report, by("wpb", "2026-03-05", .approve(approval: "goedkeuring-pedagogisch")),
      by("wpb", "2026-03-05", .approve(approval: "goedkeuring-didactisch")), paused)
    ready.when("io", on: "2026-03-10", .advance()).refuses("gepauzeerd")
    ready.when("io", on: "2026-03-16", .resume).then("resumed").when("io", on: "2026-03-16", .advance())
      .then("advanced")
  }

  // GEN-09 allows
  @Test func whatHappensIsStillRecorded() {
    given(.report, paused).when("wpb", on: "2026-03-10", .approve(approval: "goedkeuring-didactisch")).then(
      "approved")
  }

  // GEN-14 stores
  @Test func theDaysAreKeptInALedger() {
    let traject = given(
      .report, paused, by("io", "2026-03-16", .resume), by("io", "2026-04-07", .pause(.workplace)),
      by("io", "2026-04-08", .resume))
    #expect(traject.state.pauses.map(\.cause) == [.student, .workplace])
    #expect(traject.state.pauses.map { $0.days(upTo: day("2026-05-01")) } == [7, 1])
    given(.report, paused).when("io", on: "2026-03-16", .resume).remarks("de klok stond 7 dagen stil")
    given(.report, paused).when("io", on: "2026-03-10", .resume).remarks("de klok stond 1 dag stil;")
    given(.report, paused).when("io", on: "2026-03-09", .resume).remarks("de pauze duurde geen dag")
  }

  // GEN-14 allows
  @Test func aPauseMayBeginOnAnEarlierDay() {
    let traject = given(.report).when("io", on: "2026-03-12", .pause(from: "2026-03-09")).then("paused")
    #expect(traject.state.standingPause?.since == day("2026-03-09"))
    let resumed = traject.when("io", on: "2026-03-16", .resume).then("resumed")
    #expect(resumed.obligation("goedkeuring-didactisch.approved")?.due == day("2026-03-17"))
    given(.report).when("io", on: "2026-03-12", .pause(from: "2026-03-16")).refusesOnly("2026")
    given().when("io", on: "2026-02-05", .pause(from: "2026-01-30")).refusesOnly("2 feb 2026")
  }

  // GEN-14 refuses
  @Test func noPauseInAPauseAndNoneBeforeTheLastOne() {
    given(.report, paused).when("io", on: "2026-03-10", .pause()).refusesOnly(
      "is al gepauzeerd sinds ma 9 mrt 2026")
    given(.report, paused, by("io", "2026-03-16", .resume))
      .when("io", on: "2026-03-17", .pause(from: "2026-03-12")).refusesOnly(
        "van ma 9 mrt 2026 tot en met zo 15 mrt 2026 was het traject al gepauzeerd")
    given(.report).when("io", on: "2026-03-10", .resume).refusesOnly("het traject is niet gepauzeerd")
    given(.report, paused).when("io", on: "2026-03-06", today: "2026-03-10", .resume).refusesOnly(
      "het begin van de pauze")
  }

  // GEN-14 refuses
  @Test func onlyTheInstituutsopleiderPauses() {
    for who in ["student", "wpb", "so"] {
      given(.report).when(who, on: "2026-03-09", .pause()).refuses("instituutsopleider")
      given(.report, paused).when(who, on: "2026-03-10", .resume).refuses("instituutsopleider")
    }
  }
}
