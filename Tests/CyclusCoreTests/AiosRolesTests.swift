import Testing

@testable import CyclusCore

/// Who is in a year of training.
@Suite struct AiosRolesTests {
  private func refusal(without roles: String...) -> Refusal? {
    do {
      var request = Aios.request()
      request.roles.removeAll { roles.contains($0.role) }
      _ = try Scenario(request, under: Aios.workflow)
    } catch { return error as? Refusal }
    return nil
  }

  // AIOS-01 refuses
  @Test func aYearStartsOnlyWithItsTrainerAndItsStageSupervisor() {
    let refused = refusal(without: "opleider", "stagebegeleider")
    #expect(refused?.missing.map(\.role) == ["opleider", "stagebegeleider"])
    #expect(refused?.missing.allSatisfy { $0.rule.rules == ["AIOS-01"] } == true)
  }

  // AIOS-01 allows
  @Test func aYearStartsWithoutADeputyTrainer() {
    let traject = Aios.given(request: Aios.request(without: "plaatsvervanger"))
    #expect(traject.state.holder(of: "opleider") == PersonID(2))
    #expect(traject.state.holder(of: "plaatsvervanger") == nil)
  }

  // AIOS-01 refuses
  @Test func theAiosIsNotHisOwnTrainer() {
    Aios.given().when(
      "opleider", on: "2026-09-02", .assign(role: "opleider", person: PersonID(1), since: nil)
    )
    .refuses("P1 is de student van dit traject")
  }

  // AIOS-01 allows
  @Test func aNextStageMayHaveAnotherSupervisor() {
    let traject = Aios.given().after(
      by(
        "opleider", "2027-03-01",
        .assign(role: "stagebegeleider", person: PersonID(9), since: day("2027-03-01")))
    )
    #expect(traject.state.holders(of: "stagebegeleider", on: day("2027-02-28")) == [PersonID(3)])
    #expect(traject.state.holders(of: "stagebegeleider", on: day("2027-03-01")) == [PersonID(9)])
  }
}
