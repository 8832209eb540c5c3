import Testing

@testable import CyclusCore

/// Results: fields on record whose values are chosen from a list, and what they bring.
@Suite struct ResultTests {
  static let file = """
    parameters:
      processen: {some-of: [P1, P2, P3], rule: T-01}
    gesprekken:
      driehoek:
        by: student
        present: [student, begeleider]
        each: {period: placement, at-least: 6, spread: evenly}
        on-record:
          conclusion:
            one-of: [voor, op-schema, achter]
            then: {achter: {needs: [plan submitted], in-a-row: 2, opens: loopt-achter}}
            rule: T-02
          ontwikkeling: {one-of: [goed, stokt], required: no, then: {stokt: {opens: ontwikkeling-stokt}}, rule: T-03}
          kansen: {one-of: [genoeg, te-weinig], required: no, then: {te-weinig: {opens: te-weinig-kansen}}, rule: T-03}
          niet-mogelijk: {some-of: processen, required: no, rule: T-04}
          oplossing: {tick: true, asked-with: niet-mogelijk, rule: T-04}
          bijzonder: {yes-no: true, required: no, rule: T-05}
        close: {by: begeleider, due: 1 week after gesprek held}
        rule: T-02
      vervolg:
        by: student
        present: [student, begeleider]
        opens: in phase vervolg
        on-record:
          conclusion: {one-of: [verlengen, stoppen], rule: T-06}
        rule: T-06
    documents:
      plan: {by: student, for: driehoek, opens: after its gesprek held, due: 1 week after opening, rule: T-02}
    tasks:
      gemeld:
        by: begeleider
        for: driehoek
        opens: after its gesprek held with bijzonder yes
        due: 1 week after opening
        rule: T-05
      besproken: {by: begeleider, for: driehoek, opens: after its gesprek closed with niet-mogelijk P2, rule: T-04}
    escalations:
      loopt-achter: {by-hand: no, to: begeleider, within: 2 weeks, outcomes: {plan: {effect: resumes}}, rule: T-02}
      ontwikkeling-stokt:
        {by-hand: no, to: student, within: 2 weeks, outcomes: {hulp: {effect: resumes}}, rule: T-03}
      te-weinig-kansen:
        {by-hand: no, to: begeleider, within: 2 weeks, outcomes: {anders: {effect: resumes}}, rule: T-03}
    phases:
      - {phase: uitvoering, next: vervolg, leave-when: [gemeld done], rule: T-01}
      - phase: vervolg
        leave-when: [vervolg closed]
        next:
          - {to: uitvoering, when: {result: {vervolg: verlengen}}}
          - {to: end, when: {result: {vervolg: stoppen}}}
        rule: T-06
    """

  /// The gesprek with a conclusion, and for `achter` the plan that this asks.
  private func time(_ number: Int, _ on: String, _ conclusion: String) -> [Scenario.Act] {
    let held = talk("driehoek@\(number)", on, ["conclusion": conclusion])
    guard conclusion == "achter" else { return [held] }
    return [
      talk("driehoek@\(number)", on), by("student", on, .submit("plan@\(number)")),
      by("begeleider", on, .close("driehoek@\(number)", record: ["conclusion": "achter"])),
    ]
  }

  private func given(_ acts: [Scenario.Act] = []) throws -> Scenario {
    var scenario = try Scenario(Written.request(), under: Written.workflow(Self.file))
    for act in acts { try scenario.perform(act) }
    return scenario
  }

  /// The gesprek once or more, each time a week later.
  private func given(_ conclusions: String...) throws -> Scenario {
    try given(
      conclusions.enumerated().flatMap { index, conclusion in
        time(index + 1, (day("2026-02-09") + 7 * index).description, conclusion)
      })
  }

  // MARK: Values

