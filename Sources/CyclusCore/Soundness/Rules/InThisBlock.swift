/// Finds `at least N ITEM STEP in this block` of what nobody counts by the block, or where nothing can wait for it.
public enum InThisBlock {
  /// A finding for each such phrase.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.requirements.filter { $0.value.inThisBlock != nil }.compactMap { requirement in
      let (item, step, path) = (requirement.value.item, requirement.value.step, requirement.path)
      guard path.first == "phases" else {
        return finding(
          Localized(nl: "`in this block` kan hier niet staan", en: "`in this block` cannot stand here"),
          Localized(
            nl: "schrijf het bij een fase, onder `leave-when`, `needs` of `recorded`",
            en: "write it at a phase, under `leave-when`, `needs` or `recorded`"), path)
      }
      if let gesprek = workflow.gesprek(item) { return fault(gesprek, step, path) }
      if let counter = workflow.counter(item) { return fault(counter, step, path) }
      guard workflow.steps(of: item) != nil else { return nil }
      return finding(
        Localized(nl: "`\(item)` wordt niet per blok geteld", en: "`\(item)` is not counted by the block"),
        Localized(
          nl: "noem een gesprek dat terugkeert, of een teller met `signed-with`",
          en: "name a gesprek that recurs, or a counter with `signed-with`"), path)
    }
  }

  private static func fault(_ gesprek: GesprekDefinition, _ step: Step, _ path: [String]) -> Finding? {
    if gesprek.each == nil {
      return finding(
        Localized(nl: "van `\(gesprek.id)` is er maar één", en: "there is only one `\(gesprek.id)`"),
        Localized(
          nl: "schrijf `\(gesprek.id) \(step.rawValue)`", en: "write `\(gesprek.id) \(step.rawValue)`"), path)
    }
    // A step that a gesprek never takes is found by `StepOfItem`.
    guard step == .planned else { return nil }
    return finding(
      Localized(
        nl: "hoe vaak iets gepland is, wordt niet per blok geteld",
        en: "how often something was planned is not counted by the block"),
      Localized(
        nl: "schrijf `held`, of `closed` waar het wordt afgesloten",
        en: "write `held`, or `closed` where it is closed"), path)
  }

  private static func fault(_ counter: CounterDefinition, _ step: Step, _ path: [String]) -> Finding? {
    if step == .signed, counter.signedWith != nil { return nil }
    return finding(
      Localized(
        nl: "van de teller `\(counter.id)` telt per blok alleen wat is ondertekend",
        en: "of the counter `\(counter.id)` only what is signed counts by the block"),
      Localized(
        nl: "schrijf `\(counter.id) signed`, en bij de teller `signed-with`",
        en: "write `\(counter.id) signed`, and `signed-with` at the counter"), path)
  }

  private static func finding(_ message: Localized, _ remedy: Localized, _ path: [String]) -> Finding {
    Finding(.error, rule: "InThisBlock", message: message, remedy: remedy, path: path)
  }
}
