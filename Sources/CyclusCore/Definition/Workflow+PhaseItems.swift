/// What belongs to some phases: what they ask, and what hangs on that.
struct PhaseItems: Hashable, Sendable {
  /// The ids of the gesprekken.
  var gesprekken: Set<String> = []
  /// The ids of everything else that belongs to them: documents, approvals, tasks and units.
  var others: Set<String> = []

  /// Whether an item is one of them; of one that comes with each of several gesprekken, whether its own is.
  func contains(_ id: String, around gesprek: String?, in workflow: Workflow) -> Bool {
    if gesprekken.contains(id) { return true }
    if workflow.outcome(id) != nil { return gesprek.map(gesprekken.contains) ?? others.contains(id) }
    let isEach =
      workflow.document(id)?.forEach.isEmpty == false || workflow.task(id)?.forEach.isEmpty == false
    return others.contains(id) && (!isEach || gesprek.map(gesprekken.contains) ?? false)
  }

  fileprivate func contains(_ requirement: Requirement, in workflow: Workflow) -> Bool {
    switch requirement.item {
    case "unit", "result": workflow.units.contains { others.contains($0.id) }
    case "gesprek", "outcome": false
    default: gesprekken.contains(requirement.item) || others.contains(requirement.item)
    }
  }
}

extension Workflow {
  /// What belongs to some phases: what has to be met to leave them, the documents, tasks, approvals and verdicts around
  /// that, what opens in one of them, and what opens after any of these.
  ///
  /// What another phase asks belongs to that phase.
  func items(ofPhases ids: [String]) -> PhaseItems {
    let asked = phases.filter { ids.contains($0.id) }.flatMap(\.asks).map(\.item)
    let elsewhere = Set(phases.filter { !ids.contains($0.id) }.flatMap(\.asks).map(\.item))
    var items = PhaseItems()
    while true {
      let before = items
      func belongs(_ id: String, _ opening: Opening?) -> Bool {
        if asked.contains(id) { return true }
        if elsewhere.contains(id) { return false }
        switch opening {
        case .phase(let phase): return ids.contains(phase)
        case .after(let requirement), .without(let requirement, _), .withResult(let requirement, _, _):
          return before.contains(requirement, in: self)
        case .with(.named(let gesprek)): return before.gesprekken.contains(gesprek)
        case .with(.its), .start, .week, .set, .itsWeek, .startOfItsPeriod, .runsOut, nil:
          return false
        }
      }
      func isAround(_ gesprekken: [String]) -> Bool { gesprekken.contains(where: before.gesprekken.contains) }
      for gesprek in gesprekken where gesprek.each == nil && belongs(gesprek.id, gesprek.opens) {
        items.gesprekken.insert(gesprek.id)
      }
      for document in documents {
        let around = document.forEach + [document.belongsTo].compactMap(\.self)
        let isApproved = approvals.contains { asked.contains($0.id) && $0.asks == document.id }
        if belongs(document.id, document.opens) || isAround(around) || isApproved {
          items.others.insert(document.id)
        }
      }
      for approval in approvals
      where asked.contains(approval.id)
        || !elsewhere.contains(approval.id) && before.others.contains(approval.asks)
      {
        items.others.insert(approval.id)
      }
      for task in tasks {
        let around = task.forEach + [task.belongsTo].compactMap(\.self)
        // Around a gesprek of another phase it belongs there, also where it follows on a document that comes with both.
        let isElsewhere = !around.isEmpty && !isAround(around) && !asked.contains(task.id)
        if !isElsewhere, belongs(task.id, task.opens) || isAround(around) { items.others.insert(task.id) }
      }
      for unit in units where asked.contains("unit") || belongs(unit.id, unit.opens) {
        items.others.insert(unit.id)
      }
      for outcome in outcomes where outcome.opens != nil && belongs(outcome.id, outcome.opens) {
        items.others.insert(outcome.id)
      }
      let judged = before.gesprekken.compactMap { gesprek($0)?.judging }.contains(where: \.isFinal)
      for outcome in outcomes where judged && outcome.confirmer != nil { items.others.insert(outcome.id) }
      if items == before { return items }
    }
  }
}

extension Workflow {
  /// Whether an item recurs by itself, with occurrences of its own: a phase that is entered again asks its next one, and
  /// no other round of those that were.
  func recursByItself(_ id: String) -> Bool {
    if let gesprek = gesprek(id) { return gesprek.each != nil }
    if document(id)?.each != nil || task(id)?.each != nil || outcome(id)?.each != nil { return true }
    let around =
      document(id).map { $0.forEach + [$0.belongsTo].compactMap(\.self) }
      ?? task(id).map { $0.forEach + [$0.belongsTo].compactMap(\.self) } ?? []
    if around.isEmpty { return gesprekken.contains { $0.each?.opensTask == id } }
    return around.allSatisfy { gesprek($0)?.each != nil }
  }

  /// Whether there may be several of an item, so that `every` of them can be asked.
  func isSeveral(_ id: String) -> Bool {
    recursByItself(id) || document(id)?.forEach.isEmpty == false || task(id)?.forEach.isEmpty == false
      || task(id)?.forEachUnit == true
  }
}
