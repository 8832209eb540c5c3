import Testing

@testable import CyclusCore

/// Occurrences: what belongs to one of the times that a gesprek recurs, and what recurs by itself.
@Suite struct OccurrenceTests {
  private static let items = """
    documents:
      leerafspraken: {by: [student, begeleider], for-each: [intake, bezoek], opens: after its gesprek held, due: 1 week after opening, rule: A-4}
      formulier: {by: begeleider, for: bezoek, opens: after its gesprek held, due: 1 week after opening, signed-by: [student, begeleider], rule: A-4}
      voorbereiding: {by: student, for: bezoek, opens: with its gesprek, due: 3 days before its gesprek, lapses: gesprek closed, rule: A-4}
      kaart: {by: student, each: occasion, opens: at the start, signed-by: begeleider, rule: A-5}
      uren: {by: student, each: block, due: end of its week, rule: A-5}
    tasks:
      geregistreerd: {by: begeleider, for-each: [intake, bezoek], opens: after its gesprek held, due: 1 week after opening, rule: A-4}
      besproken: {by: [student, begeleider], for: bezoek, opens: after formulier submitted, due: 1 week after opening, rule: A-4}
    """

  private func given() throws -> Scenario {
    try RecurringWorkflow.traject(RecurringWorkflow.text(RecurringWorkflow.visits, Self.items))
  }

  private func visit(_ name: String = "bezoek") -> Command {
    .held(name, mode: "op-locatie", "student", "bedrijf", "begeleider")
  }

  @Test func eachOccurrenceHasItsOwn() throws {
    let traject = try given()
    let keys = traject.state.obligations(traject.rulebook).map(\.key.description)
    for key in [
      "leerafspraken@intake.submitted", "leerafspraken@bezoek@2.submitted", "formulier@3.submitted",
      "formulier@3-student.signed", "geregistreerd@bezoek@1.done", "besproken@1-begeleider.done",
      "uren@b1.submitted", "uren@b2.submitted",
    ] { #expect(keys.contains(key), "\(key)") }
    #expect(Set(keys).count == keys.count)
    #expect(traject.asked("voorbereiding", .submitted) == ["1 2026-10-16", "2 2026-11-30", "3 2027-01-12"])
    #expect(traject.asked("uren", .submitted) == ["b1 2026-10-30", "b2 2027-01-08"])
    #expect(traject.obligation("uren@b2.submitted")?.opens == day("2026-11-16"))
  }

  @Test func itOpensAndIsDatedByItsOwnOccurrence() throws {
    let planned = try given().after(by("P3", "2026-09-10", .plan("bezoek@2", "2026-11-05 10:00")))
    #expect(planned.asked("voorbereiding", .submitted)[1] == "2 2026-11-02")
    let held = planned.after(by("P3", "2026-09-21", visit()))
    #expect(held.obligation("leerafspraken@bezoek@1.submitted")?.opens == day("2026-09-21"))
    #expect(held.obligation("leerafspraken@bezoek@2.submitted")?.opens == nil)
    #expect(held.obligation("geregistreerd@bezoek@1.done")?.due == day("2026-09-28"))
    #expect(held.obligation("voorbereiding@1.submitted")?.state(on: day("2026-09-22")) == .missed)
  }

  @Test func withoutANumberTheFirstThatIsAskedIsMeant() throws {
    let held = try given().after(by("P3", "2026-09-21", visit()), by("P3", "2026-10-21", visit()))
    let submitted = held.when("P3", on: "2026-10-22", .submit("leerafspraken@bezoek@2")).then("submitted")
    let left = submitted.asked("leerafspraken", .submitted)
    #expect(left == ["intake -", "bezoek@1 2026-09-28", "bezoek@3 -"])
    held.when("P3", on: "2026-10-22", .submit("formulier")).remarks("opgevat als formulier@1")
    held.when("P3", on: "2026-10-22", .submit("formulier@7")).refuses("formulier@1")
    held.when("P3", on: "2026-10-22", .done(obligation: "geregistreerd")).remarks("geregistreerd@bezoek@1")
    held.when("P3", on: "2026-10-22", .done(obligation: "geregistreerd@bezoek@2")).then("done")
    held.when("P3", on: "2026-10-22", .done(obligation: "geregistreerd@bezoek@3")).refuses("bezoek@3.held")
  }

  @Test func signingAndWhatFollowsStayWithTheirOccurrence() throws {
    let held = try given().after(
      by("P3", "2026-09-21", visit()), by("P3", "2026-09-21", .submit("formulier")),
      by("P1", "2026-09-22", .sign(document: "formulier")))
    #expect(held.obligation("formulier@1-student.signed")?.met == day("2026-09-22"))
    held.when("P2", on: "2026-09-22", .sign(document: "formulier@1")).refuses("student")
    let done = held.after(by("P1", "2026-09-23", .done(obligation: "besproken@1")))
    #expect(done.obligation("besproken@1-student.done")?.met == day("2026-09-23"))
    #expect(done.obligation("besproken@2-student.done")?.opens == nil)
  }

  @Test func nothingIsAskedAroundWhatIsTakenOrWaived() throws {
    let taken = try given().after(
      by("P3", "2026-09-21", .held("contact", mode: "online", "student", "bedrijf", "begeleider")),
      by("P3", "2026-09-22", .waive("bezoek@2.held")))
    #expect(taken.asked("formulier", .submitted).map { $0.prefix(1) } == ["3"])
    #expect(taken.asked("leerafspraken", .submitted).map { $0.prefix(8) } == ["intake -", "bezoek@3"])
  }

  @Test func whatNobodyAsksIsNumberedAsOftenAsItComes() throws {
    let two = try given().after(
      by("P1", "2026-09-21", .submit("kaart")), by("P1", "2026-09-22", .submit("kaart")))
    #expect(Set(two.state.documents.keys) == ["kaart@1", "kaart@2"])
    #expect(two.asked("kaart", .signed).count == 2 && two.asked("kaart", .submitted).isEmpty)
    two.when("P3", on: "2026-09-23", .sign(document: "kaart@2")).then("signed")
    two.when("P1", on: "2026-09-23", .submit("kaart@4")).refuses("kaart@3")
  }

  @Test func aTimeInAPhaseHasItsNumber() throws {
    let phase = try RecurringWorkflow.traject(
      RecurringWorkflow.text(
        "  voortgang: {by: student, present: [student, begeleider], each: {period: time in phase uitvoering}, rule: A-2}"
      ))
    #expect(phase.asked("voortgang").isEmpty)
    let entered = phase.after(
      by("P3", "2026-09-14", .held("intake", "student", "begeleider")), by("P3", "2026-09-14", .advance()))
    #expect(entered.asked("voortgang") == ["1 2027-01-29"])
    #expect(
      entered.after(by("P1", "2026-09-21", .held("voortgang", "student", "begeleider"))).met == [
        "voortgang@1.held"
      ])
  }

