import Testing

@testable import CyclusCore

/// Recurrence: a number of times in each period, spread over it.
@Suite struct CadenceTests {
  private let everybody = ["student", "bedrijf", "begeleider"]

  private func given() throws -> Scenario {
    try RecurringWorkflow.traject(RecurringWorkflow.text(RecurringWorkflow.visits))
  }

  private func visit(_ mode: String?, _ name: String = "bezoek") -> Command {
    .held(.init(gesprek: name, present: everybody.map { .init(role: $0) }, mode: mode))
  }

  @Test func numbersAreSpreadOverThePlacement() throws {
    #expect(try given().asked("bezoek") == ["1 2026-10-19", "2 2026-12-02", "3 2027-01-15"])
    let second = try given().obligation("bezoek@2.held")
    #expect(second?.opens == day("2026-10-20") && second?.lapsesOn == nil)
    #expect(second?.rule.rules == ["A-2"])
  }

  @Test func aYearIsCutInEqualPartsUpToTheLastWorkingDay() throws {
    let four = RecurringWorkflow.text(
      "  voortgang: {by: student, present: [student, begeleider], each: {period: placement, at-least: 4, spread: evenly}, rule: A-2}"
    )
    let year = try RecurringWorkflow.traject(four, from: "2026-09-01", until: "2027-08-31")
    #expect(year.asked("voortgang") == ["1 2026-11-30", "2 2027-03-01", "3 2027-05-31", "4 2027-08-31"])
  }

  @Test func aSchoolYearThatIsNotWholeAsksItsShare() throws {
    let two = RecurringWorkflow.text(
      "  voortgang: {by: student, present: [student], each: {period: school year, at-least: 2, spread: evenly}, rule: A-2}"
    )
    let year = try RecurringWorkflow.traject(two, from: "2026-09-01", until: "2027-07-09")
    #expect(year.asked("voortgang") == ["1 2027-02-03", "2 2027-07-09"])
    let half = try RecurringWorkflow.traject(two, from: "2027-02-01", until: "2028-01-28")
    #expect(half.asked("voortgang") == ["1 2027-07-30", "2 2028-01-28"])
    let both = try RecurringWorkflow.traject(two, from: "2026-09-01", until: "2028-07-07")
    #expect(both.asked("voortgang").count == 4)
    // What was not held in the first year keeps its number, and the second begins with its own.
    let later = both.after(by("P3", "2027-10-01", .held("voortgang", "student")))
    #expect(later.met == ["voortgang@3.held"])
    #expect(later.obligation("voortgang@2.held")?.state(on: day("2027-10-01")) == .overdue)
    #expect(later.remarks.contains { $0.nl.contains("voortgang@1 en voortgang@2 nog niet gehouden") })
    let madeUp = later.after(by("P3", "2027-10-04", .held("voortgang@2", "student")))
    #expect(madeUp.obligation("voortgang@2.held")?.state(on: day("2027-10-04")) == .late)
    #expect(madeUp.asked("voortgang").map { $0.prefix(1) } == ["1", "4"])
  }

  @Test func whatAPauseMovedBeyondItsPeriodStillBelongsToIt() throws {
    let one = RecurringWorkflow.text(
      "  voortgang: {by: student, present: [student], each: {period: school year, at-least: 1}, rule: A-2}")
    let years = try RecurringWorkflow.traject(one, from: "2026-09-01", until: "2028-07-07").after(
      by("P3", "2027-07-19", .pause()), by("P3", "2027-09-13", .resume))
    #expect(years.obligation("voortgang@1.held")?.due == day("2027-09-24"))
    let madeUp = years.after(by("P3", "2027-09-20", .held("voortgang@1", "student")))
    #expect(madeUp.obligation("voortgang@1.held")?.state(on: day("2027-09-20")) == .met)
    #expect(madeUp.asked("voortgang").map { $0.prefix(1) } == ["2"])
  }

