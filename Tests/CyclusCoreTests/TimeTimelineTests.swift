import Testing

@testable import CyclusCore

/// The day of a text; one that is no date stops the test run.
private func on(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("\(text) is no date") }
  return day
}

@Suite struct TimeTimelineTests {
  private let year2026 = [
    FreePeriod(from: on("2026-02-14"), to: on("2026-02-22"), name: "Voorjaarsvakantie", region: "midden"),
    FreePeriod(from: on("2026-04-06"), to: on("2026-04-06"), name: "Tweede paasdag"),
    FreePeriod(from: on("2026-04-25"), to: on("2026-05-03"), name: "Meivakantie"),
    FreePeriod(from: on("2026-05-14"), to: on("2026-05-15"), name: "Hemelvaart"),
    FreePeriod(from: on("2026-05-25"), to: on("2026-05-25"), name: "Tweede pinksterdag"),
  ]

  private func timeline(
    _ parts: [TeachingTimeline.Part], from: Day = on("2026-02-02"), on days: [Weekday] = [.monday, .tuesday],
    free: [FreePeriod]? = nil
  ) throws(TimelineProblem) -> TeachingTimeline {
    try TeachingTimeline(
      parts: parts, from: from, placementDays: days,
      workingDays: WorkingDays(free: free ?? year2026, region: "midden"))
  }

  private func han(secondStart: Day? = nil) -> [TeachingTimeline.Part] {
    [
      .init(kind: .block, name: "blok 3", weeks: 8), .init(kind: .pause, name: "toetsweken", weeks: 2),
      .init(kind: .block, name: "blok 4", weeks: 8, start: secondStart),
    ]
  }

