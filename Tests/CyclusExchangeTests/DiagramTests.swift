import CyclusCore
import CyclusYAML
import Testing

@testable import CyclusExchange

/// Where the workflows for a drawing come from.
enum Drawn {
  static let names = ShippedWorkflows.all.map(\.id)

  static func workflow(_ name: String) throws -> Workflow {
    let file = try #require(ShippedWorkflows.all.first { $0.id == name })
    return try #require(WorkflowFile.load(file.text, name: file.name).workflow)
  }

  /// A workflow whose titles and ids would be signs of a format, were they not escaped.
  static func hostile() throws -> Workflow {
    var workflow = try workflow("sd-voortgangsgesprek")
    let title = "<b>\"x\" -- ]]> & \\N {rank=same} | `end`;\nsubgraph # 'é' </b>"
    workflow.title = Localized(title)
    for index in workflow.phases.indices {
      workflow.phases[index].title = Localized("\(index) \(title)")
      workflow.phases[index].id = "\(workflow.phases[index].id) -- \"é\".<\(index)>"
      workflow.phases[index].ways = nil
      workflow.phases[index].next = nil
    }
    for index in workflow.phases.indices.dropLast() {
      workflow.phases[index].next = workflow.phases[index + 1].id
    }
    for index in workflow.escalations.indices { workflow.escalations[index].title = Localized(title) }
    return workflow
  }
}

@Suite struct DiagramTests {
  // All that a traject can go through is in the picture, in every format.
  @Test(arguments: Drawn.names) func everyPhaseAndEveryWayStandsInEachFormat(_ name: String) throws {
    let workflow = try Drawn.workflow(name)
    let diagram = Diagram(workflow, in: .nl)
    let drawn = try DiagramFormat.allCases.map { ($0, try Ways.read(diagram.text($0), $0)) }
    for phase in workflow.phases {
      for (format, ways) in drawn {
        #expect(ways.phases.contains(phase.id), "\(format): \(phase.id)")
        for way in phase.waysOut {
          #expect(
            ways.ways.contains([phase.id, way.to ?? "completed"]), "\(format): \(phase.id) to \(way.target)")
        }
      }
    }
    let ways = workflow.phases.map { Set($0.waysOut.map(\.target)).count }.reduce(0, +)
    for (format, found) in drawn where workflow.extensions?.again == nil {
      #expect(found.ways.count == ways, "\(format)")
    }
  }

  @Test(arguments: Drawn.names) func whatIsWrittenBesideAWayStandsInEachFormat(_ name: String) throws {
    let diagram = Diagram(try Drawn.workflow(name), in: .nl)
    func words(_ format: DiagramFormat) -> String {
      let tags = /<\/?(b|font)( [^>]*)?>|<br\/>|&#10;/
      return diagram.text(format).replacing(tags, with: " ").replacing(/\s+/, with: " ")
    }
    for format in DiagramFormat.allCases {
      let text = words(format)
      let own =
        diagram.edges.flatMap(\.words)
        + diagram.nodes.filter { $0.kind != .onwards && $0.kind != .start }.flatMap { [$0.title] + $0.lines }
      for line in own { #expect(text.contains(line), "\(format): \(line)") }
    }
  }

  // A part that is left open is not a part: who decides, what is heard, and what the outcomes do.
  @Test(arguments: Drawn.names) func everyEscalationSaysWhoDecidesAndWhatFollows(_ name: String) throws {
    let workflow = try Drawn.workflow(name)
    let diagram = Diagram(workflow, in: .en)
    for route in workflow.escalations {
      let node = try #require(diagram.node("route.\(route.id)"))
      let role = try #require(workflow.role(route.to)).title.en
      #expect(node.lines.contains { $0.hasPrefix("decides: \(role) ") })
      let edges = diagram.edges(from: node.id)
      for outcome in route.outcomes {
        let edge = try #require(edges.first { $0.codes.contains(outcome.id) })
        #expect(edge.to == (outcome.effect == .permitsTermination ? "terminated" : "onwards"))
      }
    }
    #expect(diagram.nodes(.block).count == workflow.blocks.count)
  }

  @Test(arguments: Drawn.names) func theSameWorkflowGivesTheSameBytes(_ name: String) throws {
    let first = try Drawn.workflow(name)
    let second = try Drawn.workflow(name)
    for format in DiagramFormat.allCases {
      #expect(Diagram(first, in: .nl).text(format) == Diagram(second, in: .nl).text(format))
      #expect(Diagram(first, in: .nl).text(format) != Diagram(first, in: .en).text(format))
    }
  }

  @Test func anExtensionLeadsBackToItsFirstPhase() throws {
    let diagram = Diagram(try Drawn.workflow("han-wpl2-lj2"), in: .nl)
    let back = diagram.edges.filter(diagram.isBack)
    #expect(back.map(\.from) == ["phase.eindbeoordeling", "phase.beslissing"])
    #expect(back.allSatisfy { $0.to == "phase.eindbeoordeling" && $0.words == ["bij verlenging"] })
  }

  @Test func twoWaysToOnePlaceAreOneArrowWithBothConditions() throws {
    let diagram = Diagram(try Drawn.workflow("bpv-begeleiding"), in: .nl)
    let edge = try #require(diagram.edges.first { $0.from == "phase.volgende-bezoeken" })
    #expect(
      edge.words == [
        "Laatste bpv van de opleiding: nee", "dan eerst:", "· Bedrijfsbezoek elke keer afgesloten",
        "of laatste bpv van de opleiding: ja",
      ])
  }

  @Test func whatRecursSaysHowOften() throws {
    let (bpv, aios) = (
      Diagram(try Drawn.workflow("bpv-begeleiding"), in: .nl),
      Diagram(try Drawn.workflow("aios-voortgang"), in: .nl)
    )
    #expect(bpv.node("strand.contact")?.lines == ["zo vaak als het voorkomt"])
    #expect(bpv.node("strand.beoordeling-bedrijf")?.lines == ["per keer in fase volgende bezoeken"])
    #expect(
      aios.node("strand.voortgangsgesprek")?.lines == [
        "in het hele traject ten minste 4 keer, als opleidingsjaar 1 is",
        "in het hele traject ten minste 2 keer, als opleidingsjaar 2 is of opleidingsjaar 3 is",
        "in het hele traject ten minste 1 keer",
      ])
  }
}

