import Testing

@testable import CyclusCore

/// Begeleiding in de bpv: what is talked about and put on record in a visit, and what follows from it.
@Suite struct BegeleidingVisitTests {
  // MARK: The agenda

  // BEG-03 shows
  @Test func theFirstVisitShowsWhatIsTalkedAbout() throws {
    let agenda = try Begeleiding.begun().agenda("eerste-bezoek")
    #expect(
      agenda == [
        "kennismaking, met informatie over en weer", "waar deze bpv toe dient",
        "Voortgang per werkproces: de beginstand en een plan", "Uren in de bpv: bijhouden en laten tekenen",
        "begeleiding en wederzijdse verwachtingen", "aantal bezoeken van de bpv-begeleider",
      ])
    let first = try #require(try Begeleiding.begun().obligation("eerste-bezoek.held"))
    #expect(first.opens == day("2026-09-08") && first.due == day("2026-09-29"))
  }

  // BEG-03 refuses, allows
  @Test func theFirstVisitIsAtTheCompany() throws {
    try Begeleiding.begun().when(Begeleiding.firstVisit("2026-09-21", "online")).refusesOnly(
      "«online» kan niet: kies op-locatie")
    let visited = try Begeleiding.begun().when(Begeleiding.firstVisit("2026-09-21")).then("held")
    #expect(visited.state.gesprekken["eerste-bezoek"]?.mode == "op-locatie")
  }

  // BEG-03 shows
  @Test func employeeSkillsAreForEntreeAndTheTrialWhereThereIsOne() throws {
    let skills = "kerntaak 1: werknemersvaardigheden"
    #expect(try !Begeleiding.begun().agenda("eerste-bezoek").contains(skills))
    #expect(try Begeleiding.begun(["niveau": "entree"]).agenda("eerste-bezoek").contains(skills))
    #expect(try !Begeleiding.begun().agenda("eerste-bezoek").contains("beroepsproeve"))
    #expect(
      try Begeleiding.begun(["beroepsproeve": "yes"]).agenda("eerste-bezoek").contains("beroepsproeve"))
  }

  // BEG-16 shows
  @Test func assignmentsAndOwnPracticeAreOnTheAgendaOfALaterVisit() throws {
    let agenda = try Begeleiding.visited().agenda("bezoek")
    #expect(

      agenda.contains(
        "opdrachten van school, volgens de instructie; eigen oefening met de zes-stappenmethode, in overleg"))
    #expect(try !Begeleiding.visited().agenda("eerste-bezoek").contains { $0.contains("zes-stappen") })
  }

  // MARK: The learning agreements

  // BEG-04 refuses, allows
  @Test func aVisitDoesNotCloseWithoutItsLearningAgreements() throws {
    let held = try Begeleiding.begun().after(Begeleiding.firstVisit("2026-09-21"))
    #expect(held.events("closed").isEmpty)
    held.when("bb", on: "2026-09-21", .close(gesprek: "eerste-bezoek", record: [:])).refusesOnly(
      "leerafspraken@eerste-bezoek.submitted")
    held.after(by("student", "2026-09-22", .submit("leerafspraken@eerste-bezoek")))
      .when("bb", on: "2026-09-22", .close(gesprek: "eerste-bezoek", record: [:])).then("closed")
  }

  // BEG-04 refuses
  @Test func thoseOfOneVisitDoNotCloseAnother() throws {
    let second = try Begeleiding.visited().after(Begeleiding.visit("bezoek@2", "2026-12-01"))
    #expect(second.obligation("leerafspraken@eerste-bezoek.submitted")?.met == day("2026-09-21"))
    second.when("bb", on: "2026-12-01", .close(gesprek: "bezoek@2", record: [:])).refusesOnly(
      "leerafspraken@bezoek@2.submitted")
    #expect(second.obligation("leerafspraken@bezoek@2.submitted")?.due == day("2026-12-01"))
    second.when("bb", on: "2026-12-01", .waive("leerafspraken@bezoek@2")).refuses("kan niet vervallen")
  }

  // BEG-04 refuses, allows
  @Test func aLearningGoalNamesItsPointAndMayNameTheWorkProcessAndHow() throws {
    let visited = try Begeleiding.begun().after(Begeleiding.firstVisit("2026-09-21"))
    for who in ["student", "po", "bb"] {
      visited.when(
        who, on: "2026-09-21",
        .goal(prose: ["leerpunt": text(1), "werkproces": text(2), "hoe": text(3)], codes: [:])
      ).then("goal_set")
    }
    visited.when("student", on: "2026-09-21", .goal(prose: ["hoe": text(3)], codes: [:])).refuses("leerpunt")
    visited.when("lc", on: "2026-09-21", .goal(prose: ["leerpunt": text(1)], codes: [:])).refusesOnly(
      "student", "praktijkopleider", "bpv-begeleider")
  }

  // MARK: Two findings

  // BEG-07 opens
  @Test func aStudentWhoDevelopsTooLittleGoesToTheLeercoach() throws {
    let found = try visit(["ontwikkeling": "onvoldoende", "leermogelijkheden": "voldoende"])
    #expect(found.state.openEscalations.map(\.route) == ["ontwikkeling-stokt"])
    let decision = try #require(found.obligation("E1.decided"))
    #expect(decision.role == "leercoach" && decision.due == day("2026-12-15"))
    #expect(decision.rule.rules == ["BEG-07"])
    found.when("lc", on: "2026-12-02", .decide("E1", "extra-begeleiding")).then("decided")
  }

  // BEG-07 opens
  @Test func aCompanyThatOffersTooLittleIsAnotherMatter() throws {
    let found = try visit(["ontwikkeling": "voldoende", "leermogelijkheden": "onvoldoende"])
    #expect(found.state.openEscalations.map(\.route) == ["bedrijf-biedt-te-weinig"])
    found.when("lc", on: "2026-12-02", .decide("E1", "andere-plek")).then("decided")
    let both = try visit(["ontwikkeling": "onvoldoende", "leermogelijkheden": "onvoldoende"])
    #expect(both.state.openEscalations.map(\.route) == ["ontwikkeling-stokt", "bedrijf-biedt-te-weinig"])
    #expect(try visit(Begeleiding.enough).state.openEscalations.isEmpty)
  }

  // BEG-07 opens
  @Test func aVisitDoesNotCloseBeforeBothWereSaid() throws {
    let silent = try Begeleiding.visited().after(
      Begeleiding.visit("bezoek@2", "2026-12-01", "op-locatie", ["ontwikkeling": "voldoende"]),
      by("student", "2026-12-01", .submit("leerafspraken@bezoek@2")))
    silent.when("bb", on: "2026-12-01", .close(gesprek: "bezoek@2", record: [:])).refusesOnly(
      "leermogelijkheden in het bedrijf")
    for subject in [
      "Voortgang per werkproces", "de stand van de uren", "wat dit bedrijf daarvoor te bieden heeft",
    ] {
      #expect(silent.agenda("bezoek").contains { $0.contains(subject) }, "\(subject)")
    }
  }

  /// The second contact, a visit with these findings, closed.
  private func visit(_ record: [String: String]) throws -> Scenario {
    try Begeleiding.visited().after(Begeleiding.visit("bezoek@2", "2026-12-01", "op-locatie", record))
      .form("bezoek@2", "2026-12-01")
  }

  // MARK: Afterwards

  // BEG-08 opens
  @Test func agreementsAreRegisteredWithinAWeekOfEachVisit() throws {
    let first = try Begeleiding.visited()
    let task = try #require(first.obligation("afspraken-geregistreerd@eerste-bezoek.done"))
    #expect(task.opens == day("2026-09-21") && task.due == day("2026-09-28") && task.role == "bpv-begeleider")
    let second = first.after(Begeleiding.visit("bezoek@2", "2026-12-01"))
    #expect(second.obligation("afspraken-geregistreerd@bezoek@2.done")?.due == day("2026-12-08"))
    #expect(
      try Begeleiding.talked().obligation("afspraken-geregistreerd@eindgesprek.done")?.due
        == day("2027-02-02"))
  }

  // BEG-08 opens
  @Test func aCallIsNotRegistered() throws {
    let called = try Begeleiding.visited().after(
      by("bb", "2026-11-24", .held("contact", mode: "telefonisch", "praktijkopleider", "bpv-begeleider")))
    let open = called.state.obligations(called.rulebook).filter {
      $0.key.item.id == "afspraken-geregistreerd" && $0.opens != nil
    }
    #expect(open.map(\.key.item.occurrence) == ["eerste-bezoek"])
  }

  // BEG-14 stores
  @Test func ofWhatTheStudentKeepsOnlyThePlaceIsStored() throws {
    let handed = try Begeleiding.start().after(
      by("student", "2026-11-13", .submit(Command.Submit(document: "uren-bpv", reference: text(9)))))
    let record = try #require(handed.state.documents["uren-bpv@b1"])
    #expect(record.submissions.map(\.reference) == [text(9)] && record.submissions[0].by == PersonID(1))
    let data = try #require(handed.log.last?.event.data)
    #expect(Set(data.keys) == ["document", "ref"] && data["document"]?.text == "uren-bpv@b1")
    // A scan that was asked for later is handed in beside it.
    let scanned = handed.after(
      by("student", "2026-11-20", .submit(Command.Submit(document: "uren-bpv@b1", reference: text(10)))))
    #expect(scanned.state.documents["uren-bpv@b1"]?.submissions.map(\.reference) == [text(9), text(10)])
  }

  // BEG-02 refuses
  @Test func theNextBpvWaitsForTheContactsToo() throws {
    let early = try Begeleiding.visited(["laatste-bpv": "yes"]).after(
      by("bb", "2026-09-23", .advance()), by("bb", "2026-09-23", .set("laatste-bpv", "no")))
    early.when("bb", on: "2026-09-23", .advance(to: "start")).refuses("bezoek@2.held", "bezoek@3.held")
  }
}
