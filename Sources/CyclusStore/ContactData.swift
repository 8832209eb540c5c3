import CyclusCore

/// Contact data that somebody typed where a number, a code or a name belongs.
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
    let characters = Array(Self.narrow(text))
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
    let small = Self.narrow(text).lowercased().replacing("%40", with: "@")
    let rest = small.replacing(/[a-z]+:\/\/\S+/, with: "x")
    // Behind ? or # of a page may stand an address that somebody filled in.
    let asked = small.contains(/[a-z]+:\/\/[^\s?#]*[?#]\S*?[^\s@\/]@[^\s@=&\/]+\.[a-z]{2,}/)
    if small.contains("mailto:") || asked || rest.contains(/[^\s@]+@[^\s@]+\.[a-z]{2,}/) {
      self = .email
      return
    }
    let undated = rest.replacing(/\b[a-z]{2}[0-9]{2} ?[a-z]{4}( ?[0-9]{4}){2} ?[0-9]{2}\b/, with: "x")
      .replacing(/[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}/, with: "x")
      .replacing(/[0-9]{1,2}[-\/.][0-9]{1,2}[-\/.](19|20)[0-9]{2}/, with: "x")
    guard small.contains(/tel:\+?[0-9]/) || Self.hasPhone(Array(undated), amongNumbers: true) else {
      return nil
    }
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

  /// The text with full-width signs as the ordinary ones that they stand for.
  private static func narrow(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 > 0x7F }) else { return text }
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      if scalar == "\u{FE6B}" { return "@" }
      guard 0xFF01...0xFF5E ~= scalar.value else { return scalar }
      return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Whether a number begins at some group of digits and ends with a later one.
  ///
  /// Among other numbers, groups of two digits that go on before or behind it are a list of days or years.
  private static func hasPhone(_ text: [Character], amongNumbers: Bool = false) -> Bool {
    text.indices.contains { start in
      guard text[start] == "+" || isDigit(text[start]) else { return false }
      guard start == 0 || !isDigit(text[start - 1]) else { return false }
      var digits = ""
      for place in start..<text.count {
        let character = text[place]
        guard isDigit(character) || place == start || isBetween(character) else { return false }
        if isDigit(character) || character == "+" { digits.append(character) }
        let isEnd = place + 1 == text.count || !isDigit(text[place + 1])
        if isDigit(character), isEnd, isPhone(digits) {
          if !amongNumbers || !isList(text, start...place) { return true }
        } else if amongNumbers, isDigit(character), isEnd, isService(digits) {
          if !isJoined(text, start...place) { return true }
        }
      }
      return false
    }
  }

  /// Whether a character may stand between the digits of a telephone number; a line may end in it too.
  private static func isBetween(_ character: Character) -> Bool {
    character.isWhitespace || ["-", "–", ".", "/", "(", ")", "_"].contains(character)
  }

  /// Whether digits stand in groups of two, or are years, and such groups go on before or behind them.
  private static func isList(_ text: [Character], _ range: ClosedRange<Int>) -> Bool {
    let groups = text[range].split { !isDigit($0) }.map { String($0) }
    guard !text[range].contains("+"),
      groups.allSatisfy({ $0.wholeMatch(of: /[0-9]{1,2}|(19|20)[0-9]{2}/) != nil })
    else { return false }
    return isJoined(text, range)
  }

  /// Whether one sign parts some digits from others, before or behind them.
  private static func isJoined(_ text: [Character], _ range: ClosedRange<Int>) -> Bool {
    func joins(_ sign: Int, _ digit: Int) -> Bool {
      text.indices.contains(sign) && text.indices.contains(digit) && isBetween(text[sign])
        && isDigit(text[digit])
    }
    return joins(range.lowerBound - 1, range.lowerBound - 2)
      || joins(range.upperBound + 1, range.upperBound + 2)
  }

  /// Whether it is a number of a service, such as 0800-1234, and not a time from eight or nine to another.
  private static func isService(_ digits: String) -> Bool {
    digits.wholeMatch(of: /0[89]00[0-9]{4}/) != nil
      && digits.wholeMatch(of: /0[89]00([01][0-9]|2[0-4])[0-5][05]/) == nil
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isPhone(_ digits: String) -> Bool {
    digits.wholeMatch(of: /0[1-9][0-9]{8}|(\+|00)[1-9][0-9]{8,14}/) != nil
  }
}
