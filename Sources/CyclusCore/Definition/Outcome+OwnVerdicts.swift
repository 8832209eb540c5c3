extension Outcome {
  /// One part of a verdict, with the values that it can have.
  public struct Part: Hashable, Sendable, Codable {
    /// The id, used as `--part id=value`.
    public var id: String
    /// The name that people read.
    public var title: Localized
    /// The values.
    public var values: [String]
    /// Whether no verdict can do without it.
    public var isRequired: Bool
    /// Where the part comes from.
    public var citation: Citation

    /// Creates a part.
    public init(id: String, title: Localized, values: [String], isRequired: Bool, citation: Citation) {
      self.id = id
      self.title = title
      self.values = values
      self.isRequired = isRequired
      self.citation = citation
    }
  }

  /// What a verdict needs besides itself.
  public enum Need: Hashable, Sendable {
    /// A reason, as text or in the form.
    case why
    /// Something that it rests on.
    case proof
    /// A part with this value.
    case part(String, String)
    /// A mark that the judge gives, such as `trust`.
    case mark(String)

    /// Reads a need as a workflow file writes it: `why`, `proof`, `PART VALUE`, or the name of a mark.
    public init(_ text: String) {
      let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
      switch words.count {
      case 2: self = .part(words[0], words[1])
      default: self = text == "why" ? .why : text == "proof" ? .proof : .mark(text)
      }
    }
  }

  /// What a verdict of its scale needs, in the order of the file.
  public func needs(of verdict: String) -> [Need] { (verdictNeeds[verdict] ?? []).map { Need($0) } }

  /// The marks that a verdict of its scale needs, such as `trust`.
  public func marks(of verdict: String) -> [String] {
    needs(of: verdict).compactMap { need in
      if case .mark(let mark) = need { mark } else { nil }
    }
  }

  /// Whether it is judged by itself, and not where a gesprek with `judging` asks it.
  public var isJudgedByItself: Bool { opens != nil || at != nil || kind == .epa }
}
