import Testing

@testable import CyclusCore

@Suite struct FormTests {
  private let bySo = by("io", "2026-02-03", .set("oordeel-door", "schoolopleider"))

  // HAN-33 opens
  @Test(arguments: [
    ("tussenevaluatie", "2026-04-21", "2026-05-04"), ("eindbeoordeling", "2026-06-16", "2026-06-23"),
  ])
  func afterTheGesprekTheFormGoesRoundInAWeek(_ gesprek: String, _ held: String, _ due: String) {
    let traject = given(gesprek == "tussenevaluatie" ? .tussenevaluatie : .eindbeoordeling)
    let sent = traject.obligation("formulier-verstuurd@\(gesprek).done")
    #expect(sent?.role == "werkplekbegeleider" && sent?.opens == day(held) && sent?.due == day(due))
    let kept = traject.obligation("formulier-in-portfolio@\(gesprek).done")
    #expect(kept?.role == "student" && kept?.due == day(due) && kept?.isBlocking == false)
    traject.when("wpb", on: held, today: "2026-06-30", .done(obligation: "formulier-verstuurd@\(gesprek)"))
      .then("done")
      .when("student", on: held, today: "2026-06-30", .done(obligation: "formulier-in-portfolio@\(gesprek)"))
      .then("done")
  }

  // HAN-33 refuses
  @Test func beforeTheGesprekThereIsNoFormToSend() {
    let traject = given(.approvals)
    #expect(
      traject.obligation("formulier-verstuurd@tussenevaluatie.done")?.state(on: day("2026-04-01"))
        == .upcoming)
    traject.when("wpb", on: "2026-04-01", .done(obligation: "formulier-verstuurd@tussenevaluatie")).refuses(
      "tussenevaluatie.held")
    given(.tussenevaluatie).when(
      "io", on: "2026-04-22", .done(obligation: "formulier-verstuurd@tussenevaluatie")
    )
    .refuses("werkplekbegeleider")
  }

  // HAN-46 refuses, allows
  @Test func theSchoolopleiderJudgesOnlyWhereTheTrajectSaysSo() {
    let verdict = Command.assess("leerstof-verwerken", at: "eindbeoordeling", "voldaan")
    given(.selfReflection).when("so", on: "2026-06-15", verdict).refusesOnly("werkplekbegeleider")
    given(.selfReflection).when("so", on: "2026-06-15", .feedback("ict", at: "eindbeoordeling")).refusesOnly(
      "werkplekbegeleider")
    given(.selfReflection, by("io", "2026-06-12", .set("oordeel-door", "schoolopleider")))
      .when("so", on: "2026-06-15", verdict).then("assessed")
      .when("so", on: "2026-06-15", .feedback("ict", at: "eindbeoordeling")).then("feedback_given")
    // The werkplekbegeleider may still do so.
    given(Stretch(acts: [bySo]) + .selfReflection).when("wpb", on: "2026-06-15", verdict).then("assessed")
    given(Stretch(acts: [bySo]) + .selfReflection).when("io", on: "2026-06-15", verdict).refuses(
      "werkplekbegeleider", "schoolopleider")
  }

  // HAN-46 opens
  @Test func whereTheTrajectSaysSoTheSchoolopleiderOwesIt() {
    #expect(given(Stretch(acts: [bySo])).obligation("ict@eindbeoordeling.feedback")?.role == "schoolopleider")
    #expect(given().obligation("ict@eindbeoordeling.feedback")?.role == "werkplekbegeleider")
  }
}
