// Taking over the verdicts: the result of a unit, or of an outcome that no unit confirms.
extension Deliberation {
  /// Confirms the result of a unit, or of an outcome that no unit confirms.
  mutating func confirm(_ subject: String) throws(Refusal) -> Decision {
    let id = ItemKey(subject).flatMap { $0 == traject.current($0.id) ? $0.id : nil } ?? subject
    let units = traject.units(rulebook)
    let unit = units.first { $0.id == id } ?? units.first { $0.all.contains(id) }
    if let unit { return try confirm(unit) }
    let own = standing.outcomes.filter { $0.confirmer != nil }
    if let outcome = own.first(where: { $0.id == id }) { return try confirm(outcome) }
    if let other = workflow.outcome(id) { throw elsewhere(other) }
    let what = Localized(nl: "onderwijseenheid", en: "unit")
    throw refusal(what, Sentence.unknown(what, subject, units.map(\.id) + own.map(\.id)))
  }

  /// Why an outcome that the workflow knows is not confirmed in this traject, and what brings it in.
  private func elsewhere(_ outcome: Outcome) -> Refusal {
    let title = outcome.title
    if standing.outcomes.contains(where: { $0.id == outcome.id }) {
      return refusal(
        title,
        Sentence.plainly(
          "\(title.nl) krijgt hier geen uitslag die bevestigd wordt",
          "\(title.en) has no result to confirm here"),
        rule: outcome.citation)
    }
    let settings = settings(bringing: outcome)
    let (nl, en) = (Sentence.list(settings, "en"), Sentence.list(settings, "and"))
    return refusal(
      title,
      Sentence.plainly(
        "\(title.nl) hoort niet bij dit traject" + (nl.isEmpty ? "" : "; neem het op met \(nl)"),
        "\(title.en) is not part of this traject" + (en.isEmpty ? "" : "; take it in with \(en)")),
      rule: outcome.citation)
  }

  /// What to type so that the traject has an outcome, with what a list holds already.
  private func settings(bringing outcome: Outcome) -> [String] {
    guard case .parameter(let id, let value, let requires) = workflow.way(of: outcome.id, traject.parameters)
    else { return [] }
    var all = value
    if case .someOf = workflow.parameter(id)?.kind, let given = traject.parameters[id], !given.isEmpty {
      all = "\(given),\(value)"
    }
    if workflow.parameter(id)?.kind.accepts(all) == false { all = "…" }
    return requires.sorted { $0.key < $1.key }.map { "set \($0.key)=\($0.value)" } + ["set \(id)=\(all)"]
  }

  /// Confirms an outcome from an earlier year: on its verdict where it needs one, else on the word of the confirmer.
  private mutating func confirm(_ outcome: Outcome) throws(Refusal) -> Decision {
    let actor = actor(among: [outcome.confirmer].compactMap(\.self), rule: outcome.citation)
    if let confirmed = traject.confirmation(of: outcome.id) {
      lack(
        outcome.title, Sentence.alreadyDone(Phrase.confirm(outcome.title), confirmed.on),
        rule: outcome.citation)
    }
    let verdict = traject.finalVerdict(on: outcome.id)
    if outcome.needsVerdict, verdict == nil { lackVerdict(on: outcome) }
    if !outcome.needsVerdict {
      check(
        notBefore: traject.lastFinalJudgement(on: outcome.id)?.on,
        Localized(nl: "het oordeel", en: "the verdict"))
    }
    if let dispute = traject.dispute(on: outcome.id), dispute.isOpen { lackRuling(in: dispute) }
    let followed = outcome.follows.flatMap { workflow.outcome($0) }
    if let followed { checkStands(followed, for: outcome) }
    check(
      notBefore: traject.opening(ofConfirming: outcome, workflow),
      followed.map { Phrase.confirm($0.title) } ?? Localized(nl: "het oordeel", en: "the verdict"))
    try settle()
    let result = followed.flatMap { carried(from: $0, to: outcome) } ?? verdict ?? outcome.scale.first ?? ""
    return try decision([
      entry(
        .confirmed(
          subject: traject.current(outcome.id).description, result: result,
          follows: outcome.follows, parts: []),
        by: actor, rule: outcome.citation, meets: [ObligationKey(traject.current(outcome.id), .confirmed)])
    ])
  }

