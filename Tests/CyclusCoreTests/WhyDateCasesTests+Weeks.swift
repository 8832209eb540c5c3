import Testing

@testable import CyclusCore

// Weeks, blocks and school years, counted by hand.
extension WhyDateCasesTests {
  @Test func aPlacementThatBeginsInABreakCountsFromItsFirstDay() throws {
    // 16 February lies in the break of 14-22 February: week 1 is that of 23 February, week 3 that of 9 March: Friday 13.
    var request = Written.request()
    request.from = day("2026-02-16")
    let scenario = try Self.workflow.given(request: request)
    try expect(
      Case(
        "", "week3.submitted", ["from 2026-02-16", "teaching_weeks 2026-03-13"],
        skipped: (16...22).map { "2026-02-\($0) Voorjaarsvakantie" }), scenario)
    let origin = try account("week3.submitted", scenario).origin
    #expect(origin?.event == 1 && origin?.what.nl == "begin van blok 1")
    // From Saturday 21: the weekend belongs to no week.
    request.from = day("2026-02-21")
    try expect(
      Case(
        "", "week3.submitted", ["from 2026-02-21", "teaching_weeks 2026-03-13"],
        skipped: (21...22).map { "2026-02-\($0) Voorjaarsvakantie" }), Self.workflow.given(request: request))
  }