  @Test func aConclusionIsGivenWhenItIsHeldOrClosed() throws {
    let held = try given([
      by(
        "student", "2026-02-09",
        .held(
          .init(
            gesprek: "driehoek", present: [.init(role: "student"), .init(role: "begeleider")],
            conclusion: "voor")))
    ])
    #expect(held.log.map(\.event.type) == ["started", "held", "closed"])
    #expect(held.log[1].event.data["conclusion"] == "voor")
    #expect(held.state.gesprekken["driehoek@1"]?.value(of: "conclusion") == "voor")
    let later = try given([talk("driehoek", "2026-02-09")])
      .when("begeleider", on: "2026-02-10", .close("driehoek", record: ["conclusion": "voor"])).then("closed")
    #expect(later.state.gesprekken["driehoek@1"]?.value(of: "conclusion") == "voor")
  }

  @Test func withoutItTheGesprekDoesNotClose() throws {
    let held = try given().when(talk("driehoek", "2026-02-09")).remarks(
      "--conclusion …", "voor, op-schema of achter")
    held.when("begeleider", on: "2026-02-10", .close("driehoek")).refuses("--conclusion …")
  }

  @Test func aValueThatIsNotListedIsRefused() throws {
    for (field, value) in [
      ("conclusion", "acher"), ("ontwikkeling", "goed,stokt"), ("niet-mogelijk", "P1,P9"),
    ] {
      try given().when(talk("driehoek", "2026-02-09", [field: value])).refuses("«")
    }
    try given().when(talk("driehoek", "2026-02-09", ["niet-mogelijk": ""])).refuses("P1, P2 of P3")
    // Where the traject has a list of its own, those are the values.
    let own = try Scenario(Written.request(["processen": "P1,P3"]), under: Written.workflow(Self.file))
    own.when(talk("driehoek", "2026-02-09", ["niet-mogelijk": "P2"])).refuses("«P2»")
  }

  @Test func aFieldIsAskedOnlyWithTheOneThatItGoesWith() throws {
    let held = try given([talk("driehoek", "2026-02-09", ["conclusion": "voor", "niet-mogelijk": "P3,P1"])])
    #expect(held.state.gesprekken["driehoek@1"]?.record["niet-mogelijk"] == "P1,P3")
    #expect(held.events("closed").isEmpty)
    held.when("begeleider", on: "2026-02-10", .close("driehoek@1")).refuses("oplossing")
    held.when("begeleider", on: "2026-02-10", .close("driehoek@1", record: ["oplossing": "ja"])).then(
      "closed")
    try given().when(talk("driehoek", "2026-02-09", ["conclusion": "voor"])).then("held", "closed")
  }

  @Test func whatMayBeLackingIsAWarning() throws {
    let closed = try given().when(talk("driehoek", "2026-02-09", ["conclusion": "voor"]))
    closed.remarks("niet vastgelegd: niet-mogelijk", "niet vastgelegd: bijzonder")
    #expect(!closed.after.remarks.contains { $0.nl.contains("oplossing") })
  }

  // MARK: What closing asks on top

  @Test func aValueAsksWhatItNeedsOfItsOwnOccurrence() throws {
    let first = try given([talk("driehoek", "2026-02-09", ["conclusion": "achter"])])
    #expect(first.events("closed").isEmpty)
    first.when("begeleider", on: "2026-02-10", .close("driehoek@1")).refuses("plan@1.submitted")
    let closed = first.after(
      by("student", "2026-02-10", .submit("plan@1")), by("begeleider", "2026-02-10", .close("driehoek@1")))
    closed.after(talk("driehoek@2", "2026-03-09", ["conclusion": "achter"]))
      .when("begeleider", on: "2026-03-10", .close("driehoek@2")).refuses("plan@2.submitted")
    first.when("begeleider", on: "2026-02-10", .close("driehoek@1", record: ["conclusion": "voor"])).then(
      "closed")
  }

  // MARK: What a value opens

  @Test func twiceInARowOpensTheRoute() throws {
    let one = try given("achter")
    #expect(one.state.escalations.isEmpty)
    let two = try given("achter", "achter")
    #expect(two.log.suffix(2).map(\.event.type) == ["closed", "escalated"])
    let escalation = try #require(two.state.openEscalations.first)
    #expect(escalation.route == "loopt-achter" && escalation.reason == "loopt-achter")
    #expect(escalation.obligation?.description == "driehoek@2.closed" && escalation.to == "begeleider")
    #expect(escalation.due == day("2026-03-02") && two.log.last?.actor == .system)
    #expect(try given("achter", "op-schema", "achter").state.escalations.isEmpty)
  }

