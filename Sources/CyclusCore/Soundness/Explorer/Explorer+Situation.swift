extension Explorer {
  /// A traject on a day, with what was left for later.
  struct Situation {
    var traject: Traject
    var rulebook: Rulebook
    var day: Day
    /// What was left for later in this phase.
    var postponed: ObligationKey?
    /// What follows from it, worked out once.
    let standing: Standing

    init(_ traject: Traject, _ rulebook: Rulebook, day: Day, postponed: ObligationKey? = nil) {
      (self.traject, self.rulebook, self.day, self.postponed) = (traject, rulebook, day, postponed)
      standing = Standing(traject, rulebook)
    }

    /// What one step from it takes, in obligations that are looked at: many at once are compared with each other.
    var effort: Int {
      let asked = standing.obligations.count
      return 1 + asked + asked * asked / 400
    }

    func abstract(_ focus: ExplorerFocus) -> AbstractState {
      AbstractState(standing, on: day, postponed: postponed, focus: focus)
    }

    /// The part of the course in which somebody may do something of their own accord.
    func context(_ focus: ExplorerFocus) -> String {
      let results = focus.results.map { traject.result(named: $0, rulebook)?.value ?? "-" }
      let parameters = focus.parameters.map { traject.parameters[$0] ?? "" }
      let parts = [
        traject.phase, traject.status.rawValue, traject.openEscalations.isEmpty ? "" : "escalated",
      ]
      return (parts + focus.verdicts(standing) + results + parameters).joined(separator: "|")
    }
  }

  /// What came of a move: where it leads, and the events that it gave.
  struct Sequel {
    var situation: Situation
    var step: ExploredStep
    var entries: [Decision.Entry]
    /// How many unusual things were done at once, where it departs from the usual course.
    var departures: Int

    /// Whether it leads into another phase.
    var entersPhase: Bool { entries.contains { $0.event.entersPhase } }
  }

  /// What comes of a move; `nil` where it is refused.
  func outcome(of move: ExplorerMove, _ situation: Situation) -> Sequel? {
    var day = situation.day
    var postponed = situation.postponed
    var entries: [Decision.Entry] = []
    switch move.deed {
    case .act(let actor, let command):
      let occasion = Occasion(actor: actor, happened: move.happened ?? day, today: day)
      guard let decision = try? situation.standing.decide(command, on: occasion) else { return nil }
      entries = decision.entries
    case .wait(let until):
      day = until
      entries = situation.traject.flagging(situation.rulebook, today: day)
    case .postpone(let key):
      postponed = key
    }
    let traject = situation.traject.applying(entries)
    var rulebook = situation.rulebook
    for entry in entries {
      if let key = postponed, entry.meets.contains(where: { $0.key == key }) { postponed = nil }
      switch entry.event {
      case .parameterSet, .extended:
        guard let other = try? rulebook.renewed(for: traject) else { return nil }
        rulebook = other
      case .waived(let key, _): if key == postponed { postponed = nil }
      // What was left for later is overdue in the next phase like everything else.
      case .advanced: postponed = nil
      default: break
      }
    }
    return Sequel(
      situation: Situation(traject, rulebook, day: day, postponed: postponed),
      step: ExploredStep(on: day, words: move.words, deed: move.deed, happened: move.happened),
      entries: entries, departures: move.departures)
  }
}

extension Event {
  /// Whether it brings a traject into another phase, or to its end.
  fileprivate var entersPhase: Bool {
    switch self {
    case .advanced, .completed: true
    default: false
    }
  }
}
