/// One step of the account of a date: from a day to a day, and why.
///
/// The steps follow on each other: each but the first begins on the day on which the one before it ended.
public enum DueStep: Hashable, Sendable {
  /// The day from which is counted.
  case from(Day, DueOrigin)
  /// So many teaching weeks, the first of them that of `from`, up to the Friday of the last.
  case teachingWeeks(Int, from: Day, to: Day, skipped: [SkippedDay])
  /// To the first teaching week of a block: after the block before it and so many calendar weeks, or, without those,
  /// from the day on which the block begins.
  case blockBegins(String, after: Int?, from: Day, to: Day, skipped: [SkippedDay])
  /// A number of days, working days or weeks on from a day, or back from it.
  case counted(Span, isBack: Bool, from: Day, to: Day, skipped: [SkippedDay])
  /// How long before the end of its period the last of several is due.
  case margin(Span, from: Day, to: Day, skipped: [SkippedDay])
  /// From a day without school to a working day, on or back.
  case rolled(from: Day, to: Day, skipped: [SkippedDay])
  /// Half of the days of a period, counted from its first day.
  case middle(of: ClosedRange<Day>, to: Day)
  /// The last day of one of some equal parts of a period.
  case share(Int, of: Int, in: ClosedRange<Day>, from: Day, to: Day)
  /// On to the first day on which it can be.
  case notBefore(DueBound, from: Day, to: Day)
  /// Back to the last day on which it can be.
  case notAfter(DueBound, from: Day, to: Day)
  /// Moved on by the days on which the clock stood still.
  case stoodStill([Stretch], from: Day, to: Day)
  /// Not moved by some stretches in which the clock stood still.
  case notMoved([Stretch], DueStay, on: Day)
  /// The day reached is the one that stands for a gesprek: it was not planned yet, so that is its last day.
  case stands(ItemKey, on: Day)
  /// The date stands in an event and is not counted again.
  case recorded(Day?, DueRecord)
  /// There is no date yet.
  case waits(DueWait)
}

/// A day that was passed over because there is no school.
public struct SkippedDay: Hashable, Sendable {
  /// The day.
  public var day: Day
  /// Why: the holiday, or the day of the weekend.
  public var name: Localized
}

/// A stretch in which the clock stood still, as far as it moves a date.
public struct Stretch: Hashable, Sendable {
  /// What stopped the clock.
  public enum Stop: Hashable, Sendable {
    case pause(PauseDefinition.Cause)
    /// A block that suspends, by its key.
    case block(String)
  }

  /// The first day that counts.
  public var since: Day
  /// The day on which the clock went on.
  public var until: Day
  /// What stopped it; two where a block fell in a pause.
  public var stops: [Stop]

  /// By how many days it moves the date.
  public var days: Int { until - since }
}

extension DueStep {
  /// The days without school that the step passed over.
  var skipped: [SkippedDay] {
    switch self {
    case .teachingWeeks(_, _, _, let days), .blockBegins(_, _, _, _, let days),
      .counted(_, _, _, _, let days), .margin(_, _, _, let days), .rolled(_, _, let days):
      days
    case .from, .middle, .share, .notBefore, .notAfter, .stoodStill, .notMoved, .stands, .recorded, .waits: []
    }
  }
}

/// Why a stretch in which the clock stood still does not move a date.
public enum DueStay: Hashable, Sendable {
  /// It was over before the term ran, from this day.
  case ranLater(Day)
  /// It began after the date.
  case passed
  /// The date hangs on a teaching week, and those stay where they are.
  case teachingWeek
  /// The date follows a gesprek, which has a day of its own.
  case gesprek(ItemKey)
  /// Whoever moved the end on this day knew of it.
  case endMoved(Day)
}

/// From what a date is counted.
public enum DueOrigin: Hashable, Sendable {
  /// The first day of the traject.
  case start
  /// The last day of the traject, as it was agreed or moved.
  case end
  /// The first day of a block of the timeline.
  case block(String)
  /// The first or the last day of the period in which something recurs.
  case period(Rulebook.Period, PeriodPoint)
  /// A step that was taken.
  case step(Step, of: ItemKey)
  /// The day on which an obligation opened; that of the date itself where no key stands.
  case opening(ObligationKey?)
  /// The day on which a document was sent back.
  case sentBack(ItemKey)
  /// The day on which a verdict was disputed.
  case disputed(String)
  /// The day on which an escalation was opened.
  case escalated(String)
}

/// What keeps a date from lying earlier or later.
public enum DueBound: Hashable, Sendable {
  /// Nobody is late on a day on which it cannot be done yet.
  case opening
  /// It stays in its period.
  case period
  /// It stays before the gesprek for which it is done.
  case gesprek(ItemKey)
  /// What was not done in its period is overdue with the end of that.
  case endOfPeriod
  /// It lapses with a step.
  case lapses(Requirement)
  /// It does not lie after the end of the placement.
  case end
  /// Where the clock stood still it is not earlier than it was, and not before the clock went on.
  case clock
  /// Another calendar, adopted on a day, makes nobody late.
  case adoption(Day)
  /// The date had passed when another calendar was adopted on a day, which does not put it further back.
  case overdueAtAdoption(Day)
}

/// The event in which a date stands.
public enum DueRecord: Hashable, Sendable {
  /// That met it.
  case met(event: Int, on: Day)
  /// That flagged it as overdue.
  case flagged(on: Day)
  /// That opened the escalation.
  case escalated(String, on: Day)
  /// In which it was agreed.
  case agreed(String, on: Day)
  /// By which the traject went over to another calendar, while it was waived already.
  case adopted
}

/// What has to come before there is a date.
public enum DueWait: Hashable, Sendable {
  /// A step that nobody has taken.
  case step(Requirement)
  /// The opening of an obligation; of the one that is asked where no key stands.
  case opening(ObligationKey?)
  /// A gesprek that is neither planned nor held, and has no date of its own.
  case gesprek(ItemKey?)
  /// A week, block or period that the traject does not have.
  case timeline
  /// That the clock goes on.
  case clock
  /// Nothing: the traject has ended.
  case ended
}
