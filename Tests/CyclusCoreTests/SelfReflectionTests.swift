import Testing

@testable import CyclusCore

/// What a judge waits for, and how long: the self-reflection of the student.
@Suite struct SelfReflectionTests: VerdictSuite {
  // HAN-29 allows
  @Test func anEarlyReflectionCountsForATalkThatWasHeldEarly() {
    let early = given(.approvals, by("student", "2026-03-10", .submit("zelfreflectie@tussenevaluatie")))
    let feedback = Command.feedback("ppi", at: "tussenevaluatie")
    early.when("wpb", on: "2026-03-16", feedback).refuses("ma 23 mrt 2026")
    let held = early.when("student", on: "2026-03-16", .held("tussenevaluatie", "student", "wpb", "io"))
      .then("held")
    held.when("wpb", on: "2026-03-16", feedback).then("feedback_given")
    held.when("wpb", on: "2026-03-09", today: "2026-03-16", feedback).refuses("di 10 mrt 2026")
    early.when("io", on: "2026-03-11", .plan("tussenevaluatie", "2026-03-18 10:00")).then("planned")
      .when("wpb", on: "2026-03-16", feedback).then("feedback_given")
  }

  // HAN-29 refuses
  @Test(arguments: ["2026-04-13", "2026-04-23"]) func theWerkplekbegeleiderWaitsForTheSelfReflection(
    _ on: String
  ) {
    given(.approvals).when("wpb", on: on, verdict(at: "tussenevaluatie")).refusesOnly(
      "zelfreflectie@tussenevaluatie.submitted")
    given(.approvals).when("wpb", on: on, .feedback("ict", at: "tussenevaluatie")).refusesOnly(
      "zelfreflectie@tussenevaluatie.submitted")
  }

  // HAN-29 allows
  @Test func afterTheSelfReflectionHeFillsInHisPart() {
    let traject = given(.approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")))
    let assessed = traject.when("wpb", on: "2026-04-10", verdict(at: "tussenevaluatie")).then("assessed")
    #expect(assessed.state.judgements.last?.marks == [])
    traject.when("wpb", on: "2026-04-09", today: "2026-04-10", verdict(at: "tussenevaluatie")).refuses(
      "vr 10 apr 2026")
  }

  // HAN-29 allows
  @Test func aSecondVersionOfTheSelfReflectionTakesNothingBack() {
    given(
      .approvals, by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie")),
      by("student", "2026-04-14", .submit("zelfreflectie@tussenevaluatie"))
    )
    .when("wpb", on: "2026-04-13", today: "2026-04-15", verdict(at: "tussenevaluatie")).then("assessed")
  }

  // HAN-29 allows
  @Test(arguments: ["2026-04-24", "2026-04-25"]) func sevenAndEightDaysAfterItsDateItIsNoLongerWaitedFor(
    _ on: String
  ) {
    let traject = given(.approvals)
    #expect(traject.obligation("zelfreflectie@tussenevaluatie.submitted")?.due == day("2026-04-17"))
    let assessed = traject.when("wpb", on: on, verdict(at: "tussenevaluatie")).then("assessed")
    #expect(assessed.state.judgements.last?.marks == ["without-self-reflection"])
  }

  // HAN-29 refuses
  @Test func judgingWithoutTheSelfReflectionNeedsAWhy() {
    let feedback = Command.Feedback(outcome: "ict", gesprek: "tussenevaluatie", form: text())
    given(.approvals).when("wpb", on: "2026-04-24", .feedback(feedback)).refusesOnly("--why")
    var explained = feedback
    explained.why = text(4)
    let traject = given(.approvals).when("wpb", on: "2026-04-24", .feedback(explained)).then("feedback_given")
    #expect(traject.state.judgements.last?.marks == ["without-self-reflection"])
  }

  // HAN-29 refuses
  @Test func aWaivedSelfReflectionIsStillSaidToLack() {
    let waived = given(
      .approvals, by("io", "2026-04-13", .waive("zelfreflectie@tussenevaluatie.submitted")))
    let feedback = Command.Feedback(outcome: "ict", gesprek: "tussenevaluatie", form: text())
    waived.when("wpb", on: "2026-04-14", .feedback(feedback)).refusesOnly("--why")
    var explained = feedback
    explained.why = text(4)
    let given = waived.when("wpb", on: "2026-04-14", .feedback(explained)).then("feedback_given")
    #expect(given.state.judgements.last?.marks == ["without-self-reflection"])
  }

  // HAN-29 dates
  @Test func aTalkThatIsHeldEarlyMakesNobodyLateAfterTheFact() {
    let key = "zelfreflectie@tussenevaluatie.submitted"
    let held = Command.held("tussenevaluatie", "student", "wpb", "io")
    let early = given(.approvals).when("student", on: "2026-04-14", held).then("held")
    #expect(early.obligation(key)?.due == day("2026-04-17"))
    #expect(early.obligation(key)?.state(on: day("2026-04-15")) == .open)
    early.when("wpb", on: "2026-04-23", verdict(at: "tussenevaluatie")).refusesOnly(key)
    early.when("wpb", on: "2026-04-24", verdict(at: "tussenevaluatie")).then("assessed")
    let planned = given(.approvals, by("io", "2026-04-08", .plan("tussenevaluatie", "2026-04-22 10:00")))
    #expect(planned.obligation(key)?.due == day("2026-04-15"))
    #expect(
      planned.when("student", on: "2026-04-14", held).after.obligation(key)?.due == day("2026-04-15"))
    let late = given(.approvals).when("student", on: "2026-05-08", held).then("held")
    #expect(late.obligation(key)?.due == day("2026-05-04"))
  }

