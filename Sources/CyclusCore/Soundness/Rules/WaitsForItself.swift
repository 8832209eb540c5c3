/// Finds openings that wait for each other in a circle, so that none of them ever comes.
///
/// It follows `after ITEM STEP`, `with GESPREK`, `in phase PHASE` with what the phases before it need,
/// and the
/// document that asks for an approval.
public enum WaitsForItself {
  /// A finding at the first opening of each circle.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let graph = WaitingGraph(workflow)
    var settled: Set<WaitingGraph.Node> = []
    var found: [Finding] = []
    for node in graph.nodes {
      var path: [WaitingGraph.Node] = []
      guard let circle = graph.circle(from: node, path: &path, settled: &settled) else { continue }
      found.append(finding(circle, graph))
    }
    return found
  }

  private static func finding(_ circle: [WaitingGraph.Node], _ graph: WaitingGraph) -> Finding {
    // Begin with the node whose place the file tells, so that the finding stands at a line that can
    // be changed.
    let start = circle.firstIndex { graph.places[$0] != nil } ?? 0
    let turned = Array(circle[start...] + circle[..<start])
    var names: [String] = []
    for node in turned + turned.prefix(1) where names.last != node.name { names.append(node.name) }
    if names.count == 1 { names.append(names[0]) }
    let chain = names.map { "`\($0)`" }.joined(separator: " → ")
    return Finding(
      .error, rule: "WaitsForItself",
      message: Localized(
        nl: "dit wacht op zichzelf: \(chain)", en: "this waits for itself: \(chain)"),
      remedy: Localized(nl: "laat één van deze eerder beginnen", en: "let one of these open earlier"),
      path: turned.first.flatMap { graph.places[$0] } ?? [])
  }
}
