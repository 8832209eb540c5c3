/// Finds a code or title that would put a person's health on record (GEN-15).
///
/// Such a code would stand in the log for ever; health data may not (AVG, article 9).
public enum HealthCode {
  /// A finding for each thing of a workflow that could be noted of a student and whose code, title or
  /// value speaks of health.
  public static func findings(in workflow: Workflow) -> [Finding] {
    (courses(workflow) + noted(workflow)).compactMap { item in
      let texts = [item.code, item.title.nl, item.title.en]
      return texts.lazy.compactMap { word(in: $0) }.first.map { finding($0, item.path) }
    }
  }

  private typealias Named = (code: String, title: Localized, path: [String])

  /// Blocks, escalations and ends.
  private static func courses(_ workflow: Workflow) -> [Named] {
    var named: [Named] = workflow.blocks.map { ($0.id, $0.title, ["blocks", $0.id]) }
    for route in workflow.escalations {
      let path = ["escalations", route.id]
      named.append((route.id, route.title, path))
      named += route.reasons.map { ($0.id, $0.title, path + ["reasons", $0.id]) }
      named += route.outcomes.map { ($0.id, $0.title, path + ["outcomes", $0.id]) }
    }
    for reason in workflow.termination?.alone ?? [] {
      named.append((reason.id, reason.title, ["termination", "alone", reason.id]))
    }
    return named
  }

  /// What is settled, handed in, ticked, counted or talked about.
  private static func noted(_ workflow: Workflow) -> [Named] {
    var named: [Named] = []
    for parameter in workflow.parameters {
      let path = ["parameters", parameter.id]
      named.append((parameter.id, parameter.title, path))
      switch parameter.kind {
      case .oneOf(let values): named += codes(values, path + ["one-of"])
      case .someOf(let values, _): named += codes(values, path + ["some-of"])
      case .yesNo, .date, .dates, .number, .person: break
      }
    }
    for outcome in workflow.outcomes {
      for part in outcome.parts ?? [] {
        let path = ["outcomes", outcome.id, "parts", part.id]
        named.append((part.id, part.title, path))
        named += codes(part.values, path + ["one-of"])
      }
    }
    for gesprek in workflow.gesprekken {
      let path = ["gesprekken", gesprek.id]
      named.append((gesprek.id, gesprek.title, path))
      for field in gesprek.record {
        let place = path + ["on-record", field.id]
        named.append((field.id, field.title, place))
        if case .oneOf(let values) = field.kind { named += codes(values, place + ["one-of"]) }
      }
      named += gesprek.agenda.map { ("", $0.title, path + ["agenda"]) }
    }
    for document in workflow.documents {
      let path = ["documents", document.id]
      named.append((document.id, document.title, path))
      named += document.parts.map { ($0.id, $0.title, path + ["parts", $0.id]) }
    }
    named += workflow.approvals.map { ($0.id, $0.title, ["approvals", $0.id]) }
    named += workflow.tasks.map { ($0.id, $0.title, ["tasks", $0.id]) }
    named += workflow.counters.map { ($0.id, $0.title, ["counters", $0.id]) }
    named += workflow.claims.map { ($0.id, $0.title, ["claims", $0.id]) }
    for part in workflow.goals?.parts ?? [] {
      let path = ["goals", "parts", part.id]
      named.append((part.id, part.title, path))
      if case .oneOf(let values) = part.kind { named += codes(values, path + ["one-of"]) }
    }
    return named
  }

  private static func codes(_ values: [String], _ path: [String]) -> [Named] {
    values.map { ($0, Localized($0), path) }
  }

  /// The first word of a text that speaks of health, or `nil`.
  ///
  /// Example: `langdurig-ziek` gives `ziek`, `muziekles` gives nothing.
  public static func word(in text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    return words.first(where: speaksOfHealth) ?? pairs.first(where: twoWords.contains)
  }

  private static func speaksOfHealth(_ word: String) -> Bool {
    if wholeWords.contains(word) || twoWords.contains(word) || beginnings.contains(where: word.hasPrefix) {
      return true
    }
    return holds(parts, in: word) && !holds(innocent, in: word)
  }

  /// Whether one of some texts stands somewhere in a word.
  private static func holds(_ texts: [String], in word: String) -> Bool {
    let letters = Array(word.utf8)
    return letters.indices.contains { start in texts.contains { letters[start...].starts(with: $0.utf8) } }
  }

  private static func finding(_ word: String, _ path: [String]) -> Finding {
    Finding(
      .error, rule: "HealthCode",
      message: Localized(
        nl: "`\(word)` legt iets over iemands gezondheid vast, en dat mag niet (GEN-15)",
        en: "`\(word)` puts something about a person's health on record, which is not allowed (GEN-15)"),
      remedy: Localized(
        nl: "kies een code die geen reden geeft, zoals `persoonlijk`",
        en: "choose a code that gives no reason, such as `persoonlijk`"),
      path: path)
  }

  /// Words that contain one of the parts below and have nothing to do with a person's health.
  private static let innocent = [
    "muziek", "gezondheidszorg", "healthcare", "verziekt", "stressbestendig", "traumasensitief",
    "cooperatie", "rekenoperatie",
  ]
  /// Parts that speak of health wherever they stand in a word.
  private static let parts = [
    "ziek", "zwanger", "depressi", "dyslex", "dyscalcul", "handicap", "neurodiver", "autis", "gezondheid",
    "overspann", "verslaving", "arbeidsongeschikt", "stoornis", "allerg", "stress", "trauma", "migrain",
    "operatie", "covid", "therap", "psycholoog", "psychologen", "rolstoel", "wheelchair",
  ]
  /// Beginnings that speak of health.
  private static let beginnings = [
    "medisch", "medical", "pregnan", "disab", "illness", "sickness", "psychisch", "psychiatr", "psychose",
    "psychosis", "epilep", "diabet", "addict", "kanker", "hersenschudding", "concussion",
    "revalid", "miskra", "miscarr", "corona",
  ]
  /// Words that speak of health only when they stand by themselves.
  private static let wholeWords: Set<String> = [
    "adhd", "asd", "ptss", "ptsd", "ill", "sick", "health", "unhealthy", "depressed", "cancer", "diagnose",
    "diagnosis",
    "functiebeperking", "bevalling", "maternity", "hiv", "ass", "disorder", "disorders", "surgery",
    "psychologist",
  ]
  /// Words that are also written as two, `burn-out`.
  private static let twoWords: Set<String> = ["burnout", "boreout", "mentalhealth"]
}
