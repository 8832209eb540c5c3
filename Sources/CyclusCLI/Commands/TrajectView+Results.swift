import CyclusCore

// What a traject has come to as `show` gives it: verdicts, units, counters and open escalations.
extension TrajectView {
  /// The lines on results; none where there is nothing to say.
  func writeResults() {
    let console = session.console
    let lines = verdictLines() + unitLines() + counterLines() + escalationLines()
    guard !lines.isEmpty else { return }
    console.out()
    console.out(console.styled(session.text("Stand", "Results"), .bold))
    for line in lines { console.out(TerminalText.hang(line, width: console.width ?? 100, indent: 2)) }
  }

  private func verdictLines() -> [String] {
    state.outcomes(rulebook).compactMap { outcome in
      if let verdict = state.finalVerdict(on: outcome.id) {
        return "\(session.text(outcome.title)): \(verdict)"
      }
      guard let interim = state.judgements.last(where: { $0.outcome == outcome.id && $0.verdict != nil })
      else { return nil }
      return
        "\(session.text(outcome.title)): \(interim.verdict ?? "") (\(session.text("tussentijds", "interim")))"
    }
  }

  /// The result of each unit and its day; from the first final verdict on also that it is not confirmed yet (HAN-17, HAN-52).
  private func unitLines() -> [String] {
    rulebook.workflow.units.compactMap { unit in
      let name = session.text("Onderwijseenheid ", "Unit ") + session.text(unit.title)
      if let confirmed = state.confirmations[unit.id] {
        let day = session.long(confirmed.on)
        return "\(name): \(confirmed.result)" + session.text(", bevestigd op \(day)", ", confirmed on \(day)")
      }
      guard unit.all.contains(where: { state.finalVerdict(on: $0) != nil }) else { return nil }
      return name + session.text(": nog niet bevestigd", ": not confirmed yet")
    }
  }

  private func counterLines() -> [String] {
    rulebook.workflow.counters.map { counter in
      let range = [counter.low.map(String.init), counter.high.map(String.init)].compactMap(\.self).joined(
        separator: "–")
      return "\(session.text(counter.title)): \(state.counters[counter.id, default: 0])"
        + (range.isEmpty ? "" : session.text(" van ", " of ") + range)
    }
  }

  private func escalationLines() -> [String] {
    state.openEscalations.map { escalation in
      "\(escalation.id) \(session.text(rulebook.workflow.title(of: escalation.route)))"
        + session.text(" sinds ", " since ") + session.short(escalation.opened)
    }
  }
}
