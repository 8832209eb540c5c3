import Testing

@testable import CyclusCore

/// Feedback on the formative outcomes: its parts, and that too little was seen.
@Suite struct FeedbackTests: VerdictSuite {
  // HAN-19 shows
  @Test func tooLittleSeenIsMeantForFormativeOutcomesAndEarly() {
    let ready = given(.selfReflection)
    func unseen(_ outcome: String) -> Command {
      .feedback(Command.Feedback(outcome: outcome, gesprek: "eindbeoordeling", isNotSeen: true))
    }
    ready.when("wpb", on: "2026-06-15", unseen("leerstof-verwerken")).remarks(
      "bedoeld voor formatieve", "(HAN-19, aangenomen)")
    ready.when("wpb", on: "2026-06-15", unseen("ict")).remarks(
      "te weinig gezien, aan het eind", "(HAN-19, aangenomen)")
  }

  // HAN-19 allows
  @Test(arguments: Stretch.formative) func atTheTussenevaluatieTooLittleSeenIsPlainFeedback(_ outcome: String)
  {
    let ready = given(.approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")))
    let unseen = ready.when(
      "wpb", on: "2026-04-15",
      .feedback(Command.Feedback(outcome: outcome, gesprek: "tussenevaluatie", isNotSeen: true))
    ).then("feedback_given")
    #expect(unseen.remarks.isEmpty)
    #expect(unseen.log.last?.event.data["not_seen"] != nil)
  }

  // HAN-18 refuses
  // HAN-30 refuses
  @Test(arguments: Stretch.formative) func aVerdictOnAFormativeOutcomeIsRefused(_ outcome: String) {
    for gesprek in ["tussenevaluatie", "eindbeoordeling"] {
      given(.selfReflection).when("wpb", on: "2026-06-15", verdict(outcome, at: gesprek)).refusesOnly(
        "is formatief")
    }
  }

  // HAN-18 refuses
  @Test func feedbackNamesEachOfItsThreePartsThatIsMissing() {
    let traject = given(.selfReflection)
    func feedback(_ seen: TextReference?, _ growth: TextReference?, _ toGrow: TextReference?) -> Command {
      .feedback(.init(outcome: "ict", gesprek: "eindbeoordeling", seen: seen, growth: growth, toGrow: toGrow))
    }
    traject.when("wpb", on: "2026-06-15", feedback(nil, text(), text())).refusesOnly("--seen")
    traject.when("wpb", on: "2026-06-15", feedback(text(), nil, text())).refusesOnly("--growth")
    traject.when("wpb", on: "2026-06-15", feedback(text(), text(), nil)).refusesOnly("--to-grow")
    traject.when("wpb", on: "2026-06-15", feedback(nil, nil, nil)).refusesOnly(
      "--seen", "--growth", "--to-grow")
  }

  // HAN-18 allows
  @Test func feedbackIsWholeByItsPartsByTheFormOrAsNotSeen() {
    let traject = given(.selfReflection)
    traject.when("wpb", on: "2026-06-15", .feedback("ict", at: "eindbeoordeling")).then("feedback_given")
    traject.when(
      "wpb", on: "2026-06-15", .feedback(.init(outcome: "ict", gesprek: "eindbeoordeling", form: text()))
    ).then("feedback_given")
    traject.when(
      "wpb", on: "2026-06-15", .feedback(.init(outcome: "ict", gesprek: "eindbeoordeling", isNotSeen: true))
    ).then("feedback_given")
  }

  // HAN-47 stores
  @Test func feedbackThatFitsNoOutcomeBelongsToThePersonalIdentity() {
    let traject = given(.selfReflection).when("wpb", on: "2026-06-15", .feedback(nil, at: "eindbeoordeling"))
      .then("feedback_given")
    #expect(traject.state.judgements.last?.outcome == "ppi")
  }

  // HAN-19 shows
  @Test(arguments: [Citation(rules: ["R-07"]), nil]) func theRemarkNamesTheRuleThatTheWorkflowGives(
    _ source: Citation?
  ) throws {
    var ready = given(.selfReflection)
    var workflow = Scenario.workflow
    for index in workflow.gesprekken.indices { workflow.gesprekken[index].judging?.notSeen = source }
    ready.rulebook = try Rulebook(workflow: workflow, traject: ready.state)
    let feedback = Command.Feedback(outcome: "ict", gesprek: "eindbeoordeling", isNotSeen: true)
    let decision = try ready.weigh(
      "wpb", on: day("2026-06-15"), today: day("2026-06-15"), .feedback(feedback))
    let remark = decision.remarks.first?.nl ?? ""
    #expect(
      remark.hasSuffix(source == nil ? "Leren en lesgeven met ict" : "Leren en lesgeven met ict (R-07)"))
  }
}
