import Crypto
import CyclusCore

/// A row of the log as it is stored, with what its place in the chain rests on.
struct StoredEvent {
  var seq: Int
  var traject: Int?
  var type: String
  var version: Int
  var phase: String
  var actor: Int?
  var role: String?
  var recorder: Int
  var source: String?
  var happened: String
  var recorded: Int64
  var clockBack: Bool
  var rule: String
  var definition: String?
  var batch: Int
  var data: String
  var hash: [UInt8]

  /// The bytes that are chained: all columns in a fixed order as one JSON array, its data as stored.
  var canonical: String {
    func quoted(_ text: String?) -> String { text.map { JSONValue.string($0).compact } ?? "null" }
    func number(_ number: Int?) -> String { number.map(String.init) ?? "null" }
    let columns: [String] = [
      number(seq), number(traject), quoted(type), number(version), quoted(phase), number(actor), quoted(role),
      number(recorder), quoted(source), quoted(happened), String(recorded), clockBack ? "true" : "false",
      quoted(rule), quoted(definition), number(batch), data,
    ]
    return "[" + columns.joined(separator: ",") + "]"
  }

  /// The hash of this event after the one before it: SHA-256 over the previous hash and the canonical bytes.
  func chained(to previous: [UInt8]) -> [UInt8] {
    var sha = SHA256()
    sha.update(data: previous)
    sha.update(data: Array(canonical.utf8))
    return Array(sha.finalize())
  }

  static let columns = """
    seq, traject, type, version, phase, actor, role, recorder, source, happened_on, recorded_at, clock_back, rule, \
    definition, batch, data, hash
    """

  init(
    seq: Int, traject: Int?, type: String, phase: String, actor: Actor, recorder: Int, source: Source?,
    happened: Day, recorded: Instant, clockBack: Bool, rules: [String], definition: String?, batch: Int,
    data: JSONObject
  ) {
    self.seq = seq
    self.traject = traject
    self.type = type
    version = 1
    self.phase = phase
    self.actor = actor.person?.number
    role = actor.role
    self.recorder = recorder
    self.source = source?.rawValue
    self.happened = happened.description
    self.recorded = recorded.milliseconds
    self.clockBack = clockBack
    rule = rules.joined(separator: ",")
    self.definition = definition
    self.batch = batch
    self.data = JSONValue.object(data).canonical
    hash = []
  }

  init(_ row: Row) throws {
    seq = try row.int(0)
    traject = try row.optionalInteger(1).map(Int.init)
    type = try row.text(2)
    version = try row.int(3)
    phase = try row.text(4)
    actor = try row.optionalInteger(5).map(Int.init)
    role = try row.optionalText(6)
    recorder = try row.int(7)
    source = try row.optionalText(8)
    happened = try row.text(9)
    recorded = try row.integer(10)
    clockBack = try row.int(11) == 1
    rule = try row.text(12)
    definition = try row.optionalText(13)
    batch = try row.int(14)
    data = try row.text(15)
    hash = try row.blob(16)
  }

  /// The event with its data read; `meets` stands in the data beside the event's own.
  func decoded() throws -> LoggedEvent {
    let value: JSONValue
    do { value = try JSONParser.parse(data) } catch { throw EventProblem(type: type, what: "\(error)") }
    guard var object = value.members, let day = Day(happened) else {
      throw EventProblem(type: type, what: "event \(seq) is not readable")
    }
    var meets: [LoggedEvent.Met] = []
    for (key, due) in object["meets"]?.members ?? JSONObject() {
      guard let key = ObligationKey(key) else {
        throw EventProblem(type: type, what: "«meets» of event \(seq)")
      }
      meets.append(LoggedEvent.Met(key: key, due: due.text.flatMap { Day($0) }))
    }
    object["meets"] = nil
    return LoggedEvent(
      seq: seq, traject: traject ?? 0, event: try Event(type: type, data: object), meets: meets, phase: phase,
      actor: Actor(person: actor.map { PersonID($0) }, role: role), recorder: recorder,
      source: source.flatMap { Source(rawValue: $0) }, happened: day,
      recorded: Instant(milliseconds: recorded),
      rules: rule.isEmpty ? [] : rule.split(separator: ",").map(String.init),
      batch: batch)
  }
}

