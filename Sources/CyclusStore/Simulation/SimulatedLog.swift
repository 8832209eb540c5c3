import CyclusCore

/// Gives simulated histories their place in the log: numbers, texts, people and schools, in the order of time.
struct SimulatedLog {
  private let store: Store
  private let cohort: SimulatedCohort
  /// The traject that begins first, and how many have begun.
  private let first: Int
  private let batch: Int
  private let recording: Recording
  /// The number of the last person that is in the database.
  private var lastPerson: Int
  private var chain: Chain?
  /// The numbers of the texts of the command under way.
  private var texts: [(old: String, new: String)] = []
  private var command: (traject: Int?, recorded: Int64) = (nil, 0)

  init(_ store: Store, _ cohort: SimulatedCohort, first: Int, firstPerson: PersonID, _ recording: Recording)
    throws
  {
    self.store = store
    self.cohort = cohort
    self.first = first
    self.recording = recording
    batch = try store.nextBatch()
    lastPerson = firstPerson.number - 1
  }

  /// Appends an event of a history, with what it brings.
  mutating func append(_ row: SimulatedHistory.Row) throws {
    var event = row.event
    if command.traject != event.traject || command.recorded != event.recorded { texts = [] }
    command = (event.traject, event.recorded)
    if event.type == "started", let traject = event.traject { try begin(traject, event) }
    for text in row.texts {
      let made = try store.keep(text)
      texts.append((text.reference.description, made.description))
    }
    for (old, new) in texts {
      guard let range = event.data.range(ofBytes: old) else { continue }
      event.data.replaceSubrange(range, with: new)
    }
    if event.type == "corrected" { try point(&event) }
    event.batch = batch
    var chain = try chain ?? Chain(store, recorded(event), batch: batch)
    try chain.append(simulated: &event)
    self.chain = chain
  }

  /// The people and the school with whom a traject begins, as far as they are new.
  private mutating func begin(_ traject: Int, _ event: StoredEvent) throws {
    let student = cohort.students[traject - first]
    let recording = recorded(event)
    // What is added here is chained by itself.
    chain = nil
    for place in [student.member] + student.roles.map(\.member) {
      let member = cohort.members[place]
      guard let id = member.id, id.number > lastPerson else { continue }
      let made = try store.addPerson(
        number: member.code, name: member.name, recording: recording, batch: batch)
      guard made == id else { throw StoreError.damaged(path: store.path, why: "\(made) instead of \(id)") }
      lastPerson = id.number
    }
    _ = try store.school(
      name: cohort.schools[student.school], code: nil, recording: recording, batch: batch)
  }

  private func recorded(_ event: StoredEvent) -> Recording {
    var recording = recording
    recording.recorded = Instant(milliseconds: event.recorded)
    recording.happened = Day(event.happened) ?? recording.happened
    return recording
  }

  /// A correction names events by their number in the log.
  private func point(_ event: inout StoredEvent) throws {
    guard var data = try? JSONParser.parse(event.data).members else { return }
    for name in ["seq", "with"] {
      guard let number = data[name]?.int else { continue }
      let seq = try store.connection.prepare(
        "SELECT seq FROM event WHERE traject = ? ORDER BY seq LIMIT 1 OFFSET ?"
      ).first(Value(event.traject), .integer(Int64(number - 1))) { try $0.integer(0) }
      // One that falls with the correction comes right behind it.
      data[name] = .integer(seq ?? 0)
    }
    event.data = JSONValue.object(data).canonical
  }
}

extension Store {
  /// Keeps a text of a simulated history, and gives the number that it got.
  fileprivate func keep(_ text: SimulatedText) throws -> TextReference {
    try connection.prepare("INSERT INTO text (kind, salt, content) VALUES ('prose', ?, ?)")
      .run(.blob(text.salt), .text(text.content))
    return TextReference(id: Int(connection.lastInsertedRow), digest: text.reference.digest)
  }
}
