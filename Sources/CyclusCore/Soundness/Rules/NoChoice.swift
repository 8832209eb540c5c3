/// Finds a claim that is about a parameter without a list of values to choose from, and a conclusion without one.
public enum NoChoice {
  /// A finding for each such claim.
  public static func findings(in workflow: Workflow) -> [Finding] {
    claims(in: workflow) + workflow.gesprekken.flatMap(conclusions)
  }

  /// A conclusion is given with an option of its own, as one of some words.
  private static func conclusions(_ gesprek: GesprekDefinition) -> [Finding] {
    gesprek.record.compactMap { field in
      if case .oneOf(let values) = field.kind, !values.isEmpty { return nil }
      var isEmpty = false
      if case .oneOf = field.kind { isEmpty = true }
      guard field.isConclusion || isEmpty else { return nil }
      return Finding(
        .error, rule: "NoChoice",
        message: Localized(
          nl: "`\(field.id)` heeft geen lijst van waarden om uit te kiezen",
          en: "`\(field.id)` has no list of values to choose from"),
        remedy: Localized(
          nl: "voeg `one-of` toe, bijvoorbeeld `one-of: [voor, op-schema, achter]`",
          en: "add `one-of`, for example `one-of: [voor, op-schema, achter]`"),
        path: ["gesprekken", gesprek.id, "on-record", field.id])
    }
  }

  private static func claims(in workflow: Workflow) -> [Finding] {
    workflow.claims.compactMap { claim in
      guard let parameter = claim.about.flatMap({ workflow.parameter($0) }), !parameter.kind.isChoice else {
        return nil
      }
      return Finding(
        .error, rule: "NoChoice",
        message: Localized(
          nl: "`\(parameter.id)` heeft geen lijst van waarden om uit te kiezen",
          en: "`\(parameter.id)` has no list of values to choose from"),
        remedy: Localized(
          nl: "noem een parameter met `one-of` of `some-of`, of laat `about` weg",
          en: "name a parameter with `one-of` or `some-of`, or leave `about` out"),
        path: ["claims", claim.id, "about"])
    }
  }
}

extension Parameter.Kind {
  /// Whether its values are a list in the file.
  fileprivate var isChoice: Bool {
    switch self {
    case .oneOf, .someOf: true
    case .yesNo, .date, .dates, .number, .person: false
    }
  }
}
