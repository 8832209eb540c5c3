/// What recurs: in which period it is asked anew, and how often in each; `each:` in a workflow file.
public struct Recurrence: Hashable, Sendable, Codable {
  /// A stretch of a traject in which something is asked anew.
  public enum Period: Hashable, Sendable, Codable {
    /// `week 1 to 16`: each of those teaching weeks.
    case weeks(first: Int, last: Int)
    /// `week`: each teaching week.
    case week
    /// `2 weeks`: each stretch of so many teaching weeks, from the first on, named after its first week.
    case everyWeeks(Int)
    /// `block`: each block of the timeline.
    case block
    /// `school year`: from 1 August to 31 July, as far as the placement lies in it.
    case schoolYear
    /// `placement`: from the first day of the traject to the last.
    case placement
    /// `time in phase gepland`: each time that the phase is entered, up to the next time.
    case phase(String)
    /// `occasion`: nobody asks it; it is numbered as often as it happens.
    case occasion
  }

  /// How often something is asked in a period.
  public enum Count: Hashable, Sendable, Codable {
    case number(Int)
    /// The value of a number parameter.
    case parameter(String)
  }

  /// A number of times that has to be held in one way, such as `op-locatie`.
  public struct Share: Hashable, Sendable, Codable {
    /// The way in which a gesprek is held.
    public var mode: String
    /// How often at least.
    public var atLeast: Int

    /// Creates a share.
    public init(mode: String, atLeast: Int) {
      self.mode = mode
      self.atLeast = atLeast
    }
  }

  /// One way in which something recurs, for the trajecten in which its condition holds.
  public struct Choice: Hashable, Sendable, Codable {
    /// The period.
    public var period: Period
    /// How often in each period; once where there is none, and then named after the period.
    public var atLeast: Count?
    /// Whether the times are spread over the period; otherwise all are due at its end.
    public var isSpread = false
    /// How long before the end of the period the last is due.
    public var margin: Span?
    /// How many have to be held in one way.
    public var ofWhich: Share?
    /// Other gesprekken that count.
    public var counts: [String] = []
    /// The roles that have to be there for it to count; those of `present` where there are none.
    public var with: [String] = []
    /// In which trajecten; all where there is none.
    public var when: Condition?
    /// Where it comes from; that of the item where the file does not say.
    public var citation = Citation()

    /// Creates a way in which something recurs.
    public init(_ period: Period, atLeast: Count? = nil) {
      self.period = period
      self.atLeast = atLeast
    }
  }

  /// The ways in which it recurs; the first whose condition holds counts.
  public var choices: [Choice]
  /// After how many missed periods in a row a task opens.
  public var missedInARow: Int?
  /// The task that then opens.
  public var opensTask: String?

  /// Creates a recurrence.
  public init(_ choices: [Choice], missedInARow: Int? = nil, opensTask: String? = nil) {
    self.choices = choices
    self.missedInARow = missedInARow
    self.opensTask = opensTask
  }

  /// Whether it comes by occasion, so that nobody owes it.
  var isByOccasion: Bool { choices.contains { $0.period == .occasion } }

  /// The same in each of some teaching weeks.
  init(_ weeks: GesprekDefinition.Weeks) {
    choices = [Choice(.weeks(first: weeks.first, last: weeks.last))]
    missedInARow = weeks.missedInARow
    opensTask = weeks.opensTask
  }

  /// Whether it recurs every week, so that it lapses with its week and needs no closing of its own.
  public var isWeekly: Bool {
    choices.contains { choice in
      switch choice.period {
      case .weeks, .week, .everyWeeks: true
      case .block, .schoolYear, .placement, .phase, .occasion: false
      }
    }
  }

  /// Whether what recurs is numbered; otherwise it is named after its period, `w7` or `b2`.
  public var isNumbered: Bool { choices.contains(where: \.isNumbered) }
}

extension Recurrence.Choice {
  /// Whether its times are numbered, instead of named after their period.
  public var isNumbered: Bool {
    switch period {
    case .weeks, .week, .everyWeeks, .block: atLeast != nil
    case .schoolYear, .placement, .phase, .occasion: true
    }
  }

  /// Of how many teaching weeks each stretch is in which it is asked once.
  var weeksAtOnce: Int {
    if case .everyWeeks(let count) = period { return max(1, count) }
    return 1
  }

  /// The number of the first teaching week of the stretch in which a week lies.
  func firstWeek(with number: Int) -> Int { (number - 1) / weeksAtOnce * weeksAtOnce + 1 }
}
