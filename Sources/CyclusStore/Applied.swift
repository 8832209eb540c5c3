import Crypto
import CyclusCore

extension Store {
  /// Whether a line of a batch was applied before under its id.
  ///
  /// - Throws: `StoreError.appliedOtherwise` where it was applied with other content.
  public func wasApplied(id: String, content: String) throws(StoreError) -> Bool {
    try guarded {
      let before = try connection.prepare("SELECT digest FROM applied WHERE id = ?").first(.text(id)) {
        try $0.text(0)
      }
      guard let before else { return false }
      guard before == Self.digest(content) else { throw StoreError.appliedOtherwise(id: id) }
      return true
    }
  }

  /// Remembers that a line was applied; in the transaction of its command.
  public func markApplied(id: String, content: String, batch: Int) throws(StoreError) {
    try guarded {
      try connection.prepare("INSERT INTO applied (id, digest, batch) VALUES (?, ?, ?)")
        .run(.text(id), .text(Self.digest(content)), .integer(Int64(batch)))
    }
  }

  private static func digest(_ content: String) -> String {
    Array(SHA256.hash(data: Array(content.utf8))).hexadecimal
  }
}
