import CyclusCore

extension Store {
  /// The numbers of all trajecten that the log knows.
  func loggedTrajecten() throws -> [Int] {
    try connection.prepare("SELECT DISTINCT traject FROM event WHERE traject IS NOT NULL ORDER BY traject")
      .all { try $0.int(0) }
  }

  /// The state of a traject by folding its log, with its workflow.
  func replayed(_ traject: Int) throws -> (Traject, Workflow)? {
    let log = try events(of: traject)
    guard case .started(let started) = log.first?.event else { return nil }
    let workflow = try workflow(digest: started.digest)
    return try EffectiveLog.replay(log, workflow: workflow).map { ($0, workflow) }
  }

  /// Makes everything that follows from the log anew: projections, and the views, indexes and triggers that are gone.
  ///
  /// A log that was cut or changed is not made to look whole: then nothing is written.
  ///
  /// - Returns: The number of trajecten in the log, those whose start was taken out among them: of these nothing is made.
  /// - Throws: `UnsoundRecord` where the log, the definitions or the texts are not what they were; else `StoreError`.
  public func rebuild() throws -> Int {
    let mirror = try Store.mirror()
    defer { mirror.close() }
    return try writing {
      var result = Verification()
      guard let record = try verifyRecord(&result, mirror) else { throw UnsoundRecord(result) }
      try verifyLength(&result, record)
      guard result.findings.allSatisfy(\.isMendable) else { throw UnsoundRecord(result) }
      try mendSchema(mirror)
      let trajecten = try loggedTrajecten()
      for traject in trajecten { _ = try project(traject, into: self, record, &result) }
      guard result.findings.allSatisfy(\.isMendable) else { throw UnsoundRecord(result) }
      return trajecten.count
    }
  }

  /// Makes the projections anew and empty, and mends what else holds nothing of its own; no other table is touched.
  private func mendSchema(_ mirror: Store) throws {
    let expected = try mirror.schema()
    let found = try schema()
    // A table goes before what it refers to, and takes its indexes and triggers along.
    let order = ["view": 0, "trigger": 1, "index": 2, "table": 3]
    func rank(_ part: SchemaPart) -> Int { (order[part.type] ?? 3) + (part.name == "wording" ? 1 : 0) }
    let changed = found.values.filter { expected[$0.name].map { part in part.isDerived } ?? false }
      .filter { expected[$0.name] != $0 || Self.projections.contains($0.name) }.sorted {
        (rank($0), $0.name) < (rank($1), $1.name)
      }
    for part in changed {
      try connection.execute("DROP \(part.type.uppercased()) IF EXISTS \(part.name)")
    }
    let left = try schema()
    for part in expected.values.sorted(by: { (-rank($0), $0.name) < (-rank($1), $1.name) })
    where left[part.name] == nil {
      try connection.execute(part.sql)
    }
    try connection.execute(
      """
      DELETE FROM reference_day WHERE day IS NOT NULL AND day IS NOT date(day);
      INSERT OR IGNORE INTO reference_day (id, day) VALUES (1, NULL);
      PRAGMA user_version = \(Schema.version)
      """)
    wordings = [:]
  }

  /// The tables that follow from the log.
  static let projections = ["snapshot", "traject", "holder", "obligation", "gesprek", "escalation", "flag"]
  /// The tables that can be made anew: the projections, the words that they use, and the day of the views.
  static let derived = Set(projections + ["wording", "reference_day"])

  /// Names as SQL lists them.
  static func quoted(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }

  /// What the projections hold of one traject, as text that can be compared.
  ///
  /// Types and bytes, as `quote` stops at a NUL and text that was changed need not be UTF-8.
  func projection(of traject: Int, without missing: Set<String> = []) throws -> [String] {
    var rows: [String] = []
    for table in Self.projections
    where !missing.contains(table) && !(table == "obligation" && missing.contains("wording")) {
      let key = table == "traject" ? "id" : "traject"
      let order = ["holder": "position", "escalation": "id", "flag": "obligation, rung, recipient"]
      let sorting = order[table] ?? (table == "snapshot" || table == "traject" ? key : "key")
      let columns = try connection.prepare("SELECT name FROM pragma_table_info('\(table)')").all {
        try $0.text(0)
      }
      .map {
        table == "obligation" && $0 == "what"
          ? "coalesce((SELECT hex(nl) || '/' || hex(en) FROM wording WHERE id = what), '')"
          : "typeof(\($0)) || hex(\($0))"
      }
      guard !columns.isEmpty else { throw StoreError.damaged(path: path, why: "no table \(table)") }
      rows += try connection.prepare(
        "SELECT \(columns.joined(separator: " || '|' || ")) FROM \(table) WHERE \(key) = ? ORDER BY \(sorting)"
      ).all(.integer(Int64(traject))) { "\(table): \(try $0.text(0))" }
    }
    return rows
  }
}

/// Why nothing was made anew: what a rebuild cannot mend, and would hide.
public struct UnsoundRecord: Error {
  /// What is wrong with the log, the definitions, the texts or the names.
  public var findings: [VerifyFinding]

  init(_ result: Verification) { findings = result.findings.filter { !$0.isMendable } }
}
