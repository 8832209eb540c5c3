import Testing

@testable import CyclusCore

/// The progress talk of a developer: who plans it, who is there, what is brought along and what comes of it.
@Suite struct DeveloperTalkTests {
  private typealias Sd = SdVoortgangsgesprek

  // SD-01 refuses, allows
  @Test func onlyTheTeachersGiveDateAndTime() {
    let traject = Sd.given()
    traject.when("P1", on: "2026-09-07", .plan("voortgangsgesprek", "2026-09-21 10:00")).refusesOnly("docent")
    traject.when("P4", on: "2026-09-07", .plan("voortgangsgesprek", "2026-09-21 10:00")).refusesOnly("docent")
    traject.when("P2", on: "2026-09-07", .advance()).refusesOnly("voortgangsgesprek@1.planned")
    let planned = traject.when("P2", on: "2026-09-07", .plan("voortgangsgesprek", "2026-09-21 10:00"))
      .then("planned")
    planned.when("P1", on: "2026-09-08", .plan("voortgangsgesprek", "2026-09-22 10:00")).refusesOnly("docent")
    planned.when("P1", on: "2026-09-08", .cancel(gesprek: "voortgangsgesprek", why: text())).refusesOnly(
      "docent")
    planned.when("P3", on: "2026-09-08", .plan("voortgangsgesprek", "2026-09-22 10:00")).then("planned")
    planned.when("P2", on: "2026-09-08", .advance()).then("advanced")
    #expect(Sd.workflow.gesprek("voortgangsgesprek")?.duration == 30)
  }

  // SD-01 refuses, allows
  @Test(arguments: [
    ["student", "docent=P2"], ["student", "docent=P2", "docent=P2"], ["docent=P2", "docent=P3"],
  ])
  func withoutTheStudentOrOneOfTwoTeachersItIsIncomplete(present: [String]) {
    let held = Sd.given(.planned, Sd.agreed("2026-09-21")).when(
      "P2", on: "2026-09-21",
      .held(
        Command.Held(
          gesprek: "voortgangsgesprek", present: present.map(Self.attendee), conclusion: "voor",
          record: ["poort": "nog-niet"]))
    ).then("held")
    #expect(held.state.state(ofGesprek: "voortgangsgesprek@1", held.rulebook) == .incomplete)
    #expect(held.keys(.open, on: "2026-09-21").contains("voortgangsgesprek@1.held"))
    held.when("P1", on: "2026-09-21", .close(gesprek: "voortgangsgesprek", record: [:])).refuses(
      "voortgangsgesprek@1.held")
    held.when("P2", on: "2026-09-21", .advance()).refuses("voortgangsgesprek@1.closed")
    let apart = held.when("P3", on: "2026-09-23", .held("voortgangsgesprek@1", "docent=P3")).then("held")
    #expect(apart.state.state(ofGesprek: "voortgangsgesprek@1", apart.rulebook) == .incomplete)
    let caughtUp = held.when(Sd.talk("2026-09-24")).then("held", "closed")
    #expect(caughtUp.obligation("voortgangsgesprek@1.held")?.met == day("2026-09-24"))
  }

  private static func attendee(_ item: String) -> Command.Present {
    let parts = item.split(separator: "=").map(String.init)
    return Command.Present(role: parts[0], person: parts.count > 1 ? PersonID(parts[1]) : nil)
  }

  // SD-01 allows
  @Test func withTwoTeachersItCountsAndComesAgain() {
    let talked = Sd.given(.talked)
    #expect(talked.obligation("voortgangsgesprek@1.held")?.met == day("2026-09-21"))
    #expect(talked.state.gesprekken["voortgangsgesprek@1"]?.closed == day("2026-09-21"))
    let around = Sd.given(.around)
    #expect(around.state.phase == "gepland")
    #expect(around.obligation("voortgangsgesprek@2.planned")?.opens == day("2026-09-23"))
    around.when("P2", on: "2026-09-24", .advance()).refusesOnly("voortgangsgesprek@2.planned")
    // The handbook gives no term: nobody is late before the last day.
    #expect(around.obligation("voortgangsgesprek@2.held")?.due == day("2027-07-09"))
  }

  // SD-02 stores
  @Test func whereTheStudentIsAndWhatIsWishedIsOnRecord() {
    let talked = Sd.given(.planned, Sd.agreed("2026-09-21"), Sd.talk("2026-09-21", ["wens": "2027-02-01"]))
    let record = talked.state.gesprekken["voortgangsgesprek@1"]
    #expect(record?.conclusion == "op-schema")
    #expect(record?.record["poort"] == "nog-niet" && record?.record["wens"] == "2027-02-01")
    #expect(talked.rules.parameter("volgende-poort")?.fallback == "bpv")
    // The student may say when, and need not.
    let bare = Sd.given(.planned).when(Sd.talk("2026-09-21", poort: nil)).remarks("naar de volgende poort")
    #expect(bare.state.gesprekken["voortgangsgesprek@1"]?.closed == nil)
    bare.when("P1", on: "2026-09-21", .close(gesprek: "voortgangsgesprek", record: ["poort": "naar-stage"]))
      .refusesOnly("kies nog-niet, naar-bpv of naar-pvb")
    let closed = bare.when(
      "P1", on: "2026-09-21", .close(gesprek: "voortgangsgesprek", record: ["poort": "naar-bpv"])
    ).then("closed")
    #expect(closed.state.gesprekken["voortgangsgesprek@1"]?.record["wens"] == nil)
  }

