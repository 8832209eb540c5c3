// Where a deadline counts from, and where it ends up.
extension Traject {
  /// The item to which a phrase of a definition applies: its gesprek or unit, where it has one.
  struct Context {
    var gesprek: ItemKey?
    var unit: String?
    /// When its gesprek is asked, where that recurs.
    var slot: Occurrences.Slot?
    /// The first and the last day of the period in which it recurs.
    var period: (first: Day, last: Day)?
    /// The day from which it is asked again, in a later round.
    var askedAgain: Day?
    /// The day that stands for its teaching week, in a later round and where the end of the traject was moved.
    var lastDay: Day?
    /// Whether its gesprek is one of several: what is prepared for it follows it wherever it was held.
    var followsGesprek = false
    /// Whether a day of the timeline that still lies ahead is kept in a later round: not after an extension.
    var keepsTimeline = false
  }

  /// The gesprek that a phrase points at; one that recurs is that of the context, where the item belongs to it.
  func gesprek(_ reference: GesprekReference, _ context: Context) -> ItemKey? {
    switch reference {
    case .named(let id): context.gesprek?.id == id ? context.gesprek : ItemKey(id)
    case .its: context.gesprek
    }
  }

  /// The day on which a step was taken; of several occurrences that of the context, else the last.
  ///
  /// A document counts from its first handing in, in the round that is asked now: a later version moves no deadline.
  func day(of requirement: Requirement, _ context: Context, _ rulebook: Rulebook) -> Day? {
    switch requirement.step {
    case .planned:
      let own = context.gesprek.flatMap { gesprek in
        requirement.item == "gesprek" || requirement.item == gesprek.id ? gesprek : nil
      }
      return dayOfPlanning(own ?? ItemKey(requirement.item))
    case .held, .closed:
      // `gesprek` is the one to which the item belongs.
      let isOwn = requirement.item == "gesprek" || requirement.item == context.gesprek?.id
      return isOwn
        ? context.gesprek.flatMap { day(of: requirement.step, ofGesprek: $0, rulebook) }
        : lastDay(of: requirement, rulebook)
    case .submitted:
      let key = documentKey(requirement.item, context)
      let record = self.record(ofDocument: key)
      return record.submissions.filter { $0.round == record.round }.map(\.on).min()
    case .approved: return approvals[requirement.item]?.granted
    case .moved: return endMoved
    // Whether it is valid depends on the day in question, see `isValid`.
    case .valid, .made: return nil
    case .confirmed:
      let subject =
        ["unit", "outcome", "result"].contains(requirement.item) ? context.unit : requirement.item
      return subject.flatMap { confirmation(of: $0)?.on }
    case .done, .signed, .assessed, .feedback, .lifted, .consulted, .proposed, .decided, .advanced, .attended,
      .discussed, .agreed, .settled:
      var last: Day?
      for (text, settlement) in settled where text.hasPrefix(requirement.item) {
        guard let key = ObligationKey(text), key.step == requirement.step, key.item.id == requirement.item,
          isCurrent(key),
          context.gesprek.map({ key.item.isAround($0) }) ?? true
        else { continue }
        last = max(last ?? settlement.on, settlement.on)
      }
      return last
    }
  }

  /// The day from which a document that was handed in counts: not before it is asked, however early it came (GEN-09).
  ///
  /// `nil` where it was not handed in, or where what it waits for has not happened.
  func effect(ofDocument id: String, _ rulebook: Rulebook, _ context: Context = Context()) -> Day? {
    guard let definition = rulebook.workflow.document(id),
      let submitted = givenUntil(definition).map({ _ in from })
        ?? day(of: Requirement(id, .submitted), context, rulebook)
    else { return nil }
    let key = documentKey(id, context)
    if record(ofDocument: key).round > round(of: id, key.occurrence) { return submitted }
    let own = self.context(
      id, key.occurrence, gesprek: context.gesprek ?? definition.belongsTo.map { ItemKey($0) },
      unit: context.unit, rulebook)
    return day(of: definition.opens, rulebook, own).map { max($0, submitted) }
  }

