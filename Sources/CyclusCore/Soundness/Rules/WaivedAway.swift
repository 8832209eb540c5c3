/// Finds what a decision waits for and may be waived, so that the decision would never be asked (GEN-10).
public enum WaivedAway {
  /// A finding for each verdict or confirmation that opens after what may be waived.
  public static func findings(in workflow: Workflow) -> [Finding] {
    guard let waivers = workflow.waivers else { return [] }
    var told: Set<String> = []
    return workflow.openings.compactMap { opening in
      guard ["units", "outcomes"].contains(opening.path.first), case .after(let requirement) = opening.value
      else { return nil }
      let item = requirement.item
      let canBeWaived = [workflow.document(item)?.id, workflow.approval(item)?.id, workflow.task(item)?.id]
        .compactMap(\.self).contains { !waivers.never.contains($0) }
      let isNeeded = workflow.blocks.flatMap(\.liftNeeds).contains { $0.item == item }
      guard canBeWaived, !isNeeded, told.insert(item).inserted else { return nil }
      return Finding.fault(
        "WaivedAway",
        Localized(
          nl: "`\(item)` mag vervallen, en zonder begint `\(opening.path[1])` nooit",
          en: "`\(item)` may be waived, and without it `\(opening.path[1])` never opens"),
        remedy: Localized(
          nl: "zet `\(item)` bij `waivers` onder `never`", en: "put `\(item)` under `never` of `waivers`"),
        at: opening.path)
    }
  }
}
