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

extension Workflow {
  /// The steps that an item may take in the order in which they come; `nil` where there is no such item.
  func steps(of item: String) -> [Step]? {
    if item == "end" { return [.moved] }
    if let gesprek = gesprek(item) { return gesprek.closes ? [.held, .closed] : [.held] }
    if item == "gesprek" { return [.held, .closed] }
    if let document = document(item) {
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
