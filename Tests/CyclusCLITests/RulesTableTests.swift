import Foundation
import Testing

/// The table of rules: each rule that was built has its item and its tests, and the script says so where one lacks.
@Suite struct RulesTableTests {
  static let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func table(_ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", Self.package.appendingPathComponent("Scripts/rules").path] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let written = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, written, said)
  }

  @Test func everyRuleThatWasBuiltHasItsItemAndItsTests() throws {
    let result = try table(["--gaps"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains(", 0 gaps"))
  }

  @Test func aRuleIsPrintedWithItsItemsAndTests() throws {
    let result = try table(["HAN-41"])
    #expect(result.output.contains("han-wpl2-lj2: units.owe-leerstof-verwerken"))
    #expect(
      result.output.contains(
        "shows    FormReferenceTests.theUnitWithIctHasTheResultOfItsSummativeOutcome"))
  }

  @Test func whatLacksIsNamedAndFails() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    // Not written out, as the script would read it here too.
    let mark = "//"
    let files = [
      "Documentation/Rules.md": """
      For the workflow `voorbeeld`.

      | HAN-01 | One. | A role. [refuses, opens] | 0.1 |
      | HAN-02 | Two. | A corner. [shows] | not yet |
      | HAN-03 | Three. | A document. [dates] | 0.1 |
      """,
      "Workflows/voorbeeld.yaml": """
      # example
      workflow: voorbeeld
      roles:
        student: {at: student, rule: [HAN-01, HAN-99]}
        begeleider:
          at: institute
          rule: HAN-02
      """,
      "Tests/SomeTests.swift": """
      \(mark) HAN-01 refuses
      @Test func nobodyElse() {}
      \(mark) HAN-01 proves
      @Test func something() {}
      \(mark) HAN-03 dates
      func noTest() {}
      """,
      "Sources/Empty.swift": "",
    ]
    for (path, text) in files {
      let file = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let result = try table(["--gaps", "--root", root.path])
    #expect(result.status == 1)
    for gap in [
      "HAN-01: no test with «// HAN-01 opens»", "HAN-01: no test of what it allows",
      "HAN-02: the catalogue says «not yet», and voorbeeld: roles.begeleider names it",
      "HAN-03: no item of voorbeeld names it, and no place in Sources",
      "voorbeeld.yaml:4: HAN-99 is not in the catalogue", "«proves» is none of",
      "SomeTests.swift:5: no test stands below this comment",
    ] { #expect(result.errors.contains(gap), "\(gap) in \(result.errors)") }
  }
}
