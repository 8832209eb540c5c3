/// What it brings about when a traject goes on under another calendar: every open obligation with its old and new date.
public struct CalendarAdoption {
  /// The traject under the calendar that it has.
  public let before: Standing
  /// The traject under the other calendar.
  public let after: Standing
  /// The event by which it is adopted.
  public let event: Event.CalendarAdopted

  /// A day on which there is school in one of the two calendars only, and why it is free in the other.
  public struct Difference: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// What the day is called in the calendar in which it is free.
    public let name: Localized
    /// Whether it is free from now on; else it is a working day again.
    public let isFree: Bool
  }

  /// Weighs a calendar for a traject; nil where the traject has ended, or is pinned to that calendar already.
  ///
  /// What was met, flagged or waived keeps its date. An occurrence that arose in a teaching week stays that of this week:
  /// where the other calendar would give the week another number, nothing is adopted.
  ///
  /// - Throws: `Refusal` where such a week would be another one, or where the timeline cannot be laid out.
  public init?(_ standing: Standing, _ other: PinnedCalendar) throws(Refusal) {
    var traject = standing.traject
    guard !traject.hasEnded, traject.calendar != other.digest else { return nil }
    let rulebook: Rulebook
    do {
      rulebook = try Rulebook(
        workflow: standing.rulebook.workflow, traject: traject, calendar: other.calendar)
    } catch {
      throw Self.refusal(traject, Sentence.timeline(error, nil))
    }
    if let week = traject.renumbered(from: standing.rulebook.timeline, to: rulebook.timeline) {
      throw Self.refusal(traject, Self.renumbered(week))
    }
    let old = standing.obligations
    let kept = old.filter { $0.met == nil && $0.waived != nil }.reduce(into: [String: Day]()) {
      $0[$1.key.description] = $1.due
    }
    traject.calendar = other.digest
    let now = Dictionary(Standing(traject, rulebook).obligations.map { ($0.key, $0) }) { first, _ in first }
    let known = Set(old.map(\.key))
    let moved = old.filter(\.isAsked).compactMap { obligation -> Event.CalendarAdopted.Moved? in
      let due = now[obligation.key]?.due
      guard due != obligation.due else { return nil }
      return .init(obligation: obligation.key, from: obligation.due, to: due)
    }
    let new = Standing(traject, rulebook).obligations.filter {
      !known.contains($0.key) && $0.isAsked && $0.due != nil
    }
    event = Event.CalendarAdopted(
      before: standing.traject.calendar, calendar: other.digest,
      moved: moved + new.map { .init(obligation: $0.key, from: nil, to: $0.due) },
      kept: kept.filter { key, due in ObligationKey(key).flatMap { now[$0]?.due } != due })
    traject = standing.traject
    traject.evolve(
      .calendarAdopted(event), meets: [], by: .system, on: traject.from, number: traject.lastEvent)
    before = standing
    after = Standing(traject, rulebook)
  }

  /// Checks that a calendar is adopted on a day that is not after the reference date, nor before it was published.
  public static func check(_ occasion: Occasion, published: Day) throws(Refusal) {
    var missing: [Refusal.Missing] = []
    let what = Localized(nl: "datum", en: "date")
    if occasion.happened > occasion.today {
      missing.append(.init(what: what, message: Sentence.afterToday(occasion.happened, occasion.today)))
    }
    if occasion.happened < published {
      let calendar = Localized(nl: "het publiceren van de kalender", en: "the publication of the calendar")
      missing.append(.init(what: what, message: Sentence.beforeWhat(occasion.happened, calendar, published)))
    }
    guard missing.isEmpty else { throw Refusal(verb: "calendar adopt", traject: nil, missing: missing) }
  }

  /// That the traject is paused, so that `resume` is what tells its dates; nil of one that is not.
  public var paused: Localized? {
    guard before.traject.standingPause != nil else { return nil }
    let name = before.traject.name
    return Localized(
      nl: "\(name) is gepauzeerd en heeft nu geen datums: resume vertelt ze, met deze kalender",
      en: "\(name) is paused and has no dates now: resume tells them, by this calendar")
  }

  /// The entry that records it.
  public func entry(by actor: Actor, on day: Day) -> Decision.Entry {
    Decision.Entry(event: .calendarAdopted(event), actor: actor, happened: day, rules: [], meets: [])
  }

  /// Why a date moved: the last day before it about which the two calendars differ in that direction, or else in the other;
  /// nil where that cannot be said.
  ///
  /// The old date itself goes first, where there is no school on it any more.
  public func difference(behind moved: Event.CalendarAdopted.Moved) -> Difference? {
    let (old, new) = (before.rulebook.workingDays, after.rulebook.workingDays)
    func difference(_ day: Day) -> Difference? {
      switch (old.isWorking(day), new.isWorking(day)) {
      case (true, false): new.reason(day).map { Difference(day: day, name: $0, isFree: true) }
      case (false, true): old.reason(day).map { Difference(day: day, name: $0, isFree: false) }
      case (true, true), (false, false): nil
      }
    }
    if let own = moved.from.flatMap(difference) { return own }
    guard let from = moved.from ?? moved.to, let to = moved.to ?? moved.from else { return nil }
    func differences(upTo last: Day) -> some Sequence<Difference> {
      (0...max(0, last - before.traject.from)).lazy.map { last - $0 }.compactMap(difference)
    }
    // Days that become free put a date off; days that are opened again bring it nearer.
    return differences(upTo: from).first { $0.isFree == (from < to) }
      ?? differences(upTo: max(from, to)).first { _ in true }
  }

  private static func refusal(_ traject: Traject, _ message: Localized) -> Refusal {
    Refusal(
      verb: "calendar adopt", traject: traject.id,
      missing: [.init(what: Localized(nl: "kalender", en: "calendar"), message: message)])
  }

  private static func renumbered(_ week: Int) -> Localized {
    Sentence.plainly(
      "in lesweek \(week) is al iets gedaan of gemeld, en met deze kalender is dat een andere week: dit traject houdt zijn kalender",
      "in teaching week \(week) something was done or flagged already, and by this calendar that is another week: this traject keeps its calendar"
    )
  }
}

extension Traject {
  /// The first teaching week in which something was met, waived or flagged that another timeline puts on other days.
  fileprivate func renumbered(from old: TeachingTimeline, to new: TeachingTimeline) -> Int? {
    let keys =
      settled.keys.compactMap { ObligationKey($0) }.filter { $0.step != .planned && $0.step != .moved }
      + waived.keys.compactMap { ObligationKey($0) } + flags.map(\.obligation)
    let weeks = Set(
      keys.compactMap { key in
        key.item.occurrence.flatMap { $0.first == "w" ? Int($0.dropFirst()) : nil }
      })
    func monday(_ number: Int, _ timeline: TeachingTimeline) -> Day? {
      timeline.weeks.first { $0.number == number }?.monday
    }
    return weeks.sorted().first { monday($0, old) != monday($0, new) }
  }
}
