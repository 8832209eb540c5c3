/// Weighs a correction: what later events would no longer hold if an event were taken out or given other data.
public struct Correction: Sendable {
  /// The log of the traject, corrections included.
  public var log: [LoggedEvent]
  /// The workflow version to which the traject is pinned.
  public var workflow: Workflow

  /// Creates a correction of a traject.
  public init(log: [LoggedEvent], workflow: Workflow) {
    self.log = log
    self.workflow = workflow
  }

  /// The correcting event, or a refusal that names every later event that would fall.
  ///
  /// New data are stored as the command would have stored them, with what they meet. Where an obligation turns out
  /// to have been met in time, its automatic escalation is withdrawn.
  public func weigh(_ corrected: Event.Corrected, by actor: Actor, on today: Day) throws(Refusal) -> Decision
  {
    let target = try target(of: corrected, today)
    var entry = Decision.Entry(
      event: .corrected(corrected), actor: actor, happened: today, rules: ["GEN-13"], meets: [])
    let origin = origin(of: target)
    if !corrected.isRetraction { entry = try normalised(entry, of: corrected, target) }
    let before = try replayed(log, from: origin.seq)
    var after = try replayed(log + [logged(entry)], from: origin.seq)
    after.fallen.removeAll { fell in before.fallen.contains { $0.event.seq == fell.event.seq } }
    if let own = after.fallen.first(where: { $0.event.seq == origin.seq }) {
      throw Refusal(verb: "correct", traject: target.traject, missing: own.refusal.missing)
    }
    guard after.fallen.isEmpty else {
      throw Refusal(
        verb: "correct", traject: target.traject, missing: after.fallen.map { Correction.wouldFall($0.event) }
      )
    }
    return Decision(entries: [entry] + (after.state?.withdrawals(on: today) ?? []))
  }

  /// The event to be corrected, where that is possible at all.
  private func target(of corrected: Event.Corrected, _ today: Day) throws(Refusal) -> LoggedEvent {
    guard let target = log.first(where: { $0.seq == corrected.event }) else {
      throw refusal(
        "gebeurtenis \(corrected.event) hoort niet bij dit traject; zie history voor de nummers",
        "event \(corrected.event) does not belong to this traject; see history for the numbers")
    }
    if target.event.isCorrection, !corrected.isRetraction {
      throw refusal(
        "gebeurtenis \(target.seq) is zelf een correctie: neem haar terug, of geef gebeurtenis \(origin(of: target).seq) nieuwe gegevens",
        "event \(target.seq) is a correction itself: take it out, or give event \(origin(of: target).seq) other data"
      )
    }
    if !target.event.isCorrection, target.actor == .system {
      throw refusal(
        "gebeurtenis \(target.seq) is van het systeem: corrigeer de gebeurtenis die eraan voorafging",
        "event \(target.seq) is the system's: correct the event before it")
    }
    if case .started = target.event {
      throw refusal(
        "de start van een traject kan niet worden teruggenomen", "the start of a traject cannot be taken out")
    }
    if corrected.isRetraction, isOut(target) {
      throw refusal(
        "gebeurtenis \(target.seq) is al teruggenomen", "event \(target.seq) has been taken out already")
    }
    if let happened = corrected.happened, happened > today {
      let sentence = Sentence.afterToday(happened, today)
      throw refusal(sentence.nl, sentence.en)
    }
    return target
  }

  /// Whether an event was taken out before.
  private func isOut(_ target: LoggedEvent) -> Bool {
    guard let corrections = EffectiveLog.corrections(log)[target.seq],
      case .corrected(let last) = corrections.last?.event
    else { return false }
    return last.isRetraction
  }

  /// The event that a correction, or a correction of one, is about in the end.
  private func origin(of event: LoggedEvent) -> LoggedEvent {
    var origin = event
    while case .corrected(let corrected) = origin.event, corrected.event < origin.seq,
      let earlier = log.first(where: { $0.seq == corrected.event })
    {
      origin = earlier
    }
    return origin
  }

