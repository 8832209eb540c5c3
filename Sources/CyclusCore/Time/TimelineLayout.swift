/// The state of laying out a teaching timeline, part by part.
struct TimelineLayout {
  private(set) var weeks: [TeachingTimeline.Week] = []
  private(set) var warnings: [TimelineWarning] = []
  private(set) var starts: [String: Day] = [:]
  private(set) var beginnings: [String: TeachingTimeline.Beginning] = [:]

  private let placementDays: Set<Weekday>
  private let workingDays: WorkingDays
  /// Where the next part begins when it names no start.
  private var next: Day
  /// The Monday of the first part, from which the 200 weeks are counted.
  private var origin: Day?
  /// The pauses since the last block.
  private var pauses: [TeachingTimeline.Part] = []
  private static let longest = 200

  init(from: Day, placementDays: [Weekday], workingDays: WorkingDays) {
    next = from
    self.placementDays = placementDays.isEmpty ? Set(Weekday.allCases) : Set(placementDays)
    self.workingDays = workingDays
  }

  mutating func add(pause: TeachingTimeline.Part) throws(TimelineProblem) {
    let monday = try firstMonday(of: pause)
    pauses.append(pause)
    guard pause.weeks > 0 else { return }
    guard pause.weeks <= TimelineLayout.longest else { throw .endless }
    next = monday + 7 * pause.weeks
    try checkLength(upTo: next - 7)
  }

  mutating func add(block: TeachingTimeline.Part) throws(TimelineProblem) {
    var monday = try firstMonday(of: block)
    let start = max(block.start ?? next, monday)
    let own = block.start ?? (weeks.isEmpty ? next : nil)
    let gap = weeks.last.map { (monday - $0.monday) / 7 - 1 } ?? 0
    beginnings[block.name] = beginnings[block.name] ?? own.map { .on($0) } ?? .after(weeks: gap)
    warnOfBreak(before: monday)
    pauses = []
    var left = block.weeks
    while left > 0 {
      try checkLength(upTo: monday)
      if let week = teachingWeek(monday, block: block.name, start: start) {
        if starts[block.name] == nil { starts[block.name] = max(start, monday) }
        weeks.append(week)
        left -= 1
      }
      monday = monday + 7
      next = monday
    }
  }

  /// The Monday of the calendar week in which a part starts; a start in a weekend counts for the week after.
  private mutating func firstMonday(of part: TeachingTimeline.Part) throws(TimelineProblem) -> Day {
    let start = part.start ?? next
    let monday = start.monday + (start.weekday.rawValue > Weekday.friday.rawValue ? 7 : 0)
    if let previous = weeks.last, monday <= previous.monday {
      throw .overlaps(block: part.name, starts: start, previousEnds: previous.lastWorkingDay)
    }
    if origin == nil { origin = monday }
    return monday
  }

  private func checkLength(upTo monday: Day) throws(TimelineProblem) {
    guard let origin, monday - origin >= 7 * TimelineLayout.longest else { return }
    throw .endless
  }

  /// Compares the weeks between the last block and the next with the pauses declared between them.
  private mutating func warnOfBreak(before monday: Day) {
    guard let previous = weeks.last, !pauses.isEmpty else { return }
    let actual = (monday - previous.monday) / 7 - 1
    let expected = pauses.reduce(0) { $0 + max(0, $1.weeks) }
    guard actual != expected else { return }
    let name = pauses.map(\.name).joined(separator: ", ")
    warnings.append(.breakLength(name: name, weeks: actual, expected: expected))
  }

  /// The teaching week that begins on a Monday, or nil when it has no working day from the start of its block
  /// on.
  private func teachingWeek(_ monday: Day, block: String, start: Day) -> TeachingTimeline.Week? {
    let days = (0..<5).map { monday + $0 }.filter { $0 >= start && workingDays.isWorking($0) }
    guard let last = days.last else { return nil }
    return TeachingTimeline.Week(
      number: weeks.count + 1, monday: monday, lastWorkingDay: last, block: block,
      isPlacementWeek: days.contains { placementDays.contains($0.weekday) })
  }
}
