import Testing

@testable import CyclusCore

/// How often the official voortgangsgesprek takes place.
@Suite struct AiosCadenceTests {
  // AIOS-02 dates
  @Test func theFirstYearAsksOneInEachQuarter() {
    #expect(
      Aios.given().asked("voortgangsgesprek") == [
        "1 2026-11-30", "2 2027-03-01", "3 2027-05-31", "4 2027-08-31",
      ])
    #expect(Aios.given().obligation("voortgangsgesprek@2.held")?.opens == day("2026-12-01"))
  }

  // AIOS-02 dates
  @Test(arguments: ["2", "3"]) func theSecondAndTheThirdYearAskTwo(year: String) {
    let traject = Aios.given(with: ["opleidingsjaar": year])
    #expect(traject.asked("voortgangsgesprek") == ["1 2027-03-01", "2 2027-08-31"])
    #expect(traject.obligation("voortgangsgesprek@1.held")?.rule.assumed.contains("when") == true)
    let first = Aios.given().obligation("voortgangsgesprek@1.held")
    #expect(first?.rule.assumed.contains("when") == false)
  }

  // AIOS-02 dates
  @Test(arguments: ["4", "5", "6"]) func laterYearsAskOne(year: String) {
    #expect(
      Aios.given(with: ["opleidingsjaar": year]).asked("voortgangsgesprek") == ["1 2027-08-31"])
  }

  // AIOS-02 dates
  @Test func whatCountsIsAGesprekWithTheFormalTrainer() {
    let alone = Aios.given().after(
      by("aios", "2026-11-20", .held("voortgangsgesprek", "aios", "stagebegeleider")))
    #expect(
      !alone.met.contains("voortgangsgesprek@1.held")
        && alone.remarks.contains { $0.nl.contains("formele opleider ontbrak") })
    #expect(alone.asked("voortgangsgesprek").first == "1 2026-11-30")
    let apart = alone.after(by("aios", "2026-11-26", .held("voortgangsgesprek", "opleider")))
    #expect(apart.asked("voortgangsgesprek").first == "1 2026-11-30")
    let caughtUp = apart.after(by("aios", "2026-11-27", .held("voortgangsgesprek", "aios", "opleider")))
    #expect(caughtUp.obligation("voortgangsgesprek@1.held")?.met == day("2026-11-27"))
    #expect(caughtUp.asked("voortgangsgesprek").first == "2 2027-03-01")
  }

  // AIOS-02 dates
  @Test func theClosingTalkOfAStageCountsOnlyWithTheTrainer() {
    let without = Aios.given(Aios.stage("afronding", "2026-11-20"))
    #expect(without.asked("voortgangsgesprek").first == "1 2026-11-30")
    let with = Aios.given(Aios.stage("afronding", "2026-11-20", opleider: true))
    #expect(with.obligation("voortgangsgesprek@1.held")?.met == day("2026-11-20"))
    #expect(
      with.asked("voortgangsgesprek") == ["2 2027-03-01", "3 2027-05-31", "4 2027-08-31"])
    // Nothing is prepared for a number that another gesprek took: it is for that one.
    #expect(with.stands("portfolio@voortgangsgesprek@1.submitted", on: "2026-11-20") == nil)
    #expect(with.asked("portfolio", .submitted).first == "voortgangsgesprek@2 2027-02-22")
    #expect(with.terms("verslag@afronding@b1.submitted") == "2026-11-20 2026-12-04 stagebegeleider")
  }

  // AIOS-02 dates
  @Test func theYearIsOverOnlyWhenAllFourWereHeld() {
    let three = Aios.given(
      Aios.voortgang("2026-11-20"), Aios.voortgang("2027-02-19"), Aios.voortgang("2027-05-21"))
    three.when("opleider", on: "2027-08-16", .advance()).refusesOnly("voortgangsgesprek@4.held")
    Aios.wholeYear().when("opleider", on: "2027-08-16", .advance()).then("advanced")
  }

  // AIOS-02 dates
  @Test func oneIsPlannedThreeWeeksBeforeByTheTrainerOrTheAios() {
    let traject = Aios.given()
    #expect(traject.terms("voortgangsgesprek@1.planned") == "2026-09-01 2026-11-09 opleider")
    let planned = traject.after(by("aios", "2026-10-19", .plan("voortgangsgesprek@1", "2026-11-20 10:00")))
    #expect(planned.stands("voortgangsgesprek@1.planned", on: "2026-10-19") == .met)
    planned.when("sb", on: "2026-10-20", .plan("voortgangsgesprek@1", "2026-11-23 10:00")).refuses("opleider")
  }
}
