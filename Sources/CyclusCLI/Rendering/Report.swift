import CyclusCore
import CyclusStore

/// Says why a command did not do its work, and gives the exit code.
enum Report {
  static func failure(
    _ error: any Error, _ session: Session?, _ console: Console, _ language: Language, verb: String
  ) -> Int32 {
    switch error {
    case let refusal as Refusal:
      self.refusal(refusal, session, console, language)
      return 1
    case let error as StoreError:
      message(error.message, session, console, language, verb)
      return error.exitCode
    case let failure as Failure:
      message(failure.message, session, console, language, verb)
      return failure.code
    default:
      message(Localized("\(error)"), session, console, language, verb)
      return 70
    }
  }

  /// Says what is wrong; to a script in the form of a refusal with one thing missing.
  private static func message(
    _ message: Localized, _ session: Session?, _ console: Console, _ language: Language, _ verb: String
  ) {
    if session?.format == .json {
      let what = Localized(nl: "opdracht", en: "command")
      console.err(
        json(Refusal(verb: verb, traject: nil, missing: [.init(what: what, message: message)])).compact)
      return
    }
    for line in TerminalText.hang(
      "cyclus: \(TerminalText.clean(message.text(language)))", width: console.width ?? 100, indent: 2)
    {
      console.err(line)
    }
  }

  private static func refusal(
    _ refusal: Refusal, _ session: Session?, _ console: Console, _ language: Language
  ) {
    if session?.format == .json {
      console.err(json(refusal).compact)
      return
    }
    let subject = refusal.traject.map { " T\($0)" } ?? ""
    console.err(
      console.styled(
        language == .nl ? "Geweigerd: \(refusal.verb)\(subject)" : "Refused: \(refusal.verb)\(subject)", .red)
    )
    lines(refusal.missing, of: refusal.traject, session, console, language).forEach(console.err)
    guard let remedy = refusal.remedy?.text(language) else { return }
    TerminalText.hang(TerminalText.clean(remedy).capitalisedFirst, width: console.width ?? 100, indent: 2)
      .forEach(console.err)
  }

  /// Everything that is missing, each with who, by when and which rule.
  static func lines(
    _ missing: [Refusal.Missing], of traject: Int?, _ session: Session?, _ console: Console,
    _ language: Language
  ) -> [String] {
    let place = traject.flatMap { try? session?.state(of: "T\($0)") }
    let width = console.width ?? 100
    var lines: [String] = []
    let points = points(missing)
    for (index, point) in points.enumerated() {
      guard let first = point.first else { continue }
      let number = points.count > 1 ? "\(index + 1). " : ""
      lines += TerminalText.hang(
        number + TerminalText.clean(sentence(first, session, language)).capitalisedFirst, width: width,
        indent: 3)
      let told = named(point, place).map { details($0, place, session, language) }
      for details in told where !details.isEmpty {
        lines += TerminalText.hang("   " + details, width: width, indent: 3)
      }
    }
    return lines
  }

  /// What is missing, with what is said in the same words taken together: the roles that may do the same.
  static func points(_ missing: [Refusal.Missing]) -> [[Refusal.Missing]] {
    missing.reduce(into: []) { points, item in
      if let last = points.last?.last, last.message == item.message {
        points[points.count - 1].append(item)
      } else {
        points.append([item])
      }
    }
  }

  /// Of more than three roles that may do the same, people are told the one that leads the traject; scripts get all.
  private static func named(
    _ point: [Refusal.Missing], _ place: (state: Traject, rulebook: Rulebook)?
  ) -> [Refusal.Missing] {
    let leader = point.first { $0.role == place?.rulebook.workflow.leader }
    guard point.count > 3, let leader else { return point }
    return [leader]
  }

  private static func sentence(_ item: Refusal.Missing, _ session: Session?, _ language: Language) -> String {
    let text = item.message.text(language)
    return session?.named(text) ?? text
  }

