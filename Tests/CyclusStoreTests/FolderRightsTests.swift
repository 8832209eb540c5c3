import CyclusCore
import Glibc
import Testing

@testable import CyclusStore

/// A database that this OS user may read, in a folder in which it may not make files.
@Suite struct FolderRightsTests {
  /// Gives this thread the rights of another user on files; Glibc's module has no `setfsuid`.
  private static func become(_ user: UInt32) throws {
    typealias Function = @convention(c) (UInt32) -> Int32
    let symbol = try #require(dlsym(nil, "setfsuid"))
    _ = unsafeBitCast(symbol, to: Function.self)(user)
  }

  /// Runs a body as somebody without rights in the folder; root is another user on this thread meanwhile.
  private func asReader<Result>(_ scenario: StoreScenario, _ body: () throws -> Result) rethrows -> Result {
    chmod(scenario.path, 0o644)
    chmod(scenario.folder.path, 0o555)
    let isRoot = geteuid() == 0
    if isRoot { try? Self.become(65_534) }
    defer {
      if isRoot { try? Self.become(0) }
      chmod(scenario.folder.path, 0o700)
    }
    return try body()
  }

  @Test func aDatabaseInAFolderThatMayNotBeWrittenIsRead() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    scenario.store.close()
    try asReader(scenario) {
      let store = try Store(path: scenario.path, mode: .read)
      defer { store.close() }
      #expect(try store.current(traject).0.id == traject)
      #expect(try store.verify().findings.isEmpty)
    }
  }

  @Test func anEmptyWriteAheadLogBesideItIsNoObstacle() throws {
    let scenario = try StoreScenario()
    scenario.store.close()
    try scenario.folder.write([], to: scenario.path + "-wal")
    try asReader(scenario) {
      let store = try Store(path: scenario.path, mode: .read)
      defer { store.close() }
      #expect(try store.head().seq > 0)
    }
  }

  @Test func recordingThereIsNotPermitted() throws {
    let scenario = try StoreScenario()
    scenario.store.close()
    let error = #expect(throws: StoreError.self) {
      try asReader(scenario) { _ = try Store(path: scenario.path, mode: .write) }
    }
    #expect(error == .notPermitted(path: scenario.path))
  }

  // What is in the write-ahead log cannot be read without the file beside it: an older state is not given instead.
  @Test func aWriteAheadLogWithEventsInItIsNotPassedOver() throws {
    let scenario = try StoreScenario()
    let copy = scenario.path + ".wal-copy"
    try scenario.folder.write(scenario.folder.read(scenario.path + "-wal"), to: copy)
    scenario.store.close()
    rename(copy, scenario.path + "-wal")
    chmod(scenario.path + "-wal", 0o644)
    let error = #expect(throws: StoreError.self) {
      try asReader(scenario) { _ = try Store(path: scenario.path, mode: .read) }
    }
    #expect(error == .notPermitted(path: scenario.path))
  }
}
