/// A value of a workflow with the keys under which it stands in the file.
struct Placed<Value> {
  /// The value.
  var value: Value
  /// The keys from the root.
  var path: [String]

  init(_ value: Value, _ path: [String]) {
    self.value = value
    self.path = path
  }
}

extension Workflow {
  /// Every opening, with its place.
  var openings: [Placed<Opening>] {
    units.map { Placed($0.opens, ["units", $0.id, "opens"]) }
      + outcomes.compactMap { outcome in outcome.opens.map { Placed($0, ["outcomes", outcome.id, "opens"]) } }
      + gesprekken.filter { $0.each == nil }.map { Placed($0.opens, ["gesprekken", $0.id, "opens"]) }
      + documents.map { Placed($0.opens, ["documents", $0.id, "opens"]) }
      + tasks.compactMap { task in task.opens.map { Placed($0, ["tasks", task.id, "opens"]) } }
  }

  /// Every deadline, with its place.
  var deadlines: [Placed<Deadline>] {
    var all: [Placed<Deadline>] = []
    func add(_ due: Deadline?, _ path: String...) {
      if let due { all.append(Placed(due, path)) }
    }
    for unit in units { add(unit.due, "units", unit.id, "due") }
    for outcome in outcomes {
      add(outcome.due, "outcomes", outcome.id, "due")
      add(outcome.confirmDue, "outcomes", outcome.id, "confirm-due")
    }
    for gesprek in gesprekken {
      if gesprek.each?.isWeekly != true { add(gesprek.due, "gesprekken", gesprek.id, "due") }
      add(gesprek.judging?.due, "gesprekken", gesprek.id, "judging", "due")
      add(gesprek.closeDue, "gesprekken", gesprek.id, "close", "due")
      add(gesprek.planning?.due, "gesprekken", gesprek.id, "plan", "due")
    }
    for document in documents {
      add(document.due, "documents", document.id, "due")
      add(document.signDue, "documents", document.id, "sign-due")
    }
    for approval in approvals { add(approval.due, "approvals", approval.id, "due") }
    for task in tasks { add(task.due, "tasks", task.id, "due") }
    return all
  }

  /// Every condition, with its place.
  var conditions: [Placed<Condition>] {
    var all: [Placed<Condition>] = []
    func add(_ condition: Condition?, _ path: String...) {
      if let condition { all.append(Placed(condition, path)) }
    }
    for parameter in parameters { add(parameter.when, "parameters", parameter.id, "when") }
    for outcome in outcomes {
      add(outcome.when, "outcomes", outcome.id, "when")
      add(outcome.judgedWhen, "outcomes", outcome.id, "judged-when")
    }
    for list in instituteOnly?.lists ?? [] {
      add(
        .parameter(instituteOnly?.parameter ?? "", is: list.value), "institute-only", "lists", list.value)
    }
    for gesprek in gesprekken {
      add(gesprek.when, "gesprekken", gesprek.id, "when")
      for (index, item) in gesprek.agenda.enumerated() {
        add(item.when, "gesprekken", gesprek.id, "agenda", String(index), "when")
      }
      for deputy in gesprek.judging?.deputies ?? [] {
        add(deputy.when, "gesprekken", gesprek.id, "judging", "also-by", deputy.role)
      }
    }
    func add(_ each: Recurrence?, of path: String...) {
      for (index, choice) in (each?.choices ?? []).enumerated() {
        if let when = choice.when { all.append(Placed(when, path + ["each", String(index), "when"])) }
      }
    }
    for gesprek in gesprekken { add(gesprek.each, of: "gesprekken", gesprek.id) }
    for document in documents { add(document.each, of: "documents", document.id) }
    for task in tasks { add(task.each, of: "tasks", task.id) }
    for outcome in outcomes { add(outcome.each, of: "outcomes", outcome.id) }
    add(extensions?.when, "extension", "when")
    for document in documents { add(document.when, "documents", document.id, "when") }
    for task in tasks { add(task.when, "tasks", task.id, "when") }
    for task in tasks {
      for deputy in task.deputies { add(deputy.when, "tasks", task.id, "also-by", deputy.role) }
    }
    for phase in phases {
      for (index, way) in (phase.ways ?? []).enumerated() {
        add(way.when, "phases", phase.id, "next", String(index), "when")
      }
    }
    for block in blocks { add(block.onEntry, "blocks", block.id, "on-entry") }
    return all
  }

