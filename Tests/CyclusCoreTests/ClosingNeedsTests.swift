import Testing

@testable import CyclusCore

/// Closing with needs: documents and tasks of the gesprek itself, agreements, and claims.
@Suite struct ClosingNeedsTests {
  private static func workflow(_ needs: String) -> Workflow {
    Written.workflow(
      """
      gesprekken:
        bezoek:
          {by: student, present: [student, begeleider], each: occasion,
           close: {by: begeleider, due: 1 week after gesprek held, needs: [\(needs)]}, rule: A-1}
        slot:
          {by: student, present: [student, begeleider], opens: week 15, close: {by: begeleider, needs: claims decided},
           rule: A-1}
      documents:
        verslag: {by: student, for: bezoek, opens: after its gesprek held, due: 1 week after opening, rule: A-2}
      tasks:
        geregistreerd: {by: begeleider, for-each: [bezoek], opens: after its gesprek held, rule: A-2}
      claims:
        evc: {by: student, for: slot, granted-by: begeleider, rule: A-3}
      agreements: {by: [student, begeleider], rule: A-4}
      phases:
        - {phase: een, leave-when: [bezoek closed, slot closed], rule: A-1}
      """)
  }

  private func agree(_ on: String) -> Scenario.Act {
    by("begeleider", on, .agree("student", due: "2026-06-01"))
  }

  @Test func aDocumentOfThisOccurrenceIsAskedAndNoOther() throws {
    let workflow = Self.workflow("verslag submitted, geregistreerd done")
    let held = try workflow.given().when(talk("bezoek", "2026-03-02")).then("held")
    held.when("begeleider", on: "2026-03-02", .close(gesprek: "bezoek", record: [:])).refusesOnly(
      "verslag@1.submitted", "geregistreerd@bezoek@1.done")
    let first = held.after(
      by("student", "2026-03-03", .submit("verslag@1")),
      by("begeleider", "2026-03-04", .done(obligation: "geregistreerd@bezoek@1")))
    first.when("begeleider", on: "2026-03-03", today: "2026-03-04", .close(gesprek: "bezoek", record: [:]))
      .refusesOnly("4 mrt 2026")
    let closed = first.when("begeleider", on: "2026-03-04", .close(gesprek: "bezoek", record: [:])).then(
      "closed")
    let second = closed.when(talk("bezoek", "2026-04-02")).then("held")
    second.when("begeleider", on: "2026-04-02", .close(gesprek: "bezoek", record: [:])).refusesOnly(
      "verslag@2.submitted", "geregistreerd@bezoek@2.done")
    #expect(second.obligation("verslag@2.submitted")?.isBlocking == true)
  }

  @Test func whatWasAgreedBeforeIsSettledFirst() throws {
    let held = try Self.workflow("agreements settled").given(agree("2026-02-10")).when(
      talk("bezoek", "2026-03-02")
    ).then("held")
    held.when("begeleider", on: "2026-03-02", .advance()).refuses("A1.settled", "bezoek@1.closed")
    #expect(held.obligation("A1.settled")?.isBlocking == true)
    // What the gesprek itself agrees is asked the next time.
    let more = held.after(agree("2026-03-02"))
    more.when("begeleider", on: "2026-03-02", .close(gesprek: "bezoek", record: [:])).refusesOnly(
      "A1.settled")
    #expect(more.obligation("A2.settled")?.isBlocking == false)
    for status in [Traject.Agreement.Status.done, .notDone, .dropped] {
      let settled = more.after(
        by("student", "2026-03-02", .settle("A1", status, why: true, needs: true)))
      settled.when("begeleider", on: "2026-03-02", .close(gesprek: "bezoek", record: [:])).then("closed")
    }
  }

