import Testing

@testable import CyclusCore

/// What the talk is about, how it is held, and who takes part in it.
@Suite struct DriehoeksgesprekTalkTests {
  private func agenda() throws -> [String] {
    let traject = try Driehoek.given()
    return traject.state.agenda(of: Driehoek.gesprek, traject.rulebook).map(\.nl)
  }

  private func goal(_ prose: String..., codes: [String: String] = [:]) -> Command {
    .goal(prose: Dictionary(uniqueKeysWithValues: prose.map { ($0, text()) }), codes: codes)
  }

  // BPV-02 stores
  @Test func itTakesFortyMinutesOnSiteOrOnline() throws {
    #expect(Driehoek.gesprek.duration == 40)
    #expect(Driehoek.gesprek.modes == ["op-locatie", "online"])
    let online = try Driehoek.given(Driehoek.talk("2026-11-10", mode: "online"))
    #expect(online.state.gesprekken["driehoeksgesprek@1"]?.mode == "online")
    let onSite = try Driehoek.given(Driehoek.talk("2026-11-10", mode: "op-locatie"))
    #expect(onSite.state.gesprekken["driehoeksgesprek@1"]?.mode == "op-locatie")
  }

  // BPV-02 refuses, allows
  @Test func aTelephoneCallIsNoDriehoeksgesprek() throws {
    try Driehoek.given().when(Driehoek.talk("2026-11-10", mode: "telefonisch"))
      .refusesOnly("«telefonisch» kan niet: kies op-locatie of online")
    try Driehoek.given().when(Driehoek.talk("2026-11-10", mode: "online")).then("held", "closed")
  }

  // BPV-02 shows
  @Test func theAgendaHasThreePartsWithTheirMinutes() throws {
    let parts = try agenda().filter { $0.contains("minuten") }.map { $0.prefix { $0 != ":" } }
    #expect(parts == ["opening (5 minuten)", "kern (30 minuten)", "afronding (5 minuten)"])
  }

  // BPV-08 shows
  @Test func whatASMARTAgreementSaysStandsOnTheAgenda() throws {
    #expect(
      try agenda().contains(
        "afronding: nieuwe afspraken, SMART: wie ze noteert, aan welk werkproces, op welke manier, eerste stap"
      )
    )
    let rules = ["BPV-01", "BPV-02", "BPV-03", "BPV-05", "BPV-06", "BPV-08", "BPV-10"]
    #expect(Driehoek.gesprek.citation.rules == rules)
  }

  // BPV-05 shows
  @Test func whoSpeaksAndWhoLeadsStandsOnTheAgenda() throws {
    let traject = try Driehoek.given()
    #expect(try agenda().contains { $0.contains("70 %") && $0.contains("leidt en luistert") })
    #expect(traject.rules.leader == "bpv-begeleider")
    // It is never enforced: without a word about it the talk closes.
    traject.when(Driehoek.talk("2026-11-10")).then("held", "closed")
  }

  // BPV-06 shows
  @Test func theCoreNamesItsSubjects() throws {
    let core = try agenda().filter { $0.hasPrefix("kern") }.joined(separator: "; ")
    for subject in [
      "afspraken van de vorige keer", "portfolio", "werkprocessen", "hoe dat wordt opgelost", "omgang",
      "vaktechniek", "loopbaan", "praktische zaken",
    ] { #expect(core.contains(subject), "\(subject)") }
  }

  // BPV-06 shows
  @Test func aWorkProcessThatCannotBeDoneHereWithoutASolutionIsAWarning() throws {
    let without = try Driehoek.given().when(
      Driehoek.talk("2026-11-10", record: ["niet-mogelijk": "B1-K1-W2,B1-K2-W1"])
    ).remarks("niet vastgelegd: oplossing voor werkprocessen die hier niet kunnen (BPV-06")
    #expect(without.state.gesprekken["driehoeksgesprek@1"]?.record["niet-mogelijk"] == "B1-K1-W2,B1-K2-W1")
    #expect(without.state.gesprekken["driehoeksgesprek@1"]?.closed == day("2026-11-10"))
    let solved = try Driehoek.given().when(
      Driehoek.talk("2026-11-10", record: ["niet-mogelijk": "B1-K1-W2", "oplossing": "ja"]))
    #expect(!solved.after.remarks.contains { $0.nl.contains("oplossing") })
    let none = try Driehoek.given().when(Driehoek.talk("2026-11-10"))
    #expect(!none.after.remarks.contains { $0.nl.contains("niet vastgelegd") })
  }

  // BPV-06 refuses, allows
  @Test func onlyTheWorkProcessesOfThisPlacementAreNamed() throws {
    let request = Driehoek.request(["werkprocessen": "B1-K1-W1,B1-K1-W2"])
    let traject = try Driehoek.given(request: request)
    traject.when(Driehoek.talk("2026-11-10", record: ["niet-mogelijk": "B1-K2-W1"])).refuses("«B1-K2-W1»")
    traject.when(Driehoek.talk("2026-11-10", record: ["niet-mogelijk": "B1-K1-W2", "oplossing": "ja"]))
      .then("held", "closed")
  }

  // BPV-10 refuses, allows
  @Test func itStartsWithEachOfTheFourRoles() throws {
    for (short, role) in [
      ("po", "praktijkopleider"), ("bb", "bpv-begeleider"), ("tb", "trajectbegeleider"),
    ] {
      do {
        _ = try Driehoek.given(request: Driehoek.request(without: short))
        Issue.record("started without \(role)")
      } catch let refusal as Refusal {
        #expect(refusal.missing.map(\.role) == [role])
        #expect(refusal.missing.map(\.rule.rules) == [["BPV-10"]])
      }
    }
    #expect(try Driehoek.given().state.phase == "voorbereiding")
  }

  // BPV-10 shows
  @Test func theOpeningAsksForGoalsAndProcessAndTheStudentMaySumUp() throws {
    let (first, last) = try (#require(agenda().first), agenda().joined(separator: "; "))
    #expect(first.contains("ieders doel") && first.contains("hoe het verloopt"))
    #expect(last.contains("samenvatting (de student mag dat doen)"))
    #expect(
      Driehoek.workflow.roles.map(\.id).sorted() == [
        "bpv-begeleider", "praktijkopleider", "student", "trajectbegeleider",
      ])
  }

  // BPV-10 stores
  @Test func eachOfTheThreeMaySayWhatTheyWantOfIt() throws {
    var traject = try Driehoek.given()
    for role in ["student", "po", "bb"] {
      traject = traject.when(role, on: "2026-11-10", goal("gespreksdoel")).then("goal_set")
    }
    #expect(traject.state.goals.map(\.id) == ["G1", "G2", "G3"])
    traject.when("tb", on: "2026-11-10", goal("gespreksdoel")).refusesOnly(
      "student", "praktijkopleider", "bpv-begeleider")
    traject.when("student", on: "2026-11-10", goal()).refusesOnly("--part gespreksdoel=…")
  }
}