  /// Every item and step that something waits for, with its place.
  var requirements: [Placed<Requirement>] {
    var all: [Placed<Requirement>] = []
    func add(_ list: [Requirement], _ path: String...) { add(list, path) }
    func add(_ list: [Requirement], _ path: [String]) {
      for (index, requirement) in list.enumerated() {
        all.append(Placed(requirement, path + [String(index)]))
      }
    }
    for phase in phases {
      add(phase.leaveWhen, "phases", phase.id, "leave-when")
      for (index, way) in (phase.ways ?? []).enumerated() {
        add(way.needs, "phases", phase.id, "next", String(index), "needs")
      }
    }
    for unit in units {
      for need in unit.confirmNeeds {
        add(need.requirements, "units", unit.id, "confirm-needs", need.result)
      }
    }
    for outcome in outcomes { add(outcome.needs ?? [], "outcomes", outcome.id, "needs") }
    for block in blocks { add(block.liftNeeds, "blocks", block.id, "lift-needs") }
    for gesprek in gesprekken {
      add(gesprek.warnsWithout, "gesprekken", gesprek.id, "warn-without")
      for consequence in consequences(of: gesprek) {
        add(consequence.value.needs, consequence.path + ["needs"])
      }
    }
    all += closingNeeds
    for document in documents {
      if let lapses = document.lapses { all.append(Placed(lapses, ["documents", document.id, "lapses"])) }
    }
    for task in tasks {
      if let lapses = task.lapses { all.append(Placed(lapses, ["tasks", task.id, "lapses"])) }
    }
    for task in tasks { add(task.needs, "tasks", task.id, "needs") }
    for opening in openings {
      switch opening.value {
      case .after(let requirement), .without(let requirement, _), .withResult(let requirement, _, _):
        all.append(Placed(requirement, opening.path))
      case .start, .week, .with, .phase, .set, .itsWeek, .startOfItsPeriod, .runsOut: break
      }
    }
    for deadline in deadlines {
      if case .after(_, let requirement) = deadline.value { all.append(Placed(requirement, deadline.path)) }
    }
    for condition in conditions { all += condition.value.leaves(condition.path).compactMap(\.requirement) }
    return all
  }
}

/// What a condition asks in the end: the value of a parameter, a step on record, a result, or a length.
enum ConditionLeaf {
  case parameter(String, value: String, path: [String])
  case recorded(Placed<Requirement>)
  case result(Placed<ResultCondition>)
  case lasts(Span)

  /// The step on record that is asked for, if any.
  var requirement: Placed<Requirement>? {
    switch self {
    case .recorded(let requirement): requirement
    case .parameter, .result, .lasts: nil
    }
  }
}

extension Condition {
  /// The leaves of a condition with their places; several parameters in one mapping count as `all`.
  func leaves(_ path: [String]) -> [ConditionLeaf] {
    func each(_ list: [Condition], _ key: String) -> [ConditionLeaf] {
      list.enumerated().flatMap { $1.leaves(path + [key, String($0)]) }
    }
    switch self {
    case .parameter(let name, let value): return [.parameter(name, value: value, path: path + [name])]
    case .recorded(let requirement): return [.recorded(Placed(requirement, path + ["recorded"]))]
    case .result(let result): return [.result(Placed(result, path + ["result", result.name]))]
    case .lasts(let span): return [.lasts(span)]
    case .all(let list): return each(list, "all")
    case .any(let list): return each(list, "any")
    case .not(let condition): return condition.leaves(path + ["not"])
    }
  }
}
