import Foundation
import Testing

/// `Scripts/messages`: every message that a person can see stands in a transcript, a finding or a test.
@Suite struct ShownMessagesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the script of this package on a folder; the lines that it lists, and its exit code.
  private func unshown(in folder: URL) throws -> (lines: [String], code: Int32) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", Self.root.appending(path: "Scripts/messages").path, "--root", folder.path,
    ]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (text.split(separator: "\n").map(String.init), process.terminationStatus)
  }

  /// A package of one source and one transcript.
  private func unshown(source: String, transcript: String) throws -> (lines: [String], code: Int32) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "messages-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in [("Sources/A.swift", source), ("Tests/CyclusCLITests/Transcripts/1.txt", transcript)]
    {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try unshown(in: folder)
  }

  private static let source =
    #"let a = Localized(nl: "de \(b) is te lang: maak haar korter", en: "\(b) is long")"#

  @Test func everyMessageIsShownSomewhere() throws {
    let unshown = try unshown(in: Self.root)
    #expect(unshown.lines == [])
    #expect(unshown.code == 0)
  }

  @Test func aMessageThatNothingShowsIsListedWithItsPlace() throws {
    let unshown = try unshown(source: Self.source, transcript: "$ cyclus board\n! de rij is te kort\n? 1\n")
    #expect(unshown.lines == ["Sources/A.swift:1: de … is te lang: maak haar korter"])
    #expect(unshown.code == 1)
  }

  @Test func aMessageThatIsWrappedOnStandardErrorIsShown() throws {
    let transcript = "$ cyclus board\n! cyclus: de rij is te lang:\n!   maak haar korter\n? 1\n"
    let unshown = try unshown(source: Self.source, transcript: transcript)
    #expect(unshown.lines == [])
    #expect(unshown.code == 0)
  }

  @Test func aPartOfAnotherWordShowsNoMessage() throws {
    let source = #"let a = Localized(nl: "rol", en: "role")"#
    #expect(try unshown(source: source, transcript: "$ cyclus board\ncontrole\n").code == 1)
    #expect(try unshown(source: source, transcript: "$ cyclus board\nde rol.\n").code == 0)
  }

  @Test func aPairOfNothingButValuesIsNoMessage() throws {
    let unshown = try unshown(
      source: #"let a = Localized(nl: "\(b) · \(c)", en: "\(d) · \(e)")"#, transcript: "")
    #expect(unshown.code == 0)
  }
}
