import Testing

@testable import CyclusCore

@Suite struct PlacementTests {
  private func weeks(_ request: StartRequest = Scenario.request()) -> [String] {
    given(request: request).rulebook.timeline.weeks.map(\.monday.description)
  }

  // HAN-05 dates
  @Test func theSpringHolidayTheBreakAndTheMayHolidayAreNoTeachingWeeks() {
    #expect(
      weeks() == [
        "2026-02-02", "2026-02-09", "2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23",
        "2026-03-30",
        "2026-04-20", "2026-05-04", "2026-05-11", "2026-05-18", "2026-05-25", "2026-06-01", "2026-06-08",
        "2026-06-15",
      ])
  }

  // HAN-05 dates
  @Test func aSchoolInTheNorthHasItsHolidayAWeekLater() {
    #expect(weeks(Scenario.request(["regio": "noord"]))[1...3] == ["2026-02-09", "2026-02-16", "2026-03-02"])
  }

  // HAN-05 dates
  @Test func theYearPlanMayFixTheStartOfTheSecondBlock() throws {
    let request = Scenario.request(["start-blok-2": "2026-05-04"])
    #expect(weeks(request)[8] == "2026-05-04")
    let decision = try Traject.start(request, under: Scenario.workflow, by: Actor(person: nil, role: nil))
    #expect(
      decision.remarks.map(\.nl).contains {
        $0.contains("toetsweken duurt 4 weken, het handboek rekent op 2")
      })
  }

  // HAN-05 refuses
  @Test func aSecondBlockInsideTheFirstIsRefused() {
    #expect(throws: Refusal.self) { try Scenario(Scenario.request(["start-blok-2": "2026-03-02"])) }
    #expect(throws: Refusal.self) { try Scenario(Scenario.request(["start-blok-2": "2026-02-30"])) }
  }

  private func start(until: String, _ parameters: [String: String] = [:]) throws -> Decision {
    var request = Scenario.request(parameters)
    request.until = day(until)
    return try Traject.start(request, under: Scenario.workflow, by: Actor(person: nil, role: nil))
  }

  // HAN-05 refuses
  @Test func aLastDayBeforeTheSecondBlockIsRefused() throws {
    for until in ["2026-02-01", "2026-04-19"] {
      let refusal = #expect(throws: Refusal.self) { try start(until: until) }
      #expect(refusal?.missing.map(\.input) == [.until])
    }
    _ = try start(until: "2026-04-20")
  }

  // HAN-05 dates
  @Test func aLastDayBeforeTheLastTeachingWeekIsRemarkedWithBothDates() throws {
    let remarks = try start(until: "2026-06-05").remarks.map(\.nl)
    #expect(remarks.contains { $0.contains("vr 5 jun 2026") && $0.contains("vr 19 jun 2026") })
    let later = try start(until: "2026-07-10").remarks.map(\.nl)
    #expect(!later.contains { $0.contains("het einde is") })
  }

  // HAN-05 shows
  @Test func aStartSaysWhatWasAssumed() throws {
    let remarks = try start(until: "2026-07-10", ["houding-jaar-1": "behaald", "vak": "AK"]).remarks.map(\.nl)
    #expect(
      remarks == ["let op: niet opgegeven en daarom aangenomen: regio=zuid, start-blok-2=2026-04-20"])
  }

  // HAN-05 refuses
  @Test func aBlockThatStartsTooEarlyNamesItsParameter() {
    let refusal = #expect(throws: Refusal.self) {
      try Scenario(Scenario.request(["start-blok-2": "2026-03-02"]))
    }
    #expect(refusal?.missing.map(\.input) == [.parameter("start-blok-2")])
  }

  // HAN-05 dates
  @Test func noTeachingWeekDeadlineFallsInTheBreak() {
    let traject = given()
    let inBreak = traject.state.obligations(traject.rulebook).compactMap(\.due)
      .filter { day("2026-04-04") <= $0 && $0 <= day("2026-04-19") }
    // Only what is counted back from a gesprek may: the self-reflection, a week before the tussenevaluatie.
    #expect(inBreak == [day("2026-04-17")])
  }

  // HAN-05 allows
  @Test func aGesprekMayBeHeldInTheBreak() {
    given(.interimFeedback)
      .when(
        "student", on: "2026-04-16",
        .held("tussenevaluatie", "student", "wpb", "io", record: ["doelen-bijgesteld": "ja"])
      )
      .then("held", "closed")
  }

  // HAN-06 dates
  @Test func theEndOfAWeekIsItsLastWorkingDay() {
    #expect(given().obligation("startgesprek.held")?.due == day("2026-03-06"))
    #expect(given().obligation("begeleidingsgesprek@w11.held")?.due == day("2026-05-15"))
  }

  // HAN-06 dates
  @Test func aWeekWithoutAMondayOrTuesdayAsksNoWeeklyTalk() {
    let traject = given(request: Scenario.request(from: "2026-02-04"))
    #expect(
      !traject.state.obligations(traject.rulebook).contains {
        $0.key.description == "begeleidingsgesprek@w1.held"
      })
    #expect(traject.obligation("kennismakingsgesprek.held")?.due == day("2026-02-06"))
  }

  // HAN-06 dates
  @Test func aWeekWithOnlyItsTuesdayIsAPlacementWeek() {
    #expect(given().obligation("begeleidingsgesprek@w13.held")?.due == day("2026-05-29"))
  }

  // HAN-07 shows
  @Test func underFortyLessonsAtTheEindbeoordelingIsAWarning() {
    given(.verdicts, by("student", "2026-06-15", .count(counter: "lessen", amount: 39)))
      .when(Stretch.finalTalk.acts[0]).remarks(
        "39 lessen vastgelegd, verwacht worden er ten minste 40 (HAN-07, aangenomen)")
  }

  // HAN-07 allows
  @Test func fortyLessonsAreEnough() {
    let traject = given(
      .verdicts, by("student", "2026-03-02", .count(counter: "lessen", amount: 38)),
      by("student", "2026-06-15", .count(counter: "lessen", amount: 2))
    )
    .when(Stretch.finalTalk.acts[0]).then("held", "closed")
    #expect(!traject.remarks.contains { $0.nl.contains("lessen") })
    #expect(traject.state.counters == ["lessen": 40])
  }

  // HAN-07 refuses
  @Test func aCounterNeverFallsBelowZero() {
    let traject = given(Stretch(acts: [by("student", "2026-03-02", .count(counter: "lessen", amount: 2))]))
    traject.when("student", on: "2026-03-02", .count(counter: "lessen", amount: -3)).refuses(
      "wordt nooit negatief")
    traject.when("student", on: "2026-03-02", .count(counter: "lessen", amount: -2)).then("counted")
    traject.when("student", on: "2026-03-02", .count(counter: "lesen", amount: 2)).refuses(
      "bedoelt u lessen?")
  }
}
