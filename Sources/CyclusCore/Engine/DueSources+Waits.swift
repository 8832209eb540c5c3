// What a date waits for, and who has to do it.
extension DueSources {
  /// What has to come before there is a date.
  func waits(_ wait: DueWait) -> [DueAccount.Wait] {
    switch wait {
    case .step(let requirement): return [self.wait(requirement)]
    case .opening(let key): return DueOpening(of: key ?? obligation.key, self).waits
    case .gesprek(let key):
      guard let key else { return [.init(what: Phrase.itsGesprek)] }
      return [self.wait(Requirement(key.id, .held))]
    case .timeline: return [.init(what: Phrase.notOnTimeline)]
    case .clock: return clock
    case .ended: return [.init(what: Phrase.hasEnded)]
    }
  }

  /// A step that somebody has to take.
  func wait(_ phrase: Requirement) -> DueAccount.Wait {
    let requirement = meant(by: phrase)
    let asked = all.filter { requirement.covers($0.key, workflow) && $0.isAsked }
    let around = workflow.gesprek(around: obligation.key.item)
    let own = asked.first {
      around.map($0.key.item.isAbout) ?? false || $0.key.item.id == obligation.key.item.occurrence
    }
    if let found = own ?? asked.first {
      return .init(obligation: found.key, what: found.what, role: found.role, person: found.person)
    }
    let role = role(for: requirement)
    return .init(
      what: requirement.brief(workflow), role: role, person: role.flatMap { traject.holder(of: $0) })
  }

  /// What a phrase means here: `gesprek`, `unit` and `result` are those to which the obligation belongs.
  private func meant(by phrase: Requirement) -> Requirement {
    let item = obligation.key.item
    let id: String? =
      switch phrase.item {
      case "gesprek": workflow.gesprek(around: item)?.id
      case "unit", "outcome", "result": item.occurrence ?? item.id
      default: nil
      }
    return id.map { Requirement($0, phrase.step) } ?? phrase
  }

  /// The role that takes a step that nobody owes yet.
  private func role(for requirement: Requirement) -> String? {
    if requirement == .endMoved { return workflow.extensions?.by.first }
    return workflow.gesprek(requirement.item)?.by.first ?? workflow.document(requirement.item)?.by.first
      ?? workflow.approval(requirement.item)?.by.first ?? workflow.task(requirement.item)?.by.first
      ?? workflow.outcome(requirement.item)?.judges.first ?? workflow.leader
  }

  /// What keeps the clock standing still.
  private var clock: [DueAccount.Wait] {
    var found: [DueAccount.Wait] = []
    if let pause = traject.standingPause {
      let role = workflow.pauses?.by.first
      found.append(
        .init(what: Phrase.standing(pause), role: role, person: role.flatMap { traject.holder(of: $0) }))
    }
    for record in traject.standingBlocks {
      guard let block = workflow.block(record.id), block.suspends else { continue }
      let lifting = all.last { $0.key.item.id == block.id && $0.key.step == .lifted && $0.isAsked }
      found.append(
        .init(
          obligation: lifting?.key, what: Phrase.standing(block, since: record.since), role: lifting?.role,
          person: lifting?.person))
    }
    return found.isEmpty ? [.init(what: Phrase.stoodStill)] : found
  }
}

/// Why an obligation opened on a day, or what it waits for to open.
struct DueOpening {
  let words: Localized
  let waits: [DueAccount.Wait]
  private let find: (Day) -> Int?

  /// The number of the event that opened it on a day.
  func event(on day: Day) -> Int? { find(day) }

