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

  /// How many days it is by the calendar, with five working days to a week.
  var days: Int {
    switch unit {
    case .days: count
    case .workingDays: count / 5 * 7 + count % 5
    case .weeks, .workingWeeks: 7 * count
    }
  }
}

/// A gesprek that a phrase points at: one by name, or the one to which the item belongs (`its gesprek`).
public enum GesprekReference: Hashable, Sendable, Codable {
  case named(String)
  case its
}

/// An item and a step of it, `startgesprek held`: a condition, or the event from which a deadline counts.
public struct Requirement: Hashable, Sendable, Codable {
  /// The id of a gesprek, document, approval, task, outcome or unit; `unit` and `outcome` mean every one of them, `end`
  /// the end of the traject, `agreements`, `agreement` and `claims` those of a gesprek.
  public var item: String
  /// The step that has to be taken.
  public var step: Step
  /// Written only where it is so, so that a workflow of before keeps its compiled form.
  private var every: Bool?
  /// How much of it has to be there in this block: `at least 2 periodegesprek closed in this block`, or of a counter
  /// `at least 210 uren signed in this block`; `nil` for what asks no number.
  public var inThisBlock: Int?

  /// Creates a requirement.
  public init(_ item: String, _ step: Step, isEvery: Bool = false, inThisBlock: Int? = nil) {
    self.item = item
    self.step = step
    every = isEvery ? true : nil
    self.inThisBlock = inThisBlock
  }

  /// Whether it asks every occurrence of what recurs: `every begeleidingsgesprek held`.
  public var isEvery: Bool { every ?? false }

  /// The requirement as a workflow file writes it.
  public var text: String {
    if let inThisBlock { return "at least \(inThisBlock) \(item) \(step.rawValue) in this block" }
    return "\(isEvery ? "every " : "")\(item) \(step.rawValue)"
  }

  /// That the end of the traject was moved since its phase was entered: `end moved`.
  public static let endMoved = Requirement("end", .moved)

  /// That what was agreed before has been settled: `agreements settled`, which a gesprek can ask before it closes.
  public static let agreementsSettled = Requirement("agreements", .settled)
  /// That something was agreed since a gesprek was held: `agreement made`.
  public static let agreementMade = Requirement("agreement", .made)
  /// That the claims of a gesprek have been decided: `claims decided`.
  public static let claimsDecided = Requirement("claims", .decided)

  /// What closing a gesprek can ask besides steps of what belongs to it.
  static let ofClosing = [agreementsSettled, agreementMade, claimsDecided]
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
  /// On the first day of its own period, for what recurs: the Monday of its teaching week.
  case itsWeek
  /// `start of its period`: on the first day of the block, school year or other stretch in which it recurs.
  case startOfItsPeriod
  /// `after its gesprek held without pok valid`: on the day of that step, where no such document was valid then.
  case without(Requirement, document: String)
  /// `once pok runs out before its gesprek`: where the last day of the document lies before that gesprek.
  case runsOut(document: String)
  /// `after its gesprek held with bijzonderheden yes`: on the day of that step, where the field has that value.
  case withResult(Requirement, field: String, value: String)
}

/// A moment of the period in which something recurs.
public enum PeriodPoint: String, CaseIterable, Hashable, Sendable, Codable {
  case start, middle, end
}

extension Opening {
  /// The parameters of which one has to be given; none where it opens by something else.
  public var parameters: [String] {
    switch self {
    case .set(let parameters): parameters
    case .start, .week, .with, .phase, .after, .itsWeek, .startOfItsPeriod, .without, .runsOut, .withResult:
      []
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
  /// `end of its period`, `middle of its period`, for what recurs.
  case ofItsPeriod(PeriodPoint)
  /// `2 weeks after middle of its period`.
  case afterItsPeriod(Span, PeriodPoint)
  /// `1 week before end of its period`.
  case beforeItsPeriod(Span, PeriodPoint)
}

/// A condition on a traject; a closed set, so that a file holds no expressions.
public indirect enum Condition: Hashable, Sendable, Codable {
  /// The parameter has this value.
  case parameter(String, is: String)
  /// The step is on record.
  case recorded(Requirement)
  /// The gesprek or outcome has this result, in the round that is asked now.
  case result(ResultCondition)
  /// `lasts: 40 weeks`: the placement is at least that long, both days included.
  case lasts(Span)
  case all([Condition])
  case any([Condition])
  case not(Condition)
}
