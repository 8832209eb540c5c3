import CyclusCore
import Glibc
import Testing

@testable import CyclusStore

/// What is said of a database that cannot be opened; each has its exit code.
@Suite struct OpeningTests {
  private func failure(_ path: String, _ mode: Store.Mode = .read) -> StoreError? {
    do {
      _ = try Store(path: path, mode: mode)
      return nil
    } catch { return error }
  }

  @Test func aDatabaseThatIsNotThereIsMissing() throws {
    let folder = try ScratchFolder()
    #expect(failure(folder.file("geen.db")) == .missing(path: folder.file("geen.db")))
    #expect(failure(folder.file("geen.db"))?.exitCode == 66)
  }

  @Test func aTextFileIsNotOurs() throws {
    let folder = try ScratchFolder()
    let path = folder.file("brief.txt")
    try folder.write(Array(repeating: UInt8(ascii: "x"), count: 4096), to: path)
    #expect(failure(path) == .notOurs(path: path))
    #expect(failure(path)?.exitCode == 65)
  }

  @Test func anotherDatabaseIsNotOurs() throws {
    let folder = try ScratchFolder()
    let path = folder.file("ander.db")
    let other = try Connection(path: path, mode: .create)
    try other.execute("CREATE TABLE t (x)")
    other.close()
    #expect(failure(path) == .notOurs(path: path))
  }

  @Test func aNewerDatabaseAsksForAnUpdate() throws {
    let scenario = try StoreScenario()
    try scenario.tool().execute("PRAGMA user_version = 99")
    #expect(failure(scenario.path) == .newer(path: scenario.path, version: 99, known: Schema.version))
    #expect(failure(scenario.path)?.exitCode == 78)
  }

