import Testing

@testable import CyclusCore

@Suite struct CorrectionTests {
  private let talk = Command.held("begeleidingsgesprek", "student", "wpb")

  // GEN-13 stores
  @Test func aMistakeIsTakenOutByAnEventAndStaysInTheLog() {
    let traject = given(.kennismaking, by("student", "2026-02-10", talk)).when(retracting(6, "2026-02-12"))
      .then("corrected")
    #expect(traject.log[5].event.type == "held")
    #expect(traject.obligation("begeleidingsgesprek@w2.held")?.met == nil)
    #expect(traject.state.gesprekken["begeleidingsgesprek@w2"] == nil)
  }

  // GEN-13 allows
  @Test func aMistypedDateIsPutRightAndWhatFollowedStands() {
    let traject = given(.approvals).when(amending(6, on: "2026-02-26", today: "2026-03-09")).then("corrected")
    #expect(traject.state.gesprekken["startgesprek"]?.held == [day("2026-02-26")])
    #expect(traject.state.gesprekken["startgesprek"]?.closed == day("2026-02-26"))
    #expect(traject.state.phase == "tussenevaluatie" && traject.state.approvals.count == 2)
    #expect(traject.obligation("startgesprek.held")?.met == day("2026-02-26"))
  }

  // GEN-13 refuses
  @Test func aDateBywhichLaterEventsWouldFallIsRefusedWithTheirNumbers() {
    given(.report).when(amending(6, on: "2026-03-04", today: "2026-03-09")).refuses(
      "gebeurtenis 8 (naar de volgende fase gegaan, vr 27 feb 2026) houdt dan geen stand")
    given(.approvals).when(retracting(9, "2026-03-09"))
      .refusesOnly(
        "gebeurtenis 10 (goedkeuring gegeven", "gebeurtenis 11 (goedkeuring gegeven",
        "gebeurtenis 12 (naar de volgende fase gegaan")
  }

  // GEN-13 refuses
  @Test func aDateThatTheCommandItselfWouldNotTakeIsRefusedWithItsReason() {
    given(.approvals).when(amending(10, on: "2026-03-02", today: "2026-03-09")).refuses("di 3 mrt 2026")
    given(.report).when(amending(9, on: "2026-01-02", today: "2026-03-09")).refuses("ligt voor het begin")
    given(.report).when(amending(9, on: "2026-03-10", today: "2026-03-09")).refuses("ligt na de peildatum")
  }

  // GEN-13 allows
  @Test func fromTheLastEventBackEverythingCanBeTakenOut() {
    var traject = given(.report)
    for seq in [9, 8, 6, 5, 3] { traject = traject.when(retracting(seq, "2026-03-09")).then("corrected") }
    let fresh = given()
    var state = traject.state
    state.lastEvent = fresh.state.lastEvent
    #expect(state == fresh.state)
  }

  // GEN-13 allows
  @Test func takingOutAGesprekTakesItsClosingAlong() {
    let traject = given(Stretch(acts: [Stretch.kennismaking.acts[0]])).when(retracting(3, "2026-02-04")).then(
      "corrected")
    #expect(traject.state.settled.isEmpty && traject.state.gesprekken.isEmpty)
    traject.when("student", on: "2026-02-05", .held("kennismakingsgesprek", "student", "wpb")).then(
      "held", "closed")
  }

