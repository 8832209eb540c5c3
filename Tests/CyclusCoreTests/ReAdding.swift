@testable import CyclusCore

/// Adds the JSON of an account up again, knowing nothing but weekends and the days that it says were skipped.
///
/// A bound has to be a day that the account names elsewhere: the day on which it can be done, that of a gesprek, the first
/// or last of a period, or that on which the clock went on; and it has to bind. A date on record has to be the date itself.
struct ReAdding {
  /// The day that it comes to; `nil` where the account gives none.
  private(set) var day: Day?
  /// What does not add up.
  private(set) var faults: [String] = []
  /// The days that were counted as working days, or rolled to.
  private(set) var working: [Day] = []
  /// The days that were passed over.
  private(set) var skipped: [Day] = []
  /// The days on which the clock stood still, in stretches that moved the date, and in those that did not.
  private(set) var moving: [Range<Day>] = []
  private(set) var staying: [Range<Day>] = []
  /// The days that the account has named so far, of which a bound has to be one.
  private var named: Set<Day> = []

  init(_ account: JSONObject) {
    if let opens = account["opens"]?.text.flatMap({ Day($0) }) { named.insert(opens) }
    let due = account["due"]?.text.flatMap { Day($0) }
    day = account["from"]?["day"]?.text.flatMap { Day($0) }
    for step in account["steps"]?.list ?? [] {
      guard let step = step.members, let kind = step["kind"]?.text else {
        faults.append("a step without a kind")
        continue
      }
      add(step, kind)
      named.formUnion(["from", "to", "first", "last"].compactMap { step[$0]?.text.flatMap { Day($0) } })
    }
    if let due, faults.isEmpty, day != due {
      faults.append("it comes to \(day?.description ?? "–"), not \(due)")
    }
  }

  private mutating func add(_ step: JSONObject, _ kind: String) {
    func read(_ key: String) -> Day? { step[key]?.text.flatMap { Day($0) } }
    let (from, to) = (read("from"), read("to"))
    // What stands in an event begins anew, or says once more what was counted.
    guard kind != "recorded" else {
      if let day, day != to { faults.append("recorded as \(to?.description ?? "–"), counted as \(day)") }
      day = to
      return
    }
    guard let start = day, from == start, let to else {
      faults.append("\(kind) goes on from \(from?.description ?? "–"), not from \(day?.description ?? "–")")
      return
    }
    let days = (step["skipped"]?.list ?? []).compactMap { $0["day"]?.text.flatMap { Day($0) } }
    if days.count != Set(days).count { faults.append("\(kind) skips a day twice") }
    skipped += days
    let free = Free(named: Set(days))
    let sign = step["direction"]?.text == "back" ? -1 : 1
    let count = step["count"]?.int ?? 0
    let reached: Day
    switch kind {
    case "count", "margin":
      switch step["unit"]?.text {
      case "days": reached = start + sign * count
      case "weeks": reached = start + sign * 7 * count
      case "working_days": reached = walk(count, sign, from: start, free)
      default: reached = walk(5 * count, sign, from: start, free)
      }
    case "roll":
      var rolled = start
      while free.holds(rolled), abs(rolled - start) < 400 { rolled = rolled + sign }
      working.append(rolled)
      reached = rolled
    case "teaching_weeks":
      var (monday, left) = (firstMonday(of: start), count)
      while left > 0 {
        if !days.contains(max(monday, start)) { left -= 1 }
        if left > 0 { monday = monday + 7 }
      }
      reached = monday + 4
    case "block_begins":
      var monday = firstMonday(of: start)
      if step["after_block"] == .bool(true) { monday = monday + 7 * (count + 1) }
      while days.contains(max(monday, start)) { monday = monday + 7 }
      reached = max(monday, start)
    case "middle": reached = start + ((read("last") ?? start) - start) / 2
    case "share":
      let (first, last) = (read("first") ?? start, read("last") ?? start)
      let length = last - first + 1
      reached = first + max(1, length * (step["part"]?.int ?? 0) / (step["of"]?.int ?? 1)) - 1
    case "not_before", "not_after":
      // Of the other bounds the law asks the traject itself.
      let isNamed = ["opening", "gesprek", "clock"].contains(step["bound"]?.text)
      if (kind == "not_before") != (start < to) { faults.append("\(kind) \(to) does not bind \(start)") }
      reached = !isNamed || named.contains(to) ? to : start
    case "stood_still":
      let stretches = stretches(of: step)
      moving += stretches
      named.formUnion(stretches.map(\.upperBound))
      reached = stretches.reduce(start) { $0 + ($1.upperBound - $1.lowerBound) }
    case "not_moved":
      staying += stretches(of: step)
      if staying.isEmpty { faults.append("not_moved by nothing") }
      reached = start
    case "stands_for": reached = start
    default:
      faults.append("the step \(kind) is not known")
      reached = to
    }
    if reached != to { faults.append("\(kind) from \(start) comes to \(reached), not \(to)") }
    day = reached
  }

  private func stretches(of step: JSONObject) -> [Range<Day>] {
    (step["stretches"]?.list ?? []).compactMap { stretch in
      guard let since = stretch["from"]?.text.flatMap({ Day($0) }),
        let until = stretch["until"]?.text.flatMap({ Day($0) }), since < until
      else { return nil }
      return since..<until
    }
  }

  /// The Monday of the week of a day; of a Saturday or Sunday that of the week after.
  private func firstMonday(of day: Day) -> Day {
    let monday = day - (day.weekday.rawValue - 1)
    return day.weekday == .saturday || day.weekday == .sunday ? monday + 7 : monday
  }

  private mutating func walk(_ count: Int, _ sign: Int, from start: Day, _ free: Free) -> Day {
    var (day, left) = (start, count)
    while left > 0 {
      day = day + sign
      guard !free.holds(day) else { continue }
      working.append(day)
      left -= 1
    }
    return day
  }

  /// The days that are not counted.
  private struct Free {
    let named: Set<Day>

    func holds(_ day: Day) -> Bool {
      day.weekday == .saturday || day.weekday == .sunday || named.contains(day)
    }
  }
}
