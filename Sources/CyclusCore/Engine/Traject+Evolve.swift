// How an event changes the state. It holds no rule and cannot fail: what was accepted once is never judged again.
extension Traject {
  /// The state right after a traject started.
  public init(_ started: Event.Started, id: Int, phase: String, number: Int = 0) {
    self.id = id
    student = started.student
    workflow = started.workflow
    version = started.version
    digest = started.digest
    from = started.from
    until = started.until
    school = started.school
    assignments = started.roles.map { Assignment(role: $0.role, person: $0.person, since: .distantPast) }
    parameters = started.parameters
    calendar = started.calendar
    self.phase = phase
    entered = [PhaseEntry(phase: phase, on: started.from)]
    settled = [:]
    gesprekken = [:]
    documents = [:]
    approvals = [:]
    judgements = []
    confirmations = [:]
    counters = [:]
    blocks = []
    escalations = []
    escalationsOpened = 0
    numbersTakenOut = []
    flags = []
    standIns = []
    parametersSet = [:]
    pauses = []
    waived = [:]
    snoozed = [:]
    disputes = []
    goals = []
    agreements = []
    rounds = [:]
    lastEvent = number
  }

  /// Applies one event.
  public mutating func evolve(
    _ event: Event, meets: [LoggedEvent.Met], by actor: Actor, on day: Day, number: Int
  ) {
    lastEvent = number
    // What was met twice, as a document that was handed in again, was met on the first of those days.
    for met in meets where settled[met.key.description].map({ day < $0.on }) ?? true {
      settled[met.key.description] = Settlement(on: day, due: met.due, event: number)
    }
    switch event {
    case .started, .corrected: break
    case .assigned(let role, let person, let since, let beside):
      for index in assignments.indices
      where assignments[index].role == role && assignments[index].until == nil
        && !beside.contains(assignments[index].person)
      {
        assignments[index].until = since - 1
      }
      assignments.append(Assignment(role: role, person: person, since: since))
    case .planned(let gesprek, let at, let mode):
      gesprekken[gesprek.description, default: GesprekRecord()].planned = at
      gesprekken[gesprek.description]?.cancelled = nil
      if let mode { gesprekken[gesprek.description]?.mode = mode }
    case .cancelled(let gesprek, _):
      gesprekken[gesprek.description, default: GesprekRecord()].cancelled = day
      settled[ObligationKey(gesprek, .planned).description] = nil
    case .held(let held): evolve(held, on: day)
    case .closed(let gesprek, let record):
      gesprekken[gesprek.description]?.closed = day
      gesprekken[gesprek.description]?.record.merge(record) { _, new in new }
    case .submitted(let submitted): evolve(submitted, by: actor, on: day)
    case .signed(let document):
      if let person = actor.person, let role = actor.role {
        documents[document.description]?.signatures.append(
          Signature(role: role, person: person, on: day, event: number))
      }
    case .approved(let approval): approvals[approval.id, default: ApprovalRecord()].granted = day
    case .rejected(let approval, let document, let why):
      evolve(rejected: approval, document, why, by: actor, on: day)
    case .assessed(let assessed): evolve(assessed, meets, by: actor, on: day, number: number)
    case .feedbackGiven(let feedback): evolve(feedback, by: actor, on: day, number: number)
    case .confirmed(let subject, let result, _, _):
      confirmations[subject] = Confirmation(on: day, by: actor.person, result: result)
    case .counted(let counter, let amount, let document):
      counters[counter, default: 0] += amount
      if document != nil {
        counts = (counts ?? []) + [Count(counter: counter, on: day, amount: amount, event: number)]
      }
    case .done: break
    case .advanced(_, let to, let again):
      if !again.isEmpty || entered(to) != nil { enterAgain(to, again, on: day) }
      phase = to
      entered.append(PhaseEntry(phase: to, on: day))
    case .completed: completed = day
    case .blocked(let block): blocks.append(BlockRecord(id: block, since: day))
    case .unblocked(let block, _):
      if let index = blocks.lastIndex(where: { $0.id == block && $0.until == nil }) {
        blocks[index].until = day
      }
    case .escalated, .consulted, .proposed, .decided, .escalationClimbed, .escalationWithdrawn:
      evolve(escalation: event, by: actor, on: day)
    case .flagged(let flagged):
      flags.append(
        Flag(
          obligation: flagged.obligation, due: flagged.due, rung: flagged.rung, recipient: flagged.recipient,
          on: day))
    case .stoodIn(let corner, let role, let since):
      standIns.append(StandIn(corner: corner, role: role, since: since))
    case .parameterSet, .schoolSet, .extended, .noted, .waived, .snoozed, .paused, .resumed, .disputed,
      .discussed, .goalSet, .agreementMade, .agreementSettled, .terminated:
      evolve(course: event, by: actor, on: day)
    case .claimed, .claimGranted, .claimRefused, .claimDeferred: evolve(claim: event, by: actor, on: day)
    case .calendarAdopted(let adopted):
      calendar = adopted.calendar
      if !adopted.kept.isEmpty { keptDates = (keptDates ?? [:]).merging(adopted.kept) { first, _ in first } }
      floors = adopted.floors.isEmpty ? nil : adopted.floors.mapValues { DateFloor(due: $0, adopted: day) }
    }
  }