  // SD-02 stores
  @Test func whatIsStillNeededForTheGateIsAgreed() {
    let held = Sd.given(.planned).when(Sd.talk("2026-09-21")).then("held")
    held.when("P1", on: "2026-09-22", .close(gesprek: "voortgangsgesprek", record: [:])).refusesOnly(
      "geen afspraak gemaakt op of na ma 21 sep 2026")
    // What was agreed before does not say what this talk found.
    let before = Sd.given(.planned, Sd.agreed("2026-09-18")).when(Sd.talk("2026-09-21")).then("held")
    before.when("P1", on: "2026-09-22", .close(gesprek: "voortgangsgesprek", record: [:])).refusesOnly(
      "geen afspraak gemaakt op of na ma 21 sep 2026")
    let agreed = held.when(Sd.agreed("2026-09-22")).then("agreement_made")
    let closed = agreed.when("P1", on: "2026-09-22", .close(gesprek: "voortgangsgesprek", record: [:]))
      .then("closed")
    #expect(closed.state.agreements.map(\.owner) == ["student"])
    Sd.given(.planned).when(Sd.talk("2026-09-21", poort: "naar-bpv")).then("held", "closed")
  }

  // SD-02 stores
  @Test(arguments: [("naar-bpv", "gepland"), ("naar-pvb", "completed")])
  func theBpvLeadsAroundAndThePvbToTheEnd(gate: String, to end: String) {
    let updated = Sd.given(
      .planned, Sd.talk("2026-09-21", poort: gate), by("P2", "2026-09-22", .advance()),
      by("P3", "2026-09-23", .submit("voortgangskaart-bijgewerkt")))
    let on = updated.when("P2", on: "2026-09-23", .advance())
    if gate == "naar-pvb" {
      let ended = on.then("completed")
      #expect(ended.state.hasEnded)
    } else {
      let around = on.then("advanced")
      #expect(around.state.phase == end)
      around.when("P2", on: "2026-09-23", .set("volgende-poort", "pvb")).then("parameter_set")
      // The next time round waits for the next talk.
      around.when("P2", on: "2026-09-23", .advance()).refuses("Voortgangsgesprek 2 plannen")
    }
  }

  /// All of a round on one day: the talk, its cards, and the next talk planned.
  private static func round(_ on: String, _ number: Int = 1, poort: String = "nog-niet") -> [Scenario.Act] {
    [
      Sd.agreed(on),
      by(
        "P2", on,
        .held(
          "voortgangsgesprek@\(number)", "student", "docent=P2", "docent=P3", record: ["poort": poort],
          "op-schema")), by("P2", on, .advance()),
      by("P3", on, .submit("voortgangskaart-bijgewerkt")), by("P2", on, .advance()),
    ]
  }

  private static func toTheTalk(_ on: String, _ number: Int, _ at: String) -> [Scenario.Act] {
    [
      by("P2", on, .plan("voortgangsgesprek@\(number)", at)), by("P2", on, .advance()),
      by("P2", on, .advance()),
    ]
  }

  // SD-01 allows
  @Test(arguments: ["nog-niet", "naar-bpv"])
  func onTheDayOfTheTalkTheNextRoundAsksOneMore(gate: String) throws {
    let around = Sd.given(.planned + Stretch(acts: Self.round("2026-09-21", poort: gate)))
    #expect(around.state.phase == "gepland")
    #expect(around.obligation("voortgangsgesprek@1.held")?.met == day("2026-09-21"))
    #expect(around.obligation("voortgangsgesprek@2.planned")?.opens == day("2026-09-21"))
    around.when("P2", on: "2026-09-21", .advance()).refusesOnly("voortgangsgesprek@2.planned")
    let planned = around.when("P2", on: "2026-09-21", .plan("voortgangsgesprek", "2026-10-05 10:00")).then(
      "planned")
    let on = planned.when("P2", on: "2026-09-21", .advance()).then("advanced")
    #expect(on.state.gesprekken["voortgangsgesprek@3"] == nil)
    #expect(on.keys(.overdue, on: "2026-10-04").filter { $0.hasPrefix("voortgangsgesprek") }.isEmpty)
    // The next talk is that of the second round.
    let second = on.after(
      by("P2", "2026-10-05", .advance()), Sd.agreed("2026-10-05"), Sd.talk("2026-10-05"))
    #expect(second.obligation("voortgangsgesprek@2.held")?.met == day("2026-10-05"))
    #expect(second.state.gesprekken["voortgangsgesprek@2"]?.closed == day("2026-10-05"))
  }

