/// Tells which columns of an import hold what is never stored: contact data, home address, birth date,
/// citizen or account number, health.
///
/// The source is rule HAN-03 (no contact data of opleiders and workplace people) and HAN-04 (no health data).
public enum ContactColumns {
  /// Whether the name of a column says that it holds contact data, a home address, a birth date, a BSN or
  /// health.
  ///
  /// Names are split into words at anything that is no letter or digit, at a digit and at a capital:
  /// `wpb_email`, `Telefoon wpb`, `wpbMobiel` and `tel2` are found, `instelling` is not.
  public static func isContact(_ header: String) -> Bool {
    let words = words(of: header)
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    // Alone, "06" is what people write above a column of mobile numbers; beside other words it is a number.
    return words == ["06"] || (words + pairs).contains(where: whole.contains)
      || words.contains { word in
        beginnings.contains { word.hasPrefix($0) } || parts.contains { word.contains($0) }
      }
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

  /// Words, or two neighbouring words written as one, that are contact data only as a whole.
  private static let whole: Set<String> = [
    "tel", "telnr", "telno", "telnummer", "gsm", "gsmnr", "gsmnummer", "mob", "mobnr", "cell", "fax",
    "faxnummer", "nummer06", "06nummer", "06nr",
    "huisnummer", "huisnr", "huisletter", "woonplaats", "postcode", "zip", "zipcode", "postalcode",
    "hometown", "housenumber",
    "contactgegevens", "contactinfo", "contactinformatie", "contactinformation", "contactdetails",
    "contactdata", "linkedin", "whatsapp",
    "gebdatum", "gebdat", "gebdd", "geb", "dob", "verjaardag", "birthday",
    "ssn", "pgn", "sofi", "sofinummer", "onderwijsnummer", "bankaccount", "accountnumber",
    "adhd", "health", "illness", "disease", "diagnose", "diagnoses", "diagnosis", "beperking", "beperkingen",
    "dieet",
  ]

  /// Beginnings of words that are contact data whatever follows.
  private static let beginnings = [
    "bsn", "iban", "geboorte", "birth", "gezondheid", "ziek", "medisch", "medic", "allergi",
    "dysle", "dyscalc", "autis", "neurodiver", "disabilit", "handicap", "zwanger", "pregnan",
  ]

  /// Parts that make a word contact data wherever they stand in it.
  private static let parts = [
    "mail", "telefoon", "telephone", "phone", "mobiel", "mobile", "adres", "address", "straat", "street",
    "huisnummer", "postcode", "postalcode", "zipcode", "woonplaats", "geboortedatum", "burgerservice",
    "rekeningn", "bankrekening", "linkedin", "whatsapp", "facebook", "instagram", "skype",
  ]
}
