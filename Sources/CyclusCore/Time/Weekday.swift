/// A day of the week, numbered from Monday as in ISO 8601.
public enum Weekday: Int, CaseIterable, Codable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// Creates a weekday from its English name in lower case, such as `monday`, or nil for any other text.
  public init?(name: String) {
    guard let weekday = Weekday.allCases.first(where: { $0.name == name }) else { return nil }
    self = weekday
  }

  /// The English name in lower case, such as `monday`, as written in a workflow file.
  public var name: String {
    switch self {
    case .monday: "monday"
    case .tuesday: "tuesday"
    case .wednesday: "wednesday"
    case .thursday: "thursday"
    case .friday: "friday"
    case .saturday: "saturday"
    case .sunday: "sunday"
    }
  }

  /// The short Dutch name, such as `ma`.
  public var nl: String {
    switch self {
    case .monday: "ma"
    case .tuesday: "di"
    case .wednesday: "wo"
    case .thursday: "do"
    case .friday: "vr"
    case .saturday: "za"
    case .sunday: "zo"
    }
  }

  /// The short English name, such as `Mon`.
  public var en: String {
    switch self {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }
}

extension Day {
  /// Whether it is a Saturday or a Sunday.
  public var isWeekend: Bool {
    switch weekday {
    case .saturday, .sunday: true
    case .monday, .tuesday, .wednesday, .thursday, .friday: false
    }
  }
}
