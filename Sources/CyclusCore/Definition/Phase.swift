/// A stretch of the main line of a workflow.
public struct Phase: Hashable, Sendable, Codable {
  /// The id, `tussenevaluatie`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// What has to be on record before it can be left.
  public var leaveWhen: [Requirement]
  /// The phase that follows; `nil` for the last.
  public var next: String?
  /// The ways out of it, where the file lists them; `nil` where it goes to `next` only.
  public var ways: [Way]?
  /// Whether it is left by itself as soon as nothing holds it.
  public var passesByItself: Bool
  /// Where the phase comes from.
  public var citation: Citation

  /// Creates a phase.
  public init(id: String, title: Localized, leaveWhen: [Requirement], next: String?, citation: Citation) {
    self.id = id
    self.title = title
    self.leaveWhen = leaveWhen
    self.next = next
    self.passesByItself = false
    self.citation = citation
  }

  /// Every way out of it; what has neither a list nor a next phase completes the traject.
  public var waysOut: [Way] { ways ?? [Way(to: next)] }

  /// All that it asks: to leave it, and to leave it in each of its ways.
  var asks: [Requirement] { leaveWhen + (ways ?? []).flatMap(\.needs) }
}

/// Something that stops a traject from advancing until it is lifted.
public struct BlockDefinition: Hashable, Sendable, Codable {
  /// The id, which is the reason code of `block --reason`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The condition under which a traject starts blocked.
  public var onEntry: Condition?
  /// The roles that may set it by hand; empty where only the start sets it.
  public var setBy: [String]
  /// The roles that may lift it.
  public var liftedBy: [String]
  /// What has to be on record before it is lifted.
  public var liftNeeds: [Requirement]
  /// Whether obligations are suspended while it stands (GEN-14).
  public var suspends: Bool
  /// Where the block comes from.
  public var citation: Citation

  /// Creates a block.
  public init(
    id: String, title: Localized, onEntry: Condition?, setBy: [String], liftedBy: [String],
    liftNeeds: [Requirement], suspends: Bool, citation: Citation
  ) {
    self.id = id
    self.title = title
    self.onEntry = onEntry
    self.setBy = setBy
    self.liftedBy = liftedBy
    self.liftNeeds = liftNeeds
    self.suspends = suspends
    self.citation = citation
  }
}
