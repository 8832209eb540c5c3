/// One way out of a phase.
public struct Way: Hashable, Sendable, Codable {
  /// The phase to which it leads; `nil` where it completes the traject.
  public var to: String?
  /// The condition under which it stands open; always where there is none.
  public var when: Condition?
  /// What has to be on record before it is taken, besides what the phase asks of every way.
  public var needs: [Requirement]

  /// Creates a way.
  public init(to: String?, when: Condition? = nil, needs: [Requirement] = []) {
    self.to = to
    self.when = when
    self.needs = needs
  }

  /// What `advance --to` calls the place to which it leads: a phase, or `completed`.
  public var target: String { to ?? Self.completed }

  /// The word for the completion of a traject.
  public static let completed = "completed"
}

/// What came of a gesprek or an outcome, as a condition asks it: `{eindbeoordeling: voldaan}`.
public struct ResultCondition: Hashable, Sendable, Codable {
  /// The gesprek or outcome.
  public var item: String
  /// The field on record of that gesprek; its conclusion where there is none.
  public var field: String?
  /// The value or verdict.
  public var value: String

  /// Creates a condition.
  public init(item: String, field: String? = nil, value: String) {
    self.item = item
    self.field = field
    self.value = value
  }

  /// The result as a workflow file names it: `vervolggesprek`, `voortgangsgesprek poort`.
  public var name: String { field.map { "\(item) \($0)" } ?? item }

  /// The field in which the conclusion of a gesprek stands.
  public static let conclusion = "conclusion"
}
