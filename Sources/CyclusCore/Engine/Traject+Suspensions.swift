// When the clock of a traject stood still, and how that moves its dates (GEN-14).
extension Traject {
  /// A due date moved by the days on which the clock stood still while its term ran: from its opening, or the day from
  /// which it is counted where that is later, up to the date (GEN-14).
  ///
  /// Then to a working day, the way in which the date rolls. Where the end of the traject was moved, what came before
  /// that day counts no more: whoever moved it knew of it.
  func moved(_ due: Reckoning, opens: Day, endMoved: Day? = nil, _ rulebook: Rulebook) -> Reckoning {
    guard let day = due.day else { return due }
    let start = endMoved.map { max($0, opens) } ?? opens
    var moved = due
    var (stood, until): (Day, Day?) = (day, nil)
    func roll() {
      guard let end = until else { return }
      moved = moved.rolled(notBefore: max(stood, end), rulebook.workingDays)
      (stood, until) = (moved.day ?? stood, nil)
    }
    for stop in suspensions(rulebook) {
      guard let end = stop.until, end > start, let reached = moved.day else { continue }
      // One that begins after the day reached finds the date on the working day on which it has come to stand.
      if reached < stop.since { roll() }
      guard let reached = moved.day, stop.since <= reached else { continue }
      let since = max(stop.since, start)
      moved = moved.standingStill(
        Stretch(
          since: since, until: end,
          stops: rulebook.accounts ? stops(from: since, to: end, rulebook) : []))
      until = end
    }
    roll()
    let last = moved.day ?? day
    guard rulebook.accounts, !(pauses.isEmpty && blocks.isEmpty) else { return moved }
    let earlier = stops(before: start, rulebook).filter { $0.since <= last }
    moved.note(
      of: earlier, endMoved.map { opens < $0 ? .endMoved($0) : .ranLater(start) } ?? .ranLater(start))
    moved.note(of: stops(after: last, rulebook), .passed)
    return moved
  }

  /// What follows a gesprek with a day of its own, with what does not move it.
  func following(_ gesprek: ItemKey, _ due: Reckoning, opens: Day?, _ rulebook: Rulebook) -> Reckoning {
    guard rulebook.accounts, let day = due.day, case .from(_, .step)? = due.steps?.first else { return due }
    var following = due
    following.note(
      of: stops(after: opens ?? from, rulebook, upTo: day), .gesprek(gesprek))
    return following
  }

  /// The end of a teaching week, which no pause moves.
  func staying(_ due: Reckoning, _ rulebook: Rulebook) -> Reckoning {
    guard rulebook.accounts, let day = due.day else { return due }
    var staying = due
    staying.note(of: stops(after: from, rulebook, upTo: day), .teachingWeek)
    return staying
  }

  /// The stretches that were over, as far as they lie before a day.
  private func stops(before day: Day, _ rulebook: Rulebook) -> [Stretch] {
    told(suspensions(rulebook).filter { $0.since < day }, upTo: day, rulebook)
  }

  /// The stretches that began after a day, or on it, and on or before a last one.
  private func stops(after day: Day, _ rulebook: Rulebook, upTo last: Day? = nil) -> [Stretch] {
    told(
      suspensions(rulebook).filter { stop in
        last.map { day < stop.until ?? Self.never && stop.since <= $0 } ?? (day < stop.since)
      }, upTo: Self.never, rulebook)
  }

  /// After every day that there is.
  private static let never = Day(number: Day.storable.upperBound + 1)

  /// Stretches with what stopped the clock in each; without the one that lasts.
  private func told(_ stops: [Suspension], upTo last: Day, _ rulebook: Rulebook) -> [Stretch] {
    stops.compactMap { stop in
      guard let until = stop.until.map({ min($0, last) }), stop.since < until else { return nil }
      return Stretch(
        since: stop.since, until: until, stops: self.stops(from: stop.since, to: until, rulebook))
    }
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
