import CyclusCLI
import CyclusCore
import Glibc
import Testing

/// What the command line answers, word for word, at 80 columns; `CYCLUS_RECORD=1` writes every answer anew.
@Suite struct TranscriptTests {
  static let names = TextFile.names(in: TranscriptStage.transcripts).filter { $0.hasSuffix(".txt") }
  static let binary = getenv("CYCLUS_BINARY").map { String(cString: $0) }
  static let records = getenv("CYCLUS_RECORD") != nil

  @Test(arguments: names) func commandsAnswerAsTheTranscriptSays(_ name: String) {
    play(name, records: true, isBinary: false, Self.inProcess)
  }

  /// Runs a command line in this process, at 80 columns.
  static let inProcess: TranscriptStage.Runner = { arguments, variables, now in
    let recording = ConsoleRecording()
    let surroundings = Surroundings(variables: variables, account: TranscriptStage.account, now: { now })
    let code = CyclusMain.run(arguments, surroundings, recording.console(width: 80, isTerminal: true))
    return (recording.out, recording.err, code)
  }

  @Test(.enabled(if: binary != nil, "CYCLUS_BINARY names the release binary"), arguments: names)
  func theBinaryAnswersAsTheTranscriptSays(_ name: String) {
    let binary = Self.binary ?? ""
    play(name, records: false, isBinary: true) { arguments, variables, _ in
      TerminalProcess.run(binary, arguments, variables)
    }
  }

  private func play(_ name: String, records: Bool, isBinary: Bool, _ run: @escaping TranscriptStage.Runner) {
    let path = TranscriptStage.transcripts + "/" + name
    guard let bytes = TextFile.read(path) else {
      Issue.record("\(path) cannot be read")
      return
    }
    let transcript = Transcript(String(decoding: bytes, as: UTF8.self))
    let directives = transcript.parts.compactMap {
      if case .directive(let line, _) = $0 { line } else { nil }
    }
    if isBinary, directives.contains("in process") { return }
    var stage = TranscriptStage(run)
    defer { stage.strike() }
    stage.begin(directives)
    var written: [Transcript.Part] = []
    var isNew = false
    for part in transcript.parts {
      var part = part
      switch part {
      case .remark: break
      case .directive(let line, let body):
        if let fault = stage.prepare(line, body) { Issue.record("\(name): > \(line)\n\(fault)") }
      case .command(let command, let expected):
        let answer = stage.answer(command)
        guard answer != expected else { break }
        if records, Self.records || expected.isEmpty {
          isNew = true
          part = .command(command, answer: answer)
        }
        Issue.record("\(name): $ \(command)\n\(Self.difference(expected, answer))")
      }
      written.append(part)
    }
    if isNew { TextFile.write(Array(Transcript.text(of: written).utf8), to: path) }
  }

  private static func difference(_ expected: [String], _ answer: [String]) -> String {
    guard !expected.isEmpty else { return "recorded:\n" + answer.joined(separator: "\n") }
    let changes = answer.difference(from: expected)
    return changes.map { change in
      switch change {
      case .remove(_, let line, _): "- \(line)"
      case .insert(_, let line, _): "+ \(line)"
      }
    }.joined(separator: "\n")
  }
}
