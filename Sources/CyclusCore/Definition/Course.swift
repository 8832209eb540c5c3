/// How a traject is ended before it is complete.
public struct TerminationDefinition: Hashable, Sendable, Codable {
  /// A reason for which the leading role ends a traject alone, without an escalation that permits it.
  public struct Reason: Hashable, Sendable, Codable {
    /// The code of `terminate --reason`.
    public var id: String
    /// The name that people read.
    public var title: Localized

    /// Creates a reason.
    public init(id: String, title: Localized) {
      self.id = id
      self.title = title
    }
  }

  /// The roles that may end a traject.
  public var by: [String]
  /// The reasons that need no escalation; every other is the reason of an escalation whose outcome permits it.
  public var alone: [Reason]
  /// Where it comes from.
  public var citation: Citation

  /// Creates a way of ending.
  public init(by: [String], alone: [Reason], citation: Citation) {
    self.by = by
    self.alone = alone
    self.citation = citation
  }
}

/// Who may waive or snooze an obligation, and which never (GEN-10).
public struct WaiverDefinition: Hashable, Sendable, Codable {
  /// The roles that may.
  public var by: [String]
  /// The items that are never waived, on top of verdicts, confirmations and decisions.
  public var never: [String]
  /// Where it comes from.
  public var citation: Citation

  /// Creates a right to waive.
  public init(by: [String], never: [String], citation: Citation) {
    self.by = by
    self.never = never
    self.citation = citation
  }
}

/// Who may stop the clocks of a traject, and start them again (GEN-14).
public struct PauseDefinition: Hashable, Sendable, Codable {
  /// On whose account a traject is paused.
  public enum Cause: String, CaseIterable, Sendable, Codable {
    case student, workplace, institute
  }

  /// How long a traject may be paused in all, or on the account of one cause.
  public struct Budget: Hashable, Sendable, Codable {
    /// The cause; `nil` for all causes together.
    public var cause: Cause?
    /// How many calendar days, 1 or more.
    public var days: Int

    /// Creates a budget.
    public init(cause: Cause?, days: Int) {
      self.cause = cause
      self.days = days
    }
  }

  /// The roles that may.
  public var by: [String]
  /// How long; written only where there is any, so that a workflow of before keeps its compiled form.
  private var budgeted: [Budget]?
  /// Where it comes from.
  public var citation: Citation

  /// How long a traject may be paused, in the order of the file; as long as it takes where there is none.
  public var budgets: [Budget] { budgeted ?? [] }

  /// Creates a right to pause.
  public init(by: [String], budgets: [Budget] = [], citation: Citation) {
    self.by = by
    budgeted = budgets.isEmpty ? nil : budgets
    self.citation = citation
  }
}

/// How a verdict is disputed before it is confirmed, and what follows when those concerned do not agree.
public struct DisputeDefinition: Hashable, Sendable, Codable {
  /// The time for the dialogue between colleagues.
  public var dialogueWithin: Span
  /// The time for agreement, after which the route opens by itself.
  public var agreementWithin: Span
  /// The route on which it is then decided.
  public var route: String
  /// Where it comes from.
  public var citation: Citation

  /// Creates a course of dispute.
  public init(dialogueWithin: Span, agreementWithin: Span, route: String, citation: Citation) {
    self.dialogueWithin = dialogueWithin
    self.agreementWithin = agreementWithin
    self.route = route
    self.citation = citation
  }
}

/// The goals that are set for a student, in parts.
public struct GoalDefinition: Hashable, Sendable, Codable {
  /// One part of a goal.
  public struct Part: Hashable, Sendable, Codable {
    /// What a part holds.
    public enum Kind: Hashable, Sendable, Codable {
      /// Prose, which can be erased.
      case prose
      /// The code of an outcome of the traject.
      case outcome
      /// One of a list of codes.
      case oneOf([String])
    }

    /// The id, used as `--part id=value`.
    public var id: String
    /// The name that people read.
    public var title: Localized
    /// What it holds.
    public var kind: Kind
    /// Whether a goal cannot do without it.
    public var isRequired: Bool
    /// Where the part comes from.
    public var citation: Citation

    /// Creates a part.
    public init(id: String, title: Localized, kind: Kind, isRequired: Bool, citation: Citation) {
      self.id = id
      self.title = title
      self.kind = kind
      self.isRequired = isRequired
      self.citation = citation
    }
  }

  /// The roles that set goals.
  public var by: [String]
  /// The parts in the order of the file.
  public var parts: [Part]
  /// Where goals come from.
  public var citation: Citation

  /// Creates a kind of goal.
  public init(by: [String], parts: [Part], citation: Citation) {
    self.by = by
    self.parts = parts
    self.citation = citation
  }
}

/// The agreements that are made in gesprekken, each with an owner and a date.
public struct AgreementDefinition: Hashable, Sendable, Codable {
  /// The roles that note them.
  public var by: [String]
  /// Where agreements come from.
  public var citation: Citation

  /// Creates a kind of agreement.
  public init(by: [String], citation: Citation) {
    self.by = by
    self.citation = citation
  }
}

/// When the end of a traject may be moved.
public struct ExtensionDefinition: Hashable, Sendable, Codable {
  /// The roles that may.
  public var by: [String]
  /// Under which condition; always where there is none.
  public var when: Condition?
  /// The phases that are gone through again where something is still open, the first of them entered first.
  public var again: [String]?
  /// How long after the end of the timeline the new end may lie; any day where there is none.
  public var atMost: Span?
  /// Where it comes from.
  public var citation: Citation

  /// Creates a right to extend.
  public init(by: [String], when: Condition?, again: [String]? = nil, citation: Citation) {
    self.by = by
    self.when = when
    self.again = again
    self.citation = citation
  }
}
