import CyclusCore
import Testing

@testable import CyclusCLI

/// How a refusal words what a workflow file says.
@Suite struct ReportTests {
  private static let workflows =
    TranscriptStage.transcripts.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Workflows"

  /// The keys that the shipped workflows call assumed.
  private static func assumed() -> Set<String> {
    let files = TextFile.names(in: workflows).filter { $0.hasSuffix(".yaml") }
    let texts = files.compactMap { TextFile.read(workflows + "/" + $0) }.map {
      String(decoding: $0, as: UTF8.self)
    }
    let lists = texts.flatMap { $0.matches(of: /assumed: \[([^\]]*)\]/).map { String($0.output.1) } }
    return Set(lists.flatMap { $0.split(separator: ",").map { String($0).trimmed } })
  }

  @Test func everyKeyThatAShippedWorkflowAssumesHasWords() {
    let keys = Self.assumed()
    #expect(keys.isSuperset(of: ["due", "warn-without", "confirm", "scale", "alone", "agreement-within"]))
    for key in keys {
      let text = Report.rule(Citation(assumed: [key]), .nl)
      #expect(text != "aangenomen: \(key)", "\(key)")
    }
  }

  @Test(arguments: [
    ("asked-with", "wanneer gevraagd", "when asked"),
    ("when", "voor wie het geldt", "for whom it holds"),
    ("signed-with", "waarmee ondertekend", "what signs it"),
    ("leave-when", "wanneer de fase klaar is", "when the phase is done"),
  ])
  func aKeyThatFewFilesAssumeHasItsWords(key: String, nl: String, en: String) {
    #expect(Report.rule(Citation(assumed: [key]), .nl) == "aangenomen: \(nl)")
    #expect(Report.rule(Citation(assumed: [key]), .en) == "assumed: \(en)")
  }

  @Test func whatTwoKeysAreCalledIsSaidOnce() {
    let citation = Citation(rules: ["HAN-35"], assumed: ["due", "within", "route"])
    #expect(Report.rule(citation, .nl) == "HAN-35 (aangenomen: termijn, escalatie)")
    #expect(Report.rule(citation, .en) == "HAN-35 (assumed: term, escalation)")
  }
}
