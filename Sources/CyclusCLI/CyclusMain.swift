import ArgumentParser
import CyclusCore
import CyclusStore
import Glibc

/// The program: parses a command line, runs the command, and says how it ended.
public enum CyclusMain {
  /// Runs the command line of this process and ends it.
  public static func run() -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let surroundings = Surroundings.real()
    let console = Console.standard(noColor: arguments.contains("--no-color"))
    var code = run(arguments, surroundings, console)
    console.flush()
    if let failure = console.failure {
      let text = "cyclus: \(failure.nl)\n"
      text.utf8CString.withUnsafeBufferPointer { _ = write(STDERR_FILENO, $0.baseAddress, $0.count - 1) }
      code = 74
    }
    exit(code)
  }

  /// Runs one command line in process.
  ///
  /// - Returns: The exit code of the contract.
  public static func run(_ arguments: [String], _ surroundings: Surroundings, _ console: Console) -> Int32 {
    let language = language(arguments, surroundings)
    let arguments = arranged(arguments)
    let command: any ParsableCommand
    do {
      command = try parsedAlone(arguments) ?? Cyclus.parseAsRoot(arguments)
    } catch {
      guard Cyclus.exitCode(for: error) == .success else {
        UsageFault(error, arguments).lines(language, width: console.width ?? 100).forEach(
          console.err)
        return 64
      }
      return answer(error, arguments, language, console)
    }
    guard let command = command as? any CyclusCommand else {
      return help(command, arguments, language, console)
    }
    var session: Session?
    defer {
      if surroundings.value("CYCLUS_COUNT_WORK") != nil { session?.writeWork() }
      session?.close()
    }
    do {
      let opened = try Session(
        command.options, surroundings, console, ownFormats: type(of: command).ownFormats)
      session = opened
      try opened.admit(command)
      return try command.run(opened)
    } catch {
      return Report.failure(
        error, session, console, language, verb: type(of: command)._commandName)
    }
  }

  /// The language that is asked for, before anything else of the command line is understood.
  private static func language(_ arguments: [String], _ surroundings: Surroundings) -> Language {
    var asked = surroundings.value("CYCLUS_LANG")
    for (option, value) in zip(arguments, arguments.dropFirst() + [""]) {
      if option == "--lang" { asked = value }
      if option.hasPrefix("--lang=") { asked = String(option.dropFirst("--lang=".count)) }
    }
    return asked == "en" ? .en : .nl
  }

  /// A command parsed by itself, so that the parser need not lay out all others; `nil` where it has something to say.
  ///
  /// What is wrong with a command line, and any help, is left to the parser of the whole.
  static func parsedAlone(_ arguments: [String]) -> (any ParsableCommand)? {
    var type: any ParsableCommand.Type = Cyclus.self
    var rest = arguments[...]
    while let word = rest.first,
      let next = type.configuration.subcommands.first(where: { $0._commandName == word })
    {
      type = next
      rest = rest.dropFirst()
    }
    guard type is any CyclusCommand.Type, let command = try? type.parseAsRoot(Array(rest)) else { return nil }
    return command is any CyclusCommand ? command : nil
  }

  /// A group of commands, and ArgumentParser's own help command, answer with the help that was asked for.
  private static func help(
    _ command: any ParsableCommand, _ arguments: [String], _ language: Language, _ console: Console
  ) -> Int32 {
    var command = command
    do { try command.run() } catch { return answer(error, arguments, language, console) }
    return 0
  }

  /// A page of help in the language of the reader; the version and a completion script as they are.
  private static func answer(
    _ error: any Error, _ arguments: [String], _ language: Language, _ console: Console
  ) -> Int32 {
    let text = Cyclus.fullMessage(for: error)
    let isAsked = arguments.first == "help"
    guard text.hasPrefix("OVERVIEW: "), let root = CommandDescription.root() else {
      console.out(text)
      return 0
    }
    let (described, rest) = root.named(by: isAsked ? arguments.dropFirst() : arguments[...])
    if isAsked, let stray = rest.first, !stray.hasPrefix("-") {
      UsageFault(unknown: stray, in: described).lines(language, width: console.width ?? 100).forEach(
        console.err)
      return 64
    }
    console.out(HelpPage(command: described, language: language, width: console.width ?? 100).lines)
    return 0
  }

  /// Global options behind the command that takes them; a group of commands and the help itself take none.
  static func arranged(_ arguments: [String]) -> [String] {
    var words: [String] = []
    var rest = arguments[...]
    while let word = rest.popFirst(), word != "--" {
      if GlobalOptions.withValue.contains(word) {
        rest = rest.dropFirst()
      } else if !GlobalOptions.flags.contains(word),
        !GlobalOptions.withValue.contains(where: { word.hasPrefix($0 + "=") })
      {
        words.append(word)
      }
    }
    var type: any ParsableCommand.Type = Cyclus.self
    for word in words {
      guard let next = type.configuration.subcommands.first(where: { $0._commandName == word }) else { break }
      type = next
    }
    return type is any CyclusCommand.Type ? reordered(arguments) : words
  }

  /// Global options may stand before the command's name: they are moved behind it.
  static func reordered(_ arguments: [String]) -> [String] {
    var front: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      if GlobalOptions.withValue.contains(first), rest.count > 1 {
        front += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if GlobalOptions.flags.contains(first)
        || GlobalOptions.withValue.contains(where: { first.hasPrefix($0 + "=") })
      {
        front.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    guard !front.isEmpty, !rest.isEmpty else { return arguments }
    // Behind the name and sub-name of the command, before a terminator that would make them arguments.
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end]) + front + Array(rest[end...])
  }
}

