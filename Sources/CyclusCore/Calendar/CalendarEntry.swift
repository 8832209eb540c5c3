/// One line of a calendar: a run of days with a name, and what kind of days they are.
public struct CalendarEntry: Hashable, Sendable {
  /// What kind of days an entry holds.
  public enum Kind: String, CaseIterable, Sendable {
    /// No school: a holiday, a study day of the staff.
    case free
    /// An ordinary working day, also where a holiday of a lower layer says otherwise; a weekend stays a weekend.
    case teaching
    /// A teaching period or block, by which a year plan is divided.
    case period
    /// One or more teaching weeks.
    case teachingWeek = "teaching_week"
    /// One or more exam weeks.
    case examWeek = "exam_week"
  }

  /// The first day.
  public var from: Day
  /// The last day; an entry that ends before it begins holds no day.
  public var to: Day
  /// What it is called, such as `Herfstvakantie`.
  public var name: Localized
  /// What kind of days these are.
  public var kind: Kind
  /// The holiday region for which it holds, such as `midden`; nil for all regions.
  public var region: String?

  /// Creates an entry from its first to its last day, both included.
  public init(from: Day, to: Day, name: Localized, kind: Kind = .free, region: String? = nil) {
    self.from = from
    self.to = to
    self.name = name
    self.kind = kind
    self.region = region
  }

  /// How many days it has, weekends included; none where it ends before it begins.
  public var length: Int { max(0, to - from + 1) }

  /// Tells whether a day lies in it.
  public func contains(_ day: Day) -> Bool { from <= day && day <= to }

  /// Tells whether it holds for a region; one without a region holds everywhere, and nil asks for those alone.
  public func holds(in region: String?) -> Bool { self.region == nil || self.region == region }

  /// Tells whether another entry lies in it and has fewer days.
  func contains(_ other: CalendarEntry) -> Bool {
    from <= other.from && other.to <= to && other.length < length
  }

  /// Tells whether there is a region for which both hold.
  func sharesRegion(with other: CalendarEntry) -> Bool {
    region == nil || other.region == nil || region == other.region
  }

  /// Whether an entry stands before another in every list: by its days, and then by all else that it says.
  static func precedes(_ a: CalendarEntry, _ b: CalendarEntry) -> Bool {
    if (a.from, a.to) != (b.from, b.to) { return (a.from, a.to) < (b.from, b.to) }
    if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    let (x, y) = ([a.region ?? "", a.name.nl, a.name.en], [b.region ?? "", b.name.nl, b.name.en])
    return x.lexicographicallyPrecedes(y) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
