// Everything that is owed in a traject: a pure function of its state and its rulebook.
extension Traject {
  /// All obligations, met ones included, in the order of the workflow file.
  public func obligations(_ rulebook: Rulebook) -> [Obligation] {
    var list: [Obligation] = []
    for gesprek in rulebook.workflow.gesprekken { list += obligations(gesprek, rulebook) }
    for document in rulebook.workflow.documents { list += obligations(document, rulebook) }
    for approval in rulebook.workflow.approvals { list += obligations(approval, rulebook) }
    for task in rulebook.workflow.tasks { list += obligations(task, rulebook) }
    for unit in rulebook.workflow.units { list.append(obligation(unit, rulebook)) }
    list = list.map { finished($0, rulebook) }
    list += blockObligations(rulebook)
    list += escalationObligations(rulebook)
    return list
  }

  /// Fills in what holds for every obligation: who, what was met, what stands still, what the phase waits for.
  private func finished(_ raw: Obligation, _ rulebook: Rulebook) -> Obligation {
    var obligation = raw
    obligation.person = holder(of: raw.role)
    if let settlement = settled[raw.key.description] {
      obligation.met = settlement.on
      obligation.due = settlement.due
      return obligation
    }
    if raw.isSuspended || (!raw.lapses && (isSuspended(raw.key, rulebook) || hasEnded)) {
      obligation.isSuspended = true
      obligation.due = nil
    } else if let opens = raw.opens, let due = raw.due {
      obligation.due = raw.lapses ? due : max(opens, due)
    }
    let flagged = flags.filter { $0.obligation == raw.key }
    obligation.level = flagged.map { $0.rung + 1 }.max() ?? 0
    if let due = flagged.last?.due, obligation.due != nil { obligation.due = due }
    obligation.isBlocking =
      rulebook.workflow.phase(phase)?.leaveWhen.contains { $0.waits(for: raw.key, rulebook.workflow) }
      ?? false
    return obligation
  }

  /// Whether a standing block stops the clock of an obligation; not of what lifts that block.
  private func isSuspended(_ key: ObligationKey, _ rulebook: Rulebook) -> Bool {
    standingBlocks.contains { record in
      guard let block = rulebook.workflow.block(record.id), block.suspends else { return false }
      return !block.liftNeeds.contains { $0.covers(key, rulebook.workflow) }
    }
  }

  private func obligations(_ gesprek: GesprekDefinition, _ rulebook: Rulebook) -> [Obligation] {
    if let weeks = gesprek.weeks { return weekly(gesprek, weeks, rulebook) }
    let context = Context(gesprek: gesprek.id)
    let record = gesprekken[gesprek.id]
    var held = Obligation(
      key: ObligationKey(ItemKey(gesprek.id), .held), what: Phrase.hold(gesprek.title),
      role: gesprek.by.first ?? rulebook.workflow.leader, rule: gesprek.citation)
    held.opens = day(of: gesprek.opens, rulebook, context)
    held.due = gesprek.due.flatMap { due(of: $0, opens: held.opens, rulebook, context) }
    held.route = gesprek.route
    var closed = Obligation(
      key: ObligationKey(ItemKey(gesprek.id), .closed), what: Phrase.close(gesprek.title),
      role: gesprek.closeBy.first ?? held.role, rule: gesprek.citation)
    if let record, !record.held.isEmpty, record.closed == nil {
      // Whoever was missing is the one whose turn it is (HAN-02).
      let weighing = Deliberation(
        self, rulebook, Occasion(actor: .system, happened: from, today: from), verb: "close")
      closed.role = weighing.missingPresence(gesprek, record).first?.role ?? closed.role
    }
    closed.opens = record?.held.first
    closed.due = gesprek.closeDue.flatMap { due(of: $0, opens: closed.opens, rulebook, context) }
    return [held] + judgingObligations(gesprek, rulebook) + [closed]
  }

