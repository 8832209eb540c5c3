import Foundation
import Testing

@testable import CyclusCore

@Suite struct TimeInstantTests {
  /// The days of March and October on which Dutch clocks change, from Python's `zoneinfo` for 1996 to 2100.
  private static let march = [
    31, 30, 29, 28, 26, 25, 31, 30, 28, 27, 26, 25, 30, 29, 28, 27, 25, 31, 30, 29, 27, 26, 25, 31, 29, 28,
    27, 26,
    31, 30, 29, 28, 26, 25, 31, 30, 28, 27, 26, 25, 30, 29, 28, 27, 25, 31, 30, 29, 27, 26, 25, 31, 29, 28,
    27, 26,
    31, 30, 29, 28, 26, 25, 31, 30, 28, 27, 26, 25, 30, 29, 28, 27, 25, 31, 30, 29, 27, 26, 25, 31, 29, 28,
    27, 26,
    31, 30, 29, 28, 26, 25, 31, 30, 28, 27, 26, 25, 30, 29, 28, 27, 25, 31, 30, 29, 28,
  ]
  private static let october = [
    27, 26, 25, 31, 29, 28, 27, 26, 31, 30, 29, 28, 26, 25, 31, 30, 28, 27, 26, 25, 30, 29, 28, 27, 25, 31,
    30, 29,
    27, 26, 25, 31, 29, 28, 27, 26, 31, 30, 29, 28, 26, 25, 31, 30, 28, 27, 26, 25, 30, 29, 28, 27, 25, 31,
    30, 29,
    27, 26, 25, 31, 29, 28, 27, 26, 31, 30, 29, 28, 26, 25, 31, 30, 28, 27, 26, 25, 30, 29, 28, 27, 25, 31,
    30, 29,
    27, 26, 25, 31, 29, 28, 27, 26, 31, 30, 29, 28, 26, 25, 31, 30, 28, 27, 26, 25, 31,
  ]

  @Test func clocksChangeAtOneUTCOnTheDaysOfTheTimeZoneDatabase() throws {
    #expect(Self.march.count == 105)
    #expect(Self.october.count == 105)
    for (year, (march, october)) in zip(1996...2100, zip(Self.march, Self.october)) {
      let spring = try #require(Instant("\(year)-03-\(march)T01:00:00Z"))
      let autumn = try #require(Instant("\(year)-10-\(october)T01:00:00Z"))
      #expect(offsets(around: spring) == [60, 120], "\(year)")
      #expect(offsets(around: autumn) == [120, 60], "\(year)")
      let newYear = try #require(Instant("\(year)-01-01T00:00:00Z"))
      #expect(DutchTime.offsetMinutes(at: newYear) == 60)
    }
  }

  private func offsets(around change: Instant) -> [Int] {
    [
      DutchTime.offsetMinutes(at: Instant(milliseconds: change.milliseconds - 1)),
      DutchTime.offsetMinutes(at: change),
    ]
  }

  @Test(arguments: [
    ("2026-03-02T09:12:33.123Z", 1_772_442_753_123), ("2026-03-02T09:12:33Z", 1_772_442_753_000),
    ("2026-03-02T10:12:33.5+01:00", 1_772_442_753_500), ("2026-03-02T11:12:33.123+02:00", 1_772_442_753_123),
    ("2026-03-02T04:12:33.12-05:00", 1_772_442_753_120), ("1970-01-01T00:00:00Z", 0),
    ("1969-12-31T23:59:59.999Z", -1), ("1970-01-01T00:30:00+01:00", -1_800_000),
  ])
  func anInstantIsReadFromISO8601(text: String, milliseconds: Int64) {
    #expect(Instant(text) == Instant(milliseconds: milliseconds))
  }

