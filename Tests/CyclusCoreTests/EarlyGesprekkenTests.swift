import Testing

@testable import CyclusCore

@Suite struct EarlyGesprekkenTests {
  // HAN-22 dates
  @Test func theKennismakingsgesprekIsDueInTheFirstWeek() {
    let held = given().obligation("kennismakingsgesprek.held")
    #expect(held?.opens == day("2026-02-02") && held?.due == day("2026-02-06"))
  }

  // HAN-22 shows
  @Test func unplannedEvaluationMomentsAreAWarningThatNamesThem() {
    given(Stretch(acts: [by("io", "2026-02-02", .plan("tussenevaluatie", "2026-04-21 10:00"))]))
      .when("student", on: "2026-02-03", .held("kennismakingsgesprek", "student", "wpb"))
      .remarks("nog niet gepland: Startgesprek en Eindbeoordeling (HAN-22, aangenomen)")
  }

  // GEN-09 shows
  @Test func planningAGesprekThatWasHeldSaysSo() {
    let held = by("student", "2026-02-27", .held("startgesprek", "student", "wpb", "io"))
    given(.kennismaking, held).when("io", on: "2026-03-02", .plan("startgesprek", "2026-03-05 10:00"))
      .remarks("let op: dit gesprek is al gehouden")
    let incomplete = by("student", "2026-02-27", .held("startgesprek", "student", "wpb"))
    let again = given(.kennismaking, incomplete)
      .when("io", on: "2026-03-02", .plan("startgesprek", "2026-03-05 10:00")).then("planned")
    #expect(!again.remarks.contains { $0.nl.contains("al gehouden") })
  }

  // GEN-13 allows
  @Test func aCatchUpContactOfAnEarlierDayClosesOnTheDayOfTheGesprek() throws {
    let record = ["leeractiviteiten": "ja", "wanneer-tevreden": "ja", "doelen": "alle"]
    let closed = given(
      .kennismaking, by("student", "2026-03-05", .held("startgesprek", "student", "wpb", record: record)),
      by("io", "2026-02-23", .held("startgesprek", "io"), today: "2026-03-09"))
    #expect(closed.state.gesprekken["startgesprek"]?.closed == day("2026-03-05"))
    // So what rests on it holds when it is decided again.
    let replay = try Correction(log: closed.log, workflow: closed.rules).replayed(closed.log, from: 2)
    #expect(replay.fallen.isEmpty)
  }

