// Ending a traject early: only after the escalation that permits it, or alone for the reasons that need none.
extension Deliberation {
  mutating func terminate(_ code: String) throws(Refusal) -> Decision {
    let what = Localized(nl: "reden van beëindiging", en: "reason of termination")
    guard let definition = workflow.termination else {
      throw refusal(
        what,
        Sentence.plainly(
          "deze workflow kent geen voortijdig einde", "this workflow knows no early end"))
    }
    let routes = workflow.escalations.filter(\.permitsTermination)
    let codes = routes.flatMap { $0.reasons.isEmpty ? [$0.id] : $0.reasons.map(\.id) }
    let alone = definition.alone.map(\.id)
    guard alone.contains(code) || codes.contains(code) else {
      throw refusal(what, Sentence.unknown(what, code, alone + codes), rule: definition.citation)
    }
    let actor = actor(among: definition.by, rule: definition.citation)
    if codes.contains(code) { checkPermitted(code, definition) }
    return try decision([entry(.terminated(reason: code), by: actor, rule: definition.citation)])
  }

  /// Checks that the escalation with this reason was decided with an outcome that permits ending.
  private mutating func checkPermitted(_ code: String, _ definition: TerminationDefinition) {
    guard let (route, reason) = workflow.escalation(reason: code) else { return }
    let own = traject.escalations.filter { $0.route == route.id && $0.withdrawn == nil }
    let permitting = own.filter { escalation in
      route.outcomes.contains { $0.id == escalation.outcome && $0.effect == .permitsTermination }
    }
    if let permitted = permitting.last(where: { $0.reason == code }) {
      check(notBefore: permitted.decided, Phrase.decide(route.title, permitted.id))
      return
    }
    if let other = permitting.last {
      lack(
        reason.title,
        Sentence.plainly(
          "\(other.id) laat beëindigen toe om «\(other.reason)»: geef --reason \(other.reason)",
          "\(other.id) permits ending for “\(other.reason)”: give --reason \(other.reason)"),
        rule: route.citation)
      return
    }
    guard let open = own.last(where: \.isOpen) else {
      lack(escalationFirst(route, code))
      return
    }
    lack(
      standing.asked.filter { $0.escalation == open.id && $0.isAsked }.map { asked in
        guard asked.key.step == .decided else { return unmet(asked) }
        var decision = unmet(asked)
        let outcomes = route.outcomes.filter { $0.effect == .permitsTermination }.map(\.id)
        decision.message = Sentence.plainly(
          "\(open.id) is nog niet beslist met de uitkomst \(Sentence.list(outcomes, "of"))",
          "\(open.id) has not been decided yet with the outcome \(Sentence.list(outcomes, "or"))")
        return decision
      })
  }

  /// All that has to come first where nothing was escalated yet, each with who does it.
  private func escalationFirst(_ route: EscalationRoute, _ code: String) -> [Refusal.Missing] {
    var missing = [
      Refusal.Missing(
        what: route.title,
        message: Sentence.plainly(
          "over beëindigen wordt eerst overlegd en besloten: begin met escalate --reason \(code)",
          "ending is first consulted about and decided: begin with escalate --reason \(code)"),
        role: route.to, person: traject.holder(of: route.to), rule: route.citation)
    ]
    missing += route.consultNeeded.map { role in
      let title = workflow.title(of: role)
      return Refusal.Missing(
        what: Localized(nl: "\(title.nl) raadplegen", en: "consult the \(title.en)"),
        message: Sentence.plainly(
          "de \(title.nl) is nog niet geraadpleegd (consult --role \(role))",
          "the \(title.en) has not been consulted yet (consult --role \(role))"),
        role: role, person: traject.holder(of: role), rule: route.citation)
    }
    guard route.needs.contains(.plan) else { return missing }
    let plan = Localized(nl: "plan", en: "plan")
    missing.append(
      Refusal.Missing(
        what: plan,
        message: Sentence.plainly("er is nog geen plan (propose)", "there is no plan yet (propose)"),
        role: route.to, person: traject.holder(of: route.to), rule: route.citation))
    return missing
  }
}

extension EscalationRoute {
  /// Whether a decision on this route may permit ending the traject.
  var permitsTermination: Bool { outcomes.contains { $0.effect == .permitsTermination } }
}
