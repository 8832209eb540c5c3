import Testing

@testable import CyclusCore

/// Filing: the form that is agreed to, what is stored and entered, and particulars that are reported.
@Suite struct DriehoeksgesprekFilingTests {
  /// In `archivering` on 10 November.
  private func filing(_ record: [String: String] = [:], _ acts: Scenario.Act...) throws -> Scenario {
    try Driehoek.given(
      [
        by("bb", "2026-09-10", .plan("driehoeksgesprek@1", "2026-11-10 10:00")),
        by("bb", "2026-09-10", .advance()), Driehoek.talk("2026-11-10", record: record),
        by("bb", "2026-11-10", .advance()),
      ] + acts)
  }

  // BPV-09 opens
  @Test func theTalkOpensWhatIsFiled() throws {
    let filing = try filing()
    #expect(filing.state.phase == "archivering")
    #expect(filing.asked("gespreksformulier", .submitted).first == "1 2026-11-17")
    #expect(filing.asked("formulier-opgeslagen", .done).first == "1 2026-11-24")
    #expect(filing.asked("rapportage-ingevoerd", .done).first == "1 2026-11-24")
    for key in [
      "gespreksformulier@1.submitted", "formulier-opgeslagen@1.done", "rapportage-ingevoerd@1.done",
    ] {
      #expect(filing.obligation(key)?.opens == day("2026-11-10"))
      #expect(filing.obligation(key)?.role == "bpv-begeleider")
      #expect(filing.obligation(key)?.rule.rules == ["BPV-09"])
    }
  }

