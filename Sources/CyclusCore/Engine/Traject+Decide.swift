extension Traject {
  /// Weighs a command: the events that it gives, or a refusal that names everything that is missing.
  ///
  /// What follows by itself comes with it: a phase that passes by itself, and the withdrawal of an automatic
  /// escalation whose obligation turns out to have been met in time.
  public func decide(_ command: Command, by rulebook: Rulebook, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try Standing(self, rulebook).decide(command, on: occasion)
  }

  /// The state after some entries of a decision, before they have a number in the log.
  public func applying(_ entries: [Decision.Entry]) -> Traject {
    var state = self
    for entry in entries {
      state.evolve(
        entry.event, meets: entry.meets, by: entry.actor, on: entry.happened, number: state.lastEvent + 1)
    }
    return state
  }

  /// The phases that are left by themselves because nothing holds them.
  func passages(_ rulebook: Rulebook, on day: Day) -> [Decision.Entry] {
    var entries: [Decision.Entry] = []
    var state = self
    while let phase = rulebook.workflow.phase(state.phase), phase.passesByItself, state.completed == nil,
      phase.waysOut.count == 1, let way = phase.waysOut.first, way.to != nil,
      !state.isHeld(state.askedObligations(rulebook), rulebook),
      entries.count < rulebook.workflow.phases.count
    {
      let entry = Decision.Entry(
        event: state.passing(way, rulebook), actor: .system, happened: day,
        rules: phase.citation.rules,
        meets: [])
      entries.append(entry)
      state = state.applying([entry])
    }
    return entries
  }

  /// Withdraws automatic escalations whose obligation was met in time after all, and those that a value on record
  /// brought which no longer stands there, and those of days on which the traject turns out to have been paused; of a
  /// correction also those whose obligation is not among what is owed or was.
  func withdrawals(_ rulebook: Rulebook, on today: Day, owed: Set<ObligationKey>? = nil) -> [Decision.Entry] {
    let workflow = rulebook.workflow
    let inPauses = Set(escalationsInPauses(rulebook).map(\.id))
    return openEscalations.compactMap { escalation in
      guard let key = escalation.obligation else { return nil }
      if let stands = stillStands(escalation, workflow) {
        return stands
          ? nil
          : Decision.Entry(
            event: .escalationWithdrawn(
              escalation: escalation.id, obligation: ObligationKey(ItemKey(escalation.id), .decided)),
            actor: .system, happened: today, rules: workflow.route(escalation.route)?.citation.rules ?? [],
            meets: [])
      }
      let met = settled[key.description]
      let isInTime = met.map { met in met.due.map { met.on <= $0 } ?? false } ?? false
      let isGone = owed.map { !$0.contains(key) } ?? false
      let isPaused = !isInTime && !isGone && inPauses.contains(escalation.id)
      guard isInTime || isGone || isPaused else { return nil }
      return Decision.Entry(
        event: .escalationWithdrawn(
          escalation: escalation.id, obligation: key, isGone: isGone, isPaused: isPaused),
        actor: .system, happened: today, rules: [isGone ? "GEN-13" : isPaused ? "GEN-14" : "GEN-05"],
        meets: [])
    }
  }
}

extension Deliberation {
  /// Sends the command to the file of its verb.
  mutating func weigh(_ command: Command) throws(Refusal) -> Decision {
    switch command {
    case .assign(let role, let person, let since, let beside): try assign(role, person, since, beside)
    case .plan(let gesprek, let at, let mode): try plan(gesprek, at, mode)
    case .cancel(let gesprek, let why): try cancel(gesprek, why)
    case .held(let held): try self.held(held)
    case .close(let gesprek, let record): try close(gesprek, record)
    case .submit(let submit): try self.submit(submit)
    case .sign(let document): try sign(document)
    case .approve(let approval): try approve(approval)
    case .reject(let approval, let why): try reject(approval, why)
    case .assess(let assess): try self.assess(assess)
    case .feedback(let feedback): try self.feedback(feedback)
    case .confirm(let subject): try confirm(subject)
    case .count(let counter, let amount): try count(counter, amount)
    case .done(let obligation): try done(obligation)
    case .advance(let phase): try advance(phase)
    case .block(let reason): try block(reason)
    case .unblock(let block, let why): try unblock(block, why)
    case .escalate(let reason, let about, let why): try escalate(reason, about, why)
    case .consult(let escalation, let role, let isAbsent, let why):
      try consult(escalation, role, isAbsent, why)
    case .propose(let escalation, let plan): try propose(escalation, plan)
    case .decide(let decide): try self.decide(decide)
    case .standIn(let corner, let role, let since): try standIn(corner, role, since)
    case .set, .setSchool, .extend, .note, .waive, .snooze, .pause, .resume, .dispute, .dialogue, .goal,
      .agree,
      .settle, .claim, .grant, .refuse, .deferClaim, .terminate:
      try weigh(course: command)
    }
  }

  private mutating func weigh(course command: Command) throws(Refusal) -> Decision {
    switch command {
    case .set(let parameter, let value): try set(parameter, value)
    case .setSchool(let school): try setSchool(school)
    case .extend(let until): try extend(until)
    case .note(let text): try note(text)
    case .waive(let obligation, let why): try waive(obligation, why)
    case .snooze(let obligation, let until, let why): try snooze(obligation, until, why)
    case .pause(let from, let until, let cause): try pause(from, until, cause)
    case .resume: try resume()
    case .dispute(let outcome, let why): try dispute(outcome, why)
    case .dialogue(let dialogue): try self.dialogue(dialogue)
    case .goal(let prose, let codes): try goal(prose, codes)
    case .agree(let agree): try self.agree(agree)
    case .settle(let settle): try self.settle(settle)
    case .claim(let claim): try self.claim(claim)
    case .grant(let claim, let why): try grant(claim, why)
    case .refuse(let claim, let why): try refuse(claim, why)
    case .deferClaim(let claim, let why): try deferClaim(claim, why)
    case .terminate(let reason): try terminate(reason)
    default: preconditionFailure("\(command.verb) is no command of the course")
    }
  }
}
