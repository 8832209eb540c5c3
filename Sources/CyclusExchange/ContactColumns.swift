/// Tells which columns of an import hold what is never stored: contact data, home address, birth date,
/// citizen or account number, health.
///
/// An institute hands over no contact data of workplace people and lecturers, and nobody is asked about health.
public enum ContactColumns {
  /// What a column holds that is never stored.
  public enum Kind: CaseIterable, Sendable {
    /// Contact data or a home address.
    case contact
    /// Health or neurodiversity.
    case health
    /// A birth date, a citizen service number or a bank account.
    case identity
  }

  /// What the name of a column says that it holds; `nil` for a column that may be taken over.
  ///
  /// Names are split into words at anything that is no letter or digit, at a digit and at a capital:
  /// `wpb_email`, `Telefoon wpb`, `wpbMobiel` and `tel2` are found, `instelling` is not.
  public static func kind(of header: String) -> Kind? {
    let words = words(of: header)
    // Alone, "06" is what people write above a column of mobile numbers; beside other words it is a number.
    if words == ["06"] { return .contact }
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    return [(Kind.health, health), (.identity, identity), (.contact, contact)].first { _, known in
      (words + pairs).contains(where: known.whole.contains)
        || words.contains { word in
          known.beginnings.contains { word.hasPrefix($0) } || known.parts.contains { word.contains($0) }
        }
    }?.0
  }

  private static func words(of header: String) -> [String] {
    var words: [String] = []
    var previous: Character?
    for character in header {
      defer { previous = character }
      guard character.isLetter || character.isNumber else { continue }
      let joins =
        previous.map {
          $0.isLetter && character.isLetter && !($0.isLowercase && character.isUppercase)
            || $0.isNumber && character.isNumber
        } ?? false
      if joins, let last = words.indices.last {
        words[last] += character.lowercased()
      } else {
        words.append(character.lowercased())
      }
    }
    return words
  }

  /// How a kind of data is named at the head of a column.
  private struct Words {
    /// Words, or two neighbouring words written as one, that tell it only as a whole.
    var whole: Set<String> = []
    /// Beginnings of words that tell it whatever follows.
    var beginnings: [String] = []
    /// Parts that make a word tell it wherever they stand in it.
    var parts: [String] = []
  }

  private static let contact = Words(
    whole: [
      "tel", "telnr", "telno", "telnummer", "gsm", "gsmnr", "gsmnummer", "mob", "mobnr", "cell", "fax",
      "faxnummer", "nummer06", "06nummer", "06nr",
      "huisnummer", "huisnr", "huisletter", "woonplaats", "postcode", "zip", "zipcode", "postalcode",
      "hometown", "housenumber",
      "contactgegevens", "contactinfo", "contactinformatie", "contactinformation", "contactdetails",
      "contactdata", "linkedin", "whatsapp",
    ],
    parts: [
      "mail", "telefoon", "telephone", "phone", "mobiel", "mobile", "adres", "address", "straat", "street",
      "huisnummer", "postcode", "postalcode", "zipcode", "woonplaats", "linkedin", "whatsapp", "facebook",
      "instagram", "skype",
    ])

  private static let health = Words(
    whole: [
      "adhd", "health", "illness", "disease", "diagnose", "diagnoses", "diagnosis", "beperking",
      "beperkingen", "dieet",
    ],
    beginnings: [
      "gezondheid", "ziek", "medisch", "medic", "allergi", "dysle", "dyscalc", "autis", "neurodiver",
      "disabilit", "handicap", "zwanger", "pregnan",
    ])

  private static let identity = Words(
    whole: [
      "gebdatum", "gebdat", "gebdd", "geb", "dob", "verjaardag", "birthday",
      "ssn", "pgn", "sofi", "sofinummer", "onderwijsnummer", "bankaccount", "accountnumber",
    ],
    beginnings: ["bsn", "iban", "geboorte", "birth"],
    parts: ["geboortedatum", "burgerservice", "rekeningn", "bankrekening"])
}
