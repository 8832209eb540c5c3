import Testing

@testable import CyclusCore

/// Begeleiding in de bpv: the judgement of the company after each bpv, the closing talk, and the final assessment.
@Suite struct BegeleidingJudgementTests {
  // MARK: The judgement of the company

  // BEG-11 refuses, allows
  @Test func aJudgementSaysWhy() throws {
    let open = try Begeleiding.visitsDone()
    for verdict in ["goed", "voldoende", "onvoldoende"] {
      open.when("po", on: "2027-01-26", Begeleiding.judge(verdict, why: false)).refuses("motivering")
      open.when("po", on: "2027-01-26", Begeleiding.judge(verdict)).then("assessed")
    }
    open.when("po", on: "2027-01-26", Begeleiding.judge("matig")).refuses(
      "bekend zijn: goed, voldoende, onvoldoende")
    open.when("bb", on: "2027-01-26", Begeleiding.judge("goed")).refuses("praktijkopleider")
  }

  // BEG-11 refuses
  @Test func sufficientOrGoodAsksBothParts() throws {
    let open = try Begeleiding.visitsDone()
    for verdict in ["goed", "voldoende"] {
      open.when("po", on: "2027-01-26", Begeleiding.judge(verdict, development: "onvoldoende")).refuses(
        "persoonlijk leerproces onvoldoende")
      open.when("po", on: "2027-01-26", Begeleiding.judge(verdict, processes: "onvoldoende")).refuses(
        "voortgang in de werkprocessen onvoldoende")
    }
    open.when(
      "po", on: "2027-01-26",
      .assess(Command.Assess(outcome: "beoordeling-bedrijf", gesprek: nil, verdict: "voldoende", why: text()))
    ).refuses("--part persoonlijke-ontwikkeling", "--part werkprocessen")
  }

  // BEG-11 allows
  @Test func insufficientNeedsNoPartToBeSufficient() throws {
    let judged = try Begeleiding.visitsDone().when(
      "po", on: "2027-01-26", Begeleiding.judge("onvoldoende", development: "onvoldoende")
    ).then("assessed")
    #expect(judged.state.finalVerdict(on: "beoordeling-bedrijf") == "onvoldoende")
  }

  // BEG-11 refuses
  @Test func eachBpvHasItsJudgementAfterItsVisits() throws {
    try Begeleiding.thrice().when("po", on: "2027-01-20", Begeleiding.judge("goed")).refuses(
      "is nog niet begonnen")
    let open = try Begeleiding.visitsDone().hours("b1", "2026-11-13").hours("b2", "2027-01-29")
    open.when("bb", on: "2027-01-29", .advance()).refusesOnly("beoordeling-bedrijf@1.assessed")
    #expect(open.obligation("beoordeling-bedrijf@1.assessed")?.due == day("2027-02-05"))
    let next = open.after(
      by("po", "2027-01-29", Begeleiding.judge("goed")), by("bb", "2027-01-29", .advance()))
    #expect(next.state.phase == "start")
    // What the company says now is about the bpv that was, not about the one that begins.
    let later = next.after(by("po", "2027-02-01", Begeleiding.judge("voldoende")))
    #expect(later.asked("beoordeling-bedrijf", .assessed).isEmpty)
    #expect(later.log.last?.meets.map(\.key.description).contains("beoordeling-bedrijf@2.assessed") == false)
  }

  // MARK: The closing talk

  // BEG-11 allows: who comes to it after the last day of the bpv is late, not stuck
  @Test func aJudgementAfterTheEndOfTheBpvStillBelongsToIt() throws {
    let late = try Begeleiding.thrice().after(by("bb", "2027-02-02", .advance()))
    let asked = late.obligation("beoordeling-bedrijf@1.assessed")
    #expect(asked?.opens == day("2027-02-02") && asked?.due == day("2027-02-05"))
    late.when("po", on: "2027-02-03", Begeleiding.judge("goed")).then("assessed")
  }

