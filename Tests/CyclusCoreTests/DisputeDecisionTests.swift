import Testing

@testable import CyclusCore

@Suite struct DisputeDecisionTests {
  private let outcome = "leerstof-verwerken"
  private let unit = "owe-leerstof-verwerken"
  private let disputed = by("olv", "2026-06-22", .dispute("leerstof-verwerken"))
  private let talked = by("olv", "2026-06-25", .dialogue("leerstof-verwerken"))
  private let escalated = by(
    "olv", "2026-06-26", .escalate("geen-overeenstemming", about: "leerstof-verwerken"))

  private func decided(_ verdict: String) -> Scenario {
    given(.portfolio, disputed, talked, escalated, by("io", "2026-06-30", .decide("E1", verdict: verdict)))
  }

  // HAN-35 refuses, allows
  @Test func withoutADialogueOrWhyNoneThereIsNoDecision() {
    given(.portfolio, disputed, escalated).when("io", on: "2026-06-30", .decide("E1", verdict: "voldaan"))
      .refusesOnly("leerstof-verwerken.discussed")
    given(.portfolio, disputed, escalated, by("olv", "2026-06-29", .dialogue(outcome, isAbsent: true)))
      .when("io", on: "2026-06-30", .decide("E1", verdict: "voldaan")).then("decided")
  }

  // HAN-36 refuses
  @Test func whileItIsAskedOnlyTheDecisionFreesTheUnitAndTheTraject() {
    let traject = given(.portfolio, disputed, talked, escalated)
    traject.when("olv", on: "2026-06-29", .confirm(subject: unit)).refusesOnly("E1.decided")
    traject.when("io", on: "2026-06-29", .advance()).refuses("E1.decided")
    #expect(traject.state.obstacles(traject.rulebook).last?.role == "instituutsopleider")
  }

  // HAN-36 refuses
  @Test func withoutTheArgumentsWeighedThereIsNoDecision() {
    given(.portfolio, disputed, talked, escalated)
      .when("io", on: "2026-06-30", .decide("E1", verdict: "voldaan", weighed: false)).refusesOnly(
        "--analysis")
  }

  // HAN-36 refuses
  @Test func onlyTheInstituutsopleiderDecidesAndOnlyByTheScale() {
    for who in ["student", "wpb", "so", "oac", "olv"] {
      given(.portfolio, disputed, talked, escalated)
        .when(who, on: "2026-06-30", .decide("E1", verdict: "voldaan")).refuses("instituutsopleider")
    }
    given(.portfolio, disputed, talked, escalated)
      .when("io", on: "2026-06-30", .decide("E1", verdict: "behaald")).refuses(
        "bekend zijn: voldaan, niet-voldaan")
    given(.portfolio, disputed, talked, escalated)
      .when("io", on: "2026-06-24", today: "2026-06-30", .decide("E1", verdict: "voldaan"))
      .refuses("de dialoog")
  }

  // GEN-12 refuses
  @Test func whoGaveTheVerdictDoesNotDecide() {
    given(
      .portfolio, by("io", "2026-06-01", .assign(role: "io", person: PersonID(2), since: nil)),
      disputed, talked, escalated
    )
    .when("P2:io", on: "2026-06-30", .decide("E1", verdict: "voldaan")).refusesOnly("P2 gaf of legde")
  }

  // GEN-12 refuses
  @Test func theOpleiderOfTheUnitDoesNotDecideNorWhoWasItsOpleiderThen() {
    let own = by("io", "2026-06-01", .assign(role: "io", person: PersonID(6), since: nil))
    given(.portfolio, own, disputed, talked, escalated)
      .when("P6:io", on: "2026-06-30", .decide("E1", verdict: "voldaan")).refusesOnly("P6 gaf of legde")
    let other = by("io", "2026-06-29", .assign(role: "olv", person: PersonID(9), since: day("2026-06-29")))
    given(.portfolio, own, disputed, talked, escalated, other)
      .when("P6:io", on: "2026-06-30", .decide("E1", verdict: "voldaan")).refusesOnly("P6 gaf of legde")
  }

  // GEN-12 refuses, allows
  @Test func whoRecordedTheVerdictDoesNotDecideButAnotherInstituutsopleiderDoes() throws {
    var traject = given(.selfReflection)
    let today = day("2026-06-15")
    for outcome in Stretch.summative {
      let occasion = Occasion(
        actor: traject.actor("wpb"), happened: today, today: today, recorder: PersonID(4))
      let command = Command.assess(outcome, at: "eindbeoordeling", "voldaan")
      traject.append(try traject.state.decide(command, by: traject.rulebook, on: occasion), today: today)
    }
    for formative in Stretch.formative {
      try traject.perform(by("wpb", "2026-06-15", .feedback(formative, at: "eindbeoordeling")))
    }
    for act in Stretch.finalTalk.acts + [
      by("student", "2026-06-18", .submit("beoordelingsportfolio")), disputed, talked, escalated,
    ] { try traject.perform(act) }
    traject.when("io", on: "2026-06-30", .decide("E1", verdict: "voldaan")).refusesOnly("P4 gaf of legde")
    traject.when("io", on: "2026-06-30", .assign(role: "io", person: PersonID(9), since: nil)).then(
      "assigned"
    )
    .when("P9:io", on: "2026-06-30", .decide("E1", verdict: "niet-voldaan")).then("decided")
  }

