/// Finds a route on which disputes are decided by a role that gave or confirms the disputed verdict (GEN-12).
public enum FourEyes {
  /// A finding where the role that decides is excluded from deciding.
  public static func findings(in workflow: Workflow) -> [Finding] {
    guard let route = workflow.disputes.flatMap({ workflow.route($0.route) }) else { return [] }
    for outcome in workflow.disputable {
      let isJudge = outcome.judges == [route.to]
      guard isJudge || workflow.takesOver(outcome) == route.to else { continue }
      let has = isJudge ? Localized(nl: "geeft", en: "gives") : Localized(nl: "bevestigt", en: "confirms")
      return [
        Finding.fault(
          "FourEyes",
          Localized(
            nl:
              "de `\(route.to)` \(has.nl) het oordeel over `\(outcome.id)` en mag dus niet beslissen als dat wordt betwist (GEN-12)",
            en:
              "the `\(route.to)` \(has.en) the verdict on `\(outcome.id)` and so may not decide where it is disputed (GEN-12)"
          ),
          remedy: Localized(
            nl: "laat een andere rol beslissen, die het oordeel niet geeft en niet bevestigt",
            en: "let another role decide, which neither gives the verdict nor confirms it"),
          at: ["escalations", route.id, "to"])
      ]
    }
    return []
  }
}

extension Workflow {
  /// The role that takes over the verdict on an outcome, where the file names one.
  fileprivate func takesOver(_ outcome: Outcome) -> String? {
    outcome.confirmer ?? units.first { $0.all.contains(outcome.id) }?.confirmer
  }

  /// The outcomes on which a verdict can be disputed.
  var disputable: [Outcome] { outcomes.filter { $0.kind == .summative } }
}
