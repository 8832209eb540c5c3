import Testing

@testable import CyclusCore

@Suite struct AgreementTests {
  private func goal(_ codes: [String: String], _ prose: String...) -> Command {
    .goal(prose: Dictionary(uniqueKeysWithValues: prose.map { ($0, text()) }), codes: codes)
  }
  private let made = by("io", "2026-03-02", .agree("student", due: "2026-03-20"))

  // HAN-43 stores
  @Test func aGoalHasALevelWhereSomebodyGivesOne() {
    let traject = given(.startgesprek)
      .when(
        "student", on: "2026-03-02", goal(["leeruitkomst": "ppi", "niveau": "2"], "doel", "wanneer-tevreden")
      )
      .then("goal_set")
    #expect(traject.state.goals.map(\.id) == ["G1"] && traject.state.goals[0].codes["niveau"] == "2")
    #expect(traject.state.judgements.isEmpty)
    traject.when("student", on: "2026-03-03", goal(["leeruitkomst": "ict"], "doel")).then("goal_set")
    traject.when("wpb", on: "2026-03-03", goal(["leeruitkomst": "ict", "niveau": "4"], "doel")).refusesOnly(
      "«4»")
  }

  // GEN-13 stores
  @Test func aNumberIsNotGivenAgainAfterItWasTakenOut() {
    let set = by("student", "2026-03-02", goal(["leeruitkomst": "ict"], "doel"))
    let twice = given(.startgesprek).when(set).then("goal_set").when(set).then("goal_set").when(made)
      .then("agreement_made")
    let (goal, agreement) = (twice.events("goal_set")[1].seq, twice.events("agreement_made")[0].seq)
    let out = twice.when(retracting(goal, "2026-03-03")).then("corrected")
      .when(retracting(agreement, "2026-03-03")).then("corrected")
    #expect(out.state.goals.map(\.id) == ["G1"] && out.state.agreements.isEmpty)
    let again = out.when(set).then("goal_set").when(made).then("agreement_made")
    #expect(again.state.goals.map(\.id) == ["G1", "G3"] && again.state.agreements.map(\.id) == ["A2"])
    #expect(try! EffectiveLog.replay(again.log, workflow: Scenario.workflow) == again.state)
  }

  // HAN-43 stores
  @Test func aGoalNamesOneOfTheFourteenDimensions() throws {
    let part = try #require(Scenario.workflow.goals?.parts.first { $0.id == "dimensie" })
    guard case .oneOf(let dimensions) = part.kind else {
      Issue.record("the dimension is no choice")
      return
    }
    #expect(dimensions.count == 14)
    let codes = ["leeruitkomst": "ppi", "dimensie": "metacognitie", "niveau": "2"]
    let traject = given(.startgesprek).when("student", on: "2026-03-02", goal(codes, "doel")).then("goal_set")
    #expect(traject.state.goals[0].codes["dimensie"] == "metacognitie")
    traject.when(
      "student", on: "2026-03-03", goal(["leeruitkomst": "ppi", "dimensie": "metacogniti"], "doel")
    ).refusesOnly("metacogniti")
  }

  // HAN-23 refuses
  @Test func aGoalNamesItsOutcomeAndSaysWhatItIs() {
    given(.startgesprek).when("student", on: "2026-03-02", goal([:])).refusesOnly(
      "--part leeruitkomst=…", "--part doel=…")
    given(.startgesprek).when("student", on: "2026-03-02", goal(["leeruitkomst": "leerstof"], "doel"))
      .refusesOnly("bedoelt u leerstof-verwerken?")
    given(.startgesprek).when(
      "student", on: "2026-03-02", goal(["leeruitkomst": "ict", "nivo": "2"], "doel")
    )
    .refusesOnly("«nivo»")
  }

  // HAN-44 allows
  @Test func goalsCoverEveryOutcomeAlsoThatOnIdentity() {
    for outcome in Stretch.summative + Stretch.formative {
      given(.startgesprek).when("student", on: "2026-03-02", goal(["leeruitkomst": outcome], "doel")).then(
        "goal_set")
    }
    given(.startgesprek).when("so", on: "2026-03-02", goal(["leeruitkomst": "ppi"], "doel")).refuses(
      "student")
  }

  // HAN-22 dates
  @Test func anAgreementIsOwedByItsOwnerOnItsDate() {
    let traject = given(.startgesprek).when(made).then("agreement_made")
    let owed = traject.obligation("A1.settled")
    #expect(owed?.role == "student" && owed?.due == day("2026-03-20") && owed?.isBlocking == false)
    #expect(owed?.state(on: day("2026-03-21")) == .overdue)
  }

  // HAN-22 refuses
  @Test func anAgreementHasAFilledOwnerAndALaterDate() {
    given(.startgesprek).when("io", on: "2026-03-02", .agree("slber", due: "2026-03-20")).refusesOnly("slber")
    given(.startgesprek).when("io", on: "2026-03-02", .agree("studnet", due: "2026-03-20")).refusesOnly(
      "bedoelt u student?")
    given(.startgesprek).when("io", on: "2026-03-02", .agree("student", due: "2026-03-01")).refusesOnly(
      "ligt voor de afspraak zelf")
    given(.startgesprek).when("io", on: "2026-03-02", .agree("student", due: "2026-03-20", firstStep: false))
      .remarks("geen eerste stap")
  }

  // HAN-22 stores
  @Test func anAgreementIsDoneOnceAndForAll() {
    let done = given(.startgesprek, made).when("student", on: "2026-03-16", .settle("A1", .done)).then(
      "agreement_settled")
    #expect(done.obligation("A1.settled")?.state(on: day("2026-03-16")) == .met)
    done.when("io", on: "2026-03-17", .settle("A1", .dropped, why: true)).refusesOnly("is al gedaan")
    given(.startgesprek, made).when("student", on: "2026-02-27", today: "2026-03-03", .settle("A1", .done))
      .refusesOnly("de afspraak")
    given(.startgesprek, made).when("student", on: "2026-03-03", .settle("A2", .done)).refusesOnly(
      "afspraak «A2»")
  }

  // HAN-22 refuses
  @Test func whatWasNotDoneNeedsWhyAndWhatIsNeededNow() {
    let traject = given(.startgesprek, made)
    traject.when("io", on: "2026-03-20", .settle("A1", .notDone)).refusesOnly("--why", "--needs")
    traject.when("io", on: "2026-03-20", .settle("A1", .dropped)).refusesOnly("--why")
    traject.when("io", on: "2026-03-20", .settle("A1", .dropped, why: true)).then("agreement_settled")
    let notDone = traject.when("io", on: "2026-03-20", .settle("A1", .notDone, why: true, needs: true)).then(
      "agreement_settled")
    #expect(notDone.state.agreements[0].status == .notDone)
    // It may still be done later.
    notDone.when("student", on: "2026-03-25", .settle("A1", .done)).then("agreement_settled")
  }
}
