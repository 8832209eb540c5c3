import Testing

@testable import CyclusCore

@Suite struct RepairTests {
  private let owk = by("io", "2026-02-03", .assign(role: "owk-opleider", person: PersonID(8), since: nil))
  private func open(_ outcomes: String, _ on: String = "2026-02-03") -> Scenario.Act {
    by("io", on, .set("open-uit-jaar-1", outcomes))
  }

  /// A stretch in a traject that has an open outcome and last year's opleider.
  private func at(_ stretch: Stretch, _ outcome: String) -> Scenario {
    given(Stretch(acts: [owk, open(outcome)]) + stretch)
  }

  // HAN-11 opens
  @Test func anOpenOutcomeIsReportedAndArrangedInTwoWeeks() {
    #expect(!given().keys(.open, on: "2026-02-02").contains { $0.hasPrefix("maatwerk") })
    let traject = given(.startgesprek, open("effectieve-instructie", "2026-03-02"))
    let reported = traject.obligation("maatwerk-gemeld.done")
    #expect(reported?.role == "werkplekbegeleider" && reported?.due == day("2026-03-16"))
    let arranged = traject.obligation("maatwerk-geregeld.done")
    #expect(arranged?.role == "instituutsopleider" && arranged?.due == day("2026-03-16"))
    traject.when("wpb", on: "2026-03-03", .done(obligation: "maatwerk-gemeld")).then("done")
      .when("io", on: "2026-03-04", .done(obligation: "maatwerk-geregeld")).then("done")
    given().when("wpb", on: "2026-02-03", .done(obligation: "maatwerk-gemeld")).refuses("open-uit-jaar-1")
  }

  // HAN-11 opens
  @Test func fromTheStartItOpensThen() {
    let traject = given(request: Scenario.request(["open-uit-jaar-1": "orientatie-op-beroep"]))
    #expect(traject.obligation("maatwerk-gemeld.done")?.opens == day("2026-02-02"))
  }

  // HAN-11 opens
  @Test func outcomesOfLaterYearsAreReportedAndArrangedToo() {
    let traject = given(.kennismaking, by("io", "2026-02-10", .set("leeruitkomsten-latere-jaren", "yes")))
    #expect(traject.obligation("maatwerk-gemeld.done")?.due == day("2026-02-24"))
    #expect(traject.obligation("maatwerk-geregeld.done")?.opens == day("2026-02-10"))
    let without = given(request: Scenario.request(["leeruitkomsten-latere-jaren": "no"]))
    #expect(without.obligation("maatwerk-gemeld.done")?.opens == nil)
  }

  // HAN-11 opens
  @Test func whatIsAddedAfterItWasArrangedIsReportedAndArrangedAgain() {
    let arranged = given(
      .kennismaking, open("effectieve-instructie", "2026-02-10"),
      by("wpb", "2026-02-11", .done(obligation: "maatwerk-gemeld")),
      by("io", "2026-02-12", .done(obligation: "maatwerk-geregeld")))
    let more = arranged.when(open("effectieve-instructie,orientatie-op-beroep", "2026-03-02"))
      .remarks("opnieuw gevraagd")
    #expect(more.obligation("maatwerk-gemeld.done")?.met == day("2026-02-11"))
    #expect(more.obligation("maatwerk-gemeld#2.done")?.due == day("2026-03-16"))
    #expect(more.obligation("maatwerk-geregeld#2.done")?.opens == day("2026-03-02"))
    more.when("wpb", on: "2026-02-27", today: "2026-03-03", .done(obligation: "maatwerk-gemeld")).refuses(
      "het opnieuw vragen hiervan")
    more.when("wpb", on: "2026-03-03", .done(obligation: "maatwerk-gemeld")).then("done")
      .when("io", on: "2026-03-03", .done(obligation: "maatwerk-geregeld#2")).then("done")
    let later = arranged.when("io", on: "2026-03-02", .set("leeruitkomsten-latere-jaren", "yes")).after
    #expect(later.obligation("maatwerk-geregeld#2.done")?.isAsked == true)
    let fewer = more.when(open("orientatie-op-beroep", "2026-03-03")).after
    #expect(fewer.state.rounds["maatwerk-gemeld"]?.number == 2)
  }

