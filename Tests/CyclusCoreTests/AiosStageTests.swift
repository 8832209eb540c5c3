import Testing

@testable import CyclusCore

/// The three gesprekken of each stage: recommended, or asked where the institute says so.
@Suite struct AiosStageTests {
  // AIOS-04 shows
  @Test func whatBelongsToAStageIsCalledAfterIt() {
    let traject = Aios.given(with: ["stagestructuur": "verplicht"])
    #expect(traject.obligation("introductie@b2.held")?.what.nl == "Introductiegesprek stage 2 houden")
    #expect(Aios.workflow.title(of: ItemKey("afronding", occurrence: "b1")).en == "Closing talk of stage 1")
    #expect(Aios.workflow.title(of: ItemKey("afronding", occurrence: "1")).nl == "Afronding (1)")
    #expect(Begeleiding.workflow.words(ofBlock: 2) == Localized(nl: "blok 2", en: "block 2"))
    #expect(Scenario.workflow.words(ofBlock: 2).nl.isEmpty == false)
  }

  private let obligatory = ["stagestructuur": "verplicht"]

  private func keys(_ gesprek: String, _ traject: Scenario) -> [String] {
    guard let definition = traject.rules.gesprek(gesprek) else { return [] }
    return traject.state.occurrences(ofGesprek: definition, traject.rulebook).map(\.description)
  }

  // AIOS-04 shows
  @Test func recommendedGesprekkenAreShownForEachStageAndOwedByNobody() {
    let traject = Aios.given()
    #expect(keys("introductie", traject) == ["introductie@b1", "introductie@b2"])
    #expect(keys("afronding", traject) == ["afronding@b1", "afronding@b2"])
    for gesprek in ["introductie", "tussentijds", "afronding"] {
      #expect(traject.asked(gesprek) == [], "\(gesprek)")
    }
  }

  // AIOS-04 shows
  @Test func oneThatIsHeldAllTheSameIsOnRecordAndStillOwesNothing() {
    let traject = Aios.given(Aios.stage("introductie", "2026-09-10"))
    #expect(traject.state.state(ofGesprek: "introductie@b1", traject.rulebook) == .held)
    #expect(traject.asked("introductie") == [])
  }

  // AIOS-04 shows
  @Test func whereTheyAreAskedEachHasItsDateInItsStage() {
    let traject = Aios.given(with: obligatory)
    #expect(traject.asked("introductie") == ["b1 2026-09-15", "b2 2027-03-15"])
    #expect(traject.asked("tussentijds") == ["b1 2026-12-14", "b2 2027-06-14"])
    #expect(traject.asked("afronding") == ["b1 2027-02-26", "b2 2027-08-31"])
    #expect(traject.obligation("afronding@b1.held")?.role == "stagebegeleider")
  }

  // AIOS-04 shows
  @Test func aStageThatIsKnownLaterBringsItsOwnGesprekken() {
    let one = Aios.given(with: obligatory.merging(["stages": ""]) { _, new in new })
    #expect(one.asked("introductie") == ["b1 2026-09-15"])
    let two = one.after(by("opleider", "2026-12-01", .set("stages", "2027-01-04")))
    #expect(two.asked("introductie") == ["b1 2026-09-15", "b2 2027-01-18"])
    #expect(two.asked("afronding") == ["b1 2026-12-31", "b2 2027-08-31"])
  }

  // AIOS-04 refuses
  @Test func theYearIsNotLeftWhileAGesprekOfAStageIsOwed() {
    Aios.wholeYear(with: obligatory).when("opleider", on: "2027-08-16", .advance()).refuses(
      "introductie@b1.held", "introductie@b2.held", "tussentijds@b1.held", "tussentijds@b2.held",
      "afronding@b1.held", "afronding@b2.held")
  }

  // AIOS-04 allows
  @Test func theYearIsLeftWithoutThemWhereTheyAreRecommended() {
    Aios.wholeYear().when("opleider", on: "2027-08-16", .advance()).then("advanced")
  }

  // AIOS-04 allows
  @Test func theYearIsLeftOnceTheyWereHeld() {
    let traject = Aios.given(
      Aios.stage("introductie", "2026-09-10"), Aios.voortgang("2026-11-20"),
      Aios.stage("tussentijds", "2026-12-01"), Aios.stage("afronding", "2027-02-19", opleider: true),
      Aios.stage("introductie", "2027-03-10"), Aios.voortgang("2027-05-21"),
      Aios.stage("tussentijds", "2027-06-01"), Aios.stage("afronding", "2027-08-16", opleider: true),
      with: obligatory)
    // The two closing talks with the trainer are two of the four.
    #expect(traject.asked("voortgangsgesprek") == [])
    traject.when("opleider", on: "2027-08-16", .advance()).then("advanced")
  }

