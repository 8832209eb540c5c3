// Verdicts, feedback, disputes and decisions.
extension Simulation {
  /// The verdict or the feedback that an obligation asks: the first of the scale is good, the last is not.
  func judgement(
    _ key: ObligationKey, _ traject: Traject, _ rulebook: Rulebook, _ surroundings: Surroundings
  ) throws -> Command? {
    guard let outcome = rulebook.workflow.outcome(key.item.id) else { return nil }
    guard let gesprek = key.item.occurrence, outcome.each == nil else {
      return try ownVerdict(outcome, key, traject, surroundings)
    }
    var random = random(traject, "judge/\(key)")
    let wantsVerdict = key.step == .assessed || outcome.kind == .summative && random.chance(0.3)
    guard wantsVerdict, let best = outcome.scale.first, let worst = outcome.scale.last else {
      let isNotSeen = random.chance(settings[.notSeen])
      let (seen, growth) = (random.prose(SimulatedProse.seen), random.prose(SimulatedProse.growth))
      let toGrow = random.prose(SimulatedProse.toGrow)
      return .feedback(
        Command.Feedback(
          outcome: outcome.id, gesprek: gesprek,
          seen: isNotSeen ? nil : try surroundings.text(seen),
          growth: isNotSeen ? nil : try surroundings.text(growth),
          toGrow: isNotSeen ? nil : try surroundings.text(toGrow),
          isNotSeen: isNotSeen, why: try surroundings.text("op verzoek van de student")))
    }
    let verdict = random.chance(settings[.insufficient]) ? worst : best
    let isGood = verdict == best
    let example = random.prose(SimulatedProse.examples)
    let why = random.prose(isGood ? SimulatedProse.good : SimulatedProse.poor)
    let nextStep = random.prose(isGood ? SimulatedProse.nextAfterGood : SimulatedProse.nextAfterPoor)
    return .assess(
      Command.Assess(
        outcome: outcome.id, gesprek: gesprek, verdict: verdict,
        example: try surroundings.text(example), why: try surroundings.text(why),
        nextStep: try surroundings.text(nextStep),
        parts: outcome.marks(of: verdict)))
  }

  /// A verdict on an outcome that is judged by itself, with parts that agree with it.
  private func ownVerdict(
    _ outcome: Outcome, _ key: ObligationKey, _ traject: Traject, _ surroundings: Surroundings
  ) throws -> Command? {
    var random = random(traject, "judge/\(key)")
    guard let best = outcome.scale.first, let worst = outcome.scale.last else { return nil }
    let verdict = random.chance(settings[.insufficient]) ? worst : best
    var values: [String: String] = [:]
    for part in outcome.parts ?? [] where part.isRequired { values[part.id] = part.values.last }
    for case .part(let id, let value) in outcome.needs(of: verdict) { values[id] = value }
    return .assess(
      Command.Assess(
        outcome: outcome.each == nil ? outcome.id : key.item.description,
        gesprek: outcome.opens == nil ? outcome.at?.first : nil, verdict: verdict,
        why: try surroundings.text("op verschillende dagen gezien"), parts: outcome.marks(of: verdict),
        references: [try surroundings.text("map op de afdeling")], values: values))
  }

  /// Before a result is confirmed, the verdict on one of its outcomes is disputed now and then.
  func dispute(
    _ key: ObligationKey, _ actor: Actor, _ traject: Traject, _ rulebook: Rulebook, on today: Day
  ) -> [Act] {
    guard rulebook.workflow.disputes != nil, let outcome = rulebook.workflow.unit(key.item.id)?.all.first,
      happens(.disputed, traject, key.description),
      !traject.disputes.contains(where: { $0.outcome == outcome })
    else { return [] }
    return [
      act("dispute/\(key)", actor, today) {
        .dispute(outcome: outcome, why: try $0.text("het voorbeeld past niet bij het oordeel"))
      }
    ]
  }

  /// A talk about a disputed verdict; without agreement the rest is left to the route.
  func dialogue(
    _ key: ObligationKey, _ traject: Traject, _ rulebook: Rulebook, _ surroundings: Surroundings
  ) throws -> Command? {
    var random = random(traject, "dialogue/\(key.item)")
    let outcome = rulebook.workflow.outcome(key.item.id)
    let agreed = random.chance(settings[.agreed]) ? outcome?.scale.first : nil
    if key.step == .agreed, agreed == nil { return nil }
    return .dialogue(
      Command.Dialogue(
        outcome: key.item.id, why: try surroundings.text("wat er gezien is samen besproken"), agreed: agreed,
        parts: agreed.flatMap { outcome?.marks(of: $0) } ?? []))
  }

  /// What is decided in an escalation, with all that its route asks.
  func decision(
    _ key: ObligationKey, _ traject: Traject, _ rulebook: Rulebook, _ surroundings: Surroundings
  ) throws -> Command? {
    guard let escalation = traject.escalations.first(where: { $0.id == key.item.id }),
      let route = rulebook.workflow.route(escalation.route)
    else { return nil }
    guard let outcome = outcome(of: escalation, route, traject) else { return nil }
    let asksArguments = route.needs.contains(.arguments)
    return .decide(
      Command.Decide(
        escalation: escalation.id, outcome: outcome.id,
        why: try surroundings.text(
          asksArguments
            ? "beide argumenten gewogen: het voorbeeld geeft de doorslag" : Self.why(outcome.effect)),
        analysis: route.needs.contains(.analysis)
          ? try surroundings.text("te veel nieuwe taken tegelijk") : nil,
        intervention: route.needs.contains(.intervention)
          ? try surroundings.text("een taak minder, elke week contact") : nil,
        parts: escalation.about.flatMap { rulebook.workflow.outcome($0)?.marks(of: outcome.id) } ?? []))
  }

  /// How an escalation is decided: one that came by itself mostly as its route names first, or else passed on.
  private func outcome(
    of escalation: Traject.Escalation, _ route: EscalationRoute, _ traject: Traject
  ) -> EscalationRoute.Outcome? {
    var random = random(traject, "decide/\(escalation.id)")
    guard escalation.obligation != nil, !route.outcomes.contains(where: { $0.effect == .verdict }) else {
      return random.one(of: route.outcomes)
    }
    return random.chance(0.9) ? route.outcomes.first : route.outcomes.last
  }

  private static func why(_ effect: EscalationRoute.Effect) -> String {
    switch effect {
    case .permitsTermination: "ook met het plan is er te weinig vooruitgang"
    case .resumes, .verdict: "samen besproken: zo kan het verder"
    }
  }
}
