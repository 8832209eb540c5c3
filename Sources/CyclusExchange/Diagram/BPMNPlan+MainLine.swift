// The main line: tasks from left to right, a gateway where ways part, and the ways that do not lead to what comes next.
extension BPMNPlan {
  /// A way that does not lead to what comes next, or that comes back.
  private struct Detour {
    var edge: Diagram.Edge
    var level: Int
    var height: Int
  }

  /// Lays out the frame with all that is in it; gives the box of the frame.
  mutating func layMainLine(top: Int) -> Box {
    let line = diagram.nodes.filter(\.isOnMainLine)
    let detours = self.detours(line)
    let sky = detours.reduce(0) { max($0, $1.level + $1.height) }
    let straight = line.flatMap { diagram.edges(from: $0.id) }.filter { !isDetour($0, line) }
    let words = straight.map { Self.height($0.words, width: 130) }.max() ?? 0
    let tallest =
      line.filter { $0.kind == .phase }.map { Self.heightOfTask($0.markedTitle) }.max() ?? Self.taskHeight
    let above = max(words + 10, tallest / 2 + 24)
    let left = 40 + Self.event + Self.gap
    let centre = top + 36 + sky + above

    var boxes: [String: Box] = [:]
    let right = layRow(line, left: left + Self.gap, centre: centre, &boxes)
    let notes = line.filter { !$0.lines.isEmpty }.compactMap { node in
      boxes[node.id].map { $0.bottom + 24 + Self.heightOfNote(node.lines) }
    }
    let bottom = max(notes.max() ?? 0, centre + tallest / 2) + 44
    let width = max(right + Self.gap - left, widthOfStrands, widthOfAlways)
    let frame = Box(x: left, y: top, width: width, height: bottom - top)
    for node in line { layWays(node, line, detours, floor: centre - above, boxes) }
    layNotes(line, boxes)
    layEnds(frame, centre)
    return frame
  }

  private static func heightOfNote(_ lines: [String]) -> Int { height(lines, width: note - 20) + 10 }

  // MARK: The row

  /// Puts the tasks, gateways and events of a row in place; gives where the row ends.
  private mutating func layRow(_ line: [Diagram.Node], left: Int, centre: Int, _ boxes: inout [String: Box])
    -> Int
  {
    var x = left
    for node in line {
      let edges = diagram.edges(from: node.id)
      switch node.kind {
      case .phase:
        let height = Self.heightOfTask(node.markedTitle)
        let box = Box.around(Point(x: x + Self.note / 2, y: centre), Self.task, height)
        boxes[node.id] = box
        add(node.id, .task, node.markedTitle, box, isInside: true, node: node)
        x = edges.count > 1 ? box.right + 30 : box.right
        if edges.count > 1 {
          let gateway = Box(x: x, y: centre - Self.gateway / 2, width: Self.gateway, height: Self.gateway)
          boxes[Self.gate(node.id)] = gateway
          add(Self.gate(node.id), .gateway, nil, gateway, isInside: true)
          x = gateway.right
        }
      default:
        let box = Box(x: x, y: centre - Self.event / 2, width: Self.event, height: Self.event)
        boxes[node.id] = box
        let label = Box(x: box.middle.x - 45, y: box.bottom + 4, width: 90, height: Self.lineHeight)
        add(
          "main.\(node.id)", node.kind == .start ? .start : .end, node.markedTitle, box, label: label,
          isInside: true, node: node)
        x = box.right
      }
      let hasWords = edges.contains { !isDetour($0, line) && !$0.words.isEmpty }
      x += hasWords ? 150 : Self.gap
      // A task stands in the middle of the room for its note.
      if node.kind == .phase, !hasWords { x = max(x, (boxes[node.id]?.middle.x ?? x) + Self.note / 2 + 20) }
      if let next = line.firstIndex(of: node).map({ $0 + 1 }), next < line.count, line[next].kind == .phase {
        x -= (Self.note - Self.task) / 2
        x = max(x, (boxes[node.id]?.middle.x ?? 0) + (node.kind == .phase ? Self.note / 2 + 20 : 40))
      }
    }
    return x
  }

  private mutating func layNotes(_ line: [Diagram.Node], _ boxes: [String: Box]) {
    for node in line where !node.lines.isEmpty {
      guard let task = boxes[node.id] else { continue }
      let height = Self.heightOfNote(node.lines)
      let box = Box(x: task.middle.x - Self.note / 2, y: task.bottom + 24, width: Self.note, height: height)
      add(note: node.lines, of: node.id, box, from: task.foot, to: box.top, isInside: true)
    }
  }

