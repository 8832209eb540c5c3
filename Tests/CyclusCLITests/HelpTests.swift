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

  // MARK: Two languages

  private static func described(_ command: CommandDescription) -> [CommandDescription] {
    [command] + command.commands.flatMap { described($0) }
  }

  @Test func everythingThatTheHelpSaysHasADutchSide() throws {
    for command in Self.described(try #require(CommandDescription.root())) {
      #expect(HelpWords.has(command.abstract), "\(command.path): \(command.abstract)")
      for argument in command.arguments where !argument.abstract.isEmpty {
        #expect(HelpWords.has(argument.abstract), "\(command.path): \(argument.abstract)")
      }
      for line in command.discussion.split(separator: "\n").map(String.init) {
        if let remark = line.firstMatch(of: /^cyclus .*?\s{3,}(\S.*)$/) {
          #expect(HelpWords.has(String(remark.output.1)), "\(command.path): \(line)")
        } else if line.first?.isLetter == true, !line.hasPrefix("cyclus ") {
          #expect(HelpWords.has(line), "\(command.path): \(line)")
        }
      }
    }
  }

  @Test(arguments: [Language.nl, .en]) func everyPageSpeaksOneLanguage(_ language: Language) throws {
    let foreign =
      language == .nl
      ? /\b(Usage|Options|Arguments|Commands|Overview|Examples|Show|More|the|and|not|with|what|who|is that)\b/
      : /\b(Gebruik|Opties|Argumenten|Voorbeelden|Meer|de|het|een|niet|van|voor|met|wie|wat|waar|alleen)\b/
    for command in Self.described(try #require(CommandDescription.root())) {
      let page = HelpPage(command: command, language: language, width: 80).lines.joined(separator: "\n")
      // An example is what one types, the same in both languages; so are the name of an option and a code such as not-done.
      let prose = page.replacing(/(?m)^  (cyclus |    --|\{|\s*").*$/, with: "")
        .replacing(/\b[a-z]+-[a-z-]+/, with: "").replacing(/--?[a-z-]+/, with: "").replacing(
          /<[a-z-]+>/, with: "")
      let names = Set(command.commands.compactMap(\.path.last))
      let found = prose.matches(of: foreign).map { String($0.output.1) }.filter { !names.contains($0) }
      #expect(found.isEmpty, "\(command.path): \(found)")
    }
  }

  @Test(arguments: [Language.nl, .en]) func noLineOfTheHelpIsTooLong(_ language: Language) throws {
    for command in Self.described(try #require(CommandDescription.root())) {
      let page = HelpPage(command: command, language: language, width: 80)
      for line in page.lines where !line.contains("{\"") {
        #expect(TerminalText.width(line) <= 80, "\(line)")
      }
    }
  }
}
