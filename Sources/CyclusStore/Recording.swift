import CyclusCore

/// Under which circumstances something is recorded.
public struct Recording: Sendable {
  /// Who acted.
  public var actor: Actor
  /// The OS user who recorded it.
  public var account: String
  /// How the recorder knew.
  public var source: Source?
  /// The day on which it happened.
  public var happened: Day
  /// The reference date.
  public var today: Day
  /// The moment of recording.
  public var recorded: Instant
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

  /// The occasion on which a command is weighed.
  public var occasion: Occasion { Occasion(actor: actor, happened: happened, today: today) }
}
