import Testing

@testable import CyclusCore

@Suite struct SettingTests {
  // HAN-05 dates
  @Test func aLaterSecondBlockMovesTheDatesInIt() {
    let before = given()
    #expect(before.obligation("tussenevaluatie.held")?.due == day("2026-04-24"))
    let traject = before.when("io", on: "2026-02-03", .set("start-blok-2", "2026-05-04")).then(
      "parameter_set")
    #expect(traject.obligation("tussenevaluatie.held")?.due == day("2026-05-08"))
    #expect(traject.obligation("startgesprek.held")?.due == before.obligation("startgesprek.held")?.due)
  }

  // HAN-05 dates
  @Test func anotherHolidayRegionMovesTheWeeks() {
    let traject = given().when("io", on: "2026-02-03", .set("regio", "noord")).then("parameter_set")
    #expect(traject.rulebook.timeline.week(3)?.monday == day("2026-02-16"))
    #expect(given().rulebook.timeline.week(3)?.monday == day("2026-02-23"))
  }

  // GEN-09 refuses
  @Test func beforeTheFirstDayNothingIsSetOrNoted() {
    let traject = given()
    for command in [Command.set("regio", "noord"), .setSchool(9), .note(text: text())] {
      traject.when("io", on: "2026-01-26", today: "2026-02-03", command).refusesOnly(
        "ligt voor het begin van het traject op ma 2 feb 2026")
    }
  }

  // HAN-05 refuses
  @Test func aValueThatCannotBeIsRefusedWithWhatCan() {
    let wrong = [
      ("regio", "oost", "kies noord, midden of zuid"), ("start-blok-2", "31-4-2026", "geen bestaande datum"),
      ("start-blok-2", "2026-03-02", "loopt tot en met"), ("verlenging", "misschien", "kies ja of nee"),
      ("regio", "zuid", "staat al op zuid"), ("region", "noord", "bedoelt u regio?"),
      ("verlenging", "no", "staat al op nee"),
    ]
    for (name, value, words) in wrong {
      given().when("io", on: "2026-02-03", .set(name, value)).refusesOnly(words)
    }
    given().when("wpb", on: "2026-02-03", .set("regio", "noord")).refuses("instituutsopleider")
  }

