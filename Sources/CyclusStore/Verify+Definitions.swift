import Crypto
import CyclusCore

extension Store {
  /// Checks every column of the workflow versions against the log.
  ///
  /// - Returns: The digests of the versions whose compiled form is the one that was published.
  func verifyDefinitions(_ result: inout Verification, _ log: LogContents) throws -> Set<String> {
    var found: Set<String> = []
    var sound: Set<String> = []
    // As bytes: a text that was changed need not be UTF-8 any more.
    let columns = ["digest", "kind", "name", "version", "text", "compiled"].map { "CAST(\($0) AS BLOB)" }
    try connection.prepare("SELECT \(columns.joined(separator: ", ")) FROM definition ORDER BY digest")
      .forEach {
        row in
        let values = try (0..<4).map { String(decoding: try row.blob($0), as: UTF8.self) }
        let (digest, stated) = (values[0], "\(values[2]) \(values[3])")
        guard let publication = log.publications[digest] else {
          result.find(stated, "de workflow staat niet in het logboek", "the workflow is not in the log")
          return
        }
        found.insert(digest)
        let place = "\(publication.id) \(publication.version)"
        if !Self.areSame(values[1...], ["workflow", publication.id, publication.version]) {
          result.find(
            place, "soort, naam of versie in de tabel is niet die van het logboek",
            "kind, name or version in the table is not what the log says")
        }
        if try Self.digest(row.blob(4)) != digest {
          result.find(
            place, "de tekst van de workflow past niet bij haar kenmerk",
            "the text of the workflow does not fit its digest")
        }
        if try Self.digest(row.blob(5)) == publication.compiled {
          sound.insert(digest)
        } else {
          result.find(
            place, "de vorm van de workflow waarmee cyclus rekent is veranderd sinds zij gepubliceerd werd",
            "the form of the workflow that cyclus works with was changed since it was published")
        }
      }
    for (digest, gone) in log.publications.sorted(by: { $0.key < $1.key }) where !found.contains(digest) {
      result.find(
        "\(gone.id) \(gone.version)", "een gepubliceerde workflow ontbreekt", "a published workflow is gone")
    }
    return sound
  }

  /// SHA-256 in hexadecimal.
  static func digest(_ bytes: [UInt8]) -> String { Array(SHA256.hash(data: bytes)).hexadecimal }

  /// Byte for byte: Swift finds texts equal that are written with other code points.
  private static func areSame(_ left: ArraySlice<String>, _ right: [String]) -> Bool {
    left.elementsEqual(right) { $0.utf8.elementsEqual($1.utf8) }
  }
}