  // HAN-22 shows
  @Test func theAgendaOfTheKennismakingHasTheTopicsOfTheHandbook() {
    #expect(
      Scenario.workflow.gesprek("kennismakingsgesprek")?.agenda.map(\.nl) == [
        "jaar 1", "leeruitkomsten van dit traject", "passende begeleiding", "dagen", "klassen", "eerste les",
        "evaluatiemomenten", "wat verder van belang is",
      ])
  }

  // HAN-22 allows
  @Test func withTheMomentsPlannedNothingIsRemarked() {
    let traject = given(
      Stretch(acts: [
        by("io", "2026-02-02", .plan("startgesprek", "2026-02-27 10:00")),
        by("io", "2026-02-02", .plan("tussenevaluatie", "2026-04-21 10:00")),
        by("io", "2026-02-02", .plan("eindbeoordeling", "2026-06-16 10:00")),
      ])
    ).when("student", on: "2026-02-03", .held("kennismakingsgesprek", "student", "wpb")).then(
      "held", "closed")
    #expect(traject.remarks.isEmpty)
  }

  // HAN-22 refuses
  @Test func aKennismakingWithoutTheWerkplekbegeleiderStaysOpen() {
    given(Stretch(acts: [by("student", "2026-02-03", .held("kennismakingsgesprek", "student", "so"))]))
      .when("io", on: "2026-02-04", .advance())
      .refusesOnly("werkplekbegeleider ontbrak", "kennismakingsgesprek.closed")
  }

  // HAN-22 allows
  @Test func othersAreWelcomeAtTheKennismaking() {
    given().when("student", on: "2026-02-03", .held("kennismakingsgesprek", "student", "wpb", "so", "io"))
      .then("held", "closed")
  }

  // HAN-23 dates
  @Test func theStartgesprekOpensInWeekThreeAndIsDueAtTheEndOfWeekFour() {
    let held = given().obligation("startgesprek.held")
    #expect(held?.opens == day("2026-02-23") && held?.due == day("2026-03-06"))
  }

  // HAN-23 refuses
  // HAN-44 refuses
  @Test func theStartgesprekDoesNotCloseWithoutGoalsActivitiesAndWhenAllAreSatisfied() {
    given(.kennismaking, by("student", "2026-02-27", .held("startgesprek", "student", "wpb", "io")))
      .when("student", on: "2026-02-27", .close(gesprek: "startgesprek", record: [:]))
      .refusesOnly(
        "doel per leeruitkomst ontbreekt", "--set leeractiviteiten=ja", "wanneer allen tevreden zijn")
  }

  // HAN-44 refuses
  @Test func goalsWithoutOneForThePersonalIdentityAreNotEnough() {
    let goals = "positief-leerklimaat,afstemmen-op-de-lerende,leerstof-verwerken,ict"
    given(
      .kennismaking,
      by(
        "student", "2026-02-27",
        .held(
          "startgesprek", "student", "wpb", "io", record: Stretch.everything.merging(["doelen": goals]) { $1 }
        ))
    )
    .when("student", on: "2026-02-27", .close(gesprek: "startgesprek", record: [:]))
    .refusesOnly("ontbreekt voor Persoonlijke en professionele identiteit")
  }

  // HAN-23 allows
  @Test func withThreeCornersAndAllOnRecordItClosesByItself() {
    let traject = given(.kennismaking)
      .when(
        "student", on: "2026-02-27",
        .held("startgesprek", "student", "wpb", "io", record: Stretch.everything)
      )
      .then("held", "closed")
    #expect(traject.obligation("startgesprek.closed")?.met == day("2026-02-27"))
  }

  // HAN-44 allows
  @Test func goalsAreAddedToThoseOnRecord() {
    let goals = "positief-leerklimaat,afstemmen-op-de-lerende,leerstof-verwerken,ict"
    let traject = given(
      .kennismaking,
      by(
        "student", "2026-02-27",
        .held(
          "startgesprek", "student", "wpb", "io", record: Stretch.everything.merging(["doelen": goals]) { $1 }
        ))
    )
    .when("student", on: "2026-02-27", .close(gesprek: "startgesprek", record: ["doelen": "ppi"]))
    .then("closed")
    #expect(traject.state.gesprekken["startgesprek"]?.record["doelen"] == goals + ",ppi")
  }

  // HAN-23 refuses
  @Test func whatIsPutOnRecordIsCheckedAgainstTheWorkflow() {
    let traject = given(.kennismaking)
    traject.when("student", on: "2026-02-27", .held("startgesprek", "student", record: ["doele": "alle"]))
      .refuses("bedoelt u doelen?")
    traject.when("student", on: "2026-02-27", .held("startgesprek", "student", record: ["doelen": "pppi"]))
      .refuses("bedoelt u ppi?")
    traject.when(
      "student", on: "2026-02-27", .held("startgesprek", "student", record: ["leeractiviteiten": "veel"])
    )
    .refuses("schrijf ja of laat het weg")
  }

  // HAN-23 refuses
  @Test func aClosedGesprekIsNotHeldOrClosedOrPlannedAgain() {
    let traject = given(.startgesprek)
    traject.when("student", on: "2026-03-02", .held("startgesprek", "student", "wpb", "io")).refuses(
      "Startgesprek is al afgesloten op vr 27 feb 2026")
    traject.when("student", on: "2026-03-02", .close(gesprek: "startgesprek", record: [:])).refuses(
      "is al gedaan")
    traject.when("student", on: "2026-03-02", .plan("startgesprek", "2026-03-04 10:00")).refuses(
      "is al gedaan")
  }

  // HAN-24 opens
  @Test func withTheStartgesprekThePreparationOpens() {
    let open = given(.kennismaking).keys(.open, on: "2026-02-23")
    #expect(open.contains("voorbereiding-startgesprek.submitted") && open.contains("feedbackverzoek.done"))
    #expect(!open.contains("voorbereiding-bekeken.done"))
  }

  // HAN-24 dates
  @Test func thePreparationIsDueThreeDaysBefore() {
    #expect(given(.kennismaking).obligation("voorbereiding-startgesprek.submitted")?.due == day("2026-03-03"))
    #expect(
      given(.kennismaking, by("io", "2026-02-20", .plan("startgesprek", "2026-02-27 10:00")))
        .obligation("voorbereiding-startgesprek.submitted")?.due == day("2026-02-24"))
    #expect(given(.startgesprek).obligation("voorbereiding-startgesprek.submitted")?.due == day("2026-02-27"))
  }

  // HAN-24 dates
  @Test func aCancelledPlanNoLongerCounts() {
    #expect(
      given(
        .kennismaking, by("io", "2026-02-20", .plan("startgesprek", "2026-02-27 10:00")),
        by("io", "2026-02-24", .cancel(gesprek: "startgesprek", why: text()))
      )
      .obligation("voorbereiding-startgesprek.submitted")?.due == day("2026-03-03"))
  }

  // HAN-24 refuses
  @Test func thePreparationIsNotLookedAtBeforeItIsThere() {
    given(.kennismaking).when("wpb", on: "2026-02-25", .done(obligation: "voorbereiding-bekeken"))
      .refusesOnly("voorbereiding-startgesprek.submitted")
  }

  // HAN-24 opens
  @Test func handingThePreparationInOpensTheReview() {
    let traject = given(.kennismaking, by("student", "2026-02-24", .submit("voorbereiding-startgesprek")))
    #expect(traject.obligation("voorbereiding-bekeken.done")?.opens == day("2026-02-24"))
    traject.when("wpb", on: "2026-02-25", .done(obligation: "voorbereiding-bekeken")).then("done")
    traject.when("wpb", on: "2026-02-23", today: "2026-02-25", .done(obligation: "voorbereiding-bekeken"))
      .refuses("di 24 feb 2026")
  }

  // HAN-24 dates
  @Test func aBetterVersionMovesNoDate() {
    let traject = given(
      .kennismaking, by("student", "2026-02-24", .submit("voorbereiding-startgesprek")),
      by("student", "2026-02-26", .submit("voorbereiding-startgesprek")))
    #expect(traject.obligation("voorbereiding-bekeken.done")?.opens == day("2026-02-24"))
    #expect(traject.obligation("voorbereiding-startgesprek.submitted")?.met == day("2026-02-24"))
  }

  // HAN-24 dates
  @Test func whatPreparesTheStartgesprekLapsesWhenThatIsClosed() {
    let traject = given(.startgesprek)
    let missed = traject.keys(.missed, on: "2026-02-28")
    #expect(
      missed.contains("feedbackverzoek.done") && missed.contains("voorbereiding-startgesprek.submitted"))
    let early = given(
      .kennismaking,
      by("student", "2026-02-10", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything)))
    #expect(!early.keys(.open, on: "2026-02-23").contains("feedbackverzoek.done"))
  }

  // HAN-45 opens
  @Test func eachOpleiderInstructsTheStudentAndThePhaseDoesNotWait() {
    let traject = given(.kennismaking)
    for role in ["opleider-afstemmen-creeren", "opleider-leerstof-verwerken"] {
      let task = traject.obligation("student-geinstrueerd@\(role).done")
      #expect(task?.role == role && task?.isBlocking == false && task?.due == day("2026-03-06"))
    }
  }

  // HAN-45 allows
  @Test func anOpleiderNeedNotSayWhichOfTheTwoIsHis() {
    let traject = given(.kennismaking).when(
      "olv", on: "2026-02-25", .done(obligation: "student-geinstrueerd")
    ).then("done")
    #expect(
      traject.obligation("student-geinstrueerd@opleider-leerstof-verwerken.done")?.met == day("2026-02-25"))
    #expect(traject.obligation("student-geinstrueerd@opleider-afstemmen-creeren.done")?.met == nil)
  }

  // HAN-45 refuses
  @Test func nobodyElseInstructsTheStudent() {
    given(.kennismaking).when("io", on: "2026-02-25", .done(obligation: "student-geinstrueerd"))
      .refuses("opleider-afstemmen-creeren", "opleider-leerstof-verwerken")
    given(.kennismaking, by("olv", "2026-02-25", .done(obligation: "student-geinstrueerd")))
      .when("olv", on: "2026-02-26", .done(obligation: "student-geinstrueerd")).refuses("is al gedaan")
  }

  // HAN-45 refuses
  @Test func oneOpleiderOfBothIsAskedWhichOfTheTwoHeMeans() {
    let both = given(.kennismaking, request: Scenario.request(roles: Scenario.roles(["olv": PersonID(5)])))
    both.when("P5", on: "2026-02-25", .done(obligation: "student-geinstrueerd"))
      .refuses(
        "student-geinstrueerd@opleider-afstemmen-creeren of student-geinstrueerd@opleider-leerstof-verwerken")
    both.when("P5:olv", on: "2026-02-25", .done(obligation: "student-geinstrueerd")).then("done")
  }
}
