import Testing

@testable import CyclusCore

/// What a verdict rests on, and what it cannot rest on.
@Suite struct ProofTests {
  private func verdict(_ outcome: String, proofs: [String], _ references: [TextReference] = []) -> Command {
    .assess(
      .init(
        outcome: outcome, gesprek: "eindbeoordeling", verdict: "voldaan", form: text(1), parts: ["trust"],
        proofs: proofs, references: references))
  }

  private func cited(_ scenario: Scenario) -> [String] {
    guard case .assessed(let assessed)? = scenario.log.last?.event else { return [] }
    return assessed.proofs
  }

  // HAN-40 allows
  @Test func aVerdictCitesDocumentsAndIndicators() {
    let ready = given(.selfReflection)
    let judged = ready.when(
      "wpb", on: "2026-06-15",
      verdict("leerstof-verwerken", proofs: ["zelfreflectie", "verslag-startgesprek", "activerend-lesgeven"])
    ).then("assessed")
    #expect(
      cited(judged) == ["zelfreflectie@eindbeoordeling", "verslag-startgesprek", "activerend-lesgeven"])
    #expect(judged.remarks.isEmpty)
    #expect(
      cited(ready.when("wpb", on: "2026-06-15", verdict("leerstof-verwerken", proofs: [])).after).isEmpty)
  }

  // HAN-40 refuses
  @Test func thePersonalPortfolioIsNeverEvidenceAndNeverOwed() {
    let ready = given(.selfReflection)
    ready.when("wpb", on: "2026-06-15", verdict("leerstof-verwerken", proofs: ["ontwikkelingsportfolio"]))
      .refuses("nooit beoordeeld")
    #expect(
      !ready.state.obligations(ready.rulebook).contains { $0.key.item.id == "ontwikkelingsportfolio" })
  }

  // HAN-40 refuses
  @Test func whatIsNotThereCannotBeCited() {
    let ready = given(.selfReflection)
    func proof(_ name: String) -> Command { verdict("leerstof-verwerken", proofs: [name]) }
    ready.when("wpb", on: "2026-06-15", proof("beoordelingsportfolio")).refuses("is niet ingeleverd")
    ready.when("wpb", on: "2026-06-15", proof("activerend-lesgevn")).refuses("bedoelt u activerend-lesgeven?")
    ready.when("wpb", on: "2026-06-15", proof("klassenmanagement")).refuses("geen groep indicatoren")
    ready.when("wpb", on: "2026-06-15", proof("zelfreflectie@startgesprek")).refuses("komt vaker voor")
    ready.when("wpb", on: "2026-06-15", proof("verslag-startgesprek@tussenevaluatie")).refuses(
      "laat de @ weg")
  }

  // HAN-42 shows
  @Test func indicatorsThatAreNotForJudgingGetAWarningWhereTheyStandAlone() {
    let ready = given(.selfReflection)
    func remarks(_ proofs: [String], _ references: [TextReference] = []) -> [String] {
      ready.when("wpb", on: "2026-06-15", verdict("leerstof-verwerken", proofs: proofs, references))
        .then("assessed").remarks.map(\.nl)
    }
    #expect(
      remarks(["differentiatie"]).contains { $0.contains("niet om te beoordelen") && $0.contains("HAN-42") })
    #expect(remarks(["differentiatie", "activerend-lesgeven"]).isEmpty)
    #expect(remarks(["differentiatie", "zelfreflectie"]).isEmpty)
    #expect(remarks(["differentiatie"], [text(4)]).isEmpty)
  }

  // HAN-42 shows
  @Test func theGroupsAreThoseOfTheHandbook() {
    let groups = Scenario.workflow.outcomes.map { ($0.id, $0.indicators) }.filter { !$0.1.isEmpty }
    #expect(groups.map(\.0) == Stretch.summative + Stretch.formative)
    #expect(groups.map(\.1.count) == [4, 4, 4, 4, 5])
    #expect(groups.flatMap(\.1).filter(\.isNotForVerdict).map(\.id) == ["differentiatie"])
  }

  // HAN-21 shows
  @Test func fourThingsAreExpectedForTheTwoOutcomesOfTheUnit() {
    let expected = Scenario.workflow.outcomes.filter { !$0.expected.isEmpty }
    #expect(expected.map(\.id) == ["positief-leerklimaat", "afstemmen-op-de-lerende"])
    #expect(expected.allSatisfy { $0.expected.count == 4 })
  }

  // HAN-21 stores
  @Test func whoConfirmsAGoodResultAddsHisTrust() {
    func parts(_ scenario: Scenario) -> [String]? {
      guard case .confirmed(_, _, _, let parts)? = scenario.log.last?.event else { return nil }
      return parts
    }
    let ready = given(.trusted)
    let climate = ready.when("oac", on: "2026-06-22", .confirm(subject: "owe-afstemmen-en-creeren-1"))
    #expect(parts(climate.then("confirmed")) == ["trust"])
    let other = ready.when("olv", on: "2026-06-22", .confirm(subject: "owe-leerstof-verwerken"))
    #expect(parts(other.then("confirmed")) == [])
    let failed = given(
      .selfReflection,
      by("wpb", "2026-06-15", .assess("positief-leerklimaat", at: "eindbeoordeling", "niet-voldaan")),
      Stretch(
        acts: ["afstemmen-op-de-lerende", "leerstof-verwerken"].map {
          by("wpb", "2026-06-15", .assess($0, at: "eindbeoordeling", "voldaan"))
        } + Stretch.formative.map { by("wpb", "2026-06-15", .feedback($0, at: "eindbeoordeling")) })
        + Stretch.finalTalk, by("student", "2026-06-18", .submit("beoordelingsportfolio")))
    let not = failed.when("oac", on: "2026-06-22", .confirm(subject: "owe-afstemmen-en-creeren-1"))
    #expect(parts(not.then("confirmed")) == [])
  }
}
