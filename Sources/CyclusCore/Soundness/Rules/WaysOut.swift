/// Finds what is wrong with the ways out of a phase: none that stands open, one that nobody takes unasked, a circle in which
/// nothing is asked.
public enum WaysOut {
  /// The findings about each phase that lists its ways, and about each circle.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.phases.flatMap { phase -> [Finding] in
      guard let ways = phase.ways else { return [] }
      return [
        deadEnd(phase, ways, workflow), choiceOnly(phase, ways), shadowed(phase, ways, workflow),
        severalWays(phase, ways),
      ].compactMap(\.self)
    } + circles(in: workflow)
  }

  /// Where each way has a condition, some way has to stand open whatever the results and parameters are.
  private static func deadEnd(_ phase: Phase, _ ways: [Way], _ workflow: Workflow) -> Finding? {
    let conditions = ways.compactMap(\.when)
    guard conditions.count == ways.count else { return nil }
    // What they want on record comes in time, so that is taken as given.
    let closed = PossibleValues(conditions, workflow)?.first { holds in
      !conditions.contains { holds($0, true) || holds($0, false) }
    }
    guard let values = closed else { return nil }
    let told = values.map { "`\($0)`" }
    return Finding(
      .error, rule: "DeadEnd",
      message: Localized(
        nl: "uit `\(phase.id)` staat geen weg open bij \(Sentence.list(told, "en"))",
        en: "no way out of `\(phase.id)` stands open with \(Sentence.list(told, "and"))"),
      remedy: Localized(
        nl: "voeg daar een weg voor toe, of een laatste weg zonder `when`",
        en: "add a way for that, or a last way without `when`"), path: ["phases", phase.id, "next"])
  }

  private static func choiceOnly(_ phase: Phase, _ ways: [Way]) -> Finding? {
    guard let open = ways.firstIndex(where: { $0.when == nil }), open < ways.count - 1 else { return nil }
    let target = ways[open + 1].target
    return Finding(
      .note, rule: "ChoiceOnly",
      message: Localized(
        nl:
          "deze weg wordt alleen genomen door wie er met `advance --to \(target)` om vraagt: een eerdere staat altijd open",
        en:
          "this way is taken only by who asks for it with `advance --to \(target)`: an earlier one always stands open"
      ),
      remedy: Localized(
        nl: "zet hem vóór de weg zonder `when` als dat niet de bedoeling is",
        en: "put it before the way without `when` if that is not intended"),
      path: ["phases", phase.id, "next", String(open + 1)])
  }

  /// A way that stands open only where an earlier one to another place does too.
  private static func shadowed(_ phase: Phase, _ ways: [Way], _ workflow: Workflow) -> Finding? {
    for (index, way) in ways.enumerated() {
      guard let when = way.when else { continue }
      let earlier = ways[..<index].filter { $0.to != way.to }.compactMap(\.when)
      let all = [when] + earlier
      guard !earlier.isEmpty, let values = PossibleValues(all, workflow, recorded: true), values.canBeTried,
        values.first(where: { $0(when, nil) }) != nil,
        values.first(where: { holds in holds(when, nil) && !earlier.contains { holds($0, nil) } }) == nil
      else { continue }
      return Finding(
        .warning, rule: "Overlap",
        message: Localized(
          nl: "deze weg wordt nooit vanzelf genomen: telkens als hij openstaat, staat een eerdere ook open",
          en: "this way is never taken by itself: whenever it stands open, an earlier one does too"),
        remedy: Localized(
          nl: "kies een andere uitkomst onder `when`, of zet hem vóór die andere",
          en: "choose another result under `when`, or put it before the other"),
        path: ["phases", phase.id, "next", String(index)])
    }
    return nil
  }

  private static func severalWays(_ phase: Phase, _ ways: [Way]) -> Finding? {
    guard phase.passesByItself, ways.count != 1 else { return nil }
    return Finding(
      .error, rule: "PassesByItself",
      message: Localized(
        nl: "`\(phase.id)` heeft meer wegen, en wordt dus niet vanzelf verlaten",
        en: "`\(phase.id)` has several ways, and so is not left by itself"),
      remedy: Localized(
        nl: "laat `passes-by-itself` weg of houd één weg over",
        en: "leave `passes-by-itself` out or keep one way"),
      path: ["phases", phase.id, "passes-by-itself"])
  }

  /// A circle of phases that ask nothing, along ways that ask nothing.
  private static func circles(in workflow: Workflow) -> [Finding] {
    let isFree = { (phase: Phase, way: Way) in
      phase.leaveWhen.isEmpty && way.needs.isEmpty && !(way.when?.asksSomething ?? false)
    }
    for phase in workflow.phases {
      for way in phase.waysOut where isFree(phase, way) {
        guard let next = way.to, workflow.reachable(from: [next], along: isFree).contains(phase.id) else {
          continue
        }
        return [
          Finding(
            .error, rule: "NothingAsked",
            message: Localized(
              nl:
                "van `\(phase.id)` komt een traject weer bij `\(phase.id)` zonder dat er iets gevraagd wordt",
              en: "from `\(phase.id)` a traject comes back to `\(phase.id)` without anything being asked"),
            remedy: Localized(
              nl: "zeg wat er eerst gedaan moet zijn, met `leave-when` of met `needs` bij de weg terug",
              en: "say what has to be done first, with `leave-when` or with `needs` at the way back"),
            path: ["phases", phase.id, "next"])
        ]
      }
    }
    return []
  }
}

extension Condition {
  /// Whether it waits for something that is done.
  fileprivate var asksSomething: Bool {
    leaves([]).contains { leaf in
      switch leaf {
      case .parameter, .lasts: false
      case .recorded, .result: true
      }
    }
  }
}
