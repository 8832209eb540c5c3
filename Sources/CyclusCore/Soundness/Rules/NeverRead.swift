/// Notes a yes/no parameter that nothing in the workflow looks at, so that it settles nothing.
public enum NeverRead {
  /// A note for each such parameter; one with other values may be kept for itself.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let named = Set(workflow.references.filter { $0.kind == .parameter }.map(\.name))
    return workflow.parameters.filter { parameter in
      parameter.kind == .yesNo && !named.contains(parameter.id) && parameter.shownOn == nil
        && parameter.warnAt.isEmpty
    }.map { parameter in
      Finding(
        .note, rule: "NeverRead",
        message: Localized(
          nl: "niets in deze workflow kijkt naar de parameter `\(parameter.id)`",
          en: "nothing in this workflow looks at the parameter `\(parameter.id)`"),
        remedy: Localized(
          nl: "gebruik hem in een `when`, of laat hem weg als dat geen bedoeling heeft",
          en: "use it in a `when`, or leave it out if that is not intended"),
        path: ["parameters", parameter.id])
    }
  }
}
