import CyclusCore

/// Writes a diagram in the language of Graphviz, for `dot`.
struct DOTWriter {
  let diagram: Diagram
  private static let width = 44

  /// The file.
  var text: String {
    var lines = [
      "digraph \(Self.quoted(diagram.name)) {",
      "  graph [rankdir=TB, fontname=\"Helvetica\", fontsize=16, labelloc=t, newrank=true, nodesep=0.35, ranksep=0.45,",
      "    label=<\(Self.bold(diagram.title))<br/>\(Self.escaped(diagram.caption))<br/> >]",
      "  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontsize=11, margin=\"0.14,0.08\"]",
      "  edge [fontname=\"Helvetica\", fontsize=10, color=\"#444444\"]",
    ]
    lines += group("main", diagram.headings.mainLine, diagram.nodes.filter(\.isOnMainLine))
    lines += group("beside", diagram.headings.beside, diagram.nodes(.strand))
    lines += group("always", diagram.headings.always, diagram.alwaysColumns.flatMap(\.self))
    lines += diagram.arrows.map(edge)
    lines += ([diagram.nodes(.strand)] + diagram.alwaysColumns).flatMap(column) + ["}"]
    return lines.map { $0 + "\n" }.joined()
  }

  /// Keeps nodes under each other that no arrow joins.
  private func column(_ nodes: [Diagram.Node]) -> [String] {
    zip(nodes, nodes.dropFirst()).map { upper, lower in
      "  \(Self.quoted(upper.id)) -> \(Self.quoted(lower.id)) [style=invis]"
    }
  }

  private func group(_ id: String, _ title: String, _ nodes: [Diagram.Node]) -> [String] {
    guard !nodes.isEmpty else { return [] }
    return [
      "  subgraph cluster_\(id) {",
      "    graph [label=<\(Self.bold(title))>, labeljust=l, fontsize=13, style=\"rounded\", color=\"#bbbbbb\", margin=14]",
    ] + nodes.map { "    \(node($0))" } + ["  }"]
  }

  private func node(_ node: Diagram.Node) -> String {
    let colours = DiagramColours(node)
    let title = (node.title.isBlank ? node.id : node.markedTitle).wrapped(at: Self.width).map(Self.bold)
      .joined(separator: "<br/>")
    let lines = (node.lines + diagram.goingOn(from: node)).flatMap { $0.wrapped(at: Self.width) }.map(
      Self.escaped)
    let small =
      lines.isEmpty ? "" : "<br/><font point-size=\"10\">" + lines.joined(separator: "<br/>") + "</font>"
    var looks = "label=<\(title)\(small)>, fillcolor=\"\(colours.fill)\", color=\"\(colours.stroke)\""
    switch node.kind {
    case .start, .completed, .terminated, .onwards: looks += ", shape=oval, style=filled"
    case .strand: looks += ", style=\"rounded,filled,dashed\""
    case .block, .pause: looks += ", style=filled, peripheries=2"
    case .phase, .route, .leaving: break
    }
    if node.mark == .current { looks += ", penwidth=4" }
    return "\(Self.quoted(node.id)) [\(looks)]"
  }

  private func edge(_ edge: Diagram.Edge) -> String {
    var looks: [String] = []
    let words = edge.words.flatMap { $0.wrapped(at: 30) }.map(Self.escaped)
    if !words.isEmpty { looks.append("label=<\(words.joined(separator: "<br/>"))>") }
    let isMain = diagram.node(edge.from)?.isOnMainLine == true
    if diagram.isBack(edge) || !isMain { looks.append("style=dashed, constraint=false") }
    let attributes = looks.isEmpty ? "" : " [\(looks.joined(separator: ", "))]"
    return "  \(Self.quoted(edge.from)) -> \(Self.quoted(edge.to))\(attributes)"
  }

  // MARK: Words

  private static func bold(_ text: String) -> String { "<b>\(escaped(text))</b>" }

  /// Text in a label between `<` and `>`.
  private static func escaped(_ text: String) -> String {
    text.escaped(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.escaped(["\"": "\\\"", "\\": "\\\\"]) + "\""
  }
}
