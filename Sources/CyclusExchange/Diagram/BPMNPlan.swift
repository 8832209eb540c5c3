/// A diagram laid out as BPMN: which elements there are, and where each stands.
///
/// The main line runs from left to right in a frame, which is a subprocess; ways that pass a phase over or lead back run
/// above it, what a phase asks stands under it. What recurs hangs above the frame, what can happen in every phase under it.
struct BPMNPlan {
  /// A place; units are pixels, y runs down.
  struct Point: Hashable {
    var x: Int
    var y: Int
  }

  /// A rectangle.
  struct Box: Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
    var middle: Point { Point(x: x + width / 2, y: y + height / 2) }
    var right: Int { x + width }
    var bottom: Int { y + height }
    var top: Point { Point(x: x + width / 2, y: y) }
    var foot: Point { Point(x: x + width / 2, y: bottom) }
    var start: Point { Point(x: x, y: y + height / 2) }
    var end: Point { Point(x: right, y: y + height / 2) }

    /// A box around a point.
    static func around(_ point: Point, _ width: Int, _ height: Int) -> Box {
      Box(x: point.x - width / 2, y: point.y - height / 2, width: width, height: height)
    }
  }

  /// What an element is.
  enum Kind: Hashable {
    case start, end, terminate, task, gateway, frame
    /// Something that happens while the main line goes on, by the name of its signal.
    case boundary(String)
    case note
  }

  /// An element with its place.
  struct Element {
    var id: String
    var kind: Kind
    var name: String?
    var box: Box
    /// Where the name stands, if not inside.
    var label: Box?
    /// Whether it lies in the frame.
    var isInside: Bool
    var node: Diagram.Node?
  }

  /// A connection: a flow, or the dotted line to a note.
  struct Link {
    var id: String
    var from: String
    var to: String
    var points: [Point]
    var words: [String] = []
    var label: Box?
    /// The value of `advance` or `outcome` for which it is taken.
    var condition: (variable: String, values: [String])?
    var isInside: Bool
    var isNote = false
  }

  let diagram: Diagram
  var elements: [Element] = []
  var links: [Link] = []

  init(_ diagram: Diagram) {
    self.diagram = diagram
    let strands = heightOfStrands
    let line = layMainLine(top: strands)
    layStrands(above: line)
    layAlways(below: line)
  }

  // MARK: Sizes

  static let event = 36, gateway = 50, task = 140, taskHeight = 80, gap = 40, note = 190
  static let lineHeight = 15, letter = 6

  /// A text broken to fit a width.
  static func lines(_ text: String, width: Int) -> [String] { text.wrapped(at: max(8, width / letter)) }
  /// How high some texts stand in a width.
  static func height(_ texts: [String], width: Int) -> Int {
    texts.reduce(0) { $0 + lines($1, width: width).count } * lineHeight
  }
  static func heightOfTask(_ name: String, width: Int = task) -> Int {
    max(taskHeight, height([name], width: width - 24) + 20)
  }

  static func id(_ text: String) -> String { text.name(keeping: ".") }

  // MARK: Adding

  mutating func add(
    _ id: String, _ kind: Kind, _ name: String? = nil, _ box: Box, label: Box? = nil, isInside: Bool = false,
    node: Diagram.Node? = nil
  ) {
    elements.append(
      Element(id: Self.id(id), kind: kind, name: name, box: box, label: label, isInside: isInside, node: node)
    )
  }

  mutating func link(
    _ from: String, _ to: String, _ points: [Point], words: [String] = [], label: Box? = nil,
    condition: (String, [String])? = nil, isInside: Bool = false
  ) {
    links.append(
      Link(
        id: "flow.\(links.count + 1)", from: Self.id(from), to: Self.id(to), points: points, words: words,
        label: label, condition: condition, isInside: isInside))
  }

  /// A note with a dotted line to it.
  mutating func add(
    note lines: [String], of id: String, _ box: Box, from start: Point, to end: Point, isInside: Bool = false
  ) {
    add("note.\(id)", .note, lines.joined(separator: "\n"), box, isInside: isInside)
    link(id, "note.\(id)", [start, end], isInside: isInside)
    links[links.count - 1].isNote = true
  }
}
