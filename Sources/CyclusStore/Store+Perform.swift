import CyclusCore

/// What a command brought about: the new state, what was recorded, and what is worth saying.
public struct Performed: Sendable {
  /// The state of the traject after the command.
  public var traject: Traject
  /// The events, with their numbers.
  public var events: [LoggedEvent]
  /// Warnings and explanations.
  public var remarks: [Localized]
  /// The batch to which the events belong.
  public var batch: Int
  /// Of a start: what is open from earlier trajecten of the student.
  public var carried: CarriedOutcomes?
  /// Of `pause` and `resume`: what moves by how much.
  public var pause: PauseEffect?
}

extension Store {
  /// THE write path: begin immediate, load the state, decide, append, evolve, project, commit.
  ///
  /// The body makes the command from the state; texts that it takes in at the desk are gone again on a refusal.
  ///
  /// - Throws: `Refusal` where a rule stands in the way, `StoreError` otherwise; then nothing was written.
  public func perform(
    _ traject: Int, _ recording: Recording, batch: Int? = nil,
    command: (Traject, Rulebook, TextDesk) throws -> Command
  ) throws -> Performed {
    try writing {
      let recording = recording.stamped()
      let standing = try standing(traject)
      let batch = try batch ?? nextBatch()
      let desk = TextDesk(self, recording, batch: batch)
      let command = try command(standing.traject, standing.rulebook, desk)
      let decision = try standing.decide(command, on: recording.occasion)
      var performed = try record(
        decision, from: standing.traject, standing.rulebook.workflow, recording, batch: batch)
      if performed.events.contains(where: { $0.event.isParameterSet }) {
        performed.remarks += try pairRemarks(performed.traject, before: standing.traject)
      }
      if let index = performed.traject.pauses.firstIndex(where: { !standing.traject.pauses.contains($0) }) {
        let effect = PauseEffect(
          of: index, in: performed.traject, try rulebook(of: performed.traject), on: recording.today)
        performed.pause = effect
        if effect.days != 0 { performed.remarks.append(effect.remark) }
      }
      return performed
    }
  }

  /// Starts a traject.
  public func start(
    _ published: PublishedWorkflow, _ recording: Recording, batch: Int? = nil,
    request: (Int, TextDesk) throws -> StartRequest
  ) throws -> Performed {
    try writing {
      let recording = recording.stamped()
      let id =
        try connection.prepare("SELECT coalesce(max(traject), 0) + 1 FROM event").first { try $0.int(0) } ?? 1
      let batch = try batch ?? nextBatch()
      var request = try request(id, TextDesk(self, recording, batch: batch))
      request.calendar = try newestCalendar()
      let workflow = try workflow(digest: published.digest)
      var decision = try Traject.start(request, under: workflow, by: recording.actor)
      let earlier = try trajecten(of: request.student).map(current).filter { $0.0.hasEnded }
      let carried = CarriedOutcomes(from: earlier, to: request, under: workflow)
      decision.remarks += carried.remarks
      var performed = try record(decision, from: nil, id: request.id, workflow, recording, batch: batch)
      performed.carried = carried
      return performed
    }
  }

  /// Records what time has brought to one traject; nothing where all of it is in the log already (GEN-05).
  public func flag(_ traject: Int, _ recording: Recording, batch: Int? = nil) throws(StoreError) -> Performed
  {
    try guarded {
      try writing {
        let recording = recording.stamped()
        let (state, rulebook) = try current(traject)
        let decision = Decision(entries: state.flagging(rulebook, today: recording.today))
        return try record(decision, from: state, rulebook.workflow, recording, batch: batch ?? nextBatch())
      }
    }
  }

  /// The trajecten with a rung of the ladder on or before a day.
  public func trajectenToFlag(on today: Day) throws(StoreError) -> [Int] {
    try guarded {
      try connection.prepare(
        "SELECT DISTINCT traject FROM obligation WHERE next_rung_on <= ? AND next_rung_on IS NOT NULL ORDER BY traject"
      ).all(.text(today.description)) { try $0.int(0) }
    }
  }

  /// Appends what was decided and brings snapshot and projections up to date; inside a transaction.
  func record(
    _ decision: Decision, from before: Traject?, id: Int = 0, _ workflow: Workflow, _ recording: Recording,
    batch: Int
  ) throws -> Performed {
    var state = before
    var logged: [LoggedEvent] = []
    var isCorrected = false
    var chain = try Chain(self, recording, batch: batch)
    for entry in decision.entries {
      let traject = before?.id ?? id
      let phase = state?.phase ?? workflow.phases.first?.id ?? ""
      let seq = try chain.append(
        traject: traject, type: entry.event.type, phase: phase, actor: entry.actor, happened: entry.happened,
        rules: entry.rules, definition: state?.digest ?? startDigest(entry.event), batch: batch,
        data: entry.data)
      let event = LoggedEvent(
        seq: seq, traject: traject, event: entry.event, meets: entry.meets, phase: phase, actor: entry.actor,
        recorder: 0, source: entry.actor == .system ? nil : recording.source, happened: entry.happened,
        recorded: recording.recorded,
        rules: entry.rules, batch: batch)
      logged.append(event)
      if case .corrected = entry.event { isCorrected = true }
      state = EffectiveLog.apply(event, to: state, workflow)
    }
    if isCorrected, let id = before?.id {
      state = try EffectiveLog.replay(events(of: id), workflow: workflow)
    }
    guard let state else {
      guard let before, isCorrected else {
        throw StoreError.damaged(path: path, why: "a traject without a start")
      }
      try Projector(self).clear(before.id)
      return Performed(traject: before, events: logged, remarks: decision.remarks, batch: batch)
    }
    if !logged.isEmpty {
      try Projector(self).project(Standing(state, try rulebook(of: state)), from: before)
    }
    return Performed(traject: state, events: logged, remarks: decision.remarks, batch: batch)
  }

