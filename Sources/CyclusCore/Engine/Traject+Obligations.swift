// Everything that is owed in a traject: a pure function of its state and its rulebook.
extension Traject {
  /// All obligations, met ones included, in the order of the workflow file.
  public func obligations(_ rulebook: Rulebook) -> [Obligation] {
    Standing(self, rulebook).obligations
  }

  /// All obligations but that of passing to the next phase, which waits for these.
  func askedObligations(_ rulebook: Rulebook) -> [Obligation] {
    let outcomes = outcomes(rulebook)
    let units = units(judging: outcomes, rulebook)
    var list: [Obligation] = []
    list.reserveCapacity(128)
    for gesprek in rulebook.workflow.gesprekken where holds(gesprek.when, rulebook) {
      list += obligations(gesprek, outcomes, rulebook)
    }
    for document in rulebook.workflow.documents { list += obligations(document, rulebook) }
    for approval in rulebook.workflow.approvals { list += obligations(approval, rulebook) }
    for task in rulebook.workflow.tasks {
      list += standing(obligations(task, units, outcomes, rulebook), task.opens, rulebook)
    }
    for unit in units { list.append(obligation(unit, rulebook)) }
    for outcome in outcomes { list += obligations(judging: outcome, rulebook) }
    for outcome in outcomes { list += obligations(confirming: outcome, rulebook) }
    list += disputeObligations(rulebook)
    list += agreementObligations(rulebook)
    list += claimObligations(rulebook)
    list = owed(list, rulebook)
    list += earlierRounds(of: list)
    let phase = rulebook.workflow.phase(phase)
    for index in list.indices { finish(&list[index], in: phase, rulebook) }
    for outcome in outcomes where outcome.needs != nil { wait(of: outcome, in: &list, rulebook) }
    for gesprek in rulebook.workflow.gesprekken
    where phase?.leaveWhen.contains(Requirement(gesprek.id, .closed)) ?? false {
      let keys = keysBeforeClosing(gesprek)
      for index in list.indices where keys.contains(list[index].key) { list[index].isBlocking = true }
    }
    if phase?.ways != nil, let needs = way(list, rulebook)?.needs {
      for index in list.indices
      where needs.contains(where: { $0.waits(for: list[index].key, rulebook.workflow) }) {
        list[index].isBlocking = true
      }
    }
    list += blockObligations(rulebook)
    list += escalationObligations(rulebook)
    return list
  }

  /// Fills in what holds for every obligation: who, what was met, what stands still, what the phase waits for.
  private func finish(_ obligation: inout Obligation, in phase: Phase?, _ rulebook: Rulebook) {
    let key = obligation.key
    obligation.person = holder(of: obligation.role)
    if obligation.rule.rules.count > 1,
      let gesprek = key.item.occurrence.flatMap({ rulebook.workflow.gesprek($0) })
    {
      obligation.rule = obligation.rule.leading(with: gesprek.citation)
    }
    if !rounds.isEmpty, rounds[key.item.first.description] != nil {
      obligation.what = Phrase.again(obligation.what, key.item.round)
    }
    if let settlement = settled[key.description] {
      obligation.met = min(obligation.met ?? settlement.on, settlement.on)
      obligation.due = settlement.due
      if rulebook.accounts {
        obligation.account = [.recorded(settlement.due, .met(event: settlement.event, on: settlement.on))]
      }
      return
    }
    // A document of which a parameter says until when it is valid was there from the start.
    if obligation.met != nil { return }
    if obligation.waived == nil { obligation.waived = waiver(of: key, rulebook)?.on }
    let isStopped = !obligation.lapses && !hasLapsed(obligation) && (isSuspended(key, rulebook) || hasEnded)
    if obligation.isSuspended || isStopped {
      obligation.isSuspended = true
      obligation.due = nil
      obligation.note(.waits(hasEnded ? .ended : .clock))
    } else if let opens = obligation.opens, !obligation.lapses {
      obligation.date(obligation.dates.atLeast(opens, .opening))
    }
    raise(&obligation, rulebook)
    var last: Int?
    for (index, flag) in flags.enumerated()
    where flag.obligation == key && !isUndone(index, due: obligation.due, rolls: obligation.roll, rulebook) {
      obligation.level = max(obligation.level, flag.rung + 1)
      last = index
    }
    if let last, let due = obligation.due, !isMoved(key, since: flags[last].on, rulebook),
      let flagged = reckoning(ofFlag: last, due: due, rolls: obligation.roll, rulebook)
    {
      obligation.date(flagged)
    }
    if obligation.waived != nil, let kept = keptDates?[key.description] {
      obligation.date(Reckoning(kept, rulebook.accounts ? [.recorded(kept, .adopted)] : nil))
    }
    obligation.isBlocking = phase?.leaveWhen.contains { $0.waits(for: key, rulebook.workflow) } ?? false
  }

