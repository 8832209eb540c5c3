import CyclusCore
import CyclusStore
import CyclusYAML

/// Where published workflows are read: in the database, or, as long as there is none, among those that ship with cyclus.
struct WorkflowSource {
  private let store: Store?

  /// Opens the database; where there is none yet, says so and what makes one.
  init(_ session: Session) throws {
    do { store = try session.store(.read) } catch StoreError.missing(let path) {
      store = nil
      session.remark([
        Localized(
          nl:
            "er is nog geen database op \(path): dit komt met cyclus mee; «cyclus init» maakt een database en publiceert het daarin",
          en:
            "there is no database at \(path) yet: this ships with cyclus; “cyclus init” creates a database and publishes it there"
        )
      ])
    }
  }

  /// Every version, in the order in which they were published.
  func workflows() throws -> [PublishedWorkflow] {
    if let store { return try store.publishedWorkflows() }
    return try ShippedWorkflows.all.map { PublishedWorkflow(try Self.loaded($0), text: $0.text) }
  }

  /// The title of a version.
  func title(of workflow: PublishedWorkflow) throws -> Localized {
    if let store { return try store.workflow(digest: workflow.digest).title }
    return try ShippedWorkflows.all.first { $0.id == workflow.id }.map { try Self.loaded($0).title }
      ?? Localized(workflow.id)
  }

  /// The version that is named, or the last, with its text.
  func workflow(_ id: String, version: String?) throws -> (PublishedWorkflow, text: String) {
    if let store {
      let published = try store.published(id, version: version)
      return (published, try store.text(of: published))
    }
    guard let file = ShippedWorkflows.all.first(where: { $0.id == id }) else {
      throw StoreError.unknownWorkflow(id, known: ShippedWorkflows.all.map(\.id))
    }
    let published = PublishedWorkflow(try Self.loaded(file), text: file.text)
    guard version == nil || version == published.version else {
      throw StoreError.unknownWorkflow("\(id) \(version ?? "")", known: ["\(id) \(published.version)"])
    }
    return (published, file.text)
  }

  /// Whether a workflow is known by a name.
  func isKnown(_ id: String) throws -> Bool { try workflows().contains { $0.id == id } }

  /// The version that is named, or the last, ready for use.
  func compiled(_ id: String, version: String?) throws -> Workflow {
    let (published, text) = try workflow(id, version: version)
    if let store { return try store.workflow(digest: published.digest) }
    return try Self.loaded(text, name: published.id)
  }

  private static func loaded(_ file: ShippedWorkflows.File) throws -> Workflow {
    try loaded(file.text, name: file.name)
  }

  private static func loaded(_ text: String, name: String) throws -> Workflow {
    let loaded = WorkflowFile.load(text, name: name)
    guard let workflow = loaded.workflow else { throw StoreError.fault(why: loaded.rendered(in: .nl)) }
    return workflow
  }
}
