/// Finds what lapses by the very thing after which it opens, so that nobody ever has time for it.
public enum LapsesAtOnce {
  /// A finding for each such document and task.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let lapsing =
      workflow.documents.map { Placed(($0.lapses, Optional($0.opens)), ["documents", $0.id]) }
      + workflow.tasks.map { Placed(($0.lapses, $0.opens), ["tasks", $0.id]) }
    return lapsing.compactMap { item in
      let (lapses, opens) = item.value
      guard let lapses, let event = opens?.event else { return nil }
      let around = workflow.gesprekAround(item.path)
      let over = WaitingGraph.node(lapses, around: around, in: workflow)
      let opened = WaitingGraph.node(event, around: around, in: workflow)
      // Closing comes after holding: what opens then may lapse with the closing.
      guard over == opened || opened.isClosing(after: over) else { return nil }
      return Finding.fault(
        "LapsesAtOnce",
        Localized(
          nl: "dit vervalt met `\(lapses.text)`, en begint pas na `\(event.text)`",
          en: "this lapses with `\(lapses.text)`, and opens only after `\(event.text)`"),
        remedy: Localized(
          nl: "laat het eerder beginnen, of laat `lapses` weg",
          en: "let it open earlier, or leave `lapses` out"),
        at: item.path + ["lapses"])
    }
  }
}

extension Opening {
  /// The step after which it opens, if it waits for one.
  fileprivate var event: Requirement? {
    switch self {
    case .after(let requirement), .without(let requirement, _), .withResult(let requirement, _, _):
      requirement
    case .start, .week, .with, .phase, .set, .itsWeek, .startOfItsPeriod, .runsOut: nil
    }
  }
}

extension WaitingGraph.Node {
  /// Whether it is the closing of the gesprek of which another is the holding.
  fileprivate func isClosing(after other: Self) -> Bool {
    if case .closed(let gesprek) = self { other == .done(gesprek) } else { false }
  }
}
