/// Measures, cleans, cuts and wraps text for a terminal.
public enum TerminalText {
  /// The width of text in terminal cells: combining marks 0, East Asian wide characters and emoji 2, all else
  /// 1.
  public static func width(_ text: String) -> Int {
    // Below the first combining mark, and of dashes, quotes, dots and arrows, each is one cell: no need to look it up.
    var cells = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      guard value < 0x300 || 0x2010...0x2027 ~= value || 0x2190...0x2193 ~= value else {
        return text.reduce(0) { $0 + width($1) }
      }
      cells += 1
    }
    return cells
  }

  /// The text on one line without anything that steers a terminal: a line end or tab becomes a blank, any
  /// other control character and any direction override becomes U+FFFD.
  public static func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
    var cleaned = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\t": cleaned.append(" ")
      default: cleaned.append(steersTerminal(scalar) ? "\u{FFFD}" : scalar)
      }
      previous = scalar
    }
    return String(cleaned)
  }

  /// The text cut to `width` terminal cells, with `…` as its last where something was cut.
  public static func truncated(_ text: String, to width: Int) -> String {
    if self.width(text) <= width { return text }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 1
    for character in text {
      used += self.width(character)
      if used > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// Breaks prose at blanks into lines of at most `width` terminal cells, each starting with `indent` blanks.
  ///
  /// Line ends in the text are kept. A word that is longer than a line, such as a URL, stays whole on a line
  /// of its own.
  public static func wrap(_ text: String, width: Int, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: max(0, indent))
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        let longer = line.isEmpty ? String(word) : line + " " + word
        if !line.isEmpty && self.width(longer) + margin.count > width {
          lines.append(margin + line)
          line = String(word)
        } else {
          line = longer
        }
      }
      return lines + [line.isEmpty ? "" : margin + line]
    }
  }

  /// Breaks text at blanks into lines of at most `width` terminal cells; a word that is longer is broken too.
  public static func folded(_ text: String, to width: Int) -> [String] {
    guard width > 0, self.width(text) > width else { return [text] }
    return wrap(text, width: width).flatMap { line -> [String] in
      var pieces = [""]
      for character in line {
        let last = pieces[pieces.count - 1]
        if last.isEmpty || self.width(last) + self.width(character) <= width {
          pieces[pieces.count - 1].append(character)
        } else {
          pieces.append(String(character))
        }
      }
      return pieces
    }
  }

  /// Breaks prose like `wrap`, but only the lines after the first are indented; blanks before the first word stay.
  public static func hang(_ text: String, width: Int, indent: Int) -> [String] {
    let lead = text.prefix { $0 == " " }
    let first = String(repeating: "\u{1}", count: lead.count)
    let lines = wrap(first + text.dropFirst(lead.count), width: width - indent)
    return lines.enumerated().map { index, line in
      index == 0
        ? line.replacing("\u{1}", with: " ")
        : (line.isEmpty ? "" : String(repeating: " ", count: indent) + line)
    }
  }

  /// Puts pieces behind one another with a separator; a line breaks between two pieces, never within one that fits.
  public static func flow(_ pieces: [String], separator: String, width: Int) -> [String] {
    var lines: [String] = []
    for piece in pieces {
      if let last = lines.last, self.width(last + separator + piece) <= width {
        lines[lines.count - 1] = last + separator + piece
      } else {
        lines += hang(piece, width: width, indent: 2)
      }
    }
    return lines
  }

  private static func width(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    let isEmoji = scalars.contains { $0.properties.isEmojiPresentation }
    let asksForEmoji = scalars.count > 1 && scalars.contains("\u{FE0F}")
    return isEmoji || asksForEmoji ? 2 : scalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format: return scalar == "\u{AD}" ? 1 : 0
    default: break
    }
    // Vowels and final consonants of Hangul combine with the consonant before them.
    if 0x1160...0x11FF ~= scalar.value { return 0 }
    return wide.contains { $0 ~= scalar.value } ? 2 : 1
  }

  /// The ranges of Unicode's EastAsianWidth.txt that are W or F, joined where only unassigned code points lie
  /// between.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]

  private static func steersTerminal(_ scalar: Unicode.Scalar) -> Bool {
    if 0x20..<0x7F ~= scalar.value || 0xA0..<0x300 ~= scalar.value { return false }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: 0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value
    }
  }
}
