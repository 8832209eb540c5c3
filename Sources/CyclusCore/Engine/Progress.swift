/// How much of the time of a traject has gone, beside how much of its steps is done: an early warning.
///
/// Time is counted in calendar days from the first day to the last, without the days between them on which the clock
/// stood still: those that have gone, against those and what is left. A pause moves no end, so once it is over less time
/// is left, and the share of it that has gone is larger than before; only who moves the end makes it smaller again.
/// Steps are what the regular course asks: all obligations but those that arise only if something fails to happen, and
/// those of escalations, blocks, disputes, agreements and passing to a next phase. Done is what was met or waived; what
/// was missed for good stays a step that was not done. So the share of steps goes down only where more is asked: one
/// more visit, a phase entered again, a parameter with another value.
public struct Progress: Hashable, Sendable {
  /// The first day.
  public var first: Day
  /// How many calendar days it has, those on which the clock stood still left out; 1 or more.
  public var days: Int
  /// On how many days from the first to the last the clock stood still, of the stretches that are over.
  public var stoodStill: Int
  /// Since when the clock stands still; `nil` while it runs.
  public var standsSince: Day?
  /// The day on which it ended.
  public var ended: Day?
  /// How many steps there are.
  public var steps: Int
  /// How many of them are done.
  public var done: Int

  /// By how many points time may be ahead of the steps before it is worth a mark.
  public static let margin = 25

  /// Creates it from what is stored.
  public init(
    first: Day, days: Int, stoodStill: Int, standsSince: Day?, ended: Day?, steps: Int, done: Int
  ) {
    self.first = first
    self.days = max(1, days)
    self.stoodStill = stoodStill
    self.standsSince = standsSince
    self.ended = ended
    self.steps = steps
    self.done = done
  }

  /// The days that have gone before a day, those on which the clock stood still left out; no more than there are.
  public func daysGone(on today: Day) -> Int {
    let until = [today, ended, standsSince].compactMap(\.self).min() ?? today
    return min(days, max(0, until - first - stoodStill))
  }

  /// The share of the time that has gone, in whole percents rounded down.
  public func timePercent(on today: Day) -> Int { 100 * daysGone(on: today) / days }

  /// The share of the steps that is done, in whole percents rounded down; 100 where nothing is asked.
  public var stepsPercent: Int { steps == 0 ? 100 : 100 * done / steps }

  /// Whether the steps lag behind the time by the margin or more; not of what has ended, or stands still.
  public func isLagging(on today: Day) -> Bool {
    ended == nil && standsSince == nil && timePercent(on: today) - stepsPercent >= Self.margin
  }
}

extension Progress {
  /// Works it out from a state and what is owed in it.
  public init(_ standing: Standing) {
    let (traject, rulebook) = (standing.traject, standing.rulebook)
    let stops = traject.suspensions(rulebook)
    let end = max(traject.from, traject.until ?? rulebook.timeline.end) + 1
    let stoodStill = stops.reduce(0) { sum, stop in
      sum + max(0, min(stop.until ?? stop.since, end) - max(stop.since, traject.from))
    }
    let steps = standing.obligations.filter(\.isOfRegularCourse)
    self.init(
      first: traject.from, days: end - traject.from - stoodStill, stoodStill: stoodStill,
      standsSince: stops.last.flatMap { $0.until == nil ? $0.since : nil }, ended: traject.ended,
      steps: steps.count, done: steps.count { !$0.isAsked })
  }
}

extension Obligation {
  /// Whether it is a step of the regular course, which everybody goes through.
  public var isOfRegularCourse: Bool {
    guard !isConditional, escalation == nil else { return false }
    return switch key.step {
    case .lifted, .consulted, .proposed, .decided, .advanced, .attended, .discussed, .agreed, .settled,
      .moved,
      .valid, .made:
      false
    case .planned, .held, .closed, .submitted, .signed, .approved, .assessed, .feedback, .confirmed, .done:
      true
    }
  }
}
