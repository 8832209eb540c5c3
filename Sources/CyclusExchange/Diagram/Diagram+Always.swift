import CyclusCore

// What can happen in every phase: escalations, blocks, a pause, and an early end.
extension WorkflowDrawing {
  func addAlways(to diagram: inout Diagram) {
    for route in workflow.escalations { add(route, to: &diagram) }
    for block in workflow.blocks { add(block, to: &diagram) }
    addPause(to: &diagram)
    addLeaving(to: &diagram)
    func isReached(_ id: String) -> Bool { diagram.edges.contains { $0.to == id } }
    if isReached(Self.onwards) {
      diagram.nodes.append(
        Diagram.Node(
          id: Self.onwards, kind: .onwards, title: say("Verder in dezelfde fase", "On in the same phase")))
    }
    if isReached(Self.terminated) {
      diagram.nodes.append(
        Diagram.Node(
          id: Self.terminated, kind: .terminated, title: say("Voortijdig beëindigd", "Ended early"),
          act: endEarly))
    }
  }

  private var endEarly: String {
    say("Beëindigen: ", "End: ") + titles(of: workflow.termination?.by ?? [workflow.leader])
  }

  // MARK: Escalations

  private func add(_ route: EscalationRoute, to diagram: inout Diagram) {
    let id = "route.\(route.id)"
    let codes = route.reasons.isEmpty ? [route.id] : route.reasons.map(\.id)
    diagram.nodes.append(
      Diagram.Node(
        id: id, kind: .route, title: say(route.title), lines: lines(of: route),
        events: codes.map { "escalate.\($0)" }, act: say("Beslissen: ", "Decide: ") + title(of: route.to)))
    func outcomes(_ effects: EscalationRoute.Effect...) -> [EscalationRoute.Outcome] {
      route.outcomes.filter { effects.contains($0.effect) }
    }
    func events(_ outcomes: [EscalationRoute.Outcome]) -> [String] {
      outcomes.map { "decide.\(route.id).\($0.id)" }
    }
    let going = outcomes(.resumes, .verdict)
    // What the ladder opened is withdrawn where its obligation turns out to be met in time.
    let isWithdrawn = workflow.isOpenedByLadder(route.id)
    if !going.isEmpty || isWithdrawn {
      let verdict = say(" (dat wordt het oordeel)", " (that becomes the verdict)")
      diagram.edges.append(
        Diagram.Edge(
          from: id, to: Self.onwards,
          words: going.map { say($0.title) + ($0.effect == .verdict ? verdict : "") }
            + (isWithdrawn ? [say("ingetrokken: bleek op tijd", "withdrawn: turned out to be in time")] : []),
          events: events(going) + (isWithdrawn ? ["withdraw.\(route.id)"] : []),
          codes: going.map(\.id) + (isWithdrawn ? ["withdrawn"] : [])))
    }
    let ending = outcomes(.permitsTermination)
    if !ending.isEmpty {
      diagram.edges.append(
        Diagram.Edge(
          from: id, to: Self.terminated, words: ending.map { say($0.title) }, events: events(ending),
          codes: ending.map(\.id)))
    }
  }

  /// Who opens it, who decides and by when, whom that one hears first, and what has to be on record.
  private func lines(of route: EscalationRoute) -> [String] {
    var lines: [String] = []
    if !route.reasons.isEmpty {
      lines.append(say("om: ", "for: ") + route.reasons.map { say($0.title) }.joined(separator: ", "))
    }
    lines += workflow.opens(route: route.id).map { say("vanzelf – ", "by itself – ") + say($0) }
    let next = route.next.map { say(", daarna ", ", then ") + title(of: $0) } ?? ""
    lines.append(
      say("beslist: ", "decides: ") + title(of: route.to) + within(route.within) + next)
    for reason in route.reasons where reason.to != nil || reason.within != nil {
      let who = reason.to.map { title(of: $0) } ?? title(of: route.to)
      let term = reason.within.map(within) ?? ""
      lines.append(say("bij ", "if ") + say(reason.title) + ": " + who + term)
    }
    if !route.consultNeeded.isEmpty {
      lines.append(say("hoort eerst: ", "hears first: ") + titles(of: route.consultNeeded))
    }
    if !route.needs.isEmpty {
      lines.append(
        say("legt vast: ", "puts on record: ") + route.needs.map { say($0.words) }.joined(separator: ", "))
    }
    if route.stops { lines.append(say("houdt de hoofdlijn tegen", "holds up the main line")) }
    return lines
  }

