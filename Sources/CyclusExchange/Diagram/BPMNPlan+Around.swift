// What stands around the frame: what recurs above it, what can happen in every phase under it.
extension BPMNPlan {
  private static let strandPitch = 280, columnPitch = 420

  // MARK: Above

  private var strands: [Diagram.Node] { diagram.nodes(.strand) }
  var widthOfStrands: Int { strands.count * Self.strandPitch }
  private var wordsOfStrands: Int { strands.map { Self.height($0.lines, width: 180) }.max() ?? 0 }
  private var tallestStrand: Int {
    strands.map { Self.heightOfTask($0.title, width: 160) }.max() ?? 0
  }
  /// Where the frame begins.
  var heightOfStrands: Int { strands.isEmpty ? 40 : 40 + tallestStrand + wordsOfStrands + 60 }

  mutating func layStrands(above frame: Box) {
    for (index, node) in strands.enumerated() {
      let x = frame.x + 110 + index * Self.strandPitch
      let event = Box.around(Point(x: x, y: frame.y), Self.event, Self.event)
      let size = Self.height(node.lines, width: 180)
      let label = Box(x: event.right + 4, y: event.y - size - 4, width: 180, height: size)
      add("\(node.id).event", .boundary(node.id), node.lines.joined(separator: "\n"), event, label: label)
      let height = Self.heightOfTask(node.title, width: 160)
      let task = Box(x: x - 80, y: 40 + tallestStrand - height, width: 160, height: height)
      add(node.id, .task, node.markedTitle, task, node: node)
      link("\(node.id).event", node.id, [event.top, task.foot])
      let end = Box(
        x: task.right + 30, y: task.middle.y - Self.event / 2, width: Self.event, height: Self.event)
      add("\(node.id).end", .end, nil, end)
      link(node.id, "\(node.id).end", [task.end, end.start])
    }
  }

  // MARK: Under

  private var always: [Diagram.Node] { diagram.nodes.filter(\.isAlways) }
  var widthOfAlways: Int { always.count * Self.columnPitch }

  /// The heights at which the parts of a column stand, the same for all.
  private struct Rows {
    var task: Int
    var choice: Int
    var end: Int
  }

  mutating func layAlways(below frame: Box) {
    let titles = always.map { Self.height([$0.title], width: 200) }.max() ?? 0
    let task = frame.bottom + max(56, titles + 24)
    let acts =
      always.map { max(Self.heightOfTask($0.act ?? ""), Self.height($0.lines, width: 190) + 10) }.max() ?? 0
    let words =
      always.flatMap { diagram.edges(from: $0.id) }.map { Self.height($0.words, width: 150) }.max() ?? 0
    let choice = task + acts + 60
    let rows = Rows(task: task, choice: choice, end: choice + 60 + words + 40)
    for (index, node) in always.enumerated() {
      layColumn(node, x: frame.x + 110 + index * Self.columnPitch, frame, rows)
    }
  }

  private mutating func layColumn(_ node: Diagram.Node, x: Int, _ frame: Box, _ rows: Rows) {
    let event = Box.around(Point(x: x, y: frame.bottom), Self.event, Self.event)
    let size = Self.height([node.markedTitle], width: 200)
    let label = Box(x: event.right + 4, y: frame.bottom + 8, width: 200, height: size)
    add("\(node.id).event", .boundary(node.id), node.markedTitle, event, label: label, node: node)
    let act = node.act ?? ""
    let task = Box(x: x - Self.task / 2, y: rows.task, width: Self.task, height: Self.heightOfTask(act))
    add(node.id, .task, act, task, node: node)
    link("\(node.id).event", node.id, [event.foot, task.top])
    if !node.lines.isEmpty {
      let height = Self.height(node.lines, width: 190) + 10
      let top = height > task.height ? task.y : task.middle.y - height / 2
      let box = Box(x: task.right + 30, y: top, width: 210, height: height)
      add(note: node.lines, of: node.id, box, from: task.end, to: Point(x: box.x, y: task.middle.y))
    }
    layOutcomes(node, task, rows)
  }

  private mutating func layOutcomes(_ node: Diagram.Node, _ task: Box, _ rows: Rows) {
    let edges = diagram.edges(from: node.id)
    let end = Box.around(Point(x: task.middle.x, y: rows.end), Self.event, Self.event)
    guard edges.count > 1 else {
      guard let edge = edges.first else { return }
      layEnd(edge, end)
      let label = outcome(edge, right: task.middle.x, y: rows.choice - 20)
      return link(node.id, endID(edge), [task.foot, end.top], words: edge.words, label: label)
    }
    let choice = Box.around(Point(x: task.middle.x, y: rows.choice), Self.gateway, Self.gateway)
    let id = "choice.\(node.id)"
    add(id, .gateway, nil, choice)
    link(node.id, id, [task.foot, choice.top])
    for edge in edges {
      let condition = ("outcome", edge.codes)
      guard let target = diagram.node(edge.to), target.kind == .terminated else {
        layEnd(edge, end)
        link(
          id, endID(edge), [choice.foot, end.top], words: edge.words,
          label: outcome(edge, right: choice.middle.x, y: choice.bottom + 16), condition: condition)
        continue
      }
      // An outcome permits the early end; somebody has to end it still.
      let last = Box(x: task.right + 70, y: rows.choice - 30, width: 150, height: 60)
      add("\(node.id).end", .task, target.act, last)
      let size = Self.height(edge.words, width: 100)
      let label = Box(x: choice.right + 6, y: rows.choice - size - 5, width: 100, height: size)
      link(
        id, "\(node.id).end", [choice.end, last.start], words: edge.words, label: label, condition: condition)
      let over = Box.around(Point(x: last.middle.x, y: rows.end), Self.event, Self.event)
      layEnd(edge, over)
      link("\(node.id).end", endID(edge), [last.foot, over.top])
    }
  }

  /// The words of an outcome, beside the line that goes down.
  private func outcome(_ edge: Diagram.Edge, right x: Int, y: Int) -> Box? {
    edge.words.isEmpty ? nil : Box(x: x + 8, y: y, width: 150, height: Self.height(edge.words, width: 150))
  }

  private func endID(_ edge: Diagram.Edge) -> String { "end.\(edge.from).\(edge.to)" }

  private mutating func layEnd(_ edge: Diagram.Edge, _ box: Box) {
    guard let node = diagram.node(edge.to) else { return }
    let size = Self.height([node.markedTitle], width: 130)
    let label = Box(x: box.middle.x - 65, y: box.bottom + 4, width: 130, height: size)
    add(
      endID(edge), node.kind == .terminated ? .terminate : .end, node.markedTitle, box, label: label,
      node: node)
  }
}
