import Foundation
import Testing

@testable import CyclusCore

@Suite struct TimeDayTests {
  /// Walks the calendar as a person does, one sheet at a time, knowing only lengths of months.
  @Test func everyDayOf1900To2200KeepsItsNumberDateTextAndWeek() {
    var number = -25_567
    var weekday = 1
    for year in 1900...2200 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in zip(1..., lengths) {
        for dayOfMonth in 1...length {
          let day = Day(number: number)
          let isRight =
            Day(year: year, month: month, day: dayOfMonth) == day
            && (day.year, day.month, day.dayOfMonth) == (year, month, dayOfMonth)
            && day.weekday.rawValue == weekday && day.monday.number == number - weekday + 1
            && Day(day.description) == day && day.description.count == 10
          if !isRight { Issue.record("\(year)-\(month)-\(dayOfMonth) became \(day)") }
          number += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(number == 84_371)
  }

  /// Day number, weekday and ISO week as Python's `datetime` gives them.
  @Test(arguments: [
    ("1900-01-01", -25_567, 1, 1900, 1), ("1970-01-01", 0, 4, 1970, 1), ("2000-02-29", 11_016, 2, 2000, 9),
    ("2004-12-31", 12_783, 5, 2004, 53), ("2005-01-02", 12_785, 7, 2004, 53),
    ("2008-12-29", 14_242, 1, 2009, 1), ("2010-01-03", 14_612, 7, 2009, 53),
    ("2015-12-31", 16_800, 4, 2015, 53), ("2020-12-31", 18_627, 4, 2020, 53),
    ("2021-01-03", 18_630, 7, 2020, 53), ("2024-02-29", 19_782, 4, 2024, 9),
    ("2024-12-30", 20_087, 1, 2025, 1), ("2026-01-01", 20_454, 4, 2026, 1),
    ("2026-02-02", 20_486, 1, 2026, 6),
    ("2026-12-31", 20_818, 4, 2026, 53), ("2027-01-03", 20_821, 7, 2026, 53),
    ("2100-02-28", 47_540, 7, 2100, 8), ("2200-12-31", 84_370, 3, 2201, 1),
  ])
  func aDayHasTheNumberWeekdayAndWeekThatPythonGives(
    text: String, number: Int, weekday: Int, year: Int, week: Int
  ) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.weekday.rawValue == weekday)
    #expect(day.isoWeek == ISOWeek(year: year, week: week))
  }

  /// The years of 53 weeks from Python's `date(year, 12, 28).isocalendar()`.
  @Test func theYearsWith53WeeksAreThoseOfISO8601() throws {
    let long: Set = [
      1903, 1908, 1914, 1920, 1925, 1931, 1936, 1942, 1948, 1953, 1959, 1964, 1970, 1976, 1981, 1987, 1992,
      1998,
      2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048, 2054, 2060, 2065, 2071, 2076, 2082, 2088, 2093,
      2099,
      2105, 2111, 2116, 2122, 2128, 2133, 2139, 2144, 2150, 2156, 2161, 2167, 2172, 2178, 2184, 2189, 2195,
    ]
    for year in 1900...2200 {
      let last = try #require(Day(year: year, month: 12, day: 28)).isoWeek
      #expect(last == ISOWeek(year: year, week: long.contains(year) ? 53 : 52))
    }
  }

  @Test(arguments: [
    "", "2026-3-02", "2026-03-2", "2026-02-29", "1900-02-29", "2100-02-29", "2026-13-01", "2026-00-10",
    "2026-04-31", "2026-01-00", "1899-12-31", "2201-01-01", " 2026-03-02", "2026-03-02 ", "2026/03/02",
    "20260302", "+026-03-02", "2026-03-0२", "2026-03-02T10:00", "02-03-2026",
  ])
  func aTextThatIsNoISODateIsRefused(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: ["2-3-2026", "02-03-2026", "2-03-2026", "2026-03-02"])
  func aDutchDateMayBeWrittenInEitherOrder(text: String) {
    #expect(Day.dutch(text) == Day(year: 2026, month: 3, day: 2))
  }

  @Test(arguments: [
    "2-3-26", "31-4-2026", "29-2-2025", "2-3", "2-3-2026 ", "002-3-2026", "2/3/2026", "3-2026-2",
  ])
  func aDutchDateThatDoesNotExistIsRefused(text: String) {
    #expect(Day.dutch(text) == nil)
  }

  @Test func aDayIsShownInDutchAndEnglish() throws {
    let day = try #require(Day("2026-03-02"))
    #expect(day.longNL == "ma 2 mrt 2026")
    #expect(day.longEN == "Mon 2 Mar 2026")
    #expect(day.shortNL == "2 mrt")
    #expect(day.shortEN == "2 Mar")
    #expect(day.isoWeek.description == "2026-W10")
    #expect(Day("2026-05-31")?.longNL == "zo 31 mei 2026")
  }

  @Test func addingAndSubtractingDaysCrossesMonthsAndYears() throws {
    let day = try #require(Day("2027-12-31"))
    #expect((day + 1).description == "2028-01-01")
    #expect((day + 60).description == "2028-02-29")
    #expect((day - 365).description == "2026-12-31")
    #expect((day + 60) - day == 60)
    #expect(day < day + 1)
  }

  @Test func aDayIsStoredAsItsNumber() throws {
    let day = try #require(Day("2026-03-02"))
    let data = try JSONEncoder().encode([day])
    #expect(String(decoding: data, as: UTF8.self) == "[20514]")
    #expect(try JSONDecoder().decode([Day].self, from: data) == [day])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Day].self, from: Data("[9223372036854775807]".utf8))
    }
  }

  @Test func aWeekdayIsReadByItsEnglishNameOnly() {
    #expect(Weekday.allCases.map { Weekday(name: $0.name) } == Weekday.allCases)
    #expect(Weekday(name: "monday") == .monday)
    #expect(Weekday(name: "Monday") == nil)
    #expect(Weekday(name: "maandag") == nil)
    #expect(Weekday.allCases.map(\.nl).joined(separator: " ") == "ma di wo do vr za zo")
    #expect(Weekday.allCases.map(\.en).joined(separator: " ") == "Mon Tue Wed Thu Fri Sat Sun")
  }
}
