// When time passes: only `overdue --flag` turns it into events (GEN-05, GEN-06).
extension Traject {
  /// A rung of the ladder that can be reached.
  struct Climb {
    var obligation: Obligation
    var rung: Int
    var day: Day
  }

  /// The day on which the next rung of an obligation falls; `nil` where there is none any more.
  public func nextRung(of obligation: Obligation, _ rulebook: Rulebook) -> Day? {
    nextStep(of: obligation, rulebook)?.day
  }

  /// The escalation route that an obligation takes as soon as it is overdue, without the rungs before it; `nil` for others.
  public func routeAtOnce(of key: ObligationKey, _ rulebook: Rulebook) -> Localized? {
    guard let obligation = obligations(rulebook).first(where: { $0.key == key }), obligation.climbsAtOnce,
      rulebook.workflow.ladder.rungs.contains(where: { $0.to == .route })
    else { return nil }
    return obligation.route.flatMap { rulebook.workflow.route($0)?.title }
  }

  private func nextStep(of obligation: Obligation, _ rulebook: Rulebook) -> Climb? {
    guard let step = nextClimb(of: obligation, rulebook) else { return nil }
    // Once it has lapsed nobody is told any more.
    return obligation.lapsesOn.map { $0 < step.day } ?? false ? nil : step
  }

  private func nextClimb(of obligation: Obligation, _ rulebook: Rulebook) -> Climb? {
    guard obligation.isAsked, !obligation.isSuspended, !obligation.lapses, let due = obligation.due,
      obligation.opens != nil
    else { return nil }
    if obligation.escalation != nil, obligation.key.step != .decided { return nil }
    let recorded = recordedRungs(of: obligation, rulebook)
    let rest = snoozed.isEmpty ? due : snoozed[obligation.key.description].map { $0 + 1 } ?? due
    if obligation.climbsAtOnce {
      guard let last = rulebook.workflow.ladder.rungs.lastIndex(where: { $0.to == .route }), recorded.isEmpty
      else {
        return nil
      }
      // Not on a day on which the clock stood still.
      return Climb(obligation: obligation, rung: last, day: shifted(max(due + 1, rest), from: due, rulebook))
    }
    func climb(_ rung: Int, after span: Span) -> Climb {
      let known = dayHeldEarly(obligation, rulebook).map { $0 + 1 } ?? rest
      let day = max(shifted(self.day(ofRung: span, after: due, rulebook), from: due, rulebook), rest, known)
      return Climb(obligation: obligation, rung: rung, day: day)
    }
    let rungs = rulebook.workflow.ladder.rungs
    guard obligation.escalation == nil else {
      let left = spansInside(obligation, rulebook).filter { !recorded.contains($0.rung) }
      return recorded.contains(1)
        ? nil
        : left.map { climb($0.rung, after: $0.after) }.min { ($0.day, $0.rung) < ($1.day, $1.rung) }
    }
    guard let index = rungs.indices.first(where: { !recorded.contains($0) }) else { return nil }
    if rungs[index].to == .route, obligation.route == nil { return nil }
    return climb(index, after: rungs[index].after)
  }

  /// The day of a rung, which is never that of the date itself.
  private func day(ofRung span: Span, after due: Day, _ rulebook: Rulebook) -> Day {
    switch span.unit {
    case .days: due + max(1, span.count)
    case .weeks: due + max(1, 7 * span.count)
    case .workingDays, .workingWeeks: max(due + 1, rulebook.day(span, after: due))
    }
  }

  /// When an obligation inside an escalation is told to its own role, and when it climbs to the next: at the first two
  /// rungs of the ladder, or where its route says after how long, then.
  private func spansInside(_ obligation: Obligation, _ rulebook: Rulebook) -> [(rung: Int, after: Span)] {
    let rungs = rulebook.workflow.ladder.rungs
    let own = rungs.first.map { [(rung: 0, after: $0.after)] } ?? []
    guard nextRole(obligation, rulebook) != nil,
      let after = route(of: obligation, rulebook)?.nextAfter ?? rungs.dropFirst().first?.after
    else { return own }
    return own + [(rung: 1, after: after)]
  }

