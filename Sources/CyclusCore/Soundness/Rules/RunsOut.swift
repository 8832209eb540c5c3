/// Finds a document that has to be valid but never says until when, and an opening by it on what is no task.
public enum RunsOut {
  /// A finding for each such place.
  public static func findings(in workflow: Workflow) -> [Finding] {
    var found: [Finding] = []
    func check(_ document: String, _ path: [String]) {
      guard let definition = workflow.document(document), definition.validity == nil else { return }
      found.append(neverValid(document, path))
    }
    for opening in workflow.openings {
      switch opening.value {
      case .without(_, let document), .runsOut(let document):
        check(document, opening.path)
        if opening.path.first != "tasks" { found.append(noTask(opening.path)) }
      case .start, .week, .with, .phase, .after, .set, .itsWeek, .startOfItsPeriod, .withResult:
        break
      }
    }
    for requirement in workflow.requirements
    where requirement.value.step == .valid && requirement.path.contains("needs") {
      check(requirement.value.item, requirement.path)
    }
    return found
  }

  private static func neverValid(_ document: String, _ path: [String]) -> Finding {
    Finding(
      .error, rule: "RunsOut",
      message: Localized(
        nl: "van het document `\(document)` is nooit bekend tot wanneer het geldig is",
        en: "it is never known until when the document `\(document)` is valid"),
      remedy: Localized(
        nl: "voeg bij dat document `valid: yes` toe, of `valid: PARAMETER` met een datumparameter",
        en: "add `valid: yes` to that document, or `valid: PARAMETER` with a date parameter"), path: path)
  }

  private static func noTask(_ path: [String]) -> Finding {
    Finding(
      .error, rule: "RunsOut",
      message: Localized(
        nl: "alleen een taak kan beginnen doordat een document niet geldig is",
        en: "only a task can open because a document is not valid"),
      remedy: Localized(
        nl: "kies een ander beginmoment, zoals `after its gesprek held`",
        en: "choose another opening, such as `after its gesprek held`"), path: path)
  }
}
