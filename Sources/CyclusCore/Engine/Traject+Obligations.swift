// Everything that is owed in a traject: a pure function of its state and its rulebook.
extension Traject {
  /// All obligations, met ones included, in the order of the workflow file.
  public func obligations(_ rulebook: Rulebook) -> [Obligation] {
    let asked = askedObligations(rulebook)
    return asked + phaseObligations(asked, rulebook)
  }

  /// All obligations but that of passing to the next phase, which waits for these.
  func askedObligations(_ rulebook: Rulebook) -> [Obligation] {
    var list: [Obligation] = []
    for gesprek in rulebook.workflow.gesprekken { list += obligations(gesprek, rulebook) }
    for document in rulebook.workflow.documents { list += obligations(document, rulebook) }
    for approval in rulebook.workflow.approvals { list += obligations(approval, rulebook) }
    for task in rulebook.workflow.tasks { list += obligations(task, rulebook) }
    for unit in units(rulebook) { list.append(obligation(unit, rulebook)) }
    for outcome in outcomes(rulebook) { list += obligations(confirming: outcome, rulebook) }
    list += disputeObligations(rulebook)
    list += agreementObligations(rulebook)
    list += earlierRounds(of: list)
    list = list.map { finished($0, rulebook) }
    list += blockObligations(rulebook)
    list += escalationObligations(rulebook)
    return list
  }

  /// Fills in what holds for every obligation: who, what was met, what stands still, what the phase waits for.
  private func finished(_ raw: Obligation, _ rulebook: Rulebook) -> Obligation {
    var obligation = raw
    obligation.person = holder(of: raw.role)
    if rounds[raw.key.item.first.description] != nil {
      obligation.what = Phrase.again(raw.what, raw.key.item.round)
    }
    if let settlement = settled[raw.key.description] {
      obligation.met = settlement.on
      obligation.due = settlement.due
      return obligation
    }
    obligation.waived = raw.waived ?? waiver(of: raw.key, rulebook)?.on
    if raw.isSuspended || (!raw.lapses && (isSuspended(raw.key, rulebook) || hasEnded)) {
      obligation.isSuspended = true
      obligation.due = nil
    } else if let opens = raw.opens, let due = raw.due {
      obligation.due = raw.lapses ? due : max(opens, due)
    }
    let flagged = flags.filter { $0.obligation == raw.key }
    obligation.level = flagged.map { $0.rung + 1 }.max() ?? 0
    if let last = flagged.last, obligation.due != nil, !isMoved(raw.key, since: last.on, rulebook) {
      obligation.due = last.due
    }
    obligation.isBlocking =
      rulebook.workflow.phase(phase)?.leaveWhen.contains { $0.waits(for: raw.key, rulebook.workflow) }
      ?? false
    return obligation
  }

  /// What took an obligation away: its own waiver, or that of the gesprek around which it is asked (GEN-10).
  func waiver(of key: ObligationKey, _ rulebook: Rulebook) -> Waiver? {
    if waived.isEmpty { return nil }
    if let own = waived[key.description] { return own }
    let workflow = rulebook.workflow
    let around =
      workflow.gesprek(key.item.id)?.id ?? workflow.document(key.item.id)?.belongsTo
      ?? workflow.task(key.item.id)?.belongsTo ?? key.item.occurrence.flatMap { workflow.gesprek($0)?.id }
    return around.flatMap { waived[ObligationKey(current($0), .held).description] }
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
    switch step {
    case .closed:
      guard let gesprek = workflow.gesprek(item) else { return false }
      let isDocument = key.item.id == gesprek.judging?.afterDocument && key.step == .submitted
      let isJudged = key.step == .assessed || key.step == .feedback || isDocument
      let isOwn = key.item.id == item && (key.step == .held || key.step == .attended)
      return isOwn || key.item.occurrence == item && isJudged
    case .approved: return key.item.id == workflow.approval(item)?.asks && key.step == .submitted
    case .confirmed:
      let isDispute = key.step == .agreed || key.step == .discussed
      return isDispute
        && workflow.units.contains { $0.all.contains(key.item.id) && (item == "unit" || item == $0.id) }
    case .held, .submitted, .signed, .assessed, .feedback, .done, .lifted, .consulted, .proposed,
      .decided, .advanced, .attended, .discussed, .agreed, .settled:
      return false
    }
  }

  /// Whether an obligation is one that the requirement asks, in any of its occurrences.
  public func covers(_ key: ObligationKey, _ workflow: Workflow) -> Bool {
    guard key.step == step else { return false }
    switch item {
    case "unit": return workflow.unit(key.item.id) != nil
    case "outcome": return workflow.outcome(key.item.id) != nil
    default: return key.item.id == item
    }
  }
}