  @Test func initNeverOverwrites() throws {
    let scenario = try StoreScenario()
    #expect(throws: StoreError.exists(path: scenario.path)) {
      try Store.create(path: scenario.path, isPractice: true, recording: StoreScenario.recording(.system))
    }
  }

  @Test func aFolderIsNoDatabase() throws {
    let folder = try ScratchFolder()
    let path = folder.file("map")
    mkdir(path, 0o700)
    let code = try #require(failure(path)).exitCode
    #expect([65, 66, 74].contains(code))
  }

  @Test func aDamagedDatabaseIsSaidToBe() throws {
    let scenario = try StoreScenario()
    for number in 1...20 { try scenario.start("70000\(number)") }
    scenario.store.close()
    try overwrite(scenario.path, page: 4, pages: 8)
    #expect(damage(scenario.path).contains { $0 == "74" || $0.hasPrefix("SQLite says: ") })
  }

  private func overwrite(_ path: String, page: Int, pages: Int) throws {
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    let noise = [UInt8](repeating: 0x5A, count: 4096 * pages)
    #expect(pwrite(descriptor, noise, noise.count, 4096 * page) == noise.count)
  }

  /// What is said of a damaged database: the exit code of opening it, or what `verify` finds.
  private func damage(_ path: String) -> [String] {
    let result = Result { try Store(path: path, mode: .read).verify().findings.map(\.message.en) }
    switch result {
    case .success(let findings): return findings
    case .failure(let error): return [(error as? StoreError).map { "\($0.exitCode)" } ?? "\(error)"]
    }
  }

  @Test func aLockedDatabaseIsBusyAndNothingIsWritten() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    try scenario.store.connection.execute("PRAGMA busy_timeout = 50")
    let other = try scenario.tool()
    try other.execute("BEGIN IMMEDIATE")
    #expect(throws: StoreError.busy) {
      try scenario.perform(traject, as: "7000001", on: "2026-02-03") { _ in
        .count(counter: "lessen", amount: 1)
      }
    }
    #expect(StoreError.busy.exitCode == 75)
    try other.execute("ROLLBACK")
    try scenario.perform(traject, as: "7000001", on: "2026-02-03") { _ in .count(counter: "lessen", amount: 1)
    }
    #expect(try scenario.store.current(traject).0.counters["lessen"] == 1)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write every file"))
  func aFileThatMayNotBeWrittenIsNotPermitted() throws {
    let scenario = try StoreScenario()
    scenario.store.close()
    chmod(scenario.path, 0o400)
    #expect(failure(scenario.path, .write)?.exitCode == 77)
    #expect(failure(scenario.path, .read) == nil)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write in every folder"))
  func aFolderThatMayNotBeWrittenIsNotPermitted() throws {
    let scenario = try StoreScenario()
    scenario.store.close()
    chmod(scenario.folder.path, 0o500)
    defer { chmod(scenario.folder.path, 0o700) }
    #expect(failure(scenario.path, .write) == .notPermitted(path: scenario.path))
    let elsewhere = scenario.folder.file("nieuw.db")
    let error = #expect(throws: StoreError.self) {
      try Store.create(path: elsewhere, isPractice: true, recording: StoreScenario.recording(.system))
    }
    #expect(error?.exitCode == 73)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read every file"))
  func aFileThatMayNotBeReadIsNotPermitted() throws {
    let scenario = try StoreScenario()
    scenario.store.close()
    chmod(scenario.path, 0o000)
    #expect(failure(scenario.path) == .notPermitted(path: scenario.path))
  }

  @Test func aDatabaseThatAnotherProcessKeepsForItselfIsBusyAfterAWhile() throws {
    let scenario = try StoreScenario()
    scenario.store.close()
    let other = try scenario.tool()
    try other.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
    let clock = ContinuousClock()
    let begun = clock.now
    #expect(failure(scenario.path) == .busy)
    #expect(clock.now - begun < .seconds(20))
  }

  private func names(_ folder: ScratchFolder) throws -> [String] {
    let directory = try #require(opendir(folder.path))
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  @Test func anInitThatFailsLeavesNothing() throws {
    let folder = try ScratchFolder()
    let path = folder.file("cyclus.db")
    let recording = StoreScenario.recording(.system)
    let error = #expect(throws: StoreError.self) {
      try Store.create(path: path, isPractice: true, recording: recording) { _ in throw StoreError.diskFull }
    }
    #expect(error?.exitCode == 73)
    #expect(try names(folder).isEmpty)
    try Store.create(path: path, isPractice: true, recording: recording).close()
    #expect(try names(folder) == ["cyclus.db"])
  }

  @Test func theLoserOfTwoInitsLeavesTheDatabaseOfTheWinner() throws {
    let folder = try ScratchFolder()
    let path = folder.file("cyclus.db")
    var recording = StoreScenario.recording(.system)
    recording.isGiven = false
    #expect(throws: StoreError.exists(path: path)) {
      try Store.create(path: path, isPractice: false, recording: recording) { _ in
        try Store.create(path: path, isPractice: true, recording: recording).close()
      }
    }
    let winner = try Store(path: path, mode: .read)
    #expect(winner.isPractice)
    #expect(try winner.verify().findings.isEmpty)
    winner.close()
    #expect(try names(folder).allSatisfy { !$0.contains(".new-") })
  }

  @Test func anotherJournalModeIsReadAndSetBackByWhoWrites() throws {
    let scenario = try StoreScenario()
    scenario.store.close()
    let tool = try scenario.tool()
    try tool.execute("PRAGMA journal_mode = DELETE")
    tool.close()
    let reader = try Store(path: scenario.path, mode: .read)
    #expect(try reader.verify().findings.isEmpty)
    reader.close()
    let writer = try Store(path: scenario.path, mode: .write)
    #expect(try writer.connection.prepare("PRAGMA journal_mode").first { try $0.text(0) } == "wal")
  }

  @Test func whatIsThereIsNeverSaidToBeMissing() throws {
    let scenario = try StoreScenario()
    let error = SQLiteError(code: 14, message: "unable to open database file", sql: nil)
    #expect(StoreError(error, path: scenario.path).exitCode == 74)
    #expect(StoreError(error, path: scenario.path + "-weg").exitCode == 66)
  }

  // On a disk that is read-only nobody writes, so that no lock and no `-shm` is needed.
  @Test func aDatabaseThatNobodyCanChangeIsRead() throws {
    let folder = try ScratchFolder()
    let path = folder.file("raar ?100%#.db")
    try Store.create(path: path, isPractice: true, recording: StoreScenario.recording(.system)).close()
    let connection = try Connection(path: path, mode: .immutable)
    #expect(try connection.prepare("SELECT count(*) FROM event").first { try $0.int(0) } == 2)
    #expect(throws: SQLiteError.self) { try connection.execute("UPDATE database SET practice = 0") }
    #expect(try names(folder).count == 1)
  }
}
