import CyclusCore

extension Store {
  /// Projects every replayed traject into a database in memory, and compares.
  ///
  /// A traject whose workflow was changed is passed over: the finding about that workflow says why.
  func verifyProjections(_ result: inout Verification, _ mirror: Store, soundDefinitions: Set<String>) throws
  {
    let known = try loggedTrajecten()
    for traject in known {
      result.trajecten += 1
      let place = "T\(traject)"
      guard let log = try readable(traject, &result) else { continue }
      guard case .started(let started) = log.first?.event else {
        result.find(
          place, "het traject heeft geen begin in het logboek", "the traject has no start in the log")
        continue
      }
      guard soundDefinitions.contains(started.digest) else { continue }
      let workflow = try workflow(digest: started.digest)
      do {
        guard let state = try EffectiveLog.replay(log, workflow: workflow) else { continue }
        try Projector(mirror).project(state, from: nil, workflow)
      } catch let error as TimelineProblem {
        result.find(
          place, "het logboek geeft geen stand: de tijdlijn klopt niet: \(error)",
          "the log gives no state: the timeline is not right: \(error)")
        continue
      }
      if try projection(of: traject) != mirror.projection(of: traject) {
        result.find(
          place, "de stand in de tabellen is niet die van het logboek: herstel met «cyclus rebuild»",
          "the tables do not say what the log says: mend with “cyclus rebuild”")
      }
    }
    try verifyStrays(&result, Set(known))
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
  private func verifyStrays(_ result: inout Verification, _ known: Set<Int>) throws {
    var strays: [Int: [String]] = [:]
    for table in Self.projections {
      let key = table == "traject" ? "id" : "traject"
      let ids = try connection.prepare("SELECT DISTINCT \(key) FROM \(table)").all { try $0.int(0) }
      for id in ids where !known.contains(id) { strays[id, default: []].append(table) }
    }
    for (id, tables) in strays.sorted(by: { $0.key < $1.key }) {
      let names = tables.joined(separator: ", ")
      result.find(
        "T\(id)", "dit traject staat niet in het logboek, wel in \(names): ruim op met «cyclus rebuild»",
        "this traject is not in the log, but it is in \(names): clear up with “cyclus rebuild”")
    }
  }
}
