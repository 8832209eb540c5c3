// What leads to the regular end, and what does not.
extension ExplorerSearch {
  /// Whether each state leads to the regular end, by the steps that were walked and without a last resort.
  func proven() -> [Bool] { leading { $0.isCompleted || $0.isRescued } }

  /// Whether each state leads to the regular end, if need be by a last resort.
  private func leadsByAnyMeans() -> [Bool] { leading(byAnyMeans: true) { $0.isCompleted || $0.isRescued } }

  /// Whether each state leads to the regular end, or to one of which not everything was tried.
  private func isOpen() -> [Bool] {
    leading { $0.isCompleted || $0.isRescued || !$0.isTerminated && !($0.isFollowed && $0.isLeft) }
  }

  private func leading(byAnyMeans: Bool = false, _ isGoal: (Node) -> Bool) -> [Bool] {
    var leads = nodes.map(isGoal)
    var before: [[Int]] = Array(repeating: [], count: nodes.count)
    for (place, node) in nodes.enumerated() {
      for next in node.next + (byAnyMeans ? node.lastResorts : []) { before[next].append(place) }
    }
    var open = leads.indices.filter { leads[$0] }
    while let place = open.popLast() {
      for earlier in before[place] where !leads[earlier] {
        leads[earlier] = true
        open.append(earlier)
      }
    }
    return leads
  }

  /// Where the states that were told apart do not lead to the end, the history itself is followed on, to the end or to a
  /// state that leads there; where that does not come either, everything else is tried, before it is said that nothing
  /// leads there.
  mutating func rescue(_ beginnings: [ExplorerBeginning]) {
    var ends = Ends(room: max(Explorer.leastRescue, 2 * explorer.mostEffort))
    var proven = proven()
    for (state, place) in places where proven[place] { ends.leading.insert(state) }
    // What was found last is nearest to the end, and what leads to it is proven with it.
    for place in nodes.indices.reversed() where !proven[place] && !nodes[place].isTerminated && ends.room > 0
    {
      guard
        let situation = nodes[place].situation ?? explorer.situation(after: history(to: place), beginnings)
      else { continue }
      let ending = explorer.ending(of: situation, &ends, &taken)
      nodes[place].isRescued = ending == .completes
      nodes[place].ending = ends.room > 0 ? ending : nil
      guard nodes[place].isRescued else { continue }
      proven = self.proven()
      for (state, place) in places where proven[place] { ends.leading.insert(state) }
    }
    let (isOpen, leads) = (isOpen(), leadsByAnyMeans())
    for place in nodes.indices {
      switch nodes[place].ending {
      // A circle has no way out only where everything was tried in each of its states.
      case .circle where isOpen[place]: nodes[place].ending = nil
      case .circle, .standstill: if leads[place] { nodes[place].ending = .lastResort }
      case .completes, .lastResort, .unknown, nil: break
      }
    }
    verify(beginnings)
  }

  /// How many histories of a phase are looked at once more before nothing is told of it.
  private static let mostDoubts = 12

  /// What would be told is looked at once more, now with a departure at any moment of what follows: of each phase the
  /// shortest history.
  private mutating func verify(_ beginnings: [ExplorerBeginning]) {
    var ends = Ends(room: max(Explorer.roomOfADoubt, explorer.mostEffort))
    var verified: Set<Int> = []
    for phase in explorer.workflow.phases.map(\.id) {
      var doubts = 0
      while let place = shortestDeadEnd(in: phase), !verified.contains(place) {
        guard doubts < Self.mostDoubts,
          let situation = explorer.situation(after: history(to: place), beginnings)
        else {
          // Of what was not looked at again, nothing is told.
          for place in nodes.indices where nodes[place].phase == phase && !verified.contains(place) {
            nodes[place].ending = nil
          }
          break
        }
        doubts += 1
        verified.insert(place)
        let proven = proven()
        for (state, other) in places where proven[other] { ends.leading.insert(state) }
        let ending = explorer.ending(of: situation, &ends, &taken, isThorough: true)
        if ending == .completes {
          nodes[place].isRescued = true
        } else {
          nodes[place].ending = ending
          if ending != .unknown { verified.formUnion(shorten(from: place, beginnings)) }
        }
      }
    }
  }
}

extension ExplorerSearch {
  /// Of a state that does not lead to the end, those on the way to it may not lead there either: the first of them tells
  /// it best.
  ///
  /// - Returns: The states of which that is so.
  fileprivate mutating func shorten(from place: Int, _ beginnings: [ExplorerBeginning]) -> Set<Int> {
    var here = place
    var found: Set<Int> = []
    while let parent = nodes[here].parent, [nil, .unknown].contains(nodes[parent].ending),
      !nodes[parent].isRescued,
      let situation = explorer.situation(after: history(to: parent), beginnings)
    {
      var ends = Ends(room: Explorer.roomOfADoubt)
      let proven = proven()
      guard !proven[parent] else { break }
      for (state, other) in places where proven[other] { ends.leading.insert(state) }
      let ending = explorer.ending(of: situation, &ends, &taken)
      guard ending == .standstill || ending == .circle else { break }
      nodes[parent].ending = nodes[place].ending
      found.insert(parent)
      here = parent
    }
    return found
  }
}