  /// The correction with its data as the command would have stored them at the place of the event.
  ///
  /// Another day may ask for other data too: the term of an escalation counts from it.
  private func normalised(
    _ entry: Decision.Entry, of corrected: Event.Corrected, _ target: LoggedEvent
  ) throws(Refusal) -> Decision.Entry {
    guard target.event.command != nil else {
      guard corrected.data != nil else { return entry }
      throw refusal(
        "gebeurtenis \(target.seq) (\(target.event.name.nl)) kan alleen worden teruggenomen",
        "event \(target.seq) (\(target.event.name.en)) can only be taken out")
    }
    let tried = try replayed(log + [logged(entry)], from: target.seq, upTo: target.seq)
    if let fell = tried.fallen.first {
      throw Refusal(verb: "correct", traject: target.traject, missing: fell.refusal.missing)
    }
    guard let (event, given) = tried.last, given.event.type == target.event.type else { return entry }
    let kept = given.event.keepingNumber(of: target.event)
    if corrected.data == nil, kept == event { return entry }
    var stored = corrected
    stored.data = kept.data
    var result = entry
    result.event = .corrected(stored)
    result.meets = given.meets
    return result
  }

  /// An entry as the next event of the log.
  private func logged(_ entry: Decision.Entry) -> LoggedEvent {
    LoggedEvent(
      seq: (log.last?.seq ?? 0) + 1, traject: log.first?.traject ?? 0, event: entry.event, meets: entry.meets,
      phase: log.last?.phase ?? "", actor: entry.actor, recorder: 0, source: nil, happened: entry.happened,
      recorded: log.last?.recorded ?? Instant(milliseconds: 0), rules: entry.rules, batch: 0)
  }

  /// What comes of a log when the events from a number on are decided again.
  private struct Replay {
    /// The events that would be refused, which are left out.
    var fallen: [(event: LoggedEvent, refusal: Refusal)] = []
    /// The last event that was decided again, and the first entry that this gave.
    var last: (event: Event, entry: Decision.Entry)?
    var state: Traject?
  }

  private func replayed(_ log: [LoggedEvent], from seq: Int, upTo end: Int = .max) throws(Refusal) -> Replay {
    let effective: [LoggedEvent]
    do { effective = try EffectiveLog.events(log) } catch {
      throw refusal(
        "de nieuwe gegevens kloppen niet: \(error.what)", "the new data are not right: \(error.what)")
    }
    var replay = Replay()
    for logged in effective where logged.seq <= end {
      if let before = replay.state, logged.seq >= seq, logged.actor != .system,
        let command = logged.event.command,
        let rulebook = try? Rulebook(workflow: workflow, traject: before)
      {
        let occasion = Occasion(
          actor: logged.actor, happened: logged.happened,
          today: max(logged.happened, logged.recorded.dutchDay))
        do {
          replay.last = try before.decide(command, by: rulebook, on: occasion).entries.first.map {
            (logged.event, $0)
          }
        } catch {
          replay.fallen.append((logged, error))
          continue
        }
      }
      replay.state = EffectiveLog.apply(logged, to: replay.state, workflow)
    }
    return replay
  }

  private func refusal(_ nl: String, _ en: String) -> Refusal {
    Refusal(
      verb: "correct", traject: log.first?.traject,
      missing: [.init(what: Localized(nl: "correctie", en: "correction"), message: Sentence.plainly(nl, en))])
  }

  private static func wouldFall(_ event: LoggedEvent) -> Refusal.Missing {
    let (seq, name, day) = (event.seq, event.event.name, event.happened)
    return Refusal.Missing(
      what: Localized(nl: "gebeurtenis \(seq) (\(name.nl))", en: "event \(seq) (\(name.en))"),
      message: Sentence.plainly(
        "gebeurtenis \(seq) (\(name.nl), \(day.longNL)) houdt dan geen stand: corrigeer die eerst",
        "event \(seq) (\(name.en), \(day.longEN)) would no longer hold: correct that first"))
  }
}

