import CyclusCore

extension Phrases<Opening> {
  /// When something opens.
  static let openings = Phrases(
    subject: Localized(nl: "beginmoment", en: "opening"),
    forms: [
      Form("at the start") { _ in .start },
      Form("week N") { .week($0.number) },
      Form("with GESPREK") { .with($0.gesprek) },
      Form("with its gesprek") { _ in .with(.its) },
      Form("in phase PHASE") { .phase($0.name) },
      Form("start of its period") { _ in .startOfItsPeriod },
      Form("once NAME is set") { .set([$0.name]) },
      Form("once NAME or NAME is set") { .set($0.names) },
      Form("once NAME runs out before its gesprek") { .runsOut(document: $0.name) },
      Form("after ITEM STEP") { .after($0.requirement) },
      Form("after its gesprek STEP without NAME valid") {
        .without(Requirement("gesprek", $0.step), document: $0.name)
      },
      Form("after its gesprek STEP with FIELD VALUE") {
        .withResult(Requirement("gesprek", $0.step), field: $0.name, value: $0.value)
      },
      Form("after its gesprek STEP") { .after(Requirement("gesprek", $0.step)) },
      Form("after its unit confirmed") { _ in .after(Requirement("unit", .confirmed)) },
      Form("after its result confirmed") { _ in .after(Requirement("result", .confirmed)) },
    ])
}

extension Phrases<Deadline> {
  /// By when something is due.
  static let deadlines = Phrases(
    subject: Localized(nl: "termijn", en: "deadline"),
    forms: [
      Form("end of week N") { .endOfWeek($0.number) },
      Form("end of its week") { _ in .endOfItsWeek },
      Form("end of block NAME") { .endOfBlock($0.name) },
      Form("end of placement") { _ in .endOfPlacement },
      Form("middle of its period") { _ in .ofItsPeriod(.middle) },
      Form("end of its period") { _ in .ofItsPeriod(.end) },
      Form("on the day of GESPREK") { .dayOf($0.gesprek) },
      Form("on the day of ITEM STEP") { .after(Span(0, .days), $0.requirement) },
      Form("N UNIT before GESPREK") { .before($0.span, $0.gesprek) },
      Form("N UNIT after opening") { .afterOpening($0.span) },
      Form("N UNIT after ITEM STEP") { .after($0.span, $0.requirement) },
      Form("N UNIT after POINT of its period") { .afterItsPeriod($0.span, $0.point) },
      Form("N UNIT before POINT of its period") { .beforeItsPeriod($0.span, $0.point) },
    ])
}

extension Phrases<Span> {
  /// How long something takes.
  static let spans = Phrases(
    subject: Localized(nl: "tijdsduur", en: "length of time"), forms: [Form("N UNIT") { $0.span }],
    example: "5 working days")
}

extension Phrases<Span> {
  /// How long a placement is at least, by the calendar.
  static let lengths = Phrases(
    subject: Localized(nl: "lengte in dagen of weken", en: "length in days or weeks"),
    forms: [
      Form("N days") { Span($0.number, .days) }, Form("N day") { Span($0.number, .days) },
      Form("N weeks") { Span($0.number, .weeks) }, Form("N week") { Span($0.number, .weeks) },
    ])
}

extension Phrases<Requirement> {
  /// What has to be on record.
  static let requirements = Phrases(
    subject: Localized(nl: "stap van een onderdeel", en: "step of an item"),
    forms: [Form("ITEM STEP") { $0.requirement }, Form("every ITEM STEP") { $0.everyRequirement }],
    example: "startgesprek closed")
}

extension Phrases<Requirement> {
  /// What a phase waits for.
  static let ofPhases = Phrases(
    subject: requirements.subject,
    forms: requirements.forms + [
      Form("at least NUMBER ITEM STEP in this block") {
        Requirement($0.name, $0.step, inThisBlock: max(1, $0.number))
      }
    ], example: requirements.example)
}

extension Phrases<Requirement> {
  /// What has to be there before a gesprek closes.
  static let closingNeeds = Phrases(
    subject: Localized(nl: "eis bij het afsluiten", en: "need of closing"),
    forms: [
      Form("agreements settled") { _ in .agreementsSettled },
      Form("agreement made") { _ in .agreementMade },
      Form("claims decided") { _ in .claimsDecided },
    ] + requirements.forms)
}

extension Phrases<GesprekDefinition.Presence> {
  /// Who has to be there.
  static let presences = Phrases(
    subject: Localized(nl: "aanwezige", en: "attendance"),
    forms: [
      Form("corner CORNER") { .corner($0.name) },
      Form("ROLE N different") { .role($0.name, count: $0.number) },
      Form("ROLE") { .role($0.name, count: 1) },
    ])
}

extension Value {
  /// Reads one of a set of phrases.
  func phrase<Meaning>(_ phrases: Phrases<Meaning>) -> Meaning? {
    guard let text = text(phrases.forms.first?.text ?? "") else { return nil }
    switch phrases.read(text) {
    case .success(let meaning):
      return meaning
    case .failure(let fault):
      report(fault.problem)
      return nil
    }
  }

  /// Reads a list of phrases, or a single one.
  func phrases<Meaning>(_ phrases: Phrases<Meaning>) -> [Meaning] {
    list().compactMap { $0.phrase(phrases) }
  }
}

extension Fields {
  /// The opening under `opens`.
  var opening: Opening? { self["opens"]?.phrase(.openings) }

  /// The deadline under `due`.
  var due: Deadline? { self["due"]?.phrase(.deadlines) }

  /// The condition under a key.
  func condition(_ key: String) -> Condition? { self[key]?.condition() }
}
