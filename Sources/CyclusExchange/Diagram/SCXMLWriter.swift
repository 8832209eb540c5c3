/// Writes a diagram as SCXML (W3C, 2015): a machine whose events are the commands that move a traject, with a dot between
/// their words, such as `advance.tussenevaluatie`, `escalate.onveilig` and `decide.hervatten`.
///
/// The main line, every route, block and strand and the pause are states at the same time. What has to be met before a
/// phase is left stands with it in words; that is for the engine to judge, and the machine only follows what it allowed.
struct SCXMLWriter {
  let diagram: Diagram

  /// The file.
  var text: String {
    let traject = XMLElement(
      "parallel", ["id": "traject"], leaving + [mainLine] + diagram.nodes.compactMap(region))
    let ends = diagram.nodes(.completed, .terminated).map { node in
      XMLElement(
        "final", ["id": Self.end(node), "cyclus:title": node.title, "cyclus:mark": node.mark?.rawValue])
    }
    let over = diagram.nodes(.completed, .terminated).first { $0.mark == .current }
    return XMLElement(
      "scxml",
      [
        "xmlns": "http://www.w3.org/2005/07/scxml", "xmlns:cyclus": "urn:cyclus:diagram", "version": "1.0",
        "name": diagram.name.name(keeping: "."), "initial": over.map(Self.end) ?? "traject",
        "cyclus:title": diagram.title,
        "cyclus:caption": diagram.caption,
      ], [traject] + ends
    ).file
  }

  private static func name(_ text: String) -> String { text.name(keeping: ".") }
  private static func end(_ node: Diagram.Node) -> String { "end.\(node.kind.rawValue)" }
  private static func events(_ events: [String]) -> String { events.map(name).joined(separator: " ") }

  private static func words(_ lines: [String]) -> String? {
    lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private func state(_ node: Diagram.Node, initial: String? = nil, _ children: [XMLElement]) -> XMLElement {
    XMLElement(
      "state",
      [
        "id": Self.name(node.id), "initial": initial, "cyclus:title": node.title,
        "cyclus:asks": Self.words(node.lines), "cyclus:mark": node.mark?.rawValue,
      ], children)
  }

  // MARK: The main line

  private var mainLine: XMLElement {
    let phases = diagram.nodes(.phase)
    let current = phases.first { $0.mark == .current || $0.mark == .stopped }
    let states = phases.map { phase in
      state(
        phase,
        diagram.edges(from: phase.id).map { edge in
          XMLElement(
            "transition",
            [
              "event": Self.events(edge.events), "target": Self.name(edge.to),
              "cyclus:words": Self.words(edge.words),
            ])
        })
    }
    let end = diagram.nodes(.completed).map { XMLElement("final", ["id": Self.name($0.id)]) }
    return XMLElement(
      "state", ["id": "main", "initial": (current ?? phases.first).map { Self.name($0.id) }], states + end)
  }

  /// What ends the whole: the end of the main line, and an early end without escalation.
  private var leaving: [XMLElement] {
    let done = diagram.nodes(.completed).map {
      XMLElement("transition", ["event": "done.state.main", "target": Self.end($0)])
    }
    let terminated = diagram.nodes(.terminated).first
    return done
      + diagram.nodes(.leaving).compactMap { node in
        terminated.map {
          XMLElement(
            "transition",
            [
              "event": Self.events(node.events), "target": Self.end($0),
              "cyclus:words": Self.words([node.title] + node.lines),
            ])
        }
      }
  }

  // MARK: What stands beside it

  private func region(_ node: Diagram.Node) -> XMLElement? {
    switch node.kind {
    case .strand: state(node, [XMLElement("transition", ["event": Self.events(node.events)])])
    case .route, .block, .pause: state(node, initial: initial(node), parts(node))
    case .start, .phase, .completed, .leaving, .onwards, .terminated: nil
    }
  }

  private func initial(_ node: Diagram.Node) -> String {
    "\(Self.name(node.id)).\(node.mark == .current ? "open" : "none")"
  }

  /// Not open, open, and where a decision can permit an early end, permitted.
  private func parts(_ node: Diagram.Node) -> [XMLElement] {
    let id = Self.name(node.id)
    let edges = diagram.edges(from: node.id)
    let ending = edges.filter { diagram.node($0.to)?.kind == .terminated }
    let out = edges.map { edge in
      XMLElement(
        "transition",
        [
          "event": Self.events(edge.events),
          "target": "\(id).\(ending.contains(edge) ? "permitted" : "none")",
          "cyclus:words": Self.words(edge.words),
        ])
    }
    let parts = [
      XMLElement(
        "state", ["id": "\(id).none"],
        [XMLElement("transition", ["event": Self.events(node.events), "target": "\(id).open"])]),
      XMLElement("state", ["id": "\(id).open"], out),
    ]
    guard !ending.isEmpty, let end = diagram.nodes(.terminated).first else { return parts }
    let terminate = node.events.map { "terminate" + $0.drop { $0 != "." } }
    return parts + [
      XMLElement(
        "state", ["id": "\(id).permitted"],
        [XMLElement("transition", ["event": Self.events(terminate), "target": Self.end(end)])])
    ]
  }
}
