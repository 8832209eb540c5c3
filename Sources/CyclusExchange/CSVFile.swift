/// A table read from a CSV file: a header and the rows below it.
///
/// The delimiter is `;`, `,` or a tab, whichever occurs most in the header outside quotation marks; `;` wins
/// a tie. A first line `sep=;` names it, as Excel does. Cells and names lose the blanks and no-break spaces
/// around them.
public struct CSVFile: Equatable, Sendable {
  /// One row of a table, padded with empty cells to the width of the header.
  public struct Row: Equatable, Sendable {
    /// The line of the file on which the row starts, counted from 1.
    public let line: Int

    /// The cells of the row, as many as the header has names.
    public let cells: [String]

    /// Builds a row from the line on which it starts and its cells.
    public init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// How many characters the name of a column may have.
  public static let longestName = 200

  /// The names of the columns as they stand in the file; a name may be empty where the whole column is.
  public let header: [String]

  /// The line of the file on which the header stands, counted from 1.
  public let headerLine: Int

  /// The rows below the header; rows without any value are left out.
  public let rows: [Row]

  /// The number of each row as a spreadsheet counts: empty rows and those above the header included.
  public let numbers: [Int]

  /// The rows with a value beyond the last column of the header, where these are set aside.
  public let wideRows: [WideRow]

  /// A row that has more cells than the header has names.
  public struct WideRow: Equatable, Sendable {
    /// The number of the row as a spreadsheet counts.
    public let number: Int
    /// How many cells it has, up to the last with a value.
    public let found: Int
  }

  /// The encoding in which the file was found.
  public let encoding: TextFile.Encoding

  private let indices: [String: Int]

  /// Reads a table from the bytes of a file, or names every fault that was found in it.
  ///
  /// A row that is shorter than the header is padded; empty cells beyond the header are dropped; a value
  /// there is a fault, as is a value in a column without a name.
  ///
  /// - Parameter setsAsideWideRows: Whether a row with a value beyond the header is left out and told in `wideRows`,
  ///   instead of being a fault of the whole file.
  public init(bytes: [UInt8], setsAsideWideRows: Bool = false) throws(CSVProblem) {
    let file: TextFile
    do {
      file = try TextFile(bytes: bytes)
    } catch {
      throw CSVProblem(faults: [.unreadable(error)])
    }
    var lexer = CSVLexer(text: file.text)
    guard let first = lexer.nextFilled() else { throw CSVProblem(faults: [.empty]) }
    guard first.cells.contains(where: { !$0.isEmpty }) else {
      throw CSVProblem(faults: [.noHeader(first.position)])
    }
    var faults: [CSVFault] = []
    encoding = file.encoding
    header = first.cells
    headerLine = first.position.line
    indices = Self.indices(of: first, faults: &faults)
    var body = Body(header: first.cells, setsAsideWideRows: setsAsideWideRows)
    body.read(&lexer, faults: &faults)
    rows = body.rows
    numbers = body.numbers
    wideRows = body.wideRows
    faults += lexer.faults
    if !faults.isEmpty { throw CSVProblem(faults: faults.sorted(by: Self.standsBefore)) }
  }

  /// The index of the column with this name, whatever its case; nil when the table has none.
  public func column(_ name: String) -> Int? {
    indices[name.lowercased()]
  }

  private static func standsBefore(_ left: CSVFault, _ right: CSVFault) -> Bool {
    guard let left = left.position, let right = right.position else { return false }
    return (left.line, left.column) < (right.line, right.column)
  }

  private static func indices(of first: CSVLexer.Record, faults: inout [CSVFault]) -> [String: Int] {
    var indices: [String: Int] = [:]
    for (index, name) in first.cells.enumerated() where !name.isEmpty {
      guard name.count <= longestName else {
        faults.append(.longName(number: index + 1, count: name.count, first.positions[index]))
        continue
      }
      if let earlier = indices[name.lowercased()] {
        faults.append(
          .doubledHeader(name: name, first: earlier + 1, second: index + 1, first.positions[index]))
      } else {
        indices[name.lowercased()] = index
      }
    }
    return indices
  }
}

/// What stands below the header, while it is being read.
private struct Body {
  let header: [String]
  let setsAsideWideRows: Bool
  var rows: [CSVFile.Row] = []
  var numbers: [Int] = []
  var wideRows: [CSVFile.WideRow] = []

  init(header: [String], setsAsideWideRows: Bool) {
    self.header = header
    self.setsAsideWideRows = setsAsideWideRows
  }

  mutating func read(_ lexer: inout CSVLexer, faults: inout [CSVFault]) {
    var unnamed = Set(header.indices.filter { header[$0].isEmpty })
    while let record = lexer.next() {
      var cells = record.cells
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      if let last = cells.lastIndex(where: { !$0.isEmpty }), last >= header.count {
        guard !setsAsideWideRows else {
          wideRows.append(CSVFile.WideRow(number: lexer.count, found: last + 1))
          continue
        }
        let position = record.positions[header.count]
        faults.append(.tooManyCells(found: last + 1, expected: header.count, position))
      } else if let index = unnamed.sorted().first(where: { $0 < cells.count && !cells[$0].isEmpty }) {
        unnamed.remove(index)
        faults.append(.unnamedColumn(number: index + 1, record.positions[index]))
      }
      if cells.count > header.count { cells.removeLast(cells.count - header.count) }
      cells += Array(repeating: "", count: header.count - cells.count)
      rows.append(CSVFile.Row(line: record.position.line, cells: cells))
      numbers.append(lexer.count)
    }
  }
}
