import Testing

@testable import CyclusCore

@Suite struct LadderTests {
  private struct Rung: Equatable, CustomStringConvertible {
    var key: String
    var rung: Int
    var on: String
    var to: String
    var asks = false
    var description: String { "\(key) \(rung) \(on) \(to)\(asks ? " asks" : "")" }
  }

  private func rungs(_ traject: Scenario, of key: String = "") -> [Rung] {
    traject.log.compactMap { logged in
      guard case .flagged(let flagged) = logged.event, key.isEmpty || flagged.obligation.description == key
      else { return nil }
      return Rung(
        key: flagged.obligation.description, rung: flagged.rung, on: logged.happened.description,
        to: flagged.role,
        asks: flagged.asks)
    }
  }

  // GEN-05 shows
  @Test func overdueIsComputedWithoutAnyEvent() {
    let held = given().obligation("kennismakingsgesprek.held")
    #expect(held?.state(on: day("2026-02-06")) == .open && held?.state(on: day("2026-02-07")) == .overdue)
    #expect(held?.daysOver(on: day("2026-02-06")) == 0 && held?.daysOver(on: day("2026-02-16")) == 10)
  }

  // GEN-06 opens
  @Test func theFirstRungFallsOnTheFirstDayThatItIsOverdue() {
    #expect(rungs(given(Stretch(acts: [flagging("2026-02-06")]))).isEmpty)
    #expect(
      rungs(given(Stretch(acts: [flagging("2026-02-07")])))
        == [Rung(key: "kennismakingsgesprek.held", rung: 0, on: "2026-02-07", to: "student")])
  }

  // GEN-06 opens
  @Test func theRungsFallAfterNoneSevenAndFourteenDays() {
    let traject = given(.kennismaking, flagging("2026-03-20"))
    #expect(
      rungs(traject, of: "startgesprek.held").map(\.description)
        == [
          "startgesprek.held 0 2026-03-07 student", "startgesprek.held 1 2026-03-13 instituutsopleider",
          "startgesprek.held 2 2026-03-20 instituutsopleider",
        ])
    #expect(traject.obligation("startgesprek.held")?.level == 3)
  }

  // GEN-06 opens
  @Test func thePeopleOfTheWorkplaceAreAskedThroughTheInstituutsopleider() {
    let traject = given(.report, flagging("2026-03-11"))
    #expect(
      rungs(traject, of: "goedkeuring-didactisch.approved")
        == [
          Rung(
            key: "goedkeuring-didactisch.approved", rung: 0, on: "2026-03-11", to: "instituutsopleider",
            asks: true)
        ])
  }

  // GEN-06 opens
  @Test func theThirdRungOpensAnEscalationOnlyWhereARouteIsNamed() {
    let traject = given(.kennismaking, flagging("2026-03-31"))
    #expect(traject.state.escalations.map { $0.obligation?.description } == ["startgesprek.held"])
    #expect(
      traject.state.escalations[0].route == "gesprek-blijft-uit"
        && traject.state.escalations[0].opened == day("2026-03-20"))
    #expect(traject.obligation("E1.decided")?.due == day("2026-03-27"))
    #expect(rungs(traject, of: "feedbackverzoek.done").map(\.rung) == [0, 1])
  }

  // GEN-06 opens
  @Test func anEscalationClimbsToTheNextRoleOnceAndStops() {
    let traject = given(.kennismaking, flagging("2026-07-15"))
    #expect(
      rungs(traject, of: "E1.decided").map(\.description)
        == ["E1.decided 0 2026-03-28 instituutsopleider", "E1.decided 1 2026-04-03 instituutsopleider asks"])
    #expect(traject.events("escalation_climbed").count { $0.event.data["escalation"] == "E1" } == 1)
    #expect(traject.obligation("E1.decided")?.role == "schoolopleider")
  }

  // GEN-06 allows
  @Test func afterClimbingBothMayDecide() {
    let traject = given(.kennismaking, flagging("2026-04-03"))
    traject.when("so", on: "2026-04-07", .decide("E1", "alsnog-gepland")).then("decided")
    traject.when("io", on: "2026-04-07", .decide("E1", "doorgezet")).then("decided")
    traject.when("wpb", on: "2026-04-07", .decide("E1", "doorgezet")).refuses(
      "instituutsopleider", "schoolopleider")
  }

  // GEN-06 opens
  @Test func anEscalationWhoseNextRoleNobodyHoldsStopsAtTheFirstRung() {
    let traject = given(.eindbeoordeling, flagging("2026-09-01"))
    let id = traject.state.escalations.first { $0.route == "student-blijft-uit" }?.id ?? "none"
    #expect(rungs(traject, of: "\(id).decided").map(\.rung) == [0])
    let climbed = traject.events("escalation_climbed").compactMap { $0.event.data["escalation"]?.text }
    #expect(!climbed.contains(id))
  }

  // GEN-05 stores
  @Test func flaggingTwiceGivesNothingNew() {
    let once = given(.kennismaking, flagging("2026-03-20"))
    let twice = once.when(flagging("2026-03-20")).then()
    #expect(twice.log.count == once.log.count)
  }

  // GEN-05 stores
  @Test func aMissedNightIsCaughtUpInDateOrder() {
    let nightly = given(
      .kennismaking, flagging("2026-02-28"), flagging("2026-03-07"), flagging("2026-03-13"),
      flagging("2026-03-20"), flagging("2026-04-03"))
    let late = given(.kennismaking, flagging("2026-04-03"))
    #expect(late.log.map(\.happened) == late.log.map(\.happened).sorted())
    #expect(rungs(late) == rungs(nightly))
    #expect(late.state == nightly.state)
  }

  // GEN-05 stores
  @Test func everyNightGivesWhatOneNightGives() {
    var nightly = given(.startgesprek)
    for number in day("2026-02-27").number...day("2026-06-01").number {
      nightly = nightly.when(.flag(Day(number: number))).after
    }
    #expect(nightly.state == given(.startgesprek, flagging("2026-06-01")).state)
  }

  // GEN-05 stores
  @Test func whatWasFlaggedIsNeverDatedAgain() {
    let traject = given(
      .kennismaking, flagging("2026-03-04"), by("io", "2026-03-05", .plan("startgesprek", "2026-03-16 10:00"))
    )
    #expect(traject.obligation("feedbackverzoek.done")?.due == day("2026-03-03"))
  }

  // GEN-05 stores
  @Test func whatWasMetIsNotFlagged() {
    #expect(
      rungs(given(.shared, flagging("2026-06-23"))).filter {
        $0.key.hasPrefix("startgesprek") || $0.key.hasPrefix("verslag")
      }.isEmpty)
  }

  // GEN-05 allows
  @Test func anAutomaticEscalationIsWithdrawnWhenTheGesprekWasHeldInTime() {
    let traject = given(.kennismaking, flagging("2026-03-20"))
      .when(
        "student", on: "2026-03-06", today: "2026-03-23",
        .held("startgesprek", "student", "wpb", "io", record: Stretch.everything)
      )
      .then("held", "closed", "escalation_withdrawn")
    #expect(
      traject.state.openEscalations.isEmpty && traject.state.escalations[0].withdrawn == day("2026-03-23"))
    #expect(traject.log.last?.actor == .system)
    #expect(!traject.state.obligations(traject.rulebook).contains { $0.escalation == "E1" })
    traject.when("io", on: "2026-03-24", .decide("E1", "al-gehouden")).refuses("is al gedaan")
    #expect(
      traject.when(flagging("2026-07-01")).after.state.escalations.filter {
        $0.obligation?.description == "startgesprek.held"
      }.count == 1)
  }

  // GEN-05 allows
  @Test func heldTooLateItStaysToBeDecided() {
    let traject = given(.kennismaking, flagging("2026-03-20"))
      .when(
        "student", on: "2026-03-09", today: "2026-03-23",
        .held("startgesprek", "student", "wpb", "io", record: Stretch.everything)
      )
      .then("held", "closed")
    traject.when("io", on: "2026-03-23", .decide("E1", "al-gehouden")).then("decided")
  }

  // GEN-05 allows
  @Test func correctingItsDateWithdrawsTheEscalationToo() {
    let late = given(
      .kennismaking, flagging("2026-03-20"),
      by(
        "student", "2026-03-09", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything),
        today: "2026-03-23"))
    let seq = late.events("held")[1].seq
    let traject = late.when(amending(seq, on: "2026-03-06", today: "2026-03-24")).then(
      "corrected", "escalation_withdrawn")
    #expect(traject.state.openEscalations.isEmpty)
  }

  // GEN-05 stores
  @Test func theNextRungIsThatOfTheObligation() {
    let traject = given(.kennismaking)
    func next(_ traject: Scenario) -> String? {
      traject.obligation("startgesprek.held").flatMap { traject.state.nextRung(of: $0, traject.rulebook) }?
        .description
    }
    #expect(next(traject) == "2026-03-07")
    #expect(next(traject.when(flagging("2026-03-07")).after) == "2026-03-13")
    #expect(next(traject.when(flagging("2026-03-20")).after) == nil)
    #expect(next(given(.startgesprek)) == nil)
  }

  // GEN-05 stores
  @Test func nothingIsFlaggedAfterCompletion() {
    let traject = given(.shared, by("io", "2026-06-24", .advance()))
    #expect(traject.state.flagging(traject.rulebook, today: day("2027-01-01")).isEmpty)
  }
}
