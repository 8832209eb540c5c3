import Testing

/// Pages of `Documentation`: every command in them answers as it says there; `CYCLUS_RECORD=1` writes the answers anew.
@Suite struct CalendarsPageTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Documentation/"

  @Test(arguments: [("Calendars", "2026-11-22"), ("WhyDate", "2026-02-03")])
  func everyCommandOfThePageAnswersAsItSays(page: String, today: String) throws {
    let path = "\(Self.folder)\(page).md"
    let text = String(decoding: try #require(TextFile.read(path)), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var stage = TranscriptStage(TranscriptTests.inProcess)
    defer { stage.strike() }
    // A page that makes its own database begins without one.
    if !text.contains("$ cyclus init") { stage.begin([]) }
    _ = stage.prepare("today \(today)", [])
    _ = stage.prepare("lang en", [])
    var (written, files, commands): ([String], [String], Int) = ([], [], 0)
    while let line = lines.popFirst() {
      written.append(line)
      if let name = line.wholeMatch(of: #/<!-- given (\S+) -->/#).map({ String($0.output.1) }) {
        #expect(stage.prepare("given \(name)", []) == nil)
      } else if let name = line.wholeMatch(of: #/<!-- file (\S+) -->/#).map({ String($0.output.1) }) {
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
    let now = written.joined(separator: "\n")
    guard now != text else { return }
    if TranscriptTests.records { TextFile.write(Array(now.utf8), to: path) }
    Issue.record("the page says something else; CYCLUS_RECORD=1 writes it anew:\n\(now)")
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
