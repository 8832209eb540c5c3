/// A timeline of blocks that begin on dates instead of counting teaching weeks: one from the first day of the placement,
/// and a new one on each date that a traject gives.
public struct DatedBlocks: Hashable, Sendable, Codable {
  /// The name that stands before the number of each, `blok` for `blok-1`.
  public var name: String
  /// The parameter that holds the dates on which a new block begins; one block where there is none, or while it is not set.
  public var startsParameter: String?
  /// Where it comes from.
  public var citation: Citation

  /// Creates a timeline of dated blocks.
  public init(name: String, startsParameter: String?, citation: Citation) {
    self.name = name
    self.startsParameter = startsParameter
    self.citation = citation
  }
}
