import CyclusCore
import CyclusYAML
import Foundation
import Testing

@testable import CyclusCLI

/// `workflow coverage` on the examples that ship, and on examples that were changed.
@Suite struct CoverageTests {
  private static let workflows = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Workflows")
  private static let small = "sd-voortgangsgesprek"

  private static func coverage(_ id: String, _ arguments: String...) -> (out: String, code: Int32) {
    let recording = ConsoleRecording()
    let surroundings = Surroundings(
      variables: [:], account: "test", now: { Instant("2026-02-02T16:00:00Z") ?? Instant(milliseconds: 0) })
    let file = workflows.appending(path: "\(id).yaml").path
    let code = CyclusMain.run(
      ["workflow", "coverage", file] + arguments, surroundings, Console(sink: recording))
    return (recording.out + recording.err, code)
  }

  /// Plays the examples of the small workflow after a change to one of them; `nil` takes it away.
  private func changed(_ name: String, _ change: ((String) -> String)?) throws -> (out: String, code: Int32) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "examples-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Self.workflows.appending(path: "examples/\(Self.small)"), to: folder)
    let file = folder.appending(path: "\(name).jsonl")
    let text = try String(contentsOf: file, encoding: .utf8)
    if let change {
      let new = change(text)
      #expect(new != text)
      try new.write(to: file, atomically: true, encoding: .utf8)
    } else {
      try FileManager.default.removeItem(at: file)
    }
    return Self.coverage(Self.small, "--examples", folder.path, "--lang", "en")
  }

  // Soundness 4: the examples of each shipped workflow take all that it can show.
  @Test(arguments: ShippedWorkflows.all.map(\.id)) func theExamplesTakeAllOfTheWorkflow(_ id: String) {
    let (out, code) = Self.coverage(id)
    #expect(code == 0, "\(out)")
  }

  @Test func withoutAnExampleWhatItAloneTakesIsNamed() throws {
    let (out, code) = try changed("evc-te-laat", nil)
    #expect(code == 1)
    #expect(out.contains("[grant evc made too late]"), "\(out)")
    #expect(out.split(separator: "\n").count { $0.contains("refusal: ") } == 1, "\(out)")
  }

  @Test func withoutTheLastLinesTheWayToTheEndIsNamed() throws {
    let (out, code) = try changed("gewoon-verloop") { text in
      text.split(separator: "\n").dropLast(1).joined(separator: "\n") + "\n"
    }
    #expect(code == 1)
    for item in ["[kaarten-bijgewerkt -> completed]", "[completed]"] { #expect(out.contains(item), "\(out)") }
  }

  @Test func aRefusalThatIsNotAnnouncedIsAFindingWithItsLine() throws {
    let (out, code) = try changed("uitgeschreven") { text in
      text.replacing(
        #""as": "BERK", "command": "terminate""#, with: #""as": "9900001", "command": "terminate""#)
    }
    #expect(code == 1)
    #expect(out.contains("uitgeschreven.jsonl:3: refused: "), "\(out)")
  }

  @Test func aRefusalThatDoesNotComeIsAFindingWithItsLine() throws {
    let (out, code) = try changed("uitgeschreven") { text in
      text.replacing(#""uitgeschreven"}"#, with: #""uitgeschreven", "refused": "docent"}"#)
    }
    #expect(code == 1)
    #expect(out.contains("uitgeschreven.jsonl:3: terminate was accepted"), "\(out)")
  }

  @Test func aRefusalForSomethingElseIsAFindingWithItsLine() throws {
    let (out, code) = try changed("evc-te-laat") { text in
      text.replacing("telt bij dit gesprek niet mee", with: "geen bewijs")
    }
    #expect(code == 1)
    #expect(out.contains("evc-te-laat.jsonl:6: refused: "), "\(out)")
    #expect(out.contains("it is not the refusal for “geen bewijs” that was expected"), "\(out)")
  }

  @Test func nothingIsLeftBehindAndTheSameAnswerComesTwice() {
    #expect(Self.coverage(Self.small, "--all").out == Self.coverage(Self.small, "--all").out)
  }
}
