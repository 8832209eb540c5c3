import ArgumentParser
import CyclusCore

struct SetCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Give a parameter of a traject another value, or move it to another school.",
    discussion: """
      cyclus set T17 open-uit-jaar-1=effectieve-instructie --as BEUN
      cyclus set T17 school="De Berkenhof" --as BEUN
      cyclus set T17 duo= --as BEUN
      """)
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "NAME=VALUE; school=NAME for the school") var setting: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    guard let (name, value) = try Pairs.read([setting], "set").first else {
      preconditionFailure("one text gives one pair")
    }
    if name == "school" { return .setSchool(try act.desk.school(value, code: nil)) }
    guard let parameter = act.rulebook.workflow.parameter(name), parameter.kind == .person else {
      return .set(parameter: name, value: value)
    }
    guard !value.isBlank else { return .set(parameter: name, value: "") }
    let person = try act.person(value)
    try act.store.checkFellowStudent(person, parameter.title, verb: "set", act.traject.id)
    return .set(parameter: name, value: person.description)
  }
}

struct ExtendCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend", abstract: "Move the end of a traject, and ask again what is open in it.",
    discussion: "cyclus extend T17 --until 2026-07-10 --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Option(help: "the new last day") var until: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .extend(until: try act.session.requiredDay("--until", until))
  }
}

struct NoteCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Put a note in the record of a traject.",
    discussion: "cyclus note T17 --text \"gebeld met de school, volgende week verder\" --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Option(help: "the note, in prose") var text: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command { .note(text: try act.desk.reference(text, "--text")) }
}

struct WaiveCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive",
    abstract: "No longer ask an obligation; never a verdict, the portfolio or a decision.",
    discussion: "cyclus waive T17 startgesprek@institute.attended --why \"op school besproken\" --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the obligation, by its key as show has it") var obligation: String
  @Option(help: "why, in prose") var why: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .waive(obligation: obligation, why: try act.desk.reference(why, "--why"))
  }
}

struct SnoozeCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze",
    abstract: "Leave an obligation alone for a while: its date stays, but nobody is told until then.",
    discussion:
      "cyclus snooze T17 zelfreflectie@tussenevaluatie --until 2026-04-20 --why \"toetsweek\" --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the obligation, by its key as show has it") var obligation: String
  @Option(help: "the last day on which it is left alone") var until: String
  @Option(help: "why, in prose") var why: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .snooze(
      obligation: obligation, until: try act.session.requiredDay("--until", until),
      why: try act.desk.reference(why, "--why"))
  }
}

struct PauseCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause", abstract: "Stop the clocks of a traject; everything is still recorded meanwhile.",
    discussion: """
      cyclus pause T17 --from 2026-03-09 --cause student --as BEUN
      cyclus pause T17 --from 2026-03-09 --until 2026-03-20 --cause student --as BEUN
      """)
  @Argument(help: "id (T17) or student number") var traject: String
  @Option(help: "the first day (default: --on)") var from: String?
  @Option(help: "the last day, of a pause that is over") var until: String?
  @Option(help: "on whose account: student, workplace or institute") var cause: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    guard let known = PauseDefinition.Cause(rawValue: cause) else {
      throw Failure.usage(
        "--cause: «\(cause)» kan niet; kies student, workplace of institute. Waarom precies wordt niet vastgelegd: gegevens over gezondheid horen hier niet",
        "--cause: “\(cause)” is not possible; choose student, workplace or institute. Why exactly is not recorded: data on health do not belong here"
      )
    }
    return .pause(
      from: try act.session.day("--from", from), until: try act.session.day("--until", until), cause: known)
  }
}

struct ResumeCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Let the clocks of a paused traject go on.",
    discussion: "cyclus resume T17 --on 2026-03-23 --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command { .resume }
}

struct TerminateCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "terminate",
    abstract: "End a traject early: after the escalation that permits it, or for a reason that needs none.",
    discussion: "cyclus terminate T17 --reason stagnatie --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Option(help: "a code of the workflow") var reason: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command { .terminate(reason: reason) }
}
