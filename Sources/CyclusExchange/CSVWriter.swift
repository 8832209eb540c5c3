/// Writes rows as CSV by RFC 4180; a cell stands in quotation marks only where it must.
///
/// `CSVWriter(.excel).header(["naam"])` is `"\u{FEFF}naam\r\n"`.
public struct CSVWriter: Sendable {
  /// The kind of CSV that is written.
  public enum Dialect: Sendable {
    /// Comma, LF, UTF-8 without a byte order mark: for programs.
    case plain
    /// Semicolon, CR LF, UTF-8 with a byte order mark, formulas defused: as Dutch Excel opens it.
    case excel
  }

  private let dialect: Dialect

  /// Makes a writer for one kind of CSV.
  public init(_ dialect: Dialect = .plain) {
    self.dialect = dialect
  }

  /// The first line of the file, with its line end and, for Excel, the byte order mark before it.
  ///
  /// A name that holds any of `;`, `,` and tab is quoted, so that a reader who counts delimiters finds the
  /// right one.
  public func header(_ names: [String]) -> String {
    switch dialect {
    case .plain: line(names, quoting: ";,\t")
    case .excel: "\u{FEFF}" + line(names, quoting: ";,\t")
    }
  }

  /// One row with its line end.
  public func row(_ cells: [String]) -> String {
    line(cells, quoting: delimiter)
  }

  /// A whole file: header and rows.
  public func file(header names: [String], rows: [[String]]) -> String {
    rows.reduce(into: header(names)) { $0 += row($1) }
  }

  private var delimiter: String {
    switch dialect {
    case .plain: ","
    case .excel: ";"
    }
  }

  private var lineEnd: String {
    switch dialect {
    case .plain: "\n"
    case .excel: "\r\n"
    }
  }

  private func line(_ cells: [String], quoting delimiters: String) -> String {
    // A single empty cell would be an empty line, which readers skip.
    if cells == [""] { return "\"\"" + lineEnd }
    let special = Array((delimiters + "\"\r\n").utf8)
    return cells.map { cell($0, quoting: special) }.joined(separator: delimiter) + lineEnd
  }

  private func cell(_ content: String, quoting special: [UInt8]) -> String {
    let content = dialect == .excel ? defused(content) : content
    guard content.utf8.contains(where: special.contains) else { return content }
    var quoted = "\""
    for scalar in content.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append("\"") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Puts an apostrophe before what Excel would take for a formula (OWASP, "CSV Injection").
  private func defused(_ content: String) -> String {
    switch content.unicodeScalars.first {
    case "-" where isDigits(content.utf8.dropFirst()): content
    case "=", "+", "-", "@", "\t", "\r": "'" + content
    default: content
    }
  }

  private func isDigits(_ bytes: Substring.UTF8View) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { 0x30...0x39 ~= $0 }
  }
}