  /// Who can put it right, by when and under which rule; before there is a traject a role is named as one types it.
  private static func details(
    _ item: Refusal.Missing, _ place: (state: Traject, rulebook: Rulebook)?, _ session: Session?,
    _ language: Language
  ) -> String {
    var parts: [String] = []
    if let role = item.role {
      let who = place.flatMap { place in
        try? session?.who(role, item.person, place.state, place.rulebook.workflow)
      }
      parts.append((language == .nl ? "wie: " : "who: ") + (who ?? role))
    }
    if let due = item.due {
      parts.append((language == .nl ? "uiterlijk \(due.longNL)" : "by \(due.longEN)"))
    }
    if !item.rule.rules.isEmpty || item.rule.isAssumed { parts.append(rule(item.rule, language)) }
    return parts.joined(separator: " · ")
  }

  /// A citation as people read it: the rules, and what the institute filled in.
  static func rule(_ citation: Citation, _ language: Language) -> String {
    guard citation.isAssumed else { return citation.text }
    // What is assumed as a whole beside what is named: the names tell enough.
    let keys = citation.assumed.filter { $0 != "all" }
    let names = keys.map { assumedNames[$0]?.text(language) ?? $0 }.reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let what = keys.isEmpty ? "" : ": " + names.joined(separator: ", ")
    let assumed = language == .nl ? "aangenomen\(what)" : "assumed\(what)"
    return citation.rules.isEmpty ? assumed : "\(citation.text) (\(assumed))"
  }

  /// What a key of a workflow file is called when it is assumed.
  private static let assumedNames: [String: Localized] = [
    "by": Localized(nl: "wie", en: "who"), "due": Localized(nl: "termijn", en: "term"),
    "opens": Localized(nl: "vanaf wanneer", en: "from when"),
    "close": Localized(nl: "afsluiten", en: "closing"),
    "route": Localized(nl: "escalatie", en: "escalation"),
    "present": Localized(nl: "aanwezigen", en: "presence"),
    "plans": Localized(nl: "planning", en: "planning"),
    "plan": Localized(nl: "planning", en: "planning"),
    "duration": Localized(nl: "duur", en: "duration"),
    "verdict-needs": Localized(nl: "wat een oordeel vraagt", en: "what a verdict needs"),
    "again": Localized(nl: "nieuwe termijn", en: "new term"),
    "required": Localized(nl: "verplicht", en: "required"), "within": Localized(nl: "termijn", en: "term"),
    "outcomes": Localized(nl: "uitkomsten", en: "outcomes"),
    "next": Localized(nl: "volgende rol", en: "next role"),
    "lift": Localized(nl: "wie opheft", en: "who lifts"), "scale": Localized(nl: "schaal", en: "scale"),
    "suggests": Localized(nl: "suggestie", en: "suggestion"),
    "default": Localized(nl: "standaard", en: "default"),
    "waits-at-most": Localized(nl: "wachttijd", en: "wait"),
    "warn-at": Localized(nl: "waarschuwing", en: "warning"),
    "lapses": Localized(nl: "vervallen", en: "lapsing"),
    "at-least": Localized(nl: "aantal", en: "number"),
    "spread": Localized(nl: "spreiding", en: "spreading"),
    "margin": Localized(nl: "marge", en: "margin"),
    "of-which": Localized(nl: "manier van houden", en: "way of holding"),
    "counts": Localized(nl: "wat meetelt", en: "what counts"),
    "with": Localized(nl: "wie erbij zijn", en: "who are there"),
    "verdict-parts": Localized(nl: "delen van een oordeel", en: "parts of a verdict"),
    "roles": Localized(nl: "rollen", en: "roles"),
    "dialogue-within": Localized(nl: "termijn van de dialoog", en: "term of the dialogue"),
    "agreement-within": Localized(nl: "termijn van overeenstemming", en: "term of agreement"),
    "alone": Localized(nl: "redenen zonder overleg", en: "reasons without consultation"),
    "confirm": Localized(nl: "wie bevestigt", en: "who confirms"),
    "warn-without": Localized(nl: "waarschuwing", en: "warning"),
    "to": Localized(nl: "bij wie het komt", en: "to whom it goes"),
    "never": Localized(nl: "wat nooit vervalt", en: "what is never waived"),
    "kind": Localized(nl: "soort", en: "kind"), "judge": Localized(nl: "wie oordeelt", en: "who judges"),
    "verdict-needed": Localized(nl: "moment van het oordeel", en: "moment of the verdict"),
    "confirm-needs": Localized(nl: "wat de bevestiging vraagt", en: "what the confirmation needs"),
    "also-by": Localized(nl: "vervanging", en: "replacement"),
    "for-each": Localized(nl: "bij welke gesprekken", en: "at which gesprekken"),
    "confirm-due": Localized(nl: "termijn", en: "term"),
    "not-for-verdict": Localized(nl: "waarschuwing", en: "warning"),
    "some-of": Localized(nl: "keuze uit een lijst", en: "choice from a list"),
    "yes-no": Localized(nl: "ja of nee", en: "yes or no"),
    "missed-in-a-row": Localized(nl: "aantal gemist", en: "number missed"),
    "one-of": Localized(nl: "waarden", en: "values"),
    "then": Localized(nl: "wat erop volgt", en: "what follows"),
    "asked-with": Localized(nl: "wanneer gevraagd", en: "when asked"),
    "when": Localized(nl: "voor wie het geldt", en: "for whom it holds"),
    "signed-by": Localized(nl: "wie ondertekent", en: "who signs"),
    "sign-due": Localized(nl: "termijn van ondertekenen", en: "term of signing"),
    "modes": Localized(nl: "manieren van houden", en: "ways of holding"),
    "parts": Localized(nl: "delen", en: "parts"),
    "signed-with": Localized(nl: "waarmee ondertekend", en: "what signs it"),
    "shown-on": Localized(nl: "waar het staat", en: "where it is shown"),
    "needs": Localized(nl: "wat ervoor nodig is", en: "what it needs"),
    "leave-when": Localized(nl: "wanneer de fase klaar is", en: "when the phase is done"),
    "next-after": Localized(nl: "wanneer het hogerop gaat", en: "when it climbs"),
    "about": Localized(nl: "waarover het gaat", en: "what it is about"),
    "in-time": Localized(nl: "tot wanneer het meetelt", en: "until when it counts"),
    "period": Localized(nl: "periode", en: "period"),
    "each": Localized(nl: "hoe vaak", en: "how often"),
    "at": Localized(nl: "bij welke gesprekken", en: "at which gesprekken"),
    "reasons": Localized(nl: "redenen", en: "reasons"),
    "consult-possible": Localized(nl: "wie mag meedenken", en: "who may be consulted"),
  ]