  /// The day on which an item opens; `nil` while that depends on what has not happened.
  func day(of opening: Opening, _ rulebook: Rulebook, _ context: Context = Context()) -> Day? {
    switch opening {
    case .start: context.askedAgain ?? from
    case .week(let number): context.askedAgain ?? rulebook.timeline.week(number)?.monday
    case .with(let reference):
      gesprek(reference, context).flatMap { self.opening(ofGesprek: $0, rulebook, context) }
    case .phase(let phase): entered(phase)
    case .after(let requirement):
      requirement.step == .submitted
        ? effect(ofDocument: requirement.item, rulebook, context) : day(of: requirement, context, rulebook)
    case .set:
      context.askedAgain.flatMap { again in given(opening.parameters, rulebook).map { max($0, again) } }
        ?? given(opening.parameters, rulebook)
    case .itsWeek, .startOfItsPeriod: context.period?.first
    case .without(let requirement, let document):
      day(of: requirement, context, rulebook).flatMap { isValid(document, on: $0, rulebook) ? nil : $0 }
    case .runsOut(let document): dayOfRunningOut(document, rulebook, context)
    case .withResult(let requirement, let field, let value):
      day(of: requirement, context, rulebook).flatMap {
        hasResult(value, field, context.gesprek, rulebook) ? $0 : nil
      }
    }
  }

  /// The first day on which one of some parameters was given; a `no` gives nothing.
  private func given(_ names: [String], _ rulebook: Rulebook) -> Day? {
    names.compactMap { name in
      guard let value = parameters[name] else { return nil }
      let isNo = rulebook.workflow.parameter(name)?.kind == .yesNo && value == "no"
      return isNo ? nil : parametersSet[name] ?? from
    }.min()
  }

  /// The day from which a gesprek is asked.
  func opening(ofGesprek key: ItemKey, _ rulebook: Rulebook, _ context: Context) -> Day? {
    if key.occurrence != nil {
      if let slot = slot(key, rulebook, context) {
        return min(slot.opens, record(ofGesprek: key)?.held.first ?? slot.opens)
      }
      // One more than was asked is prepared from when it was planned, which nobody knows; once held, from that day.
      return record(ofGesprek: key).flatMap { $0.planned == nil ? $0.held.first : from }
    }
    return rulebook.workflow.gesprek(key.id).flatMap {
      day(of: $0.opens, rulebook, self.context(ofGesprek: key, rulebook))
    }
  }

  /// When an occurrence of a gesprek that recurs is asked; `nil` for one more than that.
  private func slot(_ key: ItemKey, _ rulebook: Rulebook, _ context: Context) -> Occurrences.Slot? {
    if let slot = context.slot, slot.key == key { return slot }
    return rulebook.workflow.gesprek(key.id).flatMap { Occurrences($0, self, rulebook) }?.slot(key)
  }

  /// The day that stands for a gesprek in other deadlines: when it was held, else planned, else due.
  func day(ofGesprek key: ItemKey, _ rulebook: Rulebook, _ outer: Context = Context()) -> Day? {
    dayHeld(key, rulebook) ?? day(expectedForGesprek: key, rulebook, outer)
  }

  /// The day that stands for a gesprek in what has to be done some time before it.
  ///
  /// The later of the day on which it was held and the day that was expected: whoever holds a gesprek early makes
  /// nobody late after the fact. Around one of several it is the day on which that one was held: its term may lie
  /// months later, when the next is asked.
  private func day(towardsGesprek key: ItemKey, _ rulebook: Rulebook, _ outer: Context) -> Day? {
    let expected = day(expectedForGesprek: key, rulebook, outer)
    guard let held = dayHeld(key, rulebook) else { return expected }
    return outer.followsGesprek ? held : max(held, expected ?? held)
  }

  /// The day on which one of several gesprekken was held before its day, where that put what is prepared for it past
  /// its date: before that day nobody could know.
  func dayHeldEarly(_ obligation: Obligation, _ rulebook: Rulebook) -> Day? {
    guard let due = obligation.due, obligation.key.step == .submitted || obligation.key.step == .done,
      let gesprek = rulebook.workflow.gesprek(around: obligation.key.item), gesprek.occurrence != nil,
      let held = dayHeld(gesprek, rulebook), due < held,
      let expected = day(expectedForGesprek: gesprek, rulebook), held < expected
    else { return nil }
    return held
  }