extension Store {
  /// The last event of the log: its number, its hash and when it was recorded.
  func tail() throws -> (seq: Int, hash: [UInt8], recorded: Int64) {
    try connection.prepare("SELECT seq, hash, recorded_at FROM event ORDER BY seq DESC LIMIT 1")
      .first { try ($0.int(0), $0.blob(1), $0.integer(2)) } ?? (
        0, [UInt8](repeating: 0, count: 32), Int64.min
      )
  }

  /// The number of the next batch, which is that of its first event: so no two batches have the same.
  ///
  /// A batch of several transactions keeps its number, also when other processes wrote between them.
  public func nextBatch() throws -> Int { try tail().seq + 1 }

  /// Appends an event that belongs to no traject.
  @discardableResult
  func append(type: String, data: JSONObject, recording: Recording, batch: Int) throws -> Int {
    var chain = try Chain(self, recording, batch: batch)
    return try chain.append(
      traject: nil, type: type, phase: "", actor: recording.actor, happened: recording.happened, rules: [],
      definition: nil, batch: batch, data: data)
  }

  /// The events of one traject in the order of the log.
  public func events(of traject: Int) throws(StoreError) -> [LoggedEvent] {
    try guarded {
      try connection.prepare("SELECT \(StoredEvent.columns) FROM event WHERE traject = ? ORDER BY seq")
        .all(.integer(Int64(traject))) { try StoredEvent($0).decoded() }
    }
  }
}

/// The end of the chain while events are being appended in one transaction.
struct Chain {
  private let store: Store
  private let recording: Recording
  private let recorder: Int
  private var seq: Int
  private var hash: [UInt8]
  private let isBack: Bool
  /// When the last event was recorded.
  private var last: Int64

  /// Starts at the end of the log; in a practice database time runs forward, a real clock that went back is marked.
  init(_ store: Store, _ recording: Recording, batch: Int) throws {
    self.store = store
    self.recording = recording
    let tail = try store.tail()
    if recording.isGiven, !store.isSimulating {
      guard store.isPractice else { throw StoreError.notPractice }
      guard recording.recorded.milliseconds >= tail.recorded else {
        throw StoreError.recordedTooEarly(last: Instant(milliseconds: tail.recorded))
      }
    }
    seq = tail.seq
    hash = tail.hash
    isBack = recording.recorded.milliseconds < tail.recorded
    last = tail.recorded
    let account = try store.account(recording)
    recorder = account.id
    guard let name = account.added else { return }
    _ = try append(
      traject: nil, type: "account_added", phase: "", actor: recording.actor, happened: recording.happened,
      rules: [], definition: nil, batch: batch,
      data: ["account": .string("O\(recorder)"), "name": .string(name.description)])
  }

  /// Appends one event and gives its number; what came by itself has no source.
  mutating func append(
    traject: Int?, type: String, phase: String, actor: Actor, happened: Day, rules: [String],
    definition: String?, batch: Int, data: JSONObject
  ) throws -> Int {
    seq += 1
    var event = StoredEvent(
      seq: seq, traject: traject, type: type, phase: phase, actor: actor, recorder: recorder,
      source: actor == .system ? nil : recording.source, happened: happened, recorded: recording.recorded,
      clockBack: isBack,
      rules: rules,
      definition: definition, batch: batch, data: data)
    try insert(&event)
    return seq
  }

  /// Appends the event of a simulated history, recorded at a moment of its own; its number is given here.
  ///
  /// In a practice database the clock is set, so it may go back to where a cohort begins; that is marked like any other.
  mutating func append(simulated event: inout StoredEvent) throws {
    seq += 1
    event.seq = seq
    event.recorder = recorder
    event.clockBack = event.recorded < last
    try insert(&event)
  }

  private mutating func insert(_ event: inout StoredEvent) throws {
    event.hash = event.chained(to: hash)
    hash = event.hash
    last = event.recorded
    try store.connection.prepare(
      "INSERT INTO event (\(StoredEvent.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).run(
      .integer(Int64(event.seq)), Value(event.traject), .text(event.type), .integer(Int64(event.version)),
      .text(event.phase), Value(event.actor), Value(event.role), .integer(Int64(event.recorder)),
      Value(event.source), .text(event.happened), .integer(event.recorded), .integer(event.clockBack ? 1 : 0),
      .text(event.rule), Value(event.definition), .integer(Int64(event.batch)), .text(event.data),
      .blob(event.hash))
  }
}
