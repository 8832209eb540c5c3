import CyclusCore

extension Store {
  /// Checks that tables, indexes, views and triggers are exactly those that cyclus makes: one more can falsify what is written.
  func verifySchema(_ result: inout Verification, _ mirror: Store) throws {
    let expected = try mirror.schema()
    let found = try schema()
    let known = Set(Schema.triggers.map(\.name))
    for name in Set(expected.keys).union(found.keys).sorted()
    where expected[name] != found[name] && !known.contains(name) {
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
      result.find(name, nl, en)
    }
    let version = try connection.prepare("PRAGMA user_version").first { try $0.int(0) }
    if version != Schema.version {
      result.find(
        "user_version", "de opmaak heet \(version ?? 0) en moet \(Schema.version) zijn",
        "the format is called \(version ?? 0) and has to be \(Schema.version)")
    }
  }

  /// What the database consists of, by name; SQLite's own tables apart, whose names nobody else can give.
  private func schema() throws -> [String: String] {
    let rows = try connection.prepare(
      "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'"
    )
    .all { (try $0.text(0), try $0.text(1)) }
    return Dictionary(rows) { first, _ in first }
  }
}
