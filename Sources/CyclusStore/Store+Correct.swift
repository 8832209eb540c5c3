import CyclusCore

/// Makes a correction from the state of a traject and its log.
public typealias MakeCorrection = (Traject, [LoggedEvent], TextDesk) throws -> Event.Corrected

extension Store {
  /// Corrects an event of a traject, which is then folded anew; with a cascade, later events may fall.
  public func correct(
    _ traject: Int, _ recording: Recording, isCascading: Bool = false, batch: Int? = nil,
    correction: MakeCorrection
  ) throws -> Performed {
    try writing {
      let recording = recording.stamped()
      let (state, rulebook) = try current(traject)
      let log = try events(of: traject)
      let batch = try batch ?? nextBatch()
      let corrected = try correction(state, log, TextDesk(self, recording, batch: batch))
      let decision = try Correction(log: log, workflow: rulebook.workflow, calendars: calendars(of: log))
        .weigh(corrected, by: recording.actor, on: recording.happened, isCascading: isCascading)
      return try record(decision, from: state, rulebook.workflow, recording, batch: batch)
    }
  }

  /// Shows what a correction would bring about, and writes nothing.
  ///
  /// Texts that the correction takes in can be read while it is shown; they are gone again after that.
  public func rehearse<Result>(
    _ traject: Int, _ recording: Recording, isCascading: Bool, correction: MakeCorrection,
    show: (CorrectionOutlook) throws -> Result
  ) throws -> Result {
    var result: Result?
    do {
      try writing {
        let (state, rulebook) = try current(traject)
        let log = try events(of: traject)
        let corrected = try correction(state, log, TextDesk(self, recording, batch: nextBatch()))
        let outlook = try Correction(
          log: log, workflow: rulebook.workflow, calendars: calendars(of: log)
        )
        .outlook(of: corrected, by: recording.actor, on: recording.happened, isCascading: isCascading)
        result = try show(outlook)
        throw Rehearsed()
      }
    } catch is Rehearsed {}
    guard let result else { throw StoreError.damaged(path: path, why: "a rehearsal without an end") }
    return result
  }

  /// Ends a rehearsal, so that its transaction is rolled back.
  private struct Rehearsed: Error {}
}

extension Store {
  /// The number of a traject that is named as elsewhere, or by the id of one whose start was taken out.
  public func loggedTraject(named name: String) throws(StoreError) -> Int {
    do { return try traject(named: name) } catch .takenOut(let id) { return id }
  }

  /// Whether a traject was begun, and its start taken out.
  func isTakenOut(_ traject: Int) throws -> Bool {
    let log = try events(of: traject)
    return try !log.isEmpty && EffectiveLog.events(log).isEmpty
  }

  /// The workflow version under which a traject was begun, also where its start was taken out.
  public func workflow(ofLogged traject: Int) throws(StoreError) -> Workflow {
    guard case .started(let started) = try events(of: traject).first?.event else {
      throw StoreError.unknownTraject("T\(traject)")
    }
    return try workflow(digest: started.digest)
  }
}
