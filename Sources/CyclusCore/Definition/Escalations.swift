/// How a matter that the main line does not settle is brought to somebody who decides.
public struct EscalationRoute: Hashable, Sendable, Codable {
  /// Why a matter takes this route.
  public struct Reason: Hashable, Sendable, Codable {
    /// The code of `escalate --reason`.
    public var id: String
    /// The name that people read.
    public var title: Localized
    /// The block that it sets at once.
    public var sets: String?
    /// The term where it differs from that of the route.
    public var within: Span?
    /// The role that decides where it differs from that of the route.
    public var to: String?
    /// The role that the matter is about: whoever has it decides nothing in it, in another role neither.
    public var concerns: String?

    /// Creates a reason.
    public init(
      id: String, title: Localized, sets: String? = nil, within: Span? = nil, to: String? = nil,
      concerns: String? = nil
    ) {
      self.concerns = concerns
      self.id = id
      self.title = title
      self.sets = sets
      self.within = within
      self.to = to
    }
  }

  /// What an outcome of an escalation does to the traject.
  public enum Effect: String, CaseIterable, Sendable, Codable {
    /// The traject goes on.
    case resumes
    /// The traject may be ended; it is not ended yet.
    case permitsTermination = "permits termination"
    /// It becomes the verdict on the outcome that it is about.
    case verdict
  }

  /// An outcome that a decision may have.
  public struct Outcome: Hashable, Sendable, Codable {
    /// The code of `decide --outcome`.
    public var id: String
    /// The name that people read.
    public var title: Localized
    /// What it does.
    public var effect: Effect

    /// Creates an outcome.
    public init(id: String, title: Localized, effect: Effect) {
      self.id = id
      self.title = title
      self.effect = effect
    }
  }

  /// What has to be on record before a decision.
  public enum Need: String, CaseIterable, Sendable, Codable {
    case plan, analysis, intervention, arguments
  }

  /// The id, which is a reason code too where it has no reasons of its own.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The reasons that take this route.
  public var reasons: [Reason]
  /// Whether it has to name an outcome.
  public var aboutOutcome: Bool
  /// Whether people may take it by hand; otherwise only the ladder does.
  public var byHand: Bool
  /// The role that decides.
  public var to: String
  /// The role to which it climbs once when that one is late.
  public var next: String?
  /// How long after its date it climbs there; by the second rung of the ladder where the file does not say.
  public var nextAfter: Span?
  /// The roles that have to be consulted first.
  public var consultNeeded: [String]
  /// The roles that may be consulted.
  public var consultPossible: [String]
  /// What has to be on record before a decision.
  public var needs: [Need]
  /// The time in which it is decided.
  public var within: Span
  /// The outcomes that a decision may have.
  public var outcomes: [Outcome]
  /// Whether the traject does not advance while it is open.
  public var stops: Bool
  /// Where the route comes from.
  public var citation: Citation

  /// Creates a route.
  public init(
    id: String, title: Localized, to: String, within: Span, outcomes: [Outcome], citation: Citation
  ) {
    self.id = id
    self.title = title
    self.to = to
    self.within = within
    self.outcomes = outcomes
    self.citation = citation
    self.reasons = []
    self.aboutOutcome = false
    self.byHand = true
    self.consultNeeded = []
    self.consultPossible = []
    self.needs = []
    self.stops = false
  }
}

/// Who is told, and when, that an obligation is overdue (GEN-06).
public struct Ladder: Hashable, Sendable, Codable {
  /// To whom a rung speaks.
  public enum Recipient: Hashable, Sendable, Codable {
    /// The one who owes it; for workplace people the leading role, asking whether it happened.
    case actor
    case role(String)
    /// The escalation route of the obligation, where it names one.
    case route
  }

  /// One step of the ladder.
  public struct Rung: Hashable, Sendable, Codable {
    /// How long after the due date; 0 days is the first day on which it is overdue.
    public var after: Span
    /// To whom.
    public var to: Recipient

    /// Creates a rung.
    public init(after: Span, to: Recipient) {
      self.after = after
      self.to = to
    }
  }

  /// The rungs in order.
  public var rungs: [Rung]
  /// Where the ladder comes from.
  public var citation: Citation

  /// Creates a ladder.
  public init(rungs: [Rung], citation: Citation) {
    self.rungs = rungs
    self.citation = citation
  }
}
