extension DocumentDefinition {
  /// A part that a document has, or can have.
  public struct Part: Hashable, Sendable, Codable {
    /// The id, used as `--part id=text`.
    public var id: String
    /// The name that people read.
    public var title: Localized
    /// Whether the document cannot be handed in without it; otherwise its lack is a warning.
    public var isRequired: Bool
    /// Where the part comes from.
    public var citation: Citation

    /// Creates a part.
    public init(id: String, title: Localized, isRequired: Bool, citation: Citation) {
      self.id = id
      self.title = title
      self.isRequired = isRequired
      self.citation = citation
    }
  }

  /// How it is known until when a document is valid.
  public enum Validity: Hashable, Sendable, Codable {
    /// Each time that it is handed in.
    case stated
    /// The first time from a date parameter, later each time that it is handed in.
    case parameter(String)
  }
}
