/// Writes a diagram as BPMN 2.0 (ISO/IEC 19510) with the place of each shape.
///
/// A phase is a task of the subprocess that is the main line. Which way it is left follows from `advance`, the place to
/// which `advance --to` leads, and what an escalation comes to from `outcome`: the engine judges, the process follows.
/// What can happen in every phase comes in by signals that carry the name of their node, such as `route.loopt-achter`.
struct BPMNWriter {
  let diagram: Diagram
  private let plan: BPMNPlan

  init(diagram: Diagram) {
    self.diagram = diagram
    plan = BPMNPlan(diagram)
  }

  /// The file.
  var text: String {
    XMLElement(
      "bpmn:definitions",
      [
        "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
        "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
        "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
        "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:bioc": "http://bpmn.io/schema/bpmn/biocolor/1.0",
        "xmlns:color": "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "id": "definitions",
        "targetNamespace": "urn:cyclus:diagram", "exporter": "cyclus",
      ], signals + [process, picture]
    ).file
  }

  private var processID: String { "process." + BPMNPlan.id(diagram.name) }

  // MARK: The process

  private var signals: [XMLElement] {
    plan.elements.compactMap { element in
      guard case .boundary(let name) = element.kind else { return nil }
      return XMLElement("bpmn:signal", ["id": "signal.\(BPMNPlan.id(name))", "name": BPMNPlan.id(name)])
    }
  }

  private var process: XMLElement {
    XMLElement(
      "bpmn:process", ["id": processID, "name": diagram.title, "isExecutable": "true"],
      [XMLElement("bpmn:documentation", text: diagram.caption)] + contents(isInside: false))
  }

  /// The elements and links of a level: nodes and flows first, then notes, as the schema wants it.
  private func contents(isInside: Bool) -> [XMLElement] {
    let own = plan.elements.filter { $0.isInside == isInside }
    let links = plan.links.filter { $0.isInside == isInside }
    return own.filter { $0.kind != .note }.map(written) + links.filter { !$0.isNote }.map(flow)
      + own.filter { $0.kind == .note }.map(written) + links.filter(\.isNote).map(association)
  }

  private func written(_ element: BPMNPlan.Element) -> XMLElement {
    let links = plan.links.filter { !$0.isNote }
    let ways =
      links.filter { $0.to == element.id }.map { XMLElement("bpmn:incoming", text: $0.id) }
      + links.filter { $0.from == element.id }.map { XMLElement("bpmn:outgoing", text: $0.id) }
    func node(_ name: String, _ children: [XMLElement] = []) -> XMLElement {
      XMLElement(name, ["id": element.id, "name": element.name], ways + children)
    }
    switch element.kind {
    case .start: return node("bpmn:startEvent")
    case .end: return node("bpmn:endEvent")
    case .terminate:
      return node(
        "bpmn:endEvent", [XMLElement("bpmn:terminateEventDefinition", ["id": "\(element.id).definition"])])
    case .task: return node("bpmn:userTask")
    case .gateway: return node("bpmn:exclusiveGateway")
    case .frame: return node("bpmn:subProcess", contents(isInside: true))
    case .boundary(let signal):
      return XMLElement(
        "bpmn:boundaryEvent",
        ["id": element.id, "name": element.name, "cancelActivity": "false", "attachedToRef": "main"],
        ways + [
          XMLElement(
            "bpmn:signalEventDefinition",
            ["id": "\(element.id).definition", "signalRef": "signal.\(BPMNPlan.id(signal))"])
        ])
    case .note:
      return XMLElement(
        "bpmn:textAnnotation", ["id": element.id], [XMLElement("bpmn:text", text: element.name ?? "")])
    }
  }

  private func flow(_ link: BPMNPlan.Link) -> XMLElement {
    let words = link.words.isEmpty ? nil : link.words.joined(separator: "\n")
    let condition = link.condition.map { condition in
      let any = condition.values.map { "\(condition.variable) == '\(BPMNPlan.id($0))'" }
      return XMLElement(
        "bpmn:conditionExpression", ["xsi:type": "bpmn:tFormalExpression"],
        text: any.joined(separator: " or "))
    }
    return XMLElement(
      "bpmn:sequenceFlow", ["id": link.id, "name": words, "sourceRef": link.from, "targetRef": link.to],
      [condition].compactMap(\.self))
  }

  private func association(_ link: BPMNPlan.Link) -> XMLElement {
    XMLElement("bpmn:association", ["id": link.id, "sourceRef": link.from, "targetRef": link.to])
  }

  // MARK: The picture

  private var picture: XMLElement {
    // What lies under other shapes is drawn first, what is attached to it after it.
    let frames = plan.elements.filter { $0.kind == .frame }
    let others = plan.elements.filter { $0.kind != .frame }
    return XMLElement(
      "bpmndi:BPMNDiagram", ["id": "diagram"],
      [
        XMLElement(
          "bpmndi:BPMNPlane", ["id": "plane", "bpmnElement": processID],
          (frames + others).map(shape) + plan.links.map(edge))
      ])
  }

  private func shape(_ element: BPMNPlan.Element) -> XMLElement {
    let colours = element.node.flatMap { $0.mark == nil ? nil : DiagramColours($0) }
    return XMLElement(
      "bpmndi:BPMNShape",
      [
        "id": "shape.\(element.id)", "bpmnElement": element.id,
        "isExpanded": element.kind == .frame ? "true" : nil, "bioc:stroke": colours?.stroke,
        "bioc:fill": colours?.fill,
        "color:border-color": colours?.stroke, "color:background-color": colours?.fill,
      ], [bounds(element.box)] + label(element.label))
  }

  private func edge(_ link: BPMNPlan.Link) -> XMLElement {
    XMLElement(
      "bpmndi:BPMNEdge", ["id": "edge.\(link.id)", "bpmnElement": link.id],
      link.points.map { XMLElement("di:waypoint", ["x": "\($0.x)", "y": "\($0.y)"]) } + label(link.label))
  }

  private func label(_ box: BPMNPlan.Box?) -> [XMLElement] {
    box.map { [XMLElement("bpmndi:BPMNLabel", [:], [bounds($0)])] } ?? []
  }

  private func bounds(_ box: BPMNPlan.Box) -> XMLElement {
    XMLElement(
      "dc:Bounds", ["x": "\(box.x)", "y": "\(box.y)", "width": "\(box.width)", "height": "\(box.height)"])
  }
}
