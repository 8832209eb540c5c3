/// What is left of a traject once its days, numbers and texts are forgotten: the states that the explorer tells apart.
///
/// Kept are the phase and whether it was entered before, what the traject is (active, blocked, paused), the open
/// escalations by route, everything that is still asked with whether it can be done yet and whether its clock stands
/// still, the results and verdicts on which a condition rests, and the parameters that a condition names. Of what recurs by
/// itself is kept that some of it is asked, not which; of a number that is counted in a row, how far it got.
struct AbstractState: Hashable, Sendable {
  /// The parts, in order.
  let parts: [String]

  init(_ standing: Standing, on day: Day, postponed: ObligationKey?, focus: ExplorerFocus) {
    let (traject, rulebook) = (standing.traject, standing.rulebook)
    let workflow = rulebook.workflow
    var parts = ["\(traject.phase)\(traject.entered.count { $0.phase == traject.phase } > 1 ? " again" : "")"]
    parts.append(traject.status.rawValue)
    guard !traject.hasEnded else {
      self.parts = parts
      return
    }
    parts += traject.standingBlocks.map { "block \($0.id)" }.sorted()
    parts += traject.openEscalations.map {
      "open \($0.route) \($0.to)\($0.climbed ? " climbed" : "")\($0.about == nil ? "" : " about")"
    }.sorted()
    parts += Set(
      traject.claims.filter(\.isOpen).map { "claim \($0.kind)\($0.deferred == nil ? "" : " deferred")" }
    ).sorted()
    var asked: Set<String> = []
    for obligation in standing.obligations where obligation.isAsked {
      let state = obligation.state(on: day)
      guard state != .missed else { continue }
      asked.insert(Self.name(of: obligation, state, workflow))
    }
    parts += asked.sorted()
    parts += focus.requirements.filter { requirement in
      let covered = standing.asked.filter { requirement.covers($0.key, workflow) }
      return !covered.isEmpty && covered.allSatisfy { !$0.isAsked }
    }.map { "done \($0.item).\($0.step.rawValue)" }
    parts += focus.parameters.map { "\($0)=\(traject.value(of: $0, workflow))" }
    parts += focus.results.map { "\($0.name): \(traject.result(named: $0, rulebook)?.value ?? "-")" }
    parts += focus.verdicts(standing)
    parts += focus.rows(traject, workflow)
    if let postponed { parts.append("later \(postponed.item.id).\(postponed.step.rawValue)") }
    self.parts = parts
  }

  /// An obligation without its number or week, in the state that matters for what can be done next.
  private static func name(of obligation: Obligation, _ state: Obligation.State, _ workflow: Workflow)
    -> String
  {
    let item = obligation.key.item
    var name = item.id
    if item.id.first?.isUppercase ?? false {
      // E1, A2, C3: its number says nothing.
      name = String(item.id.prefix(1))
    }
    if let occurrence = item.occurrence, !workflow.recursByItself(item.id) {
      let around = workflow.gesprek(around: item)
      name += around?.occurrence == nil ? "@\(occurrence)" : "@"
    }
    name += ".\(obligation.key.step.rawValue)"
    switch state {
    case .upcoming: name += obligation.opens == nil ? "?" : "~"
    case .suspended: name += "="
    case .open, .overdue, .met, .late, .missed, .waived: break
    }
    return name
  }
}

/// What of a workflow decides where a traject goes: the parameters, results and verdicts on which conditions rest.
struct ExplorerFocus: Sendable {
  /// The parameters that some condition names.
  var parameters: [String] = []
  /// What some phase or way asks, each once.
  var requirements: [Requirement] = []
  /// The results that some condition names, without their values.
  var results: [ResultCondition] = []
  /// The values on which a way or an escalation depends, by the name of the result.
  var branching: [String: Set<String>] = [:]
  /// The values that lead to the regular end where others lead elsewhere, by the name of the result.
  var leading: [String: String] = [:]
  /// The fields that count how often in a row they had a value.
  var inARow: [(gesprek: String, field: String, value: String, most: Int)] = []

