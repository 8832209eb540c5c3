import Testing

@testable import CyclusCore

@Suite struct FormReferenceTests {
  // HAN-49 stores
  @Test func aVerdictByReferenceToTheFormKeepsTheReferenceAndTheTicksAndNoText() {
    let command = Command.Assess(
      outcome: "afstemmen-op-de-lerende", gesprek: "eindbeoordeling", verdict: "voldaan", form: text(7),
      parts: ["trust"])
    let traject = given(.selfReflection).when("wpb", on: "2026-06-15", .assess(command)).then("assessed")
    guard case .assessed(let assessed)? = traject.log.last?.event else {
      Issue.record("not assessed")
      return
    }
    #expect(assessed.form == text(7) && assessed.parts == ["trust"])
    #expect(assessed.example == nil && assessed.why == nil && assessed.nextStep == nil)
  }

  // HAN-49 stores
  @Test func feedbackByReferenceToTheFormKeepsTheReferenceAndNoText() {
    let command = Command.Feedback(outcome: "ict", gesprek: "eindbeoordeling", form: text(7))
    let traject = given(.selfReflection).when("wpb", on: "2026-06-15", .feedback(command)).then(
      "feedback_given")
    guard case .feedbackGiven(let given)? = traject.log.last?.event else {
      Issue.record("no feedback")
      return
    }
    #expect(given.form == text(7) && given.seen == nil && given.growth == nil && given.toGrow == nil)
  }

  // HAN-41 shows
  @Test(arguments: ["voldaan", "niet-voldaan"])
  func theUnitWithIctHasTheResultOfItsSummativeOutcome(_ verdict: String) throws {
    let unit = try #require(Scenario.workflow.unit("owe-leerstof-verwerken"))
    #expect(unit.all == ["leerstof-verwerken"] && unit.with == ["ict"])
    let traject = given(
      .verdicts, by("wpb", "2026-06-16", .assess("leerstof-verwerken", at: "eindbeoordeling", verdict)),
      Stretch.finalTalk.acts[0], Stretch.finalTalk.acts[1],
      by("student", "2026-06-18", .submit("beoordelingsportfolio"))
    )
    .when("olv", on: "2026-06-22", .confirm(subject: unit.id)).then("confirmed")
    #expect(traject.state.confirmations[unit.id]?.result == verdict)
  }
}
