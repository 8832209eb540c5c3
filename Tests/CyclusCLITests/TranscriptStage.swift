import CyclusCLI
import CyclusCore
import Glibc

@testable import CyclusStore

/// Where a transcript plays: a scratch folder with a fresh practice database, a day, a clock and a language.
///
/// The lines that set it, each from there on:
/// - `> database none` or `> database real` (first line of the file): no database, or one that is not for practice;
/// - `> today 2026-03-02`: the reference date, and the clock at 17:00 Dutch time of that day;
/// - `> now 2026-03-02 10:00`: the clock; `> now off`: recorded times are not given;
/// - `> as BEUN`, `> lang en`: `CYCLUS_AS`, `CYCLUS_LANG`; an empty value unsets them;
/// - `> given cohort.csv`, `> given weeks.jsonl`: import or apply a file of the folder `Given`, which has to succeed;
/// - `> copy week.csv`: a file of the folder `Given`, in the scratch folder;
/// - `> file name` up to `> end`: a file of the scratch folder; `windows-1252` or `bom` behind the name encode it;
/// - `> sql STATEMENT`: runs SQL on the database, as somebody would who tampers with it;
/// - `> lock`, `> unlock`: another connection holds the database, and lets go of it;
/// - `> damage`: overwrites some pages in the middle of the database;
/// - `> every workflow`: publish all that ship at the start, and not only the first.
/// - `> in process`: leave this transcript out when the binary is run.
///
/// In a command and a file `~/` is the scratch folder; answers show it as `/tmp/cyclus.FOLDER`, which is as long, and
/// every hash as `<hash>`.
struct TranscriptStage {
  /// Runs one command line: arguments and environment in, output and exit code out.
  typealias Runner =
    @Sendable (_ arguments: [String], _ variables: [String: String], _ now: Instant) -> (
      out: String, err: String, code: Int32
    )

  static let account = "nbeuk"
  static let transcripts =
    #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/Transcripts"

  let folder: String
  private let run: Runner
  private var variables: [String: String]
  private var now: Instant?
  private var lock: Connection?

  init(_ run: @escaping Runner) {
    var template = Array("/tmp/cyclus.XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no temporary folder can be made")
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.run = run
    variables = ["CYCLUS_DB": folder + "/cyclus.db", "HOME": folder, "NO_COLOR": "1"]
    set(today: "2026-02-02")
  }

  /// Takes the scratch folder away.
  func strike() {
    Self.remove(folder)
  }

  private static func remove(_ folder: String) {
    for name in TextFile.names(in: folder) where unlink(folder + "/" + name) != 0 {
      remove(folder + "/" + name)
    }
    rmdir(folder)
  }

  private mutating func set(today: String) {
    variables["CYCLUS_TODAY"] = today
    now = LocalMoment(today + " 17:00").flatMap { Instant(dutch: $0) }
  }

  /// Makes the practice database; the first of the day it is, so that any later clock will do.
  mutating func begin(_ directives: [String]) {
    let directive = directives.first
    guard directive != "database none" else { return }
    let isReal = directive == "database real"
    let publish = directives.contains("every workflow") ? [] : ["--workflow", "han-wpl2-lj2"]
    let created = Instant("2026-02-02T07:00:00Z")
    if isReal { now = nil }
    let made = run(
      (isReal ? ["init"] : ["init", "--practice", "--now", "2026-02-02T07:00:00Z"]) + publish, variables,
      created ?? Instant(milliseconds: 0))
    precondition(made.code == 0, made.err)
  }

  /// Does what a directive says; gives what is wrong with it.
  mutating func prepare(_ directive: String, _ body: [String]) -> String? {
    let words = directive.split(separator: " ", maxSplits: 1).map(String.init)
    let value = words.count > 1 ? words[1] : ""
    switch words.first {
    case "database", "in", "every": return nil
    case "today": set(today: value)
    case "now": now = value == "off" ? nil : LocalMoment(value).flatMap { Instant(dutch: $0) }
    case "as": variables["CYCLUS_AS"] = value.isEmpty ? nil : value
    case "lang": variables["CYCLUS_LANG"] = value.isEmpty ? nil : value
    case "given": return given(value)
    case "file": file(value, body)
    case "copy":
      guard let bytes = TextFile.read(Self.transcripts + "/Given/" + value) else { return "no \(value)" }
      TextFile.write(bytes, to: folder + "/" + value)
    case "sql":
      do {
        let connection = try Connection(path: folder + "/cyclus.db", mode: .readWrite)
        try connection.execute(value)
        connection.close()
      } catch { return "\(error)" }
    case "lock":
      do {
        let connection = try Connection(path: folder + "/cyclus.db", mode: .readWrite)
        try connection.execute("BEGIN IMMEDIATE")
        lock = connection
      } catch { return "\(error)" }
    case "unlock":
      lock?.close()
      lock = nil
    case "damage":
      let descriptor = open(folder + "/cyclus.db", O_WRONLY)
      defer { close(descriptor) }
      let noise = [UInt8](repeating: 0x5A, count: 4096 * 20)
      guard pwrite(descriptor, noise, noise.count, 4096 * 8) == noise.count else { return "not damaged" }
    default: return "unknown directive: \(directive)"
    }
    return nil
  }

  private func given(_ name: String) -> String? {
    let path = Self.transcripts + "/Given/" + name
    let answer = run([name.hasSuffix(".csv") ? "import" : "apply", path] + clock([]), variables, instant)
    return answer.code == 0 ? nil : "\(name): \(answer.out)\(answer.err)"
  }

  private func file(_ value: String, _ body: [String]) {
    let words = value.split(separator: " ").map(String.init)
    let text = body.map { placed($0) + "\n" }.joined()
    var bytes = Array(text.utf8)
    if words.contains("windows-1252") { bytes = text.unicodeScalars.map { UInt8($0.value & 0xFF) } }
    if words.contains("bom") { bytes = [0xEF, 0xBB, 0xBF] + bytes }
    if words.contains("folder") {
      mkdir(folder + "/" + words[0], 0o700)
    } else {
      TextFile.write(bytes, to: folder + "/" + words[0])
    }
  }

  private func placed(_ text: String) -> String {
    text.replacing("~/", with: folder + "/").replacing("{account}", with: Self.account)
  }

  private var instant: Instant { now ?? Instant("2026-02-02T16:00:00Z") ?? Instant(milliseconds: 0) }

  private func clock(_ arguments: [String]) -> [String] {
    guard let now, !arguments.contains("--now"), !arguments.contains("--help") else { return [] }
    return ["--now", now.description]
  }

  /// Runs a command line of the transcript and gives its answer.
  func answer(_ command: String) -> [String] {
    var words = ShellWords.split(command).map(placed)
    var variables = variables
    while let word = words.first, word != "cyclus", let equals = word.firstIndex(of: "=") {
      variables[String(word[..<equals])] = String(word[word.index(after: equals)...])
      words.removeFirst()
    }
    guard words.first == "cyclus" else { return ["! not a command of cyclus: \(command)"] }
    let arguments = Array(words.dropFirst())
    let said = run(arguments + clock(arguments), variables, instant)
    // Salts are drawn anew each time, so that every hash that rests on one differs.
    func shown(_ text: String) -> String {
      text.replacing(folder, with: "/tmp/cyclus.FOLDER").replacing(/\b[0-9a-f]{64}\b/, with: "<hash>")
        .replacing(/\b(?=[a-f]*[0-9])[0-9a-f]{12}\b/, with: "<hash start>")
    }
    return Transcript.answer(out: shown(said.out), err: shown(said.err), code: said.code)
  }
}
