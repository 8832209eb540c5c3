/// Finds `its gesprek` on an item that belongs to no gesprek.
public enum ItsGesprek {
  /// A finding for each such phrase.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let openings = workflow.openings.compactMap { opening in
      switch opening.value {
      case .with(.its), .without, .runsOut, .withResult: opening.path
      case .start, .week, .with(.named), .phase, .after, .set, .itsWeek, .startOfItsPeriod: nil
      }
    }
    let deadlines = workflow.deadlines.compactMap { deadline in
      switch deadline.value {
      case .dayOf(.its), .before(_, .its): deadline.path
      case .dayOf(.named), .before(_, .named), .endOfWeek, .endOfItsWeek, .endOfBlock, .endOfPlacement,
        .after, .afterOpening, .ofItsPeriod, .afterItsPeriod, .beforeItsPeriod:
        nil
      }
    }
    return (openings + deadlines).filter { !workflow.hasGesprek(at: $0) }.map { path in
      Finding(
        .error, rule: "ItsGesprek",
        message: Localized(
          nl: "`its gesprek` zegt niets: dit onderdeel hoort bij geen gesprek",
          en: "`its gesprek` says nothing: this item belongs to no gesprek"),
        remedy: Localized(
          nl: "voeg `for: GESPREK` of `for-each: [GESPREK, …]` toe, of noem het gesprek",
          en: "add `for: GESPREK` or `for-each: [GESPREK, …]`, or name the gesprek"),
        path: path)
    }
  }
}

extension Workflow {
  /// Whether the item at a place is a gesprek, or belongs to one.
  fileprivate func hasGesprek(at path: [String]) -> Bool {
    guard path.count > 1 else { return false }
    switch path[0] {
    case "gesprekken": return true
    case "documents": return document(path[1]).map { $0.belongsTo != nil || !$0.forEach.isEmpty } ?? true
    case "tasks": return task(path[1]).map { $0.belongsTo != nil || !$0.forEach.isEmpty } ?? true
    default: return false
    }
  }
}
