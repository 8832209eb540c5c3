import Testing

@testable import CyclusCore

@Suite struct AdvanceTests {
  // GEN-03 shows
  @Test func anEarlyAdvanceNamesEverythingThatIsMissing() {
    given().when("io", on: "2026-02-02", .advance()).refusesOnly(
      "kennismakingsgesprek.held", "kennismakingsgesprek.closed")
    given(.kennismaking).when("io", on: "2026-02-10", .advance())
      .refusesOnly(
        "startgesprek.held", "doel per leeruitkomst", "leeractiviteiten", "wanneer allen tevreden zijn",
        "startgesprek.closed")
    given(.startgesprek).when("io", on: "2026-03-02", .advance())
      .refusesOnly(
        "verslag-startgesprek.submitted", "goedkeuring-pedagogisch.approved",
        "goedkeuring-didactisch.approved")
  }

  // GEN-03 shows
  @Test func whatIsMissingNamesWhoHasToDoItByWhenAndUnderWhichRule() {
    let missing = given().when("io", on: "2026-02-02", .advance()).refusal?.missing.first
    #expect(missing?.role == "student" && missing?.person == PersonID(1))
    #expect(missing?.due == day("2026-02-06") && missing?.rule.rules == ["HAN-22"])
  }

  // GEN-03 shows
  @Test func everyVerdictThatIsMissingIsNamed() {
    let outcome = given(.selfReflection).when("io", on: "2026-06-15", .advance())
    outcome.refuses(
      "eindbeoordeling.held", "positief-leerklimaat@eindbeoordeling.assessed", "ppi@eindbeoordeling.feedback",
      "ontwikkelpunten per leeruitkomst", "eindbeoordeling.closed")
    #expect(outcome.refusal?.missing.count == 8)
  }

  // GEN-03 shows
  @Test func onceNothingHoldsThePhaseItIsTheLeadersTurn() {
    let ready = given(Stretch(acts: [Stretch.kennismaking.acts[0]]))
    let turn = ready.obligation("kennismaking.advanced")
    #expect(turn?.role == "instituutsopleider" && turn?.person == PersonID(4) && turn?.isBlocking == true)
    // The startgesprek, for which the next phase waits, opens in week 3.
    #expect(turn?.opens == day("2026-02-23") && turn?.due == nil)
    #expect(!given().keys(.open, on: "2026-02-03").contains("kennismaking.advanced"))
    let passed = ready.when("io", on: "2026-02-04", .advance()).then("advanced")
    #expect(passed.obligation("kennismaking.advanced")?.met == day("2026-02-04"))
    #expect(given(.shared).keys(.open, on: "2026-06-23").last == "beslissing.advanced")
  }

  // HAN-01 refuses
  @Test func onlyTheLeadingRoleAdvances() {
    given(.approvals).when("student", on: "2026-03-06", .advance()).refuses("instituutsopleider")
  }

  // GEN-09 refuses
  @Test func aPhaseThatIsNotTheNextIsRefused() {
    let ready = given(Stretch(acts: [Stretch.kennismaking.acts[0]]))
    ready.when("io", on: "2026-02-03", .advance(to: "tussenevaluatie")).refusesOnly(
      "na kennismaking komt startgesprek, niet tussenevaluatie")
    ready.when("io", on: "2026-02-03", .advance(to: "startgesprk")).refuses("bedoelt u startgesprek?")
    ready.when("io", on: "2026-02-03", .advance(to: "startgesprek")).then("advanced")
  }

  // GEN-09 refuses
  @Test func advancingBeforeWhatThePhaseAsksNamesThatDay() {
    given(Stretch(acts: [Stretch.kennismaking.acts[0]]))
      .when("io", on: "2026-02-02", today: "2026-02-05", .advance()).refuses("di 3 feb 2026")
    given(
      .startgesprek, by("student", "2026-03-02", .submit("verslag-startgesprek")),
      by("wpb", "2026-03-04", .approve(approval: "goedkeuring-pedagogisch")),
      by("wpb", "2026-03-05", .approve(approval: "goedkeuring-didactisch"))
    )
    .when("io", on: "2026-03-04", today: "2026-03-09", .advance()).refuses("do 5 mrt 2026")
  }

  // GEN-09 refuses
  @Test func aPhaseIsNotLeftBeforeItWasEntered() {
    given(.tussenevaluatie).when("io", on: "2026-04-20", today: "2026-04-22", .advance()).refuses(
      "di 21 apr 2026")
  }

  // GEN-09 stores
  @Test func aGesprekInTheWrongPhaseIsRecordedAndItsEffectWaits() {
    let traject = given().when(
      "student", on: "2026-02-27", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything)
    )
    .then("held", "closed")
    #expect(traject.state.phase == "kennismaking")
    traject.when("io", on: "2026-02-27", .advance()).refuses("kennismakingsgesprek.held")
  }

  // GEN-09 stores
  @Test func aDocumentBeforeItIsAskedIsRecorded() {
    given().when("student", on: "2026-02-03", .submit("verslag-startgesprek")).then("submitted")
    given().when("student", on: "2026-02-03", .submit("zelfreflectie")).remarks(
      "opgevat als zelfreflectie@tussenevaluatie")
    given(.tussenevaluatie).when("student", on: "2026-05-03", .submit("zelfreflectie")).remarks(
      "opgevat als zelfreflectie@eindbeoordeling")
  }
}
