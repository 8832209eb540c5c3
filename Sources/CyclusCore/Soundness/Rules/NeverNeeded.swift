/// Notes a role that nothing in the workflow names.
public enum NeverNeeded {
  /// A note for each such role.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let named = Set(workflow.references.filter { $0.kind == .role }.map(\.name))
    return workflow.roles.filter { !named.contains($0.id) }.map { role in
      Finding(
        .note, rule: "NeverNeeded",
        message: Localized(
          nl: "niets in deze workflow vraagt iets van `\(role.id)`",
          en: "nothing in this workflow asks anything of `\(role.id)`"),
        remedy: Localized(
          nl: "laat de rol weg als dat geen bedoeling heeft", en: "leave the role out if that is not intended"
        ),
        path: ["roles", role.id])
    }
  }
}
