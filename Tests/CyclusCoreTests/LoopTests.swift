import Testing

@testable import CyclusCore

/// Going back: what was begun is asked again, in a round of its own, and what came of it before opens no way any more.
@Suite struct LoopTests {
  /// In `intake` for the second time on 18 February.
  private func secondRound(_ acts: Scenario.Act...) throws -> Scenario {
    var scenario = try loop(
      .work, by("begeleider", "2026-02-17", .done(obligation: "toetsing")),
      by("begeleider", "2026-02-18", .advance()))
    for act in acts { try scenario.perform(act) }
    return scenario
  }

  @Test func whatWasBegunGetsItsNextRound() throws {
    let again = try secondRound()
    guard case .advanced("werk", "intake", let items)? = again.log.last?.event else {
      Issue.record("not gone back")
      return
    }
    #expect(items.map(\.description) == ["intake#2", "verslag#2", "opdracht#2", "toetsing#2"])
    #expect(again.keys(.open, on: "2026-02-18") == ["intake#2.held"])
    #expect(again.obligation("intake.held")?.met == day("2026-02-09"))
    // A teaching week that has yet to come stays the term.
    #expect(again.obligation("intake#2.held")?.due == day("2026-02-27"))
    #expect(again.obligation("opdracht#2.done")?.opens == nil)
    again.when("begeleider", on: "2026-02-18", .advance()).refusesOnly(
      "intake#2.held", "intake#2.closed", "verslag#2.submitted")
  }

  @Test func theSecondRoundIsGoneThroughWhole() throws {
    let again = try secondRound(
      talk("intake", "2026-02-19"), by("student", "2026-02-20", .submit("verslag")),
      by("begeleider", "2026-02-20", .advance()))
    #expect(again.state.phase == "werk")
    #expect(again.obligation("intake#2.advanced")?.met == day("2026-02-20"))
    again.when("begeleider", on: "2026-02-23", .advance()).refusesOnly("opdracht#2.done", "toetsing#2.done")
    var third = again
    for act in [
      by("student", "2026-02-23", .done(obligation: "opdracht")),
      by("begeleider", "2026-02-23", .done(obligation: "toetsing")),
      by("begeleider", "2026-02-23", .advance()),
    ] { try third.perform(act) }
    #expect(third.keys(.open, on: "2026-02-23") == ["intake#3.held"])
    #expect(third.obligation("opdracht#2.done")?.met == day("2026-02-23"))
  }

  @Test func whatIsAskedAgainIsNotDoneBeforeThatDay() throws {
    try secondRound().when(
      "student", on: "2026-02-17", today: "2026-02-20", .held("intake", "student", "begeleider")
    )
    .refuses("wo 18 feb 2026")
  }

  @Test func aResultOfAnEarlierRoundOpensNoWay() throws {
    let again = try loop(
      .failed, talk("vervolg", "2026-02-24", ["doorgaan": "ja"]),
      by("begeleider", "2026-02-24", .extend(until: day("2026-08-30"))),
      by("begeleider", "2026-02-24", .advance()),
      by("student", "2026-02-26", .done(obligation: "opdracht")), by("begeleider", "2026-02-26", .advance()))
    #expect(again.state.phase == "oordeel")
    again.when("begeleider", on: "2026-02-27", .advance()).refuses("oordeel#2.held", "vak@oordeel#2.assessed")
    var judged = again
    for act in [
      by("begeleider", "2026-02-27", .assess("vak", at: "oordeel", "voldaan", trust: false)),
      talk("oordeel", "2026-02-27"),
    ] { try judged.perform(act) }
    judged.when("begeleider", on: "2026-02-27", .advance(to: "vervolg")).refuses("geen weg naar vervolg")
    judged.when("begeleider", on: "2026-02-27", .advance()).then("completed")
  }

  @Test func whatWasNotBegunIsSimplyStillAsked() throws {
    let early = try loop(
      .work, by("begeleider", "2026-02-17", .waive("toetsing.done")),
      by("begeleider", "2026-02-18", .advance()))
    // What was waived for one time is asked the next.
    #expect(early.obligation("toetsing#2.done")?.isAsked == true)
    let planned = try loop(.intake, by("begeleider", "2026-02-11", .plan("oordeel", "2026-03-02 10:00")))
    #expect(planned.state.gesprekken["oordeel"]?.planned != nil)
  }

  @Test func anEndThatMovesTakesWhatIsDueAtTheEndAlong() throws {
    let failed = try loop(.failed)
    let before = try #require(failed.obligation("vervolg.held")?.due)
    let extended = try loop(.failed, by("begeleider", "2026-02-21", .extend(until: day("2026-08-28"))))
    #expect(before < day("2026-08-28") && extended.obligation("vervolg.held")?.due == day("2026-08-28"))
    // Also where it was overdue and a rung of the ladder had fixed the old date.
    var flagged = failed
    try flagged.perform(flagging("2026-07-01"))
    #expect(flagged.obligation("vervolg.held")?.due == before)
    try flagged.perform(by("begeleider", "2026-07-01", .extend(until: day("2026-08-28"))))
    #expect(flagged.obligation("vervolg.held")?.due == day("2026-08-28"))
  }

  // MARK: Corrections

  @Test func goingBackCanBeTakenOutAsLongAsNothingRestsOnIt() throws {
    let again = try secondRound()
    let advanced = try #require(again.log.last)
    let back = again.when(retracting(advanced.seq, "2026-02-19")).then("corrected")
    #expect(back.state.phase == "werk" && back.state.rounds.isEmpty)
    #expect(!back.state.obligations(back.rulebook).contains { $0.key.item.round > 1 })
  }

  @Test func whatOpenedTheWayBackCannotBeTakenOutUnderIt() throws {
    let again = try secondRound()
    let done = try #require(again.log.last { $0.event.type == "done" })
    again.when(retracting(done.seq, "2026-02-19")).refuses("houdt dan geen stand")
    let fallen = again.when(cascading(retracting(done.seq, "2026-02-19"))).then("corrected", "corrected")
    #expect(fallen.state.phase == "werk" && fallen.state.rounds.isEmpty)
  }

  @Test func anotherVerdictClosesTheWayThatWasTaken() throws {
    let failed = try loop(.failed)
    let verdict = try #require(failed.log.last { $0.event.type == "assessed" })
    var data = verdict.event.data
    data["verdict"] = "voldaan"
    failed.when(amending(verdict.seq, data, today: "2026-02-21")).refuses("houdt dan geen stand")
    let corrected = failed.when(cascading(amending(verdict.seq, data, today: "2026-02-21")))
      .then("corrected", "corrected")
    #expect(corrected.state.phase == "oordeel")
    corrected.when("begeleider", on: "2026-02-21", .advance()).then("completed")
  }
}
