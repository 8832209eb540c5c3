import Testing

@testable import CyclusCore

/// `at least N ITEM STEP in this block`: two talks before a verdict, and signed hours before the next block.
@Suite struct ThisBlockTests {
  private static let file = """
    parameters: {blokken: {dates: true, rule: X-1}}
    timeline: [{blocks: blok, starts: blokken, rule: X-1}]
    gesprekken:
      praatje: {by: student, present: [student], each: {period: block, at-least: 2, spread: evenly}, rule: X-1}
      inloop: {by: student, present: [student], each: occasion, rule: X-1}
    documents:
      urenstaat: {by: student, each: block, due: end of its period, signed-by: trainer, rule: X-1}
    counters:
      uren: {unit: {nl: uur, en: hours}, signed-with: urenstaat, rule: X-1}
    phases:
      - phase: blok
        leave-when: [praatje held]
        next:
          - {to: oordeel, when: {recorded: at least 2 praatje held in this block}}
          - {to: blok}
        rule: X-1
      - phase: oordeel
        leave-when: [at least 10 uren signed in this block]
        next:
          - {to: end, when: {recorded: every praatje held}}
          - {to: blok, when: {not: {recorded: every praatje held}}}
        rule: X-1
    waivers: {by: coach, rule: X-1}
    """
  private let held = Command.held("praatje", "student")
  private let advance = Command.advance()

  private func given() throws -> SmallTraject { try SmallTraject(Self.file, ["blokken": "2026-11-09"]) }

  /// In `oordeel` after two talks in the first block.
  private func judged() throws -> SmallTraject {
    var traject = try given()
    try traject.act("student", "2026-09-10", held)
    try traject.act("coach", "2026-09-10", advance)
    #expect(traject.state.phase == "blok")
    try traject.act("student", "2026-10-20", held)
    try traject.act("coach", "2026-10-20", advance)
    #expect(traject.state.phase == "oordeel")
    return traject
  }

  private func signHours(_ traject: inout SmallTraject, _ block: String, _ amount: Int, on: String) throws {
    try traject.act("student", on, .count(counter: "uren", amount: amount))
    try traject.act("student", on, .submit("urenstaat@\(block)"))
    try traject.act("trainer", on, .sign(document: "urenstaat@\(block)"))
  }

  // GEN-04 refuses
  @Test func aWayWaitsForSoManyTalksOfTheBlock() throws {
    var traject = try given()
    try traject.act("student", "2026-09-10", held)
    #expect(
      traject.refused("coach", "2026-09-10", .advance(to: "oordeel")).joined().contains(
        "praatje has been held 2 times in this block"))
    _ = try judged()
  }

  // GEN-04 refuses
  @Test func hoursCountOnceTheyAreSigned() throws {
    var traject = try judged()
    try traject.act("student", "2026-10-21", .count(counter: "uren", amount: 8))
    let lacking = "are signed in blok-1: add what there is more with count"
    #expect(traject.refused("coach", "2026-10-21", advance).joined().contains("0 of the 10 hours \(lacking)"))
    try signHours(&traject, "b1", 1, on: "2026-10-22")
    #expect(traject.refused("coach", "2026-10-22", advance).joined().contains("9 of the 10 hours \(lacking)"))
    try signHours(&traject, "b1", 1, on: "2026-10-23")
    // Never before the day on which it was enough.
    #expect(traject.refused("coach", "2026-10-22", advance).joined().contains("23 Oct 2026"))
    try traject.act("coach", "2026-10-23", advance)
    #expect(traject.state.phase == "blok")
  }

  // GEN-04 allows
  @Test func aTalkOfTheNextBlockDoesNotChangeWhatAVerdictWaitsFor() throws {
    var traject = try judged()
    try signHours(&traject, "b1", 10, on: "2026-11-06")
    try traject.act("student", "2026-11-20", held)
    try traject.act("coach", "2026-11-23", advance)
    // The talk of the new block was the one that this time asks; the verdict waits for the second.
    #expect(
      traject.refused("coach", "2026-11-23", .advance(to: "oordeel")).joined().contains("in this block"))
    try traject.act("coach", "2026-11-23", advance)
    try traject.act("student", "2027-01-05", held)
    try traject.act("coach", "2027-01-05", advance)
    #expect(traject.state.phase == "oordeel")
    #expect(traject.refused("coach", "2027-01-05", advance).joined().contains("0 of the 10 hours"))
    try signHours(&traject, "b2", 12, on: "2027-01-20")
    try traject.act("coach", "2027-01-20", advance)
    #expect(traject.state.completed == day("2027-01-20"))
  }

  // GEN-10 allows
  @Test func whatWasWaivedCountsAndAnotherGesprekDoesNot() throws {
    var traject = try given()
    try traject.act("student", "2026-09-10", held)
    try traject.act("student", "2026-09-11", .held("inloop", "student"))
    try traject.act("coach", "2026-09-11", advance)
    #expect(traject.state.phase == "blok")
    try traject.act("coach", "2026-09-12", .waive("praatje@2.held"))
    try traject.act("coach", "2026-09-12", advance)
    #expect(traject.state.phase == "oordeel")
  }
}
