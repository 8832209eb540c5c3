import Testing

@testable import CyclusCore

/// The day of a text; one that is no date stops the test run.
private func on(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("\(text) is no date") }
  return day
}

@Suite struct TimeWorkingDaysTests {
  private let school = WorkingDays(
    free: [
      FreePeriod(from: on("2026-02-14"), to: on("2026-02-22"), name: "Voorjaarsvakantie", region: "midden"),
      FreePeriod(
        from: on("2026-02-21"), to: on("2026-03-01"), name: "Voorjaarsvakantie zuid", region: "zuid"),
      FreePeriod(from: on("2026-04-25"), to: on("2026-05-03"), name: "Meivakantie"),
      FreePeriod(from: on("2026-04-27"), to: on("2026-04-27"), name: "Koningsdag"),
      FreePeriod(from: on("2026-04-06"), to: on("2026-04-06"), name: "Tweede paasdag"),
      FreePeriod(from: on("2026-06-09"), to: on("2026-06-08"), name: "achterstevoren"),
    ], region: "midden")

  @Test(arguments: [
    ("2026-02-13", nil), ("2026-02-14", "Voorjaarsvakantie"), ("2026-02-16", "Voorjaarsvakantie"),
    ("2026-02-23", nil), ("2026-04-04", "zaterdag"), ("2026-04-05", "zondag"),
    ("2026-04-06", "Tweede paasdag"),
    ("2026-04-07", nil), ("2026-04-27", "Meivakantie"), ("2026-05-03", "Meivakantie"), ("2026-05-04", nil),
    ("2026-06-08", nil), ("2026-06-09", nil),
  ])
  func aDayIsFreeForANamedReasonOrIsWorking(day: String, reason: String?) throws {
    let day = try #require(Day(day))
    #expect(school.reason(day)?.nl == reason)
    #expect(school.isWorking(day) == (reason == nil))
  }

  @Test func aDayThatIsOpenedAgainIsAWorkingDayButNoWeekendIs() throws {
    let plan = WorkingDays(
      free: [FreePeriod(from: on("2026-02-14"), to: on("2026-02-22"), name: "Voorjaarsvakantie")],
      opened: [on("2026-02-18")...on("2026-02-18"), on("2026-02-20")...on("2026-02-25")], region: nil)
    let working = (0...11).map { on("2026-02-14") + $0 }.filter(plan.isWorking)
    #expect(
      working.map(\.description) == ["2026-02-18", "2026-02-20", "2026-02-23", "2026-02-24", "2026-02-25"])
    #expect(plan.reason(on("2026-02-18"))?.nl == nil)
    #expect(plan.reason(on("2026-02-19"))?.nl == "Voorjaarsvakantie")
    #expect(plan.reason(on("2026-02-21"))?.nl == "zaterdag")
  }

  @Test func aPeriodOfAnotherRegionFreesNoDay() throws {
    let zuid = WorkingDays(
      free: [FreePeriod(from: on("2026-02-16"), to: on("2026-02-20"), name: "vakantie", region: "zuid")],
      region: nil)
    #expect(zuid.isWorking(on("2026-02-16")))
  }

  @Test func theNearestWorkingDayIsTheDayItselfOrANeighbour() {
    #expect(school.onOrAfter(on("2026-02-13")) == on("2026-02-13"))
    #expect(school.onOrAfter(on("2026-02-14")) == on("2026-02-23"))
    #expect(school.onOrBefore(on("2026-02-22")) == on("2026-02-13"))
    #expect(school.onOrBefore(on("2026-04-06")) == on("2026-04-03"))
  }

  @Test(arguments: [
    (0, "2026-02-14", "2026-02-14"), (1, "2026-02-12", "2026-02-13"), (2, "2026-02-12", "2026-02-23"),
    (1, "2026-02-15", "2026-02-23"), (5, "2026-03-30", "2026-04-07"), (-1, "2026-04-07", "2026-04-03"),
    (-2, "2026-02-24", "2026-02-13"), (-1, "2026-02-15", "2026-02-13"),
  ])
  func workingDaysAreCountedFromTheNextOneOn(count: Int, from: String, expected: String) throws {
    #expect(school.adding(count, to: try #require(Day(from))) == Day(expected))
  }

  @Test func aCalendarWithoutWorkingDaysEndsEverySearch() {
    let never = WorkingDays(
      free: [FreePeriod(from: on("1900-01-01"), to: on("2200-12-31"), name: "vrij")], region: nil)
    #expect(never.onOrAfter(on("2026-03-02")) == on("2026-03-02"))
    #expect(never.onOrBefore(on("2026-03-02")) == on("2026-03-02"))
    #expect(never.adding(10, to: on("2026-03-02")) == on("2026-03-02"))
  }

  @Test func mergedRangesAgreeWithASearchThroughEveryPeriod() throws {
    var random = RepeatableRandom(seed: 20_260_302)
    let first = on("2026-01-01")
    for _ in 0..<300 {
      let free = (0..<Int.random(in: 0...12, using: &random)).map { index in
        let from = first + Int.random(in: 0...60, using: &random)
        return FreePeriod(from: from, to: from + Int.random(in: -1...9, using: &random), name: "\(index)")
      }
      let days = WorkingDays(free: free, region: nil)
      for day in (-3...75).map({ first + $0 }) {
        let isFree = free.contains { $0.from <= day && day <= $0.to } || day.weekday.rawValue > 5
        #expect(days.isWorking(day) == !isFree)
        #expect((days.reason(day) == nil) == !isFree)
      }
    }
  }
}