  private func within(_ span: Span) -> String {
    span.count == 0
      ? say(" nog dezelfde dag", " on the same day") : say(" binnen ", " within ") + say(span.words)
  }

  // MARK: Blocks, a pause and an early end

  private func add(_ block: BlockDefinition, to diagram: inout Diagram) {
    let id = "block.\(block.id)"
    var lines: [String] = []
    if let condition = block.onEntry {
      lines.append(say("bij het begin: ", "at the start: ") + say(condition.brief(workflow)).lowercasedFirst)
    }
    if !block.setBy.isEmpty { lines.append(say("gezet door: ", "set by: ") + titles(of: block.setBy)) }
    lines.append(say("houdt de hoofdlijn tegen", "holds up the main line"))
    lines.append(say("opgeheven door: ", "lifted by: ") + titles(of: block.liftedBy))
    if !block.liftNeeds.isEmpty {
      lines.append(
        say("dan eerst: ", "first: ")
          + block.liftNeeds.map { say($0.brief(workflow)).lowercasedFirst }.joined(separator: ", "))
    }
    diagram.nodes.append(
      Diagram.Node(
        id: id, kind: .block, title: say("Blokkade: ", "Block: ") + say(block.title).lowercasedFirst,
        lines: lines,
        events: ["block.\(block.id)"], act: say("Opheffen: ", "Lift: ") + titles(of: block.liftedBy)))
    diagram.edges.append(
      Diagram.Edge(
        from: id, to: Self.onwards, words: [say("opgeheven", "lifted")], events: ["unblock.\(block.id)"]))
  }

  private func addPause(to diagram: inout Diagram) {
    guard let pauses = workflow.pauses else { return }
    diagram.nodes.append(
      Diagram.Node(
        id: Self.pause, kind: .pause, title: say("Pauze", "Pause"),
        lines: [
          say("alle termijnen staan stil", "every clock stands still"),
          say("door: ", "by: ") + titles(of: pauses.by),
        ],
        events: ["pause"], act: say("Hervatten: ", "Resume: ") + titles(of: pauses.by)))
    diagram.edges.append(
      Diagram.Edge(from: Self.pause, to: Self.onwards, words: [say("hervat", "resumed")], events: ["resume"]))
  }

  private func addLeaving(to diagram: inout Diagram) {
    guard let termination = workflow.termination, !termination.alone.isEmpty else { return }
    diagram.nodes.append(
      Diagram.Node(
        id: Self.leaving, kind: .leaving, title: say("Einde zonder escalatie", "End without escalation"),
        lines: [
          say("om: ", "for: ") + termination.alone.map { say($0.title) }.joined(separator: ", "),
          say("door: ", "by: ") + titles(of: termination.by),
        ], events: termination.alone.map { "terminate.\($0.id)" }, act: endEarly))
    diagram.edges.append(Diagram.Edge(from: Self.leaving, to: Self.terminated, events: []))
  }
}

extension EscalationRoute.Need {
  /// What it is, in a word.
  fileprivate var words: Localized {
    switch self {
    case .plan: Localized(nl: "plan", en: "plan")
    case .analysis: Localized(nl: "analyse", en: "analysis")
    case .intervention: Localized(nl: "interventie", en: "intervention")
    case .arguments: Localized(nl: "argumenten van beide kanten", en: "arguments of both sides")
    }
  }
}
