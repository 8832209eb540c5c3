import CyclusCore

/// The catalogue of the help: the commands on claims.
enum HelpClaimWords {
  static let all = [
    Localized(
      nl: "Iets claimen dat de workflow kent, of een claim meer bewijs geven.",
      en: "Claim something of the workflow, or give a claim more proof."),
    Localized(
      nl: "Een claim toekennen, vanaf de dag van zijn gesprek.",
      en: "Grant a claim, from the day of its gesprek on."),
    Localized(nl: "Een claim afwijzen, met de reden.", en: "Refuse a claim, with why."),
    Localized(
      nl: "Een claim doorschuiven naar het volgende gesprek; daar staat hij weer open.",
      en: "Leave a claim to the next gesprek, where it is open again."),
    Localized(
      nl: "wat wordt geclaimd: SOORT, of SOORT@WAARDE; of een claim, C1, die meer bewijs krijgt",
      en: "what is claimed: KIND, or KIND@VALUE; or a claim, C1, that gets more proof"),
    Localized(
      nl: "waar het op rust: een document, een adres of een omschrijving; meermalen",
      en: "what it rests on: a document, an address or a description; several times"),
    Localized(nl: "de claim, C1", en: "the claim, C1"),
  ]
}
