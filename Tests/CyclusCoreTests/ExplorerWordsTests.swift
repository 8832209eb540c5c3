import CyclusYAML
import Testing

@testable import CyclusCore

/// What a walk says, on walks that are made up: each kind of finding, and the words of what people do in it.
@Suite struct ExplorerWordsTests {
  private static func workflow(_ name: String) throws -> Workflow {
    let file = try #require(ShippedWorkflows.all.first { $0.name == name })
    return try #require(WorkflowFile.load(file.text, name: name).workflow)
  }

  static func walk(_ taken: Taken, stuck: [Exploration.Stuck] = [], departures: Int? = 3) -> Exploration {
    Exploration(
      states: 9, steps: 20, departures: departures, isWhole: false, beginnings: [], taken: taken,
      stuck: stuck,
      mostOfAWait: 1, undecided: 0, seen: [:])
  }

  @Test func whatNoHistoryTakesIsNamedWithItsPlace() throws {
    let workflow = try Self.workflow("han-wpl2-lj2.yaml")
    var taken = Taken()
    taken.asked = ["verslag-startgesprek.submitted"]
    taken.ways = ["eindbeoordeling > completed"]
    let none = Self.walk(taken).findings(in: workflow).map(\.message.nl)
    let deep = ", ook niet als er 3 keer tegelijk van het gewone verloop wordt afgeweken"
    for said in [
      "geen verloop komt in fase `kennismaking`", "geen verloop vraagt of doet `startgesprek`",
      "`verslag-startgesprek` wordt gevraagd, maar niemand kan het doen",
      "niets opent de escalatie `zorg-leeruitkomst`", "niets blokkeert met `professionele-houding`",
    ] { #expect(none.contains(said + deep), "\(said)") }
    taken.phases = Set(workflow.phases.map(\.id))
    taken.escalations = ["voortijdig-beeindigen x"]
    taken.blocks = ["professionele-houding"]
    let some = Self.walk(taken).findings(in: workflow)
    for said in [
      "geen verloop neemt de weg van `instroom` naar `kennismaking`",
      "niemand kan `voortijdig-beeindigen` beslissen met `beeindigen`",
      "niemand kan de blokkade `professionele-houding` opheffen",
    ] { #expect(some.contains { $0.message.nl == said + deep }, "\(said)") }
    #expect(
      some.allSatisfy {
        $0.severity == .warning && $0.remedy.nl == "maak er een weg naartoe, of haal het weg"
      })
    #expect(Self.walk(taken, departures: 2).findings(in: workflow).isEmpty)
  }

  @Test func aDeadEndIsToldStepByStep() throws {
    let workflow = try Self.workflow("han-wpl2-lj2.yaml")
    var stuck = Exploration.Stuck(
      phase: "kennismaking", beginning: Localized("begin"), steps: [], hindrances: [], isCircle: false,
      states: 2)
    let finding = try #require(Self.walk(Taken(), stuck: [stuck]).findings(in: workflow).first)
    #expect(finding.severity == .error)
    #expect(
      finding.message.nl
        == "hierna komt niemand meer bij het gewone einde (fase kennismaking, in 2 van de 9 toestanden)")
    #expect(finding.remedy.nl == "neem weg wat tegenhoudt, of geef een weg eromheen")
    #expect(finding.story.map(\.nl) == ["begin: begin", "daarna is er niets meer te doen"])
    stuck.hindrances = [Localized("het verslag ontbreekt")]
    let held = try #require(Self.walk(Taken(), stuck: [stuck]).findings(in: workflow).first)
    #expect(held.story.last?.nl == "dan houdt tegen: het verslag ontbreekt")
    stuck.isCircle = true
    stuck.hindrances = [Localized("het gaat steeds rond: een → twee → een")]
    let round = try #require(Self.walk(Taken(), stuck: [stuck]).findings(in: workflow).first)
    #expect(round.story.last?.nl == "daarna: het gaat steeds rond: een → twee → een")
  }

  @Test func aWalkThatNeverCompletesSaysSo() throws {
    let workflow = try Self.workflow("han-wpl2-lj2.yaml")
    let finding = try #require(Self.walk(Taken(), departures: 1).findings(in: workflow).first)
    #expect(finding.severity == .error && finding.rule == "NeverCompleted")
    #expect(
      finding.message.nl == "van de 9 toestanden die zijn doorlopen komt er geen bij het gewone einde")
    #expect(
      finding.remedy.nl == "kijk wanneer de weg naar het einde openstaat, en of iemand daar kan komen")
    #expect(finding.path == ["phases", "beslissing", "next"])
    // Of a walk that was broken off on the usual course nothing can be said.
    #expect(Self.walk(Taken(), departures: 0).findings(in: workflow).isEmpty)
  }

  @Test(arguments: ShippedWorkflows.all.map(\.name)) func everyActIsToldInPlainWords(_ name: String) throws {
    let workflow = try Self.workflow(name)
    let explorer = Explorer(workflow, mostStates: 60)
    let beginnings = explorer.beginnings()
    #expect(beginnings.first?.words.nl == "alle rollen vervuld")
    if workflow.roles.contains(where: { !$0.isRequired }) {
      #expect(beginnings.dropFirst().first?.words.nl == "alleen de verplichte rollen")
    }
    let situation = try #require(beginnings.first?.situation)
    let told = explorer.departures(situation, unasked: true).map(\.step.words.nl)
    #expect(!told.isEmpty && told.allSatisfy { $0.contains(": ") || $0.hasPrefix("tot ") }, "\(told)")
    let words = Set(told.map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? $0 })
    for said in Self.said[name] ?? [] { #expect(words.contains(said), "\(said) is not one of \(told)") }
  }

  /// Some of what may be done at the very beginning, by the file.
  private static let said = [
    "han-wpl2-lj2.yaml": [
      "kennismakingsgesprek houden", "escaleren (onveilige situatie)", "blokkeren (Onveilige situatie)",
      "verlenging toegestaan wordt yes",
    ],
    "sd-voortgangsgesprek.yaml": [
      "tot ma 12 apr 2027 doet niemand iets", "aanspraak (EVC: eerder verworven competentie)", "pauzeren",
      "het einde vier weken later", "voortgangsgesprek 1 plannen vervalt",
    ],
    "aios-voortgang.yaml": ["voortgangsgesprek 1 houden: zonder aios", "escaleren (signaal)"],
    "bpv-begeleiding.yaml": [
      "aanspreekpunt en bereikbaarheid doorgegeven", "bedrijfsbezoek 1 houden vervalt",
    ],
    "bpv-driehoeksgesprek.yaml": ["driehoeksgesprek 1 plannen", "voortijdig beëindigen (uitgeschreven)"],
  ]

  @Test func whatIsLeftLyingAndWhatIsDisputedIsToldToo() throws {
    let explorer = Explorer(try Self.workflow("sd-voortgangsgesprek.yaml"), mostStates: 1_500)
    var search = ExplorerSearch(explorer)
    var beginnings = explorer.beginnings()
    search.run(from: &beginnings)
    let told = search.nodes.flatMap(\.steps).map(\.words.nl)
    for said in [
      "blijft liggen: voortgangsgesprek 1 plannen", "student: afspraak maken",
    ] { #expect(told.contains(said), "\(said)") }
  }
}
