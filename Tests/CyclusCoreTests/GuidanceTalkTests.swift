import Testing

@testable import CyclusCore

@Suite struct GuidanceTalkTests {
  private let talk = Command.held("begeleidingsgesprek", "student", "wpb")
  private func given(_ acts: Scenario.Act...) -> Scenario {
    acts.reduce(CyclusCoreTests.given()) { scenario, act in scenario.when(act).after }
  }

  // HAN-27 dates
  @Test func eachPlacementWeekAsksATalkByTheEndOfThatWeek() {
    let weekly = given().state.obligations(given().rulebook).filter {
      $0.key.item.id == "begeleidingsgesprek"
    }
    #expect(weekly.map(\.key.item.occurrence) == (1...16).map { "w\($0)" })
    #expect(weekly[2].opens == day("2026-02-23") && weekly[2].due == day("2026-02-27"))
  }

  // HAN-27 dates
  @Test func aWeekThatHasGoneIsMissedNeverOverdue() {
    let week = given().obligation("begeleidingsgesprek@w1.held")
    #expect(week?.state(on: day("2026-02-06")) == .open && week?.state(on: day("2026-02-07")) == .missed)
    #expect(week?.isBlocking == false)
  }

  // HAN-27 allows
  @Test func aMissedWeekClimbsNoLadder() {
    let traject = given()
    let flagged = traject.state.flagging(traject.rulebook, today: day("2026-07-01")).map(\.event.data)
    #expect(!flagged.contains { $0["obligation"]?.text?.hasPrefix("begeleidingsgesprek") ?? false })
  }

  // HAN-27 allows
  @Test func aTalkCountsForTheWeekInWhichItTookPlace() {
    let traject = given().when("student", on: "2026-03-24", talk).then("held")
    #expect(traject.obligation("begeleidingsgesprek@w7.held")?.met == day("2026-03-24"))
  }

  // HAN-27 allows
  @Test func aTalkInAHolidayWeekGetsTheNextNumber() {
    let traject = given().when("student", on: "2026-02-17", talk).remarks("opgevat als begeleidingsgesprek@1")
    #expect(traject.log.last?.event.data["gesprek"] == "begeleidingsgesprek@1")
    #expect(traject.obligation("begeleidingsgesprek@w3.held")?.met == nil)
  }

  // HAN-27 allows
  @Test func aTalkInTheBreakIsNotOneOfWeekSevenOrEight() {
    let traject = given(by("student", "2026-02-17", talk)).when("student", on: "2026-04-08", talk).then(
      "held")
    #expect(traject.log.last?.event.data["gesprek"] == "begeleidingsgesprek@2")
  }

  // HAN-27 allows
  @Test func oneMoreTalkInAWeekGetsTheNextNumber() {
    let traject = given(by("student", "2026-03-24", talk)).when("student", on: "2026-03-26", talk).then(
      "held")
    #expect(traject.log.last?.event.data["gesprek"] == "begeleidingsgesprek@1")
  }

  // HAN-27 allows
  @Test func anExtraTalkThatWasPlannedIsTheOneThatIsHeld() {
    let traject = given(by("io", "2026-03-30", .plan("begeleidingsgesprek", "2026-04-08 10:00")))
      .when("student", on: "2026-04-09", talk).then("held")
    #expect(traject.state.gesprekken["begeleidingsgesprek@1"]?.held == [day("2026-04-09")])
    #expect(traject.state.gesprekken["begeleidingsgesprek@2"] == nil)
  }

  // HAN-27 allows
  @Test func aTalkMayBeEnteredForItsWeekByName() {
    let late = Command.held("begeleidingsgesprek@w7", "student", "wpb")
    let traject = given().when("student", on: "2026-03-25", today: "2026-04-08", late).then("held")
    #expect(traject.obligation("begeleidingsgesprek@w7.held")?.state(on: day("2026-04-08")) == .met)
  }

  // HAN-27 refuses
  @Test func aTalkDoesNotCountForAWeekThatHasGoneOrIsToCome() {
    for (week, day) in [("w7", "2026-04-08"), ("w12", "2026-04-08"), ("w1", "2026-02-09")] {
      given().when("student", on: day, .held("begeleidingsgesprek@\(week)", "student", "wpb"))
        .refuses("valt niet in week")
    }
  }

