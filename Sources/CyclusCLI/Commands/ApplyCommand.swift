import ArgumentParser
import CyclusCore
import CyclusStore

struct ApplyCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Carry out many commands, one JSON object a line; a second time changes nothing.",
    discussion: """
      cyclus apply week-7.jsonl
      {"id": "w7-1", "command": "held", "traject": "T17", "gesprek": "startgesprek", "present": ["student", "wpb", "io"],
       "as": "BEUN", "on": "2026-02-24", "source": "mail"}
      """)
  @Argument(help: "a file of JSON lines, or - for standard input") var file: String
  @Flag(help: "nothing is recorded unless every line is accepted") var allOrNothing = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  /// How many lines share one durable commit.
  private static let group = 100

  func run(_ session: Session) throws -> Int32 {
    var bytes: [UInt8]
    do { bytes = try FileContent.read(file) } catch { throw Failure.unread(file, error) }
    // As Windows begins a file of UTF-8.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let store = try session.store(.write)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .map { Line(number: $0.offset + 1, bytes: Array($0.element)) }
      .filter { !$0.bytes.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 } }
    if let first = lines.first, isCSV(first) {
      throw Failure.data(
        "\(file) lijkt een csv-bestand; apply leest één JSON-object per regel, zoals «cyclus apply --help» laat zien: zet het eerst om",
        "\(file) looks like a CSV file; apply reads one JSON object a line, as “cyclus apply --help” shows: convert it first"
      )
    }
    return try allOrNothing ? together(lines, session, store) : inGroups(lines, session, store)
  }

  /// A line of the file that holds something.
  private struct Line {
    var number: Int
    var bytes: [UInt8]
  }

  /// Whether the first line names columns instead of holding an object.
  private func isCSV(_ line: Line) -> Bool {
    let text = String(decoding: line.bytes, as: UTF8.self).trimmed.lowercased()
    guard !text.hasPrefix("{"), !text.hasPrefix("[") else { return false }
    let cells = text.split { ";,\t".contains($0) }
      .map { String($0).replacing("\"", with: "").trimmed }
    return cells.count > 1 && (cells.contains("command") || file.lowercased().hasSuffix(".csv"))
  }

  /// One transaction for all lines.
  private func together(_ lines: [Line], _ session: Session, _ store: Store) throws -> Int32 {
    do {
      let answers = try store.applying(batch: nil, account: session.surroundings.account) { applied in
        try lines.map { line in
          let answer = try BatchLine(line.number, line.bytes, applied).carryOut(session, store)
          guard answer.isAccepted else { throw Abandoned(answer: answer) }
          return answer
        }
      }
      write(answers, session)
      return summary(answers, session)
    } catch let abandoned as Abandoned {
      write([abandoned.answer], session)
      session.remark([
        Localized(nl: "Niets vastgelegd: alle regels of geen.", en: "Nothing recorded: all lines or none.")
      ])
      return abandoned.answer.code
    }
  }

  /// A transaction for each hundred lines; others who write get in between.
  private func inGroups(_ lines: [Line], _ session: Session, _ store: Store) throws -> Int32 {
    var batch: Int?
    var answers: [BatchAnswer] = []
    var rest = lines[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.group)
      rest = rest.dropFirst(part.count)
      do {
        let done = try store.applying(batch: batch, account: session.surroundings.account) { applied in
          let answers = try part.map { try BatchLine($0.number, $0.bytes, applied).carryOut(session, store) }
          if !applied.isEmpty { batch = applied.batch }
          return answers
        }
        write(done, session)
        answers += done
      } catch let error as StoreError {
        throw interrupted(by: error, answers, session)
      }
      if !rest.isEmpty { store.giveWay() }
    }
    return summary(answers, session)
  }

  /// What to say where the database gave up half-way: the lines before that are on record.
  private func interrupted(by error: StoreError, _ answers: [BatchAnswer], _ session: Session) -> any Error {
    guard let last = answers.last, answers.contains(where: { $0.status == .done }) else { return error }
    _ = summary(answers, session)
    let done = answers.count { $0.status == .done }
    return Failure(
      code: error.exitCode,
      message: error.message(
        afterRecording: Localized(
          nl: "\(Noun.line.count(done, .nl)) van \(file) vastgelegd, alles na regel \(last.line) niet",
          en: "\(Noun.line.count(done, .en)) of \(file) recorded, nothing after line \(last.line)")))
  }

  /// A batch of all or nothing that met a line which is refused.
  private struct Abandoned: Error {
    var answer: BatchAnswer
  }

  private func write(_ answers: [BatchAnswer], _ session: Session) {
    for answer in answers {
      if session.format == .json { session.console.out(answer.json.compact) }
      guard !answer.isAccepted, session.format != .json else { continue }
      session.console.err(
        "\(file):\(answer.line): \(TerminalText.clean(session.named(session.text(answer.message))))")
    }
    // Acknowledged as soon as it is durable, not when a buffer happens to be full.
    session.console.flush()
  }

  private func summary(_ answers: [BatchAnswer], _ session: Session) -> Int32 {
    let done = answers.count { $0.status == .done }
    let known = answers.count { $0.status == .known }
    let refused = answers.count - done - known
    if session.format != .json {
      session.console.out(
        session.text(
          "Regels verwerkt: \(done) · al eerder verwerkt: \(known) · geweigerd: \(refused)",
          "Lines applied: \(done) · applied before: \(known) · refused: \(refused)"))
    }
    return answers.map(\.code).max() ?? 0
  }
}