/// The phases of a drawing and the ways between them, by the ids of the workflow file.
struct Ways {
  var phases: Set<String> = []
  var ways: Set<[String]> = []

  static func read(_ text: String, _ format: DiagramFormat) throws -> Ways {
    switch format {
    case .mermaid:
      lines(
        text, /^\s+phase_([a-z0-9-]+)\[/,
        /^\s+phase_([a-z0-9-]+) -.*?> ?(?:\|".*"\| )?(?:phase_)?([a-z0-9-]+)$/)
    case .dot:
      lines(text, /^\s+"phase\.([a-z0-9-]+)" \[/, /^\s+"phase\.([a-z0-9-]+)" -> "(?:phase\.)?([a-z0-9-]+)"/)
    case .scxml: scxml(try XMLTree.read(text))
    case .bpmn: bpmn(try XMLTree.read(text))
    }
  }

  private static func lines(
    _ text: String, _ node: Regex<(Substring, Substring)>, _ edge: Regex<(Substring, Substring, Substring)>
  ) -> Ways {
    var ways = Ways()
    for line in text.split(separator: "\n").map(String.init) {
      if let match = line.firstMatch(of: node) { ways.phases.insert(String(match.output.1)) }
      if let match = line.firstMatch(of: edge) {
        ways.ways.insert([String(match.output.1), String(match.output.2)])
      }
    }
    return ways
  }

  private static func id(_ name: String) -> String { name.replacing(/^(phase|main)\./, with: "") }

  private static func scxml(_ tree: XMLTree) -> Ways {
    var ways = Ways()
    for state in tree.all("state") where state["id"].hasPrefix("phase.") {
      ways.phases.insert(id(state["id"]))
      for transition in state.children { ways.ways.insert([id(state["id"]), id(transition["target"])]) }
    }
    return ways
  }

  private static func bpmn(_ tree: XMLTree) -> Ways {
    var ways = Ways()
    let flows = tree.all("bpmn:sequenceFlow")
    for task in tree.all("bpmn:userTask") where task["id"].hasPrefix("phase.") {
      ways.phases.insert(id(task["id"]))
      for flow in flows where flow["sourceRef"] == task["id"] {
        let gate = flow["targetRef"]
        let further = gate.hasPrefix("choice.") ? flows.filter { $0["sourceRef"] == gate } : [flow]
        for way in further { ways.ways.insert([id(task["id"]), id(way["targetRef"])]) }
      }
    }
    return ways
  }
}
