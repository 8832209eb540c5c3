import CyclusCore

/// The histories that were played, in a file of their own until all are there: then they are read in the order of time.
///
/// SQLite opens an empty path as a private file that is gone when it is closed; what does not fit its cache goes to disk,
/// so that memory does not grow with the number of students.
struct SimulatedSpool {
  private let connection: Connection

  init() throws {
    connection = try Connection(path: "", mode: .create)
    try connection.execute(
      """
      PRAGMA temp_store = FILE; PRAGMA cache_size = -16384; PRAGMA journal_mode = OFF;
      CREATE TABLE played (
        recorded INTEGER NOT NULL, traject INTEGER NOT NULL, number INTEGER NOT NULL, type TEXT NOT NULL,
        phase TEXT NOT NULL, actor INTEGER, role TEXT, source TEXT, happened TEXT NOT NULL, rule TEXT NOT NULL,
        definition TEXT, data TEXT NOT NULL);
      CREATE TABLE brought (
        traject INTEGER NOT NULL, event INTEGER NOT NULL, number INTEGER NOT NULL, salt BLOB NOT NULL,
        content TEXT NOT NULL, PRIMARY KEY (traject, event, number)) WITHOUT ROWID;
      BEGIN
      """)
  }

  func close() { connection.close() }

  /// Takes in the history of a traject.
  func add(_ history: SimulatedHistory) throws {
    let played = try connection.prepare("INSERT INTO played VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let brought = try connection.prepare("INSERT INTO brought VALUES (?, ?, ?, ?, ?)")
    for row in history.rows {
      let event = row.event
      try played.run(
        .integer(event.recorded), Value(event.traject), .integer(Int64(event.seq)), .text(event.type),
        .text(event.phase), Value(event.actor), Value(event.role), Value(event.source),
        .text(event.happened), .text(event.rule), Value(event.definition), .text(event.data))
      for text in row.texts {
        try brought.run(
          Value(event.traject), .integer(Int64(event.seq)), .integer(Int64(text.number)), .blob(text.salt),
          .text(text.content))
      }
    }
  }

  /// Gives every event in the order in which it was recorded; those of one moment by traject.
  func forEach(_ body: (SimulatedHistory.Row) throws -> Void) throws {
    let texts = try connection.prepare(
      "SELECT number, salt, content FROM brought WHERE traject = ? AND event = ? ORDER BY number")
    try connection.prepare(
      """
      SELECT recorded, traject, number, type, phase, actor, role, source, happened, rule, definition, data
      FROM played ORDER BY recorded, traject, number
      """
    ).forEach { row in
      let event = StoredEvent(
        simulated: try row.int(2), traject: try row.int(1), recorded: try row.integer(0),
        type: try row.text(3), phase: try row.text(4), actor: try row.optionalInteger(5).map(Int.init),
        role: try row.optionalText(6), source: try row.optionalText(7), happened: try row.text(8),
        rule: try row.text(9), definition: try row.optionalText(10), data: try row.text(11))
      let brought =
        event.data.utf8.contains(UInt8(ascii: "X"))
        ? try texts.all(.integer(try row.integer(1)), .integer(try row.integer(2))) {
          SimulatedText(number: try $0.int(0), salt: try $0.blob(1), content: try $0.text(2))
        } : []
      try body(SimulatedHistory.Row(event: event, texts: brought))
    }
  }
}

extension StoredEvent {
  /// An event of a simulated history, before it has a place in the log; `seq` is its number in the traject.
  fileprivate init(
    simulated number: Int, traject: Int, recorded: Int64, type: String, phase: String, actor: Int?,
    role: String?, source: String?, happened: String, rule: String, definition: String?, data: String
  ) {
    self.init(
      seq: number, traject: traject, type: type, phase: phase,
      actor: Actor(person: actor.map { PersonID($0) }, role: role), recorder: 0,
      source: source.flatMap { Source(rawValue: $0) }, happened: Day(number: 0),
      recorded: Instant(milliseconds: recorded), clockBack: false, rules: [rule], definition: definition,
      batch: 0, data: JSONObject())
    self.happened = happened
    self.data = data
  }
}
