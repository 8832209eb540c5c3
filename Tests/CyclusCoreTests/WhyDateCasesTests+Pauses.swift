import Testing

@testable import CyclusCore

// Dates that a pause moves, or does not, counted by hand.
extension WhyDateCasesTests {
  @Test func aPauseAcrossTheBreakMovesByAllItsDays() throws {
    // From 10 to 25 February the clock stood still for 15 days: Friday 27 February + 15 = Saturday 14 March. An end of
    // week rolls back, also once it was moved: Friday 13.
    let scenario = try Self.workflow.given(
      by("begeleider", "2026-02-10", .pause()), by("begeleider", "2026-02-25", .resume))
    try expect(
      Case(
        "", "week3.submitted",
        ["from 2026-02-02", "teaching_weeks 2026-02-27", "stood_still 2026-03-14", "roll 2026-03-13"]),
      scenario)
    let still = try account("week3.submitted", scenario).lines[1]
    #expect(
      still.words(scenario.rules).nl == "de klok stond 15 dagen stil: 10 feb–24 feb 2026 (pauze, student)")
  }

  @Test func whatIsCountedRollsOnOnceItWasMoved() throws {
    // From 10 to 22 February is 12 days: ten working days end on Monday 23 February, + 12 = Saturday 7 March, on to
    // Monday 9.
    let scenario = try Self.workflow.given(
      by("begeleider", "2026-02-10", .pause()), by("begeleider", "2026-02-22", .resume))
    try expect(
      Case(
        "", "werkdagen.submitted",
        ["from 2026-02-02", "count 2026-02-23", "stood_still 2026-03-07", "roll 2026-03-09"]), scenario)
    // The end of the placement, Friday 26 June, + 12 = Wednesday 8 July: a working day.
    try expect(
      Case(
        "", "einde.submitted", ["from 2026-06-28", "roll 2026-06-26", "stood_still 2026-07-08"]),
      Self.workflow.given(
        by("begeleider", "2026-02-10", .pause()), by("begeleider", "2026-02-22", .resume),
        request: Written.request(until: "2026-06-28")))
    // 26 June + 15 = Saturday 11 July: it rolled back from the 28th, and rolls back again, to Friday 10.
    try expect(
      Case(
        "", "einde.submitted",
        ["from 2026-06-28", "roll 2026-06-26", "stood_still 2026-07-11", "roll 2026-07-10"]),
      Self.workflow.given(
        by("begeleider", "2026-02-10", .pause()), by("begeleider", "2026-02-25", .resume),
        request: Written.request(until: "2026-06-28")))
  }

  @Test func anEndOfWeekDoesNotRollBackIntoThePauseThatMovedIt() throws {
    // Week 11 ends on Friday 24 April, before the May holiday of 25 April-3 May. From Thursday 23 to Wednesday 29 April
    // the clock stood still for 6 days: 24 + 6 = Thursday 30 April, no school; back would be the 24th, in the pause. So
    // not before the 29th, on which the clock went on, and then on to Monday 4 May.
    let scenario = try Self.workflow.given(
      by("begeleider", "2026-04-23", .pause()), by("begeleider", "2026-04-29", .resume))
    try expect(
      Case(
        "", "perweek@w11.submitted",
        [
          "from 2026-02-02", "teaching_weeks 2026-04-24", "stood_still 2026-04-30", "roll 2026-04-24",
          "not_before 2026-04-29", "roll 2026-05-04",
        ]), scenario)
  }

  @Test func aPauseOfADayOverAWeekendMovesNoEndOfWeek() throws {
    // Friday 27 February + 1 = Saturday 28, and back to Friday 27: not earlier than it was.
    let scenario = try Self.workflow.given(
      by("begeleider", "2026-02-25", .pause()), by("begeleider", "2026-02-26", .resume))
    try expect(
      Case(
        "", "week3.submitted",
        ["from 2026-02-02", "teaching_weeks 2026-02-27", "stood_still 2026-02-28", "roll 2026-02-27"]),
      scenario)
  }

  @Test func whyAPauseDidNotMoveADateIsTold() throws {
    let scenario = try Self.workflow.given(
      by("begeleider", "2026-02-10", .pause()), by("begeleider", "2026-02-25", .resume),
      by("student", "2026-03-02", .plan("laat", "2026-04-07 10:00")))
    func told(_ key: String) throws -> String? {
      let account = try account(key, scenario)
      #expect(ReAdding(account.json(on: day("2026-03-02"))).faults == [])
      return account.lines.last { if case .notMoved = $0.step { true } else { false } }?
        .words(scenario.rules).nl
    }
    #expect(
      try told("week@w9.held")
        == "schuift niet op met 10 feb–24 feb 2026 (pauze, student): dit hoort bij een lesweek, en die blijft staan"
    )
    #expect(
      try told("perweek@w9.submitted")
        == "schuift niet op met 10 feb–24 feb 2026 (pauze, student): deze termijn liep pas vanaf ma 6 apr 2026"
    )
    #expect(
      try told("opdedag.submitted")
        == "schuift niet op met 10 feb–24 feb 2026 (pauze, student): de datum volgt de dag van: laat")
    #expect(try told("week3.submitted") == nil)
    let passed = try Self.workflow.given(
      by("begeleider", "2026-03-02", .pause()), by("begeleider", "2026-03-05", .resume))
    #expect(
      try account("week3.submitted", passed).lines.last?.words(passed.rules).nl
        == "schuift niet op met 2 mrt–4 mrt 2026 (pauze, student): dat begon na deze datum")
  }

  @Test func aTermThatBeganDuringAPauseMovesByTheRestOfIt() throws {
    // The intake was held on 13 April, in a pause of 10 to 20 April: of its 10 days the 7 from 13 April on count.
    // 13 + 7 = 20 April, + 7 = Monday 27, in the May holiday: on to Monday 4 May.
    let scenario = try Self.workflow.given(
      by("begeleider", "2026-04-10", .pause()), talk("intake", "2026-04-13"),
      by("begeleider", "2026-04-20", .resume))
    try expect(
      Case(
        "", "erna.submitted",
        [
          "from 2026-04-13", "count 2026-04-20", "stood_still 2026-04-27", "roll 2026-05-04",
          "not_moved 2026-05-04",
        ]), scenario)
    let effect = PauseEffect(of: 0, in: scenario.state, scenario.rulebook, on: day("2026-04-20"))
    let term = try #require(effect.terms.first { $0.obligation.description == "erna.submitted" })
    #expect(
      term.days == 7 && effect.days == 10 && term.from == day("2026-04-20") && term.to == day("2026-05-04"))
    #expect(
      effect.remark.nl.contains("14 dagen op (begon tijdens de pauze, tot een werkdag)"),
      "\(effect.remark.nl)")
    #expect(effect.remark.en.contains("belong to a teaching week"), "\(effect.remark.en)")
  }

  @Test func aPauseThatWasOverBeforeTheCountBeganMovesNothing() throws {
    // Monday 20 April + 7 = 27 April; the pause of 10 to 25 February came before the talk from which is counted.
    let scenario = try Self.workflow.given(
      by("begeleider", "2026-02-10", .pause()), by("begeleider", "2026-02-25", .resume),
      talk("intake", "2026-04-20"))
    try expect(
      Case(
        "", "erna.submitted",
        ["from 2026-04-20", "count 2026-04-27", "roll 2026-05-04", "not_moved 2026-05-04"]), scenario)
  }

  @Test func whileTheClockStandsStillThereIsNoDateAndTheAccountSaysWhy() throws {
    let scenario = try Self.workflow.given(
      by("begeleider", "2026-02-10", .pause(from: nil, cause: .workplace)))
    let account = try account("week3.submitted", scenario)
    #expect(account.obligation.due == nil)
    #expect(
      account.waits.map(\.what.nl) == ["pauze sinds di 10 feb 2026 (werkplek): resume zet de klok weer aan"])
    #expect(account.waits.first?.role == "begeleider")
  }
}