  @Test func theHANYearOf2026HasItsSixteenWeeks() throws {
    let timeline = try timeline(han())
    let mondays = timeline.weeks.map(\.monday.description)
    #expect(
      mondays == [
        "2026-02-02", "2026-02-09", "2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23",
        "2026-03-30", "2026-04-20", "2026-05-04", "2026-05-11", "2026-05-18", "2026-05-25", "2026-06-01",
        "2026-06-08", "2026-06-15",
      ])
    #expect(timeline.weeks.map(\.number) == Array(1...16))
    #expect(
      timeline.weeks.map(\.block) == Array(repeating: "blok 3", count: 8)
        + Array(repeating: "blok 4", count: 8))
    #expect(timeline.end == on("2026-06-19"))
    #expect(timeline.week(11)?.lastWorkingDay == on("2026-05-13"))
    #expect(timeline.start(ofBlock: "blok 3") == on("2026-02-02"))
    #expect(timeline.end(ofBlock: "blok 3") == on("2026-04-03"))
    #expect(timeline.start(ofBlock: "blok 4") == on("2026-04-20"))
    #expect(timeline.end(ofBlock: "blok 4") == on("2026-06-19"))
    #expect(timeline.warnings.isEmpty)
  }

  @Test func aDayIsFoundInItsTeachingWeekAndABreakInNone() throws {
    let timeline = try timeline(han())
    #expect(timeline.week(containing: on("2026-02-02"))?.number == 1)
    #expect(timeline.week(containing: on("2026-03-01"))?.number == 3)
    #expect(timeline.week(containing: on("2026-06-21"))?.number == 16)
    for free in ["2026-02-01", "2026-02-18", "2026-04-08", "2026-04-28", "2026-06-22"] {
      #expect(timeline.week(containing: try #require(Day(free))) == nil)
    }
    #expect(timeline.week(0) == nil)
    #expect(timeline.week(17) == nil)
    #expect(timeline.start(ofBlock: "toetsweken") == nil)
    #expect(timeline.end(ofBlock: "blok 5") == nil)
  }

  @Test func aPlacementWeekHasAPlacementDayThatIsAWorkingDay() throws {
    let monday = try timeline(han(), on: [.monday])
    #expect(monday.weeks.filter { !$0.isPlacementWeek }.map(\.monday.description) == ["2026-05-25"])
    let late = try timeline(han(), on: [.thursday, .friday])
    #expect(late.weeks.filter { !$0.isPlacementWeek }.map(\.monday.description) == ["2026-05-11"])
    #expect(try timeline(han(), on: []).weeks.allSatisfy(\.isPlacementWeek))
    #expect(try timeline(han(), on: [.saturday]).weeks.allSatisfy { !$0.isPlacementWeek })
  }

  @Test func aStartInMidWeekMakesThatWeekTheFirst() throws {
    let timeline = try timeline(han(), from: on("2026-02-04"))
    #expect(timeline.week(1)?.monday == on("2026-02-02"))
    #expect(timeline.week(1)?.isPlacementWeek == false)
    #expect(timeline.week(2)?.isPlacementWeek == true)
    #expect(timeline.start(ofBlock: "blok 3") == on("2026-02-04"))
    #expect(timeline.end == on("2026-06-19"))
  }

  @Test func aWeekThatHasNoWorkingDayLeftAfterTheStartIsNotTheFirst() throws {
    let timeline = try timeline([.init(kind: .block, name: "blok", weeks: 2)], from: on("2026-05-14"))
    #expect(timeline.weeks.map(\.monday.description) == ["2026-05-18", "2026-05-25"])
    #expect(timeline.start(ofBlock: "blok") == on("2026-05-18"))
  }

  @Test(arguments: ["2026-01-31", "2026-02-01"])
  func aStartInAWeekendCountsForTheWeekAfter(from: String) throws {
    let timeline = try timeline(han(), from: on(from))
    #expect(timeline.week(1)?.monday == on("2026-02-02"))
    #expect(timeline.start(ofBlock: "blok 3") == on("2026-02-02"))
  }

  @Test func theFirstBlockPrefersItsOwnStart() throws {
    let timeline = try timeline(
      [.init(kind: .block, name: "blok", weeks: 1, start: on("2026-03-03"))], from: on("2026-02-02"))
    #expect(timeline.weeks.map(\.monday.description) == ["2026-03-02"])
  }

  @Test func aPauseInFrontMovesTheFirstBlock() throws {
    let timeline = try timeline([
      .init(kind: .pause, name: "inwerken", weeks: 1), .init(kind: .block, name: "blok", weeks: 1),
    ])
    #expect(timeline.weeks.map(\.monday.description) == ["2026-02-09"])
    #expect(timeline.warnings.isEmpty)
  }

  @Test(arguments: [("2026-04-13", 1), ("2026-05-06", 4), ("2026-04-06", 0)])
  func aBreakOfAnotherLengthIsWarnedOf(start: String, weeks: Int) throws {
    let timeline = try timeline(han(secondStart: on(start)))
    #expect(timeline.warnings == [.breakLength(name: "toetsweken", weeks: weeks, expected: 2)])
    #expect(timeline.start(ofBlock: "blok 4") == on(start))
  }

  @Test func aBreakOfTheDeclaredLengthIsNotWarnedOf() throws {
    #expect(try timeline(han(secondStart: on("2026-04-22"))).warnings.isEmpty)
  }

  @Test func aBlockWithoutAPauseBeforeItMayLeaveAGap() throws {
    let timeline = try timeline([
      .init(kind: .block, name: "a", weeks: 1),
      .init(kind: .block, name: "b", weeks: 1, start: on("2026-03-09")),
    ])
    #expect(timeline.warnings.isEmpty)
    #expect(timeline.week(2)?.monday == on("2026-03-09"))
  }

  @Test(arguments: ["2026-03-30", "2026-04-03", "2026-02-16", "2025-09-01"])
  func aBlockThatStartsBeforeTheOneBeforeItHasEndedIsRefused(start: String) {
    #expect(
      throws: TimelineProblem.overlaps(block: "blok 4", starts: on(start), previousEnds: on("2026-04-03"))
    ) { try timeline(han(secondStart: on(start))) }
  }

  @Test func aCalendarWithoutEndIsRefused() {
    let never = [FreePeriod(from: on("1900-01-01"), to: on("2200-12-31"), name: "vrij")]
    #expect(throws: TimelineProblem.endless) { try timeline(han(), free: never) }
    #expect(throws: TimelineProblem.endless) { try timeline(han(secondStart: on("2030-01-07"))) }
    for weeks in [201, Int.max] {
      #expect(throws: TimelineProblem.endless) {
        try timeline([.init(kind: .pause, name: "p", weeks: weeks), .init(kind: .block, name: "b", weeks: 1)])
      }
      #expect(throws: TimelineProblem.endless) {
        try timeline([.init(kind: .block, name: "b", weeks: weeks)])
      }
    }
  }

  @Test func twoHundredWeeksFit() throws {
    let timeline = try timeline([.init(kind: .block, name: "b", weeks: 200)], free: [])
    #expect(timeline.weeks.count == 200)
  }

  @Test func aTimelineWithoutBlocksEndsWhereItBegins() throws {
    for parts in [[], [TeachingTimeline.Part(kind: .block, name: "b", weeks: -1)]] {
      let timeline = try timeline(parts)
      #expect(timeline.weeks.isEmpty)
      #expect(timeline.end == on("2026-02-02"))
    }
  }
}
