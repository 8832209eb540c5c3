// Taking over the verdicts: the result of a unit, or of an outcome that no unit confirms (HAN-12, HAN-34).
extension Deliberation {
  /// Confirms the result of a unit, or of an outcome that no unit confirms.
  mutating func confirm(_ subject: String) throws(Refusal) -> Decision {
    let id = ItemKey(subject).flatMap { $0 == traject.current($0.id) ? $0.id : nil } ?? subject
    let units = traject.units(rulebook)
    let unit = units.first { $0.id == id } ?? units.first { $0.all.contains(id) }
    if let unit { return try confirm(unit) }
    let own = standing.outcomes.filter { $0.confirmer != nil }
    if let outcome = own.first(where: { $0.id == id }) { return try confirm(outcome) }
    let what = Localized(nl: "onderwijseenheid", en: "unit")
    throw refusal(what, Sentence.unknown(what, subject, units.map(\.id) + own.map(\.id)))
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
    if let followed = outcome.follows.flatMap({ workflow.outcome($0) }) {
      if traject.finalVerdict(on: followed.id) != followed.scale.first {
        lack(
          outcome.title,
          Sentence.plainly(
            "\(outcome.title.nl) telt pas mee als \(followed.title.nl) hier met \(followed.scale.first ?? "") is beoordeeld",
            "\(outcome.title.en) counts only once \(followed.title.en) was judged \(followed.scale.first ?? "") here"
          ),
          rule: outcome.citation)
      }
    }
    for judged in [outcome.id, outcome.follows].compactMap(\.self) {
      guard let dispute = traject.dispute(on: judged), dispute.isOpen else { continue }
      if let agreed = obligation(dispute.key(.agreed)) { lack(unmet(agreed)) }
    }
    check(notBefore: traject.opening(ofConfirming: outcome), Localized(nl: "het oordeel", en: "the verdict"))
    return try decision([
      entry(
        .confirmed(
          subject: traject.current(outcome.id).description, result: verdict ?? outcome.scale.first ?? "",
          follows: outcome.follows, parts: []),
        by: actor, rule: outcome.citation, meets: [ObligationKey(traject.current(outcome.id), .confirmed)])
    ])
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

  /// Confirms the result of a unit: only after the final gesprek, and on the last verdicts given there (HAN-31, HAN-34).
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
        if missing.isEmpty { lack(traject.obstacles(standing.asked, rulebook)) }
      }
    }
    let outcomes = standing.outcomes.filter { unit.all.contains($0.id) }
    for outcome in outcomes {
      let given = [traject.lastFinalJudgement(on: outcome.id)?.on, traject.dispute(on: outcome.id)?.ruled]
      check(
        notBefore: given.compactMap(\.self).max(),
        Localized(nl: "het laatste oordeel", en: "the last verdict"))
      if missing.isEmpty, traject.finalVerdict(on: outcome.id) == nil { lackVerdict(on: outcome) }
      guard let dispute = traject.dispute(on: outcome.id), dispute.isOpen else { continue }
      if let agreed = obligation(dispute.key(.agreed)) { lack(unmet(agreed)) }
    }
    let isGood = outcomes.allSatisfy { traject.finalVerdict(on: $0.id) == $0.scale.first }
    let result = (isGood ? outcomes.first?.scale.first : outcomes.first?.scale.last) ?? ""
    lackNeeds(of: unit, result)
    return try decision([
      entry(
        .confirmed(
          subject: traject.current(unit.id).description, result: result, follows: nil,
          parts: parts(of: result, on: outcomes)),
        by: actor, rule: unit.citation, meets: [ObligationKey(traject.current(unit.id), .confirmed)])
    ])
  }

  /// What a result needs before it is confirmed, such as the trust of another guide; not where the verdict was decided
  /// in a dispute, which is final (HAN-21, HAN-36).
  private mutating func lackNeeds(of unit: OutcomeUnit, _ result: String) {
    guard traject.result(of: unit, workflow) == result else { return }
    for requirement in unit.confirmNeeds.filter({ $0.result == result }).flatMap(\.requirements) {
      for needed in standing.asked where requirement.covers(needed.key, workflow) {
        check(notBefore: needed.met, needed.what)
        if needed.isAsked, traject.isCurrent(needed.key) { lack(unmet(needed)) }
      }
    }
  }

  /// What the verdicts needed on top, such as trust: who confirms a result adds his own to it (HAN-21).
  ///
  /// Not where another decided the verdict in a dispute: then it is confirmed without that.
  private func parts(of result: String, on outcomes: [Outcome]) -> [String] {
    guard !outcomes.contains(where: { traject.dispute(on: $0.id)?.isDecided ?? false }) else { return [] }
    return Set(outcomes.flatMap { $0.marks(of: result) }).sorted()
  }
}

extension Traject {
  /// The result to which the final verdicts of a unit lead; `nil` while one lacks or is disputed, or where one was decided.
  func result(of unit: OutcomeUnit, _ workflow: Workflow) -> String? {
    let outcomes = unit.all.compactMap { workflow.outcome($0) }
    let verdicts = outcomes.map { finalVerdict(on: $0.id) }
    let isDisputed = outcomes.contains { dispute(on: $0.id).map { $0.isOpen || $0.isDecided } ?? false }
    if isDisputed || verdicts.contains(nil) { return nil }
    let isGood = zip(outcomes, verdicts).allSatisfy { $0.scale.first == $1 }
    return isGood ? outcomes.first?.scale.first : outcomes.first?.scale.last
  }

  /// The verdict that counts on an outcome: that of a decided or settled dispute, else the last that was given at the
  /// final gesprek; interim ones never count (HAN-30, HAN-36).
  public func finalVerdict(on outcome: String) -> String? {
    dispute(on: outcome)?.ruling ?? lastFinalJudgement(on: outcome)?.verdict
  }
}
