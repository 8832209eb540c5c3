import Testing

@testable import CyclusCore

@Suite struct JudgingTests {
  // HAN-29 allows
  @Test func anEarlyReflectionCountsForATalkThatWasHeldEarly() {
    let early = given(.approvals, by("student", "2026-03-10", .submit("zelfreflectie@tussenevaluatie")))
    let feedback = Command.feedback("ppi", at: "tussenevaluatie")
    early.when("wpb", on: "2026-03-16", feedback).refuses("ma 23 mrt 2026")
    let held = early.when("student", on: "2026-03-16", .held("tussenevaluatie", "student", "wpb", "io"))
      .then("held")
    held.when("wpb", on: "2026-03-16", feedback).then("feedback_given")
    held.when("wpb", on: "2026-03-09", today: "2026-03-16", feedback).refuses("di 10 mrt 2026")
    early.when("io", on: "2026-03-11", .plan("tussenevaluatie", "2026-03-18 10:00")).then("planned")
      .when("wpb", on: "2026-03-16", feedback).then("feedback_given")
  }

  // HAN-19 shows
  @Test func tooLittleSeenIsMeantForFormativeOutcomesAndEarly() {
    let ready = given(.selfReflection)
    func unseen(_ outcome: String) -> Command {
      .feedback(Command.Feedback(outcome: outcome, gesprek: "eindbeoordeling", isNotSeen: true))
    }
    ready.when("wpb", on: "2026-06-15", unseen("leerstof-verwerken")).remarks(
      "bedoeld voor formatieve", "(HAN-19, aangenomen)")
    ready.when("wpb", on: "2026-06-15", unseen("ict")).remarks(
      "te weinig gezien, aan het eind", "(HAN-19, aangenomen)")
  }

