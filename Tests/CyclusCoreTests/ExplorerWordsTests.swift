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
      states: 9, steps: 20, departures: departures, isWhole: false, beginnings: [], refusedBeginning: [],
      taken: taken,
      stuck: stuck,
      mostOfAWait: 1, undecided: 0, terminated: 0)
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
      phase: "kennismaking", left: "kennismaking", beginning: Localized("begin"), steps: [], hindrances: [],
      outlook: .standstill)
    let finding = try #require(Self.walk(Taken(), stuck: [stuck]).findings(in: workflow).first)
    #expect(finding.severity == .error)
    #expect(
      finding.message.nl
        == "hierna komt niemand meer bij het gewone einde (fase kennismaking)")
    #expect(finding.remedy.nl == "neem weg wat tegenhoudt, of geef een weg eromheen")
    #expect(finding.story.map(\.nl) == ["begin: begin", "daarna is er niets meer te doen"])
    stuck.left = "instroom"
    #expect(
      Self.walk(Taken(), stuck: [stuck]).findings(in: workflow).first?.story.map(\.nl) == [
        "begin: begin", "daarna gaat het zijn gewone gang, tot in fase `kennismaking`",
        "daarna is er niets meer te doen",
      ])
    stuck.left = stuck.phase
    stuck.hindrances = [Localized("het verslag ontbreekt")]
    let held = try #require(Self.walk(Taken(), stuck: [stuck]).findings(in: workflow).first)
    #expect(held.story.last?.nl == "dan houdt tegen: het verslag ontbreekt")
    stuck.outlook = .circle
    stuck.hindrances = [Localized("het gaat steeds rond: een → twee → een")]
    let round = try #require(Self.walk(Taken(), stuck: [stuck]).findings(in: workflow).first)
    #expect(round.story.last?.nl == "daarna: het gaat steeds rond: een → twee → een")
    stuck.hindrances = [Localized("het verslag ontbreekt")]
    stuck.outlook = .lastResort(Localized("docent: ontheffing van verslag inleveren"))
    let last = try #require(Self.walk(Taken(), stuck: [stuck]).findings(in: workflow).first)
    #expect(last.severity == .warning && last.rule == "LastResort")
    #expect(
      last.message.nl
        == "hierna is het gewone einde alleen nog met een noodgreep te bereiken (fase kennismaking)")
    #expect(
      last.remedy.nl
        == "geef een weg waarvoor niemand een ontheffing hoeft te geven of een gegeven hoeft terug te draaien"
    )
    #expect(
      last.story.suffix(2).map(\.nl) == [
        "dan houdt tegen: het verslag ontbreekt",
        "dan helpt alleen: docent: ontheffing van verslag inleveren",
      ])
  }

  @Test func whatComesBackWeekAfterWeekIsToldOnce() throws {
    let monday = try #require(Day("2026-03-02"))
    func step(_ day: Int, _ words: String) -> ExploredStep {
      ExploredStep(on: monday + day, words: Localized(words), deed: .wait(until: monday + day))
    }
    var stuck = Exploration.Stuck(
      phase: "kennismaking", left: "kennismaking", beginning: Localized("begin"),
      steps: [step(0, "docent: plannen")],
      hindrances: [Localized("niets")], outlook: .standstill)
    for week in 1...4 {
      stuck.steps += [
        step(7 * week, "docent: gesprek \(week) houden"), step(7 * week, "docent: gesprek \(week) afsluiten"),
      ]
    }
    stuck.steps.append(step(40, "docent: beslissen"))
    #expect(
      stuck.story.map(\.nl) == [
        "begin: begin", "1. ma 2 mrt 2026: docent: plannen", "2. ma 9 mrt 2026: docent: gesprek 1 houden",
        "3. ma 9 mrt 2026: docent: gesprek 1 afsluiten",
        "4–9. tot en met ma 30 mrt 2026: nog 3 keer dezelfde 2 stappen",
        "10. za 11 apr 2026: docent: beslissen", "dan houdt tegen: niets",
      ])
    // Twice is no refrain.
    stuck.steps = Array(stuck.steps[1...4])
    #expect(stuck.story.count == 6)
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
      "verlenging toegestaan wordt ja",
    ],
    "sd-voortgangsgesprek.yaml": [
      "tot die dag doet niemand iets", "aanspraak (EVC: eerder verworven competentie)", "pauzeren",
      "het einde vier weken later", "ontheffing van voortgangsgesprek 1 plannen",
    ],
    "aios-voortgang.yaml": ["voortgangsgesprek 1 houden: zonder aios", "escaleren (signaal)"],
    "bpv-begeleiding.yaml": [
      "aanspreekpunt en bereikbaarheid doorgegeven", "ontheffing van bedrijfsbezoek 1 houden",
    ],
    "bpv-driehoeksgesprek.yaml": ["driehoeksgesprek 1 plannen", "voortijdig beëindigen (uitgeschreven)"],
  ]

  @Test func whatIsLeftLyingAndWhatIsAgreedIsToldToo() throws {
    let explorer = Explorer(try Self.workflow("sd-voortgangsgesprek.yaml"), mostStates: 1_500)
    var search = ExplorerSearch(explorer)
    var beginnings = explorer.beginnings()
    search.run(from: &beginnings)
    let told = search.nodes.flatMap(\.steps).map(\.words.nl)
    for said in [
      "blijft liggen: voortgangsgesprek 1 plannen", "student: afspraak maken",
    ] { #expect(told.contains(said), "\(said)") }
  }

  @Test func whatIsDoneBeforeItIsAskedAndTwoUnusualThingsAtOnceAreToldAsSuch() throws {
    let explorer = Explorer(Written.workflow(Written.wayBack))
    let situation = try #require(explorer.beginnings().first?.situation)
    #expect(
      explorer.beforehand(situation).map(\.step.words.nl).contains(
        "student: verslag inleveren, vóór het gevraagd is"))
    let departures = explorer.departures(situation, unasked: false)
    func departure(_ words: String) -> Int? {
      departures.first { $0.step.words.nl == "student: voortgang houden: \(words)" }?.departures
    }
    #expect(departure("de uitkomst volgt bij het afsluiten") == 1)
    #expect(departure("zonder begeleider") == 1)
    #expect(departure("hoe verder opnieuw, zonder begeleider") == 2, "\(departures.map(\.step.words.nl))")
  }
}
