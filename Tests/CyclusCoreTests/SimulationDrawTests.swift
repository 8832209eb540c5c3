import CyclusCore
import Testing

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
}
