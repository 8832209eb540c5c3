import CyclusCore

/// Why a number or a name cannot be that of a person, or of a school.
public enum PersonProblem: Error, Hashable, Sendable {
  /// A number that begins with a sign, as an option does.
  case looksLikeOption(String)
  /// A number that reads as one of the ids of cyclus.
  case looksLikeID(String)
  /// A number with a colon, which parts person and role.
  case colon(String)
  /// A number that a spreadsheet rounded, such as `9,9E+06`.
  case rounded(String)
  /// A number with a tab, a line end or another character that nobody sees.
  case unseenCharacter
  /// A number that is empty, or of which nobody sees anything.
  case emptyNumber
  /// A name of which nobody sees anything.
  case emptyName
  /// A number with more characters than fit.
  case longNumber(Int)
  /// A name with more characters than fit.
  case longName(Int)
  /// An e-mail address or a telephone number for a number or a code.
  case contactForNumber(String, ContactData)
  /// A name, or another text, that holds an e-mail address or a telephone number.
  case contactInText(String, ContactData)

  /// How many characters a student number, a staff code or the code of a school may have.
  public static let longestNumber = 50
  /// How many characters a name may have, of a person or a school.
  public static let longestName = 200

  /// What is wrong and what to do about it.
  public var message: Localized {
    switch self {
    case .looksLikeOption(let number):
      Localized(
        nl: "«\(number)» kan geen nummer zijn: een nummer of code begint met een letter of een cijfer",
        en: "“\(number)” cannot be a number: a number or code begins with a letter or a digit")
    case .looksLikeID(let number):
      Localized(
        nl:
          "«\(number)» lijkt op een id van cyclus zelf (T1, P1, S1): geef het volledige studentnummer of de volledige personeelscode",
        en:
          "“\(number)” looks like an id of cyclus itself (T1, P1, S1): give the whole student number or staff code"
      )
    case .colon(let number):
      Localized(
        nl: "«\(number)» bevat een dubbele punt, en die scheidt bij --as persoon en rol: laat haar weg",
        en: "“\(number)” holds a colon, which parts person and role in --as: leave it out")
    case .rounded(let number):
      Localized(
        nl:
          "«\(number)» is door een rekenblad afgerond: maak de kolom op als tekst en vul het nummer opnieuw in",
        en:
          "“\(number)” was rounded by a spreadsheet: format the column as text and fill the number in again")
    case .unseenCharacter:
      Localized(
        nl: "het nummer bevat een tab, een regeleinde of een ander onzichtbaar teken: typ het opnieuw",
        en: "the number holds a tab, a line end or another character that nobody sees: type it again")
    case .emptyNumber:
      Localized(
        nl: "het nummer is leeg: geef het studentnummer of de personeelscode",
        en: "the number is empty: give the student number or the staff code")
    case .emptyName:
      Localized(
        nl: "de naam is leeg: geef ten minste de achternaam",
        en: "the name is empty: give at least the surname")
    case .longNumber(let count):
      Localized(
        nl:
          "het nummer heeft \(count) tekens; het mogen er hoogstens \(Self.longestNumber) zijn: kort het in",
        en: "the number has \(count) characters; at most \(Self.longestNumber) are allowed: shorten it")
    case .longName(let count):
      Localized(
        nl: "de naam heeft \(count) tekens; het mogen er hoogstens \(Self.longestName) zijn: kort haar in",
        en: "the name has \(count) characters; at most \(Self.longestName) are allowed: shorten it")
    case .contactForNumber(let number, let contact):
      Localized(
        nl:
          "«\(number)» lijkt op \(contact.name.nl), en contactgegevens worden niet bewaard: geef het studentnummer of de personeelscode",
        en:
          "“\(number)” looks like \(contact.name.en), and contact data are not kept: give the student number or the staff code"
      )
    case .contactInText(let text, let contact):
      Localized(
        nl:
          "«\(text)» bevat zo te zien \(contact.name.nl), en contactgegevens worden niet bewaard: haal dat eruit",
        en: "“\(text)” seems to hold \(contact.name.en), and contact data are not kept: take that out")
    }
  }
}

/// The numbers by which people are known: student numbers and staff codes.
public enum PersonNumber {
  /// Checks that a new number can be typed wherever a person is asked for, and means nothing else there.
  public static func check(_ number: String) throws(PersonProblem) {
    guard number.count <= PersonProblem.longestNumber else { throw .longNumber(number.count) }
    guard !number.isBlank else { throw .emptyNumber }
    guard number == number.onOneLine,
      !number.unicodeScalars.contains(where: { $0.isUnseen && !$0.properties.isWhitespace })
    else { throw .unseenCharacter }
    if let contact = ContactData(in: number) { throw .contactForNumber(number, contact) }
    guard let first = number.first, first.isLetter || first.isNumber else { throw .looksLikeOption(number) }
    if number.contains(":") { throw .colon(number) }
    if number.wholeMatch(of: /[0-9]+([.,][0-9]+)?[eE]\+[0-9]+/) != nil { throw .rounded(number) }
    // A student number such as s1234567 is no id: there are not so many schools.
    if number.wholeMatch(of: /[TtPp][0-9]+|[Ss][0-9]{1,5}/) != nil { throw .looksLikeID(number) }
  }
}

extension PersonName {
  /// Checks that a name can be seen, is not absurdly long and holds no contact data.
  public func check() throws(PersonProblem) {
    guard !family.isBlank || !given.isBlank else { throw .emptyName }
    guard full.count <= PersonProblem.longestName else { throw .longName(full.count) }
    if let contact = ContactData(in: full) { throw .contactInText(full, contact) }
  }
}

extension String {
  /// The text on one line: every run of white space and control characters is one blank, and none stands at the ends.
  public var onOneLine: String {
    if utf8.allSatisfy({ 0x21..<0x7F ~= $0 }) { return self }
    return unicodeScalars.split { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default:
        scalar.properties.isWhitespace || scalar == "\u{FEFF}" || 0x202A...0x202E ~= scalar.value
          || 0x2066...0x2069 ~= scalar.value
      }
    }.map(String.init).joined(separator: " ")
  }
}
