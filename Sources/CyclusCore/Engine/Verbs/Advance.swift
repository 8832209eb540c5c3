extension Traject {
  /// Everything that keeps the traject in its phase: what has to be on record, standing blocks, escalations that stop it.
  public func obstacles(_ rulebook: Rulebook) -> [Refusal.Missing] {
    obstacles(askedObligations(rulebook), rulebook)
  }

  func obstacles(_ all: [Obligation], _ rulebook: Rulebook) -> [Refusal.Missing] {
    guard let phase = rulebook.workflow.phase(phase), completed == nil else { return [] }
    let deliberation = Deliberation(
      Standing(self, rulebook, asked: all), Occasion(actor: .system, happened: from, today: from),
      verb: "advance")
    var missing: [Refusal.Missing] = []
    for requirement in phase.leaveWhen {
      let asked = all.filter { requirement.covers($0.key, rulebook.workflow) && $0.isAsked }
      if asked.isEmpty { continue }
      if requirement.step == .approved {
        missing += approvalObstacles(requirement.item, all, deliberation)
      } else if requirement.step == .closed, let definition = rulebook.workflow.gesprek(requirement.item),
        !asked.isEmpty
      {
        let held = ObligationKey(current(requirement.item), .held)
        let before =
          all.filter { $0.key == held && $0.isAsked }.map(deliberation.unmet)
          + deliberation.missingToClose(definition, current(requirement.item))
        missing += before
        missing += asked.map { before.isEmpty ? deliberation.ready($0) : deliberation.unmet($0) }
      } else {
        if requirement.step == .confirmed {
          missing += all.filter {
            [.discussed, .agreed, .done].contains($0.key.step) && $0.isAsked && $0.opens != nil
              && requirement.waits(for: $0.key, rulebook.workflow)
          }.map(deliberation.unmet)
        }
        missing += asked.map(deliberation.unmet)
      }
    }
    for index in missing.indices where missing[index].due == nil {
      missing[index].due = missing[index].obligation.flatMap { key in all.first { $0.key == key }?.due }
    }
    var named: Set<ObligationKey> = []
    missing.removeAll { lack in lack.obligation.map { !named.insert($0).inserted } ?? false }
    missing += standingPause.map { [obstacle($0, rulebook)] } ?? []
    missing += standingBlocks.map { obstacle($0, rulebook) }
    missing += openEscalations.compactMap { obstacle($0, rulebook) }
    return missing
  }

  /// Whether anything keeps the traject in its phase: whether `obstacles` would name anything.
  func isHeld(_ asked: [Obligation], _ rulebook: Rulebook) -> Bool {
    guard let phase = rulebook.workflow.phase(phase), completed == nil else { return false }
    if standingPause != nil || blocks.contains(where: { $0.until == nil }) { return true }
    if escalations.contains(where: { $0.isOpen && rulebook.workflow.route($0.route)?.stops == true }) {
      return true
    }
    return phase.leaveWhen.contains { requirement in
      asked.contains { $0.isAsked && requirement.covers($0.key, rulebook.workflow) }
    }
  }

  /// What an approval waits for: its document where that was not handed in, else the approval itself.
  private func approvalObstacles(_ id: String, _ all: [Obligation], _ deliberation: Deliberation) -> [Refusal
    .Missing]
  {
    guard let definition = deliberation.workflow.approval(id) else { return [] }
    var missing =
      asked(definition, deliberation.rulebook) == nil ? deliberation.missingDocument(definition.asks) : []
    missing += all.filter { $0.key.item.id == id && $0.key.step == .approved && $0.isAsked }.map(
      deliberation.unmet)
    return missing
  }

  private func obstacle(_ pause: Pause, _ rulebook: Rulebook) -> Refusal.Missing {
    let role = rulebook.workflow.pauses?.by.first ?? rulebook.workflow.leader
    return Refusal.Missing(
      what: Localized(nl: "pauze", en: "pause"),
      message: Sentence.plainly(
        "het traject is sinds \(pause.since.longNL) gepauzeerd: hervat het met resume",
        "the traject has been paused since \(pause.since.longEN): resume it with resume"),
      role: role, person: holder(of: role), rule: rulebook.workflow.pauses?.citation ?? Citation())
  }

  private func obstacle(_ record: BlockRecord, _ rulebook: Rulebook) -> Refusal.Missing {
    let block = rulebook.workflow.block(record.id)
    let title = block?.title ?? Localized(record.id)
    let role = block?.liftedBy.first
    return Refusal.Missing(
      what: Phrase.lift(title),
      message: Sentence.plainly(
        "het traject is sinds \(record.since.longNL) geblokkeerd: \(title.nl.lowercasedFirst)",
        "the traject has been blocked since \(record.since.longEN): \(title.en.lowercasedFirst)"),
      obligation: ObligationKey(ItemKey(record.id), .lifted), role: role,
      person: role.flatMap { holder(of: $0) },
      rule: block?.citation ?? Citation())
  }

  private func obstacle(_ escalation: Escalation, _ rulebook: Rulebook) -> Refusal.Missing? {
    guard isHolding(escalation, rulebook.workflow), let route = rulebook.workflow.route(escalation.route)
    else { return nil }
    return Refusal.Missing(
      what: Phrase.decide(route.title, escalation.id),
      message: Sentence.plainly(
        "\(escalation.id) (\(route.title.nl.lowercasedFirst)) is nog niet beslist",
        "\(escalation.id) (\(route.title.en.lowercasedFirst)) has not been decided yet"),
      obligation: ObligationKey(ItemKey(escalation.id), .decided), role: escalation.to,
      person: holder(of: escalation.to), due: escalation.due, rule: route.citation)
  }
}