  // HAN-19 allows
  @Test(arguments: Stretch.formative) func atTheTussenevaluatieTooLittleSeenIsPlainFeedback(_ outcome: String)
  {
    let ready = given(.approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")))
    let unseen = ready.when(
      "wpb", on: "2026-04-15",
      .feedback(Command.Feedback(outcome: outcome, gesprek: "tussenevaluatie", isNotSeen: true))
    ).then("feedback_given")
    #expect(unseen.remarks.isEmpty)
    #expect(unseen.log.last?.event.data["not_seen"] != nil)
  }

  // HAN-30 dates
  @Test func whatIsToBeSaidAtAGesprekFallsDueOnceItWasHeld() {
    let awaiting = given(.approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")))
    #expect(awaiting.obligation("ppi@tussenevaluatie.feedback")?.due == nil)
    #expect(!awaiting.keys(.overdue, on: "2026-05-20").contains("ppi@tussenevaluatie.feedback"))
    let held = awaiting.when("student", on: "2026-04-21", .held("tussenevaluatie", "student", "wpb", "io"))
      .then("held")
    #expect(held.obligation("ppi@tussenevaluatie.feedback")?.due == day("2026-04-21"))
    #expect(held.keys(.overdue, on: "2026-04-22").contains("ppi@tussenevaluatie.feedback"))
  }

  private let climate = "positief-leerklimaat"

  private func verdict(
    _ outcome: String = "positief-leerklimaat", at gesprek: String = "eindbeoordeling",
    _ verdict: String = "voldaan",
    leavingOut part: String = "", parts: [String] = ["trust"]
  ) -> Command {
    .assess(
      .init(
        outcome: outcome, gesprek: gesprek, verdict: verdict, example: part == "example" ? nil : text(1),
        why: part == "why" ? nil : text(2), nextStep: part == "next step" ? nil : text(3), parts: parts))
  }

  // HAN-16 allows
  @Test(arguments: Stretch.summative) func theWerkplekbegeleiderJudgesEachSummativeOutcome(_ outcome: String)
  {
    for word in ["voldaan", "niet-voldaan"] {
      let traject = given(.selfReflection).when("wpb", on: "2026-06-15", verdict(outcome, word)).then(
        "assessed")
      #expect(traject.state.finalVerdict(on: outcome) == word)
      #expect(traject.obligation("\(outcome)@eindbeoordeling.assessed")?.met == day("2026-06-15"))
    }
  }

  // HAN-16 refuses
  @Test func nobodyElseJudges() {
    for who in ["student", "so", "io", "oac", "olv"] {
      given(.selfReflection).when(who, on: "2026-06-15", verdict()).refuses("werkplekbegeleider")
    }
  }

  // HAN-16 refuses
  @Test func aVerdictOutsideTheScaleOrOnAnUnknownOutcomeIsRefused() {
    given(.selfReflection).when("wpb", on: "2026-06-15", verdict(climate, "goed")).refuses(
      "bekend zijn: voldaan, niet-voldaan")
    given(.selfReflection).when("wpb", on: "2026-06-15", verdict("leerstof-verwerke")).refuses(
      "bedoelt u leerstof-verwerken?")
    given(.selfReflection).when("wpb", on: "2026-06-15", verdict(at: "startgesprek")).refuses(
      "tussenevaluatie, eindbeoordeling")
  }

  // HAN-17 shows
  @Test(arguments: [
    ("voldaan", "voldaan"), ("voldaan", "niet-voldaan"), ("niet-voldaan", "voldaan"),
    ("niet-voldaan", "niet-voldaan"),
  ])
  func aUnitIsVoldaanOnlyWhenBothAre(_ first: String, _ second: String) {
    let judged = given(
      .verdicts, by("wpb", "2026-06-16", verdict(climate, first)),
      by("wpb", "2026-06-16", verdict("afstemmen-op-de-lerende", second)), Stretch.finalTalk.acts[0],
      Stretch.finalTalk.acts[1],
      by("student", "2026-06-18", .submit("beoordelingsportfolio"))
    )
    let isGood = first == "voldaan" && second == "voldaan"
    let ready =
      isGood
      ? judged.when("so", on: "2026-06-19", .done(obligation: "vertrouwen-schoolopleider")).after : judged
    let traject = ready.when("oac", on: "2026-06-22", .confirm(subject: "owe-afstemmen-en-creeren-1"))
      .then("confirmed")
    #expect(
      traject.state.confirmations["owe-afstemmen-en-creeren-1"]?.result
        == (isGood ? "voldaan" : "niet-voldaan"))
  }

  // HAN-18 refuses
  // HAN-30 refuses
  @Test(arguments: Stretch.formative) func aVerdictOnAFormativeOutcomeIsRefused(_ outcome: String) {
    for gesprek in ["tussenevaluatie", "eindbeoordeling"] {
      given(.selfReflection).when("wpb", on: "2026-06-15", verdict(outcome, at: gesprek)).refusesOnly(
        "is formatief")
    }
  }

  // HAN-18 refuses
  @Test func feedbackNamesEachOfItsThreePartsThatIsMissing() {
    let traject = given(.selfReflection)
    func feedback(_ seen: TextReference?, _ growth: TextReference?, _ toGrow: TextReference?) -> Command {
      .feedback(.init(outcome: "ict", gesprek: "eindbeoordeling", seen: seen, growth: growth, toGrow: toGrow))
    }
    traject.when("wpb", on: "2026-06-15", feedback(nil, text(), text())).refusesOnly("--seen")
    traject.when("wpb", on: "2026-06-15", feedback(text(), nil, text())).refusesOnly("--growth")
    traject.when("wpb", on: "2026-06-15", feedback(text(), text(), nil)).refusesOnly("--to-grow")
    traject.when("wpb", on: "2026-06-15", feedback(nil, nil, nil)).refusesOnly(
      "--seen", "--growth", "--to-grow")
  }

  // HAN-18 allows
  @Test func feedbackIsWholeByItsPartsByTheFormOrAsNotSeen() {
    let traject = given(.selfReflection)
    traject.when("wpb", on: "2026-06-15", .feedback("ict", at: "eindbeoordeling")).then("feedback_given")
    traject.when(
      "wpb", on: "2026-06-15", .feedback(.init(outcome: "ict", gesprek: "eindbeoordeling", form: text()))
    ).then("feedback_given")
    traject.when(
      "wpb", on: "2026-06-15", .feedback(.init(outcome: "ict", gesprek: "eindbeoordeling", isNotSeen: true))
    ).then("feedback_given")
  }

  // HAN-47 stores
  @Test func feedbackThatFitsNoOutcomeBelongsToThePersonalIdentity() {
    let traject = given(.selfReflection).when("wpb", on: "2026-06-15", .feedback(nil, at: "eindbeoordeling"))
      .then("feedback_given")
    #expect(traject.state.judgements.last?.outcome == "ppi")
  }

  // HAN-21 refuses
  @Test(arguments: ["positief-leerklimaat", "afstemmen-op-de-lerende"]) func voldaanNeedsTheTrustOnRecord(
    _ outcome: String
  ) {
    given(.selfReflection).when("wpb", on: "2026-06-15", verdict(outcome, parts: [])).refusesOnly("--trust")
  }

  // HAN-21 allows
  @Test func nietVoldaanAndTheThirdOutcomeNeedNoTrust() {
    given(.selfReflection).when("wpb", on: "2026-06-15", verdict(climate, "niet-voldaan", parts: [])).then(
      "assessed")
    given(.selfReflection).when("wpb", on: "2026-06-15", verdict("leerstof-verwerken", parts: [])).then(
      "assessed")
  }

  // HAN-21 refuses
  @Test func aPartThatNoVerdictAsksIsRefused() {
    given(.selfReflection).when("wpb", on: "2026-06-15", verdict(parts: ["trust", "trus"])).refusesOnly(
      "bedoelt u trust?")
  }

  // HAN-28 dates
  @Test func theTussenevaluatieOpensInWeekSevenAndIsDueAtTheEndOfWeekNine() {
    let held = given().obligation("tussenevaluatie.held")
    #expect(held?.opens == day("2026-03-23") && held?.due == day("2026-04-24"))
  }

  // HAN-28 refuses
  @Test func theTussenevaluatieDoesNotCloseBeforeTheGoalsWereAdjusted() {
    given(.interimFeedback, by("student", "2026-04-21", .held("tussenevaluatie", "student", "wpb", "io")))
      .when("student", on: "2026-04-21", .close(gesprek: "tussenevaluatie", record: [:]))
      .refusesOnly("--set doelen-bijgesteld=ja")
  }

  // HAN-29 refuses
  @Test(arguments: ["2026-04-13", "2026-04-23"]) func theWerkplekbegeleiderWaitsForTheSelfReflection(
    _ on: String
  ) {
    given(.approvals).when("wpb", on: on, verdict(at: "tussenevaluatie")).refusesOnly(
      "zelfreflectie@tussenevaluatie.submitted")
    given(.approvals).when("wpb", on: on, .feedback("ict", at: "tussenevaluatie")).refusesOnly(
      "zelfreflectie@tussenevaluatie.submitted")
  }

  // HAN-29 allows
  @Test func afterTheSelfReflectionHeFillsInHisPart() {
    let traject = given(.approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")))
    let assessed = traject.when("wpb", on: "2026-04-10", verdict(at: "tussenevaluatie")).then("assessed")
    #expect(assessed.state.judgements.last?.marks == [])
    traject.when("wpb", on: "2026-04-09", today: "2026-04-10", verdict(at: "tussenevaluatie")).refuses(
      "vr 10 apr 2026")
  }

  // HAN-29 allows
  @Test func aSecondVersionOfTheSelfReflectionTakesNothingBack() {
    given(
      .approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")),
      by("student", "2026-04-14", .submit("zelfreflectie@tussenevaluatie"))
    )
    .when("wpb", on: "2026-04-13", today: "2026-04-15", verdict(at: "tussenevaluatie")).then("assessed")
  }

  // HAN-29 allows
  @Test(arguments: ["2026-04-24", "2026-04-25"]) func sevenAndEightDaysAfterItsDateItIsNoLongerWaitedFor(
    _ on: String
  ) {
    let traject = given(.approvals)
    #expect(traject.obligation("zelfreflectie@tussenevaluatie.submitted")?.due == day("2026-04-17"))
    let assessed = traject.when("wpb", on: on, verdict(at: "tussenevaluatie")).then("assessed")
    #expect(assessed.state.judgements.last?.marks == ["without-self-reflection"])
  }

  // HAN-29 refuses
  @Test func judgingWithoutTheSelfReflectionNeedsAWhy() {
    let feedback = Command.Feedback(outcome: "ict", gesprek: "tussenevaluatie", form: text())
    given(.approvals).when("wpb", on: "2026-04-24", .feedback(feedback)).refusesOnly("--why")
    var explained = feedback
    explained.why = text(4)
    let traject = given(.approvals).when("wpb", on: "2026-04-24", .feedback(explained)).then("feedback_given")
    #expect(traject.state.judgements.last?.marks == ["without-self-reflection"])
  }

  // HAN-29 refuses
  @Test func aWaivedSelfReflectionIsStillSaidToLack() {
    let waived = given(
      .approvals, by("io", "2026-04-13", .waive("zelfreflectie@tussenevaluatie.submitted")))
    let feedback = Command.Feedback(outcome: "ict", gesprek: "tussenevaluatie", form: text())
    waived.when("wpb", on: "2026-04-14", .feedback(feedback)).refusesOnly("--why")
    var explained = feedback
    explained.why = text(4)
    let given = waived.when("wpb", on: "2026-04-14", .feedback(explained)).then("feedback_given")
    #expect(given.state.judgements.last?.marks == ["without-self-reflection"])
  }

  // HAN-29 dates
  @Test func aTalkThatIsHeldEarlyMakesNobodyLateAfterTheFact() {
    let key = "zelfreflectie@tussenevaluatie.submitted"
    let held = Command.held("tussenevaluatie", "student", "wpb", "io")
    let early = given(.approvals).when("student", on: "2026-04-14", held).then("held")
    #expect(early.obligation(key)?.due == day("2026-04-17"))
    #expect(early.obligation(key)?.state(on: day("2026-04-15")) == .open)
    early.when("wpb", on: "2026-04-23", verdict(at: "tussenevaluatie")).refusesOnly(key)
    early.when("wpb", on: "2026-04-24", verdict(at: "tussenevaluatie")).then("assessed")
    let planned = given(.approvals, by("io", "2026-04-08", .plan("tussenevaluatie", "2026-04-22 10:00")))
    #expect(planned.obligation(key)?.due == day("2026-04-15"))
    #expect(
      planned.when("student", on: "2026-04-14", held).after.obligation(key)?.due == day("2026-04-15"))
    let late = given(.approvals).when("student", on: "2026-05-08", held).then("held")
    #expect(late.obligation(key)?.due == day("2026-05-04"))
  }

  // HAN-29 dates
  @Test func aFinalTalkInTheFourthWeekDoesNotEndTheStudentsTerm() {
    let held = given(.startgesprek).when(
      "student", on: "2026-03-03", .held("eindbeoordeling", "student", "wpb", "io")
    ).then("held")
    let key = "zelfreflectie@eindbeoordeling.submitted"
    #expect(held.obligation(key)?.due == given().obligation(key)?.due)
    held.when("wpb", on: "2026-03-16", verdict()).refuses(key)
  }

  // HAN-24, HAN-29 dates
  @Test func aTermBeforeATalkNeverRollsOntoThatTalk() {
    func due(_ key: String, _ gesprek: String, on planned: String, _ set: Scenario.Act? = nil) -> Day? {
      let acts = [set, by("io", "2026-02-03", .plan(gesprek, planned))].compactMap(\.self)
      return given(Stretch(acts: acts)).obligation(key)?.due
    }
    let reflection = "zelfreflectie@tussenevaluatie.submitted"
    // A week before Monday 4 May lies in the holiday of May, which ends on the day before.
    #expect(due(reflection, "tussenevaluatie", on: "2026-05-04 10:00") == day("2026-04-24"))
    #expect(due(reflection, "tussenevaluatie", on: "2026-05-06 10:00") == day("2026-05-04"))
    // Three days before Tuesday is a Saturday, and rolls forward to Monday.
    #expect(
      due("voorbereiding-startgesprek.submitted", "startgesprek", on: "2026-03-03 10:00") == day("2026-03-02")
    )
    // What would be due before it opens is due on the day itself.
    #expect(
      due("voorbereiding-startgesprek.submitted", "startgesprek", on: "2026-02-23 10:00") == day("2026-02-23")
    )
  }

  // HAN-29 dates
  @Test func aTermOfOneDayBeforeAMondayIsTheFridayBefore() {
    let rulebook = given().rulebook
    let one = Span(1, .days)
    #expect(rulebook.day(one, before: day("2026-03-09")) == day("2026-03-06"))
    #expect(rulebook.day(one, before: day("2026-03-10")) == day("2026-03-09"))
    #expect(rulebook.day(Span(0, .days), before: day("2026-03-08")) == day("2026-03-08"))
    #expect(rulebook.day(Span(2, .days), before: day("2026-05-04")) == day("2026-04-24"))
  }

  // HAN-29 refuses
  @Test func theSelfReflectionOfOneRoundIsNotThatOfTheOther() {
    given(.tussenevaluatie, by("io", "2026-06-01", .advance())).when("wpb", on: "2026-06-08", verdict())
      .refusesOnly("zelfreflectie@eindbeoordeling.submitted")
  }

  // HAN-30 refuses
  @Test func anInterimVerdictIsNeverFinal() {
    let traject = given(
      .approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")),
      by("wpb", "2026-04-15", verdict(at: "tussenevaluatie")))
    #expect(traject.state.finalVerdict(on: climate) == nil)
    #expect(traject.obligation("\(climate)@tussenevaluatie.feedback")?.met == day("2026-04-15"))
    #expect(traject.obligation("\(climate)@eindbeoordeling.assessed")?.met == nil)
  }

  // HAN-30 allows
  @Test func anInterimVerdictInPlaceOfFeedbackClosesTheTussenevaluatie() {
    given(
      .approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")),
      by("wpb", "2026-04-15", verdict(at: "tussenevaluatie")),
      by("wpb", "2026-04-15", .feedback("afstemmen-op-de-lerende", at: "tussenevaluatie")),
      by("wpb", "2026-04-15", .feedback("leerstof-verwerken", at: "tussenevaluatie")),
      by("wpb", "2026-04-15", .feedback("ict", at: "tussenevaluatie")),
      by("wpb", "2026-04-15", .feedback("ppi", at: "tussenevaluatie"))
    )
    .when(
      "student", on: "2026-04-21",
      .held("tussenevaluatie", "student", "wpb", "io", record: ["doelen-bijgesteld": "ja"])
    )
    .then("held", "closed")
  }

  // HAN-30 shows
  @Test func anInterimNietVoldaanSuggestsTheWorryAndOpensNothing() {
    let traject = given(.approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")))
      .when("wpb", on: "2026-04-15", verdict(climate, at: "tussenevaluatie", "niet-voldaan"))
      .remarks("escalate --reason zorg-leeruitkomst --about positief-leerklimaat")
    #expect(traject.state.escalations.isEmpty)
  }

  // HAN-30 refuses
  @Test func theTussenevaluatieDoesNotCloseWithoutFeedbackOnEveryOutcome() {
    given(
      .approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")),
      by(
        "student", "2026-04-21",
        .held("tussenevaluatie", "student", "wpb", "io", record: ["doelen-bijgesteld": "ja"]))
    )
    .when("student", on: "2026-04-21", .close(gesprek: "tussenevaluatie", record: [:]))
    .refusesOnly(
      "\(climate)@tussenevaluatie.feedback", "afstemmen-op-de-lerende@tussenevaluatie.feedback",
      "leerstof-verwerken@tussenevaluatie.feedback", "ict@tussenevaluatie.feedback",
      "ppi@tussenevaluatie.feedback")
  }

  // HAN-31 dates
  @Test func theEindbeoordelingIsDueAtTheEndOfWeekSixteen() {
    #expect(given().obligation("eindbeoordeling.held")?.due == day("2026-06-19"))
    #expect(given().obligation("zelfreflectie@eindbeoordeling.submitted")?.due == day("2026-06-12"))
  }

  // HAN-31 refuses
  @Test func theEindbeoordelingClosesOnVerdictsNotOnFeedback() {
    given(
      .selfReflection, by("wpb", "2026-06-15", .feedback(climate, at: "eindbeoordeling")),
      by("wpb", "2026-06-15", verdict("afstemmen-op-de-lerende")),
      by("wpb", "2026-06-15", verdict("leerstof-verwerken")),
      by("wpb", "2026-06-15", .feedback("ict", at: "eindbeoordeling")),
      by("wpb", "2026-06-15", .feedback("ppi", at: "eindbeoordeling")),
      Stretch.finalTalk.acts[0]
    )
    .when("student", on: "2026-06-16", .close(gesprek: "eindbeoordeling", record: [:]))
    .refusesOnly("\(climate)@eindbeoordeling.assessed")
  }

  // HAN-31 refuses
  @Test func theEindbeoordelingNeedsThreeCornersAndAGrowthPointPerOutcome() {
    given(.verdicts, by("student", "2026-06-16", .held("eindbeoordeling", "student", "wpb")))
      .when(
        "student", on: "2026-06-16",
        .close(gesprek: "eindbeoordeling", record: ["ontwikkelpunten": "ict,ppi"])
      )
      .refusesOnly("de hoek instituut ontbrak", "ontwikkelpunten per leeruitkomst ontbreekt voor")
  }

  // HAN-31 allows
  @Test func theLastVerdictBeforeConfirmationCounts() {
    let traject = given(
      .verdicts, Stretch.finalTalk.acts[0], by("wpb", "2026-06-16", verdict(climate, "niet-voldaan")))
    #expect(traject.state.finalVerdict(on: climate) == "niet-voldaan")
    #expect(traject.obligation("\(climate)@eindbeoordeling.assessed")?.met == day("2026-06-15"))
  }

  // HAN-31 allows
  @Test func anEarlierVerdictThatIsEnteredLaterChangesNothing() {
    let traject = given(
      .verdicts, by("wpb", "2026-06-12", verdict(climate, "niet-voldaan"), today: "2026-06-16"))
    #expect(traject.state.finalVerdict(on: climate) == "voldaan")
  }

  // HAN-31 refuses
  @Test func afterConfirmationNoVerdictIsGiven() {
    given(.confirmations).when("wpb", on: "2026-06-23", verdict()).refuses("is al gedaan op ma 22 jun 2026")
  }

  // HAN-32 refuses
  @Test(arguments: [("example", "--example"), ("why", "--why"), ("next step", "--next-step")])
  func aVerdictWithOnePartMissingNamesThatPart(_ part: String, _ option: String) {
    given(.selfReflection).when("wpb", on: "2026-06-15", verdict(leavingOut: part)).refusesOnly(option)
  }

  // HAN-32 refuses
  @Test func aBareVerdictNamesAllThatItLacks() {
    given(.selfReflection).when(
      "wpb", on: "2026-06-15",
      .assess(.init(outcome: climate, gesprek: "eindbeoordeling", verdict: "voldaan"))
    )
    .refusesOnly("--example", "--why", "--next-step", "--trust")
  }

  // HAN-32 allows
  @Test func theFormStandsForTheTexts() {
    let command = Command.Assess(
      outcome: climate, gesprek: "eindbeoordeling", verdict: "voldaan", form: text(), parts: ["trust"])
    given(.selfReflection).when("wpb", on: "2026-06-15", .assess(command)).then("assessed")
  }
}
