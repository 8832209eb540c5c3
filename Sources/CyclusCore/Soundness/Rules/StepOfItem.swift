/// Finds a step that is never taken of that kind of item, such as `startgesprek submitted`.
public enum StepOfItem {
  /// A finding for each phrase with such a step.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.requirements.compactMap { requirement in
      let (item, step) = (requirement.value.item, requirement.value.step)
      guard let steps = workflow.steps(of: item), !steps.contains(step) else { return nil }
      // What a task needs may be that a document is valid: `RunsOut` looks at those.
      if step == .valid, requirement.path.first == "tasks", requirement.path.contains("needs"),
        workflow.document(item) != nil
      {
        return nil
      }
      if step == .planned, let gesprek = workflow.gesprek(item) {
        return unplanned(gesprek, requirement.path, workflow)
      }
      let possible = steps.map { "`\(item) \($0.rawValue)`" }.joined(separator: ", ")
      return Finding(
        .error, rule: "StepOfItem",
        message: Localized(
          nl: "`\(item)` krijgt nooit de stap `\(step.rawValue)`",
          en: "`\(item)` never has the step `\(step.rawValue)`"),
        remedy: possible.isEmpty
          ? Localized(nl: "wacht op iets anders", en: "wait for something else")
          : Localized(nl: "schrijf \(possible)", en: "write \(possible)"),
        path: requirement.path)
    }
  }
}

extension StepOfItem {
  /// A gesprek that anybody may plan and nobody has to: nothing can wait for that.
  private static func unplanned(
    _ gesprek: GesprekDefinition, _ path: [String], _ workflow: Workflow
  ) -> Finding {
    let example = "`plan: {by: \(gesprek.by.first ?? workflow.leader)}`"
    return Finding(
      .error, rule: "StepOfItem",
      message: Localized(
        nl: "niemand hoeft `\(gesprek.id)` te plannen, dus hier kan niets op wachten",
        en: "nobody has to plan `\(gesprek.id)`, so nothing can wait for that"),
      remedy: Localized(
        nl: "zeg bij `\(gesprek.id)` wie het plant: \(example)",
        en: "say at `\(gesprek.id)` who plans it: \(example)"),
      path: path)
  }
}

extension Workflow {
  /// The steps that an item may take in the order in which they come; `nil` where there is no such item.
  func steps(of item: String) -> [Step]? {
    if item == "end" { return [.moved] }
    if let word = Requirement.ofClosing.first(where: { $0.item == item }) { return [word.step] }
    if let gesprek = gesprek(item) {
      return (gesprek.planning == nil ? [] : [.planned]) + (gesprek.closes ? [.held, .closed] : [.held])
    }
    if item == "gesprek" {
      return (gesprekken.contains { $0.planning != nil } ? [.planned] : []) + [.held, .closed]
    }
    if let document = document(item) {
      // What is somebody's own is never handed in.
      if document.isNeverJudged { return [] }
      return document.signedBy.isEmpty ? [.submitted] : [.submitted, .signed]
    }
    if approval(item) != nil { return [.approved] }
    if task(item) != nil { return [.done] }
    if unit(item) != nil || item == "unit" || item == "result" { return [.confirmed] }
    if item == "outcome" {
      return outcomes.map(steps).reduce([]) { all, steps in all + steps.filter { !all.contains($0) } }
    }
    return outcome(item).map(steps)
  }

  private func steps(of outcome: Outcome) -> [Step] {
    switch outcome.kind {
    case .summative: [.feedback, .assessed, .confirmed]
    case .formative: [.feedback]
    case .instituteOnly, .epa: []
    case .repair: outcome.judges.isEmpty ? [] : [.feedback, .assessed, .confirmed]
    }
  }
}
