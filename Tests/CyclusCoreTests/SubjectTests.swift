import Testing

@testable import CyclusCore

/// The outcomes that a subject brings, who judges them, and what follows from a verdict on one.
@Suite struct SubjectTests {
  private func student(_ parameters: [String: String]) -> StartRequest {
    Scenario.request(roles: Scenario.roles(["vakdidacticus": PersonID(8)]), parameters)
  }

  private func traject(_ parameters: [String: String]) -> Scenario { given(request: student(parameters)) }

  private func outcomes(_ scenario: Scenario) -> [String: CyclusCore.Outcome.Kind] {
    Dictionary(
      uniqueKeysWithValues: scenario.state.outcomes(scenario.rulebook).map { ($0.id, $0.kind) })
  }

  // HAN-20 allows
  @Test func withoutASubjectATrajectHasTheFiveOutcomesOnly() {
    #expect(Set(outcomes(given()).keys) == Set(Stretch.summative + Stretch.formative))
    #expect(given().state.units(given().rulebook).count == 2)
  }

  // HAN-20 shows
  @Test(arguments: [
    ("AK", 1, 5), ("BI", 2, 10), ("DU/FR", 2, 10), ("EC", 1, 5), ("EN", 3, 15), ("GS", 3, 15), ("NE", 3, 20),
  ])
  func aSubjectBringsItsOutcomesWithTheirCredits(_ subject: String, _ count: Int, _ credits: Int) {
    let own = traject(["vak": subject])
    let added = own.state.outcomes(own.rulebook).filter { $0.when != nil }
    #expect(added.count == count)
    #expect(added.compactMap(\.credits).reduce(0, +) == credits)
  }

  // HAN-20 refuses
  @Test func onMostSubjectsAVerdictIsRefusedAndFeedbackIsGiven() {
    let set = by("io", "2026-06-02", .set("vak", "AK"))
    let ready = given(.selfReflection, set)
    ready.when("wpb", on: "2026-06-15", .assess("ak-werkvormen", at: "eindbeoordeling", "voldaan"))
      .refuses("formatief")
    ready.when("wpb", on: "2026-06-15", .feedback("ak-werkvormen", at: "eindbeoordeling"))
      .then("feedback_given")
    let closing = given(.verdicts, by("io", "2026-06-15", .set("vak", "AK")))
    closing.when(
      "student", on: "2026-06-16",
      .held("eindbeoordeling", "student", "wpb", "io", record: ["ontwikkelpunten": "alle"])
    ).remarks("nog niet af te sluiten", "Feedback op Vakdidactische geografische werkvormen #2")
    #expect(closing.obligation("ak-werkvormen@eindbeoordeling.feedback")?.role == "werkplekbegeleider")
  }

  // HAN-20 allows
  @Test func inBiologyTheWerkplekbegeleiderJudges() {
    let ready = given(.selfReflection, by("io", "2026-06-02", .set("vak", "BI")))
    ready.when("wpb", on: "2026-06-15", .assess("bi-practicum", at: "eindbeoordeling", "voldaan"))
      .then("assessed")
    ready.when("io", on: "2026-06-15", .assess("bi-practicum", at: "eindbeoordeling", "voldaan"))
      .refuses("werkplekbegeleider")
    ready.when("wpb", on: "2026-06-15", .assess("ak-werkvormen", at: "eindbeoordeling", "voldaan"))
      .refuses("ak-werkvormen")
    #expect(ready.obligation("bi-uitbeelddidactiek@eindbeoordeling.assessed") != nil)
  }

  // HAN-20 refuses
  @Test func onlyInThePilotAreTeachingGrammarAndScienceJudged() {
    let verdict = Command.assess("en-teaching-grammar", at: "eindbeoordeling", "voldaan")
    let outside = given(.selfReflection, by("io", "2026-06-02", .set("vak", "EN")))
    outside.when("wpb", on: "2026-06-15", verdict).refuses("alleen bij pilot=yes")
    let pilot = given(
      .selfReflection, by("io", "2026-06-02", .set("vak", "EN")), by("io", "2026-06-02", .set("pilot", "yes"))
    )
    pilot.when("wpb", on: "2026-06-15", verdict).then("assessed")
    pilot.when("wpb", on: "2026-06-15", .assess("en-leerganganalyse", at: "eindbeoordeling", "voldaan"))
      .refuses("formatief")
    let chosen = ["vak": "NA/SK", "nask-dit-jaar": "nask-vaktaal,nask-modellen"]
    #expect(outcomes(traject(chosen))["nask-vaktaal"] == .formative)
    #expect(outcomes(traject(chosen.merging(["pilot": "yes"]) { $1 }))["nask-vaktaal"] == .summative)
    let biology = traject(["vak": "BI", "pilot": "no"])
    #expect(outcomes(biology)["bi-practicum"] == .summative)
  }

