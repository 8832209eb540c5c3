/// The walk through everything that may happen, from the usual course outwards.
///
/// Everything is followed along the usual course first. Then everybody departs from it once, wherever something else may
/// come of what is done, and each departure is followed along its own usual course; then twice, and so on. What was
/// settled leaves no trace in a state, so a bound on the departures is one on what stands out at once.
struct ExplorerSearch {
  /// A state that was found, with the shortest way to it.
  struct Node {
    /// Where it was reached from; `nil` for a beginning.
    var parent: Int?
    /// What was done to come there from its parent.
    var steps: [ExploredStep]
    /// How often somebody departed from the usual course to come there, at the least.
    var departures: Int
    /// The phase of its traject.
    let phase: String
    /// Whether the traject came to its regular end.
    let isCompleted: Bool
    /// Whether the traject was ended early.
    let isTerminated: Bool
    /// The states that follow by the usual course or by a departure.
    var next: [Int] = []
    /// The states that follow only by a last resort: a waiver, or a yes that becomes no again.
    var lastResorts: [Int] = []
    /// Whether its usual course was followed.
    var isFollowed = false
    /// Whether everything that departs from it was tried.
    var isLeft = false
    /// Whether its history was followed to the regular end, or to a state that leads there.
    var isRescued = false
    /// Where it leads, where that was tried; `nil` also where it was broken off.
    var ending: Explorer.Course?
    /// Its concrete form; forgotten once everything was tried.
    var situation: Explorer.Situation?
  }

  /// The most steps of the usual course that are followed through what is known already.
  static let longestRound = 50

  let explorer: Explorer
  var nodes: [Node] = []
  /// How many departures were explored whole, in every state; nil where not even the usual course was.
  private(set) var depth: Int?
  /// Whether there is nothing more to try.
  private(set) var isWhole = false
  /// How many steps were weighed.
  private(set) var steps = 0
  /// What all of them took.
  private(set) var effort = 0
  /// The most events that time brought by itself while nobody did anything.
  private(set) var mostOfAWait = 0
  var taken = Taken()
  private(set) var places: [AbstractState: Int] = [:]
  private var levels: [[Int]] = []
  private var contexts: Set<String> = []

  init(_ explorer: Explorer) { self.explorer = explorer }

  private var isFull: Bool {
    nodes.count >= explorer.mostStates || effort >= explorer.mostEffort
  }

  mutating func run(from beginnings: inout [ExplorerBeginning]) {
    for index in beginnings.indices {
      let beginning = beginnings[index]
      taken.note(beginning.entries, in: beginning.situation.traject)
      beginnings[index].place = add(beginning.situation, from: nil, steps: [], departures: index == 0 ? 0 : 1)
    }
    var level = 0
    while level < levels.count {
      var index = 0
      while index < levels[level].count, !isFull {
        follow(levels[level][index])
        index += 1
      }
      guard !isFull else { break }
      depth = level
      for place in levels[level] where !isFull { depart(from: place, level) }
      level += 1
    }
    isWhole = !isFull
    rescue(beginnings)
  }

  // MARK: Growing

  /// The place of a state; a new one where it was not found before.
  @discardableResult private mutating func add(
    _ situation: Explorer.Situation, from parent: Int?, steps: [ExploredStep], departures: Int
  ) -> Int {
    let state = situation.abstract(explorer.focus)
    if let place = places[state] {
      if departures < nodes[place].departures {
        nodes[place].departures = departures
        file(place, departures)
      }
      return place
    }
    let traject = situation.traject
    taken.noteAsked(situation.standing)
    nodes.append(
      Node(
        parent: parent, steps: steps, departures: departures, phase: traject.phase,
        isCompleted: traject.completed != nil, isTerminated: traject.terminated != nil,
        situation: traject.hasEnded ? nil : situation))
    places[state] = nodes.count - 1
    file(nodes.count - 1, departures)
    return nodes.count - 1
  }

  private mutating func file(_ place: Int, _ level: Int) {
    while levels.count <= level { levels.append([]) }
    levels[level].append(place)
  }

  private mutating func follow(_ place: Int) {
    guard !nodes[place].isFollowed, let situation = nodes[place].situation else { return }
    nodes[place].isFollowed = true
    guard let usual = explorer.usual(situation) else { return }
    for sequel in [usual] + explorer.branches(situation) {
      nodes[place].next.append(reach(sequel, from: place, departures: nodes[place].departures))
    }
  }

  private mutating func depart(from place: Int, _ level: Int) {
    guard nodes[place].departures == level, !nodes[place].isLeft, let situation = nodes[place].situation
    else { return }
    nodes[place].isLeft = true
    nodes[place].situation = nil
    let context = situation.context(explorer.focus)
    let isNew = contexts.insert(context).inserted
    let early = isNew ? explorer.beforehand(situation) : []
    for sequel in explorer.departures(situation, unasked: isNew) + early {
      let next = reach(sequel, from: place, departures: level + sequel.departures)
      guard next != place else { continue }
      if explorer.isLastResort(sequel.step, in: situation) {
        nodes[place].lastResorts.append(next)
      } else {
        nodes[place].next.append(next)
      }
    }
  }

  /// Where a move leads; from a state that lies on the way here, the usual course is followed on until something new.
  private mutating func reach(_ sequel: Explorer.Sequel, from place: Int, departures: Int) -> Int {
    note(sequel)
    var sequel = sequel
    var done = [sequel.step]
    var here = sequel.situation.abstract(explorer.focus)
    guard let known = places[here], isOnTheWay(known, to: place) else {
      return add(sequel.situation, from: place, steps: done, departures: departures)
    }
    var passed: Set<AbstractState> = [here]
    for _ in 0..<Self.longestRound {
      let isAgain = passed.count < done.count
      guard let next = explorer.usual(sequel.situation, isEager: isAgain) else { return known }
      note(next)
      done.append(next.step)
      (sequel, here) = (next, next.situation.abstract(explorer.focus))
      passed.insert(here)
      if let known = places[here], !next.entersPhase, isOnTheWay(known, to: place) { continue }
      return add(sequel.situation, from: place, steps: done, departures: departures)
    }
    return known
  }

  private mutating func note(_ sequel: Explorer.Sequel) {
    steps += 1
    effort += sequel.situation.effort
    if sequel.step.isWaiting { mostOfAWait = max(mostOfAWait, sequel.entries.count) }
    taken.note(sequel.entries, in: sequel.situation.traject)
  }

  private func isOnTheWay(_ known: Int, to place: Int) -> Bool {
    var at: Int? = place
    while let here = at {
      if here == known { return true }
      at = nodes[here].parent
    }
    return false
  }
}
