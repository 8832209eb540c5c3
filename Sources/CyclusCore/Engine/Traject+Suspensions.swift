// When the clock of a traject stood still, and how that moves its dates (GEN-14).
extension Traject {
  /// A due date moved by the days on which the clock stood still between opening and due, to a working day (GEN-14).
  ///
  /// A stretch that begins between the day reached and the working day after it moves on from that working day: the date
  /// had come to stand there before.
  func moved(_ due: Reckoning, opens: Day, _ rulebook: Rulebook) -> Reckoning {
    var moved = due
    for stop in suspensions(rulebook) {
      guard let end = stop.until, end > opens else { continue }
      if moved != due, let reached = moved.day, reached < stop.since {
        moved = moved.rolledForward(rulebook.workingDays)
      }
      guard let reached = moved.day, stop.since <= reached else { continue }
      let since = max(stop.since, opens)
      guard since < end else { continue }
      let stretch = Stretch(
        since: since, until: end, stops: rulebook.accounts ? stops(from: since, to: end, rulebook) : [])
      moved = moved.standingStill(stretch)
    }
    return moved == due ? due : moved.rolledForward(rulebook.workingDays)
  }

  /// The same day, without its account.
  func moved(_ due: Day, opens: Day, _ rulebook: Rulebook) -> Day {
    moved(Reckoning(due), opens: opens, rulebook).day ?? due
  }

  /// A day moved on by the days on which the clock stood still since a start.
  func shifted(_ day: Day, from start: Day, _ rulebook: Rulebook) -> Day {
    stretches(before: day, from: start, rulebook).reduce(day) { $0 + $1.days }
  }

  /// The stretches in which the clock stood still between a start and a day that each of them moves further on.
  private func stretches(before day: Day, from start: Day, _ rulebook: Rulebook) -> [Stretch] {
    var (found, reached): ([Stretch], Day) = ([], day)
    for stop in suspensions(rulebook) {
      guard let end = stop.until, stop.since <= reached, end > start else { continue }
      let since = max(stop.since, start)
      found.append(Stretch(since: since, until: end, stops: []))
      reached = reached + (end - since)
    }
    return found
  }

  /// The pauses and the blocks that stopped the clock in a stretch, in order.
  private func stops(from since: Day, to until: Day, _ rulebook: Rulebook) -> [Stretch.Stop] {
    func isIn(_ first: Day, _ last: Day?) -> Bool { first < until && last.map { since < $0 } ?? true }
    let blocked = blocks.filter {
      isIn($0.since, $0.until) && rulebook.workflow.block($0.id)?.suspends ?? false
    }
    let stops =
      pauses.filter { isIn($0.since, $0.until) }.map { (since: $0.since, stop: Stretch.Stop.pause($0.cause)) }
      + blocked.map { (since: $0.since, stop: Stretch.Stop.block($0.id)) }
    return stops.sorted { $0.since < $1.since }.map(\.stop)
  }

  /// Whether the clock stood still on a day.
  func stoodStill(on day: Day, _ rulebook: Rulebook) -> Bool {
    Self.stoodStill(on: day, suspensions(rulebook))
  }

  /// Whether a day lies in one of some stretches.
  static func stoodStill(on day: Day, _ suspensions: [Suspension]) -> Bool {
    suspensions.contains { $0.since <= day && ($0.until.map { day < $0 } ?? true) }
  }

  /// A stretch in which the clock stood still, from its first day up to and not including `until`.
  struct Suspension {
    var since: Day
    var until: Day?
  }

  /// The stretches in which the clock stood still, in order; those that touch or overlap are one.
  func suspensions(_ rulebook: Rulebook) -> [Suspension] {
    if blocks.isEmpty, pauses.isEmpty { return [] }
    let blocked = blocks.filter { rulebook.workflow.block($0.id)?.suspends ?? false }
    let stops =
      (blocked.map { Suspension(since: $0.since, until: $0.until) }
      + pauses.map { Suspension(since: $0.since, until: $0.until) })
      .sorted { ($0.since, $0.until?.number ?? .max) < ($1.since, $1.until?.number ?? .max) }
    var merged: [Suspension] = []
    for stop in stops {
      guard let last = merged.last, last.until.map({ stop.since <= $0 }) ?? true else {
        merged.append(stop)
        continue
      }
      guard let end = last.until, let other = stop.until else {
        merged[merged.count - 1].until = nil
        continue
      }
      merged[merged.count - 1].until = max(end, other)
    }
    return merged
  }
}
