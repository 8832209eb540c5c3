import Testing

@testable import CyclusCore

@Suite struct PauseTests {
  private let paused = by("io", "2026-03-09", .pause())

  // GEN-14 dates
  @Test func aDateMovesByThePausedDays() {
    let before = given(.report)
    #expect(before.obligation("goedkeuring-didactisch.approved")?.due == day("2026-03-10"))
    let traject = given(.report, paused, by("io", "2026-03-16", .resume))
    #expect(traject.obligation("goedkeuring-didactisch.approved")?.due == day("2026-03-17"))
    // What opens after the pause keeps its own date.
    #expect(
      traject.obligation("eindbeoordeling.held")?.due == day("2026-06-19"))
  }

  // GEN-14 dates
  @Test func meanwhileNothingIsOverdue() {
    let traject = given(.report, paused)
    let obligation = traject.obligation("goedkeuring-didactisch.approved")
    #expect(obligation?.state(on: day("2026-04-01")) == .suspended && obligation?.due == nil)
    #expect(traject.keys(.overdue, on: "2026-04-01").isEmpty && traject.state.status == .paused)
    #expect(traject.when(flagging("2026-04-01")).after.events("flagged").isEmpty)
  }

  // GEN-14 dates
  @Test func aWeekInWhichTheClockStoodStillWasNotMissed() {
    let traject = given(.report, paused, by("io", "2026-03-23", .resume))
    let missed = traject.keys(.missed, on: "2026-04-06")
    #expect(
      !missed.contains("begeleidingsgesprek@w5.held") && !missed.contains("begeleidingsgesprek@w6.held"))
    #expect(missed.contains("begeleidingsgesprek@w7.held"))
  }

  // GEN-14 refuses
  @Test func thePhaseIsNotLeftWhilePaused() {
    let ready = given(
      .report, by("wpb", "2026-03-05", .approve(approval: "goedkeuring-pedagogisch")),
      by("wpb", "2026-03-05", .approve(approval: "goedkeuring-didactisch")), paused)
    ready.when("io", on: "2026-03-10", .advance()).refuses("gepauzeerd")
    ready.when("io", on: "2026-03-16", .resume).then("resumed").when("io", on: "2026-03-16", .advance())
      .then("advanced")
  }

  // GEN-09 allows
  @Test func whatHappensIsStillRecorded() {
    given(.report, paused).when("wpb", on: "2026-03-10", .approve(approval: "goedkeuring-didactisch")).then(
      "approved")
  }

  // GEN-14 stores
  @Test func theDaysAreKeptInALedger() {
    let traject = given(
      .report, paused, by("io", "2026-03-16", .resume), by("io", "2026-04-07", .pause(.workplace)),
      by("io", "2026-04-08", .resume))
    #expect(traject.state.pauses.map(\.cause) == [.student, .workplace])
    #expect(traject.state.pauses.map { $0.days(upTo: day("2026-05-01")) } == [7, 1])
    given(.report, paused).when("io", on: "2026-03-16", .resume).remarks("de klok stond 7 dagen stil")
    given(.report, paused).when("io", on: "2026-03-10", .resume).remarks("de klok stond 1 dag stil")
    given(.report, paused).when("io", on: "2026-03-09", .resume).remarks("de pauze duurde geen dag")
  }

  // GEN-14 allows
  @Test func aPauseMayBeginOnAnEarlierDay() {
    let traject = given(.report).when("io", on: "2026-03-12", .pause(from: "2026-03-09")).then("paused")
    #expect(traject.state.standingPause?.since == day("2026-03-09"))
    let resumed = traject.when("io", on: "2026-03-16", .resume).then("resumed")
    #expect(resumed.obligation("goedkeuring-didactisch.approved")?.due == day("2026-03-17"))
    given(.report).when("io", on: "2026-03-12", .pause(from: "2026-03-16")).refusesOnly("2026")
    given().when("io", on: "2026-02-05", .pause(from: "2026-01-30")).refusesOnly("2 feb 2026")
  }

  // GEN-14 refuses
  @Test func noPauseInAPauseAndNoneBeforeTheLastOne() {
    given(.report, paused).when("io", on: "2026-03-10", .pause()).refusesOnly(
      "is al gepauzeerd sinds ma 9 mrt 2026")
    given(.report, paused, by("io", "2026-03-16", .resume))
      .when("io", on: "2026-03-17", .pause(from: "2026-03-12")).refusesOnly(
        "van ma 9 mrt 2026 tot en met zo 15 mrt 2026 was het traject al gepauzeerd")
    given(.report).when("io", on: "2026-03-10", .resume).refusesOnly("het traject is niet gepauzeerd")
    given(.report, paused).when("io", on: "2026-03-06", today: "2026-03-10", .resume).refusesOnly(
      "het begin van de pauze")
  }

  // GEN-14 refuses
  @Test func onlyTheInstituutsopleiderPauses() {
    for who in ["student", "wpb", "so"] {
      given(.report).when(who, on: "2026-03-09", .pause()).refuses("instituutsopleider")
      given(.report, paused).when(who, on: "2026-03-10", .resume).refuses("instituutsopleider")
    }
  }

  // GEN-14 dates
  @Test func theTermsOfADisputeMoveToo() throws {
    let disputed = given(.portfolio, by("olv", "2026-06-22", .dispute("leerstof-verwerken")))
    let keys = ["discussed", "agreed"].map { "leerstof-verwerken.\($0)" }
    let before = try keys.map { try #require(disputed.obligation($0)?.due) }
    let resumed = disputed.when("io", on: "2026-06-23", .pause()).then("paused")
      .when("io", on: "2026-07-07", .resume).then("resumed")
    // Fourteen days later is the same day of the week.
    let after = keys.map { resumed.obligation($0)?.due }
    #expect(after == before.map { resumed.rulebook.workingDays.onOrAfter($0 + 14) })
  }

  // GEN-14 dates
  @Test func whatAPauseDoesToEachTermIsTold() {
    let traject = given(.report, by("io", "2026-03-09", .pause()))
    let lasts = PauseEffect(of: 0, in: traject.state, traject.rulebook, on: day("2026-03-09"))
    #expect(lasts.days == nil && lasts.terms.contains { $0.stays == nil && $0.to == nil && $0.days == nil })
    #expect(
      lasts.remark.nl.contains("schuift op met de dagen tot resume")
        || lasts.remark.nl.contains("schuiven op met de dagen tot resume"))
    let resumed = traject.when("io", on: "2026-03-19", .resume).then("resumed")
    let effect = PauseEffect(of: 0, in: resumed.state, resumed.rulebook, on: day("2026-03-19"))
    let owed = Dictionary(
      resumed.state.obligations(resumed.rulebook).map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    let without = given(.report)
    for term in effect.terms {
      #expect(owed[term.obligation]?.due == term.to, "\(term.obligation)")
      #expect(without.obligation(term.obligation.description)?.due == term.from, "\(term.obligation)")
      #expect((term.stays == nil) == (term.days != 0), "\(term.obligation)")
      if term.stays != nil { #expect(term.from == term.to, "\(term.obligation)") }
    }
    #expect(effect.terms.contains { $0.days == 10 } && effect.terms.contains { $0.stays == "teaching_week" })
  }

  @Test func whyTermsStayIsToldOfOneAndOfSeveral() {
    func told(_ names: [String]) -> Localized {
      let terms = names.map { name in
        PauseEffect.Term(
          obligation: ObligationKey(ItemKey("verslag"), .submitted), from: day("2026-03-02"),
          to: day("2026-03-02"), days: 0, stays: name)
      }
      return PauseEffect(terms: terms, days: 3).remark
    }
    #expect(told([]) == Localized(nl: "er is geen open termijn", en: "there is no open term"))
    let reasons = [
      ("passed", "was al voorbij", "had passed already"),
      ("gesprek", "volgt een gesprek", "follows a gesprek"),
      ("end_moved", "telt vanaf het verplaatste einde", "counts from the moved end"),
      ("week_paused", "viel in de pauze en wordt niet gevraagd", "fell in the pause and is not asked"),
      ("other", "om een andere reden", "for another reason"),
    ]
    for (name, nl, en) in reasons {
      #expect(
        told([name])
          == Localized(
            nl: "geen enkele termijn schuift op; 1 houdt zijn datum: 1 \(nl) (zie why-date)",
            en: "not one term moves; 1 keeps its date: 1 \(en) (see why-date)"))
    }
    #expect(
      told(["passed", "passed", "agreed"]).nl.contains("3 houden hun datum: 2 waren al voorbij en 1 is zo"))
  }

  @Test func whatBecomesOfAnEscalationByACorrectionIsTold() {
    #expect(Correction.remark(on: .back, "E1")?.nl == "E1 is terug, met wat haar opende")
    #expect(Correction.remark(on: .gone, "E1")?.en == "E1 is gone, with what opened it")
    #expect(Correction.remark(on: .withdrawn, "E1") == nil)
  }
}
