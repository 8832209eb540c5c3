/// Finds a counter that warns of too little without a least, or counts gesprekken with a role that is never there.
public enum MarkInVain {
  /// A finding for each such counter.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.counters.flatMap { counter -> [Finding] in
      [warning(counter), presence(counter, workflow)].compactMap(\.self)
    }
  }

  private static func warning(_ counter: CounterDefinition) -> Finding? {
    guard counter.warnAt != nil, counter.low == nil else { return nil }
    return Finding.fault(
      "MarkInVain",
      Localized(
        nl: "bij `\(counter.id)` wordt nooit gewaarschuwd: er staat niet hoeveel er ten minste zijn",
        en: "`\(counter.id)` never warns: it does not say how many there are at least"),
      remedy: Localized(
        nl: "voeg `low` toe, bijvoorbeeld `low: 40`, of laat `warn-at` weg",
        en: "add `low`, for example `low: 40`, or leave `warn-at` out"),
      at: ["counters", counter.id, "warn-at"])
  }

  private static func presence(_ counter: CounterDefinition, _ workflow: Workflow) -> Finding? {
    guard let role = counter.gesprekkenWith, workflow.role(role) != nil else { return nil }
    let isThere = workflow.gesprekken.flatMap(\.present).contains { presence in
      switch presence {
      case .role(let name, _): name == role
      case .corner(let id): workflow.corner(id).map { ($0.roles + $0.standIns).contains(role) } ?? false
      }
    }
    if isThere { return nil }
    return Finding.fault(
      "MarkInVain",
      Localized(
        nl: "`\(role)` hoeft bij geen enkel gesprek te zijn, dus hier telt nooit iets mee",
        en: "`\(role)` need not be at any gesprek, so nothing ever counts here"),
      remedy: Localized(
        nl: "noem een rol die onder `present` staat, of laat `gesprekken-with` weg",
        en: "name a role that stands under `present`, or leave `gesprekken-with` out"),
      at: ["counters", counter.id, "gesprekken-with"])
  }
}
