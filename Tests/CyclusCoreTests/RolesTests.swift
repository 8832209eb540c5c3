import Testing

@testable import CyclusCore

@Suite struct RolesTests {
  private func starting(_ roles: [Traject.Attendance]) -> Refusal? {
    do { _ = try Scenario(Scenario.request(roles: roles)) } catch { return error as? Refusal }
    return nil
  }

  // HAN-01 allows
  @Test func aTrajectStartsWithItsSixRequiredRolesAndLeavesTheOthersOpen() {
    let traject = given()
    #expect(traject.state.holder(of: "instituutsopleider") == PersonID(4))
    #expect(traject.state.holder(of: "slber") == nil)
  }

  // HAN-01 allows
  @Test func onePersonMayHoldSeveralRoles() {
    let traject = given(
      request: Scenario.request(roles: Scenario.roles(["oac": PersonID(4), "olv": PersonID(4)])))
    #expect(traject.state.roles(of: PersonID(4), on: day("2026-02-02")).count == 3)
  }

  // HAN-01 refuses
  // GEN-03 shows
  @Test func aStartNamesEveryRequiredRoleThatIsNotFilled() {
    let refusal = starting(Scenario.roles().filter { !["so", "olv"].contains($0.role) })
    #expect(refusal?.missing.map(\.role) == ["schoolopleider", "opleider-leerstof-verwerken"])
    #expect(refusal?.missing.map(\.rule.rules) == [["HAN-01"], ["HAN-01"]])
  }

  // HAN-01 refuses
  @Test func anUnknownRoleAtTheStartNamesTheNearest() {
    let refusal = starting(Scenario.roles() + [.init(role: "vakdidacticsu", person: PersonID(8))])
    #expect(refusal?.missing.first?.message.nl.contains("vakdidacticus") == true)
  }

  // HAN-01 refuses
  @Test func theStudentOfATrajectIsNobodyElse() {
    let refusal = starting(Scenario.roles(["student": PersonID(9)]))
    #expect(refusal?.missing.map(\.role) == ["student"])
  }

  // HAN-01 refuses
  @Test func theStudentOfATrajectHasNoOtherRoleInIt() {
    #expect(starting(Scenario.roles(["wpb": PersonID(1)]))?.missing.map(\.role) == ["werkplekbegeleider"])
    given().when("io", on: "2026-03-02", .assign(role: "slber", person: PersonID(1), since: nil))
      .refuses("P1 is de student van dit traject")
  }

  // HAN-01 refuses
  @Test func theStudentOfATrajectDoesNotChange() {
    given().when("io", on: "2026-03-02", .assign(role: "student", person: PersonID(9), since: nil))
      .refuses("de student van een traject verandert niet")
  }

  // HAN-01 allows
  @Test func aRoleGoesToSomebodyElseFromADayOn() {
    let traject = given()
      .when("io", on: "2026-03-09", .assign(role: "wpb", person: PersonID(9), since: day("2026-03-02")))
      .then("assigned")
    #expect(traject.state.holders(of: "werkplekbegeleider", on: day("2026-03-01")) == [PersonID(2)])
    #expect(traject.state.holders(of: "werkplekbegeleider", on: day("2026-03-02")) == [PersonID(9)])
  }

  // HAN-01 refuses
  @Test func whoNoLongerHoldsARoleCannotActInIt() {
    given(
      .report, by("io", "2026-03-04", .assign(role: "wpb", person: PersonID(9), since: day("2026-03-04")))
    )
    .when("P2", on: "2026-03-05", .approve(approval: "goedkeuring-didactisch"))
    .refuses("werkplekbegeleider", "heeft geen rol in T1")
  }

  // HAN-01 allows
  @Test func whatHappenedBeforeARoleChangedIsTheFormerPersons() {
    given(
      .report, by("io", "2026-03-09", .assign(role: "wpb", person: PersonID(9), since: day("2026-03-06")))
    )
    .when("P2", on: "2026-03-05", today: "2026-03-09", .approve(approval: "goedkeuring-didactisch"))
    .then("approved")
  }

  // HAN-01 refuses
  @Test func aRoleThatNobodyHoldsCannotBePresent() {
    given().when("student", on: "2026-02-03", .held("kennismakingsgesprek", "student", "wpb", "slber"))
      .refuses("slber", "assign --role slber=")
  }

  // HAN-01 refuses
  // GEN-03 shows
  @Test func aWrongActorIsToldWhichRolesMay() {
    given(.report).when("io", on: "2026-03-05", .approve(approval: "goedkeuring-didactisch"))
      .refuses("werkplekbegeleider", "dit is aan de werkplekbegeleider", "P4 heeft hier: instituutsopleider")
  }

  // HAN-01 refuses
  @Test func aStrangerIsToldThatHeHasNoRole() {
    given().when("P99", on: "2026-02-03", .count(counter: "lessen", amount: 2))
      .refuses("heeft geen rol in T1")
  }

