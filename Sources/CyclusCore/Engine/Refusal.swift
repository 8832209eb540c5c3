/// Why a command is refused: everything that is missing, who can put it right, by when and under which rule (GEN-03).
public struct Refusal: Error, Hashable, Sendable {
  /// What is waited for, who has to do it, and from when it is waited for no more.
  public struct Wait: Hashable, Sendable {
    /// What has to be done first.
    public var what: Localized
    /// The obligation that it is; `nil` where it is none.
    public var obligation: ObligationKey?
    /// The role that does it.
    public var role: String
    /// The person who holds that role.
    public var person: PersonID?
    /// The first day on which it is waited for no more; `nil` where that is not known.
    public var until: Day?
  }

  /// One thing that stands in the way.
  public struct Missing: Hashable, Sendable {
    /// The obligation, where it is one.
    public var obligation: ObligationKey?
    /// What it is about, in a few words.
    public var what: Localized
    /// The role that can put it right.
    public var role: String?
    /// The person who holds that role.
    public var person: PersonID?
    /// By when.
    public var due: Day?
    /// The rules behind it.
    public var rule: Citation
    /// The whole sentence: what was expected, what is, what to do.
    public var message: Localized
    /// What somebody else has to do before this can be done; `nil` where nothing is waited for.
    public var wait: Wait?
    /// What has to be done before this can be, in a few words each; empty where it can be done now.
    public var after: [Localized] = []
    /// The first day on which it can be done; `nil` where any day will do.
    public var opens: Day?
    /// The field that has to go on record of a gesprek, which closing it can bring; `nil` where it is none.
    public var field: String?
    /// What is recorded to put it right, where that is no obligation.
    public var recording: ObligationKey?
    /// Whether it is that who acted may not do this, in any of his roles or in the one that he named.
    public var isPermission = false
    /// What of a start it is about, besides roles; `nil` elsewhere.
    public var input: StartRequest.Input?

    /// Creates something that is missing.
    public init(
      what: Localized, message: Localized, obligation: ObligationKey? = nil, role: String? = nil,
      person: PersonID? = nil, due: Day? = nil, rule: Citation = Citation(), input: StartRequest.Input? = nil
    ) {
      self.what = what
      self.message = message
      self.obligation = obligation
      self.role = role
      self.person = person
      self.due = due
      self.rule = rule
      self.input = input
    }
  }

  /// What was asked, as the command line has it.
  public var verb: String
  /// The traject, where there is one.
  public var traject: Int?
  /// Everything that is missing, never empty.
  public var missing: [Missing]
  /// The ways out, where they are the same for all of it.
  public var remedy: Localized?

  /// Creates a refusal.
  public init(verb: String, traject: Int? = nil, missing: [Missing]) {
    self.verb = verb
    self.traject = traject
    self.missing = missing
  }
}

/// What came of a command: the events in order, and what is worth saying without being a refusal.
public struct Decision: Hashable, Sendable {
  /// An event with who did it, when, and what it met.
  public struct Entry: Hashable, Sendable {
    /// The number of the event.
    public var event: Event
    /// Who acted.
    public var actor: Actor
    /// The day on which it happened.
    public var happened: Day
    /// The rules under which it was accepted.
    public var rules: [String]
    /// The obligations that it met.
    public var meets: [LoggedEvent.Met]
  }

  /// The events.
  public var entries: [Entry]
  /// Warnings and explanations for whoever typed the command.
  public var remarks: [Localized]

  /// Creates a decision.
  public init(entries: [Entry] = [], remarks: [Localized] = []) {
    self.entries = entries
    self.remarks = remarks
  }
}
