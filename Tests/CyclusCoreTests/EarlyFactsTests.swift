import Testing

@testable import CyclusCore

/// GEN-09: what comes too early is recorded, only its effect waits.
@Suite struct EarlyFactsTests {
  private let earlyReport =
    Stretch.kennismaking + Stretch(acts: [by("student", "2026-02-10", .submit("verslag-startgesprek"))])

  // GEN-09 refuses
  // HAN-26 refuses
  @Test func aReportBeforeTheStartgesprekAsksForNoApprovalYet() {
    given(earlyReport).when("wpb", on: "2026-02-12", .approve(approval: "goedkeuring-didactisch"))
      .refusesOnly("startgesprek.held")
    #expect(given(earlyReport).obligation("goedkeuring-didactisch.approved")?.opens == nil)
  }

  // GEN-09 allows
  // HAN-26 dates
  @Test func theApprovalIsAskedOnTheDayOfTheStartgesprekThen() {
    let held = by(
      "student", "2026-02-27",
      .held("startgesprek", "student", "wpb", "io", record: Stretch.everything))
    let traject = given(earlyReport, held)
    #expect(traject.obligation("goedkeuring-didactisch.approved")?.opens == day("2026-02-27"))
    traject.when("wpb", on: "2026-02-27", .approve(approval: "goedkeuring-didactisch")).then("approved")
  }

  // GEN-09 refuses
  // HAN-31 refuses
  @Test func aFinalVerdictInTheFirstWeekIsRefusedThoughTheReflectionIsThere() {
    let early =
      Stretch.kennismaking
      + Stretch(acts: [by("student", "2026-02-10", .submit("zelfreflectie@eindbeoordeling"))])
    given(early).when(
      "wpb", on: "2026-02-12", .assess("leerstof-verwerken", at: "eindbeoordeling", "voldaan")
    )
    .refuses("ma 1 jun 2026")
  }

  // HAN-31 dates
  @Test func theEindbeoordelingClosesOnTheDayOfTheLastVerdict() {
    let later = by("wpb", "2026-06-18", .assess("leerstof-verwerken", at: "eindbeoordeling", "niet-voldaan"))
    let traject = given(.verdicts, later)
    let done = traject.when(
      "student", on: "2026-06-16", today: "2026-06-19",
      .held("eindbeoordeling", "student", "wpb", "io", record: ["ontwikkelpunten": "alle"])
    ).then("held", "closed")
    #expect(done.state.gesprekken["eindbeoordeling"]?.closed == day("2026-06-18"))
  }

  // HAN-02 refuses
  // HAN-01 refuses
  @Test func aStudentAssignsNoRolesAndRecordsNoStandIn() {
    for who in ["student", "wpb"] {
      given(.kennismaking).when(
        who, on: "2026-02-10", .standIn(corner: "institute", role: "schoolopleider", since: day("2026-02-10"))
      )
      .refuses("instituutsopleider")
      given(.kennismaking).when(
        who, on: "2026-02-10", .assign(role: "slber", person: PersonID(40), since: nil)
      )
      .refuses("instituutsopleider")
    }
    given(.kennismaking).when(
      "io", on: "2026-02-10", .assign(role: "slber", person: PersonID(40), since: nil)
    )
    .then("assigned")
  }

  // HAN-29 allows
  @Test func aStudentWhoNeverWritesDoesNotHoldTheTussenevaluatie() {
    let said = (Stretch.summative + Stretch.formative).map { outcome in
      by(
        "wpb", "2026-04-24",
        .feedback(
          Command.Feedback(
            outcome: outcome, gesprek: "tussenevaluatie", form: text(), why: text())))
    }
    given(.approvals + Stretch(acts: said)).when(
      "student", on: "2026-04-24",
      .held("tussenevaluatie", "student", "wpb", "io", record: ["doelen-bijgesteld": "ja"])
    ).then("held", "closed")
  }

  // HAN-02 shows
  @Test func whoeverWasMissingIsTheOneWhoseTurnItIs() {
    let alone = by(
      "student", "2026-02-27", .held("startgesprek", "student", "wpb", record: Stretch.everything))
    let missing = given(.kennismaking, alone).obligation("startgesprek@institute.attended")
    #expect(missing?.role == "instituutsopleider" && missing?.person == Scenario.people["io"])
    #expect(missing?.isBlocking == true && missing?.due == day("2026-03-06"))
  }
}