  /// Waits until the result stands on the outcome with which another is counted.
  private mutating func checkStands(_ followed: Outcome, for outcome: Outcome) {
    if let dispute = traject.dispute(on: followed.id), dispute.isOpen { return lackRuling(in: dispute) }
    guard let subject = workflow.confirmed(for: followed) else {
      if traject.finalVerdict(on: followed.id) == nil { lackVerdict(on: followed) }
      return
    }
    guard traject.confirmation(of: subject) == nil else { return }
    let role = workflow.confirmer(of: followed.id)
    lack(
      Refusal.Missing(
        what: outcome.title,
        message: Sentence.plainly(
          "\(outcome.title.nl) krijgt de uitslag van \(followed.title.nl); die is nog niet bevestigd: eerst confirm \(subject)",
          "\(outcome.title.en) gets the result of \(followed.title.en), which has not been confirmed yet: first confirm \(subject)"
        ),
        obligation: ObligationKey(traject.current(subject), .confirmed), role: role,
        person: traject.holder(of: role), rule: outcome.citation))
  }

  /// The bad result that an outcome gets with the one that it is counted with, told to who confirms it.
  private mutating func carried(from followed: Outcome, to outcome: Outcome) -> String? {
    guard let verdict = traject.finalVerdict(on: followed.id), verdict != followed.scale.first,
      let result = outcome.scale.last
    else { return nil }
    remarks.append(
      Sentence.plainly(
        "let op: \(followed.title.nl) is hier \(verdict), dus \(outcome.title.nl) wordt \(result)",
        "note: \(followed.title.en) is \(verdict) here, so \(outcome.title.en) becomes \(result)"))
    return result
  }

  /// What frees a disputed result: the decision where that was asked, else agreement.
  private mutating func lackRuling(in dispute: Traject.Dispute) {
    let escalation = traject.escalation(deciding: dispute, workflow)
    let decided = escalation.flatMap { obligation(ObligationKey(ItemKey($0.id), .decided)) }
    if let asked = decided ?? obligation(dispute.key(.agreed)) { lack(unmet(asked)) }
  }

  private mutating func lackVerdict(on outcome: Outcome) {
    lack(
      Refusal.Missing(
        what: outcome.title,
        message: Sentence.plainly(
          "er is nog geen eindoordeel over \(outcome.title.nl)",
          "there is no final verdict on \(outcome.title.en) yet"),
        role: outcome.judges.first, person: outcome.judges.first.flatMap { traject.holder(of: $0) },
        rule: outcome.citation))
  }

