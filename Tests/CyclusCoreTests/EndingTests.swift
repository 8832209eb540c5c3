import Testing

@testable import CyclusCore

@Suite struct EndingTests {
  private let stagnation = by("student", "2026-03-09", .escalate("stagnatie"))
  private let consulted = [
    by("io", "2026-03-10", .consult("E1", "so")), by("io", "2026-03-10", .consult("E1", "io")),
  ]
  private let planned = by("io", "2026-03-11", .propose("E1"))
  private let permitted = by("io", "2026-03-12", .decide("E1", "beeindigen"))

  private func permittedEnd() -> Scenario {
    given(.startgesprek, stagnation, consulted[0], consulted[1], planned, permitted)
  }

  // HAN-39 refuses
  @Test func withoutAnythingAllThatComesFirstIsNamed() {
    given(.startgesprek).when("io", on: "2026-03-09", .terminate(reason: "stagnatie")).refusesOnly(
      "begin met escalate --reason stagnatie", "consult --role schoolopleider",
      "consult --role instituutsopleider", "er is nog geen plan")
  }

  // HAN-39 refuses
  @Test func eachStepThatLacksIsNamed() {
    let escalated = given(.startgesprek, stagnation)
    let end = Command.terminate(reason: "stagnatie")
    let undecided = "E1 is nog niet beslist met de uitkomst beeindigen"
    escalated.when("io", on: "2026-03-12", end).refusesOnly(
      "E1@schoolopleider.consulted", "E1@instituutsopleider.consulted", "E1.proposed", undecided)
    given(.startgesprek, stagnation, consulted[0]).when("io", on: "2026-03-12", end).refusesOnly(
      "E1@instituutsopleider.consulted", "E1.proposed", undecided)
    given(.startgesprek, stagnation, consulted[0], consulted[1]).when("io", on: "2026-03-12", end)
      .refusesOnly(
        "E1.proposed", undecided)
    given(.startgesprek, stagnation, consulted[0], consulted[1], planned).when("io", on: "2026-03-12", end)
      .refusesOnly(undecided)
  }

  // HAN-39 refuses
  @Test(arguments: ["hervatten", "andere-plek"]) func anotherOutcomeDoesNotPermitIt(_ outcome: String) {
    given(
      .startgesprek, stagnation, consulted[0], consulted[1], planned,
      by("io", "2026-03-12", .decide("E1", outcome))
    ).when("io", on: "2026-03-13", .terminate(reason: "stagnatie")).refuses("begin met escalate")
  }

  // HAN-39 allows
  @Test func oncePermittedTheInstituutsopleiderEndsIt() {
    let ended = permittedEnd().when("io", on: "2026-03-13", .terminate(reason: "stagnatie")).then(
      "terminated")
    #expect(ended.state.status == .terminated && ended.state.terminated?.reason == "stagnatie")
    #expect(ended.keys(.open, on: "2026-03-20").isEmpty && ended.keys(.overdue, on: "2026-08-20").isEmpty)
  }

  // HAN-39 refuses
  @Test func onlyTheInstituutsopleiderEndsItAndNotBeforeTheDecision() {
    for who in ["student", "wpb", "so", "olv"] {
      permittedEnd().when(who, on: "2026-03-13", .terminate(reason: "stagnatie")).refuses(
        "instituutsopleider")
    }
    permittedEnd().when("io", on: "2026-03-11", today: "2026-03-13", .terminate(reason: "stagnatie"))
      .refusesOnly("E1")
  }

  // HAN-39 refuses
  @Test func theReasonIsTheOneThatWasDecided() {
    permittedEnd().when("io", on: "2026-03-13", .terminate(reason: "mismatch")).refusesOnly(
      "geef --reason stagnatie")
    permittedEnd().when("io", on: "2026-03-13", .terminate(reason: "stagnatei")).refusesOnly(
      "bedoelt u stagnatie?")
    permittedEnd().when("io", on: "2026-03-13", .terminate(reason: "gesprek-blijft-uit")).refusesOnly(
      "reden van beëindiging")
  }

  // HAN-39 allows
  @Test func aStudentWhoLeftIsEndedByTheInstituutsopleiderAlone() {
    given(.startgesprek).when("io", on: "2026-03-13", .terminate(reason: "uitgeschreven")).then("terminated")
    given(.startgesprek).when("student", on: "2026-03-13", .terminate(reason: "uitgeschreven")).refuses(
      "instituutsopleider")
    given(.startgesprek).when("io", on: "2026-03-13", .escalate("uitgeschreven")).refuses(
      "reden van escalatie")
  }

  // HAN-39 refuses
  @Test func afterwardsNothingNewIsRecorded() {
    let ended = given(.report, by("io", "2026-03-13", .terminate(reason: "uitgeschreven")))
    let after: [(String, Command)] = [
      ("io", .advance()), ("io", .terminate(reason: "uitgeschreven")),
      ("wpb", .approve(approval: "goedkeuring-didactisch")),
      ("io", .pause()), ("io", .waive("tussenevaluatie.held")), ("io", .agree("student", due: "2026-04-01")),
      ("io", .escalate("zorg-leeruitkomst", about: "ict")), ("student", .submit("verslag-startgesprek")),
    ]
    for (who, command) in after {
      ended.when(who, on: "2026-03-16", command).refusesOnly("T1 is op vr 13 mrt 2026 beëindigd")
    }
    #expect(ended.when(flagging("2026-09-01")).after.log.count == ended.log.count)
  }

  // HAN-39 allows
  @Test func whatHadHappenedBeforeIsStillRecorded() {
    let ended = given(.startgesprek, by("io", "2026-03-13", .terminate(reason: "uitgeschreven")))
    ended.when("student", on: "2026-03-10", today: "2026-03-16", .submit("verslag-startgesprek")).then(
      "submitted")
    ended.when(
      "student", on: "2026-03-09", today: "2026-03-16", .held("begeleidingsgesprek", "student", "wpb")
    )
    .then("held")
    ended.when("student", on: "2026-03-16", .submit("verslag-startgesprek")).refuses("beëindigd")
  }
}
