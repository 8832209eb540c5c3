import Crypto
import CyclusCore

extension Store {
  /// Checks every column of the workflow versions and the calendars against the log.
  ///
  /// - Returns: The digests of those whose compiled form is the one that was published.
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
          let (nl, en) = Self.noun(values[1])
          result.find(stated, "de \(nl) staat niet in het logboek", "the \(en) is not in the log")
          return
        }
        let (nl, en) = Self.noun(publication.kind)
        found.insert(digest)
        let place = "\(publication.id) \(publication.version)"
        if !Self.areSame(values[1...], [publication.kind, publication.id, publication.version]) {
          result.find(
            place, "soort, naam of versie in de tabel is niet die van het logboek",
            "kind, name or version in the table is not what the log says")
        }
        if try Self.digest(row.blob(4)) != digest {
          result.find(
            place, "de tekst van de \(nl) past niet bij haar kenmerk",
            "the text of the \(en) does not fit its digest")
        }
        if try Self.digest(row.blob(5)) == publication.compiled {
          // As a definition of another kind it is not found by what reckons with it.
          if values[1] == publication.kind { sound.insert(digest) }
        } else {
          result.find(
            place, "de vorm van de \(nl) waarmee cyclus rekent is veranderd sinds zij gepubliceerd werd",
            "the form of the \(en) that cyclus works with was changed since it was published")
        }
      }
    for (digest, gone) in log.publications.sorted(by: { $0.key < $1.key }) where !found.contains(digest) {
      let (nl, en) = Self.noun(gone.kind)
      result.find(
        "\(gone.id) \(gone.version)", "een gepubliceerde \(nl) ontbreekt", "a published \(en) is gone")
    }
    return sound
  }

  /// What people call a kind of definition.
  private static func noun(_ kind: String) -> (nl: String, en: String) {
    kind == "calendar" ? ("kalender", "calendar") : ("workflow", "workflow")
  }

  /// SHA-256 in hexadecimal.
  static func digest(_ bytes: [UInt8]) -> String { Array(SHA256.hash(data: bytes)).hexadecimal }

  /// Byte for byte: Swift finds texts equal that are written with other code points.
  private static func areSame(_ left: ArraySlice<String>, _ right: [String]) -> Bool {
    left.elementsEqual(right) { $0.utf8.elementsEqual($1.utf8) }
  }
}
