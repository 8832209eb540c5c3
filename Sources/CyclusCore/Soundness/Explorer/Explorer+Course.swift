// The usual course: what is asked is done in the order of its dates, by whoever should, with the best result.
extension Explorer {
  /// What is usually done next; `nil` where nothing can be done and no day brings anything.
  ///
  /// - Parameter isEager: whether one goes on to the next phase as soon as that may be, whatever else is asked.
  func usual(_ situation: Situation, isEager: Bool = false) -> Sequel? {
    guard !situation.traject.hasEnded else { return nil }
    if situation.traject.standingPause != nil { return afterPause(situation) }
    if isEager, let sequel = advances(situation).lazy.compactMap({ outcome(of: $0, situation) }).first {
      return sequel
    }
    let pressing = pressing(situation)
    for obligation in pressing where obligation.key != situation.postponed {
      if let sequel = usual(obligation, situation) { return sequel }
    }
    for move in advances(situation) {
      if let sequel = outcome(of: move, situation) { return sequel }
    }
    if let sequel = moving(situation) { return sequel }
    if let postponed = pressing.first(where: { $0.key == situation.postponed }),
      let sequel = usual(postponed, situation)
    {
      return sequel
    }
    return nextDay(situation).flatMap { outcome(of: Self.wait(until: $0), situation) } ?? early(situation)
  }

  /// Where nothing is asked and no day brings anything, what the phase waits for is done before it is asked, which is never
  /// refused for its order (GEN-09), or put on record of the day on which it was.
  private func early(_ situation: Situation) -> Sequel? {
    let waiting = situation.standing.obligations.filter {
      $0.isAsked && $0.isBlocking && $0.key.step != .advanced
    }
    for obligation in waiting where obligation.opens == nil {
      if let sequel = usual(obligation, situation) { return sequel }
    }
    // What was waived may still be done, where something else waits for it.
    for obligation in situation.standing.obligations where obligation.waived != nil && obligation.met == nil {
      if let sequel = usual(obligation, situation) { return sequel }
    }
    for obligation in waiting where obligation.state(on: situation.day) == .missed {
      let day = obligation.due ?? obligation.opens ?? situation.day
      for var move in moves(on: obligation, situation.standing, on: day) where move.isUsual {
        move.happened = day
        if let sequel = outcome(of: move, situation) { return sequel }
      }
    }
    return nil
  }

  private func usual(_ obligation: Obligation, _ situation: Situation) -> Sequel? {
    for move in moves(on: obligation, situation.standing, on: situation.day) where move.isUsual {
      if let sequel = outcome(of: move, situation) { return sequel }
    }
    return nil
  }

  /// Where the way on asks for it, the end is moved.
  private func moving(_ situation: Situation) -> Sequel? {
    let (traject, standing) = (situation.traject, situation.standing)
    guard traject.endMoved == nil,
      traject.way(to: nil, standing.asked, situation.rulebook)?.needs.contains(.endMoved) == true
    else { return nil }
    return extending(standing, on: situation.day).lazy.compactMap { outcome(of: $0, situation) }.first
  }

  /// A pause lasts two weeks.
  private func afterPause(_ situation: Situation) -> Sequel? {
    let from = situation.traject.standingPause?.since ?? situation.day
    guard situation.day > from else { return outcome(of: Self.wait(until: situation.day + 14), situation) }
    return resuming(situation.standing).lazy.compactMap { outcome(of: $0, situation) }.first
  }

  /// The other results of what is usually done next on which a way depends: each is a course of its own, no departure.
  func branches(_ situation: Situation) -> [Sequel] {
    for obligation in pressing(situation) where obligation.key != situation.postponed {
      let acts = moves(on: obligation, situation.standing, on: situation.day)
      let others = acts.filter { !$0.isUsual && isBranching($0) }
      guard acts.contains(where: { $0.isUsual && outcome(of: $0, situation) != nil }) else { continue }
      return others.compactMap { outcome(of: $0, situation) }
    }
    return []
  }

  /// Whether an act puts a result on record on which a way depends.
  private func isBranching(_ move: ExplorerMove) -> Bool {
    guard case .act(_, let command) = move.deed else { return false }
    func decides(_ item: String, _ field: String?, _ value: String?) -> Bool {
      guard let id = ItemKey(item)?.id, let value else { return false }
      return focus.branching[ResultCondition(item: id, field: field, value: value).name]?.contains(value)
        ?? false
    }
    switch command {
    case .held(let held):
      let others = held.record.contains {
        decides(held.gesprek, $0.key, $0.value) && !isLeading(held.gesprek, $0.key, $0.value)
      }
      return others
        || decides(held.gesprek, nil, held.conclusion)
          && !isLeading(held.gesprek, nil, held.conclusion ?? "")
    case .assess(let assess): return decides(assess.outcome, nil, assess.verdict)
    // What is decided of a matter that was raised is as usual as that it was raised.
    case .decide, .dialogue: return true
    default: return false
    }
  }

  private func isLeading(_ item: String, _ field: String?, _ value: String) -> Bool {
    let id = ItemKey(item)?.id ?? item
    return focus.leading[ResultCondition(item: id, field: field, value: value).name] == value
  }

