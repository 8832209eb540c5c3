import Crypto
import CyclusCore

/// Something that is not as the log says it must be.
public struct VerifyFinding: Hashable, Sendable {
  /// The event or traject that it is about.
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

  /// Checks the chain, the triggers, the definitions, the texts and, for every traject, that a replay gives the projections.
  public func verify(against anchors: [Head] = []) throws(StoreError) -> Verification {
    try guarded {
      try connection.transaction(.deferred) {
        var result = Verification(events: 0, trajecten: 0, head: "", clockBack: 0, findings: [])
        try verifyFile(&result)
        guard try verifyTables(&result) else { return result }
        try verifyPractice(&result)
        try verifyTriggers(&result)
        try verifySchema(&result)
        try verifyDefinitions(&result)
        try verifyChain(&result, anchors)
        try verifyNames(&result)
        try verifyProjections(&result)
        return result
      }
    }
  }

  private func verifyFile(_ result: inout Verification) throws {
    let answers = try connection.prepare("PRAGMA quick_check").all { try $0.text(0) }
    for answer in answers where answer != "ok" {
      result.findings.append(
        VerifyFinding(
          place: "database", message: Localized(nl: "SQLite meldt: \(answer)", en: "SQLite says: \(answer)")))
    }
  }

  /// Finds tables that are gone; without them nothing else can be looked at.
  private func verifyTables(_ result: inout Verification) throws -> Bool {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    let found = Set(try connection.prepare(sql).all { try $0.text(0) })
    let mirror = try Store.mirror()
    let missing = try mirror.connection.prepare(sql).all { try $0.text(0) }.filter { !found.contains($0) }
    mirror.close()
    for table in missing {
      result.findings.append(
        VerifyFinding(
          place: table,
          message: Localized(
            nl: "deze tabel is weg: zet een reservekopie terug", en: "this table is gone: restore a backup")))
    }
    return missing.isEmpty
  }

  /// A database is for practice, or it is not, for ever: the event of its making says which.
  private func verifyPractice(_ result: inout Verification) throws {
    let logged = try connection.prepare(
      "SELECT json_extract(data, '$.practice') FROM event WHERE type = 'database_created'"
    )
    .first { try $0.int(0) == 1 }
    let stored = try connection.prepare("SELECT practice FROM database").first { try $0.int(0) == 1 }
    guard logged != stored else { return }
    result.findings.append(
      VerifyFinding(
        place: "database",
        message: Localized(
          nl: "of dit een oefendatabase is, is veranderd sinds zij gemaakt werd",
          en: "whether this is a practice database was changed since it was made")))
  }

  private func verifyTriggers(_ result: inout Verification) throws {
    for trigger in Schema.triggers {
      let sql = try connection.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?")
        .first(.text(trigger.name)) { try $0.text(0) }
      guard sql != trigger.sql else { continue }
      result.findings.append(
        VerifyFinding(
          place: trigger.name,
          message: Localized(
            nl: "de trigger die het logboek beschermt is weg of veranderd",
            en: "the trigger that protects the log is gone or was changed")))
    }
  }

  private func verifyDefinitions(_ result: inout Verification) throws {
    let published = Set(try publishedWorkflows().map(\.digest))
    var found: Set<String> = []
    try connection.prepare("SELECT digest, name, version, text, compiled FROM definition").forEach { row in
      let (digest, name) = (try row.text(0), "\(try row.text(1)) \(try row.text(2))")
      found.insert(digest)
      if Array(SHA256.hash(data: Array(try row.text(3).utf8))).hexadecimal != digest {
        result.findings.append(
          VerifyFinding(
            place: name,
            message: Localized(
              nl: "de tekst van de workflow past niet bij haar kenmerk",
              en: "the text of the workflow does not fit its digest")))
      }
      if !published.contains(digest) {
        result.findings.append(
          VerifyFinding(
            place: name,
            message: Localized(
              nl: "de workflow staat niet in het logboek", en: "the workflow is not in the log")))
      }
    }
    for digest in published.subtracting(found).sorted() {
      result.findings.append(
        VerifyFinding(
          place: digest,
          message: Localized(nl: "een gepubliceerde workflow ontbreekt", en: "a published workflow is gone")))
    }
  }

