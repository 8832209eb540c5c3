import Foundation
import Testing

@testable import CyclusCore

/// A calendar of three layers in the spring of 2026, as tests and the fixture use it.
enum SpringCalendar {
  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is no date") }
    return day
  }

  static func entry(
    _ from: String, _ to: String, _ name: String, _ kind: CalendarEntry.Kind = .free, region: String? = nil
  ) -> CalendarEntry {
    CalendarEntry(from: day(from), to: day(to), name: Localized(name), kind: kind, region: region)
  }

  static func layer(_ kind: CalendarLayer.Kind, _ entries: [CalendarEntry]) -> CalendarLayer {
    let (id, title) =
      kind == .institute
      ? ("jaarplan", Localized(nl: "Jaarplan", en: "Year plan"))
      : ("schoolvakanties", Localized(nl: "schoolvakanties", en: "school holidays"))
    return CalendarLayer(id: id, title: title, kind: kind, entries: entries)
  }

  static let holidays = layer(
    .schoolHolidays,
    [
      entry("2026-02-14", "2026-02-22", "Voorjaarsvakantie", region: "midden"),
      entry("2026-02-14", "2026-02-22", "Voorjaarsvakantie", region: "zuid"),
      entry("2026-02-21", "2026-03-01", "Voorjaarsvakantie", region: "noord"),
      entry("2026-04-25", "2026-05-03", "Meivakantie"),
    ])

  static let plan = layer(
    .institute,
    [
      entry("2026-02-02", "2026-04-17", "Blok 3", .period),
      entry("2026-02-20", "2026-02-20", "Inhaaldag", .teaching),
      entry("2026-04-20", "2026-05-01", "Studieweken"),
      entry("2026-04-28", "2026-04-28", "Open dag", .teaching),
      entry("2026-05-05", "2026-05-05", "Gewone les", .teaching),
      entry("2026-04-06", "2026-04-17", "Toetsweken", .examWeek, region: "zuid"),
    ])

  static let calendar = SchoolCalendar([holidays, plan], holidays: DutchHolidays())
}

@Suite struct SchoolCalendarTests {
  private let calendar = SpringCalendar.calendar
  private func on(_ text: String) -> Day { SpringCalendar.day(text) }

  private func reason(_ day: String, in region: String?) -> String? {
    calendar.run(on: on(day), in: region).map { "\($0.entry.name.nl) (\($0.layer.rawValue))" }
  }

  @Test func theInstitutesOwnWinsDayByDay() {
    #expect(reason("2026-02-19", in: "midden") == "Voorjaarsvakantie (school_holidays)")
    #expect(reason("2026-02-20", in: "midden") == "Inhaaldag (institute)")
    #expect(reason("2026-04-24", in: "midden") == "Studieweken (institute)")
    #expect(reason("2026-04-27", in: "midden") == "Studieweken (institute)")
    #expect(reason("2026-05-03", in: "midden") == "Meivakantie (school_holidays)")
    #expect(reason("2026-05-05", in: "midden") == "Gewone les (institute)")
    #expect(reason("2026-05-14", in: "midden") == "Hemelvaartsdag (public_holidays)")
    #expect(reason("2026-05-12", in: "midden") == nil)
  }

  @Test func withinALayerTheShortestEntryDecides() {
    #expect(reason("2026-04-28", in: nil) == "Open dag (institute)")
    #expect(reason("2026-04-29", in: nil) == "Studieweken (institute)")
  }

  @Test func ofTwoEntriesAsLongTheOneThatFreesTheDayDecides() {
    let day = "2026-03-03"
    let layer = SpringCalendar.layer(
      .institute, [SpringCalendar.entry(day, day, "a", .teaching), SpringCalendar.entry(day, day, "b")])
    #expect(SchoolCalendar(layers: [layer]).run(on: on(day), in: nil)?.entry.name.nl == "b")
  }

  @Test func aHolidayOfAnotherRegionFreesNothing() {
    #expect(reason("2026-02-26", in: "zuid") == nil)
    #expect(reason("2026-02-26", in: "noord") == "Voorjaarsvakantie (school_holidays)")
    #expect(reason("2026-02-18", in: nil) == nil)
    #expect(reason("2026-04-29", in: nil) == "Studieweken (institute)")
  }

  @Test func aPeriodAndWeeksOfTeachingOrExamsFreeNothing() {
    let days = calendar.workingDays(in: "zuid")
    #expect(days.isWorking(on("2026-04-08")) && days.isWorking(on("2026-03-10")))
  }

