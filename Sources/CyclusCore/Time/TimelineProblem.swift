/// A fault in the parts of a teaching timeline by which it cannot be laid out.
public enum TimelineProblem: Error, Hashable, Sendable {
  /// A part starts before or in the last teaching week of the block before it, whose last working day is
  /// given.
  case overlaps(block: String, starts: Day, previousEnds: Day)
  /// The parts do not fit in 200 calendar weeks, as when the calendar leaves no working day.
  case endless
  /// Blocks that begin on dates have no end, as the placement has none.
  case noEnd
  /// A block begins on a day that does not lie between the first day and the last.
  case outside(block: Day, from: Day, until: Day)
  /// The placement lasts more than ten years; the last day that is possible is given.
  case tooLong(until: Day, last: Day)
}

/// A peculiarity of a teaching timeline that is shown and refuses nothing.
public enum TimelineWarning: Hashable, Sendable {
  /// The number of whole calendar weeks between two blocks is not that of the break planned between them.
  case breakLength(name: String, weeks: Int, expected: Int)
}
