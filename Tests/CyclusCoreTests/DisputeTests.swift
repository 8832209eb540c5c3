import Testing

@testable import CyclusCore

@Suite struct DisputeTests {
  private let outcome = "leerstof-verwerken"
  private let unit = "owe-leerstof-verwerken"
  private let disputed = by("olv", "2026-06-22", .dispute("leerstof-verwerken"))
  private let talked = by("olv", "2026-06-25", .dialogue("leerstof-verwerken"))

  // HAN-34 refuses
  @Test func beforeAVerdictThereIsNothingToDispute() {
    given(.selfReflection).when("olv", on: "2026-06-15", .dispute(outcome)).refusesOnly(
      "er is nog geen eindoordeel over Leerstof verwerken")
    // An interim verdict is not one to dispute.
    given(.approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")))
      .when(by("wpb", "2026-04-15", .assess(outcome, at: "tussenevaluatie", "niet-voldaan"))).then("assessed")
      .when("olv", on: "2026-04-16", .dispute(outcome)).refusesOnly("er is nog geen eindoordeel")
  }

  // HAN-34 refuses
  @Test func onlyTheOpleiderOfTheUnitDisputes() {
    for who in ["student", "wpb", "so", "io", "oac"] {
      given(.portfolio).when(who, on: "2026-06-22", .dispute(outcome)).refusesOnly(
        "opleider-leerstof-verwerken")
    }
    given(.portfolio).when("oac", on: "2026-06-22", .dispute("positief-leerklimaat")).then("disputed")
  }

  // HAN-34 refuses
  @Test func onlyASummativeOutcomeHasAVerdictToDispute() {
    given(.portfolio).when("olv", on: "2026-06-22", .dispute("ict")).refusesOnly(
      "wordt hier geen oordeel gegeven")
    given(.portfolio).when("olv", on: "2026-06-22", .dispute("leerstof")).refusesOnly(
      "bedoelt u leerstof-verwerken?")
  }

  // HAN-34 refuses
  @Test func afterTheConfirmationItIsTooLate() {
    given(.confirmations).when("olv", on: "2026-06-23", .dispute(outcome)).refusesOnly(
      "is al gedaan op ma 22 jun 2026")
  }

  // HAN-34 refuses
  @Test func notBeforeTheVerdictAndNotTwice() {
    given(.portfolio).when("olv", on: "2026-06-12", today: "2026-06-22", .dispute(outcome)).refusesOnly(
      "het oordeel")
    given(.portfolio, disputed).when("olv", on: "2026-06-23", .dispute(outcome)).refusesOnly(
      "is al betwist sinds ma 22 jun 2026")
  }

  // HAN-35 opens
  @Test func aDialogueInOneWorkingWeekAndAgreementInTwoAreOwed() {
    let traject = given(.portfolio).when(disputed).then("disputed")
    let dialogue = traject.obligation("leerstof-verwerken.discussed")
    #expect(dialogue?.role == "opleider-leerstof-verwerken" && dialogue?.due == day("2026-06-29"))
    #expect(traject.obligation("leerstof-verwerken.agreed")?.due == day("2026-07-06"))
    #expect(
      traject.keys(.open, on: "2026-06-22").filter { $0.hasPrefix(outcome) }
        == ["leerstof-verwerken.discussed", "leerstof-verwerken.agreed"])
  }

  // HAN-34 refuses
  @Test func whileItIsOpenTheUnitIsNotConfirmedAndNoNewVerdictGiven() {
    let traject = given(.portfolio, disputed, talked)
    traject.when("olv", on: "2026-06-26", .confirm(subject: unit)).refusesOnly("leerstof-verwerken.agreed")
    traject.when("wpb", on: "2026-06-26", .assess(outcome, at: "eindbeoordeling", "niet-voldaan"))
      .refusesOnly(
        "het oordeel over Leerstof verwerken is betwist")
    traject.when("io", on: "2026-06-26", .advance()).refuses("leerstof-verwerken.agreed")
    // The other unit goes on.
    given(.trusted, disputed, talked).when(
      "oac", on: "2026-06-26", .confirm(subject: "owe-afstemmen-en-creeren-1")
    ).then("confirmed")
  }

