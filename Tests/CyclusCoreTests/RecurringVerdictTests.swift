import Testing

@testable import CyclusCore

/// Recurrence of outcomes: a verdict in each period, owed once its opening came in that period.
@Suite struct RecurringVerdictTests {
  private static let workflow = Written.workflow(
    """
    gesprekken:
      bezoek: {by: student, present: [student, begeleider], opens: week 1, rule: A-1}
    outcomes:
      bedrijf:
        {kind: summative, scale: [goed, onvoldoende], judge: opleider, each: {period: time in phase werk, rule: A-2},
         opens: in phase slot, due: 1 week after opening, rule: A-2}
    parameters:
      laatste: {yes-no: true, default: no, rule: A-1}
    phases:
      - {phase: werk, leave-when: [bezoek held], next: slot, rule: A-1}
      - phase: slot
        leave-when: [bedrijf assessed]
        next: [{to: end, when: {laatste: yes}}, {to: werk}]
        rule: A-1
    """)
  private let judged = Command.assess(
    Command.Assess(outcome: "bedrijf", gesprek: nil, verdict: "goed", why: text()))
  private let request = Written.request(until: "2026-06-30")

  private func inSlot() throws -> Scenario {
    try Self.workflow.given(
      talk("bezoek", "2026-02-09"), by("begeleider", "2026-02-09", .advance()), request: request)
  }

  @Test func whatIsNotAskedYetIsRefused() throws {
    let later = Written.workflow(
      """
      gesprekken:
        bezoek: {by: student, present: [student, begeleider], opens: week 1, rule: A-1}
      outcomes:
        bedrijf:
          {kind: summative, scale: [goed, onvoldoende], judge: opleider, each: {period: time in phase werk, rule: A-2},
           opens: in phase werk, due: 1 week after opening, rule: A-2}
      phases:
        - {phase: begin, leave-when: [bezoek held], next: werk, rule: A-1}
        - {phase: werk, leave-when: [bedrijf assessed], rule: A-1}
      """)
    try later.given(request: request).when("opleider", on: "2026-02-03", judged).refusesOnly(
      "bedrijf wordt nog niet gevraagd")
  }

  @Test func eachPeriodHasItsVerdict() throws {
    let start = try Self.workflow.given(request: request)
    #expect(start.obligation("bedrijf@1.assessed")?.opens == nil)
    start.when("opleider", on: "2026-02-03", judged).refuses("advance")
    let open = try inSlot()
    let first = try #require(open.obligation("bedrijf@1.assessed"))
    #expect(first.opens == day("2026-02-09") && first.due == day("2026-02-16") && first.isBlocking)
    open.when("begeleider", on: "2026-02-10", .advance()).refuses("bedrijf@1.assessed")
    let once = open.when("opleider", on: "2026-02-10", judged).then("assessed")
    #expect(once.obligation("bedrijf@1.assessed")?.met == day("2026-02-10"))
    let again = once.after(by("begeleider", "2026-02-10", .advance()))
    #expect(again.obligation("bedrijf@2.assessed")?.opens == nil)
    #expect(again.obligation("bedrijf@1.assessed")?.met == day("2026-02-10"))
  }

  @Test func theOccurrenceCanBeNamed() throws {
    var named = Command.Assess(outcome: "bedrijf@1", gesprek: nil, verdict: "goed", why: text())
    let open = try inSlot()
    let judged = open.when("opleider", on: "2026-02-10", .assess(named)).then("assessed")
    #expect(judged.state.finalVerdict(on: "bedrijf") == "goed")
    named.outcome = "bedrijf@7"
    open.when("opleider", on: "2026-02-10", .assess(named)).refuses("bedrijf@1")
  }
}
