/// Finds what is due before it opens: in an earlier teaching week, or before the gesprek after which it opens.
public enum DueBeforeOpening {
  /// A finding for each gesprek, document, task, verdict and unit that can never be in time.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let graph = WaitingGraph(workflow)
    var openings: [ArraySlice<String>: Opening] = [:]
    for opening in workflow.openings { openings[opening.path.dropLast()] = opening.value }
    return workflow.deadlines.compactMap { deadline in
      if case .beforeItsPeriod(let span, .start) = deadline.value, span.count > 0 {
        return beforeItsPeriod(deadline.path)
      }
      guard deadline.path.count == 3, deadline.path[2] == "due",
        let opening = openings[deadline.path.dropLast()]
      else { return nil }
      if case .before(let span, let gesprek) = deadline.value, span.count > 0 {
        return before(gesprek, opening, deadline.path, workflow)
      }
      guard let due = workflow.week(of: deadline.value) else { return nil }
      if case .week(let week) = opening {
        return due < week ? early(due, week, deadline.path) : nil
      }
      return early(due, deadline.path, graph, workflow)
    }
  }

  private static func early(_ due: Int, _ week: Int, _ path: [String]) -> Finding {
    finding(
      Localized(
        nl: "dit moet af zijn in week \(due), maar begint pas in week \(week)",
        en: "this is due in week \(due), but opens only in week \(week)"),
      Localized(nl: "kies een week vanaf \(week)", en: "choose a week from \(week) on"), path)
  }

  /// What waits for something that itself opens in a later teaching week.
  private static func early(
    _ due: Int, _ path: [String], _ graph: WaitingGraph, _ workflow: Workflow
  ) -> Finding? {
    let before = graph.all(before: .opened(path[1])).compactMap { node -> (item: String, week: Int)? in
      guard case .opened(let item) = node, case .week(let week) = workflow.opening(of: item) else {
        return nil
      }
      return (item, week)
    }
    guard let last = before.max(by: { $0.week < $1.week }), due < last.week else { return nil }
    return finding(
      Localized(
        nl:
          "dit moet af zijn in week \(due), maar begint pas na `\(last.item)`, dat in week \(last.week) begint",
        en:
          "this is due in week \(due), but opens only after `\(last.item)`, which opens in week \(last.week)"),
      Localized(
        nl: "kies een week vanaf \(last.week), of tel vanaf het begin: `1 week after opening`",
        en: "choose a week from \(last.week) on, or count from the opening: `1 week after opening`"), path)
  }

  /// What opens after a gesprek was held cannot be done before it.
  private static func before(
    _ gesprek: GesprekReference, _ opening: Opening, _ path: [String], _ workflow: Workflow
  ) -> Finding? {
    let event: Requirement
    switch opening {
    case .after(let requirement), .without(let requirement, _), .withResult(let requirement, _, _):
      event = requirement
    case .start, .week, .with, .phase, .set, .itsWeek, .startOfItsPeriod, .runsOut: return nil
    }
    let its = workflow.gesprekAround(path)
    let due = if case .named(let name) = gesprek { name } else { its ?? "" }
    guard [.held, .closed].contains(event.step), (event.item == "gesprek" ? its : event.item) == due else {
      return nil
    }
    let name = if case .named(let name) = gesprek { "`\(name)`" } else { "`its gesprek`" }
    return finding(
      Localized(
        nl: "dit moet af zijn vóór \(name), maar begint pas als dat gesprek gehouden is",
        en: "this is due before \(name), but opens only once that gesprek was held"),
      Localized(
        nl: "laat het eerder beginnen, of kies een termijn erna, zoals `1 week after opening`",
        en: "let it open earlier, or choose a term after it, such as `1 week after opening`"),
      path)
  }

  private static func beforeItsPeriod(_ path: [String]) -> Finding {
    finding(
      Localized(
        nl: "dit moet af zijn voordat zijn periode begint, en het begint niet eerder",
        en: "this is due before its period begins, and opens no earlier"),
      Localized(
        nl: "kies een termijn in de periode, zoals `end of its period`",
        en: "choose a term in the period, such as `end of its period`"), path)
  }

  private static func finding(_ message: Localized, _ remedy: Localized, _ path: [String]) -> Finding {
    .fault("DueBeforeOpening", message, remedy: remedy, at: path)
  }
}

extension Workflow {
  /// The teaching week in which a deadline falls, where it is one.
  fileprivate func week(of deadline: Deadline) -> Int? {
    switch deadline {
    case .endOfWeek(let week): return week
    case .endOfBlock(let name):
      let blocks = timeline.map(\.part).filter { $0.kind == .block }
      guard let last = blocks.firstIndex(where: { $0.name == name }) else { return nil }
      return blocks[...last].reduce(0) { $0 + $1.weeks }
    case .endOfItsWeek, .endOfPlacement, .dayOf, .before, .after, .afterOpening, .ofItsPeriod,
      .afterItsPeriod,
      .beforeItsPeriod:
      return nil
    }
  }

  /// When an item opens.
  fileprivate func opening(of item: String) -> Opening? {
    openings.first { $0.path.count > 1 && $0.path[1] == item }?.value
  }
}
