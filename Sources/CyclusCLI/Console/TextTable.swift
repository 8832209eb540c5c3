/// A table for the terminal: headings, a thin line, rows; no vertical rules and no trailing blanks.
///
/// It fits itself to a width: flexible columns shrink to their minimum, the widest first, and cut or wrap what no
/// longer fits; then the column of the lowest priority falls away, and so on. Without a width every column is as wide
/// as its widest cell.
public struct TextTable: Sendable {
  /// On which side of its column a text stands.
  public enum Alignment: Sendable {
    /// Text starts at the left edge of the column.
    case left
    /// Text ends at the right edge of the column, as numbers do.
    case right
  }

  /// One column: its heading and how it behaves when the terminal is narrow.
  public struct Column: Sendable {
    let heading: String
    let alignment: Alignment
    let minimum: Int
    let priority: Int
    let flexible: Bool
    let wraps: Bool

    /// Describes a column.
    ///
    /// - Parameters:
    ///   - minimum: The width, in terminal cells, below which a flexible column does not shrink.
    ///   - priority: The column with the lowest falls away first; of equals the rightmost.
    ///   - flexible: Whether cells may be cut with `…`.
    ///   - wraps: Whether a flexible column goes on in a next line instead of being cut.
    public init(
      _ heading: String, alignment: Alignment = .left, minimum: Int = 8, priority: Int = 0,
      flexible: Bool = false, wraps: Bool = false
    ) {
      self.heading = TerminalText.clean(heading)
      self.alignment = alignment
      self.minimum = max(1, minimum)
      self.priority = priority
      self.flexible = flexible || wraps
      self.wraps = wraps
    }
  }

  /// One cell: a text, cleaned of what steers a terminal, and its style.
  public struct Cell: Sendable, ExpressibleByStringLiteral {
    let text: String
    let style: Style

    /// Makes a cell with a text in a style.
    public init(_ text: String, _ style: Style = .plain) {
      self.text = TerminalText.clean(text)
      self.style = style
    }

    /// Makes a plain cell from a literal.
    public init(stringLiteral text: String) {
      self.init(text)
    }
  }

  /// The lines of a table and the headings of the columns that did not fit.
  public struct Rendering: Equatable, Sendable {
    /// The lines, without line ends.
    public let lines: [String]

    /// The headings of the columns that fell away, in the order of the table.
    public let omitted: [String]

    /// A remark in Dutch on the columns that fell away; nil when all are shown.
    public var nl: String? {
      omitted.isEmpty ? nil : "niet getoond, het venster is te smal: \(omitted.joined(separator: ", "))"
    }

    /// A remark in English on the columns that fell away; nil when all are shown.
    public var en: String? {
      omitted.isEmpty ? nil : "not shown, the window is too narrow: \(omitted.joined(separator: ", "))"
    }
  }

  private let columns: [Column]
  private var rows: [Row] = []

  /// The cells of a row, and a text below them.
  private struct Row {
    var cells: [Cell]
    var below: Cell
  }

  /// Makes a table without rows.
  public init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Whether the table has no rows.
  public var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; missing cells are empty, cells beyond the last column are not shown.
  ///
  /// - Parameter below: A text for the lines under the row; it starts where the first flexible column does, and may go
  ///   on to the edge of the terminal.
  public mutating func append(_ cells: [Cell], below: Cell = "") {
    rows.append(Row(cells: (0..<columns.count).map { $0 < cells.count ? cells[$0] : "" }, below: below))
  }

  /// The table fitted to the console, with colour where the console has it.
  public func rendered(for console: Console) -> Rendering {
    rendered(width: console.width, colour: console.colour)
  }

  /// The table fitted to a width in terminal cells; nil means as wide as it needs.
  public func rendered(width: Int?, colour: Bool) -> Rendering {
    let layout = TextTableLayout(columns: columns, natural: naturalWidths(), width: width)
    var lines = [
      line(columns.map { Cell($0.heading, .bold) }, layout: layout, colour: colour),
      Style.dim.applied(to: layout.rule, colour: colour),
    ]
    for row in rows {
      lines += self.lines(row.cells, layout: layout, colour: colour)
      guard !row.below.text.isEmpty else { continue }
      let place = layout.shown.firstIndex { columns[$0.index].flexible } ?? 0
      let indent = layout.shown[..<place].reduce(0) { $0 + $1.width + layout.gap }
      let room = width.map { max(1, $0 - indent) } ?? TerminalText.width(row.below.text)
      lines += TerminalText.folded(row.below.text, to: room).map {
        String(repeating: " ", count: indent) + row.below.style.applied(to: $0, colour: colour)
      }
    }
    let shown = Set(layout.shown.map(\.index))
    return Rendering(
      lines: lines, omitted: columns.indices.filter { !shown.contains($0) }.map { columns[$0].heading })
  }

  private func naturalWidths() -> [Int] {
    columns.indices.map { index in
      rows.reduce(TerminalText.width(columns[index].heading)) {
        max($0, TerminalText.width($1.cells[index].text))
      }
    }
  }

  /// A row: one line, or as many as its longest wrapped cell needs.
  private func lines(_ cells: [Cell], layout: TextTableLayout, colour: Bool) -> [String] {
    var pieces = cells.map { [$0] }
    for place in layout.shown where columns[place.index].wraps {
      let cell = cells[place.index]
      pieces[place.index] = TerminalText.folded(cell.text, to: place.width).map { Cell($0, cell.style) }
    }
    let height = layout.shown.map { pieces[$0.index].count }.max() ?? 1
    return (0..<height).map { number in
      line(pieces.map { number < $0.count ? $0[number] : "" }, layout: layout, colour: colour)
    }
  }

  /// One line; blanks are held back until text follows, so that none trail.
  private func line(_ cells: [Cell], layout: TextTableLayout, colour: Bool) -> String {
    var line = ""
    var blanks = 0
    for (position, place) in layout.shown.enumerated() {
      if position > 0 { blanks += layout.gap }
      let cell = cells[place.index]
      var text = TerminalText.truncated(cell.text, to: place.width)
      while text.last == " " { text.removeLast() }
      let padding = place.width - TerminalText.width(text)
      if text.isEmpty {
        blanks += padding
        continue
      }
      let isRight = columns[place.index].alignment == .right
      line += String(repeating: " ", count: blanks + (isRight ? padding : 0))
      line += cell.style.applied(to: text, colour: colour)
      blanks = isRight ? 0 : padding
    }
    return line
  }
}
