import Testing

@testable import CyclusCore

/// Documents that run out, and what opens because of that.
@Suite struct DocumentValidityTests {
  private static let file = """
    parameters: {geldig-tot: {date: true, rule: X-1}}
    timeline: [{blocks: blok, rule: X-1}]
    gesprekken:
      begin: {by: coach, present: [coach], opens: at the start, due: 4 weeks after opening, rule: X-1}
    documents:
      pok: {by: [coach, student], opens: at the start, due: 1 week after opening, valid: geldig-tot, rule: X-1}
      pas: {by: student, opens: at the start, valid: true, rule: X-1}
      verslag: {by: student, opens: at the start, rule: X-1}
    tasks:
      registreren:
        by: coach
        for: begin
        opens: after its gesprek held without pok valid
        due: 1 week after opening
        needs: [pok valid, verslag submitted]
        rule: X-1
      verlengen:
        by: coach
        for: begin
        opens: once pok runs out before its gesprek
        due: on the day of its gesprek
        lapses: gesprek held
        rule: X-1
    phases:
      - {phase: start, leave-when: [begin held, registreren done], rule: X-1}
    """

  private let held = Command.held(.init(gesprek: "begin", present: [.init(role: "coach")]))

  private func submit(_ document: String, until: String? = nil) -> Command {
    .submit(.init(document: document, validUntil: until.map(day)))
  }

  private func plan(_ on: String) throws -> Command {
    .plan(gesprek: "begin", at: try #require(LocalMoment(on + " 10:00")), mode: nil)
  }

  private func traject(_ until: String?) throws -> SmallTraject {
    try SmallTraject(Self.file, until.map { ["geldig-tot": $0] } ?? [:])
  }

  @Test func theParameterGivesTheFirstLastDayAndCountsAsHandedIn() throws {
    #expect(try traject(nil).obligation("pok.submitted")?.met == nil)
    let given = try traject("2026-12-31")
    #expect(given.obligation("pok.submitted")?.met == day("2026-09-07"))
    #expect(given.state.validUntil("pok", given.rulebook) == day("2026-12-31"))
    #expect(given.state.isValid("pok", on: day("2026-12-31"), given.rulebook))
    #expect(!given.state.isValid("pok", on: day("2027-01-01"), given.rulebook))
  }

  @Test func aGesprekHeldOnTheLastDayOpensNothing() throws {
    var traject = try traject("2026-09-30")
    try traject.act("coach", "2026-09-30", held)
    #expect(traject.obligation("registreren.done") == nil)
    #expect(traject.refused("coach", "2026-09-30", .advance(to: nil)) == [])
  }

  @Test func aGesprekHeldADayLaterOpensTheTaskAndHoldsThePhase() throws {
    var traject = try traject("2026-09-30")
    try traject.act("coach", "2026-10-01", held)
    let task = traject.obligation("registreren.done")
    #expect(task?.opens == day("2026-10-01"))
    #expect(task?.due == day("2026-10-08"))
    #expect(task?.isBlocking == true)
    #expect(traject.refused("coach", "2026-10-01", .advance(to: nil)).count == 1)
  }

  @Test func noDocumentAtAllIsNotValidEither() throws {
    var traject = try traject(nil)
    #expect(traject.obligation("registreren.done") == nil)
    try traject.act("coach", "2026-10-01", held)
    #expect(traject.obligation("registreren.done") != nil)
  }

  @Test func theTaskNeedsAValidDocumentAndWhatElseItNames() throws {
    var traject = try traject("2026-09-30")
    try traject.act("coach", "2026-10-01", held)
    let done = Command.done(obligation: "registreren")
    #expect(traject.refused("coach", "2026-10-02", done).count == 2)
    try traject.act("coach", "2026-10-02", submit("pok", until: "2027-07-01"))
    try traject.act("student", "2026-10-03", submit("verslag"))
    // What was handed in afterwards takes nothing back.
    #expect(traject.obligation("registreren.done") != nil)
    #expect(traject.refused("coach", "2026-10-02", done).joined().contains("was not until"))
    try traject.act("coach", "2026-10-03", done)
    #expect(traject.refused("coach", "2026-10-03", .advance(to: nil)) == [])
  }

  @Test func aValidDocumentEnteredLateTakesTheTaskBack() throws {
    var traject = try traject("2026-09-30")
    try traject.act("coach", "2026-10-01", held)
    try traject.act("coach", "2026-09-29", submit("pok", until: "2027-07-01"), today: "2026-10-05")
    #expect(traject.obligation("registreren.done") == nil)
    #expect(
      traject.refused("coach", "2026-10-05", .done(obligation: "registreren")).joined().contains("not asked"))
  }

  @Test func aTaskThatWasFlaggedStays() throws {
    var traject = try traject("2026-09-30")
    try traject.act("coach", "2026-10-01", held)
    let key = try #require(ObligationKey("registreren.done"))
    traject.state.flags.append(
      .init(obligation: key, due: day("2026-10-08"), rung: 0, recipient: PersonID(3), on: day("2026-10-09")))
    try traject.act("coach", "2026-09-29", submit("pok", until: "2027-07-01"), today: "2026-10-10")
    #expect(traject.due("registreren.done") == "2026-10-08")
  }

  @Test func aDocumentThatRunsOutBeforeThePlannedDayOpensATask() throws {
    var traject = try traject("2026-10-02")
    // Due on Monday 5 October, three days after its last day.
    #expect(traject.obligation("verlengen.done")?.due == day("2026-10-05"))
    try traject.act("coach", "2026-09-08", plan("2026-10-02"))
    #expect(traject.obligation("verlengen.done") == nil)
    #expect(traject.remarks.isEmpty)
    try traject.act("coach", "2026-09-08", plan("2026-10-05"))
    #expect(traject.remarks.map(\.en).joined().contains("is valid until Fri 2 Oct 2026, but begin is on"))
    #expect(traject.obligation("verlengen.done")?.opens == day("2026-09-07"))
    try traject.act("coach", "2026-09-09", submit("pok", until: "2026-10-03"))
    #expect(traject.remarks.map(\.en).joined().contains("is valid until"))
    try traject.act("coach", "2026-09-09", submit("pok", until: "2026-10-05"))
    #expect(traject.remarks.isEmpty)
    #expect(traject.obligation("verlengen.done") == nil)
  }

  @Test func aLastDayIsAskedAndOnlyWhereItMeansSomething() throws {
    var traject = try traject(nil)
    try traject.act("student", "2026-09-08", submit("pas"))
    #expect(traject.remarks.map(\.en).joined().contains("does not count as valid"))
    #expect(traject.obligation("pas.submitted")?.met == day("2026-09-08"))
    try traject.act("student", "2026-09-10", submit("pas", until: "2026-09-09"))
    #expect(traject.remarks.map(\.en).joined().contains("had run out"))
    #expect(
      traject.refused("student", "2026-09-10", submit("verslag", until: "2027-01-01"))
        == ["no last day is kept of verslag: leave --valid-until out"])
  }
}
