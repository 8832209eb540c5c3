/// Finds a teaching week or a block that the timeline does not have.
public enum OutsideTimeline {
  /// A finding for each phrase that names such a week or block.
  public static func findings(in workflow: Workflow) -> [Finding] {
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
      guard let weeks = gesprek.weeks else { continue }
      let path = ["gesprekken", gesprek.id, "each"]
      check(week: weeks.first, path)
      if weeks.last != weeks.first { check(week: weeks.last, path) }
      if weeks.last < weeks.first { found.append(finding(from: weeks.first, to: weeks.last, path)) }
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
