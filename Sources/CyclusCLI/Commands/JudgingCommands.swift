import ArgumentParser
import CyclusCore
import CyclusStore

struct AssessCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Record a verdict on an outcome; interim where the gesprek is not the final one.",
    discussion:
      "cyclus assess T17 vakkennis --at eindbeoordeling --verdict voldaan --form https://portfolio/17 --as LIJA:mentor --source form"
  )
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the outcome") var outcome: String
  @Option(help: "the gesprek at which it was given; not for an outcome that is judged by itself") var at:
    String?
  @Option(help: "the verdict, from the outcome's scale") var verdict: String
  @Option(help: "a concrete example") var example: String?
  @Option(help: "a short reason") var why: String?
  @Option(help: "a feasible next step") var nextStep: String?
  @Option(help: "the form that holds example, reason and next step") var form: String?
  @Option(help: "what it rests on: a document, a group of indicators or an address; several times")
  var proof: [String] = []
  @Option(help: "a part of the verdict, PART=VALUE; several times") var part: [String] = []
  @Flag(help: "the judge trusts that the student will do it alone in time") var trust = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    if proof.contains(where: \.isBlank) { throw StoreError.blankText("--proof") }
    // Names of documents and indicators are codes; an address or other text can be erased.
    let proofs = proof.flatMap { Self.isText($0) ? [$0] : Pairs.list([$0]) }
    // A form that is no more than the name of a document is held against the rules for that document.
    let cited = [form].compactMap(\.self).filter { act.rulebook.workflow.document($0)?.isNeverJudged == true }
    return .assess(
      Command.Assess(
        outcome: outcome, gesprek: at, verdict: verdict,
        example: try act.desk.reference(example, "--example"),
        why: try act.desk.reference(why, "--why"), nextStep: try act.desk.reference(nextStep, "--next-step"),
        form: try act.desk.reference(form, "--form"), parts: trust ? ["trust"] : [],
        proofs: proofs.filter { !Self.isText($0) } + cited,
        references: try proofs.filter(Self.isText).map { try act.desk.reference($0, "--proof") },
        values: try Pairs.read(part, "--part")))
  }

  /// Whether a proof is prose or an address, and no name in the workflow.
  static func isText(_ proof: String) -> Bool {
    proof.contains { $0.isWhitespace || ":/.".contains($0) }
  }
}

struct FeedbackCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback",
    abstract: "Record feedback on an outcome; without an outcome it goes where other feedback belongs.",
    discussion:
      "cyclus feedback T17 samenwerken --at tussenevaluatie --form https://portfolio/17 --as LIJA:mentor --source form"
  )
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the outcome") var outcome: String?
  @Option(help: "the gesprek at which it was given") var at: String
  @Option(help: "what was seen") var seen: String?
  @Option(help: "the growth made") var growth: String?
  @Option(help: "the growth still to make") var toGrow: String?
  @Option(help: "the form that holds the three parts") var form: String?
  @Flag(help: "too little was seen to say anything") var notSeen = false
  @Option(help: "why it is given without what should come first") var why: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .feedback(
      Command.Feedback(
        outcome: outcome, gesprek: at, seen: try act.desk.reference(seen, "--seen"),
        growth: try act.desk.reference(growth, "--growth"),
        toGrow: try act.desk.reference(toGrow, "--to-grow"), form: try act.desk.reference(form, "--form"),
        isNotSeen: notSeen,
        why: try act.desk.reference(why, "--why")))
  }
}

struct ConfirmCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Confirm the result of a unit, on the last verdicts of the final gesprek.",
    discussion: "cyclus confirm T17 eenheid-1 --as RIET:trainer --source mail")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the unit, or one of its outcomes") var subject: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command { .confirm(subject: subject) }
}

struct CountCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Add to a counter, such as lessons.",
    discussion: "cyclus count T17 lessen +3 --as 7000017 --source mail")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the counter") var counter: String
  @Argument(parsing: .allUnrecognized, help: "how many: +3") var amount: [String]
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    guard amount.count == 1, let text = amount.first, let number = Int(text) else {
      throw Failure.usage(
        "count: schrijf één geheel getal, zoals +3", "count: write one whole number, such as +3")
    }
    return .count(counter: counter, amount: number)
  }
}

struct DoneCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Record that a task without a verb of its own was done.",
    discussion: "cyclus done T17 gegevens-doorgegeven --as 7000017 --source mail")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the task, or one occurrence of it") var obligation: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command { .done(obligation: obligation) }
}