  @Test func noneIsOpenedWhileOneStandsAndThenTheRowBeginsAnew() throws {
    let four = try given("achter", "achter", "achter", "achter")
    #expect(four.state.escalations.count == 1)
    let decided = try given("achter", "achter").after(
      by("begeleider", "2026-02-17", .decide("E1", "plan")))
    var three = decided
    for act in time(3, "2026-03-09", "achter") { three = three.after(act) }
    #expect(three.state.escalations.count == 1)
    for act in time(4, "2026-03-16", "achter") { three = three.after(act) }
    #expect(three.state.openEscalations.map(\.id) == ["E2"])
  }

  @Test func theOrderIsThatOfTheDaysHeld() throws {
    // The first is closed last, and is not the last of the row until then.
    let late = try given(
      [talk("driehoek@1", "2026-02-09")] + time(2, "2026-02-16", "achter")
        + [by("student", "2026-02-17", .submit("plan@1"))])
    #expect(late.state.escalations.isEmpty)
    late.when("begeleider", on: "2026-02-17", .close("driehoek@1", record: ["conclusion": "achter"]))
      .then("closed", "escalated")
    // One that was held in between and not closed yet breaks the row.
    let open = try given(time(1, "2026-02-09", "achter") + [talk("driehoek@2", "2026-02-16")])
    var third = open
    for act in time(3, "2026-02-23", "achter") { third = third.after(act) }
    #expect(third.state.escalations.isEmpty)
  }

