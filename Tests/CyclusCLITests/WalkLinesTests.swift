import Testing

@testable import CyclusCLI
@testable import CyclusCore

/// What `workflow check` says of how far it walked.
@Suite struct WalkLinesTests {
  private static func lines(
    departures: Int?, undecided: Int = 0, terminated: Int = 0, isWhole: Bool = false, states: Int = 9
  )
    -> [String]
  {
    WorkflowCheckCommand.lines(
      Exploration(
        states: states, steps: 20, departures: departures, isWhole: isWhole, beginnings: [],
        refusedBeginning: [], taken: Taken(),
        stuck: [],
        mostOfAWait: 1, undecided: undecided, terminated: terminated), atMost: 800
    ).map(\.nl)
  }

  @Test func howFarItWalkedIsSaid() {
    #expect(Self.lines(departures: 1)[0] == "doorlopen: 9 toestanden (grens 800), 20 stappen")
    #expect(
      Self.lines(departures: 1)[2]
        == "uit elke toestand die niet voortijdig eindigde, is het gewone einde te bereiken")
    #expect(
      Self.lines(departures: 1)[3] == "wat alleen in dagen, nummers of tekst verschilt, telt als één toestand"
    )
    #expect(Self.lines(departures: 1, isWhole: true)[1] == "er is niets meer te proberen")
    #expect(Self.lines(departures: nil)[1] == "een deel van het gewone verloop; meer met --states")
    #expect(Self.lines(departures: 0)[1] == "het hele gewone verloop; meer met --states")
    #expect(Self.lines(departures: 2)[1] == "alles tot 2 keer tegelijk anders dan gewoon; meer met --states")
    #expect(
      Self.lines(departures: 1, undecided: 4)[2]
        == "uit 5 toestanden is het gewone einde te bereiken; verder is niet gekeken")
    // What ended early leads to no end and is not counted with what does.
    #expect(
      Self.lines(departures: 1, undecided: 4, terminated: 2)[2]
        == "uit 3 toestanden is het gewone einde te bereiken; verder is niet gekeken")
  }
}

/// How a finding fits a terminal.
@Suite struct FindingPageTests {
  @Test func aFindingFitsTheTerminalAndItsCaretStaysInPlace() throws {
    var finding = Finding(
      .error, rule: "Test",
      message: Localized("er ontbreekt iets dat " + String(repeating: "lang is ", count: 12)),
      remedy: Localized("vul het aan"), path: [])
    (finding.line, finding.column) = (1, 101)
    finding.story = [Localized(String(repeating: "stap na stap ", count: 9))]
    let line = String(repeating: "a", count: 100) + "X" + String(repeating: "b", count: 100)
    let source = SourceFile(name: "lang.yaml", text: line)
    let lines = source.rendered(finding, in: .nl, on: Console(sink: ConsoleRecording(), width: 60).page)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count > 5 && lines.allSatisfy { $0.count <= 60 }, "\(lines)")
    let caret = try #require(lines.firstIndex { $0.hasSuffix("^") })
    #expect(Array(lines[caret - 1])[lines[caret].count - 1] == "X")
    // Where output is no terminal, a line stays whole.
    #expect(Console(sink: ConsoleRecording()).page == nil)
    #expect(source.rendered(finding, in: .nl).contains(line))
  }
}