  private func startDigest(_ event: Event) -> String? {
    guard case .started(let started) = event else { return nil }
    return started.digest
  }

  /// The state of a traject and what it is judged by.
  public func current(_ traject: Int) throws(StoreError) -> (Traject, Rulebook) {
    try guarded {
      let standing = try standing(traject)
      return (standing.traject, standing.rulebook)
    }
  }

  /// The state of a traject as its snapshot has it.
  func snapshot(_ traject: Int) throws -> Traject {
    let bytes = try connection.prepare("SELECT state FROM snapshot WHERE traject = ?")
      .first(.integer(Int64(traject))) { try $0.blob(0) }
    guard let bytes else { throw StoreError.unknownTraject("T\(traject)") }
    return try readable(bytes, of: traject)
  }

  /// A snapshot, or a replay of the log where an earlier cyclus wrote the snapshot in a shape of its own.
  private func readable(_ snapshot: [UInt8], of traject: Int) throws -> Traject {
    do { return try StateCodec.decode(Traject.self, from: snapshot) } catch is DecodingError {
      guard let (state, _) = try replayed(traject) else { throw StoreError.unknownTraject("T\(traject)") }
      return state
    }
  }

  /// The number of a traject that is named by its id or by a student number with one open traject.
  public func traject(named name: String) throws(StoreError) -> Int {
    try guarded {
      if name.first == "T", let id = Int(name.dropFirst()) {
        let known = try connection.prepare("SELECT id FROM traject WHERE id = ?").first(.integer(Int64(id))) {
          try $0.int(0)
        }
        if let known { return known }
        if try isTakenOut(id) { throw StoreError.takenOut(id) }
      }
      guard let student = try person(number: name) else { throw StoreError.unknownTraject(name) }
      let all = try connection.prepare(
        "SELECT id, ended_on IS NULL FROM traject WHERE student = ? ORDER BY id"
      )
      .all(.integer(Int64(student.id.number))) { (try $0.int(0), try $0.int(1) == 1) }
      let open = all.filter(\.1).map(\.0)
      guard open.count < 2 else { throw StoreError.severalTrajecten(name, open) }
      guard let found = open.first ?? (all.count == 1 ? all.first?.0 : nil) else {
        throw StoreError.unknownTraject(name)
      }
      return found
    }
  }

  /// Runs a body in a write transaction, or in a savepoint of one that is under way; a refusal passes through.
  func writing<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return connection.isInTransaction
        ? try connection.savepoint(body) : try connection.transaction(.immediate, body)
    } catch let refusal as Refusal {
      throw refusal
    } catch let error where error is SQLiteError || error is EventProblem || error is TimelineProblem {
      throw Self.wrap(error, path)
    }
  }

  /// Runs a body that sees the database as it is at its first read, whatever others write meanwhile.
  ///
  /// A list that reads thousands of rows also takes SQLite's read lock once, instead of for each statement.
  public func reading<Result>(_ body: () throws -> Result) throws -> Result {
    guard !connection.isInTransaction else { return try body() }
    do { return try connection.transaction(.deferred, body) } catch let error as SQLiteError {
      throw Self.wrap(error, path)
    }
  }

  /// Runs several commands in one transaction, so that they share the cost of one durable commit.
  public func together<Result>(_ body: () throws -> Result) throws -> Result { try writing(body) }
}

extension Event {
  /// Whether a parameter got another value.
  fileprivate var isParameterSet: Bool {
    if case .parameterSet = self { true } else { false }
  }
}

extension Decision.Entry {
  /// What the log holds of it: the data of the event, and what it met beside them.
  var data: JSONObject {
    var data = event.data
    guard !meets.isEmpty else { return data }
    var all = JSONObject()
    for met in meets { all[met.key.description] = met.due.map { .string($0.description) } ?? .null }
    data["meets"] = .object(all)
    return data
  }
}

extension Store {
  /// The trajecten of a student, ended ones included.
  public func trajecten(of student: PersonID) throws(StoreError) -> [Int] {
    try guarded {
      try connection.prepare("SELECT id FROM traject WHERE student = ? ORDER BY id")
        .all(.integer(Int64(student.number))) { try $0.int(0) }
    }
  }
}