  /// Confirms the result of a unit: only after the final gesprek, and on the last verdicts given there.
  private mutating func confirm(_ unit: OutcomeUnit) throws(Refusal) -> Decision {
    let actor = actor(among: [unit.confirmer], rule: unit.citation)
    if let confirmed = traject.confirmation(of: unit.id) {
      lack(unit.title, Sentence.alreadyDone(Phrase.confirm(unit.title), confirmed.on), rule: unit.citation)
    }
    for gesprek in workflow.gesprekken where gesprek.judging?.isFinal == true {
      let asked = traject.lastRound(of: unit, at: gesprek.id)
      let closed = traject.gesprekken[asked.description]?.closed
      check(notBefore: closed, Phrase.close(gesprek.title))
      if closed == nil, let obligation = obligation(ObligationKey(asked, .closed)) {
        lack(unmet(obligation))
      }
    }
    if case .after(let requirement) = unit.opens {
      let day = traject.opening(of: unit, rulebook)
      check(notBefore: day, Phrase.submit(workflow.title(of: requirement.item), of: nil))
      if day == nil {
        let unmetSteps = standing.asked.filter {
          requirement.covers($0.key, workflow) && $0.isAsked
        }
        lack(unmetSteps.map(unmet))
        if missing.isEmpty, !isTrial { lack(traject.obstacles(standing.asked, rulebook)) }
      }
    }
    let outcomes = standing.outcomes.filter { unit.all.contains($0.id) }
    for outcome in outcomes {
      let given = [traject.lastFinalJudgement(on: outcome.id)?.on, traject.dispute(on: outcome.id)?.ruled]
      check(
        notBefore: given.compactMap(\.self).max(),
        Localized(nl: "het laatste oordeel", en: "the last verdict"))
      if missing.isEmpty, traject.finalVerdict(on: outcome.id) == nil { lackVerdict(on: outcome) }
      if let dispute = traject.dispute(on: outcome.id), dispute.isOpen { lackRuling(in: dispute) }
    }
    let result = traject.result(of: outcomes) ?? ""
    if !traject.isDisputed(outcomes) { lackNeeds(of: unit, result) }
    return try decision([
      entry(
        .confirmed(
          subject: traject.current(unit.id).description, result: result, follows: nil,
          parts: parts(of: result, on: outcomes)),
        by: actor, rule: unit.citation, meets: [ObligationKey(traject.current(unit.id), .confirmed)])
    ])
  }

  /// What a result needs before it is confirmed, such as the trust of another guide; not where the verdict was decided
  /// in a dispute, which is final.
  private mutating func lackNeeds(of unit: OutcomeUnit, _ result: String) {
    for requirement in unit.confirmNeeds.filter({ $0.result == result }).flatMap(\.requirements) {
      for needed in standing.asked where requirement.covers(needed.key, workflow) {
        check(notBefore: needed.met, needed.what)
        if needed.isAsked, traject.isCurrent(needed.key) { lack(unmet(needed)) }
      }
    }
  }

  /// What the verdicts needed on top, such as trust: who confirms a result adds his own to it.
  ///
  /// Not where another decided the verdict in a dispute: then it is confirmed without that.
  private func parts(of result: String, on outcomes: [Outcome]) -> [String] {
    guard !outcomes.contains(where: { traject.dispute(on: $0.id)?.isDecided ?? false }) else { return [] }
    return Set(outcomes.flatMap { $0.marks(of: result) }).sorted()
  }
}

extension Traject {
  /// Whether a verdict on some outcomes is disputed, or was decided in a dispute: then nothing more is asked for it.
  func isDisputed(_ outcomes: [Outcome]) -> Bool {
    outcomes.contains { dispute(on: $0.id).map { $0.isOpen || $0.isDecided } ?? false }
  }

  /// The result of a unit for which something more may be asked; `nil` while a verdict lacks or where one is disputed.
  func result(of unit: OutcomeUnit, _ workflow: Workflow) -> String? {
    let outcomes = unit.all.compactMap { workflow.outcome($0) }
    return isDisputed(outcomes) ? nil : result(of: outcomes)
  }

  /// The result to which the final verdicts on some outcomes lead; `nil` while one lacks.
  func result(of outcomes: [Outcome]) -> String? {
    let verdicts = outcomes.map { finalVerdict(on: $0.id) }
    if verdicts.contains(nil) { return nil }
    let isGood = zip(outcomes, verdicts).allSatisfy { $0.scale.first == $1 }
    return isGood ? outcomes.first?.scale.first : outcomes.first?.scale.last
  }

  /// The verdict that counts on an outcome: that of a decided or settled dispute, else the last that was given at the
  /// final gesprek; interim ones never count.
  public func finalVerdict(on outcome: String) -> String? {
    dispute(on: outcome)?.ruling ?? lastFinalJudgement(on: outcome)?.verdict
  }
}
