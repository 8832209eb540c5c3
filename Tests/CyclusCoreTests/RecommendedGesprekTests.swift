import Testing

@testable import CyclusCore

/// Gesprekken and items of an agenda that hang on a parameter.
@Suite struct RecommendedGesprekTests {
  private static let file = """
    parameters: {proeve: {yes-no: true, default: no, rule: X-1}}
    timeline: [{block: blok-1, weeks: 8, rule: X-1}]
    gesprekken:
      begin:
        by: coach
        present: [coach]
        opens: at the start
        agenda: [kennismaken, {nl: de proeve, en: the trial, when: {proeve: yes}}]
        rule: X-1
      proef: {by: coach, present: [coach], opens: at the start, due: end of week 2, when: {proeve: yes}, rule: X-1}
    documents:
      notitie: {by: student, for: proef, opens: with its gesprek, rule: X-1}
    tasks:
      verslag: {by: coach, for: proef, opens: after its gesprek held, rule: X-1}
    phases:
      - {phase: start, leave-when: [begin held, proef closed, notitie submitted, verslag done], rule: X-1}
    """

  private func held(_ gesprek: String) -> Command {
    .held(.init(gesprek: gesprek, present: [.init(role: "coach")]))
  }

  @Test func whatIsOnlyRecommendedIsOwedByNobody() throws {
    var traject = try SmallTraject(Self.file)
    for key in ["proef.held", "proef.closed", "notitie.submitted", "verslag.done"] {
      #expect(traject.obligation(key) == nil, "\(key)")
    }
    try traject.act("coach", "2026-09-08", held("begin"))
    #expect(traject.refused("coach", "2026-09-08", .advance(to: nil)) == [])
  }

  @Test func itMayBeHeldAllTheSameAndThenAsksWhatFollows() throws {
    var traject = try SmallTraject(Self.file)
    try traject.act("coach", "2026-09-08", held("proef"))
    #expect(traject.state.gesprekken["proef"]?.closed == day("2026-09-08"))
    #expect(traject.obligation("proef.held") == nil)
    #expect(traject.obligation("verslag.done")?.opens == day("2026-09-08"))
  }

  @Test func whereTheConditionHoldsItIsAskedAsAnyOther() throws {
    let traject = try SmallTraject(Self.file, ["proeve": "yes"])
    #expect(traject.due("proef.held") == "2026-09-18")
    #expect(traject.obligation("notitie.submitted") != nil)
    #expect(traject.refused("coach", "2026-09-08", .advance(to: nil)).count == 5)
  }

  @Test func theAgendaHoldsWhatMeansSomethingHere() throws {
    let (without, with) = (try SmallTraject(Self.file), try SmallTraject(Self.file, ["proeve": "yes"]))
    let begin = try #require(without.workflow.gesprek("begin"))
    #expect(without.state.agenda(of: begin, without.rulebook).map(\.en) == ["kennismaken"])
    #expect(with.state.agenda(of: begin, with.rulebook).map(\.en) == ["kennismaken", "the trial"])
  }

}
