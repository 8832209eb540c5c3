/// Where an item of a workflow comes from: the rules of the handbook, and what the institute filled in itself.
public struct Citation: Hashable, Sendable, Codable {
  /// Ids of the rules, such as `HAN-23`, in the order of the file.
  public var rules: [String]
  /// What of the item is assumed: the names of its keys (`due`, `by`), or `["all"]` for the item as a whole.
  public var assumed: [String]

  /// Creates a citation.
  public init(rules: [String] = [], assumed: [String] = []) {
    self.rules = rules
    self.assumed = assumed
  }

  /// Whether anything of the item is the institute's own choice.
  public var isAssumed: Bool { !assumed.isEmpty }

  /// The rule ids as one text, `HAN-23, HAN-44`.
  public var text: String { rules.joined(separator: ", ") }
}