  private func verifyChain(_ result: inout Verification, _ anchors: [Head]) throws {
    var previous = [UInt8](repeating: 0, count: 32)
    var expected = 1
    let wanted = Dictionary(anchors.map { ($0.seq, $0.hash) }) { first, _ in first }
    var findings: [VerifyFinding] = []
    var digests: [Int: String] = [:]
    var clockBack = 0
    try connection.prepare("SELECT \(StoredEvent.columns) FROM event ORDER BY seq").forEach { row in
      let event = try StoredEvent(row)
      if event.seq != expected {
        let isOne = event.seq == expected + 1
        findings.append(
          Self.finding(
            expected,
            isOne
              ? "gebeurtenis \(expected) ontbreekt"
              : "gebeurtenissen \(expected) tot en met \(event.seq - 1) ontbreken",
            isOne ? "event \(expected) is gone" : "events \(expected) to \(event.seq - 1) are gone"))
      }
      if event.chained(to: previous) != event.hash {
        findings.append(
          Self.finding(
            event.seq, "de keten klopt hier niet: deze gebeurtenis of haar plaats is veranderd",
            "the chain breaks here: this event or its place was changed"))
      }
      if let hash = wanted[event.seq], hash != event.hash.hexadecimal {
        findings.append(
          Self.finding(
            event.seq, "het bewaarde anker past niet: het logboek is vervangen",
            "the anchor kept elsewhere does not fit: the log was replaced"))
      }
      if event.clockBack { clockBack += 1 }
      collectDigests(event.data, &digests)
      previous = event.hash
      expected = event.seq &+ 1
    }
    for anchor in anchors where anchor.seq >= expected {
      findings.append(
        Self.finding(
          anchor.seq,
          "het logboek eindigt bij \(expected - 1), maar het anker noemt \(anchor.seq): het eind is afgekapt",
          "the log ends at \(expected - 1), but the anchor names \(anchor.seq): its end was cut off"))
    }
    try verifyTexts(digests, &findings)
    result.findings += findings
    result.events = expected - 1
    result.head = previous.hexadecimal
    result.clockBack = clockBack
  }

  private static func finding(_ seq: Int, _ nl: String, _ en: String) -> VerifyFinding {
    VerifyFinding(place: "#\(seq)", message: Localized(nl: nl, en: en))
  }

  /// Collects the text references in the data of an event: `"X12:9f86…"`.
  private func collectDigests(_ data: String, _ digests: inout [Int: String]) {
    for part in data.split(separator: "\"") where part.first == "X" {
      guard let reference = TextReference(String(part)) else { continue }
      digests[reference.id] = reference.digest
    }
  }

  private func verifyTexts(_ digests: [Int: String], _ findings: inout [VerifyFinding]) throws {
    for (id, digest) in digests.sorted(by: { $0.key < $1.key }) {
      let text = try connection.prepare("SELECT salt, content FROM text WHERE id = ?").first(
        .integer(Int64(id))
      ) {
        (try $0.optionalBlob(0), try $0.optionalText(1))
      }
      guard let text else {
        findings.append(
          VerifyFinding(
            place: "X\(id)",
            message: Localized(
              nl: "een tekst ontbreekt zonder dat zij gewist is",
              en: "a text is gone without having been erased")))
        continue
      }
      guard let salt = text.0, let content = text.1, TextDesk.digest(salt, content) != digest else {
        continue
      }
      findings.append(
        VerifyFinding(
          place: "X\(id)",
          message: Localized(
            nl: "deze tekst is veranderd sinds zij werd vastgelegd",
            en: "this text was changed since it was recorded")))
    }
  }

  /// Projects every replayed traject into a database in memory, and compares.
  private func verifyProjections(_ result: inout Verification) throws {
    let mirror = try Store.mirror()
    for traject in try loggedTrajecten() {
      result.trajecten += 1
      guard let (state, workflow) = try replayed(traject) else {
        result.findings.append(
          VerifyFinding(
            place: "T\(traject)",
            message: Localized(
              nl: "het traject heeft geen begin in het logboek", en: "the traject has no start in the log")))
        continue
      }
      try Projector(mirror).project(state, from: nil, workflow)
      if try projection(of: traject) != mirror.projection(of: traject) {
        result.findings.append(
          VerifyFinding(
            place: "T\(traject)",
            message: Localized(
              nl: "de stand in de tabellen is niet die van het logboek: herstel met «cyclus rebuild»",
              en: "the tables do not say what the log says: mend with “cyclus rebuild”")))
      }
    }
    let known = Set(try loggedTrajecten())
    for stray in try connection.prepare("SELECT id FROM traject").all(read: { try $0.int(0) })
    where !known.contains(stray) {
      result.findings.append(
        VerifyFinding(
          place: "T\(stray)",
          message: Localized(
            nl: "dit traject staat niet in het logboek", en: "this traject is not in the log")))
    }
  }
}
