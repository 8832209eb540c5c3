import CyclusCore
import CyclusYAML
import Foundation
import Testing

/// Each file in `Broken/` has one fault, and beside it the text with what is said about it in Dutch and
/// in English.
///
/// A missing text is written and fails the run, so that somebody looks at it.
@Suite struct BrokenFileTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Broken")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func thereAreAtLeastTwentyFiveBrokenFiles() {
    #expect(Self.names.count >= 25)
  }

  @Test(arguments: names) func aBrokenFileGivesItsExpectedMessage(name: String) throws {
    let file = Self.folder.appendingPathComponent(name + ".yaml")
    let result = WorkflowFile.load(try String(contentsOf: file, encoding: .utf8), name: name + ".yaml")
    #expect(result.workflow == nil)
    #expect(result.findings.contains { $0.severity == .error })
    let rendered = result.rendered(in: .nl) + "\n" + result.rendered(in: .en)
    let expectedFile = Self.folder.appendingPathComponent(name + ".txt")
    guard let expected = try? String(contentsOf: expectedFile, encoding: .utf8) else {
      try rendered.write(to: expectedFile, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name).txt: look at it and run again")
      return
    }
    #expect(rendered == expected)
  }

  @Test(arguments: names) func everyFindingHasAPlaceInTheFile(name: String) throws {
    let file = Self.folder.appendingPathComponent(name + ".yaml")
    let result = WorkflowFile.load(try String(contentsOf: file, encoding: .utf8), name: name)
    for finding in result.findings {
      let line = try #require(finding.line)
      let column = try #require(finding.column)
      #expect(line >= 1 && line <= result.source.lines.count && column >= 1)
    }
  }
}
