// Planning a gesprek, where a workflow says who does so.
extension Traject {
  /// That a gesprek is planned, beside the obligation of holding it: it opens and lapses with that.
  ///
  /// Where it was held, nobody plans it any more.
  func planning(
    _ gesprek: GesprekDefinition, before held: Obligation, in period: Rulebook.Period? = nil,
    _ rulebook: Rulebook
  ) -> [Obligation] {
    guard let planning = gesprek.planning else { return [] }
    let key = held.key.item
    var context = context(ofGesprek: key, rulebook)
    context.period = period
    var planned = Obligation(
      key: ObligationKey(key, .planned),
      what: Phrase.plan(
        key.occurrence.map { Phrase.title(gesprek.title, occurrence: $0, rulebook.workflow) }
          ?? gesprek.title),
      role: planning.by.first ?? held.role, rule: gesprek.citation)
    planned.opens = held.opens
    planned.date(planning.due.map { due(of: $0, opens: planned.opens, rulebook, context) })
    planned.lapsesOn = held.lapsesOn
    planned.isSuspended = held.isSuspended
    if settled[planned.key.description] == nil { planned.met = settled[held.key.description]?.on }
    return [planned]
  }

  /// The day on which a gesprek was planned, in the round that is asked now; of one that recurs, when that came last
  /// where no occurrence is named.
  func dayOfPlanning(_ gesprek: ItemKey) -> Day? {
    let key = gesprek.occurrence == nil ? current(gesprek.id) : gesprek
    if let one = settled[ObligationKey(key, .planned).description] { return one.on }
    guard gesprek.occurrence == nil else { return nil }
    let suffix = ".\(Step.planned.rawValue)"
    return settled.filter { $0.key.hasPrefix(gesprek.id + "@") && $0.key.hasSuffix(suffix) }
      .map(\.value.on).max()
  }
}

extension Deliberation {
  /// What planning or holding a gesprek meets, where somebody has to plan it: nobody plans what has been.
  ///
  /// One more than asked is planned without being owed, so that what is prepared for it opens all the same.
  func meetsPlanning(_ definition: GesprekDefinition, _ key: ItemKey) -> [LoggedEvent.Met] {
    guard definition.planning != nil else { return [] }
    let planned = ObligationKey(key, .planned)
    let known = meets([planned])
    return known.isEmpty ? [LoggedEvent.Met(key: planned, due: nil)] : known
  }
}
