import CyclusCore

extension Store {
  /// Projects every replayed traject into a database in memory, and compares.
  ///
  /// A traject whose workflow was changed is passed over: the finding about that workflow says why.
  func verifyProjections(_ result: inout Verification, _ mirror: Store, _ record: Record) throws {
    let known = try loggedTrajecten()
    let cut = try verifyLength(&result, record)
    for traject in known {
      result.trajecten += 1
      guard try project(traject, into: mirror, record, &result), !cut.contains(traject) else { continue }
      let missing = record.missing
      if try projection(of: traject, without: missing) != mirror.projection(of: traject, without: missing) {
        result.find(
          "T\(traject)", "de stand in de tabellen is niet die van het logboek: herstel met «cyclus rebuild»",
          "the tables do not say what the log says: mend with “cyclus rebuild”", mendable: true)
      }
    }
    try verifyStrays(&result, Set(known).union(cut), record.missing)
  }

  /// Replays a traject and writes what follows into a database; `false` where that cannot be, which is a finding.
  func project(_ traject: Int, into store: Store, _ record: Record, _ result: inout Verification) throws
    -> Bool
  {
    guard let log = try readable(traject, &result) else { return false }
    guard case .started(let started) = log.first?.event else {
      result.find(
        "T\(traject)", "het traject heeft geen begin in het logboek", "the traject has no start in the log")
      return false
    }
    let pinned = [started.digest] + log.compactMap(\.event.calendar)
    guard record.definitions.isSuperset(of: pinned) else { return false }
    let workflow = try workflow(digest: started.digest)
    do {
      // Of a traject whose start was taken out the tables hold nothing.
      guard let state = try EffectiveLog.replay(log, workflow: workflow) else { return true }
      try Projector(store).project(
        Standing(state, try rulebook(of: state)), from: nil)
      return true
    } catch let error as TimelineProblem {
      result.find(
        "T\(traject)", "het logboek geeft geen stand: de tijdlijn klopt niet: \(error)",
        "the log gives no state: the timeline is not right: \(error)")
      return false
    }
  }

  /// Finds trajecten of which a snapshot knows a later event than the log: the end of the log was cut off.
  ///
  /// - Returns: Those trajecten.
  @discardableResult
  func verifyLength(_ result: inout Verification, _ record: Record) throws -> Set<Int> {
    guard !record.missing.contains("snapshot") else { return [] }
    let rows = try connection.prepare(
      """
      SELECT s.traject, s.state, coalesce((SELECT max(seq) FROM event e WHERE e.traject = s.traject), 0)
      FROM snapshot s ORDER BY s.traject
      """)
    var cut: Set<Int> = []
    try rows.forEach { row in
      let (traject, last) = (try row.int(0), try row.int(2))
      // A snapshot that is not readable, or is of another traject, knows nothing.
      guard let state = try? StateCodec.decode(Traject.self, from: row.blob(1)), state.id == traject,
        state.lastEvent > last
      else { return }
      cut.insert(traject)
      result.find(
        "T\(traject)",
        "het logboek is korter dan de tabellen: het einde is afgekapt (de stand kent gebeurtenis \(state.lastEvent), het logboek hier niets na \(last)); zet een reservekopie terug",
        "the log is shorter than the tables: its end was cut off (the tables know event \(state.lastEvent), the log nothing here after \(last)); restore a backup"
      )
    }
    return cut
  }

  /// The events of a traject; `nil` where one cannot be read, which is then a finding at its number.
  private func readable(_ traject: Int, _ result: inout Verification) throws -> [LoggedEvent]? {
    var log: [LoggedEvent] = []
    var isReadable = true
    try connection.prepare("SELECT \(StoredEvent.columns) FROM event WHERE traject = ? ORDER BY seq")
      .forEach(.integer(Int64(traject))) { row in
        // Columns that are not even text were found while the chain was walked.
        guard let event = try? StoredEvent(row) else { return isReadable = false }
        do { log.append(try event.decoded()) } catch {
          isReadable = false
          Self.unreadable(event.seq, &result)
        }
      }
    return isReadable ? log : nil
  }

  /// Finds rows of trajecten that the log does not know.
  private func verifyStrays(_ result: inout Verification, _ known: Set<Int>, _ missing: Set<String>) throws {
    var strays: [Int: [String]] = [:]
    for table in Self.projections where !missing.contains(table) {
      let key = table == "traject" ? "id" : "traject"
      let ids = try connection.prepare("SELECT DISTINCT \(key) FROM \(table)").all { try $0.int(0) }
      for id in ids where !known.contains(id) { strays[id, default: []].append(table) }
    }
    for (id, tables) in strays.sorted(by: { $0.key < $1.key }) {
      let names = tables.joined(separator: ", ")
      result.find(
        "T\(id)", "dit traject staat niet in het logboek, wel in \(names): ruim op met «cyclus rebuild»",
        "this traject is not in the log, but it is in \(names): clear up with “cyclus rebuild”",
        mendable: true)
    }
  }
}
