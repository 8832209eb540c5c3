import Testing

@testable import CyclusCore

/// The time of the werkplekbegeleider, beside what was counted.
@Suite struct GuidanceTimeTests {
  private func held(_ gesprek: String, _ minutes: Int?, _ present: String...) -> Command {
    .held(
      .init(gesprek: gesprek, present: present.map { Command.Present(role: $0) }, minutes: minutes))
  }

  private func minutes(_ scenario: Scenario) -> Int {
    scenario.state.minutes(with: "werkplekbegeleider", scenario.rulebook)
  }

  // HAN-08 shows
  @Test func minutesAddUpOfTheGesprekkenAtWhichTheWerkplekbegeleiderWas() {
    let talked = given(
      Stretch(acts: []), by("student", "2026-02-03", held("kennismakingsgesprek", 45, "student", "wpb")),
      by("student", "2026-02-10", held("begeleidingsgesprek", 60, "student", "wpb")),
      by("student", "2026-02-24", held("begeleidingsgesprek", 50, "student", "so")))
    #expect(minutes(talked) == 105)
    #expect(Scenario.workflow.counter("begeleidingsuren")?.high == 30)
    #expect(talked.state.counters["begeleidingsuren"] == nil)
    let none = given(
      Stretch(acts: []), by("student", "2026-02-10", held("begeleidingsgesprek", nil, "student", "wpb")))
    #expect(minutes(none) == 0)
    #expect(none.remarks.isEmpty)
    #expect(minutes(given()) == 0)
  }

  // HAN-08 shows
  @Test func withoutMinutesTheUsualDurationCounts() throws {
    var workflow = Scenario.workflow
    let index = try #require(workflow.gesprekken.firstIndex { $0.id == "kennismakingsgesprek" })
    workflow.gesprekken[index].duration = 30
    var talked = given(.kennismaking)
    talked.rulebook = try Rulebook(workflow: workflow, traject: talked.state)
    #expect(minutes(talked) == 30)
  }

  // HAN-08, GEN-13 stores
  @Test func aDayThatIsCorrectedLeavesTheMinutes() throws {
    let talked = given(
      Stretch(acts: []), by("student", "2026-02-03", held("kennismakingsgesprek", 45, "student", "wpb")))
    let seq = try #require(talked.events("held").first?.seq)
    let moved = talked.when(amending(seq, on: "2026-02-02", today: "2026-02-04")).then("corrected")
    #expect(minutes(moved) == 45)
    #expect(moved.state.gesprekken["kennismakingsgesprek"]?.held == [day("2026-02-02")])
  }

  // HAN-08 refuses
  @Test(arguments: [0, -5, 601]) func minutesThatCannotBeAreRefused(_ minutes: Int) {
    given().when("student", on: "2026-02-03", held("kennismakingsgesprek", minutes, "student", "wpb"))
      .refuses("minuten kan niet")
  }
}
