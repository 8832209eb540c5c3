// What cannot reach the end, told as a history that was done again.
extension ExplorerSearch {
  /// The histories after which the regular end cannot be reached: of each phase the shortest.
  func stuck(_ beginnings: [ExplorerBeginning]) -> [Exploration.Stuck] {
    let reaches = reachable()
    var shortest: [String: (place: Int, length: Int, states: Int)] = [:]
    for place in nodes.indices where !reaches[place] && nodes[place].isHopeless {
      let length = history(to: place).steps.count
      let known = shortest[nodes[place].phase]
      let isShorter = known.map { length < $0.length } ?? true
      shortest[nodes[place].phase] = (
        isShorter ? place : known?.place ?? place, isShorter ? length : known?.length ?? length,
        (known?.states ?? 0) + 1
      )
    }
    return explorer.workflow.phases.compactMap { phase in
      guard let (place, _, states) = shortest[phase.id] else { return nil }
      let history = history(to: place)
      guard let beginning = beginnings.first(where: { $0.place == history.beginning }),
        let situation = explorer.situation(after: history, beginnings)
      else { return nil }
      return Exploration.Stuck(
        phase: phase.id, beginning: beginning.words, steps: history.steps,
        hindrances: explorer.hindrances(situation),
        states: states)
    }
  }

  /// How many states were not followed to an end and not shown to have none.
  var undecided: Int {
    let reaches = reachable()
    return nodes.indices.count { !reaches[$0] && !nodes[$0].isTerminated && !nodes[$0].isHopeless }
  }

  /// Where a state was come by from, and what happened since.
  func history(to place: Int) -> (beginning: Int, steps: [ExploredStep]) {
    var steps: [[ExploredStep]] = []
    var here = place
    while let parent = nodes[here].parent {
      steps.append(nodes[here].steps)
      here = parent
    }
    return (here, steps.reversed().flatMap(\.self))
  }
}

extension Explorer {
  /// Does a history again, each step weighed by the engine; `nil` where it refuses one.
  func situation(
    after history: (beginning: Int, steps: [ExploredStep]), _ beginnings: [ExplorerBeginning]
  ) -> Situation? {
    guard var situation = beginnings.first(where: { $0.place == history.beginning })?.situation else {
      return nil
    }
    for step in history.steps {
      guard let sequel = outcome(of: ExplorerMove(step.deed, step.words), situation) else { return nil }
      situation = sequel.situation
    }
    return situation
  }

  /// Where the usual course leads, in as many steps as there is room for.
  func course(from situation: Situation, room: inout Int) -> Course {
    var situation = situation
    var passed: Set<AbstractState> = []
    for _ in 0..<min(room, Self.mostSteps) {
      room -= 1
      if situation.traject.completed != nil { return .completes }
      let isAgain = !passed.insert(situation.abstract(focus)).inserted
      guard let sequel = usual(situation, isEager: isAgain) else { return .ends }
      situation = sequel.situation
    }
    return .goesOn
  }

  /// Where a course leads.
  enum Course {
    /// To the regular end.
    case completes
    /// To where nothing can be done and no day brings anything.
    case ends
    /// On and on, for as long as it was followed.
    case goesOn
  }

  /// What the engine says against everything that should be done now, and against going on.
  func hindrances(_ situation: Situation) -> [Localized] {
    var messages: [Localized] = []
    for obligation in pressing(situation) {
      for move in moves(on: obligation, situation.standing, on: situation.day) where move.isUsual {
        messages += refusals(of: move, situation)
      }
    }
    if messages.isEmpty, let person = situation.traject.holder(of: workflow.leader) {
      let advance = ExplorerMove(
        .act(Actor(person: person, role: workflow.leader), .advance(to: nil)), Localized(""))
      messages += refusals(of: advance, situation)
    }
    var distinct: [Localized] = []
    for message in messages where !distinct.contains(message) { distinct.append(message) }
    return distinct
  }

  private func refusals(of move: ExplorerMove, _ situation: Situation) -> [Localized] {
    guard case .act(let actor, let command) = move.deed else { return [] }
    let occasion = Occasion(actor: actor, happened: situation.day, today: situation.day)
    do {
      _ = try situation.standing.decide(command, on: occasion)
      return []
    } catch {
      return error.missing.map(\.message)
    }
  }
}
