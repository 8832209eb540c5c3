/// Weighs a correction: what later events would no longer hold if an event were taken out or given other data.
public struct Correction: Sendable {
  /// The log of the traject, corrections included.
  public var log: [LoggedEvent]
  /// The workflow version to which the traject is pinned.
  public var workflow: Workflow
  /// The calendars that its events name.
  public var calendars: Calendars

  /// Creates a correction of a traject.
  public init(log: [LoggedEvent], workflow: Workflow, calendars: Calendars) {
    self.log = log
    self.workflow = workflow
    self.calendars = calendars
  }

  /// What a state of the traject is judged by; `nil` where its timeline cannot be laid out.
  func rulebook(of state: Traject) -> Rulebook? {
    try? Rulebook(workflow: workflow, traject: state, calendar: calendars.calendar(of: state))
  }

  /// The correcting events, or a refusal that names every later event that would fall.
  ///
  /// With a cascade the later events fall, each by a correction of its own that names the event with which it fell;
  /// decisions about the student do not fall along. Taking out a correction with a cascade brings back what fell with
  /// it and still holds.
  public func weigh(
    _ corrected: Event.Corrected, by actor: Actor, on today: Day, isCascading: Bool = false
  ) throws(Refusal) -> Decision {
    let outlook = try outlook(of: corrected, by: actor, on: today, isCascading: isCascading)
    guard outlook.isAccepted else { throw Self.refusal(of: outlook, log.first?.traject) }
    return Decision(
      entries: outlook.entries, remarks: Self.remarks(on: outlook, log.first?.traject))
  }

  /// What a correction would bring about, also where it would be refused because later events would fall.
  ///
  /// New data are stored as the command would have stored them, with what they meet. Where an obligation turns out
  /// to have been met in time, or is no longer there, its automatic escalation is withdrawn.
  ///
  /// - Throws: `Refusal` where the event cannot be corrected in this way at all.
  public func outlook(
    of corrected: Event.Corrected, by actor: Actor, on today: Day, isCascading: Bool
  ) throws(Refusal) -> CorrectionOutlook {
    let target = try target(of: corrected, today)
    let origin = origin(of: target)
    let actor = try corrector(actor, of: [target, origin], on: today)
    var entry = Decision.Entry(
      event: .corrected(corrected), actor: actor, happened: today, rules: ["GEN-13"], meets: [])
    if !corrected.isRetraction { entry = try normalised(entry, of: corrected, target) }
    let fallen = try replayed(log, from: origin.seq).fallen.map(\.event.seq)
    let group = target.event.isCorrection ? group(of: target) : []
    let cascade = try cascade(of: entry, restoring: isCascading ? group : [], origin, besides: fallen)
    guard let before = try folded(log) else {
      throw refusal("de start van dit traject is teruggenomen", "the start of this traject was taken out")
    }
    let after = try folded(log(with: cascade.entries))
    let withdrawals = after.map { self.withdrawals(in: $0, on: today) } ?? []
    let follows =
      withdrawals
      + (after?.applying(withdrawals).escalations(broughtSince: before, on: today, self) ?? [])
    let (now, then) = (try effective(log), try effective(log(with: cascade.entries)))
    let stays = group.map { self.origin(of: $0) }.filter { old in
      !cascade.restored.contains { $0.seq == old.seq }
    }
    return CorrectionOutlook(
      now: now[origin.seq], then: then[origin.seq], falls: cascade.falls, restored: cascade.restored,
      stays: stays.sorted { $0.seq < $1.seq },
      along: now.values.filter { old in
        old.seq != origin.seq && then[old.seq] != old && !cascade.falls.contains { $0.event.seq == old.seq }
      }
      .sorted { $0.seq < $1.seq }.map { .init(now: $0, then: then[$0.seq]) },
      entries: cascade.entries + follows, before: before, after: after?.applying(follows),
      isCascading: isCascading, correction: self)
  }

  /// The automatic escalations that do not hold in a state, as something is no longer owed in it or was met in time.
  private func withdrawals(in state: Traject, on today: Day) -> [Decision.Entry] {
    guard let rulebook = self.rulebook(of: state) else { return [] }
    return state.withdrawals(rulebook, on: today, owed: Set(state.obligations(rulebook).map(\.key)))
  }

  /// The state that follows from a log.
  private func folded(_ log: [LoggedEvent]) throws(Refusal) -> Traject? {
    do { return try EffectiveLog.replay(log, workflow: workflow) } catch { throw unreadable(error) }
  }

