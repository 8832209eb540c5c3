/// Finds a task that has no `opens` and that nothing else opens either, and an escalation route that nothing takes.
public enum NeverOpens {
  /// A finding for each such task and route.
  public static func findings(in workflow: Workflow) -> [Finding] {
    tasks(in: workflow) + routes(in: workflow)
  }

  private static func routes(in workflow: Workflow) -> [Finding] {
    var opened = Set(workflow.itemsWithRoute.map(\.value.route))
    opened.formUnion(workflow.gesprekken.flatMap(\.record).flatMap(\.then).compactMap(\.opens))
    if let disputes = workflow.disputes { opened.insert(disputes.route) }
    return workflow.escalations.filter { !$0.byHand && !opened.contains($0.id) }.map { route in
      Finding.fault(
        "NeverOpens",
        Localized(
          nl:
            "de escalatieroute `\(route.id)` gaat nooit open: met de hand mag niet, en niets verwijst ernaar",
          en: "the escalation route `\(route.id)` never opens: not by hand, and nothing points at it"),
        remedy: Localized(
          nl: "noem haar als `route` van wat uitblijft of onder `then` bij `opens`, of laat `by-hand` weg",
          en: "name it as `route` of what fails to come or as `opens` under `then`, or leave `by-hand` out"),
        at: ["escalations", route.id, "by-hand"])
    }
  }

  private static func tasks(in workflow: Workflow) -> [Finding] {
    let opened = Set(workflow.gesprekken.compactMap { $0.each?.opensTask })
    return workflow.tasks.filter { $0.opens == nil && !opened.contains($0.id) }.map { task in
      Finding(
        .error, rule: "NeverOpens",
        message: Localized(nl: "de taak `\(task.id)` begint nooit", en: "the task `\(task.id)` never opens"),
        remedy: Localized(
          nl: "voeg `opens` toe, bijvoorbeeld `opens: at the start`",
          en: "add `opens`, for example `opens: at the start`"), path: ["tasks", task.id])
    }
  }
}
