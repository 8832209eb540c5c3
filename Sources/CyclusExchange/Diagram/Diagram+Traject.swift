import CyclusCore

extension Diagram {
  /// Draws the workflow of a traject, with where that stands: the phases that are done, the present one, what is open
  /// beside it, and how it ended.
  ///
  /// - Parameter status: How the traject stands, in a word of the same language.
  public init(_ workflow: Workflow, of traject: Traject, status: String, in language: Language) {
    self.init(workflow, in: language)
    let phase = workflow.title(of: traject.phase).text(language).lowercasedFirst
    let word = language == .nl ? "fase" : "phase"
    caption = "\(traject.name) · \(caption) · \(word) \(phase) · \(status)"
    for index in nodes.indices {
      nodes[index].mark = mark(nodes[index], traject)
      nodes[index].lines += opened(nodes[index], traject, language)
    }
  }

  private func mark(_ node: Node, _ traject: Traject) -> Mark? {
    switch node.kind {
    case .start: return .done
    case .phase: return traject.mark(ofPhase: String(node.id.dropFirst(WorkflowDrawing.phase("").count)))
    case .completed: return traject.completed == nil ? nil : .current
    case .terminated: return traject.terminated == nil ? nil : .current
    case .pause: return !traject.hasEnded && traject.standingPause != nil ? .current : nil
    case .route: return escalations(on: node, traject).isEmpty ? nil : .current
    case .block:
      return !traject.hasEnded && traject.standingBlocks.contains { "block.\($0.id)" == node.id }
        ? .current : nil
    case .strand, .leaving, .onwards: return nil
    }
  }

  /// The escalations that stand open on a route, and since when.
  private func opened(_ node: Node, _ traject: Traject, _ language: Language) -> [String] {
    escalations(on: node, traject).map { escalation in
      language == .nl
        ? "\(escalation.id) open sinds \(escalation.opened.longNL)"
        : "\(escalation.id) open since \(escalation.opened.longEN)"
    }
  }

  private func escalations(on node: Node, _ traject: Traject) -> [Traject.Escalation] {
    guard node.kind == .route, !traject.hasEnded else { return [] }
    return traject.openEscalations.filter { "route.\($0.route)" == node.id }
  }
}

extension Traject {
  fileprivate func mark(ofPhase id: String) -> Diagram.Mark? {
    if completed != nil { return entered.contains { $0.phase == id } ? .done : nil }
    if id == phase { return terminated == nil ? .current : .stopped }
    let entries = entered.filter { $0.phase == id }
    guard let last = entries.last else { return nil }
    return last.isPast ? .earlier : .done
  }
}
