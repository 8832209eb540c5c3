extension Traject.GesprekRecord {
  /// The days on which it took place, the first first.
  public var held: [Day] { sessions.map(\.on) }

  /// Who were there, at any of those times.
  public var present: [Traject.Attendance] {
    var all: [Traject.Attendance] = []
    for attendance in sessions.flatMap(\.present) where !all.contains(attendance) { all.append(attendance) }
    return all
  }
}

extension Traject {
  /// What a gesprek is at the moment.
  public enum GesprekState: String, CaseIterable, Sendable {
    case planned, held
    /// Held without somebody whose presence is required.
    case incomplete
    case closed, cancelled
  }

  /// What a gesprek is at the moment; `nil` where nothing is known of it.
  public func state(ofGesprek key: String, _ rulebook: Rulebook) -> GesprekState? {
    guard let record = gesprekken[key], let item = ItemKey(key) else { return nil }
    if record.closed != nil { return .closed }
    guard !record.held.isEmpty else { return record.cancelled == nil ? .planned : .cancelled }
    guard let definition = rulebook.workflow.gesprek(item.id) else { return .held }
    return Presence.missing(definition, record, self, rulebook.workflow).isEmpty ? .held : .incomplete
  }
}

extension Traject {
  /// The occurrences of a gesprek that are worth showing: what is asked, what counted, and what was held or planned besides.
  public func occurrences(ofGesprek gesprek: GesprekDefinition, _ rulebook: Rulebook) -> [ItemKey] {
    guard let occurrences = Occurrences(gesprek, self, rulebook) else { return [current(gesprek.id)] }
    let asked = occurrences.slots.filter { $0.isAsked || $0.isMet || $0.isWaived }.map(\.key)
    return Set(asked + occurrences.keys).sorted()
  }
}
