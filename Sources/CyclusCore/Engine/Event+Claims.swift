// The events of claims, and their data.
extension Event {
  /// Something was claimed, or a claim got more proof.
  public struct Claimed: Hashable, Sendable {
    /// `C1`.
    public var id: String
    /// What is claimed; `nil` where a claim that was made before got more proof.
    public var subject: Subject?
    /// The documents that it rests on, by key.
    public var proofs: [String] = []
    /// What else it rests on, in text that can be erased.
    public var references: [TextReference] = []

    /// What a claim is, and where it is decided.
    public struct Subject: Hashable, Sendable {
      /// The kind of claim in the workflow.
      public var kind: String
      /// The value of the parameter that it is about.
      public var about: String?
      /// The gesprek at which it is decided.
      public var gesprek: ItemKey
    }

    /// What `claim` was given: the kind with what it is about, or the claim itself.
    var item: String { subject.map { Traject.Claim.item($0.kind, $0.about) } ?? id }
  }

  /// Writes the data of an event of a claim.
  func write(claim data: inout EventData) {
    switch self {
    case .claimed(let claimed):
      data.put("claim", claimed.id, "kind", claimed.subject?.kind, "about", claimed.subject?.about)
      data.put("gesprek", claimed.subject?.gesprek)
      data.put("proofs", claimed.proofs)
      data.put("refs", claimed.references.map(\.description))
    case .claimGranted(let claim, let why): data.put("claim", claim, "why", why)
    case .claimRefused(let claim, let why): data.put("claim", claim, "why", why)
    case .claimDeferred(let claim, let why, let to): data.put("claim", claim, "why", why, "to", to)
    default: break
    }
  }

  /// Reads an event of a claim; `nil` for a name that is none of theirs.
  init?(claim type: String, _ data: EventData) throws(EventProblem) {
    switch type {
    case "claimed":
      var claimed = Claimed(id: try data.text("claim"))
      if let kind = data.textIfAny("kind") {
        claimed.subject = Claimed.Subject(
          kind: kind, about: data.textIfAny("about"), gesprek: try data.value("gesprek"))
      }
      claimed.proofs = try data.list("proofs")
      claimed.references = try data.referenceList("refs")
      self = .claimed(claimed)
    case "claim_granted":
      self = .claimGranted(claim: try data.text("claim"), why: try data.valueIfAny("why"))
    case "claim_refused": self = .claimRefused(claim: try data.text("claim"), why: try data.value("why"))
    case "claim_deferred":
      self = .claimDeferred(
        claim: try data.text("claim"), why: try data.value("why"), to: try data.value("to"))
    default: return nil
    }
  }
}
