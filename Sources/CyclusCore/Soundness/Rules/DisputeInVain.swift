/// Finds a dispute that can never be decided, and a verdict where nothing is disputed.
public enum DisputeInVain {
  /// The findings about the route of disputes, its terms, and verdicts on other routes.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let elsewhere = workflow.escalations.filter { $0.id != workflow.disputes?.route }.flatMap(verdicts)
    guard let disputes = workflow.disputes, let route = workflow.route(disputes.route) else {
      return elsewhere
    }
    return elsewhere + subject(route) + scale(route, workflow) + terms(disputes)
  }

  /// A decision becomes a verdict only where a verdict was disputed.
  private static func verdicts(_ route: EscalationRoute) -> [Finding] {
    route.outcomes.filter { $0.effect == .verdict }.map { outcome in
      fault(
        "over `\(route.id)` wordt geen oordeel gegeven: dat kan alleen op de route van `disputes`",
        "no verdict is given on `\(route.id)`: only the route of `disputes` does",
        "schrijf `effect: resumes`, of noem deze route onder `disputes`",
        "write `effect: resumes`, or name this route under `disputes`",
        ["escalations", route.id, "outcomes", outcome.id, "effect"])
    }
  }

  private static func subject(_ route: EscalationRoute) -> [Finding] {
    if route.aboutOutcome { return [] }
    return [
      fault(
        "een betwist oordeel gaat over een leeruitkomst, en `\(route.id)` noemt er geen",
        "a disputed verdict is about an outcome, and `\(route.id)` names none",
        "voeg bij `\(route.id)` toe: `about: outcome`", "add `about: outcome` to `\(route.id)`",
        ["disputes", "route"])
    ]
  }

  /// What is decided has to be a verdict of the scale.
  private static func scale(_ route: EscalationRoute, _ workflow: Workflow) -> [Finding] {
    let verdicts = workflow.disputable.flatMap(\.scale).inOrder
    guard !verdicts.isEmpty else { return [] }
    let codes = route.outcomes.map(\.id)
    let unknown = codes.filter { !verdicts.contains($0) }
    if let code = unknown.first {
      return [
        Finding.fault(
          "DisputeInVain",
          Localized(
            nl: "`\(code)` is geen oordeel, dus een betwist oordeel kan zo nooit worden beslist",
            en: "`\(code)` is no verdict, so a disputed verdict can never be decided like that"),
          remedy: NearestName.remedy(for: code, among: verdicts),
          at: ["escalations", route.id, "outcomes", code])
      ]
    }
    return verdicts.filter { !codes.contains($0) }.prefix(1).map { verdict in
      fault(
        "over een betwist oordeel kan nooit `\(verdict)` worden beslist",
        "a disputed verdict can never be decided as `\(verdict)`",
        "voeg onder `outcomes` toe: `\(verdict): {effect: verdict}`",
        "add `\(verdict): {effect: verdict}` under `outcomes`", ["escalations", route.id, "outcomes"])
    }
  }

  private static func terms(_ disputes: DisputeDefinition) -> [Finding] {
    guard disputes.dialogueWithin.days > disputes.agreementWithin.days else { return [] }
    return [
      fault(
        "de dialoog mag langer duren dan de overeenstemming die eruit moet komen",
        "the dialogue may take longer than the agreement that has to come of it",
        "geef `dialogue-within` een kortere termijn dan `agreement-within`",
        "give `dialogue-within` a shorter term than `agreement-within`", ["disputes", "dialogue-within"])
    ]
  }

  private static func fault(
    _ nl: String, _ en: String, _ remedyNL: String, _ remedyEN: String, _ path: [String]
  ) -> Finding {
    .fault(
      "DisputeInVain", Localized(nl: nl, en: en), remedy: Localized(nl: remedyNL, en: remedyEN), at: path)
  }
}
