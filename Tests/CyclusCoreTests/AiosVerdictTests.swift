import Testing

@testable import CyclusCore

/// The annual verdict, and declarations of competence beside it.
@Suite struct AiosVerdictTests {
  private func portfolio() -> Scenario {
    Aios.given(
      by("aios", "2026-11-12", .submit("portfolio@voortgangsgesprek@1")), Aios.voortgang("2026-11-20"))
  }

  private func assessmentTalk(_ on: String) -> Scenario.Act {
    by("opleider", on, .held("beoordelingsgesprek", "aios", "opleider"))
  }

  /// In `beoordeling`, the assessment talk held on 23 August.
  private func talked() -> Scenario {
    Aios.wholeYear().after(by("opleider", "2027-08-16", .advance()), assessmentTalk("2027-08-23"))
  }

  // AIOS-03 refuses
  @Test func aVoortgangsgesprekTakesNoVerdictOnTheYear() {
    portfolio().when(
      "opleider", on: "2026-11-20", Aios.assess("jaaroordeel", "voldoende", at: "voortgangsgesprek")
    ).refuses("hoort niet bij voortgangsgesprek, wel bij beoordelingsgesprek")
  }

  // AIOS-03 allows
  // AIOS-12 allows
  @Test func aVoortgangsgesprekTakesADeclarationOfCompetence() {
    let declared = portfolio().when(
      "opleider", on: "2026-11-20",
      Aios.assess("epa-1", "bekwaam", at: "voortgangsgesprek", proofs: ["portfolio@voortgangsgesprek@1"])
    ).then("assessed")
    #expect(declared.state.judgements.last?.verdict == "bekwaam")
    #expect(declared.state.judgements.last?.gesprek == "voortgangsgesprek@1")
  }

  // AIOS-03 refuses
  @Test func theVerdictOnTheYearFollowsTheAssessmentTalk() {
    Aios.wholeYear().after(by("opleider", "2027-08-16", .advance()))
      .when("opleider", on: "2027-08-16", Aios.assess("jaaroordeel", "voldoende")).refuses(
        "beoordelingsgesprek.held")
  }

  // AIOS-03 refuses
  @Test func onlyTheTrainerJudgesTheYear() {
    for who in ["sb", "aios", "plaatsvervanger"] {
      talked().when(who, on: "2027-08-23", Aios.assess("jaaroordeel", "voldoende")).refusesOnly(
        "opleider")
    }
    talked().when("opleider", on: "2027-08-23", Aios.assess("jaaroordeel", "onvoldoende", why: false))
      .refusesOnly("onvoldoende op Jaarlijks oordeel vraagt een motivering: geef --why of --form")
  }

  // AIOS-03 allows
  @Test func theYearEndsWithTheVerdictOfTheTrainer() {
    let talk = talked()
    #expect(talk.terms("jaaroordeel.assessed") == "2027-08-23 2027-08-30 opleider")
    talk.when("opleider", on: "2027-08-23", .advance()).refuses(
      "beoordelingsgesprek.closed", "jaaroordeel.assessed")
    for verdict in ["voldoende", "onvoldoende"] {
      talk.after(
        by("opleider", "2027-08-23", Aios.assess("jaaroordeel", verdict)),
        by("opleider", "2027-08-23", .close(gesprek: "beoordelingsgesprek", record: [:]))
      ).when("opleider", on: "2027-08-23", .advance()).then("completed")
    }
  }

  // AIOS-03 refuses
  @Test func theAssessmentTalkClosesOnlyWithItsVerdict() {
    talked().when("opleider", on: "2027-08-23", .close(gesprek: "beoordelingsgesprek", record: [:])).refuses(
      "jaaroordeel.assessed")
  }

  // AIOS-12 refuses
  @Test func aDeclarationOfCompetenceNeedsProof() {
    portfolio().when(
      "opleider", on: "2026-11-20", Aios.assess("epa-1", "bekwaam", at: "voortgangsgesprek")
    ).refusesOnly("bekwaam op EPA 1 vraagt bewijs: geef --proof")
    portfolio().when(
      "opleider", on: "2026-11-20", Aios.assess("epa-1", "bekwaam", proofs: ["portfolio@voortgangsgesprek@2"])
    ).refusesOnly("portfolio@voortgangsgesprek@2")
  }

  // AIOS-12 allows
  @Test func aPortfolioIsProofByItsNumberOrAsTheOnlyOne() {
    let traject = portfolio()
    let only = traject.when(
      "opleider", on: "2026-11-20", Aios.assess("epa-1", "bekwaam", proofs: ["portfolio"])
    )
    .then("assessed")
    #expect(only.cited == ["portfolio@voortgangsgesprek@1"])
    let two = traject.after(by("aios", "2027-02-12", .submit("portfolio@voortgangsgesprek@2")))
    two.when("opleider", on: "2027-02-19", Aios.assess("epa-1", "bekwaam", proofs: ["portfolio"])).refuses(
      "schrijf portfolio@voortgangsgesprek@1 of portfolio@voortgangsgesprek@2")
    two.when(
      "opleider", on: "2027-02-19", Aios.assess("epa-1", "bekwaam", proofs: ["portfolio@voortgangsgesprek@2"])
    ).then(
      "assessed")
  }

  // AIOS-12 allows
  @Test func notYetCompetentNeedsNoProofAndTheLastDeclarationCounts() {
    let notYet = portfolio().when(
      "opleider", on: "2026-11-20", Aios.assess("epa-1", "nog-niet-bekwaam", at: "voortgangsgesprek")
    ).then("assessed")
    #expect(notYet.asked("epa-1", .assessed) == [])
    notYet.when(
      "opleider", on: "2027-01-11", Aios.assess("epa-1", "bekwaam", proofs: ["portfolio@voortgangsgesprek@1"])
    ).then(
      "assessed")
  }

  // AIOS-12 refuses
  @Test func onlyTheTrainerDeclaresCompetence() {
    portfolio().when(
      "sb", on: "2026-11-20", Aios.assess("epa-1", "bekwaam", proofs: ["portfolio@voortgangsgesprek@1"])
    )
    .refuses(
      "opleider")
  }

  // AIOS-12 refuses
  @Test func anEPAOfAnotherYearIsNotDeclaredInThisOne() {
    portfolio().when(
      "opleider", on: "2026-11-20", Aios.assess("epa-4", "bekwaam", proofs: ["portfolio@voortgangsgesprek@1"])
    )
    .refusesOnly("«epa-4» hoort niet bij dit traject")
    let added = portfolio().after(by("opleider", "2026-11-23", .set("epas", "epa-1,epa-2,epa-4")))
    added.when(
      "opleider", on: "2026-11-23", Aios.assess("epa-4", "bekwaam", proofs: ["portfolio@voortgangsgesprek@1"])
    ).then(
      "assessed")
  }
}
