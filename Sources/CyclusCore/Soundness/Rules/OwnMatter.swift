/// Finds a reason of escalation on which the role that it is about would decide, and waiving by the student.
public enum OwnMatter {
  /// A finding for each such reason, and for the waivers.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let reasons = workflow.escalations.flatMap { route in
      route.reasons.compactMap { reason -> Finding? in
        let decider = reason.to ?? route.to
        guard let concerned = reason.concerns, concerned == decider else { return nil }
        let key = reason.to == nil ? "concerns" : "to"
        return Finding.fault(
          "OwnMatter",
          Localized(
            nl: "`\(reason.id)` gaat over de `\(concerned)`, en die zou er zelf over beslissen",
            en: "`\(reason.id)` is about the `\(concerned)`, who would decide on it too"),
          remedy: Localized(
            nl: "noem bij deze reden onder `to` een andere rol",
            en: "name another role at this reason under `to`"),
          at: ["escalations", route.id, "reasons", reason.id, key])
      }
    }
    let waivers = (workflow.waivers?.by ?? []).enumerated().compactMap { index, name -> Finding? in
      guard let role = workflow.role(name), role.place == .student else { return nil }
      return Finding.fault(
        "OwnMatter",
        Localized(
          nl: "de `\(role.id)` zou zichzelf van een verplichting ontheffen",
          en: "the `\(role.id)` would waive obligations of its own"),
        remedy: Localized(
          nl: "noem een rol van het instituut, bijvoorbeeld `\(workflow.leader)`",
          en: "name a role of the institute, for example `\(workflow.leader)`"),
        at: ["waivers", "by", String(index)])
    }
    return reasons + waivers
  }
}
