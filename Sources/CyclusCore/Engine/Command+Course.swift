// What is asked of the course of a traject: disputes and agreements.
extension Command {
  /// Colleagues talk about a disputed verdict.
  public struct Dialogue: Hashable, Sendable {
    /// The code of the outcome.
    public var outcome: String
    /// What was said, or why there was no dialogue, in prose that can be erased.
    public var why: TextReference
    /// The verdict on which they agreed.
    public var agreed: String?
    /// Whether there was no dialogue.
    public var isAbsent: Bool
    /// What the verdict needs on top, such as `trust`.
    public var parts: [String]

    /// Creates the command.
    public init(
      outcome: String, why: TextReference, agreed: String? = nil, isAbsent: Bool = false, parts: [String] = []
    ) {
      self.outcome = outcome
      self.why = why
      self.agreed = agreed
      self.isAbsent = isAbsent
      self.parts = parts
    }
  }

  /// An agreement is made.
  public struct Agree: Hashable, Sendable {
    /// What was agreed, in prose that can be erased.
    public var what: TextReference
    /// The role that owns it.
    public var owner: String
    /// By when.
    public var due: Day
    /// The first step, in prose that can be erased.
    public var firstStep: TextReference?

    /// Creates the command.
    public init(what: TextReference, owner: String, due: Day, firstStep: TextReference? = nil) {
      self.what = what
      self.owner = owner
      self.due = due
      self.firstStep = firstStep
    }
  }

  /// Something is claimed, or a claim gets more proof.
  public struct Claim: Hashable, Sendable {
    /// What is claimed, `evc@nederlands`, or the claim that gets more proof, `C1`.
    public var item: String
    /// The documents that it rests on, by key.
    public var proofs: [String]
    /// What else it rests on, such as an address.
    public var references: [TextReference]

    /// Creates the command.
    public init(item: String, proofs: [String] = [], references: [TextReference] = []) {
      self.item = item
      self.proofs = proofs
      self.references = references
    }
  }

  /// It is said what became of an agreement.
  public struct Settle: Hashable, Sendable {
    /// The agreement, `A1`.
    public var agreement: String
    /// What became of it.
    public var status: Traject.Agreement.Status
    /// Why, in prose that can be erased.
    public var why: TextReference?
    /// What is needed now, in prose that can be erased.
    public var needs: TextReference?

    /// Creates the command.
    public init(
      agreement: String, status: Traject.Agreement.Status, why: TextReference? = nil,
      needs: TextReference? = nil
    ) {
      self.agreement = agreement
      self.status = status
      self.why = why
      self.needs = needs
    }
  }
}
