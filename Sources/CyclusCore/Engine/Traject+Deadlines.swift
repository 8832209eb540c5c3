// By when things are due, each date with the account of how it came about.
extension Traject {
  /// The day that stands for a gesprek in other deadlines: when it was held, else planned, else due.
  func day(ofGesprek key: ItemKey, _ rulebook: Rulebook, _ outer: Context = Context()) -> Day? {
    reckoning(ofGesprek: key, rulebook, outer).day
  }

  private func reckoning(ofGesprek key: ItemKey, _ rulebook: Rulebook, _ outer: Context) -> Reckoning {
    if let held = dayHeld(key, rulebook) { return rulebook.counting(from: held, .step(.held, of: key)) }
    return reckoning(expectedForGesprek: key, rulebook, outer)
  }

  /// The day that stands for a gesprek in what has to be done some time before it.
  ///
  /// The later of the day on which it was held and the day that was expected: whoever holds a gesprek early makes
  /// nobody late after the fact. Around one of several it is the day on which that one was held: its term may lie
  /// months later, when the next is asked.
  private func reckoning(towardsGesprek key: ItemKey, _ rulebook: Rulebook, _ outer: Context) -> Reckoning {
    let expected = reckoning(expectedForGesprek: key, rulebook, outer)
    guard let held = dayHeld(key, rulebook) else { return expected }
    if !outer.followsGesprek, let day = expected.day, held < day { return expected }
    return rulebook.counting(from: held, .step(.held, of: key))
  }

  /// The day on which one of several gesprekken was held before its day, where that put what is prepared for it past
  /// its date: before that day nobody could know.
  func dayHeldEarly(_ obligation: Obligation, _ rulebook: Rulebook) -> Day? {
    guard let due = obligation.due, obligation.key.step == .submitted || obligation.key.step == .done,
      let gesprek = rulebook.workflow.gesprek(around: obligation.key.item), gesprek.occurrence != nil,
      let held = dayHeld(gesprek, rulebook), due < held,
      let expected = reckoning(expectedForGesprek: gesprek, rulebook, Context()).day, held < expected
    else { return nil }
    return held
  }

  /// The day on which a gesprek is planned, else the day by which it is due.
  ///
  /// A planned day on which the clock stood still stands for nothing any more.
  private func reckoning(
    expectedForGesprek key: ItemKey, _ rulebook: Rulebook, _ outer: Context
  ) -> Reckoning {
    if let record = self.record(ofGesprek: key), let planned = record.planned?.day, record.cancelled == nil,
      !stoodStill(on: planned, rulebook)
    {
      return rulebook.counting(from: planned, .step(.planned, of: key))
    }
    func standing(_ due: Reckoning?) -> Reckoning {
      guard var due, let day = due.day else { return due ?? rulebook.waiting(.gesprek(key)) }
      due = due.told { $0.map { $0.ofOpening(ObligationKey(key, .held)) } }
      due.go(to: day, .stands(key, on: day))
      return due
    }
    if key.occurrence != nil { return standing(slot(key, rulebook, outer)?.terms) }
    guard let definition = rulebook.workflow.gesprek(key.id) else { return rulebook.waiting(.gesprek(key)) }
    let context = self.context(ofGesprek: key, rulebook)
    let opens = day(of: definition.opens, rulebook, context)
    return standing(definition.due.map { due(of: $0, opens: opens, rulebook, context) })
  }

  /// The date by which an item is due, moved by the days on which the clock stood still (GEN-14).
  ///
  /// None where it depends on what has not happened. What is counted from a gesprek follows that gesprek and is
  /// not moved a second time.
  func due(of deadline: Deadline, opens: Day?, _ rulebook: Rulebook, _ context: Context) -> Reckoning {
    let workingDays = rulebook.workingDays
    func counted(_ due: Reckoning) -> Reckoning { moved(due, opens: opens ?? from, rulebook) }
    if deadline.isOfTimeline, let last = context.lastDay, !isAhead(deadline, rulebook, context) {
      // Whoever moved the end knew how long the clock had stood still until then.
      return moved(last, opens: opens ?? from, endMoved: extended, rulebook)
    }
    switch deadline {
    case .endOfWeek(let number): return counted(rulebook.end(ofWeek: number))
    case .endOfItsWeek:
      return counted(context.period.map { rulebook.end(of: $0) } ?? rulebook.waiting(.timeline))
    case .endOfBlock(let block): return counted(rulebook.end(ofBlock: block))
    case .endOfPlacement: return counted(rulebook.end(until: until))
    case .dayOf(let reference):
      return gesprek(reference, context).map {
        following($0, reckoning(ofGesprek: $0, rulebook, context), opens: opens, rulebook)
      } ?? rulebook.waiting(.gesprek(nil))
    case .before(let span, let reference):
      guard let key = gesprek(reference, context) else { return rulebook.waiting(.gesprek(nil)) }
      let due = reckoning(towardsGesprek: key, rulebook, context)
        .before(span, opens: opens, .gesprek(key), workingDays)
      return following(key, due, opens: opens, rulebook)
    case .after(let span, let requirement):
      let start = rulebook.counting(
        from: day(of: requirement, context, rulebook),
        .step(requirement.step, of: item(of: requirement, context)), or: .step(requirement))
      // Where the clock stood still before the count began, that moves nothing.
      return moved(
        start.adding(span, workingDays), opens: max(opens ?? from, start.day ?? from), rulebook)
    case .afterOpening(let span):
      return counted(
        rulebook.counting(from: opens, .opening(nil), or: .opening(nil)).adding(span, workingDays))
    case .ofItsPeriod(let point): return counted(rulebook.point(point, of: context.period))
    case .afterItsPeriod(let span, let point):
      return counted(rulebook.point(point, of: context.period).adding(span, workingDays))
    case .beforeItsPeriod(let span, let point):
      return counted(
        rulebook.point(point, of: context.period).before(span, opens: nil, .period, workingDays))
    }
  }

  /// The item that a phrase points at: its own gesprek or unit where it belongs to one.
  func item(of requirement: Requirement, _ context: Context) -> ItemKey {
    if requirement.item == "gesprek" || requirement.item == context.gesprek?.id {
      return context.gesprek ?? ItemKey(requirement.item)
    }
    guard ["unit", "outcome", "result"].contains(requirement.item), let unit = context.unit else {
      return ItemKey(requirement.item)
    }
    return ItemKey(unit)
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
}

extension DueStep {
  /// The same step, where it counts from an opening or waits for one, with whose opening that is.
  fileprivate func ofOpening(_ key: ObligationKey) -> DueStep {
    switch self {
    case .from(let day, .opening(nil)): .from(day, .opening(key))
    case .waits(.opening(nil)): .waits(.opening(key))
    case .from, .teachingWeeks, .blockBegins, .counted, .margin, .rolled, .middle, .share, .notBefore,
      .notAfter,
      .stoodStill, .notMoved, .stands, .recorded, .waits:
      self
    }
  }
}
