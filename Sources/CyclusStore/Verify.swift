import CyclusCore

/// Something that is not as the log says it must be.
public struct VerifyFinding: Hashable, Sendable {
  /// The event, text, person, table or traject that it is about.
  public var place: String
  /// What is wrong.
  public var message: Localized
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
        var result = Verification(events: 0, trajecten: 0, head: "", clockBack: 0, findings: [])
        try verifyFile(&result)
        guard try verifyTables(&result, mirror) else { return result }
        try verifyTriggers(&result)
        try verifySchema(&result, mirror)
        let log = try verifyChain(&result, anchors)
        try verifySmallTables(&result, log)
        let sound = try verifyDefinitions(&result, log)
        try verifyTexts(&result, log)
        try verifyNames(&result, log)
        try verifyApplied(&result, log)
        try verifyProjections(&result, mirror, soundDefinitions: sound)
        return result
      }
    }
  }

  private func verifyFile(_ result: inout Verification) throws {
    // The whole check, not the quick one: an index that lacks a row hides it from a list.
    let answers = try connection.prepare("PRAGMA integrity_check").all { try $0.text(0) }
    for answer in answers where answer != "ok" {
      result.find("database", "SQLite meldt: \(answer)", "SQLite says: \(answer)")
    }
  }

  /// Finds tables that are gone; without them nothing else can be looked at.
  private func verifyTables(_ result: inout Verification, _ mirror: Store) throws -> Bool {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name"
    let found = Set(try connection.prepare(sql).all { try $0.text(0) })
    let missing = try mirror.connection.prepare(sql).all { try $0.text(0) }.filter { !found.contains($0) }
    for table in missing {
      result.find(
        table, "deze tabel is weg: zet een reservekopie terug", "this table is gone: restore a backup")
    }
    return missing.isEmpty
  }

  private func verifyTriggers(_ result: inout Verification) throws {
    for trigger in Schema.triggers {
      let sql = try connection.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?")
        .first(.text(trigger.name)) { try $0.text(0) }
      guard sql != trigger.sql else { continue }
      result.find(
        trigger.name, "de trigger die het logboek beschermt is weg of veranderd",
        "the trigger that protects the log is gone or was changed")
    }
  }

  /// The tables of one row: a database is for practice, or it is not, for ever; the views need their day.
  private func verifySmallTables(_ result: inout Verification, _ log: LogContents) throws {
    let stored = try connection.prepare("SELECT practice FROM database").first { try $0.int(0) }
    if log.isPractice.map({ $0 ? 1 : 0 }) != stored {
      result.find(
        "database", "of dit een oefendatabase is, is veranderd sinds zij gemaakt werd",
        "whether this is a practice database was changed since it was made")
    }
    let days = try connection.prepare("SELECT day IS NULL OR day IS date(day) FROM reference_day").all {
      try $0.int(0) == 1
    }
    if days != [true] {
      result.find(
        "reference_day",
        "hier hoort één rij met een datum of niets; nu tellen de views met een verkeerde dag",
        "one row belongs here, with a date or nothing; the views now count with a wrong day")
    }
  }
}

extension Verification {
  /// Adds a finding.
  mutating func find(_ place: String, _ nl: String, _ en: String) {
    findings.append(VerifyFinding(place: place, message: Localized(nl: nl, en: en)))
  }
}
