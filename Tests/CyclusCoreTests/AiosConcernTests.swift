import Testing

@testable import CyclusCore

/// When it is difficult: a signal, its analysis and what is done about it.
@Suite struct AiosConcernTests {
  private let signal = by("sb", "2026-11-02", .escalate("signal"))

  private func decide(_ outcome: String, analysis: Bool = true, intervention: Bool = true) -> Command {
    .decide(
      .init(
        escalation: "E1", outcome: outcome, why: text(1), analysis: analysis ? text(2) : nil,
        intervention: intervention ? text(3) : nil))
  }

  // AIOS-13 opens
  @Test func aSignalGoesToTheTrainerWhoDecidesWithinTwoWeeks() {
    for who in ["sb", "aios", "opleider"] {
      let traject = Aios.given().when(who, on: "2026-11-02", .escalate("signal")).then("escalated")
      #expect(traject.state.escalations.map(\.route) == ["zorg-aios"])
      #expect(traject.terms("E1.decided") == "2026-11-02 2026-11-16 opleider")
      #expect(traject.obligation("E1.decided")?.rule.rules == ["AIOS-13", "AIOS-14"])
    }
  }

  // AIOS-13 opens
  @Test func whatConcernsTheTrainerGoesToHisDeputy() {
    let traject = Aios.given().when("aios", on: "2026-11-02", .escalate("betreft-opleider")).then("escalated")
    #expect(traject.terms("E1.decided") == "2026-11-02 2026-11-16 plaatsvervanger")
    // Once, though he has neither the role nor is another.
    for who in ["P2", "P2:opleider"] {
      let refused = traject.when(who, on: "2026-11-03", decide("geen-verdere-actie"))
      refused.refusesOnly("E1 gaat over P2 zelf: P4 (plaatsvervangend opleider) beslist")
      #expect(refused.refusal?.missing.map(\.role) == ["plaatsvervanger"])
    }
    traject.when("sb", on: "2026-11-03", decide("geen-verdere-actie")).refusesOnly(
      "dit is aan de plaatsvervangend opleider; P3 heeft hier: stagebegeleider")
    traject.when("plaatsvervanger", on: "2026-11-03", decide("interventie-aios")).then("decided")
  }

  // AIOS-13 opens
  @Test func withoutADeputyThatIsRefusedAndSaysWhoIsMissing() {
    let alone = Aios.given(request: Aios.request(without: "plaatsvervanger"))
    alone.when("aios", on: "2026-11-02", .escalate("betreft-opleider")).refusesOnly("plaatsvervanger")
    alone.when("aios", on: "2026-11-02", .escalate("signal")).then("escalated")
  }

  // AIOS-13, GEN-12 refuses, allows
  @Test func theTrainerDoesNotDecideAboutHimselfAsHisOwnDeputyEither() throws {
    var request = Aios.request(without: "plaatsvervanger")
    request.roles.append(.init(role: "plaatsvervanger", person: PersonID(2)))
    let both = Aios.given(request: request)
    let opened = both.when("aios", on: "2026-11-02", .escalate("betreft-opleider"))
    opened.then("escalated")
    opened.remarks("P2 is zowel formele opleider als plaatsvervangend opleider")
    let open = both.after(by("aios", "2026-11-02", .escalate("betreft-opleider")))
    for role in ["P2", "P2:plaatsvervanger"] {
      let refused = open.when(role, on: "2026-11-03", decide("geen-verdere-actie"))
      refused.refusesOnly(
        "E1 gaat over P2 zelf: een ander beslist als plaatsvervangend opleider, maar die rol heeft alleen P2; wijs eerst een ander aan met assign T1 --role plaatsvervanger=…"
      )
      open.when(role, on: "2026-11-03", .consult("E1", "stagebegeleider")).refuses("E1 gaat over P2 zelf")
    }
    let assigned = open.when(
      "opleider", on: "2026-11-03", .assign(role: "plaatsvervanger", person: PersonID(4), since: nil))
    assigned.remarks("E1 gaat over P2 zelf, die nu aanwijst wie erover beslist")
    let other = assigned.after
    other.when("P4:plaatsvervanger", on: "2026-11-04", decide("interventie-opleider")).then("decided")
    // Who was the trainer then stays the one concerned.
    let later = other.after(
      by("P4", "2026-11-03", .assign(role: "opleider", person: PersonID(5), since: nil)))
    later.when(
      "P5", on: "2026-11-03", .assign(role: "plaatsvervanger", person: PersonID(2), since: nil)
    ).refusesOnly(
      "E1 gaat over P2 zelf en wordt beslist door de plaatsvervangend opleider: wijs een ander aan")
    // Another signal is for the trainer as before.
    both.after(by("sb", "2026-11-02", .escalate("signal")))
      .when("opleider", on: "2026-11-03", decide("interventie-opleider")).then("decided")
  }

