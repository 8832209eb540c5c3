extension GesprekDefinition {
  /// What a value on record of a gesprek brings: what closing it asks on top, and the escalation that it opens.
  public struct Consequence: Hashable, Sendable, Codable {
    /// The value, `achter`.
    public var value: String
    /// What has to be on record before the gesprek closes with that value.
    public var needs: [Requirement]
    /// The escalation route that closing with that value opens.
    public var opens: String?
    /// How many times in a row it has to be that value before the route opens; each time where there is none.
    public var inARow: Int?

    /// Creates a consequence.
    public init(value: String, needs: [Requirement] = [], opens: String? = nil, inARow: Int? = nil) {
      self.value = value
      self.needs = needs
      self.opens = opens
      self.inARow = inARow
    }
  }
}

extension GesprekDefinition.RecordField {
  /// The field that is given with `--conclusion`; every other one is with `--set`.
  public var isConclusion: Bool { id == ResultCondition.conclusion }

  /// Whether it is asked with what stands on record: not where the field that it goes with was left out, or is `no`.
  func isAsked(in record: Traject.GesprekRecord) -> Bool {
    guard let askedWith else { return true }
    return record.value(of: askedWith).map { $0 != "no" } ?? false
  }

  /// Whether a value stands on record, alone or as one of several.
  func has(_ value: String, in record: Traject.GesprekRecord) -> Bool {
    guard let given = record.value(of: id) else { return false }
    switch kind {
    case .someOf, .eachOutcome: return given.split(separator: ",").contains(Substring(value))
    case .yes, .yesNo, .date, .oneOf: return given == value
    }
  }
}

extension Traject.GesprekRecord {
  /// What stands on record under a field; of a conclusion that was given twice, that of the closing.
  public func value(of field: String) -> String? {
    record[field] ?? (field == ResultCondition.conclusion ? conclusion : nil)
  }
}
