import Testing

@testable import CyclusCore

/// The conclusion: ahead of, on or behind the nominal line, and what being behind brings.
@Suite struct DriehoeksgesprekConclusionTests {
  /// A talk that is closed with a conclusion; being behind comes with a new agreement, and what was agreed before is done.
  private func time(_ number: Int, _ on: String, _ conclusion: String, settles: String? = nil)
    -> [Scenario.Act]
  {
    let settled = settles.map { [by("student", on, .settle($0, .done))] } ?? []
    guard conclusion == "achter" else {
      return settled + [Driehoek.talk(on, number, record: ["conclusion": conclusion])]
    }
    return settled
      + [
        by("bb", on, .agree("student", due: "2027-07-01")),
        Driehoek.talk(on, number, record: ["conclusion": "achter"]),
      ]
  }

  private func twiceBehind() throws -> Scenario {
    try Driehoek.given(
      time(1, "2026-11-10", "achter") + time(2, "2027-03-09", "achter", settles: "A1"))
  }

  // BPV-07 refuses, allows
  @Test func aTalkDoesNotCloseWithoutAConclusion() throws {
    let held = try Driehoek.given(
      by(
        "bb", "2026-11-10",
        .held("driehoeksgesprek", "student", "po", "bb", record: ["bijzonderheden": "nee"])))
    #expect(held.events("closed").isEmpty)
    held.when(Driehoek.close("2026-11-10", 1)).refusesOnly("kies voor, op-schema of achter")
    held.when(Driehoek.close("2026-11-10", 1, record: ["conclusion": "goed"])).refuses("«goed»")
    for conclusion in ["voor", "op-schema"] {
      held.when(Driehoek.close("2026-11-10", 1, record: ["conclusion": conclusion])).then("closed")
    }
  }

  // BPV-07 refuses, allows
  @Test func beingBehindAsksForANewAgreement() throws {
    let held = try Driehoek.given(Driehoek.talk("2026-11-10", record: ["conclusion": "achter"]))
    #expect(held.events("closed").isEmpty)
    let refused = held.when(Driehoek.close("2026-11-10", 1))
    refused.refusesOnly("geen afspraak gemaakt op of na di 10 nov 2026")
    #expect(refused.refusal?.missing.map(\.rule.rules) == [["BPV-07"]])
    #expect(refused.refusal?.missing.map(\.role) == ["bpv-begeleider"])
    held.after(by("bb", "2026-11-10", .agree("student", due: "2026-12-18")))
      .when(Driehoek.close("2026-11-10", 1)).then("closed")
    // One of before the talk is no new one.
    let before = try Driehoek.given(
      by("bb", "2026-10-06", .agree("student", due: "2026-12-18")),
      by("student", "2026-11-09", .settle("A1", .done)),
      Driehoek.talk("2026-11-10", record: ["conclusion": "achter"]))
    before.when(Driehoek.close("2026-11-10", 1)).refusesOnly("geen afspraak")
  }

  // BPV-07 opens
  @Test func behindTwiceInARowGoesToTheTrajectbegeleider() throws {
    let once = try Driehoek.given(time(1, "2026-11-10", "achter"))
    #expect(once.state.escalations.isEmpty)
    let twice = try twiceBehind()
    #expect(twice.log.suffix(2).map(\.event.type) == ["closed", "escalated"])
    let escalation = try #require(twice.state.openEscalations.first)
    #expect(escalation.route == "loopt-achter" && escalation.to == "trajectbegeleider")
    #expect(escalation.due == day("2027-03-23") && twice.log.last?.actor == .system)
    #expect(twice.obligation("E1.decided")?.role == "trajectbegeleider")
    #expect(twice.obligation("E1.decided")?.rule.rules == ["BPV-07"])
  }

  // BPV-07 opens
  @Test func aTalkInBetweenThatIsOnScheduleBreaksTheRow() throws {
    let mixed = try Driehoek.given(
      time(1, "2026-11-10", "achter") + time(2, "2027-03-09", "op-schema", settles: "A1")
        + time(3, "2027-05-11", "achter"))
    #expect(mixed.state.escalations.isEmpty)
  }

  // BPV-07 opens
  @Test func theRowFollowsTheDaysOfTheTalksAndNotTheirRecording() throws {
    // The third talk is on record before the second, or the first, is closed.
    let second = try Driehoek.given(
      time(1, "2026-11-10", "achter")
        + [
          Driehoek.talk("2027-03-09", 2, record: ["conclusion": "achter"]),
          Driehoek.talk("2027-05-11", 3, record: ["conclusion": "op-schema"]),
          by("student", "2027-03-09", .settle("A1", .done)),
          by("bb", "2027-03-09", .agree("student", due: "2027-04-01")),
        ]
    ).when(Driehoek.close("2027-05-12", 2)).then("closed", "escalated")
    #expect(second.state.openEscalations.map(\.route) == ["loopt-achter"])
    let first = try Driehoek.given(
      [Driehoek.talk("2026-11-10", 1, record: ["conclusion": "achter"])]
        + time(2, "2027-03-09", "achter")
    )
    #expect(first.state.escalations.isEmpty)
    let closed = first.when(Driehoek.close("2027-03-10", 1)).then("closed", "escalated")
    // The count begins anew after the last of the row.
    let third = closed.after(
      by("student", "2027-05-11", .settle("A1", .done)),
      by("bb", "2027-05-11", .agree("student", due: "2027-07-01")),
      by("bb", "2027-03-11", .propose("E1")), by("tb", "2027-03-12", .decide("E1", "bijgesteld-plan")))
    third.when(Driehoek.talk("2027-05-11", 3, record: ["conclusion": "achter"])).then("held", "closed")
  }

  // BPV-07 opens
  @Test func takenOutAgainItIsWithdrawn() throws {
    let twice = try twiceBehind()
    let first = try #require(twice.events("held").first)
    var data = first.event.data
    data["conclusion"] = "op-schema"
    let corrected = twice.when(amending(first.seq, data, today: "2027-03-10")).then(
      "corrected", "escalation_withdrawn")
    #expect(corrected.state.openEscalations.isEmpty)
  }

  // BPV-07 refuses, allows
  @Test func theTrajectbegeleiderDecidesWithAPlan() throws {
    let twice = try twiceBehind()
    twice.when("bb", on: "2027-03-12", .decide("E1", "bijgesteld-plan")).refuses("trajectbegeleider")
    twice.when("tb", on: "2027-03-12", .decide("E1", "bijgesteld-plan")).refusesOnly("E1.proposed")
    let planned = twice.after(by("bb", "2027-03-11", .propose("E1")))
    for outcome in ["bijgesteld-plan", "andere-plek"] {
      planned.when("tb", on: "2027-03-12", .decide("E1", outcome)).then("decided")
    }
    // People do not open it by hand.
    twice.when("bb", on: "2027-03-12", .escalate("loopt-achter")).refuses("loopt-achter")
  }
}
