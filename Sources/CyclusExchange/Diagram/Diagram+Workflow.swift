import CyclusCore

extension Diagram {
  /// Draws a workflow: its phases with what they ask, the ways between them, what recurs, and what can happen at any time.
  public init(_ workflow: Workflow, in language: Language) {
    let drawing = WorkflowDrawing(workflow: workflow, language: language)
    self.init(
      name: workflow.id, version: workflow.version, title: workflow.title.text(language),
      caption: "\(workflow.id) \(workflow.version)", headings: drawing.headings)
    drawing.addMainLine(to: &self)
    drawing.addBeside(to: &self)
    drawing.addAlways(to: &self)
  }
}

/// How the parts of a workflow become nodes and edges.
struct WorkflowDrawing {
  let workflow: Workflow
  let language: Language

  /// The names of the nodes of which there is one.
  static let start = "start", completed = "completed", onwards = "onwards", terminated = "terminated"
  static let pause = "pause", leaving = "leaving"
  /// The name of the node of a phase.
  static func phase(_ id: String) -> String { "phase.\(id)" }

  func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
  func say(_ text: Localized) -> String { text.text(language) }
  func title(of id: String) -> String { say(workflow.title(of: id)) }
  func titles(of ids: [String]) -> String { ids.map(title(of:)).joined(separator: ", ") }

  var headings: Diagram.Headings {
    Diagram.Headings(
      mainLine: say("Hoofdlijn", "Main line"), beside: say("Naast de hoofdlijn", "Beside the main line"),
      always: say("In elke fase mogelijk", "Possible in every phase"))
  }

  // MARK: The main line

  func addMainLine(to diagram: inout Diagram) {
    diagram.nodes.append(Diagram.Node(id: Self.start, kind: .start, title: say("Begin", "Start")))
    if let first = workflow.phases.first {
      diagram.edges.append(Diagram.Edge(from: Self.start, to: Self.phase(first.id), events: []))
    }
    for phase in workflow.phases {
      diagram.nodes.append(
        Diagram.Node(id: Self.phase(phase.id), kind: .phase, title: say(phase.title), lines: lines(of: phase))
      )
      diagram.edges += edges(of: phase)
    }
    diagram.nodes.append(
      Diagram.Node(id: Self.completed, kind: .completed, title: say("Voltooid", "Completed")))
  }

  private func lines(of phase: Phase) -> [String] {
    let asked = phase.leaveWhen.map { say($0.brief(workflow)) }
    return phase.passesByItself ? asked + [say("gaat vanzelf voorbij", "passes by itself")] : asked
  }

  /// The ways out of a phase, those to one place together, and the way back that an extension opens.
  private func edges(of phase: Phase) -> [Diagram.Edge] {
    var edges: [Diagram.Edge] = []
    func add(_ target: String, _ words: [String]) {
      let to = target == Way.completed ? Self.completed : Self.phase(target)
      if let known = edges.firstIndex(where: { $0.to == to }) {
        let more = words.enumerated().map {
          $0.offset == 0 ? say("of ", "or ") + $0.element.lowercasedFirst : $0.element
        }
        edges[known].words += more
      } else {
        edges.append(
          Diagram.Edge(
            from: Self.phase(phase.id), to: to, words: words, events: ["advance.\(target)"], codes: [target]))
      }
    }
    for way in phase.waysOut { add(way.target, words(way, isOnly: phase.waysOut.count == 1)) }
    if let again = workflow.extensions?.again, let first = again.first, again.contains(phase.id) {
      add(first, [say("bij verlenging", "when extended")])
    }
    return edges
  }

  /// When a way is taken, and what it asks on top.
  private func words(_ way: Way, isOnly: Bool) -> [String] {
    let needs = way.needs.map { "· " + say($0.brief(workflow)) }
    let then = needs.isEmpty ? [] : [say("dan eerst:", "then first:")] + needs
    guard let condition = way.when else { return (isOnly ? [] : [say("anders", "otherwise")]) + then }
    return [say(condition.brief(workflow)).capitalisedFirst] + then
  }

  // MARK: Beside it

  /// What recurs by itself: gesprekken, documents and outcomes, each with how often.
  func addBeside(to diagram: inout Diagram) {
    func add(_ id: String, _ title: Localized, _ each: Recurrence?, _ events: [String]) {
      guard let each else { return }
      diagram.nodes.append(
        Diagram.Node(
          id: "strand.\(id)", kind: .strand, title: say(title), lines: each.words(workflow).map(say),
          events: events))
    }
    for gesprek in workflow.gesprekken {
      add(gesprek.id, gesprek.title, gesprek.each, ["held.\(gesprek.id)"])
    }
    for document in workflow.documents {
      add(document.id, document.title, document.each, ["submitted.\(document.id)"])
    }
    for task in workflow.tasks { add(task.id, task.title, task.each, ["done.\(task.id)"]) }
    for outcome in workflow.outcomes {
      add(outcome.id, outcome.title, outcome.each, ["assessed.\(outcome.id)"])
    }
  }
}
