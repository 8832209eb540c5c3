import ArgumentParser
import CyclusCore

struct PlanCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plan a gesprek, or move it to another moment.",
    discussion: "cyclus plan T17 startgesprek --at \"2026-03-02 10:00\" --mode online --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the gesprek") var gesprek: String
  @Option(help: "day and time, Dutch local time") var at: String
  @Option(help: "op-locatie, online or telefonisch") var mode: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    guard let moment = LocalMoment.dutch(at) else {
      throw Failure.usage(
        "--at: «\(at)» is geen dag met tijd; schrijf \"2-3-2026 10:00\" of \"2026-03-02 10:00\"",
        "--at: “\(at)” is not a day with a time; write \"2-3-2026 10:00\" or \"2026-03-02 10:00\"")
    }
    return .plan(gesprek: gesprek, at: moment, mode: mode)
  }
}

struct CancelCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Cancel a planned gesprek.",
    discussion: "cyclus cancel T17 startgesprek --why \"toetsweek\" --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the gesprek") var gesprek: String
  @Option(help: "why, in prose") var why: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .cancel(gesprek: gesprek, why: try act.desk.reference(why, "--why"))
  }
}

struct HeldCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "held", abstract: "Record that a gesprek took place; it closes where nothing is missing.",
    discussion: """
      cyclus held T17 startgesprek --on 2026-02-24 --present student,mentor,coach --set doelen=alle --as BEUN
      Given again for a gesprek that is not closed, it records a catch-up contact.
      """)
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the gesprek, or one occurrence: begeleidingsgesprek@w7") var gesprek: String
  @Option(help: "who were there: ROLE or ROLE=PERSON, with commas or several times") var present: [String] =
    []
  @Option(help: "op-locatie, online or telefonisch") var mode: String?
  @Option(help: "the conclusion, where the workflow asks one") var conclusion: String?
  @Option(help: "how long it took, in minutes") var minutes: Int?
  @Option(name: .customLong("set"), help: "what goes on record: NAME=VALUE") var record: [String] = []
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    let present = try Pairs.list(present).map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      return Command.Present(
        role: act.role(parts[0]), person: parts.count > 1 ? try act.person(parts[1]) : nil)
    }
    return .held(
      Command.Held(
        gesprek: gesprek, present: present, mode: mode, conclusion: conclusion, minutes: minutes,
        record: try Pairs.read(record, "--set")))
  }
}

struct CloseCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a gesprek once everything is on record.",
    discussion: "cyclus close T17 startgesprek --set doelen=alle --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the gesprek") var gesprek: String
  @Option(help: "the conclusion, where the workflow asks one") var conclusion: String?
  @Option(name: .customLong("set"), help: "what goes on record: NAME=VALUE") var record: [String] = []
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    var record = try Pairs.read(record, "--set")
    if let conclusion {
      if let other = record[ResultCondition.conclusion] {
        throw Failure.usage(
          "de conclusie staat er twee keer, «\(conclusion)» en «\(other)»: geef haar alleen met --conclusion",
          "the conclusion is given twice, “\(conclusion)” and “\(other)”: give it with --conclusion only")
      }
      record[ResultCondition.conclusion] = conclusion
    }
    return .close(gesprek: gesprek, record: record)
  }
}

struct SubmitCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Record that a document was handed in; cyclus keeps where it is, not the document.",
    discussion:
      "cyclus submit T17 zelfreflectie@tussenevaluatie --ref https://portfolio/17 --as 7000017 --source mail")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the document") var document: String
  @Option(help: "where it is") var ref: String?
  @Option(help: "a part of it: NAME=TEXT") var part: [String] = []
  @Option(help: "the last day on which it is valid") var validUntil: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .submit(
      Command.Submit(
        document: document, reference: try act.desk.reference(ref, "--ref"),
        parts: try act.prose(Pairs.read(part, "--part")),
        validUntil: try act.session.day("--valid-until", validUntil)))
  }
}

struct SignCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Record that a document was signed.",
    discussion: "cyclus sign T17 formulier --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the document") var document: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command { .sign(document: document) }
}

struct ApproveCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Give an approval that was asked.",
    discussion: "cyclus approve T17 goedkeuring-doelen --as LIJA:mentor --source mail")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the approval") var approval: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command { .approve(approval: approval) }
}

struct RejectCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Refuse an approval that was asked; the document goes back with why.",
    discussion:
      "cyclus reject T17 goedkeuring-doelen --why \"doelen niet meetbaar\" --as LIJA:mentor --source mail")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the approval") var approval: String
  @Option(help: "why, in prose") var why: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .reject(approval: approval, why: try act.desk.reference(why, "--why"))
  }
}
