// What can be done now of all that a phase waits for, what comes first, and from when it can.
extension Deliberation {
  /// What an occurrence of a gesprek lacks before it is closed: that it is held, what is on record by then, the closing.
  ///
  /// What belongs to a gesprek that was not held yet can be done only after that.
  func closing(
    _ definition: GesprekDefinition, _ key: ItemKey, _ asked: [Obligation], _ all: [Obligation]
  ) -> [Refusal.Missing] {
    let holding = all.filter { $0.key == ObligationKey(key, .held) && $0.isAsked }
    let isHeld = traject.gesprekken[key.description]?.sessions.isEmpty == false
    let before = isHeld ? [] : holding.map(\.what)
    let needs = missingToClose(definition, key).map { need in
      var need = need
      // What is prepared for it can be done before it is held.
      let isOpen = all.contains { $0.key == need.obligation && $0.opens != nil }
      if need.wait == nil, !isOpen { need.after = before }
      if let step = need.obligation?.step, step == .assessed || step == .feedback, definition.judging != nil {
        need.opens = opensForJudging(definition)
      }
      return need
    }
    let closings = asked.filter { $0.key.item == key }.map { closing -> Refusal.Missing in
      if holding.isEmpty, needs.isEmpty { return ready(closing) }
      var missing = unmet(closing)
      // What has to be on record can come with the closing itself.
      missing.after = before.isEmpty ? Self.named(needs.filter { $0.field == nil }) : before
      return missing
    }
    return holding.map { inTurn($0, all) } + needs + closings
  }

  /// What some of the missing is about, each once.
  private static func named(_ missing: [Refusal.Missing]) -> [Localized] {
    missing.map(\.what).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What an obligation lacks, with from when it can be done and what comes first.
  func inTurn(_ obligation: Obligation, _ all: [Obligation]) -> Refusal.Missing {
    var missing = unmet(obligation)
    missing.after = comingFirst(obligation, all).map(\.what)
    if missing.after.isEmpty { missing.opens = firstDay(of: obligation) }
    missing.wait = documentNeeded(obligation)
    return missing
  }

  /// The obligations that have to be met before another can be, and are not.
  private func comingFirst(_ obligation: Obligation, _ all: [Obligation]) -> [Obligation] {
    let key = obligation.key
    if key.step == .confirmed {
      let asked = neededToConfirm(obligation)
      return all.filter { asked.contains($0.key) }
    }
    guard obligation.opens == nil else { return [] }
    if key.step == .approved, let asked = workflow.approval(key.item.id)?.asks {
      return all.filter { $0.isAsked && $0.key.step == .submitted && $0.key.item.id == asked }
    }
    if key.step == .signed {
      let document = workflow.document(signedAs: key.item)
      return all.filter { $0.isAsked && $0.key.step == .submitted && $0.key.item.first == document.first }
    }
    let opening =
      workflow.document(key.item.id)?.opens ?? workflow.task(key.item.id)?.opens
      ?? workflow.outcome(key.item.id)?.opens ?? workflow.gesprek(key.item.id)?.opens
    guard case .after(let requirement) = opening else { return [] }
    let found = all.filter { requirement.covers($0.key, workflow) && $0.isAsked }
    // Of what follows on each of several results, its own.
    let own = found.filter { $0.key.item.id == key.item.occurrence }
    return own.isEmpty ? found : own
  }

  /// The obligations that have to be met before a result is confirmed, as confirming it would say.
  private func neededToConfirm(_ obligation: Obligation) -> Set<ObligationKey> {
    let (day, holder) = (happened + 3650, traject.holder(of: obligation.role))
    var trial = Deliberation(
      standing, Occasion(actor: Actor(person: holder, role: obligation.role), happened: day, today: day),
      verb: "confirm")
    trial.isTrial = true
    do throws(Refusal) {
      _ = try trial.confirm(obligation.key.item.description)
      return []
    } catch {
      return Set(error.missing.compactMap(\.obligation)).subtracting([obligation.key])
    }
  }

  /// The document that has to be valid before a task can be done; `nil` where it is.
  private func documentNeeded(_ obligation: Obligation) -> Refusal.Wait? {
    guard obligation.key.step == .done, let task = workflow.task(obligation.key.item.id) else { return nil }
    let needed = task.needs.filter { $0.step == .valid }.compactMap { workflow.document($0.item) }
    guard let document = needed.first(where: { !traject.isValid($0.id, on: happened, rulebook) }) else {
      return nil
    }
    let lack = notValid(document)
    return Refusal.Wait(
      what: Phrase.submit(document.title, of: nil), obligation: lack.obligation,
      role: lack.role ?? obligation.role, person: lack.person)
  }

  /// The first day on which something can be done: of one of several times that a gesprek is held that of its period.
  private func firstDay(of obligation: Obligation) -> Day? {
    let key = obligation.key
    guard key.step == .held, let definition = workflow.gesprek(key.item.id) else { return obligation.opens }
    guard let occurrences = Occurrences(definition, traject, rulebook), let slot = occurrences.slot(key.item)
    else { return nil }
    return occurrences.periods[slot.period].first
  }
}
