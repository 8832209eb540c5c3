import Testing

@testable import CyclusCore

@Suite struct WaiverTests {
  private let withoutInstitute = by(
    "student", "2026-02-27", .held("startgesprek", "student", "wpb", record: Stretch.everything))

  // HAN-02 allows
  @Test func theInstituutsopleiderWaivesAMissingCorner() {
    let incomplete = given(.kennismaking, withoutInstitute)
    incomplete.when("student", on: "2026-02-27", .close(gesprek: "startgesprek", record: [:])).refusesOnly(
      "startgesprek@institute.attended")
    let waived = incomplete.when("io", on: "2026-03-02", .waive("startgesprek@institute.attended")).then(
      "waived")
    #expect(waived.obligation("startgesprek@institute.attended")?.state(on: day("2026-03-02")) == .waived)
    waived.when("student", on: "2026-03-02", .close(gesprek: "startgesprek", record: [:])).then("closed")
      .when("io", on: "2026-03-02", .advance()).then("advanced")
  }

  // GEN-10 stores
  @Test func onlyTheWaiverOfACornerRestsOnTheRuleOfCorners() {
    let corner = given(.kennismaking, withoutInstitute)
      .when("io", on: "2026-03-02", .waive("startgesprek@institute.attended")).then("waived")
    #expect(corner.log.last?.rules == ["GEN-10", "HAN-02"])
    let report = given(.startgesprek).when("io", on: "2026-03-03", .waive("verslag-startgesprek")).then(
      "waived")
    #expect(report.log.last?.rules == ["GEN-10"])
  }

  // GEN-10 refuses
  @Test func onlyTheInstituutsopleiderWaives() {
    for who in ["student", "wpb", "so", "olv"] {
      given().when(who, on: "2026-02-03", .waive("kennismakingsgesprek.held")).refuses("instituutsopleider")
    }
  }

  // GEN-10 refuses
  @Test(arguments: [
    ("beoordelingsportfolio.submitted", "de workflow sluit dit uit"),
    ("leerstof-verwerken@eindbeoordeling.assessed", "een oordeel vervalt nooit"),
    ("owe-leerstof-verwerken.confirmed", "een beslissing en wat ervoor nodig is"),
    ("eindbeoordeling.held", "in dit gesprek wordt beoordeeld"),
    ("eindbeoordeling.closed", "close"),
  ]) func aVerdictThePortfolioAndADecisionNeverAre(_ key: String, _ why: String) {
    given(.portfolio).when("io", on: "2026-06-19", .waive(key)).refuses(why)
    given(.selfReflection).when("io", on: "2026-06-19", .waive(key)).refuses(
      key == "eindbeoordeling.closed" ? "close" : why)
  }

  // GEN-10 shows
  @Test func noExampleNamesWhatIsNeverWaived() throws {
    let never = given(.selfReflection).when("io", on: "2026-06-19", .waive("eindbeoordeling.advanced"))
    never.refusesOnly("wel eindbeoordeling.held of eindbeoordeling.closed, en die kunnen niet vervallen")
    let message = try #require(never.refusal?.missing.first?.message)
    #expect(!message.nl.contains("schrijf bijvoorbeeld") && message.en.hasSuffix("which cannot be waived"))
    // Once it was held and closed there is nothing of it to name.
    given(.portfolio).when("io", on: "2026-06-19", .waive("eindbeoordeling.advanced")).refusesOnly(
      "er is geen verplichting «eindbeoordeling.advanced»")
    // Snoozing leaves it owed, so that it is possible for each.
    given(.selfReflection)
      .when("io", on: "2026-06-19", .snooze("eindbeoordeling.advanced", until: "2026-06-26"))
      .refusesOnly("schrijf bijvoorbeeld snooze T1 eindbeoordeling.held --until … --why …")
    given(.approvals).when("io", on: "2026-04-20", .waive("tussenevaluatie.advanced"))
      .refusesOnly("schrijf bijvoorbeeld waive T1 tussenevaluatie.held --why …")
  }

