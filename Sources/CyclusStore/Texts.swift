import Crypto
import CyclusCore

/// Takes in what can be erased: prose, names, numbers and references, and gives what may stand in the log.
///
/// The source is rule GEN-08: names and free text can be erased without breaking the log.
/// A text is written in the transaction of the command, so that it is gone again when the command is refused.
public final class TextDesk {
  private let store: Store
  private let recording: Recording?
  private let batch: Int

  init(_ store: Store, _ recording: Recording? = nil, batch: Int = 0) {
    self.store = store
    self.recording = recording
    self.batch = batch
  }

  /// The number of a school, by its code or else its name; it is added when it is new.
  public func school(_ name: String, code: String?) throws(StoreError) -> Int {
    guard !name.isBlank else { throw .blankText("school") }
    return try store.guarded {
      guard let recording else {
        throw StoreError.damaged(path: store.path, why: "a school without a recording")
      }
      return try store.school(name: name, code: code, recording: recording, batch: batch)
    }
  }

  /// Takes in a text that was given under an option; refused where it says nothing, or holds contact data.
  public func reference(_ content: String, _ option: String) throws(StoreError) -> TextReference {
    guard content.saysSomething else { throw .blankText(option) }
    if let contact = ContactData(inProse: content) { throw .contactInProse(option, contact) }
    return try store.guarded { try take(content, kind: "prose") }
  }

  /// Takes in a text that no option brought: one that was made up.
  func reference(_ content: String) throws(StoreError) -> TextReference { try reference(content, "text") }

  /// Takes in a text if there is one.
  public func reference(_ content: String?, _ option: String) throws(StoreError) -> TextReference? {
    guard let content else { return nil }
    let reference: TextReference = try self.reference(content, option)
    return reference
  }

  func take(_ content: String, kind: String) throws -> TextReference {
    let salt = store.seededSalt() ?? Self.salt()
    try store.connection.prepare("INSERT INTO text (kind, salt, content) VALUES (?, ?, ?)")
      .run(.text(kind), .blob(salt), .text(content))
    return TextReference(
      id: Int(store.connection.lastInsertedRow), digest: Self.digest(salt, Array(content.utf8)))
  }

  /// Sixteen bytes of chance.
  static func salt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// SHA-256 over salt and text, in hexadecimal.
  static func digest(_ salt: [UInt8], _ content: [UInt8]) -> String {
    var sha = SHA256()
    sha.update(data: salt)
    sha.update(data: content)
    return Array(sha.finalize()).hexadecimal
  }
}

extension Array where Element == UInt8 {
  /// The bytes as hexadecimal digits in small letters.
  var hexadecimal: String {
    let digits = Array<UInt8>("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension Store {
  /// Sixteen bytes that follow from the seed of a simulation; `nil` outside one.
  func seededSalt() -> [UInt8]? {
    guard var random = salts else { return nil }
    defer { salts = random }
    return (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// A text, or `nil` where it was erased.
  public func text(_ reference: TextReference?) throws(StoreError) -> String? {
    guard let reference else { return nil }
    return try guarded {
      try connection.prepare("SELECT content FROM text WHERE id = ?").first(.integer(Int64(reference.id))) {
        try $0.optionalText(0)
      } ?? nil
    }
  }
}