  @Test func theWorkingDaysFollowTheCalendarAndItWinsOverOtherFreeDays() {
    let others = [
      FreePeriod(from: on("2026-05-05"), to: on("2026-05-06"), name: "uit de workflow"),
      FreePeriod(from: on("2026-05-07"), to: on("2026-05-07"), name: "noord alleen", region: "noord"),
      FreePeriod(from: on("2026-05-14"), to: on("2026-05-15"), name: "Hemelvaart"),
    ]
    let days = calendar.workingDays(in: "midden", besides: others)
    #expect(days.isWorking(on("2026-05-05")))
    #expect(days.reason(on("2026-05-06"))?.nl == "uit de workflow")
    #expect(days.isWorking(on("2026-05-07")))
    #expect(days.reason(on("2026-05-14"))?.nl == "Hemelvaartsdag")
    #expect(days.reason(on("2026-05-15"))?.nl == "Hemelvaart")
    #expect(days.isWorking(on("2026-02-20")) && !days.isWorking(on("2026-02-19")))
  }

  @Test func noDayIsFreeTwiceAndTheRunsAreInOrder() {
    for region in [nil, "noord", "midden", "zuid"] {
      let runs = calendar.runs(in: region)
      for (run, next) in zip(runs, runs.dropFirst()) { #expect(run.to < next.from) }
      #expect(runs.allSatisfy { $0.from <= $0.to })
    }
  }

  @Test func aCalendarIsKnownAsLongAsEachOfItsLayers() {
    #expect(SpringCalendar.holidays.known == on("2025-08-01")...on("2026-07-31"))
    #expect(calendar.knownUntil == on("2026-07-31"))
    #expect(calendar.known?.lowerBound == on("2025-08-01"))
    #expect(calendar.layers.map(\.kind) == [.institute, .schoolHolidays, .publicHolidays])
    #expect(calendar.layers.last?.knownUntil == on("2031-12-31"))
    #expect(SchoolCalendar([], holidays: DutchHolidays()).knownUntil == nil)
  }

  @Test func aSummerHolidayBelongsToTheSchoolYearThatItEnds() {
    let summer = SpringCalendar.layer(
      .schoolHolidays, [SpringCalendar.entry("2026-07-18", "2026-08-30", "Zomervakantie")])
    #expect(summer.known == on("2025-08-01")...on("2026-08-30"))
  }

  @Test func aDateBeyondTheKnownCalendarIsRemarkedOn() throws {
    #expect(calendar.remark(on: on("2026-07-31")) == nil)
    let remark = try #require(calendar.remark(on: on("2026-09-01")))
    #expect(
      remark.nl
        == "di 1 sep 2026 ligt voorbij de kalender: «Jaarplan» loopt tot en met vr 31 jul 2026; voeg een kalender toe die verder gaat"
    )
    #expect(remark.en.hasPrefix("Tue 1 Sep 2026 lies beyond the calendar: “Year plan” runs until Fri 31 Jul"))
  }

  @Test func theOrderInWhichEntriesAreGivenChangesNothing() {
    let turned = SchoolCalendar(
      [
        SpringCalendar.layer(.institute, SpringCalendar.plan.entries.reversed()),
        SpringCalendar.layer(.schoolHolidays, SpringCalendar.holidays.entries.reversed()),
      ], holidays: DutchHolidays())
    #expect(turned.canonical == calendar.canonical)
    #expect(turned == calendar)
  }

  // MARK: Stored

  private func fixture() throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Fixtures/calendar.json")))
  }

  /// The fixture stays as it is for ever: a calendar that was stored can be read, and its digest still fits.
  @Test func aStoredCalendarIsReadBackExactly() throws {
    let bytes = try fixture()
    let read = try StoredForm.calendar(bytes)
    #expect(read == calendar)
    #expect(Array(read.canonical.utf8) == bytes)
    #expect(read.runs(in: "midden") == calendar.runs(in: "midden"))
  }

  @Test func aCalendarOfTheFirstAndTheLastDaysIsReadBack() throws {
    let layer = SpringCalendar.layer(
      .institute,
      [
        SpringCalendar.entry("1900-01-01", "1900-01-02", "eerste"),
        SpringCalendar.entry("2200-12-31", "2200-12-31", "laatste"),
      ])
    let calendar = SchoolCalendar([layer], holidays: DutchHolidays())
    #expect(try StoredForm.calendar(Array(calendar.canonical.utf8)) == calendar)
    #expect(calendar.known == on("1900-01-01")...on("2200-12-31"))
  }

  @Test(arguments: [
    (#""form":1"#, #""form":2"#), (#""2026-02-20""#, #""2026-02-30""#), (#""free""#, #""vrij""#),
    (#""known":["2025-08-01","#, #""known":["2027-08-01","#), (#""known":["2025-08-01","#, #""known":["#),
    (#""kind":"institute","#, ""), (#""layers""#, #""layer""#),
  ])
  func aDamagedCalendarIsNotRead(good: String, bad: String) throws {
    let text = String(decoding: try fixture(), as: UTF8.self)
    let damaged = text.replacingOccurrences(of: good, with: bad)
    #expect(damaged != text)
    #expect(throws: (any Error).self) { try StoredForm.calendar(Array(damaged.utf8)) }
  }
}
