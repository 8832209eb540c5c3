import Testing

@testable import CyclusCore

extension Stretch {
  /// In `beslissing` on 16 June, extension allowed: *leerstof verwerken* was judged niet voldaan, the rest voldaan.
  static let openOutcome =
    selfReflection
    + Stretch(
      acts: [by("io", "2026-06-08", .set("verlenging", "yes"))]
        + summative.map {
          by(
            "wpb", "2026-06-15",
            .assess($0, at: "eindbeoordeling", $0 == "leerstof-verwerken" ? "niet-voldaan" : "voldaan"))
        } + formative.map { by("wpb", "2026-06-15", .feedback($0, at: "eindbeoordeling")) })
    + finalTalk

  /// Both units confirmed on 22 June and shared: one voldaan, one niet voldaan.
  static let onePassed =
    openOutcome
    + Stretch(acts: [
      by("student", "2026-06-18", .submit("beoordelingsportfolio")),
      by("so", "2026-06-19", .done(obligation: "vertrouwen-schoolopleider")),
      by("oac", "2026-06-22", .confirm(subject: "owe-afstemmen-en-creeren-1")),
      by("olv", "2026-06-22", .confirm(subject: "owe-leerstof-verwerken")),
      by("oac", "2026-06-23", .done(obligation: "beslissing-gedeeld")),
      by("olv", "2026-06-23", .done(obligation: "beslissing-gedeeld")),
    ])

  /// Extended on 24 June to Sunday 16 August, for the outcome that is open.
  static let extended =
    onePassed + Stretch(acts: [by("io", "2026-06-24", .extend(until: day("2026-08-16")))])

  /// In `beslissing` for the second time: the second eindbeoordeling was held on 10 August, now voldaan.
  static let secondTalk =
    extended
    + Stretch(acts: [
      by("student", "2026-08-03", .submit("zelfreflectie@eindbeoordeling")),
      by("wpb", "2026-08-07", .assess("leerstof-verwerken", at: "eindbeoordeling", "voldaan")),
      by(
        "student", "2026-08-10",
        .held(
          "eindbeoordeling", "student", "wpb", "io", record: ["ontwikkelpunten": "leerstof-verwerken"])),
      by("io", "2026-08-10", .advance()),
    ])
}

@Suite struct ExtensionTests {
  // HAN-54 refuses
  @Test func withoutTheSwitchThereIsNoExtension() {
    given(.eindbeoordeling).when("io", on: "2026-06-17", .extend(until: day("2026-07-10"))).refuses(
      "zet het eerst aan met set (verlenging=yes)")
  }

