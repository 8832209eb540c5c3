/// Finds phases from which no way leads to an end, and phases that are never entered.
public enum PhaseChain {
  /// A `DeadEnd` where no way leads to an end any more, and an `Unreachable` for each phase that no way leads to.
  public static func findings(in workflow: Workflow) -> [Finding] {
    guard let first = workflow.phases.first else { return [] }
    let reached = workflow.reachable(from: [first.id])
    // A name that does not exist is found by `UnknownName`; what lies behind it is not known.
    let isKnown = workflow.phases.filter { reached.contains($0.id) }.flatMap(\.waysOut).compactMap(\.to)
      .allSatisfy { workflow.phase($0) != nil }
    guard isKnown else { return [] }
    let last = workflow.phases.last { reached.contains($0.id) } ?? first
    let end =
      workflow.phases.first { reached.contains($0.id) && $0.waysOut.contains { $0.to == nil } } ?? last
    return [circle(in: workflow, reached)].compactMap(\.self)
      + workflow.phases.filter { !reached.contains($0.id) }.map { phase in
        unreachable(phase.id, before: workflow.phase(before: phase.id, among: reached), end: end)
      }
  }

  /// The way by which a circle without an end turns back on itself.
  private static func circle(in workflow: Workflow, _ reached: Set<String>) -> Finding? {
    let trapped = workflow.trapped.filter { reached.contains($0.id) }
    guard let start = trapped.first else { return nil }
    var visited = [start.id]
    var phase = start
    while let next = phase.waysOut.first?.to.flatMap({ workflow.phase($0) }) {
      if visited.contains(next.id) { return circle(from: phase, back: next.id) }
      visited.append(next.id)
      phase = next
    }
    return nil
  }

  private static func circle(from phase: Phase, back next: String) -> Finding {
    let remedy =
      phase.ways == nil
      ? Localized(nl: "laat `next` weg bij de laatste fase", en: "leave `next` out of the last phase")
      : Localized(
        nl: "geef één van deze fasen een weg met `to: end`",
        en: "give one of these phases a way with `to: end`")
    return Finding(
      .error, rule: "DeadEnd",
      message: Localized(
        nl: "na `\(phase.id)` begint `\(next)` opnieuw: deze workflow komt nooit aan een eind",
        en: "after `\(phase.id)` comes `\(next)` again: this workflow never ends"),
      remedy: remedy, path: ["phases", phase.id, "next"])
  }

  private static func unreachable(_ phase: String, before: Phase?, end: Phase) -> Finding {
    Finding(
      .error, rule: "Unreachable",
      message: Localized(
        nl: "geen enkel traject komt in fase `\(phase)`", en: "no traject ever enters the phase `\(phase)`"),
      remedy: pointing(at: phase, before, end), path: ["phases", phase])
  }

  /// Where it should be pointed at: by the phase that stands before it, or by the last one.
  private static func pointing(at phase: String, _ before: Phase?, _ end: Phase) -> Localized {
    if let before, before.ways == nil, let next = before.next {
      return Localized(
        nl: "`\(before.id)` gaat naar `\(next)`; hoort daar `next: \(phase)`?",
        en: "`\(before.id)` leads to `\(next)`; should it say `next: \(phase)`?")
    }
    if end.next == nil, end.ways == nil {
      return Localized(
        nl: "`\(end.id)` heeft geen `next`; hoort daar `next: \(phase)`?",
        en: "`\(end.id)` has no `next`; should it say `next: \(phase)`?")
    }
    return Localized(
      nl: "laat de fase ervoor verwijzen met `next: \(phase)`",
      en: "let the phase before it point here with `next: \(phase)`")
  }
}

extension Workflow {
  /// The phase that stands before another in the file, where it is entered.
  fileprivate func phase(before id: String, among reached: Set<String>) -> Phase? {
    guard let index = phases.firstIndex(where: { $0.id == id }), index > 0 else { return nil }
    return reached.contains(phases[index - 1].id) ? phases[index - 1] : nil
  }
}