  // HAN-35 refuses
  @Test func aDialogueIsAboutADisputeAndNotBeforeIt() {
    given(.portfolio).when("olv", on: "2026-06-22", .dialogue(outcome)).refusesOnly("begin met dispute")
    given(.portfolio, disputed).when("olv", on: "2026-06-19", today: "2026-06-22", .dialogue(outcome))
      .refusesOnly("het betwisten")
    given(.portfolio, disputed).when("olv", on: "2026-06-23", .dialogue(outcome, agreed: "goed")).refusesOnly(
      "bekend zijn: voldaan, niet-voldaan")
    given(.portfolio, disputed)
      .when("olv", on: "2026-06-23", .dialogue(outcome, agreed: "voldaan", isAbsent: true)).refusesOnly(
        "zonder dialoog is er geen overeenstemming")
  }

  // HAN-35 refuses, allows
  // HAN-36 refuses, allows
  @Test func onlyWhoConfirmsOrDecidesRecordsTheDialogue() {
    let traject = given(
      .portfolio, by("io", "2026-03-02", .assign(role: "slber", person: PersonID(7), since: nil)), disputed)
    for role in ["student", "wpb", "so", "slber", "oac", "olv", "io"] {
      for act in [Command.dialogue(outcome, agreed: "voldaan"), .dialogue(outcome, isAbsent: true)] {
        let outcome = traject.when(role, on: "2026-06-25", act)
        if role == "olv" || role == "io" {
          outcome.then("discussed")
        } else {
          outcome.refusesOnly("opleider-leerstof-verwerken", "instituutsopleider")
        }
      }
    }
  }

  // HAN-36 allows
  @Test(arguments: ["voldaan", "niet-voldaan"]) func whatTheyAgreeOnCounts(_ verdict: String) {
    let traject = given(.portfolio, disputed)
      .when("olv", on: "2026-06-25", .dialogue(outcome, agreed: verdict)).then("discussed")
    #expect(traject.state.finalVerdict(on: outcome) == verdict)
    #expect(traject.obligation("leerstof-verwerken.discussed")?.met == day("2026-06-25"))
    #expect(traject.obligation("leerstof-verwerken.agreed")?.met == day("2026-06-25"))
    let confirmed = traject.when("olv", on: "2026-06-26", .confirm(subject: unit)).then("confirmed")
    #expect(confirmed.state.confirmations[unit]?.result == verdict)
    traject.when("olv", on: "2026-06-24", today: "2026-06-26", .confirm(subject: unit)).refusesOnly(
      "het laatste oordeel")
  }

  // HAN-36 refuses
  @Test func afterAgreementNoOtherVerdictIsGivenUnseen() {
    let traject = given(.portfolio, disputed, by("olv", "2026-06-25", .dialogue(outcome, agreed: "voldaan")))
    traject.when("wpb", on: "2026-06-26", .assess(outcome, at: "eindbeoordeling", "niet-voldaan"))
      .refusesOnly(
        "op do 25 jun 2026 is over Leerstof verwerken overeenstemming bereikt: voldaan")
    traject.when("olv", on: "2026-06-26", .dispute(outcome)).then("disputed")
  }

  // HAN-36 opens
  @Test func afterTwoWorkingWeeksWithoutAgreementItIsEscalatedOnce() {
    let traject = given(.portfolio, disputed, talked)
    #expect(given(.portfolio, disputed, talked, flagging("2026-07-06")).state.escalations.isEmpty)
    let late = given(
      .portfolio, disputed, talked, flagging("2026-07-07"), flagging("2026-07-07"), flagging("2026-07-10"))
    #expect(late.state.escalations.map(\.route) == ["geen-overeenstemming"])
    #expect(
      late.state.escalations[0].about == outcome && late.state.escalations[0].opened == day("2026-07-07"))
    #expect(late.obligation("E1.decided")?.role == "instituutsopleider")
    #expect(traject.state.openEscalations.isEmpty)
  }

  // HAN-36 opens
  @Test func itIsEscalatedByHandTooButOnlyWhereAVerdictIsDisputed() {
    given(.portfolio).when("olv", on: "2026-06-26", .escalate("geen-overeenstemming", about: outcome))
      .refusesOnly("begin met dispute")
    let traject = given(.portfolio, disputed, talked)
      .when("olv", on: "2026-06-26", .escalate("geen-overeenstemming", about: outcome)).then("escalated")
    // By itself it is not opened beside it.
    #expect(traject.when(flagging("2026-07-07")).after.state.escalations.count == 1)
  }
}
