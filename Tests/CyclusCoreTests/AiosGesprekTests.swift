import Testing

@testable import CyclusCore

/// The three steps of a voortgangsgesprek: preparation, talk and report.
@Suite struct AiosGesprekTests {
  private func plan(_ on: String, _ at: String) -> Scenario.Act {
    by("opleider", on, .plan("voortgangsgesprek@1", at))
  }

  // AIOS-05 shows
  @Test func aGesprekIsPlannedThenHeldAndClosedWhateverIsStillToBeReported() {
    var traject = Aios.given(plan("2026-10-19", "2026-11-20 10:00"))
    #expect(traject.state.state(ofGesprek: "voortgangsgesprek@1", traject.rulebook) == .planned)
    traject = traject.when(Aios.voortgang("2026-11-20")).then("held", "closed")
    #expect(traject.state.state(ofGesprek: "voortgangsgesprek@1", traject.rulebook) == .closed)
    #expect(traject.stands("verslag@voortgangsgesprek@1.submitted", on: "2026-11-20") == .open)
  }

  // AIOS-05 shows
  @Test func aGesprekWithoutTheTrainerIsIncompleteAndStaysOpen() {
    let traject = Aios.given().when(
      by("aios", "2026-11-20", .held("voortgangsgesprek", "aios"))
    ).then("held")
    #expect(traject.state.state(ofGesprek: "voortgangsgesprek@1", traject.rulebook) == .incomplete)
  }

  // AIOS-06 dates
  @Test func thePortfolioIsDueAWeekBeforeThePlannedDay() {
    #expect(Aios.given().terms("portfolio@voortgangsgesprek@1.submitted") == "2026-09-01 2026-11-23 aios")
    let planned = Aios.given(plan("2026-10-19", "2026-11-20 10:00"))
    #expect(planned.obligation("portfolio@voortgangsgesprek@1.submitted")?.due == day("2026-11-13"))
    let moved = planned.after(plan("2026-11-10", "2026-11-27 10:00"))
    #expect(moved.obligation("portfolio@voortgangsgesprek@1.submitted")?.due == day("2026-11-20"))
    let submitted = moved.after(by("aios", "2026-11-20", .submit("portfolio@voortgangsgesprek@1")))
    #expect(submitted.stands("portfolio@voortgangsgesprek@1.submitted", on: "2026-11-20") == .met)
  }

  // AIOS-06 dates
  @Test func aPortfolioThatCameLateStaysLate() {
    let late = Aios.given(
      plan("2026-10-19", "2026-11-20 10:00"),
      by("aios", "2026-11-16", .submit("portfolio@voortgangsgesprek@1")),
      Aios.voortgang("2026-11-20"))
    #expect(late.stands("portfolio@voortgangsgesprek@1.submitted", on: "2027-01-04") == .late)
    #expect(late.obligation("portfolio@voortgangsgesprek@1.submitted")?.due == day("2026-11-13"))
    // Each gesprek asks its own.
    #expect(late.obligation("portfolio@voortgangsgesprek@2.submitted")?.due == day("2027-02-22"))
  }

  // AIOS-06 dates
  @Test func aPortfolioFollowsATalkThatWasHeldBeforeItsDay() {
    let early = Aios.given(plan("2026-10-19", "2026-11-20 10:00"), Aios.voortgang("2026-11-02"))
    #expect(early.obligation("portfolio@voortgangsgesprek@1.submitted")?.due == day("2026-10-26"))
    let late = early.after(by("aios", "2026-11-05", .submit("portfolio@voortgangsgesprek@1")))
    #expect(late.stands("portfolio@voortgangsgesprek@1.submitted", on: "2026-11-05") == .late)
    // What came before the talk keeps the date that it had, and nobody was told before that day.
    let before = Aios.given(
      plan("2026-10-19", "2026-11-20 10:00"),
      by("aios", "2026-10-30", .submit("portfolio@voortgangsgesprek@1")),
      Aios.voortgang("2026-11-02"))
    #expect(before.stands("portfolio@voortgangsgesprek@1.submitted", on: "2026-11-02") == .met)
    let told = early.after(flagging("2026-11-04")).events("flagged").filter {
      $0.event.data["obligation"]?.text == "portfolio@voortgangsgesprek@1.submitted"
    }
    #expect(told.map(\.happened) == [day("2026-11-03"), day("2026-11-03")])
  }

