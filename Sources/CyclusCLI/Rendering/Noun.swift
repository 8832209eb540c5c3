import CyclusCore

/// A word that is counted, for one and for many.
struct Noun {
  /// The word for one.
  let one: Localized
  /// The word for any other number.
  let many: Localized

  /// `1 traject`, `3 trajecten`.
  func count(_ number: Int, _ language: Language) -> String {
    "\(number) \((number == 1 ? one : many).text(language))"
  }

  static let day = Noun(one: Localized(nl: "dag", en: "day"), many: Localized(nl: "dagen", en: "days"))
  static let traject = Noun(
    one: Localized(nl: "traject", en: "traject"), many: Localized(nl: "trajecten", en: "trajecten"))
  static let obligation = Noun(
    one: Localized(nl: "verplichting", en: "obligation"),
    many: Localized(nl: "verplichtingen", en: "obligations"))
  static let escalation = Noun(
    one: Localized(nl: "escalatie", en: "escalation"), many: Localized(nl: "escalaties", en: "escalations"))
  static let decision = Noun(
    one: Localized(nl: "beslissing", en: "decision"), many: Localized(nl: "beslissingen", en: "decisions"))
  static let line = Noun(
    one: Localized(nl: "regel", en: "line"), many: Localized(nl: "regels", en: "lines"))
  static let example = Noun(
    one: Localized(nl: "voorbeeld", en: "example"), many: Localized(nl: "voorbeelden", en: "examples"))
  static let entry = Noun(
    one: Localized(nl: "regel", en: "entry"), many: Localized(nl: "regels", en: "entries"))
  static let date = Noun(one: Localized(nl: "datum", en: "date"), many: Localized(nl: "datums", en: "dates"))
  static let finding = Noun(
    one: Localized(nl: "bevinding", en: "finding"), many: Localized(nl: "bevindingen", en: "findings"))
}
