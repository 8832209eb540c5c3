/// A learning outcome on which feedback, and where it is summative a verdict, is given.
public struct Outcome: Hashable, Sendable, Codable {
  /// What may be said about an outcome.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// Judged here.
    case summative
    /// Feedback only; a verdict is refused.
    case formative
    /// Open from an earlier year; judged only where it has a judge.
    case `repair`
  }

  /// The id, `positief-leerklimaat`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// What may be said about it.
  public var kind: Kind
  /// The verdicts from good to bad; empty for a formative one.
  public var scale: [String]
  /// The roles that judge or give feedback; the first is the one who owes it.
  public var judges: [String]
  /// The role that confirms the verdict where no unit does.
  public var confirmer: String?
  /// The role that decides after a dispute.
  public var decider: String?
  /// Per verdict the parts that it needs on top, such as `trust`.
  public var verdictNeeds: [String: [String]]
  /// For one that is open from an earlier year: whether it needs a verdict here before it is confirmed.
  public var needsVerdict: Bool
  /// The outcome of this year with which it can be counted, once that is good and the confirmer agrees (HAN-13).
  public var follows: String?
  /// By when it is confirmed, for one that is confirmed by itself.
  public var confirmDue: Deadline?
  /// Whether feedback that fits no outcome belongs here.
  public var catchesOtherFeedback: Bool
  /// Which trajecten have it; all where there is none.
  public var when: Condition?
  /// Where the outcome comes from.
  public var citation: Citation

  /// Creates an outcome.
  public init(
    id: String, title: Localized, kind: Kind, scale: [String], judges: [String], citation: Citation
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.scale = scale
    self.judges = judges
    self.citation = citation
    self.verdictNeeds = [:]
    self.needsVerdict = false
    self.catchesOtherFeedback = false
  }
}

/// A course unit over outcomes: its result is good only where all of them are.
public struct OutcomeUnit: Hashable, Sendable, Codable {
  /// The id, `afstemmen-en-creeren-1`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The summative outcomes on which the result rests.
  public var all: [String]
  /// The formative outcomes that are taught with it.
  public var with: [String]
  /// The role that confirms the result.
  public var confirmer: String
  /// The time it has for that, from when the confirmation opens.
  public var opens: Opening
  /// By when it is confirmed.
  public var due: Deadline?
  /// Where the unit comes from.
  public var citation: Citation

  /// Creates a unit.
  public init(
    id: String, title: Localized, all: [String], with: [String], confirmer: String, opens: Opening,
    due: Deadline?, citation: Citation
  ) {
    self.id = id
    self.title = title
    self.all = all
    self.with = with
    self.confirmer = confirmer
    self.opens = opens
    self.due = due
    self.citation = citation
  }
}
