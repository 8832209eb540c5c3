import CyclusCore

/// A decision as an auditor reads it: a row of `v_decision` in which somebody decided something for good.
public struct DecisionRow: Sendable {
  /// The event with which it was recorded.
  public var event: LoggedEvent
  /// The student; `nil` where the start of the traject was taken out.
  public var student: PersonID?
  /// The number of the school in the erasable store.
  public var school: Int?
  /// The id of the workflow.
  public var workflow: String
  /// The version of the workflow.
  public var version: String
  /// The digest of that version.
  public var digest: String
  /// What it is about, as the view has it.
  public var about: String?
  /// What was decided, as the view has it.
  public var result: String?
  /// The reason of the escalation, the end or the block that it is about.
  public var reason: String?
  /// The reference of the prose that says why.
  public var why: String?
  /// The number of the event that corrected it last.
  public var correctedBy: Int?
}

extension Store {
  /// The decisions of people that had happened and had been recorded, in the order of the log.
  ///
  /// Interim verdicts, disputes, and phases that pass by themselves stand in `v_decision` too, but decide nothing.
  /// The view reads JSON in SQL, which a schema that is not trusted may not: so its columns are worked out here.
  public func decisions(_ past: PastView = PastView()) throws(StoreError) -> [DecisionRow] {
    try guarded {
      try reading {
        let corrections = try deciding("type = 'corrected'", past).reduce(into: [Int: Int]()) { last, event in
          if case .corrected(let corrected) = event.event { last[corrected.event] = event.seq }
        }
        let places = try places()
        let reasons = try escalationReasons()
        return try deciding(Self.decides, past).filter { $0.decides }.compactMap { event in
          guard let place = places[event.seq] else { return nil }
          let data = event.event.data
          return DecisionRow(
            event: event, student: place.student, school: place.school, workflow: place.workflow,
            version: place.version, digest: place.digest, about: event.about, result: event.result,
            reason: data["escalation"]?.text.flatMap { reasons["\(event.traject) \($0)"] }
              ?? data["reason"]?.text ?? data["block"]?.text,
            why: data["why"]?.text, correctedBy: corrections[event.seq])
        }
      }
    }
  }

  /// The types that the view holds, but those that decide nothing.
  private static let decides = """
    type IN ('approved', 'rejected', 'assessed', 'confirmed', 'decided', 'advanced', 'completed', 'unblocked', 'waived', \
    'snoozed', 'extended', 'terminated', 'discussed', 'claim_granted', 'claim_refused', 'claim_deferred', 'corrected') \
    AND role IS NOT 'system'
    """

  private func deciding(_ condition: String, _ past: PastView) throws -> [LoggedEvent] {
    try connection.prepare(
      "SELECT \(StoredEvent.columns) FROM event WHERE \(condition) AND happened_on <= ? AND recorded_at <= ? ORDER BY seq"
    ).all(
      .text(past.asOf?.description ?? "9999-12-31"), .integer(past.knownAt?.milliseconds ?? Int64.max)
    ) { try StoredEvent($0).decoded() }
  }

  /// In which traject and under which workflow version an event stands.
  private struct Place {
    var student: PersonID?
    var school: Int?
    var workflow: String
    var version: String
    var digest: String
  }

  private func places() throws -> [Int: Place] {
    let rows = try connection.prepare(
      """
      SELECT e.seq, t.student, t.school, d.name, d.version, d.digest FROM event e
      JOIN definition d ON d.digest = e.definition LEFT JOIN traject t ON t.id = e.traject WHERE e.\(Self.decides)
      """
    ).all { row in
      (
        try row.int(0),
        Place(
          student: try row.optionalInteger(1).map { PersonID(Int($0)) },
          school: try row.optionalInteger(2).map(Int.init), workflow: try row.text(3),
          version: try row.text(4), digest: try row.text(5))
      )
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  private func escalationReasons() throws -> [String: String] {
    let rows = try connection.prepare("SELECT traject, id, reason FROM escalation").all {
      ("\(try $0.int(0)) \(try $0.text(1))", try $0.text(2))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}

extension LoggedEvent {
  /// Whether it decides something for good, as the column `final` of the view says.
  fileprivate var decides: Bool {
    switch event {
    case .assessed(let assessed): assessed.isFinal
    case .discussed(let discussed): discussed.agreed != nil
    default: true
    }
  }

  /// The column `about` of the view.
  fileprivate var about: String? {
    switch event {
    case .advanced(let from, _, _): from
    case .completed: phase
    case .corrected(let corrected): String(corrected.event)
    default:
      ["approval", "outcome", "subject", "escalation", "block", "obligation", "claim", "reason"]
        .filter { !(event.type == "decided" && $0 == "outcome") }.lazy
        .compactMap { event.data[$0]?.text }.first
    }
  }

  /// The column `result` of the view.
  fileprivate var result: String {
    switch event {
    case .assessed(let assessed): assessed.verdict
    case .confirmed(_, let result, _, _): result
    case .decided(let decided): decided.outcome
    case .advanced(_, let to, _): to
    case .snoozed(_, let until, _): until.description
    case .extended(let until): until.description
    case .discussed(let discussed): discussed.agreed ?? event.type
    case .claimDeferred(_, _, let to): to.description
    default: event.type
    }
  }
}