extension Deliberation {
  /// Goes to the next phase, or from the last one to completion; refused with everything that is missing.
  mutating func advance(_ target: String?) throws(Refusal) -> Decision {
    guard let phase = workflow.phase(traject.phase) else {
      preconditionFailure("a traject stands in a phase of the workflow to which it is pinned")
    }
    let known = workflow.leaderCitation == Citation() ? phase.citation : workflow.leaderCitation
    let actor = actor(among: [workflow.leader], rule: known)
    if let target, target != phase.next ?? "completed" {
      let word = Localized(nl: "fase", en: "phase")
      if workflow.phase(target) == nil, target != "completed" {
        throw refusal(word, Sentence.unknown(word, target, workflow.phases.map(\.id)))
      }
      lack(
        word,
        Sentence.plainly(
          "na \(phase.id) komt \(phase.next ?? "de voltooiing"), niet \(target)",
          "after \(phase.id) comes \(phase.next ?? "completion"), not \(target)"), rule: phase.citation)
    }
    if traject.completed == nil { lack(traject.obstacles(standing.asked, rulebook)) }
    check(
      notBefore: traject.entered.last?.on,
      Localized(
        nl: "het begin van fase \(phase.title.nl.lowercasedFirst)",
        en: "the start of phase \(phase.title.en.lowercasedFirst)"))
    check(notBefore: lastNeeded(phase), Localized(nl: "wat deze fase vraagt", en: "what this phase asks"))
    let round = traject.entered.count { $0.phase == phase.id }
    let met = [ObligationKey(ItemKey(phase.id, round: round), .advanced)]
    guard let next = phase.next else {
      return try decision([entry(.completed, by: actor, rule: phase.citation, meets: met)])
    }
    return try decision([
      entry(.advanced(from: phase.id, to: next), by: actor, rule: phase.citation, meets: met)
    ])
  }

  /// The last day on which something that the phase asks was done.
  private func lastNeeded(_ phase: Phase) -> Day? {
    guard !phase.leaveWhen.isEmpty else { return nil }
    let all = standing.asked
    return phase.leaveWhen.flatMap { requirement in
      all.filter { requirement.covers($0.key, workflow) }.compactMap(\.met)
    }.max()
  }
}
