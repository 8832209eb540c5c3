import Testing

@testable import CyclusCore

/// Who corrects: the roles of the day of correcting count, and who did what is corrected.
@Suite struct CorrectorTests {
  private let mail = Event.Corrected(event: 0, why: text(), data: nil, happened: nil)

  private func actor(_ traject: Scenario, _ who: Actor, takingOut seq: Int, on today: String) throws -> Actor
  {
    var corrected = mail
    corrected.event = seq
    let decision = try Correction(log: traject.log, workflow: Scenario.workflow)
      .weigh(corrected, by: who, on: day(today))
    return try #require(decision.entries.first).actor
  }

  private let noted = given(.kennismaking, by("wpb", "2026-02-10", .note(text: text())))

  // GEN-13 allows
  @Test func whoLeadsCorrectsWhatAnotherDid() throws {
    let seq = try #require(noted.log.last?.seq)
    let io = try actor(noted, Actor(person: PersonID(4), role: nil), takingOut: seq, on: "2026-02-11")
    #expect(io.role == Scenario.workflow.leader)
  }

  // GEN-13 refuses
  @Test func whoLedOnTheDayOfTheEventButNotOnThatOfCorrectingIsRefused() throws {
    let seq = try #require(noted.log.last?.seq)
    let handed = noted.when(
      by("io", "2026-02-11", .assign(role: "io", person: PersonID(9), since: day("2026-02-12"))))
    let after = handed.then("assigned")
    #expect(throws: Refusal.self) {
      try actor(after, Actor(person: PersonID(4), role: nil), takingOut: seq, on: "2026-02-13")
    }
    let now = try actor(after, Actor(person: PersonID(9), role: nil), takingOut: seq, on: "2026-02-13")
    #expect(now.role == Scenario.workflow.leader)
  }

  // GEN-13 allows
  @Test func whoDidItCorrectsItThoughHisRoleIsAnothersNow() throws {
    let seq = try #require(noted.log.last?.seq)
    let after = noted.when(
      by("io", "2026-02-11", .assign(role: "wpb", person: PersonID(9), since: day("2026-02-12")))
    ).then("assigned")
    let old = try actor(after, Actor(person: PersonID(2), role: nil), takingOut: seq, on: "2026-02-13")
    #expect(old == Actor(person: PersonID(2), role: nil))
    #expect(throws: Refusal.self) {
      try actor(after, Actor(person: PersonID(9), role: nil), takingOut: seq, on: "2026-02-13")
    }
  }

  // GEN-13 refuses
  @Test func aRoleThatTheCorrectorDoesNotHoldIsRefused() throws {
    let seq = try #require(noted.log.last?.seq)
    for role in ["so", "chef"] {
      let refusal = #expect(throws: Refusal.self) {
        try actor(noted, Actor(person: PersonID(4), role: role), takingOut: seq, on: "2026-02-11")
      }
      #expect(refusal?.missing.first?.message.nl.contains(role == "so" ? "niet de rol" : "«chef»") == true)
    }
  }
}
