/// Finds a task that has no `opens` and that nothing else opens either.
public enum NeverOpens {
  /// A finding for each such task.
  public static func findings(in workflow: Workflow) -> [Finding] {
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
