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
        mostOfAWait: 1, undecided: undecided, terminated: terminated)
    ).map(\.nl)
  }

  @Test func howFarItWalkedIsSaid() {
    #expect(Self.lines(departures: 1)[0] == "doorlopen: 9 toestanden, 20 stappen")
    #expect(
      Self.lines(departures: 1)[2]
        == "uit elke toestand die niet voortijdig eindigde, is het gewone einde te bereiken")
    #expect(
      Self.lines(departures: 1)[3] == "wat alleen in dagen, nummers of tekst verschilt, telt als één toestand"
    )
    #expect(Self.lines(departures: 1, isWhole: true)[1] == "dat is alles wat kan gebeuren")
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
