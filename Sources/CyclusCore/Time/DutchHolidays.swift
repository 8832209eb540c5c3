/// The public holidays of the Netherlands, by rule for every year.
///
/// The rules are those since 1980, when the monarch's birthday moved to the Saturday before a Sunday; before that year they
/// are applied as they are now.
public struct DutchHolidays: Hashable, Sendable {
  /// In which years Bevrijdingsdag, 5 May, is a free day.
  public enum LiberationDay: String, CaseIterable, Codable, Sendable {
    /// In every year.
    case yearly
    /// In years that can be divided by five.
    case lustrum
  }

  /// A public holiday on its day.
  public struct Holiday: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// What it is called.
    public let name: Localized
  }

  /// Whether Goede Vrijdag is a free day: it is no public holiday by law, and many schools are open.
  public var goodFriday: Bool
  /// In which years Bevrijdingsdag is a free day.
  public var liberationDay: LiberationDay

  /// Creates the rules with what an institute may choose.
  public init(goodFriday: Bool = false, liberationDay: LiberationDay = .yearly) {
    self.goodFriday = goodFriday
    self.liberationDay = liberationDay
  }

  /// The free days of a year from 1 to 9999, in order; two may fall on one day, such as Hemelvaartsdag and Bevrijdingsdag in
  /// 2016.
  public func holidays(in year: Int) -> [Holiday] {
    let easter = Self.easter(in: year)
    func holiday(_ day: Day, _ nl: String, _ en: String) -> Holiday {
      Holiday(day: day, name: Localized(nl: nl, en: en))
    }
    func fixed(_ month: Int, _ day: Int) -> Day {
      Day(number: CivilDate(year: year, month: month, day: day).dayNumber)
    }
    var holidays = [holiday(fixed(1, 1), "Nieuwjaarsdag", "New Year's Day")]
    if goodFriday { holidays.append(holiday(easter - 2, "Goede Vrijdag", "Good Friday")) }
    holidays += [
      holiday(easter, "Eerste paasdag", "Easter Sunday"),
      holiday(easter + 1, "Tweede paasdag", "Easter Monday"),
      // Beatrix kept 30 April, the birthday of her mother; Willem-Alexander's own is 27 April.
      year >= 2014
        ? holiday(Self.notOnSunday(fixed(4, 27)), "Koningsdag", "King's Day")
        : holiday(Self.notOnSunday(fixed(4, 30)), "Koninginnedag", "Queen's Day"),
    ]
    if liberationDay == .yearly || year % 5 == 0 {
      holidays.append(holiday(fixed(5, 5), "Bevrijdingsdag", "Liberation Day"))
    }
    holidays += [
      holiday(easter + 39, "Hemelvaartsdag", "Ascension Day"),
      holiday(easter + 49, "Eerste pinksterdag", "Whit Sunday"),
      holiday(easter + 50, "Tweede pinksterdag", "Whit Monday"),
      holiday(fixed(12, 25), "Eerste kerstdag", "Christmas Day"),
      holiday(fixed(12, 26), "Tweede kerstdag", "Second Day of Christmas"),
    ]
    return holidays.sorted { ($0.day, $0.name.nl) < ($1.day, $1.name.nl) }
  }

  /// A public holiday by its Dutch name, whatever its capitals; nil for another name.
  static func named(_ nl: String) -> Localized? {
    DutchHolidays(goodFriday: true).holidays(in: 2026).first { $0.name.nl.lowercased() == nl.lowercased() }?
      .name
  }

  /// The monarch's birthday is kept on the Saturday where it falls on a Sunday.
  private static func notOnSunday(_ day: Day) -> Day { day.weekday == .sunday ? day - 1 : day }

  /// Easter Sunday of a year from 1 to 9999 by the Gregorian rule: the Sunday after the first full moon on or after 21 March.
  ///
  /// The reckoning is the "anonymous Gregorian computus" (Nature, 20 April 1876), as Meeus gives it in Astronomical Algorithms.
  public static func easter(in year: Int) -> Day {
    let golden = year % 19
    let (century, ofCentury) = (year / 100, year % 100)
    // Leap days that centuries leave out, and the drift of the moon against the cycle of nineteen years.
    let moonDrift = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - moonDrift + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
    // A full moon that would come too late in the cycle is put a week earlier.
    let late = (golden + 11 * epact + 22 * toSunday) / 451
    let fromMarch = epact + toSunday - 7 * late + 114
    let date = CivilDate(year: year, month: fromMarch / 31, day: fromMarch % 31 + 1)
    return Day(number: date.dayNumber)
  }
}
