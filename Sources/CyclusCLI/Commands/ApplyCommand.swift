import ArgumentParser
import CyclusCore
import CyclusExchange
import CyclusStore

struct ApplyCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract:
      "Carry out many commands, a JSON object a line or a CSV row each; a second time changes nothing.",
    discussion: """
      cyclus apply week-7.csv
      CSV: the header names the keys, an empty cell is a key that is left out, | stands between the parts of a list (between roles and names a comma too), ja or nee in a switch.
      cyclus apply week-7.jsonl
      {"id": "w7-1", "command": "held", "traject": "T17", "gesprek": "startgesprek", "present": ["student", "mentor", "coach"],
       "as": "BEUN", "on": "2026-02-24", "source": "mail"}
      """)
  @Argument(help: "a file of JSON lines or CSV, or - for standard input") var file: String
  @Flag(help: "nothing is recorded unless every line is accepted") var allOrNothing = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  /// How many lines share one durable commit, and for how long they may hold the lock once there are enough.
  ///
  /// Somebody who waits meanwhile waits less than a second. A short file is one commit however slow the machine is.
  private static let (fewest, most, span) = (20, 100, Duration.milliseconds(200))

  func run(_ session: Session) throws -> Int32 {
    var bytes: [UInt8]
    do { bytes = try FileContent.read(file) } catch { throw Failure.unread(file, error) }
    try checkEmpty(bytes, session)
    let lines: [Line]
    if isCSV(bytes) {
      do { lines = try rows(bytes, session) } catch let fault as BatchHeaderFault {
        fault.lines.forEach { session.console.err("\(file): " + TerminalText.clean(session.text($0))) }
        return 65
      }
    } else {
      // As Windows begins a file of UTF-8.
      if bytes.starts(with: Self.mark) { bytes.removeFirst(3) }
      lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        .filter { !$0.element.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 } }
        .map { Line(number: $0.offset + 1, content: .json(Array($0.element))) }
    }
    let store = try session.store(.write)
    try session.checkSettings(store)
    return try allOrNothing ? together(lines, session, store) : inGroups(lines, session, store)
  }

  /// A line of the file, or a row below its header.
  private struct Line {
    var number: Int
    var content: BatchLine.Content
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Refuses an empty file, which is more likely an export that failed than a week in which nothing happened.
  ///
  /// From another program nothing may well come: then it is only said.
  private func checkEmpty(_ bytes: [UInt8], _ session: Session) throws {
    let body = bytes.starts(with: Self.mark) ? bytes.dropFirst(3) : bytes[...]
    guard body.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return }
    guard file == "-" else {
      throw Failure.data(
        "\(file): het bestand is leeg; kijk of het goed is gemaakt en of dit het bedoelde bestand is",
        "\(file): the file is empty; look whether it was made well and is the one you mean")
    }
    session.remark([
      Localized(nl: "er kwam niets binnen: geen enkele regel", en: "nothing came in: not one line")
    ])
  }

  /// Whether the file names columns instead of holding objects.
  private func isCSV(_ bytes: [UInt8]) -> Bool {
    let body = bytes.starts(with: Self.mark) ? bytes.dropFirst(3) : bytes[...]
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    guard let first = body.first(where: { !blanks.contains($0) }),
      first != UInt8(ascii: "{"), first != UInt8(ascii: "[")
    else { return false }
    if file.lowercased().hasSuffix(".csv") { return true }
    let line = body.drop { blanks.contains($0) }.prefix { $0 != 0x0A && $0 != 0x0D }
    let head = String(decoding: line, as: UTF8.self).lowercased()
    let cells = head.split { ";,\t".contains($0) }.map { String($0).replacing("\"", with: "").trimmed }
    return head.hasPrefix("sep=") || cells.contains("command")
  }

  /// The rows of a CSV file, in their order.
  private func rows(_ bytes: [UInt8], _ session: Session) throws -> [Line] {
    let table: CSVFile
    let columns: BatchColumns
    do {
      table = try CSVFile(bytes: bytes, setsAsideWideRows: true)
      columns = try BatchColumns(table)
    } catch let problem as CSVProblem {
      throw Failure.data("\(file): \(problem.nl)", "\(file): \(problem.en)")
    }
    if table.rows.isEmpty, table.wideRows.isEmpty {
      session.remark([
        Localized(
          nl: "\(file): onder de kopregel staat geen enkele rij.",
          en: "\(file): there is not one row below the header.")
      ])
    }
    if table.encoding == .windows1252 {
      session.remark([
        Localized(nl: "\(file): gelezen als Windows-1252.", en: "\(file): read as Windows-1252.")
      ])
    }
    let rows = zip(table.numbers, table.rows).map { number, row in
      Line(number: number, content: .row(BatchRow(columns: columns, cells: row.cells)))
    }
    let wide = table.wideRows.map {
      Line(number: $0.number, content: .wide(found: $0.found, expected: table.header.count))
    }
    return (rows + wide).sorted { $0.number < $1.number }
  }

  /// One transaction for all lines.
  private func together(_ lines: [Line], _ session: Session, _ store: Store) throws -> Int32 {
    do {
      let answers = try store.applying(batch: nil, account: session.surroundings.account) { applied in
        try lines.map { line in
          let answer = try BatchLine(line.number, line.content, applied).carryOut(session, store)
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

  /// A transaction for each hundred lines, or fewer where they take long; others who write get in between.
  private func inGroups(_ lines: [Line], _ session: Session, _ store: Store) throws -> Int32 {
    var batch: Int?
    var answers: [BatchAnswer] = []
    var rest = lines[...]
    while !rest.isEmpty {
      do {
        let done = try store.applying(batch: batch, account: session.surroundings.account) { applied in
          let began = ContinuousClock.now
          var done: [BatchAnswer] = []
          for line in rest.prefix(Self.most) {
            done.append(try BatchLine(line.number, line.content, applied).carryOut(session, store))
            if done.count >= Self.fewest, began.duration(to: .now) >= Self.span { break }
          }
          if !applied.isEmpty { batch = applied.batch }
          return done
        }
        rest = rest.dropFirst(done.count)
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
          nl:
            "\(Noun.line.count(done, .nl)) van \(file) vastgelegd, alles na \(last.isRow ? "rij" : "regel") \(last.line) niet",
          en:
            "\(Noun.line.count(done, .en)) of \(file) recorded, nothing after \(last.isRow ? "row" : "line") \(last.line)"
        )))
  }

  /// A batch of all or nothing that met a line which is refused.
  private struct Abandoned: Error {
    var answer: BatchAnswer
  }

  private func write(_ answers: [BatchAnswer], _ session: Session) {
    for answer in answers {
      if session.format == .json { session.console.out(answer.json.compact) }
      guard !answer.isAccepted, session.format != .json else { continue }
      let line =
        session.text(answer.place(in: file)) + ": "
        + TerminalText.clean(session.named(session.text(answer.message)))
      // In a file a line of ours is a line there; only a terminal has an edge.
      let lines = session.console.width.map { TerminalText.hang(line, width: $0, indent: 2) } ?? [line]
      lines.forEach(session.console.err)
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
