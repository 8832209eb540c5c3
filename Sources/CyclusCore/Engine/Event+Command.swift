// An event as the command that gave it, so that it can be decided again after a correction.
extension Event {
  /// The event with what never changes: the number that something was given, and who recorded a verdict.
  func keepingNumber(of original: Event) -> Event {
    switch (self, original) {
    case (.escalated(var escalated), .escalated(let opened)):
      escalated.escalation = opened.escalation
      return .escalated(escalated)
    case (.goalSet(_, let prose, let codes), .goalSet(let id, _, _)):
      return .goalSet(id: id, prose: prose, codes: codes)
    case (.agreementMade(var made), .agreementMade(let before)):
      made.id = before.id
      return .agreementMade(made)
    case (.claimed(var claimed), .claimed(let before)) where claimed.subject != nil:
      claimed.id = before.id
      return .claimed(claimed)
    case (.assessed(var assessed), .assessed(let before)):
      assessed.recordedBy = before.recordedBy
      return .assessed(assessed)
    default: return self
    }
  }

  /// The command that gives this event; `nil` for what only the system or another event brings.
  var command: Command? {
    switch self {
    case .started, .blocked, .flagged, .escalationClimbed, .escalationWithdrawn, .corrected,
      .calendarAdopted:
      nil
    case .assigned(let role, let person, let since, let beside):
      .assign(role: role, person: person, since: since, beside: beside)
    case .planned(let gesprek, let at, let mode): .plan(gesprek: gesprek.description, at: at, mode: mode)
    case .cancelled(let gesprek, let why): .cancel(gesprek: gesprek.description, why: why)
    case .held(let held):
      .held(
        Command.Held(
          gesprek: held.gesprek.description,
          present: held.present.map { Command.Present(role: $0.role, person: $0.person) }, mode: held.mode,
          conclusion: held.conclusion, minutes: held.minutes, record: held.record))
    case .closed(let gesprek, let record): .close(gesprek: gesprek.description, record: record)
    case .submitted(let submitted):
      .submit(
        Command.Submit(
          document: ItemKey(submitted.document.id, occurrence: submitted.document.occurrence).description,
          reference: submitted.reference, parts: submitted.parts, validUntil: submitted.validUntil))
    case .signed(let document): .sign(document: document.description)
    case .approved(let approval): .approve(approval: approval.description)
    case .rejected(let approval, _, let why): .reject(approval: approval.description, why: why)
    case .assessed(let assessed):
      .assess(
        Command.Assess(
          outcome: assessed.outcome, gesprek: assessed.gesprek, verdict: assessed.verdict,
          example: assessed.example, why: assessed.why, nextStep: assessed.nextStep, form: assessed.form,
          parts: assessed.parts, proofs: assessed.proofs, references: assessed.references,
          values: assessed.values))
    case .feedbackGiven(let given):
      .feedback(
        Command.Feedback(
          outcome: given.outcome, gesprek: given.gesprek, seen: given.seen, growth: given.growth,
          toGrow: given.toGrow, form: given.form, isNotSeen: given.isNotSeen, why: given.why))
    case .confirmed(let subject, _, _, _): .confirm(subject: subject)
    case .counted(let counter, let amount, _): .count(counter: counter, amount: amount)
    case .done(let obligation): .done(obligation: obligation.item.description)
    case .advanced(_, let to, _): .advance(to: to)
    case .completed: .advance(to: "completed")
    case .unblocked(let block, let why): why.map { .unblock(block: block, why: $0) }
    case .escalated(let escalated):
      escalated.obligation == nil
        ? .escalate(reason: escalated.reason, about: escalated.about, why: escalated.why) : nil
    case .consulted(let id, let role, let isAbsent, let why):
      .consult(escalation: id, role: role, isAbsent: isAbsent, why: why)
    case .proposed(let id, let plan): .propose(escalation: id, plan: plan)
    case .decided(let decided):
      .decide(
        Command.Decide(
          escalation: decided.escalation, outcome: decided.outcome, why: decided.why,
          analysis: decided.analysis, intervention: decided.intervention, parts: decided.parts))
    case .stoodIn(let corner, let role, let since): .standIn(corner: corner, role: role, since: since)
    case .parameterSet(let name, let value, _): .set(parameter: name, value: value)
    case .schoolSet(let school): .setSchool(school)
    case .extended(let until): .extend(until: until)
    case .noted(let text): .note(text: text)
    case .waived(let obligation, let why): .waive(obligation: obligation.description, why: why)
    case .snoozed(let obligation, let until, let why):
      .snooze(obligation: obligation.description, until: until, why: why)
    case .paused(let cause, let since, let resumed):
      .pause(from: since, until: resumed.map { $0 - 1 }, cause: cause)
    case .resumed: .resume
    case .disputed(let disputed): .dispute(outcome: disputed.outcome, why: disputed.why)
    case .discussed(let discussed):
      .dialogue(
        Command.Dialogue(
          outcome: discussed.outcome, why: discussed.why, agreed: discussed.agreed,
          isAbsent: discussed.isAbsent, parts: discussed.parts))
    case .goalSet(_, let prose, let codes): .goal(prose: prose, codes: codes)
    case .agreementMade(let made):
      .agree(Command.Agree(what: made.what, owner: made.owner, due: made.due, firstStep: made.firstStep))
    case .agreementSettled(let settled):
      .settle(
        Command.Settle(
          agreement: settled.id, status: settled.status, why: settled.why, needs: settled.needs))
    case .claimed(let claimed):
      .claim(
        Command.Claim(item: claimed.item, proofs: claimed.proofs, references: claimed.references))
    case .claimGranted(let claim, let why): .grant(claim: claim, why: why)
    case .claimRefused(let claim, let why): .refuse(claim: claim, why: why)
    case .claimDeferred(let claim, let why, _): .deferClaim(claim: claim, why: why)
    case .terminated(let reason): .terminate(reason: reason)
    }
  }
}