  // HAN-54 dates
  @Test func beforeTheEindbeoordelingOnlyTheEndAndItsDatesMove() {
    let traject = given(.tussenevaluatie, by("io", "2026-06-01", .set("verlenging", "yes")))
    #expect(traject.obligation("eindbeoordeling.held")?.due == day("2026-06-19"))
    let extended = traject.when("io", on: "2026-06-02", .extend(until: day("2026-07-12"))).then("extended")
    #expect(extended.state.until == day("2026-07-12"))
    // 12 July is a Sunday: back to Friday the 10th.
    #expect(extended.obligation("eindbeoordeling.held")?.due == day("2026-07-10"))
    #expect(
      extended.obligation("zelfreflectie@eindbeoordeling.submitted")?.due == day("2026-07-03"))
    #expect(
      extended.obligation("tussenevaluatie.held")?.due == traject.obligation("tussenevaluatie.held")?.due)
  }

  // HAN-54 dates
  @Test func whatWasFlaggedBeforeGetsTheNewDateToo() {
    let late = given(
      .tussenevaluatie, by("io", "2026-06-01", .set("verlenging", "yes")), by("io", "2026-06-01", .advance()),
      flagging("2026-06-22"))
    #expect(late.obligation("eindbeoordeling.held")?.level == 1)
    let extended = late.when("io", on: "2026-06-22", .extend(until: day("2026-07-10"))).then("extended")
    #expect(extended.obligation("eindbeoordeling.held")?.due == day("2026-07-10"))
    #expect(extended.keys(.overdue, on: "2026-07-10").contains("eindbeoordeling.held") == false)
  }

  // HAN-54 refuses
  @Test func theNewEndLiesLaterAndIsTheInstitutes() {
    let traject = given(.openOutcome)
    traject.when("io", on: "2026-06-17", .extend(until: day("2026-06-19"))).refusesOnly(
      "geef met --until een latere dag")
    traject.when("io", on: "2026-06-29", .extend(until: day("2026-06-24"))).refusesOnly(
      "het nieuwe einde ligt niet na")
    traject.when("student", on: "2026-06-17", .extend(until: day("2026-07-10"))).refuses("instituutsopleider")
  }

  // HAN-54 refuses
  @Test func whereEverythingWasPassedThereIsNothingToExtendFor() {
    given(.portfolio, by("io", "2026-06-18", .set("verlenging", "yes")))
      .when("io", on: "2026-06-18", .extend(until: day("2026-07-10"))).refusesOnly(
        "alle leeruitkomsten zijn al behaald")
  }

  // HAN-54 opens
  @Test func afterTheEindbeoordelingItsPhaseIsEnteredAgainForWhatIsOpen() {
    let traject = given(.onePassed).when("io", on: "2026-06-24", .extend(until: day("2026-08-16")))
      .then("extended", "advanced")
    #expect(traject.state.phase == "eindbeoordeling")
    #expect(
      traject.events("advanced").last?.event
        == .advanced(
          from: "beslissing", to: "eindbeoordeling",
          again: [
            "eindbeoordeling#2", "leerstof-verwerken@eindbeoordeling#2", "zelfreflectie@eindbeoordeling#2",
            "beoordelingsportfolio#2",
            "beslissing-gedeeld@owe-leerstof-verwerken#2", "owe-leerstof-verwerken#2",
          ].compactMap { ItemKey($0) }))
    let asked = traject.state.obligations(traject.rulebook).filter { $0.key.item.round == 2 }
    #expect(
      asked.filter(\.isAsked).map(\.key.description) == [
        "eindbeoordeling#2.held", "leerstof-verwerken@eindbeoordeling#2.assessed", "eindbeoordeling#2.closed",
        "zelfreflectie@eindbeoordeling#2.submitted", "beoordelingsportfolio#2.submitted",
        "beslissing-gedeeld@owe-leerstof-verwerken#2.done",
        "owe-leerstof-verwerken#2.confirmed",
      ])
    #expect(traject.obligation("eindbeoordeling#2.held")?.what.nl == "Eindbeoordeling houden (keer 2)")
  }

  // HAN-54 dates
  @Test func theSecondRoundCountsFromTheNewEnd() {
    let traject = given(.extended)
    // 16 August lies in the summer holidays: the last working day before it is Friday 10 July.
    #expect(traject.obligation("eindbeoordeling#2.held")?.opens == day("2026-06-24"))
    #expect(
      traject.obligation("eindbeoordeling#2.held")?.due
        == day("2026-07-10"))
    #expect(traject.obligation("eindbeoordeling.held")?.due == day("2026-06-19"))
    #expect(traject.obligation("eindbeoordeling.held")?.met == day("2026-06-16"))
    #expect(traject.obligation("beoordelingsportfolio#2.submitted")?.opens == nil)
    #expect(given(.secondTalk).obligation("beoordelingsportfolio#2.submitted")?.opens == day("2026-08-10"))
  }

  // HAN-54 refuses
  @Test func whatWasPassedKeepsItsVerdict() {
    let traject = given(.extended, by("student", "2026-08-03", .submit("zelfreflectie@eindbeoordeling")))
    traject.when("wpb", on: "2026-08-07", .assess("positief-leerklimaat", at: "eindbeoordeling", "voldaan"))
      .refuses("al voldaan, een nieuw oordeel is niet nodig; nog open: Leerstof verwerken")
    traject.when("oac", on: "2026-08-07", .confirm(subject: "owe-afstemmen-en-creeren-1")).refuses(
      "al gedaan")
    #expect(traject.state.finalVerdict(on: "positief-leerklimaat") == "voldaan")
    #expect(traject.state.finalVerdict(on: "leerstof-verwerken") == nil)
    #expect(traject.state.lastVerdict(on: "leerstof-verwerken") == "niet-voldaan")
  }

  // HAN-54 refuses
  @Test func theSecondRoundHasTheSameOrder() {
    given(.extended).when(
      "wpb", on: "2026-07-03", .assess("leerstof-verwerken", at: "eindbeoordeling", "voldaan")
    )
    .refuses("zelfreflectie@eindbeoordeling#2.submitted")
    given(.extended).when("olv", on: "2026-08-07", .confirm(subject: "owe-leerstof-verwerken")).refuses(
      "eindbeoordeling#2.closed", "beoordelingsportfolio#2.submitted")
    given(.extended).when("io", on: "2026-08-07", .advance()).refuses(
      "eindbeoordeling#2.held", "leerstof-verwerken@eindbeoordeling#2.assessed", "eindbeoordeling#2.closed")
  }

  // HAN-54 shows
  // HAN-52 shows
  @Test func theSecondRoundEndsInACompletedTraject() {
    let completed = given(
      .secondTalk, by("student", "2026-08-11", .submit("beoordelingsportfolio")),
      by("olv", "2026-08-12", .confirm(subject: "owe-leerstof-verwerken")),
      by("olv", "2026-08-13", .done(obligation: "beslissing-gedeeld")),
      by("io", "2026-08-13", .advance()))
    #expect(completed.state.status == .completed)
    #expect(completed.state.confirmations["owe-leerstof-verwerken"]?.result == "niet-voldaan")
    #expect(completed.state.confirmations["owe-leerstof-verwerken#2"]?.result == "voldaan")
    #expect(completed.state.confirmation(of: "owe-afstemmen-en-creeren-1")?.result == "voldaan")
    completed.when("io", on: "2026-08-14", .extend(until: day("2026-10-01"))).refusesOnly(
      "wat nog open is, gaat mee naar een volgend traject (start)")
  }

  // HAN-52 shows
  // HAN-54 opens
  @Test func aUnitThatWasPassedInTheFirstRoundIsConfirmedInTheSecond() {
    let traject = given(
      .openOutcome, by("student", "2026-06-18", .submit("beoordelingsportfolio")),
      by("io", "2026-06-24", .extend(until: day("2026-08-16"))))
    traject.when("so", on: "2026-06-25", .done(obligation: "vertrouwen-schoolopleider")).then("done")
      .when("oac", on: "2026-06-25", .confirm(subject: "owe-afstemmen-en-creeren-1")).then("confirmed")
    #expect(traject.obligation("owe-afstemmen-en-creeren-1.confirmed")?.opens == day("2026-06-18"))
  }

  // HAN-54 refuses
  @Test func whatIsAskedAgainWasNotDoneBeforeThat() {
    let traject = given(.extended)
    guard let since = traject.state.rounds["eindbeoordeling"]?.since else { return }
    traject.when(
      .command(
        "student", on: since - 1, today: since, .held("eindbeoordeling#2", "student", "wpb", "io"))
    ).refuses("de verlenging was pas op")
  }

  // HAN-54 opens
  @Test func whatIsStillOpenAfterTheSecondRoundCanBeExtendedOnceMore() {
    let traject = given(
      .extended, by("student", "2026-08-03", .submit("zelfreflectie@eindbeoordeling")),
      by("wpb", "2026-08-07", .assess("leerstof-verwerken", at: "eindbeoordeling#2", "niet-voldaan")),
      by(
        "student", "2026-08-10",
        .held("eindbeoordeling#2", "student", "wpb", "io", record: ["ontwikkelpunten": "leerstof-verwerken"]))
    )
    let again = traject.when("io", on: "2026-08-11", .extend(until: day("2026-10-02"))).then(
      "extended", "advanced")
    #expect(again.obligation("eindbeoordeling#3.held")?.due == day("2026-10-02"))
    #expect(again.obligation("leerstof-verwerken@eindbeoordeling#3.assessed")?.isAsked == true)
    #expect(again.obligation("beoordelingsportfolio#2.submitted")?.isAsked == true)
    again.when("wpb", on: "2026-08-12", .assess("leerstof-verwerken", at: "eindbeoordeling#2", "voldaan"))
      .refuses("nu gevraagd is eindbeoordeling#3")
  }

  // HAN-54 refuses
  @Test func aGesprekThatIsNotClosedIsClosedFirst() {
    let traject = given(
      .selfReflection, by("io", "2026-06-08", .set("verlenging", "yes")),
      by("student", "2026-06-16", .held("eindbeoordeling", "student", "wpb", "io")))
    traject.when("io", on: "2026-06-17", .extend(until: day("2026-07-10"))).refuses(
      "leerstof-verwerken@eindbeoordeling.assessed", "eindbeoordeling.closed")
  }

  // HAN-54 refuses
  // HAN-36 refuses
  @Test func aDisputeIsSettledBeforeTheExtension() {
    let traject = given(.openOutcome, by("olv", "2026-06-17", .dispute("leerstof-verwerken")))
    traject.when("io", on: "2026-06-18", .extend(until: day("2026-07-10"))).refusesOnly(
      "leerstof-verwerken.agreed")
    let agreed = given(
      .openOutcome, by("olv", "2026-06-17", .dispute("leerstof-verwerken")),
      by("olv", "2026-06-18", .dialogue("leerstof-verwerken", agreed: "niet-voldaan")),
      by("io", "2026-06-19", .extend(until: day("2026-07-10"))),
      by("student", "2026-06-22", .submit("zelfreflectie@eindbeoordeling")))
    // What was agreed belongs to the first round; the second has a verdict, and a dispute, of its own.
    let judged = agreed.when(
      "wpb", on: "2026-06-23", .assess("leerstof-verwerken", at: "eindbeoordeling", "voldaan")
    ).then("assessed")
    #expect(judged.state.finalVerdict(on: "leerstof-verwerken") == "voldaan")
    let disputed = judged.when("olv", on: "2026-06-24", .dispute("leerstof-verwerken")).then("disputed")
    #expect(disputed.obligation("leerstof-verwerken#2.discussed")?.isAsked == true)
  }

  // HAN-54 dates
  @Test func anUnmetFlaggedObligationOfTheFirstRoundIsNoLongerAsked() {
    let traject = given(
      .openOutcome, flagging("2026-06-26"), by("io", "2026-06-29", .extend(until: day("2026-07-10"))))
    #expect(traject.obligation("beoordelingsportfolio.submitted")?.state(on: day("2026-07-20")) == .waived)
    #expect(traject.obligation("beoordelingsportfolio#2.submitted")?.isAsked == true)
    let flagged = traject.when(flagging("2026-07-13")).after
    let own = flagged.events("flagged").compactMap { logged -> Event.Flagged? in
      if case .flagged(let flagged) = logged.event { flagged } else { nil }
    }.filter { $0.obligation.item.id == "eindbeoordeling" }
    #expect(own.map(\.obligation.description) == ["eindbeoordeling#2.held"])
    #expect(own.map(\.due) == [day("2026-07-10")])
  }

  // HAN-54 dates
  // GEN-14 dates
  @Test func aPauseInTheSecondRoundMovesItsDateAndOneBeforeItDoesNot() {
    let traject = given(
      .openOutcome, by("io", "2026-06-17", .pause()), by("io", "2026-06-20", .resume),
      by("io", "2026-06-24", .extend(until: day("2026-07-03"))))
    #expect(traject.obligation("eindbeoordeling#2.held")?.due == day("2026-07-03"))
    let paused = traject.when("io", on: "2026-06-25", .pause()).after.when(
      "io", on: "2026-06-30", .resume
    ).after
    #expect(paused.obligation("eindbeoordeling#2.held")?.due == day("2026-07-08"))
  }

  // HAN-54 refuses, allows
  @Test func theNewEndLiesNoFurtherAwayThanTheWorkflowAllows() {
    let traject = given(.openOutcome)
    traject.when("io", on: "2026-06-17", .extend(until: day("2062-07-10"))).refusesOnly(
      "verlengen kan tot en met vr 18 dec 2026; geef met --until een eerdere dag")
    traject.when("io", on: "2026-06-17", .extend(until: day("2026-12-18"))).then("extended", "advanced")
  }

  // HAN-54 refuses
  // GEN-13 stores
  @Test func whatWasHandedInForAnExtensionThatWasTakenOutDoesNotCountForTheNext() {
    let used = given(.extended, by("student", "2026-07-01", .submit("zelfreflectie@eindbeoordeling")))
    guard let seq = used.events("extended").first?.seq else { return }
    let again = used.when(retracting(seq, "2026-07-02")).then("corrected")
      .when("io", on: "2026-07-02", .extend(until: day("2026-08-28"))).then("extended", "advanced")
    let asked = again.obligation("zelfreflectie@eindbeoordeling#3.submitted")
    #expect(asked?.isAsked == true)
    again.when("wpb", on: "2026-07-03", .assess("leerstof-verwerken", at: "eindbeoordeling", "voldaan"))
      .refuses("zelfreflectie@eindbeoordeling#3.submitted")
    let handed = again.when("student", on: "2026-07-03", .submit("zelfreflectie@eindbeoordeling")).after
    handed.when("wpb", on: "2026-07-03", .assess("leerstof-verwerken", at: "eindbeoordeling", "voldaan"))
      .then("assessed")
  }

  // HAN-54, HAN-40 refuses
  @Test func aPortfolioFromBeforeTheSecondTalkDoesNotCountForTheSecondRound() {
    let early = given(.extended).when("student", on: "2026-07-01", .submit("beoordelingsportfolio"))
      .remarks(
        "dit telt als latere versie van wat er al was: beoordelingsportfolio#2 wordt pas gevraagd na Eindbeoordeling (keer 2)"
      )
    #expect(early.obligation("beoordelingsportfolio#2.submitted")?.isAsked == true)
    let talked = given(.secondTalk)
    #expect(talked.obligation("beoordelingsportfolio#2.submitted")?.isAsked == true)
    let own = talked.when("student", on: "2026-08-11", .submit("beoordelingsportfolio")).after
    #expect(own.obligation("beoordelingsportfolio#2.submitted")?.met == day("2026-08-11"))
  }

  // HAN-54 stores
  // GEN-13 stores
  @Test func anExtensionThatIsTakenOutLeavesTheTrajectAsItWas() {
    let traject = given(.onePassed)
    let extended = traject.when("io", on: "2026-06-24", .extend(until: day("2026-08-16"))).after
    guard let seq = extended.events("extended").first?.seq else { return }
    let back = extended.when(retracting(seq, "2026-06-25")).then("corrected")
    #expect(back.state.phase == "beslissing")
    #expect(back.state.rounds.isEmpty)
    #expect(back.state.until == traject.state.until)
    extended.when(retracting(seq + 1, "2026-06-25")).refuses("is van het systeem")
    let later = extended.when(
      amending(seq, ["until": "2026-09-18"], today: "2026-06-25")
    ).then("corrected")
    #expect(later.obligation("eindbeoordeling#2.held")?.due == day("2026-09-18"))
    let used = extended.when("student", on: "2026-07-01", .submit("zelfreflectie@eindbeoordeling")).after
    used.when(retracting(seq, "2026-07-02")).then("corrected")
  }
}
