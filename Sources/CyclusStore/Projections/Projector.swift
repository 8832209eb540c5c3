import CyclusCore

/// Keeps the tables that are read in step with the state of a traject; all of them follow from it.
struct Projector {
  private let store: Store
  private var connection: Connection { store.connection }

  init(_ store: Store) { self.store = store }

  /// Writes what changed between two states of a traject.
  func project(_ standing: Standing, from before: Traject?) throws {
    try projectTraject(standing)
    try projectRest(standing, from: before)
    try projectObligations(standing)
  }

  private func projectRest(_ standing: Standing, from before: Traject?) throws {
    let (state, rulebook) = (standing.traject, standing.rulebook)
    try connection.prepare(
      "INSERT INTO snapshot (traject, state) VALUES (?, ?) ON CONFLICT (traject) DO UPDATE SET state = excluded.state"
    ).run(.integer(Int64(state.id)), .blob(try StateCodec.encode(state)))
    if state.assignments != before?.assignments { try projectHolders(state) }
    if state.gesprekken != before?.gesprekken ?? [:] || state.standIns != before?.standIns {
      try projectGesprekken(state, before, rulebook)
    }
    if state.escalations != before?.escalations ?? [] { try projectEscalations(state, rulebook) }
    if state.flags != before?.flags ?? [] || state.pauses != before?.pauses {
      try projectFlags(state, rulebook)
    }
  }

  /// Removes everything of a traject whose start was taken out; the log keeps it.
  func clear(_ traject: Int) throws {
    // What refers to the traject goes before the traject itself.
    for table in Store.projections.reversed() where table != "traject" {
      try connection.prepare("DELETE FROM \(table) WHERE traject = ?").run(.integer(Int64(traject)))
    }
    try connection.prepare("DELETE FROM traject WHERE id = ?").run(.integer(Int64(traject)))
  }

  private func projectTraject(_ standing: Standing) throws {
    let (state, rulebook, progress) = (standing.traject, standing.rulebook, Progress(standing))
    // Of one that has ended nothing is said any more.
    let passed = state.hasEnded ? nil : state.pauseLedger(rulebook, on: state.from).passedOn
    let weeks = rulebook.timeline.weeks.map { String($0.monday.number) }.joined(separator: ",")
    try connection.prepare(
      """
      INSERT INTO traject (id, student, definition, workflow, version, status, phase, from_on, until_on, ended_on,
        school, weeks, open_escalations, days, stood_still_days, stands_still_since, steps, steps_done,
        pauses_passed_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET status = excluded.status, phase = excluded.phase, until_on = excluded.until_on,
        ended_on = excluded.ended_on, school = excluded.school, weeks = excluded.weeks,
        open_escalations = excluded.open_escalations, definition = excluded.definition, version = excluded.version,
        days = excluded.days, stood_still_days = excluded.stood_still_days,
        stands_still_since = excluded.stands_still_since, steps = excluded.steps, steps_done = excluded.steps_done,
        pauses_passed_on = excluded.pauses_passed_on
      """
    ).run(
      .integer(Int64(state.id)), .integer(Int64(state.student.number)), .text(state.digest),
      .text(state.workflow),
      .text(state.version), .text(state.status.rawValue), .text(state.phase), .text(state.from.description),
      Value(state.until?.description), Value(state.ended?.description), Value(state.school), .text(weeks),
      .integer(Int64(state.openEscalations.count)), .integer(Int64(progress.days)),
      .integer(Int64(progress.stoodStill)), Value(progress.standsSince?.description),
      .integer(Int64(progress.steps)), .integer(Int64(progress.done)), Value(passed?.description))
  }

  private func projectHolders(_ state: Traject) throws {
    try connection.prepare("DELETE FROM holder WHERE traject = ?").run(.integer(Int64(state.id)))
    let insert = try connection.prepare(
      "INSERT INTO holder (traject, position, role, person, since_on, until_on) VALUES (?, ?, ?, ?, ?, ?)")
    for (position, assignment) in state.assignments.enumerated() {
      let since = max(assignment.since, state.from)
      try insert.run(
        .integer(Int64(state.id)), .integer(Int64(position)), .text(assignment.role),
        .integer(Int64(assignment.person.number)), .text(since.description),
        Value(assignment.until?.description))
    }
  }

