import Testing

@testable import CyclusCore

@Suite struct DecisionTests {
  private let attuning = "owe-afstemmen-en-creeren-1"
  private let subject = "owe-leerstof-verwerken"

  // HAN-34 opens
  // HAN-40 opens
  @Test func handingInThePortfolioOpensTheConfirmations() {
    #expect(given(.eindbeoordeling).obligation("\(attuning).confirmed")?.opens == nil)
    let traject = given(.portfolio)
    for (unit, role) in [(attuning, "opleider-afstemmen-creeren"), (subject, "opleider-leerstof-verwerken")] {
      let confirmation = traject.obligation("\(unit).confirmed")
      #expect(
        confirmation?.opens == day("2026-06-18") && confirmation?.due == day("2026-07-02")
          && confirmation?.role == role)
    }
  }

  // HAN-34 dates
  @Test func aNewVersionOfThePortfolioGivesNoMoreTime() {
    #expect(
      given(.portfolio, by("student", "2026-06-25", .submit("beoordelingsportfolio")))
        .obligation("\(attuning).confirmed")?.due == day("2026-07-02"))
  }

  // HAN-40 opens
  @Test func thePortfolioIsOwedInBeslissingAWeekAfterTheTalk() {
    #expect(given(.verdicts).obligation("beoordelingsportfolio.submitted")?.opens == nil)
    let portfolio = given(.eindbeoordeling).obligation("beoordelingsportfolio.submitted")
    #expect(
      portfolio?.opens == day("2026-06-16") && portfolio?.due == day("2026-06-23")
        && portfolio?.role == "student")
  }

  // HAN-40 refuses
  @Test func confirmingBeforeThePortfolioIsRefused() {
    given(.eindbeoordeling).when("oac", on: "2026-06-17", .confirm(subject: attuning)).refusesOnly(
      "beoordelingsportfolio.submitted", "vertrouwen-schoolopleider.done")
    given(.portfolio).when("oac", on: "2026-06-17", today: "2026-06-22", .confirm(subject: attuning)).refuses(
      "do 18 jun 2026")
  }

  // HAN-40 refuses
  @Test func theOntwikkelingsportfolioIsPersonalAndNotHandedIn() {
    given(.eindbeoordeling).when("student", on: "2026-06-17", .submit("ontwikkelingsportfolio")).refuses(
      "is persoonlijk en wordt niet ingeleverd")
    given(.eindbeoordeling).when("wpb", on: "2026-06-17", .submit("beoordelingsportfolio")).refuses("student")
  }

  // HAN-34 refuses
  @Test func theOpleiderOfTheUnitConfirmsAndNobodyElse() {
    for who in ["student", "wpb", "so", "io", "olv"] {
      given(.portfolio).when(who, on: "2026-06-22", .confirm(subject: attuning)).refuses(
        "opleider-afstemmen-creeren")
    }
    given(.portfolio).when("oac", on: "2026-06-22", .confirm(subject: subject)).refuses(
      "opleider-leerstof-verwerken")
  }

  // HAN-34 refuses
  @Test func confirmingBeforeTheEindbeoordelingIsClosedIsRefused() {
    given(.verdicts, by("student", "2026-06-15", .submit("beoordelingsportfolio")))
      .when("oac", on: "2026-06-15", .confirm(subject: attuning)).refusesOnly(
        "eindbeoordeling.closed", "vertrouwen-schoolopleider.done")
  }

  // HAN-34 allows
  @Test func aConfirmationTakesTheVerdictOver() {
    let traject = given(.trusted).when("oac", on: "2026-06-22", .confirm(subject: "positief-leerklimaat"))
      .then("confirmed")
    #expect(traject.state.confirmations[attuning]?.result == "voldaan")
    traject.when("oac", on: "2026-06-23", .confirm(subject: attuning)).refuses(
      "is al gedaan op ma 22 jun 2026")
    traject.when("oac", on: "2026-06-23", .confirm(subject: "owe-afstemmen")).refuses(
      "bedoelt u \(attuning)?")
  }

  // HAN-37 opens
  @Test func afterEachConfirmationTheDecisionIsSharedInAWeek() {
    let traject = given(.confirmations)
    for (unit, role) in [(attuning, "opleider-afstemmen-creeren"), (subject, "opleider-leerstof-verwerken")] {
      let sharing = traject.obligation("beslissing-gedeeld@\(unit).done")
      #expect(
        sharing?.opens == day("2026-06-22") && sharing?.due == day("2026-06-29") && sharing?.role == role)
    }
  }

  // HAN-37 refuses
  @Test func aDecisionIsNotSharedBeforeThereIsOne() {
    given(.portfolio, by("olv", "2026-06-22", .confirm(subject: subject)))
      .when("oac", on: "2026-06-22", .done(obligation: "beslissing-gedeeld")).refusesOnly(
        "\(attuning).confirmed")
  }

  // HAN-37 refuses
  // GEN-03 shows
  @Test func theTrajectDoesNotCompleteBeforeAllIsDecidedAndShared() {
    given(.eindbeoordeling).when("io", on: "2026-06-17", .advance())
      .refusesOnly(
        "beoordelingsportfolio.submitted", "\(attuning).confirmed", "\(subject).confirmed",
        "beslissing-gedeeld@\(attuning).done", "beslissing-gedeeld@\(subject).done")
    given(.confirmations, by("oac", "2026-06-23", .done(obligation: "beslissing-gedeeld")))
      .when("io", on: "2026-06-23", .advance()).refusesOnly("beslissing-gedeeld@\(subject).done")
  }

  // HAN-37 allows
  @Test func fromTheLastPhaseTheTrajectCompletes() {
    let traject = given(.shared).when("io", on: "2026-06-24", .advance()).then("completed")
    #expect(traject.state.status == .completed && traject.state.phase == "beslissing")
    #expect(traject.keys(.open, on: "2026-06-24").isEmpty && traject.keys(.overdue, on: "2026-12-24").isEmpty)
    #expect(traject.keys(.missed, on: "2026-06-24").count { $0.hasPrefix("begeleidingsgesprek") } == 16)
  }

  // HAN-37 allows
  @Test func completingMayBeAskedByName() {
    given(.shared).when("io", on: "2026-06-24", .advance(to: "completed")).then("completed")
  }

  // HAN-37 refuses
  @Test func afterCompletionNothingIsRecorded() {
    let traject = given(.shared, by("io", "2026-06-24", .advance()))
    let commands: [(String, Command)] = [
      ("io", .advance()), ("io", .plan("startgesprek", "2026-06-26 10:00")),
      ("student", .submit("beoordelingsportfolio")),
      ("wpb", .feedback("ict", at: "eindbeoordeling")), ("io", .escalate("stagnatie")),
      ("student", .count(counter: "lessen", amount: 1)),
      ("student", .block(reason: "onveilige-situatie")),
      ("student", .held("begeleidingsgesprek", "student", "wpb")),
      ("io", .assign(role: "so", person: PersonID(9), since: nil)),
    ]
    for (who, command) in commands {
      traject.when(who, on: "2026-06-25", command).refuses("T1 is op wo 24 jun 2026 voltooid")
    }
  }
}
