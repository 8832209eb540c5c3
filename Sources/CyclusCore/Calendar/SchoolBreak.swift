/// One of the five school holidays that every school year has in every region.
public enum SchoolBreak: CaseIterable, Sendable {
  case autumn, christmas, spring, may, summer

  /// The break of a name such as `Herfstvakantie`, `voorjaarsvakantie 2026` or `May holiday`; nil for another holiday.
  public init?(name: String) {
    let name = name.lowercased()
    guard let known = Self.allCases.first(where: { $0.signs.contains { name.contains($0) } }) else {
      return nil
    }
    self = known
  }

  /// What it is called.
  public var title: Localized {
    switch self {
    case .autumn: Localized(nl: "herfstvakantie", en: "autumn break")
    case .christmas: Localized(nl: "kerstvakantie", en: "Christmas break")
    case .spring: Localized(nl: "voorjaarsvakantie", en: "spring break")
    case .may: Localized(nl: "meivakantie", en: "May break")
    case .summer: Localized(nl: "zomervakantie", en: "summer break")
    }
  }

  /// Whether the ministry gives it one week: nine days, from a Saturday to the Sunday after next.
  var isOneWeek: Bool {
    switch self {
    case .autumn, .spring, .may: true
    case .christmas, .summer: false
    }
  }

  private var signs: [String] {
    switch self {
    case .autumn: ["herfstvak", "autumn"]
    case .christmas: ["kerstvak", "christmas break", "christmas holiday"]
    case .spring: ["voorjaarsvak", "krokusvak", "spring"]
    case .may: ["meivak", "may break", "may holiday"]
    case .summer: ["zomervak", "summer"]
    }
  }
}
