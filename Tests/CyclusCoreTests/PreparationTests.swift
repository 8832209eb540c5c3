import Testing

@testable import CyclusCore

/// The preparation of the tussenevaluatie, the form that goes back, and the observation forms.
@Suite struct PreparationTests {
  // HAN-28 dates
  @Test func theTussenevaluatieIsPreparedLikeTheStartgesprek() {
    let traject = given(.approvals, by("student", "2026-03-31", .plan("tussenevaluatie", "2026-04-21 10:00")))
    let asking = traject.obligation("feedbackverzoek-tussenevaluatie.done")
    #expect(asking?.role == "student" && asking?.due == day("2026-04-20"))
    #expect(asking?.opens == traject.obligation("tussenevaluatie.held")?.opens)
    #expect(traject.obligation("zelfreflectie-bekeken.done")?.opens == nil)
    let written = traject.when("student", on: "2026-04-10", .submit("zelfreflectie@tussenevaluatie")).after
    let looking = written.obligation("zelfreflectie-bekeken.done")
    #expect(looking?.role == "werkplekbegeleider" && looking?.opens == day("2026-04-10"))
    #expect(looking?.due == day("2026-04-21") && looking?.rule.rules.first == "HAN-28")
    written.when("wpb", on: "2026-04-13", .done(obligation: "zelfreflectie-bekeken")).then("done")
    traject.when("wpb", on: "2026-04-09", .done(obligation: "zelfreflectie-bekeken")).refusesOnly(
      "zelfreflectie@tussenevaluatie.submitted")
  }

  // HAN-28 dates
  @Test func whatPreparesTheTussenevaluatieLapsesWithItAndIsNotAskedInASecondRound() {
    let closed = given(.tussenevaluatie)
    #expect(
      closed.obligation("feedbackverzoek-tussenevaluatie.done")?.state(on: day("2026-04-22")) == .missed)
    #expect(given(.extended).state.rounds["zelfreflectie-bekeken"] == nil)
  }

  // HAN-33, HAN-46 opens
  @Test func whereTheSchoolopleiderFillsInTheFormHeSendsItToo() {
    let key = "formulier-verstuurd@tussenevaluatie"
    #expect(given(.tussenevaluatie).obligation("\(key).done")?.role == "werkplekbegeleider")
    given(.tussenevaluatie).when("so", on: "2026-04-22", .done(obligation: key)).refusesOnly(
      "werkplekbegeleider")
    let bySo = given(.tussenevaluatie, by("io", "2026-04-21", .set("oordeel-door", "schoolopleider")))
    #expect(bySo.obligation("\(key).done")?.role == "schoolopleider")
    bySo.when("so", on: "2026-04-22", .done(obligation: key)).then("done")
    bySo.when("wpb", on: "2026-04-22", .done(obligation: key)).then("done")
    bySo.when("student", on: "2026-04-22", .done(obligation: key)).refuses(
      "schoolopleider", "werkplekbegeleider")
  }

  // HAN-48 opens
  @Test func aSubjectWithAnObservationFormAsksThatItIsGivenToTheStudent() {
    let key = "observatieformulier-meegegeven@eindbeoordeling.done"
    let maths = given(.eindbeoordeling, by("io", "2026-06-17", .set("vak", "WI")))
    #expect(!maths.state.obligations(maths.rulebook).contains { $0.key.description == key })
    let early = given(Stretch(acts: [by("io", "2026-02-02", .set("vak", "WI"))]))
    #expect(early.obligation(key)?.role == "werkplekbegeleider" && early.obligation(key)?.opens == nil)
    #expect(early.obligation("vakdidactische-feedback@eindbeoordeling.done")?.role == "student")
    let other = given(Stretch(acts: [by("io", "2026-02-02", .set("vak", "AK"))]))
    #expect(!other.state.obligations(other.rulebook).contains { $0.key.description == key })
  }

  // HAN-20 allows
  // HAN-18 refuses
  @Test func feedbackOnASubjectHasNoPrescribedPartsAndThatOnPPIHasThree() {
    let ready = given(.selfReflection, by("io", "2026-06-02", .set("vak", "AK")))
    func feedback(_ outcome: String, seen: TextReference?) -> Command {
      .feedback(.init(outcome: outcome, gesprek: "eindbeoordeling", seen: seen, growth: nil, toGrow: nil))
    }
    ready.when("wpb", on: "2026-06-15", feedback("ak-werkvormen", seen: text())).then("feedback_given")
    ready.when("wpb", on: "2026-06-15", feedback("ak-werkvormen", seen: nil)).refusesOnly("geef --seen")
    ready.when("wpb", on: "2026-06-15", feedback("ppi", seen: text())).refusesOnly(
      "geef --growth", "geef --to-grow")
  }

  // HAN-42 shows
  @Test func theFocusOfPPILiesOnProfessionalGrowth() {
    let ppi = Scenario.workflow.outcome("ppi")
    #expect(ppi?.indicators.filter(\.isFocus).map(\.id) == ["professionele-groei"])
    #expect(ppi?.indicators.first(where: \.isFocus)?.citation.rules == ["HAN-42"])
  }

  // HAN-31, HAN-34 shows
  @Test func theRuleThatAReaderWantsLeads() {
    let traject = given(.portfolio)
    #expect(traject.obligation("zelfreflectie@eindbeoordeling.submitted")?.rule.rules.first == "HAN-31")
    #expect(traject.obligation("zelfreflectie@tussenevaluatie.submitted")?.rule.rules.first == "HAN-28")
    #expect(traject.obligation("owe-leerstof-verwerken.confirmed")?.rule.rules.first == "HAN-34")
    let verdict = traject.events("assessed").last?.rules ?? []
    #expect(verdict.starts(with: ["HAN-16"]) && verdict.contains("HAN-31") && !verdict.contains("HAN-36"))
  }
}
