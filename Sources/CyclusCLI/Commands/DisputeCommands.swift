import ArgumentParser
import CyclusCore

struct DisputeCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispute", abstract: "Dispute a final verdict before it is confirmed; a dialogue follows.",
    discussion:
      "cyclus dispute T17 vakkennis --why \"te weinig laten zien\" --as RIET:trainer --source mail")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the outcome") var outcome: String
  @Option(help: "the ground, in prose") var why: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .dispute(outcome: outcome, why: try act.desk.reference(why, "--why"))
  }
}

struct DialogueCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "dialogue", abstract: "Record the dialogue about a disputed verdict, and what was agreed.",
    discussion: """
      cyclus dialogue T17 leerstof-verwerken --why "lesbezoek besproken" --agreed voldaan --as BEUN
      cyclus dialogue T17 positief-leerklimaat --why "samen besproken" --agreed voldaan --trust --as BEUN
      cyclus dialogue T17 leerstof-verwerken --none --why "niet bereikbaar gebleken" --as BEUN
      """)
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the outcome") var outcome: String
  @Option(help: "what was said, or why there was no dialogue, in prose") var why: String
  @Option(help: "the verdict on which all agreed") var agreed: String?
  @Flag(name: .customLong("none"), help: "there was no dialogue") var isAbsent = false
  @Flag(help: "the judge trusts that the student will do it alone in time") var trust = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .dialogue(
      Command.Dialogue(
        outcome: outcome, why: try act.desk.reference(why, "--why"), agreed: agreed, isAbsent: isAbsent,
        parts: trust ? ["trust"] : []))
  }
}

struct GoalCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "goal", abstract: "Set a goal of the student, in the parts of the workflow.",
    discussion:
      "cyclus goal T17 --part leeruitkomst=vakkennis --part doel=\"rustig beginnen\" --part niveau=2 --as 7000017 --source form"
  )
  @Argument(help: "id (T17) or student number") var traject: String
  @Option(help: "a part of the goal: NAME=TEXT") var part: [String] = []
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    let inProse = Set(act.rulebook.workflow.goals?.parts.filter { $0.kind == .prose }.map(\.id) ?? [])
    var prose: [String: String] = [:]
    var codes: [String: String] = [:]
    for (name, text) in try Pairs.read(part, "--part") {
      if inProse.contains(name) { prose[name] = text } else { codes[name] = text }
    }
    return .goal(prose: try act.prose(prose), codes: codes)
  }
}

struct AgreeCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree", abstract: "Record an agreement with its owner and date.",
    discussion:
      "cyclus agree T17 --what \"lesplan vooraf delen\" --owner student --due 2026-03-20 --first-step \"maandag klas 2b\" --as BEUN"
  )
  @Argument(help: "id (T17) or student number") var traject: String
  @Option(help: "what was agreed, in prose") var what: String
  @Option(help: "the role that owns it") var owner: String
  @Option(help: "by when") var due: String
  @Option(help: "the first step, in prose") var firstStep: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .agree(
      Command.Agree(
        what: try act.desk.reference(what, "--what"), owner: act.role(owner),
        due: try act.session.requiredDay("--due", due),
        firstStep: try act.desk.reference(firstStep, "--first-step")))
  }
}

struct SettleCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle", abstract: "Say what became of an agreement.",
    discussion: "cyclus settle T17 A1 --status done --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the agreement, A1") var agreement: String
  @Option(help: "done, not-done or dropped") var status: String
  @Option(help: "why, in prose") var why: String?
  @Option(help: "what is needed now, in prose") var needs: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    guard let known = Traject.Agreement.Status(rawValue: status) else {
      throw Failure.usage(
        "--status: «\(status)» kan niet; kies done, not-done of dropped",
        "--status: “\(status)” is not possible; choose done, not-done or dropped")
    }
    return .settle(
      Command.Settle(
        agreement: agreement, status: known, why: try act.desk.reference(why, "--why"),
        needs: try act.desk.reference(needs, "--needs")))
  }
}
