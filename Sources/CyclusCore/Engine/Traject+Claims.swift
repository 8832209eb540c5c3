// What is known of claims, and what is owed on them.
extension Traject {
  /// Something that was claimed.
  public struct Claim: Hashable, Sendable, Codable {
    /// What was decided for good.
    public enum Result: String, CaseIterable, Sendable, Codable {
      case granted, refused
    }

    /// What a claim rests on: a document of the traject, or a text that can be erased.
    public struct Proof: Hashable, Sendable, Codable {
      /// On which day it was given.
      public var on: Day
      /// The key of the document.
      public var document: String?
      /// What else it is, such as an address.
      public var reference: TextReference?
    }

    /// `C1`.
    public var id: String
    /// The kind of claim in the workflow.
    public var kind: String
    /// The value of the parameter that it is about.
    public var about: String?
    /// The gesprek at which it is decided.
    public var gesprek: ItemKey
    /// On which day it was made.
    public var on: Day
    /// Who made it.
    public var by: Actor
    /// What it rests on, in the order in which that was given.
    public var proofs: [Proof]
    /// What was decided for good; `nil` while it is open.
    public var result: Result?
    /// The day of that.
    public var decided: Day?
    /// The day on which it was last left to a later gesprek.
    public var deferred: Day?

    /// Whether nobody has granted or refused it yet.
    public var isOpen: Bool { result == nil }

    /// What is claimed, as `claim` is given it: `evc@nederlands`.
    public var item: String { Self.item(kind, about) }

    static func item(_ kind: String, _ about: String?) -> String { about.map { "\(kind)@\($0)" } ?? kind }
  }

  /// The claims that are decided at a gesprek.
  public func claims(of gesprek: ItemKey) -> [Claim] {
    claims.filter { self.gesprek(deciding: $0) == gesprek }
  }

  /// The gesprek at which a claim is decided: its own, or where that was passed over, the first that was held since.
  public func gesprek(deciding claim: Claim) -> ItemKey {
    let own = claim.gesprek
    guard gesprekken[own.description]?.held.isEmpty ?? true else { return own }
    let since = claim.deferred.map { $0 + 1 } ?? claim.on
    let later = gesprekken.compactMap { text, record -> (day: Day, key: ItemKey)? in
      guard let key = ItemKey(text), key.id == own.id, let held = record.held.first, held >= since,
        key > own || record.closed == nil
      else { return nil }
      return (held, key)
    }
    return later.min { ($0.day.number, $0.key) < ($1.day.number, $1.key) }?.key ?? own
  }

  /// Applies an event of a claim.
  mutating func evolve(claim event: Event, by actor: Actor, on day: Day) {
    func change(_ id: String, _ body: (inout Claim) -> Void) {
      guard let index = claims.firstIndex(where: { $0.id == id }) else { return }
      body(&claims[index])
    }
    func decide(_ id: String, _ result: Claim.Result) {
      change(id) {
        $0.result = result
        $0.decided = day
      }
    }
    switch event {
    case .claimed(let claimed):
      let proofs =
        claimed.proofs.map { Claim.Proof(on: day, document: $0) }
        + claimed.references.map { Claim.Proof(on: day, reference: $0) }
      if let subject = claimed.subject {
        give(numberOf: claimed)
        claims.append(
          Claim(
            id: claimed.id, kind: subject.kind, about: subject.about, gesprek: subject.gesprek, on: day,
            by: actor, proofs: proofs))
      } else {
        change(claimed.id) { $0.proofs += proofs }
      }
    case .claimGranted(let id, _): decide(id, .granted)
    case .claimRefused(let id, _): decide(id, .refused)
    case .claimDeferred(let id, _, let gesprek):
      change(id) {
        $0.gesprek = gesprek
        $0.deferred = day
      }
    default: break
    }
  }

  /// Takes note of the number of a claim, which is never given again.
  mutating func give(numberOf claimed: Event.Claimed) {
    guard claimed.subject != nil, let number = Int(claimed.id.dropFirst()) else { return }
    claimsMade = max(claimsMade ?? 0, number)
  }

  /// The decision on each claim; it opens when its gesprek was held, and has no date.
  func claimObligations(_ rulebook: Rulebook) -> [Obligation] {
    claims.compactMap { claim in
      guard let definition = rulebook.workflow.claim(claim.kind) else { return nil }
      var obligation = Obligation(
        key: claim.decision,
        what: Phrase.decide(claim: claim.id, on: definition.title, about: claim.about),
        role: definition.grantedBy.first ?? rulebook.workflow.leader, rule: definition.citation)
      obligation.opens = opening(of: claim).map { max($0, claim.on) }
      return obligation
    }
  }

  /// The day from which a claim can be decided: that on which its gesprek was held, or no longer asked.
  func opening(of claim: Claim) -> Day? {
    gesprekken[gesprek(deciding: claim).description]?.held.first
      ?? waived[ObligationKey(claim.gesprek, .held).description]?.on
  }
}

extension Traject.Claim {
  /// The key of the decision about it.
  var decision: ObligationKey { ObligationKey(ItemKey(id), .decided) }
}
