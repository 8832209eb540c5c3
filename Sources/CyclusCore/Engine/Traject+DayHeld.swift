// The day on which a gesprek was held: of one for which all have to be together, that of the session that counts.
extension Traject {
  /// The day on which a gesprek was held; `nil` where that has not happened, or does not count yet.
  ///
  /// What is closed or waived without the session that would count, and what occurs once and asks a catch-up contact,
  /// was held on the day of its first session.
  public func dayHeld(_ key: ItemKey, _ rulebook: Rulebook) -> Day? {
    guard let record = record(ofGesprek: key), let first = record.held.first else { return nil }
    guard let definition = rulebook.workflow.gesprek(key.id), definition.isTogether else { return first }
    if let whole = wholeSession(of: record, definition, rulebook.workflow) { return whole.on }
    let held = ObligationKey(key, .held).description
    let isOver = definition.each == nil || record.closed != nil || waived[held] != nil
    return settled[held]?.on ?? (isOver ? first : nil)
  }

  /// The first session at which everybody was there who has to be, of a gesprek for which all have to be together.
  private func wholeSession(
    of record: GesprekRecord, _ definition: GesprekDefinition, _ workflow: Workflow
  ) -> Session? {
    let asked = Set(definition.each?.choices.map(\.with) ?? [[]])
    // Where it depends on the traject who has to be there, what it met says when it counted.
    guard asked.count == 1, let with = asked.first else { return nil }
    return record.sessions.first {
      Presence.isWhole(definition, GesprekRecord(only: $0), with, self, workflow)
    }
  }
}
