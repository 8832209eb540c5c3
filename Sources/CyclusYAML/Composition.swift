import CyclusCore
import Yams

/// The composed tree of a file, with the keys that stood twice renamed.
struct Composition {
  /// The top of the tree.
  let root: Node
  /// The names that were made up for keys that stood twice, each with the key as it was written.
  let duplicates: [String: String]
  /// How deep lists and mappings may stand in each other.
  static let depth = 64
  /// How many members a list or mapping may have.
  static let members = 1000
  /// How many keys that stand twice are looked for.
  private static let rounds = 50

  /// Composes the tree of a text; Yams stops at the first key that stands twice, so that one is
  /// renamed and the rest read.
  static func of(_ text: String) -> Result<Composition, Finding> {
    var scalars = Array(text.unicodeScalars)
    var duplicates: [String: String] = [:]
    for round in 0... {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      do {
        let parser = try Parser(yaml: String(view), resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
          return .failure(Problem.emptyFile.finding(at: Place(line: 1, column: 1)))
        }
        // The parser keeps the anchors alive, on which the check below looks.
        let fault = withExtendedLifetime(parser) { firstFault(in: root, depth: 1) }
        if let fault { return .failure(fault) }
        return .success(Composition(root: root, duplicates: duplicates))
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = Place(line: context.mark.line, column: context.mark.column)
        guard round < rounds, let key = keys.first, let stand = rename(key, at: place, in: &scalars, round)
        else { return .failure(Problem.duplicate(keys.first ?? "", firstLine: nil).finding(at: place)) }
        duplicates[stand] = duplicates[key] ?? key
      } catch {
        return .failure(Problem.finding(of: error, text: text))
      }
    }
    return .failure(Problem.emptyFile.finding(at: Place(line: 1, column: 1)))
  }

  /// Puts a letter of the private use area in place of the first of a key, which keeps every column,
  /// and gives the new key.
  private static func rename(
    _ key: String, at place: Place, in scalars: inout [Unicode.Scalar], _ round: Int
  ) -> String? {
    var line = 1
    var index = 0
    while index < scalars.count, line < place.line {
      if ["\n", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalars[index]) { line += 1 }
      index += 1
    }
    index += place.column - 1
    if scalars.indices.contains(index), scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard let first = key.unicodeScalars.first, scalars.indices.contains(index), scalars[index] == first,
      let letter = Unicode.Scalar(0xF0000 + UInt32(round))
    else { return nil }
    scalars[index] = letter
    var view = String.UnicodeScalarView()
    view.append(letter)
    view.append(contentsOf: key.unicodeScalars.dropFirst())
    return String(view)
  }

  /// The first anchor in a tree, or where it is too deep or has too much in one place; what hangs under an anchor is left alone,
  /// however often it is used.
  private static func firstFault(in node: Node, depth: Int) -> Finding? {
    if node.anchor != nil { return Problem.anchor.finding(at: node.place) }
    if depth > Self.depth { return Problem.tooDeep(Self.depth).finding(at: node.place) }
    switch node {
    case .scalar, .alias:
      return nil
    case .sequence(let sequence):
      if sequence.count > members { return Problem.tooMany(members).finding(at: node.place) }
      for member in sequence {
        if let fault = firstFault(in: member, depth: depth + 1) { return fault }
      }
    case .mapping(let mapping):
      if mapping.count > members { return Problem.tooMany(members).finding(at: node.place) }
      for (key, value) in mapping {
        if let fault = firstFault(in: key, depth: depth + 1) { return fault }
        if let fault = firstFault(in: value, depth: depth + 1) { return fault }
      }
    }
    return nil
  }
}