  init(of key: ObligationKey, _ sources: DueSources) {
    let workflow = sources.workflow
    func after(_ requirement: Requirement, _ item: ItemKey? = nil) -> DueOpening {
      let item: ItemKey = item ?? ItemKey(requirement.item)
      return DueOpening(
        words: Phrase.taken(requirement.step, item, workflow), waits: [sources.wait(requirement)],
        find: { sources.event(requirement.step, item, on: $0) })
    }
    let around = workflow.gesprek(around: key.item)
    if let document = DueOpening.document(before: key, workflow) {
      self = after(Requirement(document, .submitted))
      return
    }
    switch key.step {
    case .closed, .attended:
      self = after(Requirement(key.item.id, .held), ItemKey(key.item.id, occurrence: around?.occurrence))
      return
    case .settled, .decided, .consulted, .proposed, .discussed, .agreed, .lifted, .advanced, .moved, .valid,
      .made,
      .held, .planned, .submitted, .assessed, .feedback, .confirmed, .done, .signed, .approved:
      break
    }
    let opening =
      workflow.document(key.item.id)?.opens ?? workflow.task(key.item.id)?.opens
      ?? workflow.unit(key.item.id)?.opens ?? workflow.outcome(key.item.id)?.opens
      ?? (around?.id ?? key.item.occurrence).flatMap { workflow.gesprek($0)?.opens }
      ?? workflow.gesprek(key.item.id)?.opens
    let isAgain = key.item.round > 1 || sources.traject.rounds[key.item.first.description] != nil
    func plain(_ what: Localized, _ event: @escaping (Day) -> Int? = { _ in nil }) -> DueOpening {
      DueOpening(words: what, waits: [.init(what: what)], find: event)
    }
    guard !isAgain, let opening else {
      self =
        isAgain
        ? plain(Phrase.askedAgain) { sources.askingAgain(on: $0) }
        : key.step == .confirmed
          ? after(Requirement(key.item.id, .assessed)) : plain(Phrase.itsOpening)
      return
    }
    switch opening {
    case .start: self = plain(Phrase.startOfTraject) { _ in sources.log.first?.seq }
    case .week(let number): self = plain(Phrase.monday(ofWeek: number))
    case .with(let reference):
      let gesprek: String? =
        switch reference {
        case .named(let id): id
        case .its: around?.id
        }
      guard let gesprek, gesprek != key.item.id else {
        self = plain(Phrase.itsOpening)
        return
      }
      // It can be done as soon as its gesprek can, and that is told with why.
      let its = DueOpening(
        of: ObligationKey(ItemKey(gesprek, occurrence: around?.occurrence), .held), sources)
      let what = Phrase.opening(of: gesprek, workflow)
      self = DueOpening(
        words: Localized(nl: "\(what.nl), \(its.words.nl)", en: "\(what.en), \(its.words.en)"),
        waits: its.waits, find: its.find)
    case .phase(let phase):
      let leader = workflow.leader
      let what = Phrase.entered(phase, workflow)
      self = DueOpening(
        words: what, waits: [.init(what: what, role: leader, person: sources.traject.holder(of: leader))],
        find: { sources.entering(phase, on: $0) })
    case .after(let requirement), .without(let requirement, _), .withResult(let requirement, _, _):
      let own = requirement.item == "gesprek" ? around : nil
      self = after(requirement, own)
    case .set(let names):
      let what = Phrase.given(names, workflow)
      self = plain(what) { sources.setting(names, on: $0) }
    case .itsWeek, .startOfItsPeriod: self = plain(Phrase.startOfPeriod)
    case .runsOut(let document): self = plain(Phrase.runsOut(document, workflow))
    }
  }

  private init(words: Localized, waits: [DueAccount.Wait], find: @escaping (Day) -> Int?) {
    self.words = words
    self.waits = waits
    self.find = find
  }

  /// The document that has to be handed in before it opens.
  private static func document(before key: ObligationKey, _ workflow: Workflow) -> String? {
    switch key.step {
    case .signed: workflow.document(signedAs: key.item).id
    case .approved: workflow.approval(key.item.id)?.asks
    case .assessed, .feedback:
      key.item.occurrence.flatMap { workflow.gesprek($0)?.judging?.afterDocument }
    case .held, .closed, .submitted, .confirmed, .done, .lifted, .consulted, .proposed, .decided, .advanced,
      .attended, .discussed, .agreed, .settled, .moved, .valid, .planned, .made:
      nil
    }
  }
}
