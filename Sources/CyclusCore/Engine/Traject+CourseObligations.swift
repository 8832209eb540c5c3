// What is owed to the course of the traject: passing to the next phase, lifting blocks, deciding escalations.
extension Traject {
  /// What the leading role owes the course of the traject: to let it pass to the next phase once nothing holds it.
  ///
  /// It opens when the last thing that the phase asks was done, but not before what the next phase asks can be done.
  func phaseObligations(_ asked: [Obligation], _ rulebook: Rulebook) -> [Obligation] {
    var rounds: [String: Int] = [:]
    return entered.enumerated().compactMap { index, entry in
      guard let phase = rulebook.workflow.phase(entry.phase), !phase.passesByItself else { return nil }
      rounds[phase.id, default: 0] += 1
      let isLast = index == entered.count - 1
      let target = isLast ? way(asked, rulebook)?.to : entered[index + 1].phase
      let next = (phase.ways == nil ? phase.next : target).flatMap { rulebook.workflow.phase($0) }
      var obligation = Obligation(
        key: ObligationKey(ItemKey(phase.id, round: rounds[phase.id] ?? 1), .advanced),
        what: Phrase.advance(to: next?.title), role: rulebook.workflow.leader, rule: phase.citation)
      obligation.person = holder(of: obligation.role)
      if let met = settled[obligation.key.description] {
        obligation.met = met.on
        obligation.opens = met.on
        return obligation
      }
      guard isLast, !hasEnded, !isHeld(asked, rulebook) else { return nil }
      let way = way(asked, rulebook)
      let needed =
        phase.leaveWhen.flatMap { requirement in
          requirement.inThisBlock != nil
            ? [tally(requirement, rulebook).reached].compactMap(\.self)
            : asked.filter { requirement.covers($0.key, rulebook.workflow) }.compactMap(\.met)
        } + [grounds(of: way, asked, rulebook)].compactMap(\.self)
      let first = next?.leaveWhen.flatMap { requirement in
        asked.filter { requirement.waits(for: $0.key, rulebook.workflow) && $0.isAsked }.compactMap(
          \.opens)
      }
      obligation.opens = max(needed.max() ?? entry.on, entry.on, first?.min() ?? entry.on)
      obligation.isBlocking = true
      return obligation
    }
  }

  func blockObligations(_ rulebook: Rulebook) -> [Obligation] {
    blocks.enumerated().compactMap { index, record in
      guard let block = rulebook.workflow.block(record.id), let role = block.liftedBy.first else {
        return nil
      }
      let round = blocks[..<index].count { $0.id == record.id } + 1
      var obligation = Obligation(
        key: ObligationKey(ItemKey(block.id, round: round), .lifted), what: Phrase.lift(block.title),
        role: role,
        rule: block.citation)
      obligation.person = holder(of: role)
      obligation.opens = record.since
      obligation.met = record.until
      obligation.isBlocking = record.until == nil
      return obligation
    }
  }

  func escalationObligations(_ rulebook: Rulebook) -> [Obligation] {
    escalations.flatMap { escalation -> [Obligation] in
      guard let route = rulebook.workflow.route(escalation.route), escalation.withdrawn == nil else {
        return []
      }
      let decider = decider(escalation, route, rulebook.workflow)
      let isHolding = isHolding(escalation, rulebook.workflow)
      func obligation(_ occurrence: String?, _ step: Step, _ what: Localized, isDone: Bool) -> Obligation {
        let key = ObligationKey(ItemKey(escalation.id, occurrence: occurrence), step)
        var obligation = Obligation(key: key, what: what, role: decider.role, rule: route.citation)
        obligation.person = decider.person
        obligation.opens = escalation.opened
        obligation.date(term(of: escalation, route, rulebook))
        obligation.escalation = escalation.id
        obligation.met = settled[key.description]?.on ?? (isDone ? escalation.opened : nil)
        obligation.isSuspended = hasEnded && obligation.met == nil
        obligation.isBlocking = isHolding && obligation.met == nil
        obligation.level = flags.filter { $0.obligation == key }.map { $0.rung + 1 }.max() ?? 0
        return obligation
      }
      var list = route.consultNeeded.map { needed in
        obligation(
          needed, .consulted, Phrase.consult(rulebook.workflow.title(of: needed), escalation.id),
          isDone: escalation.openedBy.role == needed || escalation.consulted.contains { $0.role == needed })
      }
      if route.needs.contains(.plan) {
        list.append(obligation(nil, .proposed, Phrase.propose(escalation.id), isDone: escalation.plan != nil))
      }
      let title = rulebook.workflow.title(of: escalation.to)
      let what =
        decider.isToAssign
        ? Phrase.assign(title, toDecide: escalation.id, route.title)
        : Phrase.decide(route.title, escalation.id)
      list.append(obligation(nil, .decided, what, isDone: false))
      return list
    }
  }
}

// What is owed of disputes, agreements and outcomes that are confirmed by themselves.
extension Traject {
  /// A dialogue about each disputed verdict, and agreement about it, as long as nobody has decided.
  func disputeObligations(_ rulebook: Rulebook) -> [Obligation] {
    guard let definition = rulebook.workflow.disputes else { return [] }
    return disputes.flatMap { dispute -> [Obligation] in
      let title = rulebook.workflow.title(of: dispute.outcome)
      func obligation(_ step: Step, _ what: Localized, _ within: Span) -> Obligation {
        var obligation = Obligation(
          key: dispute.key(step), what: what, role: rulebook.workflow.confirmer(of: dispute.outcome),
          rule: definition.citation)
        obligation.opens = dispute.on
        let counted = rulebook.counting(from: dispute.on, .disputed(dispute.outcome))
          .adding(within, rulebook.workingDays)
        obligation.date(moved(counted, opens: dispute.on, rulebook))
        return obligation
      }
      var agreed = obligation(.agreed, Phrase.agree(title), definition.agreementWithin)
      agreed.route = definition.route
      agreed.climbsAtOnce = true
      // Once it is with who decides, agreement is possible and no longer owed.
      if escalation(deciding: dispute, rulebook.workflow) != nil { agreed.opens = nil }
      return [obligation(.discussed, Phrase.discuss(title), definition.dialogueWithin), agreed]
        .filter { !dispute.isDecided || settled[$0.key.description] != nil }
    }
  }

