import Testing

@testable import CyclusCore

/// A timeline of blocks that begin on dates.
@Suite struct DatedTimelineTests {
  private static let text = """
    parameters:
      blokken: {dates: true, rule: X-1}
      bezoeken: {number: true, at-least: 3, at-most: 9, default: 3, rule: X-1}
      kort: {yes-no: true, when: {not: {lasts: 20 weeks}}, rule: X-1}
    timeline:
      - {blocks: blok, starts: blokken, rule: X-1}
    placement-days: {days: [monday], rule: X-1}
    free-days:
      rule: X-1
      periods: [{from: 2026-12-21, to: 2027-01-01, name: Kerstvakantie}]
    gesprekken:
      begin: {by: student, present: [student], opens: at the start, due: end of placement, rule: X-1}
    documents:
      verslag: {by: student, opens: at the start, when: {lasts: 21 weeks}, rule: X-1}
    phases:
      - {phase: start, leave-when: [begin held], rule: X-1}
    """

  private func traject(_ parameters: [String: String] = [:], until: String? = "2027-01-29") throws
    -> SmallTraject
  {
    try SmallTraject(Self.text, until: until, parameters)
  }

  private func refused(_ parameters: [String: String], until: String? = "2027-01-29") throws -> [String] {
    startRefused(
      SmallTraject.request(from: "2026-09-07", until: until, parameters),
      try SmallTraject.workflow(Self.text))
  }

  @Test func aBlockBeginsOnEachDateAndEndsTheDayBeforeTheNext() throws {
    let blocks = try traject(["blokken": "2026-11-09,2027-01-04"]).rulebook.timeline.blocks
    #expect(blocks.map(\.name) == ["blok-1", "blok-2", "blok-3"])
    #expect(blocks.map(\.number) == [1, 2, 3])
    #expect(blocks.map(\.first.description) == ["2026-09-07", "2026-11-09", "2027-01-04"])
    #expect(blocks.map(\.last.description) == ["2026-11-08", "2027-01-03", "2027-01-29"])
  }

