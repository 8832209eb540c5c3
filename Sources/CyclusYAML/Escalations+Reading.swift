import CyclusCore

extension Fields {
  /// Reads a route of escalation.
  func route(_ id: String) -> EscalationRoute? {
    let outcomes = required("outcomes")?.named("escalation outcome") { id, fields in
      EscalationRoute.Outcome(
        id: id, title: fields.title(or: id),
        effect: fields.required("effect")?.one(of: EscalationRoute.Effect.self) ?? .resumes)
    }
    var route = EscalationRoute(
      id: id, title: title(or: id), to: required("to")?.id() ?? "",
      within: required("within")?.phrase(.spans) ?? Span(0, .days), outcomes: outcomes ?? [],
      citation: citation())
    let reasons = self["reasons"]?.named("escalation reason") { id, fields in
      EscalationRoute.Reason(
        id: id, title: fields.title(or: id), sets: fields["sets"]?.id(),
        within: fields["within"]?.phrase(.spans), to: fields["to"]?.id(),
        concerns: fields["concerns"]?.id())
    }
    route.reasons = reasons ?? []
    route.aboutOutcome = self["about"]?.one(of: EscalationSubject.self) == .outcome
    route.byHand = yesNo("by-hand", or: true)
    route.next = self["next"]?.id()
    route.nextAfter = self["next-after"]?.phrase(.spans)
    route.consultNeeded = ids("consult-needed")
    route.consultPossible = ids("consult-possible")
    route.needs = self["needs"]?.list().compactMap { $0.one(of: EscalationRoute.Need.self) } ?? []
    route.stops = yesNo("stops", or: false)
    return route
  }
}

/// What an escalation has to name.
private enum EscalationSubject: String, CaseIterable {
  case outcome
}
