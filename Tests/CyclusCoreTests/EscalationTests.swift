import Testing

@testable import CyclusCore

@Suite struct EscalationTests {
  private let worry = by("wpb", "2026-04-15", .escalate("zorg-leeruitkomst", about: "leerstof-verwerken"))
  private let ending = by("student", "2026-03-09", .escalate("stagnatie"))

  // HAN-38 opens
  @Test func aWorryAboutOneOutcomeGoesToTheInstituutsopleiderInTwoWeeks() {
    let traject = given(.startgesprek).when(worry).then("escalated")
    let decision = traject.obligation("E1.decided")
    #expect(decision?.role == "instituutsopleider" && decision?.due == day("2026-05-04"))
    #expect(traject.state.escalations[0].about == "leerstof-verwerken")
  }

  // HAN-38 allows
  @Test func aWorryDoesNotStopTheTraject() {
    let traject = given(
      .interimFeedback, worry,
      by(
        "student", "2026-04-21",
        .held("tussenevaluatie", "student", "wpb", "io", record: ["doelen-bijgesteld": "ja"])))
    traject.when("io", on: "2026-04-21", .advance()).then("advanced")
  }

  // HAN-38 allows
  @Test func theInstituutsopleiderMayConsultTheOpleiderAndDecides() {
    given(.startgesprek, worry, by("io", "2026-04-16", .consult("E1", "olv")))
      .when("io", on: "2026-04-20", .decide("E1", "besproken")).then("decided")
    given(.startgesprek, worry).when("io", on: "2026-04-20", .decide("E1", "extra-begeleiding")).then(
      "decided")
  }

  // HAN-38 refuses
  @Test func aWorryNamesAnOutcomeOfTheTraject() {
    given().when("wpb", on: "2026-04-15", .escalate("zorg-leeruitkomst")).refuses(
      "noem de leeruitkomst met --about")
    given().when("wpb", on: "2026-04-15", .escalate("zorg-leeruitkomst", about: "leerstof")).refuses(
      "bedoelt u leerstof-verwerken?")
  }

  // HAN-38 refuses
  @Test func theSameWorryIsNotOpenedTwice() {
    let traject = given(.startgesprek, worry)
    traject.when("so", on: "2026-04-16", .escalate("zorg-leeruitkomst", about: "leerstof-verwerken")).refuses(
      "E1 loopt hierover al sinds wo 15 apr 2026")
    traject.when("so", on: "2026-04-16", .escalate("zorg-leeruitkomst", about: "ict")).then("escalated")
  }

