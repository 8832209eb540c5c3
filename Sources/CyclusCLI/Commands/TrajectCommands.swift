import ArgumentParser
import CyclusCore

struct AssignCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Give a role to somebody from a day on.",
    discussion: "cyclus assign T17 --role mentor=MEES --since 2026-03-09 --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Option(help: "ROLE=PERSON") var role: String
  @Option(help: "from which day (default: --on)") var since: String?
  @Option(help: "who keeps the role as well, where it has room for several") var beside: [String] = []
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    guard let (role, person) = try Pairs.read([role], "--role").first else {
      preconditionFailure("one text gives one pair")
    }
    return .assign(
      role: act.role(role), person: try act.person(person), since: try act.session.day("--since", since),
      beside: beside.isEmpty ? nil : try Pairs.list(beside).map(act.person))
  }
}

struct StandInCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "stand-in", abstract: "Record the agreement that a role fills a corner.",
    discussion: "cyclus stand-in T17 --corner institute --role so --since 2026-02-02 --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Option(help: "the corner") var corner: String
  @Option(help: "the role that stands in") var role: String
  @Option(help: "from which day") var since: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    guard let since = try act.session.day("--since", since) else {
      preconditionFailure("--since is asked by the parser")
    }
    return .standIn(corner: corner, role: act.role(role), since: since)
  }
}

struct AdvanceCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "advance", abstract: "Go to the next phase; refused with everything that is missing.",
    discussion: "cyclus advance T17 --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Option(help: "the phase that is expected next") var to: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command { .advance(to: to) }
}

struct BlockCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "block", abstract: "Stop a traject from advancing; care goes on.",
    discussion: "cyclus block T17 --reason onveilige-situatie --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Option(help: "a code of the workflow") var reason: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command { .block(reason: reason) }
}

struct UnblockCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "unblock", abstract: "Lift a block, once what it needs is on record.",
    discussion: "cyclus unblock T17 professionele-houding --why \"hertoets behaald\" --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the block") var block: String
  @Option(help: "why, in prose") var why: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .unblock(block: block, why: try act.desk.reference(why, "--why"))
  }
}

struct EscalateCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate", abstract: "Bring a matter to the role that decides about it.",
    discussion:
      "cyclus escalate T17 --reason zorg --about vakkennis --as LIJA:mentor --source phone"
  )
  @Argument(help: "id (T17) or student number") var traject: String
  @Option(help: "a code of the workflow") var reason: String
  @Option(help: "the outcome that it is about") var about: String?
  @Option(help: "why, in prose") var why: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .escalate(reason: reason, about: about, why: try act.desk.reference(why, "--why"))
  }
}

struct ConsultCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "consult",
    abstract: "Record that a role was consulted in an escalation, or why it could not be.",
    discussion: "cyclus consult T17 E1 --role so --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the escalation, E1") var escalation: String
  @Option(help: "the role") var role: String
  @Flag(help: "it could not be reached") var absent = false
  @Option(help: "why, in prose") var why: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .consult(
      escalation: escalation, role: act.role(role), isAbsent: absent,
      why: try act.desk.reference(why, "--why"))
  }
}

struct ProposeCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Put a plan on record in an escalation.",
    discussion: "cyclus propose T17 E1 --plan \"andere klas, wekelijks contact\" --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the escalation, E1") var escalation: String
  @Option(help: "the plan, in prose") var plan: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .propose(escalation: escalation, plan: try act.desk.reference(plan, "--plan"))
  }
}

struct DecideCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Decide an escalation.",
    discussion: "cyclus decide T17 E1 --outcome hervatten --why \"plan werkt\" --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the escalation, E1") var escalation: String
  @Option(help: "an outcome of the route") var outcome: String
  @Option(help: "why, in prose") var why: String
  @Option(help: "the analysis, where the route asks one") var analysis: String?
  @Option(help: "the intervention, where the route asks one") var intervention: String?
  @Flag(help: "the judge trusts that the student will do it alone in time") var trust = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .decide(
      Command.Decide(
        escalation: escalation, outcome: outcome, why: try act.desk.reference(why, "--why"),
        analysis: try act.desk.reference(analysis, "--analysis"),
        intervention: try act.desk.reference(intervention, "--intervention"),
        parts: trust ? ["trust"] : []))
  }
}
