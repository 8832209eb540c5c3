@testable import CyclusCore

/// Adds the JSON of an account up again, knowing nothing but weekends and the days that it says were skipped.
struct ReAdding {
  /// The day that it comes to; `nil` where the account gives none.
  private(set) var day: Day?
  /// What does not add up.
  private(set) var faults: [String] = []
  /// The days that were counted as working days, or rolled to.
  private(set) var working: [Day] = []
  /// The days that were passed over.
  private(set) var skipped: [Day] = []

  init(_ account: JSONObject) {
    day = account["from"]?["day"]?.text.flatMap { Day($0) }
    for step in account["steps"]?.list ?? [] {
      guard let step = step.members, let kind = step["kind"]?.text else {
        faults.append("a step without a kind")
        continue
      }
      add(step, kind)
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
      var (monday, left) = (start - (start.weekday.rawValue - 1), count)
      while left > 0 {
        if !days.contains(monday) { left -= 1 }
        if left > 0 { monday = monday + 7 }
      }
      reached = monday + 4
    case "middle": reached = start + ((read("last") ?? start) - start) / 2
    case "share":
      let (first, last) = (read("first") ?? start, read("last") ?? start)
      let length = last - first + 1
      reached = first + max(1, length * (step["part"]?.int ?? 0) / (step["of"]?.int ?? 1)) - 1
    case "not_before": reached = start + count
    case "not_after": reached = start - count
    case "stood_still":
      reached = (step["stretches"]?.list ?? []).reduce(start) { sum, stretch in
        guard let since = stretch["from"]?.text.flatMap({ Day($0) }),
          let until = stretch["until"]?.text.flatMap({ Day($0) })
        else { return sum }
        return sum + (until - since)
      }
    case "stands_for": reached = start
    default:
      faults.append("the step \(kind) is not known")
      reached = to
    }
    if reached != to { faults.append("\(kind) from \(start) comes to \(reached), not \(to)") }
    day = reached
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
