/// Finds a block that nothing ever sets.
public enum NeverStands {
  /// A finding for each such block.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let set = Set(workflow.escalations.flatMap(\.reasons).compactMap(\.sets))
    return workflow.blocks.filter { $0.onEntry == nil && $0.setBy.isEmpty && !set.contains($0.id) }.map {
      block in
      Finding.fault(
        "NeverStands",
        Localized(nl: "de blokkade `\(block.id)` ontstaat nooit", en: "the block `\(block.id)` never arises"),
        remedy: Localized(
          nl: "zeg onder `set-by` wie haar oplegt, of onder `on-entry` wanneer een traject ermee begint",
          en: "say who sets it under `set-by`, or under `on-entry` when a traject begins with it"),
        at: ["blocks", block.id])
    }
  }
}