  private func projectGesprekken(_ state: Traject, _ before: Traject?, _ rulebook: Rulebook) throws {
    let isChanged = state.standIns != before?.standIns
    for (key, record) in state.gesprekken where isChanged || record != before?.gesprekken[key] {
      try connection.prepare(
        """
        INSERT OR REPLACE INTO gesprek (traject, key, state, planned_at, mode, held_on, closed_on)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
      ).run(
        .integer(Int64(state.id)), .text(key), .text(state.state(ofGesprek: key, rulebook)?.rawValue ?? ""),
        Value(record.planned?.description),
        Value(record.mode), Value(record.held.first?.description), Value(record.closed?.description))
    }
    for key in (before?.gesprekken ?? [:]).keys where state.gesprekken[key] == nil {
      try connection.prepare("DELETE FROM gesprek WHERE traject = ? AND key = ?")
        .run(.integer(Int64(state.id)), .text(key))
    }
  }

  private func projectEscalations(_ state: Traject, _ rulebook: Rulebook) throws {
    try connection.prepare("DELETE FROM escalation WHERE traject = ?").run(.integer(Int64(state.id)))
    let insert = try connection.prepare(
      """
      INSERT INTO escalation (traject, id, route, reason, about, obligation, opened_on, opened_by, opened_by_role,
        to_role, due_on, consulted, outcome, decided_on, decided_by, decided_by_role, withdrawn_on, rule)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for escalation in state.escalations {
      let rules = rulebook.workflow.route(escalation.route)?.citation.rules ?? []
      let to =
        escalation.climbed ? rulebook.workflow.route(escalation.route)?.next ?? escalation.to : escalation.to
      try insert.run(
        .integer(Int64(state.id)), .text(escalation.id), .text(escalation.route), .text(escalation.reason),
        Value(escalation.about), Value(escalation.obligation?.description),
        .text(escalation.opened.description),
        Value(escalation.openedBy.person?.number), Value(escalation.openedBy.role), .text(to),
        Value(escalation.due?.description), .text(escalation.consulted.map(\.role).joined(separator: ",")),
        Value(escalation.outcome), Value(escalation.decided?.description),
        Value(escalation.decidedBy?.person?.number), Value(escalation.decidedBy?.role),
        Value(escalation.withdrawn?.description), .text(rules.joined(separator: ",")))
    }
  }

  /// What a pause that came to light later undid is left out: its rung may be climbed anew.
  private func projectFlags(_ state: Traject, _ rulebook: Rulebook) throws {
    try connection.prepare("DELETE FROM flag WHERE traject = ?").run(.integer(Int64(state.id)))
    let insert = try connection.prepare(
      "INSERT INTO flag (traject, obligation, rung, recipient, happened_on) VALUES (?, ?, ?, ?, ?)")
    for flag in state.countingFlags(rulebook) {
      try insert.run(
        .integer(Int64(state.id)), .text(flag.obligation.description), .integer(Int64(flag.rung)),
        .integer(Int64(flag.recipient?.number ?? 0)), .text(flag.on.description))
    }
  }

  /// Rewrites only the rows that differ from what the state now says.
  private func projectObligations(_ standing: Standing) throws {
    let (state, rulebook) = (standing.traject, standing.rulebook)
    let id = Value.integer(Int64(state.id))
    var stored: [String: [Value]] = [:]
    try connection.prepare("SELECT \(ObligationRow.columns) FROM obligation WHERE traject = ?").forEach(id) {
      row in
      stored[try row.text(1)] = try ObligationRow.values(row)
    }
    for (position, obligation) in standing.obligations.enumerated() {
      let values = try ObligationRow.values(
        obligation, of: state, position: position, nextRung: state.nextRung(of: obligation, rulebook),
        what: store.wording(obligation.what))
      guard stored.removeValue(forKey: obligation.key.description) != values else { continue }
      try connection.prepare(
        "INSERT OR REPLACE INTO obligation (\(ObligationRow.columns)) VALUES (\(ObligationRow.places))"
      ).run(values)
    }
    for key in stored.keys.sorted() {
      try connection.prepare("DELETE FROM obligation WHERE traject = ? AND key = ?").run(id, .text(key))
    }
  }
}

extension Store {
  /// The number of a wording; it is added when it is new.
  func wording(_ text: Localized) throws -> Int64 {
    if let known = wordings[text] { return known }
    let find = try connection.prepare("SELECT id FROM wording WHERE nl = ? AND en = ?")
    if let known = try find.first(.text(text.nl), .text(text.en), read: { try $0.integer(0) }) {
      wordings[text] = known
      return known
    }
    try connection.prepare("INSERT INTO wording (nl, en) VALUES (?, ?)").run(.text(text.nl), .text(text.en))
    return connection.lastInsertedRow
  }
}
