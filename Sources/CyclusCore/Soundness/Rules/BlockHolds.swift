/// Finds a block that is lifted only after what comes in a later phase, while no traject advances as long as it stands,
/// and one that waits for what its trajecten do not have.
public enum BlockHolds {
  /// A finding for each need of such a block.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let graph = WaitingGraph(workflow)
    return workflow.blocks.flatMap { block in
      block.liftNeeds.enumerated().compactMap { index, need in
        if let finding = elsewhere(need, block, index, workflow) { return finding }
        let node = WaitingGraph.node(need, around: nil, in: workflow)
        let phases = ([node] + graph.all(before: node)).compactMap { node -> String? in
          if case .entered(let phase) = node { phase } else { nil }
        }
        guard let phase = phases.first(where: { $0 != workflow.phases.first?.id }) else { return nil }
        return Finding.fault(
          "BlockHolds",
          Localized(
            nl:
              "`\(need.item)` begint pas in fase `\(phase)`, en zolang deze blokkade staat komt een traject daar niet",
            en:
              "`\(need.item)` opens only in the phase `\(phase)`, which no traject enters while this block stands"
          ),
          remedy: Localized(
            nl: "noem iets dat in elke fase kan, zoals een taak met `opens: at the start`",
            en: "name something that can be done in any phase, such as a task with `opens: at the start`"),
          at: ["blocks", block.id, "lift-needs", String(index)])
      }
    }
  }

  /// What only trajecten without the block have lifts nothing.
  private static func elsewhere(
    _ need: Requirement, _ block: BlockDefinition, _ index: Int, _ workflow: Workflow
  ) -> Finding? {
    guard let entry = block.onEntry, block.setBy.isEmpty,
      let when = workflow.task(need.item)?.when ?? workflow.document(need.item)?.when,
      let values = PossibleValues([entry, when], workflow, recorded: true), values.canBeTried,
      values.first(where: { $0(entry, nil) && $0(when, nil) }) == nil
    else { return nil }
    return Finding.fault(
      "BlockHolds",
      Localized(
        nl: "een traject met deze blokkade heeft `\(need.item)` nooit: de voorwaarden sluiten elkaar uit",
        en: "a traject with this block never has `\(need.item)`: the conditions exclude each other"),
      remedy: Localized(
        nl: "laat `when` van `\(need.item)` overeenkomen met `on-entry`",
        en: "let `when` of `\(need.item)` agree with `on-entry`"),
      at: ["blocks", block.id, "lift-needs", String(index)])
  }
}
