// The log of a traject with a correction in it, decided again from the corrected event on.
extension Correction {
  /// What comes of a log when the events from a number on are decided again.
  struct Replay {
    /// The events that would be refused, which are left out together with what they brought at once.
    var fallen: [(event: LoggedEvent, refusal: Refusal)] = []
    /// The last event that was decided again, and the first entry that this gave.
    var last: (event: Event, entry: Decision.Entry)?
    /// The state at the end; `nil` where the start was taken out.
    var state: Traject?
  }

  /// Decides the events of a log again, from a number on and no further than another.
  ///
  /// Keeping what falls in place shows what falls by itself, and not only because another one does.
  func replayed(
    _ log: [LoggedEvent], from seq: Int, upTo end: Int = .max, keepingFallen: Bool = false
  ) throws(Refusal) -> Replay {
    let effective: [LoggedEvent]
    do { effective = try EffectiveLog.events(log) } catch { throw unreadable(error) }
    var replay = Replay()
    var cause: LoggedEvent?
    for logged in effective where logged.seq <= end {
      if let fell = cause, logged.cameAtOnce(with: fell) { continue }
      cause = nil
      if let before = replay.state, logged.seq >= seq, logged.actor != .system,
        let command = logged.event.command,
        let rulebook = try? Rulebook(workflow: workflow, traject: before)
      {
        var occasion = Occasion(
          actor: logged.actor, happened: logged.happened,
          today: max(logged.happened, logged.recorded.dutchDay))
        occasion.isReplay = true
        do {
          let decided = try before.decide(command, by: rulebook, on: occasion).entries.first
          replay.last = decided.map { (logged.event, $0) }
          if let decided { try checkResult(of: logged, decided.event) }
        } catch {
          replay.fallen.append((logged, error))
          if !keepingFallen {
            cause = logged
            continue
          }
        }
      }
      replay.state = EffectiveLog.apply(logged, to: replay.state, workflow)
    }
    return replay
  }

  /// Refuses a result that rests on verdicts which would give another.
  private func checkResult(of logged: LoggedEvent, _ decided: Event) throws(Refusal) {
    guard case .confirmed(let subject, let result, _, _) = logged.event,
      case .confirmed(_, let now, _, _) = decided, now != result
    else { return }
    throw Refusal(
      verb: "correct", traject: logged.traject,
      missing: [
        Refusal.Missing(
          what: workflow.title(of: ItemKey(subject)?.id ?? subject),
          message: Sentence.plainly(
            "de uitslag volgt uit de oordelen: dat geeft \(now), niet \(result)",
            "the result follows from the verdicts: that gives \(now), not \(result)"))
      ])
  }

  /// The log with entries as its next events.
  func log(with entries: [Decision.Entry]) -> [LoggedEvent] {
    let last = log.last?.seq ?? 0
    return log
      + entries.enumerated().map { index, entry in
        LoggedEvent(
          seq: last + 1 + index, traject: log.first?.traject ?? 0, event: entry.event, meets: entry.meets,
          phase: log.last?.phase ?? "", actor: entry.actor, recorder: 0, source: nil,
          happened: entry.happened, recorded: log.last?.recorded ?? Instant(milliseconds: 0),
          rules: entry.rules, batch: 0)
      }
  }
}
