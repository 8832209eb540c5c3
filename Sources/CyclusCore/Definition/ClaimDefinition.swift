/// Something that one role claims and another grants or refuses, such as competence acquired elsewhere.
public struct ClaimDefinition: Hashable, Sendable, Codable {
  /// What a claim is not granted without.
  public enum Need: String, CaseIterable, Sendable, Codable {
    /// A document that was handed in, or an address.
    case proof
  }

  /// The id, used as `claim T17 id`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The roles that may claim.
  public var by: [String]
  /// The parameter of which each claim names a value, `evc@nederlands`; `nil` where the kind says it all.
  public var about: String?
  /// The gesprek at which it is decided.
  public var gesprek: String
  /// The roles that decide; the first owes it.
  public var grantedBy: [String]
  /// What it is not granted without.
  public var needs: [Need]
  /// How long before its gesprek it has to be claimed to be granted there; zero is the day itself, `nil` any time.
  public var inTime: Span?
  /// Where the claim comes from.
  public var citation: Citation

  /// Creates a kind of claim.
  public init(
    id: String, title: Localized, by: [String], gesprek: String, grantedBy: [String], citation: Citation
  ) {
    self.id = id
    self.title = title
    self.by = by
    self.gesprek = gesprek
    self.grantedBy = grantedBy
    self.citation = citation
    needs = []
  }
}
