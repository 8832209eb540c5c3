/// The log with corrections carried out: retracted events left out, amended ones in their place, in the order of the log (GEN-13).
public enum EffectiveLog {
  /// The events of one traject as they count.
  ///
  /// What an event brought at once, as closing a gesprek or passing a phase, is left out or moved together with it.
  ///
  /// - Throws: `EventProblem` where the data put in place of an event cannot be read.
  public static func events(_ log: [LoggedEvent]) throws(EventProblem) -> [LoggedEvent] {
    guard log.contains(where: \.event.isCorrection) else { return log }
    let corrections = corrections(log)
    let ungrounded = ungrounded(log, corrections)
    var effective: [LoggedEvent] = []
    var cause: (event: LoggedEvent, corrected: LoggedEvent?)?
    for logged in log where !logged.event.isCorrection && !ungrounded.contains(logged.seq) {
      if let corrections = corrections[logged.seq] {
        let corrected = try logged.corrected(by: corrections)
        cause = (logged, corrected)
        if let corrected { effective.append(corrected) }
      } else if let cause, logged.cameAtOnce(with: cause.event) {
        // Whether an escalation is withdrawn after all is weighed again by the correction.
        if case .escalationWithdrawn = logged.event { continue }
        guard let corrected = cause.corrected else { continue }
        // The term of whoever decides counts from the day on which he got the matter.
        if case .escalated = logged.event {
          effective.append(logged)
          continue
        }
        let judged = effective.compactMap { $0.isJudged(at: logged) ? $0.happened : nil }.max()
        effective.append(logged.moved(to: max(corrected.happened, judged ?? corrected.happened)))
      } else {
        cause = nil
        effective.append(logged)
      }
    }
    // Of a traject whose start was taken out nothing is left.
    if case .started = effective.first?.event { return effective }
    return []
  }

  /// The corrections that count for each corrected event, in the order of the log: those that were not taken out.
  static func corrections(_ log: [LoggedEvent]) -> [Int: [LoggedEvent]] {
    var corrections: [Int: [LoggedEvent]] = [:]
    var retracted: Set<Int> = []
    for logged in log.reversed() {
      guard case .corrected(let corrected) = logged.event, !retracted.contains(logged.seq) else { continue }
      if corrected.isRetraction { retracted.insert(corrected.event) }
      corrections[corrected.event, default: []].insert(logged, at: 0)
    }
    return corrections
  }

  /// The withdrawals that came with a correction which counts no longer, as it was taken out or another came after it.
  ///
  /// Without it the escalation stands as it was; whether it is withdrawn after all is weighed by what came in its place.
  private static func ungrounded(_ log: [LoggedEvent], _ corrections: [Int: [LoggedEvent]]) -> Set<Int> {
    var ungrounded: Set<Int> = []
    var cause: LoggedEvent?
    for logged in log {
      if case .corrected(let corrected) = logged.event {
        // What falls along with a correction has that one as its cause.
        if corrected.along == nil || cause == nil { cause = logged }
        continue
      }
      guard let correction = cause, case .corrected(let corrected) = correction.event,
        logged.actor == .system,
        logged.recorded == correction.recorded, logged.batch == correction.batch
      else {
        cause = nil
        continue
      }
      let counts = corrections[corrected.event]?.last?.seq == correction.seq
      if case .escalationWithdrawn = logged.event, !counts { ungrounded.insert(logged.seq) }
    }
    return ungrounded
  }

  /// The state that follows from the log of one traject; `nil` where it does not begin with a start.
  public static func replay(_ log: [LoggedEvent], workflow: Workflow) throws(EventProblem) -> Traject? {
    var state: Traject?
    for logged in try events(log) { state = apply(logged, to: state, workflow) }
    if let last = log.last?.seq { state?.lastEvent = last }
    state?.keepNumbers(of: log)
    for logged in log {
      if case .claimed(let claimed) = logged.event { state?.give(numberOf: claimed) }
      guard case .escalated(let escalated) = logged.event, let opened = state?.escalationsOpened else {
        continue
      }
      state?.escalationsOpened = max(opened, Traject.Escalation.number(escalated.escalation))
    }
    return state
  }

  /// The state after one more event; the first has to be a start.
  public static func apply(_ logged: LoggedEvent, to state: Traject?, _ workflow: Workflow) -> Traject? {
    guard var state else {
      guard case .started(let started) = logged.event, let phase = workflow.phases.first else { return nil }
      return Traject(started, id: logged.traject, phase: phase.id, number: logged.seq)
    }
    state.evolve(logged.event, meets: logged.meets, by: logged.actor, on: logged.happened, number: logged.seq)
    return state
  }
}

extension Event.Corrected {
  /// Whether it takes the event out, instead of giving it other data or another day.
  public var isRetraction: Bool { data == nil && happened == nil }
}

extension Event {
  /// Whether it corrects another event.
  public var isCorrection: Bool {
    if case .corrected = self { true } else { false }
  }
}

extension LoggedEvent {
  /// Whether another event of the same command brought this one by itself: it closed what was held, or passed a phase.
  func cameAtOnce(with cause: LoggedEvent) -> Bool {
    guard recorded == cause.recorded, batch == cause.batch else { return false }
    switch (cause.event, event) {
    case (.held(let held), .closed(let gesprek, _)): return gesprek == held.gesprek && seq == cause.seq + 1
    case (.held(let held), .escalated(let escalated)):
      return actor == .system && escalated.obligation == ObligationKey(held.gesprek, .closed)
    case (.closed(let gesprek, _), .escalated(let escalated)):
      return actor == .system && escalated.obligation == ObligationKey(gesprek, .closed)
    case (_, .escalationWithdrawn): return actor == .system
    case (_, .advanced): return actor == .system && happened == cause.happened
    default: return false
    }
  }

  /// Whether something was said here of an outcome at the gesprek that another event closes: it closes on what there is.
  fileprivate func isJudged(at closing: LoggedEvent) -> Bool {
    guard case .closed(let gesprek, _) = closing.event else { return false }
    return switch event {
    case .assessed(let assessed): assessed.gesprek == gesprek.description
    case .feedbackGiven(let given): given.gesprek == gesprek.description
    default: false
    }
  }

  /// The event as its corrections leave it, each on top of those before; `nil` where it was taken out.
  func corrected(by corrections: [LoggedEvent]) throws(EventProblem) -> LoggedEvent? {
    var result = self
    var isOut = false
    for correction in corrections {
      guard case .corrected(let corrected) = correction.event else { continue }
      isOut = corrected.isRetraction
      if let data = corrected.data {
        result.event = try Event(type: event.type, data: data)
        result.meets = correction.meets
      }
      result.happened = corrected.happened ?? result.happened
    }
    return isOut ? nil : result
  }

  /// The event on another day.
  fileprivate func moved(to day: Day) -> LoggedEvent {
    var moved = self
    moved.happened = day
    return moved
  }
}
