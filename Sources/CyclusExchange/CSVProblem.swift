/// Why a table cannot be read: every fault that was found, in the order of the file.
public struct CSVProblem: Error, Equatable, Sendable {
  /// The faults, never empty, in the order of the file.
  public let faults: [CSVFault]

  /// How many faults `nl` and `en` write out before they only count the rest.
  static let shown = 20

  /// Every fault in Dutch, one a line, each with its place.
  public var nl: String {
    text(faults.map { place($0, line: "regel", column: "kolom") + $0.nl }) { "en nog \($0) fouten" }
  }

  /// Every fault in English, one a line, each with its place.
  public var en: String {
    text(faults.map { place($0, line: "line", column: "column") + $0.en }) { "and \($0) more faults" }
  }

  private func place(_ fault: CSVFault, line: String, column: String) -> String {
    guard let position = fault.position else { return "" }
    return "\(line) \(position.line), \(column) \(position.column): "
  }

  private func text(_ lines: [String], rest: (Int) -> String) -> String {
    var lines = lines
    if lines.count > Self.shown + 1 {
      lines = lines.prefix(Self.shown) + [rest(lines.count - Self.shown)]
    }
    return lines.joined(separator: "\n")
  }
}

/// One fault in a table: where it is, what is wrong and what to do.
public enum CSVFault: Equatable, Sendable {
  /// The bytes of the file are no text.
  case unreadable(TextFileProblem)
  /// The file holds nothing but blanks and line ends.
  case empty
  /// The first line holds delimiters but no name.
  case noHeader(TextPosition)
  /// A name stands twice in the header; upper and lower case count as the same. Columns are counted from 1.
  case doubledHeader(name: String, first: Int, second: Int, TextPosition)
  /// The name of a column, counted from 1, is absurdly long.
  case longName(number: Int, count: Int, TextPosition)
  /// A column, counted from 1, has no name but holds a value on this line.
  case unnamedColumn(number: Int, TextPosition)
  /// A quotation mark opens a cell here and none closes it.
  case unclosedQuote(TextPosition)
  /// Text follows the quotation mark that closes a cell; `opened` is the line on which the cell opened.
  case textAfterQuote(opened: Int, TextPosition)
  /// A row holds a value beyond the last column of the header.
  case tooManyCells(found: Int, expected: Int, TextPosition)

  /// Where the fault is; nil where the whole file is of the wrong kind.
  public var position: TextPosition? {
    switch self {
    case .unreadable(let problem): problem.position
    case .empty: nil
    case .noHeader(let position), .doubledHeader(_, _, _, let position), .longName(_, _, let position),
      .unnamedColumn(_, let position),
      .unclosedQuote(let position), .textAfterQuote(_, let position), .tooManyCells(_, _, let position):
      position
    }
  }

  /// What is wrong and what to do, in Dutch, without the place.
  public var nl: String {
    switch self {
    case .unreadable(let problem): problem.nl
    case .empty: "het bestand is leeg; de eerste regel moet de namen van de kolommen bevatten"
    case .noHeader: "de eerste regel bevat geen namen; zet daar de namen van de kolommen"
    case .doubledHeader(let name, let first, let second, _):
      "de kolom '\(name)' komt twee keer voor, als kolom \(first) en kolom \(second); haal er een weg"
    case .longName(let number, let count, _):
      "de naam van kolom \(number) heeft \(count) tekens; zet op de eerste regel de namen van de kolommen, "
        + "van hoogstens \(CSVFile.longestName) tekens"
    case .unnamedColumn(let number, _):
      "kolom \(number) heeft geen naam maar hier wel een waarde; geef de kolom een naam of maak haar leeg"
    case .unclosedQuote:
      "het aanhalingsteken dat hier de cel opent, wordt nergens gesloten; sluit het of haal het weg"
    case .textAfterQuote(let opened, _):
      "na het aanhalingsteken dat de cel van regel \(opened) sluit, volgt nog tekst; "
        + "schrijf een aanhalingsteken binnen een cel dubbel"
    case .tooManyCells(let found, let expected, _):
      "de rij heeft \(found) cellen en de kopregel \(expected); zet aanhalingstekens om een cel waar het "
        + "scheidingsteken in staat, of haal de cellen te veel weg"
    }
  }

  /// What is wrong and what to do, in English, without the place.
  public var en: String {
    switch self {
    case .unreadable(let problem): problem.en
    case .empty: "the file is empty; its first line must hold the names of the columns"
    case .noHeader: "the first line holds no names; put the names of the columns there"
    case .doubledHeader(let name, let first, let second, _):
      "the column '\(name)' occurs twice, as column \(first) and column \(second); remove one"
    case .longName(let number, let count, _):
      "the name of column \(number) has \(count) characters; put the names of the columns on the first line, "
        + "of at most \(CSVFile.longestName) characters"
    case .unnamedColumn(let number, _):
      "column \(number) has no name but holds a value here; name the column or clear it"
    case .unclosedQuote:
      "the quotation mark that opens the cell here is never closed; close it or remove it"
    case .textAfterQuote(let opened, _):
      "text follows the quotation mark that closes the cell of line \(opened); "
        + "write a quotation mark inside a cell twice"
    case .tooManyCells(let found, let expected, _):
      "the row has \(found) cells and the header \(expected); put quotation marks around a cell that holds "
        + "the delimiter, or remove the cells too many"
    }
  }
}
