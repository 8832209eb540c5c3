import Testing

@testable import CyclusCore

@Suite struct EntryBlockTests {
  private func blocked(_ acts: Scenario.Act...) -> Scenario {
    given(Stretch(acts: acts), request: Scenario.request(["houding-jaar-1": "niet-behaald"]))
  }
  private let lift = Command.unblock(block: "professionele-houding", why: text())
  private let achieved = by("io", "2026-02-20", .done(obligation: "houding-alsnog-behaald"))

  // HAN-10 opens
  @Test func aStudentWithoutTheProfessionalAttitudeStartsBlockedInInstroom() {
    let traject = blocked()
    #expect(traject.log.map(\.event.type) == ["started", "blocked"])
    #expect(traject.state.phase == "instroom" && traject.state.status == .blocked)
  }

  // HAN-10 allows
  @Test func everybodyElsePassesInstroomAtOnce() {
    let traject = given()
    #expect(traject.log.map(\.event.type) == ["started", "advanced"])
    #expect(traject.state.phase == "kennismaking" && traject.state.status == .active)
  }

  // HAN-10 opens
  // GEN-14 dates
  @Test func behindTheEntryBlockNothingOpensButWhatLiftsIt() {
    let traject = blocked()
    #expect(
      traject.keys(.open, on: "2026-02-10")
        == ["houding-alsnog-behaald.done", "professionele-houding.lifted"])
    #expect(
      traject.keys(.overdue, on: "2026-07-01").isEmpty && traject.keys(.missed, on: "2026-07-01").isEmpty)
    #expect(traject.obligation("startgesprek.held")?.due == nil)
  }

  // HAN-10 refuses
  @Test func theBlockIsNotLiftedWithoutTheRecordThatItWasAchieved() {
    blocked().when("io", on: "2026-02-20", lift).refusesOnly("houding-alsnog-behaald.done")
  }

  // HAN-10 refuses
  // GEN-10 refuses
  @Test func whatLiftsABlockIsNeverWaived() {
    blocked().when("io", on: "2026-02-20", .waive("houding-alsnog-behaald")).refusesOnly(
      "de blokkade «Professionele houding uit jaar 1 niet behaald» wordt pas opgeheven als dit is vastgelegd "
        + "(houding-alsnog-behaald.done)")
  }

  // HAN-10 refuses
  @Test func whatWasWaivedIsNoRecordThatItWasAchieved() {
    var waived = blocked()
    let key = ObligationKey(ItemKey("houding-alsnog-behaald"), .done)
    waived.append(
      Decision(entries: [
        .init(
          event: .waived(obligation: key, why: text()), actor: waived.actor("io"),
          happened: day("2026-02-20"),
          rules: [], meets: [])
      ]), today: day("2026-02-20"))
    waived.when("io", on: "2026-02-20", lift).refusesOnly("houding-alsnog-behaald.done")
    waived.when("io", on: "2026-02-20", .done(obligation: "houding-alsnog-behaald")).then("done")
      .when("io", on: "2026-02-20", lift).then("unblocked", "advanced")
  }

  // HAN-10 refuses
  @Test func onlyTheInstituutsopleiderLiftsIt() {
    blocked(achieved).when("so", on: "2026-02-20", lift).refuses("instituutsopleider")
    blocked().when("student", on: "2026-02-20", .done(obligation: "houding-alsnog-behaald"))
      .refuses("instituutsopleider")
  }

  // HAN-10 refuses
  @Test func itIsNotLiftedBeforeTheDayOnWhichItWasAchieved() {
    blocked(achieved).when("io", on: "2026-02-19", today: "2026-02-20", lift).refuses("vr 20 feb 2026")
  }

  // HAN-10 allows
  @Test func onceAchievedTheBlockIsLiftedAndInstroomPasses() {
    let traject = blocked(achieved).when("io", on: "2026-02-20", lift).then("unblocked", "advanced")
    #expect(traject.state.phase == "kennismaking")
    #expect(traject.obligation("professionele-houding.lifted")?.met == day("2026-02-20"))
  }

  // HAN-10 refuses
  @Test func theEntryBlockIsNeverSetByHand() {
    given().when("io", on: "2026-03-02", .block(reason: "professionele-houding")).refuses(
      "ontstaat alleen bij de start")
  }

  // HAN-10 refuses
  @Test func nobodyElseIsAskedForTheProfessionalAttitude() {
    given().when("io", on: "2026-03-02", .done(obligation: "houding-alsnog-behaald")).refuses(
      "wordt in dit traject niet gevraagd")
  }

  // GEN-14 dates
  @Test func afterTheEntryBlockOpenDatesMoveByTheDaysItStood() {
    let traject = blocked(achieved, by("io", "2026-02-20", lift))
    // Week 1 ended on 6 February; the clock stood still from the 2nd up to the 20th: 18 days.
    #expect(traject.obligation("kennismakingsgesprek.held")?.due == day("2026-02-24"))
    // What opened after the block keeps its date.
    #expect(traject.obligation("startgesprek.held")?.due == day("2026-03-06"))
  }

  // GEN-14 dates
  @Test func weeksInWhichTheClockStoodStillAreNeitherMissedNorInARow() {
    let traject = blocked(achieved, by("io", "2026-02-20", lift))
    #expect(
      traject.keys(.missed, on: "2026-03-09") == [
        "begeleidingsgesprek@w3.held", "begeleidingsgesprek@w4.held",
      ])
    #expect(
      traject.keys(.suspended, on: "2026-03-09").prefix(2) == [
        "begeleidingsgesprek@w1.held", "begeleidingsgesprek@w2.held",
      ])
    #expect(traject.keys(.open, on: "2026-03-14").contains("contact-begeleiding@w5.done"))
  }

  // GEN-07 allows
  @Test func aBlockStopsProgressNotCare() {
    let traject = blocked()
    traject.when("student", on: "2026-02-03", .held("kennismakingsgesprek", "student", "wpb")).then(
      "held", "closed")
    traject.when("student", on: "2026-02-03", .submit("voorbereiding-startgesprek")).then("submitted")
    traject.when("student", on: "2026-02-03", .escalate("stagnatie")).then("escalated")
    traject.when("io", on: "2026-02-03", .plan("startgesprek", "2026-02-27 10:00")).then("planned")
  }

  // GEN-07 refuses
  @Test func advancingWaitsForTheBlock() {
    given(
      .kennismaking, by("student", "2026-02-26", .block(reason: "onveilige-situatie")),
      by("student", "2026-02-27", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything))
    )
    .when("io", on: "2026-02-27", .advance()).refusesOnly("onveilige-situatie.lifted")
  }

  // GEN-07 allows
  @Test func afterTheBlockTheTrajectAdvances() {
    given(
      .kennismaking, by("student", "2026-02-26", .block(reason: "onveilige-situatie")),
      by("student", "2026-02-27", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything)),
      by("io", "2026-03-02", .unblock(block: "onveilige-situatie", why: text()))
    )
    .when("io", on: "2026-03-02", .advance()).then("advanced")
  }

  // GEN-07 refuses
  @Test func whoMayNotSetABlockIsRefusedAndTwiceIsRefused() {
    given().when("oac", on: "2026-03-02", .block(reason: "onveilige-situatie")).refuses(
      "student", "schoolopleider")
    given(Stretch(acts: [by("so", "2026-03-02", .block(reason: "onveilige-situatie"))]))
      .when("io", on: "2026-03-03", .block(reason: "onveilige-situatie")).refuses(
        "staat al sinds ma 2 mrt 2026")
    given().when("io", on: "2026-03-02", .unblock(block: "onveilige-situatie", why: text())).refuses(
      "er staat geen blokkade")
    given().when("io", on: "2026-03-02", .block(reason: "onveilige-sitatie")).refuses(
      "bedoelt u onveilige-situatie?")
  }

  private let unsafe =
    Stretch.kennismaking
    + Stretch(acts: [
      by("student", "2026-02-25", .block(reason: "onveilige-situatie"))
    ])

  // GEN-14 dates
  @Test func anUnsafeSituationSuspendsWhatIsOpen() {
    let traject = given(unsafe)
    #expect(traject.obligation("startgesprek.held")?.state(on: day("2026-03-09")) == .suspended)
    #expect(traject.obligation("begeleidingsgesprek@w2.held")?.state(on: day("2026-03-09")) == .missed)
    #expect(traject.state.flagging(traject.rulebook, today: day("2026-06-01")).isEmpty)
  }

  // GEN-14 dates
  @Test func afterwardsTheGesprekAndAllThatIsCountedFromItMoveTogether() {
    let traject = given(
      unsafe, by("io", "2026-03-11", .unblock(block: "onveilige-situatie", why: text())),
      by("student", "2026-03-12", .submit("voorbereiding-startgesprek")))
    #expect(traject.obligation("startgesprek.held")?.due == day("2026-03-20"))
    #expect(traject.obligation("feedbackverzoek.done")?.due == day("2026-03-17"))
    #expect(traject.obligation("voorbereiding-bekeken.done")?.due == day("2026-03-20"))
  }

  // GEN-14 dates
  @Test func aGesprekPlannedAfterTheBlockIsDueAsPlanned() {
    let traject = given(
      unsafe, by("io", "2026-03-11", .unblock(block: "onveilige-situatie", why: text())),
      by("io", "2026-03-11", .plan("startgesprek", "2026-03-18 10:00")))
    #expect(traject.obligation("feedbackverzoek.done")?.due == day("2026-03-16"))
  }

  // GEN-14 dates
  @Test func aDayPlannedInsideTheBlockStandsForNothingAfterwards() {
    let traject = given(
      .kennismaking, by("io", "2026-02-24", .plan("startgesprek", "2026-03-04 10:00")),
      by("student", "2026-02-25", .block(reason: "onveilige-situatie")),
      by("io", "2026-03-11", .unblock(block: "onveilige-situatie", why: text())))
    #expect(traject.obligation("feedbackverzoek.done")?.due == day("2026-03-17"))
  }

  // GEN-14 dates
  @Test func rungsWaitAsLongAsTheClockStoodStill() {
    let traject = given(
      .kennismaking, flagging("2026-03-07"),
      by("student", "2026-03-09", .block(reason: "onveilige-situatie")),
      by("io", "2026-03-30", .unblock(block: "onveilige-situatie", why: text())))
    let rungs = traject.state.flagging(traject.rulebook, today: day("2026-05-01")).filter { entry in
      guard case .flagged(let flagged) = entry.event else { return false }
      return flagged.obligation.description == "startgesprek.held"
    }
    // Due 6 March; 21 days of standstill come on top of the 7 and 14.
    #expect(rungs.map(\.happened.description) == ["2026-04-03", "2026-04-10"])
  }
}
