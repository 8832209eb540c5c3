import Testing

@testable import CyclusCore

/// Claims that are granted, refused and left to the next gesprek; what a correction makes of them.
@Suite struct ClaimDecisionTests {
  private let weekly = by("student", "2026-02-04", .held("weekgesprek", "student", "docent"))
  private let remark = by("student", "2026-02-03", .claim("opmerking@nederlands", texts: 1))
  private let final = by(
    "student", "2026-03-24", .held("eindgesprek", "student", "docent"))

  @Test func aClaimIsDecidedFromTheDayOfItsGesprek() {
    ClaimWorkflow.given(remark).when("io", on: "2026-02-03", .grant("C1")).refusesOnly(
      "leg eerst vast dat weekgesprek@w1 gehouden is")
    let held = ClaimWorkflow.given(remark, weekly)
    held.when("io", on: "2026-02-03", today: "2026-02-04", .grant("C1")).refusesOnly("weekgesprek houden")
    held.when("io", on: "2026-02-04", .grant("C1")).then("claim_granted")
    held.when("student", on: "2026-02-04", .grant("C1")).refuses("docent")
    held.when("io", on: "2026-02-04", .grant("C2")).refusesOnly("bekend zijn: C1")
    held.when("io", on: "2026-02-04", .waive("C1.decided")).refusesOnly("een beslissing")
  }

  @Test func whoClaimsDoesNotDecide() {
    let traject = ClaimWorkflow.given(
      by("P2:docent", "2026-02-03", .claim("evc@rekenen")), final)
    traject.when("P2:docent", on: "2026-03-24", .grant("C1")).refusesOnly("P2 heeft C1 zelf ingediend")
    traject.when("P2:docent", on: "2026-03-24", .refuse("C1")).refusesOnly("een ander beslist erover")
    traject.when("P3:docent", on: "2026-03-24", .grant("C1")).then("claim_granted")
  }

  @Test func whatWasClaimedTooLateIsNotGranted() {
    let soon = ClaimWorkflow.given(
      by("student", "2026-03-17", .claim("vrijstelling")), by("student", "2026-03-24", .claim("evc@rekenen")),
      final)
    soon.when("io", on: "2026-03-24", .grant("C1")).then("claim_granted")
    soon.when("io", on: "2026-03-24", .grant("C2")).then("claim_granted")
    let late = ClaimWorkflow.given(
      by("io", "2026-03-02", .plan("eindgesprek", "2026-03-24 10:00"))
    ).when("student", on: "2026-03-18", .claim("vrijstelling")).remarks(
      "dit had uiterlijk di 17 mrt 2026 gemoeten"
    )
    .when(final).then("held")
    late.when("io", on: "2026-03-24", .grant("C1")).refusesOnly("telt bij dit gesprek niet mee")
    late.when("io", on: "2026-03-24", .deferring("C1")).refusesOnly("er volgt geen gesprek meer")
    late.when("io", on: "2026-03-24", .refuse("C1")).then("claim_refused")
    // Held and not closed yet: it is the only one, so a claim of the day after belongs to it, too late.
    let after = ClaimWorkflow.given(final).when("student", on: "2026-03-25", .claim("evc@rekenen")).remarks(
      "zodat C1 bij eindgesprek niet")
    after.when("io", on: "2026-03-25", .grant("C1")).refusesOnly("uiterlijk di 24 mrt 2026")
    ClaimWorkflow.given(
      final, by("student", "2026-03-24", .close(gesprek: "eindgesprek", record: ["verslag": "ja"]))
    )
    .when("student", on: "2026-03-25", .claim("evc@rekenen")).refusesOnly("geen eindgesprek meer")
  }

  @Test func whatIsLeftToTheNextGesprekIsOpenThere() {
    let left = ClaimWorkflow.given(remark, weekly).when("io", on: "2026-02-04", .deferring("C1")).then(
      "claim_deferred")
    #expect(left.state.claims[0].gesprek.description == "weekgesprek@w2" && left.state.claims[0].isOpen)
    #expect(left.obligation("C1.decided")?.opens == nil)
    left.when("io", on: "2026-02-06", .grant("C1")).refusesOnly("weekgesprek@w2")
    let next = left.when("student", on: "2026-02-11", .held("weekgesprek", "student", "docent")).then("held")
    #expect(next.obligation("C1.decided")?.opens == day("2026-02-11"))
    next.when("io", on: "2026-02-11", .grant("C1")).then("claim_granted")
  }

  @Test func aClaimWhoseGesprekWasPassedOverIsDecidedAtTheNextThatIsHeld() {
    let missed = ClaimWorkflow.given(
      remark, by("student", "2026-02-18", .held("weekgesprek", "student", "docent")))
    #expect(missed.state.claims[0].gesprek.description == "weekgesprek@w1")
    #expect(missed.state.gesprek(deciding: missed.state.claims[0]).description == "weekgesprek@w3")
    #expect(missed.state.claims(of: ItemKey("weekgesprek", occurrence: "w3")).map(\.id) == ["C1"])
    missed.when("io", on: "2026-02-18", .grant("C1")).then("claim_granted")
    // One that is no longer asked waits for nobody.
    let waived = ClaimWorkflow.given(
      by("student", "2026-03-02", .claim("evc@rekenen")), by("io", "2026-03-20", .waive("eindgesprek.held")))
    #expect(waived.obligation("C1.decided")?.opens == day("2026-03-20"))
    waived.when("io", on: "2026-03-20", .refuse("C1")).then("claim_refused")
  }

