import Testing

@testable import CyclusCore

@Suite struct TimeOfRecordingTests {
  // GEN-02 refuses
  @Test func whatHappensAfterTheReferenceDateIsRefused() {
    given().when(
      "student", on: "2026-02-04", today: "2026-02-03", .held("kennismakingsgesprek", "student", "wpb")
    )
    .refusesOnly("wo 4 feb 2026 ligt na de peildatum di 3 feb 2026")
  }

  // GEN-02 refuses
  @Test func whatHappensBeforeTheTrajectIsRefused() {
    given().when(
      "student", on: "2026-01-30", today: "2026-02-03", .held("kennismakingsgesprek", "student", "wpb")
    )
    .refusesOnly("vr 30 jan 2026 ligt voor het begin van het traject op ma 2 feb 2026")
    given().when("io", on: "2026-02-03", .plan("startgesprek", "2026-01-30 10:00")).refuses(
      "ligt voor het begin")
  }

  // GEN-02 allows
  @Test func aTrajectIsPreparedBeforeItsFirstDay() {
    let planned = given().when("io", on: "2026-01-20", .plan("kennismakingsgesprek", "2026-02-03 10:00"))
      .then("planned")
    #expect(planned.state.gesprekken["kennismakingsgesprek"]?.planned?.day == day("2026-02-03"))
    planned.when(
      "io", on: "2026-01-21", .assign(role: "slber", person: PersonID(9), since: day("2026-02-02"))
    )
    .then("assigned")
    planned.when("io", on: "2026-01-21", .submit("beoordelingsportfolio")).refuses("ligt voor het begin")
  }

  // GEN-09 stores
  @Test func whatHappenedBeforeTheEndMayComeToLightAfterIt() {
    let ended = given(.shared, by("io", "2026-06-25", .advance()))
    let talk = Command.held("begeleidingsgesprek@w15", "student", "wpb")
    let told = ended.when("student", on: "2026-06-10", today: "2026-06-30", talk).then("held")
    #expect(told.obligation("begeleidingsgesprek@w15.held")?.met == day("2026-06-10"))
    ended.when("student", on: "2026-06-26", today: "2026-06-30", talk).refuses("voltooid")
    ended.when("io", on: "2026-06-10", today: "2026-06-30", .escalate("stagnatie")).refuses("voltooid")
  }

  // GEN-02 stores
  @Test func everyEventHasAnActorARoleADayAndARule() {
    let traject = given(.shared, flagging("2026-07-01"), by("io", "2026-07-01", .advance()))
    for logged in traject.log {
      #expect(!logged.rules.isEmpty && logged.happened >= day("2026-02-02"))
      #expect(logged.actor == .system || logged.actor.role != nil || logged.event.type == "started")
    }
  }

  // GEN-02 stores
  @Test func whoHasSeveralRolesActsInTheOneThatMay() {
    let traject = given(.portfolio, request: Scenario.request(roles: Scenario.roles(["olv": PersonID(4)])))
      .when("P4", on: "2026-06-22", .confirm(subject: "owe-leerstof-verwerken")).then("confirmed")
    #expect(traject.log.last?.actor == Actor(person: PersonID(4), role: "opleider-leerstof-verwerken"))
  }

  // GEN-09 stores
  @Test func aFactMayBeEnteredLate() {
    let traject = given().when(
      "student", on: "2026-02-05", today: "2026-03-02", .held("kennismakingsgesprek", "student", "wpb")
    )
    .then("held", "closed")
    #expect(traject.obligation("kennismakingsgesprek.held")?.state(on: day("2026-03-02")) == .met)
  }

  // GEN-09 stores
  @Test func whatWasDoneAfterItsDateIsLate() {
    let traject = given(
      Stretch(acts: [by("student", "2026-02-09", .held("kennismakingsgesprek", "student", "wpb"))]))
    #expect(traject.obligation("kennismakingsgesprek.held")?.state(on: day("2026-02-09")) == .late)
  }

  // GEN-04 stores
  @Test func aTrajectIsPinnedToTheVersionItStartedWith() {
    let traject = given(.kennismaking)
    #expect(traject.state.version == Scenario.workflow.version && traject.state.digest == "d1")
    #expect(traject.log[0].event.data["version"]?.text == Scenario.workflow.version)
    #expect(traject.log[0].event.data["digest"] == "d1")
  }

  @Test func aParameterThatTheVersionDoesNotHaveIsRefusedAtTheStart() {
    for (parameters, words) in [
      (["regoi": "noord"], "bedoelt u regio?"), (["regio": "oost"], "kies noord, midden of zuid"),
    ] {
      do {
        _ = try Scenario(Scenario.request(parameters))
        Issue.record("accepted")
      } catch { #expect(told(error).contains(words)) }
    }
  }

  // GEN-01 refuses
  @Test func aRefusalLeavesTheTrajectAsItWas() {
    let traject = given(.report)
    let refused = traject.when("wpb", on: "2026-03-05", .confirm(subject: "owe-leerstof-verwerken"))
    refused.refuses()
    #expect(refused.after.state == traject.state && refused.after.log == traject.log)
  }

  // GEN-01 stores
  @Test func whatIsRecordedAgainIsAddedAndReplacesNothing() {
    let traject = given(.report, by("student", "2026-03-04", .submit("verslag-startgesprek")))
    #expect(traject.events("submitted").count == 2)
    #expect(traject.state.documents["verslag-startgesprek"]?.submissions.count == 2)
  }

  @Test func whatIsNoCodeOfTheWorkflowNeverReachesTheLog() {
    let traject = given(.kennismaking)
    traject.when(
      "student", on: "2026-02-27",
      .held(.init(gesprek: "startgesprek", present: [.init(role: "student")], conclusion: "is ziek"))
    )
    .refuses("kent geen conclusie")
    traject.when(
      "student", on: "2026-02-27",
      .held(.init(gesprek: "startgesprek", present: [.init(role: "student")], mode: "bij Jan"))
    )
    .refuses("kies op-locatie, online of telefonisch")
    traject.when(
      "student", on: "2026-02-27", .submit(.init(document: "verslag-startgesprek", parts: ["Jan": text()]))
    ).refuses("heeft geen deel")
    traject.when("io", on: "2026-02-27", .escalate("stagnatie", about: "Jan")).refuses(
      "er is geen leeruitkomst")
  }

  // GEN-09 refuses
  @Test func aGesprekThatNobodyAttendedIsRefusedWithWhoIsUsual() {
    given().when("student", on: "2026-02-03", .held("kennismakingsgesprek")).refuses("--present student,wpb")
  }

  // GEN-09 refuses
  @Test func aTypoNamesTheNearest() {
    given().when("student", on: "2026-02-03", .held("kenismakingsgesprek", "student", "wpb")).refuses(
      "bedoelt u kennismakingsgesprek?")
    given().when("student", on: "2026-02-03", .held("qqqqqq", "student")).refuses(
      "bekend zijn: kennismakingsgesprek, startgesprek")
    given().when("student", on: "2026-02-03", .submit("verslag-startgesperk")).refuses(
      "bedoelt u verslag-startgesprek?")
    given().when("student", on: "2026-02-03", .done(obligation: "feedbackverzok")).refuses(
      "bedoelt u feedbackverzoek?")
    given().when("student", on: "2026-02-03", .escalate("stagnate")).refuses("bedoelt u stagnatie?")
  }
}
