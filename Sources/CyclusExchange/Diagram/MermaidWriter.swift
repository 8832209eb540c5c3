/// Writes a diagram as a Mermaid flowchart.
struct MermaidWriter {
  let diagram: Diagram

  /// The file.
  var text: String {
    var lines = [
      "---", "title: \(Self.quoted("\(diagram.title) – \(diagram.caption)"))", "---", "flowchart TB",
    ]
    // What comes last stands leftmost.
    lines += group("always", diagram.headings.always, diagram.alwaysColumns.flatMap(\.self))
    lines += group("beside", diagram.headings.beside, diagram.nodes(.strand))
    lines += group("main", diagram.headings.mainLine, diagram.nodes.filter(\.isOnMainLine))
    lines += diagram.arrows.map(edge)
    lines += ([diagram.nodes(.strand)] + diagram.alwaysColumns).flatMap(column)
    lines += styles
    return lines.map { $0 + "\n" }.joined()
  }

  private func group(_ id: String, _ title: String, _ nodes: [Diagram.Node]) -> [String] {
    guard !nodes.isEmpty else { return [] }
    return ["  subgraph \(id)[\"\(Self.escaped(title))\"]", "    direction TB"]
      + nodes.map { "    \(shape($0))" } + [
        "  end", "  style \(id) fill:#ffffff,stroke:#bbbbbb",
      ]
  }

  /// Keeps nodes under each other that no arrow joins.
  private func column(_ nodes: [Diagram.Node]) -> [String] {
    zip(nodes, nodes.dropFirst()).map { "  \(Self.name($0.id)) ~~~ \(Self.name($1.id))" }
  }

  private func shape(_ node: Diagram.Node) -> String {
    let words =
      ["<b>\(Self.escaped(node.markedTitle))</b>"]
      + (node.lines + diagram.goingOn(from: node)).map(Self.escaped)
    let label = "\"\(words.joined(separator: "<br>"))\""
    let (open, close) =
      switch node.kind {
      case .start, .completed, .terminated, .onwards: ("([", "])")
      case .strand: ("[[", "]]")
      case .block, .pause: ("(", ")")
      case .phase, .route, .leaving: ("[", "]")
      }
    return "\(Self.name(node.id))\(open)\(label)\(close):::\(Self.style(node))"
  }

  private func edge(_ edge: Diagram.Edge) -> String {
    let words = edge.words.isEmpty ? "" : "|\"\(edge.words.map(Self.escaped).joined(separator: "<br>"))\"|"
    let isMain = diagram.node(edge.from)?.isOnMainLine == true && !diagram.isBack(edge)
    return "  \(Self.name(edge.from)) \(isMain ? "-->" : "-.->")\(words) \(Self.name(edge.to))"
  }

  // MARK: Words and looks

  private static func style(_ node: Diagram.Node) -> String {
    node.mark?.rawValue ?? "\(node.kind.rawValue)Node"
  }

  /// One line for each look that occurs.
  private var styles: [String] {
    var seen: Set<String> = []
    return diagram.nodes.filter { $0.kind != .onwards && seen.insert(Self.style($0)).inserted }.map { node in
      let colours = DiagramColours(node)
      let width = node.mark == .current ? 4 : 1
      return "  classDef \(Self.style(node)) fill:\(colours.fill),stroke:\(colours.stroke),"
        + "stroke-width:\(width)px,color:#1a1a1a,text-align:left"
    }
  }

  /// `phase.begeleiding-1` is `phase_begeleiding-1`: a dot would be taken for a class where styles are looked up.
  private static func name(_ id: String) -> String {
    guard let dot = id.firstIndex(of: ".") else { return id.name() }
    return "\(id[..<dot])_\(String(id[id.index(after: dot)...]).name())"
  }

  /// Every sign that Mermaid, Markdown or HTML could take for its own becomes its number.
  private static func escaped(_ text: String) -> String {
    var signs: [Unicode.Scalar: String] = [:]
    for sign in "\"#&<>`*_|\\[]{}~$;".unicodeScalars { signs[sign] = "#\(sign.value);" }
    return text.escaped(signs)
  }

  /// A string of YAML, for the title.
  private static func quoted(_ text: String) -> String {
    "\"" + text.escaped(["\"": "\\\"", "\\": "\\\\"]) + "\""
  }
}
