/// A fault or a remark about a workflow file, with its place and the way to put it right.
public struct Finding: Error, Hashable, Sendable {
  /// How much a finding matters.
  public enum Severity: String, CaseIterable, Sendable {
    /// The file cannot be used.
    case error
    /// The file can be used, but probably not as it was meant.
    case warning
    /// Worth knowing; nothing has to be done.
    case note
  }

  /// How much it matters.
  public var severity: Severity
  /// The name of the fault, `UnknownName`, as shown between brackets.
  public var rule: String
  /// What is wrong.
  public var message: Localized
  /// How to put it right.
  public var remedy: Localized
  /// The keys from the root of the file, such as `["gesprekken", "startgesprek", "due"]`; a list
  /// counts from 0.
  public var path: [String]
  /// The line in the file, from 1; `nil` where the file is not known.
  public var line: Int?
  /// The column in that line, from 1, counted in Unicode scalars.
  public var column: Int?
  /// A history that shows it, a line for each step; empty where the file shows it by itself.
  public var story: [Localized] = []

  /// Creates a finding.
  public init(
    _ severity: Severity, rule: String, message: Localized, remedy: Localized, path: [String],
    line: Int? = nil, column: Int? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.remedy = remedy
    self.path = path
    self.line = line
    self.column = column
  }
}

extension Finding {
  /// Whether a finding stands before another in the file; those without a place come last.
  static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    let (x, y) = ((a.line ?? .max, a.column ?? .max), (b.line ?? .max, b.column ?? .max))
    if x != y { return x < y }
    return a.rule != b.rule ? a.rule < b.rule : a.message.nl < b.message.nl
  }
}

extension Sequence<Finding> {
  /// The findings in the order of the file.
  public func inOrderOfTheFile() -> [Finding] { sorted(by: Finding.precedes) }
}
