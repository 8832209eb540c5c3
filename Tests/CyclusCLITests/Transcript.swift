import Glibc

/// A file of commands with what they answer: `$ cyclus …`, then the output, `! ` before a line of stderr, and `? code`.
///
/// Lines with `# ` are remarks, lines with `> ` prepare something: see `TranscriptStage`. An answer that starts with one
/// of those signs has a `\` before it. A command without an answer at all is recorded, and fails the test.
struct Transcript {
  /// What a transcript is made of, in its order.
  enum Part {
    /// A remark or an empty line, kept when the file is written anew.
    case remark(String)
    /// A line that prepares something, with the lines up to `> end` where it has them.
    case directive(String, body: [String])
    /// A command line, and the lines of the answer that is expected.
    case command(String, answer: [String])
  }

  private static let signs: Set<Character> = ["$", ">", "#", "!", "?", "\\"]

  var parts: [Part] = []

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("> file ") {
        let body = lines.prefix { $0 != "> end" }
        lines = lines.dropFirst(body.count + 1)
        parts.append(.directive(String(line.dropFirst(2)), body: Array(body)))
      } else if line.hasPrefix("> ") {
        parts.append(.directive(String(line.dropFirst(2)), body: []))
      } else if line.hasPrefix("$ ") {
        var command = String(line.dropFirst(2))
        while command.hasSuffix("\\"), let next = lines.popFirst() { command += "\n" + next }
        var answer = Array(lines.prefix { !Self.begins($0) })
        lines = lines.dropFirst(answer.count)
        while answer.last == "" { answer.removeLast() }
        parts.append(.command(command, answer: answer))
      } else {
        parts.append(.remark(line))
      }
    }
    while case .remark("") = parts.last { parts.removeLast() }
  }

  private static func begins(_ line: String) -> Bool {
    line.hasPrefix("$ ") || line.hasPrefix("> ") || line.hasPrefix("# ") || line == "#"
  }

  /// What a command said, as the lines of an answer; never empty.
  static func answer(out: String, err: String, code: Int32) -> [String] {
    func lines(_ text: String) -> [String] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return lines
    }
    // Swift takes a carriage return with a line feed for one character: show it, and break the line after it.
    func broken(_ text: String) -> String {
      text.replacing("\r\n", with: "␍\n").replacing("\u{FEFF}", with: "<BOM>")
    }
    var answer = lines(broken(out)).map { line in
      line.first.map { signs.contains($0) } == true ? "\\" + line : line
    }
    answer += lines(broken(err)).map { $0.isEmpty ? "!" : "! " + $0 }
    while answer.last == "" { answer.removeLast() }
    if code != 0 || answer.isEmpty { answer.append("? \(code)") }
    return answer
  }

  /// The file with the answers that were given.
  static func text(of parts: [Part]) -> String {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .remark(let line): lines.append(line)
      case .directive(let line, let body):
        lines.append("> " + line)
        if line.hasPrefix("file ") { lines += body + ["> end"] }
      case .command(let command, let answer):
        lines.append("$ " + command)
        lines += answer + [""]
      }
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Splits a command line as a shell does: blanks, single and double quotes, and a backslash that joins lines.
enum ShellWords {
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var characters = text[...]
    while let character = characters.popFirst() {
      switch (character, quote) {
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (let sign, let open?) where sign == open: quote = nil
      case ("\\", nil), ("\\", "\""):
        guard let next = characters.popFirst() else { break }
        if next != "\n" { word = (word ?? "") + String(next) }
      case (" ", nil), ("\n", nil):
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }
}

/// A text file, read and written whole.
enum TextFile {
  static func read(_ path: String) -> [UInt8]? {
    guard let stream = fopen(path, "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) {
    guard let stream = fopen(path, "w") else { preconditionFailure("\(path) cannot be written") }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
  }

  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }
}
