// Where the days of the timeline come from, with the account of it.
extension Rulebook {
  /// The same rulebook, under which every date keeps the account of how it came about.
  ///
  /// That costs time, so that only who asks why a date is what it is has it.
  public func keepingAccounts() -> Rulebook {
    var keeping = self
    keeping.accounts = true
    return keeping
  }

  /// The day from which a date is counted; where there is none, what it waits for.
  func counting(
    from day: Day?, _ origin: @autoclosure () -> DueOrigin, or wait: @autoclosure () -> DueWait = .timeline
  ) -> Reckoning {
    guard accounts else { return Reckoning(day) }
    return Reckoning(day, [day.map { .from($0, origin()) } ?? .waits(wait())])
  }

  /// No date, and what it waits for.
  func waiting(_ wait: @autoclosure () -> DueWait) -> Reckoning {
    Reckoning(nil, accounts ? [.waits(wait())] : nil)
  }

  /// No date until some steps were all taken.
  func waitingForAll(_ needs: [Requirement]) -> Reckoning {
    Reckoning(nil, accounts ? needs.map { .waits(.step($0)) } : nil)
  }

  /// The term of an escalation; one of no time at all ends on the day on which it is opened.
  func term(
    of route: EscalationRoute, _ reason: EscalationRoute.Reason?, opened day: Day,
    as origin: @autoclosure () -> DueOrigin
  ) -> Reckoning {
    let within = reason?.within ?? route.within
    let start = counting(from: day, origin())
    return within.count == 0 ? start : start.adding(within, workingDays)
  }

  // MARK: The timeline

  /// The last working day of a teaching week.
  func end(ofWeek number: Int) -> Reckoning {
    guard let week = timeline.week(number) else { return waiting(.timeline) }
    guard accounts else { return Reckoning(week.lastWorkingDay) }
    let weeks = timeline.dated == nil ? timeline.weeks.filter { $0.block == week.block } : timeline.weeks
    guard let first = weeks.first, let index = weeks.firstIndex(of: week) else { return waiting(.timeline) }
    let start =
      timeline.dated?.first.map { max($0.first, first.monday) } ?? timeline.start(ofBlock: week.block)
      ?? first.monday
    var account = counting(from: start, timeline.dated == nil ? .block(week.block) : .start)
    let friday = week.monday + 4
    account.go(
      to: friday,
      .teachingWeeks(index + 1, from: start, to: friday, skipped: skippedWeeks(from: first, to: week)))
    if let end = timeline.dated?.last?.last { account = account.atMost(end, .end) }
    return account.rolledBack(workingDays)
  }

  /// The days of the weeks without a number between two teaching weeks.
  private func skippedWeeks(from first: TeachingTimeline.Week, to last: TeachingTimeline.Week) -> [SkippedDay]
  {
    let numbered = Set(timeline.weeks.map(\.monday))
    return stride(from: 0, to: last.monday - first.monday, by: 7).flatMap { days -> [SkippedDay] in
      let monday = first.monday + days
      return numbered.contains(monday) ? [] : workingDays.skipped(from: monday, to: monday + 6)
    }
  }

  /// The end of a block.
  func end(ofBlock name: String) -> Reckoning {
    guard accounts else { return Reckoning(timeline.end(ofBlock: name)) }
    if let block = timeline.dated?.first(where: { $0.name == name }) {
      let period = Period(name: "b\(block.number)", first: block.first, last: block.last, due: block.last)
      return counting(from: block.last, .period(period, .end))
    }
    return timeline.weeks.last { $0.block == name }.map { end(ofWeek: $0.number) } ?? waiting(.timeline)
  }

  /// The last working day of a traject: on or before its agreed end, else that of its timeline.
  func end(until: Day?) -> Reckoning {
    if let until { return counting(from: until, .end).rolledBack(workingDays) }
    guard accounts, let last = timeline.weeks.last else {
      return counting(from: timeline.end, .end)
    }
    return end(ofWeek: last.number)
  }

  // MARK: Periods

  /// The last working day of a period, but not before it begins.
  func end(of period: Period) -> Reckoning {
    guard accounts else { return Reckoning(period.due) }
    if period.isOfWeeks, let week = timeline.week(containing: period.last) { return end(ofWeek: week.number) }
    return counting(from: period.last, .period(period, .end)).rolledBack(workingDays)
      .atLeast(period.first, .period)
  }

  /// The day that stands for a moment of a period: its end rolls back to a working day, its middle forward, and neither
  /// leaves the period.
  func point(_ point: PeriodPoint, of period: Period?) -> Reckoning {
    guard let period else { return waiting(.timeline) }
    switch point {
    case .start: return counting(from: period.first, .period(period, .start))
    case .middle:
      var middle = counting(from: period.first, .period(period, .start))
      let day = period.first + (period.last - period.first) / 2
      middle.go(to: day, .middle(of: period.first...period.last, to: day))
      return middle.rolledForward(workingDays).atMost(period.last, .period)
    case .end:
      return counting(from: period.last, .period(period, .end)).rolledBack(workingDays)
        .atLeast(period.first, .period)
    }
  }
}

extension Rulebook.Period {
  /// Whether it is a teaching week, or a stretch of them.
  fileprivate var isOfWeeks: Bool {
    switch kind {
    case .weeks, .week, .everyWeeks: true
    case .block, .schoolYear, .placement, .phase, .occasion, nil: false
    }
  }
}
