// What is asked again because its phase was entered again: each asking is a round, and its number stands in the keys.
extension Traject {
  /// An item that was asked again.
  public struct Round: Hashable, Sendable, Codable {
    /// Which time it is asked now, from 2.
    public var number: Int
    /// The day from which it is asked this time.
    public var since: Day
  }

  /// Which time an item is asked now, from 1.
  func round(of id: String, _ occurrence: String? = nil) -> Int {
    rounds.isEmpty ? 1 : rounds[ItemKey(id, occurrence: occurrence).description]?.number ?? 1
  }

  /// The key of an item, in the round that is asked now.
  public func current(_ id: String, _ occurrence: String? = nil) -> ItemKey {
    ItemKey(id, occurrence: occurrence, round: round(of: id, occurrence))
  }

  /// Whether an obligation is asked in the present round of its item.
  func isCurrent(_ key: ObligationKey) -> Bool {
    switch key.step {
    case .done, .assessed, .feedback: key.item.round == round(of: key.item.id, key.item.occurrence)
    case .held, .closed, .submitted, .signed, .approved, .confirmed, .lifted, .consulted, .proposed, .decided,
      .advanced, .attended, .discussed, .agreed, .settled, .moved, .valid, .planned, .made:
      true
    }
  }

  /// What is known of a gesprek, in the round that is asked now.
  public func record(ofGesprek id: String) -> GesprekRecord? {
    gesprekken[rounds.isEmpty ? id : current(id).description]
  }

  /// What is known of an occurrence of a gesprek; of one without, in the round that is asked now.
  func record(ofGesprek key: ItemKey) -> GesprekRecord? {
    key.occurrence == nil ? record(ofGesprek: key.id) : gesprekken[key.description]
  }

  /// The day on which a gesprek that a phrase names was held or closed; of one that recurs, when that came last.
  func lastDay(of requirement: Requirement, _ rulebook: Rulebook) -> Day? {
    if record(ofGesprek: requirement.item) != nil {
      return day(of: requirement.step, ofGesprek: ItemKey(requirement.item), rulebook)
    }
    let prefix = requirement.item + "@"
    return gesprekken.keys.filter { $0.hasPrefix(prefix) }.compactMap { ItemKey($0) }
      .compactMap { day(of: requirement.step, ofGesprek: $0, rulebook) }.max()
  }

  /// The day on which a gesprek was held or closed.
  func day(of step: Step, ofGesprek key: ItemKey, _ rulebook: Rulebook) -> Day? {
    step == .held ? dayHeld(key, rulebook) : record(ofGesprek: key)?.closed
  }

  /// What is known of a document, in the round that is asked now.
  func record(ofDocument key: ItemKey) -> DocumentRecord {
    var record = documents[key.first.description] ?? DocumentRecord()
    record.round = max(record.round, round(of: key.id, key.occurrence))
    return record
  }

  /// The key of a document: around the gesprek of the context, where it comes with each of several.
  func documentKey(_ id: String, _ context: Context) -> ItemKey {
    guard documents[id] == nil, let gesprek = context.gesprek else { return ItemKey(id) }
    let keys = gesprek.occurrences.map { ItemKey(id, occurrence: $0) }
    return keys.first { documents[$0.description] != nil || rounds[$0.description] != nil } ?? ItemKey(id)
  }

  /// What is known of an approval, in the round that is asked now.
  func record(ofApproval id: String) -> ApprovalRecord {
    var record = approvals[id] ?? ApprovalRecord()
    record.round = max(record.round, round(of: id))
    return record
  }

  /// The confirmation of a unit or an outcome, in the round that is asked now.
  public func confirmation(of id: String) -> Confirmation? { confirmations[current(id).description] }

  /// The last result of a unit, also where it is asked again and nobody has confirmed that yet.
  public func lastConfirmation(of id: String) -> Confirmation? {
    (1...round(of: id)).reversed().lazy.compactMap { confirmations[ItemKey(id, round: $0).description] }.first
  }

  /// The last final verdict on an outcome, also where it is asked again and nobody has judged that yet.
  public func lastVerdict(on outcome: String) -> String? {
    if let verdict = finalVerdict(on: outcome) { return verdict }
    let judged = judgements.filter { $0.outcome == outcome && $0.isFinal && $0.verdict != nil }
      .max { ($0.on, $0.event) < ($1.on, $1.event) }
    let disputed = disputes.last { $0.outcome == outcome && $0.asked == judged?.round }
    return disputed?.ruling ?? judged?.verdict
  }

  /// Which time an outcome is judged now, from 1.
  func round(ofOutcome id: String) -> Int {
    if rounds.isEmpty { return 1 }
    return rounds.compactMap { key, round in
      ItemKey(key).flatMap { $0.id == id && $0.occurrence != nil ? round.number : nil }
    }.max() ?? round(of: id)
  }

  /// Whether a judgement was given in the round in which its outcome is asked now.
  func isCurrent(_ judgement: Judgement) -> Bool {
    rounds.isEmpty || judgement.round >= round(ofOutcome: judgement.outcome)
  }

  /// The last round of a gesprek in which an outcome of a unit was asked: what was passed before is not judged again.
  func lastRound(of unit: OutcomeUnit, at gesprek: String) -> ItemKey {
    ItemKey(gesprek, round: unit.all.map { round(of: $0, gesprek) }.max() ?? 1)
  }

