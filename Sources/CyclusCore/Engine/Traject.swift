/// One student going once through one workflow: the state that follows from its events.
public struct Traject: Hashable, Sendable, Codable {
  /// The number, `T17`.
  public var id: Int
  /// The student.
  public var student: PersonID
  /// The id of the workflow.
  public var workflow: String
  /// The version to which the traject is pinned.
  public var version: String
  /// The digest of that version's file.
  public var digest: String
  /// The first day of the traject.
  public var from: Day
  /// The last day, where one was agreed.
  public var until: Day?
  /// The number of the placement's school in the erasable store.
  public var school: Int?
  /// Who holds which role, in the order of assignment.
  public var assignments: [Assignment]
  /// The parameters that were given.
  public var parameters: [String: String]
  /// The phase it is in.
  public var phase: String
  /// The days on which phases were entered, in order.
  public var entered: [PhaseEntry]
  /// The day on which it was completed.
  public var completed: Day?
  /// What was met, by the text of the obligation's key.
  public var settled: [String: Settlement]
  /// The gesprekken, by the text of their key.
  public var gesprekken: [String: GesprekRecord]
  /// The documents, by the text of their key without round.
  public var documents: [String: DocumentRecord]
  /// The approvals, by id.
  public var approvals: [String: ApprovalRecord]
  /// Verdicts and feedback, in order of recording.
  public var judgements: [Judgement]
  /// Confirmed units and outcomes.
  public var confirmations: [String: Confirmation]
  /// What was counted.
  public var counters: [String: Int]
  /// What was counted of what is signed per block, in order of recording; `nil` where nothing was.
  public var counts: [Count]?
  /// The blocks that were set, in order.
  public var blocks: [BlockRecord]
  /// The escalations, `E1` first.
  public var escalations: [Escalation]
  /// The highest number that an escalation was given, also one that was taken out: no number is given twice.
  public var escalationsOpened: Int
  /// The last goal and agreement, `G3`, where it was taken out: no number is given twice.
  public var numbersTakenOut: [String]
  /// The rungs that were recorded.
  public var flags: [Flag]
  /// Agreements that a role may stand in for a corner.
  public var standIns: [StandIn]
  /// The days on which parameters were set after the start.
  public var parametersSet: [String: Day]
  /// The values that parameters had before they were set anew, in order; `nil` while none was.
  public var replaced: [ReplacedValue]?
  /// The stretches in which the traject was paused, in order: the ledger of its days.
  public var pauses: [Pause]
  /// What was waived, by the text of the obligation's key.
  public var waived: [String: Waiver]
  /// The last day on which an obligation is left alone by the ladder, by the text of its key.
  public var snoozed: [String: Day]
  /// The verdicts that were disputed, in order.
  public var disputes: [Dispute]
  /// The goals, `G1` first.
  public var goals: [Goal]
  /// The agreements, `A1` first.
  public var agreements: [Agreement]
  /// Written only where there are any, so that a snapshot of before is the same.
  private var claimed: [Claim]?
  /// The highest number that a claim was given, also one that was taken out; `nil` where none was made.
  public var claimsMade: Int?
  /// How and when it was ended early.
  public var terminated: Termination?
  /// What was asked again because its phase was entered again, by the text of its key without round.
  public var rounds: [String: Round]
  /// The day on which its end was last moved.
  public var extended: Day?
  /// The digest of the calendar from which its dates follow; `nil` for a traject that began without.
  public var calendar: String?
  /// The dates of what had been waived when another calendar was adopted, by the text of the obligation's key; `nil` where
  /// there are none.
  public var keptDates: [String: Day]?
  /// The first days that dates may have since another calendar was adopted, by the text of the obligation's key; `nil` where
  /// there are none.
  public var floors: [String: DateFloor]?
  /// The number of the last event that was applied.
  public var lastEvent: Int

  /// The text of the id, `T17`.
  public var name: String { "T\(id)" }
}

extension Traject {
  /// The claims, in the order in which they were made.
  public var claims: [Claim] {
    get { claimed ?? [] }
    set { claimed = newValue.isEmpty ? nil : newValue }
  }

  /// A person in a role from a day on.
  public struct Assignment: Hashable, Sendable, Codable {
    /// The role.
    public var role: String
    /// The person.
    public var person: PersonID
    /// From which day.
    public var since: Day
    /// The last day on which it held; `nil` while it does.
    public var until: Day?
  }

  /// A phase and the day on which it was entered.
  public struct PhaseEntry: Hashable, Sendable, Codable {
    /// The phase.
    public var phase: String
    /// On which day.
    public var on: Day
    /// Whether it was gone through before a phase was entered again, so that what it opened is asked anew.
    public var isPast = false
  }

