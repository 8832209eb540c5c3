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
    for (place, logged) in effective.enumerated() where logged.seq <= end {
      if let fell = cause, logged.cameAtOnce(with: fell) { continue }
      cause = nil
      if let before = replay.state, logged.seq >= seq, logged.actor != .system,
        let command = logged.event.command,
        let rulebook = self.rulebook(of: before)
      {
        var occasion = Occasion(
          actor: logged.actor, happened: logged.happened,
          today: max(logged.happened, logged.recorded.dutchDay))
        occasion.isReplay = true
        do {
          let entries = try before.decide(command, by: rulebook, on: occasion).entries
          replay.last = entries.first.map { (logged.event, $0) }
          if let decided = entries.first { try checkResult(of: logged, decided.event) }
          try checkPhases(of: logged, entries, effective[(place + 1)...].first)
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

  /// Refuses an extension that would ask the last phases again where it did not, or the other way round.
  ///
  /// What it asked once more stands in an event of its own, which was decided then and is not made up afterwards.
  private func checkPhases(
    of logged: LoggedEvent, _ decided: [Decision.Entry], _ next: LoggedEvent?
  ) throws(Refusal) {
    guard case .extended = logged.event else { return }
    let asks = decided.contains { $0.event.asksAgain }
    let asked = next.map { $0.event.asksAgain && $0.cameAtOnce(with: logged) } ?? false
    guard asks != asked else { return }
    let message = Sentence.plainly(
      "deze verlenging steunt op een eerdere, die de laatste fasen opnieuw vroeg: leg haar na de correctie opnieuw vast met extend",
      "this extension rests on an earlier one, which asked the last phases again: record it anew with extend after the correction"
    )
    throw Refusal(
      verb: "correct", traject: logged.traject,
      missing: [
        Refusal.Missing(
          what: Localized(nl: "verlenging", en: "extension"), message: message,
          rule: workflow.extensions?.citation ?? Citation())
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

extension Event {
  /// Whether it enters a phase once more, with what is asked again there.
  fileprivate var asksAgain: Bool {
    if case .advanced(_, _, let again) = self { !again.isEmpty } else { false }
  }
}
