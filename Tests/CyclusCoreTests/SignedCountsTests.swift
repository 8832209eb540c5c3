import Testing

@testable import CyclusCore

/// Counters of which the amounts are signed block by block.
@Suite struct SignedCountsTests {
  private static let file = """
    parameters: {blokken: {dates: true, rule: X-1}}
    timeline: [{blocks: blok, starts: blokken, rule: X-1}]
    gesprekken:
      begin: {by: coach, present: [coach], opens: at the start, rule: X-1}
    documents:
      uren-bpv: {by: student, opens: at the start, signed-by: [trainer], rule: X-1}
    counters:
      uren: {signed-with: uren-bpv, rule: X-1}
      lessen: {rule: X-1}
    phases:
      - {phase: start, leave-when: [begin held], rule: X-1}
    """

  private var traject: SmallTraject {
    get throws { try SmallTraject(Self.file, ["blokken": "2026-11-09"]) }
  }

  private func counted(_ traject: SmallTraject) throws -> [Int] {
    let counter = try #require(traject.workflow.counter("uren"))
    let counted = try #require(traject.state.counted(counter, traject.rulebook))
    return [counted.total, counted.signed, counted.unsigned]
  }

  /// The trainer signs for a block, as the document of that block will do.
  private func sign(_ traject: inout SmallTraject, _ block: String, on: String, number: Int) {
    let document = ItemKey("uren-bpv", occurrence: block)
    if traject.state.documents[document.description] == nil {
      traject.state.evolve(
        .submitted(.init(document: document, reference: nil, parts: [:], validUntil: nil)), meets: [],
        by: .system, on: day(on), number: number)
    }
    traject.state.evolve(
      .signed(document: document), meets: [], by: Actor(person: PersonID(2), role: "trainer"), on: day(on),
      number: number)
  }

  @Test func whatWasCountedInABlockIsSignedWithIt() throws {
    var traject = try traject
    try traject.act("student", "2026-09-10", .count(counter: "uren", amount: 8))
    try traject.act("student", "2026-11-12", .count(counter: "uren", amount: 5))
    #expect(try counted(traject) == [13, 0, 13])
    sign(&traject, "b1", on: "2026-11-13", number: 20)
    #expect(try counted(traject) == [13, 8, 5])
  }

  @Test func whatIsCountedLaterForASignedBlockIsUnsignedUntilItIsSignedAgain() throws {
    var traject = try traject
    try traject.act("student", "2026-09-10", .count(counter: "uren", amount: 8))
    sign(&traject, "b1", on: "2026-11-09", number: 3)
    for number in [4, 5] {
      traject.state.evolve(
        .counted(counter: "uren", amount: number == 4 ? 3 : -1, signedWith: "uren-bpv"), meets: [],
        by: .system, on: day("2026-09-11"), number: number)
    }
    #expect(try counted(traject) == [10, 8, 2])
    sign(&traject, "b1", on: "2026-11-10", number: 6)
    #expect(try counted(traject) == [10, 10, 0])
  }

  @Test func aDocumentHandedInAgainTakesTheSignaturesAway() throws {
    var traject = try traject
    try traject.act("student", "2026-09-10", .count(counter: "uren", amount: 8))
    sign(&traject, "b1", on: "2026-11-09", number: 8)
    #expect(try counted(traject) == [8, 8, 0])
    traject.state.evolve(
      .submitted(
        .init(
          document: ItemKey("uren-bpv", occurrence: "b1"), reference: nil, parts: [:], validUntil: nil)),
      meets: [], by: .system, on: day("2026-11-10"), number: 9)
    #expect(try counted(traject) == [8, 0, 8])
  }

  @Test func anotherCounterIsNotSigned() throws {
    var traject = try traject
    try traject.act("student", "2026-09-10", .count(counter: "lessen", amount: 2))
    let counter = try #require(traject.workflow.counter("lessen"))
    #expect(traject.state.counted(counter, traject.rulebook) == nil)
    #expect(traject.state.counts == nil)
  }
}
