/// Notes a role or corner that nothing in the workflow names.
public enum NeverNeeded {
  /// A note for each such role and corner.
  public static func findings(in workflow: Workflow) -> [Finding] {
    roles(in: workflow) + corners(in: workflow)
  }

  private static func corners(in workflow: Workflow) -> [Finding] {
    let named = Set(workflow.references.filter { $0.kind == .corner }.map(\.name))
    return workflow.corners.filter { !named.contains($0.id) }.map { corner in
      Finding(
        .note, rule: "NeverNeeded",
        message: Localized(
          nl: "bij geen enkel gesprek moet de hoek `\(corner.id)` er zijn",
          en: "the corner `\(corner.id)` has to be at no gesprek"),
        remedy: Localized(
          nl:
            "noem hem onder `present` als `corner \(corner.id)`, of laat hem weg als dat geen bedoeling heeft",
          en: "name it under `present` as `corner \(corner.id)`, or leave it out if that is not intended"),
        path: ["corners", corner.id])
    }
  }

  private static func roles(in workflow: Workflow) -> [Finding] {
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
