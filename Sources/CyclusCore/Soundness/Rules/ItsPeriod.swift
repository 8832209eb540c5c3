/// Finds `its period` on an item that does not recur.
public enum ItsPeriod {
  /// A finding for each such phrase.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let openings = workflow.openings.compactMap { $0.value == .startOfItsPeriod ? $0.path : nil }
    let deadlines = workflow.deadlines.compactMap { $0.value.isOfItsPeriod ? $0.path : nil }
    return (openings + deadlines).filter { !workflow.recurs(at: $0) }.map { path in
      Finding(
        .error, rule: "ItsPeriod",
        message: Localized(
          nl: "`its period` zegt niets: dit onderdeel komt niet telkens terug",
          en: "`its period` says nothing: this item does not recur"),
        remedy: Localized(
          nl: "voeg `each` toe, bijvoorbeeld `each: block`, of noem een andere dag, zoals `end of placement`",
          en: "add `each`, for example `each: block`, or name another day, such as `end of placement`"),
        path: path)
    }
  }
}

extension Deadline {
  /// Whether it is counted from the period in which an item recurs.
  fileprivate var isOfItsPeriod: Bool {
    switch self {
    case .ofItsPeriod, .afterItsPeriod, .beforeItsPeriod: true
    case .endOfWeek, .endOfItsWeek, .endOfBlock, .endOfPlacement, .dayOf, .before, .after, .afterOpening:
      false
    }
  }
}

extension Workflow {
  /// Whether the item at a place recurs, or belongs to a gesprek that does.
  fileprivate func recurs(at path: [String]) -> Bool {
    guard path.count > 1 else { return false }
    switch path[0] {
    case "gesprekken": return recurs(gesprek: path[1])
    case "documents":
      return document(path[1]).map { recurs($0.each, [$0.belongsTo].compactMap(\.self) + $0.forEach) }
        ?? false
    case "tasks":
      return task(path[1]).map { recurs($0.each, [$0.belongsTo].compactMap(\.self) + $0.forEach) } ?? false
    case "outcomes": return outcome(path[1]).map { $0.each != nil } ?? false
    default: return false
    }
  }

  private func recurs(gesprek id: String) -> Bool { gesprek(id)?.each != nil }

  /// Whether an item recurs by itself, or with the gesprekken around which it is asked.
  private func recurs(_ each: Recurrence?, _ around: [String]) -> Bool {
    each != nil || !around.isEmpty && around.allSatisfy(recurs)
  }
}
