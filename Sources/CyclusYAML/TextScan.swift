import CyclusCore

/// A look at the raw text before it is parsed, which refuses what could take parsing too much time or stack.
///
/// It follows quotes, comments, block texts, brackets and indentation, as far as needed to see where a
/// value begins.
struct TextScan {
  /// The most bytes that a file may have.
  static let size = 1_000_000

  /// Whether a text is larger than a file may be.
  static func isTooLarge(_ text: String) -> Bool { text.utf8.count > size }

  /// As much of a text as findings about it can point into: of one that is too large the beginning.
  static func head(of text: String) -> String {
    isTooLarge(text) ? String(decoding: text.utf8.prefix(1000), as: UTF8.self) : text
  }

  /// Why a text is refused, or `nil`: too large, too deep, an anchor, an alias or a tag.
  static func refusal(of text: String) -> Finding? {
    guard !isTooLarge(text) else { return Problem.tooLarge.finding(at: Place(line: 1, column: 1)) }
    var scan = TextScan()
    var line: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      guard scalar == "\n" else {
        line.append(scalar)
        continue
      }
      if let refusal = scan.read(line) { return refusal }
      line.removeAll(keepingCapacity: true)
    }
    return scan.read(line)
  }

  private var lineNumber = 0
  private var flow = 0
  private var quote: Unicode.Scalar?
  private var indents: [Int] = []
  private var blockText: Int?
  private var inPlain = false

  private mutating func read(_ line: [Unicode.Scalar]) -> Finding? {
    lineNumber += 1
    guard let indent = line.firstIndex(where: { $0 != " " }) else { return nil }
    if let outer = blockText {
      if indent > outer { return nil }
      blockText = nil
    }
    var atStart = false
    if quote == nil {
      // A line that is indented more than the key goes on with the plain text above it.
      let goesOn = inPlain && (flow > 0 || indent > (indents.last ?? -1))
      atStart = !goesOn
      inPlain = goesOn
    }
    return read(line, from: indent, atStart: atStart)
  }

  private mutating func read(_ line: [Unicode.Scalar], from indent: Int, atStart: Bool) -> Finding? {
    var atStart = atStart
    var mayIndent = true
    var column = quote == nil ? indent : 0
    while column < line.count {
      let scalar = line[column]
      let next = column + 1 < line.count ? line[column + 1] : " "
      let isSpaced = next == " " || next == "\t"
      if let open = quote {
        if open == "\"", scalar == "\\" { column += 1 }
        if scalar == open {
          if open == "'", next == "'" { column += 1 } else { quote = nil }
        }
      } else if scalar == "#", column == 0 || line[column - 1] == " " || line[column - 1] == "\t" {
        return nil
      } else if atStart {
        switch scalar {
        case " ", "\t": break
        case "-" where isSpaced, "?" where isSpaced:
          mayIndent = true
          if let refusal = indented(to: column) { return refusal }
        case "[", "{":
          flow += 1
          if depthIsExceeded { return tooDeep(column) }
        case "]", "}": flow = max(0, flow - 1)
        case ",": break
        case "\"", "'":
          if mayIndent, let refusal = indented(to: column) { return refusal }
          quote = scalar
          atStart = false
        case "&" where !isSpaced, "*" where !isSpaced: return refusal(.anchor, column)
        case "!": return refusal(.tag, column)
        case "|" where flow == 0, ">" where flow == 0:
          blockText = indents.last ?? -1
          return nil
        default:
          if mayIndent, let refusal = indented(to: column) { return refusal }
          inPlain = true
          atStart = false
        }
      } else {
        switch scalar {
        case ":" where isSpaced || flow > 0 && [",", "]", "}", "[", "{", "\"", "'"].contains(next):
          atStart = true
        case "," where flow > 0: atStart = true
        case "[" where flow > 0, "{" where flow > 0:
          flow += 1
          atStart = true
          if depthIsExceeded { return tooDeep(column) }
        case "]" where flow > 0, "}" where flow > 0:
          flow -= 1
        default: break
        }
        if atStart {
          inPlain = false
          mayIndent = false
        }
      }
      column += 1
    }
    return nil
  }

  /// Whether more brackets and indents are open than lists and mappings may stand in each other.
  private var depthIsExceeded: Bool { flow + indents.count > Composition.depth + 1 }

  /// Notes the column at which a list or a mapping of the block style begins.
  private mutating func indented(to column: Int) -> Finding? {
    guard flow == 0 else { return nil }
    while let last = indents.last, last > column { indents.removeLast() }
    if indents.last != column { indents.append(column) }
    return depthIsExceeded ? tooDeep(column) : nil
  }

  private func tooDeep(_ column: Int) -> Finding { refusal(.tooDeep(Composition.depth), column) }

  private func refusal(_ problem: Problem, _ column: Int) -> Finding {
    problem.finding(at: Place(line: lineNumber, column: column + 1))
  }
}
