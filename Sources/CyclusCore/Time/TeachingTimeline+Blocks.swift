extension TeachingTimeline {
  /// A block of a traject, from day to day.
  public struct Block: Hashable, Sendable {
    /// The name: as the file has it, or with its number behind it where blocks begin on dates (`blok-2`).
    public let name: String
    /// The number, from 1: `b2` in the keys of what recurs.
    public let number: Int
    /// The first day.
    public let first: Day
    /// The last day; of a block of teaching weeks its last working day.
    public let last: Day

    /// Creates a block.
    public init(name: String, number: Int, first: Day, last: Day) {
      self.name = name
      self.number = number
      self.first = first
      self.last = last
    }
  }

  /// The blocks in order, those of teaching weeks and those that begin on dates alike.
  public var blocks: [Block] {
    if let dated { return dated }
    var found: [Block] = []
    for week in weeks where found.last?.name != week.block {
      guard let first = start(ofBlock: week.block), let last = end(ofBlock: week.block) else { continue }
      found.append(Block(name: week.block, number: found.count + 1, first: first, last: last))
    }
    return found
  }

  /// The block that a day lies in, or nil between two blocks and outside them all.
  public func block(containing day: Day) -> Block? {
    blocks.first { $0.first <= day && day <= $0.last }
  }
}
