import CyclusCore

/// Something that is not as the log says it must be.
public struct VerifyFinding: Hashable, Sendable {
  /// The event, text, person, table or traject that it is about.
  public var place: String
  /// What is wrong.
  public var message: Localized
  /// Whether `rebuild` puts it right: it is about what follows from the log, and the log has all that this takes.
  public var isMendable: Bool
}

/// What `verify` looked at and found.
public struct Verification: Sendable {
  /// The number of events in the chain.
  public var events: Int
  /// The number of trajecten whose projections were held against a replay.
  public var trajecten: Int
  /// The hash at the end of the chain, in hexadecimal.
  public var head: String
  /// How often a real clock went back.
  public var clockBack: Int
  /// What is wrong; empty where the record can be trusted.
  public var findings: [VerifyFinding]

  /// Nothing was looked at yet.
  init() {
    (events, trajecten, head, clockBack, findings) = (0, 0, "", 0, [])
  }
}

/// The end of the chain, to be kept elsewhere.
public struct Head: Hashable, Sendable {
  /// The number of the last event.
  public var seq: Int
  /// Its hash, in hexadecimal.
  public var hash: String

  /// Creates an anchor.
  public init(seq: Int, hash: String) {
    self.seq = seq
    self.hash = hash
  }
}

extension Store {
  /// The end of the chain.
  public func head() throws(StoreError) -> Head {
    try guarded {
      let tail = try tail()
      return Head(seq: tail.seq, hash: tail.hash.hexadecimal)
    }
  }

  /// Checks the file, the protection of the log, the chain, and that every other table says what the log says.
  public func verify(against anchors: [Head] = []) throws(StoreError) -> Verification {
    try guarded {
      let mirror = try Store.mirror()
      defer { mirror.close() }
      return try connection.transaction(.deferred) {
        var result = Verification()
        guard let record = try verifyRecord(&result, mirror, anchors) else { return result }
        try verifyProjections(&result, mirror, record)
        return result
      }
    }
  }

  /// What of the record can be used, as far as it was looked at.
  struct Record {
    /// The digests of the workflow versions and calendars whose compiled form is the one that was published.
    var definitions: Set<String>
    /// The tables that follow from the log and are gone.
    var missing: Set<String>
  }

  /// Checks all but the projections.
  ///
  /// - Returns: `nil` where a table is gone without which nothing else can be looked at.
  func verifyRecord(_ result: inout Verification, _ mirror: Store, _ anchors: [Head] = []) throws -> Record? {
    try verifyFile(&result, mirror)
    guard let missing = try verifyTables(&result, mirror) else { return nil }
    try verifyTriggers(&result)
    try verifySchema(&result, mirror, missing)
    let log = try verifyChain(&result, anchors)
    try verifySmallTables(&result, log, missing)
    let sound = try verifyDefinitions(&result, log)
    try verifyTexts(&result, log)
    try verifyNames(&result, log)
    try verifyApplied(&result, log)
    return Record(definitions: sound, missing: missing)
  }

  private func verifyFile(_ result: inout Verification, _ mirror: Store) throws {
    // The whole check, not the quick one: an index that lacks a row hides it from a list.
    let answers = try connection.prepare("PRAGMA integrity_check").all { try $0.text(0) }
    let indexes = try mirror.connection.prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name IN (\(Self.quoted(Self.projections)))"
    ).all { " index " + (try $0.text(0)) }
    for answer in answers where answer != "ok" {
      result.find(
        "database", "SQLite meldt: \(answer)", "SQLite says: \(answer)",
        mendable: indexes.contains { answer.hasSuffix($0) })
    }
  }

  /// Finds tables that are gone, and gives those that `rebuild` can make; without the others nothing can be looked at.
  private func verifyTables(_ result: inout Verification, _ mirror: Store) throws -> Set<String>? {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name"
    let found = Set(try connection.prepare(sql).all { try $0.text(0) })
    let missing = try mirror.connection.prepare(sql).all { try $0.text(0) }.filter { !found.contains($0) }
    for table in missing {
      if Self.derived.contains(table) {
        result.find(
          table, "deze tabel is weg: maak haar opnieuw uit het logboek met «cyclus rebuild»",
          "this table is gone: make it anew from the log with “cyclus rebuild”", mendable: true)
      } else {
        result.find(
          table, "deze tabel is weg: zet een reservekopie terug", "this table is gone: restore a backup")
      }
    }
    return Self.derived.isSuperset(of: missing) ? Set(missing) : nil
  }

  private func verifyTriggers(_ result: inout Verification) throws {
    for trigger in Schema.triggers {
      let sql = try connection.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?")
        .first(.text(trigger.name)) { try $0.text(0) }
      guard sql != trigger.sql else { continue }
      result.find(
        trigger.name, "de trigger die het logboek beschermt is weg of veranderd",
        "the trigger that protects the log is gone or was changed", mendable: true)
    }
  }

  /// The tables of one row: a database is for practice, or it is not, for ever; the views need their day.
  private func verifySmallTables(_ result: inout Verification, _ log: LogContents, _ missing: Set<String>)
    throws
  {
    let stored = try connection.prepare("SELECT practice FROM database").first { try $0.int(0) }
    if log.isPractice.map({ $0 ? 1 : 0 }) != stored {
      result.find(
        "database", "of dit een oefendatabase is, is veranderd sinds zij gemaakt werd",
        "whether this is a practice database was changed since it was made")
    }
    guard !missing.contains("reference_day") else { return }
    let days = try connection.prepare("SELECT day IS NULL OR day IS date(day) FROM reference_day").all {
      try $0.int(0) == 1
    }
    if days != [true] {
      result.find(
        "reference_day",
        "hier hoort één rij met een datum of niets; nu tellen de views met een verkeerde dag",
        "one row belongs here, with a date or nothing; the views now count with a wrong day",
        mendable: true)
    }
  }
}

extension Verification {
  /// Adds a finding.
  mutating func find(_ place: String, _ nl: String, _ en: String, mendable: Bool = false) {
    findings.append(
      VerifyFinding(place: place, message: Localized(nl: nl, en: en), isMendable: mendable))
  }
}
