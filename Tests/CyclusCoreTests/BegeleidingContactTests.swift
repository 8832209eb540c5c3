import Testing

@testable import CyclusCore

/// Begeleiding in de bpv: who is in touch with whom, how often, and by when.
@Suite struct BegeleidingContactTests {
  private let everybody = Begeleiding.all

  private func call(_ on: String, _ present: [String], mode: String? = nil) -> Scenario.Act {
    by("bb", on, .held(.init(gesprek: "contact", present: present.map { .init(role: $0) }, mode: mode)))
  }

  // MARK: Roles and the start

  // BEG-01 opens
  @Test func theContactIsPassedOnInTheFirstWeekAndTheBpvWaitsForIt() throws {
    let start = try Begeleiding.start()
    let told = try #require(start.obligation("aanspreekpunt-bekend.done"))
    #expect(told.opens == day("2026-09-07") && told.due == day("2026-09-14"))
    #expect(told.role == "bpv-begeleider" && told.rule.rules == ["BEG-01"] && told.isBlocking)
    start.when("bb", on: "2026-09-08", .advance()).refusesOnly("aanspreekpunt-bekend.done")
    #expect(try Begeleiding.begun().state.phase == "eerste-bezoek")
  }

  // BEG-01 opens
  @Test func theContactIsPassedOnAgainInTheNextBpv() throws {
    let next = try Begeleiding.visitsDone().hours("b1", "2026-11-13").hours("b2", "2027-01-29").after(
      by("po", "2027-01-29", Begeleiding.judge("goed")), by("bb", "2027-01-29", .advance()))
    #expect(next.state.phase == "start")
    #expect(next.obligation("aanspreekpunt-bekend#2.done")?.due == day("2027-02-05"))
  }

