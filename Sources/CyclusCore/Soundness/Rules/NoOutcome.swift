/// Finds an escalation on which nothing can be decided, and one that stops a traject and can only end it.
public enum NoOutcome {
  /// A finding for each such route.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.escalations.compactMap { route in
      if route.outcomes.isEmpty {
        return Finding.fault(
          "NoOutcome",
          Localized(
            nl: "over `\(route.id)` kan niets worden beslist: er is geen uitkomst",
            en: "nothing can be decided on `\(route.id)`: it has no outcome"),
          remedy: Localized(
            nl: "voeg er een toe, bijvoorbeeld `hervatten: {effect: resumes}`",
            en: "add one, for example `resume: {effect: resumes}`"),
          at: ["escalations", route.id, "outcomes"])
      }
      guard route.stops, route.outcomes.allSatisfy({ $0.effect == .permitsTermination }) else { return nil }
      return Finding.fault(
        "NoOutcome",
        Localized(
          nl: "`\(route.id)` houdt het traject tegen, en geen uitkomst laat het verdergaan",
          en: "`\(route.id)` stops the traject, and no outcome lets it go on"),
        remedy: Localized(
          nl: "voeg een uitkomst toe met `effect: resumes`, of laat `stops` weg",
          en: "add an outcome with `effect: resumes`, or leave `stops` out"),
        at: ["escalations", route.id, "outcomes"])
    }
  }
}
