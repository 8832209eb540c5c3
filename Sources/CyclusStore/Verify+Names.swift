import CyclusCore

extension Store {
  /// Checks that people, schools and accounts point at the texts that the log gave them.
  func verifyNames(_ result: inout Verification) throws {
    var logged: [String: [String: String]] = [:]
    try connection.prepare(
      "SELECT data FROM event WHERE type IN ('person_added', 'person_changed', 'school_added', 'account_added') ORDER BY seq"
    ).forEach { row in
      guard let data = (try? JSONParser.parse(row.text(0)))?.members,
        let name = (data["person"] ?? data["school"] ?? data["account"])?.text
      else { return }
      for key in ["number", "name", "code"] {
        guard let text = data[key]?.text, let reference = TextReference(text) else { continue }
        logged[name, default: [:]][key] = String(reference.id)
      }
    }
    var stored: [String: [String: String]] = [:]
    for (table, letter, keys) in [
      ("person", "P", ["number", "name"]), ("school", "S", ["code", "name"]), ("account", "O", ["name"]),
    ] {
      try connection.prepare("SELECT id, \(keys.joined(separator: ", ")) FROM \(table)").forEach { row in
        var texts: [String: String] = [:]
        for (index, key) in keys.enumerated() {
          if let text = try row.optionalInteger(index + 1) { texts[key] = String(text) }
        }
        stored["\(letter)\(try row.int(0))"] = texts
      }
    }
    for name in Set(logged.keys).union(stored.keys).sorted() where logged[name] != stored[name] {
      result.findings.append(
        VerifyFinding(
          place: name,
          message: Localized(
            nl: "de naam of het nummer is niet wat het logboek zegt",
            en: "the name or number is not what the log says")))
    }
  }
}