  // HAN-39 opens
  @Test(arguments: ["persoonlijk", "mismatch", "stagnatie", "houding"])
  func eachReasonToEndEarlyTakesTheSameRoute(_ reason: String) {
    let traject = given(.startgesprek).when("student", on: "2026-03-09", .escalate(reason)).then("escalated")
    #expect(
      traject.keys(.open, on: "2026-03-09").filter { $0.hasPrefix("E1") }
        == ["E1@schoolopleider.consulted", "E1@instituutsopleider.consulted", "E1.proposed", "E1.decided"])
    #expect(traject.state.status == .active && traject.obligation("E1.decided")?.due == day("2026-03-23"))
  }

  // HAN-39 opens
  @Test func anUnsafeSituationBlocksAtOnceAndIsDueTheSameDay() {
    let traject = given(.startgesprek).when("so", on: "2026-03-09", .escalate("onveilig")).then(
      "escalated", "blocked")
    #expect(traject.state.status == .blocked)
    #expect(traject.obligation("E1.decided")?.due == day("2026-03-09"))
    #expect(traject.obligation("E1.decided")?.state(on: day("2026-03-10")) == .overdue)
    #expect(traject.obligation("verslag-startgesprek.submitted")?.state(on: day("2026-03-10")) == .suspended)
  }

  // HAN-39 refuses
  @Test func endingEarlyIsNotDecidedBeforeBothWereConsultedAndThereIsAPlan() {
    given(.startgesprek, ending).when("io", on: "2026-03-10", .decide("E1", "beeindigen"))
      .refusesOnly("E1@schoolopleider.consulted", "E1@instituutsopleider.consulted", "E1.proposed")
  }

  // HAN-39 allows
  @Test(arguments: ["hervatten", "andere-plek", "beeindigen"]) func afterThatItIsDecided(_ outcome: String) {
    let traject = given(
      .startgesprek, ending, by("io", "2026-03-10", .consult("E1", "so")),
      by("io", "2026-03-10", .consult("E1", "io")),
      by("io", "2026-03-11", .propose("E1"))
    )
    .when("io", on: "2026-03-12", .decide("E1", outcome)).then("decided")
    #expect(traject.state.openEscalations.isEmpty && traject.state.escalations[0].outcome == outcome)
    // Deciding to end only permits it.
    #expect(!traject.state.hasEnded)
  }

  // HAN-39 allows
  @Test func whoOpensItNeedNotBeConsulted() {
    let traject = given(.startgesprek, by("so", "2026-03-09", .escalate("stagnatie")))
    #expect(traject.obligation("E1@schoolopleider.consulted")?.met == day("2026-03-09"))
  }

  // HAN-39 allows
  @Test func whoCannotBeReachedIsRecordedWithWhy() {
    let absent = Command.consult(escalation: "E1", role: "so", isAbsent: true, why: nil)
    given(.startgesprek, ending).when("io", on: "2026-03-10", absent).refusesOnly(
      "--why waarom schoolopleider")
    given(
      .startgesprek, ending,
      by("io", "2026-03-10", .consult(escalation: "E1", role: "so", isAbsent: true, why: text())),
      by("io", "2026-03-10", .consult("E1", "io")), by("io", "2026-03-11", .propose("E1"))
    )
    .when("io", on: "2026-03-12", .decide("E1", "hervatten")).then("decided")
  }

  // HAN-39 refuses
  @Test func consultingFollowsTheRoute() {
    let traject = given(.startgesprek, ending)
    traject.when("io", on: "2026-03-10", .consult("E1", "student")).refuses(
      "hierover worden geraadpleegd: schoolopleider")
    traject.when("io", on: "2026-03-10", .consult("E1", "slber")).refuses(
      "niemand heeft in dit traject de rol slb'er")
    traject.when("io", on: "2026-03-10", .consult("E1", "wpbb")).refuses("er is geen rol")
    traject.when("io", on: "2026-03-10", .consult("E2", "so")).refuses("er is geen escalatie «E2»")
    traject.when("io", on: "2026-03-06", today: "2026-03-10", .consult("E1", "so")).refuses("ma 9 mrt 2026")
    traject.when("io", on: "2026-03-06", today: "2026-03-10", .propose("E1")).refuses("ma 9 mrt 2026")
  }

  // HAN-39 refuses
  @Test func onlyWhoItGoesToDecidesAndOnlyOnce() {
    let ready = given(
      .startgesprek, ending, by("io", "2026-03-10", .consult("E1", "so")),
      by("io", "2026-03-10", .consult("E1", "io")),
      by("io", "2026-03-11", .propose("E1")))
    ready.when("so", on: "2026-03-12", .decide("E1", "hervatten")).refuses("instituutsopleider")
    ready.when("io", on: "2026-03-09", today: "2026-03-12", .decide("E1", "hervatten")).refuses(
      "di 10 mrt 2026")
    ready.when("io", on: "2026-03-12", .decide("E1", "hervaten")).refuses("bedoelt u hervatten?")
    ready.when("io", on: "2026-03-12", .decide("E1", "hervatten")).then("decided")
      .when("io", on: "2026-03-13", .decide("E1", "beeindigen")).refuses("is al gedaan op do 12 mrt 2026")
  }

  // HAN-39 allows
  @Test func aDecisionToResumeLeavesTheBlockForItsOwnRole() {
    let traject = given(
      .startgesprek, by("so", "2026-03-09", .escalate("onveilig")),
      by("io", "2026-03-09", .consult("E1", "io")),
      by("io", "2026-03-09", .propose("E1")), by("io", "2026-03-10", .decide("E1", "hervatten")))
    #expect(traject.state.status == .blocked)
    traject.when("io", on: "2026-03-10", .unblock(block: "onveilige-situatie", why: text())).then("unblocked")
  }
}