  private func route(of obligation: Obligation, _ rulebook: Rulebook) -> EscalationRoute? {
    escalations.first { $0.id == obligation.escalation }.flatMap { rulebook.workflow.route($0.route) }
  }

  private func nextRole(_ obligation: Obligation, _ rulebook: Rulebook) -> String? {
    route(of: obligation, rulebook)?.next.flatMap { holder(of: $0) == nil ? nil : $0 }
  }

  /// Everything that time has brought up to a day and that is not in the log yet, in date order.
  public func flagging(_ rulebook: Rulebook, today: Day) -> [Decision.Entry] {
    var state = self
    var entries: [Decision.Entry] = []
    while entries.count < 1000 {
      let steps = state.obligations(rulebook).compactMap { state.nextStep(of: $0, rulebook) }
        .filter { $0.day <= today }
      guard let day = steps.map(\.day).min() else { break }
      // What falls on one day changes nothing of what else falls on it: the obligations are worked out once a day.
      for step in steps.filter({ $0.day == day }).sorted(by: { $0.obligation.key < $1.obligation.key }) {
        let reached = state.entries(for: step, rulebook)
        entries += reached
        state = state.applying(reached)
      }
    }
    return entries
  }

  private func entries(for step: Climb, _ rulebook: Rulebook) -> [Decision.Entry] {
    let obligation = step.obligation
    if let escalation = obligation.escalation {
      return entries(for: step, inside: escalation, rulebook)
    }
    let rung = rulebook.workflow.ladder.rungs[step.rung]
    switch rung.to {
    case .actor:
      return [flag(step, role: obligation.role, rulebook.workflow)]
    case .role(let role): return [flag(step, role: role, rulebook.workflow)]
    case .route:
      guard let route = obligation.route.flatMap({ rulebook.workflow.route($0) }) else { return [] }
      let flagged = flag(step, role: route.to, rulebook.workflow)
      let about = rulebook.workflow.outcome(obligation.key.item.id)?.id
      let isOpen = openEscalations.contains {
        $0.obligation == obligation.key || about != nil && $0.route == route.id && $0.about == about
      }
      guard !isOpen else { return [flagged] }
      let deliberation = Deliberation(
        self, rulebook, Occasion(actor: .system, happened: step.day, today: step.day), verb: "overdue")
      let reason = EscalationRoute.Reason(id: route.reasons.first?.id ?? route.id, title: route.title)
      return [
        flagged,
        deliberation.escalation(
          route, reason, about: about, obligation: obligation.key, why: nil, by: .system, on: step.day),
      ]
    }
  }

  /// An obligation inside an escalation is first its own role's, then climbs to the next role once.
  private func entries(for step: Climb, inside escalation: String, _ rulebook: Rulebook) -> [Decision.Entry] {
    guard step.rung == 1, let next = nextRole(step.obligation, rulebook) else {
      return [flag(step, role: step.obligation.role, rulebook.workflow)]
    }
    let climbed = Decision.Entry(
      event: .escalationClimbed(escalation: escalation, to: next), actor: .system, happened: step.day,
      rules: rulebook.workflow.ladder.citation.rules, meets: [])
    return [flag(step, role: next, rulebook.workflow), climbed]
  }

  private func flag(_ step: Climb, role: String, _ workflow: Workflow) -> Decision.Entry {
    // People at the workplace have no address here: who leads is asked instead (GEN-06).
    let isReached = workflow.role(role)?.place != .workplace
    let told = isReached ? role : workflow.leader
    let flagged = Event.Flagged(
      obligation: step.obligation.key, due: step.obligation.due ?? step.day, rung: step.rung,
      recipient: holder(of: told), role: told, asks: !isReached)
    return Decision.Entry(
      event: .flagged(flagged), actor: .system, happened: step.day, rules: workflow.ladder.citation.rules,
      meets: [])
  }
}
