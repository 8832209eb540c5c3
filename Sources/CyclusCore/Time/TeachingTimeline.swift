/// The teaching weeks of a traject, numbered through over its blocks.
///
/// A block counts teaching weeks: calendar weeks in which at least one day from Monday to Friday is a working
/// day. Other weeks are skipped and get no number. The weeks of a pause between blocks are calendar weeks,
/// holiday or not.
public struct TeachingTimeline: Hashable, Sendable {
  /// A block of teaching weeks, or a pause between blocks.
  public struct Part: Codable, Hashable, Sendable {
    /// What a part of the timeline is.
    public enum Kind: String, Codable, Sendable {
      /// Teaching weeks.
      case block
      /// Calendar weeks without stage between two blocks.
      case pause
    }

    /// What the part is.
    public var kind: Kind
    /// The name of the part, by which a workflow refers to it.
    public var name: String
    /// The length: teaching weeks of a block, calendar weeks of a pause; less than one counts as none.
    public var weeks: Int
    /// The date on which the part starts; nil when it follows on what stands before it.
    public var start: Day?

    /// Creates a part of a timeline.
    public init(kind: Kind, name: String, weeks: Int, start: Day? = nil) {
      self.kind = kind
      self.name = name
      self.weeks = weeks
      self.start = start
    }
  }

  /// A teaching week of a traject.
  public struct Week: Hashable, Sendable {
    /// The number, from 1 and running on over the blocks.
    public let number: Int
    /// The Monday of the calendar week.
    public let monday: Day
    /// The last working day from Monday to Friday, which is the end of the week for a deadline.
    public let lastWorkingDay: Day
    /// The name of the block that the week belongs to.
    public let block: String
    /// Tells whether at least one placement day of the week is a working day on or after the start of the
    /// block.
    public let isPlacementWeek: Bool
  }

  /// How it comes about where a block of teaching weeks begins: in the first week from there that has school.
  enum Beginning: Hashable, Sendable {
    /// On a day of its own.
    case on(Day)
    /// After the block before it, and so many calendar weeks between the two.
    case after(weeks: Int)
  }

  /// The teaching weeks in order.
  public let weeks: [Week]
  /// The last working day of the last teaching week, or the day of `from` where there is no teaching week.
  public let end: Day
  /// What is peculiar about the timeline and refuses nothing.
  public let warnings: [TimelineWarning]
  private let starts: [String: Day]
  /// How it comes about where each block of teaching weeks begins.
  let beginnings: [String: Beginning]
  /// The blocks where they begin on dates; nil for blocks of teaching weeks.
  let dated: [Block]?

  /// Lays the parts out in calendar weeks.
  ///
  /// - Parameters:
  ///   - parts: The blocks and pauses in order.
  ///   - from: The day on which the first part starts when it names no start itself.
  ///   - placementDays: The weekdays at the placement; none at all means every working day.
  ///   - workingDays: The working days of the region.
  /// - Throws: `TimelineProblem.overlaps` for a part that starts before the block before it has ended, and
  ///   `TimelineProblem.endless` for parts that take more than 200 calendar weeks.
  public init(
    parts: [Part], from: Day, placementDays: [Weekday], workingDays: WorkingDays
  ) throws(TimelineProblem) {
    var layout = TimelineLayout(from: from, placementDays: placementDays, workingDays: workingDays)
    for part in parts {
      switch part.kind {
      case .block: try layout.add(block: part)
      case .pause: try layout.add(pause: part)
      }
    }
    weeks = layout.weeks
    end = layout.weeks.last?.lastWorkingDay ?? from
    warnings = layout.warnings
    starts = layout.starts
    beginnings = layout.beginnings
    dated = nil
  }

  /// Lays out blocks that begin on dates: one from the first day, and a new one on each date.
  ///
  /// Every week with a working day in it gets a number; it belongs to the block of its last working day.
  ///
  /// - Parameters:
  ///   - name: What stands before the number of each block.
  ///   - starts: The dates on which a new block begins.
  ///   - from: The first day of the placement.
  ///   - until: Its last day, on which the last block ends.
  ///   - placementDays: The weekdays at the placement; none at all means every working day.
  ///   - workingDays: The working days of the region.
  /// - Throws: `TimelineProblem` without a last day, for dates outside the placement, and for a placement of more than
  ///   ten years.
  public init(
    blocks name: String, starts: [Day], from: Day, until: Day?, placementDays: [Weekday],
    workingDays: WorkingDays
  ) throws(TimelineProblem) {
    let layout = try DatedLayout(
      name: name, starts: starts, from: from, until: until, placementDays: placementDays,
      workingDays: workingDays)
    weeks = layout.weeks
    end = max(from, workingDays.onOrBefore(max(from, until ?? from)))
    warnings = []
    self.starts = [:]
    beginnings = [:]
    dated = layout.blocks
  }

  /// The teaching week with a number, or nil when there is none.
  public func week(_ number: Int) -> Week? {
    weeks.indices.contains(number - 1) ? weeks[number - 1] : nil
  }

  /// The teaching week from Monday to Sunday that a day lies in, or nil in a break, a holiday week or
  /// outside.
  public func week(containing day: Day) -> Week? {
    let monday = day.monday
    return weeks.first { $0.monday == monday }
  }

  /// The day on which a block starts: its own start, or the Monday of its first teaching week when that is
  /// later.
  ///
  /// Nil for a name that no block with a teaching week has.
  public func start(ofBlock name: String) -> Day? {
    dated.map { $0.first { $0.name == name }?.first } ?? starts[name]
  }

  /// The last working day of the last teaching week of a block, or nil for a name that no such block has.
  public func end(ofBlock name: String) -> Day? {
    dated.map { $0.first { $0.name == name }?.last } ?? weeks.last { $0.block == name }?.lastWorkingDay
  }
}
