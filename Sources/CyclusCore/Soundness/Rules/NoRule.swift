/// Finds an item that does not say which rule of the handbook it comes from, nor that it is the
/// institute's own choice.
public enum NoRule {
  /// A finding for each such item.
  public static func findings(in workflow: Workflow) -> [Finding] {
    citations(in: workflow).filter { $0.value.rules.isEmpty && !$0.value.isAssumed }.map { citation in
      Finding(
        .error, rule: "NoRule",
        message: Localized(
          nl: "dit onderdeel zegt niet waar het vandaan komt",
          en: "this item does not say where it comes from"),
        remedy: Localized(
          nl: "noem de regel, `rule: R-01`, of zeg dat het een eigen keuze is, `assumed: true`",
          en: "name the rule, `rule: R-01`, or say that it is your own choice, `assumed: true`"),
        path: citation.path)
    }
  }

  /// Every citation of a workflow with the item that it belongs to.
  private static func citations(in workflow: Workflow) -> [Placed<Citation>] {
    var all: [Placed<Citation>] = []
    func add(_ citation: Citation, _ path: String...) { all.append(Placed(citation, path)) }
    for role in workflow.roles { add(role.citation, "roles", role.id) }
    for corner in workflow.corners { add(corner.citation, "corners", corner.id) }
    for parameter in workflow.parameters { add(parameter.citation, "parameters", parameter.id) }
    for part in workflow.timeline { add(part.citation, "timeline", part.part.name) }
    if let blocks = workflow.datedBlocks { add(blocks.citation, "timeline", blocks.name) }
    for outcome in workflow.outcomes {
      add(outcome.citation, "outcomes", outcome.id)
      for part in outcome.parts ?? [] { add(part.citation, "outcomes", outcome.id, "parts", part.id) }
    }
    if let instituteOnly = workflow.instituteOnly { add(instituteOnly.citation, "institute-only") }
    for unit in workflow.units { add(unit.citation, "units", unit.id) }
    for gesprek in workflow.gesprekken {
      add(gesprek.citation, "gesprekken", gesprek.id)
      for field in gesprek.record { add(field.citation, "gesprekken", gesprek.id, "on-record", field.id) }
      if let judging = gesprek.judging {
        add(judging.citation, "gesprekken", gesprek.id, "judging")
        if let notSeen = judging.notSeen { add(notSeen, "gesprekken", gesprek.id, "judging", "not-seen") }
      }
    }
    for document in workflow.documents {
      add(document.citation, "documents", document.id)
      for part in document.parts { add(part.citation, "documents", document.id, "parts", part.id) }
    }
    for approval in workflow.approvals { add(approval.citation, "approvals", approval.id) }
    for task in workflow.tasks { add(task.citation, "tasks", task.id) }
    for counter in workflow.counters { add(counter.citation, "counters", counter.id) }
    for phase in workflow.phases { add(phase.citation, "phases", phase.id) }
    for block in workflow.blocks { add(block.citation, "blocks", block.id) }
    for route in workflow.escalations { add(route.citation, "escalations", route.id) }
    add(workflow.ladder.citation, "ladder")
    if let termination = workflow.termination { add(termination.citation, "termination") }
    if let waivers = workflow.waivers { add(waivers.citation, "waivers") }
    if let pauses = workflow.pauses { add(pauses.citation, "pauses") }
    if let disputes = workflow.disputes { add(disputes.citation, "disputes") }
    if let goals = workflow.goals {
      add(goals.citation, "goals")
      for part in goals.parts { add(part.citation, "goals", "parts", part.id) }
    }
    if let agreements = workflow.agreements { add(agreements.citation, "agreements") }
    for claim in workflow.claims { add(claim.citation, "claims", claim.id) }
    if let extensions = workflow.extensions { add(extensions.citation, "extension") }
    if let openBefore = workflow.openBefore { add(openBefore, "open-before") }
    return all
  }
}
