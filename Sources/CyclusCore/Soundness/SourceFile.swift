/// The text of a file together with the name under which findings about it are shown.
public struct SourceFile: Sendable {
  /// The name that findings start with, usually the path that was given.
  public let name: String
  /// The text, as it was read.
  public let text: String
  /// The lines without their ends.
  public let lines: [Substring]

  /// Creates a source from a text, whose lines may end in LF or CRLF.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The finding as a person reads it: `file:line:column: error: [rule] what; remedy`, the line, and
  /// a caret under it.
  public func rendered(_ finding: Finding, in language: Language) -> String {
    var text = name
    if let line = finding.line { text += ":\(line)" }
    if let column = finding.column { text += ":\(column)" }
    text += ": \(finding.severity.rawValue): [\(finding.rule)] "
    text += "\(finding.message.text(language)); \(finding.remedy.text(language))"
    let story = finding.story.map { "\n    \($0.text(language))" }.joined()
    guard let line = finding.line, lines.indices.contains(line - 1) else { return text + story }
    let (content, column) = Self.shown(lines[line - 1], finding.column)
    text += "\n\(content)"
    guard let column else { return text + story }
    return text + "\n\(indentation(of: content, to: column))^" + story
  }

  /// The most characters of a line that are shown, and how many of them stand before the caret.
  private static let (width, before) = (240, 80)

  /// A line and the column of its caret; of a line that is too long to show the part around the caret, with dots.
  private static func shown(_ line: Substring, _ column: Int?) -> (Substring, Int?) {
    let scalars = line.unicodeScalars
    guard scalars.count > width else { return (line, column) }
    let skipped = max(0, (column ?? 1) - 1 - before)
    let part = String(String.UnicodeScalarView(scalars.dropFirst(skipped).prefix(width)))
    let isCut = skipped + width < scalars.count
    let shown = (skipped > 0 ? "…" : "") + part + (isCut ? "…" : "")
    return (shown[...], column.map { $0 - skipped + (skipped > 0 ? 1 : 0) })
  }

  /// The findings as a person reads them, each on lines of its own, with a line end after each.
  public func rendered(_ findings: [Finding], in language: Language) -> String {
    findings.map { rendered($0, in: language) + "\n" }.joined()
  }

  /// Blanks as wide as what stands before a column; tabs stay tabs, so that the caret lands under its
  /// character.
  private func indentation(of line: Substring, to column: Int) -> String {
    String(line.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " })
  }
}