  /// The day on which a gesprek is planned, else the day by which it is due.
  ///
  /// A planned day on which the clock stood still stands for nothing any more.
  private func day(
    expectedForGesprek key: ItemKey, _ rulebook: Rulebook, _ outer: Context = Context()
  ) -> Day? {
    if let record = self.record(ofGesprek: key), let planned = record.planned?.day, record.cancelled == nil,
      !stoodStill(on: planned, rulebook)
    {
      return planned
    }
    if key.occurrence != nil { return slot(key, rulebook, outer)?.term }
    guard let definition = rulebook.workflow.gesprek(key.id) else { return nil }
    let context = self.context(ofGesprek: key, rulebook)
    let opens = day(of: definition.opens, rulebook, context)
    return definition.due.flatMap { due(of: $0, opens: opens, rulebook, context) }
  }

  /// The date by which an item is due, moved by the days on which the clock stood still (GEN-14).
  ///
  /// `nil` where it depends on what has not happened. What is counted from a gesprek follows that gesprek and is
  /// not moved a second time.
  func due(of deadline: Deadline, opens: Day?, _ rulebook: Rulebook, _ context: Context) -> Day? {
    func counted(_ day: Day?) -> Day? { day.map { moved($0, opens: opens ?? from, rulebook) } }
    if deadline.isOfTimeline, let last = context.lastDay, !isAhead(deadline, rulebook, context) {
      // Whoever moved the end knew how long the clock had stood still until then.
      return moved(last, opens: max(opens ?? from, extended ?? from), rulebook)
    }
    return switch deadline {
    case .endOfWeek(let number): counted(rulebook.timeline.week(number)?.lastWorkingDay)
    case .endOfItsWeek: counted(context.period.map { rulebook.workingDays.onOrBefore($0.last) })
    case .endOfBlock(let block): counted(rulebook.timeline.end(ofBlock: block))
    case .endOfPlacement: counted(until.map { rulebook.workingDays.onOrBefore($0) } ?? rulebook.timeline.end)
    case .dayOf(let reference): gesprek(reference, context).flatMap { day(ofGesprek: $0, rulebook, context) }
    case .before(let span, let reference):
      gesprek(reference, context).flatMap { day(towardsGesprek: $0, rulebook, context) }
        .map { rulebook.day(span, before: $0, opens: opens) }
    case .after(let span, let requirement):
      counted(day(of: requirement, context, rulebook).map { rulebook.day(span, after: $0) })
    case .afterOpening(let span): counted(opens.map { rulebook.day(span, after: $0) })
    case .ofItsPeriod(let point): counted(context.period.map { rulebook.day(point, of: $0) })
    case .afterItsPeriod(let span, let point):
      counted(context.period.map { rulebook.day(span, after: rulebook.day(point, of: $0)) })
    case .beforeItsPeriod(let span, let point):
      counted(context.period.map { rulebook.day(span, before: rulebook.day(point, of: $0)) })
    }
  }

  /// Whether a day of the timeline has yet to come when an item is asked again.
  private func isAhead(_ deadline: Deadline, _ rulebook: Rulebook, _ context: Context) -> Bool {
    guard context.keepsTimeline, let since = context.askedAgain else { return false }
    let day =
      switch deadline {
      case .endOfWeek(let number): rulebook.timeline.week(number)?.lastWorkingDay
      case .endOfBlock(let block): rulebook.timeline.end(ofBlock: block)
      case .endOfItsWeek, .endOfPlacement, .dayOf, .before, .after, .afterOpening, .ofItsPeriod,
        .afterItsPeriod,
        .beforeItsPeriod:
        nil as Day?
      }
    return day.map { since <= $0 } ?? false
  }

  /// A due date moved by the days on which the clock stood still between opening and due, to a working day (GEN-14).
  func moved(_ due: Day, opens: Day, _ rulebook: Rulebook) -> Day {
    let result = shifted(due, from: opens, rulebook)
    return result == due ? due : rulebook.workingDays.onOrAfter(result)
  }

  /// A day moved on by the days on which the clock stood still since a start.
  func shifted(_ day: Day, from start: Day, _ rulebook: Rulebook) -> Day {
    var result = day
    for stop in suspensions(rulebook) {
      guard let end = stop.until, stop.since <= result, end > start else { continue }
      result = result + (end - max(stop.since, start))
    }
    return result
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