  // HAN-01 refuses
  @Test func whoNamesARoleThatHeDoesNotHoldIsRefused() {
    given(.report).when("P4:wpb", on: "2026-03-05", .approve(approval: "goedkeuring-didactisch"))
      .refuses("P4 had op do 5 mrt 2026 niet de rol werkplekbegeleider")
  }

  // HAN-02 allows
  @Test func aDriehoeksgesprekWithThreeCornersClosesAtOnce() {
    given(.kennismaking)
      .when(
        "student", on: "2026-02-27", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything)
      )
      .then("held", "closed")
  }

  // HAN-02 allows
  @Test func theSchoolopleiderFillsTheWorkplaceCorner() {
    given(.kennismaking)
      .when(
        "student", on: "2026-02-27", .held("startgesprek", "student", "so", "io", record: Stretch.everything)
      )
      .then("held", "closed")
  }

  // HAN-02 refuses
  // GEN-09 stores
  @Test func aGesprekWithoutTheInstituteIsRecordedAndStaysOpen() {
    given(.kennismaking)
      .when(
        "student", on: "2026-02-27", .held("startgesprek", "student", "wpb", "so", record: Stretch.everything)
      )
      .then("held")
      .when("student", on: "2026-02-27", .close(gesprek: "startgesprek", record: [:]))
      .refusesOnly("de hoek instituut ontbrak")
  }

  // HAN-02 refuses
  @Test func aPhaseIsNotLeftWhileACornerIsMissing() {
    given(
      .kennismaking,
      by("student", "2026-02-27", .held("startgesprek", "student", "wpb", record: Stretch.everything))
    )
    .when("io", on: "2026-03-02", .advance())
    .refusesOnly("de hoek instituut ontbrak", "startgesprek.closed")
  }

  // HAN-02 allows
  @Test func aCatchUpContactFillsTheMissingCorner() {
    given(
      .kennismaking,
      by("student", "2026-02-27", .held("startgesprek", "student", "wpb", record: Stretch.everything))
    )
    .when("io", on: "2026-03-03", .held("startgesprek", "student", "io"))
    .then("held", "closed")
  }

  // HAN-02 allows
  @Test func aCatchUpContactMayBePlanned() {
    given(
      .kennismaking,
      by("student", "2026-02-27", .held("startgesprek", "student", "wpb", record: Stretch.everything))
    )
    .when("io", on: "2026-02-27", .plan("startgesprek", "2026-03-03 10:00"))
    .then("planned")
  }

  // HAN-02 allows
  @Test func theSchoolopleiderStandsInForTheInstituteAfterAnAgreement() {
    given(
      .kennismaking,
      by("io", "2026-02-20", .standIn(corner: "institute", role: "so", since: day("2026-02-20")))
    )
    .when(
      "student", on: "2026-02-27", .held("startgesprek", "student", "wpb", "so", record: Stretch.everything)
    )
    .then("held", "closed")
  }

  // HAN-02 allows
  @Test func anAgreementThatHeldOnTheDayMayBeRecordedLater() {
    given(
      .kennismaking,
      by("student", "2026-02-27", .held("startgesprek", "student", "wpb", "so", record: Stretch.everything)),
      by("io", "2026-03-03", .standIn(corner: "institute", role: "so", since: day("2026-02-20")))
    )
    .when("student", on: "2026-03-03", .close(gesprek: "startgesprek", record: [:]))
    .then("closed")
  }

  // HAN-02 refuses
  @Test func anAgreementForLaterDoesNotFillTheCorner() {
    given(
      .kennismaking,
      by("student", "2026-02-27", .held("startgesprek", "student", "wpb", "so", record: Stretch.everything)),
      by("io", "2026-03-03", .standIn(corner: "institute", role: "so", since: day("2026-03-03")))
    )
    .when("student", on: "2026-03-03", .close(gesprek: "startgesprek", record: [:]))
    .refusesOnly("de hoek instituut ontbrak")
  }

  // HAN-02 refuses
  @Test func anAgreementThatBeganBetweenTheTalkAndTheCatchUpDoesNotCountForTheTalk() {
    let talk = given(
      .kennismaking,
      by("student", "2026-02-27", .held("startgesprek", "student", "wpb", "so", record: Stretch.everything)),
      by("io", "2026-03-02", .standIn(corner: "institute", role: "so", since: day("2026-03-02"))),
      by("student", "2026-03-03", .held("startgesprek", "student")))
    talk.when("student", on: "2026-03-03", .close(gesprek: "startgesprek", record: [:]))
      .refusesOnly("de hoek instituut ontbrak")
    talk.when("student", on: "2026-03-04", .held("startgesprek", "so")).then("held", "closed")
  }

  // HAN-02 refuses
  @Test func aSchoolopleiderAloneCannotFillTwoCornersEvenByAgreement() {
    given(
      .kennismaking,
      by("io", "2026-02-20", .standIn(corner: "institute", role: "so", since: day("2026-02-20"))),
      by("student", "2026-02-27", .held("startgesprek", "student", "so", record: Stretch.everything))
    )
    .when("student", on: "2026-02-27", .close(gesprek: "startgesprek", record: [:]))
    .refusesOnly("hoek")
  }

  // HAN-02 refuses
  @Test func onlyTheSchoolopleiderMayStandIn() {
    given().when("io", on: "2026-02-20", .standIn(corner: "institute", role: "olv", since: day("2026-02-20")))
      .refuses("alleen invallen: schoolopleider")
  }

  private let both = Scenario.request(roles: Scenario.roles(["io": PersonID(2)]))

  // HAN-02 refuses
  @Test func onePersonWhoIsWerkplekbegeleiderAndInstituutsopleiderFillsOneCorner() {
    given(.kennismaking, request: both)
      .when(
        "student", on: "2026-02-27", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything)
      )
      .then("held")
      .when("student", on: "2026-02-27", .close(gesprek: "startgesprek", record: [:]))
      .refusesOnly("hoek")
  }

  // HAN-02 allows
  @Test func thatPersonFillsTheInstituteWhenTheSchoolopleiderIsThereToo() {
    given(.kennismaking, request: both)
      .when(
        "student", on: "2026-02-27",
        .held("startgesprek", "student", "wpb", "io", "so", record: Stretch.everything)
      )
      .then("held", "closed")
  }

  // HAN-03 stores
  @Test func passingOnContactDetailsIsATickOnly() {
    let traject = given(.kennismaking).when(
      "student", on: "2026-02-05", .done(obligation: "gegevens-doorgegeven")
    )
    .then("done")
    #expect(traject.log.last?.event.data.keys == ["obligation"])
  }

  // HAN-03 refuses
  @Test func onlyTheStudentPassesContactDetailsOn() {
    given(.kennismaking).when("io", on: "2026-02-05", .done(obligation: "gegevens-doorgegeven")).refuses(
      "student")
  }

  // GEN-15 refuses
  @Test(arguments: [
    "angststoornis", "Stemmingsstoornis", "allergie", "stress", "stressklachten", "trauma", "migraine",
    "operatie", "long-covid", "corona", "ass", "therapie", "fysiotherapie", "psycholoog", "rolstoel",
  ]) func aWordOfHealthIsFound(_ word: String) { #expect(HealthCode.word(in: word) != nil) }

  // GEN-15 allows
  @Test(arguments: [
    "klas", "assessment", "massa", "klassenmanagement", "coöperatief leren", "cooperatief", "operationeel",
    "stressbestendigheid", "ontwikkelingspsychologie", "passende begeleiding", "storing",
  ]) func aPlainWordIsNot(_ word: String) { #expect(HealthCode.word(in: word) == nil) }

  // HAN-04 stores
  @Test func noCodeOfTheWorkflowIsAboutHealthOrPrivateMatters() {
    let workflow = Scenario.workflow
    let routes = workflow.escalations.flatMap { [$0.id] + $0.reasons.map(\.id) + $0.outcomes.map(\.id) }
    let ends = workflow.blocks.map(\.id) + (workflow.termination?.alone.map(\.id) ?? [])
    let talks = workflow.gesprekken.flatMap { [$0.id] + $0.record.map(\.id) + $0.agenda.map(\.nl) }
    let values = workflow.parameters.flatMap { parameter -> [String] in
      switch parameter.kind {
      case .oneOf(let values), .someOf(let values, _): [parameter.id] + values
      default: [parameter.id]
      }
    }
    let goals = (workflow.goals?.parts ?? []).flatMap { part -> [String] in
      if case .oneOf(let values) = part.kind { [part.id] + values } else { [part.id] }
    }
    let things =
      workflow.documents.map(\.id) + workflow.approvals.map(\.id) + workflow.tasks.map(\.id)
      + workflow.counters.map(\.id)
    let codes = routes + ends + talks + values + goals + things
    #expect(codes.contains("behaald") && codes.contains("jaar 1") && codes.contains("metacognitie"))
    let words = ["gezond", "ziek", "diagnos", "medisch", "adhd", "autis", "dyslex", "neuro", "prive"]
    #expect(codes.filter { code in words.contains { code.contains($0) } }.isEmpty)
    #expect(codes.compactMap(HealthCode.word).isEmpty)
  }

  // HAN-25 refuses
  @Test func anOpleiderIsNoCorner() {
    given(.kennismaking)
      .when(
        "student", on: "2026-02-27",
        .held("startgesprek", "student", "wpb", "oac", record: Stretch.everything)
      )
      .then("held")
      .when("student", on: "2026-02-27", .close(gesprek: "startgesprek", record: [:]))
      .refusesOnly("de hoek instituut ontbrak")
  }

  // HAN-25 allows
  @Test func anOpleiderWhoIsTheInstituutsopleiderFillsTheCornerInWhicheverRoleHeCame() {
    given(.kennismaking, request: Scenario.request(roles: Scenario.roles(["oac": PersonID(4)])))
      .when(
        "student", on: "2026-02-27",
        .held("startgesprek", "student", "wpb", "oac", record: Stretch.everything)
      )
      .then("held", "closed")
  }
}
