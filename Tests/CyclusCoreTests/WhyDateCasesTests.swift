import Testing

@testable import CyclusCore

/// Dates counted by hand, each with its arithmetic: `2026-02-02` is a Monday, and the account has to say the same.
@Suite struct WhyDateCasesTests {
  /// An obligation, the steps of its account by kind and day, and the days without school that it skips by name.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let key: String
    let steps: [String]
    var skipped: [String] = []

    init(_ arithmetic: String, _ key: String, _ steps: [String], skipped: [String] = []) {
      (testDescription, self.key, self.steps, self.skipped) = (arithmetic, key, steps, skipped)
    }
  }

  static let items = """
    parameters:
      regio: {one-of: [noord, zuid], default: noord, rule: T-01}
    free-days:
      rule: T-01
      periods:
        - {from: 2026-02-14, to: 2026-02-22, name: Voorjaarsvakantie}
        - {from: 2026-04-03, name: Goede Vrijdag}
        - {from: 2026-04-06, name: Tweede paasdag}
        - {from: 2026-04-25, to: 2026-05-03, name: Meivakantie}
        - {from: 2026-05-05, name: Bevrijdingsdag}
        - {from: 2026-12-25, to: 2026-12-26, name: Kerstmis}
    gesprekken:
      intake: {by: student, present: [student, begeleider], opens: at the start, due: end of week 8, rule: T-02}
      laat: {by: student, present: [student, begeleider], opens: at the start, due: end of week 12, rule: T-02}
      bezoek: {by: student, present: [student, begeleider], each: {period: placement, at-least: 3, spread: evenly, margin: 2 weeks}, rule: T-02}
      jaar: {by: student, present: [student, begeleider], each: {period: school year, at-least: 2, spread: evenly}, rule: T-02}
      jaar4: {by: student, present: [student, begeleider], each: {period: school year, at-least: 4, spread: evenly}, rule: T-02}
      week: {by: student, present: [student, begeleider], each: week, rule: T-02}
    documents:
      week3: {by: student, opens: at the start, due: end of week 3, rule: T-03}
      dagen: {by: student, opens: at the start, due: 12 days after opening, rule: T-03}
      werkdagen: {by: student, opens: at the start, due: 10 working days after opening, rule: T-03}
      weken: {by: student, opens: at the start, due: 2 weeks after opening, rule: T-03}
      werkweek: {by: student, opens: at the start, due: 1 working weeks after intake held, rule: T-03}
      erna: {by: student, opens: at the start, due: 7 days after intake held, rule: T-03}
      erna3: {by: student, opens: at the start, due: 3 days after laat held, rule: T-03}
      erna2: {by: student, opens: at the start, due: 2 working days after intake held, rule: T-03}
      erna5: {by: student, opens: at the start, due: 5 working days after laat held, rule: T-03}
      ervoor: {by: student, opens: at the start, due: 3 days before intake, rule: T-03}
      ervoor5: {by: student, opens: at the start, due: 5 working days before laat, rule: T-03}
      opdedag: {by: student, opens: at the start, due: on the day of laat, rule: T-03}
      einde: {by: student, opens: at the start, due: end of placement, rule: T-03}
      blokeinde: {by: student, opens: at the start, due: end of block blok-1, rule: T-03}
      midden: {by: student, each: block, due: middle of its period, rule: T-03}
      namidden: {by: student, each: block, due: 1 week after middle of its period, rule: T-03}
      vooreinde: {by: student, each: block, due: 2 weeks before end of its period, rule: T-03}
      perweek: {by: student, each: week, due: end of its week, rule: T-03}
      later: {by: student, opens: after intake held, due: end of week 8, rule: T-03}
    agreements: {by: [student, begeleider], rule: T-04}
    pauses: {by: begeleider, rule: T-05}
    phases:
      - {phase: begin, leave-when: [intake held], rule: T-01}
    """
  static let workflow = Written.workflow(items)

  /// From Monday 2 February to Sunday 28 June 2026, with nothing on record.
  static let plain = [
    Case(
      "week 1 is 2-8 Feb, week 2 is 9-15; 16-22 has no school, so week 3 is 23 Feb-1 Mar: Friday 27",
      "week3.submitted", ["from 2026-02-02", "teaching_weeks 2026-02-27"],
      skipped: [
        "2026-02-16 Voorjaarsvakantie", "2026-02-17 Voorjaarsvakantie", "2026-02-18 Voorjaarsvakantie",
        "2026-02-19 Voorjaarsvakantie", "2026-02-20 Voorjaarsvakantie", "2026-02-21 Voorjaarsvakantie",
        "2026-02-22 Voorjaarsvakantie",
      ]),
    Case(
      "week 8 is 30 Mar-5 Apr; its Friday 3 April is Goede Vrijdag, so it rolls back to Thursday 2",
      "intake.held", ["from 2026-02-02", "teaching_weeks 2026-04-03", "roll 2026-04-02"],
      skipped: [
        "2026-02-16 Voorjaarsvakantie", "2026-02-17 Voorjaarsvakantie", "2026-02-18 Voorjaarsvakantie",
        "2026-02-19 Voorjaarsvakantie", "2026-02-20 Voorjaarsvakantie", "2026-02-21 Voorjaarsvakantie",
        "2026-02-22 Voorjaarsvakantie", "2026-04-03 Goede Vrijdag",
      ]),
    Case(
      "weeks 9-11 are 6, 13 and 20 April, 27 April is the May holiday, week 12 is 4-10 May: Friday 8",
      "laat.held", ["from 2026-02-02", "teaching_weeks 2026-05-08"]),
    Case(
      "2 + 12 = Saturday 14 February, in the holiday up to Sunday 22: on to Monday 23",
      "dagen.submitted", ["from 2026-02-02", "count 2026-02-14", "roll 2026-02-23"],
      skipped: (14...22).map { "2026-02-\($0) Voorjaarsvakantie" }),
    Case(
      "3, 4, 5, 6 (4), 9-13 (9), then no school 14-22, 23 (10)",
      "werkdagen.submitted", ["from 2026-02-02", "count 2026-02-23"],
      skipped: ["2026-02-07 zaterdag", "2026-02-08 zondag"]
        + (14...22).map { "2026-02-\($0) Voorjaarsvakantie" }),
    Case(
      "2 + 14 = Monday 16 February, in the holiday: on to Monday 23",
      "weken.submitted", ["from 2026-02-02", "count 2026-02-16", "roll 2026-02-23"],
      skipped: (16...22).map { "2026-02-\($0) Voorjaarsvakantie" }),
    Case(
      "the intake is not planned: due Thursday 2 April, 3 days back is Monday 30 March",
      "ervoor.submitted",
      [
        "from 2026-02-02", "teaching_weeks 2026-04-03", "roll 2026-04-02", "stands_for 2026-04-02",
        "count 2026-03-30",
      ]),
    Case(
      "due Friday 8 May; back 7 (1), 6 (2), 4 (3), and 5 is Bevrijdingsdag; then the May holiday back to 24 April (4), 23 (5)",
      "ervoor5.submitted",
      ["from 2026-02-02", "teaching_weeks 2026-05-08", "stands_for 2026-05-08", "count 2026-04-23"]),
    Case(
      "not planned, so the day by which it is due: Friday 8 May",
      "opdedag.submitted",
      ["from 2026-02-02", "teaching_weeks 2026-05-08", "stands_for 2026-05-08"]),
    Case(
      "until Sunday 28 June: back to Friday 26", "einde.submitted", ["from 2026-06-28", "roll 2026-06-26"],
      skipped: ["2026-06-28 zondag", "2026-06-27 zaterdag"]),
    Case(
      "20 teaching weeks with two weeks between them without school: 22 calendar weeks, up to Friday 3 July",
      "blokeinde.submitted", ["from 2026-02-02", "teaching_weeks 2026-07-03"]),
    Case(
      "2 Feb-3 July: 151 days further on, half is 75: Saturday 18 April, on to Monday 20",
      "midden@b1.submitted", ["from 2026-02-02", "middle 2026-04-18", "roll 2026-04-20"],
      skipped: ["2026-04-18 zaterdag", "2026-04-19 zondag"]),
    Case(
      "20 April + 7 = 27 April, in the May holiday: on to Monday 4 May",
      "namidden@b1.submitted",
      ["from 2026-02-02", "middle 2026-04-18", "roll 2026-04-20", "count 2026-04-27", "roll 2026-05-04"]),
    Case(
      "3 July, as above; - 14 = Friday 19 June", "vooreinde@b1.submitted",
      ["from 2026-02-02", "teaching_weeks 2026-07-03", "count 2026-06-19"]),
    Case(
      "28 June - 14 = 14 June; 2 Feb-14 June is 133 days, a third is 44: 2 Feb + 43 = Tuesday 17 March",
      "bezoek@1.held", ["from 2026-06-28", "margin 2026-06-14", "share 2026-03-17"]),
    Case(
      "two thirds of 133 days is 88: 2 Feb + 87 = Thursday 30 April in the May holiday: back to Friday 24",
      "bezoek@2.held", ["from 2026-06-28", "margin 2026-06-14", "share 2026-04-30", "roll 2026-04-24"],
      skipped: (25...30).reversed().map { "2026-04-\($0) Meivakantie" }),
    Case(
      "the third part ends with the margin: Sunday 14 June, back to Friday 12",
      "bezoek@3.held", ["from 2026-06-28", "margin 2026-06-14", "share 2026-06-14", "roll 2026-06-12"],
      skipped: ["2026-06-14 zondag", "2026-06-13 zaterdag"]),
    Case(
      "week 8 ends on Thursday 2 April, as Friday is Goede Vrijdag", "week@w8.held",
      ["from 2026-02-02", "teaching_weeks 2026-04-03", "roll 2026-04-02"]),
    Case(
      "week 9 is 6-12 April: Monday is Tweede paasdag, its end is Friday 10", "perweek@w9.submitted",
      ["from 2026-02-02", "teaching_weeks 2026-04-10"]),
  ]

  @Test(arguments: plain) func aDateIsWhatOneCountsByHand(_ one: Case) throws {
    try expect(one, Self.workflow.given(request: Written.request(until: "2026-06-28")))
  }

  /// With the intake held on Friday 27 March and the late talk on the day given.
  func held(_ intake: String, _ late: String? = nil, until: String = "2027-01-29") throws -> Scenario {
    var scenario = try Self.workflow.given(
      talk("intake", intake), request: Written.request(until: until))
    if let late { try scenario.perform(talk("laat", late)) }
    return scenario
  }

  @Test(arguments: [
    Case(
      "Friday 27 March + 7 = Friday 3 April, Goede Vrijdag: on over Easter to Tuesday 7. In the night of 29 March the clock goes forward: no day is lost",
      "erna.submitted", ["from 2026-03-27", "count 2026-04-03", "roll 2026-04-07"],
      skipped: [
        "2026-04-03 Goede Vrijdag", "2026-04-04 zaterdag", "2026-04-05 zondag", "2026-04-06 Tweede paasdag",
      ]),
    Case(
      "Friday 27 March: Monday 30 (1), Tuesday 31 (2)", "erna2.submitted",
      ["from 2026-03-27", "count 2026-03-31"], skipped: ["2026-03-28 zaterdag", "2026-03-29 zondag"]),
    Case(
      "Friday 27 March: 30 (1), 31 (2), 1 (3), 2 April (4), then Easter, Tuesday 7 (5)", "werkweek.submitted",
      ["from 2026-03-27", "count 2026-04-07"]),
    Case(
      "Friday 23 October + 3 = Monday 26: in the night of the 25th the clock goes back, and no day is won",
      "erna3.submitted", ["from 2026-10-23", "count 2026-10-26"]),
    Case(
      "it opens on 27 March, before its date Thursday 2 April, which stays", "later.submitted",
      ["from 2026-02-02", "teaching_weeks 2026-04-03", "roll 2026-04-02"]),
  ]) func noDayIsLostOrWonWhenTheClockChanges(_ one: Case) throws {
    try expect(one, held("2026-03-27", "2026-10-23"))
  }

  @Test func aPlannedGesprekThatIsMovedMovesWhatComesBeforeIt() throws {
    // Tuesday 7 April - 3 = Saturday 4; on from there is the 7th itself, so back over Goede Vrijdag to Thursday 2.
    let scenario = try Self.workflow.given(
      by("student", "2026-03-02", .plan("intake", "2026-04-07 10:00")))
    try expect(
      Case(
        "", "ervoor.submitted", ["from 2026-04-07", "count 2026-04-04", "roll 2026-04-02"],
        skipped: ["2026-04-04 zaterdag", "2026-04-03 Goede Vrijdag"]), scenario)
    #expect(try account("ervoor.submitted", scenario).origin?.event == 2)
  }

  @Test func aDateThatIsNotThereSaysWhatItWaitsForAndWho() throws {
    let account = try account("erna.submitted", Self.workflow.given())
    #expect(account.obligation.due == nil && account.origin == nil && account.lines.isEmpty)
    #expect(account.waits.map(\.obligation?.description) == ["intake.held"])
    #expect(account.waits.first?.role == "student" && account.waits.first?.person == PersonID(1))
  }

  @Test func whatOpensAfterItsDateIsDueOnThatDay() throws {
    // Due Thursday 2 April, but it opens with the intake, held on Monday 20 April.
    try expect(
      Case(
        "", "later.submitted",
        ["from 2026-02-02", "teaching_weeks 2026-04-03", "roll 2026-04-02", "not_before 2026-04-20"]),
      held("2026-04-20"))
  }

  @Test func aDateOnRecordIsShownFromItsEvent() throws {
    let scenario = try held("2026-03-27")
    let account = try account("intake.held", scenario)
    let held = try #require(scenario.events("held").first)
    #expect(account.lines.map(\.event) == [held.seq] && account.obligation.due == day("2026-04-02"))
    #expect(account.origin == nil && account.countedAsOf == day("2026-03-26"))
    #expect(
      account.lines.first?.words(scenario.rules).en
        == "stands so in #\(held.seq), by which it was done on Fri 27 Mar 2026")
  }

  @Test func aFlaggedDateStandsInTheFlag() throws {
    let scenario = try Self.workflow.given(flagging("2026-02-28"))
    let account = try account("week3.submitted", scenario)
    #expect(account.obligation.due == day("2026-02-27"))
    #expect(steps(account) == ["recorded 2026-02-27"] && account.lines.first?.event != nil)
  }

  @Test func anAgreementHasTheDateThatWasAgreed() throws {
    let scenario = try Self.workflow.given(
      by("student", "2026-02-03", .agree("student", due: "2026-03-08", firstStep: false)))
    let account = try account("A1.settled", scenario)
    #expect(steps(account) == ["recorded 2026-03-08"] && account.lines.first?.event == 2)
  }

  @Test func anUnknownObligationIsRefusedWithTheNearest() throws {
    let scenario = try Self.workflow.given()
    do {
      _ = try account("intake.hold", scenario)
      Issue.record("not refused")
    } catch let refusal as Refusal {
      #expect(
        refusal.missing.map(\.message.en) == [
          "there is no obligation “intake.hold” in this traject; do you mean intake.held?"
        ])
    }
  }

  @Test func anAccountFromWhichADayIsLeftOutDoesNotAddUp() throws {
    var json = try account("werkdagen.submitted", Self.workflow.given()).json(on: day("2026-02-02"))
    #expect(ReAdding(json).faults.isEmpty)
    var step = try #require(json["steps"]?.list?.first?.members)
    step["skipped"] = .array((step["skipped"]?.list ?? []).filter { $0["day"]?.text != "2026-02-18" })
    json["steps"] = .array([.object(step)])
    #expect(ReAdding(json).faults == ["count from 2026-02-02 comes to 2026-02-18, not 2026-02-23"])
  }

  @Test func aBoundOrARecordedDateThatIsAnotherDoesNotAddUp() throws {
    func broken(_ key: String, _ scenario: Scenario, _ kind: String, _ to: String) throws -> [String] {
      var json = try account(key, scenario).json(on: day("2026-02-02"))
      #expect(ReAdding(json).faults == [])
      json["steps"] = .array(
        (json["steps"]?.list ?? []).map { step in
          var members = step.members ?? [:]
          if members["kind"]?.text == kind {
            members["to"] = .string(to)
            let from = members["from"]?.text.flatMap { Day($0) } ?? day(to)
            members["count"] = .integer(Int64(abs(day(to) - from)))
          }
          return .object(members)
        })
      return ReAdding(json).faults
    }
    #expect(try broken("later.submitted", held("2026-04-20"), "not_before", "2026-04-21") != [])
    #expect(try broken("later.submitted", held("2026-04-20"), "not_before", "2026-04-01") != [])
    let paused = try Self.workflow.given(
      by("begeleider", "2026-04-23", .pause()), by("begeleider", "2026-04-29", .resume))
    #expect(try broken("perweek@w11.submitted", paused, "not_before", "2026-04-30") != [])
    let flagged = try Self.workflow.given(flagging("2026-02-28"))
    #expect(try broken("week3.submitted", flagged, "recorded", "2026-02-26") != [])
  }

  // Whether Goede Vrijdag is free is for the institute to choose.
  @Test(arguments: [(true, "2026-04-07", 4), (false, "2026-04-03", 0)]) func goedeVrijdagIsASetting(
    isFree: Bool, due: String, skipped: Int
  ) throws {
    // Tuesday 31 March: 1 (1), 2 (2), then Friday 3 itself (3), or over Easter to Tuesday 7 (3).
    let layer = CalendarLayer.publicHolidays(DutchHolidays(goodFriday: isFree), years: 2026...2026)
    let days = SchoolCalendar(layers: [layer]).workingDays(in: nil)
    let counted = Reckoning(day("2026-03-31"), []).adding(Span(3, .workingDays), days)
    #expect(counted.day == day(due))
    guard case .counted(_, _, _, _, let passed)? = counted.steps?.first else {
      Issue.record("nothing was counted")
      return
    }
    #expect(passed.count == skipped)
    #expect(passed.first?.name == (isFree ? Localized(nl: "Goede Vrijdag", en: "Good Friday") : nil))
  }

  // MARK: Telling

  func account(_ key: String, _ scenario: Scenario) throws -> DueAccount {
    try DueAccount(of: key, scenario.state, scenario.rulebook, log: scenario.log)
  }

  /// The steps by kind and the day that they come to, from the first on.
  func steps(_ account: DueAccount) -> [String] {
    let json = account.json(on: day("2026-02-02"))
    let from = json["from"]?["day"]?.text.map { ["from \($0)"] } ?? []
    return from
      + (json["steps"]?.list ?? []).map { "\($0["kind"]?.text ?? "") \($0["to"]?.text ?? "")" }
  }

  func expect(_ one: Case, _ account: DueAccount, _ due: Day?) {
    #expect(steps(account) == one.steps)
    #expect(one.steps.last?.split(separator: " ").last.map(String.init) == due?.description)
    let json = account.json(on: day("2026-02-02"))
    #expect(ReAdding(json).day == due && ReAdding(json).faults == [])
    guard !one.skipped.isEmpty else { return }
    let skipped = (json["steps"]?.list ?? []).flatMap { $0["skipped"]?.list ?? [] }
    #expect(skipped.map { "\($0["day"]?.text ?? "") \($0["name"]?.text ?? "")" } == one.skipped)
  }

  func expect(_ one: Case, _ scenario: Scenario) throws {
    expect(one, try account(one.key, scenario), scenario.obligation(one.key)?.due)
  }

  func expect(_ one: Case, _ small: SmallTraject) throws {
    let account = try DueAccount(of: one.key, small.state, small.rulebook, log: [])
    expect(one, account, small.obligation(one.key)?.due)
  }
}