/// What is known of the ends while histories are followed on, and how much effort there is room for.
struct Ends {
  var room: Int
  /// The states that lead to the regular end.
  var leading: Set<AbstractState> = []
  /// Where the usual course leads from states of which it does not lead to the regular end.
  var others: [AbstractState: Explorer.Course] = [:]
}

extension Explorer {
  /// Where a course leads.
  enum Course {
    /// To the regular end, or to a state that leads there.
    case completes
    /// To the regular end, but only by a last resort: a waiver, or a yes that becomes no again.
    case lastResort
    /// To where nothing can be done and no day brings anything.
    case standstill
    /// Into the same phase time and again.
    case circle
    /// Nobody knows: it was broken off.
    case unknown
  }

  /// The effort for seeing once more whether what would be told is so.
  static let roomOfADoubt = 150_000
  /// How often a phase is entered before a course is taken to go round for ever.
  private static let roundsOfACircle = 5
  /// The most moments of a course at which everything else is tried.
  private static let mostMoments = 40

  /// Where a situation leads, by the usual course or by anything that departs from it now.
  ///
  /// - Parameter isThorough: whether one may also depart from the usual course later on, and in two ways at once.
  func ending(
    of situation: Situation, _ ends: inout Ends, _ taken: inout Taken, isThorough: Bool = false,
    byLastResort: Bool = true
  ) -> Course {
    var courses = [course(from: situation, &ends)]
    guard courses[0] != .completes else { return .completes }
    // The last moment first: what was left out is mostly missed only there.
    let moments = isThorough ? Array(moments(of: situation).reversed()) : [situation]
    for moment in moments where ends.room > 0 {
      let departures = departures(moment, unasked: true).filter {
        (isThorough || $0.departures == 1) && !isLastResort($0.step, in: moment)
      }
      // What goes round mostly ends where somebody says that it was the last time.
      for sequel in departures.filter(\.step.isSetting) + departures.filter({ !$0.step.isSetting }) {
        taken.note(sequel.entries, in: sequel.situation.traject)
        courses.append(course(from: sequel.situation, &ends))
        if courses.last == .completes { return .completes }
      }
    }
    if courses.contains(.unknown) { return .unknown }
    if isThorough, byLastResort, lastResort(from: situation, &ends, &taken) != nil { return .lastResort }
    return courses.contains(.circle) ? .circle : .standstill
  }

  /// Where the usual course leads, in as many steps as there is room for; what it passed leads there with it.
  func course(from situation: Situation, _ ends: inout Ends) -> Course {
    var situation = situation
    var passed: Set<AbstractState> = []
    var entered: [String: Int] = [:]
    var course = Course.unknown
    for _ in 0..<Self.mostSteps where ends.room > 0 && course == .unknown {
      ends.room -= situation.effort
      let here = situation.abstract(focus)
      if situation.traject.completed != nil || ends.leading.contains(here) {
        ends.leading.formUnion(passed)
        return .completes
      }
      if let known = ends.others[here] {
        course = known
        break
      }
      let isAgain = !passed.insert(here).inserted
      guard let sequel = usual(situation, isEager: isAgain) else {
        course = .standstill
        break
      }
      situation = sequel.situation
      guard sequel.entersPhase, !situation.traject.hasEnded else { continue }
      entered[situation.traject.phase, default: 0] += 1
      if entered[situation.traject.phase] == Self.roundsOfACircle { course = .circle }
    }
    if course != .unknown { for state in passed { ends.others[state] = course } }
    return course
  }

  /// The situations that the usual course comes by, to where it stands still or comes back.
  private func moments(of situation: Situation) -> [Situation] {
    var moments = [situation]
    var passed: Set<AbstractState> = []
    while moments.count < Self.mostMoments, let last = moments.last {
      let isAgain = !passed.insert(last.abstract(focus)).inserted
      guard let sequel = usual(last, isEager: isAgain), !sequel.situation.traject.hasEnded else { break }
      moments.append(sequel.situation)
    }
    return moments
  }

  /// Where the usual course comes to a standstill.
  func standstill(after situation: Situation) -> Situation {
    var (situation, passed): (Situation, Set<AbstractState>) = (situation, [])
    for _ in 0..<Self.mostSteps {
      let isAgain = !passed.insert(situation.abstract(focus)).inserted
      guard let sequel = usual(situation, isEager: isAgain) else { break }
      situation = sequel.situation
    }
    return situation
  }

  /// Through which phases the usual course goes round, in words.
  func circle(from situation: Situation) -> Localized {
    var (situation, entered): (Situation, [String]) = (situation, [])
    for _ in 0..<Self.mostSteps {
      guard let sequel = usual(situation, isEager: true) else { break }
      situation = sequel.situation
      guard sequel.entersPhase else { continue }
      let phase = situation.traject.phase
      if let first = entered.firstIndex(of: phase) {
        entered = Array(entered[first...]) + [phase]
        break
      }
      entered.append(phase)
    }
    let titles = entered.map { workflow.place($0) }
    return Localized(
      nl: "het gaat steeds rond: \(titles.map(\.nl.lowercasedFirst).joined(separator: " → "))",
      en: "it goes round and round: \(titles.map(\.en.lowercasedFirst).joined(separator: " → "))")
  }
}