  // HAN-54 allows
  @Test func aValueIsTakenAsPeopleWriteIt() throws {
    let set = given().when("io", on: "2026-02-03", .set("verlenging", "ja")).then("parameter_set")
      .when("io", on: "2026-02-03", .set("start-blok-2", "11-5-2026")).then("parameter_set")
    #expect(
      set.state.parameters["verlenging"] == "yes" && set.state.parameters["start-blok-2"] == "2026-05-11")
    let started = try Scenario(Scenario.request(["verlenging": "ja", "start-blok-2": "11-5-2026"]))
    #expect(started.state.parameters["verlenging"] == "yes")
    #expect(started.state.parameters["start-blok-2"] == "2026-05-11")
  }

  // HAN-05 dates
  @Test func anEmptyValueTakesAnOptionalParameterAwayAgain() {
    let set = given().when("io", on: "2026-02-03", .set("start-blok-2", "2026-05-04")).then("parameter_set")
    let emptied = set.when("io", on: "2026-02-04", .set("start-blok-2", "")).then("parameter_set")
    #expect(emptied.state.parameters["start-blok-2"] == nil)
    #expect(
      emptied.obligation("tussenevaluatie.held")?.due == given().obligation("tussenevaluatie.held")?.due)
    emptied.when("io", on: "2026-02-04", .set("start-blok-2", "")).refusesOnly(
      "is al leeg, dus aangenomen: ma 20 apr 2026")
  }

  // HAN-05 shows
  @Test func anEmptiedParameterSaysWhatCountsInItsPlace() {
    given().when("io", on: "2026-02-03", .set("regio", "")).refusesOnly("is al leeg, dus standaard zuid")
    given(Stretch(acts: []), by("io", "2026-02-03", .set("regio", "noord")))
      .when("io", on: "2026-02-04", .set("regio", "")).remarks(
        "vakantieregio van de school is nu leeg, dus standaard zuid")
    given(Stretch(acts: []), by("io", "2026-02-03", .set("start-blok-2", "2026-05-04")))
      .when("io", on: "2026-02-04", .set("start-blok-2", "")).remarks(
        "is nu leeg, dus aangenomen: ma 20 apr 2026")
    given(Stretch(acts: []), by("io", "2026-02-03", .set("duo", "P21")))
      .when("io", on: "2026-02-04", .set("duo", "")).then("parameter_set")
  }

  // HAN-20 refuses, allows
  @Test func theSubjectIsChosenChangedAndTakenAwayAgain() {
    func subject(_ traject: Scenario) -> [String] {
      traject.state.outcomes(traject.rulebook).map(\.id).filter { $0.hasPrefix("ec-") || $0.hasPrefix("bi-") }
    }
    let none = given()
    #expect(none.state.parameters["vak"] == nil)
    none.when("io", on: "2026-02-03", .set("vak", "")).refusesOnly("vak is al leeg")
    let biology = none.when("io", on: "2026-02-03", .set("vak", "BI")).then("parameter_set")
    biology.when("io", on: "2026-02-03", .set("vak", "BI")).refusesOnly("vak: staat al op BI")
    let economics = biology.when("io", on: "2026-02-04", .set("vak", "EC")).then("parameter_set")
    #expect(subject(biology) == ["bi-practicum", "bi-uitbeelddidactiek"])
    #expect(subject(economics) == ["ec-leermiddelenanalyse"])
    let away = economics.when("io", on: "2026-02-05", .set("vak", "")).then("parameter_set")
    #expect(away.state.parameters["vak"] == nil)
    #expect(
      away.state.outcomes(away.rulebook).map(\.id) == none.state.outcomes(none.rulebook).map(\.id))
  }

  // HAN-09 refuses
  @Test func aDuoPartnerIsAnotherStudent() {
    given().when("io", on: "2026-02-03", .set("duo", "P1")).refusesOnly("de student zelf")
    given().when("io", on: "2026-02-03", .set("duo", "P2")).refusesOnly("geen student")
    given().when("io", on: "2026-02-03", .set("duo", "P21")).then("parameter_set")
    #expect(throws: Refusal.self) { try Scenario(Scenario.request(["duo": "P1"])) }
    #expect(throws: Refusal.self) { try Scenario(Scenario.request(["duo": "P4"])) }
  }

  // HAN-53 stores
  @Test func aListMayHaveCommasOrStrokes() throws {
    let commas = try Scenario(
      Scenario.request(["open-uit-jaar-1": "effectieve-instructie, orientatie-op-beroep"]))
    let strokes = try Scenario(
      Scenario.request(["open-uit-jaar-1": "effectieve-instructie|orientatie-op-beroep"]))
    #expect(commas.state.parameters == strokes.state.parameters)
    #expect(strokes.state.parameters["open-uit-jaar-1"] == "effectieve-instructie,orientatie-op-beroep")
  }

  // HAN-10 refuses
  @Test func whatCountsAtTheStartOnlyIsNotSetAfterwards() {
    given().when("io", on: "2026-02-03", .set("houding-jaar-1", "niet-behaald")).refusesOnly(
      "geldt alleen bij de start")
  }

  // GEN-02 stores
  @Test func aNoteIsAnybodysAndAlsoStoredAfterTheEnd() {
    let roles = ["student": "student", "wpb": "werkplekbegeleider", "io": "instituutsopleider"]
    for (who, role) in roles {
      let noted = given().when(who, on: "2026-02-03", today: "2026-02-05", .note(text: text())).then("noted")
      let event = noted.log.last
      #expect(event?.actor.role == role)
      #expect(event?.actor.person == noted.state.holder(of: role))
      #expect(event?.happened == day("2026-02-03"))
      #expect(event?.recorder == noted.log.first?.recorder && event?.source == .present)
      #expect(event.map { $0.recorded.description.hasPrefix("2026-02-05") } == true)
    }
    given(.startgesprek, by("io", "2026-03-13", .terminate(reason: "uitgeschreven")))
      .when("io", on: "2026-03-13", today: "2026-03-16", .note(text: text())).then("noted")
    given().when("P77", on: "2026-02-03", .note(text: text())).refuses("heeft geen rol in T1")
  }

  // HAN-36 stores
  @Test func theTrajectGoesOnAtAnotherSchool() {
    let moved = given().when("io", on: "2026-03-02", .setSchool(9)).then("school_set")
    #expect(moved.state.school == 9)
    #expect(moved.log.last?.rules == Scenario.workflow.leaderCitation.rules)
    given().when("io", on: "2026-03-02", .setSchool(7)).refusesOnly("is al bij deze school")
    given().when("wpb", on: "2026-03-02", .setSchool(9)).refuses("instituutsopleider")
  }

  // Contract, set: what a traject cannot be without is not emptied
  @Test func aParameterThatIsRequiredIsNotEmptied() throws {
    var workflow = Scenario.workflow
    for index in workflow.parameters.indices where workflow.parameters[index].id == "vak" {
      workflow.parameters[index].isRequired = true
    }
    var traject = given().when("io", on: "2026-02-03", .set("vak", "BI")).then("parameter_set")
    traject.rulebook = try Rulebook(workflow: workflow, traject: traject.state)
    traject.when("io", on: "2026-02-04", .set("vak", "")).refusesOnly(
      "vak kan niet leeg zijn: geef een waarde, set vak=…")
  }
}
