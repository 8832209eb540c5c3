import Testing

@testable import CyclusCore

/// Several times of one gesprek on one day: the one with the highest number comes last.
@Suite struct SameDayTests {
  private static let workflow = Written.workflow(
    """
    gesprekken:
      voortgang:
        by: student
        present: [student, begeleider]
        each: {period: placement, at-least: 2, rule: A-1}
        on-record: {poort: {one-of: [door, nog-niet], rule: A-1}}
        close: {by: begeleider}
        rule: A-1
    phases:
      - phase: een
        leave-when: [voortgang held]
        next:
          - {to: end, when: {result: {voortgang poort: door}}}
          - {to: een, when: {result: {voortgang poort: nog-niet}}}
        rule: A-1
    """)

  @Test(arguments: 2...9) func theLastNumberOfADayGivesTheResult(times: Int) throws {
    var traject = try Self.workflow.given(request: Written.request(until: "2026-06-30"))
    for number in 1...times {
      let result = number == times ? "door" : "nog-niet"
      try traject.perform(talk("voortgang@\(number)", "2026-02-09", ["poort": result]))
    }
    let poort = ResultCondition(item: "voortgang", field: "poort", value: "door")
    #expect(traject.state.result(named: poort, traject.rulebook)?.value == "door")
  }
}