  init(_ workflow: Workflow) {
    let leaves = workflow.conditions.filter { !$0.path.contains("agenda") }.flatMap {
      $0.value.leaves($0.path)
    }
    var parameters: Set<String> = []
    var results: [String: ResultCondition] = [:]
    for leaf in leaves {
      switch leaf {
      case .parameter(let id, _, _): parameters.insert(id)
      case .result(let placed): results[placed.value.name] = placed.value
      case .recorded, .lasts: break
      }
    }
    self.parameters = parameters.sorted()
    self.results = results.values.sorted { $0.name < $1.name }
    leading = workflow.leadingResults
    for requirement in workflow.phases.flatMap(\.asks) where !requirements.contains(requirement) {
      requirements.append(requirement)
    }
    for case .result(let placed) in workflow.phases.flatMap(\.waysOut).compactMap(\.when).flatMap({
      $0.leaves([])
    }) {
      branching[placed.value.name, default: []].insert(placed.value.value)
    }
    for gesprek in workflow.gesprekken {
      for field in gesprek.record {
        for consequence in field.then {
          let own = field.id == ResultCondition.conclusion ? nil : field.id
          let name = ResultCondition(item: gesprek.id, field: own, value: consequence.value).name
          if consequence.opens != nil { branching[name, default: []].insert(consequence.value) }
          guard let most = consequence.inARow else { continue }
          inARow.append((gesprek.id, field.id, consequence.value, most))
        }
      }
    }
  }

  /// Whether a condition rests on what is put on record, so that it matters with what else it comes.
  func isTelling(_ gesprek: String, _ field: String) -> Bool {
    let own = field == ResultCondition.conclusion ? nil : field
    let name = ResultCondition(item: gesprek, field: own, value: "").name
    return branching[name] != nil || results.contains { $0.name == name }
      || inARow.contains { $0.gesprek == gesprek && $0.field == field }
  }

  /// Per unit whether its verdicts are good so far, and per outcome outside of units.
  func verdicts(_ standing: Standing) -> [String] {
    let traject = standing.traject
    func isGood(_ outcome: Outcome) -> Bool? {
      traject.finalVerdict(on: outcome.id).map { $0 == outcome.scale.first }
    }
    var parts: [String] = []
    var inUnits: Set<String> = []
    for unit in standing.units {
      let outcomes = standing.outcomes.filter { unit.all.contains($0.id) }
      inUnits.formUnion(outcomes.map(\.id))
      if outcomes.contains(where: { isGood($0) == false }) { parts.append("bad \(unit.id)") }
    }
    for outcome in standing.outcomes where !inUnits.contains(outcome.id) {
      if isGood(outcome) == false { parts.append("bad \(outcome.id)") }
    }
    if !traject.disputes.isEmpty { parts.append("disputed \(traject.disputes.count)") }
    return parts
  }

  /// How often in a row a field had the value that opens a route then, up to that often.
  func rows(_ traject: Traject, _ workflow: Workflow) -> [String] {
    inARow.compactMap { row in
      let held = traject.gesprekken.compactMap { text, record in
        ItemKey(text).flatMap { key in record.held.last.map { (on: $0, key: key, record: record) } }
      }.filter { $0.key.id == row.gesprek }.sorted { ($0.on, $0.key) < ($1.on, $1.key) }
      let count = held.reversed().prefix { $0.record.value(of: row.field) == row.value }.count
      return count > 0 ? "\(row.gesprek) \(row.field) \(min(count, row.most))x" : nil
    }
  }
}

extension Traject {
  /// The value that a parameter has, with its default where the traject gives none.
  fileprivate func value(of parameter: String, _ workflow: Workflow) -> String {
    parameters[parameter] ?? workflow.parameter(parameter)?.fallback ?? ""
  }
}

extension Workflow {
  /// The values of results under which a way stands open that leads nearer to the end than the others of its phase.
  fileprivate var leadingResults: [String: String] {
    var distances: [String: Int] = [Way.completed: 0]
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for phase in phases where distances[phase.id] == nil {
        guard let nearest = phase.waysOut.compactMap({ distances[$0.target] }).min() else { continue }
        distances[phase.id] = nearest + 1
        isGrowing = true
      }
    }
    var leading: [String: (value: String, distance: Int)] = [:]
    for way in phases.flatMap(\.waysOut) {
      guard let distance = distances[way.target], let when = way.when else { continue }
      for case .result(let placed) in when.leaves([]) {
        let result = placed.value
        if distance < leading[result.name]?.distance ?? .max {
          leading[result.name] = (result.value, distance)
        }
      }
    }
    return leading.mapValues(\.value)
  }
}