  // HAN-20 refuses
  @Test(arguments: [("NA/SK", "nask-dit-jaar", "nask-"), ("WI", "wi-dit-jaar", "wi-")])
  func ofTheListedOutcomesTwoAreChosenForThisYear(_ subject: String, _ parameter: String, _ prefix: String) {
    let names = Scenario.workflow.outcomes.map(\.id).filter { $0.hasPrefix(prefix) }
    #expect(names.count == 4)
    let open = traject(["vak": subject])
    #expect(outcomes(open).count == 5)
    open.when("io", on: "2026-02-03", .set(parameter, names[0])).refuses("noem er 2")
    open.when("io", on: "2026-02-03", .set(parameter, names[...2].joined(separator: ","))).refuses(
      "noem er 2")
    let chosen = open.when("io", on: "2026-02-03", .set(parameter, "\(names[0]),\(names[2])"))
      .remarks("leeruitkomsten die er nu bij horen")
    #expect(Set(outcomes(chosen).keys.filter { $0.hasPrefix(prefix) }) == [names[0], names[2]])
    given().when("io", on: "2026-02-03", .set(parameter, "\(names[0]),\(names[1])")).refuses(
      "alleen bij vak=\(subject)")
  }

  // HAN-20 refuses
  @Test func aChoiceOfAnotherSubjectIsRefusedAtTheStart() {
    let request = student(["vak": "BI", "wi-dit-jaar": "wi-algebra,wi-rekenen"])
    #expect(throws: Refusal.self) {
      try Traject.start(request, under: Scenario.workflow, by: Actor(person: nil, role: nil))
    }
    let faults = Traject.parameterFaults(request.parameters, Scenario.workflow)
    #expect(
      faults.map(\.message.nl) == [
        "de twee leeruitkomsten van wiskunde voor dit jaar: dit geldt alleen bij vak=WI; laat het weg"
      ])
  }

  // HAN-20 shows
  @Test func aChoiceThatNobodyMadeIsRemarkedButAsksNothing() {
    let open = given(.kennismaking, by("io", "2026-02-10", .set("vak", "WI")))
    #expect(open.remarks.contains { $0.nl.contains("nog niet gekozen") })
    #expect(open.state.undecided(open.rulebook).map(\.id) == ["wi-dit-jaar"])
    open.when(
      "student", on: "2026-02-27", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything)
    ).remarks("nog niet gekozen")
    let other = given(.kennismaking, by("io", "2026-02-10", .set("vak", "AK")))
    #expect(other.state.undecided(other.rulebook).isEmpty)
  }

  // HAN-20 opens
  @Test func aSubjectThatIsSetLaterAsksNothingOfWhatWasClosed() {
    let later = given(.tussenevaluatie, by("io", "2026-05-11", .set("vak", "BI")))
    let keys = later.state.obligations(later.rulebook).map(\.key.description)
    #expect(!keys.contains("bi-practicum@tussenevaluatie.feedback"))
    #expect(!keys.contains("vakdidactische-feedback@tussenevaluatie.done"))
    #expect(keys.contains("bi-practicum@eindbeoordeling.assessed"))
    #expect(keys.contains("vakdidactische-feedback@eindbeoordeling.done"))
    let early = given(.approvals, by("io", "2026-03-09", .set("vak", "BI")))
    #expect(early.obligation("bi-practicum@tussenevaluatie.feedback") != nil)
  }

  // HAN-20 shows
  @Test func whatWasSaidOfAnotherSubjectNoLongerCounts() {
    let said = given(
      .selfReflection, by("io", "2026-06-02", .set("vak", "AK")),
      by("wpb", "2026-06-15", .feedback("ak-werkvormen", at: "eindbeoordeling")))
    said.when("io", on: "2026-06-15", .set("vak", "EC")).remarks("telt in dit traject niet meer mee")
  }

  // HAN-20, HAN-34, HAN-37 opens
  @Test func aVerdictIsTakenOverByTheVakdidacticusAndShared() {
    let names = ["bi-practicum", "bi-uitbeelddidactiek"]
    let judged = given(
      Stretch(acts: [
        by("io", "2026-02-02", .set("vak", "BI")),
        by("io", "2026-02-02", .assign(role: "vakdidacticus", person: PersonID(8), since: nil)),
      ]) + .approvals
        + Stretch(
          acts: [by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie"))]
            + (Stretch.summative + Stretch.formative + names).map {
              by("wpb", "2026-04-15", .feedback($0, at: "tussenevaluatie"))
            } + [
              by(
                "student", "2026-04-21",
                .held("tussenevaluatie", "student", "wpb", "io", record: ["doelen-bijgesteld": "ja"])),
              by("io", "2026-04-21", .advance()), by("io", "2026-06-01", .advance()),
              by("student", "2026-06-08", .submit("zelfreflectie@eindbeoordeling")),
            ]
            + (Stretch.summative + names).map {
              by("wpb", "2026-06-15", .assess($0, at: "eindbeoordeling", "voldaan"))
            } + Stretch.formative.map { by("wpb", "2026-06-15", .feedback($0, at: "eindbeoordeling")) })
        + Stretch.finalTalk
        + Stretch(acts: [
          by("student", "2026-06-18", .submit("beoordelingsportfolio")),
          by("so", "2026-06-19", .done(obligation: "vertrouwen-schoolopleider")),
          by("oac", "2026-06-22", .confirm(subject: "owe-afstemmen-en-creeren-1")),
          by("olv", "2026-06-22", .confirm(subject: "owe-leerstof-verwerken")),
        ]))
    judged.when("oac", on: "2026-06-22", .confirm(subject: "bi-practicum")).refuses("vakdidacticus")
    judged.when("io", on: "2026-06-22", .advance()).refuses(
      "uitslag-bi-practicum.confirmed", "uitslag-bi-uitbeelddidactiek.confirmed")
    let taken = judged.when("P8", on: "2026-06-22", .confirm(subject: "bi-practicum")).then("confirmed")
    #expect(taken.state.confirmations["uitslag-bi-practicum"]?.result == "voldaan")
    #expect(taken.obligation("beslissing-gedeeld@uitslag-bi-practicum.done")?.role == "vakdidacticus")
    judged.when("P8", on: "2026-06-22", .dispute("bi-uitbeelddidactiek")).then("disputed")
    // Leaving the subject empty, or another one, would drop what was confirmed.
    for subject in ["", "AK"] {
      taken.when("io", on: "2026-06-22", .set("vak", subject)).refusesOnly(
        "Practicum biologie is op ma 22 jun 2026 bevestigd: voldaan; met deze waarde hoort dat niet meer bij het traject"
      )
      judged.when("io", on: "2026-06-22", .set("vak", subject)).then("parameter_set")
    }
    let feedback = traject(["vak": "AK"])
    #expect(feedback.state.units(feedback.rulebook).count == 2)
  }

  // HAN-38 refuses
  @Test func ofTheOpleidersOnlyThatOfTheOutcomeIsConsulted() {
    let worried = given(.startgesprek, by("wpb", "2026-03-02", .escalate("zorg-leeruitkomst", about: "ict")))
    worried.when("io", on: "2026-03-03", .consult("E1", "oac")).refuses("hoort niet bij")
    worried.when("io", on: "2026-03-03", .consult("E1", "olv")).then("consulted")
  }

  // HAN-48 opens
  @Test func theStudentBringsFeedbackToItsPlace() {
    let held = given(
      .interimFeedback, by("io", "2026-04-20", .set("vak", "GS")),
      by(
        "student", "2026-04-21",
        .held("tussenevaluatie", "student", "wpb", "io", record: ["doelen-bijgesteld": "ja"])))
    let task = held.obligation("vakdidactische-feedback@tussenevaluatie.done")
    #expect(task?.role == "student" && task?.due == day("2026-05-04"))
    #expect(
      !given(.tussenevaluatie).state.obligations(given().rulebook).contains {
        $0.key.item.id == "vakdidactische-feedback"
      })
  }
}
