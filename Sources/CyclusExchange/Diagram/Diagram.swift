import CyclusCore

/// A workflow as a drawing shows it: nodes and edges with their words, in one language, the same for every format.
public struct Diagram: Hashable, Sendable {
  /// What stands in a place of the drawing.
  public struct Node: Hashable, Sendable {
    /// What a node is.
    public enum Kind: String, CaseIterable, Sendable {
      /// Where the main line begins.
      case start
      /// A phase of the main line.
      case phase
      /// The regular end.
      case completed
      /// What recurs beside the main line.
      case strand
      /// A route of escalation.
      case route
      /// A block, from when it is set until it is lifted.
      case block
      /// A pause, from when it is set until the traject goes on.
      case pause
      /// An early end for which no escalation is needed.
      case leaving
      /// The traject goes on in the phase where it is.
      case onwards
      /// The early end.
      case terminated
    }

    /// The name by which edges know it: a letter or two for the kind, and the id of the workflow file.
    public var id: String
    /// What it is.
    public var kind: Kind
    /// The name that people read.
    public var title: String
    /// What it asks, a line each.
    public var lines: [String] = []
    /// What brings it about, as a command line says it with a dot: `escalate.onveilig`.
    public var events: [String] = []
    /// What somebody does in it, for a format that knows tasks: `Beslissen (leercoach)`.
    public var act: String?
    /// Where the traject stands in this, for the drawing of one.
    public var mark: Mark?
  }

  /// A way from one node to another.
  public struct Edge: Hashable, Sendable {
    /// The node where it begins.
    public var from: String
    /// The node where it ends.
    public var to: String
    /// The condition or the outcome, a line each; none where there is no other way.
    public var words: [String] = []
    /// What takes it: `advance.eindgesprek`, `decide.loopt-achter.andere-plek`.
    public var events: [String] = []
    /// The place or the outcomes by which it is told from the others: `eindgesprek`, `andere-plek`.
    public var codes: [String] = []
  }

  /// Where a traject stands.
  public enum Mark: String, CaseIterable, Sendable {
    /// It has been there.
    case done
    /// It has been there in an earlier round, and may come there again.
    case earlier
    /// It is there now.
    case current
    /// It was there when it was ended early.
    case stopped
  }

  /// The words that stand above the parts of a drawing.
  public struct Headings: Hashable, Sendable {
    /// Above the phases.
    public var mainLine: String
    /// Above what recurs.
    public var beside: String
    /// Above what can happen in every phase.
    public var always: String
  }

  /// The id of the workflow.
  public var name: String
  /// Its version.
  public var version: String
  /// The name that people read.
  public var title: String
  /// What stands under the title: the version, and of which traject it is and how that stands.
  public var caption: String
  /// The words above the parts.
  public var headings: Headings
  /// The nodes, in the order of the file.
  public var nodes: [Node] = []
  /// The edges, in the order of the file.
  public var edges: [Edge] = []

  /// The node with an id.
  public func node(_ id: String) -> Node? { nodes.first { $0.id == id } }
  /// The nodes of some kinds.
  public func nodes(_ kinds: Node.Kind...) -> [Node] { nodes.filter { kinds.contains($0.kind) } }
  /// The edges that begin at a node.
  public func edges(from id: String) -> [Edge] { edges.filter { $0.from == id } }

  /// Whether an edge leads back, to a phase that does not come later.
  public func isBack(_ edge: Edge) -> Bool {
    let line = nodes(.start, .phase, .completed).map(\.id)
    guard let from = line.firstIndex(of: edge.from), let to = line.firstIndex(of: edge.to) else {
      return false
    }
    return to <= from
  }
}

extension Diagram {
  /// What can happen in every phase, in two columns: what the traject goes on after, and what can end it, with that end.
  var alwaysColumns: [[Node]] {
    let all = nodes.filter(\.isAlways)
    let ends = nodes(.terminated)
    func canEnd(_ node: Node) -> Bool {
      edges(from: node.id).contains { edge in ends.contains { $0.id == edge.to } }
    }
    return [all.filter { !canEnd($0) }, all.filter(canEnd) + ends].filter { !$0.isEmpty }
  }

  /// What brings a traject on in the phase where it is, a line behind the others of a node, for a picture without an arrow
  /// for each.
  func goingOn(from node: Node) -> [String] {
    edges(from: node.id).compactMap { edge in
      guard let to = self.node(edge.to), to.kind == .onwards else { return nil }
      return "→ \(to.title.lowercasedFirst): \(edge.words.joined(separator: ", "))"
    }
  }

  /// The edges that are drawn as arrows where those outcomes are lines.
  var arrows: [Edge] { edges.filter { node($0.to)?.kind != .onwards } }
}

extension Diagram.Node {
  /// The title with the sign of its mark before it, so that nothing hangs on a colour alone.
  public var markedTitle: String {
    switch mark {
    case .done: "✓ \(title)"
    case .earlier: "↻ \(title)"
    case .current: "▶ \(title)"
    case .stopped: "✕ \(title)"
    case nil: title
    }
  }

  /// Whether it lies on the main line.
  public var isOnMainLine: Bool { kind == .start || kind == .phase || kind == .completed }

  /// Whether it can happen in every phase.
  public var isAlways: Bool { kind == .route || kind == .block || kind == .pause || kind == .leaving }
}
