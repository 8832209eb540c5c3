/// Finds an end that is permitted and that nobody can make, and one that can be made for no reason.
public enum EndInVain {
  /// The findings about the outcomes that permit ending, and about `termination`.
  public static func findings(in workflow: Workflow) -> [Finding] {
    guard let termination = workflow.termination else { return workflow.escalations.flatMap(permitted) }
    guard termination.alone.isEmpty, !workflow.escalations.contains(where: \.permitsTermination) else {
      return []
    }
    return [
      Finding.fault(
        "EndInVain",
        Localized(
          nl: "er is geen reden waarom een traject voortijdig kan eindigen",
          en: "there is no reason for which a traject can be ended early"),
        remedy: Localized(
          nl:
            "noem redenen onder `alone`, of geef een escalatie een uitkomst met `effect: permits termination`",
          en:
            "name reasons under `alone`, or give an escalation an outcome with `effect: permits termination`"),
        at: ["termination"])
    ]
  }

  private static func permitted(_ route: EscalationRoute) -> [Finding] {
    route.outcomes.filter { $0.effect == .permitsTermination }.map { outcome in
      Finding.fault(
        "EndInVain",
        Localized(
          nl: "`\(outcome.id)` staat toe dat het traject eindigt, en niemand kan het beëindigen",
          en: "`\(outcome.id)` permits ending the traject, and nobody can end it"),
        remedy: Localized(
          nl: "zeg wie dat mag, bijvoorbeeld `termination: {by: \(route.to), assumed: true}`",
          en: "say who may, for example `termination: {by: \(route.to), assumed: true}`"),
        at: ["escalations", route.id, "outcomes", outcome.id, "effect"])
    }
  }
}
