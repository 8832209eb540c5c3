import Testing

@testable import CyclusCore

/// Claims: who makes them, to which gesprek they belong, and what they need.
@Suite struct ClaimTests {
  private func given(_ acts: Scenario.Act..., parameters: [String: String] = [:]) -> Scenario {
    var scenario = ClaimWorkflow.given(parameters: parameters)
    do { for act in acts { try scenario.perform(act) } } catch { Issue.record("given: \(told(error))") }
    return scenario
  }
  private func claimed(_ scenario: Scenario, _ index: Int = 0) -> Traject.Claim? {
    scenario.state.claims.indices.contains(index) ? scenario.state.claims[index] : nil
  }
  private let weekly = by("student", "2026-02-04", .held("weekgesprek", "student", "docent"))

  @Test func aClaimHasANumberAndBelongsToAGesprek() {
    let traject = given().when("student", on: "2026-02-03", .claim("opmerking@nederlands", texts: 1)).then(
      "claimed")
    let claim = claimed(traject)
    #expect(claim?.id == "C1" && claim?.kind == "opmerking" && claim?.about == "nederlands")
    #expect(claim?.gesprek == ItemKey("weekgesprek", occurrence: "w1") && claim?.isOpen == true)
    #expect(claim?.proofs.map(\.reference) == [text(1)] && claim?.by.person == PersonID(1))
    let owed = traject.obligation("C1.decided")
    #expect(owed?.role == "docent" && owed?.opens == nil && owed?.due == nil)
    #expect(owed?.what.nl == "C1: beslissen (Opmerking op een kaart, nederlands)")
    let held = traject.when(weekly).then("held")
    #expect(held.obligation("C1.decided")?.opens == day("2026-02-04"))
    #expect(held.keys(.open, on: "2026-02-04").contains("C1.decided"))
  }

  @Test func whatIsClaimedHasToBeKnown() {
    let traject = given()
    traject.when("student", on: "2026-02-03", .claim("opmerkng@nederlands")).refusesOnly(
      "bedoelt u opmerking?")
    traject.when("student", on: "2026-02-03", .claim("opmerking@frans")).refusesOnly(
      "«frans» hoort niet bij kaarten")
    traject.when("student", on: "2026-02-03", .claim("opmerking@rekene")).refusesOnly("bedoelt u rekenen?")
    traject.when("student", on: "2026-02-03", .claim("opmerking")).refusesOnly("opmerking@nederlands")
    traject.when("student", on: "2026-02-03", .claim("vrijstelling@nederlands")).refusesOnly(
      "«vrijstelling» wordt zonder @ geclaimd: laat «@nederlands» weg")
    traject.when("io", on: "2026-02-03", .claim("opmerking@nederlands")).refusesOnly("student")
    traject.when("student", on: "2026-02-03", .claim("C4")).refusesOnly("er is geen claim «C4»")
    Scenario.none.when("io", on: "2026-02-03", .claim("evc")).refusesOnly("deze workflow kent geen claims")
  }

  @Test func onlyWhatTheTrajectHasIsClaimed() {
    let traject = given(parameters: ["kaarten": "rekenen,engels"])
    traject.when("student", on: "2026-02-03", .claim("opmerking@nederlands", texts: 1)).refusesOnly(
      "kies rekenen of engels")
    traject.when("student", on: "2026-02-03", .claim("opmerking@engels", texts: 1)).then("claimed")
  }

  @Test func onTheDayOfTheGesprekCountsAndTheDayAfterBelongsToTheNext() {
    let held = given(weekly)
    let same = held.when("student", on: "2026-02-04", .claim("opmerking@nederlands", texts: 1)).then(
      "claimed")
    #expect(claimed(same)?.gesprek.description == "weekgesprek@w1")
    let after = held.when("student", on: "2026-02-05", .claim("opmerking@nederlands", texts: 1)).then(
      "claimed")
    #expect(claimed(after)?.gesprek.description == "weekgesprek@w2")
    // A week that has gone without a talk is passed over.
    let later = given().when("student", on: "2026-02-17", .claim("opmerking@nederlands", texts: 1)).then(
      "claimed")
    #expect(claimed(later)?.gesprek.description == "weekgesprek@w3")
    held.when("student", on: "2026-04-20", .claim("opmerking@nederlands", texts: 1)).refusesOnly(
      "geen weekgesprek meer")
  }

