/// A date with the account of how it came about, kept by the code that counts it.
///
/// The steps are kept only where the rulebook keeps accounts; otherwise there are none, and only the day is worked out.
struct Reckoning: Hashable, Sendable {
  /// Which way a date goes from a day without school.
  enum Roll: Hashable, Sendable {
    /// On to the first working day after it, as what is counted from something does.
    case on
    /// Back to the last working day before it, as the end of a week, block, placement or period does.
    case back
  }

  /// The day reached; `nil` while there is none.
  private(set) var day: Day?
  /// How it was reached; `nil` where nobody asked.
  private(set) var steps: [DueStep]?
  /// Which way it rolls, also once it was moved.
  private(set) var roll: Roll

  /// A day that was reached before, with the account of that where one is kept.
  init(_ day: Day?, _ steps: [DueStep]? = nil, rolls roll: Roll = .on) {
    self.day = day
    self.steps = steps
    self.roll = roll
  }

  /// The same day with another account of it.
  func told(_ change: ([DueStep]) -> [DueStep]) -> Reckoning {
    Reckoning(day, steps.map(change), rolls: roll)
  }

  /// Adds to the account a step that leads to the same day.
  mutating func note(_ step: @autoclosure () -> DueStep) { steps?.append(step()) }

  /// Goes to a day, by a step.
  mutating func go(to day: Day, _ step: @autoclosure () -> DueStep) {
    self.day = day
    steps?.append(step())
  }

  /// The day moved by a stretch in which the clock stood still; told together with the stretch just before.
  func standingStill(_ stretch: Stretch) -> Reckoning {
    guard let day else { return self }
    var moved = self
    moved.day = day + stretch.days
    guard var steps else { return moved }
    if case .stoodStill(let earlier, let from, _) = steps.last {
      steps[steps.count - 1] = .stoodStill(earlier + [stretch], from: from, to: day + stretch.days)
    } else {
      steps.append(.stoodStill([stretch], from: day, to: day + stretch.days))
    }
    moved.steps = steps
    return moved
  }

  /// The earlier day of two, with the reason where that is not this one.
  func atMost(_ last: Day, _ bound: @autoclosure () -> DueBound) -> Reckoning {
    guard let day, last < day else { return self }
    var earlier = self
    earlier.go(to: last, .notAfter(bound(), from: day, to: last))
    return earlier
  }

  /// The later day of two, with the reason where that is not this one.
  func atLeast(_ first: Day, _ bound: @autoclosure () -> DueBound) -> Reckoning {
    guard let day, day < first else { return self }
    var later = self
    later.go(to: first, .notBefore(bound(), from: day, to: first))
    return later
  }
}

extension Reckoning {
  /// Says of stretches in which the clock stood still why they do not move it; nothing of none.
  mutating func note(of stretches: [Stretch], _ stay: @autoclosure () -> DueStay) {
    guard let day, !stretches.isEmpty else { return }
    note(.notMoved(stretches, stay(), on: day))
  }
}

// Counting with the working days of a traject.
extension Reckoning {
  /// The first working day on or after the day reached.
  func rolledForward(_ workingDays: WorkingDays) -> Reckoning {
    guard let day else { return self }
    return rolled(to: workingDays.onOrAfter(day), workingDays)
  }

  /// The last working day on or before the day reached; from there it keeps rolling back.
  func rolledBack(_ workingDays: WorkingDays) -> Reckoning {
    guard let day else { return self }
    var back = rolled(to: workingDays.onOrBefore(day), workingDays)
    back.roll = .back
    return back
  }

  /// A working day, the way in which this date rolls, after the clock stood still.
  ///
  /// One that rolls back does not come before a day: nobody is late by a day on which the clock stood still, and a
  /// pause brings no date nearer.
  func rolled(notBefore first: Day, _ workingDays: WorkingDays) -> Reckoning {
    guard roll == .back else { return rolledForward(workingDays) }
    let back = rolledBack(workingDays)
    guard let day = back.day, day < first else { return back }
    return back.atLeast(first, .clock).rolledForward(workingDays)
  }

  private func rolled(to target: Day, _ workingDays: WorkingDays) -> Reckoning {
    guard let day, target != day else { return self }
    var rolled = self
    rolled.go(
      to: target, .rolled(from: day, to: target, skipped: workingDays.skipped(from: day, to: target)))
    return rolled
  }

  /// A span on: working units on working days, the others rolled forward to one.
  func adding(_ span: Span, _ workingDays: WorkingDays) -> Reckoning {
    let counted = counting(span, 1, workingDays) {
      .counted(span, isBack: false, from: $0, to: $1, skipped: $2)
    }
    return span.isWorking ? counted : counted.rolledForward(workingDays)
  }

  /// A span back, wherever that falls.
  func back(_ span: Span, _ workingDays: WorkingDays) -> Reckoning {
    counting(span, -1, workingDays) { .counted(span, isBack: true, from: $0, to: $1, skipped: $2) }
  }

  /// The margin of a period back from its end.
  func back(margin span: Span, _ workingDays: WorkingDays) -> Reckoning {
    counting(span, -1, workingDays) { .margin(span, from: $0, to: $1, skipped: $2) }
  }

  private func counting(
    _ span: Span, _ sign: Int, _ workingDays: WorkingDays, _ step: (Day, Day, [SkippedDay]) -> DueStep
  ) -> Reckoning {
    guard let day else { return self }
    let target =
      switch span.unit {
      case .days: day + sign * span.count
      case .weeks: day + sign * 7 * span.count
      case .workingDays: workingDays.adding(sign * span.count, to: day)
      case .workingWeeks: workingDays.adding(sign * 5 * span.count, to: day)
      }
    var counted = self
    counted.roll = .on
    // From the day after the one from which is counted, up to and with the one reached.
    counted.go(
      to: target,
      step(
        day, target, span.isWorking && target != day ? workingDays.skipped(from: day + sign, to: target) : [])
    )
    return counted
  }

  /// A span back, rolled forward to a working day.
  ///
  /// Where that would be the other day itself or later, it is rolled back to the last working day before; but not to
  /// before the day on which it opens, as nobody could be in time then.
  func before(_ span: Span, opens: Day?, _ bound: DueBound, _ workingDays: WorkingDays) -> Reckoning {
    guard let day else { return self }
    let counted = back(span, workingDays)
    guard !span.isWorking, let target = counted.day else { return counted }
    let forward = counted.rolledForward(workingDays)
    if target == day || forward.day.map({ $0 < day }) ?? false {
      return forward.atMost(day, bound)
    }
    let back = counted.rolled(to: workingDays.onOrBefore(target), workingDays)
    guard let opens, let last = back.day, last < opens else { return back }
    return back.atLeast(day, .opening)
  }
}

extension Span {
  /// Whether it counts working days.
  var isWorking: Bool {
    switch unit {
    case .workingDays, .workingWeeks: true
    case .days, .weeks: false
    }
  }
}

extension WorkingDays {
  /// The days without school among some days, both ends included, in the order in which they are passed.
  func skipped(from first: Day, to last: Day) -> [SkippedDay] {
    let step = last < first ? -1 : 1
    return (0...abs(last - first)).compactMap { distance in
      let day = first + distance * step
      return reason(day).map { SkippedDay(day: day, name: $0) }
    }
  }
}
