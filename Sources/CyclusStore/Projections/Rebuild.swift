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

  /// Makes every snapshot and projection anew from the log; the log itself is not touched.
  ///
  /// - Returns: The number of trajecten.
  public func rebuild() throws(StoreError) -> Int {
    try guarded {
      try connection.transaction(.immediate) {
        for table in Self.projections { try connection.execute("DELETE FROM \(table)") }
        let trajecten = try loggedTrajecten()
        for traject in trajecten {
          guard let (state, workflow) = try replayed(traject) else { continue }
          try Projector(self).project(state, from: nil, workflow)
        }
        return trajecten.count
      }
    }
  }

  /// The tables that follow from the log.
  static let projections = ["snapshot", "traject", "holder", "obligation", "gesprek", "escalation", "flag"]

  /// What the projections hold of one traject, as text that can be compared.
  ///
  /// Types and bytes, as `quote` stops at a NUL and text that was changed need not be UTF-8.
  func projection(of traject: Int) throws -> [String] {
    var rows: [String] = []
    for table in Self.projections {
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
