import CyclusCore

extension Store {
  /// Checks that tables, indexes, views and triggers are exactly those that cyclus makes: one more can falsify what is written.
  func verifySchema(_ result: inout Verification, _ mirror: Store, _ missing: Set<String>) throws {
    let expected = try mirror.schema()
    let found = try schema()
    let known = Set(Schema.triggers.map(\.name))
    for name in Set(expected.keys).union(found.keys).sorted()
    where expected[name] != found[name] && !known.contains(name) {
      // With its table it went, and with its table it comes back.
      if let table = expected[name]?.table, missing.contains(table) { continue }
      let (nl, en) =
        switch (expected[name], found[name]) {
        case (nil, _):
          (
            "hoort niet in deze database: iemand heeft dit toegevoegd",
            "does not belong in this database: somebody added it"
          )
        case (_, nil): ("is weg", "is gone")
        default: ("is veranderd", "was changed")
        }
      result.find(name, nl, en, mendable: expected[name].map(\.isDerived) ?? false)
    }
    let version = try connection.prepare("PRAGMA user_version").first { try $0.int(0) }
    if version != Schema.version {
      result.find(
        "user_version", "de opmaak heet \(version ?? 0) en moet \(Schema.version) zijn",
        "the format is called \(version ?? 0) and has to be \(Schema.version)", mendable: true)
    }
  }

  /// What the database consists of, by name; SQLite's own tables apart, whose names nobody else can give.
  func schema() throws -> [String: SchemaPart] {
    let parts = try connection.prepare(
      "SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'"
    )
    .all {
      SchemaPart(name: try $0.text(0), type: try $0.text(1), table: try $0.text(2), sql: try $0.text(3))
    }
    return Dictionary(parts.map { ($0.name, $0) }) { first, _ in first }
  }
}

/// A table, index, view or trigger.
struct SchemaPart: Hashable {
  var name: String
  /// `table`, `index`, `view` or `trigger`.
  var type: String
  /// The table that it is or belongs to.
  var table: String
  /// What makes it.
  var sql: String

  /// Whether it can be made anew without losing anything: it holds nothing, or only what follows from the log.
  var isDerived: Bool { type != "table" || Store.derived.contains(name) }
}