  /// The start and the end around the frame.
  private mutating func layEnds(_ frame: Box, _ centre: Int) {
    add("main", .frame, diagram.headings.mainLine, frame)
    let start = Box(x: 40, y: centre - Self.event / 2, width: Self.event, height: Self.event)
    add("start", .start, nil, start)
    link("start", "main", [start.end, Point(x: frame.x, y: centre)])
    let end = Box(
      x: frame.right + Self.gap, y: centre - Self.event / 2, width: Self.event, height: Self.event)
    guard let node = diagram.nodes(.completed).first else { return }
    let label = Box(x: end.middle.x - 45, y: end.bottom + 4, width: 90, height: Self.lineHeight)
    add("end.completed", .end, node.markedTitle, end, label: label, node: node)
    link("main", "end.completed", [Point(x: frame.right, y: centre), end.start])
  }

  // MARK: The ways

  private static func gate(_ id: String) -> String { "choice.\(id)" }
  private static func element(_ id: String) -> String { id.hasPrefix("phase.") ? id : "main.\(id)" }

  private func isDetour(_ edge: Diagram.Edge, _ line: [Diagram.Node]) -> Bool {
    guard let from = line.firstIndex(where: { $0.id == edge.from }) else { return true }
    return line.indices.contains(from + 1) ? line[from + 1].id != edge.to : true
  }

  /// The detours with the level on which each runs, the shorter ones nearest.
  private func detours(_ line: [Diagram.Node]) -> [Detour] {
    func span(_ edge: Diagram.Edge) -> Int {
      let ends = [edge.from, edge.to].compactMap { id in line.firstIndex { $0.id == id } }
      return abs((ends.last ?? 0) - (ends.first ?? 0))
    }
    let edges = line.flatMap { diagram.edges(from: $0.id) }.filter { isDetour($0, line) }
    var level = 0
    return edges.enumerated().sorted { (span($0.element), $0.offset) < (span($1.element), $1.offset) }.map {
      _, edge in
      let height = Self.height(edge.words, width: 200) + 14
      defer { level += height }
      return Detour(edge: edge, level: level, height: height)
    }
  }

  private mutating func layWays(
    _ node: Diagram.Node, _ line: [Diagram.Node], _ detours: [Detour], floor: Int, _ boxes: [String: Box]
  ) {
    let edges = diagram.edges(from: node.id)
    guard var box = boxes[node.id] else { return }
    var source = Self.element(node.id)
    if let gate = boxes[Self.gate(node.id)] {
      link(source, Self.gate(node.id), [box.end, gate.start], isInside: true)
      (box, source) = (gate, Self.gate(node.id))
    }
    for edge in edges {
      guard let target = boxes[edge.to] else { continue }
      let condition = edges.count > 1 ? ("advance", edge.codes) : nil
      let to = Self.element(edge.to)
      if let detour = detours.first(where: { $0.edge == edge }) {
        let y = floor - detour.level
        let entry = entry(of: edge, on: target, detours)
        let size = Self.height(edge.words, width: 200)
        let isBack = diagram.isBack(edge)
        let label = Box(
          x: isBack ? box.middle.x - 206 : box.middle.x + 6, y: y - size - 3, width: 200, height: size)
        link(
          source, to, [box.top, Point(x: box.middle.x, y: y), Point(x: entry.x, y: y), entry],
          words: edge.words,
          label: edge.words.isEmpty ? nil : label, condition: condition, isInside: true)
      } else {
        let size = Self.height(edge.words, width: 130)
        let label = Box(x: box.right + 8, y: box.middle.y - size - 5, width: 130, height: size)
        link(
          source, to, [box.end, target.start], words: edge.words, label: edge.words.isEmpty ? nil : label,
          condition: condition, isInside: true)
      }
    }
  }

  /// Where a detour comes in on the upper side of a shape: several side by side.
  private func entry(of edge: Diagram.Edge, on target: Box, _ detours: [Detour]) -> Point {
    let all = detours.filter { $0.edge.to == edge.to }.map(\.edge)
    let leaves = diagram.edges(from: edge.to).count == 1 && detours.contains { $0.edge.from == edge.to }
    let index = (all.firstIndex(of: edge) ?? 0) + 1
    if target.width == Self.event { return target.top }
    // The middle is left to a way that goes out there.
    let places = leaves ? all.count * 2 : all.count
    return Point(x: target.x + target.width * index / (places + 1), y: target.y)
  }
}
