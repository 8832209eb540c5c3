import Testing

@testable import CyclusCore

/// Documents in parts, and signatures with a date.
@Suite struct DocumentPartsTests {
  private static let file = """
    timeline: [{block: blok-1, weeks: 8, rule: X-1}]
    gesprekken:
      begin: {by: student, present: [student], opens: at the start, due: end of week 4, rule: X-1}
    documents:
      portfolio:
        by: student
        for: begin
        opens: with its gesprek
        due: 1 week before its gesprek
        parts:
          plan: {required: no, rule: X-1}
          reflectie: {required: no, rule: X-1}
        rule: X-1
      verkorting:
        by: student
        opens: at the start
        parts: {stage: {rule: X-1}, bewijs: {rule: X-1}, toelichting: {required: no, rule: X-1}}
        rule: X-1
      formulier:
        by: coach
        opens: at the start
        signed-by: [student, trainer]
        sign-due: 2 weeks after opening
        rule: X-1
    phases:
      - {phase: start, leave-when: [formulier signed], rule: X-1}
    """

  private func submit(_ document: String, _ parts: String...) -> Command {
    var given: [String: TextReference] = [:]
    for part in parts { given[part] = text() }
    return .submit(.init(document: document, parts: given))
  }

  @Test func aPartThatADocumentDoesNotHaveIsRefused() throws {
    let traject = try SmallTraject(Self.file)
    #expect(
      traject.refused("student", "2026-09-08", submit("portfolio", "plann"))
        == ["portfolio has no part “plann”, but does have plan and reflectie"])
    #expect(
      traject.refused("coach", "2026-09-08", submit("formulier", "plan"))
        == ["formulier has no part “plan”: leave --part out"])
  }

  @Test func aDocumentIsRefusedWithoutAllOfItsRequiredParts() throws {
    var traject = try SmallTraject(Self.file)
    #expect(traject.refused("student", "2026-09-08", submit("verkorting", "toelichting")).count == 2)
    #expect(traject.refused("student", "2026-09-08", submit("verkorting", "stage")).count == 1)
    try traject.act("student", "2026-09-08", submit("verkorting", "stage", "bewijs"))
    #expect(traject.obligation("verkorting.submitted")?.met == day("2026-09-08"))
    #expect(traject.remarks.map(\.en).joined().contains("handed in without toelichting"))
  }

  @Test func anIncompleteDocumentIsHandedInAllTheSame() throws {
    var traject = try SmallTraject(Self.file)
    #expect(traject.due("portfolio.submitted") == "2026-09-25")
    try traject.act("student", "2026-09-10", submit("portfolio", "plan"))
    #expect(traject.obligation("portfolio.submitted")?.met == day("2026-09-10"))
    #expect(traject.remarks.map(\.en).joined().contains("handed in without reflectie"))
    try traject.act("student", "2026-09-12", submit("portfolio", "reflectie"))
    #expect(traject.remarks.isEmpty)
    #expect(traject.state.documents["portfolio"]?.submissions.map(\.parts) == [["plan"], ["reflectie"]])
  }

  @Test func signingHasADateThatCountsFromHandingIn() throws {
    var traject = try SmallTraject(Self.file)
    #expect(traject.due("formulier@student.signed") == nil)
    try traject.act("coach", "2026-09-08", submit("formulier"))
    #expect(traject.due("formulier@student.signed") == "2026-09-22")
    try traject.act("student", "2026-09-09", .sign(document: "formulier"))
    #expect(traject.obligation("formulier@student.signed")?.met == day("2026-09-09"))
    #expect(traject.refused("coach", "2026-09-09", .sign(document: "formulier")).isEmpty == false)
  }

  @Test func aDocumentHandedInAgainIsSignedAnew() throws {
    var traject = try SmallTraject(Self.file)
    try traject.act("coach", "2026-09-08", submit("formulier"))
    try traject.act("student", "2026-09-09", .sign(document: "formulier"))
    try traject.act("coach", "2026-09-14", submit("formulier"))
    let again = traject.obligation("formulier@student.signed")
    #expect(again?.met == nil)
    #expect(again?.due == day("2026-09-28"))
    #expect(traject.refused("coach", "2026-09-14", .advance(to: nil)).count == 2)
    try traject.act("student", "2026-09-15", .sign(document: "formulier"))
    try traject.act("trainer", "2026-09-15", .sign(document: "formulier"))
    #expect(traject.refused("coach", "2026-09-15", .advance(to: nil)) == [])
    // An earlier version that comes to light later is not what was signed.
    try traject.act("coach", "2026-09-10", submit("formulier"), today: "2026-09-16")
    #expect(traject.obligation("formulier@trainer.signed")?.met == day("2026-09-15"))
  }
}
