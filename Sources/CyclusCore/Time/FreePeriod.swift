/// A run of days on which there is no school, such as a holiday or a public holiday of one day.
public struct FreePeriod: Hashable, Sendable, Codable {
  /// The first free day.
  public var from: Day
  /// The last free day; a period that ends before it begins frees no day.
  public var to: Day
  /// The name that is shown as the reason, such as `Meivakantie`.
  public var name: String
  /// The holiday region for which the period holds, such as `midden`; nil for all regions.
  public var region: String?

  /// Creates a free period from its first to its last day, both included.
  public init(from: Day, to: Day, name: String, region: String? = nil) {
    self.from = from
    self.to = to
    self.name = name
    self.region = region
  }

  /// Tells whether a day lies in the period.
  public func contains(_ day: Day) -> Bool {
    from <= day && day <= to
  }
}
