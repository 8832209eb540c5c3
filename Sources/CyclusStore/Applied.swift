import Crypto
import CyclusCore

/// The lines of a file that one transaction of `apply` carries out.
///
/// A line is remembered by its id and a salted digest of its content, so that a second time changes nothing. What is
/// remembered is chained: the event `lines_applied` closes the transaction.
public final class AppliedLines {
  /// A line as the table holds it.
  struct Line {
    var id: [UInt8]
    /// Sixteen bytes of chance; `nil` where it was erased.
    var salt: [UInt8]?
    /// SHA-256 over salt and content; `nil` where it was erased.
    var digest: [UInt8]?
    /// SHA-256 over salt, id, 0x1f and digest; what is chained, also after the line was erased.
    var leaf: [UInt8]

    /// The leaf that the other columns give; `nil` where they were erased.
    var expectedLeaf: [UInt8]? {
      guard let salt, let digest else { return nil }
      return Array(SHA256.hash(data: salt + id + [0x1f] + digest))
    }

    init(id: [UInt8], salt: [UInt8]?, digest: [UInt8]?, leaf: [UInt8]) {
      self.id = id
      self.salt = salt
      self.digest = digest
      self.leaf = leaf
    }

    init(id: String, content: String) {
      let salt = TextDesk.salt()
      self.init(
        id: Array(id.utf8), salt: salt, digest: Array(SHA256.hash(data: salt + Array(content.utf8))), leaf: []
      )
      leaf = expectedLeaf ?? []
    }

    /// Whether the line had this content; of an erased line nobody can tell, and it is taken for the same.
    func had(_ content: String) -> Bool {
      guard let salt, let digest else { return true }
      return Array(SHA256.hash(data: salt + Array(content.utf8))) == digest
    }
  }

  /// The batch to which the events of the lines belong.
  public let batch: Int
  /// Whether no line was carried out yet.
  public var isEmpty: Bool { lines.isEmpty }
  private let store: Store
  private var lines: [[UInt8]: Line] = [:]

  init(_ store: Store, batch: Int) {
    self.store = store
    self.batch = batch
  }

  /// Whether a line was applied before under its id.
  ///
  /// - Parameter text: The line as the file has it, by which it was remembered before contents had one form.
  /// - Throws: `StoreError.appliedOtherwise` where it was applied with other content.
  public func holds(id: String, content: String, text: String? = nil) throws(StoreError) -> Bool {
    let known = try store.guarded {
      try lines[Array(id.utf8)]
        ?? store.connection.prepare("SELECT salt, digest FROM applied WHERE id = ?").first(.text(id)) {
          Line(id: Array(id.utf8), salt: try $0.optionalBlob(0), digest: try $0.optionalBlob(1), leaf: [])
        }
    }
    guard let known else { return false }
    guard known.had(content) || text.map(known.had) ?? false else {
      throw StoreError.appliedOtherwise(id: id)
    }
    return true
  }

  /// Remembers a line that was carried out.
  public func add(id: String, content: String) {
    lines[Array(id.utf8)] = Line(id: id, content: content)
  }

  /// Chains the lines by one event, recorded with the last of them, and writes their rows.
  fileprivate func close(account: String) throws {
    guard !lines.isEmpty else { return }
    let recorded = Instant(milliseconds: try store.tail().recorded)
    let recording = Recording(
      actor: .system, account: account, source: nil, happened: recorded.dutchDay, today: recorded.dutchDay,
      recorded: recorded, isGiven: false)
    let event = try store.append(
      type: "lines_applied",
      data: [
        "count": .integer(Int64(lines.count)), "digest": .string(Self.digest(lines.values.map(\.leaf))),
      ],
      recording: recording, batch: batch)
    let insert = try store.connection.prepare(
      "INSERT INTO applied (id, event, salt, digest, leaf) VALUES (?, ?, ?, ?, ?)")
    for line in lines.values {
      try insert.run(
        .text(String(decoding: line.id, as: UTF8.self)), .integer(Int64(event)),
        line.salt.map { .blob($0) } ?? .null, line.digest.map { .blob($0) } ?? .null, .blob(line.leaf))
    }
  }

  /// SHA-256 over leaves in the order of their bytes, in hexadecimal.
  static func digest(_ leaves: [[UInt8]]) -> String {
    var sha = SHA256()
    for leaf in leaves.sorted(by: { $0.lexicographicallyPrecedes($1) }) { sha.update(data: leaf) }
    return Array(sha.finalize()).hexadecimal
  }
}

extension Store {
  /// Carries out lines of a file in one transaction; their ids and digests are chained at its end.
  ///
  /// - Parameter batch: The number of the file, where an earlier part of it has one; else the next.
  public func applying<Result>(
    batch: Int?, account: String, _ body: (AppliedLines) throws -> Result
  ) throws -> Result {
    try writing {
      let lines = AppliedLines(self, batch: try batch ?? nextBatch())
      let result = try body(lines)
      try lines.close(account: account)
      return result
    }
  }
}
