import ArgumentParser
import CyclusCore
import Testing

@testable import CyclusCLI

/// Help: one line, then examples that parse (every command has at least one).
@Suite struct HelpTests {
  /// Every command with its own commands, from the root down.
  private static func all(_ command: any ParsableCommand.Type = Cyclus.self) -> [any ParsableCommand.Type] {
    [command] + command.configuration.subcommands.flatMap { all($0) }
      + command.configuration.groupedSubcommands.flatMap { $0.subcommands.flatMap { all($0) } }
  }

  /// The examples in a discussion: lines with `cyclus …`, joined where they end in a backslash, without what two blanks or a redirection part off.
  private static func examples(_ discussion: String) -> [String] {
    let lines = discussion.replacing(/\\\n\s*/, with: " ").split(separator: "\n").map(String.init)
    return lines.filter { $0.hasPrefix("cyclus ") }.map { line in
      var example = line[...]
      if let redirection = example.firstRange(of: " >") { example = example[..<redirection.lowerBound] }
      if let remark = example.firstMatch(of: /\s{3,}/) { example = example[..<remark.range.lowerBound] }
      return String(example)
    }
  }

  @Test func everyExampleInTheHelpParses() throws {
    var count = 0
    for command in Self.all() {
      for example in Self.examples(command.configuration.discussion) {
        count += 1
        let words = Array(ShellWords.split(example).dropFirst())
        do {
          let parsed = try Cyclus.parseAsRoot(CyclusMain.reordered(words))
          #expect(parsed is any CyclusCommand, "\(example) is a command that does something")
        } catch { Issue.record("\(example): \(Cyclus.message(for: error))") }
      }
    }
    #expect(count > 35)
  }

  @Test func everyCommandHasOneLineAndAnExample() {
    for command in Self.all() {
      let configuration = command.configuration
      #expect(!configuration.abstract.isEmpty && !configuration.abstract.contains("\n"), "\(command)")
      guard configuration.subcommands.isEmpty else { continue }
      #expect(!Self.examples(configuration.discussion).isEmpty, "\(command) has an example")
    }
  }

  @Test func theExamplesOfAJSONLineAreTaken() throws {
    let lines = ApplyCommand.configuration.discussion.split(separator: "\n").drop { !$0.hasPrefix("{") }
    let members = try #require(try JSONParser.parse(lines.joined(separator: "\n")).members)
    #expect(members["command"]?.text == "held")
  }

  // The options that may stand before the command are those of every command, all of them.
  @Test func everyGlobalOptionMayStandBeforeTheCommand() throws {
    let help = Cyclus.helpMessage(for: BoardCommand.self, columns: 200)
    let section = try #require(help.firstRange(of: "GLOBAL OPTIONS"))
    let options = help[section.upperBound...].split(separator: "\n\n", maxSplits: 1)[0]
    let named = options.matches(of: /^  (--[a-z-]+)( <)?/.anchorsMatchLineEndings())
    #expect(named.count >= 13)
    for match in named where match.output.1 != "--version" {
      let option = String(match.output.1)
      let takesValue = match.output.2 != nil
      #expect((takesValue ? GlobalOptions.withValue : GlobalOptions.flags).contains(option), "\(option)")
    }
  }
}
