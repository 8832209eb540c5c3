/// What the writers of diagrams do with words: titles of a workflow file can hold anything.
extension String {
  /// The text on one line, without control characters.
  var onOneLine: String {
    String(
      String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory.isUnwritable ? " " : $0 }))
  }

  /// The text broken between words into lines of at most so many characters; a longer word stays whole.
  func wrapped(at width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in onOneLine.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The text as a name that XML (NCName), SCXML events and Mermaid take: letters, digits, `-` and the signs given stay,
  /// every other sign becomes its number between underscores, so that different texts stay different.
  func name(keeping kept: Unicode.Scalar...) -> String {
    var name = ""
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      if isPlain || scalar == "-" && previous != "-" || kept.contains(scalar) {
        name.unicodeScalars.append(scalar)
      } else {
        name += "_\(String(scalar.value, radix: 16))_"
      }
      previous = scalar
    }
    return name
  }

  /// The text with some signs replaced by what a format writes for them.
  func escaped(_ signs: [Unicode.Scalar: String]) -> String {
    var text = ""
    for scalar in onOneLine.unicodeScalars {
      if let sign = signs[scalar] { text += sign } else { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isUnwritable: Bool {
    switch self {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: false
    }
  }
}

/// An element of XML, as the writers of SCXML and BPMN put it together.
struct XMLElement {
  var name: String
  var attributes: [(name: String, value: String)]
  var children: [XMLElement]
  var text: String?

  init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil,
    _ children: [XMLElement] = []
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in value.map { (name, $0) } }
    self.text = text
    self.children = children
  }

  /// The whole file.
  var file: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + written(indent: "") }

  private func written(indent: String) -> String {
    let head = indent + "<\(name)" + attributes.map { " \($0.name)=\"\(Self.escaped($0.value))\"" }.joined()
    if let text { return head + ">\(Self.escaped(text))</\(name)>\n" }
    guard !children.isEmpty else { return head + "/>\n" }
    return head + ">\n" + children.map { $0.written(indent: indent + "  ") }.joined()
      + "\(indent)</\(name)>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0).escaped(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
    }.joined(separator: "&#10;")
  }
}