  // SD-01 allows
  @Test func severalRoundsOnOneDayEachHaveTheirTalk() {
    let on = "2026-09-21"
    let twice = Self.toTheTalk(on, 2, "2026-09-21 13:00") + Self.round(on, 2)
    let around = Sd.given(.planned + Stretch(acts: Self.round(on) + twice))
    #expect(around.state.phase == "gepland")
    for key in ["voortgangsgesprek@1.held", "voortgangsgesprek@2.held"] {
      #expect(around.obligation(key)?.met == day(on))
    }
    around.when("P2", on: on, .advance()).refusesOnly("voortgangsgesprek@3.planned")
    let planned = around.when("P2", on: on, .plan("voortgangsgesprek", "2026-10-05 10:00")).then("planned")
    #expect(planned.state.gesprekken["voortgangsgesprek@3"]?.planned?.day == day("2026-10-05"))
    planned.when("P2", on: on, .advance()).then("advanced")
  }

  // GEN-10 allows
  @Test func aWholeTalkIsWaivedWithItsPlanning() {
    let waived = Sd.given().when("P2", on: "2026-09-07", .waive("voortgangsgesprek@1")).then("waived")
    let gone = waived.keys(.waived, on: "2026-09-07")
    #expect(gone.contains("voortgangsgesprek@1.held") && gone.contains("voortgangsgesprek@1.planned"))
    waived.when("P2", on: "2026-09-07", .advance()).then("advanced")
    Sd.given().when("P2", on: "2026-09-07", .waive("voortgangsgesprek")).then("waived")
    // Leaving it alone for a while names which of both.
    Sd.given().when("P2", on: "2026-09-07", .snooze("voortgangsgesprek@1", until: "2026-09-21")).refusesOnly(
      "is meer dan één verplichting")
  }

  // SD-02 shows
  @Test func anAgreementThatIsOpenWhenTheTrajectIsCompletedIsNamed() {
    let ready = Sd.given(
      .planned, Sd.agreed("2026-09-21"), Sd.agreed("2026-09-21"),
      by("P1", "2026-09-21", .settle(.init(agreement: "A1", status: .done))),
      Sd.talk("2026-09-21", poort: "naar-pvb"), by("P2", "2026-09-22", .advance()))
    #expect(!ready.remarks.contains { $0.nl.contains("afspraak") })
    let ended = ready.after(by("P3", "2026-09-23", .submit("voortgangskaart-bijgewerkt")))
      .when("P2", on: "2026-09-23", .advance())
    ended.then("completed")
    let told = ended.remarks("afspraak A2 staat nog open (student P1, uiterlijk vr 30 okt 2026)").remarks
    #expect(told.count { $0.nl.contains("afspraak") } == 1)
  }

  // SD-03 opens
  @Test func whatIsBroughtAlongIsAskedOnceTheTalkIsPlanned() {
    let brought = [
      "bewijs-mee@1.done", "notitie@1.submitted", "projectkaarten-mee@1.done", "voortgangskaarten-mee@1.done",
    ]
    let start = Sd.given()
    #expect(!start.keys(.open, on: "2026-08-31").contains { brought.contains($0) })
    let planned = Sd.given(.planned)
    for key in brought {
      let asked = planned.obligation(key)
      #expect(asked?.role == "student" && asked?.opens == day("2026-09-07"))
      #expect(asked?.due == day("2026-09-21"))
    }
    #expect(planned.keys(.overdue, on: "2026-09-22").filter { brought.contains($0) }.count == 4)
    let moved = planned.when("P3", on: "2026-09-08", .plan("voortgangsgesprek", "2026-09-28 09:00")).then(
      "planned")
    #expect(moved.obligation("notitie@1.submitted")?.due == day("2026-09-28"))
    // After the talk it is too late to bring anything.
    let talked = Sd.given(
      .planned, by("P1", "2026-09-14", .submit("notitie")),
      by("P1", "2026-09-14", .done(obligation: "projectkaarten-mee")), Sd.agreed("2026-09-21"),
      Sd.talk("2026-09-21"))
    #expect(talked.obligation("notitie@1.submitted")?.met == day("2026-09-14"))
    #expect(
      talked.keys(.missed, on: "2026-09-22").sorted() == [
        "bewijs-mee@1.done", "voortgangskaarten-mee@1.done",
      ])
  }

  // SD-03 opens
  @Test func itIsAskedAgainForTheNextTalk() {
    let around = Sd.given(.around)
    #expect(around.obligation("notitie@2.submitted")?.opens == nil)
    let again = around.when("P3", on: "2026-10-05", .plan("voortgangsgesprek", "2026-11-16 09:00")).then(
      "planned")
    #expect(again.obligation("notitie@2.submitted")?.opens == day("2026-10-05"))
    #expect(again.obligation("voortgangskaarten-mee@2.done")?.due == day("2026-11-16"))
  }
}
