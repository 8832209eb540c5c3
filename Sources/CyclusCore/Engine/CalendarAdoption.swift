/// What it brings about when a traject goes on under another calendar: every open obligation with its old and new date.
public struct CalendarAdoption {
  /// The traject under the calendar that it has.
  public let before: Standing
  /// The traject under the other calendar.
  public let after: Standing
  /// The event by which it is adopted.
  public let event: Event.CalendarAdopted
  /// The day on which it is adopted.
  public let day: Day
  /// Who adopts it, in which role.
  public let actor: Actor

  /// Weighs a calendar for a traject; nil where the traject has ended, or is pinned to that calendar already.
  ///
  /// What was met, flagged or waived keeps its date. An open date never goes back behind the day of adoption, nor behind a
  /// date that had passed already: another calendar makes nobody late. An occurrence that arose in a teaching week stays
  /// that of this week: where the other calendar would give the week another number, nothing is adopted.
  ///
  /// - Throws: `Refusal` where such a week would be another one, where the traject had not begun on that day, where the actor
  ///   has not the role that he names, or where the timeline cannot be laid out.
  public init?(_ standing: Standing, _ other: PinnedCalendar, on occasion: Occasion) throws(Refusal) {
    var traject = standing.traject
    guard !traject.hasEnded, traject.calendar != other.digest else { return nil }
    actor = try Self.checked(standing, occasion)
    let day = occasion.happened
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
    traject.calendar = other.digest
    traject.floors = nil
    let counted = Standing(traject, rulebook)
    let now = Self.dates(counted.obligations)
    let kept = old.filter { $0.met == nil && $0.waived != nil && now[$0.key] != $0.due }
    var event = Event.CalendarAdopted(
      before: standing.traject.calendar, calendar: other.digest, moved: [],
      kept: kept.reduce(into: [:]) { $0[$1.key.description] = $1.due },
      floors: Self.floors(standing, counted, on: day))
    let after = Standing(standing.traject.evolved(event, on: day), rulebook)
    event.moved = Self.moved(old, after.obligations)
    self.event = event
    (before, self.after, self.day) = (standing, after, day)
  }

  /// The dates of some obligations; of what has none, none.
  private static func dates(_ obligations: [Obligation]) -> [ObligationKey: Day] {
    obligations.reduce(into: [:]) { dates, obligation in
      if dates[obligation.key] == nil { dates[obligation.key] = obligation.due }
    }
  }

  /// The open obligations with another date, and those that arise.
  private static func moved(_ old: [Obligation], _ new: [Obligation]) -> [Event.CalendarAdopted.Moved] {
    let now = dates(new)
    let known = Set(old.map(\.key))
    return old.filter { $0.isAsked && now[$0.key] != $0.due }.map {
      .init(obligation: $0.key, from: $0.due, to: now[$0.key])
    }
      + new.filter { !known.contains($0.key) && $0.isAsked && $0.due != nil }.map {
        .init(obligation: $0.key, from: nil, to: $0.due)
      }
  }

  /// The first days that open dates may have: the day of adoption, or the date that had passed already; only of those that
  /// the calendar itself would date before.
  ///
  /// What stands still is dated as if the clock went on that day; its floor moves on with the clock.
  private static func floors(_ old: Standing, _ new: Standing, on day: Day) -> [String: Day] {
    let isStill = old.traject.standingPause != nil || !old.traject.standingBlocks.isEmpty
    func going(_ standing: Standing) -> Standing {
      isStill ? Standing(standing.traject.resumed(on: day), standing.rulebook) : standing
    }
    let had = dates(going(old).obligations)
    return going(new).obligations.reduce(into: [:]) { floors, obligation in
      let floor = min(had[obligation.key] ?? day, day)
      guard obligation.isAsked, obligation.escalation == nil, let due = obligation.due, due < floor else {
        return
      }
      floors[obligation.key.description] = floor
    }
  }

  /// The actor with the role in which he acts; a person without a role in the traject acts as none, as at an import.
  private static func checked(_ standing: Standing, _ occasion: Occasion) throws(Refusal) -> Actor {
    let traject = standing.traject
    var deliberation = Deliberation(standing, occasion, verb: verb)
    var actor = occasion.actor
    if let person = actor.person {
      let held = traject.roles(of: person, on: max(occasion.happened, traject.from))
      if actor.role != nil {
        actor = deliberation.actor(among: nil)
      } else {
        let leader = standing.rulebook.workflow.leader
        actor.role = held.contains(leader) ? leader : held.first
      }
    }
    if occasion.happened < traject.from {
      let isAhead = occasion.today < traject.from
      deliberation.lack(
        Localized(nl: "datum", en: "date"),
        isAhead
          ? Sentence.plainly(
            "dit traject begint op \(traject.from.longNL): geef «cyclus calendar adopt» op die dag of later nog eens",
            "this traject begins on \(traject.from.longEN): give “cyclus calendar adopt” once more on that day or later"
          )
          : Sentence.beforeWhat(
            occasion.happened, Localized(nl: "het begin van dit traject", en: "the start of this traject"),
            traject.from))
    }
    try deliberation.settle()
    return actor
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
    guard missing.isEmpty else { throw Refusal(verb: verb, traject: nil, missing: missing) }
  }

  /// That the clock of the traject stands still, so that its dates are told once it goes on; nil of one that goes.
  public var paused: Localized? {
    let name = before.traject.name
    guard before.traject.standingPause != nil else {
      let isStill = before.traject.standingBlocks.contains {
        before.rulebook.workflow.block($0.id)?.suspends ?? false
      }
      return !isStill
        ? nil
        : Localized(
          nl: "\(name) is geblokkeerd: wat stilstaat, krijgt pas na unblock een datum, volgens deze kalender",
          en: "\(name) is blocked: what stands still has a date only after unblock, by this calendar")
    }
    return Localized(
      nl: "\(name) is gepauzeerd en heeft nu geen datums: resume vertelt ze, met deze kalender",
      en: "\(name) is paused and has no dates now: resume tells them, by this calendar")
  }

  /// The entry that records it; a traject goes over on purpose, as it does to another version of its workflow (GEN-04).
  public var entry: Decision.Entry {
    Decision.Entry(
      event: .calendarAdopted(event), actor: actor, happened: day, rules: ["GEN-04"], meets: [])
  }

  private static let verb = "calendar adopt"

  private static func refusal(_ traject: Traject, _ message: Localized) -> Refusal {
    Refusal(
      verb: verb, traject: traject.id,
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
  /// The state after the event.
  fileprivate func evolved(_ event: Event.CalendarAdopted, on day: Day) -> Traject {
    var after = self
    after.evolve(.calendarAdopted(event), meets: [], by: .system, on: day, number: lastEvent)
    return after
  }

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
