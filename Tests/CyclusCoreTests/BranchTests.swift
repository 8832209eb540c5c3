import Testing

@testable import CyclusCore

/// Ways out of a phase: by a parameter, by a verdict, by what is on record.
@Suite struct BranchTests {
  @Test func aParameterChoosesTheWay() throws {
    let ready = try loop(.work)
    #expect(ready.state.nextPhase(ready.rulebook) == "intake")
    ready.when("begeleider", on: "2026-02-17", .advance()).refusesOnly("toetsing.done")
    let last = ready.when("begeleider", on: "2026-02-17", .set("laatste", "yes")).then("parameter_set")
    let passed = last.when("begeleider", on: "2026-02-17", .advance()).then("advanced")
    #expect(passed.state.phase == "oordeel")
  }

  @Test func aVerdictChoosesTheWay() throws {
    let judged = { verdict in
      try loop(
        .last, by("begeleider", "2026-02-20", .assess("vak", at: "oordeel", verdict, trust: false)),
        talk("oordeel", "2026-02-20"))
    }
    try judged("voldaan").when("begeleider", on: "2026-02-20", .advance()).then("completed")
    let failed = try judged("niet-voldaan").when("begeleider", on: "2026-02-20", .advance()).then("advanced")
    #expect(failed.state.phase == "vervolg")
  }

  @Test func whatIsOnRecordChoosesTheWay() throws {
    let stopped = try loop(.failed, talk("vervolg", "2026-02-24", ["doorgaan": "nee"]))
    stopped.when("begeleider", on: "2026-02-24", .advance()).then("completed")
    let goesOn = try loop(.failed, talk("vervolg", "2026-02-24", ["doorgaan": "ja"]))
    goesOn.when("begeleider", on: "2026-02-24", .advance()).refusesOnly(
      "het einde van het traject is nog niet verplaatst")
    let extended = goesOn.when("begeleider", on: "2026-02-24", .extend(until: day("2026-08-30"))).then(
      "extended")
    #expect(extended.when("begeleider", on: "2026-02-25", .advance()).then("advanced").state.phase == "werk")
  }

  @Test func anEndThatWasMovedBeforeThePhaseDoesNotCount() throws {
    let early = try loop(
      .last, by("begeleider", "2026-02-18", .extend(until: day("2026-08-30"))),
      by("begeleider", "2026-02-20", .assess("vak", at: "oordeel", "niet-voldaan", trust: false)),
      talk("oordeel", "2026-02-20"), by("begeleider", "2026-02-20", .advance()),
      talk("vervolg", "2026-02-24", ["doorgaan": "ja"]))
    early.when("begeleider", on: "2026-02-24", .advance()).refuses("extend --until")
  }

  @Test func whereNoWayStandsOpenEachIsNamedWithItsCondition() throws {
    try loop(.last).when("begeleider", on: "2026-02-18", .advance()).refusesOnly(
      "oordeel.held", "vak@oordeel.assessed", "oordeel.closed",
      "naar de voltooiing als vak voldaan is of naar vervolg als vak niet-voldaan is")
    let ways = try loop(.last).state.waysOut(loop(.last).rulebook)
    #expect(ways.map(\.target) == ["completed", "vervolg"] && ways.allSatisfy { $0.missing.count == 1 })
  }

  @Test func anotherWayIsRefusedWithTheWaysThatThereAre() throws {
    let passed = try loop(
      .last, by("begeleider", "2026-02-20", .assess("vak", at: "oordeel", "voldaan", trust: false)),
      talk("oordeel", "2026-02-20"))
    passed.when("begeleider", on: "2026-02-20", .advance(to: "vervolg")).refusesOnly(
      "uit oordeel gaat nu geen weg naar vervolg; de wegen zijn: completed en vervolg (als vak niet-voldaan is)"
    )
    passed.when("begeleider", on: "2026-02-20", .advance(to: "intake")).refuses("geen weg naar intake")
    passed.when("begeleider", on: "2026-02-20", .advance(to: "vervlg")).refuses("bedoelt u vervolg?")
    passed.when("begeleider", on: "2026-02-20", .advance(to: "completed")).then("completed")
    passed.when("begeleider", on: "2026-02-20", .advance(to: "end")).then("completed")
  }

