import CyclusCore

/// Which past a reading command asks for.
public struct PastView: Hashable, Sendable {
  /// What had happened by this day, corrections included.
  public var asOf: Day?
  /// What had been recorded by this moment.
  public var knownAt: Instant?

  /// Creates a view of the past.
  public init(asOf: Day? = nil, knownAt: Instant? = nil) {
    self.asOf = asOf
    self.knownAt = knownAt
  }

  /// Whether it is simply now.
  public var isNow: Bool { asOf == nil && knownAt == nil }
}

extension Store {
  /// The events of a traject that a view of the past holds, corrections carried out.
  public func effectiveEvents(of traject: Int, _ past: PastView) throws(StoreError) -> [LoggedEvent] {
    let log = try events(of: traject)
    return try guarded {
      let known = log.filter { event in past.knownAt.map { event.recorded <= $0 } ?? true }
      return try EffectiveLog.events(known).filter { event in
        guard let day = past.asOf else { return true }
        if case .started = event.event { return true }
        return event.happened <= day
      }
    }
  }

  /// The state of a traject in a view of the past; `nil` where it had not begun.
  public func state(of traject: Int, _ past: PastView) throws(StoreError) -> (Traject, Rulebook)? {
    if past.isNow { return try current(traject) }
    let log = try effectiveEvents(of: traject, past)
    return try guarded {
      guard case .started(let started) = log.first?.event, past.asOf.map({ started.from <= $0 }) ?? true
      else {
        return nil
      }
      let workflow = try workflow(digest: started.digest)
      var state: Traject?
      for event in log { state = EffectiveLog.apply(event, to: state, workflow) }
      return try state.map { ($0, try rulebook(of: $0)) }
    }
  }

  /// All trajecten in a view of the past.
  public func states(_ past: PastView) throws(StoreError) -> [(Traject, Rulebook)] {
    let all = try guarded { try loggedTrajecten() }
    var states: [(Traject, Rulebook)] = []
    for traject in all {
      if let state = try state(of: traject, past) { states.append(state) }
    }
    return states
  }

  /// The trajecten in a view of the past that a filter lets through, as lists show them.
  public func overviews(_ filter: OverviewFilter, _ past: PastView) throws(StoreError) -> [Overview] {
    var schools: [Int]?
    if let name = filter.school { schools = try self.schools(like: name) }
    return try states(past).filter { state, _ in
      filter.lets(state) && (schools == nil || state.school.map { schools?.contains($0) ?? false } ?? false)
    }.map { state, rulebook in
      let standing = Standing(state, rulebook)
      return Overview(
        id: state.id, student: state.student, workflow: state.workflow, version: state.version,
        digest: state.digest, status: state.status, phase: state.phase, school: state.school,
        mondays: rulebook.timeline.weeks.map(\.monday), openEscalations: state.openEscalations.count,
        obligations: standing.obligations.filter { $0.isAsked }, progress: Progress(standing),
        parameters: state.parameters.filter { id, _ in rulebook.workflow.parameter(id)?.shownOn == .board })
    }
  }
}

extension OverviewFilter {
  /// Whether a filter lets a traject through, its school apart.
  fileprivate func lets(_ state: Traject) -> Bool {
    if let person {
      let holds = state.assignments.contains {
        $0.person == person && $0.until == nil && (role == nil || role == $0.role)
      }
      guard holds else { return false }
    }
    if let workflow, workflow != state.workflow { return false }
    if let phase, phase != state.phase { return false }
    if let status { return status == state.status }
    return includesEnded || !state.hasEnded
  }
}
