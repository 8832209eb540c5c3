import CyclusCore

/// Contact data that somebody typed where a number, a code or a name belongs (HAN-03).
public enum ContactData: Hashable, Sendable {
  /// An e-mail address, or what looks like one.
  case email
  /// A telephone number.
  case phone

  /// What a text holds; `nil` where it holds no contact data.
  ///
  /// An address has an @ between two characters that are no blank. A telephone number has ten digits of which the first
  /// is a 0 and the second is not, or begins with + or 00 and has at least nine digits after that; blanks, hyphens,
  /// dots, strokes and brackets may stand between. A student number of seven to ten digits is none: it has no 0 in front.
  public init?(in text: String) {
    let characters = Array(text)
    if Self.hasAddress(characters) {
      self = .email
    } else if Self.hasPhone(characters) {
      self = .phone
    } else {
      return nil
    }
  }

  /// What a text in plain words, or a reference, holds; `nil` where it holds no contact data.
  ///
  /// In sentences stand dates and addresses of pages, of which the digits are no telephone number; `mailto:` and `tel:`
  /// are no addresses of pages.
  public init?(inProse text: String) {
    let small = text.lowercased()
    let rest = small.replacing(/[a-z]+:\/\/\S+/, with: "x")
    if small.contains("mailto:") || rest.contains(/[^\s@]+@[^\s@]+\.[a-z]{2,}/) {
      self = .email
      return
    }
    let undated = rest.replacing(/[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}/, with: "x")
      .replacing(/[0-9]{1,2}[-\/.][0-9]{1,2}[-\/.](19|20)[0-9]{2}/, with: "x")
    guard small.contains(/tel:\+?[0-9]/) || Self.hasPhone(Array(undated)) else { return nil }
    self = .phone
  }

  /// What it is called, with its article.
  public var name: Localized {
    switch self {
    case .email: Localized(nl: "een e-mailadres", en: "an e-mail address")
    case .phone: Localized(nl: "een telefoonnummer", en: "a telephone number")
    }
  }

  private static func hasAddress(_ text: [Character]) -> Bool {
    text.indices.dropFirst().dropLast().contains { place in
      text[place] == "@" && !text[place - 1].isWhitespace && !text[place + 1].isWhitespace
    }
  }

  /// Whether a number begins at some group of digits and ends with a later one.
  private static func hasPhone(_ text: [Character]) -> Bool {
    text.indices.contains { start in
      guard text[start] == "+" || isDigit(text[start]) else { return false }
      guard start == 0 || !isDigit(text[start - 1]) else { return false }
      var digits = ""
      for place in start..<text.count {
        let character = text[place]
        guard isDigit(character) || place == start || isBetween(character) else { return false }
        if isDigit(character) || character == "+" { digits.append(character) }
        let isEnd = place + 1 == text.count || !isDigit(text[place + 1])
        if isDigit(character), isEnd, isPhone(digits) { return true }
      }
      return false
    }
  }

  /// Whether a character may stand between the digits of a telephone number; a line may end in it too.
  private static func isBetween(_ character: Character) -> Bool {
    character.isWhitespace || ["-", "–", ".", "/", "(", ")"].contains(character)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isPhone(_ digits: String) -> Bool {
    digits.wholeMatch(of: /0[1-9][0-9]{8}|(\+|00)[1-9][0-9]{8,14}/) != nil
  }
}
