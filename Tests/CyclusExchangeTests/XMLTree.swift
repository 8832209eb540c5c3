/// A strict reader of the XML that the writers of diagrams give: elements, attributes and text, no comments.
final class XMLTree {
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  let name: String
  var attributes: [String: String] = [:]
  var children: [XMLTree] = []
  var text = ""

  private init(name: String) { self.name = name }

  /// Reads a whole file; refuses what is not well formed.
  static func read(_ text: String) throws -> XMLTree {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    guard text.hasPrefix(head) else { throw Fault(description: "no declaration") }
    var rest = text.dropFirst(head.count)
    var open: [XMLTree] = []
    while let less = rest.firstIndex(of: "<") {
      let words = try plain(rest[..<less])
      if let last = open.last {
        last.text += words
      } else if words.contains(where: { !$0.isWhitespace }) {
        throw Fault(description: "words outside: \(words)")
      }
      guard let more = rest[less...].firstIndex(of: ">") else { throw Fault(description: "an open tag") }
      var tag = rest[rest.index(after: less)..<more]
      rest = rest[rest.index(after: more)...]
      if tag.first == "/" {
        guard let last = open.popLast(), last.name == tag.dropFirst() else {
          throw Fault(description: "the wrong end: \(tag)")
        }
        if open.isEmpty { return try finished(last, rest) }
        continue
      }
      let isClosed = tag.last == "/"
      if isClosed { tag = tag.dropLast() }
      let element = try XMLTree(tag: tag)
      open.last?.children.append(element)
      if !isClosed { open.append(element) } else if open.isEmpty { return try finished(element, rest) }
    }
    throw Fault(description: "it ends too soon")
  }

  private static func finished(_ root: XMLTree, _ rest: Substring) throws -> XMLTree {
    guard rest.allSatisfy(\.isWhitespace) else { throw Fault(description: "something behind the end") }
    return root
  }

  private convenience init(tag: Substring) throws {
    guard let match = tag.prefixMatch(of: /[A-Za-z_][A-Za-z0-9_.:-]*/) else {
      throw Fault(description: "no name: \(tag)")
    }
    self.init(name: String(match.output))
    var rest = tag[match.range.upperBound...]
    while !rest.isEmpty {
      guard let match = rest.prefixMatch(of: /\s+([A-Za-z_][A-Za-z0-9_.:-]*)="([^"<]*)"/) else {
        throw Fault(description: "no attribute: \(rest)")
      }
      guard attributes.updateValue(try Self.plain(match.output.2), forKey: String(match.output.1)) == nil
      else {
        throw Fault(description: "twice: \(match.output.1)")
      }
      rest = rest[match.range.upperBound...]
    }
  }

  /// Text without its references; a bare `&` or `<` is refused.
  private static func plain(_ text: Substring) throws -> String {
    let known = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#10;": "\n"]
    var plain = ""
    var rest = text
    while let sign = rest.firstIndex(of: "&") {
      plain += rest[..<sign]
      guard let (name, value) = known.first(where: { rest[sign...].hasPrefix($0.key) }) else {
        throw Fault(description: "a bare ampersand: \(text)")
      }
      plain += value
      rest = rest[sign...].dropFirst(name.count)
    }
    return plain + rest
  }

  /// Every element under this one, and this one.
  var all: [XMLTree] { [self] + children.flatMap(\.all) }
  /// Those with a name.
  func all(_ names: String...) -> [XMLTree] { all.filter { names.contains($0.name) } }
  subscript(key: String) -> String { attributes[key] ?? "" }
}