  @Test func aBlockThatFollowsOnAnotherIsCountedFromThatOne() throws {
    // Weeks of 2 and 9 February; one week between the blocks, 16 February, which is the spring break as well; block 2
    // has the weeks of 23 February and 2 March. Week 3 ends on Friday 27 February, block 2 on Friday 6 March.
    func small(_ between: String, _ free: String) throws -> SmallTraject {
      try SmallTraject(
        """
        timeline:
          - {block: blok-1, weeks: 2, rule: X-1}
        \(between)
          - {block: blok-2, weeks: 2, rule: X-1}
        free-days:
          rule: X-1
          periods: [{from: \(free), name: Voorjaarsvakantie}]
        gesprekken:
          begin: {by: student, present: [student], opens: at the start, due: end of week 3, rule: X-1}
        documents:
          slot: {by: student, each: block, due: end of its period, rule: X-1}
          half: {by: student, each: block, due: middle of its period, rule: X-1}
        phases:
          - {phase: start, leave-when: [begin held], rule: X-1}
        """, from: "2026-02-02", until: "2026-06-26")
    }
    let weeks = try small("  - {break: toetsweek, weeks: 1, rule: X-1}", "2026-02-14, to: 2026-02-22")
    let begun = ["from 2026-02-02", "teaching_weeks 2026-02-13", "block_begins 2026-02-23"]
    try expect(Case("", "begin.held", begun + ["teaching_weeks 2026-02-27"]), weeks)
    try expect(Case("", "slot@b2.submitted", begun + ["teaching_weeks 2026-03-06"]), weeks)
    // 23 February-6 March: 11 days further on, half is 5: Saturday 28, on to Monday 2.
    try expect(Case("", "half@b2.submitted", begun + ["middle 2026-02-28", "roll 2026-03-02"]), weeks)
    let account = try DueAccount(of: "begin.held", weeks.state, weeks.rulebook, log: [])
    #expect(
      account.lines[1].words(weeks.workflow).nl == "blok 2 begint na nog 1 week tussen de blokken")
    // Without the week between, the break itself: 16-22 February is passed over by name.
    let break_ = try small("", "2026-02-14, to: 2026-02-22")
    try expect(
      Case(
        "", "begin.held", begun + ["teaching_weeks 2026-02-27"],
        skipped: (16...22).map { "2026-02-\($0) Voorjaarsvakantie" }), break_)
    // A first block that begins in a break: its first week is the first with school. 9-20 February: half is the 14th.
    let late = try small("", "2026-01-31, to: 2026-02-08")
    try expect(
      Case(
        "", "half@b1.submitted",
        ["from 2026-02-02", "block_begins 2026-02-09", "middle 2026-02-14", "roll 2026-02-16"],
        skipped: (2...8).map { "2026-02-0\($0) Voorjaarsvakantie" } + [
          "2026-02-14 zaterdag", "2026-02-15 zondag",
        ]),
      late)
  }

  @Test func aPlacementThatBeginsInTheMiddleOfAWeekCountsThatWeek() throws {
    // From Wednesday 4 February: that week is week 1, so week 3 is still that of 23 February.
    var request = Written.request()
    request.from = day("2026-02-04")
    let scenario = try Self.workflow.given(request: request)
    try expect(
      Case("", "week3.submitted", ["from 2026-02-04", "teaching_weeks 2026-02-27"]), scenario)
    // 4 February + 12 = Monday 16, in the holiday: on to Monday 23.
    try expect(
      Case("", "dagen.submitted", ["from 2026-02-04", "count 2026-02-16", "roll 2026-02-23"]), scenario)
  }

  @Test func theWeekWithoutANumberInMostYearsIsCountedAsAnyOther() throws {
    // Wednesday 23 December: 24 (1), 25-27 no school, 28 (2), 29 (3), 30 (4), 31 (5), in week 53 of 2026.
    try expect(
      Case(
        "", "erna5.submitted", ["from 2026-12-23", "count 2026-12-31"],
        skipped: ["2026-12-25 Kerstmis", "2026-12-26 Kerstmis", "2026-12-27 zondag"]),
      held("2026-03-27", "2026-12-23"))
    #expect(day("2026-12-31").isoWeek.description == "2026-W53")
  }

  @Test func anEndOfWeek53RollsBackFromNewYearsDay() throws {
    // Weeks from 7, 14, 21 and 28 December; Friday 1 January is free, so the fourth ends on Thursday 31.
    let small = try SmallTraject(
      """
      parameters:
        blokken: {dates: true, rule: X-1}
      timeline:
        - {blocks: blok, starts: blokken, rule: X-1}
      free-days:
        rule: X-1
        periods: [{from: 2027-01-01, name: Nieuwjaarsdag}]
      gesprekken:
        week: {by: student, present: [student], each: week, rule: X-1}
        begin: {by: student, present: [student], opens: at the start, due: end of placement, rule: X-1}
      phases:
        - {phase: start, leave-when: [begin held], rule: X-1}
      """, from: "2026-12-07", until: "2027-01-13")
    try expect(
      Case(
        "", "week@w4.held", ["from 2026-12-07", "teaching_weeks 2027-01-01", "roll 2026-12-31"],
        skipped: ["2027-01-01 Nieuwjaarsdag"]), small)
    // The last week ends with the placement, on Wednesday 13 January.
    try expect(
      Case("", "week@w6.held", ["from 2026-12-07", "teaching_weeks 2027-01-15", "not_after 2027-01-13"]),
      small)
    #expect(small.due("week@w6.held") == "2027-01-13")
  }

  @Test func aPlacementOverTwoSchoolYearsNamesEach() throws {
    // 2 Feb-31 July is 180 of 365 days, 1 Aug-29 January 182: of two a year each asks one, at its end.
    let scenario = try Self.workflow.given(request: Written.request(until: "2027-01-29"))
    try expect(Case("", "jaar@1.held", ["from 2026-07-31", "share 2026-07-31"]), scenario)
    try expect(Case("", "jaar@2.held", ["from 2027-01-29", "share 2027-01-29"]), scenario)
    // Of four a year each asks two: 180 of 365 days is 1.97, 182 is 1.99. Half of 180 days is 90: 2 February + 89 =
    // Saturday 2 May in the May holiday, back to Friday 24 April. Half of 182 is 91: 1 August + 90 = Friday 30 October.
    try expect(
      Case("", "jaar4@1.held", ["from 2026-07-31", "share 2026-05-02", "roll 2026-04-24"]), scenario)
    try expect(Case("", "jaar4@2.held", ["from 2026-07-31", "share 2026-07-31"]), scenario)
    try expect(Case("", "jaar4@3.held", ["from 2027-01-29", "share 2026-10-30"]), scenario)
    try expect(Case("", "jaar4@4.held", ["from 2027-01-29", "share 2027-01-29"]), scenario)
    #expect(try account("jaar@1.held", scenario).origin?.what.nl == "einde van schooljaar 2025-2026")
    #expect(
      try account("jaar@2.held", scenario).origin?.what.en
        == "end of the traject, in school year 2026-2027")
    #expect(try account("bezoek@1.held", scenario).origin?.what.nl == "einde van de plaatsing")
  }
}
