// What a pause that came to light later does to what was flagged before: the days on which, as is known now, the clock
// stood still count for no rung (GEN-14). What is in the log stays there, with its date.
extension Traject {
  /// The date that an obligation had when a rung was recorded, moved by the pauses that came to light after that.
  ///
  /// Never past `due`, the date that it would have had from the beginning: what is not counted is not moved.
  func date(ofFlag index: Int, due: Day, rolls roll: Reckoning.Roll, _ rulebook: Rulebook) -> Day {
    reckoning(ofFlag: index, due: due, rolls: roll, rulebook)?.day ?? due
  }

  /// The same with its account; `nil` where it is the date that it would have had from the beginning.
  func reckoning(ofFlag index: Int, due: Day, rolls roll: Reckoning.Roll, _ rulebook: Rulebook) -> Reckoning?
  {
    let flag = flags[index]
    let recorded = Reckoning(
      flag.due, rulebook.accounts ? [.recorded(flag.due, .flagged(on: flag.on))] : nil, rolls: roll)
    var moved = flag.due
    var stretches: [Stretch] = []
    for pause in pauses where pause.flagsBefore.map({ index < $0 }) ?? false && pause.since <= moved {
      guard let until = pause.until else { continue }
      moved = moved + (until - pause.since)
      stretches.append(Stretch(since: pause.since, until: until, stops: [.pause(pause.cause)]))
    }
    guard due > flag.due, moved != flag.due, let stop = stretches.last else { return recorded }
    var result = recorded
    result.go(to: moved, .stoodStill(stretches, from: flag.due, to: moved))
    result = result.rolled(notBefore: max(flag.due, stop.until), rulebook.workingDays)
    return result.day.map { due < $0 } ?? false ? nil : result
  }

  /// Whether a rung was recorded on a day on which its obligation was not overdue, as is known now: the clock stood
  /// still, or its date, moved by what stood still before, had not passed.
  ///
  /// - Parameter due: The date without what was flagged; `nil` while the clock stands still.
  func isUndone(_ index: Int, due: Day?, rolls roll: Reckoning.Roll, _ rulebook: Rulebook) -> Bool {
    let flag = flags[index]
    guard pauses.contains(where: { $0.flagsBefore.map { index < $0 } ?? false }) else { return false }
    if pauses.contains(where: { $0.covers(flag.on) }) { return true }
    return flag.on <= date(ofFlag: index, due: due ?? flag.due, rolls: roll, rulebook)
  }

  /// The rungs of an obligation that count: those on record, and those below the highest of them, so that nobody hears
  /// anew what was passed before.
  func recordedRungs(of obligation: Obligation, _ rulebook: Rulebook) -> [Int] {
    let all = flags.indices.filter { flags[$0].obligation == obligation.key }
    // A pause stops no escalation, and not the lifting of a block.
    guard obligation.escalation == nil, obligation.key.step != .lifted else {
      return all.map { flags[$0].rung }
    }
    let counting = all.filter { !isUndone($0, due: obligation.due, rolls: obligation.roll, rulebook) }
    guard counting.count < all.count, let highest = counting.map({ flags[$0].rung }).max() else {
      return counting.map { flags[$0].rung }
    }
    return Array(0...highest)
  }

  /// The rungs that count, each by its place: those of before a pause that came to light later are left out.
  public func countingFlags(_ rulebook: Rulebook) -> [Flag] {
    guard pauses.contains(where: { $0.flagsBefore != nil }) else { return flags }
    let owed = Dictionary(obligations(rulebook).map { ($0.key, $0) }) { first, _ in first }
    return flags.indices.filter { index in
      guard let obligation = owed[flags[index].obligation], obligation.escalation == nil,
        obligation.key.step != .lifted
      else { return true }
      return !isUndone(index, due: obligation.due, rolls: obligation.roll, rulebook)
    }.map { flags[$0] }
  }

  /// The automatic escalations of a day on which, as is known now, the clock stood still for their obligation, or its
  /// date had not passed.
  func escalationsInPauses(_ rulebook: Rulebook) -> [Escalation] {
    let late = pauses.contains { $0.flagsBefore != nil }
    let open = openEscalations.filter { $0.obligation != nil }
    guard late, !open.isEmpty else { return [] }
    let counting = countingFlags(rulebook)
    func has(_ flags: [Flag], _ escalation: Escalation) -> Bool {
      flags.contains { $0.obligation == escalation.obligation && $0.on == escalation.opened }
    }
    return open.filter { has(flags, $0) && !has(counting, $0) }
  }
}
