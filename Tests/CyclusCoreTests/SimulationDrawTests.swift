import Testing

@testable import CyclusCore

/// The draws of a simulation: from seed and name alone.
@Suite struct SimulationDrawTests {
  @Test func aDrawFollowsFromSeedAndName() {
    var (one, same, other) = (
      SeededRandom(seed: 7, "T1/x"), SeededRandom(seed: 7, "T1/x"), SeededRandom(seed: 7, "T2/x")
    )
    let first = one.next()
    #expect(same.next() == first)
    #expect(other.next() != first)
    var fixed = SeededRandom(seed: 42, "berk")
    // The same on every machine: a number that is written down.
    #expect(fixed.number(0...1_000_000) == SimulationDrawTests.written)
  }

  private static let written = 418_621

  @Test func everyDefaultLiesInItsRange() {
    for key in SimulationSettings.Key.allCases {
      #expect(key.range.contains(key.fallback), "\(key.rawValue)")
    }
  }

  @Test func aSignatureIsAboutTheDocumentOfItsBlock() throws {
    let handed = try Begeleiding.start().after(by("student", "2026-11-12", .submit("uren-bpv")))
    let signing = try #require(handed.obligation("uren-bpv@b1-praktijkopleider.signed"))
    let acts = Simulation(seed: 7, settings: SimulationSettings()).acts(
      on: signing, handed.state, handed.rulebook, on: day("2026-11-16"))
    let nowhere = Simulation.Surroundings(
      text: { _ in text() }, colleague: { _, _ in nil }, school: { _ in nil })
    #expect(try acts.first?.command?(nowhere) == .sign(document: "uren-bpv@b1"))
  }
}
