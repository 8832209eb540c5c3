import CyclusCore
import Glibc
import Testing

@testable import CyclusStore

/// Every table and column in turn: whatever somebody changes there with a database tool, `verify` finds it.
@Suite struct EveryColumnTests {
  private struct Column {
    var table: String
    var name: String
    var type: String
    var isRequired: Bool
  }

  /// A database that has rows in every table, closed.
  private func filled() throws -> StoreScenario {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    try scenario.acquaint(traject, "7000001")
    _ = try scenario.store.applying(batch: nil, account: "vogelaar") { lines in
      try scenario.perform(traject, as: "7000001", on: "2026-02-05") { _ in
        .count(counter: "lessen", amount: 1)
      }
      lines.add(id: "w1", content: "een regel")
      lines.add(id: "w2", content: "nog een regel")
    }
    _ = try scenario.store.flag(traject, StoreScenario.recording(.system, on: "2026-03-30"))
    #expect(try scenario.store.verify().findings.isEmpty)
    for table in try tables(scenario.store.connection) {
      #expect(try !scenario.dump(tables: [table]).isEmpty, "\(table)")
    }
    scenario.store.close()
    return scenario
  }

  private func tables(_ tool: Connection) throws -> [String] {
    try tool.prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name"
    ).all { try $0.text(0) }
  }

  private func columns(_ table: String, _ tool: Connection) throws -> [Column] {
    try tool.prepare("SELECT name, type, \"notnull\" FROM pragma_table_info('\(table)')").all {
      Column(table: table, name: try $0.text(0), type: try $0.text(1), isRequired: try $0.int(2) == 1)
    }
  }

  private func keys(_ table: String, _ tool: Connection) throws -> String {
    try tool.prepare("SELECT name FROM pragma_table_info('\(table)') WHERE pk > 0 ORDER BY pk")
      .all { try $0.text(0) }.joined(separator: ", ")
  }

  /// Other values for a column: a small change, one that is out of bounds, and nothing.
  private func others(_ column: Column) -> [String] {
    let name = column.name
    let changes =
      switch column.type {
      case "INTEGER": ["coalesce(\(name), 0) + 1", "9223372036854775807"]
      case "TEXT":
        ["coalesce(\(name), '') || 'x'", "coalesce(\(name), '') || char(0) || 'x'", "CAST(x'ff' AS TEXT)"]
      default: ["CAST(coalesce(\(name), x'') || 'x' AS BLOB)", "x''"]
      }
    return changes + (column.isRequired ? [] : ["NULL"])
  }

  /// What `verify` finds after a change; `nil` where SQLite refuses it or it changes nothing.
  private func findings(_ change: String, _ scenario: StoreScenario, _ original: [UInt8]) throws -> [String]?
  {
    for suffix in ["-wal", "-shm"] { remove(scenario.path + suffix) }
    try scenario.folder.write(original, to: scenario.path)
    let tool = try scenario.tool()
    // Without a trace: the protection is put back afterwards.
    try tool.execute("PRAGMA foreign_keys = OFF")
    for trigger in Schema.triggers { try tool.execute("DROP TRIGGER \(trigger.name)") }
    do { try tool.execute(change) } catch {
      guard error.kind == .constraint || error.message == "datatype mismatch" else { throw error }
      return nil
    }
    guard tool.changes > 0 else { return nil }
    for trigger in Schema.triggers { try tool.execute(trigger.sql) }
    tool.close()
    let store = try Store(path: scenario.path, mode: .read)
    defer { store.close() }
    return try store.verify().findings.map { "\($0.place): \($0.message.en)" }
  }

  // Guarantees 2, 3 and 4.
  @Test func everyChangedColumnIsFound() throws {
    let scenario = try filled()
    let original = try scenario.folder.read(scenario.path)
    // In memory: a connection to the file itself would be in the way when it is put back.
    let tool = try Store.mirror().connection
    var tried = 0
    for table in try tables(tool) {
      let keys = try keys(table, tool)
      for column in try columns(table, tool) {
        for other in others(column) {
          let change =
            "UPDATE \(table) SET \(column.name) = \(other) WHERE \(column.name) IS NOT \(other) AND (\(keys)) = (SELECT \(keys) FROM \(table) LIMIT 1)"
          do {
            guard let found = try findings(change, scenario, original) else { continue }
            tried += 1
            #expect(!found.isEmpty, "\(change)")
          } catch { Issue.record("\(change): \(error)") }
        }
      }
    }
    #expect(tried > 200)
  }

  @Test func everyRowThatIsGoneIsFound() throws {
    let scenario = try filled()
    let original = try scenario.folder.read(scenario.path)
    let tool = try Store.mirror().connection
    for table in try tables(tool) {
      let keys = try keys(table, tool)
      let change = "DELETE FROM \(table) WHERE (\(keys)) = (SELECT \(keys) FROM \(table) LIMIT 1)"
      #expect(try findings(change, scenario, original)?.isEmpty == false, "\(change)")
    }
  }

  @Test func everyRowThatNoEventAccountsForIsFound() throws {
    let scenario = try filled()
    let original = try scenario.folder.read(scenario.path)
    let tool = try Store.mirror().connection
    // A copy of a row under another key. Words that no obligation uses do no harm.
    for table in try tables(tool) where table != "wording" {
      let keys = try keys(table, tool).split(separator: ", ").map(String.init)
      let values = try columns(table, tool).map { column in
        guard column.name == keys.first || column.name == "version" else { return column.name }
        return column.type == "INTEGER" ? "\(column.name) + 900" : "\(column.name) || 'x'"
      }
      let change = "INSERT INTO \(table) SELECT \(values.joined(separator: ", ")) FROM \(table) LIMIT 1"
      let found = try findings(change, scenario, original)
      #expect(found?.isEmpty == false || ["database", "reference_day"].contains(table), "\(change)")
    }
  }
}
