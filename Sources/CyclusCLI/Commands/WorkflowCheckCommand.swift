import ArgumentParser
import CyclusCore
import CyclusYAML

struct WorkflowCheckCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check workflow files: names, references, structure, and what may happen.",
    discussion: "cyclus workflow check mijn-workflow.yaml")
  @Argument(help: "workflow files") var files: [String]
  @Option(
    help: "the most states that are told apart in the walk through what may happen (0–100000; 0: no walk)")
  var states: Int = Explorer.mostStates
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    try Self.admit(states)
    if states > 2 * Explorer.mostStates { session.remark([Self.patience]) }
    var hasErrors = false
    for file in files {
      let text = try WorkflowText.read(file)
      let (result, exploration) = WorkflowFile.explore(text, name: file, mostStates: states)
      hasErrors = hasErrors || result.workflow == nil
      if !result.findings.isEmpty {
        session.console.write(result.rendered(in: session.language, on: session.console.page))
      }
      guard let workflow = result.workflow else { continue }
      let isWarned = result.findings.contains { $0.severity == .warning }
      let verdict =
        isWarned
        ? session.text(
          "\(file): \(workflow.id) \(workflow.version) heeft geen fouten, wel waarschuwingen",
          "\(file): \(workflow.id) \(workflow.version) has no errors, but warnings")
        : session.text(
          "\(file): \(workflow.id) \(workflow.version) is in orde",
          "\(file): \(workflow.id) \(workflow.version) is in order")
      session.console.out(TerminalText.hang(verdict, width: session.console.width ?? 1000, indent: 4))
      for line in exploration.map({ Self.lines($0, atMost: states) }) ?? [] {
        session.console.out(
          TerminalText.hang("  " + session.text(line), width: session.console.width ?? 1000, indent: 4))
      }
    }
    return hasErrors ? 1 : 0
  }

  private static let patience = Localized(
    nl: "tot zoveel toestanden doorlopen kan minuten duren; Ctrl-C breekt het af, en er verandert niets",
    en: "walking through so many states may take minutes; Ctrl-C stops it, and nothing is changed")

  /// Refuses a number of states that cannot be.
  static func admit(_ states: Int) throws {
    guard (0...100_000).contains(states) else {
      throw Failure.usage(
        "--states \(states): geef een getal van 0 tot 100000; met 0 wordt alleen naar het bestand gekeken",
        "--states \(states): give a number from 0 to 100000; with 0 only the file is looked at")
    }
  }

  /// What was walked through, how far, and what that shows.
  static func lines(_ walk: Exploration, atMost bound: Int) -> [Localized] {
    let size = Localized(
      nl: "doorlopen: \(walk.states) toestanden (grens \(bound)), \(walk.steps) stappen",
      en: "walked through: \(walk.states) states (bound \(bound)), \(walk.steps) steps")
    let reach: Localized
    switch (walk.isWhole, walk.departures) {
    case (true, _): reach = Localized(nl: "er is niets meer te proberen", en: "there is nothing more to try")
    case (_, nil):
      reach = Localized(
        nl: "een deel van het gewone verloop; meer met --states",
        en: "a part of the usual course; more with --states")
    case (_, 0?):
      reach = Localized(
        nl: "het hele gewone verloop; meer met --states", en: "the whole usual course; more with --states")
    case (_, let departures?):
      reach = Localized(
        nl: "alles tot \(departures) keer tegelijk anders dan gewoon; meer met --states",
        en: "everything up to \(departures) departures from the usual at once; more with --states")
    }
    let proven = walk.states - walk.terminated - walk.undecided
    let end =
      walk.undecided == 0
      ? Localized(
        nl: "uit elke toestand die niet voortijdig eindigde, is het gewone einde te bereiken",
        en: "from every state that did not end early the regular end can be reached")
      : Localized(
        nl: "uit \(proven) toestanden is het gewone einde te bereiken; verder is niet gekeken",
        en: "from \(proven) states the regular end can be reached; it was not looked further")
    let model = Localized(
      nl: "wat alleen in dagen, nummers of tekst verschilt, telt als één toestand",
      en: "what differs only in days, numbers or text counts as one state")
    return [size, reach, end, model]
  }
}
