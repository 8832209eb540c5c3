import Testing

/// `Documentation/Calendars.md`: every command in it answers as it says there; `CYCLUS_RECORD=1` writes the answers anew.
@Suite struct CalendarsPageTests {
  private static let path =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Documentation/Calendars.md"

  @Test func everyCommandOfThePageAnswersAsItSays() throws {
    let text = String(decoding: try #require(TextFile.read(Self.path)), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var stage = TranscriptStage(TranscriptTests.inProcess)
    defer { stage.strike() }
    _ = stage.prepare("today 2026-11-22", [])
    _ = stage.prepare("lang en", [])
    var (written, files, commands): ([String], [String], Int) = ([], [], 0)
    while let line = lines.popFirst() {
      written.append(line)
      if let name = line.wholeMatch(of: #/<!-- file (\S+) -->/#).map({ String($0.output.1) }) {
        let body = Array(lines.dropFirst().prefix { $0 != "```" })
        files.append(name)
        #expect(stage.prepare("file \(name)", body) == nil)
      } else if line == "```console" {
        let block = Array(lines.prefix { $0 != "```" })
        lines = lines.dropFirst(block.count)
        for command in block where command.hasPrefix("$ ") {
          commands += 1
          written += [command] + Self.answer(stage, String(command.dropFirst(2)), files)
        }
      }
    }
    #expect(commands >= 4)
    let page = written.joined(separator: "\n")
    guard page != text else { return }
    if TranscriptTests.records { TextFile.write(Array(page.utf8), to: Self.path) }
    Issue.record("the page says something else; CYCLUS_RECORD=1 writes it anew:\n\(page)")
  }

  /// What a command says, as it looks to somebody in the folder of the files.
  private static func answer(_ stage: TranscriptStage, _ command: String, _ files: [String]) -> [String] {
    let placed = files.reduce(command) { $0.replacing(" \($1)", with: " ~/\($1)") }
    return stage.answer(placed).map { line in
      let line = line.hasPrefix("! ") ? String(line.dropFirst(2)) : line
      return line.replacing("/tmp/cyclus.FOLDER/", with: "")
    }
  }
}