  @Test(arguments: [
    "", "2026-03-02", "2026-03-02T09:12Z", "2026-03-02T09:12:33", "2026-03-02 09:12:33Z",
    "2026-03-02T24:00:00Z",
    "2026-03-02T09:60:00Z", "2026-03-02T09:12:60Z", "2026-03-02T09:12:33.Z", "2026-03-02T09:12:33.1234Z",
    "2026-03-02T09:12:33+0100", "2026-03-02T09:12:33Z ", "2026-02-30T09:12:33Z", "2026-03-02T09:12:33+",
  ])
  func aTextThatIsNoInstantIsRefused(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func anInstantWritesWhatItReads() {
    for text in ["2026-03-02T09:12:33.123Z", "1969-12-31T23:59:59.999Z", "2100-12-31T00:00:00.007Z"] {
      #expect(Instant(text)?.description == text)
    }
    var random = RepeatableRandom(seed: 1996)
    for _ in 0..<2000 {
      let instant = Instant(
        milliseconds: Int64.random(in: -2_208_988_800_000...7_289_568_000_000, using: &random))
      #expect(Instant(instant.description) == instant)
    }
  }

  @Test(arguments: [
    ("2026-01-15T22:59:59.999Z", "2026-01-15 23:59"), ("2026-01-15T23:00:00.000Z", "2026-01-16 00:00"),
    ("2026-07-15T21:59:59.999Z", "2026-07-15 23:59"), ("2026-07-15T22:00:00.000Z", "2026-07-16 00:00"),
    ("2026-03-29T00:59:59.999Z", "2026-03-29 01:59"), ("2026-03-29T01:00:00.000Z", "2026-03-29 03:00"),
    ("2026-10-25T00:30:00.000Z", "2026-10-25 02:30"), ("2026-10-25T01:30:00.000Z", "2026-10-25 02:30"),
    ("2025-12-31T23:30:00.000Z", "2026-01-01 00:30"),
  ])
  func anInstantFallsOnTheDutchDayAndMinute(instant: String, moment: String) throws {
    let instant = try #require(Instant(instant))
    #expect(instant.dutchMoment.description == moment)
    #expect(instant.dutchDay == LocalMoment(moment)?.day)
  }

  @Test func aDutchMomentInTheDoubledHourIsTheFirstOfTheTwo() throws {
    let moment = try #require(LocalMoment("2026-10-25 02:30"))
    #expect(Instant(dutch: moment)?.description == "2026-10-25T00:30:00.000Z")
    let after = try #require(LocalMoment("2026-10-25 03:00"))
    #expect(Instant(dutch: after)?.description == "2026-10-25T02:00:00.000Z")
  }

  @Test func aDutchMomentInTheSkippedHourDoesNotExist() throws {
    for (text, expected) in [
      ("2026-03-29 01:59", "2026-03-29T00:59:00.000Z"), ("2026-03-29 02:00", nil), ("2026-03-29 02:59", nil),
      ("2026-03-29 03:00", "2026-03-29T01:00:00.000Z"),
    ] {
      #expect(Instant(dutch: try #require(LocalMoment(text)))?.description == expected)
    }
  }

  @Test func everyOtherHourOfAYearGoesToUTCAndBack() throws {
    let first = try #require(Day("2026-01-01"))
    for hour in 0..<8760 {
      let moment = LocalMoment(day: first, minuteOfDay: hour * 60)
      guard let instant = Instant(dutch: moment) else {
        #expect(moment.description == "2026-03-29 02:00")
        continue
      }
      #expect(instant.dutchMoment == moment)
    }
  }

  @Test func aMomentIsReadWithABlankOrAT() throws {
    let moment = try #require(LocalMoment("2026-03-02T09:05"))
    #expect(moment == LocalMoment("2026-03-02 09:05"))
    #expect((moment.hour, moment.minute, moment.minuteOfDay) == (9, 5, 545))
    #expect(moment.description == "2026-03-02 09:05")
  }

  @Test(arguments: [
    "2026-03-02", "2026-03-02 9:05", "2026-03-02 24:00", "2026-03-02  09:05", "2026-03-02 09:05:00",
  ])
  func aTextThatIsNoMomentIsRefused(text: String) {
    #expect(LocalMoment(text) == nil)
  }

  @Test func minutesOutsideADayCarryOverToItsNeighbours() throws {
    let day = try #require(Day("2026-03-01"))
    #expect(LocalMoment(day: day, minuteOfDay: -1).description == "2026-02-28 23:59")
    #expect(LocalMoment(day: day, minuteOfDay: 1440).description == "2026-03-02 00:00")
    #expect(LocalMoment(day: day, minuteOfDay: 1439) < LocalMoment(day: day, minuteOfDay: 1440))
  }

  @Test func aMomentIsStoredAsTextAndAnInstantAsMilliseconds() throws {
    let moment = try #require(LocalMoment("2026-03-02 09:05"))
    let instant = Instant(milliseconds: 1_772_442_753_123)
    let moments = try JSONEncoder().encode([moment])
    let instants = try JSONEncoder().encode([instant])
    #expect(String(decoding: moments, as: UTF8.self) == "[\"2026-03-02 09:05\"]")
    #expect(String(decoding: instants, as: UTF8.self) == "[1772442753123]")
    #expect(try JSONDecoder().decode([LocalMoment].self, from: moments) == [moment])
    #expect(try JSONDecoder().decode([Instant].self, from: instants) == [instant])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([LocalMoment].self, from: Data("[\"morgen\"]".utf8))
    }
  }
}