  // AIOS-06 dates
  @Test func aPortfolioOfATalkThatWasHeldInTheTermOfTheOneBeforeIsAskedAtOnce() {
    let twice = Aios.given(Aios.voortgang("2026-11-02"), Aios.voortgang("2026-11-16"))
    #expect(twice.terms("portfolio@voortgangsgesprek@2.submitted") == "2026-11-16 2026-11-16 aios")
    #expect(twice.stands("portfolio@voortgangsgesprek@2.submitted", on: "2026-11-17") == .overdue)
    #expect(twice.stands("portfolio@voortgangsgesprek@3.submitted", on: "2026-11-17") == .upcoming)
  }

  // AIOS-06 dates
  @Test func whatLacksInAPortfolioIsSaidAndThePortfolioCountsAllTheSame() {
    let traject = Aios.given()
    let submitted = traject.when(
      "aios", on: "2026-11-20",
      Aios.submit("portfolio@voortgangsgesprek@1", "iop", "beoordelingen", "agendapunten")
    ).remarks("zelfreflectie", "concept-leerpunten")
    #expect(submitted.stands("portfolio@voortgangsgesprek@1.submitted", on: "2026-11-20") == .met)
    let whole = traject.when(
      "aios", on: "2026-11-20",
      Aios.submit(
        "portfolio@voortgangsgesprek@1", "iop", "beoordelingen", "reflectie", "agendapunten", "leerpunten")
    ).then("submitted")
    #expect(whole.remarks == [])
    traject.when("aios", on: "2026-11-20", Aios.submit("portfolio@voortgangsgesprek@1", "reflexie")).refuses(
      "reflectie")
    traject.when("sb", on: "2026-11-20", .submit("portfolio@voortgangsgesprek@1")).refuses("aios")
  }

