import CyclusCore

extension Store {
  /// The trajecten that have not ended and are pinned to another calendar than the one that was published last.
  ///
  /// - Parameter workflow: The only workflow to look at; nil for all.
  public func trajectenToAdopt(workflow: String? = nil) throws(StoreError) -> [Int] {
    guard let newest = try newestPublishedCalendar() else { return [] }
    return try guarded {
      let running = try connection.prepare(
        "SELECT id FROM traject WHERE ended_on IS NULL AND (?1 IS NULL OR workflow = ?1) ORDER BY id"
      ).all(Value(workflow)) { try $0.int(0) }
      return try running.filter { try snapshot($0).calendar != newest.digest }
    }
  }

  /// What it would bring about if a traject adopted the calendar that was published last; nil where it has that one.
  ///
  /// - Throws: `Refusal` where it cannot.
  public func adoption(of traject: Int, on occasion: Occasion) throws -> CalendarAdoption? {
    guard let newest = try newestCalendar() else { return nil }
    return try CalendarAdoption(try standing(traject), newest, on: occasion)
  }

  /// Lets a traject go on under the calendar that was published last, in a transaction of its own.
  ///
  /// - Returns: What came of it; nil where it has that calendar, or has ended.
  /// - Throws: `Refusal` where it cannot.
  public func adopt(
    _ traject: Int, _ recording: Recording, batch: Int? = nil
  ) throws -> (adoption: CalendarAdoption, performed: Performed)? {
    try writing {
      let recording = recording.stamped()
      guard let adoption = try adoption(of: traject, on: recording.occasion) else { return nil }
      let performed = try record(
        Decision(entries: [adoption.entry]), from: adoption.before.traject, adoption.before.rulebook.workflow,
        recording,
        batch: batch ?? nextBatch())
      return (adoption, performed)
    }
  }
}
