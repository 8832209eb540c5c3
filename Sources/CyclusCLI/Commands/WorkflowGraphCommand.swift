import ArgumentParser
import CyclusCore
import CyclusExchange
import CyclusStore
import CyclusYAML

/// Draws a workflow, or where a traject stands in its own.
struct WorkflowGraphCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw a workflow, or with a traject also where that stands: mermaid, dot, scxml or bpmn.",
    discussion: """
      cyclus workflow graph mijn-workflow > workflow.mmd
      cyclus workflow graph mijn-workflow.yaml > workflow.mmd
      cyclus workflow graph mijn-workflow --format bpmn > workflow.bpmn
      cyclus workflow graph T17 --format dot > T17.dot
      """)
  static let ownFormats = DiagramFormat.allCases.map(\.rawValue)

  @Argument(help: "the workflow, its file, or a traject: id (T17) or student number") var subject: String
  @Option(help: "the version (default: the last)") var version: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let format = options.format.flatMap(DiagramFormat.init) ?? .mermaid
    session.console.write(try diagram(session).text(format))
    return 0
  }

  /// The drawing of what is named: a workflow that is published under that name goes before a traject.
  private func diagram(_ session: Session) throws -> Diagram {
    if WorkflowText.isFile(subject) {
      guard version == nil else {
        throw Failure.usage(
          "een bestand is één versie: laat --version weg", "a file is one version: leave --version out")
      }
      let workflow = try WorkflowText.workflow(try WorkflowText.read(subject), name: subject, session)
      return Diagram(workflow, in: session.language)
    }
    let source = try WorkflowSource(session)
    guard try source.isKnown(subject) || !isTraject(session) else { return try ofTraject(session) }
    guard try session.past().isNow else {
      throw Failure.usage(
        "--as-of en --known-at gaan over een traject: laat ze weg, of noem een traject in plaats van «\(subject)»",
        "--as-of and --known-at are about a traject: leave them out, or name a traject instead of “\(subject)”"
      )
    }
    return Diagram(try source.compiled(subject, version: version), in: session.language)
  }

  private func ofTraject(_ session: Session) throws -> Diagram {
    guard version == nil else {
      throw Failure.usage(
        "een traject heeft zijn eigen versie van de workflow: laat --version weg",
        "a traject has its own version of the workflow: leave --version out")
    }
    let (state, rulebook) = try session.state(of: subject)
    Practice.remark(session)
    return Diagram(rulebook.workflow, of: state, status: session.word(state.status), in: session.language)
  }

  /// Whether a name is that of a traject or a student; `T17` and a number are meant so even where there is none, and any
  /// other name that nobody knows is meant as a workflow.
  private func isTraject(_ session: Session) throws -> Bool {
    let number = subject.first == "T" ? subject.dropFirst() : Substring(subject)
    if !number.isEmpty, number.allSatisfy(\.isNumber) { return true }
    do { _ = try session.store(.read).traject(named: subject) } catch StoreError.unknownTraject, StoreError
      .missing
    {
      return false
    } catch StoreError.severalTrajecten {
      return true
    }
    return true
  }
}
