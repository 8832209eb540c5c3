import Testing

@testable import CyclusCore

/// How people read what opens a way.
@Suite struct ConditionWordsTests {
  private static let workflow = Written.workflow(
    """
    parameters: {proef: {title: {nl: Proefjaar, en: Trial year}, yes-no: true, default: "no", rule: T-01}}
    gesprekken:
      start: {title: Startgesprek, by: student, present: [student, begeleider], opens: week 1, rule: T-01}
    extension: {by: begeleider, rule: T-01}
    phases:
      - {phase: start, title: Start, leave-when: [start held], rule: T-01}
    """)

  private func words(_ condition: Condition) -> Localized { condition.words(Self.workflow) }

  @Test func aConditionIsReadAsPartOfASentence() {
    #expect(
      words(.parameter("proef", is: "yes")) == Localized(nl: "proefjaar ja is", en: "trial year is yes"))
    #expect(
      words(.recorded(Requirement("start", .held)))
        == Localized(nl: "startgesprek is gehouden", en: "startgesprek has been held"))
    #expect(
      words(.recorded(.endMoved)) == Localized(nl: "het einde is verplaatst", en: "the end has been moved"))
    #expect(
      words(.lasts(Span(40, .weeks)))
        == Localized(
          nl: "de plaatsing ten minste 40 weken duurt", en: "the placement lasts at least 40 weeks"))
    #expect(
      words(.not(.parameter("proef", is: "yes")))
        == Localized(nl: "niet geldt dat proefjaar ja is", en: "it does not hold that trial year is yes"))
  }

  @Test func severalConditionsAreJoined() {
    let two: [Condition] = [.parameter("proef", is: "no"), .recorded(Requirement("start", .held))]
    #expect(words(.all(two)).nl == "proefjaar nee is en startgesprek is gehouden")
    #expect(words(.any(two)).en == "trial year is no or startgesprek has been held")
  }
}