  @Test func aWayIsNotTakenBeforeTheDayOnWhichItRests() throws {
    let late = try loop(.work, by("begeleider", "2026-02-20", .set("laatste", "yes")))
    late.when("begeleider", on: "2026-02-18", today: "2026-02-20", .advance()).refuses("wat deze weg opent")
  }

  @Test func whatTheWayNeedsIsBlockingAndTheTurnComesOnceItIsThere() throws {
    let working = try loop(.work)
    #expect(working.obligation("toetsing.done")?.isBlocking == true)
    #expect(!working.keys(.open, on: "2026-02-17").contains("werk.advanced"))
    let last = try loop(.work, by("begeleider", "2026-02-17", .set("laatste", "yes")))
    #expect(last.obligation("toetsing.done")?.isBlocking == false)
    #expect(last.obligation("werk.advanced")?.what.nl == "Verder naar fase oordeel")
    #expect(last.obligation("werk.advanced")?.opens == day("2026-02-17"))
  }

  @Test func aChoiceIsTakenOnlyByWhoAsksForIt() throws {
    let workflow = Written.workflow(
      """
      gesprekken:
        start: {by: student, present: [student, begeleider], opens: in phase start, rule: T-01}
      tasks: {extra: {by: student, opens: at the start, rule: T-01}}
      phases:
        - phase: start
          leave-when: [start closed]
          next: [{to: extra, needs: [extra done]}, {to: extra}, {to: end}]
          rule: T-01
        - {phase: extra, leave-when: [extra done], rule: T-01}
      """)
    #expect(Written.findings("").isEmpty == false)
    let ready = try workflow.given(talk("start", "2026-02-03"))
    // Of two ways to one phase the one that lacks nothing is taken.
    #expect(ready.when("begeleider", on: "2026-02-03", .advance()).then("advanced").state.phase == "extra")
    ready.when("begeleider", on: "2026-02-03", .advance(to: "completed")).then("completed")
  }

  @Test func aPlaceIsToldWithTheWayThatStandsOpen() throws {
    let workflow = Written.workflow(
      """
      parameters: {laatste: {yes-no: true, default: no, rule: T-01}}
      gesprekken:
        start: {by: student, present: [student, begeleider], opens: in phase start, rule: T-01}
      tasks: {extra: {by: student, opens: at the start, rule: T-01}}
      phases:
        - phase: start
          leave-when: [start closed]
          next: [{to: slot, when: {laatste: no}, needs: [extra done]}, {to: slot, when: {laatste: yes}}]
          rule: T-01
        - {phase: slot, leave-when: [extra done], rule: T-01}
      """)
    let usual = try workflow.given(talk("start", "2026-02-03"))
    #expect(usual.state.waysOut(usual.rulebook).map(\.missing.count) == [1])
    let last = try workflow.given(
      talk("start", "2026-02-03"), by("begeleider", "2026-02-03", .set("laatste", "yes")))
    #expect(last.state.waysOut(last.rulebook).map(\.missing.count) == [0])
  }

  @Test func everyOccurrenceOfATalkIsAskedWhereTheWaySaysSo() throws {
    let workflow = Written.workflow(
      """
      gesprekken:
        weekgesprek: {by: student, present: [student, begeleider], each: week 1 to 2, rule: T-01}
        start: {by: student, present: [student, begeleider], opens: in phase start, rule: T-01}
      phases:
        - phase: start
          leave-when: [start closed]
          next: [{to: end, when: {recorded: every weekgesprek held}}, {to: rest}]
          rule: T-01
        - {phase: rest, leave-when: [every weekgesprek held], rule: T-01}
      """)
    let one = try workflow.given(talk("start", "2026-02-03"), talk("weekgesprek", "2026-02-03"))
    let rest = one.when("begeleider", on: "2026-02-10", .advance()).then("advanced")
    rest.when("begeleider", on: "2026-02-10", .advance()).refusesOnly("weekgesprek@w2.held")
    rest.when("begeleider", on: "2026-02-20", .advance()).refusesOnly(
      "begeleider het laten vervallen met waive")
    rest.when("begeleider", on: "2026-02-20", .waive("weekgesprek@w2.held")).then("waived")
      .when("begeleider", on: "2026-02-20", .advance()).then("completed")
    let both = try workflow.given(
      talk("start", "2026-02-03"), talk("weekgesprek", "2026-02-03"), talk("weekgesprek", "2026-02-10"))
    both.when("begeleider", on: "2026-02-10", .advance()).then("completed")
  }
}
