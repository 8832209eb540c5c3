// What cannot reach the end, told as a history that was done again.
extension ExplorerSearch {
  /// The histories after which the regular end cannot be reached: of each phase the shortest.
  func stuck(_ beginnings: [ExplorerBeginning]) -> [Exploration.Stuck] {
    let proven = proven()
    var shortest: [String: (place: Int, length: Int, states: Int)] = [:]
    for place in nodes.indices where !proven[place] && isStuck(place) {
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
        hindrances: nodes[place].ending == .circle
          ? [explorer.circle(from: situation)] : explorer.hindrances(explorer.standstill(after: situation)),
        isCircle: nodes[place].ending == .circle, states: states)
    }
  }

  private func isStuck(_ place: Int) -> Bool { [.standstill, .circle].contains(nodes[place].ending) }

  /// How many states were not followed to an end and not shown to have none.
  var undecided: Int {
    let proven = proven()
    return nodes.indices.count { !proven[$0] && !nodes[$0].isTerminated && isStuck($0) == false }
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
      let move = ExplorerMove(step.deed, step.words, happened: step.happened)
      guard let sequel = outcome(of: move, situation) else { return nil }
      situation = sequel.situation
    }
    return situation
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