  @Test func theFirstChoiceOfWhichTheConditionHoldsCounts() throws {
    let choices = RecurringWorkflow.text(
      """
        voortgang:
          by: student
          present: [student]
          each:
            - {period: placement, at-least: 1, when: {soort: kort}, rule: A-3}
            - {period: block, at-least: 2, rule: A-2}
          rule: A-2
      """)
    #expect(try RecurringWorkflow.traject(choices, ["soort": "kort"]).asked("voortgang") == ["1 2027-01-29"])
    let blocks = try RecurringWorkflow.traject(choices)
    #expect(
      blocks.asked("voortgang") == ["1 2026-10-30", "2 2026-10-30", "3 2027-01-08", "4 2027-01-08"])
    #expect(blocks.obligation("voortgang@1.held")?.state(on: day("2026-11-02")) == .overdue)
  }

  @Test func whatIsHeldMeetsTheFirstOpenNumberOfItsPeriod() throws {
    let one = try given().after(by("P3", "2026-09-21", visit("online")))
    #expect(one.met == ["bezoek@1.held"] && one.log.last?.event.type == "closed")
    #expect(one.asked("bezoek") == ["2 2026-12-02", "3 2027-01-15"])
    given2(one)
  }

  private func given2(_ one: Scenario) {
    // Named, it may be another; and one more than asked gets the next number.
    one.when("P3", on: "2026-09-28", visit("op-locatie", "bezoek@3")).then("held", "closed")
    one.when("P3", on: "2026-09-28", visit(nil, "bezoek@5")).refuses("één meer is bezoek@4")
    one.when("P3", on: "2026-09-28", visit(nil, "bezoek@01")).refuses("bestaat niet")
    let all = one.after(
      by("P3", "2026-10-20", visit("op-locatie")), by("P3", "2026-12-03", visit("online")),
      by("P3", "2026-12-10", visit("online")))
    #expect(all.state.gesprekken["bezoek@4"]?.held == [day("2026-12-10")] && all.asked("bezoek").isEmpty)
  }

  // GEN-09 refuses, allows
  @Test func theSameTalkOfTheSameDayIsNotRecordedTwiceUnlessItsNumberIsGiven() throws {
    let one = try given().after(by("P3", "2026-09-21", visit("online")))
    one.when("P3", on: "2026-09-21", visit("online")).refuses(
      "bezoek@1 is al vastgelegd op ma 21 sep 2026", "geef dan het nummer: bezoek@2")
    one.when("P3", on: "2026-09-21", visit("online", "bezoek@2")).then("held", "closed")
    one.when("P3", on: "2026-09-22", visit("online")).then("held", "closed")
    one.when("P3", on: "2026-09-21", .held("bezoek", mode: "online", "student", "begeleider")).then("held")
    // Nor is one that is incomplete: who was missing is another person.
    let alone = try given().after(
      by("P3", "2026-09-21", .held("bezoek", mode: nil, "student", "begeleider")))
    alone.when("P3", on: "2026-09-21", .held("bezoek", mode: nil, "begeleider", "student")).refuses(
      "bezoek@4")
    alone.when("P3", on: "2026-09-21", .held("bezoek", mode: nil, "bedrijf")).then("held", "closed")
  }

  @Test func planningOneBeforeTheOneBeforeItAndOneMoreThanAskedAreRemarked() throws {
    let second = try given().when("P3", on: "2026-09-10", .plan("bezoek@2", "2026-10-27 10:00"))
      .remarks("bezoek@1 is nog niet gepland")
    #expect(
      second.when("P3", on: "2026-09-10", .plan("bezoek@1", "2026-10-12 10:00")).after.remarks.isEmpty)
    try given().when("P3", on: "2026-09-10", .plan("bezoek", "2027-02-08 10:00")).remarks(
      "bezoek@4 is er een meer dan gevraagd", "ma 8 feb 2027 ligt na vr 29 jan 2027",
      "bezoek@1, bezoek@2 of bezoek@3")
  }

  @Test func oneWithoutEverybodyKeepsItsNumberOpen() throws {
    let alone = try given().when(
      "P3", on: "2026-09-21", .held("bezoek", mode: "online", "student", "begeleider")
    )
    .remarks("telt nog niet", "bedrijf ontbrak")
    #expect(alone.met.isEmpty && alone.asked("bezoek").count == 3)
    #expect(alone.state.state(ofGesprek: "bezoek@1", alone.rulebook) == .incomplete)
    let both = alone.when("P3", on: "2026-09-28", .held("bezoek", mode: nil, "bedrijf"))
      .remarks("opgevat als bezoek@1")
    #expect(both.met == ["bezoek@1.held"] && both.state.gesprekken["bezoek@2"] == nil)
  }

  @Test func aVisitIsOnSiteOnlyWhereEverybodyWasThereAtOnce() throws {
    let apart = try given().after(
      by("P3", "2026-09-21", .held("bezoek", mode: "op-locatie", "student", "begeleider")),
      by("P3", "2026-09-28", .held("bezoek", mode: "online", "bedrijf")),
      by("P3", "2026-10-20", visit("online")), by("P3", "2026-12-03", visit("online")))
    #expect(apart.asked("bezoek") == ["4 2027-01-15"])
    #expect(apart.obligation("bezoek@4.held")?.what.nl.hasSuffix("op locatie") == true)
    // The way of a later contact does not become that of the talk itself.
    let later = try given().after(
      by("P3", "2026-09-21", .held("bezoek", mode: "online", "student", "begeleider")),
      by("P3", "2026-09-28", .held("bezoek", mode: "op-locatie", "bedrijf")))
    #expect(
      later.after(by("P3", "2026-10-20", visit("online"))).obligation("bezoek@3.held")?.what.nl.hasSuffix(
        "op locatie") == true)
  }

  @Test func threeVisitsOfWhichNoneOnSiteAskOneMore() throws {
    let online = try given().after(
      by("P3", "2026-09-21", visit("online")), by("P3", "2026-10-20", visit("online")))
    let last = try #require(online.obligation("bezoek@3.held"))
    #expect(last.what.nl == "Bezoek 3 houden, op locatie" || last.what.nl == "bezoek 3 houden, op locatie")
    let three = online.after(by("P3", "2026-12-03", visit("online")))
    #expect(three.asked("bezoek") == ["4 2027-01-15"])
    let done = three.after(by("P3", "2027-01-19", visit("op-locatie")))
    #expect(done.obligation("bezoek@4.held")?.state(on: day("2027-01-19")) == .late)
    #expect(done.asked("bezoek").isEmpty)
    #expect(three.after(by("P3", "2027-01-11", .waive("bezoek@4.held"))).asked("bezoek").isEmpty)
  }

  @Test func aContactCountsOnlyWhereEverybodyWasThere() throws {
    let alone = try given().after(
      by("P3", "2026-10-20", .held("contact", mode: "telefonisch", "bedrijf", "begeleider")))
    #expect(alone.met.isEmpty && alone.state.gesprekken["contact@1"] != nil)
    let with = alone.when(
      "P3", on: "2026-11-10", .held("contact", mode: "telefonisch", "student", "bedrijf", "begeleider")
    ).remarks("telt ook als bezoek@1 (A-2)")
    #expect(with.met == ["bezoek@1.held"] && with.state.gesprekken["contact@2"] != nil)
    // Nothing is asked around a number that is taken.
    #expect(with.asked("bezoek") == ["2 2026-12-02", "3 2027-01-15"])
    #expect(with.asked("bezoek", .closed).map { $0.prefix(1) } == ["2", "3"])
    with.when("P3", on: "2026-11-12", visit("online", "bezoek@1")).refuses("telt al door contact@2")
    // Taken out, it opens its number again.
    let seq = try #require(with.log.last { $0.event.type == "held" }?.seq)
    let back = with.after(retracting(seq, "2026-11-12"))
    #expect(back.asked("bezoek").map { $0.prefix(1) } == ["1", "2", "3"])
  }

  @Test func aNumberKeepsItsSessionWhateverIsTakenOut() throws {
    let three = try given().after(
      by("P3", "2026-09-21", visit("op-locatie")), by("P3", "2026-10-20", visit("online")),
      by("P3", "2026-12-03", visit("online")))
    let first = try #require(three.log.first { $0.event.type == "held" }?.seq)
    let less = three.after(cascading(retracting(first, "2026-12-04")))
    #expect(Set(less.state.gesprekken.keys) == ["bezoek@2", "bezoek@3"])
    #expect(less.asked("bezoek") == ["1 2026-10-19"])
  }

  @Test func anExtraOneKeepsItsNumberWhenTheOneBeforeItIsTakenOut() throws {
    let five = try given().after(
      by("P3", "2026-09-21", visit("op-locatie")), by("P3", "2026-09-22", visit("online")),
      by("P3", "2026-09-23", visit("online")), by("P3", "2026-09-24", visit("online")),
      by("P3", "2026-09-25", visit("online")))
    let fourth = try #require(five.log.filter { $0.event.type == "held" }.dropFirst(3).first?.seq)
    let less = five.after(retracting(fourth, "2026-09-28"))
    #expect(Set(less.state.gesprekken.keys) == ["bezoek@1", "bezoek@2", "bezoek@3", "bezoek@5"])
    // A number that was given is not given to another.
    #expect(less.after(by("P3", "2026-09-29", visit("online"))).state.gesprekken["bezoek@6"] != nil)
  }

  @Test func anotherNumberOfVisitsLaysOutWhatIsStillAsked() throws {
    let one = try given().after(by("P3", "2026-09-21", visit("op-locatie")))
    let five = one.after(by("P3", "2026-09-22", .set("aantal", "5")))
    #expect(five.asked("bezoek").map { $0.prefix(1) } == ["2", "3", "4", "5"])
    #expect(
      five.remarks.contains {
        $0.nl.contains("Bezoek: ook gevraagd: bezoek@4") || $0.nl.contains("bezoek: ook gevraagd: bezoek@4")
      })
    let two = one.after(by("P3", "2026-09-22", .set("aantal", "2")))
    #expect(two.asked("bezoek") == ["2 2027-01-15"])
  }

  @Test func aPlannedNumberIsTheOneThatIsHeldThatDay() throws {
    let planned = try given().after(
      by("P3", "2026-09-10", .plan("bezoek@2", "2026-10-27 10:00")),
      by("P3", "2026-09-10", .plan("bezoek", "2026-10-12 10:00")))
    #expect(Set(planned.state.gesprekken.keys) == ["bezoek@1", "bezoek@2"])
    #expect(planned.after(by("P3", "2026-10-27", visit("online"))).met == ["bezoek@2.held"])
    planned.when("P3", on: "2026-09-11", .cancel(gesprek: "bezoek", why: text())).remarks("bezoek@1")
    planned.when("P3", on: "2026-09-11", .close(gesprek: "bezoek", record: [:])).refuses("bezoek@1.held")
  }

  @Test func whatIsNoLongerNeededIsNotAskedAndComesBackWhereItIs() throws {
    let text = RecurringWorkflow.visits.replacing("counts: [contact]", with: "counts: [intake, contact]")
    let three = try RecurringWorkflow.traject(RecurringWorkflow.text(text)).after(
      by("P3", "2026-09-21", .held("intake", mode: "online", "student", "bedrijf", "begeleider")),
      by("P3", "2026-11-10", .held("contact", mode: "telefonisch", "student", "bedrijf", "begeleider")),
      by("P3", "2026-12-14", visit("online")))
    let held = three.log.filter { $0.event.type == "held" }
    #expect(
      held.map { $0.meets.map(\.key.description) } == [
        ["intake.held", "bezoek@1.held"], ["bezoek@2.held"], ["bezoek@3.held"],
      ])
    #expect(three.asked("bezoek") == ["4 2027-01-15"])
    let contact = held[1].seq
    // Three contacts, but none on site: the number that fell free is asked with its own date.
    let less = three.after(retracting(contact, "2026-12-15"))
    #expect(less.asked("bezoek") == ["2 2026-12-02"])
    #expect(less.obligation("bezoek@2.held")?.what.nl.hasSuffix("op locatie") == true)
    let enough = three.after(by("P3", "2027-01-19", visit("op-locatie")), retracting(contact, "2027-01-20"))
    #expect(enough.asked("bezoek").isEmpty)
    #expect(enough.obligation("bezoek@4.held")?.state(on: day("2027-01-20")) == .late)
  }

  @Test func aPauseMovesWhatIsAskedAndAnExtensionLaysItOutAnew() throws {
    let paused = try given().after(
      by("P3", "2026-10-01", .pause()), by("P3", "2026-10-15", .resume))
    #expect(paused.asked("bezoek").first == "1 2026-11-02")
    let longer = try given().after(
      by("P3", "2026-09-21", visit("op-locatie")), by("P3", "2026-10-01", .extend(until: day("2027-04-30"))))
    #expect(longer.asked("bezoek").map { $0.prefix(1) } == ["2", "3"])
    #expect(longer.asked("bezoek").last == "3 2027-04-16")
  }
}
