extension Workflow {
  /// Every place where one thing is named by another.
  var references: [Reference] {
    var collector = ReferenceCollector()
    collector.add(.role, leader, ["leader"])
    for corner in corners { collector.add(corner) }
    for part in timeline {
      collector.add(.parameter, part.startParameter, ["timeline", part.part.name, "starts"])
    }
    collector.add(
      .parameter, datedBlocks?.startsParameter, ["timeline", datedBlocks?.name ?? "", "starts"])
    collector.add(.parameter, regionParameter, ["free-days", "region"])
    for parameter in parameters {
      collector.add(.gesprek, parameter.warnAt, ["parameters", parameter.id, "warn-at"])
    }
    for outcome in outcomes { collector.add(outcome) }
    if let instituteOnly { collector.add(instituteOnly) }
    for unit in units { collector.add(unit) }
    for gesprek in gesprekken { collector.add(gesprek) }
    for document in documents { collector.add(document) }
    for approval in approvals { collector.add(approval) }
    for task in tasks { collector.add(task) }
    for counter in counters {
      collector.add(.gesprek, counter.warnAt, ["counters", counter.id, "warn-at"])
      collector.add(.document, counter.signedWith, ["counters", counter.id, "signed-with"])
      collector.add(.role, counter.gesprekkenWith, ["counters", counter.id, "gesprekken-with"])
    }
    for phase in phases {
      collector.add(.phase, phase.next, ["phases", phase.id, "next"])
      for (index, way) in (phase.ways ?? []).enumerated() {
        collector.add(.phase, way.to, ["phases", phase.id, "next", String(index), "to"])
      }
    }
    for block in blocks { collector.add(block) }
    for route in escalations { collector.add(route) }
    for (index, rung) in ladder.rungs.enumerated() {
      if case .role(let role) = rung.to { collector.add(.role, role, ["ladder", "rungs", "\(index)", "to"]) }
    }
    collector.add(course: self)
    for requirement in requirements {
      let isCounted = requirement.value.inThisBlock != nil && steps(of: requirement.value.item) == nil
      collector.add(isCounted ? .counted : .item, requirement.value.item, requirement.path)
    }
    for opening in openings { collector.add(opening) }
    for deadline in deadlines { collector.add(deadline) }
    for condition in conditions {
      for leaf in condition.value.leaves(condition.path) {
        switch leaf {
        case .parameter(let name, _, let path): collector.add(.parameter, name, path)
        case .result(let result): collector.add(.result, result.value.item, result.path)
        case .recorded, .lasts: break
        }
      }
    }
    return collector.found
  }
}

/// Gathers references item by item.
private struct ReferenceCollector {
  var found: [Reference] = []

  mutating func add(_ kind: Reference.Kind, _ name: String?, _ path: [String]) {
    if let name { found.append(Reference(kind: kind, name: name, path: path)) }
  }

  mutating func add(_ kind: Reference.Kind, _ names: [String], _ path: [String]) {
    for (index, name) in names.enumerated() { add(kind, name, path + [String(index)]) }
  }

  mutating func add(_ corner: Corner) {
    add(.role, corner.roles, ["corners", corner.id, "roles"])
    add(.role, corner.standIns, ["corners", corner.id, "stand-in"])
  }

  mutating func add(_ outcome: Outcome) {
    let path = ["outcomes", outcome.id]
    add(.role, outcome.judges, path + ["judge"])
    add(.role, outcome.confirmer, path + ["confirm"])
    add(.role, outcome.decider, path + ["decide"])
    add(.outcome, outcome.follows, path + ["follows"])
    add(.gesprek, outcome.at ?? [], path + ["at"])
    add(outcome.each, path + ["each"])
  }

  mutating func add(_ instituteOnly: InstituteOnly) {
    if instituteOnly.lists.isEmpty { add(.parameter, instituteOnly.parameter, ["institute-only", "per"]) }
    for list in instituteOnly.lists { add(.outcome, list.outcomes, ["institute-only", "lists", list.value]) }
  }

  mutating func add(course workflow: Workflow) {
    add(.role, workflow.termination?.by ?? [], ["termination", "by"])
    add(.role, workflow.waivers?.by ?? [], ["waivers", "by"])
    add(.item, workflow.waivers?.never ?? [], ["waivers", "never"])
    add(.role, workflow.pauses?.by ?? [], ["pauses", "by"])
    add(.route, workflow.disputes?.route, ["disputes", "route"])
    add(.role, workflow.goals?.by ?? [], ["goals", "by"])
    add(.role, workflow.agreements?.by ?? [], ["agreements", "by"])
    for claim in workflow.claims { add(claim) }
    add(.role, workflow.extensions?.by ?? [], ["extension", "by"])
    add(.phase, workflow.extensions?.again ?? [], ["extension", "again"])
  }

  mutating func add(_ claim: ClaimDefinition) {
    let path = ["claims", claim.id]
    add(.role, claim.by, path + ["by"])
    add(.parameter, claim.about, path + ["about"])
    add(.gesprek, claim.gesprek, path + ["for"])
    add(.role, claim.grantedBy, path + ["granted-by"])
  }

  mutating func add(_ unit: OutcomeUnit) {
    let path = ["units", unit.id]
    add(.outcome, unit.all, path + ["all"])
    add(.outcome, unit.with, path + ["with"])
    add(.role, unit.confirmer, path + ["confirm"])
  }

