/// Finds an outcome that is judged nowhere, or that is judged by itself in a way that its kind does not know.
public enum JudgedWhere {
  /// A finding for each such outcome.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let judgings = workflow.gesprekken.compactMap(\.judging)
    return workflow.outcomes.flatMap { outcome -> [Finding] in
      let path = ["outcomes", outcome.id]
      var found: [Finding] = []
      if outcome.kind == .summative, outcome.opens == nil, outcome.at == nil,
        !judgings.contains(where: { $0.isFinal })
      {
        found.append(
          finding(
            Localized(
              nl: "`\(outcome.id)` wordt nergens beoordeeld", en: "`\(outcome.id)` is judged nowhere"),
            Localized(
              nl: "zeg wanneer, met `opens`, of geef een gesprek `judging` met `final: yes`",
              en: "say when, with `opens`, or give a gesprek `judging` with `final: yes`"), path))
      }
      if outcome.kind != .summative, outcome.opens != nil {
        found.append(
          finding(
            Localized(
              nl: "alleen een leeruitkomst met `kind: summative` kan zelf beginnen",
              en: "only an outcome with `kind: summative` opens by itself"),
            Localized(nl: "laat `opens` weg", en: "leave `opens` out"), path + ["opens"]))
      }
      if outcome.due != nil, outcome.opens == nil {
        found.append(
          finding(
            Localized(
              nl: "dit heeft een termijn, maar geen begin", en: "this is due, but it never opens"),
            Localized(nl: "voeg `opens` toe", en: "add `opens`"), path + ["due"]))
      }
      if outcome.needs != nil, outcome.opens == nil {
        found.append(
          finding(
            Localized(
              nl: "`needs` hoort bij een oordeel dat zelf begint",
              en: "`needs` belongs to a verdict that opens by itself"),
            Localized(nl: "voeg `opens` toe", en: "add `opens`"), path + ["needs"]))
      }
      if outcome.at != nil, outcome.kind != .summative, outcome.kind != .epa {
        found.append(
          finding(
            Localized(
              nl: "`at` hoort bij `kind: summative` of `kind: epa`",
              en: "`at` belongs to `kind: summative` or `kind: epa`"),
            Localized(nl: "laat `at` weg", en: "leave `at` out"), path + ["at"]))
      }
      return found + needs(of: outcome, path)
    }
  }

  /// What a verdict needs names parts that the outcome has, with values that they can have.
  private static func needs(of outcome: Outcome, _ path: [String]) -> [Finding] {
    let parts = outcome.parts ?? []
    return outcome.scale.flatMap { verdict in
      outcome.needs(of: verdict).enumerated().compactMap { index, need -> Finding? in
        guard case .part(let id, let value) = need else { return nil }
        let place = path + ["verdict-needs", verdict, String(index)]
        guard let part = parts.first(where: { $0.id == id }) else {
          return Finding(
            .error, rule: "UnknownName",
            message: Localized(
              nl: "`\(outcome.id)` heeft geen onderdeel `\(id)`", en: "`\(outcome.id)` has no part `\(id)`"),
            remedy: parts.isEmpty
              ? Localized(
                nl: "voeg het toe onder `parts`, of schrijf `why` of `proof`",
                en: "add it under `parts`, or write `why` or `proof`")
              : NearestName.remedy(for: id, among: parts.map(\.id)), path: place)
        }
        if part.values.contains(value) { return nil }
        return Finding(
          .error, rule: "UnknownValue",
          message: Localized(nl: "`\(id)` is nooit `\(value)`", en: "`\(id)` is never `\(value)`"),
          remedy: NearestName.remedy(for: value, among: part.values), path: place)
      }
    }
  }

  private static func finding(_ message: Localized, _ remedy: Localized, _ path: [String]) -> Finding {
    Finding(.error, rule: "JudgedWhere", message: message, remedy: remedy, path: path)
  }
}
