import Testing

@testable import CyclusCore

@Suite struct CarriedOutcomesTests {
  /// What is open from some trajecten for a next start of the shipped workflow, as T2.
  private func carried(
    from earlier: Scenario..., parameters: [String: String] = [:],
    under workflow: Workflow = Scenario.workflow
  ) -> CarriedOutcomes {
    var request = Scenario.request(parameters)
    request.id = 2
    return CarriedOutcomes(from: earlier.map { ($0.state, $0.rulebook) }, to: request, under: workflow)
  }

  private static let leaving = by("io", "2026-03-13", .terminate(reason: "uitgeschreven"))

  // HAN-53 shows
  @Test func whatIsOpenIsProposedWithWhatToType() {
    let ended = given(
      .startgesprek, by("io", "2026-03-02", .set("open-uit-jaar-1", "effectieve-instructie")), Self.leaving)
    let carried = carried(from: ended)
    #expect(
      carried.remarks.map(\.nl) == [
        "let op: uit T1 staat nog open: Creëren van positief leerklimaat, Afstemmen op de lerende, "
          + "Leerstof verwerken en Effectieve instructie; meenemen kan met "
          + "«set T2 open-uit-jaar-1=effectieve-instructie», of meteen bij de start met "
          + "--set open-uit-jaar-1=effectieve-instructie; in dit traject sowieso gevraagd: "
          + "positief-leerklimaat, afstemmen-op-de-lerende en leerstof-verwerken (HAN-53, aangenomen)"
      ])
    #expect(carried.json.list?.count == 4)
    #expect(carried.json.list?.last?["parameter"]?.text == "open-uit-jaar-1")
    #expect(carried.json.list?.last?["value"]?.text == "effectieve-instructie")
  }

  // HAN-53 shows
  @Test(arguments: [Citation(rules: ["R-08"], assumed: ["all"]), nil]) func theRuleIsThatOfTheWorkflow(
    _ source: Citation?
  ) {
    let ended = given(.startgesprek, Self.leaving)
    var workflow = Scenario.workflow
    workflow.openBefore = source
    let remark = carried(from: ended, under: workflow).remarks[0]
    #expect(
      remark.nl.hasSuffix(source == nil ? "en leerstof-verwerken" : "leerstof-verwerken (R-08, aangenomen)"))
    #expect(
      remark.en.hasSuffix(source == nil ? "and leerstof-verwerken" : "leerstof-verwerken (R-08, assumed)"))
  }

  // HAN-53 shows
  @Test func whatWasGivenAtTheStartIsNotProposed() {
    let ended = given(
      .startgesprek, by("io", "2026-03-02", .set("open-uit-jaar-1", "effectieve-instructie")), Self.leaving)
    let next = carried(from: ended, parameters: ["open-uit-jaar-1": "effectieve-instructie"])
    #expect(next.items.map(\.outcome) == Stretch.summative)
    let other = carried(from: ended, parameters: ["open-uit-jaar-1": "orientatie-op-beroep"])
    #expect(other.remarks[0].nl.contains("open-uit-jaar-1=orientatie-op-beroep,effectieve-instructie"))
  }

  // HAN-53 allows
  @Test func anOpenTrajectAndWhatWasAchievedProposeNothing() {
    #expect(carried(from: given(.startgesprek)).isEmpty)
    #expect(carried(from: given(.shared, by("io", "2026-06-24", .advance()))).isEmpty)
  }

  // HAN-52 shows
  // HAN-53 shows
  @Test func afterANietVoldaanOnlyThatOutcomeIsOpen() {
    let completed = given(
      .onePassed, by("student", "2026-06-24", .done(obligation: "gegevens-doorgegeven")),
      by("io", "2026-06-24", .advance()))
    #expect(completed.state.status == .completed)
    #expect(completed.state.confirmation(of: "owe-afstemmen-en-creeren-1")?.result == "voldaan")
    #expect(completed.state.confirmation(of: "owe-leerstof-verwerken")?.result == "niet-voldaan")
    #expect(carried(from: completed).items.map(\.outcome) == ["leerstof-verwerken"])
  }

  // HAN-53 shows
  @Test func anOutcomeIsFoundByTheNameUnderWhichItTravels() {
    let completed = given(.onePassed, by("io", "2026-06-24", .advance()))
    var earlier = Scenario.workflow
    for index in earlier.outcomes.indices where earlier.outcomes[index].id == "leerstof-verwerken" {
      earlier.outcomes[index].travelsAs = "leerstof-uit-jaar-2"
    }
    var next = Scenario.workflow
    next.outcomes.removeAll { $0.id == "leerstof-verwerken" }
    next.parameters.append(
      Parameter(
        id: "open-uit-jaar-2", title: Localized("open"), kind: .someOf(["leerstof-uit-jaar-2"], 1...1),
        fallback: nil, isRequired: false, citation: Citation()))
    #expect(carried(from: completed, under: next).items.map(\.way) == [CarriedOutcomes.Way.none])
    var travelling = completed
    guard let rulebook = try? Rulebook(workflow: earlier, traject: completed.state) else { return }
    travelling.rulebook = rulebook
    #expect(
      carried(from: travelling, under: next).items.map(\.way) == [
        .parameter("open-uit-jaar-2", value: "leerstof-uit-jaar-2")
      ])
  }

  /// A traject in a subject that ends with all of it open.
  private func ended(_ parameters: [String: String]) -> Scenario {
    given(.startgesprek, Self.leaving, request: Scenario.request(parameters))
  }

  private static let both = ["bi-practicum", "bi-uitbeelddidactiek"]

  // HAN-53 shows
  @Test func whatTheSubjectOfTheStartBringsIsAskedAnyway() {
    let biology = ended(["vak": "BI"])
    let next = carried(from: biology, parameters: ["vak": "BI"])
    #expect(next.items.allSatisfy { $0.way == .always })
    #expect(next.items.map(\.outcome) == Stretch.summative + Self.both)
    let remark = next.remarks[0].nl
    #expect(remark.contains("bi-practicum en bi-uitbeelddidactiek (HAN-53, aangenomen)"))
    #expect(!remark.contains("geen plaats"))
  }

  // HAN-53 shows
  @Test func whatASubjectBringsIsProposedWithThatSubjectUnlessTheStartHasAnother() {
    let biology = ended(["vak": "BI"])
    #expect(carried(from: biology).remarks[0].nl.contains("meenemen kan met «set T2 vak=BI», of meteen"))
    let other = carried(from: biology, parameters: ["vak": "EN"])
    #expect(other.items.filter { $0.way == .none }.map(\.outcome) == Self.both)
    #expect(
      other.remarks[0].nl.contains("geen plaats in dit traject: bi-practicum en bi-uitbeelddidactiek"))
  }

  private static let science = ["vak": "NA/SK", "pilot": "yes"]

  // HAN-53 shows
  @Test func whatIsProposedIsWhatSetAndStartTake() {
    let open = ended(Self.science.merging(["nask-dit-jaar": "nask-vaktaal,nask-modellen"]) { $1 })
    let two = carried(from: open)
    #expect(
      two.remarks[0].nl.contains("«set T2 vak=NA/SK; set T2 nask-dit-jaar=nask-vaktaal,nask-modellen»"))
    let item = two.json.list?.last
    #expect(item?["value"]?.text == "nask-vaktaal,nask-modellen")
    #expect(item?["requires"]?["vak"]?.text == "NA/SK")
    let given = given(request: Scenario.request())
    given.when("io", on: "2026-02-03", .set("vak", "NA/SK")).then("parameter_set")
      .when("io", on: "2026-02-03", .set("nask-dit-jaar", "nask-vaktaal,nask-modellen"))
      .then("parameter_set")
  }

  // HAN-53 shows
  @Test func whereAParameterTakesAnotherNumberSomebodyChooses() {
    let open = ended(Self.science.merging(["nask-dit-jaar": "nask-vaktaal,nask-modellen"]) { $1 })
    let chosen = Self.science.merging(["nask-dit-jaar": "nask-vaktaal,nask-perspectief"]) { $1 }
    let one = carried(from: open, parameters: chosen)
    #expect(
      one.remarks[0].nl.contains(
        "; nask-dit-jaar noemt er 2: kies ze met nask-modellen erbij, «set T2 nask-dit-jaar=nask-modellen,…»")
    )
    #expect(one.json.list?.last?["parameter"]?.text == "nask-dit-jaar")
    #expect(one.json.list?.last?["value"] == .null)
    let more = ended(Self.science.merging(["nask-dit-jaar": "nask-perspectief,nask-modellen"]) { $1 })
    let three = carried(from: open, more, parameters: Self.science)
    #expect(
      three.remarks.last?.nl.contains(
        "; kies er 2 uit nask-vaktaal, nask-perspectief en nask-modellen: «set T2 nask-dit-jaar=…»") == true)
  }
}
