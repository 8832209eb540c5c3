/// Follows the phases from the first by `next`, and finds circles without an end and phases that are
/// never entered.
public enum PhaseChain {
  /// A `DeadEnd` where the chain turns back on itself, and an `Unreachable` for each phase that it
  /// never comes by.
  public static func findings(in workflow: Workflow) -> [Finding] {
    guard let first = workflow.phases.first else { return [] }
    var visited = [first.id]
    var phase = first
    var found: [Finding] = []
    while let name = phase.next {
      // A name that does not exist is found by `UnknownName`; what lies behind it is not known.
      guard let next = workflow.phase(name) else { return found }
      if visited.contains(next.id) {
        found.append(circle(from: phase.id, back: next.id))
        break
      }
      visited.append(next.id)
      phase = next
    }
    let end = phase
    found += workflow.phases.filter { !visited.contains($0.id) }.map { unreachable($0.id, end: end) }
    return found
  }

  private static func circle(from phase: String, back next: String) -> Finding {
    Finding(
      .error, rule: "DeadEnd",
      message: Localized(
        nl: "na `\(phase)` begint `\(next)` opnieuw: deze workflow komt nooit aan een eind",
        en: "after `\(phase)` comes `\(next)` again: this workflow never ends"),
      remedy: Localized(
        nl: "laat `next` weg bij de laatste fase", en: "leave `next` out of the last phase"),
      path: ["phases", phase, "next"])
  }

  private static func unreachable(_ phase: String, end: Phase) -> Finding {
    let remedy =
      end.next == nil
      ? Localized(
        nl: "`\(end.id)` heeft geen `next`; hoort daar `next: \(phase)`?",
        en: "`\(end.id)` has no `next`; should it say `next: \(phase)`?")
      : Localized(
        nl: "laat de fase ervoor verwijzen met `next: \(phase)`",
        en: "let the phase before it point here with `next: \(phase)`")
    return Finding(
      .error, rule: "Unreachable",
      message: Localized(
        nl: "geen enkel traject komt in fase `\(phase)`", en: "no traject ever enters the phase `\(phase)`"),
      remedy: remedy, path: ["phases", phase])
  }
}
