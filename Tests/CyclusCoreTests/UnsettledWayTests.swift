import Testing

@testable import CyclusCore

/// Ways that rest on what comes of a gesprek which the phase still waits for.
@Suite struct UnsettledWayTests {
  private static let workflow = Written.workflow(
    """
    gesprekken:
      periodegesprek:
        by: student
        present: [student, begeleider]
        each: {period: placement, at-least: 3, spread: evenly}
        on-record: {conclusion: {one-of: [groen, rood], rule: T-02}}
        rule: T-02
      bijstuurgesprek: {by: student, present: [student, begeleider], opens: in phase bijsturen, rule: T-02}
    phases:
      - phase: periode
        leave-when: [periodegesprek closed]
        next:
          - {to: bijsturen, when: {result: {periodegesprek: rood}}}
          - {to: end, when: {not: {result: {periodegesprek: rood}}}}
        rule: T-02
      - {phase: bijsturen, leave-when: [bijstuurgesprek closed], next: periode, rule: T-02}
    """)

  @Test func theResultOfLastTimeSettlesNothingWhileTheNextIsAwaited() throws {
    let red = try Self.workflow.given(talk("periodegesprek@1", "2026-02-10", ["conclusion": "rood"]))
    #expect(red.state.waysOut(red.rulebook).map(\.isUnsettled) == [false, false])
    let again = red.after(
      by("begeleider", "2026-02-10", .advance()), talk("bijstuurgesprek", "2026-02-12"),
      by("begeleider", "2026-02-12", .advance()))
    #expect(again.state.phase == "periode")
    #expect(again.state.waysOut(again.rulebook).map(\.isUnsettled) == [true, true])
    let green = again.after(talk("periodegesprek@2", "2026-04-10", ["conclusion": "groen"]))
    #expect(green.state.waysOut(green.rulebook).map(\.isUnsettled) == [false, false])
  }
}
