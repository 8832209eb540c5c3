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

/// What has to come before what.
private struct WaitingGraph {
  /// A moment in a traject.
  enum Node: Hashable {
    case opened(String)
    case done(String)
    case closed(String)
    case entered(String)

    var name: String {
      switch self {
      case .opened(let name), .done(let name), .closed(let name), .entered(let name): name
      }
    }
  }

  /// The moments in the order of the file.
  private(set) var nodes: [Node] = []
  /// The places of the openings.
  private(set) var places: [Node: [String]] = [:]
  private var before: [Node: [Node]] = [:]

  init(_ workflow: Workflow) {
    for opening in workflow.openings where opening.path.count > 1 {
      let node = Node.opened(opening.path[1])
      nodes.append(node)
      places[node] = opening.path
      before[.done(opening.path[1]), default: []].append(node)
      before[node, default: []] += Self.waits(of: opening, in: workflow)
    }
    for approval in workflow.approvals {
      before[.done(approval.id), default: []].append(.done(approval.asks))
    }
    for unit in workflow.units {
      let needed = unit.confirmNeeds.flatMap(\.requirements).map { Node.done($0.item) }
      before[.done(unit.id), default: []] += needed
    }
    for outcome in workflow.outcomes {
      before[.done(outcome.id), default: []] += (outcome.needs ?? []).map {
        Self.node($0, around: nil, in: workflow)
      }
    }
    for task in workflow.tasks {
      before[.done(task.id), default: []] += task.needs.map { .done($0.item) }
    }
    for gesprek in workflow.gesprekken {
      let needed = gesprek.closeNeeds.filter { !Requirement.ofClosing.contains($0) }
      before[.closed(gesprek.id)] =
        [.done(gesprek.id)] + needed.map { Self.node($0, around: gesprek.id, in: workflow) }
    }
    before[.done("unit")] = workflow.units.map { .done($0.id) }
    before[.done("result")] = workflow.units.map { .done($0.id) }
    for phase in workflow.phases {
      guard let earlier = workflow.phase(onEveryWayTo: phase.id) else { continue }
      let ways = earlier.waysOut.filter { $0.to == phase.id }
      let isOnlyWay = ways.count == 1 && workflow.waysInto(phase.id).count == 1
      let asked = earlier.leaveWhen + (isOnlyWay ? ways[0].needs : [])
      before[.entered(phase.id), default: []] +=
        [.entered(earlier.id)] + asked.map { Self.node($0, around: nil, in: workflow) }
    }
  }

  private static func waits(of opening: Placed<Opening>, in workflow: Workflow) -> [Node] {
    switch opening.value {
    case .start, .week, .set, .itsWeek, .startOfItsPeriod, .runsOut: return []
    case .after(let requirement), .without(let requirement, _), .withResult(let requirement, _, _):
      let id = opening.path[1]
      let single = workflow.document(id)?.belongsTo ?? workflow.task(id)?.belongsTo
      let around = single ?? (workflow.document(id)?.forEach ?? workflow.task(id)?.forEach)?.first
      return [node(requirement, around: around, in: workflow)]
    case .phase(let phase): return [.entered(phase)]
    case .with(.named(let gesprek)): return [.opened(gesprek)]
    case .with(.its):
      let id = opening.path[1]
      let single = workflow.document(id)?.belongsTo ?? workflow.task(id)?.belongsTo
      // One for each of several gesprekken opens with the first; a circle needs all of them to wait.
      return single.map { [.opened($0)] } ?? []
    }
  }

  /// The moment of a step; closing a gesprek comes after holding it, and can wait for more.
  private static func node(_ requirement: Requirement, around gesprek: String?, in workflow: Workflow) -> Node
  {
    let id = requirement.item == "gesprek" ? gesprek ?? requirement.item : requirement.item
    return requirement.step == .closed && workflow.gesprek(id) != nil ? .closed(id) : .done(requirement.item)
  }

  /// The first circle that can be reached from a moment that was not looked at before.
  func circle(from node: Node, path: inout [Node], settled: inout Set<Node>) -> [Node]? {
    if let start = path.firstIndex(of: node) { return Array(path[start...]) }
    guard !settled.contains(node) else { return nil }
    path.append(node)
    defer {
      path.removeLast()
      settled.insert(node)
    }
    for next in before[node] ?? [] {
      if let circle = circle(from: next, path: &path, settled: &settled) { return circle }
    }
    return nil
  }
}
