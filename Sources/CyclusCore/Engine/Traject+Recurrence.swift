// What is owed of gesprekken that recur: holding and closing each of their occurrences.
extension Traject {
  /// One obligation for each time that a gesprek is asked; a weekly one lapses with its week, no other does.
  func recurring(_ gesprek: GesprekDefinition, _ rulebook: Rulebook) -> [Obligation] {
    guard let each = gesprek.each, let occurrences = Occurrences(gesprek, self, rulebook) else { return [] }
    var list: [Obligation] = []
    let suspensions = suspensions(rulebook)
    var inARow = 0
    var isOpened = false
    for slot in occurrences.slots where slot.isAsked || slot.isMet || slot.isWaived {
      let held = holding(slot, of: occurrences, suspensions, rulebook)
      if !occurrences.isTaken(slot) {
        list += planning(gesprek, before: held, in: occurrences.periods[slot.period], rulebook)
      }
      list.append(held)
      if !occurrences.isTaken(slot) { list += closing(slot.key, of: gesprek, rulebook) }
      // A week in which the clock stood still was not missed, and is none of those in a row.
      if held.isSuspended, !slot.isMet { continue }
      inARow = slot.isMet ? 0 : inARow + 1
      if slot.isMet { isOpened = false }
      guard let task = each.opensTask.flatMap({ rulebook.workflow.task($0) }), !isOpened,
        each.missedInARow == inARow
      else { continue }
      isOpened = true
      let last = occurrences.lastDay(of: slot) ?? slot.due
      list.append(missedInARow(task, slot.key.occurrence ?? "", after: held.lapsesOn ?? last, rulebook))
    }
    for number in occurrences.extras where !list.contains(where: { $0.key.item == occurrences.key(number) }) {
      list += beyond(number, of: occurrences, rulebook)
    }
    return list + missedBefore(each, occurrences, list, rulebook)
  }

  private func holding(
    _ slot: Occurrences.Slot, of occurrences: Occurrences, _ suspensions: [Suspension], _ rulebook: Rulebook
  ) -> Obligation {
    let gesprek = occurrences.definition
    var held = Obligation(
      key: ObligationKey(slot.key, .held),
      what: Phrase.hold(
        gesprek.title, occurrence: slot.key.occurrence ?? "", mode: slot.mode, rulebook.workflow),
      role: gesprek.by.first ?? rulebook.workflow.leader, rule: gesprek.citation)
    held.opens = slot.opens
    held.date(slot.dates)
    held.route = gesprek.route
    if let choice = occurrences.choice, !choice.citation.rules.isEmpty {
      held.rule.rules = choice.citation.rules + held.rule.rules.filter { !choice.citation.rules.contains($0) }
      held.rule.assumed += choice.citation.assumed.filter { !held.rule.assumed.contains($0) }
    }
    if slot.isMet, settled[held.key.description] == nil {
      held.met = gesprekken[slot.key.description].flatMap { occurrences.completed($0) }
    }
    if occurrences.choice?.isWeekly ?? true {
      held.lapsesOn = slot.due
      held.isSuspended =
        Self.stoodStill(on: slot.due, suspensions) || ended.map { $0 <= slot.due } ?? false
      return held
    }
    held.date(slot.terms)
    return held
  }

  private func closing(_ key: ItemKey, of gesprek: GesprekDefinition, _ rulebook: Rulebook) -> [Obligation] {
    guard gesprek.closes else { return [] }
    var closed = Obligation(
      key: ObligationKey(key, .closed),
      what: Phrase.close(
        Phrase.title(gesprek.title, occurrence: key.occurrence ?? "", rulebook.workflow)),
      role: gesprek.closeBy.first ?? gesprek.by.first ?? rulebook.workflow.leader, rule: gesprek.citation)
    closed.opens = dayHeld(key, rulebook)
    closed.date(
      gesprek.closeDue.map {
        due(of: $0, opens: closed.opens, rulebook, context(ofGesprek: key, rulebook))
      })
    return [closed]
  }

  /// What is owed of one that was more than asked: it is closed like the others once it was held.
  private func beyond(_ number: Int, of occurrences: Occurrences, _ rulebook: Rulebook) -> [Obligation] {
    let key = occurrences.key(number)
    let gesprek = occurrences.definition
    let held = ObligationKey(key, .held)
    var list: [Obligation] = []
    let holding = Obligation(
      key: held, what: Phrase.hold(gesprek.title, occurrence: String(number), rulebook.workflow),
      role: gesprek.by.first ?? rulebook.workflow.leader, rule: gesprek.citation)
    // Nobody has to plan one more: what was planned is met.
    if settled[ObligationKey(key, .planned).description] != nil {
      list += planning(gesprek, before: holding, rulebook)
    }
    if settled[held.description] != nil || waived[held.description] != nil { list.append(holding) }
    if gesprekken[key.description]?.sessions.isEmpty == false {
      list += closing(key, of: gesprek, rulebook)
    }
    return list
  }

  /// What was met or flagged when talks that came to light later seemed missed: it stays as it was.
  private func missedBefore(
    _ each: Recurrence, _ occurrences: Occurrences, _ list: [Obligation], _ rulebook: Rulebook
  ) -> [Obligation] {
    guard let task = each.opensTask.flatMap({ rulebook.workflow.task($0) }) else { return [] }
    return occurrences.periods.compactMap { period in
      let key = ObligationKey(ItemKey(task.id, occurrence: period.name), .done)
      let isKnown = settled[key.description] != nil || flags.contains { $0.obligation == key }
      guard isKnown, !list.contains(where: { $0.key == key }) else { return nil }
      return missedInARow(task, period.name, after: period.due, rulebook)
    }
  }

  private func missedInARow(
    _ task: TaskDefinition, _ occurrence: String, after day: Day, _ rulebook: Rulebook
  ) -> Obligation {
    var obligation = Obligation(
      key: ObligationKey(ItemKey(task.id, occurrence: occurrence), .done), what: task.title,
      role: task.by.first ?? rulebook.workflow.leader, rule: task.citation)
    obligation.opens = day + 1
    obligation.date(task.due.map { due(of: $0, opens: obligation.opens, rulebook, Context()) })
    obligation.isConditional = true
    obligation.route = task.route
    return obligation
  }
}

extension Occurrences {
  /// Whether its times are numbered.
  var isNumbered: Bool { choice?.isNumbered ?? false }
}

extension GesprekDefinition {
  /// Whether it is closed after it was held; of one that recurs, holding may be all.
  public var closes: Bool { each == nil || !closeBy.isEmpty || !record.isEmpty || judging != nil }
}