  // HAN-29 dates
  @Test func aFinalTalkInTheFourthWeekDoesNotEndTheStudentsTerm() {
    let held = given(.startgesprek).when(
      "student", on: "2026-03-03", .held("eindbeoordeling", "student", "wpb", "io")
    ).then("held")
    let key = "zelfreflectie@eindbeoordeling.submitted"
    #expect(held.obligation(key)?.due == given().obligation(key)?.due)
    held.when("wpb", on: "2026-03-16", verdict()).refuses(key)
  }

  // HAN-24, HAN-29 dates
  @Test func aTermBeforeATalkNeverRollsOntoThatTalk() {
    func due(_ key: String, _ gesprek: String, on planned: String, _ set: Scenario.Act? = nil) -> Day? {
      let acts = [set, by("io", "2026-02-03", .plan(gesprek, planned))].compactMap(\.self)
      return given(Stretch(acts: acts)).obligation(key)?.due
    }
    let reflection = "zelfreflectie@tussenevaluatie.submitted"
    // A week before Monday 4 May lies in the holiday of May, which ends on the day before.
    #expect(due(reflection, "tussenevaluatie", on: "2026-05-04 10:00") == day("2026-04-24"))
    #expect(due(reflection, "tussenevaluatie", on: "2026-05-06 10:00") == day("2026-05-04"))
    // Three days before Tuesday is a Saturday, and rolls forward to Monday.
    #expect(
      due("voorbereiding-startgesprek.submitted", "startgesprek", on: "2026-03-03 10:00") == day("2026-03-02")
    )
    // What would be due before it opens is due on the day itself.
    #expect(
      due("voorbereiding-startgesprek.submitted", "startgesprek", on: "2026-02-23 10:00") == day("2026-02-23")
    )
  }

  // HAN-29 dates
  @Test func aTermOfOneDayBeforeAMondayIsTheFridayBefore() {
    let rulebook = given().rulebook
    let one = Span(1, .days)
    #expect(rulebook.day(one, before: day("2026-03-09")) == day("2026-03-06"))
    #expect(rulebook.day(one, before: day("2026-03-10")) == day("2026-03-09"))
    #expect(rulebook.day(Span(0, .days), before: day("2026-03-08")) == day("2026-03-08"))
    #expect(rulebook.day(Span(2, .days), before: day("2026-05-04")) == day("2026-04-24"))
  }

  // HAN-29 refuses
  @Test func theSelfReflectionOfOneRoundIsNotThatOfTheOther() {
    given(.tussenevaluatie, by("io", "2026-06-01", .advance())).when("wpb", on: "2026-06-08", verdict())
      .refusesOnly("zelfreflectie@eindbeoordeling.submitted")
  }
}
