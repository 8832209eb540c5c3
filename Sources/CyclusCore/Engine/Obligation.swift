/// What somebody still owes, or owed: who, what, by when, under which rule.
///
/// It is computed from the state, the pinned workflow and its teaching weeks; only whether it is overdue depends on the day.
public struct Obligation: Hashable, Sendable {
  /// What an obligation is on a given day.
  public enum State: String, CaseIterable, Sendable, Codable {
    /// Not yet open.
    case upcoming
    /// Open and not past its date.
    case open
    /// Past its date.
    case overdue
    /// The clock stands still.
    case suspended
    /// Done in time.
    case met
    /// Done after its date.
    case late
    /// Its week has gone; nothing more can be done.
    case missed
    /// No longer asked.
    case waived
  }

  /// The key, unique in the traject.
  public var key: ObligationKey
  /// What has to be done, in a few words.
  public var what: Localized
  /// The role that owes it.
  public var role: String
  /// The person who holds that role.
  public var person: PersonID?
  /// From when it can be expected; `nil` while that depends on something that has not happened.
  public var opens: Day?
  /// By when, ending with that day; `nil` where there is no date, or not yet.
  public var due: Day?
  /// How its date came about; `nil` where it has none by the workflow, or where nobody asked (`Rulebook.keepingAccounts`).
  public internal(set) var account: [DueStep]?
  private var rolling = Rolling(way: .on)
  /// When it was met.
  public var met: Day?
  /// When it was waived.
  public var waived: Day?
  /// Whether its clock stands still.
  public var isSuspended = false
  /// The last day on which it can be done, after which it is missed; `nil` where it stays overdue.
  public var lapsesOn: Day?
  /// Whether it arises only if something else does not happen, so that it is not announced beforehand.
  public var isConditional = false
  /// Whether the current phase waits for it.
  public var isBlocking = false
  /// The escalation route that its lack takes in the end.
  public var route: String?
  /// Whether it takes that route on the first day that it is overdue, instead of climbing the ladder.
  public var climbsAtOnce = false
  /// Whether it is part of an escalation, and so climbs to the next role instead of the ladder.
  public var escalation: String?
  /// The rungs of the ladder that were recorded.
  public var level = 0
  /// Where it comes from.
  public var rule: Citation

  /// Creates an obligation that is open to everybody.
  public init(key: ObligationKey, what: Localized, role: String, rule: Citation) {
    self.key = key
    self.what = what
    self.role = role
    self.rule = rule
  }

  /// Gives it a date, or none, with the account of that.
  mutating func date(_ reckoning: Reckoning?) {
    due = reckoning?.day
    account = reckoning?.steps
    rolling = Rolling(way: reckoning?.roll ?? .on)
  }

  /// Which way its date rolls, also once it was moved; `on` for one that was read from a table.
  var roll: Reckoning.Roll { rolling.way }

  /// Its date with the account of it.
  var dates: Reckoning { Reckoning(due, account, rolls: roll) }

  /// Adds what became of its date to the account of it.
  mutating func note(_ step: @autoclosure () -> DueStep) { account?.append(step()) }

  /// Whether it lapses with its due date, so that it is never overdue.
  public var lapses: Bool {
    guard let lapsesOn else { return false }
    return due.map { lapsesOn <= $0 } ?? true
  }

  /// Whether it is still to be met: neither met nor waived.
  public var isAsked: Bool { met == nil && waived == nil }

  /// What it is on a day.
  public func state(on today: Day) -> State {
    if let met { return due.map { met <= $0 } ?? true ? .met : .late }
    if waived != nil { return .waived }
    if isSuspended { return .suspended }
    guard let opens, opens <= today else { return .upcoming }
    guard let due, due < today else { return .open }
    return lapsesOn.map { $0 < today } ?? false ? .missed : .overdue
  }

  /// Whether somebody can still act on it on a day: open or overdue.
  public func isPressing(on today: Day) -> Bool {
    switch state(on: today) {
    case .open, .overdue: true
    case .upcoming, .suspended, .met, .late, .missed, .waived: false
    }
  }

  /// By how many days it is past its date on a day; zero where it is not.
  public func daysOver(on today: Day) -> Int {
    guard state(on: today) == .overdue, let due else { return 0 }
    return today - due
  }
}

extension Obligation {
  /// A way of rolling that says nothing of what an obligation is: two that are alike but for this are equal.
  private struct Rolling: Hashable {
    var way: Reckoning.Roll

    static func == (_: Rolling, _: Rolling) -> Bool { true }

    func hash(into _: inout Hasher) {}
  }
}
