import ArgumentParser
import CyclusCore
import CyclusYAML

struct WorkflowCoverageCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "What the example histories of a workflow take of its phases, ways, obligations and refusals.",
    discussion: """
      cyclus workflow coverage Workflows/mijn-workflow.yaml
      cyclus workflow coverage mijn-workflow --examples voorbeelden
      cyclus workflow coverage --all          where an example of each thing stands
      """)
  @Argument(help: "workflow files or ids (default: those that ship with cyclus)") var workflows: [String] = []
  @Option(help: "the folder with the examples (default: examples/ID beside the file)") var examples: String?
  @Flag(help: "also what is taken, with the first example of it") var all = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let sources = try sources(session)
    if examples != nil, sources.count > 1 {
      throw Failure.usage(
        "--examples is de map van één workflow: noem er één",
        "--examples is the folder of one workflow: name one")
    }
    let reports = try sources.map { try report($0, session) }
    try CoverageText(reports: reports, all: all, session: session).write()
    if reports.contains(where: { $0.disagreements.contains(where: \.isFault) }) { return 65 }
    return reports.allSatisfy(\.isComplete) ? 0 : 1
  }

  /// A workflow with its text and where its examples are.
  private struct Source {
    var workflow: Workflow
    var text: String
    /// The file in which a reader looks things up.
    var file: String
    var folder: String
  }

  private func sources(_ session: Session) throws -> [Source] {
    let named = workflows.isEmpty ? ShippedWorkflows.all.map(\.id) : workflows
    return try named.map { try source($0, session) }
  }

  /// A workflow by its file, or by the id of one that ships or was published.
  private func source(_ name: String, _ session: Session) throws -> Source {
    var (file, text) = (name, "")
    if WorkflowText.isFile(name) {
      text = try WorkflowText.read(name)
    } else if let shipped = ShippedWorkflows.all.first(where: { $0.id == name }) {
      (file, text) = ("Workflows/\(shipped.name)", shipped.text)
    } else {
      (file, text) = ("Workflows/\(name).yaml", try WorkflowSource(session).workflow(name, version: nil).text)
    }
    let workflow = try WorkflowText.workflow(text, name: file, session)
    let beside = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    return Source(
      workflow: workflow, text: text, file: file, folder: examples ?? "\(beside)examples/\(workflow.id)")
  }

  private func report(_ source: Source, _ session: Session) throws -> CoverageReport {
    var player = ExamplePlayer(source.workflow, text: source.text, session)
    let names = try ExampleFolder.names(in: source.folder, of: source.workflow.id)
    for name in names {
      let path = "\(source.folder)/\(name)"
      let bytes: [UInt8]
      do { bytes = try FileContent.read(path, atMost: 16 << 20) } catch { throw Failure.unread(path, error) }
      do {
        let lines = try ExampleLine.read(bytes, workflow: source.workflow.id)
        guard !lines.isEmpty else {
          throw Failure.data(
            "\(path): het voorbeeld is leeg: schrijf er een geschiedenis in, of verwijder het",
            "\(path): the example is empty: write a history in it, or remove it")
        }
        try player.play(lines, file: path)
      } catch let fault as ExampleFault {
        throw Failure.data(
          "\(path):\(fault.line): \(fault.message.nl)", "\(path):\(fault.line): \(fault.message.en)")
      }
    }
    let places = WorkflowFile.lines(of: player.coverage.rows.map(\.item.path), in: source.text)
    return CoverageReport(
      workflow: source.workflow, file: source.file, examples: names.count, player: player, lines: places)
  }
}
