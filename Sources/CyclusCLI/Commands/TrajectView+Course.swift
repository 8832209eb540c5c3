import CyclusCore

// The course of a traject as `show` gives it: pauses, agreements, goals, disputes and its end.
extension TrajectView {
  var pauses: JSONValue {
    .array(
      state.pauses.map { pause in
        [
          "since": JSONValue(pause.since), "from": JSONValue(pause.since), "until": JSONValue(pause.until),
          "cause": .string(pause.cause.rawValue), "days": JSONValue(pause.days(upTo: today)),
          "running": .bool(pause.until == nil),
        ]
      })
  }

  /// What was used of the pauses, and what is left where the workflow sets a budget.
  var pauseLedger: JSONValue {
    let ledger = state.pauseLedger(rulebook, on: today)
    return [
      "used": JSONValue(ledger.all.used), "budget": ledger.all.budget.map { JSONValue($0) } ?? .null,
      "left": ledger.all.left.map { JSONValue($0) } ?? .null, "running_since": JSONValue(ledger.runningSince),
      "causes": .array(
        ledger.accounts.dropFirst().map { account in
          [
            "cause": JSONValue(account.cause?.rawValue), "used": JSONValue(account.used),
            "budget": account.budget.map { JSONValue($0) } ?? .null,
            "left": account.left.map { JSONValue($0) } ?? .null,
          ]
        }),
      "rule": .string(workflow.pauses?.citation.text ?? ""),
    ]
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
    let ledger = state.pauseLedger(rulebook, on: today)
    let rule = workflow.pauses.map { Report.rule($0.citation, session.language) } ?? ""
    let days = Noun.day.count(ledger.all.used, session.language)
    let budget = ledger.all.budget.map { budget in
      session.text(
        " van \(budget), nog \(max(0, budget - ledger.all.used))",
        " of \(budget), \(max(0, budget - ledger.all.used)) left")
    }
    return [
      session.text("Pauzes: \(days)", "Pauses: \(days)") + (budget ?? "") + (rule.isEmpty ? "" : " · \(rule)")
    ]
      + state.pauses.map(pauseLine) + ledger.accounts.dropFirst().map(accountLine)
      + ledger.findings.map { session.text($0).capitalisedFirst }
  }

  /// `  9 mrt – 22 mrt · 14 dagen · door de student`.
  private func pauseLine(_ pause: Traject.Pause) -> String {
    let days = Noun.day.count(pause.days(upTo: today), session.language)
    let last = pause.until.map { max(pause.since, $0 - 1) }
    let end = last.map { session.short($0, in: today.year) } ?? session.text("nu", "now")
    let stretch = last == pause.since ? "" : " – \(end)"
    return "  " + session.short(pause.since, in: today.year) + stretch + " · \(days) · "
      + session.text(Phrase.cause(pause.cause))
      + (pause.until == nil ? session.text(" · loopt", " · running") : "")
  }

  /// What was used on the account of one cause.
  private func accountLine(_ account: PauseLedger.Account) -> String {
    let (used, budget, left) = (account.used, account.budget ?? 0, max(0, account.left ?? 0))
    let cause = account.cause.map { session.text(Phrase.cause($0)) } ?? ""
    return "  " + cause
      + session.text(": \(used) van \(budget), nog \(left)", ": \(used) of \(budget), \(left) left")
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
