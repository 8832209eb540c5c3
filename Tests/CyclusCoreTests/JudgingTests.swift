import Testing

@testable import CyclusCore

/// Who judges, and what a verdict leads to and needs.
@Suite struct JudgingTests: VerdictSuite {
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
