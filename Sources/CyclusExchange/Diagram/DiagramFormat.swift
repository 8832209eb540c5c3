/// The formats in which a workflow can be drawn.
public enum DiagramFormat: String, CaseIterable, Sendable {
  /// Text that wikis and version control show as a picture.
  case mermaid
  /// What Graphviz reads.
  case dot
  /// A state machine that programs can run.
  case scxml
  /// BPMN 2.0 with the place of each shape, for modelling tools and workflow engines.
  case bpmn
}

extension Diagram {
  /// The diagram as a file of a format, the same bytes every time.
  public func text(_ format: DiagramFormat) -> String {
    switch format {
    case .mermaid: MermaidWriter(diagram: self).text
    case .dot: DOTWriter(diagram: self).text
    case .scxml: SCXMLWriter(diagram: self).text
    case .bpmn: BPMNWriter(diagram: self).text
    }
  }
}

/// The colours of a diagram: as few as say something, dark text on a light ground.
struct DiagramColours {
  var fill: String
  var stroke: String

  /// The colours of a node.
  init(_ node: Diagram.Node) {
    switch (node.mark, node.kind) {
    case (.done, _): self = Self(fill: "#e3f1e3", stroke: "#2e7d32")
    case (.earlier, _): self = Self(fill: "#f3f7ea", stroke: "#7b9c4a")
    case (.current, _): self = Self(fill: "#ffd54f", stroke: "#b26a00")
    case (.stopped, _): self = Self(fill: "#f8d7da", stroke: "#a52834")
    case (nil, .start), (nil, .phase), (nil, .completed): self = Self(fill: "#e8f0fe", stroke: "#2b5797")
    case (nil, .strand): self = Self(fill: "#f5f5f5", stroke: "#777777")
    case (nil, .route), (nil, .block), (nil, .pause), (nil, .leaving):
      self = Self(fill: "#fff4e5", stroke: "#a15c00")
    case (nil, .onwards): self = Self(fill: "#ffffff", stroke: "#777777")
    case (nil, .terminated): self = Self(fill: "#fdecea", stroke: "#a52834")
    }
  }

  private init(fill: String, stroke: String) {
    self.fill = fill
    self.stroke = stroke
  }
}
