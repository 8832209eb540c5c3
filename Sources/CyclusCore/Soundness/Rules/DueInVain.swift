/// Finds a deadline that counts from what comes only once it was met, so that nobody is ever late.
public enum DueInVain {
  /// A finding for each such deadline.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let graph = WaitingGraph(workflow)
    return workflow.deadlines.compactMap { deadline in
      guard case .after(_, let event) = deadline.value, deadline.path.count > 2,
        !deadline.path.contains("judging")
      else { return nil }
      let around = workflow.gesprekAround(deadline.path)
      let item = event.item == "gesprek" ? around ?? event.item : event.item
      let counted = WaitingGraph.node(event, around: around, in: workflow)
      let isVain =
        switch deadline.path[2] {
        case "plan": item == deadline.path[1] && event.step != .planned
        case "close": counted == .closed(deadline.path[1])
        case "sign-due": item == deadline.path[1] && event.step == .signed
        case "confirm-due": item == deadline.path[1] && event.step == .confirmed
        default:
          // What waits for itself is found by that name.
          !graph.all(before: .done(deadline.path[1])).contains(.done(deadline.path[1]))
            && ([counted] + graph.all(before: counted)).contains(.done(deadline.path[1]))
        }
      guard isVain else { return nil }
      return Finding.fault(
        "DueInVain",
        Localized(
          nl: "deze termijn telt vanaf `\(event.text)`, en dat komt pas als dit al gedaan is",
          en: "this term counts from `\(event.text)`, which comes only once this was done"),
        remedy: Localized(
          nl: "tel vanaf iets dat eerder komt, zoals `1 week after opening`",
          en: "count from what comes earlier, such as `1 week after opening`"), at: deadline.path)
    }
  }
}

extension Workflow {
  /// The one gesprek to which what stands at a place belongs, or that it is.
  func gesprekAround(_ path: [String]) -> String? {
    guard path.count > 1 else { return nil }
    let id = path[1]
    if path[0] == "gesprekken" { return id }
    let single = document(id)?.belongsTo ?? task(id)?.belongsTo
    return single ?? (document(id)?.forEach ?? task(id)?.forEach)?.first
  }
}
