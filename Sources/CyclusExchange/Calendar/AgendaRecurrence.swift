import CyclusCore

/// How an event of an iCalendar file comes again (RFC 5545, 3.3.10), as far as calendars of school days need it.
struct AgendaRecurrence {
  /// How many times an event may come.
  static let most = 1000

  /// Why a rule cannot be followed.
  enum Problem: Error {
    /// A part that is not understood, as it is written.
    case part(String)
    /// More than one number of times or last day, as they are written.
    case twoEnds(String)
    /// A last day before the first.
    case endsBefore(Day)
    /// Neither a number of times nor a last day.
    case endless
    /// More than `most` times.
    case tooMany
  }

  private enum Frequency: String {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  private let frequency: Frequency
  private var interval = 1
  private var count: Int?
  private var until: Day?
  private var weekdays: [Weekday] = []
  /// Which weekday of a month, from its begin or with a minus from its end.
  private var ordinal: (number: Int, weekday: Weekday)?

  /// Reads a rule of an event that begins on a day.
  init(_ value: String, first: Day) throws(Problem) {
    var parts: [(key: String, value: String)] = []
    for part in value.uppercased().split(separator: ";").map(String.init) {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { throw .part(part) }
      parts.append((pair[0], pair[1]))
    }
    guard let frequency = parts.first(where: { $0.key == "FREQ" }).flatMap({ Frequency(rawValue: $0.value) })
    else { throw .part(parts.first { $0.key == "FREQ" }.map { "FREQ=\($0.value)" } ?? value) }
    self.frequency = frequency
    for part in parts where part.key != "FREQ" {
      guard try take(part.key, part.value, first: first) else { throw .part("\(part.key)=\(part.value)") }
    }
    // RFC 5545, 3.3.10: "The UNTIL or COUNT rule parts are OPTIONAL, but they MUST NOT occur in the same 'recur'."
    let ends = parts.filter { ["COUNT", "UNTIL"].contains($0.key) }
    if ends.count > 1 { throw .twoEnds(ends.map { "\($0.key)=\($0.value)" }.joined(separator: ";")) }
  }

  /// Takes a part of the rule; false for one that is not understood.
  private mutating func take(_ key: String, _ value: String, first: Day) throws(Problem) -> Bool {
    switch key {
    case "INTERVAL":
      guard let number = Int(value), (1...1000).contains(number) else { return false }
      interval = number
    case "COUNT":
      guard let number = Int(value), number > 0 else { return false }
      if number > Self.most { throw .tooMany }
      count = number
    case "UNTIL":
      do throws(AgendaMoment.Problem) { until = try AgendaMoment(value, zone: nil).day } catch {
        // Some programs write the last day that they know, 99991231, for one that never ends.
        guard case .beyondYears = error, first.year < Int(value.prefix(4)) ?? 0 else { return false }
      }
    case "BYDAY": return takeDays(value)
    case "BYMONTHDAY": return Int(value) == first.dayOfMonth && frequency != .weekly && frequency != .daily
    case "BYMONTH": return Int(value) == first.month && frequency == .yearly
    case "WKST": return value == "MO" || frequency != .weekly || interval == 1
    default: return false
    }
    return true
  }

  private mutating func takeDays(_ value: String) -> Bool {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    let words = value.split(separator: ",").map(String.init)
    switch frequency {
    case .daily, .weekly:
      let days = words.compactMap { word in names.firstIndex(of: word).flatMap { Weekday(rawValue: $0 + 1) } }
      weekdays = days
      return !days.isEmpty && days.count == words.count
    case .monthly:
      guard words.count == 1, let index = names.firstIndex(of: String(value.suffix(2))),
        let weekday = Weekday(rawValue: index + 1), let number = Int(value.dropLast(2)),
        (-5...5).contains(number), number != 0
      else { return false }
      ordinal = (number, weekday)
      return true
    case .yearly: return false
    }
  }

  /// The days on which the event begins, the first among them.
  ///
  /// - Parameter end: The last day for which the calendar is known, where it says so: an endless rule stops there.
  func days(from first: Day, atMost end: Day?) throws(Problem) -> [Day] {
    guard let last = until ?? (count == nil ? end : Day(year: 2200, month: 12, day: 31)) else {
      throw .endless
    }
    if let until, until < first { throw .endsBefore(until) }
    var days = [first]
    var step = 0
    while days.count < count ?? .max {
      let candidates = candidates(step: step, from: first)
      guard candidates.earliest <= last else { break }
      for day in candidates.days where day > first && day <= last && days.count < count ?? .max {
        days.append(day)
      }
      if days.count > Self.most { throw .tooMany }
      step += 1
    }
    return days
  }

  /// The days of one turn, in order, and the first day that the turn could have.
  private func candidates(step: Int, from first: Day) -> (days: [Day], earliest: Day) {
    switch frequency {
    case .daily:
      let day = first + step * interval
      return (weekdays.isEmpty || weekdays.contains(day.weekday) ? [day] : [], day)
    case .weekly:
      let monday = first.monday + 7 * step * interval
      let days = weekdays.isEmpty ? [first.weekday] : weekdays.sorted { $0.rawValue < $1.rawValue }
      return (days.map { monday + ($0.rawValue - 1) }, monday)
    case .monthly: return inMonth(first, months: step * interval)
    case .yearly: return inMonth(first, months: 12 * step * interval)
    }
  }

  /// The day in a later month: the same date, which some months do not have, or the weekday that is asked for.
  private func inMonth(_ first: Day, months: Int) -> (days: [Day], earliest: Day) {
    let month = first.month - 1 + months
    let (year, number) = (first.year + month / 12, month % 12 + 1)
    // Beyond the years that days are read in there is nothing more.
    guard let begin = Day(year: year, month: number, day: 1) else { return ([], Day(number: .max / 2)) }
    guard let ordinal else {
      return (Day(year: year, month: number, day: first.dayOfMonth).map { [$0] } ?? [], begin)
    }
    let days = (0..<31).map { begin + $0 }.filter { $0.month == number && $0.weekday == ordinal.weekday }
    let index = ordinal.number > 0 ? ordinal.number - 1 : days.count + ordinal.number
    return (days.indices.contains(index) ? [days[index]] : [], begin)
  }
}
