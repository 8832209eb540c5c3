import CyclusCore
import CyclusYAML
import Testing

@Suite struct HostileTextTests {
  /// Loads a text and gives the rules found, provided that it took less than two seconds.
  private func rulesInTime(_ text: String) -> [String] {
    var rules: [String] = []
    let time = ContinuousClock().measure { rules = Examples.rules(text) }
    #expect(time < .seconds(60))
    return rules
  }

  @Test func anAliasBombIsRefused() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      bomb +=
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
        + "]\n"
    }
    #expect(rulesInTime(bomb) == ["Anchor"])
  }

  @Test func anAliasBombInKeysBehindConfusingQuotesIsRefused() {
    var bomb = "t: slb'er's \"x\n"
    bomb += "a0: &a0 [x, x]\n"
    for level in 1...40 { bomb += "a\(level): &a\(level)\n  ? [*a\(level - 1), *a\(level - 1)]\n  : x\n" }
    #expect(rulesInTime(bomb) == ["Anchor"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: "])
  func nestingOfTenThousandIsRefused(opening: String) {
    #expect(rulesInTime(String(repeating: opening, count: 10_000)) == ["TooDeep"])
    #expect(
      rulesInTime("title: it's (\"fine\n" + "deep: " + String(repeating: opening, count: 10_000)).count == 1)
  }

  @Test func nestingByIndentationIsRefused() {
    let deep = (0..<1_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(rulesInTime(deep) == ["TooDeep"])
  }

  @Test func aFileOfMoreThanAMegabyteIsRefused() throws {
    let result = WorkflowFile.load(String(repeating: "# vol\n", count: 200_000), name: "vol.yaml")
    let finding = try #require(result.findings.first)
    #expect(result.findings.count == 1)
    #expect(finding.rule == "TooLarge")
    #expect(
      finding.message == Localized(nl: "dit bestand is groter dan 1 MB", en: "this file is larger than 1 MB"))
    #expect(
      finding.remedy
        == Localized(
          nl: "een workflow is een paar duizend regels; is dit het juiste bestand?",
          en: "a workflow has a few thousand lines; is this the right file?"))
  }

  @Test func aMegabyteOfOneListIsRefusedInTime() {
    let many = String(repeating: "x, ", count: 300_000)
    #expect(rulesInTime(Examples.small("wat: [\(many)x]\n")) == ["TooLarge"])
  }

  @Test func manyKeysThatStandTwiceAreBounded() {
    let twice = (0..<500).map { "a\($0): 1\na\($0): 2\n" }.joined()
    #expect(rulesInTime(twice).contains("Duplicate"))
  }

  @Test(arguments: ["slb'er & co", "Q&A", "2 * 3", "(a *b)", "wat! nu", "'&x'", "\"*x\"", "a, &b"])
  func ordinaryTextWithTheSignsOfAnchorsIsFine(title: String) {
    #expect(Examples.rules(Examples.small("title: \(title)\n")) == [])
  }

  @Test func aBlockOfTextMayHoldAnything() {
    let text = Examples.small("title: |\n  * een\n  &twee [[[ 'drie\n\n  !vier\n")
    #expect(Examples.rules(text) == [])
  }

  @Test func aTextThatGoesOnOnTheNextLineMayBeginWithAStar() {
    #expect(Examples.rules(Examples.small("title: een\n  *twee*\n  &drie\n")) == [])
  }

  @Test(arguments: ["a: &x b", "a: *x", "- &x b", "? *x", "[&x b]", "{a: *x}", "&x a: b", "a:\n  *x"])
  func anAnchorOrAliasIsRefusedWhereverItStands(text: String) {
    #expect(Examples.rules(text) == ["Anchor"])
  }

  @Test(arguments: [
    "\u{0}", "\u{1}", ":", "-", "?", "'", "\"", "[", "{", "]", "%", "@", "`", "a: b: c", "\t", "--- ---",
    "...", "? ", "!!", "|", "- - -", "\u{FEFF}\u{FEFF}",
  ])
  func oddTextsAreRefusedAndNothingWorse(text: String) {
    #expect(!Examples.rules(text).isEmpty)
  }
}
