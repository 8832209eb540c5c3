/// Finds an extension after which nothing is judged again.
public enum ExtensionInVain {
  /// A finding where none of the phases under `again` asks a gesprek in which final verdicts are given.
  public static func findings(in workflow: Workflow) -> [Finding] {
    guard let again = workflow.extensions?.again, !again.isEmpty,
      again.allSatisfy({ workflow.phase($0) != nil })
    else { return [] }
    let finals = workflow.gesprekken.filter { $0.judging?.isFinal ?? false }.map(\.id)
    let asked = again.compactMap { workflow.phase($0) }.flatMap(\.asks).map(\.item)
    guard !asked.contains(where: finals.contains) else { return [] }
    let home = workflow.phases.first { $0.asks.map(\.item).contains(where: finals.contains) }?.id
    return [
      Finding.fault(
        "ExtensionInVain",
        Localized(
          nl: "na een verlenging wordt niets opnieuw beoordeeld: in deze fasen is geen eindoordeel",
          en: "nothing is judged again after an extension: no final verdict is given in these phases"),
        remedy: home.map {
          Localized(nl: "noem onder `again` eerst `\($0)`", en: "name `\($0)` first under `again`")
        }
          ?? Localized(
            nl: "geef een gesprek van deze fasen `judging` met `final: true`",
            en: "give a gesprek of these phases `judging` with `final: true`"),
        at: ["extension", "again"])
    ]
  }
}
