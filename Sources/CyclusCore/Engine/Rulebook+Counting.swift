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

// Periods, with the account of where they begin and end.
extension Rulebook {
  /// The last working day of a period, but not before it begins.
  func end(of period: Period) -> Reckoning {
    guard accounts else { return Reckoning(period.due, rolls: .back) }
    if period.isOfWeeks, let week = timeline.week(containing: period.last) { return end(ofWeek: week.number) }
    return last(of: period).rolledBack(workingDays).atLeast(period.first, .period)
  }

  /// The day that stands for a moment of a period: its end rolls back to a working day, its middle forward, and neither
  /// leaves the period.
  func point(_ point: PeriodPoint, of period: Period?) -> Reckoning {
    guard let period else { return waiting(.timeline) }
    switch point {
    case .start: return first(of: period)
    case .middle:
      var middle = first(of: period)
      let day = period.first + (period.last - period.first) / 2
      middle.go(to: day, .middle(of: period.first...period.last, to: day))
      return middle.rolledForward(workingDays).atMost(period.last, .period)
    case .end: return last(of: period).rolledBack(workingDays).atLeast(period.first, .period)
    }
  }

  /// The first day of a period.
  private func first(of period: Period) -> Reckoning {
    guard accounts, let block = block(of: period) else {
      return counting(from: period.first, .period(period, .start))
    }
    return firstWeek(ofBlock: block)
  }

  /// The last day of a period.
  func last(of period: Period) -> Reckoning {
    guard accounts, let block = block(of: period) else {
      return counting(from: period.last, .period(period, .end))
    }
    return end(ofBlock: block)
  }

  /// The block of teaching weeks that a period is; `nil` for any other, and for one that begins on a date.
  private func block(of period: Period) -> String? {
    guard period.kind == .block, timeline.dated == nil else { return nil }
    return timeline.blocks.first { $0.first == period.first && $0.last == period.last }?.name
  }
}