extension Event {
  /// The event with what never changes: the number that something was given, and who recorded a verdict.
  fileprivate func keepingNumber(of original: Event) -> Event {
    switch (self, original) {
    case (.escalated(var escalated), .escalated(let opened)):
      escalated.escalation = opened.escalation
      return .escalated(escalated)
    case (.goalSet(_, let prose, let codes), .goalSet(let id, _, _)):
      return .goalSet(id: id, prose: prose, codes: codes)
    case (.agreementMade(var made), .agreementMade(let before)):
      made.id = before.id
      return .agreementMade(made)
    case (.assessed(var assessed), .assessed(let before)):
      assessed.recordedBy = before.recordedBy
      return .assessed(assessed)
    default: return self
    }
  }

  /// The command that gives this event; `nil` for what only the system or another event brings.
  var command: Command? {
    switch self {
    case .started, .blocked, .flagged, .escalationClimbed, .escalationWithdrawn, .corrected: nil
    case .assigned(let role, let person, let since): .assign(role: role, person: person, since: since)
    case .planned(let gesprek, let at, let mode): .plan(gesprek: gesprek.description, at: at, mode: mode)
    case .cancelled(let gesprek, let why): .cancel(gesprek: gesprek.description, why: why)
    case .held(let held):
      .held(
        Command.Held(
          gesprek: held.gesprek.description,
          present: held.present.map { Command.Present(role: $0.role, person: $0.person) }, mode: held.mode,
          conclusion: held.conclusion, record: held.record))
    case .closed(let gesprek, let record): .close(gesprek: gesprek.description, record: record)
    case .submitted(let submitted):
      .submit(
        Command.Submit(
          document: ItemKey(submitted.document.id, occurrence: submitted.document.occurrence).description,
          reference: submitted.reference, parts: submitted.parts, validUntil: submitted.validUntil))
    case .signed(let document): .sign(document: document.description)
    case .approved(let approval): .approve(approval: approval.id)
    case .rejected(let approval, _, let why): .reject(approval: approval.id, why: why)
    case .assessed(let assessed):
      .assess(
        Command.Assess(
          outcome: assessed.outcome, gesprek: assessed.gesprek, verdict: assessed.verdict,
          example: assessed.example, why: assessed.why, nextStep: assessed.nextStep, form: assessed.form,
          parts: assessed.parts))
    case .feedbackGiven(let given):
      .feedback(
        Command.Feedback(
          outcome: given.outcome, gesprek: given.gesprek, seen: given.seen, growth: given.growth,
          toGrow: given.toGrow, form: given.form, isNotSeen: given.isNotSeen, why: given.why))
    case .confirmed(let subject, _, _): .confirm(subject: subject)
    case .counted(let counter, let amount): .count(counter: counter, amount: amount)
    case .done(let obligation): .done(obligation: obligation.item.description)
    case .advanced(_, let to): .advance(to: to)
    case .completed: .advance(to: nil)
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
          analysis: decided.analysis, intervention: decided.intervention))
    case .stoodIn(let corner, let role, let since): .standIn(corner: corner, role: role, since: since)
    case .parameterSet(let name, let value): .set(parameter: name, value: value)
    case .schoolSet(let school): .setSchool(school)
    case .extended(let until): .extend(until: until)
    case .noted(let text): .note(text: text)
    case .waived(let obligation, let why): .waive(obligation: obligation.description, why: why)
    case .snoozed(let obligation, let until, let why):
      .snooze(obligation: obligation.description, until: until, why: why)
    case .paused(let cause, let since): .pause(from: since, cause: cause)
    case .resumed: .resume
    case .disputed(let disputed): .dispute(outcome: disputed.outcome, why: disputed.why)
    case .discussed(let discussed):
      .dialogue(
        Command.Dialogue(
          outcome: discussed.outcome, why: discussed.why, agreed: discussed.agreed,
          isAbsent: discussed.isAbsent))
    case .goalSet(_, let prose, let codes): .goal(prose: prose, codes: codes)
    case .agreementMade(let made):
      .agree(Command.Agree(what: made.what, owner: made.owner, due: made.due, firstStep: made.firstStep))
    case .agreementSettled(let settled):
      .settle(
        Command.Settle(
          agreement: settled.id, status: settled.status, why: settled.why, needs: settled.needs))
    case .terminated(let reason): .terminate(reason: reason)
    }
  }
}