  /// The day from which a unit can be confirmed; one that was passed in an earlier round waits for nothing of a later one.
  func opening(of unit: OutcomeUnit, _ rulebook: Rulebook) -> Day? {
    let isEarlier = rulebook.workflow.gesprekken.contains { gesprek in
      gesprek.judging?.isFinal == true && lastRound(of: unit, at: gesprek.id).round < round(of: gesprek.id)
    }
    if isEarlier, case .after(let requirement) = unit.opens, requirement.step == .submitted,
      let first = documents[requirement.item]?.submissions.map(\.on).min()
    {
      return first
    }
    return day(of: unit.opens, rulebook, context(unit.id, unit: unit.id, rulebook))
  }

  // MARK: Dates

  /// To what the phrases of an item apply, and what stands for teaching weeks in a later round.
  func context(
    _ id: String, _ occurrence: String? = nil, gesprek: ItemKey? = nil, unit: String? = nil,
    _ rulebook: Rulebook
  ) -> Context {
    var context = Context(gesprek: gesprek, unit: unit)
    guard extended != nil || !rounds.isEmpty else { return context }
    context.askedAgain = rounds[ItemKey(id, occurrence: occurrence).description]?.since
    let moves = extended != nil && rulebook.moves(id, around: gesprek?.id)
    context.keepsTimeline = !rulebook.moves(id, around: gesprek?.id)
    if context.askedAgain != nil || moves {
      context.lastDay = rulebook.end(until: until)
    }
    return context
  }

  /// The same for a gesprek.
  func context(ofGesprek key: ItemKey, _ rulebook: Rulebook) -> Context {
    context(key.id, key.occurrence, gesprek: key, rulebook)
  }

  /// The same for a gesprek that does not recur.
  func context(ofGesprek id: String, _ rulebook: Rulebook) -> Context {
    context(ofGesprek: ItemKey(id), rulebook)
  }

  /// Whether the end of the traject was moved after a day, and the date of an obligation with it.
  func isMoved(_ key: ObligationKey, since day: Day, _ rulebook: Rulebook) -> Bool {
    guard let extended, day <= extended else { return false }
    let workflow = rulebook.workflow
    if workflow.extensions?.again == nil { return workflow.deadline(of: key) == .endOfPlacement }
    return rulebook.moves(key.item.id, around: key.item.occurrence)
  }

  // MARK: Earlier rounds

  /// What was asked in earlier rounds: met, waived, or flagged and no longer asked since.
  func earlierRounds(of current: [Obligation]) -> [Obligation] {
    guard !rounds.isEmpty else { return [] }
    let known = Set(
      settled.keys.compactMap { ObligationKey($0) } + waived.keys.compactMap { ObligationKey($0) }
        + flags.map(\.obligation))
    let listed = Set(current.map(\.key))
    return current.flatMap { now -> [Obligation] in
      guard let round = rounds[now.key.item.first.description] else { return [] }
      return (1..<max(now.key.item.round, 2)).compactMap { number in
        let item = ItemKey(now.key.item.id, occurrence: now.key.item.occurrence, round: number)
        let key = ObligationKey(item, now.key.step)
        guard known.contains(key), !listed.contains(key) else { return nil }
        var earlier = now
        earlier.key = key
        earlier.opens = settled[key.description]?.on ?? round.since
        earlier.date(nil)
        if settled[key.description] == nil { earlier.waived = waived[key.description]?.on ?? round.since }
        return earlier
      }
    }
  }

  /// Enters a phase again: what it and the phases after it ask has a new round.
  mutating func enterAgain(_ phase: String, _ items: [ItemKey], on day: Day) {
    if let index = entered.lastIndex(where: { $0.phase == phase && !$0.isPast }) {
      for entry in entered.indices where entry >= index { entered[entry].isPast = true }
    }
    ask(items, on: day)
  }

  /// Asks some items once more, from a day on.
  mutating func ask(_ items: [ItemKey], on day: Day) {
    for item in items {
      let key = item.first.description
      rounds[key] = Round(number: item.round, since: day)
      documents[key]?.sentBack = nil
      approvals[key]?.granted = nil
    }
  }
}

extension Traject.Judgement {
  /// In which round it was given: of its gesprek, or of its outcome where that is judged by itself.
  var round: Int { asked ?? ItemKey(gesprek)?.round ?? 1 }
}

extension Workflow {
  /// The deadline that an obligation has of its own.
  fileprivate func deadline(of key: ObligationKey) -> Deadline? {
    if let gesprek = gesprek(key.item.id) {
      if key.step == .planned { return gesprek.planning?.due }
      return key.step == .held ? gesprek.due : gesprek.closeDue
    }
    return document(key.item.id)?.due ?? task(key.item.id)?.due ?? unit(key.item.id)?.due
      ?? outcome(key.item.id)?.due
  }
}

extension Rulebook {
  /// Whether the date of an item moves with the end of the traject.
  func moves(_ id: String, around gesprek: String?) -> Bool {
    extending?.contains(id, around: gesprek, in: workflow) ?? false
  }
}

extension Deadline {
  /// Whether it is a day of the timeline, which does not come back in a later round.
  var isOfTimeline: Bool {
    switch self {
    case .endOfWeek, .endOfBlock, .endOfPlacement: true
    case .endOfItsWeek, .dayOf, .before, .after, .afterOpening, .ofItsPeriod, .afterItsPeriod,
      .beforeItsPeriod:
      false
    }
  }
}