  // GEN-10 refuses
  @Test func whatADisputeAndAnEscalationNeedIsNeverWaived() {
    let traject = given(
      .portfolio, by("olv", "2026-06-22", .dispute("leerstof-verwerken")),
      by("io", "2026-06-22", .escalate("stagnatie")))
    for key in [
      "leerstof-verwerken.discussed", "leerstof-verwerken.agreed", "E1@schoolopleider.consulted",
      "E1.proposed",
      "E1.decided",
    ] {
      traject.when("io", on: "2026-06-22", .waive(key)).refusesOnly("een beslissing en wat ervoor nodig is")
    }
    given(.startgesprek, by("so", "2026-03-09", .block(reason: "onveilige-situatie")))
      .when("io", on: "2026-03-09", .waive("onveilige-situatie.lifted")).refusesOnly("unblock")
  }

  // GEN-10 allows
  @Test func aWholeGesprekGoesWithWhatIsAskedAroundIt() {
    let traject = given(.approvals).when("io", on: "2026-04-20", .waive("tussenevaluatie.held")).then(
      "waived")
    let gone = traject.keys(.waived, on: "2026-04-20")
    for key in [
      "tussenevaluatie.held", "zelfreflectie@tussenevaluatie.submitted", "ppi@tussenevaluatie.feedback",
    ] {
      #expect(gone.contains(key))
    }
    #expect(
      !gone.contains("eindbeoordeling.held") && !gone.contains("zelfreflectie@eindbeoordeling.submitted"))
    traject.when("io", on: "2026-04-20", .advance()).then("advanced")
  }

  // GEN-10 refuses
  @Test func whatIsDoneOrWaivedOrUnknownIsNotWaived() {
    given(.kennismaking).when("io", on: "2026-02-04", .waive("kennismakingsgesprek.held")).refusesOnly(
      "is al gedaan op di 3 feb 2026")
    given(.approvals, by("io", "2026-04-20", .waive("tussenevaluatie.held")))
      .when("io", on: "2026-04-20", .waive("tussenevaluatie.held")).refusesOnly("is al vervallen verklaard")
    given().when("io", on: "2026-02-03", .waive("tussenevaluatie.heldd")).refusesOnly(
      "bedoelt u tussenevaluatie.held?")
  }

  // GEN-10 allows
  @Test func anItemIsEnoughWhereItIsOneObligation() {
    given(.startgesprek).when("io", on: "2026-03-03", .waive("verslag-startgesprek")).then("waived")
    given(.kennismaking).when("io", on: "2026-02-16", .waive("student-geinstrueerd")).refusesOnly(
      "is meer dan één verplichting")
    given(.approvals).when("io", on: "2026-04-20", .waive("tussenevaluatie")).then("waived")
    given(.startgesprek).when("io", on: "2026-03-03", .waive("verslag-startgesprk")).refusesOnly(
      "bedoelt u verslag-startgesprek?")
  }

  // GEN-10 allows
  @Test func snoozingLeavesTheDateAndKeepsTheLadderQuiet() {
    let key = "kennismakingsgesprek.held"
    let traject = given().when("io", on: "2026-02-05", .snooze(key, until: "2026-02-20")).then("snoozed")
    #expect(traject.obligation(key)?.due == day("2026-02-06"))
    #expect(traject.obligation(key)?.state(on: day("2026-02-09")) == .overdue)
    func rungs(_ today: String) -> [Day] {
      traject.when(flagging(today)).after.state.flags.filter { $0.obligation.description == key }.map(\.on)
    }
    #expect(rungs("2026-02-20").isEmpty)
    #expect(rungs("2026-02-21").first == day("2026-02-21"))
  }

  // GEN-10 refuses
  @Test func aSnoozeEndsLaterAndIsTheInstituutsopleiders() {
    given().when("io", on: "2026-02-05", .snooze("kennismakingsgesprek.held", until: "2026-02-05"))
      .refusesOnly(
        "moet na do 5 feb 2026 liggen")
    given().when("student", on: "2026-02-05", .snooze("kennismakingsgesprek.held", until: "2026-02-09"))
      .refuses(
        "instituutsopleider")
  }
}