  // GEN-12 refuses
  @Test func onADayWithoutADeputySomebodyIsAssignedFirst() {
    let open = Aios.given(
      by("opleider", "2026-11-02", .assign(role: "plaatsvervanger", person: PersonID(4), since: nil)),
      by("aios", "2026-11-02", .escalate("betreft-opleider")),
      request: Aios.request(without: "plaatsvervanger"))
    open.when("P2", on: "2026-11-01", decide("geen-verdere-actie")).refuses(
      "E1 gaat over P2 zelf: een ander beslist als plaatsvervangend opleider (wijs die aan met assign --role plaatsvervanger=…)"
    )
  }

  // GEN-12 shows
  @Test func whoMayNotDecideAboutHimselfOwesNoDecisionButSomebodyElse() throws {
    var request = Aios.request(without: "plaatsvervanger")
    request.roles.append(.init(role: "plaatsvervanger", person: PersonID(2)))
    let open = Aios.given(request: request).after(by("aios", "2026-11-02", .escalate("betreft-opleider")))
    let owed = try #require(open.obligation("E1.decided"))
    #expect(
      owed.what.nl == "E1: een andere plaatsvervangend opleider aanwijzen, die beslist (Het gaat moeilijk)")
    #expect(owed.role == "opleider" && owed.person == PersonID(2) && owed.due == day("2026-11-16"))
    // The leading role, whoever has that by now, and then the one who was assigned.
    let led = open.after(by("P2", "2026-11-03", .assign(role: "opleider", person: PersonID(5), since: nil)))
    #expect(led.obligation("E1.decided")?.person == PersonID(5))
    let other = led.after(
      by("P5", "2026-11-03", .assign(role: "plaatsvervanger", person: PersonID(4), since: nil)))
    let decides = try #require(other.obligation("E1.decided"))
    #expect(decides.role == "plaatsvervanger" && decides.person == PersonID(4))
    #expect(decides.what.nl == "E1: beslissen (Het gaat moeilijk)")
    // Decided, it is called a decision for good.
    let decided = other.after(by("P4", "2026-11-04", decide("geen-verdere-actie")))
    #expect(decided.obligation("E1.decided")?.what.nl == "E1: beslissen (Het gaat moeilijk)")
  }

  // GEN-12 shows
  @Test func thatNobodyCouldDecideAboutTheTrainerIsSaidWhenTheRolesAreGiven() throws {
    var request = Aios.request(without: "plaatsvervanger")
    let later = Aios.given(request: request)
      .when("opleider", on: "2026-10-01", .assign(role: "plaatsvervanger", person: PersonID(2), since: nil))
    later.then("assigned")
    later.remarks("P2 is zowel formele opleider als plaatsvervangend opleider", "GEN-12")
    request.roles.append(.init(role: "plaatsvervanger", person: PersonID(2)))
    let started = try Traject.start(request, under: Aios.workflow, by: Actor(person: nil, role: nil)).remarks
    #expect(started.contains { $0.nl.contains("P2 is zowel formele opleider") })
    let usual = try Traject.start(Aios.request(), under: Aios.workflow, by: Actor(person: nil, role: nil))
      .remarks
    #expect(!usual.contains { $0.nl.contains("zowel") })
  }

  // AIOS-13 stores
  @Test func theLogHoldsNoMoreThanThatThereWasASignal() throws {
    let event = try #require(Aios.given(signal).log.last?.event)
    guard case .escalated(let escalated) = event else {
      Issue.record("not escalated")
      return
    }
    #expect(escalated.reason == "signal" && escalated.about == nil && escalated.why == text())
    // What the signal is stands in text that can be erased: the log has its number and a digest.
    #expect(Set(event.data.keys) == ["escalation", "reason", "route", "to", "due", "why"])
    let route = try #require(Aios.workflow.escalations.first { $0.id == "zorg-aios" })
    #expect(route.reasons.map(\.id) == ["signal", "betreft-opleider"])
  }

  // AIOS-13 stores
  @Test func aSignalCannotBeNamedByACode() {
    Aios.given().when("sb", on: "2026-11-02", .escalate("gebrek-aan-inzicht")).refuses("gebrek-aan-inzicht")
  }

  // AIOS-14 refuses
  @Test func aDecisionNeedsAnAnalysisAndAnIntervention() {
    let traject = Aios.given(signal)
    traject.when(
      "opleider", on: "2026-11-09", decide("interventie-aios", analysis: false, intervention: false)
    )
    .refusesOnly("geef --analysis", "geef --intervention")
    traject.when("opleider", on: "2026-11-09", decide("geen-verdere-actie", intervention: false)).refusesOnly(
      "geef --intervention")
    traject.when("opleider", on: "2026-11-09", decide("interventie-aios", analysis: false)).refusesOnly(
      "geef --analysis")
  }

  // AIOS-14 shows
  @Test func aSignalIsLookedAtAlongTwoLinesAndLeadsToAnInterventionByOneOfThree() throws {
    let traject = Aios.given(signal)
    #expect(
      traject.agenda("signaalgesprek") == [
        "analyse: kennis, attitude of vaardigheden", "waar het zit: opleider, aios of systeem",
        "interventie: wat doen opleider, aios en systeem",
      ])
    for whose in ["opleider", "aios", "systeem"] {
      traject.when("opleider", on: "2026-11-09", decide("interventie-\(whose)")).then("decided")
    }
    // Nobody owes such a talk; where it is about the trainer his deputy holds it.
    #expect(traject.asked("signaalgesprek") == [])
    let held = traject.after(
      by("plaatsvervanger", "2026-11-05", .held("signaalgesprek", "aios", "plaatsvervanger")))
    #expect(held.state.state(ofGesprek: "signaalgesprek@1", held.rulebook) == .held)
  }

  // AIOS-14 allows
  @Test func withBothItIsDecidedAndTheYearGoesOn() {
    let decided = Aios.given(signal, by("opleider", "2026-11-09", decide("interventie-aios")))
    #expect(decided.stands("E1.decided", on: "2026-11-09") == .met)
    #expect(decided.state.escalations.first?.outcome == "interventie-aios")
    decided.when("opleider", on: "2026-11-09", .terminate(reason: "signal")).refuses(
      "over beëindigen wordt eerst overlegd en besloten")
  }

  // AIOS-14 allows
  @Test func theTrainingIsEndedOnlyAfterADecisionThatAllowsIt() {
    let traject = Aios.given(signal)
    traject.when("opleider", on: "2026-11-09", .terminate(reason: "signal")).refuses("E1")
    traject.after(by("opleider", "2026-11-09", decide("beeindigen")))
      .when("opleider", on: "2026-11-10", .terminate(reason: "signal")).then("terminated")
  }
}
