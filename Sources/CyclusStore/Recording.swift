import CyclusCore

/// Under which circumstances something is recorded.
public struct Recording: Sendable {
  /// Who acted.
  public var actor: Actor
  /// The OS user who recorded it.
  public var account: String
  /// The person linked to that OS user, where one is.
  public var recorder: PersonID?
  /// How the recorder knew.
  public var source: Source?
  /// The day on which it happened.
  public var happened: Day
  /// The reference date.
  public var today: Day
  /// The moment of recording; a recording with a clock gets that of its transaction.
  public var recorded: Instant
  /// The real clock, where the moment was not given.
  public var clock: (@Sendable () -> Instant)?
  /// Whether the moment was given, which only a practice database allows.
  public var isGiven: Bool

  /// Creates the circumstances of a recording.
  public init(
    actor: Actor, account: String, source: Source?, happened: Day, today: Day, recorded: Instant,
    isGiven: Bool
  ) {
    self.actor = actor
    self.account = account
    self.source = source
    self.happened = happened
    self.today = today
    self.recorded = recorded
    self.isGiven = isGiven
  }

  /// The recording at this moment of its clock, for all that is recorded together; to be taken inside a transaction.
  public func atOnce() -> Recording {
    var together = stamped()
    together.clock = nil
    return together
  }

  /// The recording at this moment of its clock: taken once the database is ours alone, so that of two processes the
  /// one that writes later never has the earlier time.
  func stamped() -> Recording {
    var stamped = self
    stamped.recorded = clock?() ?? recorded
    return stamped
  }

  /// The occasion on which a command is weighed.
  public var occasion: Occasion {
    Occasion(actor: actor, happened: happened, today: today, recorder: recorder)
  }
}
