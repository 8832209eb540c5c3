import CyclusExchange
import Testing

@Suite struct ContactColumnsTests {
  @Test(arguments: [
    "email", "e-mail", "e_mail", "E-Mail", "mail", "Emailadres", "e-mailadres", "privémail", "schoolmail",
    "mail2", "wpb_email", "wpbEmail", "e-mail wpb", "werkplekbegeleider e mail", "email address",
    "telefoon", "telefoon wpb", "telefoonnummer", "tel", "tel.", "Tel. wpb", "tel1", "wpb_tel", "tel nr",
    "06", "06-nummer", "nummer 06", "mobiel", "werkplekbegeleider_mobiel", "mobiel nummer", "mobielnr",
    "gsm", "GSM-nummer", "phone", "phone_number", "cell phone", "cell", "mobile", "fax", "adres",
    "thuisadres", "adresregel 1", "address", "home address", "street", "straat", "straatnaam", "huisnummer",
    "huis_nr", "Huisnr.", "postcode", "post code", "zip", "zip code", "postal code", "woonplaats",
    "woon plaats", "geboortedatum", "geboorte datum", "geb_datum", "geb.", "geboorteplaats", "birthdate",
    "birth_date", "BirthDate", "date of birth", "DOB", "verjaardag", "bsn", "BSN-nummer",
    "burgerservicenummer", "iban", "IBANnummer", "rekeningnummer", "linkedin", "LinkedIn wpb", "whatsapp",
    "contactgegevens", "contact info", "wpb contact gegevens", "gezondheid", "ziekte", "ziekmelding",
    "medische info", "diagnose", "diagnosis", "dyslexie", "ADHD", "autisme", "neurodiversiteit", "health",
    "medical", "handicap", "allergieën",
  ])
  func contactDataIsFound(_ header: String) {
    #expect(ContactColumns.kind(of: header) != nil)
  }

  @Test(arguments: [
    "studentnummer", "roepnaam", "tussenvoegsel", "achternaam", "opleiding", "cohort", "groep", "workflow",
    "begin", "eind", "school", "school_id", "Studentnummer", "School_ID", "werkplekbegeleider",
    "schoolopleider", "instituutsopleider", "opleider-leerstof-verwerken", "werkplekbegeleider_naam",
    "schoolopleider_naam", "instituutsopleider_naam", "opleider-leerstof-verwerken_naam", "owk-opleider",
    "wpb", "so", "io", "student", "teamleider", "examencommissie", "mentor", "coach", "duo",
    "vakcoach_naam", "peercoach", "stageplaats", "holiday_region", "vakantieregio", "blok_1_begin", "blok1",
    "instelling", "intelligentie", "klas", "week 06", "eind 2026-06", "leerklimaat",
    "afstemmen-op-de-lerende", "stelling", "hotel", "motel", "assistent", "adviseur", "zij-instroom",
    "contactpersoon", "contract", "assessment", "addendum", "gebouw", "gebied", "celgroep", "",
    "cohort 2006", "nummer",
  ])
  func knownColumnsAndRolesAreNot(_ header: String) {
    #expect(ContactColumns.kind(of: header) == nil)
  }

  // HAN-04 stores
  @Test(arguments: [
    "gezondheid", "ziekte", "diagnose", "dyslexie", "ADHD", "autisme", "neurodiversiteit", "health",
    "medische info", "student_diagnose", "beperking",
  ])
  func healthIsCalledHealth(_ header: String) {
    #expect(ContactColumns.kind(of: header) == .health)
  }

  @Test func whatIsNeitherContactNorHealthIsToldApart() {
    #expect(ContactColumns.kind(of: "wpb_email") == .contact)
    #expect(ContactColumns.kind(of: "geboortedatum") == .identity)
    #expect(ContactColumns.kind(of: "BSN-nummer") == .identity)
  }
}
