// What is owed around the gesprekken: holding and closing them, and what the judges say there.
extension Traject {
  func obligations(_ gesprek: GesprekDefinition, _ outcomes: [Outcome], _ rulebook: Rulebook) -> [Obligation]
  {
    if gesprek.each != nil { return recurring(gesprek, rulebook) }
    let context = self.context(ofGesprek: gesprek.id, rulebook)
    let record = self.record(ofGesprek: gesprek.id)
    var held = Obligation(
      key: ObligationKey(current(gesprek.id), .held), what: Phrase.hold(gesprek.title),
      role: gesprek.by.first ?? rulebook.workflow.leader, rule: gesprek.citation)
    held.opens = day(of: gesprek.opens, rulebook, context)
    held.date(gesprek.due.map { due(of: $0, opens: held.opens, rulebook, context) })
    held.route = gesprek.route
    var closed = Obligation(
      key: ObligationKey(current(gesprek.id), .closed), what: Phrase.close(gesprek.title),
      role: gesprek.closeBy.first ?? held.role, rule: gesprek.citation)
    closed.opens = dayHeld(held.key.item, rulebook)
    closed.date(gesprek.closeDue.map { due(of: $0, opens: closed.opens, rulebook, context) })
    // What took place while it was recommended only, met nothing then.
    if gesprek.when != nil {
      held.met = record?.held.first
      closed.met = record?.closed
    }
    let absent = (1...round(of: gesprek.id)).flatMap { absences(gesprek, round: $0, rulebook) }
    return planning(gesprek, before: held, rulebook) + [held]
      + judgingObligations(gesprek, outcomes, rulebook) + absent + [closed]
  }

  /// A catch-up contact with each who was missing from a gesprek that was held, made good or not.
  func absences(_ gesprek: GesprekDefinition, round: Int, _ rulebook: Rulebook) -> [Obligation] {
    guard let record = gesprekken[ItemKey(gesprek.id, round: round).description], let held = record.held.first
    else { return [] }
    let missing = Presence.missing(gesprek, record, self, rulebook.workflow)
    return gesprek.present.compactMap { presence in
      let (id, role, rule) =
        switch presence {
        case .corner(let id):
          (id, rulebook.workflow.corner(id)?.roles.first, rulebook.workflow.corner(id)?.citation)
        case .role(let id, _): (id, id, gesprek.citation)
        }
      let key = ObligationKey(ItemKey(gesprek.id, occurrence: id, round: round), .attended)
      guard let role, settled[key.description] != nil || missing.contains(id)
      else {
        return nil
      }
      var obligation = Obligation(
        key: key, what: Phrase.attend(rulebook.workflow.title(of: id), gesprek, or: gesprek.title),
        role: role,
        rule: rule ?? gesprek.citation)
      obligation.opens = held
      obligation.date(
        gesprek.closeDue.map {
          due(of: $0, opens: held, rulebook, Context(gesprek: ItemKey(gesprek.id)))
        })
      return obligation
    }
  }

  /// What the judges owe at a gesprek, per outcome; it opens with the document that comes first, or when that is too late.
  private func judgingObligations(
    _ gesprek: GesprekDefinition, _ outcomes: [Outcome], _ rulebook: Rulebook
  ) -> [Obligation] {
    guard let judging = gesprek.judging else { return [] }
    let context = self.context(ofGesprek: gesprek.id, rulebook)
    // Where the traject says that another fills in the form, it is his turn.
    let deputy = judging.deputies.first { holds($0.when, rulebook) }?.role
    let opens = judgingOpens(gesprek, judging, rulebook)
    let due = judging.due.map { self.due(of: $0, opens: opens, rulebook, context) }
    return outcomes.compactMap { outcome in
      guard let step = judging.step(for: outcome), let judge = outcome.judges.first else { return nil }
      let key = ObligationKey(current(outcome.id, gesprek.id), step)
      if step == .feedback, isOver(gesprek, key) { return nil }
      var obligation = Obligation(
        key: key,
        what: Phrase.judge(outcome.title, step, gesprek.title), role: deputy ?? judge, rule: judging.citation)
      obligation.opens = opens
      obligation.date(due)
      return obligation
    }
  }

  /// Whether feedback was not asked when a gesprek closed: it is not asked afterwards of an outcome that came later.
  private func isOver(_ gesprek: GesprekDefinition, _ key: ObligationKey) -> Bool {
    gesprekken[ItemKey(gesprek.id, round: key.item.round).description]?.closed != nil
      && settled[key.description] == nil
      && waived[key.description] == nil && !flags.contains { $0.obligation == key }
  }

  private func judgingOpens(
    _ gesprek: GesprekDefinition, _ judging: GesprekDefinition.Judging, _ rulebook: Rulebook
  ) -> Day? {
    guard let document = judging.afterDocument else {
      return day(of: gesprek.opens, rulebook, context(ofGesprek: gesprek.id, rulebook))
    }
    return effect(ofDocument: document, rulebook, Context(gesprek: ItemKey(gesprek.id)))
      ?? waitEnds(gesprek, judging, rulebook)
  }

  /// The first day on which a judge need no longer wait for the document that comes first.
  func waitEnds(_ gesprek: GesprekDefinition, _ judging: GesprekDefinition.Judging, _ rulebook: Rulebook)
    -> Day?
  {
    guard let id = judging.afterDocument, let document = rulebook.workflow.document(id),
      let wait = judging.waitsAtMost, let deadline = document.due
    else { return nil }
    let context = Context(gesprek: ItemKey(gesprek.id))
    let opens = day(of: document.opens, rulebook, context)
    guard let due = due(of: deadline, opens: opens, rulebook, context).day else { return nil }
    let key = ObligationKey(current(id, document.forEach.isEmpty ? nil : gesprek.id), .submitted)
    let last = flags.last { $0.obligation == key }?.due ?? due
    return shifted(
      last + wait.count * (wait.unit == .weeks || wait.unit == .workingWeeks ? 7 : 1), from: last, rulebook)
  }
}

extension GesprekDefinition.Judging {
  /// What is asked on an outcome; `nil` where nothing is.
  func step(for outcome: Outcome) -> Step? {
    if outcome.isJudgedByItself { return nil }
    return switch outcome.kind {
    case .summative: summative == .verdict ? .assessed : .feedback
    case .formative: formative ? .feedback : nil
    case .instituteOnly, .epa: nil
    case .repair: outcome.needsVerdict && isFinal ? .assessed : nil
    }
  }
}
