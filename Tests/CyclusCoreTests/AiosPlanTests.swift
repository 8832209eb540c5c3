import Testing

@testable import CyclusCore

/// What stands in the individual plan: goals, and a shortening of the training.
@Suite struct AiosPlanTests {
  private static let parts = ["doel", "leeractiviteiten", "ondersteuning", "toetsing", "planning"]

  private func goal(_ parts: [String] = Self.parts, area: String? = "communicatie") -> Command {
    .goal(
      prose: Dictionary(uniqueKeysWithValues: parts.map { ($0, text()) }),
      codes: area.map { ["competentiegebied": $0] } ?? [:])
  }

  // AIOS-10 allows
  @Test func aGoalHasFiveParts() {
    for who in ["aios", "opleider", "sb"] {
      let traject = Aios.given().when(who, on: "2026-10-01", goal()).then("goal_set")
      #expect(traject.state.goals.map(\.codes) == [["competentiegebied": "communicatie"]])
    }
  }

  // AIOS-10 refuses
  @Test(arguments: Self.parts) func aGoalThatLacksAPartIsRefused(part: String) {
    Aios.given().when("aios", on: "2026-10-01", goal(Self.parts.filter { $0 != part })).refusesOnly(
      "ontbreekt: geef --part \(part)=…")
  }

  // AIOS-10 refuses
  @Test func everyPartThatLacksIsNamed() {
    Aios.given().when("aios", on: "2026-10-01", goal([], area: nil)).refusesOnly(
      "--part doel=", "--part leeractiviteiten=", "--part ondersteuning=", "--part toetsing=",
      "--part planning=", "--part competentiegebied=")
  }

  // AIOS-10 refuses
  @Test func aGoalIsAboutOneOfTheSevenAreas() {
    Aios.given().when("aios", on: "2026-10-01", goal(area: "communicati")).refusesOnly(
      "bedoelt u communicatie?")
    Aios.given().when("aios", on: "2026-10-01", goal(area: "stageleerdoelen")).refuses("stageleerdoelen")
    guard case .oneOf(let areas) = Aios.workflow.goals?.parts.last?.kind else {
      Issue.record("no areas")
      return
    }
    #expect(areas.count == 7)
    for area in areas {
      Aios.given().when("aios", on: "2026-10-01", goal(area: area)).then("goal_set")
    }
  }

  // AIOS-11 refuses
  @Test func aShorteningSaysWhichStageCompetencesEPAsAndProof() {
    let proposed = Aios.given(by("opleider", "2026-11-02", .set("versnellen", "yes")))
    #expect(proposed.terms("versnellen.submitted") == "2026-11-02 2026-11-30 aios")
    proposed.when("aios", on: "2026-11-09", Aios.submit("versnellen", "stage", "competenties", "epas"))
      .refusesOnly("--part bewijs=")
    proposed.when("opleider", on: "2026-11-09", Aios.submit("versnellen")).refusesOnly(
      "--part stage=", "--part competenties=", "--part epas=", "--part bewijs=")
    proposed.when("opleider", on: "2026-11-09", .advance()).refuses("versnellen.submitted")
  }

  // AIOS-11 allows
  @Test func theAiosOrTheTrainerPutsAShorteningIntoThePlan() {
    for who in ["aios", "opleider"] {
      let submitted = Aios.given(by("opleider", "2026-11-02", .set("versnellen", "yes"))).when(
        who, on: "2026-11-09", Aios.submit("versnellen", "stage", "competenties", "epas", "bewijs")
      ).then("submitted")
      #expect(submitted.stands("versnellen.submitted", on: "2026-11-09") == .met)
    }
  }

  // AIOS-11 refuses, allows
  @Test(arguments: ["aios", "opleider"])
  func whoWantsAShorterTrainingPutsItIntoThePlanUnasked(who: String) {
    let year = Aios.given()
    year.when(who, on: "2026-11-09", Aios.submit("versnellen", "stage", "competenties", "bewijs"))
      .refusesOnly(
        "--part epas=")
    let proposed = year.when(
      who, on: "2026-11-09", Aios.submit("versnellen", "stage", "competenties", "epas", "bewijs")
    ).then("submitted")
    #expect(proposed.state.documents["versnellen"]?.submissions.map(\.by) == [year.actor(who).person])
    // What is in the plan already is not asked once more.
    let told = proposed.after(by("opleider", "2026-11-16", .set("versnellen", "yes")))
    #expect(told.stands("versnellen.submitted", on: "2026-12-31") == .met)
  }

  // AIOS-11 refuses
  @Test func theStageSupervisorProposesNoShorteningAndWithoutAProposalNoneIsAsked() {
    Aios.given(by("opleider", "2026-11-02", .set("versnellen", "yes"))).when(
      "sb", on: "2026-11-09", Aios.submit("versnellen", "stage", "competenties", "epas", "bewijs")
    ).refuses("aios", "opleider")
    #expect(Aios.given().stands("versnellen.submitted", on: "2027-08-31") == .upcoming)
    Aios.wholeYear().when("opleider", on: "2027-08-16", .advance()).then("advanced")
  }
}
