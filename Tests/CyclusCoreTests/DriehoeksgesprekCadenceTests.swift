import Testing

@testable import CyclusCore

/// How often the three talk, by when, and what follows when a talk fails to take place.
@Suite struct DriehoeksgesprekCadenceTests {
  private func placement(_ from: String, _ until: String, _ parameters: [String: String] = [:]) throws
    -> Scenario
  {
    try Driehoek.given(request: Driehoek.request(from: from, until: until, parameters))
  }

  // BPV-01 dates
  @Test func aSchoolYearHasTwoTalksEachInItsHalf() throws {
    let year = try placement("2026-09-01", "2027-07-09")
    #expect(year.asked("driehoeksgesprek") == ["1 2027-02-03", "2 2027-07-09"])
    #expect(year.obligation("driehoeksgesprek@1.held")?.opens == day("2026-09-01"))
    #expect(year.obligation("driehoeksgesprek@2.held")?.opens == day("2027-02-04"))
    #expect(year.obligation("driehoeksgesprek@1.held")?.role == "bpv-begeleider")
    #expect(year.obligation("driehoeksgesprek@1.held")?.rule.rules.first == "BPV-01")
    #expect(year.obligation("driehoeksgesprek@1.held")?.rule.assumed.contains("period") == true)
  }

  // BPV-01 dates
  @Test func aShorterPlacementHasOneInEachLearningPeriod() throws {
    let two = try placement("2027-02-01", "2027-06-25", ["leerwerkperiodes": "2027-04-12"])
    #expect(two.asked("driehoeksgesprek") == ["1 2027-04-09", "2 2027-06-25"])
    #expect(two.obligation("driehoeksgesprek@2.held")?.opens == day("2027-04-12"))
    let one = try placement("2027-02-01", "2027-06-25")
    #expect(one.asked("driehoeksgesprek") == ["1 2027-06-25"])
  }

  // BPV-01 dates
  @Test func fortyWeeksIsAYear() throws {
    #expect(try placement("2026-09-01", "2027-06-07").asked("driehoeksgesprek").count == 2)
    #expect(try placement("2026-09-01", "2027-06-06").asked("driehoeksgesprek").count == 1)
  }

