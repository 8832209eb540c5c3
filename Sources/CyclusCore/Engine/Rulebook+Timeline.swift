// The days of the timeline, with the account of how each came about.
extension Rulebook {
  /// The last working day of a teaching week.
  func end(ofWeek number: Int) -> Reckoning {
    guard let week = timeline.week(number) else { return waiting(.timeline) }
    var reached = accounts ? start(of: week) : Reckoning(week.monday)
    let start = reached.day ?? week.monday
    reached.go(to: week.monday + 4, teachingWeeks(upTo: week, from: start))
    if let end = timeline.dated?.last?.last { reached = reached.atMost(end, .end) }
    return reached.rolledBack(workingDays)
  }

  /// The end of a block.
  func end(ofBlock name: String) -> Reckoning {
    if let block = timeline.dated?.first(where: { $0.name == name }) {
      let period = Period(name: "b\(block.number)", first: block.first, last: block.last, due: block.last)
      let end = counting(from: block.last, .period(period, .end))
      return Reckoning(end.day, end.steps, rolls: .back)
    }
    return timeline.weeks.last { $0.block == name }.map { end(ofWeek: $0.number) } ?? waiting(.timeline)
  }

  /// The last working day of a traject: on or before its agreed end, else that of its timeline.
  func end(until: Day?) -> Reckoning {
    if let until { return counting(from: until, .end).rolledBack(workingDays) }
    return timeline.weeks.last.map { end(ofWeek: $0.number) } ?? counting(from: timeline.end, .end)
  }

  /// The first day of the first teaching week of a block.
  func firstWeek(ofBlock name: String) -> Reckoning {
    guard let first = timeline.weeks.first(where: { $0.block == name }) else { return waiting(.timeline) }
    var reached = start(ofBlock: name)
    guard let start = reached.day, let begins = timeline.start(ofBlock: name), start != begins else {
      return reached
    }
    reached.go(
      to: begins,
      .blockBegins(name, after: nil, from: start, to: begins, skipped: skipped(from: start, to: first)))
    return reached
  }

  // MARK: Where blocks begin

  /// The day from which a teaching week is counted.
  private func start(of week: TeachingTimeline.Week) -> Reckoning {
    guard let block = timeline.dated?.first else { return start(ofBlock: week.block) }
    return counting(from: block.first, .start)
  }

  /// The day on which a block begins: its own, else the first teaching week after the block before it.
  private func start(ofBlock name: String) -> Reckoning {
    let first = timeline.weeks.first { $0.block == name }
    switch timeline.beginnings[name] {
    case .on(let day): return counting(from: day, .block(name))
    case .after(let weeks):
      guard let first, let before = timeline.weeks.last(where: { $0.number < first.number }) else { break }
      var reached = end(ofLastWeek: before)
      let friday = before.monday + 4
      reached.go(
        to: first.monday,
        .blockBegins(
          name, after: weeks, from: friday, to: first.monday,
          skipped: skipped(from: before.monday + 7 * (weeks + 1), to: first)))
      return reached
    case nil: break
    }
    return counting(from: timeline.start(ofBlock: name) ?? first?.monday, .block(name))
  }

  /// The Friday of the last week of a block.
  private func end(ofLastWeek week: TeachingTimeline.Week) -> Reckoning {
    var reached = start(of: week)
    let start = reached.day ?? week.monday
    reached.go(to: week.monday + 4, teachingWeeks(upTo: week, from: start))
    return reached
  }

  /// The step from the start of a block to the Friday of one of its weeks; of all where blocks begin on dates.
  private func teachingWeeks(upTo week: TeachingTimeline.Week, from start: Day) -> DueStep {
    let weeks = timeline.weeks.filter { timeline.dated != nil || $0.block == week.block }
    return .teachingWeeks(
      (weeks.firstIndex(of: week) ?? 0) + 1, from: start, to: week.monday + 4,
      skipped: skipped(from: start, to: week))
  }

  /// The days without school from a day up to a teaching week, as far as their weeks have no number.
  private func skipped(from start: Day, to last: TeachingTimeline.Week) -> [SkippedDay] {
    let numbered = Set(timeline.weeks.map(\.monday))
    return stride(from: 0, to: last.monday - start.monday, by: 7).flatMap { days -> [SkippedDay] in
      let monday = start.monday + days
      return numbered.contains(monday) ? [] : workingDays.skipped(from: max(monday, start), to: monday + 6)
    }
  }
}
