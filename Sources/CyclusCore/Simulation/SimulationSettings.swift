/// How the people of a simulation behave: probabilities from 0 to 1, and lengths in days, weeks or people.
public struct SimulationSettings: Hashable, Sendable {
  /// A key of the settings file, with its default.
  public enum Key: String, CaseIterable, Sendable {
    case startWeeksBack = "start-weeks-back"
    case forgotten, late
    case lateDays = "late-days"
    case enteredLate = "entered-late"
    case planned, cancelled
    case missingCorner = "missing-corner"
    case missingRecord = "missing-record"
    case insufficient
    case notSeen = "not-seen"
    case rejected, disputed, agreed, claimed
    case otherParameter = "other-parameter"
    case optionalRole = "optional-role"
    case pause
    case pauseDays = "pause-days"
    case unsafe, escalated, waived, snoozed, noted
    case handedOver = "handed-over"
    case standIn = "stand-in"
    case parameterSet = "parameter-set"
    case otherSchool = "other-school"
    case extended, goal, agreement, corrected
    case endedEarly = "ended-early"
    case leaderStudents = "leader-students"
    case mentorStudents = "mentor-students"
    case schoolStudents = "school-students"

    /// The value where the file does not name the key.
    public var fallback: Double {
      switch self {
      case .startWeeksBack: 34
      case .forgotten: 0.05
      case .late: 0.12
      case .lateDays: 10
      case .enteredLate: 0.3
      case .planned: 0.7
      case .cancelled: 0.06
      case .missingCorner, .missingRecord: 0.06
      case .insufficient: 0.08
      case .notSeen, .rejected: 0.06
      case .disputed: 0.05
      case .agreed: 0.6
      case .claimed: 0.3
      case .otherParameter: 0.06
      case .optionalRole: 0.4
      case .pause: 0.06
      case .pauseDays: 28
      case .unsafe: 0.01
      case .escalated, .waived, .snoozed: 0.05
      case .noted, .goal, .agreement: 0.2
      case .handedOver: 0.05
      case .standIn: 0.06
      case .parameterSet, .otherSchool, .corrected: 0.03
      case .extended: 0.1
      case .endedEarly: 0.02
      case .leaderStudents: 40
      case .mentorStudents: 3
      case .schoolStudents: 12
      }
    }

    /// The values that it may have.
    public var range: ClosedRange<Double> {
      switch self {
      case .startWeeksBack: 1...150
      case .lateDays, .pauseDays: 1...200
      case .leaderStudents, .mentorStudents, .schoolStudents: 1...500
      case .forgotten, .late, .enteredLate, .planned, .cancelled, .missingCorner, .missingRecord,
        .insufficient,
        .notSeen, .rejected, .disputed, .agreed, .claimed, .otherParameter, .optionalRole, .pause, .unsafe,
        .escalated,
        .waived,
        .snoozed, .noted, .handedOver, .standIn, .parameterSet, .otherSchool, .extended, .goal, .agreement,
        .corrected,
        .endedEarly:
        0...1
      }
    }
  }

  /// A day on which trajecten begin, and how many of them beside those of the other days.
  public struct Intake: Hashable, Sendable {
    /// The first day of these trajecten.
    public var day: Day
    /// How many there are for each one of an intake with share 1.
    public var share: Double

    /// Creates an intake.
    public init(day: Day, share: Double) {
      self.day = day
      self.share = share
    }
  }

  /// When trajecten begin; where it is empty on Mondays, evenly spread over `start-weeks-back`.
  public var intakes: [Intake]
  private var given: [Key: Double]

  /// The defaults, or those with some values in their place.
  public init(_ given: [Key: Double] = [:], intakes: [Intake] = []) {
    self.given = given
    self.intakes = intakes
  }

  /// The first day of one traject.
  public func start(before today: Day, _ random: inout SeededRandom) -> Day {
    let open = intakes.filter { $0.day <= today }
    guard !open.isEmpty else {
      let monday = (today - 7 * random.number(0...count(.startWeeksBack))).monday
      return Simulation.endOfRest(monday).map { min(($0 + 7).monday, today) } ?? monday
    }
    var left = random.unit() * open.reduce(0) { $0 + $1.share }
    for intake in open {
      if left < intake.share { return intake.day }
      left -= intake.share
    }
    return open[open.count - 1].day
  }

  /// The value of a key.
  public subscript(key: Key) -> Double { given[key] ?? key.fallback }

  /// The value of a key that counts days, weeks or people.
  public func count(_ key: Key) -> Int { Int(self[key]) }
}
