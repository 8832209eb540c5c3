// Verdicts, feedback and decisions: the best of the scale is usual, everything else departs from it.
extension Explorer {
  /// The verdicts or the feedback that an obligation asks.
  func judging(_ key: ObligationKey, _ standing: Standing) -> [Choice] {
    guard let outcome = workflow.outcome(key.item.id) else { return [] }
    guard let gesprek = key.item.occurrence, outcome.each == nil else {
      return outcome.scale.enumerated().map { index, verdict in
        Choice(ownVerdict(outcome, key, verdict), index == 0 ? nil : Localized(verdict))
      }
    }
    let verdicts: [Choice] = outcome.scale.enumerated().map { index, verdict in
      let assess = Command.Assess(
        outcome: outcome.id, gesprek: gesprek, verdict: verdict, example: Self.prose, why: Self.prose,
        nextStep: Self.prose, parts: outcome.marks(of: verdict))
      return Choice(.assess(assess), index == 0 ? nil : Localized(verdict))
    }
    func feedback(isNotSeen: Bool) -> Command {
      .feedback(
        Command.Feedback(
          outcome: outcome.id, gesprek: gesprek, seen: isNotSeen ? nil : Self.prose,
          growth: isNotSeen ? nil : Self.prose, toGrow: isNotSeen ? nil : Self.prose, isNotSeen: isNotSeen,
          why: Self.prose))
    }
    let notSeen = Choice(
      feedback(isNotSeen: true), Localized(nl: "te weinig gezien", en: "too little seen"))
    return key.step == .assessed ? verdicts + [notSeen] : [Choice(feedback(isNotSeen: false), nil), notSeen]
  }

  /// A verdict on an outcome that is judged by itself, with parts that agree with it.
  private func ownVerdict(_ outcome: Outcome, _ key: ObligationKey, _ verdict: String) -> Command {
    var values: [String: String] = [:]
    for part in outcome.parts ?? [] where part.isRequired { values[part.id] = part.values.last }
    for case .part(let id, let value) in outcome.needs(of: verdict) { values[id] = value }
    return .assess(
      Command.Assess(
        outcome: outcome.each == nil ? outcome.id : key.item.description,
        gesprek: outcome.opens == nil ? outcome.at?.first : nil, verdict: verdict, why: Self.prose,
        parts: outcome.marks(of: verdict), references: [Self.prose], values: values))
  }

  /// The decisions of an escalation or a claim.
  func deciding(_ id: String, _ standing: Standing) -> [Choice] {
    let traject = standing.traject
    if let claim = traject.claims.first(where: { $0.id == id }) {
      let later = Localized(nl: "doorgeschoven", en: "deferred")
      let refused = Localized(nl: "afgewezen", en: "refused")
      return [
        Choice(.grant(claim: id, why: nil), nil), Choice(.refuse(claim: id, why: Self.prose), refused),
      ] + (claim.deferred == nil ? [Choice(.deferClaim(claim: id, why: Self.prose), later)] : [])
    }
    guard let escalation = traject.escalations.first(where: { $0.id == id }),
      let route = workflow.route(escalation.route)
    else { return [] }
    return route.outcomes.map { outcome in
      let decide = Command.Decide(
        escalation: id, outcome: outcome.id, why: Self.prose,
        analysis: route.needs.contains(.analysis) ? Self.prose : nil,
        intervention: route.needs.contains(.intervention) ? Self.prose : nil,
        parts: escalation.about.flatMap { workflow.outcome($0)?.marks(of: outcome.id) } ?? [])
      return Choice(.decide(decide), outcome.id == route.outcomes.first?.id ? nil : outcome.title)
    }
  }
}
