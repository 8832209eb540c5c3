import CyclusCore
import Testing

@testable import CyclusStore

/// Nothing that happened is ever overwritten, by SQL neither.
@Suite struct AppendOnlyTests {
  // GEN-01 refuses
  @Test(arguments: [
    "UPDATE event SET happened_on = '2020-01-01' WHERE seq = 2",
    "UPDATE OR REPLACE event SET seq = 1 WHERE seq = 2",
    "DELETE FROM event WHERE seq = 2",
    "DELETE FROM event",
    "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 2",
    "REPLACE INTO event SELECT * FROM event WHERE seq = 2",
    "UPDATE definition SET text = 'x'",
    "DELETE FROM definition",
    "INSERT OR REPLACE INTO definition SELECT * FROM definition",
  ])
  func theLogRefusesToBeRewritten(_ sql: String) throws {
    let scenario = try StoreScenario()
    let before = try scenario.dump()
    let tool = try scenario.tool()
    let error = #expect(throws: SQLiteError.self) { try tool.execute(sql) }
    #expect(error?.message.contains("append-only") == true)
    #expect(try scenario.dump() == before)
  }

  // GEN-01 allows
  @Test func anEventIsAppendedBehindTheOthers() throws {
    let scenario = try StoreScenario()
    let before = try scenario.dump(tables: ["event"])
    try scenario.acquaint(try scenario.start("7000001"), "7000001")
    let after = try scenario.dump(tables: ["event"])
    #expect(after.count > before.count)
    #expect(Set(before).isSubset(of: after))
  }

  @Test func aRefusedCommandWritesNothingAtAll() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    let before = try scenario.dump()
    #expect(throws: Refusal.self) {
      try scenario.perform(traject, as: "LIJA", on: "2026-02-10") { desk in
        .reject(approval: "goedkeuring-didactisch", why: try desk.reference("een tekst die weg moet zijn"))
      }
    }
    #expect(throws: Refusal.self) {
      try scenario.perform(traject, as: "SPEC", on: "2026-02-10") { _ in .advance(to: nil) }
    }
    #expect(try scenario.dump() == before)
  }

  // GEN-08 stores
  @Test func numbersNamesAndProseStandInTheErasableStoreOnly() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    try scenario.perform(traject, as: "7000001", on: "2026-02-03") { desk in
      .submit(
        .init(
          document: "voorbereiding-startgesprek", reference: try desk.reference("https://portfolio/geheim")))
    }
    try scenario.perform(traject, as: "SPEC", on: "2026-02-05") { desk in
      .escalate(reason: "mismatch", about: nil, why: try desk.reference("het botst met begeleider Lija"))
    }
    // The dump shows blobs as hexadecimal digits: snapshots are read as the text that they are.
    let tool = try scenario.tool()
    let snapshots = try tool.prepare("SELECT CAST(state AS TEXT) FROM snapshot").all {
      try $0.text(0)
    }
    #expect(snapshots.joined().contains("voorbereiding-startgesprek"))
    let elsewhere = (try scenario.dump().filter { !$0.hasPrefix("text|") } + snapshots).joined(
      separator: "\n")
    for secret in ["7000001", "LIJA", "Vogel", "Wilg", "Lyceum", "vogelaar", "portfolio/geheim", "botst"] {
      #expect(!elsewhere.contains(secret), "\(secret) stands outside the erasable store")
    }
    let texts = try scenario.dump(tables: ["text"]).joined(separator: "\n")
    #expect(texts.contains("7000001") && texts.contains("botst"))
  }

  @Test func theRecordedTimeIsGivenInPracticeOnlyAndNeverGoesBack() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    let actor = Actor(person: scenario.people["7000001"], role: nil)
    #expect(throws: StoreError.recordedTooEarly(last: Instant(milliseconds: 1_768_899_600_000))) {
      try scenario.store.perform(
        traject, StoreScenario.recording(actor, on: "2026-02-03", at: "2026-01-19T09:00:00Z")
      ) { _, _, _ in .count(counter: "lessen", amount: 1) }
    }
    let real = scenario.folder.file("echt.db")
    #expect(throws: StoreError.notPractice) {
      try Store.create(path: real, isPractice: false, recording: StoreScenario.recording(.system))
    }
  }

  @Test func aRealClockThatWentBackIsKeptWithAFlag() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    var recording = StoreScenario.recording(
      Actor(person: scenario.people["7000001"], role: nil), on: "2026-02-03", at: "2026-01-19T09:00:00Z")
    recording.isGiven = false
    _ = try scenario.store.perform(traject, recording) { _, _, _ in .count(counter: "lessen", amount: 1) }
    let result = try scenario.store.verify()
    #expect(result.clockBack == 1)
    #expect(result.findings.isEmpty)
  }

  // A file of many transactions keeps its batch; what others record between them has another.
  @Test func noTwoBatchesShareANumber() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    func count() throws -> Int {
      try scenario.perform(traject, as: "7000001", on: "2026-02-05") { _ in
        .count(counter: "lessen", amount: 1)
      }.batch
    }
    func part(_ batch: Int?, _ id: String) throws -> Int {
      try scenario.store.applying(batch: batch, account: "vogelaar") { lines in
        _ = try scenario.store.perform(
          traject, StoreScenario.recording(Actor(person: scenario.people["7000001"], role: nil)),
          batch: lines.batch
        ) { _, _, _ in .count(counter: "lessen", amount: 1) }
        lines.add(id: id, content: id)
        return lines.batch
      }
    }
    let file = try part(nil, "w1")
    let others = [try count(), try count()]
    #expect(try part(file, "w2") == file)
    let all = others + [file, try count(), try count()]
    #expect(Set(all).count == all.count, "\(all)")
  }

  // GEN-02 stores
  @Test func theMomentOfRecordingIsTakenInsideTheTransaction() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000017")
    let io = Actor(person: scenario.people["SPEC"], role: nil)
    var recording = StoreScenario.recording(io, on: "2026-02-03", at: "2026-02-03T09:00:00Z")
    let inside = try #require(Instant("2026-02-03T09:00:05Z"))
    recording.clock = { inside }
    let performed = try scenario.store.perform(traject, recording) { _, _, _ in
      .plan(gesprek: "kennismakingsgesprek", at: try #require(LocalMoment("2026-02-04 10:00")), mode: nil)
    }
    #expect(performed.events.map(\.recorded) == [inside])
  }
}
