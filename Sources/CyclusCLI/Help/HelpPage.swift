import ArgumentParser
import CyclusCore

/// A command as the argument parser describes it, for a page of help or for what is wrong with a command line.
struct CommandDescription {
  /// An argument or an option of a command.
  struct Argument {
    var isPositional = false
    var isOptional = false
    var isRepeating = false
    /// `--as`, or `--help` with `-h`; empty for what has its place in the line.
    var names: [String] = []
    var value: String?
    var abstract = ""
    var section: String?

    /// Whether it is a switch, without a value.
    var isFlag: Bool { !isPositional && value == nil }

    /// `--as <as>`, `<traject>`.
    var synopsis: String {
      let value = value.map { "<\($0)>" + (isRepeating && isPositional ? "…" : "") }
      return ([names.last].compactMap(\.self) + [value].compactMap(\.self)).joined(separator: " ")
    }
  }

  /// The command line up to here: `cyclus person add`.
  var path: [String]
  var abstract = ""
  var discussion = ""
  var arguments: [Argument] = []
  var commands: [CommandDescription] = []

  /// The whole command line, from the root.
  static func root() -> CommandDescription? {
    guard let value = try? JSONParser.parse(Array(Cyclus._dumpHelp().utf8)) else { return nil }
    return value.members?["command"].map { CommandDescription($0, under: []) }
  }

  private init(_ value: JSONValue, under parents: [String]) {
    let members = value.members
    func text(_ key: String) -> String { members?[key]?.text ?? "" }
    path = parents + [text("commandName")]
    abstract = text("abstract")
    discussion = text("discussion")
    arguments = (members?["arguments"]?.list ?? []).map(Argument.init)
    commands = (members?["subcommands"]?.list ?? []).map { [path] in CommandDescription($0, under: path) }
  }

  /// The command that words name, as far as they name one, and the words that are left.
  func named(by words: some Sequence<String>) -> (command: CommandDescription, rest: [String]) {
    var command = self
    var rest = Array(words)
    while let word = rest.first, let next = command.commands.first(where: { $0.path.last == word }) {
      command = next
      rest.removeFirst()
    }
    return (command, rest)
  }

  /// `cyclus block <traject> --reason <reason> [options]`.
  func usage(_ language: Language) -> String {
    func word(_ english: String) -> String { HelpWords.text(english, language) }
    guard commands.isEmpty else { return (path + [word("<command>")]).joined(separator: " ") }
    let placed = arguments.filter(\.isPositional).map { $0.isOptional ? "[\($0.synopsis)]" : $0.synopsis }
    let needed = arguments.filter { !$0.isPositional && !$0.isOptional }.map(\.synopsis)
    return (path + placed + needed + [word("[options]")]).joined(separator: " ")
  }
}

extension CommandDescription.Argument {
  fileprivate init(_ value: JSONValue) {
    let members = value.members
    isPositional = members?["kind"]?.text == "positional"
    let isFlag = members?["kind"]?.text == "flag"
    isOptional = members?["isOptional"] == .bool(true)
    isRepeating = members?["isRepeating"] == .bool(true)
    names = (members?["names"]?.list ?? []).map { name in
      (name.members?["kind"]?.text == "long" ? "--" : "-") + (name.members?["name"]?.text ?? "")
    }
    self.value = isFlag ? nil : members?["valueName"]?.text
    abstract = members?["abstract"]?.text ?? ""
    section = members?["sectionTitle"]?.text
  }
}

/// A page of help: what a command does, examples, arguments and options, in the language of the reader.
struct HelpPage {
  let command: CommandDescription
  let language: Language
  let width: Int

  /// The lines of the page.
  var lines: [String] {
    var lines = TerminalText.wrap(
      "\(command.path.joined(separator: " ")): \(word(command.abstract))", width: width)
    lines += examples
    lines += section(
      word("Usage"), TerminalText.hang("  " + command.usage(language), width: width, indent: 6))
    for (title, commands) in groups {
      lines += section(title, table(commands.map { ($0.path.last ?? "", word($0.abstract)) }))
    }
    let isGlobal = { (argument: CommandDescription.Argument) in argument.section == "Global options" }
    lines += section(word("Arguments"), table(command.arguments.filter(\.isPositional)))
    lines += section(
      word("Options"), table(command.arguments.filter { !$0.isPositional && !isGlobal($0) }))
    lines += section(word("Global options"), table(command.arguments.filter(isGlobal)))
    if !command.commands.isEmpty {
      let names = (command.path + [word("<command>"), "--help"]).joined(separator: " ")
      lines += ["", word("More about a command: ") + names]
    }
    return lines
  }

  private func word(_ english: String) -> String { HelpWords.text(english, language) }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title + ":"] + lines
  }

  /// Examples can be copied: one that is too long goes on behind a backslash; what stands beside them is prose.
  private var examples: [String] {
    let joined = command.discussion.replacing(/\\\n\s*/, with: "")
    let lines = joined.split(separator: "\n").map(String.init).flatMap { line -> [String] in
      guard line.hasPrefix("cyclus ") else {
        return HelpWords.has(line) ? TerminalText.wrap(word(line), width: width, indent: 2) : ["  " + line]
      }
      guard let remark = line.firstMatch(of: /\s{3,}(\S.*)$/) else { return example(line) }
      let text = TerminalText.wrap(word(String(remark.output.1)), width: width, indent: 6)
      return example(String(line[..<remark.range.lowerBound])) + text
    }
    return section(word("Examples"), lines)
  }

  /// Broken before an option only, never within a value.
  private func example(_ line: String) -> [String] {
    var pieces = line.split(separator: " --", omittingEmptySubsequences: false).map(String.init)
    for index in pieces.indices.dropFirst() { pieces[index] = "--" + pieces[index] }
    let lines = TerminalText.flow(pieces, separator: " ", width: max(20, width - 8))
    return lines.enumerated().map { index, line in
      (index == 0 ? "  " : "      ") + line + (index < lines.count - 1 ? " \\" : "")
    }
  }

  /// The commands in their groups, as the root has them, else together.
  private var groups: [(String, [CommandDescription])] {
    let grouped = command.path.count == 1 ? Cyclus.configuration.groupedSubcommands : []
    guard !grouped.isEmpty else {
      return command.commands.isEmpty ? [] : [(word("Commands"), command.commands)]
    }
    return grouped.map { group in
      let names = group.subcommands.map { $0._commandName }
      return (word(group.name), command.commands.filter { names.contains($0.path.last ?? "") })
    }
  }

  private func table(_ arguments: [CommandDescription.Argument]) -> [String] {
    table(
      arguments.map { argument in
        let names = argument.names.count > 1 ? argument.names.joined(separator: ", ") : argument.synopsis
        return (names, word(isDrawn(argument) ? "mermaid (default), dot, scxml or bpmn" : argument.abstract))
      })
  }

  /// Whether an option is the format of a drawing, where the one that all commands share says something else.
  private func isDrawn(_ argument: CommandDescription.Argument) -> Bool {
    command.path.last == WorkflowGraphCommand._commandName && argument.names == ["--format"]
  }

  private func table(_ rows: [(name: String, text: String)]) -> [String] {
    let indent = 26
    return rows.flatMap { name, text -> [String] in
      let head = "  " + name
      guard head.count < indent - 1 else {
        return [head] + TerminalText.wrap(text, width: width, indent: indent)
      }
      let lines = TerminalText.wrap(text, width: width, indent: indent)
      return [head + (lines.first ?? "").dropFirst(head.count)] + lines.dropFirst()
    }
  }
}
