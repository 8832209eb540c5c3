import CyclusCore

/// A workflow version as the database holds it; a traject finishes under the one that it started with (GEN-04).
public struct PublishedWorkflow: Hashable, Sendable {
  /// The id of the workflow.
  public var id: String
  /// The version that the file states.
  public var version: String
  /// SHA-256 over the text of the file, in hexadecimal.
  public var digest: String

  init(id: String, version: String, digest: String) {
    self.id = id
    self.version = version
    self.digest = digest
  }

  /// The version that publishing the text of a workflow file makes.
  public init(_ workflow: Workflow, text: String) {
    self.init(id: workflow.id, version: workflow.version, digest: Store.digest(Array(text.utf8)))
  }
}

extension Store {
  /// Publishes a workflow: its text and compiled form become a row that never changes; the log chains the digests of both.
  ///
  /// - Returns: The published version, and whether it is new; the same text published again changes nothing.
  /// - Throws: `StoreError.versionTaken` where the version exists with another text.
  public func publish(_ workflow: Workflow, text: String, recording: Recording) throws(StoreError) -> (
    workflow: PublishedWorkflow, isNew: Bool
  ) {
    try guarded {
      try connection.transaction(.immediate) {
        let digest = Self.digest(Array(text.utf8))
        let published = PublishedWorkflow(id: workflow.id, version: workflow.version, digest: digest)
        let before = try connection.prepare(
          "SELECT digest FROM definition WHERE kind = 'workflow' AND name = ? AND version = ?"
        ).first(.text(workflow.id), .text(workflow.version)) { try $0.text(0) }
        if let before {
          guard before == digest else {
            throw StoreError.versionTaken(workflow: workflow.id, version: workflow.version)
          }
          return (published, false)
        }
        let compiled = try StateCodec.encode(workflow)
        try connection.prepare(
          "INSERT INTO definition (digest, kind, name, version, text, compiled) VALUES (?, 'workflow', ?, ?, ?, ?)"
        ).run(
          .text(digest), .text(workflow.id), .text(workflow.version), .text(text), .blob(compiled))
        try append(
          type: "workflow_published",
          data: [
            "workflow": .string(workflow.id), "version": .string(workflow.version), "digest": .string(digest),
            "compiled": .string(Self.digest(compiled)),
          ], recording: recording, batch: nextBatch())
        return (published, true)
      }
    }
  }

  /// The workflows in the order in which they were published.
  public func publishedWorkflows() throws(StoreError) -> [PublishedWorkflow] {
    try guarded {
      try connection.prepare(
        """
        SELECT json_extract(data, '$.workflow'), json_extract(data, '$.version'), json_extract(data, '$.digest')
        FROM event WHERE type = 'workflow_published' ORDER BY seq
        """
      ).all { PublishedWorkflow(id: try $0.text(0), version: try $0.text(1), digest: try $0.text(2)) }
    }
  }

  /// A workflow by id, in the version that was published last or the one that is named.
  ///
  /// - Throws: `StoreError.unknownWorkflow`.
  public func published(_ id: String, version: String? = nil) throws(StoreError) -> PublishedWorkflow {
    let all = try publishedWorkflows()
    guard let found = all.last(where: { $0.id == id && (version == nil || $0.version == version) }) else {
      let versions = all.filter { $0.id == id }.map { "\(id) \($0.version)" }
      guard let version, !versions.isEmpty else {
        throw StoreError.unknownWorkflow(id, known: Array(Set(all.map(\.id))).sorted())
      }
      throw StoreError.unknownWorkflow("\(id) \(version)", known: versions)
    }
    return found
  }

  /// The text of a published workflow.
  public func text(of workflow: PublishedWorkflow) throws(StoreError) -> String {
    try guarded {
      try connection.prepare("SELECT text FROM definition WHERE digest = ?").first(.text(workflow.digest)) {
        try $0.text(0)
      } ?? ""
    }
  }

  /// The compiled workflow with a digest; read once in a process.
  public func workflow(digest: String) throws(StoreError) -> Workflow {
    if let known = workflows[digest] { return known }
    let workflow = try guarded {
      let bytes = try connection.prepare("SELECT compiled FROM definition WHERE digest = ?")
        .first(.text(digest)) { try $0.blob(0) }
      guard let bytes else { throw StoreError.damaged(path: path, why: "no definition \(digest)") }
      return try StateCodec.decode(Workflow.self, from: bytes)
    }
    workflows[digest] = workflow
    return workflow
  }
}