  @Test func aClaimWithoutProofIsRecordedAndNotGranted() {
    let bare = given().when("student", on: "2026-02-03", .claim("opmerking@nederlands")).remarks(
      "zonder bewijs kan C1 niet worden toegekend")
    let held = bare.when(weekly).then("held")
    held.when("io", on: "2026-02-04", .grant("C1")).refusesOnly("C1 heeft geen bewijs")
    held.when("io", on: "2026-02-04", .refuse("C1")).then("claim_refused")
    let proved = held.when("student", on: "2026-02-06", .claim("C1", texts: 2)).then("claimed")
    #expect(claimed(proved)?.proofs.map(\.reference) == [text(2)] && proved.state.claims.count == 1)
    proved.when("io", on: "2026-02-05", today: "2026-02-06", .grant("C1")).refusesOnly("het bewijs")
    let granted = proved.when("io", on: "2026-02-06", .grant("C1")).then("claim_granted")
    #expect(claimed(granted)?.result == .granted && claimed(granted)?.decided == day("2026-02-06"))
    #expect(granted.obligation("C1.decided")?.state(on: day("2026-02-06")) == .met)
    granted.when("student", on: "2026-02-09", .claim("C1", texts: 3)).refusesOnly("is al gedaan")
    granted.when("io", on: "2026-02-09", .refuse("C1")).refusesOnly("is al gedaan")
  }

  @Test func namedAgainAClaimGetsMoreProof() {
    let traject = given(by("student", "2026-02-03", .claim("opmerking@nederlands", texts: 1)))
    traject.when("student", on: "2026-02-03", .claim("opmerking@nederlands")).refusesOnly(
      "C1 staat open sinds")
    let more = traject.when("student", on: "2026-02-03", .claim("opmerking@nederlands", texts: 2)).remarks(
      "opgevat als C1")
    #expect(more.state.claims.count == 1 && claimed(more)?.proofs.count == 2)
    traject.when("student", on: "2026-02-02", today: "2026-02-03", .claim("C1", texts: 2)).refusesOnly(
      "de claim C1")
    traject.when("student", on: "2026-02-03", .claim("opmerking@rekenen", texts: 2)).then("claimed")
  }

  @Test func aDocumentIsProofOnceItWasHandedIn() {
    let traject = given(by("student", "2026-02-03", .submit("notitie")))
    let claim = traject.when("student", on: "2026-02-03", .claim("opmerking@engels", documents: "notitie"))
      .then("claimed")
    #expect(claimed(claim)?.proofs.map(\.document) == ["notitie"])
    traject.when("student", on: "2026-02-03", .claim("opmerking@engels", documents: "projectkaart"))
      .refusesOnly("projectkaart is niet ingeleverd")
    traject.when("student", on: "2026-02-02", today: "2026-02-03", .claim("evc@engels", documents: "notitie"))
      .refusesOnly("Notitie inleveren".lowercased())
    traject.when("student", on: "2026-02-03", .claim("opmerking@engels", documents: "notitei")).refusesOnly(
      "bedoelt u notitie?")
    traject.when("student", on: "2026-02-03", .claim("opmerking@engels", documents: "kast")).refusesOnly(
      "een adres, of een omschrijving")
    let one = given(by("student", "2026-02-03", .submit("projectkaart@startgesprek")))
    let named = one.when("student", on: "2026-02-03", .claim("opmerking@engels", documents: "projectkaart"))
      .then("claimed")
    #expect(claimed(named)?.proofs.map(\.document) == ["projectkaart@startgesprek"])
    one.when(by("student", "2026-02-03", .submit("projectkaart@eindgesprek"))).then("submitted")
      .when("student", on: "2026-02-03", .claim("opmerking@engels", documents: "projectkaart"))
      .refusesOnly("projectkaart@eindgesprek of projectkaart@startgesprek")
  }
}

extension Scenario {
  /// A traject under a workflow without claims.
  fileprivate static var none: Scenario {
    guard let scenario = try? Scenario() else { preconditionFailure("no start") }
    return scenario
  }
}
