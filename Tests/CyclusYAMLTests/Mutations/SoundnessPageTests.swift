import Foundation
import Testing

/// The lists of `Documentation/Soundness.md` say what the rules say; `CYCLUS_RECORD=1` writes them anew.
///
/// Recording fails the run, so that somebody looks at what changed.
@Suite(.serialized) struct SoundnessPageTests {
  private static let page = "Documentation/Soundness.md"
  private static let rules = "Sources/CyclusCore/Soundness/Rules"

  @Test func theRulesAreThoseOfTheSources() throws {
    let folder = Examples.package.appendingPathComponent(Self.rules)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let rows = try files.filter { !$0.contains("+") }.map { file in
      let text = try Examples.text("\(Self.rules)/\(file)")
      return "| \(Self.names(in: text, of: file).joined(separator: ", ")) | \(Self.sentence(in: text)) |"
    }
    try expect("rules", ["| says | finds |", "|---|---|"] + rows)
  }

  /// `MutationTests` holds what each fault finds against what the rules say.
  @Test func theFaultsAreFoundAsThePageTells() throws {
    for workflow in MutatedWorkflow.all {
      let rows = workflow.mutations.flatMap { mutation in
        mutation.finds.enumerated().map { index, found in
          let fault = index == 0 ? mutation.fault : ""
          return "| \(fault) | `\(found.rule)` | \(found.text.replacing("|", with: "\\|")) |"
        }
      }
      try expect(workflow.id, ["| fault | found by | says |", "|---|---|---|"] + rows)
    }
  }

  /// The names under which a rule shows its findings, its own first.
  private static func names(in text: String, of file: String) -> [String] {
    let own = "`\(file.prefix { $0 != "." })`"
    var names: [String] = []
    for match in text.matches(of: /(?:rule: |fault\(\s*)"([A-Z][A-Za-z]+)"/) {
      let name = "`\(match.output.1)`"
      if !names.contains(name) { names.append(name) }
    }
    return names.filter { $0 == own } + names.filter { $0 != own }
  }

  /// The first sentence of a file: what the rule finds.
  private static func sentence(in text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix {
      $0.hasPrefix("/// ")
    }
    let sentence = lines.map { $0.dropFirst(4) }.joined(separator: " ")
    let what = sentence.trimmingPrefix(#/(Finds|Notes) /#)
    return what.hasSuffix(".") ? String(what.dropLast()) : String(what)
  }

  /// Holds a part of the page against what it should be, or writes it.
  private func expect(_ part: String, _ lines: [String]) throws {
    let page = try Examples.text(Self.page)
    let (open, close) = ("<!-- \(part) -->\n", "\n<!-- end of \(part) -->")
    let body = try #require(page.components(between: open, and: close).first, "no part \(part)")
    let expected = lines.joined(separator: "\n")
    if body != expected, getenv("CYCLUS_RECORD") != nil {
      let written = page.replacing(open + body + close, with: open + expected + close)
      let file = Examples.package.appendingPathComponent(Self.page)
      try written.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(part): look at it and run again")
      return
    }
    #expect(body == expected)
  }
}
