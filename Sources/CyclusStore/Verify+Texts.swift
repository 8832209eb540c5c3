import Crypto
import CyclusCore

extension Store {
  /// Checks the erasable store: every text is the one that an event refers to, or was erased whole.
  func verifyTexts(_ result: inout Verification, _ log: LogContents) throws {
    var found: Set<Int> = []
    try connection.prepare("SELECT id, CAST(kind AS BLOB), salt, CAST(content AS BLOB) FROM text ORDER BY id")
      .forEach { row in
        let id = try row.int(0)
        found.insert(id)
        guard let text = log.texts[id] else {
          result.find(
            "X\(id)", "geen gebeurtenis noemt deze tekst: zij is toegevoegd, of haar gebeurtenis is weg",
            "no event refers to this text: it was added, or its event is gone")
          return
        }
        if try row.blob(1) != Array(text.kind.utf8) {
          result.find(
            "X\(id)", "de soort van deze tekst is niet «\(text.kind)», zoals het logboek zegt",
            "the kind of this text is not “\(text.kind)”, as the log says")
        }
        switch (try row.optionalBlob(2), try row.optionalBlob(3)) {
        case (nil, nil): return
        case (let salt?, let content?):
          guard TextDesk.digest(salt, content) != text.digest else { return }
          result.find(
            "X\(id)", "deze tekst is veranderd sinds zij werd vastgelegd",
            "this text was changed since it was recorded")
        case (nil, _?), (_?, nil):
          result.find(
            "X\(id)", "van deze tekst is maar een helft weg: wissen neemt tekst én zout weg",
            "only one half of this text is gone: erasing takes both text and salt")
        }
      }
    for id in log.texts.keys.sorted() where !found.contains(id) {
      result.find(
        "X\(id)", "een tekst ontbreekt zonder dat zij gewist is", "a text is gone without having been erased")
    }
    try verifyNextText(&result)
  }

  /// SQLite keeps the last number that it gave; one that was raised runs the numbers out.
  private func verifyNextText(_ result: inout Verification) throws {
    let isRaised =
      try connection.prepare(
        "SELECT max(seq) > (SELECT coalesce(max(id), 0) FROM text) FROM sqlite_sequence WHERE name = 'text'"
      )
      .first { try $0.optionalInteger(0) == 1 } ?? false
    guard isRaised else { return }
    result.find(
      "sqlite_sequence", "de teller van de teksten is opgehoogd", "the counter of the texts was raised")
  }
}