  // AIOS-07 opens
  @Test func theTrainerPreparesEachGesprek() {
    let traject = Aios.given(plan("2026-10-19", "2026-11-20 10:00"))
    for task in ["besproken-in-staf", "aandachtspunten", "formulieren-geregeld"] {
      #expect(
        traject.terms("\(task)@voortgangsgesprek@1.done") == "2026-09-01 2026-11-20 opleider", "\(task)")
      #expect(traject.stands("\(task)@voortgangsgesprek@2.done", on: "2026-10-19") == .upcoming, "\(task)")
    }
  }

  // AIOS-07 opens
  @Test func thePortfolioIsReadOnceItWasHandedIn() {
    let before = Aios.given()
    #expect(before.stands("portfolio-gelezen@voortgangsgesprek@1.done", on: "2026-11-12") != .open)
    let after = before.after(by("aios", "2026-11-12", .submit("portfolio@voortgangsgesprek@1")))
    #expect(after.terms("portfolio-gelezen@voortgangsgesprek@1.done") == "2026-11-12 2026-11-30 opleider")
    let read = after.after(
      by("opleider", "2026-11-16", .done(obligation: "portfolio-gelezen@voortgangsgesprek@1")))
    #expect(read.stands("portfolio-gelezen@voortgangsgesprek@1.done", on: "2026-11-16") == .met)
  }

  // AIOS-07 opens
  @Test func preparationThatWasNotDoneLapsesWhenTheGesprekCloses() {
    let traject = Aios.given(
      by("opleider", "2026-11-16", .done(obligation: "besproken-in-staf@voortgangsgesprek@1")),
      Aios.voortgang("2026-11-20"))
    #expect(traject.stands("besproken-in-staf@voortgangsgesprek@1.done", on: "2027-01-04") == .met)
    #expect(traject.stands("aandachtspunten@voortgangsgesprek@1.done", on: "2027-01-04") == .missed)
    #expect(traject.stands("formulieren-geregeld@voortgangsgesprek@2.done", on: "2027-01-04") == .open)
  }

  // AIOS-08 shows
  @Test func theAgendaGoesFromItsSettingToTheGoalsOfTheNextPeriod() throws {
    let gesprek = try #require(Aios.workflow.gesprek("voortgangsgesprek"))
    let traject = Aios.given()
    #expect(
      traject.state.agenda(of: gesprek, traject.rulebook).map(\.nl) == [
        "vaststellen van de agenda", "terugblik aan de hand van het portfolio: reflectie",
        "sterke en zwakke punten", "bekwaamheidsniveaus en EPA's", "leerklimaat en knelpunten",
        "leerdoelen en activiteiten van de komende periode: IOP",
      ])
    #expect(gesprek.citation.rules.contains("AIOS-08"))
  }

  // AIOS-09 opens
  @Test func theReportIsAskedOfAllThreeAfterEachGesprek() {
    let before = Aios.given()
    let after = before.after(Aios.voortgang("2026-11-20"))
    for (key, role) in [
      ("iop-vernieuwd@voortgangsgesprek@1.submitted", "aios"),
      ("rgs-formulieren@voortgangsgesprek@1.done", "opleider"),
      ("verslag@voortgangsgesprek@1.submitted", "stagebegeleider"),
      ("opleider-ingelicht@voortgangsgesprek@1.done", "stagebegeleider"),
    ] {
      #expect(before.stands(key, on: "2026-11-20") != .open, "\(key)")
      #expect(after.terms(key) == "2026-11-20 2026-12-04 \(role)", "\(key)")
    }
    // The next gesprek asks it again.
    let twice = after.after(Aios.voortgang("2027-02-19"))
    #expect(twice.terms("rgs-formulieren@voortgangsgesprek@2.done") == "2027-02-19 2027-03-05 opleider")
    #expect(twice.stands("rgs-formulieren@voortgangsgesprek@1.done", on: "2027-02-19") == .overdue)
  }

  // AIOS-09 opens
  @Test func theStageSupervisorReadsTheNewIOPOnceThereIsOne() {
    let held = Aios.given(Aios.voortgang("2026-11-20"))
    #expect(held.stands("iop-gelezen@voortgangsgesprek@1.done", on: "2026-11-27") != .open)
    let renewed = held.after(by("aios", "2026-11-27", .submit("iop-vernieuwd@voortgangsgesprek@1")))
    #expect(renewed.terms("iop-gelezen@voortgangsgesprek@1.done") == "2026-11-27 2026-12-11 stagebegeleider")
    let read = renewed.after(by("sb", "2026-12-01", .done(obligation: "iop-gelezen@voortgangsgesprek@1")))
    #expect(read.stands("iop-gelezen@voortgangsgesprek@1.done", on: "2026-12-01") == .met)
  }

  // AIOS-15 opens
  @Test func betweenGesprekkenTheStageSupervisorSeesToTheLearningPoints() {
    let before = Aios.given()
    #expect(before.stands("leerpunten-opgepakt@voortgangsgesprek@1.done", on: "2026-11-20") != .open)
    let after = before.after(Aios.voortgang("2026-11-20"))
    // Six weeks later is New Year's Day.
    #expect(
      after.terms("leerpunten-opgepakt@voortgangsgesprek@1.done") == "2026-11-20 2027-01-04 stagebegeleider")
    after.when("aios", on: "2026-12-14", .done(obligation: "leerpunten-opgepakt@voortgangsgesprek@1"))
      .refuses(
        "stagebegeleider")
    let seen = after.after(
      by("sb", "2026-12-14", .done(obligation: "leerpunten-opgepakt@voortgangsgesprek@1")))
    #expect(seen.stands("leerpunten-opgepakt@voortgangsgesprek@1.done", on: "2026-12-14") == .met)
  }

  // AIOS-15 opens
  @Test func neitherReportNorLearningPointsHoldUpTheYear() {
    let year = Aios.wholeYear()
    #expect(year.stands("leerpunten-opgepakt@voortgangsgesprek@1.done", on: "2027-08-16") == .overdue)
    year.when("opleider", on: "2027-08-16", .advance()).then("advanced")
  }

  @Test func whatIsLateIsNamedWithItsGesprek() {
    func owed(_ key: String) -> String? {
      ObligationKey(key).map { Phrase.owed($0, Aios.workflow).nl }
    }
    #expect(
      owed("iop-vernieuwd@voortgangsgesprek@1.submitted") == "Vernieuwd IOP inleveren (voortgangsgesprek 1)")
    #expect(
      owed("rgs-formulieren@voortgangsgesprek@2.done") == "RGS-formulieren ingevuld: Voortgangsgesprek 2")
    #expect(owed("versnellen.submitted") == "Versnellen in het IOP inleveren")
  }
}