  /// What the owner of each agreement owes.
  func agreementObligations(_ rulebook: Rulebook) -> [Obligation] {
    agreements.map { agreement in
      var obligation = Obligation(
        key: ObligationKey(ItemKey(agreement.id), .settled), what: Phrase.settle(agreement.id),
        role: agreement.owner, rule: rulebook.workflow.agreements?.citation ?? Citation())
      obligation.opens = agreement.on
      obligation.date(
        Reckoning(
          agreement.due,
          rulebook.accounts ? [.recorded(agreement.due, .agreed(agreement.id, on: agreement.on))] : nil))
      return obligation
    }
  }

  /// The confirming of an outcome that no unit confirms.
  func obligations(confirming outcome: Outcome, _ rulebook: Rulebook) -> [Obligation] {
    guard let confirmer = outcome.confirmer else { return [] }
    var obligation = Obligation(
      key: ObligationKey(current(outcome.id), .confirmed), what: Phrase.confirm(outcome.title),
      role: confirmer,
      rule: outcome.citation)
    obligation.opens = opening(
      opening(ofConfirming: outcome, rulebook.workflow),
      onceSettled: [outcome.id, outcome.follows].compactMap(\.self))
    obligation.date(outcome.confirmDue.map { due(of: $0, opens: obligation.opens, rulebook, Context()) })
    obligation.isConditional = true
    return [obligation]
  }

  /// The day from which an outcome can be confirmed by itself: that of its verdict where it needs one, else the first
  /// day; where it is counted with another, that on which the result of that one was confirmed.
  func opening(ofConfirming outcome: Outcome, _ workflow: Workflow) -> Day? {
    guard let followed = outcome.follows.flatMap({ workflow.outcome($0) }) else {
      return outcome.needsVerdict ? lastFinalJudgement(on: outcome.id)?.on : from
    }
    guard let subject = workflow.confirmed(for: followed) else {
      return lastFinalJudgement(on: followed.id)?.on
    }
    return confirmation(of: subject)?.on
  }

  /// From when the result on some outcomes is confirmed: not while a verdict is disputed, and then from the day on which
  /// that was settled, so that nobody is late for what he could not do.
  func opening(_ opening: Day?, onceSettled outcomes: [String]) -> Day? {
    guard !disputes.isEmpty, let opening else { return opening }
    let disputed = outcomes.compactMap { dispute(on: $0) }
    return disputed.contains(where: \.isOpen) ? nil : disputed.compactMap(\.ruled).reduce(opening, max)
  }

  /// Whether an escalation keeps the traject in its phase: it stops everything, or decides a disputed verdict for which
  /// the phase waits.
  func isHolding(_ escalation: Escalation, _ workflow: Workflow) -> Bool {
    guard escalation.isOpen, let route = workflow.route(escalation.route) else { return false }
    let needed = workflow.phase(phase)?.leaveWhen ?? []
    return route.stops
      || disputes.contains { dispute in
        self.escalation(deciding: dispute, workflow)?.id == escalation.id
          && needed.contains { $0.waits(for: dispute.key(.agreed), workflow) }
      }
  }

  /// The term of an escalation, which stands in the event that opened it.
  ///
  /// The count before it is told where it still gives that day.
  private func term(of escalation: Escalation, _ route: EscalationRoute, _ rulebook: Rulebook) -> Reckoning {
    guard rulebook.accounts else { return Reckoning(escalation.due) }
    let reason = route.reasons.first { $0.id == escalation.reason }
    let counted = rulebook.term(
      of: route, reason, opened: escalation.opened, as: .escalated(escalation.id))
    let before = counted.day == escalation.due ? counted.steps ?? [] : []
    return Reckoning(
      escalation.due,
      before + [.recorded(escalation.due, .escalated(escalation.id, on: escalation.opened))])
  }

  /// The open escalation in which a disputed verdict is decided; `nil` where nobody asked for that yet.
  func escalation(deciding dispute: Dispute, _ workflow: Workflow) -> Escalation? {
    guard dispute.isOpen, let route = workflow.disputes?.route else { return nil }
    return escalations.first { $0.isOpen && $0.route == route && $0.about == dispute.outcome }
  }
}

extension Traject.Dispute {
  /// The key of what is owed in it.
  func key(_ step: Step) -> ObligationKey { ObligationKey(ItemKey(outcome, round: round), step) }
}

extension Workflow {
  /// What is confirmed to make the result on an outcome stand: its unit, or it itself; `nil` where nobody confirms it.
  func confirmed(for outcome: Outcome) -> String? {
    units.first { $0.all.contains(outcome.id) }?.id ?? outcome.confirmer.map { _ in outcome.id }
  }

  /// The role that confirms an outcome: its own, or that of its unit; the leading role where neither says.
  func confirmer(of outcome: String) -> String {
    self.outcome(outcome)?.confirmer ?? units.first { $0.all.contains(outcome) }?.confirmer ?? leader
  }
}
