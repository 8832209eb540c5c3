import CyclusYAML
import Testing

@testable import CyclusCore

/// Walks through workflows: those that ship, and some with a fault that no rule about the file alone can see.
@Suite struct ExplorerTests {
  private static func text(_ name: String) throws -> String {
    try #require(ShippedWorkflows.all.first { $0.name == name }).text
  }

  @Test(arguments: ShippedWorkflows.all.map(\.name))
  func fromNoStateOfAShippedWorkflowIsTheEndOutOfReach(_ name: String) throws {
    let (result, exploration) = WorkflowFile.explore(try Self.text(name), name: name, mostStates: 800)
    let walk = try #require(exploration)
    #expect(walk.stuck.isEmpty)
    #expect(
      !result.findings.contains { ["NoWayToTheEnd", "LastResort", "NeverCompleted"].contains($0.rule) })
    #expect(walk.states >= 700 && walk.steps > 300 && walk.undecided == 0)
    #expect(walk.departures != nil, "not even the usual course was walked to its end")
    // Something is only proven where the walk came to the end itself.
    #expect(walk.taken.ways.contains { $0.hasSuffix("> \(Way.completed)") })
    // A round that fell on the last day asked a talk more for each one that was flagged: a thousand in one night.
    #expect((1..<120).contains(walk.mostOfAWait), "\(walk.mostOfAWait)")
  }

  /// A fault in the workflow for guidance during a placement, the phase in which people are stuck, and what holds them.
  struct Fault: CustomTestStringConvertible {
    var name: String
    /// What is replaced in the file, and by what.
    var of: [String: String]
    var phase: String
    var holds: String

    var testDescription: String { name }
  }

  private static let faults = [
    Fault(
      name: "every way on needs the judgement that is asked only behind it",
      of: [
        "laatste-bpv: no}, needs: [every bezoek closed]}":
          "laatste-bpv: no}, needs: [every bezoek closed, beoordeling-bedrijf assessed]}",
        "- {to: beoordeling-bedrijf, when: {laatste-bpv: yes}}":
          "- {to: beoordeling-bedrijf, when: {laatste-bpv: yes}, needs: [beoordeling-bedrijf assessed]}",
      ], phase: "volgende-bezoeken", holds: "door bpv-bedrijf")
  ]

  private static func text(with fault: Fault) throws -> String {
    var text = try text("bpv-begeleiding.yaml")
    for (before, after) in fault.of {
      #expect(text.ranges(of: before).count == 1)
      text = text.replacing(before, with: after)
    }
    return text
  }

  @Test(arguments: faults) func aFaultThatLeavesPeopleStuckIsToldAsAHistory(_ fault: Fault) throws {
    let (result, exploration) = WorkflowFile.explore(
      try Self.text(with: fault), name: "f", mostStates: 500)
    let walk = try #require(exploration)
    let stuck = try #require(walk.stuck.first)
    #expect(stuck.phase == fault.phase)
    #expect(stuck.hindrances.contains { $0.nl.contains(fault.holds) }, "\(stuck.hindrances.map(\.nl))")
    let finding = try #require(result.findings.first { $0.rule == "NoWayToTheEnd" })
    #expect(result.workflow == nil && finding.line != nil)
    #expect(finding.story.count == stuck.story.count)
  }

  /// A way back that is always open, and one to the end that never is.
  private static let circle = """
    gesprekken:
      voortgang: {by: student, present: [student, begeleider], opens: in phase een, rule: A-1}
    phases:
      - {phase: een, leave-when: [voortgang held], next: twee, rule: A-1}
      - phase: twee
        next:
          - {to: end, when: {not: {recorded: voortgang held}}}
          - {to: een, when: {recorded: voortgang held}}
        rule: A-1
    """

  @Test func aCircleWithoutAWayOutIsToldByItsPhases() throws {
    let text = Written.head + Self.circle
    let (result, exploration) = WorkflowFile.explore(text, name: "f", mostStates: 800)
    let walk = try #require(exploration)
    #expect(walk.isWhole && !walk.completes)
    #expect(result.workflow == nil)
    let finding = try #require(result.findings.first { $0.severity == .error })
    #expect(finding.rule == "NoWayToTheEnd")
    #expect(finding.story.last?.nl.hasPrefix("daarna: het gaat steeds rond: ") ?? false)
  }

  /// Hours that have to be signed in a block, and weekly talks that were missed.
  private static let counted = """
    gesprekken:
      weekgesprek:
        {by: student, present: [student, begeleider], each: week, rule: A-1}
    documents:
      urenstaat: {by: student, each: block, due: end of its period, signed-by: begeleider, rule: A-1}
    counters:
      uren: {unit: {nl: uur, en: hours}, signed-with: urenstaat, rule: A-1}
    phases:
      - phase: een
        leave-when: [at least 10 uren signed in this block, every weekgesprek held]
        rule: A-1
    """

  @Test func aWorkflowInWhichNoTrajectCanBeginIsAnError() throws {
    let text =
      Written.head + """
        free-days:
          rule: A-1
          periods:
            - {from: 2026-03-02, to: 2036-03-02, name: Vakantie}
        gesprekken:
          voortgang: {by: student, present: [student, begeleider], opens: in phase een, rule: A-1}
        phases:
          - {phase: een, leave-when: [voortgang held], rule: A-1}
        """
    let (result, exploration) = WorkflowFile.explore(text, name: "f", mostStates: 100)
    #expect(try #require(exploration).states == 0)
    let finding = try #require(result.findings.first { $0.severity == .error })
    #expect(finding.rule == "NeverBegins" && result.workflow == nil)
    #expect(finding.message.nl.hasPrefix("er kan geen traject beginnen: "))
    #expect(finding.message.nl.count > "er kan geen traject beginnen: ".count)
    #expect(finding.remedy.nl == "maak dat een traject met de verplichte rollen en parameters kan beginnen")
  }

  /// A second block that begins on a date, later than ten weeks on.
  @Test func aDateOnWhichALaterBlockBeginsIsFound() throws {
    let text =
      Written.head.replacing(
        "  - {block: blok-1, weeks: 20, rule: T-01}",
        with:
          "  - {block: blok-1, weeks: 20, rule: T-01}\n  - {block: blok-2, starts: begin-blok-2, weeks: 4, rule: T-01}"
      ) + """
        parameters:
          begin-blok-2: {date: true, required: true, title: {nl: begin van blok 2, en: start of block 2}, rule: A-1}
        gesprekken:
          voortgang: {by: student, present: [student, begeleider], opens: in phase een, rule: A-1}
        phases:
          - {phase: een, leave-when: [voortgang held], rule: A-1}
        """
    let (result, exploration) = WorkflowFile.explore(text, name: "f", mostStates: 100)
    #expect(try #require(exploration, "\(result.rendered(in: .en))").states > 0)
    #expect(result.workflow != nil)
  }

  @Test func whatIsCountedAndWhatIsRecordedAfterwardsLeadsToTheEnd() throws {
    let text = Written.head + Self.counted
    let (result, exploration) = WorkflowFile.explore(text, name: "f", mostStates: 300)
    let walk = try #require(exploration)
    #expect(walk.completes && walk.undecided == 0)
    #expect(result.workflow != nil, "\(result.findings.map(\.message.en))")
  }

  @Test func aHistoryThatIsToldCanBeDoneAgain() throws {
    let fault = Self.faults[0]
    let text = try Self.text(with: fault)
    let workflow = try #require(WorkflowFile.load(text, name: "f").workflow)
    let explorer = Explorer(workflow, mostStates: 500)
    let stuck = try #require(explorer.explore().stuck.first)
    // Every act once more, by the engine alone.
    var (traject, rulebook) = try #require(
      explorer.beginnings().first { $0.words == stuck.beginning }.map {
        ($0.situation.traject, $0.situation.rulebook)
      })
    for step in stuck.steps {
      switch step.deed {
      case .act(let actor, let command):
        let occasion = Occasion(actor: actor, happened: step.happened ?? step.on, today: step.on)
        traject = traject.applying(try Standing(traject, rulebook).decide(command, on: occasion).entries)
        rulebook = try Rulebook(workflow: workflow, traject: traject)
      case .wait(let until): traject = traject.applying(traject.flagging(rulebook, today: until))
      case .postpone: break
      }
    }
    #expect(traject.phase == stuck.left && !traject.hasEnded)
  }
}