  // AIOS-04 refuses
  @Test func theClosingTalkIsNotWholeWithoutTheTrainer() {
    let traject = Aios.given(Aios.stage("afronding", "2027-02-19"), with: obligatory)
    #expect(traject.state.state(ofGesprek: "afronding@b1", traject.rulebook) == .incomplete)
    traject.when("opleider", on: "2027-02-22", .advance()).refuses("afronding@b1.held")
    let whole = traject.after(
      by("sb", "2027-02-22", .held("afronding@b1", "aios", "stagebegeleider", "opleider")))
    #expect(whole.stands("afronding@b1.held", on: "2027-02-22") == .met)
  }

  // AIOS-06 dates
  // AIOS-07 opens
  // AIOS-09 opens
  // AIOS-15 opens
  @Test(arguments: ["tussentijds", "afronding"])
  func aTalkOfAStageIsPreparedAndReportedAsAnyOther(gesprek: String) {
    let traject = Aios.given(
      by("sb", "2026-10-19", .plan("\(gesprek)@b1", "2027-02-19 10:00")), with: obligatory)
    #expect(traject.terms("portfolio@\(gesprek)@b1.submitted") == "2026-09-01 2027-02-12 aios")
    for task in ["besproken-in-staf", "aandachtspunten", "formulieren-geregeld"] {
      #expect(traject.terms("\(task)@\(gesprek)@b1.done") == "2026-09-01 2027-02-19 opleider", "\(task)")
    }
    let held = traject.after(Aios.stage(gesprek, "2027-02-19", opleider: gesprek == "afronding"))
    for (key, role) in [
      ("iop-vernieuwd@\(gesprek)@b1.submitted", "aios"), ("rgs-formulieren@\(gesprek)@b1.done", "opleider"),
      ("verslag@\(gesprek)@b1.submitted", "stagebegeleider"),
      ("opleider-ingelicht@\(gesprek)@b1.done", "stagebegeleider"),
    ] { #expect(held.terms(key) == "2027-02-19 2027-03-05 \(role)", "\(key)") }
    #expect(held.terms("leerpunten-opgepakt@\(gesprek)@b1.done") == "2027-02-19 2027-04-02 stagebegeleider")
    #expect(held.stands("besproken-in-staf@\(gesprek)@b1.done", on: "2027-02-20") == .missed)
  }

  // AIOS-06 dates
  // AIOS-07 dates
  @Test func aroundATalkThatIsNotPlannedYetItsOwnDateCounts() {
    let traject = Aios.given(with: obligatory)
    for (gesprek, due, before) in [
      ("tussentijds@b1", "2026-12-14", "2026-12-07"), ("tussentijds@b2", "2027-06-14", "2027-06-07"),
      ("introductie@b1", "2026-09-15", ""), ("afronding@b1", "2027-02-26", "2027-02-19"),
    ] {
      #expect(traject.obligation("\(gesprek).held")?.due == day(due), "\(gesprek)")
      guard !before.isEmpty else { continue }
      #expect(traject.obligation("portfolio@\(gesprek).submitted")?.due == day(before), "\(gesprek)")
      for task in ["besproken-in-staf", "aandachtspunten", "formulieren-geregeld"] {
        #expect(traject.obligation("\(task)@\(gesprek).done")?.due == day(due), "\(task)@\(gesprek)")
      }
    }
  }

  // AIOS-05 shows
  // AIOS-08 shows
  @Test func aTalkOfAStageHasTheAgendaOfAnyOther() {
    let traject = Aios.given()
    for gesprek in ["tussentijds", "afronding"] {
      #expect(traject.agenda(gesprek) == traject.agenda("voortgangsgesprek"), "\(gesprek)")
      #expect(traject.rules.gesprek(gesprek)?.citation.rules == ["AIOS-04", "AIOS-05", "AIOS-08"])
    }
    #expect(traject.agenda("introductie") == [])
  }

  // AIOS-06 allows
  @Test func nothingIsAskedAroundATalkThatIsOnlyRecommended() {
    #expect(Aios.given().asked("portfolio", .submitted).allSatisfy { $0.hasPrefix("voortgangsgesprek@") })
    // One that is held all the same asks its own report, and nothing around the next.
    let held = Aios.given(Aios.stage("tussentijds", "2026-12-01"))
    #expect(held.asked("verslag", .submitted).contains("tussentijds@b1 2026-12-15"))
    for item in ["portfolio", "verslag", "iop-vernieuwd"] {
      #expect(!held.asked(item, .submitted).contains { $0.hasPrefix("tussentijds@b2") }, "\(item)")
    }
  }

  // AIOS-04 allows
  @Test func whatWasHeldWhileItWasRecommendedCountsOnceItIsAsked() {
    let traject = Aios.given(
      Aios.stage("introductie", "2026-09-10"),
      by("opleider", "2026-11-02", .set("stagestructuur", "verplicht")))
    #expect(traject.stands("introductie@b1.held", on: "2026-11-02") == .met)
    #expect(traject.asked("introductie") == ["b2 2027-03-15"])
    let absent = Aios.given(
      by("sb", "2026-09-10", .held("introductie", "aios")),
      by("opleider", "2026-11-02", .set("stagestructuur", "verplicht")))
    #expect(absent.stands("introductie@b1.held", on: "2026-11-02") == .overdue)
  }
}