  /// What is carried out together: the correction, what comes back with it, and what falls with it.
  private struct Cascade {
    var entries: [Decision.Entry]
    var falls: [CorrectionOutlook.Fall] = []
    var restored: [LoggedEvent] = []
  }

  /// Takes out what no longer holds until all that is left does; what would not hold again is not brought back.
  private func cascade(
    of entry: Decision.Entry, restoring group: [LoggedEvent], _ origin: LoggedEvent, besides known: [Int]
  ) throws(Refusal) -> Cascade {
    var group = group
    var falls: [CorrectionOutlook.Fall] = []
    while true {
      let asked = [entry] + group.map { along($0.seq, with: entry) }
      let entries = asked + falls.map { along($0.event.seq, with: entry) }
      let replay = try replayed(log(with: entries), from: origin.seq)
      let fallen = replay.fallen.filter { !known.contains($0.event.seq) }
      if let own = fallen.first(where: { $0.event.seq == origin.seq }) {
        throw Refusal(verb: "correct", traject: origin.traject, missing: own.refusal.missing)
      }
      guard !fallen.isEmpty else {
        let restored = group.map { self.origin(of: $0) }
        return Cascade(
          entries: entries, falls: try traced(falls, log(with: asked), origin), restored: restored)
      }
      let back = Set(group.map { self.origin(of: $0).seq })
      let lost = Set(fallen.map(\.event.seq)).intersection(back)
      group.removeAll { lost.contains(self.origin(of: $0).seq) }
      falls += fallen.filter { !lost.contains($0.event.seq) }.map {
        CorrectionOutlook.Fall(event: $0.event, refusal: $0.refusal, isDecision: $0.event.event.isDecision)
      }
    }
  }

  /// What falls, each with what the correction itself takes from it; what only follows from the others is marked so.
  ///
  /// Those that fall are kept in place for this: what would still be refused, is refused by the correction itself.
  private func traced(
    _ falls: [CorrectionOutlook.Fall], _ log: [LoggedEvent], _ origin: LoggedEvent
  ) throws(Refusal) -> [CorrectionOutlook.Fall] {
    guard falls.count > 1 else { return falls }
    let direct = try replayed(log, from: origin.seq, keepingFallen: true).fallen
    let reasons = Dictionary(direct.map { ($0.event.seq, $0.refusal) }) { first, _ in first }
    return falls.map { fall in
      var fall = fall
      if let reason = reasons[fall.event.seq] { fall.refusal = reason } else { fall.isFollower = true }
      return fall
    }
  }

  /// The taking out of an event that goes along with the correction of another.
  private func along(_ seq: Int, with entry: Decision.Entry) -> Decision.Entry {
    guard case .corrected(let corrected) = entry.event else { return entry }
    var along = Event.Corrected(event: seq, why: corrected.why, data: nil, happened: nil)
    along.along = corrected.event
    var result = entry
    result.event = .corrected(along)
    result.meets = []
    return result
  }

  /// The corrections by which events fell with another one, and that still count.
  private func group(of correction: LoggedEvent) -> [LoggedEvent] {
    guard let index = log.firstIndex(where: { $0.seq == correction.seq }) else { return [] }
    // Once the number of the event in the end was kept, also where a correction was what was taken out.
    var causes = [origin(of: correction).seq]
    if case .corrected(let own) = correction.event { causes.append(own.event) }
    return log[(index + 1)...].prefix { logged in
      guard case .corrected(let corrected) = logged.event else { return false }
      return corrected.along.map(causes.contains) ?? false
    }.filter { fall in
      guard case .corrected(let corrected) = fall.event else { return false }
      return !isOut(fall) && log.contains { $0.seq == corrected.event && !$0.event.isCorrection }
    }
  }

  /// The events of a log as they count, by number; withdrawals left out, as a correction weighs those again.
  private func effective(_ log: [LoggedEvent]) throws(Refusal) -> [Int: LoggedEvent] {
    do {
      return Dictionary(uniqueKeysWithValues: try EffectiveLog.events(log).map { ($0.seq, $0) }).filter {
        if case .escalationWithdrawn = $0.value.event { false } else { true }
      }
    } catch { throw unreadable(error) }
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
    if case .started = target.event {
      try checkStart(target, corrected)
    } else if !target.event.isCorrection, target.actor == .system {
      throw refusal(
        "gebeurtenis \(target.seq) is van het systeem: corrigeer de gebeurtenis die eraan voorafging",
        "event \(target.seq) is the system's: correct the event before it")
    }
    if case .calendarAdopted = target.event, !corrected.isRetraction {
      throw refusal(
        "het aannemen van een kalender krijgt geen andere dag of gegevens: neem gebeurtenis \(target.seq) terug met --retract, en neem de kalender opnieuw aan met «cyclus calendar adopt --on …»",
        "the adoption of a calendar gets no other day or data: take out event \(target.seq) with --retract, and adopt the calendar again with “cyclus calendar adopt --on …”"
      )
    }
    if corrected.isRetraction, isOut(target) {
      throw refusal(
        "gebeurtenis \(target.seq) is al teruggenomen", "event \(target.seq) has been taken out already")
    }
    if let happened = corrected.happened, happened > today {
      throw refusal(Sentence.afterToday(happened, today))
    }
    return target
  }

