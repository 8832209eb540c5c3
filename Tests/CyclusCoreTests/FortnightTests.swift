import Testing

@testable import CyclusCore

/// What recurs once in so many teaching weeks.
@Suite struct FortnightTests {
  private static let file = """
    timeline: [{block: blok-1, weeks: 7, rule: X-1}]
    gesprekken:
      begin: {by: coach, present: [coach], opens: at the start, rule: X-1}
      kring:
        by: student
        present: [student]
        each: 2 weeks
        missed-in-a-row: {times: 2, opens: contact}
        rule: X-1
    documents:
      verslag: {by: student, each: 3 weeks, due: end of its period, rule: X-1}
    tasks:
      contact: {by: coach, due: 1 week after opening, rule: X-1}
    phases:
      - {phase: start, leave-when: [begin held], rule: X-1}
    """

  private func asked(_ traject: SmallTraject, _ id: String) -> [String] {
    traject.state.obligations(traject.rulebook).filter { $0.key.item.id == id && $0.isAsked }
      .map { "\($0.key.item.occurrence ?? "") \($0.opens?.description ?? "") \($0.due?.description ?? "")" }
  }

  private let held = Command.held("kring", "student")

  // GEN-05 shows
  @Test func eachStretchIsNamedAfterItsFirstWeekAndTheLastMayBeShorter() throws {
    let traject = try SmallTraject(Self.file)
    #expect(
      asked(traject, "kring") == [
        "w1 2026-09-07 2026-09-18", "w3 2026-09-21 2026-10-02", "w5 2026-10-05 2026-10-16",
        "w7 2026-10-19 2026-10-23",
      ])
    #expect(
      asked(traject, "verslag") == [
        "w1 2026-09-07 2026-09-25", "w4 2026-09-28 2026-10-16", "w7 2026-10-19 2026-10-23",
      ])
  }

  // GEN-09 allows
  @Test func itIsHeldInAnyWeekOfItsStretch() throws {
    var traject = try SmallTraject(Self.file)
    try traject.act("student", "2026-09-16", held)
    try traject.act("student", "2026-09-21", held)
    #expect(asked(traject, "kring").map { $0.prefix(2) } == ["w5", "w7"])
    // One more in the same stretch gets a number.
    try traject.act("student", "2026-09-28", held)
    #expect(traject.state.gesprekken["kring@1"] != nil)
  }

  // GEN-09 refuses
  @Test func aWeekThatNamesNoStretchIsRefusedWithTheOneThatIsMeant() throws {
    let traject = try SmallTraject(Self.file)
    let refused = traject.refused("student", "2026-09-16", .held("kring@w2", "student"))
    #expect(
      refused == [
        "“kring@w2” does not exist: this gesprek comes once in 2 weeks and is named after the first of them; do you mean kring@w1?"
      ])
    #expect(
      traject.refused("student", "2026-09-21", .held("kring@w1", "student")).joined().contains(
        "does not lie in week 1 to 2"))
  }

  // HAN-27 opens
  @Test func stretchesThatWereMissedInARowOpenATask() throws {
    var traject = try SmallTraject(Self.file)
    #expect(traject.obligation("contact@w3.done")?.opens == day("2026-10-03"))
    try traject.act("student", "2026-09-24", held)
    #expect(traject.obligation("contact@w3.done") == nil)
    #expect(traject.obligation("contact@w7.done") != nil)
  }
}