  // HAN-27 stores
  @Test func aTalkWithoutTheWerkplekbegeleiderDoesNotCountForItsWeekYet() {
    let alone = given().when("student", on: "2026-03-24", .held("begeleidingsgesprek", "student"))
      .remarks("telt nog niet voor deze week")
    #expect(alone.obligation("begeleidingsgesprek@w7.held")?.state(on: day("2026-04-01")) == .missed)
    let both = alone.when("student", on: "2026-03-26", .held("begeleidingsgesprek", "wpb")).then("held")
    #expect(both.obligation("begeleidingsgesprek@w7.held")?.met == day("2026-03-26"))
  }

  // HAN-27 stores
  @Test func whatWasDoneAboutMissedTalksStaysWhenATalkComesToLight() {
    let done = given(by("io", "2026-03-02", .done(obligation: "contact-begeleiding")))
    let late = done.when(
      "student", on: "2026-02-10", today: "2026-03-05", .held("begeleidingsgesprek@w2", "student", "wpb")
    ).then("held")
    #expect(late.obligation("contact-begeleiding@w3.done")?.met == day("2026-03-02"))
  }

  // HAN-27 refuses
  @Test func aWeekOrNumberThatThereIsNotIsRefused() {
    for name in [
      "begeleidingsgesprek@w17", "begeleidingsgesprek@w0", "begeleidingsgesprek@2", "begeleidingsgesprek@+1",
      "begeleidingsgesprek@01", "begeleidingsgesprek@x",
    ] {
      given().when("student", on: "2026-03-24", .held(name, "student", "wpb")).refuses("w1 tot en met w16")
    }
    given().when("student", on: "2026-02-03", .held("kennismakingsgesprek@w1", "student", "wpb")).refuses(
      "komt één keer voor")
    given().when("student", on: "2026-02-03", .held("kennismakingsgesprek#2", "student", "wpb")).refuses(
      "is één keer gevraagd")
  }

  private let contact = "contact-begeleiding@w3.done"

  // HAN-27 opens
  @Test func threeMissedWeeksOpenOneContactByTheInstituutsopleider() {
    let obligation = given().obligation(contact)
    #expect(
      obligation?.state(on: day("2026-02-27")) == .upcoming
        && obligation?.state(on: day("2026-02-28")) == .open)
    #expect(obligation?.role == "instituutsopleider" && obligation?.due == day("2026-03-09"))
    #expect(given().keys(.overdue, on: "2026-06-30").filter { $0.hasPrefix("contact") } == [contact])
  }

  // HAN-27 opens
  @Test func twoMissedWeeksOpenNothing() {
    let traject = given(by("student", "2026-02-24", talk))
    #expect(!traject.keys(.open, on: "2026-03-07").contains { $0.hasPrefix("contact") })
    #expect(traject.keys(.open, on: "2026-03-21").contains("contact-begeleiding@w6.done"))
  }

  // HAN-27 opens
  @Test func afterATalkThreeNewMissedWeeksOpenAnother() {
    let traject = given(by("student", "2026-03-03", talk))
    #expect(
      traject.keys(.overdue, on: "2026-06-30").filter { $0.hasPrefix("contact") }
        == [contact, "contact-begeleiding@w7.done"])
  }

  // HAN-27 opens
  @Test func aTalkEnteredLateMakesTheContactVanish() {
    let traject = given(by("student", "2026-02-10", talk, today: "2026-03-02"))
    #expect(traject.keys(.open, on: "2026-03-02").filter { $0.hasPrefix("contact") }.isEmpty)
  }

  // HAN-27 allows
  @Test func theContactIsDoneByTheInstituutsopleider() {
    given().when("io", on: "2026-03-02", .done(obligation: "contact-begeleiding")).then("done")
    given().when("student", on: "2026-03-02", .done(obligation: "contact-begeleiding")).refuses(
      "instituutsopleider")
  }

  // HAN-27 refuses
  @Test func aContactThatIsNotYetAskedCannotBeDone() {
    given().when("io", on: "2026-02-27", .done(obligation: "contact-begeleiding")).refuses(
      "wordt in dit traject niet gevraagd")
  }
}
