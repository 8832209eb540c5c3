import CyclusCore
import Testing

@testable import CyclusYAML

@Suite struct DocumentationTests {
  let document: String
  let blocks: [String]

  init() throws {
    document = try Examples.text("Documentation/WorkflowFile.md")
    blocks = document.components(between: "```yaml\n", and: "```")
  }

  @Test func everyWholeExampleLoadsWithoutFindings() {
    let whole = blocks.filter { $0.hasPrefix("workflow:") }
    #expect(!whole.isEmpty)
    for text in whole { #expect(Examples.rules(text) == []) }
  }

  @Test func theWorkflowThatANewcomerWroteLoads() throws {
    let page = try Examples.text("Documentation/NewWorkflow.md")
    let file = try #require(page.components(between: "```yaml\n", and: "```").first)
    let result = WorkflowFile.load(file, name: "verpleegkunde.yaml")
    #expect(result.workflow?.id == "verpleegkunde" && result.findings.allSatisfy { $0.severity == .note })
  }

  /// Parts name things of other sections, so only what is wrong with the part itself counts.
  @Test func everyPartOfAnExampleIsReadAsItStands() {
    for text in blocks where !text.hasPrefix("workflow:") {
      let isJudging = text.hasPrefix("judging:")
      let indented = text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
      let head = "gesprekken:\n  g:\n    by: a\n    present: a\n    opens: week 1\n    rule: A-1\n"
      let reading = WorkflowFile.read(isJudging ? head + indented : text)
      let own = reading.findings.filter { !$0.path.isEmpty && !Self.ofOtherSections.contains($0.rule) }
      #expect(own.map(\.message.en) == [], "\(text)")
    }
  }

  @Test func everyKeyIsDescribed() throws {
    let reading = WorkflowFile.read(try Examples.text("Workflows/han-wpl2-lj2.yaml"))
    #expect(reading.vocabulary.count >= 25)
    for (kind, keys) in reading.vocabulary {
      for key in keys.sorted() where kind != "title" {
        let isDescribed = document.contains("`\(key)`") || document.contains("`\(key):")
        #expect(isDescribed, "the key \(key) of a \(kind) is not described")
      }
    }
  }

  @Test func everyKeyStandsInAnExample() throws {
    let examples = blocks.joined(separator: "\n")
    let readings = try ShippedWorkflows.all.map {
      WorkflowFile.read(try Examples.text("Workflows/\($0.name)"))
    }
    var known: [String: Set<String>] = [:]
    for reading in readings { known.merge(reading.vocabulary.mapValues { Set($0) }) { $0.union($1) } }
    #expect(known.count >= 30)
    for (kind, keys) in known {
      for key in keys.sorted() where kind != "title" {
        let written = examples.ranges(of: key + ":").contains { range in
          guard range.lowerBound > examples.startIndex else { return true }
          return " {,\n".contains(examples[examples.index(before: range.lowerBound)])
        }
        #expect(written, "the key \(key) of a \(kind) stands in no example")
      }
    }
  }

  @Test func everyRuleOfAFindingIsDescribed() {
    for name in BrokenFileTests.names {
      let text = (try? Examples.text("Tests/CyclusYAMLTests/Broken/\(name).yaml")) ?? ""
      for rule in Examples.rules(text) { #expect(document.contains("`\(rule)`"), "\(rule)") }
    }
  }

  @Test func everyPhraseIsDescribed() {
    let forms =
      Phrases.openings.forms.map(\.text) + Phrases.deadlines.forms.map(\.text)
      + Phrases.presences.forms.map(\.text)
    for form in forms { #expect(document.contains("`\(form)`"), "\(form)") }
  }

  private static let ofOtherSections: Set = [
    "UnknownName", "OutsideTimeline", "NeverOpens", "NeverNeeded", "JudgedWhere", "NeverConfirmed",
    "NeverRead",
    "RungsInVain", "EndInVain",
  ]
}

extension String {
  /// The texts that stand between an opening and the next closing mark.
  func components(between open: String, and close: String) -> [String] {
    split(separator: open, omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstRange(of: close).map { String(part[..<$0.lowerBound]) }
    }
  }
}
