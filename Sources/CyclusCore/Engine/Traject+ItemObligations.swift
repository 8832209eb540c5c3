// What is owed of documents, approvals, tasks and units.
extension Traject {
  func obligations(_ document: DocumentDefinition, _ rulebook: Rulebook) -> [Obligation] {
    guard holds(document.when, rulebook), !document.isNeverJudged else { return [] }
    return askings(of: document, rulebook).flatMap { asking in
      let occurrence = asking.occurrence
      let item = ItemKey(document.id, occurrence: occurrence)
      let context = self.context(document.id, occurrence, asking, rulebook)
      let record = self.record(ofDocument: item)
      let first = round(of: document.id, occurrence)
      let signatures = signatures(
        document, item, Phrase.sign(document, occurrence, asking, rulebook.workflow), rulebook, context)
      if asking.isUnasked { return signatures }
      return (first...record.round).map { round in
        var obligation = Obligation(
          key: ObligationKey(ItemKey(document.id, occurrence: occurrence, round: round), .submitted),
          what: Phrase.submit(document, asking, rulebook.workflow),
          role: document.by.first ?? rulebook.workflow.leader, rule: document.citation)
        obligation.route = document.route
        if round > first {
          obligation.opens = record.sentBack
          obligation.date(
            record.sentBack.flatMap { day in
              document.againWithin.map { within in
                let due = rulebook.counting(from: day, .sentBack(item)).adding(within, rulebook.workingDays)
                return moved(due, opens: day, rulebook)
              }
            })
        } else {
          obligation.opens = day(of: document.opens, rulebook, context)
          obligation.date(document.due.map { due(of: $0, opens: obligation.opens, rulebook, context) })
          if givenUntil(document) != nil { obligation.met = from }
        }
        return lapsing(obligation, document.lapses, context, rulebook)
      } + signatures
    }
  }

  private func signatures(
    _ document: DocumentDefinition, _ item: ItemKey, _ what: Localized, _ rulebook: Rulebook,
    _ context: Context
  ) -> [Obligation] {
    let record = self.record(ofDocument: item)
    return document.signedBy.map { role in
      let occurrence = [item.occurrence, role].compactMap(\.self).joined(separator: "-")
      var obligation = Obligation(
        key: ObligationKey(
          ItemKey(document.id, occurrence: occurrence, round: round(of: document.id, item.occurrence)),
          .signed),
        what: what, role: role, rule: document.citation)
      obligation.opens = record.submissions.last { $0.round >= obligation.key.item.round }?.on
      obligation.date(document.signDue.map { due(of: $0, opens: obligation.opens, rulebook, context) })
      return obligation
    }
  }

  /// An obligation that lapses on the day on which what it prepared for was over.
  private func lapsing(
    _ obligation: Obligation, _ lapses: Requirement?, _ context: Context, _ rulebook: Rulebook
  ) -> Obligation {
    guard let lapses, let over = day(of: lapses, context, rulebook) else { return obligation }
    var lapsing = obligation
    lapsing.date(
      obligation.due == nil
        ? rulebook.counting(from: over, .step(lapses.step, of: item(of: lapses, context)))
        : obligation.dates.atMost(over, .lapses(lapses)))
    lapsing.lapsesOn = lapsing.due
    return lapsing
  }

  func obligations(_ approval: ApprovalDefinition, _ rulebook: Rulebook) -> [Obligation] {
    let record = self.record(ofApproval: approval.id)
    return (round(of: approval.id)...record.round).map { round in
      var obligation = Obligation(
        key: ObligationKey(ItemKey(approval.id, round: round), .approved),
        what: Phrase.approve(approval.title),
        role: approval.by.first ?? rulebook.workflow.leader, rule: approval.citation)
      obligation.opens =
        round == record.round
        ? asked(approval, rulebook)
        : asked(approval, rejected: record.rejections[record.rejections.count - record.round + round].on)
      obligation.date(approval.due.map { due(of: $0, opens: obligation.opens, rulebook, Context()) })
      obligation.route = approval.route
      return obligation
    }
  }

  /// The day on which an approval was asked: when its document was handed in, in the round that it waits for.
  func asked(_ approval: ApprovalDefinition, _ rulebook: Rulebook) -> Day? {
    let first = round(of: approval.asks)
    let round = max(approvals[approval.id]?.documentRound ?? 1, first)
    let submitted = documents[approval.asks]?.submissions.filter { $0.round >= round }.map(\.on).min()
    guard round == first, let definition = rulebook.workflow.document(approval.asks) else { return submitted }
    let opens = day(
      of: definition.opens, rulebook,
      context(definition.id, gesprek: definition.belongsTo.map { ItemKey($0) }, rulebook))
    return submitted.flatMap { submitted in opens.map { max($0, submitted) } }
  }

  /// The day on which an approval was asked that was refused on a day.
  private func asked(_ approval: ApprovalDefinition, rejected day: Day) -> Day? {
    let before = documents[approval.asks]?.submissions.filter { $0.on <= day } ?? []
    let round = before.map(\.round).max()
    return before.filter { $0.round == round }.map(\.on).min()
  }

