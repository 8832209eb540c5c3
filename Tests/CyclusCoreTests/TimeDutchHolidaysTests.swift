import Testing

@testable import CyclusCore

@Suite struct TimeDutchHolidaysTests {
  // The earliest and the latest that Easter can be, and years in between.
  @Test(arguments: [
    (1818, 3, 22), (2285, 3, 22), (1943, 4, 25), (2038, 4, 25), (1990, 4, 15), (2000, 4, 23), (2008, 3, 23),
    (2011, 4, 24), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2049, 4, 18),
    (2076, 4, 19), (2100, 3, 28), (1954, 4, 18), (1981, 4, 19),
  ])
  func easterFallsOnItsSunday(year: Int, month: Int, day: Int) {
    let date = CivilDate(year: year, month: month, day: day)
    #expect(DutchHolidays.easter(in: year) == Day(number: date.dayNumber))
  }

  @Test func easterIsASundayBetween22MarchAnd25AprilInEveryYear() {
    for year in 1583...4000 {
      let easter = DutchHolidays.easter(in: year)
      let first = Day(number: CivilDate(year: year, month: 3, day: 22).dayNumber)
      #expect(easter.weekday == .sunday && (0...34).contains(easter - first), "\(year)")
    }
  }

  @Test func aYearHasItsPublicHolidaysInOrder() {
    let holidays = DutchHolidays().holidays(in: 2026)
    #expect(
      holidays.map { "\($0.day) \($0.name.nl)" } == [
        "2026-01-01 Nieuwjaarsdag", "2026-04-05 Eerste paasdag", "2026-04-06 Tweede paasdag",
        "2026-04-27 Koningsdag", "2026-05-05 Bevrijdingsdag", "2026-05-14 Hemelvaartsdag",
        "2026-05-24 Eerste pinksterdag", "2026-05-25 Tweede pinksterdag", "2026-12-25 Eerste kerstdag",
        "2026-12-26 Tweede kerstdag",
      ])
    #expect(holidays.map(\.name.en).contains("Second Day of Christmas"))
  }

  @Test(arguments: [
    (1999, "1999-04-30", "Koninginnedag"), (1995, "1995-04-29", "Koninginnedag"),
    (2006, "2006-04-29", "Koninginnedag"), (2013, "2013-04-30", "Koninginnedag"),
    (2014, "2014-04-26", "Koningsdag"), (2015, "2015-04-27", "Koningsdag"),
    (2025, "2025-04-26", "Koningsdag"), (2031, "2031-04-26", "Koningsdag"),
  ])
  func theMonarchsBirthdayIsNeverOnASunday(year: Int, day: String, name: String) {
    let found = DutchHolidays().holidays(in: year).filter { $0.name.nl.hasPrefix("Koning") }
    #expect(found.map { "\($0.day) \($0.name.nl)" } == ["\(day) \(name)"])
  }

  @Test func goedeVrijdagIsFreeOnlyWhereTheInstituteSaysSo() {
    let free = DutchHolidays(goodFriday: true).holidays(in: 2026).filter { $0.name.nl == "Goede Vrijdag" }
    #expect(free.map(\.day) == [Day("2026-04-03")])
    #expect(!DutchHolidays().holidays(in: 2026).contains { $0.name.nl == "Goede Vrijdag" })
  }

  @Test func bevrijdingsdagIsFreeEveryYearOrEveryFiveYears() {
    func years(_ rules: DutchHolidays) -> [Int] {
      (2020...2030).filter { year in
        rules.holidays(in: year).contains { $0.name.nl == "Bevrijdingsdag" && $0.day == Day("\(year)-05-05") }
      }
    }
    #expect(years(DutchHolidays()) == Array(2020...2030))
    #expect(years(DutchHolidays(liberationDay: .lustrum)) == [2020, 2025, 2030])
  }

  @Test func twoHolidaysMayFallOnOneDay() {
    let day = DutchHolidays().holidays(in: 2016).filter { $0.day == Day("2016-05-05") }
    #expect(day.map(\.name.nl) == ["Bevrijdingsdag", "Hemelvaartsdag"])
  }
}
