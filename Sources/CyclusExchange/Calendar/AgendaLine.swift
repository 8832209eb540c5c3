import CyclusCore

/// A content line of an iCalendar file (RFC 5545, 3.1): `NAME;PARAMETER=VALUE:value`.
struct AgendaLine {
  /// The name in capitals, such as `DTSTART`.
  let name: String
  /// The parameters by their names in capitals; of several of one name the first.
  let parameters: [String: String]
  /// What stands behind the colon, as it is written.
  let value: String
  /// The line of the file on which it begins, from 1.
  let number: Int

  /// Reads a line; nil for one without a name or a colon.
  init?(_ text: String, number: Int) {
    var rest = text[...]
    let name = rest.prefix { $0 != ":" && $0 != ";" }
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
      return nil
    }
    rest = rest.dropFirst(name.count)
    var parameters: [String: String] = [:]
    while rest.first == ";" {
      let key = rest.dropFirst().prefix { $0 != "=" && $0 != ":" && $0 != ";" }
      rest = rest.dropFirst(key.count + 1)
      guard rest.first == "=" else { return nil }
      rest = rest.dropFirst()
      // A value may stand between quotation marks, and then hold a colon or a semicolon.
      var value = ""
      var isQuoted = false
      while let character = rest.first, isQuoted || (character != ":" && character != ";") {
        if character == "\"" { isQuoted.toggle() } else { value.append(character) }
        rest = rest.dropFirst()
      }
      if parameters[key.uppercased()] == nil { parameters[key.uppercased()] = value }
    }
    guard rest.first == ":" else { return nil }
    self.name = name.uppercased()
    self.parameters = parameters
    self.value = String(rest.dropFirst())
    self.number = number
  }

  /// The value as a text (3.3.11): `\n` is a blank, and a backslash goes before `,`, `;` and itself.
  var text: String { texts.joined(separator: ",") }

  /// The texts of a list, which commas part.
  var texts: [String] {
    var texts = [""]
    var rest = value[...]
    while let character = rest.popFirst() {
      switch character {
      case "\\":
        guard let next = rest.popFirst() else { break }
        texts[texts.count - 1].append(next == "n" || next == "N" ? " " : next)
      case ",": texts.append("")
      default: texts[texts.count - 1].append(character)
      }
    }
    return texts.map { $0.split(separator: " ").joined(separator: " ") }
  }

  /// The lines of a file with the numbers on which they begin, long lines that were folded (3.1) made whole again.
  ///
  /// A fold may fall within the bytes of one character, so lines are joined before they are decoded.
  static func unfolded(_ bytes: [UInt8]) -> (lines: [[UInt8]], numbers: [Int]) {
    var lines: [[UInt8]] = []
    var numbers: [Int] = []
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let end: UInt8 = content.contains(0x0A) ? 0x0A : 0x0D
    for (index, part) in content.split(separator: end, omittingEmptySubsequences: false).enumerated() {
      let line = part.last == 0x0D ? part.dropLast() : part
      if let first = line.first, first == 0x20 || first == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(Array(line))
        numbers.append(index + 1)
      }
    }
    return (lines, numbers)
  }
}
