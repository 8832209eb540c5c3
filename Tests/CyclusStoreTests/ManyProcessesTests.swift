import CyclusCore
import Glibc
import Testing

@testable import CyclusStore

/// Several processes at one database: nothing lost, nothing doubled (the binary of `CYCLUS_BINARY`, else the debug build).
@Suite(.serialized, .enabled(if: CyclusProcess.binary != nil, "no cyclus beside the tests: build it first"))
struct ManyProcessesTests {
  func environment(_ scenario: StoreScenario) -> [String: String] {
    [
      "CYCLUS_DB": scenario.path, "CYCLUS_TODAY": "2026-06-01", "HOME": scenario.folder.path,
      "PATH": "/usr/bin:/bin", "CYCLUS_LANG": "en",
    ]
  }

  func events(_ scenario: StoreScenario, _ type: String) throws -> [LoggedEvent] {
    let trajecten = try scenario.store.loggedTrajecten()
    return try trajecten.flatMap { try scenario.store.events(of: $0) }.filter { $0.event.type == type }
  }

  // every process
  @Test func eightProcessesLoseNothingAndDoubleNothing() throws {
    let scenario = try StoreScenario()
    for number in ["7000001", "7000002"] { try scenario.start(number) }
    let binary = try #require(CyclusProcess.binary)
    let processes = (0..<8).map { index in
      // Four processes write in the same traject, so that each has to see what the others did.
      CyclusProcess(
        "/bin/sh",
        [
          "-c",
          "i=0; while [ $i -lt 25 ]; do if \"$1\" count T\(index % 2 + 1) lessen +1 --as 700000\(index % 2 + 1) --source form; then i=$((i+1)); else [ $? -eq 75 ] || exit 1; fi; done",
          "sh", binary,
        ], environment(scenario), out: scenario.folder.file("out-\(index)"))
    }
    #expect(processes.map { $0.end() } == Array(repeating: 0, count: 8))
    #expect(try scenario.store.current(1).0.counters["lessen"] == 100)
    #expect(try scenario.store.current(2).0.counters["lessen"] == 100)
    let counted = try events(scenario, "counted")
    #expect(counted.count == 200)
    #expect(Set(counted.map(\.batch)).count == 200, "every command is a batch of its own")
    #expect(try scenario.store.verify().findings.isEmpty)
  }

  // GEN-05 allows
  @Test func twoCronsAtOnceRecordEachRungOnce() throws {
    let scenario = try StoreScenario()
    for number in 1...6 { try scenario.start("700000\(number)") }
    let binary = try #require(CyclusProcess.binary)
    for day in ["2026-02-10", "2026-03-09", "2026-03-25", "2026-05-01"] {
      var environment = environment(scenario)
      environment["CYCLUS_TODAY"] = day
      let crons = (0..<3).map { index in
        CyclusProcess(
          binary, ["overdue", "--flag"], environment, out: scenario.folder.file("flag-\(day)-\(index)"))
      }
      #expect(crons.map { $0.end() } == [0, 0, 0])
    }
    let flags = try events(scenario, "flagged").map { logged -> String in
      guard case .flagged(let flag) = logged.event else { return "" }
      return "\(logged.traject) \(flag.obligation) \(flag.rung) \(flag.recipient.map(\.description) ?? "")"
    }
    #expect(flags.count > 30)
    #expect(Set(flags).count == flags.count)
    #expect(try scenario.store.verify().findings.isEmpty)
  }

  // every line of two files at once
  @Test func twoAppliesAtOnceBothFinishAndCountEachLineOnce() throws {
    let scenario = try StoreScenario()
    for number in ["7000001", "7000002"] { try scenario.start(number) }
    let binary = try #require(CyclusProcess.binary)
    func file(_ name: String) throws -> String {
      let lines = (1...250).map { number in
        "{\"id\": \"\(name)-\(number)\", \"command\": \"count\", \"traject\": \"T\(number % 2 + 1)\", "
          + "\"counter\": \"lessen\", \"amount\": 1, \"as\": \"700000\(number % 2 + 1)\", \"source\": \"form\"}"
      }
      let path = scenario.folder.file(name + ".jsonl")
      try scenario.folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
      return path
    }
    let (one, other) = (try file("een"), try file("twee"))
    // The first file is applied by two processes at once: one of them finds its lines applied before.
    let applies = [one, other, one].enumerated().map { index, path in
      CyclusProcess(
        binary, ["apply", path], environment(scenario), out: scenario.folder.file("apply-\(index)"))
    }
    #expect(applies.map { $0.end() } == [0, 0, 0])
    #expect(try events(scenario, "counted").count == 500)
    #expect(try scenario.store.current(1).0.counters["lessen"] == 250)
    #expect(try scenario.store.current(2).0.counters["lessen"] == 250)
    #expect(try scenario.store.verify().findings.isEmpty)
  }

