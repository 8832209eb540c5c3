/// Finds `every ITEM STEP` of what there is only one of, or where only one step can be meant.
public enum EveryOne {
  /// A finding for each such phrase.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.requirements.compactMap { requirement in
      let item = requirement.value.item
      guard requirement.value.isEvery,
        workflow.steps(of: item) != nil
      else { return nil }
      let asksAll = ["phases", "outcomes"].contains(requirement.path.first)
      if !asksAll, !requirement.path.contains("then"),
        workflow.gesprek(closingAt: requirement.path) == nil
      {
        return finding(
          Localized(nl: "`every` kan hier niet staan", en: "`every` cannot stand here"),
          Localized(
            nl: "schrijf het bij een fase, onder `leave-when`, `needs` of `recorded`, of laat `every` weg",
            en: "write it at a phase, under `leave-when`, `needs` or `recorded`, or leave `every` out"),
          requirement.path)
      }
      if workflow.isSeveral(item) || ["unit", "outcome"].contains(item) { return nil }
      return finding(
        Localized(nl: "van `\(item)` is er maar één", en: "there is only one `\(item)`"),
        Localized(
          nl: "schrijf `\(item) \(requirement.value.step.rawValue)`",
          en: "write `\(item) \(requirement.value.step.rawValue)`"), requirement.path)
    }
  }

  private static func finding(_ message: Localized, _ remedy: Localized, _ path: [String]) -> Finding {
    Finding(.error, rule: "EveryOne", message: message, remedy: remedy, path: path)
  }
}