  /// One obligation for each teaching week in which there is a day at the workplace; it lapses with its week (HAN-27).
  private func weekly(
    _ gesprek: GesprekDefinition, _ weeks: GesprekDefinition.Weeks, _ rulebook: Rulebook
  ) -> [Obligation] {
    var list: [Obligation] = []
    var inARow: [TeachingTimeline.Week] = []
    var isOpened = false
    for week in rulebook.timeline.weeks
    where week.isPlacementWeek && week.number >= weeks.first && week.number <= weeks.last {
      let key = ObligationKey(ItemKey(gesprek.id, occurrence: "w\(week.number)"), .held)
      var held = Obligation(
        key: key, what: Phrase.hold(gesprek.title, week: week.number),
        role: gesprek.by.first ?? rulebook.workflow.leader, rule: gesprek.citation)
      held.opens = week.monday
      held.due = week.lastWorkingDay
      held.lapses = true
      held.isSuspended =
        stoodStill(on: week.lastWorkingDay, rulebook) || completed.map { $0 <= week.lastWorkingDay } ?? false
      list.append(held)
      // A week in which the clock stood still was not missed, and is none of those in a row.
      if held.isSuspended, settled[key.description] == nil { continue }
      if settled[key.description] != nil {
        inARow = []
        isOpened = false
      } else {
        inARow.append(week)
      }
      guard let task = weeks.opensTask.flatMap({ rulebook.workflow.task($0) }), !isOpened,
        let times = weeks.missedInARow, inARow.count == times
      else { continue }
      isOpened = true
      list.append(missedInARow(task, week, rulebook))
    }
    return list
  }

  private func missedInARow(_ task: TaskDefinition, _ week: TeachingTimeline.Week, _ rulebook: Rulebook)
    -> Obligation
  {
    var obligation = Obligation(
      key: ObligationKey(ItemKey(task.id, occurrence: "w\(week.number)"), .done), what: task.title,
      role: task.by.first ?? rulebook.workflow.leader, rule: task.citation)
    obligation.opens = week.lastWorkingDay + 1
    obligation.due = task.due.flatMap { due(of: $0, opens: obligation.opens, rulebook, Context()) }
    obligation.isConditional = true
    obligation.route = task.route
    return obligation
  }

  /// What the judges owe at a gesprek, per outcome; it opens with the document that comes first, or when that is too late.
  private func judgingObligations(_ gesprek: GesprekDefinition, _ rulebook: Rulebook) -> [Obligation] {
    guard let judging = gesprek.judging else { return [] }
    let context = Context(gesprek: gesprek.id)
    return outcomes(rulebook).compactMap { outcome in
      guard let step = judging.step(for: outcome.kind), let judge = outcome.judges.first else { return nil }
      var obligation = Obligation(
        key: ObligationKey(ItemKey(outcome.id, occurrence: gesprek.id), step),
        what: Phrase.judge(outcome.title, step, gesprek.title), role: judge, rule: judging.citation)
      obligation.opens = judgingOpens(gesprek, judging, rulebook)
      obligation.due = judging.due.flatMap { due(of: $0, opens: obligation.opens, rulebook, context) }
      return obligation
    }
  }

  private func judgingOpens(
    _ gesprek: GesprekDefinition, _ judging: GesprekDefinition.Judging, _ rulebook: Rulebook
  ) -> Day? {
    guard let document = judging.afterDocument else {
      return day(of: gesprek.opens, rulebook, Context(gesprek: gesprek.id))
    }
    return effect(ofDocument: document, rulebook, Context(gesprek: gesprek.id))
      ?? waitEnds(gesprek, judging, rulebook)
  }

  /// The first day on which a judge need no longer wait for the document that comes first (HAN-29).
  func waitEnds(_ gesprek: GesprekDefinition, _ judging: GesprekDefinition.Judging, _ rulebook: Rulebook)
    -> Day?
  {
    guard let id = judging.afterDocument, let document = rulebook.workflow.document(id),
      let wait = judging.waitsAtMost, let deadline = document.due,
      let due = due(of: deadline, opens: nil, rulebook, Context(gesprek: gesprek.id))
    else { return nil }
    let key = ObligationKey(ItemKey(id, occurrence: document.forEach.isEmpty ? nil : gesprek.id), .submitted)
    let last = flags.last { $0.obligation == key }?.due ?? due
    return shifted(
      last + wait.count * (wait.unit == .weeks || wait.unit == .workingWeeks ? 7 : 1), from: last, rulebook)
  }