  @Test func whatAGesprekStillHasToDecideIsNamed() throws {
    let traject = ClaimWorkflow.given(
      by("student", "2026-03-02", .claim("evc@rekenen")), by("student", "2026-03-02", .claim("evc@engels")),
      final, by("io", "2026-03-24", .grant("C2")))
    let deliberation = Deliberation(
      traject.state, traject.rulebook,
      Occasion(actor: traject.actor("io"), happened: day("2026-03-24"), today: day("2026-03-24")),
      verb: "close")
    let missing = deliberation.undecidedClaims(of: ItemKey("eindgesprek"))
    #expect(missing.map { $0.obligation?.description } == ["C1.decided"])
    #expect(
      missing.first?.message.nl
        == "over C1 (evc@rekenen) is nog niet beslist: ken toe met grant, wijs af met refuse, of schuif door met defer"
    )
    #expect(missing.first?.role == "docent" && missing.first?.person == PersonID(3))
    #expect(deliberation.undecidedClaims(of: ItemKey("weekgesprek", occurrence: "w1")).isEmpty)
  }

  @Test func aGesprekThatIsClosedSaysWhereTheClaimOfThatDayBelongs() {
    let closed = ClaimWorkflow.given(
      final, by("student", "2026-03-24", .close(gesprek: "eindgesprek", record: ["verslag": "ja"])))
    #expect(closed.state.gesprekken["eindgesprek"]?.closed != nil)
    closed.when("student", on: "2026-03-24", .claim("evc@rekenen")).refusesOnly("geen eindgesprek meer")
  }

  // As one that recurs by number: what was in time for a talk that is closed belongs to the next.
  @Test func whatIsClaimedOnTheDayOfAClosedTalkIsSaidToBelongToTheNext() {
    var traject = ClaimWorkflow.given()
    for (number, held) in [("1", "2026-02-10"), ("2", "2026-02-24")] {
      var record = Traject.GesprekRecord()
      record.sessions = [.init(on: day(held), present: [])]
      record.closed = day(held)
      traject.state.gesprekken["eindgesprek@\(number)"] = record
    }
    let standing = Standing(traject.state, traject.rulebook)
    #expect(
      standing.occurrences(ofGesprek: "eindgesprek").map(\.key.description) == [
        "eindgesprek@1", "eindgesprek@2", "eindgesprek", "eindgesprek@3",
      ])
    traject.when("student", on: "2026-02-24", .claim("evc@rekenen")).remarks(
      "let op: het eindgesprek van di 24 feb 2026 is al afgesloten, C1 hoort dus bij eindgesprek; had hij daar besproken moeten zijn, neem dan eerst het afsluiten terug (correct)"
    )
    #expect(traject.when("student", on: "2026-02-25", .claim("evc@rekenen")).after.remarks.isEmpty)
  }

  // MARK: Corrections

  @Test func aNumberThatWasTakenOutIsNotGivenAgain() throws {
    let traject = ClaimWorkflow.given(remark).when(retracting(2, "2026-02-03")).then("corrected")
    #expect(traject.state.claims.isEmpty && traject.state.claimsMade == 1)
    let again = traject.when(remark).then("claimed")
    #expect(again.state.claims.map(\.id) == ["C2"])
    #expect(try EffectiveLog.replay(again.log, workflow: again.rules) == again.state)
    let back = again.when(retracting(3, "2026-02-04")).then("corrected")
    #expect(back.state.claims.map(\.id) == ["C1", "C2"] && back.state.claimsMade == 2)
  }

  @Test func aDecisionStandsOrFallsByNameOnly() {
    let traject = ClaimWorkflow.given(remark, weekly, by("io", "2026-02-04", .grant("C1")))
    // The claim, its gesprek and the decision.
    traject.when(retracting(2, "2026-02-05")).refusesOnly("gebeurtenis 4 (claim toegekend")
    traject.when(cascading(retracting(3, "2026-02-05"))).refusesOnly("gebeurtenis 4 (claim toegekend")
    let undone = traject.when(retracting(4, "2026-02-05")).then("corrected")
    #expect(undone.state.claims[0].isOpen)
    undone.when(cascading(retracting(2, "2026-02-05"))).then("corrected")
  }

  @Test func proofFallsWithItsClaim() {
    let traject = ClaimWorkflow.given(remark, by("student", "2026-02-03", .claim("C1", texts: 2)))
    traject.when(retracting(2, "2026-02-05")).refusesOnly("gebeurtenis 3 (claim ingediend")
    let gone = traject.when(cascading(retracting(2, "2026-02-05"))).then("corrected", "corrected")
    #expect(gone.state.claims.isEmpty)
    let back = gone.when(cascading(retracting(4, "2026-02-05")))
    #expect(back.after.state.claims.map(\.proofs.count) == [2])
  }

  @Test func aClaimPutOnAnotherDayBelongsToTheGesprekOfThatDay() {
    let traject = ClaimWorkflow.given(
      weekly, by("student", "2026-02-05", .claim("opmerking@nederlands", texts: 1)))
    #expect(traject.state.claims[0].gesprek.description == "weekgesprek@w2")
    let moved = traject.when(amending(3, on: "2026-02-04", today: "2026-02-06")).then("corrected")
    #expect(moved.state.claims[0].gesprek.description == "weekgesprek@w1")
    #expect(moved.state.claims[0].id == "C1")
  }
}
