import ArgumentParser
import CyclusCore
import CyclusStore

struct WhyCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Everything that keeps a traject in its phase, who can meet it, and under which rule.",
    discussion: "cyclus why T17")
  @Argument(help: "id (T17) or student number") var traject: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let (state, rulebook) = try session.state(of: traject)
    let today = try session.today()
    let missing = state.obstacles(rulebook, on: today)
    let next = state.nextPhase(rulebook)
    let ways = state.waysOut(rulebook)
    let pauses = rulebook.workflow.pauses
    let findings = state.hasEnded ? [] : state.pauseLedger(rulebook, on: today).findings
    defer {
      if session.format == .table { write(findings, pauses?.citation ?? Citation(), session) }
    }
    guard session.format == .table else {
      var object = JSONObject()
      object["traject"] = .string(state.name)
      object["phase"] = .string(state.phase)
      object["next"] = JSONValue(next)
      object["missing"] = .array(missing.map(Report.json))
      if !ways.isEmpty { object["ways"] = .array(ways.map(Report.json)) }
      if !findings.isEmpty {
        object["pauses"] = .array(
          findings.map { ["finding": .string($0.nl), "rule": .string(pauses?.citation.text ?? "")] })
      }
      session.console.out(JSONValue.object(object).pretty)
      return 0
    }
    let console = session.console
    let workflow = rulebook.workflow
    console.out(
      console.styled("\(state.name) \(try session.name(state.student))", .bold)
        + session.text(" · fase ", " · phase ") + session.text(workflow.title(of: state.phase)))
    guard !state.hasEnded else {
      console.out(
        state.terminated == nil
          ? session.text("Dit traject is voltooid.", "This traject is completed.")
          : session.text("Dit traject is voortijdig beëindigd.", "This traject was ended early."))
      return 0
    }
    let target = next.map { session.text(workflow.title(of: $0)) }
    guard !missing.isEmpty else {
      say(
        Localized(
          nl:
            "Niets houdt dit traject tegen: «cyclus advance \(state.name)» \(target.map { "brengt het naar \($0)" } ?? "voltooit het").",
          en:
            "Nothing holds this traject: “cyclus advance \(state.name)” \(target.map { "takes it to \($0)" } ?? "completes it")."
        ), session)
      write(ways, Points([], on: today), workflow, session)
      writeEscalations(state, missing, rulebook, session)
      return 0
    }
    let isOpen =
      ways.count < 2
      || !ways.contains(where: \.isUnsettled)
        && ways.contains { $0.target == next ?? Way.completed && $0.missing.isEmpty }
    say(
      isOpen
        ? Localized(
          nl: "Kan nog niet \(target.map { "naar \($0)" } ?? "worden voltooid"). Er ontbreekt:",
          en: "Cannot \(target.map { "go to \($0)" } ?? "be completed") yet. Missing:")
        : Localized(nl: "Kan nog niet verder. Er ontbreekt:", en: "Cannot go on yet. Missing:"), session)
    let points = Points(missing, on: today)
    for (index, item) in points.listed.enumerated() {
      let turn = Turn(item, on: today)
      let line = turn.isNow ? turn.obligation.map { RecordLine($0, state, rulebook, session.language) } : nil
      try write(
        item, index + 1, today, session, who: try who(turn, state, workflow, session), line: line,
        then: points.following(item), route: item.obligation.flatMap { state.routeAtOnce(of: $0, rulebook) })
    }
    write(ways, points, workflow, session)
    writeEscalations(state, missing, rulebook, session)
    writeDates(points.listed, state, session)
    return 0
  }

  /// The budgets of pauses that are passed: that holds nothing, but somebody has to think of it.
  private func write(_ findings: [Localized], _ citation: Citation, _ session: Session) {
    guard !findings.isEmpty else { return }
    session.console.out()
    let rule = Report.rule(citation, session.language)
    for finding in findings {
      let text = session.text("Let op: ", "Mind: ") + session.text(finding)
      say(Localized(text + (rule.isEmpty ? "" : " (\(rule))")), session)
    }
  }

  /// Where a date is told that somebody may contest, how it came about can be asked.
  private func writeDates(_ missing: [Refusal.Missing], _ state: Traject, _ session: Session) {
    let key = missing.filter { $0.due != nil }.compactMap(\.obligation).first
    guard let key else { return }
    session.console.out()
    say(
      Localized(
        nl: "Hoe een datum is geteld: why-date \(state.name) \(key)",
        en: "How a date was counted: why-date \(state.name) \(key)"), session)
  }

  /// Writes a line as wide as the terminal allows.
  private func say(_ text: Localized, _ session: Session) {
    let console = session.console
    console.out(TerminalText.hang(session.text(text), width: console.width ?? 100, indent: 2))
  }

  /// Where there are several ways, each with how it is taken and what it waits for.
  private func write(_ ways: [WayOut], _ points: Points, _ workflow: Workflow, _ session: Session) {
    guard ways.count > 1 else { return }
    let console = session.console
    console.out()
    console.out(session.text("Wegen uit deze fase:", "Ways out of this phase:"))
    for way in ways {
      let place = session.text(workflow.place(way.target)).lowercasedFirst
      let waits = way.missing.map { session.text($0.message) }.joined(separator: "; ")
      let closing = way.closedBy.compactMap(points.number).map(String.init)
      let rest =
        if !waits.isEmpty {
          TerminalText.clean(waits)
        } else if way.isUnsettled {
          session.text("hangt af van wat nog ontbreekt", "depends on what is still missing")
        } else if !way.closedBy.isEmpty {
          session.text(
            "dicht door \(session.list(closing, "en"))", "closed by \(session.list(closing, "and"))")
        } else {
          session.text("staat open", "stands open")
        }
      console.out(
        TerminalText.hang(
          session.text("– naar \(place)", "– to \(place)") + " (advance --to \(way.target)): \(rest)",
          width: console.width ?? 100, indent: 2))
    }
  }

  /// What runs beside the main line without holding it: it is no reason, but who asks why wants to know.
  private func writeEscalations(
    _ state: Traject, _ missing: [Refusal.Missing], _ rulebook: Rulebook, _ session: Session
  ) {
    let beside = state.openEscalations.filter { open in
      !missing.contains { $0.obligation?.item.id == open.id }
    }
    guard !beside.isEmpty else { return }
    let console = session.console
    console.out()
    for open in beside {
      let route = session.text(rulebook.workflow.title(of: open.route)).lowercasedFirst
      let due = open.due.map { session.text(", uiterlijk ", ", by ") + session.long($0) } ?? ""
      let block = block(setBy: open, state, rulebook.workflow)?.title
      let text =
        block.map { block in
          session.text(
            "Loopt ook: \(open.id) (\(route))\(due); die zette de blokkade «\(block.nl)».",
            "Open as well: \(open.id) (\(route))\(due); it set the block “\(block.en)”.")
        }
        ?? session.text(
          "Loopt ook: \(open.id) (\(route))\(due); die houdt het traject niet tegen.",
          "Open as well: \(open.id) (\(route))\(due); it does not hold the traject.")
      console.out(TerminalText.hang(text, width: console.width ?? 100, indent: 3))
    }
  }

  /// The block that an escalation set by its reason, as long as it stands.
  private func block(setBy open: Traject.Escalation, _ state: Traject, _ workflow: Workflow)
    -> BlockDefinition?
  {
    let reason = workflow.route(open.route)?.reasons.first { $0.id == open.reason }
    guard let id = reason?.sets, state.standingBlocks.contains(where: { $0.id == id }) else { return nil }
    return workflow.block(id)
  }

  private func who(_ turn: Turn, _ state: Traject, _ workflow: Workflow, _ session: Session) throws -> String
  {
    let who = try session.who(turn.role, turn.person, state, workflow)
    guard let what = turn.first.map({ session.text($0).lowercasedFirst }) else { return who }
    return who + session.text(" (eerst: \(what))", " (first: \(what))")
  }

  private func write(
    _ item: Refusal.Missing, _ number: Int, _ today: Day, _ session: Session, who: String, line: RecordLine?,
    then: [Localized], route: Localized?
  ) throws {
    let console = session.console
    let width = console.width ?? 100
    console.out()
    let text = TerminalText.clean(session.text(item.message)).capitalisedFirst
    console.out(TerminalText.hang("\(number). \(text)", width: width, indent: 3))
    if !who.isEmpty {
      console.out(
        TerminalText.hang("   " + session.text("aan zet: ", "turn of: ") + who, width: width, indent: 3))
    }
    func say(_ label: Localized, _ text: String) {
      console.out(TerminalText.hang("   \(session.text(label)): \(text)", width: width, indent: 3))
    }
    if let line {
      say(Localized(nl: "vastleggen", en: "record with"), line.command)
      let choices = line.choices.map { choice in
        "\(choice.name) (\(session.list(choice.values, session.text("of", "or"))))"
      }
      if !choices.isEmpty {
        say(Localized(nl: "invullen", en: "fill in"), choices.joined(separator: ", "))
      }
    } else if !item.after.isEmpty {
      let first = item.after.map { session.text($0).lowercasedFirst }
      say(Localized(nl: "eerst", en: "first"), first.joined(separator: "; "))
    } else if let opens = item.opens, opens > today {
      say(Localized(nl: "kan vanaf", en: "possible from"), session.long(opens))
    }
    if !then.isEmpty {
      let next = then.map { session.text($0).lowercasedFirst }
      say(Localized(nl: "daarna", en: "after that"), next.joined(separator: "; "))
    }
    if let due = item.due {
      let over = today - due
      let days = Noun.day.count(over, session.language)
      let late = over > 0 ? session.text(" · \(days) te laat", " · \(days) overdue") : ""
      console.out(
        "   " + session.text("uiterlijk: ", "due: ") + session.long(due) + console.styled(late, .red))
    }
    if let route = route.map({ session.text($0).lowercasedFirst }) {
      let text = session.text(
        "bij te laat zijn meteen naar: \(route)", "when overdue straight to: \(route)")
      console.out(TerminalText.hang("   " + text, width: width, indent: 3))
    }
    let rule = Report.rule(item.rule, session.language)
    if !rule.isEmpty {
      console.out(
        TerminalText.hang("   " + session.text("regel: ", "rule: ") + rule, width: width, indent: 3))
    }
  }
}

extension Session {
  /// The state of a traject that is named on the command line, now or in the past.
  ///
  /// What was known at a moment was known also of a traject whose start was taken out since.
  func state(of name: String) throws -> (Traject, Rulebook) {
    let (store, past) = (try store(.read), try past())
    let id = try past.knownAt == nil ? store.traject(named: name) : store.loggedTraject(named: name)
    guard let found = try store.state(of: id, past) else {
      _ = try store.traject(named: name)
      throw Failure.before(name)
    }
    return found
  }
}