  private func obligations(_ document: DocumentDefinition, _ rulebook: Rulebook) -> [Obligation] {
    guard holds(document.when, rulebook) else { return [] }
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

  private func obligations(_ approval: ApprovalDefinition, _ rulebook: Rulebook) -> [Obligation] {
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

  private func obligations(_ task: TaskDefinition, _ rulebook: Rulebook) -> [Obligation] {
    guard let opening = task.opens, holds(task.when, rulebook) else { return [] }
    func obligation(_ occurrence: String?, _ role: String, _ context: Context, of subject: Localized?)
      -> Obligation
    {
      var obligation = Obligation(
        key: ObligationKey(ItemKey(task.id, occurrence: occurrence), .done),
        what: Phrase.task(task.title, of: subject), role: role, rule: task.citation)
      obligation.opens = day(of: opening, rulebook, context)
      obligation.due = task.due.flatMap { due(of: $0, opens: obligation.opens, rulebook, context) }
      obligation.route = task.route
      return lapsing(obligation, task.lapses, context)
    }
    if task.forEachUnit {
      return rulebook.workflow.units.map { unit in
        let role = task.by.first.map { $0 == "confirmer" ? unit.confirmer : $0 } ?? unit.confirmer
        return obligation(unit.id, role, Context(unit: unit.id), of: unit.title)
      }
    }
    if !task.forEach.isEmpty {
      return task.forEach.flatMap { gesprek in
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

  private func obligation(_ unit: OutcomeUnit, _ rulebook: Rulebook) -> Obligation {
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

  private func blockObligations(_ rulebook: Rulebook) -> [Obligation] {
    blocks.enumerated().compactMap { index, record in
      guard let block = rulebook.workflow.block(record.id), let role = block.liftedBy.first else {
        return nil
      }
      let round = blocks[..<index].count { $0.id == record.id } + 1
      var obligation = Obligation(
        key: ObligationKey(ItemKey(block.id, round: round), .lifted), what: Phrase.lift(block.title),
        role: role,
        rule: block.citation)
      obligation.person = holder(of: role)
      obligation.opens = record.since
      obligation.met = record.until
      obligation.isBlocking = record.until == nil
      return obligation
    }
  }

  private func escalationObligations(_ rulebook: Rulebook) -> [Obligation] {
    escalations.flatMap { escalation -> [Obligation] in
      guard let route = rulebook.workflow.route(escalation.route), escalation.withdrawn == nil else {
        return []
      }
      let role = escalation.climbed ? route.next ?? route.to : escalation.to
      func obligation(_ occurrence: String?, _ step: Step, _ what: Localized, isDone: Bool) -> Obligation {
        let key = ObligationKey(ItemKey(escalation.id, occurrence: occurrence), step)
        var obligation = Obligation(key: key, what: what, role: role, rule: route.citation)
        obligation.person = holder(of: role)
        obligation.opens = escalation.opened
        obligation.due = escalation.due
        obligation.escalation = escalation.id
        obligation.met = settled[key.description]?.on ?? (isDone ? escalation.opened : nil)
        obligation.isSuspended = hasEnded && obligation.met == nil
        obligation.level = flags.filter { $0.obligation == key }.map { $0.rung + 1 }.max() ?? 0
        return obligation
      }
      var list = route.consultNeeded.map { needed in
        obligation(
          needed, .consulted, Phrase.consult(rulebook.workflow.title(of: needed), escalation.id),
          isDone: escalation.openedBy.role == needed || escalation.consulted.contains { $0.role == needed })
      }
      if route.needs.contains(.plan) {
        list.append(obligation(nil, .proposed, Phrase.propose(escalation.id), isDone: escalation.plan != nil))
      }
      list.append(obligation(nil, .decided, Phrase.decide(route.title, escalation.id), isDone: false))
      return list
    }
  }

  /// The outcomes that this traject has.
  public func outcomes(_ rulebook: Rulebook) -> [Outcome] {
    rulebook.workflow.outcomes.filter { holds($0.when, rulebook) }
  }
}

extension GesprekDefinition.Judging {
  /// What is asked on an outcome of a kind; `nil` where nothing is.
  func step(for kind: Outcome.Kind) -> Step? {
    switch kind {
    case .summative: summative == .verdict ? .assessed : .feedback
    case .formative: formative ? .feedback : nil
    case .repair: nil
    }
  }
}

extension Requirement {
  /// Whether what is required has to wait for an obligation: the same, or what comes before it.
  func waits(for key: ObligationKey, _ workflow: Workflow) -> Bool {
    if covers(key, workflow) { return true }
    switch step {
    case .closed:
      guard let gesprek = workflow.gesprek(item) else { return false }
      let isDocument = key.item.id == gesprek.judging?.afterDocument && key.step == .submitted
      let isJudged = key.step == .assessed || key.step == .feedback || isDocument
      return key.item.id == item && key.step == .held || key.item.occurrence == item && isJudged
    case .approved: return key.item.id == workflow.approval(item)?.asks && key.step == .submitted
    case .held, .submitted, .signed, .assessed, .feedback, .confirmed, .done, .lifted, .consulted, .proposed,
      .decided:
      return false
    }
  }

  /// Whether an obligation is one that the requirement asks, in any of its occurrences.
  public func covers(_ key: ObligationKey, _ workflow: Workflow) -> Bool {
    guard key.step == step else { return false }
    switch item {
    case "unit": return workflow.unit(key.item.id) != nil
    case "outcome": return workflow.outcome(key.item.id) != nil
    default: return key.item.id == item
    }
  }
}