/// A command of cyclus: it parses, calls the store or the core, and renders.
protocol CyclusCommand: ParsableCommand {
  var options: GlobalOptions { get }
  /// What `--format` can be, for a command that gives no table, JSON or CSV.
  static var ownFormats: [String] { get }
  /// Does the work and gives the exit code.
  func run(_ session: Session) throws -> Int32
}

extension CyclusCommand {
  static var ownFormats: [String] { [] }
}

/// The root of the command line.
struct Cyclus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cyclus",
    abstract: "Keeps the gesprekkencyclus of a programme: where each student is, who has to move, and why.",
    discussion: """
      cyclus board --mine              where my students are, and whose turn it is
      cyclus why T17                   what keeps a traject where it is, and who can put it right
      cyclus held T17 startgesprek --on 2026-02-24 --present student,mentor,coach --as BEUN
      cyclus overdue --flag            what cron runs every night
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Overview",
        subcommands: [
          BoardCommand.self, ShowCommand.self, WhyCommand.self, WhyDateCommand.self, TodoCommand.self,
          OverdueCommand.self, HistoryCommand.self,
        ]),
      CommandGroup(
        name: "Gesprekken",
        subcommands: [
          PlanCommand.self, CancelCommand.self, HeldCommand.self, CloseCommand.self, SubmitCommand.self,
          SignCommand.self, ApproveCommand.self, RejectCommand.self, AssessCommand.self, FeedbackCommand.self,
          ConfirmCommand.self, DisputeCommand.self, DialogueCommand.self, CountCommand.self, DoneCommand.self,
          GoalCommand.self, AgreeCommand.self, SettleCommand.self, ClaimCommand.self, GrantCommand.self,
          RefuseCommand.self, DeferCommand.self, WaiveCommand.self, SnoozeCommand.self, NoteCommand.self,
        ]),
      CommandGroup(
        name: "Trajecten",
        subcommands: [
          StartCommand.self, AssignCommand.self, StandInCommand.self, AdvanceCommand.self, BlockCommand.self,
          UnblockCommand.self, EscalateCommand.self, ConsultCommand.self, ProposeCommand.self,
          DecideCommand.self, TerminateCommand.self, PauseCommand.self,
          ResumeCommand.self, SetCommand.self, ExtendCommand.self, CorrectCommand.self,
        ]),
      CommandGroup(
        name: "Records",
        subcommands: [AuditCommand.self, VerifyCommand.self, HeadCommand.self, RebuildCommand.self]),
      CommandGroup(
        name: "Set-up",
        subcommands: [
          InitCommand.self, WorkflowCommand.self, CalendarCommand.self, PersonCommand.self,
          ImportCommand.self,
          ApplyCommand.self, SimulateCommand.self,
        ]),
    ])
}
