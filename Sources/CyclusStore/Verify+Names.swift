import CyclusCore

extension Store {
  /// Checks that people, schools and accounts point at the texts that the log gave them.
  func verifyNames(_ result: inout Verification, _ log: LogContents) throws {
    var stored: [String: [String: Int]] = [:]
    for (table, letter, keys) in [
      ("person", "P", ["number", "name"]), ("school", "S", ["code", "name"]), ("account", "O", ["name"]),
    ] {
      try connection.prepare("SELECT id, \(keys.joined(separator: ", ")) FROM \(table)").forEach { row in
        var texts: [String: Int] = [:]
        for (index, key) in keys.enumerated() {
          if let text = try row.optionalInteger(index + 1) { texts[key] = Int(text) }
        }
        stored["\(letter)\(try row.int(0))"] = texts
      }
    }
    for name in Set(log.names.keys).union(stored.keys).sorted() where log.names[name] != stored[name] {
      result.find(
        name, "de naam of het nummer is niet wat het logboek zegt",
        "the name or number is not what the log says")
    }
  }
}
