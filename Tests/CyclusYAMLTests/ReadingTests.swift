import CyclusCore
import CyclusYAML
import Testing

@Suite struct ReadingTests {
  @Test func theSmallExampleHasNothingToReport() {
    #expect(Examples.rules(Examples.small()) == [])
  }

  @Test func aTextStaysATextWhateverItLooksLike() throws {
    let text = Examples.small().replacing(
      "version: \"1\"", with: "version: 0612345\ntitle: {nl: no, en: 12:30}")
    let workflow = try #require(WorkflowFile.load(text, name: "x").workflow)
    #expect(workflow.version == "0612345")
    #expect(workflow.title == Localized(nl: "no", en: "12:30"))
  }

  @Test(arguments: [("yes", true), ("true", true), ("no", false), ("false", false)])
  func aYesNoKeyTakesFourWords(word: String, expected: Bool) throws {
    let text = Examples.small().replacing("at: student,", with: "at: student, required: \(word),")
    let workflow = try #require(WorkflowFile.load(text, name: "x").workflow)
    #expect(workflow.role("student")?.isRequired == expected)
  }

  @Test func aByteOrderMarkAndWindowsLineEndsChangeNothing() {
    let windows = "\u{FEFF}" + Examples.small().replacing("\n", with: "\r\n")
    #expect(
      WorkflowFile.load(windows, name: "x").workflow
        == WorkflowFile.load(Examples.small(), name: "x").workflow)
  }

  @Test func aTitleMayBeOneTextOrLeftOut() throws {
    let text = Examples.small("counters:\n  lessen: {title: Lessen, rule: HAN-07}\n  uren: {rule: HAN-07}\n")
    let workflow = try #require(WorkflowFile.load(text, name: "x").workflow)
    #expect(workflow.counters.map(\.title) == [Localized("Lessen"), Localized("uren")])
  }

  @Test func severalParametersInAConditionAllHaveToHold() throws {
    let text = Examples.small(
      """
      parameters:
        regio: {one-of: [noord, zuid], rule: HAN-05}
        tweede-jaar: {yes-no: true, rule: HAN-05}
      tasks:
        bellen:
          by: begeleider
          opens: at the start
          when: {regio: noord, tweede-jaar: yes, not: {recorded: startgesprek held}}
          rule: HAN-27

      """)
    let when = try #require(WorkflowFile.load(text, name: "x").workflow).task("bellen")?.when
    #expect(
      when
        == .all([
          .parameter("regio", is: "noord"), .parameter("tweede-jaar", is: "yes"),
          .not(.recorded(Requirement("startgesprek", .held))),
        ]))
  }

  @Test func everyPhraseIsReadInTheSingularAndThePlural() throws {
    let spans: [(String, Span)] = [
      ("1 day", Span(1, .days)), ("2 days", Span(2, .days)), ("1 working day", Span(1, .workingDays)),
      ("3 working days", Span(3, .workingDays)), ("1 week", Span(1, .weeks)), ("0 weeks", Span(0, .weeks)),
      ("400 working weeks", Span(400, .workingWeeks)), ("1 working week", Span(1, .workingWeeks)),
    ]
    for (phrase, span) in spans {
      let text = Examples.small().replacing(
        "opens: week 1,", with: "opens: week 1, due: \(phrase) after opening,")
      #expect(
        WorkflowFile.load(text, name: "x").workflow?.gesprek("startgesprek")?.due == .afterOpening(span))
    }
  }

  @Test func allFindingsAreReportedAtOnceInTheOrderOfTheFile() {
    let text = Examples.small()
      .replacing("leader: begeleider", with: "leader: iemand")
      .replacing("weeks: 8", with: "weeks: acht")
      .replacing("opens: week 1", with: "opens: ooit")
      .replacing("startgesprek closed", with: "startgesprek approved")
      .replacing("to: actor", with: "to: niemand")
    let rules = ["UnknownName", "WrongType", "BadPhrase", "StepOfItem", "UnknownName"]
    #expect(Examples.rules(text) == rules)
  }

  @Test(arguments: ["begeleidre", "begelieder", "begeleide", "begleider"])
  func aTypingSlipNamesTheNearest(slip: String) throws {
    let text = Examples.small().replacing("leader: begeleider", with: "leader: \(slip)")
    let finding = try #require(WorkflowFile.load(text, name: "x").findings.first)
    #expect(finding.remedy.nl == "bedoelt u `begeleider`?")
    #expect(finding.line == 3 && finding.column == 9 && finding.path == ["leader"])
  }

  @Test func aFindingWithoutAPlaceIsShownWithoutALine() {
    let finding = Finding(.note, rule: "Test", message: Localized("wat"), remedy: Localized("zo"), path: [])
    #expect(SourceFile(name: "x.yaml", text: "").rendered(finding, in: .nl) == "x.yaml: note: [Test] wat; zo")
  }

  @Test func theCaretStandsUnderATabAndAnAccent() {
    var finding = Finding(.error, rule: "Test", message: Localized("wat"), remedy: Localized("zo"), path: [])
    (finding.line, finding.column) = (1, 4)
    let shown = SourceFile(name: "x", text: "\tëñx").rendered(finding, in: .nl)
    #expect(shown == "x:1:4: error: [Test] wat; zo\n\tëñx\n\t  ^")
  }
}
