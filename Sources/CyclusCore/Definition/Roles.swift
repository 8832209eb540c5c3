/// A part that a person plays in a traject.
public struct Role: Hashable, Sendable, Codable {
  /// Where a role belongs; people at a workplace have no address here and are reached through the leading role (GEN-06).
  public enum Place: String, CaseIterable, Sendable, Codable {
    case student, workplace, institute
  }

  /// The id, `praktijkmentor`.
  public var id: String
  /// A short name that may be used wherever the id may, `mentor`; empty where there is none.
  public var short: String
  /// The name that people read.
  public var title: Localized
  /// Where the role belongs.
  public var place: Place
  /// Whether a traject cannot start without it.
  public var isRequired: Bool
  /// Where the role comes from.
  public var citation: Citation

  /// Creates a role.
  public init(
    id: String, short: String, title: Localized, place: Place, isRequired: Bool, citation: Citation
  ) {
    self.id = id
    self.short = short
    self.title = title
    self.place = place
    self.isRequired = isRequired
    self.citation = citation
  }
}

/// A side of a gesprek that one person at a time fills, such as the workplace in a driehoeksgesprek.
public struct Corner: Hashable, Sendable, Codable {
  /// The id, `institute`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The roles that fill it.
  public var roles: [String]
  /// The roles that may stand in where that was agreed for the traject.
  public var standIns: [String]
  /// Where the corner comes from.
  public var citation: Citation

  /// Creates a corner.
  public init(id: String, title: Localized, roles: [String], standIns: [String], citation: Citation) {
    self.id = id
    self.title = title
    self.roles = roles
    self.standIns = standIns
    self.citation = citation
  }
}

/// Something that is settled per traject at its start or later: a subject, a region, a date of the year plan.
public struct Parameter: Hashable, Sendable, Codable {
  /// The values that a parameter takes.
  public enum Kind: Hashable, Sendable, Codable {
    case oneOf([String])
    case yesNo
    case date
    /// Several dates in order, with commas between them.
    case dates
    case number
    /// Several of these, as many as the range allows, with commas between them.
    case someOf([String], ClosedRange<Int>)
    /// A person, by id.
    case person
  }

  /// A list on which a parameter can stand.
  public enum Place: String, CaseIterable, Sendable, Codable {
    case board
  }

  /// The id, which is also its column in an import.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The values that it takes.
  public var kind: Kind
  /// The least that a number may be.
  public var least: Int?
  /// The most that a number may be.
  public var most: Int?
  /// Its value where the traject gives none.
  public var fallback: String?
  /// Whether a traject cannot start without it.
  public var isRequired: Bool
  /// In which trajecten it means something; all where there is none.
  public var when: Condition?
  /// The gesprekken at the closing of which its lack is a warning.
  public var warnAt: [String]
  /// The list on which its value stands beside the student's name; none where there is none.
  public var shownOn: Place?
  /// Where the parameter comes from.
  public var citation: Citation

  /// Creates a parameter.
  public init(
    id: String, title: Localized, kind: Kind, fallback: String?, isRequired: Bool, shownOn: Place? = nil,
    citation: Citation
  ) {
    self.shownOn = shownOn
    self.id = id
    self.title = title
    self.kind = kind
    self.fallback = fallback
    self.isRequired = isRequired
    self.warnAt = []
    self.citation = citation
  }
}
