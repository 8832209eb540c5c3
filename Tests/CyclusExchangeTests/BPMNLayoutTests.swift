import CyclusCore
import Testing

@testable import CyclusExchange

/// The places in a BPMN file: every element has one, nothing lies on anything else, and arrows begin and end at shapes.
@Suite struct BPMNLayoutTests {
  private struct Box {
    var x, y, width, height: Int

    init(_ bounds: XMLTree) throws {
      func number(_ key: String) throws -> Int { try #require(Int(bounds[key])) }
      (x, y, width, height) = (
        try number("x"), try number("y"), try number("width"), try number("height")
      )
    }

    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
    func contains(_ other: Box) -> Bool {
      x <= other.x && y <= other.y && other.x + other.width <= x + width
        && other.y + other.height <= y + height
    }
    /// Whether a point lies on the border.
    func touches(_ x: Int, _ y: Int) -> Bool {
      let isAcross = (self.x...self.x + width).contains(x) && (y == self.y || y == self.y + height)
      let isBeside = (self.y...self.y + height).contains(y) && (x == self.x || x == self.x + width)
      return isAcross || isBeside
    }
  }

  private static let nodes: Set = [
    "bpmn:startEvent", "bpmn:endEvent", "bpmn:userTask", "bpmn:exclusiveGateway", "bpmn:subProcess",
    "bpmn:boundaryEvent", "bpmn:textAnnotation",
  ]
  private static let links: Set = ["bpmn:sequenceFlow", "bpmn:association"]

  private static func tree(_ name: String) throws -> XMLTree {
    let workflow = name == "hostile" ? try Drawn.hostile() : try Drawn.workflow(name)
    return try XMLTree.read(Diagram(workflow, in: .nl).text(.bpmn))
  }

  private static func boxes(_ tree: XMLTree) throws -> [String: Box] {
    var boxes: [String: Box] = [:]
    for shape in tree.all("bpmndi:BPMNShape") { boxes[shape["bpmnElement"]] = try Box(shape.children[0]) }
    return boxes
  }

  @Test(arguments: Drawn.names + ["hostile"]) func everyElementHasItsPlace(_ name: String) throws {
    let tree = try Self.tree(name)
    let shapes = Set(tree.all("bpmndi:BPMNShape").map { $0["bpmnElement"] })
    let edges = Set(tree.all("bpmndi:BPMNEdge").map { $0["bpmnElement"] })
    #expect(Set(tree.all.filter { Self.nodes.contains($0.name) }.map { $0["id"] }) == shapes)
    #expect(Set(tree.all.filter { Self.links.contains($0.name) }.map { $0["id"] }) == edges)
  }

  @Test(arguments: Drawn.names + ["hostile"]) func noShapeLiesOnAnother(_ name: String) throws {
    let tree = try Self.tree(name)
    let boxes = try Self.boxes(tree)
    let frame = try #require(boxes["main"])
    let attached = Set(tree.all("bpmn:boundaryEvent").map { $0["id"] })
    let inner = Set(tree.all("bpmn:subProcess")[0].all.map { $0["id"] })
    let ids = boxes.keys.sorted().filter { $0 != "main" }
    for (index, id) in ids.enumerated() {
      let box = try #require(boxes[id])
      if inner.contains(id) {
        #expect(frame.contains(box), "\(id) in the frame")
      } else if !attached.contains(id) {
        #expect(!frame.overlaps(box), "\(id) outside the frame")
      }
      for other in ids[(index + 1)...] {
        #expect(!box.overlaps(try #require(boxes[other])), "\(id) on \(other)")
      }
    }
  }

  // The words beside arrows and under events may not be hidden behind a shape either.
  @Test(arguments: Drawn.names) func noWordsLieOnAShape(_ name: String) throws {
    let tree = try Self.tree(name)
    let boxes = try Self.boxes(tree).filter { $0.key != "main" }
    let labels = try tree.all("bpmndi:BPMNLabel").map { try Box($0.children[0]) }
    for (index, label) in labels.enumerated() {
      for (id, box) in boxes { #expect(!label.overlaps(box), "\(label) on \(id)") }
      for other in labels[(index + 1)...] { #expect(!label.overlaps(other), "\(label) on \(other)") }
    }
  }

  @Test(arguments: Drawn.names + ["hostile"]) func everyArrowBeginsAndEndsAtTheBorderOfItsShape(
    _ name: String
  ) throws {
    let tree = try Self.tree(name)
    let boxes = try Self.boxes(tree)
    let ends = tree.all.filter { Self.links.contains($0.name) }.map {
      ($0["id"], ($0["sourceRef"], $0["targetRef"]))
    }
    let known = Dictionary(uniqueKeysWithValues: ends)
    for edge in tree.all("bpmndi:BPMNEdge") {
      let (from, to) = try #require(known[edge["bpmnElement"]])
      let points = try edge.all("di:waypoint").map {
        (try #require(Int($0["x"])), try #require(Int($0["y"])))
      }
      let (first, last) = (try #require(points.first), try #require(points.last))
      #expect(
        points.count > 1 && boxes[from]?.touches(first.0, first.1) == true, "\(edge["id"]) begins at \(from)")
      #expect(boxes[to]?.touches(last.0, last.1) == true, "\(edge["id"]) ends at \(to)")
      for (a, b) in zip(points, points.dropFirst()) {
        #expect(a.0 == b.0 || a.1 == b.1, "\(edge["id"]) is straight")
      }
    }
  }

  @Test(arguments: Drawn.names) func aWayOutOfAChoiceHasItsCondition(_ name: String) throws {
    let tree = try Self.tree(name)
    for flow in tree.all("bpmn:sequenceFlow") {
      let condition = flow.all("bpmn:conditionExpression").first?.text
      #expect((condition != nil) == flow["sourceRef"].hasPrefix("choice."), "\(flow["id"])")
      #expect(
        condition?.wholeMatch(of: /(advance|outcome) == '[a-z0-9-]+'( or outcome == '[a-z0-9-]+')*/) != nil
          || condition == nil)
    }
  }
}
