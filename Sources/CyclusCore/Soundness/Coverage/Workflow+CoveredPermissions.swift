// Who may not: each act that the workflow gives to some roles, tried by somebody else.
extension Workflow {
  /// Each act that only some roles may do; of verdicts and confirmations one for each set of roles.
  var coveredPermissions: [CoverageItem] {
    itemActs + resultActs + courseActs
  }

  private func forbidden(
    _ verb: String, _ object: String, _ title: Localized, by roles: [String], at path: [String],
    _ rule: Citation, isAbout: @escaping (PlayedStep) -> Bool
  ) -> CoverageItem {
    let who = roles.map { self.title(of: $0) }
    let (nl, en) = (Sentence.list(who.map(\.nl), "of"), Sentence.list(who.map(\.en), "or"))
    return refusal(
      "\(verb) \(object) by another".replacing("  ", with: " "),
      Localized(
        nl: "\(verb) \(title.nl) door een ander dan \(nl)", en: "\(verb) \(title.en) by another than \(en)"),
      at: path, rule
    ) { step in step.isForbidden(verb) && isAbout(step) }
  }

  /// The acts with gesprekken, documents, approvals, tasks, blocks and claims.
  private var itemActs: [CoverageItem] {
    let planned = gesprekken.compactMap { gesprek in
      gesprek.planning.map { planning in
        forbidden(
          "plan", gesprek.id, gesprek.title, by: planning.by, at: ["gesprekken", gesprek.id, "plan"],
          gesprek.citation
        ) { $0.item("gesprek") == gesprek.id }
      }
    }
    let submitted = documents.filter { !$0.isNeverJudged }.map { document in
      forbidden(
        "submit", document.id, document.title, by: document.by, at: ["documents", document.id, "by"],
        document.citation
      ) { $0.item("document") == document.id }
    }
    let signed = documents.filter { !$0.signedBy.isEmpty }.map { document in
      forbidden(
        "sign", document.id, document.title, by: document.signedBy,
        at: ["documents", document.id, "signed-by"], document.citation
      ) { $0.item("document") == document.id }
    }
    let approved = approvals.map { approval in
      forbidden(
        "approve", approval.id, approval.title, by: approval.by, at: ["approvals", approval.id, "by"],
        approval.citation
      ) { $0.item("approval") == approval.id }
    }
    let done = tasks.map { task in
      forbidden("done", task.id, task.title, by: task.by, at: ["tasks", task.id, "by"], task.citation) {
        $0.item("obligation") == task.id || $0.obligation("obligation")?.item.id == task.id
      }
    }
    return planned + submitted + signed + approved + done + blockActs + claimActs
  }

  private var blockActs: [CoverageItem] {
    blocks.filter { !$0.setBy.isEmpty }.map { block in
      forbidden(
        "block", block.id, block.title, by: block.setBy, at: ["blocks", block.id, "set-by"], block.citation
      ) {
        $0.arguments["reason"] == block.id
      }
    }
      + blocks.map { block in
        forbidden(
          "unblock", block.id, block.title, by: block.liftedBy, at: ["blocks", block.id, "lift"],
          block.citation
        ) { $0.item("block") == block.id }
      }
  }

  private var claimActs: [CoverageItem] {
    claims.flatMap { claim in
      [
        forbidden(
          "claim", claim.id, claim.title, by: claim.by, at: ["claims", claim.id, "by"], claim.citation
        ) {
          $0.item("item") == claim.id
        },
        forbidden(
          "grant", claim.id, claim.title, by: claim.grantedBy, at: ["claims", claim.id, "granted-by"],
          claim.citation
        ) { step in
          step.before?.traject.claims.contains {
            $0.id == step.arguments["claim"] && $0.kind == claim.id
          } == true
        },
      ]
    }
  }

  /// Verdicts and confirmations, by who may give them.
  private var resultActs: [CoverageItem] {
    let judged = outcomes.filter { !$0.judges.isEmpty }.map { outcome in
      let judges = outcome.judges
      return forbidden(
        "assess", "what \(judges.joined(separator: ", ")) judges",
        Localized(nl: "een leeruitkomst", en: "an outcome"), by: judges,
        at: ["outcomes", outcome.id, "judge"], outcome.citation
      ) { [self] step in
        step.item("outcome").flatMap { self.outcome($0) }?.judges == judges
      }
    }
    let confirmers =
      units.map { ($0.confirmer, ["units", $0.id, "confirm"], $0.citation) }
      + outcomes.compactMap { outcome in
        outcome.confirmer.map { ($0, ["outcomes", outcome.id, "confirm"], outcome.citation) }
      }
    return judged
      + confirmers.map { role, path, rule in
        forbidden(
          "confirm", "what \(role) confirms", Localized(nl: "een uitslag", en: "a result"), by: [role],
          at: path, rule
        ) { [self] step in
          guard let id = step.item("subject") else { return false }
          return
            (unit(id)?.confirmer ?? units.first { $0.all.contains(id) }?.confirmer
            ?? outcome(id)?.confirmer) == role
        }
      }
  }

  /// The acts that concern the traject as a whole.
  private var courseActs: [CoverageItem] {
    func act(
      _ verb: String, _ roles: [String]?, _ nl: String, _ en: String, _ path: String, _ rule: Citation?
    )
      -> CoverageItem?
    {
      guard let roles, !roles.isEmpty, let rule else { return nil }
      return forbidden(verb, "", Localized(nl: nl, en: en), by: roles, at: [path], rule) { _ in true }
    }
    let course = [
      act("advance", [leader], "(verder gaan)", "(going on)", "leader", leaderCitation),
      act("terminate", termination?.by, "(beëindigen)", "(ending)", "termination", termination?.citation),
      act("waive", waivers?.by, "(laten vervallen)", "(waiving)", "waivers", waivers?.citation),
      act("pause", pauses?.by, "(pauzeren)", "(pausing)", "pauses", pauses?.citation),
      act("extend", extensions?.by, "(verlengen)", "(extending)", "extension", extensions?.citation),
      act("goal", goals?.by, "(een doel stellen)", "(setting a goal)", "goals", goals?.citation),
      act(
        "agree", agreements?.by, "(een afspraak vastleggen)", "(noting an agreement)", "agreements",
        agreements?.citation),
    ].compactMap(\.self)
    return course
      + escalations.map { route in
        forbidden(
          "decide", route.id, route.title, by: [route.to], at: ["escalations", route.id, "to"], route.citation
        ) { $0.escalation?.route == route.id }
      }
  }
}
