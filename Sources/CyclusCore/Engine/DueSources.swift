/// Where the days of an account come from: their events, and who has to do what is waited for.
struct DueSources {
  let obligation: Obligation
  let all: [Obligation]
  let traject: Traject
  let rulebook: Rulebook
  let log: [LoggedEvent]

  var workflow: Workflow { rulebook.workflow }

  init(
    _ obligation: Obligation, _ all: [Obligation], _ traject: Traject, _ rulebook: Rulebook,
    _ log: [LoggedEvent]
  ) {
    self.obligation = obligation
    self.all = all
    self.traject = traject
    self.rulebook = rulebook
    self.log = log
  }

  // MARK: Origins

  /// The day from which is counted, what that is, and the event that made it so.
  func origin(_ day: Day, _ source: DueOrigin) -> DueAccount.Origin {
    func origin(_ what: Localized, _ event: Int?) -> DueAccount.Origin {
      .init(day: day, what: what, event: event)
    }
    switch source {
    case .start: return origin(Phrase.startOfTraject, log.first?.seq)
    case .end: return origin(moved == nil ? Phrase.endOfTraject : Phrase.movedEnd, moved ?? log.first?.seq)
    case .block(let name): return origin(Phrase.start(ofBlock: name, workflow), start(ofBlock: name))
    case .period(let period, let point):
      return origin(Phrase.point(point, of: period, workflow), event(point, of: period, on: day))
    case .step(.planned, let item) where workflow.gesprek(item.id) != nil && obligation.key.step != .planned:
      return origin(Phrase.planned(item, workflow), planned(item, on: day) ?? event(.planned, item, on: day))
    case .step(let step, let item):
      return origin(Phrase.taken(step, item, workflow), event(step, item, on: day))
    case .opening(let key):
      let opening = DueOpening(of: key ?? obligation.key, self)
      return origin(opening.words, opening.event(on: day))
    case .sentBack(let document):
      let rejected = last { logged in
        guard case .rejected(_, let sent, _) = logged.event else { return false }
        return sent.id == document.id && logged.happened == day
      }
      return origin(Phrase.sentBack(document, workflow), rejected)
    case .disputed(let outcome):
      let disputed = last { logged in
        guard case .disputed(let disputed) = logged.event else { return false }
        return disputed.outcome == outcome && logged.happened == day
      }
      return origin(Phrase.disputed(outcome, workflow), disputed)
    case .escalated(let id): return origin(Phrase.opened(id), opened(id))
    }
  }

  /// The number of the event in which the date of a step stands.
  func event(of step: DueStep) -> Int? {
    if case .notBefore(let bound, _, _) = step { return event(of: bound) }
    guard case .recorded(let date, let record) = step else { return nil }
    switch record {
    case .met(let event, _): return event
    case .flagged(let day):
      return last { logged in
        guard case .flagged(let flagged) = logged.event else { return false }
        return flagged.obligation == obligation.key && logged.happened == day
      }
    case .escalated(let id, _): return opened(id)
    case .agreed(let id, _):
      return last { logged in
        if case .agreementMade(let made) = logged.event { made.id == id } else { false }
      }
    case .adopted:
      // The first that kept it: what was waived by then is dated by no calendar of later either.
      return log.first { logged in
        guard case .calendarAdopted(let adopted) = logged.event else { return false }
        return adopted.kept[obligation.key.description].map { $0 == date } ?? false
      }?.seq
    }
  }

  /// The number of the event by which a date has a bound.
  private func event(of bound: DueBound) -> Int? {
    switch bound {
    case .adoption(let day), .overdueAtAdoption(let day):
      last { logged in
        if case .calendarAdopted = logged.event { logged.happened == day } else { false }
      }
    case .opening, .period, .gesprek, .endOfPeriod, .lapses, .end, .clock: nil
    }
  }

  // MARK: Events

  /// The event by which the end was moved last.
  private var moved: Int? { last { if case .extended = $0.event { true } else { false } } }

