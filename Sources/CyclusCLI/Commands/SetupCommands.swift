import ArgumentParser
import CyclusCore
import CyclusStore
import CyclusYAML

struct InitCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create the database and publish the workflows and holidays that ship with cyclus.",
    discussion: """
      cyclus init
      cyclus init --practice --db /tmp/oefen.db
      cyclus init --workflow mijn-workflow
      """)
  @Flag(help: "a database for practice, for ever: there the recorded time may be given") var practice = false
  @Option(help: "only this one of the workflows that ship; several times") var workflow: [String] = []
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let path = try session.databasePath()
    if options.now != nil, !practice { throw StoreError.notPractice }
    let recording = try session.administration(nil)
    let files = try shipped()
    let builtIn = try CalendarFiles.builtIn(session)
    var calendar: PublishedCalendar?
    var published: [PublishedWorkflow] = []
    try Store.create(path: path, isPractice: practice, recording: recording) { store in
      for shipped in files {
        let loaded = WorkflowFile.load(shipped.text, name: shipped.name)
        guard let workflow = loaded.workflow else {
          throw StoreError.fault(why: loaded.rendered(in: session.language))
        }
        published.append(try store.publish(workflow, text: shipped.text, recording: recording).workflow)
      }
      calendar = try store.publish(calendar: [builtIn.layer], recording: recording).calendar
    }.close()
    session.console.out(
      session.text("Database gemaakt: \(path)", "Database created: \(path)")
        + (practice ? session.text(" (oefendatabase)", " (practice)") : ""))
    for workflow in published {
      session.console.out(
        session.text("Workflow gepubliceerd: ", "Workflow published: ") + "\(workflow.id) \(workflow.version)"
      )
    }
    if let calendar {
      let until = builtIn.layer.knownUntil
      session.console.out(
        session.text(
          "Kalender gepubliceerd: \(calendar.version), schoolvakanties en feestdagen tot en met \(until.longNL)",
          "Calendar published: \(calendar.version), school and public holidays until \(until.longEN)"))
    }
    return 0
  }

  /// The files to publish: those that are named, else every one that ships.
  private func shipped() throws -> [ShippedWorkflows.File] {
    let known = ShippedWorkflows.all.map(\.id)
    for name in workflow where !known.contains(name) { throw StoreError.unknownWorkflow(name, known: known) }
    return ShippedWorkflows.all.filter { workflow.isEmpty || workflow.contains($0.id) }
  }
}

struct WorkflowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workflow",
    abstract: "Check, list, show, publish and draw workflow files, and hold them against examples.",
    subcommands: [
      WorkflowCheckCommand.self, WorkflowListCommand.self, WorkflowShowCommand.self,
      WorkflowPublishCommand.self, WorkflowGraphCommand.self, WorkflowCoverageCommand.self,
    ])
}

/// Reads workflow files from disk.
enum WorkflowText {
  /// Whether a file is meant, and not the id of a workflow.
  static func isFile(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.contains("/")
  }

  /// The workflow of a text without errors; of one with errors, all of them are shown.
  static func workflow(_ text: String, name: String, _ session: Session) throws -> Workflow {
    let loaded = WorkflowFile.load(text, name: name)
    guard let workflow = loaded.workflow else {
      session.console.writeToError(loaded.rendered(in: session.language, on: session.console.page))
      throw Failure.data(
        "\(name): de workflow heeft fouten: herstel die eerst",
        "\(name): the workflow has faults: mend these first")
    }
    return workflow
  }

  static func read(_ path: String) throws -> String {
    let bytes: [UInt8]
    do { bytes = try FileContent.read(path, atMost: 16 << 20) } catch {
      guard error.code != 27 else {
        throw Failure.data(
          "\(path): te groot voor een workflow (meer dan 16 MB)",
          "\(path): too large for a workflow (over 16 MB)")
      }
      throw Failure.unread(path, error)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure.data(
        "\(path): geen UTF-8; sla het bestand op als UTF-8", "\(path): not UTF-8; save the file as UTF-8")
    }
    return text
  }
}

struct WorkflowListCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The workflows in the database, every version.",
    discussion: "cyclus workflow list")
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let source = try WorkflowSource(session)
    var listing = Listing<PublishedWorkflow>()
    listing.data("workflow") { .string($0.id) }
    listing.data("version") { .string($0.version) }
    listing.data("digest") { .string($0.digest) }
    listing.data("title") { .string(try source.title(of: $0).nl) }
    listing.shown("workflow", "workflow", minimum: 12) { TextTable.Cell($0.id) }
    listing.shown("versie", "version", minimum: 8) { TextTable.Cell($0.version) }
    listing.shown("titel", "title", minimum: 12, flexible: true) {
      TextTable.Cell(session.text(try source.title(of: $0)))
    }
    listing.shown("kenmerk", "digest", minimum: 8, priority: 1) {
      TextTable.Cell(String($0.digest.prefix(12)), .dim)
    }
    try listing.write(
      try source.workflows(), session,
      // A database is made together with the workflows that ship with it.
      none: Localized(""))
    return 0
  }
}

struct WorkflowShowCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The text of a published workflow, as it was.",
    discussion: "cyclus workflow show mijn-workflow")
  @Argument(help: "the workflow") var workflow: String
  @Option(help: "the version (default: the last)") var version: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let (published, text) = try WorkflowSource(session).workflow(workflow, version: version)
    if session.format == .json {
      session.console.out(
        JSONValue.object([
          "workflow": .string(published.id), "version": .string(published.version),
          "digest": .string(published.digest),
          "text": .string(text),
        ]).pretty)
    } else {
      session.console.write(text)
    }
    return 0
  }
}

struct WorkflowPublishCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publish a workflow file: its text becomes a version that never changes.",
    discussion: "cyclus workflow publish mijn-workflow.yaml")
  @Argument(help: "the file") var file: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let text = try WorkflowText.read(file)
    let result = WorkflowFile.load(text, name: file)
    session.console.writeToError(result.rendered(in: session.language, on: session.console.page))
    guard let workflow = result.workflow else { return 1 }
    let store = try session.store(.write)
    let (published, isNew) = try store.publish(workflow, text: text, recording: session.administration(store))
    session.console.out(
      isNew
        ? session.text(
          "Gepubliceerd: \(published.id) \(published.version)",
          "Published: \(published.id) \(published.version)")
        : session.text(
          "Was al gepubliceerd: \(published.id) \(published.version)",
          "Was published already: \(published.id) \(published.version)"))
    return 0
  }
}