  // every line
  @Test func anEmptyStandardInputIsSaidAndIsNoFault() throws {
    let scenario = try StoreScenario()
    let out = scenario.folder.file("out")
    let apply = CyclusProcess(
      try #require(CyclusProcess.binary), ["apply", "-"], environment(scenario), out: out)
    #expect(apply.end() == 0)
    #expect(try CyclusProcess.text(out).contains("nothing came in: not one line"))
  }

  /// When the power goes: after some time, or a while after a number of lines was acknowledged.
  enum Moment: CustomStringConvertible {
    case milliseconds(UInt32)
    case acknowledged(Int, UInt32)

    var description: String {
      switch self {
      case .milliseconds(let count): "after \(count) ms"
      case .acknowledged(let lines, let count): "\(count) ms after line \(lines)"
      }
    }
  }

  // every acknowledged line
  @Test(arguments: [
    Moment.milliseconds(10), .milliseconds(40), .milliseconds(120), .acknowledged(1, 5),
    .acknowledged(100, 60),
    .acknowledged(200, 0),
  ])
  func whatWasAcknowledgedSurvivesAKill(_ moment: Moment) throws {
    let scenario = try StoreScenario()
    for number in ["7000001", "7000002"] { try scenario.start(number) }
    let binary = try #require(CyclusProcess.binary)
    let file = scenario.folder.file("veel.jsonl")
    let lines = (1...300).map { number in
      "{\"id\": \"n\(number)\", \"command\": \"count\", \"traject\": \"T\(number % 2 + 1)\", \"counter\": \"lessen\", "
        + "\"amount\": 1, \"as\": \"700000\(number % 2 + 1)\", \"source\": \"form\"}"
    }
    try scenario.folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: file)
    let acks = scenario.folder.file("acks")
    let apply = CyclusProcess(binary, ["apply", file, "--format", "json"], environment(scenario), out: acks)
    switch moment {
    case .milliseconds(let count): usleep(count * 1000)
    case .acknowledged(let wanted, let count):
      var tries = 0
      while tries < 60_000, try CyclusProcess.text(acks).count(where: \.isNewline) < wanted {
        usleep(1000)
        tries += 1
      }
      usleep(count * 1000)
    }
    apply.kill()

    let acknowledged = try CyclusProcess.text(acks).split(separator: "\n").compactMap {
      line -> JSONObject? in
      // The last line may have been cut off in the middle: then it was not acknowledged.
      (try? JSONParser.parse(String(line)))?.members
    }.filter { $0["status"]?.text == "done" }
    if case .acknowledged(let wanted, _) = moment { #expect(acknowledged.count >= wanted) }
    let recorded = Set(try events(scenario, "counted").map(\.seq))
    for line in acknowledged {
      for seq in line["events"]?.list ?? [] {
        #expect(recorded.contains(seq.int ?? 0), "line \(line) is lost")
      }
    }
    #expect(try scenario.store.verify().findings.isEmpty)

    let again = CyclusProcess(
      binary, ["apply", file], environment(scenario), out: scenario.folder.file("again"))
    #expect(again.end() == 0)
    #expect(try events(scenario, "counted").count == lines.count)
    #expect(try scenario.store.current(1).0.counters["lessen"] == lines.count / 2)
    #expect(try scenario.store.verify().findings.isEmpty)
  }
}

/// A process that a test starts, and ends itself.
struct CyclusProcess {
  /// The binary under test: `CYCLUS_BINARY`, else `cyclus` beside the test bundle.
  static let binary: String? = {
    if let given = getenv("CYCLUS_BINARY") { return String(cString: given) }
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { return nil }
    let bundle = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let beside = bundle.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/cyclus"
    return access(beside, X_OK) == 0 ? beside : nil
  }()

  private let id: pid_t

  /// Starts a program, its output going to a file.
  init(_ path: String, _ arguments: [String], _ variables: [String: String], out: String) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var environment = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + environment { free(pointer) } }
    var started: pid_t = 0
    let failure = posix_spawn(&started, path, &actions, nil, &argv, &environment)
    precondition(failure == 0, "\(path) cannot be run")
    id = started
  }

  /// Waits for the end and gives the exit code; 128 and more after a signal.
  func end() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Kills the process without a word, as a power cut does.
  func kill() {
    Glibc.kill(id, SIGKILL)
    _ = end()
  }

  static func text(_ path: String) throws -> String {
    guard let stream = fopen(path, "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