  // BPV-01 dates
  // BPV-09 opens
  @Test func whatFollowsATalkCountsFromTheDayOnWhichAllThreeWereThere() throws {
    let two = try Driehoek.given(Driehoek.talk("2026-11-10", present: ["student", "bb"]))
    for key in ["driehoeksgesprek@1.closed", "rapportage-ingevoerd@1.done"] {
      #expect(two.obligation(key)?.opens == nil && two.obligation(key)?.due == nil, "\(key)")
    }
    #expect(two.obligation("gespreksformulier@1.submitted")?.due == nil)
    let apart = two.after(Driehoek.talk("2026-11-12", 1, present: ["po", "bb"]))
    apart.when(Driehoek.close("2026-11-12", 1)).refuses("student ontbrak")
    #expect(apart.obligation("driehoeksgesprek@1.closed")?.due == nil)
    let whole = apart.after(Driehoek.talk("2026-12-08", 1))
    #expect(
      whole.state.dayHeld(ItemKey("driehoeksgesprek", occurrence: "1"), whole.rulebook) == day("2026-12-08"))
    #expect(whole.obligation("driehoeksgesprek@1.closed")?.opens == day("2026-12-08"))
    #expect(whole.obligation("driehoeksgesprek@1.closed")?.met == day("2026-12-08"))
    let closing = try #require(whole.obligation("driehoeksgesprek@1.closed"))
    #expect(closing.due == nil || closing.due == day("2026-12-15"))
    #expect(whole.obligation("gespreksformulier@1.submitted")?.due == day("2026-12-15"))
    #expect(whole.obligation("rapportage-ingevoerd@1.done")?.opens == day("2026-12-08"))
  }

  // BPV-01 shows
  @Test func itIsToldWhoWasMissingFromTheLastSession() throws {
    let two = try Driehoek.given(Driehoek.talk("2026-11-10", present: ["student", "bb"]))
    let apart = two.when(Driehoek.talk("2026-11-12", 1, present: ["po", "bb"]))
    #expect(apart.after.remarks.contains { $0.nl.contains("student ontbrak") })
    #expect(!apart.after.remarks.contains { $0.nl.contains("leerbedrijf ontbrak") })
  }

  // BPV-09 opens
  @Test func theFormOpensAnAgreementOfEachOfTheThree() throws {
    let form = try filing([:], by("bb", "2026-11-12", .submit("gespreksformulier@1")))
    for role in ["student", "praktijkopleider", "bpv-begeleider"] {
      let sign = try #require(form.obligation("gespreksformulier@1-\(role).signed"))
      #expect(sign.what.nl == "Gespreksformulier BPV ondertekenen (driehoeksgesprek 1)")
      #expect(sign.role == role && sign.due == day("2026-11-26"))
    }
  }

  // BPV-09 shows
  @Test func whatIsLateSaysOfWhichTalk() throws {
    let late = try filing().after(flagging("2026-11-26"))
    let told = late.events("flagged").compactMap { logged -> String? in
      guard case .flagged(let flagged) = logged.event else { return nil }
      return Phrase.owed(flagged.obligation, Driehoek.workflow).nl
    }
    #expect(told.contains("Gespreksformulier BPV inleveren (driehoeksgesprek 1)"))
    #expect(told.contains("Formulier geüpload of geprint: Driehoeksgesprek 1"))
  }

  // BPV-09 refuses, allows
  @Test func thePhaseWaitsForAllThreeAndForNobodyElse() throws {
    let form = try filing(
      [:], by("bb", "2026-11-12", .submit("gespreksformulier@1")),
      by("bb", "2026-11-12", .done(obligation: "formulier-opgeslagen@1")),
      by("bb", "2026-11-12", .done(obligation: "rapportage-ingevoerd@1")))
    form.when("tb", on: "2026-11-12", .sign(document: "gespreksformulier@1")).refusesOnly(
      "student", "praktijkopleider", "bpv-begeleider")
    let two = form.after(
      by("student", "2026-11-12", .sign(document: "gespreksformulier@1")),
      by("bb", "2026-11-12", .sign(document: "gespreksformulier@1")))
    two.when("bb", on: "2026-11-12", .advance()).refusesOnly("gespreksformulier@1-praktijkopleider.signed")
    let signed = two.after(by("po", "2026-11-13", .sign(document: "gespreksformulier@1")))
    #expect(signed.when("bb", on: "2026-11-13", .advance()).then("advanced").state.phase == "voorbereiding")
  }

  // BPV-09 refuses
  @Test func whatIsNotStoredOrEnteredHoldsThePhase() throws {
    try filing().when("bb", on: "2026-11-10", .advance()).refuses(
      "gespreksformulier@1-student.signed", "formulier-opgeslagen@1.done", "rapportage-ingevoerd@1.done")
    try filing().when("bb", on: "2026-11-10", .waive("gespreksformulier@1.submitted")).refuses(
      "de workflow sluit dit uit")
  }

  // BPV-09 opens
  @Test func particularsAreReportedToTheTrajectbegeleider() throws {
    let some = try filing(["bijzonderheden": "ja"])
    #expect(some.asked("bijzonderheden-gemeld", .done) == ["1 2026-11-17"])
    let task = try #require(some.obligation("bijzonderheden-gemeld@1.done"))
    #expect(task.role == "bpv-begeleider" && task.isBlocking && task.rule.rules == ["BPV-09"])
    #expect(try filing().asked("bijzonderheden-gemeld", .done).isEmpty)
  }

  // BPV-09 refuses, allows
  @Test func reportingThemHoldsThePhaseOnlyWhereThereAreAny() throws {
    let some = try filing(["bijzonderheden": "ja"]).filed("2026-11-12", 1)
    some.when("bb", on: "2026-11-12", .advance()).refusesOnly("bijzonderheden-gemeld@1.done")
    some.after(by("bb", "2026-11-13", .done(obligation: "bijzonderheden-gemeld@1")))
      .when("bb", on: "2026-11-13", .advance()).then("advanced")
    try filing().filed("2026-11-12", 1).when("bb", on: "2026-11-12", .advance()).then("advanced")
  }

  // BPV-09 refuses, allows
  @Test func whetherThereAreAnyIsSaidBeforeItCloses() throws {
    let held = try Driehoek.given(
      by("bb", "2026-11-10", .held("driehoeksgesprek", "student", "po", "bb", record: ["conclusion": "voor"]))
    )
    held.when(Driehoek.close("2026-11-10", 1)).refusesOnly("bijzonderheden")
    held.when(Driehoek.close("2026-11-10", 1, record: ["bijzonderheden": "nee"])).then("closed")
  }
}
