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
  ///
  /// - Parameter page: The page on which it has to fit; `nil` for lines of any length.
  public func rendered(_ finding: Finding, in language: Language, on page: Page? = nil) -> String {
    func prose(_ text: String) -> String { page.map { $0.wrap(text).joined(separator: "\n") } ?? text }
    var text = name
    if let line = finding.line { text += ":\(line)" }
    if let column = finding.column { text += ":\(column)" }
    text += ": \(finding.severity.rawValue): [\(finding.rule)] "
    text += "\(finding.message.text(language)); \(finding.remedy.text(language))"
    text = prose(text)
    let story = finding.story.map { "\n" + prose("    \($0.text(language))") }.joined()
    guard let line = finding.line, lines.indices.contains(line - 1) else { return text + story }
    let (content, column) = Self.shown(lines[line - 1], finding.column, width: page?.width ?? Self.width)
    text += "\n\(content)"
    guard let column else { return text + story }
    return text + "\n\(indentation(of: content, to: column))^" + story
  }

  /// A page for a person: how wide it is, in characters, and how prose is broken into lines that fit.
  public struct Page: Sendable {
    let width: Int
    let wrap: @Sendable (String) -> [String]

    /// Describes a page; one of less than 20 characters is taken for one of 20.
    public init(width: Int, wrap: @escaping @Sendable (String) -> [String]) {
      self.width = max(20, width)
      self.wrap = wrap
    }
  }

  /// The most characters of a line that are shown where nothing says how wide the page is, those of the dots included.
  private static let width = 242

  /// A line and the column of its caret; of a line that is too long to show the part around the caret, with dots.
  private static func shown(_ line: Substring, _ column: Int?, width: Int) -> (Substring, Int?) {
    let scalars = line.unicodeScalars
    guard scalars.count > width else { return (line, column) }
    // A third of it stands before the caret, and there is room for the dots on both sides.
    let most = width - 2
    let skipped = max(0, (column ?? 1) - 1 - most / 3)
    let part = String(String.UnicodeScalarView(scalars.dropFirst(skipped).prefix(most)))
    let isCut = skipped + most < scalars.count
    let shown = (skipped > 0 ? "…" : "") + part + (isCut ? "…" : "")
    return (shown[...], column.map { $0 - skipped + (skipped > 0 ? 1 : 0) })
  }

  /// The findings as a person reads them, each on lines of its own, with a line end after each.
  public func rendered(_ findings: [Finding], in language: Language, on page: Page? = nil) -> String {
    findings.map { rendered($0, in: language, on: page) + "\n" }.joined()
  }

  /// Blanks as wide as what stands before a column; tabs stay tabs, so that the caret lands under its
  /// character.
  private func indentation(of line: Substring, to column: Int) -> String {
    String(line.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " })
  }
}
