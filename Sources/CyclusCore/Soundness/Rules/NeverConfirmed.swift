/// Finds an outcome whose final verdict nobody takes over, and a unit over what gets none.
public enum NeverConfirmed {
  /// A finding for each such outcome, and for each such part of a unit.
  public static func findings(in workflow: Workflow) -> [Finding] {
    outcomes(in: workflow) + followed(in: workflow) + units(in: workflow)
  }

  /// What gets no verdict gives none to what follows it.
  private static func followed(in workflow: Workflow) -> [Finding] {
    workflow.outcomes.compactMap { outcome in
      guard let followed = outcome.follows.flatMap({ workflow.outcome($0) }), !followed.getsVerdict else {
        return nil
      }
      return Finding.fault(
        "NeverConfirmed",
        Localized(
          nl: "`\(followed.id)` krijgt geen oordeel, dus `\(outcome.id)` krijgt daarmee nooit een uitslag",
          en: "`\(followed.id)` gets no verdict, so `\(outcome.id)` never gets a result with it"),
        remedy: Localized(
          nl: "noem onder `follows` een leeruitkomst met `kind: summative`",
          en: "name an outcome with `kind: summative` under `follows`"),
        at: ["outcomes", outcome.id, "follows"])
    }
  }

  private static func outcomes(in workflow: Workflow) -> [Finding] {
    let takesOver = !workflow.units.isEmpty || workflow.outcomes.contains { $0.confirmer != nil }
    return workflow.outcomes.filter { outcome in
      let isAsked =
        switch outcome.kind {
        case .summative: takesOver && outcome.opens == nil && outcome.at == nil
        case .repair: outcome.needsVerdict
        case .formative, .epa, .instituteOnly: false
        }
      return isAsked && outcome.confirmer == nil && !workflow.units.contains { $0.all.contains(outcome.id) }
    }.map { outcome in
      Finding.fault(
        "NeverConfirmed",
        Localized(
          nl: "niemand bevestigt de uitslag van `\(outcome.id)`",
          en: "nobody confirms the result of `\(outcome.id)`"),
        remedy: Localized(
          nl: "noem `\(outcome.id)` bij een onderwijseenheid onder `all`, of zeg met `confirm` wie het doet",
          en: "name `\(outcome.id)` under `all` of a unit, or say with `confirm` who does"),
        at: ["outcomes", outcome.id])
    }
  }

  private static func units(in workflow: Workflow) -> [Finding] {
    workflow.units.flatMap { unit in
      unit.all.enumerated().compactMap { index, id -> Finding? in
        guard let outcome = workflow.outcome(id), !outcome.getsVerdict else { return nil }
        return Finding.fault(
          "NeverConfirmed",
          Localized(
            nl: "`\(id)` krijgt hier geen oordeel, dus `\(unit.id)` heeft nooit een uitslag",
            en: "`\(id)` gets no verdict here, so `\(unit.id)` never has a result"),
          remedy: Localized(
            nl: "noem `\(id)` onder `with` in plaats van `all`",
            en: "name `\(id)` under `with` instead of `all`"),
          at: ["units", unit.id, "all", String(index)])
      }
    }
  }
}

extension Outcome {
  /// Whether a final verdict is given on it, or taken along with another.
  fileprivate var getsVerdict: Bool {
    switch kind {
    case .summative, .repair: true
    case .formative, .epa, .instituteOnly: false
    }
  }
}
