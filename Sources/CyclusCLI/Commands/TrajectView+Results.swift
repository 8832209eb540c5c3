import CyclusCore

// What a traject has come to as `show` gives it: verdicts, units, counters and open escalations.
extension TrajectView {
  /// The lines on results; none where there is nothing to say.
  func writeResults() throws {
    let console = session.console
    let lines =
      try verdictLines() + unitLines() + choiceLines() + validityLines() + counterLines()
      + escalationLines()
    guard !lines.isEmpty else { return }
    console.out()
    console.out(console.styled(session.text("Stand", "Results"), .bold))
    for line in lines { console.out(TerminalText.hang(line, width: console.width ?? 100, indent: 2)) }
  }

  private func verdictLines() throws -> [String] {
    try standing.outcomes.compactMap { outcome in
      let credits = outcome.credits.map { " (\($0) EC)" } ?? ""
      let name = session.text(outcome.title) + credits
      let earlier = try replaced(outcome)
      if let confirmed = state.confirmation(of: outcome.id) {
        let day = session.long(confirmed.on)
        return "\(name): \(confirmed.result)" + session.text(", bevestigd op \(day)", ", confirmed on \(day)")
          + earlier
      }
      if let verdict = state.finalVerdict(on: outcome.id) { return "\(name): \(verdict)\(earlier)" }
      if let before = state.lastVerdict(on: outcome.id) { return "\(name): \(before), \(openAgain)" }
      guard let interim = state.judgements.last(where: { $0.outcome == outcome.id && $0.verdict != nil })
      else { return outcome.when == nil || outcome.kind == .repair ? nil : "\(name): \(asked(of: outcome))" }
      return "\(name): \(interim.verdict ?? "") (\(session.text("tussentijds", "interim")))"
    }
  }

  /// The verdicts that another took the place of: which, when and by whom.
  private func replaced(_ outcome: Outcome) throws -> String {
    let earlier = try state.replacedVerdicts(on: outcome).map { judgement in
      let who = try judgement.by.map { ", " + (try session.name($0)) } ?? ""
      return "\(judgement.verdict ?? ""), \(session.long(judgement.on))\(who)"
    }
    guard !earlier.isEmpty else { return "" }
    return session.text(" (eerder: ", " (earlier: ") + earlier.joined(separator: "; ") + ")"
  }

  /// What is asked on an outcome that not every traject has, as long as nothing was said of it.
  private func asked(of outcome: Outcome) -> String {
    switch outcome.kind {
    case .summative, .repair: session.text("nog geen oordeel", "no verdict yet")
    case .formative: session.text("feedback, geen oordeel", "feedback, no verdict")
    case .epa: session.text("nog niet verklaard", "not declared yet")
    case .instituteOnly: session.text("volledig van het instituut", "wholly the institute's")
    }
  }

  private func choiceLines() -> [String] {
    guard !state.hasEnded else { return [] }
    return state.undecided(rulebook).map { parameter in
      session.text("Nog niet gekozen: ", "Not chosen yet: ") + session.text(parameter.title)
        + " (set \(parameter.id)=…)"
    }
  }

  private var openAgain: String { session.text("opnieuw gevraagd", "asked again") }

  /// Whether an outcome has a verdict, and is judged once more.
  func isAskedAgain(_ outcome: String) -> Bool {
    state.finalVerdict(on: outcome) == nil && state.lastVerdict(on: outcome) != nil
  }

  /// The result of each unit and its day; from the first final verdict on also that it is not confirmed yet.
  private func unitLines() -> [String] {
    standing.units.compactMap { unit in
      let name = session.text("Onderwijseenheid ", "Unit ") + session.text(unit.title)
      if let confirmed = state.lastConfirmation(of: unit.id) {
        let day = session.long(confirmed.on)
        let isOpen = state.confirmation(of: unit.id) == nil
        return "\(name): \(confirmed.result)" + session.text(", bevestigd op \(day)", ", confirmed on \(day)")
          + (isOpen ? ", \(openAgain)" : "")
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
        + (range.isEmpty ? "" : session.text(" van ", " of ") + range) + signed(counter) + derived(counter)
    }
  }

  /// How much of what is signed block by block is signed, and how much is not.
  private func signed(_ counter: CounterDefinition) -> String {
    guard let counted = state.counted(counter, rulebook) else { return "" }
    return session.text(
      " (\(counted.signed) ondertekend, \(counted.unsigned) niet ondertekend)",
      " (\(counted.signed) signed, \(counted.unsigned) not signed)")
  }

  /// Until when each document that can run out is valid.
  private func validityLines() -> [String] {
    rulebook.workflow.documents.filter { $0.validity != nil && state.holds($0.when, rulebook) }.map {
      document in
      let name = session.text(document.title)
      guard let last = state.validUntil(document.id, rulebook) else {
        return name + session.text(": geen geldige bekend", ": no valid one known")
      }
      let day = session.long(last)
      return name
        + (last < today
          ? session.text(": verlopen, geldig tot en met \(day)", ": run out, valid until \(day)")
          : session.text(": geldig tot en met \(day)", ": valid until \(day)"))
    }
  }

  /// The time that follows from gesprekken, beside what was counted by hand; nothing where none was recorded.
  private func derived(_ counter: CounterDefinition) -> String {
    guard let role = counter.gesprekkenWith, case let minutes = state.minutes(with: role, rulebook),
      minutes > 0
    else { return "" }
    let (hours, rest) = (minutes / 60, String(minutes % 60))
    let time = "\(hours):" + (rest.count < 2 ? "0" + rest : rest)
    return session.text(" · uit gesprekken: \(time) uur", " · from gesprekken: \(time) hours")
  }

  private func escalationLines() -> [String] {
    state.openEscalations.map { escalation in
      "\(escalation.id) \(session.text(rulebook.workflow.title(of: escalation.route)))"
        + session.text(" sinds ", " since ") + session.short(escalation.opened)
    }
  }
}
