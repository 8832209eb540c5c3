import ArgumentParser
import CyclusCore
import CyclusYAML

struct WorkflowCheckCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check workflow files: names, references, structure, with place and remedy.",
    discussion: "cyclus workflow check mijn-workflow.yaml")
  @Argument(help: "workflow files") var files: [String]
  @Option(help: "also walk through what may happen, telling apart at most so many states (1–100000)")
  var states: Int?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    if let states, !(1...100_000).contains(states) {
      throw Failure.usage(
        "--states \(states): geef een getal van 1 tot 100000",
        "--states \(states): give a number from 1 to 100000")
    }
    var hasErrors = false
    for file in files {
      let text = try WorkflowText.read(file)
      let (result, exploration) =
        states.map { WorkflowFile.explore(text, name: file, mostStates: $0) }
        ?? (WorkflowFile.load(text, name: file), nil)
      hasErrors = hasErrors || result.workflow == nil
      if !result.findings.isEmpty { session.console.write(result.rendered(in: session.language)) }
      guard let workflow = result.workflow else { continue }
      session.console.out(
        session.text(
          "\(file): \(workflow.id) \(workflow.version) is in orde",
          "\(file): \(workflow.id) \(workflow.version) is in order"))
      for line in exploration.map(Self.lines) ?? [] { session.console.out("  " + session.text(line)) }
    }
    return hasErrors ? 1 : 0
  }

  /// What was walked through, how far, and what that shows.
  static func lines(_ walk: Exploration) -> [Localized] {
    let size = Localized(
      nl: "doorlopen: \(walk.states) toestanden, \(walk.steps) stappen",
      en: "walked through: \(walk.states) states, \(walk.steps) steps")
    let bound: Localized
    switch (walk.isWhole, walk.departures) {
    case (true, _): bound = Localized(nl: "dat is alles wat kan gebeuren", en: "that is all that may happen")
    case (_, nil):
      bound = Localized(
        nl: "een deel van het gewone verloop; meer met --states",
        en: "a part of the usual course; more with --states")
    case (_, 0?):
      bound = Localized(
        nl: "het hele gewone verloop; meer met --states", en: "the whole usual course; more with --states")
    case (_, let departures?):
      bound = Localized(
        nl: "alles tot \(departures) keer tegelijk anders dan gewoon; meer met --states",
        en: "everything up to \(departures) departures from the usual at once; more with --states")
    }
    let proven = walk.states - walk.undecided
    let end =
      walk.undecided == 0
      ? Localized(
        nl: "uit elke toestand is het gewone einde te bereiken",
        en: "from every state the regular end can be reached")
      : Localized(
        nl: "uit \(proven) toestanden is het gewone einde te bereiken; verder is niet gekeken",
        en: "from \(proven) states the regular end can be reached; it was not looked further")
    let model = Localized(
      nl: "wat alleen in dagen, nummers of tekst verschilt, telt als één toestand",
      en: "what differs only in days, numbers or text counts as one state")
    return [size, bound, end, model]
  }
}
