/// A number of days or weeks, as a workflow file writes it: `3 days`, `2 working weeks`.
public struct Span: Hashable, Sendable, Codable {
  /// What is counted.
  public enum Unit: String, CaseIterable, Sendable, Codable {
    case days, workingDays = "working days", weeks, workingWeeks = "working weeks"
  }

  /// How many; zero or more.
  public var count: Int
  /// Of what.
  public var unit: Unit

  /// Creates a span.
  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }
}

/// A gesprek that a phrase points at: one by name, or the one to which the item belongs (`its gesprek`).
public enum GesprekReference: Hashable, Sendable, Codable {
  case named(String)
  case its
}

/// An item and a step of it, `startgesprek held`: a condition, or the event from which a deadline counts.
public struct Requirement: Hashable, Sendable, Codable {
  /// The id of a gesprek, document, approval, task, outcome or unit; `unit` and `outcome` mean every one of them.
  public var item: String
  /// The step that has to be taken.
  public var step: Step

  /// Creates a requirement.
  public init(_ item: String, _ step: Step) {
    self.item = item
    self.step = step
  }
}

/// When an obligation opens.
public enum Opening: Hashable, Sendable, Codable {
  /// `at the start` of the traject.
  case start
  /// `week 3`: on the Monday of that teaching week.
  case week(Int)
  /// `with startgesprek`: together with that gesprek.
  case with(GesprekReference)
  /// `in phase beslissing`: when the traject enters that phase.
  case phase(String)
  /// `after startgesprek held`: on the day on which that was done.
  case after(Requirement)
  /// `once open-uit-jaar-1 is set`, or `once open-uit-jaar-1 or leeruitkomsten-latere-jaren is set`: on the first day
  /// on which one of those parameters was given.
  case set([String])
  /// `each week`: on the Monday of its own teaching week.
  case itsWeek
}

extension Opening {
  /// The parameters of which one has to be given; none where it opens by something else.
  public var parameters: [String] {
    switch self {
    case .set(let parameters): parameters
    case .start, .week, .with, .phase, .after, .itsWeek: []
    }
  }
}

/// By when an obligation has to be met; the deadline ends with that day.
public enum Deadline: Hashable, Sendable, Codable {
  /// `end of week 4`: the last working day of that teaching week.
  case endOfWeek(Int)
  /// `end of its week`, for what recurs every week.
  case endOfItsWeek
  /// `end of block blok-1`.
  case endOfBlock(String)
  /// `end of placement`.
  case endOfPlacement
  /// `on the day of startgesprek`: the planned day, else the day by which it is due.
  case dayOf(GesprekReference)
  /// `3 days before startgesprek`.
  case before(Span, GesprekReference)
  /// `1 week after startgesprek held`; `on the day of startgesprek held` for no time at all.
  case after(Span, Requirement)
  /// `2 weeks after opening`.
  case afterOpening(Span)
}

/// A condition on a traject; a closed set, so that a file holds no expressions.
public indirect enum Condition: Hashable, Sendable, Codable {
  /// The parameter has this value.
  case parameter(String, is: String)
  /// The step is on record.
  case recorded(Requirement)
  case all([Condition])
  case any([Condition])
  case not(Condition)
}
