// What is owed of outcomes that are judged by themselves, and not where a gesprek asks it.
extension Traject {
  /// The verdict on such an outcome: one in each round, or of one that recurs one in each period, `beoordeling@2.assessed`.
  func obligations(judging outcome: Outcome, _ rulebook: Rulebook) -> [Obligation] {
    guard outcome.kind == .summative, let opening = outcome.opens, let judge = outcome.judges.first else {
      return []
    }
    func verdict(_ period: Rulebook.Period?, isLast: Bool = true) -> Obligation {
      var context = context(outcome.id, period?.name, unit: nil, rulebook)
      context.period = period
      let title =
        period.map { Phrase.title(outcome.title, occurrence: $0.name, rulebook.workflow) } ?? outcome.title
      var obligation = Obligation(
        key: ObligationKey(current(outcome.id, period?.name), .assessed), what: Phrase.judge(title),
        role: judge, rule: outcome.citation)
      obligation.opens = day(of: opening, in: period, isLast: isLast, rulebook, context)
      obligation.date(outcome.due.map { due(of: $0, opens: obligation.opens, rulebook, context) })
      return obligation
    }
    guard let each = outcome.each else { return [verdict(nil)] }
    guard let choice = each.choices.first(where: { holds($0.when, rulebook) }) else { return [] }
    let periods = rulebook.periods(of: choice.period, self)
    return periods.enumerated().map { verdict($1, isLast: $0 == periods.count - 1) }
  }

  /// A verdict that needs something opens once that is on record, so that nobody is late for what he could not do.
  func wait(of outcome: Outcome, in list: inout [Obligation], _ rulebook: Rulebook) {
    let needs = outcome.needs ?? []
    let isReady = needs.allSatisfy { isMet($0, list, rulebook) }
    let last = lastDay(of: needs, list, rulebook)
    for index in list.indices where list[index].key.item.id == outcome.id && list[index].key.step == .assessed
    {
      guard list[index].isAsked, let opens = list[index].opens else { continue }
      list[index].opens = isReady ? max(opens, last ?? opens) : nil
      if !isReady { list[index].date(rulebook.waitingForAll(needs)) }
      guard isReady, let last, opens < last, list[index].due != nil, list[index].level == 0 else { continue }
      list[index].date(outcome.due.map { due(of: $0, opens: last, rulebook, Context()) })
    }
  }

  /// The last day on which something was done that some requirements ask.
  func lastDay(of needs: [Requirement], _ asked: [Obligation], _ rulebook: Rulebook) -> Day? {
    needs.flatMap { need in
      asked.filter { need.covers($0.key, rulebook.workflow) }.compactMap(\.met)
    }.max()
  }

  /// The final verdicts on an outcome that another took the place of, in the round that is asked now, in their order.
  public func replacedVerdicts(on outcome: Outcome) -> [Judgement] {
    guard outcome.kind != .epa, let last = lastFinalJudgement(on: outcome.id) else { return [] }
    return judgements.filter { judgement in
      judgement.outcome == outcome.id && judgement.isFinal && judgement.verdict != nil && isCurrent(judgement)
        && judgement.event != last.event && (outcome.each == nil || judgement.gesprek == last.gesprek)
    }.sorted { ($0.on, $0.event) < ($1.on, $1.event) }
  }

  /// The day on which something opens in its period: the entering of a phase, or a step, of before belongs to another one,
  /// and what comes after the last period still belongs to that.
  private func day(
    of opening: Opening, in period: Rulebook.Period?, isLast: Bool, _ rulebook: Rulebook, _ context: Context
  ) -> Day? {
    guard let period else { return day(of: opening, rulebook, context) }
    func belongs(_ day: Day) -> Bool { period.contains(day) || isLast && period.last < day }
    if case .phase(let phase) = opening {
      return entered.first { $0.phase == phase && belongs($0.on) }?.on
    }
    let day = day(of: opening, rulebook, context)
    if case .after = opening { return day.flatMap { belongs($0) ? $0 : nil } }
    return day.map { max($0, period.first) }
  }
}

extension Deliberation {
  /// An outcome that recurs, by its id or the key of one of its occurrences.
  func recurringOutcome(_ name: String) -> (outcome: Outcome, key: ItemKey)? {
    guard let key = ItemKey(name),
      let outcome = standing.outcomes.first(where: { $0.id == key.id && $0.each != nil })
    else { return nil }
    return (outcome, key)
  }

  /// The occurrence that is judged: the one that is named, else the first that is open, else the last.
  mutating func occurrence(of recurring: (outcome: Outcome, key: ItemKey), _ name: String) throws(Refusal)
    -> String?
  {
    let known = standing.asked.filter { $0.key.item.id == recurring.key.id && $0.key.step == .assessed }
    if let named = recurring.key.occurrence {
      if known.contains(where: { $0.key.item.occurrence == named }) { return named }
      throw refusal(
        recurring.outcome.title,
        Sentence.unknown(recurring.outcome.title, name, known.map(\.key.item.description)),
        rule: recurring.outcome.citation)
    }
    let open = known.filter { obligation in
      obligation.isAsked && obligation.opens.map { $0 <= happened } ?? false
    }
    let meant = open.first ?? known.first(where: \.isAsked) ?? known.last
    if open.count > 1, let meant {
      remarks.append(
        Sentence.plainly("opgevat als \(meant.key.item)", "taken to mean \(meant.key.item)"))
    }
    guard let meant else {
      throw refusal(
        recurring.outcome.title,
        Sentence.plainly(
          "\(recurring.outcome.title.nl) wordt nog niet gevraagd",
          "\(recurring.outcome.title.en) is not asked yet"), rule: recurring.outcome.citation)
    }
    return meant.key.item.occurrence
  }
}