  private mutating func evolve(_ held: Event.Held, on day: Day) {
    var record = gesprekken[held.gesprek.description] ?? GesprekRecord()
    // Sessions of one day stay in the order of the log.
    let place = record.sessions.firstIndex { $0.on > day } ?? record.sessions.endIndex
    // The talk itself is held as it was planned where nobody says otherwise; a catch-up contact is another matter.
    let mode = held.mode ?? (record.sessions.isEmpty ? record.mode : nil)
    let session = Session(on: day, present: held.present, minutes: held.minutes, mode: mode)
    record.sessions.insert(session, at: place)
    record.mode = held.mode ?? record.mode
    record.conclusion = held.conclusion ?? record.conclusion
    record.record.merge(held.record) { _, new in new }
    record.cancelled = nil
    gesprekken[held.gesprek.description] = record
  }

  private mutating func evolve(_ submitted: Event.Submitted, by actor: Actor, on day: Day) {
    let key = ItemKey(submitted.document.id, occurrence: submitted.document.occurrence).description
    documents[key, default: DocumentRecord()].submissions.append(
      Submission(
        round: submitted.document.round, on: day, by: actor.person, reference: submitted.reference,
        parts: submitted.parts.isEmpty ? nil : submitted.parts.keys.sorted(), validUntil: submitted.validUntil
      ))
    documents[key]?.sentBack = nil
    voidSignatures(of: ItemKey(submitted.document.id, occurrence: submitted.document.occurrence), upTo: day)
  }

  /// A document that was handed in again is another one: what stood under it before counts no longer, and is asked anew.
  private mutating func voidSignatures(of document: ItemKey, upTo day: Day) {
    func isVoid(_ signature: Signature) -> Bool { signature.on.map { $0 <= day } ?? true }
    for signature in documents[document.description]?.signatures ?? [] where isVoid(signature) {
      let occurrence = [document.occurrence, signature.role].compactMap(\.self).joined(separator: "-")
      let item = ItemKey(
        document.id, occurrence: occurrence, round: round(of: document.id, document.occurrence))
      settled[ObligationKey(item, .signed).description] = nil
    }
    documents[document.description]?.signatures.removeAll(where: isVoid)
  }

  private mutating func evolve(
    rejected approval: ItemKey, _ document: ItemKey, _ why: TextReference, by actor: Actor, on day: Day
  ) {
    var record = approvals[approval.id] ?? ApprovalRecord()
    record.rejections.append(Rejection(on: day, by: actor.person, why: why))
    record.round = approval.round + 1
    record.documentRound = document.round
    approvals[approval.id] = record
    let key = ItemKey(document.id, occurrence: document.occurrence).description
    var asked = documents[key] ?? DocumentRecord()
    asked.round = document.round
    asked.sentBack = asked.sentBack ?? day
    documents[key] = asked
  }

  private mutating func evolve(
    _ assessed: Event.Assessed, _ meets: [LoggedEvent.Met], by actor: Actor, on day: Day, number: Int
  ) {
    // What is judged by itself meets an obligation that names no gesprek.
    let own = meets.first { met in
      met.key.item.id == assessed.outcome && met.key.item.occurrence.map { ItemKey.isOccurrence($0) } ?? true
    }?.key.item
    judgements.append(
      Judgement(
        event: number, outcome: assessed.outcome,
        gesprek: assessed.gesprek ?? own?.description ?? assessed.outcome, verdict: assessed.verdict,
        isFinal: assessed.isFinal, by: actor.person, role: actor.role, on: day, isNotSeen: false,
        marks: assessed.marks, recordedBy: assessed.recordedBy, asked: own?.round))
  }

  private mutating func evolve(_ feedback: Event.FeedbackGiven, by actor: Actor, on day: Day, number: Int) {
    judgements.append(
      Judgement(
        event: number, outcome: feedback.outcome, gesprek: feedback.gesprek, verdict: nil, isFinal: false,
        by: actor.person, role: actor.role, on: day, isNotSeen: feedback.isNotSeen, marks: feedback.marks))
  }

  private mutating func evolve(escalation event: Event, by actor: Actor, on day: Day) {
    func change(_ id: String, _ body: (inout Escalation) -> Void) {
      guard let index = escalations.firstIndex(where: { $0.id == id }) else { return }
      body(&escalations[index])
    }
    switch event {
    case .escalated(let escalated):
      escalationsOpened = max(escalationsOpened, Escalation.number(escalated.escalation))
      escalations.append(
        Escalation(
          id: escalated.escalation, route: escalated.route, reason: escalated.reason, about: escalated.about,
          obligation: escalated.obligation, opened: day, openedBy: actor, to: escalated.to, due: escalated.due
        ))
    case .consulted(let id, let role, let isAbsent, _):
      change(id) { $0.consulted.append(Consultation(role: role, on: day, isAbsent: isAbsent)) }
    case .proposed(let id, let plan): change(id) { $0.plan = plan }
    case .decided(let decided):
      change(decided.escalation) {
        $0.outcome = decided.outcome
        $0.decided = day
        $0.decidedBy = actor
      }
      if let outcome = decided.ruledOn, let index = disputes.lastIndex(where: { $0.outcome == outcome }) {
        disputes[index].ruling = decided.outcome
        disputes[index].ruled = day
        disputes[index].isDecided = true
      }
    case .escalationClimbed(let id, _): change(id) { $0.climbed = true }
    case .escalationWithdrawn(let id, _, _, _): change(id) { $0.withdrawn = day }
    default: break
    }
  }
}

extension Day {
  /// Before every traject: a role that was given at the start holds from here on.
  static let distantPast = Day(number: -36_500)
}
