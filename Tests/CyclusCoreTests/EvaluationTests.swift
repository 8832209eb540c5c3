import Testing

@testable import CyclusCore

/// The tussenevaluatie and the eindbeoordeling: when they fall due, and on what they close.
@Suite struct EvaluationTests: VerdictSuite {
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
}