  @Test func withoutDatesThereIsOneBlock() throws {
    let timeline = try traject().rulebook.timeline
    #expect(
      timeline.blocks == [.init(name: "blok-1", number: 1, first: day("2026-09-07"), last: day("2027-01-29"))]
    )
    #expect(timeline.block(containing: day("2026-12-25"))?.number == 1)
    #expect(timeline.block(containing: day("2027-01-30")) == nil)
  }

  @Test func weeksWithAWorkingDayAreNumberedThrough() throws {
    let timeline = try traject(["blokken": "2026-11-09"]).rulebook.timeline
    #expect(timeline.weeks.count == 19)
    #expect(timeline.week(containing: day("2026-12-23")) == nil)
    #expect(timeline.week(10)?.block == "blok-2")
    #expect(timeline.week(10)?.monday == day("2026-11-09"))
    #expect(timeline.week(19)?.lastWorkingDay == day("2027-01-29"))
    #expect(timeline.end == day("2027-01-29"))
    #expect(timeline.start(ofBlock: "blok-2") == day("2026-11-09"))
    #expect(timeline.end(ofBlock: "blok-1") == day("2026-11-08"))
  }

  @Test func blocksOfTeachingWeeksAreBlocksToo() throws {
    let blocks = try Rulebook(workflow: Scenario.workflow, from: day("2026-02-02"), parameters: [:]).timeline
      .blocks
    #expect(blocks.map(\.name) == ["blok-1", "blok-2"])
    #expect(blocks.map(\.number) == [1, 2])
    #expect(blocks.first?.first == day("2026-02-02"))
    #expect(blocks.last?.last == day("2026-06-19"))
  }

  @Test func aStartWithoutAnEndIsRefused() throws {
    #expect(try refused([:], until: nil).joined().contains("the end has to be known"))
  }

  @Test func datesOutsideThePlacementOrOutOfOrderAreRefused() throws {
    #expect(try refused(["blokken": "2026-11-09, 1-2-2027"]).joined().contains("cannot begin on"))
    #expect(try refused(["blokken": "2026-09-07"]).joined().contains("cannot begin on"))
    #expect(try refused(["blokken": "2027-01-04,2026-11-09"]).joined().contains("the earliest first"))
    #expect(try refused(["blokken": "2026-11-09,2026-11-09"]).joined().contains("the earliest first"))
    #expect(try refused(["blokken": "2026-11-31"]).joined().contains("existing dates"))
    #expect(try refused([:], until: "2036-10-29").joined().contains("more than ten years"))
    #expect(try refused(["blokken": "9-11-2026, 4-1-2027"]) == [])
  }

  @Test func aBlockInWhichSomethingIsOnRecordStaysWhereItIs() throws {
    var traject = try traject(["blokken": "2026-11-09,2027-01-04"])
    traject.state.evolve(
      .submitted(
        .init(document: ItemKey("verslag", occurrence: "b2"), reference: nil, parts: [:], validUntil: nil)),
      meets: [], by: .system, on: day("2026-11-20"), number: 9)
    let moved = Command.set(parameter: "blokken", value: "2026-11-16,2027-01-04")
    #expect(
      traject.refused("coach", "2026-12-01", moved).joined().contains("blok-2 (b2) can no longer be moved"))
    #expect(
      traject.refused("coach", "2026-12-01", moved, in: .nl) == [
        "blok-2 (b2) kan niet meer weg van ma 9 nov 2026, want er is al iets vastgelegd: verslag; laat die dag staan"
      ])
    let dropped = Command.set(parameter: "blokken", value: "2027-01-04")
    #expect(traject.refused("coach", "2026-12-01", dropped).joined().contains("blok-2 (b2)"))
    try traject.act("coach", "2026-12-01", .set(parameter: "blokken", value: "2026-11-09,2027-01-11"))
    #expect(traject.rulebook.timeline.blocks.last?.first == day("2027-01-11"))
    let outside = Command.set(parameter: "blokken", value: "2026-11-09,2027-02-11")
    #expect(traject.refused("coach", "2026-12-01", outside).joined().contains("cannot begin on"))
  }

  @Test func whatIsDueInItsPeriodFollowsTheDaysOfThatPeriod() throws {
    let traject = try traject()
    let period = Rulebook.Period(
      name: "b1", first: day("2026-09-07"), last: day("2026-11-08"), due: day("2026-11-06"))
    func due(_ deadline: Deadline) -> String? {
      traject.state.due(of: deadline, opens: nil, traject.rulebook, .init(period: period)).day?.description
    }
    #expect(traject.state.day(of: .startOfItsPeriod, traject.rulebook, .init(period: period)) == period.first)
    #expect(due(.ofItsPeriod(.end)) == "2026-11-06")
    #expect(due(.ofItsPeriod(.middle)) == "2026-10-08")
    #expect(due(.afterItsPeriod(Span(1, .weeks), .end)) == "2026-11-13")
    #expect(due(.afterItsPeriod(Span(2, .weeks), .middle)) == "2026-10-22")
    #expect(due(.beforeItsPeriod(Span(3, .days), .end)) == "2026-11-03")
    #expect(traject.state.due(of: .ofItsPeriod(.end), opens: nil, traject.rulebook, .init()).day == nil)
  }

  @Test func aConditionLooksAtTheLengthOfThePlacement() throws {
    // 145 days: 20 weeks and five days.
    #expect(try traject().obligation("verslag.submitted") == nil)
    #expect(try traject(until: "2027-01-31").obligation("verslag.submitted") != nil)
    #expect(try refused(["kort": "yes"]).joined().contains("only means something with not lasts 20 weeks"))
    #expect(try refused(["kort": "yes"], until: "2026-12-01") == [])
  }

  @Test func aNumberOutsideItsBoundsIsRefused() throws {
    #expect(try refused(["bezoeken": "2"]) == ["bezoeken: 2 is not possible; give a number from 3 to 9"])
    #expect(try refused(["bezoeken": "10"]).count == 1)
    #expect(try refused(["bezoeken": "9"]) == [])
    let traject = try traject()
    #expect(traject.refused("coach", "2026-10-01", .set(parameter: "bezoeken", value: "2")).count == 1)
    #expect(traject.refused("coach", "2026-10-01", .set(parameter: "bezoeken", value: "5")) == [])
  }
}