  /// What took an obligation away: its own waiver, or that of the gesprek around which it is asked (GEN-10).
  func waiver(of key: ObligationKey, _ rulebook: Rulebook) -> Waiver? {
    if waived.isEmpty { return nil }
    if let own = waived[key.description] { return own }
    guard let around = rulebook.workflow.gesprek(around: key.item) else { return nil }
    let gesprek = around.occurrence == nil ? current(around.id) : around
    return waived[ObligationKey(gesprek, .held).description]
  }

  /// Whether an obligation had lapsed before the clock stopped.
  private func hasLapsed(_ obligation: Obligation) -> Bool {
    guard let last = obligation.lapsesOn, let stop = [standingPause?.since, ended].compactMap(\.self).min()
    else { return false }
    return last < stop
  }

  /// Whether a pause or a standing block stops the clock of an obligation; not of what lifts that block.
  private func isSuspended(_ key: ObligationKey, _ rulebook: Rulebook) -> Bool {
    if standingPause != nil { return true }
    return standingBlocks.contains { record in
      guard let block = rulebook.workflow.block(record.id), block.suspends else { return false }
      return !block.liftNeeds.contains { $0.covers(key, rulebook.workflow) }
    }
  }
}

extension Requirement {
  /// Whether what is required has to wait for an obligation: the same, or what comes before it.
  func waits(for key: ObligationKey, _ workflow: Workflow) -> Bool {
    if covers(key, workflow) { return true }
    if step == .closed, let gesprek = workflow.gesprek(item),
      gesprek.closeNeeds.contains(where: { $0.covers(key, workflow) })
    {
      return true
    }
    switch step {
    case .closed:
      switch key.step {
      case .held, .attended: return key.item.id == item && workflow.gesprek(item) != nil
      case .assessed, .feedback: return key.item.occurrence == item && workflow.gesprek(item) != nil
      case .submitted:
        guard key.item.occurrence == item, let gesprek = workflow.gesprek(item) else { return false }
        return key.item.id == gesprek.judging?.afterDocument
      case .closed, .signed, .approved, .confirmed, .done, .lifted, .consulted, .proposed, .decided,
        .advanced, .discussed, .agreed, .settled, .moved, .valid, .planned, .made:
        return false
      }
    case .approved: return key.step == .submitted && key.item.id == workflow.approval(item)?.asks
    case .confirmed:
      let isNeeded = workflow.units.contains { unit in
        (item == "unit" || item == unit.id)
          && unit.confirmNeeds.flatMap(\.requirements).contains { $0.covers(key, workflow) }
      }
      let isDispute = key.step == .agreed || key.step == .discussed
      return isNeeded
        || isDispute
          && workflow.units.contains { $0.all.contains(key.item.id) && (item == "unit" || item == $0.id) }
    case .held, .submitted, .signed, .assessed, .feedback, .done, .lifted, .consulted, .proposed,
      .decided, .advanced, .attended, .discussed, .agreed, .settled, .moved, .valid, .planned, .made:
      return false
    }
  }

  /// Whether an obligation is one that the requirement asks, in any of its occurrences.
  public func covers(_ key: ObligationKey, _ workflow: Workflow) -> Bool {
    guard key.step == step else { return false }
    switch item {
    case "unit": return workflow.unit(key.item.id) != nil
    case "outcome": return workflow.outcome(key.item.id) != nil
    case "result": return workflow.unit(key.item.id) != nil || workflow.outcome(key.item.id) != nil
    default: return key.item.id == item
    }
  }
}