  /// The event that made a period begin or end on a day: what began or moved the traject, or brought it to a phase.
  private func event(_ point: PeriodPoint, of period: Rulebook.Period, on day: Day) -> Int? {
    if point == .end {
      if day == traject.until { return moved ?? log.first?.seq }
      // A time in a phase ends on the day before it is entered again.
      if case .phase(let id) = period.kind { return entering(id, on: day + 1) }
      return period.kind == .block ? start(ofBlockOn: day + 1) : nil
    }
    if case .phase(let id) = period.kind { return entering(id, on: day) }
    if day == traject.from { return log.first?.seq }
    return period.kind == .block ? start(ofBlockOn: day) : nil
  }

  /// The event that gave the day on which a block begins, where blocks begin on dates.
  private func start(ofBlockOn day: Day) -> Int? {
    guard let parameter = workflow.datedBlocks?.startsParameter,
      Day.list(traject.parameters[parameter] ?? "").contains(day)
    else { return nil }
    return setting([parameter])
  }

  /// The event by which one of some parameters was given last: its own, else the start.
  private func setting(_ names: [String]) -> Int? {
    last { logged in
      guard case .parameterSet(let name, _, _) = logged.event else { return false }
      return names.contains(name)
    } ?? log.first?.seq
  }

  private func last(_ isMeant: (LoggedEvent) -> Bool) -> Int? { log.last(where: isMeant)?.seq }

  private func opened(_ id: String) -> Int? {
    last { logged in
      if case .escalated(let escalated) = logged.event { escalated.escalation == id } else { false }
    }
  }

  /// The event by which a step was taken on a day.
  func event(_ step: Step, _ item: ItemKey, on day: Day) -> Int? {
    func isOf(_ key: ItemKey?) -> Bool {
      key.map { $0.id == item.id && (item.occurrence == nil || $0.occurrence == item.occurrence) } ?? false
    }
    return last { logged in
      guard logged.happened == day else { return false }
      if logged.meets.contains(where: { $0.key.step == step && isOf($0.key.item) }) { return true }
      guard logged.event.type == step.event else { return false }
      let data = logged.event.data
      return step == .moved
        || ["gesprek", "document", "approval", "outcome", "subject"].contains {
          isOf(data[$0]?.text.flatMap { ItemKey($0) })
        }
        || isOf(data["obligation"]?.text.flatMap { ObligationKey($0)?.item })
    }
  }

  /// The event by which a gesprek was planned on a day.
  private func planned(_ gesprek: ItemKey, on day: Day) -> Int? {
    last { logged in
      guard case .planned(let planned, let at, _) = logged.event else { return false }
      return planned.id == gesprek.id && planned.occurrence == gesprek.occurrence && at.day == day
    }
  }

  /// The event by which a phase was entered on a day.
  func entering(_ phase: String, on day: Day) -> Int? {
    last { logged in
      guard case .advanced(_, let to, _) = logged.event else { return false }
      return to == phase && logged.happened == day
    } ?? log.first?.seq
  }

  /// The event by which one of some parameters was given: its own, else the start.
  func setting(_ names: [String], on day: Day) -> Int? {
    last { logged in
      guard case .parameterSet(let name, _, _) = logged.event else { return false }
      return names.contains(name) && logged.happened == day
    } ?? log.first?.seq
  }

  /// The event that gave the day on which a block begins; the start where it begins with the traject.
  private func start(ofBlock name: String) -> Int? {
    let item = workflow.timeline.first { $0.part.name == name }
    if let parameter = item?.startParameter, traject.parameters[parameter] != nil {
      return setting([parameter])
    }
    return rulebook.timeline.beginnings[name] == .on(traject.from) ? log.first?.seq : nil
  }

  /// The event by which something was asked again on a day: the last that asks again of itself, else the last of all.
  func askingAgain(on day: Day) -> Int? {
    last { logged in
      guard logged.happened == day else { return false }
      return switch logged.event {
      case .extended, .advanced, .decided, .rejected: true
      default: false
      }
    }
  }
}

extension Step {
  /// The name of the event by which it is taken.
  fileprivate var event: String {
    switch self {
    case .feedback: "feedback_given"
    case .moved: "extended"
    case .settled: "agreement_settled"
    case .lifted: "unblocked"
    case .held, .closed, .submitted, .signed, .approved, .assessed, .confirmed, .done, .consulted, .proposed,
      .decided, .advanced, .attended, .discussed, .agreed, .valid, .planned, .made:
      rawValue
    }
  }
}