  @Test func withoutARowEachTimeOpensItsRoute() throws {
    let record = ["conclusion": "voor", "ontwikkeling": "stokt", "kansen": "te-weinig"]
    let both = try given().when(talk("driehoek", "2026-02-09", record)).then(
      "held", "closed", "escalated", "escalated")
    #expect(
      both.state.openEscalations.map { "\($0.id) \($0.route)" } == [
        "E1 ontwikkeling-stokt", "E2 te-weinig-kansen",
      ])
    let good = ["conclusion": "voor", "ontwikkeling": "goed", "kansen": "genoeg"]
    try given().when(talk("driehoek", "2026-02-09", good)).then("held", "closed")
    // While it stands open, no other is opened.
    both.when(talk("driehoek@2", "2026-02-16", record)).then("held", "closed")
  }

  // MARK: Tasks

  @Test func aTaskOpensOnlyWithItsValue() throws {
    let yes = try given([talk("driehoek", "2026-02-09", ["conclusion": "voor", "bijzonder": "ja"])])
    #expect(yes.asked("gemeld", .done) == ["1 2026-02-16"])
    yes.when("begeleider", on: "2026-02-10", .advance()).refuses("gemeld@1.done")
    let no = try given([talk("driehoek", "2026-02-09", ["conclusion": "voor", "bijzonder": "nee"])])
    #expect(no.asked("gemeld", .done).isEmpty)
    no.when("begeleider", on: "2026-02-10", .done(obligation: "gemeld@1")).refuses("niet gevraagd")
    no.when("begeleider", on: "2026-02-10", .advance()).then("advanced")
  }

  @Test func oneOfSeveralValuesOpensItToo() throws {
    let record = ["conclusion": "voor", "niet-mogelijk": "P1,P2"]
    let held = try given([talk("driehoek", "2026-02-09", record)])
    #expect(held.asked("besproken", .done).isEmpty)
    let closed = held.after(by("begeleider", "2026-02-11", .close("driehoek@1", record: ["oplossing": "ja"])))
    #expect(closed.obligation("besproken@1.done")?.opens == day("2026-02-11"))
  }

  // MARK: Conditions

  @Test func aWayFollowsTheConclusion() throws {
    let phase = try given([by("begeleider", "2026-02-09", .advance())])
    let stop = phase.after(talk("vervolg", "2026-02-10", ["conclusion": "stoppen"]))
    stop.when("begeleider", on: "2026-02-10", .advance()).then("completed")
    let on = phase.after(talk("vervolg", "2026-02-10", ["conclusion": "verlengen"]))
    #expect(on.state.nextPhase(on.rulebook) == "uitvoering")
    on.when("begeleider", on: "2026-02-10", .advance(to: "completed")).refuses("stoppen")
  }

  // MARK: Corrections

  @Test func takingOutTheClosingTakesOutWhatItBrought() throws {
    let two = try given("achter", "achter")
    let closing = try #require(two.events("closed").last).seq
    let out = two.after(retracting(closing, "2026-02-17"))
    #expect(out.state.escalations.isEmpty && out.state.gesprekken["driehoek@2"]?.closed == nil)
  }

  @Test func anotherValueWithdrawsTheEscalation() throws {
    let two = try given("achter", "achter")
    let closings = two.events("closed").map(\.seq)
    let changed: JSONObject = ["gesprek": "driehoek@2", "record": ["conclusion": "op-schema"]]
    let last = two.when(amending(closings[1], changed, today: "2026-02-17")).then(
      "corrected", "escalation_withdrawn")
    #expect(last.state.openEscalations.isEmpty && last.state.escalations.count == 1)
    // One of the row is enough.
    let first: JSONObject = ["gesprek": "driehoek@1", "record": ["conclusion": "voor"]]
    let row = two.when(amending(closings[0], first, today: "2026-02-17")).then(
      "corrected", "escalation_withdrawn")
    #expect(row.log.last?.event.data["obligation"] == "E1.decided")
    two.when(retracting(closings[0], "2026-02-17")).then("corrected", "escalation_withdrawn")
  }

  @Test func anEscalationThatWasDecidedStands() throws {
    let decided = try given("achter", "achter").after(by("begeleider", "2026-02-17", .decide("E1", "plan")))
    let first = try #require(decided.events("closed").first).seq
    let changed: JSONObject = ["gesprek": "driehoek@1", "record": ["conclusion": "voor"]]
    decided.when(amending(first, changed, today: "2026-02-18")).then("corrected")
    // The one that brought it cannot be taken out under it.
    let last = try #require(decided.events("closed").last).seq
    decided.when(cascading(retracting(last, "2026-02-18"))).refuses("beslissing over de student")
  }

  @Test func aValueThatACorrectionGivesOpensTheRoute() throws {
    let mixed = try given(
      [
        talk("driehoek@1", "2026-02-09"), by("student", "2026-02-09", .submit("plan@1")),
        by("begeleider", "2026-02-10", .close("driehoek@1", record: ["conclusion": "voor"])),
      ] + time(2, "2026-02-16", "achter"))
    #expect(mixed.state.escalations.isEmpty)
    let closing = try #require(mixed.events("closed").first).seq
    let changed: JSONObject = ["gesprek": "driehoek@1", "record": ["conclusion": "achter"]]
    let opened = mixed.when(amending(closing, changed, today: "2026-02-18")).then("corrected", "escalated")
    #expect(opened.state.openEscalations.map(\.obligation?.description) == ["driehoek@2.closed"])
    #expect(opened.state.openEscalations.first?.due == day("2026-03-04"))
    // Taken out again, it goes.
    let correction = try #require(opened.events("corrected").last).seq
    let back = opened.after(retracting(correction, "2026-02-19"))
    #expect(back.state.openEscalations.isEmpty)
  }

  @Test func theTaskOfAValueDisappearsWithItUnlessItWasDone() throws {
    let yes = try given([talk("driehoek", "2026-02-09", ["conclusion": "voor", "bijzonder": "ja"])])
    let held = try #require(yes.events("held").first).seq
    let changed: JSONObject = [
      "gesprek": "driehoek@1", "conclusion": "voor", "record": ["bijzonder": "no"],
      "present": [["role": "student", "person": "P1"], ["role": "begeleider", "person": "P2"]],
    ]
    let no = yes.after(amending(held, changed, today: "2026-02-10"))
    #expect(no.asked("gemeld", .done).isEmpty)
  }
}

extension Command {
  fileprivate static func close(_ gesprek: String, record: [String: String] = [:]) -> Command {
    .close(gesprek: gesprek, record: record)
  }
}