  // HAN-36 allows
  @Test(arguments: ["voldaan", "niet-voldaan"]) func verdictAndUnitFollowTheDecision(_ verdict: String) {
    let traject = decided(verdict)
    #expect(traject.state.finalVerdict(on: outcome) == verdict && traject.state.openEscalations.isEmpty)
    #expect(traject.keys(.open, on: "2026-06-30").filter { $0.hasPrefix(outcome) }.isEmpty)
    let confirmed = traject.when("olv", on: "2026-06-30", .confirm(subject: unit)).then("confirmed")
    #expect(confirmed.state.confirmations[unit]?.result == verdict)
    traject.when("olv", on: "2026-06-29", today: "2026-06-30", .confirm(subject: unit)).refusesOnly(
      "het laatste oordeel")
  }

  // HAN-36 refuses
  @Test func theDecisionIsFinal() {
    let traject = decided("niet-voldaan")
    let final = "is op di 30 jun 2026 beslist; die beslissing is definitief"
    traject.when("olv", on: "2026-07-01", .dispute(outcome)).refusesOnly(final)
    traject.when("olv", on: "2026-07-01", .dialogue(outcome, agreed: "voldaan")).refuses(final)
    traject.when("wpb", on: "2026-07-01", .assess(outcome, at: "eindbeoordeling", "voldaan")).refusesOnly(
      final)
    traject.when("io", on: "2026-07-01", .decide("E1", verdict: "voldaan")).refuses("is al gedaan")
    traject.when("olv", on: "2026-07-01", .escalate("geen-overeenstemming", about: outcome)).refuses(final)
  }

  // HAN-36 allows
  @Test func agreementAfterTheEscalationStillClosesIt() {
    let traject = given(.portfolio, disputed, talked, flagging("2026-07-07"))
      .when("olv", on: "2026-07-08", .dialogue(outcome, agreed: "niet-voldaan"))
      .then("discussed", "escalation_withdrawn")
    #expect(
      traject.state.openEscalations.isEmpty && traject.state.finalVerdict(on: outcome) == "niet-voldaan")
    #expect(traject.obligation("leerstof-verwerken.agreed")?.state(on: day("2026-07-08")) == .late)
    traject.when("io", on: "2026-07-09", .decide("E1", verdict: "voldaan")).refuses("E1")
  }

  // HAN-35 stores
  @Test func aSecondDialogueLeavesTheDayOfTheFirst() {
    let traject = given(
      .portfolio, disputed, talked, by("olv", "2026-06-29", .dialogue(outcome, agreed: "voldaan")))
    #expect(traject.obligation("leerstof-verwerken.discussed")?.met == day("2026-06-25"))
    #expect(traject.obligation("leerstof-verwerken.agreed")?.met == day("2026-06-29"))
  }

  // HAN-36 opens, dates
  @Test func whileItIsDisputedNobodyOwesTheConfirming() {
    let confirmed = "\(unit).confirmed"
    let open = given(.portfolio, disputed)
    #expect(!open.keys(.open, on: "2026-06-22").contains(confirmed))
    #expect(open.obligation("\(outcome).agreed")?.isPressing(on: day("2026-06-22")) == true)
    let asked = given(.portfolio, disputed, talked, escalated)
    let pressing = asked.state.obligations(asked.rulebook).filter { $0.isPressing(on: day("2026-09-01")) }
    #expect(!pressing.contains { [confirmed, "\(outcome).agreed"].contains($0.key.description) })
    #expect(asked.obligation("E1.decided")?.isBlocking == true)
    // Who may confirm from the ruling on has the whole term from then on, moved past the summer holidays.
    #expect(decided("voldaan").obligation(confirmed)?.opens == day("2026-06-30"))
    #expect(decided("voldaan").obligation(confirmed)?.due == day("2026-08-24"))
    #expect(decided("voldaan").obligation("E1.decided")?.isBlocking == false)
    let agreed = given(.portfolio, disputed, by("olv", "2026-06-25", .dialogue(outcome, agreed: "voldaan")))
    #expect(agreed.obligation(confirmed)?.opens == day("2026-06-25"))
  }

  // HAN-36 opens
  @Test func anEscalationThatStopsNothingHoldsNoPhase() {
    let early = given(.kennismaking, flagging("2026-03-20"))
    #expect(early.obligation("E1.decided")?.isBlocking == false)
  }

  // GEN-12 shows
  @Test func disputingSaysThatTheOnlyOneWhoWouldDecideMayNot() {
    let own = by("io", "2026-06-01", .assign(role: "io", person: PersonID(2), since: nil))
    let warning = "P2 is hier de enige instituutsopleider"
    let warned = given(.portfolio, own).when(disputed).remarks(warning)
    warned.when(talked).after.when(escalated).remarks(warning)
    for quiet in [
      given(.portfolio).when(disputed).after, given(.portfolio, disputed, talked).when(escalated).after,
    ] {
      #expect(!quiet.remarks.contains { $0.nl.contains("is hier de enige") })
    }
  }
}
