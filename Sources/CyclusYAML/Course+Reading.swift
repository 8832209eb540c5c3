import CyclusCore

extension Fields {
  /// Reads what stands under the keys of the course of a traject: ending, waiving, pausing, disputing, goals, agreements
  /// and claims.
  func course(into workflow: inout Workflow) {
    workflow.termination = self["termination"]?.fields("termination") { fields in
      let alone = fields["alone"]?.named("reason") { id, fields in
        TerminationDefinition.Reason(id: id, title: fields.title(or: id))
      }
      return TerminationDefinition(
        by: fields.requiredIds("by"), alone: alone ?? [], citation: fields.citation())
    }
    workflow.waivers = self["waivers"]?.fields("waivers") { fields in
      WaiverDefinition(by: fields.requiredIds("by"), never: fields.ids("never"), citation: fields.citation())
    }
    workflow.pauses = self["pauses"]?.fields("pauses") { fields in
      PauseDefinition(
        by: fields.requiredIds("by"), budgets: fields.pauseBudgets(), citation: fields.citation())
    }
    workflow.disputes = self["disputes"]?.fields("disputes") { $0.disputes() }
    workflow.goals = self["goals"]?.fields("goals") { fields in
      let parts = fields.required("parts")?.named("part of a goal") { $1.goalPart($0) }
      return GoalDefinition(by: fields.requiredIds("by"), parts: parts ?? [], citation: fields.citation())
    }
    workflow.agreements = self["agreements"]?.fields("agreements") { fields in
      AgreementDefinition(by: fields.ids("by"), citation: fields.citation())
    }
    workflow.claims = self["claims"]?.named("claim") { $1.claim($0) } ?? []
    workflow.extensions = self["extension"]?.fields("extension") { fields in
      var extending = ExtensionDefinition(
        by: fields.requiredIds("by"), when: fields.condition("when"), again: fields["again"]?.ids(),
        citation: fields.citation())
      extending.atMost = fields["at-most"]?.phrase(.spans)
      return extending
    }
    workflow.openBefore = self["open-before"]?.fields("open before") { $0.citation() }
  }

  /// Reads the leading role: its name, or a mapping that says where that comes from as well.
  func leader(of workflow: inout Workflow) {
    guard let value = required("leader") else { return }
    guard case .mapping = value.node else {
      workflow.leader = value.id() ?? ""
      return
    }
    let leader = value.fields("leader") { fields in (fields.required("role")?.id(), fields.citation()) }
    workflow.leader = leader?.0 ?? ""
    workflow.leaderCitation = leader?.1 ?? Citation()
  }

  private func disputes() -> DisputeDefinition? {
    DisputeDefinition(
      dialogueWithin: required("dialogue-within")?.phrase(.spans) ?? Span(1, .weeks),
      agreementWithin: required("agreement-within")?.phrase(.spans) ?? Span(2, .workingWeeks),
      route: required("route")?.id() ?? "", citation: citation())
  }

  /// One length of time for all pauses together, or one for each cause that has its own.
  private func pauseBudgets() -> [PauseDefinition.Budget] {
    guard let value = self["budget"] else { return [] }
    guard case .mapping = value.node else { return [value.pauseBudget(nil)].compactMap(\.self) }
    return value.fields("budget of pauses") { fields in
      [fields["all"]?.pauseBudget(nil)].compactMap(\.self)
        + PauseDefinition.Cause.allCases.compactMap { fields[$0.rawValue]?.pauseBudget($0) }
    } ?? []
  }

  /// Exactly one of `prose`, `each` and `one-of` says what a part holds.
  private func goalPart(_ id: String) -> GoalDefinition.Part? {
    var kinds: [GoalDefinition.Part.Kind] = []
    if self["prose"]?.yesNo() == true { kinds.append(.prose) }
    if self["each"]?.one(of: GoalSubject.self) != nil { kinds.append(.outcome) }
    if let values = self["one-of"]?.strictList(example: "[ster-1, ster-2]") {
      kinds.append(.oneOf(values.compactMap { $0.text("ster-1") }))
    }
    if kinds.count != 1 { report(.notTogether(["prose", "each", "one-of"])) }
    return GoalDefinition.Part(
      id: id, title: title(or: id), kind: kinds.first ?? .prose, isRequired: yesNo("required", or: false),
      citation: citation())
  }

  /// Reads the roles that may act in the place of another, each with its condition.
  func deputies(_ key: String) -> [Deputy] {
    let roles = self[key]?.fields("deputy judges") { $0.named() } ?? []
    return roles.compactMap { role, value in
      value.condition().map { Deputy(role: role, when: $0) }
    }
  }
}

extension Value {
  /// A budget in calendar days; working days would hang on the region.
  fileprivate func pauseBudget(_ cause: PauseDefinition.Cause?) -> PauseDefinition.Budget? {
    guard let span = phrase(.lengths) else { return nil }
    let (days, possible) = (span.unit == .weeks ? 7 * span.count : span.count, 1...1000)
    guard possible.contains(days) else {
      report(.outOfRange(days, possible))
      return nil
    }
    return PauseDefinition.Budget(cause: cause, days: days)
  }
}

/// What a part of a goal names.
private enum GoalSubject: String, CaseIterable {
  case outcome
}