  // BPV-01 dates
  @Test func twoSchoolYearsAskFourAndAMissedOneKeepsItsNumber() throws {
    let years = try placement("2026-09-01", "2028-07-07")
    #expect(
      years.asked("driehoeksgesprek") == ["1 2027-02-12", "2 2027-07-30", "3 2028-01-18", "4 2028-07-07"])
    #expect(years.obligation("driehoeksgesprek@3.held")?.opens == day("2027-08-01"))
    // The first one was not held: what is held in the second year is the third.
    let later = years.after(Driehoek.talk("2027-09-06"))
    #expect(later.met.first == "driehoeksgesprek@3.held")
    #expect(later.obligation("driehoeksgesprek@1.held")?.state(on: day("2027-09-06")) == .overdue)
    // One more than asked gets the next number.
    let more = later.after(Driehoek.talk("2027-10-04"), Driehoek.talk("2027-11-01"))
    #expect(more.state.gesprekken["driehoeksgesprek@5"]?.held == [day("2027-11-01")])
    #expect(more.state.gesprekken["driehoeksgesprek@1"] == nil)
  }

  // BPV-01 refuses, allows
  // GEN-06 opens
  @Test func aTalkOfAnEarlierYearIsOverdueWhileItHoldsUpTheTrajectAndCanBeMadeUp() throws {
    let years = try placement("2026-09-01", "2028-07-07").after(Driehoek.talk("2027-09-06"))
    let first = years.after(flagging("2027-10-04"))
    #expect(first.keys(.overdue, on: "2027-10-04").contains("driehoeksgesprek@2.held"))
    // The second of the first year was due on its last working day: its whole ladder falls in the year after.
    let rungs = first.events("flagged").filter {
      $0.event.data["obligation"]?.text == "driehoeksgesprek@2.held"
    }
    #expect(rungs.map(\.happened).contains(day("2027-08-13")))
    #expect(first.state.openEscalations.contains { $0.obligation?.description == "driehoeksgesprek@2.held" })
    let madeUp = first.after(Driehoek.talk("2027-10-04", 1), Driehoek.talk("2027-10-05", 2))
    #expect(madeUp.asked("driehoeksgesprek").map { $0.prefix(1) } == ["4"])
    let waived = first.after(
      by("bb", "2027-10-04", .waive("driehoeksgesprek@1.held")),
      by("bb", "2027-10-04", .waive("driehoeksgesprek@2.held")))
    #expect(waived.asked("driehoeksgesprek").map { $0.prefix(1) } == ["4"])
  }

  // BPV-01 dates
  @Test func ofAYearFromFebruaryEachSchoolYearAsksItsShare() throws {
    #expect(
      try placement("2027-02-01", "2028-01-28").asked("driehoeksgesprek") == ["1 2027-07-30", "2 2028-01-28"])
  }

  // BPV-01 dates
  @Test func aLaterEndGivesTheLastOneMoreTime() throws {
    let extended = try placement("2027-02-01", "2027-06-25").after(
      by("bb", "2027-05-10", .extend(until: day("2027-07-09"))))
    #expect(extended.asked("driehoeksgesprek") == ["1 2027-07-09"])
  }

  // BPV-01 dates
  @Test func planningItIsDueTwoWeeksBefore() throws {
    let year = try placement("2026-09-01", "2027-07-09")
    #expect(year.asked("driehoeksgesprek", .planned).first == "1 2027-01-20")
    year.when("student", on: "2026-09-10", .plan("driehoeksgesprek@1", "2026-11-10 10:00")).refuses(
      "bpv-begeleider")
    let planned = year.after(by("bb", "2026-09-10", .plan("driehoeksgesprek@1", "2026-11-10 10:00")))
    #expect(planned.obligation("driehoeksgesprek@1.planned")?.met == day("2026-09-10"))
  }

  // BPV-01 refuses, allows
  @Test func withoutOneOfTheThreeItCountsOnlyOnceTheyWereTogether() throws {
    let two = try placement("2026-09-01", "2027-07-09").after(
      Driehoek.talk("2026-11-10", present: ["student", "bb"]))
    #expect(!two.met.contains("driehoeksgesprek@1.held") && two.events("closed").isEmpty)
    #expect(two.state.state(ofGesprek: "driehoeksgesprek@1", two.rulebook) == .incomplete)
    two.when(Driehoek.close("2026-11-10", 1)).refuses("leerbedrijf ontbrak", "met allen tegelijk")
    let apart = two.when(Driehoek.talk("2026-11-12", 1, present: ["po", "bb"])).remarks("met allen tegelijk")
    #expect(apart.state.state(ofGesprek: "driehoeksgesprek@1", apart.rulebook) == .incomplete)
    let together = apart.after(Driehoek.talk("2026-11-16", 1))
    #expect(together.obligation("driehoeksgesprek@1.held")?.met == day("2026-11-16"))
    #expect(together.state.gesprekken["driehoeksgesprek@1"]?.closed == day("2026-11-16"))
    // Whoever knows that it will not come to that waives it.
    let waived = apart.after(by("bb", "2026-11-16", .waive("driehoeksgesprek@1.held")))
    #expect(waived.asked("driehoeksgesprek").map { $0.prefix(1) } == ["2"])
    // The trajectbegeleider does not take the place of the BPV-begeleider.
    let other = try placement("2026-09-01", "2027-07-09").after(
      by("tb", "2026-11-10", .held("driehoeksgesprek", "student", "po", "tb", record: Driehoek.onSchedule)))
    #expect(!other.met.contains("driehoeksgesprek@1.held"))
  }

  // BPV-01 refuses, allows
  @Test func theTrajectEndsOnceEveryTalkWasClosed() throws {
    let once = try Driehoek.given(Driehoek.round("2026-11-10", 1))
    #expect(once.state.phase == "voorbereiding")
    once.when("bb", on: "2026-11-11", .advance()).refusesOnly("driehoeksgesprek@2.planned")
    let twice = try Driehoek.given(Driehoek.round("2026-11-10", 1) + Driehoek.round("2027-03-09", 2))
    #expect(twice.state.completed == day("2027-03-09") && twice.state.phase == "archivering")
  }

  // BPV-01 opens
  @Test func aTalkThatFailsToTakePlaceClimbsToItsRoute() throws {
    let late = try placement("2026-09-01", "2027-07-09").after(flagging("2027-02-17"))
    let escalation = try #require(
      late.state.openEscalations.first { $0.obligation?.description == "driehoeksgesprek@1.held" })
    #expect(escalation.route == "gesprek-blijft-uit" && escalation.to == "bpv-begeleider")
    // It turns out to have been held in time, and entered late.
    let held = late.when(
      "bb", on: "2027-02-02", today: "2027-02-18",
      .held("driehoeksgesprek@1", "student", "po", "bb", record: Driehoek.onSchedule)
    ).after
    #expect(!held.state.openEscalations.contains { $0.obligation?.description == "driehoeksgesprek@1.held" })
  }
}
