/// Finds `end moved` where nobody can move the end, or where nothing can wait for it.
public enum EndMoved {
  /// A finding for each such phrase.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.requirements.filter { $0.value == .endMoved }.compactMap { requirement in
      if requirement.path.first != "phases" {
        return finding(
          Localized(nl: "`end moved` kan hier niet staan", en: "`end moved` cannot stand here"),
          Localized(
            nl: "schrijf het bij een fase, onder `leave-when`, `needs` of `recorded`",
            en: "write it at a phase, under `leave-when`, `needs` or `recorded`"), requirement.path)
      }
      if workflow.extensions != nil { return nil }
      return finding(
        Localized(
          nl: "in deze workflow verplaatst niemand het einde", en: "nobody moves the end in this workflow"),
        Localized(
          nl: "zeg wie dat mag, bijvoorbeeld `extension: {by: \(workflow.leader), assumed: true}`",
          en: "say who may, for example `extension: {by: \(workflow.leader), assumed: true}`"),
        requirement.path)
    }
  }

  private static func finding(_ message: Localized, _ remedy: Localized, _ path: [String]) -> Finding {
    Finding(.error, rule: "EndMoved", message: message, remedy: remedy, path: path)
  }
}
