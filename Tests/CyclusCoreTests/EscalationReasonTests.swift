import Testing

@testable import CyclusCore

/// A reason of an escalation that goes to a role of its own.
@Suite struct EscalationReasonTests {
  private let mentor = by("io", "2026-02-02", .assign(role: "mentor", person: PersonID(7), since: nil))

  @Test func aReasonWithARoleOfItsOwnGoesThere() {
    let traject = ClaimWorkflow.given(mentor).when(
      "student", on: "2026-02-03", .escalate("betreft-docent")
    ).then("escalated")
    #expect(traject.state.escalations[0].to == "mentor")
    #expect(traject.obligation("E1.decided")?.role == "mentor")
    #expect(traject.obligation("E1.decided")?.person == PersonID(7))
    // The one concerned does not decide.
    traject.when("io", on: "2026-02-04", .decide("E1", "besproken")).refuses("mentor")
    traject.when("P7:mentor", on: "2026-02-04", .decide("E1", "besproken")).then("decided")
  }

  @Test func itIsRefusedWhereNobodyHasThatRole() {
    ClaimWorkflow.given().when("student", on: "2026-02-03", .escalate("betreft-docent")).refusesOnly("mentor")
  }

  @Test func anotherReasonOfTheSameRouteGoesWhereTheRouteGoes() {
    let traject = ClaimWorkflow.given().when("student", on: "2026-02-03", .escalate("voortgang")).then(
      "escalated")
    #expect(traject.state.escalations[0].to == "docent")
    traject.when("io", on: "2026-02-04", .decide("E1", "besproken")).then("decided")
  }
}
