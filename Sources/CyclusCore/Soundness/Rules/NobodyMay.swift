/// Finds a list of roles that is empty where somebody has to act, so that nobody may.
public enum NobodyMay {
  /// A finding for each such list.
  public static func findings(in workflow: Workflow) -> [Finding] {
    actors(in: workflow).filter(\.value.isEmpty).map { place in
      let key = place.path.last ?? ""
      return Finding.fault(
        "NobodyMay",
        Localized(
          nl: "bij `\(key)` staat geen enkele rol, dus niemand kan dit doen",
          en: "no role stands at `\(key)`, so nobody can do this"),
        remedy: Localized(
          nl: "noem ten minste één rol, bijvoorbeeld `\(workflow.leader)`",
          en: "name at least one role, for example `\(workflow.leader)`"), at: place.path)
    }
  }

  /// The roles that may act at each place where somebody has to.
  private static func actors(in workflow: Workflow) -> [Placed<[String]>] {
    var all: [Placed<[String]>] = []
    func add(_ roles: [String]?, _ path: String...) {
      if let roles { all.append(Placed(roles, path)) }
    }
    for corner in workflow.corners { add(corner.roles, "corners", corner.id, "roles") }
    for outcome in workflow.outcomes where outcome.isJudged {
      add(outcome.judges, "outcomes", outcome.id, "judge")
    }
    for gesprek in workflow.gesprekken {
      add(gesprek.by, "gesprekken", gesprek.id, "by")
      if gesprek.closeDue != nil || !gesprek.closeNeeds.isEmpty {
        add(gesprek.closeBy, "gesprekken", gesprek.id, "close", "by")
      }
      add(gesprek.planning?.by, "gesprekken", gesprek.id, "plan", "by")
    }
    for document in workflow.documents { add(document.by, "documents", document.id, "by") }
    for approval in workflow.approvals { add(approval.by, "approvals", approval.id, "by") }
    for task in workflow.tasks { add(task.by, "tasks", task.id, "by") }
    for block in workflow.blocks { add(block.liftedBy, "blocks", block.id, "lift") }
    for claim in workflow.claims {
      add(claim.by, "claims", claim.id, "by")
      add(claim.grantedBy, "claims", claim.id, "granted-by")
    }
    add(workflow.termination?.by, "termination", "by")
    add(workflow.waivers?.by, "waivers", "by")
    add(workflow.pauses?.by, "pauses", "by")
    add(workflow.extensions?.by, "extension", "by")
    add(workflow.goals?.by, "goals", "by")
    return all
  }
}

extension Outcome {
  /// Whether somebody has to judge it or to give feedback on it.
  fileprivate var isJudged: Bool {
    switch kind {
    case .summative, .formative, .epa: true
    case .repair: needsVerdict
    case .instituteOnly: false
    }
  }
}
