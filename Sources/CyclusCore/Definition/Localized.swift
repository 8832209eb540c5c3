/// A text that a person reads, in Dutch and in English.
public struct Localized: Hashable, Sendable, Codable {
  /// The Dutch text.
  public var nl: String
  /// The English text; a workflow file may leave it out, then it is the Dutch one.
  public var en: String

  /// Creates a text from its two languages.
  public init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }

  /// Creates a text that is the same in both languages, such as an id.
  public init(_ both: String) {
    self.init(nl: both, en: both)
  }

  /// The text in a language.
  public func text(_ language: Language) -> String {
    switch language {
    case .nl: nl
    case .en: en
    }
  }
}

/// The languages in which cyclus speaks to people.
public enum Language: String, CaseIterable, Sendable, Codable {
  case nl, en
}
