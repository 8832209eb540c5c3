// What the values on record of gesprekken bring: escalations that open by themselves, and that are withdrawn when the
// values turn out to be others.
extension GesprekDefinition {
  /// What the values on record bring, in the order of the file.
  func consequences(of record: Traject.GesprekRecord) -> [Consequence] {
    self.record.flatMap { field in field.then.filter { field.has($0.value, in: record) } }
  }

  /// The fields with each of their values that opens a route.
  fileprivate var routes: [(field: RecordField, consequence: Consequence)] {
    record.flatMap { field in field.then.filter { $0.opens != nil }.map { (field, $0) } }
  }
}

extension Traject {
  /// Whether a field of a gesprek has a value on record.
  func hasResult(_ value: String, _ field: String, _ gesprek: ItemKey?, _ rulebook: Rulebook) -> Bool {
    guard let gesprek, let record = record(ofGesprek: gesprek),
      let field = rulebook.workflow.gesprek(gesprek.id)?.record.first(where: { $0.id == field })
    else { return false }
    return field.has(value, in: record)
  }

  /// One time that a gesprek took place, and whether it was closed with the value.
  private struct Time {
    var key: ItemKey
    var closed: Day?
    var brings: Bool
  }

  /// The times that a gesprek took place, in the order of the days on which it was held first.
  private func times(
    _ definition: GesprekDefinition, _ field: GesprekDefinition.RecordField, _ value: String
  ) -> [Time] {
    let held = gesprekken.compactMap { text, record -> (key: ItemKey, on: Day, record: GesprekRecord)? in
      guard let key = ItemKey(text), key.id == definition.id, let on = record.held.first else { return nil }
      return (key, on, record)
    }
    return held.sorted { ($0.on, $0.key) < ($1.on, $1.key) }.map { time in
      let closed = time.record.closed
      return Time(key: time.key, closed: closed, brings: closed != nil && field.has(value, in: time.record))
    }
  }

  /// The times in a row with a value around one of them, since it last brought an escalation.
  ///
  /// They stand in the order in which they were held, whichever was closed first; one that is not closed breaks the row.
  private func row(
    _ definition: GesprekDefinition, _ field: GesprekDefinition.RecordField,
    _ consequence: GesprekDefinition.Consequence, with key: ItemKey
  ) -> [ItemKey] {
    let brought = escalations.filter { $0.route == consequence.opens && $0.withdrawn == nil }
    func counts(_ time: Time) -> Bool {
      time.brings
        && !brought.contains { escalation in
          guard let key = escalation.obligation, key.step == .closed else { return false }
          // A later time that was closed before counted in the row that brought it.
          return key.item == time.key
            || key.item < time.key && time.closed.map { $0 < escalation.opened } ?? false
        }
    }
    let times = times(definition, field, consequence.value)
    guard let place = times.firstIndex(where: { $0.key == key && counts($0) }) else { return [] }
    let before = times[..<place].reversed().prefix(while: counts).reversed()
    return (before + times[place...].prefix(while: counts)).map(\.key)
  }

  /// Whether closing a gesprek with a value opens its route.
  private func brings(
    _ definition: GesprekDefinition, _ key: ItemKey, _ field: GesprekDefinition.RecordField,
    _ consequence: GesprekDefinition.Consequence
  ) -> Bool {
    guard let least = consequence.inARow else {
      return times(definition, field, consequence.value).contains { $0.key == key && $0.brings }
    }
    return row(definition, field, consequence, with: key).count >= least
  }

  /// The escalations that a gesprek which was closed brings; none of a route that stands open.
  func escalations(
    broughtBy definition: GesprekDefinition, _ key: ItemKey, on day: Day, _ rulebook: Rulebook,
    where isWanted: (GesprekDefinition.RecordField, GesprekDefinition.Consequence) -> Bool = { _, _ in true }
  ) -> [Decision.Entry] {
    var state = self
    var entries: [Decision.Entry] = []
    for (field, consequence) in definition.routes where isWanted(field, consequence) {
      guard let route = consequence.opens.flatMap({ rulebook.workflow.route($0) }),
        !state.openEscalations.contains(where: { $0.route == route.id }),
        state.brings(definition, key, field, consequence)
      else { continue }
      let deliberation = Deliberation(
        state, rulebook, Occasion(actor: .system, happened: day, today: day), verb: "close")
      let entry = deliberation.escalation(
        route, route.reasons.first ?? EscalationRoute.Reason(id: route.id, title: route.title), about: nil,
        obligation: ObligationKey(key, .closed), why: nil, by: .system, on: day)
      entries.append(entry)
      state = state.applying([entry])
    }
    return entries
  }

  // MARK: Corrections

  /// The escalations that a correction brings, by values that did not stand there before.
  func escalations(broughtSince before: Traject, on day: Day, _ correction: Correction) -> [Decision.Entry] {
    guard !hasEnded, let rulebook = correction.rulebook(of: self) else { return [] }
    let workflow = correction.workflow
    var state = self
    var all: [Decision.Entry] = []
    for definition in workflow.gesprekken where !definition.routes.isEmpty {
      for key in gesprekken.keys.compactMap({ ItemKey($0) }).filter({ $0.id == definition.id }).sorted() {
        let entries = state.escalations(broughtBy: definition, key, on: day, rulebook) { field, consequence in
          guard consequence.inARow != nil else {
            return !before.brings(definition, key, field, consequence)
          }
          return before.row(definition, field, consequence, with: key).count < consequence.inARow ?? 0
            && state.row(definition, field, consequence, with: key).last == key
        }
        all += entries
        state = state.applying(entries)
      }
    }
    return all
  }

  /// Whether an open escalation was brought by a value on record, and not by the ladder.
  private func isBroughtByResult(_ escalation: Escalation, _ workflow: Workflow) -> Bool {
    guard let key = escalation.obligation, key.step == .closed,
      let definition = workflow.gesprek(key.item.id), definition.route != escalation.route
    else { return false }
    return definition.routes.contains { $0.consequence.opens == escalation.route }
  }

  /// Whether what brought an escalation still stands on record; `nil` for one that no value brought.
  func stillStands(_ escalation: Escalation, _ workflow: Workflow) -> Bool? {
    guard isBroughtByResult(escalation, workflow), let key = escalation.obligation?.item,
      let definition = workflow.gesprek(key.id)
    else { return nil }
    return definition.routes.contains { field, consequence in
      guard consequence.opens == escalation.route else { return false }
      let closed = times(definition, field, consequence.value).filter { $0.closed != nil }
      guard let index = closed.firstIndex(where: { $0.key == key && $0.brings }) else { return false }
      let before = closed[..<index].reversed().prefix(while: \.brings).count
      let after = closed[(index + 1)...].prefix(while: \.brings).count
      return before + 1 + after >= consequence.inARow ?? 1
    }
  }
}
