/// One command of a history, with the state before it and what came of it: events, or a refusal.
public final class PlayedStep {
  /// The word of the command line, `advance`; `overdue` for a night.
  public let verb: String
  /// The arguments by the keys of a batch line; of `set` and `part` each value by its own, `set.poort`.
  public let arguments: [String: String]
  /// The traject before it; `nil` before the start.
  let before: Standing?
  /// The traject after it; `nil` where it was refused.
  let after: Traject?
  /// What was recorded.
  let events: [LoggedEvent]
  /// The names of the steps that it took, as they are counted.
  var taken: Set<String> = []
  /// Why it was refused; `nil` where it was not.
  let refusal: Refusal?

  /// Creates a step that was accepted.
  public init(
    _ verb: String, _ arguments: [String: String], before: Standing?, after: Traject, events: [LoggedEvent]
  ) {
    self.verb = verb
    self.arguments = arguments
    self.before = before
    self.after = after
    self.events = events
    refusal = nil
  }

  /// Creates a step that was refused.
  public init(_ verb: String, _ arguments: [String: String], before: Standing?, refused refusal: Refusal) {
    self.verb = verb
    self.arguments = arguments
    self.before = before
    after = nil
    events = []
    self.refusal = refusal
  }

  /// What was found missing; nothing where it was not refused.
  var missing: [Refusal.Missing] { refusal?.missing ?? [] }

  /// Whether it was refused for something else than who did it.
  func isRefused(_ verb: String) -> Bool {
    self.verb == verb && !isAfterTheEnd && missing.contains { !$0.isPermission }
  }

  /// Whether it was refused because of who did it.
  func isForbidden(_ verb: String) -> Bool {
    self.verb == verb && !isAfterTheEnd && missing.contains(where: \.isPermission)
  }

  /// Whether the traject had ended, so that it was refused for that alone.
  private var isAfterTheEnd: Bool { before?.traject.hasEnded ?? false }

  /// The id of the item that an argument names, without occurrence and round.
  func item(_ key: String) -> String? { arguments[key].flatMap { ItemKey($0)?.id } }

  /// The obligation that an argument names with its whole key.
  func obligation(_ key: String) -> ObligationKey? { arguments[key].flatMap { ObligationKey($0) } }

  /// The escalation that it is about.
  var escalation: Traject.Escalation? {
    let id = arguments["escalation"]
    return (after ?? before?.traject)?.escalations.first { $0.id == id }
  }

  /// Whether what is missing names a step that a requirement asks.
  func lacks(_ requirement: Requirement, _ workflow: Workflow) -> Bool {
    missing.contains { missing in
      [missing.obligation, missing.recording].compactMap(\.self).contains { key in
        requirement.covers(key, workflow) || requirement.isOfClosing(key)
      }
    }
  }
}

extension Requirement {
  /// Whether a key is that of an agreement or a claim for which the closing of a gesprek waits.
  fileprivate func isOfClosing(_ key: ObligationKey) -> Bool {
    switch self {
    case .agreementsSettled: key.step == .settled
    case .agreementMade: key.step == .made
    case .claimsDecided: key.step == .decided
    default: false
    }
  }
}