  // BEG-12 refuses
  @Test func theClosingTalkIsNoFinalAssessment() throws {
    try Begeleiding.talked().when("bb", on: "2027-01-26", Begeleiding.assess("voldaan", at: "eindgesprek"))
      .refuses("laat --at weg")
    #expect(
      try Begeleiding.talked().agenda("eindgesprek")[0].hasSuffix("de eindbeoordeling staat hier los van"))
  }

  // BEG-12 refuses, allows
  @Test func theFormIsFilledInInTheClosingTalk() throws {
    let last = try Begeleiding.visitsDone(["laatste-bpv": "yes"]).after(
      by("bb", "2027-01-25", .advance()),
      by(
        "bb", "2027-01-26",
        .held(.init(gesprek: "eindgesprek", present: Begeleiding.all.map { .init(role: $0) }))),
      by("student", "2027-01-26", .submit("leerafspraken@eindgesprek")))
    #expect(last.state.phase == "eindgesprek" && last.events("closed").count == 3)
    last.when("bb", on: "2027-01-26", .close(gesprek: "eindgesprek", record: [:])).refusesOnly(
      "beoordeling-bedrijf@1.assessed")
    last.after(by("po", "2027-01-26", Begeleiding.judge("goed", at: "eindgesprek")))
      .when("bb", on: "2027-01-26", .close(gesprek: "eindgesprek", record: [:])).then("closed")
  }

  // BEG-12 refuses
  @Test func onlyTheLastBpvHasAClosingTalk() throws {
    let judged = try Begeleiding.visitsDone().hours("b1", "2026-11-13").hours("b2", "2027-01-29").after(
      by("po", "2027-01-29", Begeleiding.judge("goed")))
    judged.when("bb", on: "2027-01-29", .advance(to: "eindgesprek")).refuses(
      "laatste bpv van de opleiding ja is")
    let last = judged.after(by("bb", "2027-01-29", .set("laatste-bpv", "yes")))
    last.when("bb", on: "2027-01-29", .advance(to: "start")).refuses("laatste bpv van de opleiding nee is")
    #expect(last.after(by("bb", "2027-01-29", .advance())).state.phase == "eindgesprek")
  }

  // BEG-12 opens
  @Test func theSupervisorKeepsTheFormInTheFile() throws {
    let talked = try Begeleiding.talked()
    let kept = try #require(talked.obligation("beoordeling-bewaard.done"))
    #expect(kept.opens == day("2027-01-26") && kept.due == day("2027-02-09") && kept.role == "bpv-begeleider")
    talked.hours("b1", "2026-11-13").hours("b2", "2027-01-29")
      .when("bb", on: "2027-01-29", .advance()).refusesOnly("beoordeling-bewaard.done")
    try Begeleiding.visitsDone().when("bb", on: "2027-01-27", .done(obligation: "beoordeling-bewaard"))
      .refuses(
        "Eindgesprek")
  }

  // BEG-12 allows
  @Test func theClosingTalkIsTheLastOfTheContacts() throws {
    let two = try Begeleiding.visited(["laatste-bpv": "yes"])
      .after(Begeleiding.visit("bezoek@2", "2026-12-01", "online")).form("bezoek@2", "2026-12-01")
    let talked = two.after(
      by("bb", "2027-01-25", .advance()), by("bb", "2027-01-25", .advance()),
      by(
        "bb", "2027-01-26",
        .held(.init(gesprek: "eindgesprek", present: Begeleiding.all.map { .init(role: $0) }))))
    #expect(talked.met.contains("bezoek@3.held") && talked.asked("bezoek").isEmpty)
  }

  // MARK: The final assessment

  // BEG-13 refuses
  @Test func theWholeBpvIsNotAssessedBeforeTheLastVisit() throws {
    let before = try Begeleiding.visitsDone(["laatste-bpv": "yes"]).after(by("bb", "2027-01-25", .advance()))
    before.when("bb", on: "2027-01-26", Begeleiding.assess("voldaan")).refuses("eindgesprek.closed")
    let talked = try Begeleiding.talked()
    talked.when("bb", on: "2027-01-25", today: "2027-01-26", Begeleiding.assess("voldaan")).refuses(
      "di 26 jan 2027")
    talked.when("po", on: "2027-01-26", Begeleiding.assess("voldaan")).refuses("bpv-begeleider")
    talked.when("bb", on: "2027-01-26", Begeleiding.assess("niet-voldaan", why: false)).refuses("motivering")
  }

  // BEG-13 refuses, allows
  @Test func norWhileOneOfTheVisitsIsNotClosed() throws {
    let held = try Begeleiding.visited(["laatste-bpv": "yes"])
      .after(Begeleiding.visit("bezoek@2", "2026-12-01", "online"))
      .after(
        by("bb", "2027-01-25", .advance()), by("bb", "2027-01-25", .advance()),
        by(
          "bb", "2027-01-26",
          .held(.init(gesprek: "eindgesprek", present: Begeleiding.all.map { .init(role: $0) }))),
        by("po", "2027-01-26", Begeleiding.judge("goed", at: "eindgesprek"))
      ).form("eindgesprek", "2027-01-26")
    held.when("bb", on: "2027-01-26", Begeleiding.assess("voldaan")).refuses("bezoek@2.closed")
    #expect(held.obligation("eindbeoordeling.assessed")?.opens == nil)
    let closed = held.form("bezoek@2", "2027-01-28")
    // The term counts from the day on which it could be given.
    #expect(closed.terms("eindbeoordeling.assessed") == "2027-01-28 2027-02-11 bpv-begeleider")
    closed.when("bb", on: "2027-01-27", today: "2027-01-28", Begeleiding.assess("voldaan")).refuses(
      "do 28 jan 2027")
    closed.when("bb", on: "2027-01-28", Begeleiding.assess("voldaan")).then("assessed")
  }

  // BEG-13 refuses, shows
  @Test func anotherFinalAssessmentInItsPlaceSaysWhyAndTheFirstStaysToBeSeen() throws {
    let failed = try Begeleiding.ready().after(by("bb", "2027-01-29", Begeleiding.assess("niet-voldaan")))
    failed.when("bb", on: "2027-01-30", Begeleiding.assess("voldaan", why: false)).refusesOnly(
      "een reden, want er staat al niet-voldaan (P3, vr 29 jan 2027)")
    let other = failed.when("bb", on: "2027-01-30", Begeleiding.assess("voldaan"))
    other.then("assessed")
    other.remarks("dit komt in de plaats van niet-voldaan (P3, vr 29 jan 2027)")
    let outcome = try #require(Begeleiding.workflow.outcome("eindbeoordeling"))
    #expect(other.after.state.replacedVerdicts(on: outcome).map(\.verdict) == ["niet-voldaan"])
    // In a next round it is the first.
    let again = try self.failed("verlengen").after(
      by("bb", "2027-02-02", .extend(until: day("2027-04-23"))), by("bb", "2027-02-02", .advance()))
    #expect(again.state.replacedVerdicts(on: outcome).isEmpty)
  }

  // BEG-13 allows
  @Test func theSameDayAfterwardsIsFine() throws {
    let talked = try Begeleiding.talked()
    #expect(talked.obligation("eindbeoordeling.assessed")?.due == day("2027-02-09"))
    talked.when("bb", on: "2027-01-26", Begeleiding.assess("voldaan")).then("assessed")
    let passed = try Begeleiding.ready().after(by("bb", "2027-01-29", Begeleiding.assess("voldaan")))
    passed.when("bb", on: "2027-01-29", .advance()).then("completed")
  }

  // BEG-13 refuses
  @Test func aNegativeAssessmentLeadsToATalkAndNotToTheEnd() throws {
    let failed = try Begeleiding.ready().after(by("bb", "2027-01-29", Begeleiding.assess("niet-voldaan")))
    failed.when("bb", on: "2027-01-29", .advance(to: "completed")).refuses("geen weg naar completed")
    let talk = failed.when("bb", on: "2027-01-29", .advance()).then("advanced")
    #expect(talk.state.phase == "vervolggesprek")
    #expect(talk.obligation("vervolggesprek.held")?.due == day("2027-02-12"))
    talk.when("bb", on: "2027-02-01", .advance()).refuses("vervolggesprek.held")
  }

  // BEG-13 refuses, allows
  @Test func aLongerBpvNeedsALaterEndAndIsJudgedAnew() throws {
    let decided = try failed("verlengen")
    decided.when("bb", on: "2027-02-02", .advance()).refusesOnly(
      "het einde van het traject is nog niet verplaatst")
    decided.when("bb", on: "2027-02-02", .advance(to: "completed")).refuses("stoppen")
    let again = decided.after(
      by("bb", "2027-02-02", .extend(until: day("2027-04-23"))), by("bb", "2027-02-02", .advance()))
    #expect(again.state.phase == "volgende-bezoeken")
    let talk = again.after(by("bb", "2027-04-19", .advance()), by("bb", "2027-04-19", .advance()))
    #expect(talk.obligation("eindgesprek#2.held")?.due == day("2027-04-23"))
    #expect(talk.obligation("eindgesprek#2.held")?.role == "bpv-begeleider")
    #expect(talk.terms("beoordeling-bedrijf@2.assessed") == "2027-04-19 2027-05-03 praktijkopleider")
    talk.when("bb", on: "2027-04-20", .advance()).refuses(
      "eindgesprek#2.held", "beoordeling-bedrijf@2.assessed", "beoordeling-bewaard#2.done")
    talk.when("bb", on: "2027-04-20", Begeleiding.assess("voldaan")).refuses("eindgesprek#2.closed")
    // The second time round ends with a talk, a judgement and an assessment of its own.
    let talked = talk.after(
      by(
        "bb", "2027-04-20",
        .held(.init(gesprek: "eindgesprek", present: Begeleiding.all.map { .init(role: $0) }))),
      by("po", "2027-04-20", Begeleiding.judge("goed", at: "eindgesprek"))
    ).form("eindgesprek", "2027-04-20")
    #expect(talked.terms("beoordeling-bewaard#2.done") == "2027-04-20 2027-05-04 bpv-begeleider")
    #expect(talked.terms("eindbeoordeling#2.assessed") == "2027-04-20 2027-05-04 bpv-begeleider")
    let assessed = talked.after(
      by("bb", "2027-04-21", .done(obligation: "beoordeling-bewaard")), by("bb", "2027-04-21", .advance()),
      by("bb", "2027-04-22", Begeleiding.assess("voldaan")))
    #expect(assessed.state.finalVerdict(on: "eindbeoordeling") == "voldaan")
    assessed.when("bb", on: "2027-04-22", .advance()).then("completed")
  }

  // BEG-13 allows
  @Test func whoStopsAfterANegativeAssessmentIsDone() throws {
    try failed("stoppen").when("bb", on: "2027-02-02", .advance()).then("completed")
  }

  /// In `vervolggesprek`, which was held on 2 February with this conclusion.
  private func failed(_ conclusion: String) throws -> Scenario {
    try Begeleiding.ready().after(
      by("bb", "2027-01-29", Begeleiding.assess("niet-voldaan")), by("bb", "2027-01-29", .advance()),
      by(
        "bb", "2027-02-02",
        .held(
          .init(
            gesprek: "vervolggesprek", present: [.init(role: "student"), .init(role: "bpv-begeleider")],
            conclusion: conclusion))))
  }
}
