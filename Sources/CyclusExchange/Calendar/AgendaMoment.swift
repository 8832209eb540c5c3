import CyclusCore

/// A date or a moment of an iCalendar file, as Dutch clocks show it.
struct AgendaMoment: Equatable {
  /// The day and time in the Netherlands; midnight for a date.
  let local: LocalMoment
  /// Whether it is a date without a time.
  let isDate: Bool

  /// The day in the Netherlands.
  var day: Day { local.day }

  /// Why a value is no moment that can be used.
  enum Problem: Error {
    /// Not written as a date or a time.
    case notADate
    /// Written so, but there is no such day or time.
    case notExisting
    /// Of a year that no calendar has.
    case beyondYears
    case unknownZone(String)
  }

  /// Reads `20260302`, `20260302T090000` or `20260302T080000Z`; a time without a zone is taken as Dutch.
  init(_ value: String, zone: String?) throws(Problem) {
    let digits = value.prefix(8)
    guard digits.count == 8, let year = Int(digits: digits.prefix(4)), Int(digits: digits) != nil else {
      throw .notADate
    }
    guard WrittenDate.years.contains(year) else { throw .beyondYears }
    guard let day = Day(year: value, 0..<4, 4..<6, 6..<8) else { throw .notExisting }
    guard value.count > 8 else {
      local = LocalMoment(day: day, minuteOfDay: 0)
      isDate = true
      return
    }
    let time = value.dropFirst(8)
    guard time.first == "T", time.count == 7 || (time.count == 8 && time.last == "Z"),
      let hour = Int(digits: time.dropFirst().prefix(2)),
      let minute = Int(digits: time.dropFirst(3).prefix(2)),
      let second = Int(digits: time.dropFirst(5).prefix(2))
    else { throw .notADate }
    guard hour < 24, minute < 60, second <= 60 else { throw .notExisting }
    let moment = LocalMoment(day: day, minuteOfDay: hour * 60 + minute)
    isDate = false
    if time.last == "Z" || zone.map(Self.isUniversal) ?? false {
      let minutes = Int64(day.number) * 1440 + Int64(moment.minuteOfDay)
      local = Instant(milliseconds: minutes * 60_000).dutchMoment
    } else if let zone, !Self.isDutch(zone) {
      throw .unknownZone(zone)
    } else {
      local = moment
    }
  }

  private static func isUniversal(_ zone: String) -> Bool {
    ["UTC", "ETC/UTC", "GMT", "ETC/GMT", "Z"].contains(zone.uppercased())
  }

  /// Whether clocks of a zone show what Dutch ones do, all year: the zone itself, or another of Central Europe.
  ///
  /// Some programs put an address before the name: `/example.org/20260101/Europe/Amsterdam`.
  private static func isDutch(_ zone: String) -> Bool {
    let name = zone.split(separator: "/").suffix(2).joined(separator: "/").lowercased()
    return dutch.contains(name)
  }

  private static let dutch: Set<String> = [
    "europe/amsterdam", "europe/brussels", "europe/berlin", "europe/paris", "europe/luxembourg",
    "europe/vienna",
    "europe/rome", "europe/madrid", "europe/copenhagen", "europe/stockholm", "europe/oslo", "europe/zurich",
    "europe/prague", "europe/warsaw", "europe/budapest", "cet", "met", "w. europe standard time",
    "romance standard time", "central europe standard time", "central european standard time",
  ]
}

/// A length of time in an iCalendar file (3.3.6): `P1D`, `P2W`, `PT1H30M`.
struct AgendaDuration {
  let minutes: Int
  /// Whether it counts whole days or weeks only, as that of a date has to.
  let isWholeDays: Bool

  /// Reads a length; nil for one that is negative, or no length at all.
  init?(_ value: String) {
    var rest = value[...]
    if rest.first == "+" { rest.removeFirst() }
    guard rest.popFirst() == "P", !rest.isEmpty else { return nil }
    let units: [Character: Int] = ["W": 10_080, "D": 1440]
    let clock: [Character: Int] = ["H": 60, "M": 1, "S": 0]
    var total = 0
    var isInTime = false
    while !rest.isEmpty {
      if rest.first == "T", !isInTime {
        isInTime = true
        rest.removeFirst()
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard digits.count <= 6, let count = Int(digits), let unit = rest.popFirst(),
        let minutes = (isInTime ? clock : units)[unit]
      else { return nil }
      total += count * minutes
    }
    minutes = total
    isWholeDays = !isInTime
  }
}

extension Day {
  /// Reads year, month and day at their places in a text of ASCII digits.
  fileprivate init?(year text: String, _ year: Range<Int>, _ month: Range<Int>, _ day: Range<Int>) {
    let characters = Array(text)
    func number(_ range: Range<Int>) -> Int? { Int(digits: characters[range]) }
    guard let year = number(year), let month = number(month), let day = number(day) else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Int {
  /// Reads digits without a sign.
  fileprivate init?(digits: some Collection<Character>) {
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    self.init(String(digits))
  }
}
