import Testing

@testable import CyclusCore

/// Agreements: what came of those of last time, and what a new one holds.
@Suite struct DriehoeksgesprekAgreementTests {
  /// The first talk on 10 November, in which A1 was made.
  private func agreed(_ acts: Scenario.Act...) throws -> Scenario {
    try Driehoek.given(
      [Driehoek.talk("2026-11-10"), by("bb", "2026-11-10", .agree("student", due: "2026-12-18"))] + acts)
  }

  // BPV-03 refuses, allows
  @Test func anAgreementOfLastTimeNeedsAStatusBeforeTheNextTalkCloses() throws {
    let second = try agreed(Driehoek.talk("2027-03-09"))
    #expect(second.state.gesprekken["driehoeksgesprek@1"]?.closed == day("2026-11-10"))
    #expect(second.state.gesprekken["driehoeksgesprek@2"]?.closed == nil)
    second.when(Driehoek.close("2027-03-09", 2)).refusesOnly("A1.settled")
    for status in [Traject.Agreement.Status.done, .notDone, .dropped] {
      second.after(by("student", "2027-03-09", .settle("A1", status, why: true, needs: true)))
        .when(Driehoek.close("2027-03-09", 2)).then("closed")
    }
  }

  // BPV-03 refuses, allows
  @Test func whatWasNotDoneSaysWhyAndWhatIsNeeded() throws {
    let second = try agreed(Driehoek.talk("2027-03-09"))
    second.when("student", on: "2027-03-09", .settle("A1", .notDone)).refusesOnly("--why", "--needs")
    second.when("student", on: "2027-03-09", .settle("A1", .dropped)).refusesOnly("--why")
    second.when("student", on: "2027-03-09", .settle("A1", .done)).then("agreement_settled")
  }

  // BPV-03 refuses
  @Test func whatWasNotDoneIsAskedAgainTheTimeAfter() throws {
    let third = try agreed(
      Driehoek.talk("2027-03-09"),
      by("student", "2027-03-09", .settle("A1", .notDone, why: true, needs: true)),
      Driehoek.close("2027-03-09", 2), Driehoek.talk("2027-05-11", 3))
    third.when(Driehoek.close("2027-05-11", 3)).refusesOnly("A1.settled")
    third.after(by("student", "2027-05-11", .settle("A1", .done))).when(Driehoek.close("2027-05-11", 3)).then(
      "closed")
  }

  // BPV-03 allows
  @Test func whatWasSaidSinceItWasMadeCountsOnceAlsoOnTheDayOfTheCloseBefore() throws {
    func said(_ on: String) throws -> Scenario {
      try Driehoek.given(
        Driehoek.talk("2026-11-10", record: ["conclusion": "achter"]),
        by("bb", "2026-11-10", .agree("student", due: "2026-12-18")),
        by("student", on, .settle("A1", .notDone, why: true, needs: true)),
        Driehoek.close("2026-11-20", 1))
    }
    // The talk in which it was made asked nothing of it.
    for on in ["2026-11-12", "2026-11-20"] {
      let second = try said(on).when(Driehoek.talk("2027-03-09")).then("held", "closed")
      let third = second.when(Driehoek.talk("2027-05-11", 3))
      third.then("held")
      third.remarks("afspraak A1 (di 10 nov 2026) was op", "nog niet nagekomen")
    }
  }

  // BPV-03 opens
  @Test func allThreePrepareFromTheAgreements() throws {
    let traject = try Driehoek.given(by("bb", "2026-09-10", .plan("driehoeksgesprek", "2026-11-10 10:00")))
    let prepared = traject.state.obligations(traject.rulebook).filter {
      $0.key.item.id == "afspraken-voorbereid" && $0.opens != nil && $0.key.description.contains("@1")
    }
    #expect(prepared.map(\.role).sorted() == ["bpv-begeleider", "praktijkopleider", "student"])
    // Three days before the talk is a Saturday.
    #expect(prepared.map(\.due) == Array(repeating: day("2026-11-09"), count: 3))
    #expect(prepared.allSatisfy { $0.rule.rules.first == "BPV-03" && !$0.isBlocking })
    for role in ["student", "po", "bb"] {
      traject.when(role, on: "2026-11-03", .done(obligation: "afspraken-voorbereid@1")).then("done")
    }
    // Preparation lapses with the talk and stops nothing.
    let held = traject.after(Driehoek.talk("2026-11-10"))
    #expect(
      held.obligation("afspraken-voorbereid@1-student.done")?.state(on: day("2026-11-11")) == .missed)
  }

  // BPV-08 refuses, allows
  @Test func anAgreementHasAnOwnerAndADate() throws {
    let talk = try Driehoek.given(Driehoek.talk("2026-11-10"))
    talk.when("bb", on: "2026-11-10", .agree("docent", due: "2026-12-18")).refusesOnly("docent")
    talk.when("bb", on: "2026-11-10", .agree("", due: "2026-12-18")).refusesOnly("rol «»")
    talk.when("bb", on: "2026-11-10", .agree("student", due: "2026-11-09")).refusesOnly("--due")
    let agreed = talk.when("bb", on: "2026-11-10", .agree("po", due: "2026-12-18")).then("agreement_made")
    let settle = try #require(agreed.obligation("A1.settled"))
    #expect(settle.role == "praktijkopleider" && settle.due == day("2026-12-18"))
    #expect(settle.rule.rules == ["BPV-08"])
  }

  // BPV-08 shows
  @Test func oneWithoutAFirstStepIsAWarning() throws {
    let talk = try Driehoek.given(Driehoek.talk("2026-11-10"))
    talk.when("student", on: "2026-11-10", .agree("student", due: "2026-12-18", firstStep: false))
      .remarks("geen eerste stap")
    let whole = talk.when("student", on: "2026-11-10", .agree("student", due: "2026-12-18"))
    #expect(!whole.after.remarks.contains { $0.nl.contains("eerste stap") })
  }

  // BPV-08 refuses
  @Test func onlyTheThreeMakeAgreements() throws {
    let talk = try Driehoek.given(Driehoek.talk("2026-11-10"))
    talk.when("tb", on: "2026-11-10", .agree("student", due: "2026-12-18")).refusesOnly(
      "bpv-begeleider", "student", "praktijkopleider")
  }
}
