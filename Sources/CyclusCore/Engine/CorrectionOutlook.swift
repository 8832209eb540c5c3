/// What a correction would bring about: shown by a dry run, and carried out where it is accepted.
public struct CorrectionOutlook: Sendable {
  /// A later event that would no longer hold.
  public struct Fall: Sendable {
    /// The event.
    public var event: LoggedEvent
    /// Why it would be refused in the corrected traject.
    public var refusal: Refusal
    /// Whether it is a decision about the student, which never falls along with another event.
    public var isDecision: Bool
    /// Whether it would hold if the other ones did not fall.
    public var isFollower = false
  }

  /// A later event that is taken out or moved with the one that brought it, as the closing of a gesprek with its holding.
  public struct Companion: Sendable {
    /// How it stands.
    public var now: LoggedEvent
    /// How it would stand; `nil` where it would be out.
    public var then: LoggedEvent?
  }

  /// An obligation of which the state or a date changes; `nil` on the side where it is not asked.
  public struct Change: Hashable, Sendable {
    /// How it is now.
    public var before: Obligation?
    /// How it would be.
    public var after: Obligation?
    /// What it is about.
    public var key: ObligationKey
  }

  /// What becomes of an escalation.
  public enum EscalationChange: String, Sendable {
    /// Its obligation turns out to have been met in time.
    case withdrawn
    /// It was withdrawn, and is open once more.
    case standsAgain = "stands_again"
    /// It is gone with the event that opened it.
    case gone
    /// It is back with the event that opened it.
    case back
    /// A value on record that the correction gives opens it.
    case opened
    /// What was recorded in it is another.
    case changed
  }

  /// The event that is corrected in the end, as it stands now; `nil` where it was taken out before.
  public var now: LoggedEvent?
  /// The same event as it would stand; `nil` where it would be out.
  public var then: LoggedEvent?
  /// The later events that would fall.
  public var falls: [Fall]
  /// The events that fell with a correction which is taken out now, and would stand again.
  public var restored: [LoggedEvent]
  /// The events that fell with a correction which is taken out now, and stay out.
  public var stays: [LoggedEvent]
  /// What is taken out or moved with the event that brought it.
  public var along: [Companion]
  /// The events that carry it out, falls included.
  public var entries: [Decision.Entry]
  /// The traject as it is.
  public var before: Traject
  /// The traject as it would be; `nil` where its start would be taken out.
  public var after: Traject?
  /// Whether later events may fall.
  public var isCascading: Bool
  /// What was weighed, with the workflow version and the calendars to which the traject is pinned.
  let correction: Correction

  /// Whether it can be carried out as it was asked.
  public var isAccepted: Bool { falls.isEmpty || (isCascading && !falls.contains(where: \.isDecision)) }

  /// The obligations that change, seen from a day, in the order in which the traject has them.
  public func obligations(on today: Day) -> [Change] {
    let old = asked(before)
    let new = after.map(asked) ?? []
    let then = Dictionary(new.map { ($0.key, $0) }) { first, _ in first }
    let known = Set(old.map(\.key))
    let changes =
      old.map { Change(before: $0, after: then[$0.key], key: $0.key) }
      + new.filter { !known.contains($0.key) }.map { Change(before: nil, after: $0, key: $0.key) }
    return changes.filter { change in
      guard let before = change.before, let after = change.after else { return true }
      return before.state(on: today) != after.state(on: today) || before.due != after.due
        || before.met != after.met
    }
  }

  /// What is owed or was, without what arises only if something else fails to happen.
  private func asked(_ traject: Traject) -> [Obligation] {
    guard let rulebook = correction.rulebook(of: traject) else { return [] }
    return traject.obligations(rulebook).filter {
      !($0.isConditional && $0.isAsked && ($0.opens == nil || $0.due == nil))
    }
  }

  /// The escalations of which something changes.
  public var escalations: [(id: String, change: EscalationChange)] {
    let new = after?.escalations ?? []
    let gone = before.escalations.compactMap { old -> (id: String, change: EscalationChange)? in
      guard let now = new.first(where: { $0.id == old.id }) else { return (old.id, .gone) }
      guard now != old else { return nil }
      switch (old.withdrawn != nil, now.withdrawn != nil) {
      case (false, true): return (old.id, .withdrawn)
      case (true, false): return (old.id, .standsAgain)
      // It is withdrawn anew on the day of the correction: nothing that anybody has to know.
      case (true, true): return nil
      case (false, false): return (old.id, .changed)
      }
    }
    return gone
      + new.filter { now in !before.escalations.contains { $0.id == now.id } }.map { now in
        (now.id, Traject.Escalation.number(now.id) > before.escalationsOpened ? .opened : .back)
      }
  }
}

extension Event {
  /// Whether it is a decision about the student, which is taken out by name only, never along with another event.
  ///
  /// These are final verdicts, results of units, decisions about an escalation, a disputed verdict or a claim, and the
  /// end of a traject: what an appeals board asks after.
  public var isDecision: Bool {
    switch self {
    case .assessed(let assessed): assessed.isFinal
    case .discussed(let discussed): discussed.agreed != nil
    case .confirmed, .decided, .claimGranted, .claimRefused, .completed, .terminated: true
    default: false
    }
  }
}