  /// What else may come of it: other results of what is done now, leaving it for later or until its ladder has been
  /// climbed, going on without it, another way on, and what nobody asked.
  func departures(_ situation: Situation, unasked isUnasked: Bool) -> [Sequel] {
    var moves: [ExplorerMove] = []
    let pressing = pressing(situation)
    var isUsual = false
    for obligation in pressing where obligation.key != situation.postponed {
      let acts = self.moves(on: obligation, situation.standing, on: situation.day)
      isUsual = acts.contains { $0.isUsual && outcome(of: $0, situation) != nil }
      // The first that is accepted is the usual course itself.
      let first = isUsual ? acts.firstIndex { $0.isUsual } : nil
      moves += acts.enumerated().filter { $0.offset != first }.map(\.element)
      guard isUsual else { continue }
      if situation.postponed == nil { moves.append(Self.postpone(obligation)) }
      break
    }
    moves += advances(situation).dropFirst(isUsual ? 0 : 1)
    if !pressing.isEmpty, situation.traject.standingPause == nil,
      let day = dayOfLastRung(of: pressing, situation)
    {
      moves.append(Self.wait(until: day))
    }
    if isUnasked { moves += unasked(situation.standing, on: situation.day) }
    return moves.compactMap { outcome(of: $0, situation) }
  }

  /// What is done before it is asked, which is never refused for its order (GEN-09); of what recurs the first.
  func beforehand(_ situation: Situation) -> [Sequel] {
    var items: Set<String> = []
    return situation.standing.obligations.filter { $0.isAsked && $0.state(on: situation.day) == .upcoming }
      .compactMap { obligation in
        guard items.insert("\(obligation.key.item.id).\(obligation.key.step.rawValue)").inserted,
          var move = moves(on: obligation, situation.standing, on: situation.day).last(where: \.isUsual)
        else { return nil }
        move.isUsual = false
        move.words = Localized(
          nl: "\(move.words.nl), vóór het gevraagd is", en: "\(move.words.en), before it is asked")
        return outcome(of: move, situation)
      }
  }

  static func wait(until day: Day) -> ExplorerMove {
    ExplorerMove(
      .wait(until: day),
      Localized(nl: "tot die dag doet niemand iets", en: "until that day nobody does anything"),
      isUsual: true)
  }

  private static func postpone(_ obligation: Obligation) -> ExplorerMove {
    var move = ExplorerMove(
      .postpone(obligation.key),
      Localized(
        nl: "blijft liggen: \(obligation.what.nl.lowercasedFirst)",
        en: "is left for later: \(obligation.what.en.lowercasedFirst)"))
    // An escalation tells already that something was left, and that stays so for whoever goes on beside it.
    if obligation.escalation != nil { move.departures = 2 }
    return move
  }

  /// What can be done on a day, in the order in which it is usually done: what was escalated or blocked first, then what
  /// keeps the traject in its phase, then by date, a gesprek before what is said at it.
  func pressing(_ situation: Situation) -> [Obligation] {
    let day = situation.day
    let open = situation.standing.obligations.filter { obligation in
      guard obligation.key.step != .advanced, obligation.isPressing(on: day) else { return false }
      guard obligation.key.step == .held else { return true }
      return situation.traject.plannedDay(of: obligation.key.item).map { $0 <= day } ?? true
    }
    let ranked: [(rank: (Int, Int), obligation: Obligation)] = open.map { (rank($0, on: day), $0) }
    return ranked.sorted { $0.rank == $1.rank ? $0.obligation.key < $1.obligation.key : $0.rank < $1.rank }
      .map(\.obligation)
  }

  private func rank(_ obligation: Obligation, on day: Day) -> (Int, Int) {
    if obligation.escalation != nil || obligation.key.step == .lifted { return (0, 0) }
    let date = (obligation.due ?? obligation.opens ?? day).number * 2 + (obligation.key.step == .held ? 0 : 1)
    return (obligation.isBlocking ? 1 : 2, date)
  }

  /// The ways that can be taken now.
  private func advances(_ situation: Situation) -> [ExplorerMove] {
    let traject = situation.traject
    guard let person = traject.holder(of: workflow.leader), !traject.hasEnded else { return [] }
    let actor = Actor(person: person, role: workflow.leader)
    var targets: [String] = []
    for way in traject.openWays(situation.standing.asked, situation.rulebook)
    where !targets.contains(way.target) {
      targets.append(way.target)
    }
    return targets.map { target in
      let place = workflow.place(target)
      return Self.move(
        actor, .advance(to: targets.count > 1 ? target : nil),
        Localized(nl: "door naar \(place.nl.lowercasedFirst)", en: "on to \(place.en.lowercasedFirst)"), nil,
        workflow)
    }
  }

  /// The next day on which something can be done or is recorded by itself; `nil` where none is known.
  private func nextDay(_ situation: Situation) -> Day? {
    let traject = situation.traject
    var days: [Day] = []
    for obligation in situation.standing.obligations where obligation.isAsked && !obligation.isSuspended {
      if let opens = obligation.opens { days.append(opens) }
      if let planned = traject.plannedDay(of: obligation.key.item) { days.append(planned) }
      if let rung = traject.nextRung(of: obligation, situation.rulebook) { days.append(rung) }
    }
    return days.filter { $0 > situation.day }.min()
  }

  /// The day on which whatever is asked first has climbed its whole ladder; `nil` where it has no date.
  private func dayOfLastRung(of obligations: [Obligation], _ situation: Situation) -> Day? {
    guard let due = obligations.compactMap(\.due).first else { return nil }
    let longest = workflow.ladder.rungs.map(\.after.days).max() ?? 0
    let day = max(due, situation.day) + longest + 3
    return situation.rulebook.workingDays.onOrAfter(day)
  }
}

extension Traject {
  /// The day for which a gesprek that was not held yet is planned.
  fileprivate func plannedDay(of gesprek: ItemKey) -> Day? {
    guard let record = gesprekken[gesprek.description], record.held.isEmpty, record.cancelled == nil else {
      return nil
    }
    return record.planned?.day
  }
}