  mutating func add(_ gesprek: GesprekDefinition) {
    let path = ["gesprekken", gesprek.id]
    add(.role, gesprek.by, path + ["by"])
    for (index, presence) in gesprek.present.enumerated() {
      let place = path + ["present", String(index)]
      switch presence {
      case .corner(let corner): add(.corner, corner, place)
      case .role(let role, _): add(.role, role, place)
      }
    }
    add(.task, gesprek.each?.opensTask, path + ["missed-in-a-row", "opens"])
    add(gesprek.each, path + ["each"])
    for field in gesprek.record {
      let place = path + ["on-record", field.id]
      if case .someOf(let parameter) = field.kind { add(.parameter, parameter, place + ["some-of"]) }
      for consequence in field.then {
        add(.route, consequence.opens, place + ["then", consequence.value, "opens"])
      }
    }
    add(.gesprek, gesprek.plans, path + ["plans"])
    add(.document, gesprek.judging?.afterDocument, path + ["judging", "after"])
    for deputy in gesprek.judging?.deputies ?? [] {
      add(.role, deputy.role, path + ["judging", "also-by", deputy.role])
    }
    add(.route, gesprek.judging?.suggests, path + ["judging", "suggests"])
    add(.role, gesprek.planning?.by ?? [], path + ["plan", "by"])
    add(.role, gesprek.closeBy, path + ["close", "by"])
    add(.route, gesprek.route, path + ["route"])
  }

  mutating func add(_ document: DocumentDefinition) {
    let path = ["documents", document.id]
    add(.role, document.by, path + ["by"])
    add(.role, document.signedBy, path + ["signed-by"])
    if case .parameter(let name) = document.validity { add(.parameter, name, path + ["valid"]) }
    add(document.each, path + ["each"])
    add(.gesprek, document.belongsTo, path + ["for"])
    add(.gesprek, document.forEach, path + ["for-each"])
    add(.route, document.route, path + ["route"])
  }

  mutating func add(_ approval: ApprovalDefinition) {
    let path = ["approvals", approval.id]
    add(.document, approval.asks, path + ["asked-by"])
    add(.role, approval.by, path + ["by"])
    add(.route, approval.route, path + ["route"])
  }

  /// `confirmer` stands for whoever confirms the unit, so only a task for each unit may name it.
  mutating func add(_ task: TaskDefinition) {
    let path = ["tasks", task.id]
    for (index, role) in task.by.enumerated()
    where !((task.forEachUnit || task.forEachOutcome) && role == "confirmer") {
      add(.role, role, path + ["by", String(index)])
    }
    for deputy in task.deputies { add(.role, deputy.role, path + ["also-by", deputy.role]) }
    add(.gesprek, task.belongsTo, path + ["for"])
    add(.gesprek, task.forEach, path + ["for-each"])
    add(task.each, path + ["each"])
    add(.route, task.route, path + ["route"])
  }

  mutating func add(_ each: Recurrence?, _ path: [String]) {
    for (index, choice) in (each?.choices ?? []).enumerated() {
      let place = path + [String(index)]
      if case .phase(let phase) = choice.period { add(.phase, phase, place + ["period"]) }
      if case .parameter(let parameter) = choice.atLeast {
        add(.parameter, parameter, place + ["at-least"])
      }
      add(.gesprek, choice.counts, place + ["counts"])
      add(.role, choice.with, place + ["with"])
    }
  }

  mutating func add(_ block: BlockDefinition) {
    add(.role, block.setBy, ["blocks", block.id, "set-by"])
    add(.role, block.liftedBy, ["blocks", block.id, "lift"])
  }

  mutating func add(_ route: EscalationRoute) {
    let path = ["escalations", route.id]
    for reason in route.reasons {
      add(.block, reason.sets, path + ["reasons", reason.id, "sets"])
      add(.role, reason.to, path + ["reasons", reason.id, "to"])
      add(.role, reason.concerns, path + ["reasons", reason.id, "concerns"])
    }
    add(.role, route.to, path + ["to"])
    add(.role, route.next, path + ["next"])
    add(.role, route.consultNeeded, path + ["consult-needed"])
    add(.role, route.consultPossible, path + ["consult-possible"])
  }

  mutating func add(_ opening: Placed<Opening>) {
    switch opening.value {
    case .with(.named(let gesprek)): add(.gesprek, gesprek, opening.path)
    case .phase(let phase): add(.phase, phase, opening.path)
    case .set: for name in opening.value.parameters { add(.parameter, name, opening.path) }
    case .without(_, let document), .runsOut(let document): add(.document, document, opening.path)
    case .start, .week, .with(.its), .after, .itsWeek, .startOfItsPeriod, .withResult: break
    }
  }

  mutating func add(_ deadline: Placed<Deadline>) {
    switch deadline.value {
    case .dayOf(.named(let gesprek)), .before(_, .named(let gesprek)): add(.gesprek, gesprek, deadline.path)
    case .endOfWeek, .endOfItsWeek, .endOfBlock, .endOfPlacement, .dayOf(.its), .before(_, .its), .after,
      .afterOpening, .ofItsPeriod, .afterItsPeriod, .beforeItsPeriod:
      break
    }
  }
}