  @Test func aBlockHasItsName() throws {
    let block = try RecurringWorkflow.traject(
      RecurringWorkflow.text(
        "  start: {by: student, present: [student, begeleider], each: block, due: 2 weeks after opening, rule: A-2}"
      ))
    #expect(block.asked("start") == ["b1 2026-09-21", "b2 2026-11-30"])
    let held = block.after(by("P1", "2026-11-17", .held("start", "student", "begeleider")))
    #expect(held.met == ["start@b2.held"])
    #expect(held.obligation("start@b1.held")?.state(on: day("2026-10-30")) == .overdue)
    #expect(held.obligation("start@b1.held")?.state(on: day("2026-10-31")) == .overdue)
    block.when("P1", on: "2026-09-17", .held("start@b2", "student", "begeleider")).refuses("pas vanaf")
    held.when("P1", on: "2026-11-17", .held("start", "student", "begeleider")).refuses(
      "start@b2 is al vastgelegd op di 17 nov 2026")
    // It can be made up in a later block, and is late then.
    let madeUp = held.after(by("P1", "2026-11-18", .held("start@b1", "student", "begeleider")))
    #expect(madeUp.obligation("start@b1.held")?.state(on: day("2026-11-18")) == .late)
  }

  @Test func advancingWaitsForEveryNumberThatIsAsked() throws {
    let one = try RecurringWorkflow.traject(
      RecurringWorkflow.text(RecurringWorkflow.visits, leaveWhen: "[bezoek closed]"), ["aantal": "1"])
    one.when("P3", on: "2026-09-14", .advance()).refuses("bezoek@1.held")
    one.after(by("P3", "2026-09-14", visit())).when("P3", on: "2026-09-14", .advance()).then("advanced")
  }
}