  /// Who corrects, in the role in which he may: whoever leads the traject, or who did what is corrected.
  private func corrector(
    _ actor: Actor, of events: [LoggedEvent], on today: Day
  ) throws(Refusal) -> Actor {
    guard let person = actor.person, let state = try folded(log) else { return actor }
    let held = try roles(of: person, as: actor.role, in: state, on: today)
    if held.contains(workflow.leader) { return Actor(person: person, role: workflow.leader) }
    if let own = events.first(where: { $0.actor.person == person }) {
      return Actor(person: person, role: held.first { $0 == own.actor.role } ?? held.first)
    }
    let leader = workflow.title(of: workflow.leader)
    throw Refusal(
      verb: "correct", traject: state.id,
      missing: [
        Refusal.Missing(
          what: Localized(nl: "correctie", en: "correction"),
          message: Sentence.plainly(
            "alleen de \(leader.nl), of wie haar deed, corrigeert gebeurtenis \(events[0].seq)",
            "only the \(leader.en), or who did it, corrects event \(events[0].seq)"),
          role: workflow.leader, person: state.holder(of: workflow.leader))
      ])
  }

  /// The roles that count for who corrects: those of the day on which he does so, or the one that he names.
  private func roles(
    of person: PersonID, as named: String?, in state: Traject, on today: Day
  ) throws(Refusal) -> [String] {
    let held = state.roles(of: person, on: today)
    guard let named else { return held }
    guard let role = workflow.role(named) else {
      throw refusal(Sentence.unknownRole(named, workflow.roles))
    }
    guard held.contains(role.id) else {
      throw refusal(Sentence.roleNotHeld(person.description, role.title, today))
    }
    return [role.id]
  }

  /// A start can only be taken out, and only while nobody has done anything in the traject.
  private func checkStart(_ start: LoggedEvent, _ corrected: Event.Corrected) throws(Refusal) {
    guard corrected.isRetraction else {
      throw refusal(
        "de start van een traject kan alleen worden teruggenomen: doe dat met --retract en begin opnieuw met start",
        "the start of a traject can only be taken out: do so with --retract, and begin anew with start")
    }
    let effective: [LoggedEvent]
    do { effective = try EffectiveLog.events(log) } catch { throw unreadable(error) }
    let later = effective.filter { $0.seq != start.seq && $0.actor != .system }
    guard later.isEmpty else {
      let numbers =
        later.prefix(8).map { String($0.seq) }.joined(separator: ", ") + (later.count > 8 ? ", …" : "")
      throw refusal(
        "in dit traject is na de start al iets vastgelegd (gebeurtenis \(numbers)): neem dat eerst terug, de laatste als eerste, of beëindig het traject met terminate",
        "something was recorded in this traject after its start (event \(numbers)): take that out first, the last one first, or end the traject with terminate"
      )
    }
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
    let tried = try replayed(log(with: [entry]), from: target.seq, upTo: target.seq)
    if let fell = tried.fallen.first {
      throw Refusal(verb: "correct", traject: target.traject, missing: fell.refusal.missing)
    }
    guard let (event, given) = tried.last, given.event.type == target.event.type else { return entry }
    let kept = given.event.keepingNumber(of: target.event)
    if let now = try effective(log)[target.seq], corrected.data != nil, kept == now.event,
      corrected.happened.map({ $0 == now.happened }) ?? true
    {
      throw refusal(
        "zo verandert er niets: gebeurtenis \(target.seq) heeft deze gegevens al, of ze volgen uit andere",
        "nothing would change: event \(target.seq) has these data already, or they follow from others")
    }
    if corrected.data == nil, kept == event { return entry }
    var stored = corrected
    stored.data = kept.data
    var result = entry
    result.event = .corrected(stored)
    result.meets = given.meets
    return result
  }
}