  // HAN-11 shows
  @Test func aStartgesprekBeforeItIsArrangedGetsAWarning() {
    let talk = by(
      "student", "2026-02-27", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything))
    given(.kennismaking, open("effectieve-instructie")).when(talk).remarks("maatwerktraject geregeld")
    let arranged = given(
      .kennismaking, open("effectieve-instructie"),
      by("io", "2026-02-10", .done(obligation: "maatwerk-geregeld"))
    )
    .when(talk).then("held", "closed")
    #expect(!arranged.remarks.contains { $0.nl.contains("maatwerk") })
    #expect(!given(.kennismaking).when(talk).after.remarks.contains { $0.nl.contains("maatwerk") })
  }

  // HAN-12, HAN-14 allows
  @Test(arguments: ["orientatie-op-beroep", "orientatie-op-de-lerende"])
  func aVerdictIsPossibleButNotRequired(_ outcome: String) {
    let traject = given(Stretch(acts: []), owk, open(outcome))
    let confirmed = traject.when("P8", on: "2026-03-02", .confirm(subject: outcome)).then("confirmed")
    #expect(confirmed.state.confirmations[outcome]?.result == "behaald")
    #expect(
      !traject.state.obligations(traject.rulebook).contains {
        $0.key.item.id == outcome && $0.key.step == .assessed
      })
    let judged = at(.selfReflection, outcome).when(
      "wpb", on: "2026-06-15", .assess(outcome, at: "eindbeoordeling", "niet-behaald")
    )
    .then("assessed").when("P8", on: "2026-06-16", .confirm(subject: outcome)).then("confirmed")
    #expect(judged.state.confirmations[outcome]?.result == "niet-behaald")
  }

  // HAN-12 refuses
  @Test func whatWasConfirmedIsNotDroppedBySettingOthers() {
    let confirmed = given(
      Stretch(acts: []), owk, open("orientatie-op-beroep"),
      by("P8", "2026-03-02", .confirm(subject: "orientatie-op-beroep")))
    for value in ["effectieve-instructie", ""] {
      confirmed.when(open(value, "2026-03-03")).refusesOnly(
        "Oriëntatie op Beroep is op ma 2 mrt 2026 bevestigd: behaald")
    }
    confirmed.when(open("orientatie-op-beroep,effectieve-instructie", "2026-03-03")).then("parameter_set")
    let seq = confirmed.events("confirmed").last?.seq ?? 0
    let without = confirmed.when(retracting(seq, "2026-03-03")).after
    without.when(open("effectieve-instructie", "2026-03-03")).then("parameter_set")
  }

  // HAN-11 shows
  @Test func settingOthersNamesWhatComesAndWhatGoes() {
    given(Stretch(acts: []), open("orientatie-op-beroep")).when(open("effectieve-instructie", "2026-02-04"))
      .remarks(
        "die er nu bij horen: Effectieve instructie", "die er niet meer bij horen: Oriëntatie op Beroep")
  }

  // HAN-12, HAN-13, HAN-14 dates
  @Test(arguments: [
    "orientatie-op-beroep", "orientatie-op-de-lerende", "orientatie-positief-leerklimaat",
  ]) func aRepairedOutcomeIsConfirmedWithinTwoWeeksOfThePortfolio(_ outcome: String) {
    let key = "\(outcome).confirmed"
    #expect(at(.eindbeoordeling, outcome).obligation(key)?.due == nil)
    let obligation = at(.portfolio, outcome).obligation(key)
    #expect(obligation?.due == day("2026-07-02"))
    #expect(obligation?.rule.assumed.contains("confirm-due") == true)
  }

  // HAN-12, HAN-14 refuses
  @Test(arguments: [
    "orientatie-op-beroep", "orientatie-op-de-lerende", "orientatie-positief-leerklimaat",
    "effectieve-instructie",
    "ontwerpen-uitvoeren-evalueren",
  ]) func onlyLastYearsOpleiderConfirms(_ outcome: String) {
    for who in ["student", "wpb", "so", "io", "oac"] {
      given(Stretch(acts: []), owk, open(outcome)).when(who, on: "2026-03-02", .confirm(subject: outcome))
        .refuses("owk-opleider")
    }
    given(Stretch(acts: []), open(outcome)).when("io", on: "2026-03-02", .confirm(subject: outcome)).refuses(
      "owk-opleider")
    given().when("io", on: "2026-03-02", .confirm(subject: outcome)).refusesOnly(
      "hoort niet bij dit traject; neem het op met set open-uit-jaar-1=\(outcome)")
    given(Stretch(acts: []), open("effectieve-instructie"))
      .when("io", on: "2026-03-02", .confirm(subject: "orientatie-op-beroep")).refusesOnly(
        "set open-uit-jaar-1=effectieve-instructie,orientatie-op-beroep")
  }

  // HAN-13 refuses, allows
  @Test func theOneThatFollowsCountsOnlyOnceItsOutcomeWasShownHere() {
    let outcome = "orientatie-positief-leerklimaat"
    given(Stretch(acts: []), owk, open(outcome)).when("P8", on: "2026-03-02", .confirm(subject: outcome))
      .refusesOnly("owe-afstemmen-en-creeren-1.confirmed")
    // A verdict can still change: what counts is the confirmed result.
    at(.verdicts, outcome).when("P8", on: "2026-06-16", .confirm(subject: outcome)).refusesOnly(
      "Oriëntatie op een positief leerklimaat krijgt de uitslag van Creëren van positief leerklimaat; "
        + "die is nog niet bevestigd: eerst confirm owe-afstemmen-en-creeren-1")
    let shown = at(.confirmations, outcome)
    shown.when("P8", on: "2026-06-19", today: "2026-06-23", .confirm(subject: outcome)).refusesOnly(
      "ma 22 jun 2026")
    let counted = shown.when("P8", on: "2026-06-23", .confirm(subject: outcome)).then("confirmed")
    #expect(counted.state.confirmations[outcome]?.result == "behaald")
    guard case .confirmed(_, _, let follows, _)? = counted.log.last?.event else {
      Issue.record("not confirmed")
      return
    }
    #expect(follows == "positief-leerklimaat" && counted.log.last?.rules == ["HAN-13"])
  }

  // HAN-13 refuses
  @Test func theOneThatFollowsIsJudgedByNobody() {
    let outcome = "orientatie-positief-leerklimaat"
    let traject = at(.selfReflection, outcome)
    for who in ["student", "wpb", "so", "io", "P8"] {
      traject.when(who, on: "2026-06-15", .assess(outcome, at: "eindbeoordeling", "behaald")).refusesOnly(
        "telt mee met Creëren van positief leerklimaat")
      traject.when(who, on: "2026-06-15", .feedback(outcome, at: "eindbeoordeling")).refusesOnly(
        "telt mee met Creëren van positief leerklimaat")
    }
  }

  // HAN-15 refuses, allows
  @Test(arguments: ["ontwerpen-uitvoeren-evalueren", "effectieve-instructie"])
  func theseNeedAVerdictOfTheWerkplekbegeleider(_ outcome: String) {
    let traject = at(.selfReflection, outcome)
    traject.when("P8", on: "2026-06-15", .confirm(subject: outcome)).refusesOnly("er is nog geen eindoordeel")
    #expect(traject.obligation("\(outcome)@eindbeoordeling.assessed")?.role == "werkplekbegeleider")
    traject.when("so", on: "2026-06-15", .assess(outcome, at: "eindbeoordeling", "voldaan")).refuses(
      "werkplekbegeleider")
    let judged = traject.when(
      "wpb", on: "2026-06-15", .assess(outcome, at: "eindbeoordeling", "niet-voldaan")
    )
    .then("assessed").when("P8", on: "2026-06-16", .confirm(subject: outcome)).then("confirmed")
    #expect(judged.state.confirmations[outcome]?.result == "niet-voldaan")
    judged.when("wpb", on: "2026-06-17", .assess(outcome, at: "eindbeoordeling", "voldaan")).refusesOnly(
      "is al gedaan")
  }

  // HAN-15 refuses
  // HAN-37 refuses
  @Test func theTrajectDoesNotCompleteBeforeARepairedOutcomeIsConfirmed() {
    let outcome = "orientatie-op-beroep"
    let traject = at(.shared, outcome)
    traject.when("io", on: "2026-06-30", .advance()).refusesOnly(
      "\(outcome).confirmed", "beslissing-gedeeld@\(outcome).done")
    let confirmed = traject.when("P8", on: "2026-06-29", .confirm(subject: outcome)).then("confirmed")
    confirmed.when("io", on: "2026-06-30", .advance()).refusesOnly("beslissing-gedeeld@\(outcome).done")
    confirmed.when("P8", on: "2026-06-30", .done(obligation: "beslissing-gedeeld")).then("done")
      .when("io", on: "2026-06-30", .advance()).then("completed")
  }

  // HAN-37 opens
  @Test func whoConfirmsARepairedOutcomeSharesThatWithinAWeek() {
    let outcome = "orientatie-op-beroep"
    let key = "beslissing-gedeeld@\(outcome).done"
    let traject = given(Stretch(acts: []), owk, open(outcome))
    #expect(traject.obligation(key)?.opens == nil)
    traject.when("P8", on: "2026-03-02", .done(obligation: "beslissing-gedeeld@\(outcome)")).refusesOnly(
      "\(outcome).confirmed")
    let shared = traject.when("P8", on: "2026-03-02", .confirm(subject: outcome)).after.obligation(key)
    #expect(shared?.role == "owk-opleider" && shared?.due == day("2026-03-09"))
  }

  // HAN-12, HAN-14 allows
  @Test(arguments: ["orientatie-op-beroep", "orientatie-op-de-lerende"])
  func lastYearsOpleiderMayJudgeItHimselfAndThenConfirmsThat(_ outcome: String) {
    let traject = given(Stretch(acts: []), owk, open(outcome))
    let judging = traject.state.obligations(traject.rulebook).filter {
      $0.key.item.id == outcome && $0.key.step == .assessed
    }
    #expect(judging.isEmpty)
    // Neither the gesprek nor the self-reflection is waited for, and only the reason is asked.
    let verdict = Command.assess(
      .init(
        outcome: outcome, gesprek: "eindbeoordeling", verdict: "niet-behaald", example: nil, why: text(),
        nextStep: nil, parts: []))
    let judged = traject.when("P8", on: "2026-03-02", verdict).then("assessed")
    #expect(judged.state.judgements.last?.marks == [])
    judged.when("P8", on: "2026-02-27", today: "2026-03-02", .confirm(subject: outcome)).refusesOnly(
      "het oordeel")
    let confirmed = judged.when("P8", on: "2026-03-03", .confirm(subject: outcome)).then("confirmed")
    #expect(confirmed.state.confirmations[outcome]?.result == "niet-behaald")
  }

  // HAN-12, HAN-14 refuses
  @Test(arguments: ["orientatie-op-beroep", "orientatie-op-de-lerende"])
  func withoutAReasonItIsRefusedAndTheWerkplekbegeleiderWaitsAsEver(_ outcome: String) {
    let traject = given(Stretch(acts: []), owk, open(outcome))
    let bare = Command.assess(
      .init(
        outcome: outcome, gesprek: "eindbeoordeling", verdict: "niet-behaald", example: nil, why: nil,
        nextStep: nil, parts: []))
    traject.when("P8", on: "2026-03-02", bare).refusesOnly("geef --why")
    traject.when("wpb", on: "2026-03-02", .assess(outcome, at: "eindbeoordeling", "niet-behaald")).refuses(
      "zelfreflectie@eindbeoordeling.submitted")
    traject.when("io", on: "2026-03-02", .assess(outcome, at: "eindbeoordeling", "niet-behaald")).refuses(
      "werkplekbegeleider", "owk-opleider")
  }

  // HAN-13 refuses
  @Test func theOneThatFollowsWaitsForADisputeOnItsOutcome() {
    let outcome = "orientatie-positief-leerklimaat"
    at(.portfolio, outcome).when("oac", on: "2026-06-22", .dispute("positief-leerklimaat")).then("disputed")
      .when("P8", on: "2026-06-23", .confirm(subject: outcome)).refusesOnly("Overeenstemming")
  }

  // HAN-53 allows
  @Test func anotherValueAddsAnOutcomeAndWhatIsUnknownIsRefused() {
    let traject = given(Stretch(acts: []), owk, open("orientatie-op-beroep"))
      .when(open("orientatie-op-beroep,effectieve-instructie", "2026-02-09")).then("parameter_set")
    #expect(traject.state.outcomes(traject.rulebook).filter { $0.kind == .repair }.count == 2)
    traject.when(open("effectieve-instructies", "2026-02-09")).refusesOnly(
      "open leeruitkomsten uit jaar 1: «effectieve-instructies» kan niet; bedoelt u effectieve-instructie?")
  }

  // HAN-11 shows
  @Test func aListThatIsEmptiedAndFilledAgainNamesWhatIsOpenOnceMore() {
    let again = given(
      .kennismaking, open("effectieve-instructie", "2026-02-10"),
      by("wpb", "2026-02-11", .done(obligation: "maatwerk-gemeld")),
      by("io", "2026-02-12", .done(obligation: "maatwerk-geregeld")),
      open("effectieve-instructie,orientatie-op-beroep", "2026-03-02"), open("", "2026-03-03"))
    #expect(again.obligation("maatwerk-gemeld#2.done")?.opens == nil)
    let filled = again.when(open("orientatie-op-beroep", "2026-03-04")).remarks("opnieuw gevraagd")
    #expect(filled.obligation("maatwerk-gemeld#2.done")?.isAsked == true)
    #expect(filled.state.rounds["maatwerk-gemeld"]?.number == 2)
    // What is still open is not named once more.
    let more = filled.when(open("orientatie-op-beroep,effectieve-instructie", "2026-03-05")).after
    #expect(!more.remarks.contains { $0.nl.contains("opnieuw gevraagd") })
  }
}
