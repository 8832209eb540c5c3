// What cannot reach the end, told as a history that was done again.
extension ExplorerSearch {
  /// The histories after which the regular end cannot be reached, of each thing that holds them the shortest; where there
  /// are none, the shortest after which it can be reached only by a last resort.
  func stuck(_ beginnings: [ExplorerBeginning]) -> [Exploration.Stuck] {
    let all = ofEachPhase(beginnings)
    let worst = all.filter { $0.outlook == .standstill || $0.outlook == .circle }
    guard !worst.isEmpty else { return all.min { $0.steps.count < $1.steps.count }.map { [$0] } ?? [] }
    var shortest: [Exploration.Stuck] = []
    for stuck in worst.sorted(by: { $0.steps.count < $1.steps.count })
    where !shortest.contains(where: { $0.phase == stuck.phase && $0.cause == stuck.cause }) {
      shortest.append(stuck)
    }
    return shortest
  }

  private func ofEachPhase(_ beginnings: [ExplorerBeginning]) -> [Exploration.Stuck] {
    var ends = Ends(room: Explorer.roomOfADoubt)
    let proven = proven()
    for (state, place) in places where proven[place] { ends.leading.insert(state) }
    return explorer.workflow.phases.compactMap { phase in
      guard let place = shortestDeadEnd(in: phase.id) else { return nil }
      let history = history(to: place)
      guard let ending = nodes[place].ending,
        let beginning = beginnings.first(where: { $0.place == history.beginning }),
        let situation = explorer.situation(after: history, beginnings)
      else { return nil }
      let (outlook, hindrances) = explorer.outlook(of: situation, ending, ends)
      let last = ending == .circle ? situation : explorer.standstill(after: situation)
      return Exploration.Stuck(
        phase: last.traject.phase, left: phase.id, beginning: beginning.words, steps: history.steps,
        hindrances: hindrances, outlook: outlook)
    }
  }

  /// The state of a phase that does not lead to the end and has the shortest history; one from which a last resort leads
  /// there only where there is none from which nothing does.
  func shortestDeadEnd(in phase: String) -> Int? {
    let proven = proven()
    let places = nodes.indices.filter { nodes[$0].phase == phase && !proven[$0] && isStuck($0) }
    let worst = places.filter { nodes[$0].ending != .lastResort }
    return (worst.isEmpty ? places : worst).min {
      history(to: $0).steps.count < history(to: $1).steps.count
    }
  }

  private func isStuck(_ place: Int) -> Bool {
    switch nodes[place].ending {
    case .standstill, .circle, .lastResort: true
    case .completes, .unknown, nil: false
    }
  }

  /// How many states were not followed to an end and not shown to have none.
  var undecided: Int {
    let proven = proven()
    return nodes.indices.count { !proven[$0] && !nodes[$0].isTerminated && !isStuck($0) }
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

  /// What comes after a history from which the usual course does not lead to the end, and what stands in the way.
  func outlook(
    of situation: Situation, _ ending: Course, _ known: Ends
  ) -> (Exploration.Stuck.Outlook, [Localized]) {
    let hindrances = hindrances(standstill(after: situation))
    switch ending {
    case .circle: return (.circle, [circle(from: situation)])
    case .lastResort:
      // Where it stands still is nearest to what helps.
      let words = [standstill(after: situation), situation].lazy.compactMap { moment in
        var (ends, taken) = (known, Taken())
        return lastResort(from: moment, &ends, &taken)
      }.first
      return (.lastResort(words ?? Localized(nl: "een ontheffing", en: "a waiver")), hindrances)
    case .completes, .standstill, .unknown: return (.standstill, hindrances)
    }
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
