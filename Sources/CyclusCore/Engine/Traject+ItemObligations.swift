// What is owed of documents, approvals, tasks and units.
extension Traject {
  func obligations(_ document: DocumentDefinition, _ rulebook: Rulebook) -> [Obligation] {
    guard holds(document.when, rulebook), !document.isNeverJudged else { return [] }
    let occurrences: [String?] = document.forEach.isEmpty ? [nil] : document.forEach
    return occurrences.flatMap { occurrence in
      let item = ItemKey(document.id, occurrence: occurrence)
      let context = Context(gesprek: occurrence ?? document.belongsTo)
      let record = documents[item.description] ?? DocumentRecord()
      return (1...record.round).map { round in
        var obligation = Obligation(
          key: ObligationKey(ItemKey(document.id, occurrence: occurrence, round: round), .submitted),
          what: Phrase.submit(document.title, of: occurrence.map { rulebook.workflow.title(of: $0) }),
          role: document.by.first ?? rulebook.workflow.leader, rule: document.citation)
        obligation.route = document.route
        if round > 1 {
          obligation.opens = record.sentBack
          obligation.due = record.sentBack.flatMap { day in
            document.againWithin.map { moved(rulebook.day($0, after: day), opens: day, rulebook) }
          }
        } else {
          obligation.opens = day(of: document.opens, rulebook, context)
          obligation.due = document.due.flatMap { due(of: $0, opens: obligation.opens, rulebook, context) }
        }
        return lapsing(obligation, document.lapses, context)
      } + signatures(document, item, record, rulebook)
    }
  }

  private func signatures(
    _ document: DocumentDefinition, _ item: ItemKey, _ record: DocumentRecord, _ rulebook: Rulebook
  ) -> [Obligation] {
    document.signedBy.map { role in
      let occurrence = [item.occurrence, role].compactMap(\.self).joined(separator: "-")
      var obligation = Obligation(
        key: ObligationKey(ItemKey(document.id, occurrence: occurrence), .signed),
        what: Phrase.sign(document.title), role: role, rule: document.citation)
      obligation.opens = record.submissions.last?.on
      return obligation
    }
  }

  /// An obligation that lapses on the day on which what it prepared for was over.
  private func lapsing(_ obligation: Obligation, _ lapses: Requirement?, _ context: Context) -> Obligation {
    guard let over = lapses.flatMap({ day(of: $0, context) }) else { return obligation }
    var lapsing = obligation
    lapsing.lapses = true
    lapsing.due = min(obligation.due ?? over, over)
    return lapsing
  }

  func obligations(_ approval: ApprovalDefinition, _ rulebook: Rulebook) -> [Obligation] {
    let record = approvals[approval.id] ?? ApprovalRecord()
    return (1...record.round).map { round in
      var obligation = Obligation(
        key: ObligationKey(ItemKey(approval.id, round: round), .approved),
        what: Phrase.approve(approval.title),
        role: approval.by.first ?? rulebook.workflow.leader, rule: approval.citation)
      obligation.opens =
        round == record.round
        ? asked(approval, rulebook) : asked(approval, rejected: record.rejections[round - 1].on)
      obligation.due = approval.due.flatMap { due(of: $0, opens: obligation.opens, rulebook, Context()) }
      obligation.route = approval.route
      return obligation
    }
  }

  /// The day on which an approval was asked: when its document was handed in, in the round that it waits for.
  func asked(_ approval: ApprovalDefinition, _ rulebook: Rulebook) -> Day? {
    let round = approvals[approval.id]?.documentRound ?? 1
    let submitted = documents[approval.asks]?.submissions.filter { $0.round >= round }.map(\.on).min()
    guard round == 1, let definition = rulebook.workflow.document(approval.asks) else { return submitted }
    let opens = day(of: definition.opens, rulebook, Context(gesprek: definition.belongsTo))
    return submitted.flatMap { submitted in opens.map { max($0, submitted) } }
  }

  /// The day on which an approval was asked that was refused on a day.
  private func asked(_ approval: ApprovalDefinition, rejected day: Day) -> Day? {
    let before = documents[approval.asks]?.submissions.filter { $0.on <= day } ?? []
    let round = before.map(\.round).max()
    return before.filter { $0.round == round }.map(\.on).min()
  }

  func obligations(_ task: TaskDefinition, _ rulebook: Rulebook) -> [Obligation] {
    guard let opening = task.opens, holds(task.when, rulebook) else { return [] }
    func obligation(_ occurrence: String?, _ role: String, _ context: Context, of subject: Localized?)
      -> Obligation
    {
      var obligation = Obligation(
        key: ObligationKey(ItemKey(task.id, occurrence: occurrence), .done),
        what: Phrase.task(task.title, of: subject), role: role, rule: task.citation)
      obligation.opens = day(of: opening, rulebook, context)
      if case .set = opening { obligation.isConditional = true }
      obligation.due = task.due.flatMap { due(of: $0, opens: obligation.opens, rulebook, context) }
      obligation.route = task.route
      return lapsing(obligation, task.lapses, context)
    }
    if task.forEachUnit {
      return units(rulebook).map { unit in
        let role = task.by.first.map { $0 == "confirmer" ? unit.confirmer : $0 } ?? unit.confirmer
        return obligation(unit.id, role, Context(unit: unit.id), of: unit.title)
      }
    }
    if !task.forEach.isEmpty {
      // Of a gesprek that was closed before the traject had the task, nothing is asked afterwards.
      let arose = arose(task.when)
      let asked = task.forEach.filter { gesprekken[$0]?.closed.map { arose <= $0 } ?? true }
      return asked.flatMap { gesprek in
        task.by.map { role in
          let occurrence = task.by.count > 1 ? "\(gesprek)-\(role)" : gesprek
          return obligation(
            occurrence, role, Context(gesprek: gesprek), of: rulebook.workflow.title(of: gesprek))
        }
      }
    }
    let context = Context(gesprek: task.belongsTo)
    return task.by.map { obligation(task.by.count > 1 ? $0 : nil, $0, context, of: nil) }
  }

  func obligation(_ unit: OutcomeUnit, _ rulebook: Rulebook) -> Obligation {
    var obligation = Obligation(
      key: ObligationKey(ItemKey(unit.id), .confirmed), what: Phrase.confirm(unit.title),
      role: unit.confirmer,
      rule: unit.citation)
    obligation.opens = day(of: unit.opens, rulebook)
    obligation.due = unit.due.flatMap {
      due(of: $0, opens: obligation.opens, rulebook, Context(unit: unit.id))
    }
    return obligation
  }
}
