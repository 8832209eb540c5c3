/// Finds a teaching week or a block that the timeline does not have.
public enum OutsideTimeline {
  /// A finding for each phrase that names such a week or block.
  public static func findings(in workflow: Workflow) -> [Finding] {
    if let dated = workflow.datedBlocks { return unknown(in: workflow, dated) }
    let blocks = workflow.timeline.map(\.part).filter { $0.kind == .block }
    let last = blocks.reduce(0) { $0 + $1.weeks }
    guard last > 0 else { return [] }
    var found: [Finding] = []
    func check(week: Int, _ path: [String]) {
      if !(1...last).contains(week) { found.append(finding(week: week, last: last, path)) }
    }
    for opening in workflow.openings {
      if case .week(let week) = opening.value { check(week: week, opening.path) }
    }
    for deadline in workflow.deadlines {
      if case .endOfWeek(let week) = deadline.value { check(week: week, deadline.path) }
      if case .endOfBlock(let name) = deadline.value, !blocks.contains(where: { $0.name == name }) {
        found.append(finding(block: name, blocks.map(\.name), deadline.path))
      }
    }
    for gesprek in workflow.gesprekken {
      for (index, choice) in (gesprek.each?.choices ?? []).enumerated() {
        guard case .weeks(let first, let end) = choice.period else { continue }
        let path = ["gesprekken", gesprek.id, "each", String(index), "period"]
        check(week: first, path)
        if end != first { check(week: end, path) }
        if end < first { found.append(finding(from: first, to: end, path)) }
      }
    }
    return found
  }

  /// Where blocks begin on dates, nobody knows beforehand which weeks and blocks a traject has.
  private static func unknown(in workflow: Workflow, _ dated: DatedBlocks) -> [Finding] {
    var places = workflow.openings.compactMap { opening -> [String]? in
      if case .week = opening.value { opening.path } else { nil }
    }
    places += workflow.deadlines.compactMap { deadline in
      switch deadline.value {
      case .endOfWeek, .endOfBlock: deadline.path
      case .endOfItsWeek, .endOfPlacement, .dayOf, .before, .after, .afterOpening, .ofItsPeriod,
        .afterItsPeriod, .beforeItsPeriod:
        nil
      }
    }
    var found = places.map { path in
      Finding(
        .error, rule: "OutsideTimeline",
        message: Localized(
          nl: "welke lesweken en blokken er zijn, verschilt per traject: `\(dated.name)` begint op datums",
          en: "which teaching weeks and blocks there are differs per traject: `\(dated.name)` begins on dates"
        ),
        remedy: Localized(
          nl:
            "noem iets anders, zoals `at the start`, `end of placement` of, voor wat telkens terugkomt, `end of its period`",
          en:
            "name something else, such as `at the start`, `end of placement` or, for what recurs, `end of its period`"
        ),
        path: path)
    }
    for gesprek in workflow.gesprekken {
      for (index, choice) in (gesprek.each?.choices ?? []).enumerated() {
        guard case .weeks(let first, let end) = choice.period, end < first else { continue }
        found.append(
          finding(from: first, to: end, ["gesprekken", gesprek.id, "each", String(index), "period"]))
      }
    }
    return found
  }

  private static func finding(week: Int, last: Int, _ path: [String]) -> Finding {
    Finding(
      .error, rule: "OutsideTimeline",
      message: Localized(nl: "lesweek \(week) bestaat niet", en: "there is no teaching week \(week)"),
      remedy: Localized(nl: "kies een week van 1 tot en met \(last)", en: "choose a week from 1 to \(last)"),
      path: path)
  }

  private static func finding(block name: String, _ names: [String], _ path: [String]) -> Finding {
    Finding(
      .error, rule: "OutsideTimeline",
      message: Localized(
        nl: "de timeline heeft geen blok `\(name)`", en: "the timeline has no block `\(name)`"),
      remedy: NearestName.remedy(for: name, among: names), path: path)
  }

  private static func finding(from first: Int, to last: Int, _ path: [String]) -> Finding {
    Finding(
      .error, rule: "OutsideTimeline",
      message: Localized(
        nl: "week \(last) ligt vóór week \(first)", en: "week \(last) lies before week \(first)"),
      remedy: Localized(nl: "schrijf `week \(last) to \(first)`", en: "write `week \(last) to \(first)`"),
      path: path)
  }
}
