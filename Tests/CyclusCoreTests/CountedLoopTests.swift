import Testing

@testable import CyclusCore

/// A phase that is entered again waits for as many of a numbered gesprek as it was entered.
@Suite struct CountedLoopTests {
  private static let workflow = Written.workflow(
    """
    gesprekken:
      bezoek:
        by: begeleider
        present: [student, begeleider]
        each: {period: placement, at-least: 3, spread: evenly}
        rule: T-01
    phases:
      - {phase: bezoeken, leave-when: [bezoek held], next: verwerken, rule: T-01}
      - phase: verwerken
        next:
          - {to: end, when: {recorded: every bezoek held}}
          - {to: bezoeken}
        rule: T-01
    """)

  /// A placement over two school years, in each of which one is asked.
  private static let yearly = Written.workflow(
    """
    gesprekken:
      bezoek:
        by: begeleider
        present: [student, begeleider]
        each: {period: school year, at-least: 1}
        rule: T-01
    phases:
      - {phase: bezoeken, leave-when: [bezoek held], next: verwerken, rule: T-01}
      - phase: verwerken
        next:
          - {to: end, when: {recorded: every bezoek held}}
          - {to: bezoeken}
        rule: T-01
    pauses: {by: begeleider, rule: T-01}
    """)

  /// Visits in each time in a phase, and a clock that can stop.
  private static let paused = Written.workflow(
    """
    gesprekken:
      bezoek:
        by: begeleider
        present: [student, begeleider]
        each: {period: time in phase bezoeken, at-least: 2, spread: evenly}
        rule: T-01
    phases:
      - {phase: bezoeken, leave-when: [], next: verwerken, rule: T-01}
      - phase: verwerken
        leave-when: [verslag done]
        next:
          - {to: end, when: {recorded: every bezoek held}}
          - {to: bezoeken}
        rule: T-01
    tasks:
      verslag: {by: student, opens: in phase verwerken, rule: T-01}
    pauses: {by: begeleider, rule: T-01}
    """)

  private func given(_ acts: Scenario.Act...) throws -> Scenario {
    var scenario = try Scenario(Written.request(until: "2026-06-30"), under: Self.workflow)
    for act in acts { try scenario.perform(act) }
    return scenario
  }

  private func advance(_ on: String) -> Scenario.Act { by("begeleider", on, .advance()) }

  @Test func thePhaseWaitsForOneEachTimeThatItIsEntered() throws {
    try given().when(advance("2026-02-09")).refusesOnly("bezoek@1.held")
    let back = try given(talk("bezoek", "2026-02-09"), advance("2026-02-09"), advance("2026-02-10"))
    #expect(back.state.phase == "bezoeken")
    back.when(advance("2026-02-11")).refusesOnly("bezoek@2.held")
    back.after(talk("bezoek", "2026-02-11")).when(advance("2026-02-11")).then("advanced")
  }

  @Test func anExtraOneOfTheFirstTimeCountsForTheSecond() throws {
    let two = try given(
      talk("bezoek", "2026-02-09"), talk("bezoek", "2026-02-10"), advance("2026-02-11"),
      advance("2026-02-12"), advance("2026-02-13"), advance("2026-02-16"))
    #expect(two.state.phase == "bezoeken")
    two.when(advance("2026-02-17")).refusesOnly("bezoek@3.held")
  }

  @Test func aWaivedOneCounts() throws {
    let waived = try given(
      talk("bezoek", "2026-02-09"), advance("2026-02-09"), advance("2026-02-10"),
      by("begeleider", "2026-02-11", .waive("bezoek@2.held")))
    let on = waived.when(advance("2026-02-11")).then("advanced")
    // The time after it waits for the one that is left.
    on.after(advance("2026-02-12")).when(advance("2026-02-13")).refusesOnly("bezoek@3.held")
  }

  @Test func theLoopEndsOnceEveryOneWasHeldOrWaived() throws {
    let all = try given(
      talk("bezoek", "2026-02-09"), by("begeleider", "2026-02-11", .waive("bezoek@2.held")),
      talk("bezoek@3", "2026-02-12"), advance("2026-02-13"))
    all.when(advance("2026-02-13")).then("completed")
  }

  @Test func aMissedOneDoesNotLetItPass() throws {
    let request = Written.request(until: "2027-01-29")
    var years = try Scenario(request, under: Self.yearly)
    #expect(years.asked("bezoek").count == 2)
    // Entered for the first time, the first was not held in its year: the phase waits for one of the two.
    let late = years.keys(.overdue, on: "2026-09-01")
    #expect(late == ["bezoek@1.held"])
    years.when(advance("2026-09-01")).refuses("bezoek@1.held")
    try years.perform(talk("bezoek", "2026-09-07"))
    #expect(years.met == ["bezoek@2.held"])
    years.when(advance("2026-09-07")).then("advanced")
  }

  /// Back in the phase on a day, after visits on others and a pause.
  private func back(_ on: String, paused: (String, String), visits: String...) throws -> Scenario {
    var scenario = try Self.paused.given(request: Written.request(until: "2026-06-30"))
    let acts =
      visits.map { (day($0), talk("bezoek", $0)) } + [
        (day(paused.0), by("begeleider", paused.0, .pause())),
        (day(paused.1), by("begeleider", paused.1, .resume)),
      ]
    for (_, act) in acts.sorted(by: { $0.0 < $1.0 }) { try scenario.perform(act) }
    for act in [
      advance(on), by("student", on, .done(obligation: "verslag")),
      by("begeleider", on, .advance(to: "bezoeken")),
    ] {
      try scenario.perform(act)
    }
    return scenario
  }

  @Test func aPauseOfTheFirstTimeMovesNoVisitOfTheSecondBack() throws {
    let back = try back(
      "2026-06-22", paused: ("2026-02-09", "2026-02-23"), visits: "2026-03-02", "2026-05-04")
    #expect(back.state.phase == "bezoeken")
    let once = back.after(talk("bezoek", "2026-06-22"))
    #expect(once.state.obligations(once.rulebook).count { $0.key.step == .held && $0.isAsked } == 1)
    let twice = once.after(talk("bezoek@4", "2026-06-22"))
    #expect(twice.state.obligations(twice.rulebook).allSatisfy { $0.key.step != .held || !$0.isAsked })
  }

  @Test func aTermThatAPauseMovedPastTheSecondTimeIsFlaggedOnce() throws {
    let back = try back("2026-03-30", paused: ("2026-03-09", "2026-03-23"), visits: "2026-02-20")
    for night in ["2026-03-31", "2026-04-11", "2026-05-01"] {
      #expect(back.state.flagging(back.rulebook, today: day(night)).count < 12, "\(night)")
    }
  }

  @Test func aLongPauseLeavesTheNextYearItsOwnVisits() throws {
    var years = try Self.yearly.given(request: Written.request(until: "2028-07-07"))
    let acts = [
      talk("bezoek", "2026-02-20"), by("begeleider", "2026-03-02", .pause()),
      by("begeleider", "2026-07-20", .resume), talk("bezoek", "2026-12-10"),
    ]
    for act in acts { try years.perform(act) }
    let asked = years.state.obligations(years.rulebook).filter { $0.key.step == .held && $0.isAsked }
    #expect(asked.map(\.key.item.description) == ["bezoek@3"])
  }
}