  // BEG-01 opens
  @Test func allFourRolesAreThereFromTheStart() throws {
    #expect(
      Begeleiding.workflow.roles.filter(\.isRequired).map(\.id)
        == ["student", "praktijkopleider", "bpv-begeleider", "leercoach"])
  }

  // MARK: Three contacts, one of them at the company

  // BEG-02 dates
  @Test func threeContactsAreSpreadAndTheLastIsDueTwoWeeksBeforeTheEnd() throws {
    let start = try Begeleiding.start()
    #expect(start.asked("bezoek") == ["1 2026-10-19", "2 2026-12-02", "3 2027-01-15"])
    #expect(start.obligation("bezoek@2.held")?.rule.rules.prefix(1) == ["BEG-02"])
  }

  // BEG-02 refuses
  @Test func aBpvWithTooFewContactsDoesNotGoOn() throws {
    try Begeleiding.visited().when("bb", on: "2027-01-25", .advance()).refuses(
      "bezoek@2.held", "bezoek@3.held")
    try Begeleiding.visited().after(Begeleiding.visit("bezoek@2", "2026-12-01"))
      .form("bezoek@2", "2026-12-01")
      .when("bb", on: "2027-01-25", .advance()).refuses("bezoek@3.held")
  }

  // BEG-02 refuses, dates
  @Test func threeContactsOnlineAskOneMoreOnSiteBeforeTheEnd() throws {
    let online = try Begeleiding.unvisited()
      .after(Begeleiding.visit("bezoek@2", "2026-12-01", "online")).form("bezoek@2", "2026-12-01")
      .after(Begeleiding.visit("bezoek@3", "2027-01-12", "online")).form("bezoek@3", "2027-01-12")
    #expect(online.asked("bezoek") == ["4 2027-01-15"])
    #expect(online.obligation("bezoek@4.held")?.what.nl == "Bedrijfsbezoek 4 houden, op locatie")
    online.when("bb", on: "2027-01-25", .advance()).refusesOnly(
      "bezoek@4.held", "ontwikkeling van de student", "leermogelijkheden in het bedrijf",
      "leerafspraken@bezoek@4.submitted", "bezoek@4.closed")
    online.after(Begeleiding.visit("bezoek@4", "2027-01-19")).form("bezoek@4", "2027-01-19")
      .when("bb", on: "2027-01-25", .advance()).then("advanced")
  }

  // BEG-02 refuses
  @Test func aTalkWithEachOfThemApartIsNoContactOfTheThree() throws {
    func alone(_ role: String, _ on: String) -> Scenario.Act {
      by(
        "bb", on,
        .held(
          .init(
            gesprek: "bezoek@2", present: [.init(role: role)], mode: "op-locatie", record: Begeleiding.enough)
        ))
    }
    let apart = try Begeleiding.unvisited().after(
      alone("student", "2026-12-01"), alone("praktijkopleider", "2026-12-02"),
      alone("bpv-begeleider", "2026-12-03"))
    #expect(apart.asked("bezoek").map { $0.prefix(1) } == ["2", "3"])
    #expect(apart.state.state(ofGesprek: "bezoek@2", apart.rulebook) == .incomplete)
    apart.when("bb", on: "2026-12-03", .close(gesprek: "bezoek@2", record: [:])).refuses("met allen tegelijk")
    let online = apart.after(Begeleiding.visit("bezoek@2", "2026-12-08", "online"))
    #expect(online.asked("bezoek").map { $0.prefix(1) } == ["3"])
    #expect(online.obligation("bezoek@3.held")?.what.nl == "Bedrijfsbezoek 3 houden, op locatie")
  }

  // BEG-03 refuses, allows
  @Test func theFirstVisitIsMadeUpForWithAllThreeTogether() throws {
    func first(_ on: String, _ present: [String]) -> Scenario.Act {
      by(
        "bb", on,
        .held(
          .init(
            gesprek: "eerste-bezoek", present: present.map { .init(role: $0) }, mode: "op-locatie",
            record: ["aantal-afgesproken": "ja"])))
    }
    let two = try Begeleiding.begun().after(first("2026-09-21", ["student", "bpv-begeleider"]))
    let owed = two.obligation("eerste-bezoek@praktijkopleider.attended")
    #expect(
      owed?.what.nl == "Eerste bedrijfsbezoek nog een keer, met allen tegelijk (praktijkopleider ontbrak)")
    let apart = two.after(first("2026-09-22", ["praktijkopleider"]))
    #expect(apart.obligation("eerste-bezoek@praktijkopleider.attended")?.met == nil)
    #expect(apart.asked("bezoek").first?.prefix(1) == "1")
    let together = apart.after(first("2026-09-24", everybody)).form("eerste-bezoek", "2026-09-24")
    #expect(together.obligation("eerste-bezoek@praktijkopleider.attended")?.met == day("2026-09-24"))
    #expect(together.asked("bezoek").map { $0.prefix(1) } == ["2", "3"])
    together.when("bb", on: "2026-09-24", .advance()).then("advanced")
  }

  // BEG-09 refuses
  @Test func aCallToOneAndLaterToTheOthersIsNoContactOfTheThree() throws {
    let called = try Begeleiding.visited().after(
      call("2026-11-24", ["praktijkopleider", "bpv-begeleider"]),
      by("bb", "2026-11-25", .held("contact@1", mode: "telefonisch", "student", "bpv-begeleider")))
    #expect(called.asked("bezoek").map { $0.prefix(1) } == ["2", "3"])
  }

  // BEG-02 allows
  @Test func threeContactsOfWhichOneOnSiteAreEnough() throws {
    try Begeleiding.thrice().when("bb", on: "2027-01-25", .advance()).then("advanced")
    #expect(try Begeleiding.thrice().asked("bezoek").isEmpty)
  }

  // BEG-02 dates
  @Test func eachBpvAsksItsOwnContacts() throws {
    let next = try Begeleiding.visitsDone().hours("b1", "2026-11-13").hours("b2", "2027-01-29").after(
      by("po", "2027-01-29", Begeleiding.judge("goed")), by("bb", "2027-01-29", .advance()),
      by("bb", "2027-02-01", .extend(until: day("2027-06-25"))),
      by("bb", "2027-02-01", .set("blokken", "2026-11-16,2027-02-08,2027-04-19")))
    #expect(next.asked("bezoek") == ["4 2027-03-12", "5 2027-04-23", "6 2027-06-11"])
    #expect(next.asked("uren-bpv", .submitted) == ["b3 2027-04-16", "b4 2027-06-25"])
  }

  // MARK: The number that was agreed

  // BEG-15 refuses
  @Test func fewerThanThreeContactsAreNotAgreed() throws {
    #expect(throws: Refusal.self) { try Begeleiding.start(["aantal-bezoeken": "2"]) }
    try Begeleiding.visited().when("bb", on: "2026-09-22", .set("aantal-bezoeken", "2")).refuses(
      "geef een getal van ten minste 3")
  }

  // BEG-15 allows
  @Test func moreContactsAreAskedWhereMoreWereAgreed() throws {
    let five = try Begeleiding.visited().after(by("bb", "2026-09-22", .set("aantal-bezoeken", "5")))
    #expect(five.asked("bezoek").map { $0.prefix(1) } == ["2", "3", "4", "5"])
    #expect(five.asked("bezoek").last == "5 2027-01-15")
    let back = five.after(by("bb", "2026-09-23", .set("aantal-bezoeken", "3")))
    #expect(back.asked("bezoek") == ["2 2026-12-02", "3 2027-01-15"])
  }

  // BEG-15 shows
  @Test func anotherNumberSaysWhatItChangesAndWhatItDoesNot() throws {
    try Begeleiding.visited().when("bb", on: "2026-09-22", .set("aantal-bezoeken", "4"))
      .remarks("ook gevraagd: bezoek@4 (uiterlijk vr 15 jan 2027)", "met een andere datum: bezoek@2")
    // Before the visits nothing waits for them.
    try Begeleiding.begun().when("bb", on: "2026-09-09", .set("aantal-bezoeken", "4"))
      .remarks("de fase waarin het traject nu is, wacht daar niet op")
    let four = try Begeleiding.thrice().after(Begeleiding.visit("bezoek@4", "2027-01-14"))
    four.when("bb", on: "2027-01-14", .set("aantal-bezoeken", "4")).remarks("niets meer of minder gevraagd")
  }

  // BEG-02, BEG-15 dates
  @Test func anotherNumberIsNotAskedOfABpvThatIsOver() throws {
    let next = try Begeleiding.visitsDone().hours("b1", "2026-11-13").hours("b2", "2027-01-29").after(
      by("po", "2027-01-29", Begeleiding.judge("goed")), by("bb", "2027-01-29", .advance()),
      by("bb", "2027-02-01", .extend(until: day("2027-06-25"))))
    let five = next.when("bb", on: "2027-02-01", .set("aantal-bezoeken", "5"))
      .remarks("voor eerdere periodes blijft het aantal van toen gelden")
    #expect(five.asked("bezoek").map { $0.prefix(2) } == ["4 ", "5 ", "6 ", "7 ", "8 "])
    #expect(five.keys(.overdue, on: "2027-02-02").filter { $0.hasPrefix("bezoek") } == [])
  }

  // BEG-15 refuses
  @Test func theFirstVisitDoesNotCloseBeforeTheNumberWasAgreed() throws {
    let silent = try Begeleiding.begun().after(
      by(
        "bb", "2026-09-21", .held(.init(gesprek: "eerste-bezoek", present: everybody.map { .init(role: $0) }))
      ),
      by("student", "2026-09-21", .submit("leerafspraken@eerste-bezoek")))
    silent.when("bb", on: "2026-09-21", .close(gesprek: "eerste-bezoek", record: [:])).refuses(
      "aantal bezoeken afgesproken")
    silent.when(
      "bb", on: "2026-09-21", .close(gesprek: "eerste-bezoek", record: ["aantal-afgesproken": "ja"])
    )
    .then("closed")
  }

  // MARK: By telephone

  // BEG-09 allows
  @Test func aCallWithTheStudentCountsAsAContact() throws {
    let called = try Begeleiding.visited().when(call("2026-11-24", everybody)).remarks(
      "telt ook als bezoek@2")
    #expect(called.met == ["bezoek@2.held"])
    #expect(called.obligation("bezoek@2.held")?.met == day("2026-11-24"))
    #expect(called.asked("bezoek") == ["3 2027-01-15"])
  }

  // BEG-09 refuses
  @Test func aCallWithoutTheStudentCountsAsNone() throws {
    let called = try Begeleiding.visited().after(
      call("2026-11-24", ["praktijkopleider", "bpv-begeleider"]),
      call("2027-01-12", ["praktijkopleider", "bpv-begeleider"]))
    #expect(called.asked("bezoek") == ["2 2026-12-02", "3 2027-01-15"])
    called.when("bb", on: "2027-01-25", .advance()).refuses("bezoek@2.held", "bezoek@3.held")
  }

  // BEG-09 refuses
  @Test func aCallIsNeverAVisitAtTheCompany() throws {
    let called = try Begeleiding.unvisited().after(
      call("2026-11-24", everybody), call("2027-01-12", everybody))
    #expect(called.obligation("bezoek@4.held")?.what.nl == "Bedrijfsbezoek 4 houden, op locatie")
    #expect(called.asked("bezoek") == ["4 2027-01-15"])
    called.when("bb", on: "2027-01-25", .advance()).refusesOnly(
      "bezoek@4.held", "ontwikkeling van de student", "leermogelijkheden in het bedrijf",
      "leerafspraken@bezoek@4.submitted", "bezoek@4.closed")
    try Begeleiding.visited().when(call("2026-11-24", everybody, mode: "op-locatie")).refusesOnly(
      "«op-locatie» kan niet: kies telefonisch")
  }

  // BEG-09 allows
  @Test func theCompanyMayCallTheSchoolItself() throws {
    let called = try Begeleiding.visited().when(
      "po", on: "2026-11-24", .held("contact", mode: "telefonisch", "praktijkopleider", "bpv-begeleider")
    ).then("held")
    #expect(called.state.gesprekken["contact@1"]?.held == [day("2026-11-24")])
    #expect(called.log.last?.actor.role == "praktijkopleider")
  }

  // MARK: Every week

  // BEG-05 dates
  @Test func theTalkOfAWeekIsDueOnItsLastWorkingDayAndMissedAfterwards() throws {
    let start = try Begeleiding.start()
    let first = try #require(start.obligation("weekgesprek@w1.held"))
    #expect(first.opens == day("2026-09-07") && first.due == day("2026-09-11") && !first.isBlocking)
    #expect(first.state(on: day("2026-09-11")) == .open && first.state(on: day("2026-09-12")) == .missed)
    // Nobody is told of it: the ladder has no rung for what was missed.
    let flagged = start.after(flagging("2026-10-05"))
    let told = flagged.events("flagged").compactMap { $0.event.data["obligation"]?.text }
    #expect(!told.isEmpty && !told.contains { $0.hasPrefix("weekgesprek") })
  }

  // BEG-05 dates
  @Test func aWeekOfHolidaysHasNoTalk() throws {
    let start = try Begeleiding.start()
    // Week 5 ends on 9 October; the week of 12 to 16 October is a holiday in the north.
    #expect(start.obligation("weekgesprek@w5.held")?.due == day("2026-10-09"))
    #expect(start.obligation("weekgesprek@w6.held")?.opens == day("2026-10-19"))
    let south = try Begeleiding.start(["regio": "zuid"])
    #expect(south.obligation("weekgesprek@w6.held")?.opens == day("2026-10-12"))
    #expect(south.obligation("weekgesprek@w7.held")?.opens == day("2026-10-26"))
  }

  // BEG-05 dates
  @Test func theTalkAtTheStartOfTheWeekIsShownOnly() throws {
    #expect(
      try Begeleiding.start().agenda("weekgesprek")[0].hasSuffix("zo mogelijk bij het begin van de week"))
    let held = try Begeleiding.start().after(
      by("student", "2026-09-10", .held("weekgesprek", "student", "praktijkopleider")))
    #expect(held.obligation("weekgesprek@w1.held")?.met == day("2026-09-10"))
  }
}
