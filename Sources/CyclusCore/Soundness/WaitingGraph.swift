/// What has to come before what: openings, steps, closings and phases, as far as every traject has to wait for them.
struct WaitingGraph {
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
      // A judge who waits for a document however long closes nothing before it.
      let judging = gesprek.judging.flatMap { $0.waitsAtMost == nil ? $0.afterDocument : nil }
      before[.closed(gesprek.id)] =
        [.done(gesprek.id)] + needed.map { Self.node($0, around: gesprek.id, in: workflow) }
        + [judging].compactMap(\.self).map { .done($0) }
    }
    before[.done("unit")] = workflow.units.map { .done($0.id) }
    before[.done("result")] = workflow.units.map { .done($0.id) }
    let onEveryWay = workflow.phasesOnEveryWay
    for phase in workflow.phases {
      guard let earlier = onEveryWay[phase.id] else { continue }
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
  static func node(_ requirement: Requirement, around gesprek: String?, in workflow: Workflow) -> Node {
    // Planning comes before holding, and waits for no more than the opening.
    if requirement.step == .planned { return .opened(gesprek ?? requirement.item) }
    let id = requirement.item == "gesprek" ? gesprek ?? requirement.item : requirement.item
    return requirement.step == .closed && workflow.gesprek(id) != nil ? .closed(id) : .done(id)
  }

  /// The moments that have to come before one, in the order in which they are met.
  func all(before node: Node) -> [Node] {
    var found: [Node] = []
    var next = before[node] ?? []
    while !next.isEmpty {
      let node = next.removeFirst()
      guard !found.contains(node) else { continue }
      found.append(node)
      next += before[node] ?? []
    }
    return found
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
