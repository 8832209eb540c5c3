import CyclusCore

// The course of a traject as `show` gives it: pauses, agreements, goals, disputes and its end.
extension TrajectView {
  var pauses: JSONValue {
    .array(
      state.pauses.map { pause in
        [
          "since": JSONValue(pause.since), "until": JSONValue(pause.until),
          "cause": .string(pause.cause.rawValue), "days": JSONValue(pause.days(upTo: today)),
        ]
      })
  }

  var agreements: JSONValue {
    .array(
      state.agreements.map { agreement in
        [
          "agreement": .string(agreement.id), "made_on": JSONValue(agreement.on),
          "owner": .string(agreement.owner), "due": JSONValue(agreement.due),
          "status": JSONValue(agreement.status?.rawValue), "settled_on": JSONValue(agreement.settled),
        ]
      })
  }

  /// What is said of an outcome in dispute; nothing where it never was.
  func dispute(on outcome: String) -> JSONValue {
    guard let dispute = state.dispute(on: outcome) else { return .null }
    return [
      "disputed_on": JSONValue(dispute.on), "verdict": .string(dispute.verdict),
      "discussed_on": JSONValue(dispute.discussed), "ruling": JSONValue(dispute.ruling),
      "ruled_on": JSONValue(dispute.ruled), "decided": .bool(dispute.isDecided),
    ]
  }

  /// The lines on pauses, agreements and goals; none where there is nothing to say.
  func writeCourse() throws {
    let lines = pauseLines() + (try agreementLines()) + (try goalLines())
    guard !lines.isEmpty else { return }
    session.console.out()
    for line in lines {
      session.console.out(TerminalText.hang(line, width: session.console.width ?? 100, indent: 2))
    }
  }

  private func pauseLines() -> [String] {
    guard !state.pauses.isEmpty else { return [] }
    let total = state.pauses.reduce(0) { $0 + $1.days(upTo: today) }
    let stretches = state.pauses.map { pause in
      session.short(pause.since) + " – " + (pause.until.map(session.short) ?? session.text("nu", "now"))
    }
    let days = Noun.day.count(total, session.language)
    return [session.text("Pauzes: \(days) (", "Pauses: \(days) (") + stretches.joined(separator: ", ") + ")"]
  }

  private func agreementLines() throws -> [String] {
    try state.agreements.filter { $0.status == nil || $0.status == .notDone }.map { agreement in
      let text = try session.store(.read).text(agreement.what) ?? session.text("(gewist)", "(erased)")
      let owner = session.text(rulebook.workflow.title(of: agreement.owner))
      return "\(agreement.id) \(TerminalText.clean(text)) · \(owner) · "
        + session.text("uiterlijk ", "by ") + session.short(agreement.due, in: today.year)
        + (agreement.status == .notDone ? session.text(" · niet nagekomen", " · not done") : "")
    }
  }

  private func goalLines() throws -> [String] {
    try state.goals.map { goal in
      let parts = try (rulebook.workflow.goals?.parts ?? []).compactMap { part -> String? in
        if let code = goal.codes[part.id] { return session.text(rulebook.workflow.title(of: code)) }
        return try goal.prose[part.id].flatMap { try session.store(.read).text($0) }.map(TerminalText.clean)
      }
      return "\(goal.id) " + parts.joined(separator: " · ")
    }
  }
}
