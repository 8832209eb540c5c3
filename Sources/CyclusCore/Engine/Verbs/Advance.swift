extension Traject {
  /// Everything that keeps the traject in its phase: what has to be on record, standing blocks, escalations that stop it.
  ///
  /// - Parameter day: The day on which something can be done about it.
  public func obstacles(_ rulebook: Rulebook, on day: Day? = nil) -> [Refusal.Missing] {
    obstacles(askedObligations(rulebook), rulebook, on: day)
  }

  /// The same on the way to a place, where one is named.
  func obstacles(
    _ all: [Obligation], _ rulebook: Rulebook, to target: String? = nil, on day: Day? = nil
  ) -> [Refusal.Missing] {
    guard let phase = rulebook.workflow.phase(phase), completed == nil else { return [] }
    let deliberation = Deliberation(
      Standing(self, rulebook, asked: all),
      Occasion(actor: .system, happened: day ?? from, today: day ?? from),
      verb: "advance")
    let way = way(to: target, all, rulebook)
    var missing = lacking(phase.leaveWhen + (way?.needs ?? []), all, deliberation)
    for index in missing.indices where missing[index].due == nil {
      missing[index].due = missing[index].obligation.flatMap { key in all.first { $0.key == key }?.due }
    }
    var named: Set<ObligationKey> = []
    missing.removeAll { lack in lack.obligation.map { !named.insert($0).inserted } ?? false }
    if way == nil, target == nil { missing.append(closedWays(rulebook)) }
    missing += standingPause.map { [obstacle($0, rulebook)] } ?? []
    missing += standingBlocks.flatMap { obstacles($0, all, deliberation) }
    missing += openEscalations.flatMap { obstacles($0, all, deliberation) }
    return missing
  }

  /// What some requirements lack, each with what comes before it.
  func lacking(
    _ requirements: [Requirement], _ all: [Obligation], _ deliberation: Deliberation
  ) -> [Refusal.Missing] {
    let workflow = deliberation.workflow
    return requirements.flatMap { requirement -> [Refusal.Missing] in
      if requirement == .endMoved { return endMoved == nil ? [endNotMoved(deliberation.rulebook)] : [] }
      if requirement.inThisBlock != nil { return notReached(requirement, deliberation.rulebook) }
      let asked = lacks(requirement, all, deliberation.rulebook)
      if asked.isEmpty { return [] }
      switch requirement.step {
      case .approved: return approvalObstacles(requirement.item, all, deliberation)
      case .closed:
        guard let definition = workflow.gesprek(requirement.item) else { break }
        let occurrences = definition.each == nil ? [current(requirement.item)] : asked.map(\.key.item)
        return occurrences.flatMap { deliberation.closing(definition, $0, asked, all) }
      case .confirmed:
        let disputed = all.filter {
          [.discussed, .agreed, .done].contains($0.key.step) && $0.isAsked && $0.opens != nil
            && requirement.waits(for: $0.key, workflow)
        }
        return (disputed + asked).map { deliberation.inTurn($0, all) }
      case .held, .submitted, .signed, .assessed, .feedback, .done, .lifted, .consulted, .proposed, .decided,
        .advanced, .attended, .discussed, .agreed, .settled, .moved, .valid, .planned, .made:
        break
      }
      return asked.map { deliberation.inTurn($0, all) }
    }
  }

  /// Whether anything keeps the traject in its phase: whether `obstacles` would name anything.
  func isHeld(_ asked: [Obligation], _ rulebook: Rulebook) -> Bool {
    guard let phase = rulebook.workflow.phase(phase), completed == nil else { return false }
    if standingPause != nil || blocks.contains(where: { $0.until == nil }) { return true }
    if escalations.contains(where: { $0.isOpen && rulebook.workflow.route($0.route)?.stops == true }) {
      return true
    }
    guard let way = way(asked, rulebook) else { return true }
    return !(phase.leaveWhen + way.needs).allSatisfy { isMet($0, asked, rulebook) }
  }

  /// What an approval waits for: its document where that was not handed in, else the approval itself.
  private func approvalObstacles(_ id: String, _ all: [Obligation], _ deliberation: Deliberation) -> [Refusal
    .Missing]
  {
    guard let definition = deliberation.workflow.approval(id) else { return [] }
    var missing =
      asked(definition, deliberation.rulebook) == nil ? deliberation.missingDocument(definition.asks) : []
    missing += all.filter { $0.key.item.id == id && $0.key.step == .approved && $0.isAsked }.map {
      deliberation.inTurn($0, all)
    }
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

  /// What a standing block waits for: what lifting it needs, and that it is lifted.
  private func obstacles(_ record: BlockRecord, _ all: [Obligation], _ deliberation: Deliberation)
    -> [Refusal.Missing]
  {
    let block = deliberation.workflow.block(record.id)
    let title = block?.title ?? Localized(record.id)
    let role = block?.liftedBy.first
    let needs = (block?.liftNeeds ?? []).flatMap { need in
      all.filter { need.covers($0.key, deliberation.workflow) && $0.isAsked }
    }.map(deliberation.unmet)
    var lifting = Refusal.Missing(
      what: Phrase.lift(title),
      message: Sentence.plainly(
        "het traject is sinds \(record.since.longNL) geblokkeerd: \(title.nl.lowercasedFirst)",
        "the traject has been blocked since \(record.since.longEN): \(title.en.lowercasedFirst)"),
      obligation: ObligationKey(ItemKey(record.id), .lifted), role: role,
      person: role.flatMap { holder(of: $0) },
      rule: block?.citation ?? Citation())
    lifting.after = needs.map(\.what)
    return needs + [lifting]
  }

  /// What an escalation that holds the traject waits for: the steps before its decision, and that decision.
  private func obstacles(_ escalation: Escalation, _ all: [Obligation], _ deliberation: Deliberation)
    -> [Refusal.Missing]
  {
    let workflow = deliberation.workflow
    guard isHolding(escalation, workflow), let route = workflow.route(escalation.route) else { return [] }
    let steps = all.filter {
      $0.escalation == escalation.id && $0.key.step != .decided && $0.isAsked
    }.map(deliberation.unmet)
    var decision = Refusal.Missing(
      what: Phrase.decide(route.title, escalation.id),
      message: Sentence.plainly(
        "\(escalation.id) (\(route.title.nl.lowercasedFirst)) is nog niet beslist",
        "\(escalation.id) (\(route.title.en.lowercasedFirst)) has not been decided yet"),
      obligation: ObligationKey(ItemKey(escalation.id), .decided), role: escalation.to,
      person: holder(of: escalation.to), due: escalation.due, rule: route.citation)
    decision.after = steps.map(\.what)
    return steps + [decision]
  }
}

extension Deliberation {
  /// Takes a way out of the phase, the first that stands open or the one to a place that is named; refused with everything
  /// that is missing.
  mutating func advance(_ named: String?) throws(Refusal) -> Decision {
    guard let phase = workflow.phase(traject.phase) else {
      preconditionFailure("a traject stands in a phase of the workflow to which it is pinned")
    }
    let known = workflow.leaderCitation == Citation() ? phase.citation : workflow.leaderCitation
    let actor = actor(among: [workflow.leader], rule: known)
    // A workflow file calls it `end`, the command line `completed`.
    let target = named == "end" ? Way.completed : named
    let way = traject.way(to: target, standing.asked, rulebook)
    if let target, way == nil {
      let word = Localized(nl: "fase", en: "phase")
      if workflow.phase(target) == nil, target != Way.completed {
        throw refusal(word, Sentence.unknown(word, target, workflow.phases.map(\.id)))
      }
      lackWay(to: target, from: phase)
    }
    if traject.completed == nil { lack(traject.obstacles(standing.asked, rulebook, to: target)) }
    check(
      notBefore: traject.entered.last?.on,
      Localized(
        nl: "het begin van fase \(phase.title.nl.lowercasedFirst)",
        en: "the start of phase \(phase.title.en.lowercasedFirst)"))
    check(notBefore: lastNeeded(phase), Localized(nl: "wat deze fase vraagt", en: "what this phase asks"))
    check(
      notBefore: traject.grounds(of: way, standing.asked, rulebook),
      Localized(nl: "wat deze weg opent", en: "what opens this way"))
    let round = traject.entered.count { $0.phase == phase.id }
    let met = [ObligationKey(ItemKey(phase.id, round: round), .advanced)]
    try settle()
    guard let way else { preconditionFailure("where no way stands open that was found missing") }
    if way.to == nil { remarks += openAgreements() }
    return try decision([
      entry(traject.passing(way, rulebook), by: actor, rule: phase.citation, meets: met)
    ])
  }

  /// The last day on which something that the phase asks was done.
  private func lastNeeded(_ phase: Phase) -> Day? {
    guard !phase.leaveWhen.isEmpty else { return nil }
    let all = standing.asked
    return phase.leaveWhen.flatMap { requirement in
      requirement.inThisBlock != nil
        ? [traject.tally(requirement, rulebook).reached].compactMap(\.self)
        : all.filter { requirement.covers($0.key, workflow) }.compactMap(\.met)
    }.max()
  }
}