  /// An obligation that was met: when, and by when it had to be, which is never dated again.
  public struct Settlement: Hashable, Sendable, Codable {
    /// On which day.
    public var on: Day
    /// By when, ending with that day.
    public var due: Day?
    /// The number of the event.
    public var event: Int
  }

  /// A block, from when to when.
  public struct BlockRecord: Hashable, Sendable, Codable {
    /// The id in the workflow.
    public var id: String
    /// From which day.
    public var since: Day
    /// The last day, where there is one.
    public var until: Day?
  }

  /// A rung of the ladder that was recorded.
  public struct Flag: Hashable, Sendable, Codable {
    /// The obligation.
    public var obligation: ObligationKey
    /// The date that it had when the rung was recorded; it is never dated again.
    public var due: Day
    /// The rung, from 0.
    public var rung: Int
    /// Who is told; `nil` where nobody holds the role.
    public var recipient: PersonID?
    /// On which day.
    public var on: Day
  }

  /// An agreement that a role fills a corner.
  public struct StandIn: Hashable, Sendable, Codable {
    /// The corner.
    public var corner: String
    /// The role.
    public var role: String
    /// From which day.
    public var since: Day
  }

  /// A matter that was brought to somebody who decides.
  public struct Escalation: Hashable, Sendable, Codable {
    /// `E1`.
    public var id: String
    /// The route of the workflow.
    public var route: String
    /// The reason code.
    public var reason: String
    /// The outcome that it is about.
    public var about: String?
    /// The obligation that opened it, for one that the ladder opened.
    public var obligation: ObligationKey?
    /// The day on which it was opened.
    public var opened: Day
    /// Who opened it.
    public var openedBy: Actor
    /// The role that decides.
    public var to: String
    /// By when, ending with that day.
    public var due: Day?
    /// Who were consulted.
    public var consulted: [Consultation] = []
    /// The plan.
    public var plan: TextReference?
    /// The code of the outcome.
    public var outcome: String?
    /// The day on which it was decided.
    public var decided: Day?
    /// Who decided it.
    public var decidedBy: Actor?
    /// The day on which it was withdrawn because its obligation turned out to be met in time or fell away.
    public var withdrawn: Day?
    /// Whether it climbed to the next role.
    public var climbed = false

    /// Whether nobody has decided it yet.
    public var isOpen: Bool { decided == nil && withdrawn == nil }

    /// The number in the text of an id: 3 for `E3`.
    static func number(_ id: String) -> Int { Int(id.dropFirst()) ?? 0 }
  }

  /// A role that was consulted in an escalation, or why it could not be.
  public struct Consultation: Hashable, Sendable, Codable {
    /// The role.
    public var role: String
    /// On which day.
    public var on: Day
    /// Whether the role could not be reached.
    public var isAbsent: Bool
  }

  /// What a traject is at the moment; when several hold, the first of them.
  public enum Status: String, CaseIterable, Sendable, Codable {
    case terminated, completed, paused, blocked, active
  }

  /// The status.
  public var status: Status {
    if terminated != nil { return .terminated }
    if completed != nil { return .completed }
    if standingPause != nil { return .paused }
    return standingBlocks.isEmpty ? .active : .blocked
  }

  /// The day on which it ended, completed or terminated.
  public var ended: Day? { completed ?? terminated?.on }

  /// Whether nothing more is asked.
  public var hasEnded: Bool { ended != nil }

  /// The pause that has not ended.
  public var standingPause: Pause? { pauses.last { $0.until == nil } }

  /// The blocks that have not been lifted.
  public var standingBlocks: [BlockRecord] { blocks.filter { $0.until == nil } }

  /// The escalations that nobody has decided yet.
  public var openEscalations: [Escalation] { escalations.filter(\.isOpen) }

  /// The people who hold a role on a day, in the order of assignment.
  public func holders(of role: String, on day: Day) -> [PersonID] {
    assignments.filter { $0.role == role && $0.since <= day && ($0.until.map { day <= $0 } ?? true) }
      .map(\.person)
  }

  /// The people who hold a role now, the last assigned last.
  public func holdersNow(of role: String) -> [PersonID] {
    assignments.filter { $0.role == role && $0.until == nil }.map(\.person)
  }

  /// The person who holds a role now: the last assigned.
  public func holder(of role: String) -> PersonID? {
    assignments.last { $0.role == role && $0.until == nil }?.person
  }

  /// The roles that a person holds on a day.
  public func roles(of person: PersonID, on day: Day) -> [String] {
    assignments.filter { $0.person == person && $0.since <= day && ($0.until.map { day <= $0 } ?? true) }
      .map(\.role)
  }

  /// The day on which a phase was last entered; `nil` where it is yet to be entered again.
  public func entered(_ phase: String) -> Day? { entered.last { $0.phase == phase && !$0.isPast }?.on }
}
