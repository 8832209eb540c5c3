/// Finds a code or title of a block or an escalation that would put a person's health on record (GEN-15).
///
/// Such a code would stand in the log for ever; health data may not (AVG, article 9).
public enum HealthCode {
  /// A finding for each block, route, reason and outcome of an escalation whose code or title speaks
  /// of health.
  public static func findings(in workflow: Workflow) -> [Finding] {
    var named: [(code: String, title: Localized, path: [String])] = workflow.blocks.map {
      ($0.id, $0.title, ["blocks", $0.id])
    }
    for route in workflow.escalations {
      let path = ["escalations", route.id]
      named.append((route.id, route.title, path))
      named += route.reasons.map { ($0.id, $0.title, path + ["reasons", $0.id]) }
      named += route.outcomes.map { ($0.id, $0.title, path + ["outcomes", $0.id]) }
    }
    for reason in workflow.termination?.alone ?? [] {
      named.append((reason.id, reason.title, ["termination", "alone", reason.id]))
    }
    return named.compactMap { item in
      let texts = [item.code, item.title.nl, item.title.en]
      return texts.lazy.compactMap { word(in: $0) }.first.map { finding($0, item.path) }
    }
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
  private static let innocent = ["muziek", "gezondheidszorg", "healthcare", "verziekt"]
  /// Parts that speak of health wherever they stand in a word.
  private static let parts = [
    "ziek", "zwanger", "depressi", "dyslex", "dyscalcul", "handicap", "neurodiver", "autis", "gezondheid",
    "overspann", "verslaving", "arbeidsongeschikt",
  ]
  /// Beginnings that speak of health.
  private static let beginnings = [
    "medisch", "medical", "pregnan", "disab", "illness", "sickness", "psychisch", "psychiatr", "psychose",
    "psychosis", "epilep", "diabet", "addict", "kanker", "hersenschudding", "concussion",
    "revalid", "miskra", "miscarr",
  ]
  /// Words that speak of health only when they stand by themselves.
  private static let wholeWords: Set<String> = [
    "adhd", "asd", "ptss", "ptsd", "ill", "sick", "health", "unhealthy", "depressed", "cancer", "diagnose",
    "diagnosis",
    "angststoornis", "functiebeperking", "bevalling", "maternity", "hiv",
  ]
  /// Words that are also written as two, `burn-out`.
  private static let twoWords: Set<String> = ["burnout", "boreout", "mentalhealth"]
}