  @Test func whatWasNotDoneIsAskedAgainTheNextTime() throws {
    let settle = by("student", "2026-03-03", .settle("A1", .notDone, why: true, needs: true))
    let closed = try Self.workflow("agreements settled").given(
      agree("2026-02-10"), talk("bezoek", "2026-03-02"), settle,
      by("begeleider", "2026-03-03", .close(gesprek: "bezoek", record: [:])))
    let second = closed.when(talk("bezoek", "2026-04-02")).then("held")
    second.when("begeleider", on: "2026-04-02", .close(gesprek: "bezoek", record: [:])).refusesOnly(
      "A1.settled")
    let said = second.after(by("student", "2026-04-02", .settle("A1", .dropped, why: true)))
    said.when("begeleider", on: "2026-04-02", .close(gesprek: "bezoek", record: [:])).then("closed")
  }

  @Test func whatIsSettledBeforehandLetsItCloseByItself() throws {
    let settled = try Self.workflow("agreements settled").given(
      agree("2026-02-10"), by("student", "2026-02-20", .settle("A1", .done)))
    settled.when(talk("bezoek", "2026-03-02")).then("held", "closed")
    // What came to light later closes not before what it needs.
    let late = try Self.workflow("agreements settled").given(
      agree("2026-02-10"), by("student", "2026-03-09", .settle("A1", .done)))
    let closed = late.when(
      "student", on: "2026-03-02", today: "2026-03-10", .held("bezoek", "student", "begeleider")
    )
    .then("held", "closed")
    #expect(closed.state.gesprekken["bezoek@1"]?.closed == day("2026-03-09"))
  }

  @Test func anAgreementOfBeforeIsNoNewOne() throws {
    let held = try Self.workflow("agreement made").given(agree("2026-02-10")).when(
      talk("bezoek", "2026-03-02")
    ).then("held")
    held.when("begeleider", on: "2026-03-02", .close(gesprek: "bezoek", record: [:])).refusesOnly(
      "geen afspraak gemaakt op of na ma 2 mrt 2026")
    let made = held.after(agree("2026-03-02"))
    made.when("begeleider", on: "2026-03-02", .close(gesprek: "bezoek", record: [:])).then("closed")
    let dropped = made.after(by("student", "2026-03-02", .settle("A2", .dropped, why: true)))
    dropped.when("begeleider", on: "2026-03-02", .close(gesprek: "bezoek", record: [:])).refusesOnly(
      "geen afspraak")
  }

  @Test func theClaimsOfAGesprekAreDecidedBeforeItCloses() throws {
    let held = try Self.workflow("agreement made").given(by("student", "2026-05-20", .claim("evc"))).when(
      talk("slot", "2026-05-25")
    ).then("held")
    held.when("begeleider", on: "2026-05-25", .close(gesprek: "slot", record: [:])).refusesOnly("C1.decided")
    held.when("begeleider", on: "2026-05-25", .advance()).refuses("C1.decided")
    #expect(held.obligation("C1.decided")?.isBlocking == true)
    let decided = held.after(by("begeleider", "2026-05-26", .grant("C1")))
    decided.when("begeleider", on: "2026-05-25", today: "2026-05-26", .close(gesprek: "slot", record: [:]))
      .refusesOnly("26 mei 2026")
    decided.when("begeleider", on: "2026-05-26", .close(gesprek: "slot", record: [:])).then("closed")
    try Self.workflow("agreement made").given().when(talk("slot", "2026-05-25")).then("held", "closed")
  }

  @Test func aCorrectionNamesTheClosingThatNoLongerHolds() throws {
    let closed = try Self.workflow("agreements settled").given(
      agree("2026-02-10"), by("student", "2026-02-20", .settle("A1", .done)), talk("bezoek", "2026-03-02"))
    #expect(closed.state.gesprekken["bezoek@1"]?.closed != nil)
    let settled = closed.events("agreement_settled")[0].seq
    closed.when(retracting(settled, "2026-03-03")).refuses("gesprek afgesloten")
    let without = closed.after(cascading(retracting(settled, "2026-03-03")))
    #expect(without.state.gesprekken["bezoek@1"]?.held == [day("2026-03-02")])
    #expect(without.state.gesprekken["bezoek@1"]?.closed == nil)
  }
}