  // GEN-05 stores
  // GEN-13 allows
  @Test func anEscalationThatWasWithdrawnStandsAgainWhenItsCauseIsTakenOut() {
    let escalated = given(.kennismaking, flagging("2026-03-31"))
    let held = by(
      "student", "2026-03-05", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything),
      today: "2026-04-01")
    let withdrawn = escalated.when(held).then("held", "closed", "escalation_withdrawn")
    #expect(withdrawn.state.openEscalations.isEmpty)
    let seq = withdrawn.log.count - 2
    let back = withdrawn.when(retracting(seq, "2026-04-02")).then("corrected")
    #expect(back.state.openEscalations.map(\.id) == ["E1"])
    let late = withdrawn.when(amending(seq, on: "2026-03-09", today: "2026-04-02")).then("corrected")
    #expect(late.state.openEscalations.map(\.id) == ["E1"])
    let still = withdrawn.when(amending(seq, on: "2026-03-04", today: "2026-04-02"))
      .then("corrected", "escalation_withdrawn")
    #expect(still.state.openEscalations.isEmpty)
  }

  // GEN-13 allows
  @Test func aWithdrawalGoesWithTheCorrectionThatBroughtItWhenThatIsTakenOut() {
    let late = given(.kennismaking, flagging("2026-03-31")).after(
      by(
        "student", "2026-03-09", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything),
        today: "2026-04-01"))
    #expect(late.state.openEscalations.map(\.id) == ["E1"])
    let seq = late.log.count - 1
    let early = late.when(amending(seq, on: "2026-03-05", today: "2026-04-02"))
      .then("corrected", "escalation_withdrawn")
    #expect(early.state.openEscalations.isEmpty)
    let back = early.when(retracting(early.log.count - 1, "2026-04-03")).then("corrected")
    #expect(back.state.openEscalations.map(\.id) == ["E1"])
    // As well where another correction comes in its place, and it counts again with that one gone.
    let again = early.when(amending(seq, on: "2026-03-10", today: "2026-04-03")).then("corrected")
    #expect(again.state.openEscalations.map(\.id) == ["E1"])
    let restored = again.when(retracting(again.log.count, "2026-04-04"))
    #expect(restored.after.state.openEscalations.isEmpty)
  }

  // GEN-13 allows
  @Test func ofFeedbackThatWasGivenTwiceOneCanBeTakenOut() {
    let twice = given(
      .interimFeedback, by("wpb", "2026-04-16", .feedback("ppi", at: "tussenevaluatie")),
      by(
        "student", "2026-04-21",
        .held("tussenevaluatie", "student", "wpb", "io", record: ["doelen-bijgesteld": "nee"])))
    let given = twice.events("feedback_given")
    for seq in [given[4].seq, given[5].seq] {
      let left = twice.when(retracting(seq, "2026-04-22")).then("corrected")
      #expect(left.state.gesprekken["tussenevaluatie"]?.closed == day("2026-04-21"))
    }
    let first = twice.when(retracting(given[4].seq, "2026-04-22")).then("corrected")
    #expect(first.obligation("ppi@tussenevaluatie.feedback")?.met == day("2026-04-16"))
    first.when(retracting(given[5].seq, "2026-04-22")).refuses("gesprek afgesloten")
  }

  // GEN-13 allows
  @Test func aTalkThatMovesTakesItsClosingToTheDayOnWhichAllWasSaid() {
    let late = given(
      .approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")),
      Stretch(
        acts: (Stretch.summative + Stretch.formative).map {
          by("wpb", "2026-04-20", .feedback($0, at: "tussenevaluatie"))
        }),
      by(
        "student", "2026-04-17",
        .held("tussenevaluatie", "student", "wpb", "io", record: ["doelen-bijgesteld": "ja"]),
        today: "2026-04-21"))
    let held = late.events("held").last?.seq ?? 0
    #expect(late.state.gesprekken["tussenevaluatie"]?.closed == day("2026-04-20"))
    for (moved, closed) in [("2026-04-16", "2026-04-20"), ("2026-04-21", "2026-04-21")] {
      let after = late.when(amending(held, on: moved, today: "2026-04-22")).then("corrected")
      #expect(after.state.gesprekken["tussenevaluatie"]?.held == [day(moved)])
      #expect(after.state.gesprekken["tussenevaluatie"]?.closed == day(closed))
    }
  }

  // GEN-13 allows
  @Test func otherDataAreStoredAsTheCommandWouldHaveStoredThem() {
    let traject = given(.kennismaking, by("student", "2026-02-10", talk))
      .when(
        amending(
          6, on: "2026-02-05",
          [
            "gesprek": "begeleidingsgesprek@w1",
            "present": [
              ["role": "student", "person": "P1"], ["role": "werkplekbegeleider", "person": "P2"],
            ],
          ], today: "2026-02-12")
      )
      .then("corrected")
    #expect(traject.obligation("begeleidingsgesprek@w1.held")?.met == day("2026-02-05"))
    #expect(traject.obligation("begeleidingsgesprek@w2.held")?.met == nil)
    #expect(traject.state.settled["begeleidingsgesprek@w1.held"]?.due == day("2026-02-06"))
  }

  // GEN-13 allows
  @Test func aVerdictIsPutRight() {
    let traject = given(.verdicts)
    let seq = traject.events("assessed")[0].seq
    var data = traject.events("assessed")[0].event.data
    data["verdict"] = "niet-voldaan"
    #expect(
      traject.when(amending(seq, data, today: "2026-06-16")).then("corrected").state.finalVerdict(
        on: "positief-leerklimaat") == "niet-voldaan")
  }

  // GEN-13 refuses
  @Test func dataThatTheCommandWouldNotTakeAreRefused() {
    let traject = given(.verdicts)
    let seq = traject.events("assessed")[0].seq
    var data = traject.events("assessed")[0].event.data
    data["verdict"] = "goed"
    traject.when(amending(seq, data, today: "2026-06-16")).refuses("bekend zijn: voldaan, niet-voldaan")
    data["outcome"] = nil
    traject.when(amending(seq, data, today: "2026-06-16")).refuses("«outcome» kan deze waarde niet hebben")
  }

  // GEN-13 refuses
  @Test func dataThatChangeNothingAreNoCorrection() {
    let traject = given(.verdicts)
    let assessed = traject.events("assessed")[0]
    traject.when(amending(assessed.seq, assessed.event.data, today: "2026-06-16")).refusesOnly(
      "zo verandert er niets")
    let confirmed = given(.confirmations)
    guard let last = confirmed.events("confirmed").last else { return }
    var data = last.event.data
    data["result"] = "uitmuntend"
    confirmed.when(amending(last.seq, data, today: "2026-06-24")).refusesOnly(
      "de uitslag volgt uit de oordelen: dat geeft voldaan, niet uitmuntend")
  }

  // GEN-13 refuses
  @Test func aVerdictUnderAConfirmedResultIsNotAmendedAlone() {
    let traject = given(.confirmations)
    guard let verdict = traject.events("assessed").first else { return }
    var data = verdict.event.data
    data["verdict"] = "niet-voldaan"
    traject.when(amending(verdict.seq, data, today: "2026-06-24")).refuses("uitslag bevestigd")
    traject.when(cascading(amending(verdict.seq, data, today: "2026-06-24"))).refuses(
      "valt niet met iets anders mee")
  }

  // GEN-13 refuses
  @Test func aCompletedTrajectIsNotSetBackByACorrectionOfItsBeginning() {
    let traject = given(.shared, by("io", "2026-06-30", .advance()))
    let held = traject.events("held")[1]
    traject.when(cascading(amending(held.seq, on: "2026-03-20", today: "2026-07-01"))).refuses(
      "traject voltooid", "valt niet met iets anders mee")
  }

  // GEN-13 refuses, allows
  @Test func onlyTheLeaderAndWhoDidItCorrect() throws {
    let traject = given(.verdicts)
    let seq = traject.events("assessed")[0].seq
    let correction = Correction(log: traject.log, workflow: Scenario.workflow)
    let taken = Event.Corrected(event: seq, why: text(), data: nil, happened: nil)
    for who in ["student", "so", "oac"] {
      #expect(throws: Refusal.self) {
        try correction.weigh(taken, by: traject.actor(who), on: day("2026-06-16"), isCascading: false)
      }
    }
    for (who, role) in [("io", "instituutsopleider"), ("wpb", "werkplekbegeleider")] {
      let actor = Actor(person: traject.actor(who).person, role: nil)
      let decision = try correction.weigh(taken, by: actor, on: day("2026-06-16"), isCascading: false)
      #expect(decision.entries.first?.actor.role == role)
    }
  }

  // GEN-13 allows
  @Test func aCorrectionIsTakenOutInItsTurn() {
    let before = given(.kennismaking, by("student", "2026-02-10", talk))
    let traject = before.when(retracting(6, "2026-02-12")).then("corrected").when(retracting(7, "2026-02-13"))
      .then("corrected")
    var state = traject.state
    state.lastEvent = before.state.lastEvent
    #expect(state == before.state)
  }

  // GEN-13 allows
  @Test func takingOutASecondCorrectionBringsTheFirstBack() {
    let once = given(
      .kennismaking, by("student", "2026-02-10", talk), amending(6, on: "2026-02-11", today: "2026-02-16"))
    let twice = once.when(amending(6, on: "2026-02-12", today: "2026-02-16")).then("corrected")
    #expect(twice.state.gesprekken["begeleidingsgesprek@w2"]?.held == [day("2026-02-12")])
    #expect(
      twice.when(retracting(8, "2026-02-16")).then("corrected").state.gesprekken["begeleidingsgesprek@w2"]?
        .held == [day("2026-02-11")])
  }

  // GEN-13 refuses
  @Test func aCorrectionIsNotBroughtBackWhenTheLaterEventsLeanOnIt() {
    // The date was put right first; the report was approved on the day that only holds with the correction.
    let traject = given(
      .startgesprek, by("student", "2026-03-09", .submit("verslag-startgesprek")),
      amending(9, on: "2026-03-03", today: "2026-03-10"),
      by("wpb", "2026-03-05", .approve(approval: "goedkeuring-didactisch"), today: "2026-03-10"))
    traject.when(retracting(10, "2026-03-11")).refusesOnly("gebeurtenis 11 (goedkeuring gegeven")
  }

  // GEN-13 refuses
  @Test func whatCannotBeCorrectedIsRefused() {
    let traject = given(.kennismaking, by("student", "2026-02-10", talk), retracting(6, "2026-02-12"))
    traject.when(amending(1, on: "2026-02-03", today: "2026-02-12")).refuses("alleen worden teruggenomen")
    traject.when(retracting(2, "2026-02-12")).refuses("is van het systeem")
    traject.when(retracting(6, "2026-02-12")).refuses("is al teruggenomen")
    traject.when(retracting(99, "2026-02-12")).refuses("hoort niet bij dit traject")
    traject.when(amending(7, on: "2026-02-11", today: "2026-02-12")).refuses("is zelf een correctie")
  }

  // GEN-13 allows
  @Test func whatWasTakenOutMayComeBackWithOtherData() {
    let traject = given(.kennismaking, by("student", "2026-02-10", talk), retracting(6, "2026-02-12"))
      .when(amending(6, on: "2026-02-11", today: "2026-02-12")).then("corrected")
    #expect(traject.state.gesprekken["begeleidingsgesprek@w2"]?.held == [day("2026-02-11")])
  }

  // GEN-13 allows
  @Test func takingOutTheLiftingOfABlockTakesThePassageAlong() {
    let request = Scenario.request(["houding-jaar-1": "niet-behaald"])
    let traject = given(
      Stretch(acts: [
        by("io", "2026-02-20", .done(obligation: "houding-alsnog-behaald")),
        by("io", "2026-02-20", .unblock(block: "professionele-houding", why: text())),
      ]), request: request
    )
    .when(retracting(4, "2026-02-23")).then("corrected")
    #expect(traject.state.phase == "instroom" && traject.state.status == .blocked)
  }

  // GEN-13 allows
  @Test func anEscalationThatWasTakenOutLeavesTheNumbersOfTheOthers() {
    let traject = given(
      .kennismaking, by("io", "2026-02-10", .escalate("stagnatie")),
      by("io", "2026-02-10", .escalate("mismatch")),
      retracting(6, "2026-02-11")
    ).when("io", on: "2026-02-12", .escalate("houding")).then("escalated")
    #expect(traject.state.escalations.map(\.id) == ["E2", "E3"])
    // Nor is the number of the last one given twice.
    traject.when(retracting(9, "2026-02-13")).after.when("io", on: "2026-02-13", .escalate("persoonlijk"))
      .then("escalated")
      .when("io", on: "2026-02-13", .consult("E3", "so")).refuses("er is geen escalatie «E3»")
  }

  // GEN-13 allows
  @Test func aSecondCorrectionStandsOnTheFirst() {
    let traject = given(.verdicts)
    let verdict = traject.events("assessed")[0]
    var data = verdict.event.data
    data["verdict"] = "niet-voldaan"
    let twice = traject.when(amending(verdict.seq, data, today: "2026-06-16")).then("corrected")
      .when(amending(verdict.seq, on: "2026-06-12", today: "2026-06-16")).then("corrected")
    #expect(twice.state.judgements.first { $0.event == verdict.seq }?.on == day("2026-06-12"))
    #expect(twice.state.judgements.first { $0.event == verdict.seq }?.verdict == "niet-voldaan")
  }

  // GEN-13 allows
  @Test func theTermOfAnEscalationFollowsItsCorrectedDay() {
    let traject = given(.kennismaking, by("io", "2026-03-03", .escalate("stagnatie")))
      .when(amending(6, on: "2026-03-05", today: "2026-03-09")).then("corrected")
    #expect(traject.obligation("E1.decided")?.due == day("2026-03-19"))
  }
}
