/// A generator (SplitMix64) whose draws follow from a seed and a name alone, on every machine and in every run.
///
/// Two draws with another name do not depend on each other: what is added to a simulation leaves the rest as it was.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at a seed and a name such as `T17/startgesprek.held`.
  public init(seed: UInt64, _ name: String) {
    // FNV-1a: Swift's own hashes differ from run to run.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed &* 0x9E37_79B9_7F4A_7C15
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = hash
  }

  /// The next sixty-four bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including 1.
  public mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// Whether something with this probability happens.
  public mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// A whole number in a range.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// One of several; `nil` of none.
  public mutating func one<Element>(of all: [Element]) -> Element? {
    all.isEmpty ? nil : all[number(0...(all.count - 1))]
  }
}
