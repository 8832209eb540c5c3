/// Finds an escalation that never climbs to its `next` role, and a term after which it climbs to nobody.
public enum ClimbsInVain {
  /// A finding for each such route.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.escalations.compactMap { route in
      if route.next == nil, route.nextAfter != nil { return climbsToNobody(route) }
      if route.next == route.to { return climbsToItself(route) }
      let hasSecond = workflow.ladder.rungs.count > 1
      return route.next != nil && route.nextAfter == nil && !hasSecond ? neverClimbs(route) : nil
    }
  }

  private static func climbsToNobody(_ route: EscalationRoute) -> Finding {
    Finding(
      .error, rule: "ClimbsInVain",
      message: Localized(
        nl: "er staat wanneer `\(route.id)` hogerop gaat, maar niet naar wie",
        en: "it says when `\(route.id)` climbs, but not to whom"),
      remedy: Localized(
        nl: "noem onder `next` de rol, of laat `next-after` weg",
        en: "name the role under `next`, or leave `next-after` out"),
      path: ["escalations", route.id, "next-after"])
  }

  private static func climbsToItself(_ route: EscalationRoute) -> Finding {
    Finding.fault(
      "ClimbsInVain",
      Localized(
        nl: "`\(route.id)` gaat hogerop naar wie er al over beslist",
        en: "`\(route.id)` climbs to who decides on it already"),
      remedy: Localized(
        nl: "noem onder `next` een andere rol, of laat `next` weg",
        en: "name another role under `next`, or leave `next` out"),
      at: ["escalations", route.id, "next"])
  }

  private static func neverClimbs(_ route: EscalationRoute) -> Finding {
    Finding(
      .warning, rule: "ClimbsInVain",
      message: Localized(
        nl: "`\(route.id)` gaat nooit naar `\(route.next ?? "")`: de ladder heeft geen tweede trede",
        en: "`\(route.id)` never climbs to `\(route.next ?? "")`: the ladder has no second rung"),
      remedy: Localized(
        nl:
          "zeg hoe lang na de termijn, bijvoorbeeld `next-after: 3 working days`, of geef `ladder` een tweede trede",
        en:
          "say how long after its date, for example `next-after: 3 working days`, or give `ladder` a second rung"
      ),
      path: ["escalations", route.id, "next"])
  }
}
