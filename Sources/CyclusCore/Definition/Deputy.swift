/// A role that may act in the place of another: in the judge's, or in that of who usually does a task.
public struct Deputy: Hashable, Sendable, Codable {
  /// The role.
  public var role: String
  /// In which trajecten.
  public var when: Condition

  /// Creates a deputy.
  public init(role: String, when: Condition) {
    self.role = role
    self.when = when
  }
}
