import Testing

@testable import CyclusCore

/// The POK: whether it is valid on the day, and whether it lasts until the next talk.
@Suite struct DriehoeksgesprekPOKTests {
  private func given(_ validUntil: String, _ acts: Scenario.Act...) throws -> Scenario {
    try Driehoek.given(acts, request: Driehoek.request(["pok-geldig-tot": validUntil]))
  }

  private func renewed(_ on: String, until: String) -> Scenario.Act {
    by("bb", on, .submit(.init(document: "pok", reference: text(), validUntil: day(until))))
  }

  /// Planned, in `gesprek`, and held on 10 November.
  private let held = [
    by("bb", "2026-09-10", .plan("driehoeksgesprek@1", "2026-11-10 10:00")),
    by("bb", "2026-09-10", .advance()), Driehoek.talk("2026-11-10"),
  ]

  // BPV-04 opens
  @Test func aTalkAfterItRanOutIsRecordedAndOpensATask() throws {
    let late = try Driehoek.given(held, request: Driehoek.request(["pok-geldig-tot": "2026-11-09"]))
    #expect(late.state.gesprekken["driehoeksgesprek@1"]?.held == [day("2026-11-10")])
    let task = try #require(late.obligation("pok-registreren@1.done"))
    #expect(task.opens == day("2026-11-10") && task.due == day("2026-11-17"))
    #expect(task.role == "bpv-begeleider" && task.rule.rules == ["BPV-04"] && task.isBlocking)
  }

  // BPV-04 refuses, allows
  @Test func advancingWaitsForAValidOne() throws {
    let late = try Driehoek.given(held, request: Driehoek.request(["pok-geldig-tot": "2026-11-09"]))
    late.when("bb", on: "2026-11-10", .advance()).refusesOnly("pok-registreren@1.done")
    late.when("bb", on: "2026-11-11", .done(obligation: "pok-registreren@1")).refusesOnly(
      "geen geldige Praktijkovereenkomst (POK)")
    let renewed = late.after(
      renewed("2026-11-12", until: "2027-07-09"),
      by("bb", "2026-11-12", .done(obligation: "pok-registreren@1")))
    renewed.when("bb", on: "2026-11-12", .advance()).then("advanced")
  }

  // BPV-04 allows
  @Test func onItsLastDayItIsStillValid() throws {
    let held = try Driehoek.given(held, request: Driehoek.request(["pok-geldig-tot": "2026-11-10"]))
    #expect(held.asked("pok-registreren", .done).isEmpty)
    held.when("bb", on: "2026-11-10", .advance()).then("advanced")
  }

  // BPV-04 opens
  @Test func oneThatRunsOutBeforeThePlannedTalkIsFlagged() throws {
    let first = try given("2026-12-31", Driehoek.talk("2026-11-10"))
    let planned = first.when("bb", on: "2026-12-01", .plan("driehoeksgesprek@2", "2027-03-09 10:00"))
      .remarks("geldig tot en met do 31 dec 2026")
    let task = try #require(planned.obligation("pok-verlengen@2.done"))
    #expect(task.due == day("2027-03-09") && task.role == "bpv-begeleider")
    #expect(task.rule.rules == ["BPV-04"])
    #expect(planned.asked("pok-verlengen", .done).map { $0.prefix(1) } == ["2"])
    // Renewed in time there is nothing to do.
    let renewed = planned.after(renewed("2026-12-10", until: "2027-07-09"))
    #expect(renewed.asked("pok-verlengen", .done).isEmpty)
    // Planned within its term neither.
    let early = first.after(by("bb", "2026-12-01", .plan("driehoeksgesprek@2", "2026-12-31 10:00")))
    #expect(early.asked("pok-verlengen", .done).isEmpty)
  }

  // BPV-04 opens
  @Test func itIsCheckedAWeekBeforeAndTheStudentBringsPapers() throws {
    let planned = try Driehoek.given(by("bb", "2026-09-10", .plan("driehoeksgesprek@1", "2026-11-10 10:00")))
    #expect(planned.asked("pok-gecontroleerd", .done).first == "1 2026-11-03")
    #expect(planned.obligation("pok-gecontroleerd@1.done")?.role == "bpv-begeleider")
    #expect(planned.asked("papieren-mee", .done).first == "1 2026-11-10")
    #expect(planned.obligation("papieren-mee@1.done")?.role == "student")
    #expect(planned.obligation("papieren-mee@1.done")?.isBlocking == false)
  }

  // BPV-04 opens
  @Test func withoutAKnownOneItIsAskedInTheFirstWeek() throws {
    var request = Driehoek.request()
    request.parameters = [:]
    let none = try Driehoek.given(request: request)
    #expect(none.asked("pok", .submitted) == [" 2026-09-08"])
    let known = try Driehoek.given()
    #expect(known.asked("pok", .submitted).isEmpty)
    none.when("student", on: "2026-09-04", .submit(.init(document: "pok", validUntil: day("2027-07-09"))))
      .then("submitted")
  }
}