  func obligations(
    _ task: TaskDefinition, _ units: [OutcomeUnit], _ outcomes: [Outcome], _ rulebook: Rulebook
  ) -> [Obligation] {
    guard let opening = task.opens, holds(task.when, rulebook) else { return [] }
    let deputy = task.deputies.first { holds($0.when, rulebook) }?.role
    let isNeeded = rulebook.workflow.isNeededToConfirm(task.id)
    func obligation(_ occurrence: String?, _ role: String, _ context: Context, of subject: Localized?)
      -> Obligation
    {
      var obligation = Obligation(
        key: ObligationKey(current(task.id, occurrence), .done),
        what: Phrase.task(task.title, of: subject), role: role == task.by.first ? deputy ?? role : role,
        rule: task.citation)
      obligation.opens = day(of: opening, rulebook, context)
      if isNeeded {
        obligation.isConditional = true
        obligation.opens = self.opening(ofNeeded: task, obligation.opens, units, rulebook)
      }
      if !opening.parameters.isEmpty { obligation.isConditional = true }
      obligation.date(task.due.map { due(of: $0, opens: obligation.opens, rulebook, context) })
      obligation.route = task.route
      return lapsing(obligation, task.lapses, context, rulebook)
    }
    if task.forEachUnit || task.forEachOutcome {
      var results = task.forEachUnit ? units.map { ($0.id, $0.title, $0.confirmer) } : []
      if task.forEachOutcome {
        results += outcomes.compactMap { outcome in outcome.confirmer.map { (outcome.id, outcome.title, $0) }
        }
      }
      return results.map { id, title, confirmer in
        let role = task.by.first.map { $0 == "confirmer" ? confirmer : $0 } ?? confirmer
        return obligation(id, role, context(task.id, id, unit: id, rulebook), of: title)
      }
    }
    // Of a gesprek that was closed before the traject had the task, nothing is asked afterwards.
    let arose = arose(task.when)
    return askings(of: task, rulebook).filter { asking in
      guard asking.occurrence != nil, let gesprek = asking.gesprek else { return true }
      return gesprekken[gesprek.description]?.closed.map { arose <= $0 } ?? true
    }.flatMap { asking in
      task.by.map { role in
        let parts = [asking.occurrence, task.by.count > 1 ? role : nil].compactMap(\.self)
        let occurrence = parts.isEmpty ? nil : parts.joined(separator: "-")
        return obligation(
          occurrence, role, context(task.id, occurrence, asking, rulebook),
          of: asking.subject(rulebook.workflow))
      }
    }
  }

  /// When a task opens that a unit needs for a result: only once the verdicts lead to that result.
  private func opening(
    ofNeeded task: TaskDefinition, _ own: Day?, _ units: [OutcomeUnit], _ rulebook: Rulebook
  ) -> Day? {
    units.compactMap { unit -> Day? in
      let results = unit.confirmNeeds.filter { need in
        need.requirements.contains { $0.item == task.id }
      }.map(\.result)
      guard let result = result(of: unit, rulebook.workflow), results.contains(result) else { return nil }
      return own ?? opening(of: unit, rulebook)
    }.min()
  }

  func obligation(_ unit: OutcomeUnit, _ rulebook: Rulebook) -> Obligation {
    var obligation = Obligation(
      key: ObligationKey(current(unit.id), .confirmed), what: Phrase.confirm(unit.title),
      role: unit.confirmer,
      rule: unit.citation)
    obligation.opens = opening(opening(of: unit, rulebook), onceSettled: unit.all)
    obligation.date(
      unit.due.map {
        due(of: $0, opens: obligation.opens, rulebook, context(unit.id, unit: unit.id, rulebook))
      })
    return obligation
  }
}

extension Traject.Asking {
  /// Whether nobody asked for it: it is numbered as often as it comes.
  fileprivate var isUnasked: Bool { occurrence != nil && gesprek == nil && period == nil }

  /// What it is about, in words; nothing where it is asked once.
  func subject(_ workflow: Workflow) -> Localized? {
    guard let occurrence else { return nil }
    if let gesprek { return workflow.title(of: gesprek) }
    return Phrase.occurrence(occurrence, workflow)
  }
}

extension Phrase {
  /// Handing in a document, one of the times that it is asked.
  fileprivate static func submit(
    _ document: DocumentDefinition, _ asking: Traject.Asking, _ workflow: Workflow
  ) -> Localized {
    submit(document.title, of: asking.subject(workflow))
  }

  /// Signing a document, one of the times that it is asked.
  fileprivate static func sign(
    _ document: DocumentDefinition, _ number: String?, _ asking: Traject.Asking, _ workflow: Workflow
  ) -> Localized {
    if document.each?.isByOccasion == true, let number {
      return sign(Phrase.title(document.title, occurrence: number, workflow))
    }
    let recurs = asking.gesprek?.occurrence != nil || asking.period != nil
    return sign(document.title, around: recurs ? asking.subject(workflow) : nil)
  }
}
