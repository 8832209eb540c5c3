/// Finds what is due in a teaching week before the one in which it opens.
public enum DueBeforeOpening {
  /// A finding for each gesprek, document, task and unit with both weeks the wrong way round.
  public static func findings(in workflow: Workflow) -> [Finding] {
    var opens: [ArraySlice<String>: Int] = [:]
    for opening in workflow.openings {
      if case .week(let week) = opening.value { opens[opening.path.dropLast()] = week }
    }
    return workflow.deadlines.compactMap { deadline in
      guard case .endOfWeek(let due) = deadline.value, let opening = opens[deadline.path.dropLast()],
        due < opening
      else { return nil }
      return Finding(
        .error, rule: "DueBeforeOpening",
        message: Localized(
          nl: "dit moet af zijn in week \(due), maar begint pas in week \(opening)",
          en: "this is due in week \(due), but opens only in week \(opening)"),
        remedy: Localized(
          nl: "kies een week vanaf \(opening)", en: "choose a week from \(opening) on"), path: deadline.path)
    }
  }
}