  /// The refusal that scripts rely on; it never changes with the language.
  static func json(_ refusal: Refusal) -> JSONValue {
    var object: JSONObject = [
      "refused": .string(refusal.verb),
      "traject": refusal.traject.map { .string("T\($0)") } ?? .null,
      "missing": .array(refusal.missing.map(json)),
    ]
    if let remedy = refusal.remedy { object["remedy"] = .string(remedy.nl) }
    return .object(object)
  }

  static func json(_ item: Refusal.Missing) -> JSONValue {
    .object([
      "obligation": item.obligation.map { .string($0.description) } ?? .null,
      "what": .string(item.what.nl),
      "role": JSONValue(item.role), "person": JSONValue(item.person?.description),
      "due": JSONValue(item.due?.description), "rule": .string(item.rule.text),
      "message": .string(item.message.nl),
    ])
  }

  static func json(_ way: WayOut) -> JSONValue {
    .object(["to": .string(way.target), "missing": .array(way.missing.map(json))])
  }
}

extension JSONValue {
  /// A text, or null.
  init(_ text: String?) { self = text.map { .string($0) } ?? .null }
  /// A day as its text, or null.
  init(_ day: Day?) { self = day.map { .string($0.description) } ?? .null }
  /// A person as the opaque id, or null.
  init(_ person: PersonID?) { self = person.map { .string($0.description) } ?? .null }
  /// A number.
  init(_ number: Int) { self = .integer(Int64(number)) }
  /// A list of texts.
  init(_ texts: [String]) { self = .array(texts.map { .string($0) }) }
}
