// What a walk through a workflow says about its file.
extension Exploration {
  /// The findings: the histories after which nobody comes to the regular end, and what no history takes.
  public func findings(in workflow: Workflow) -> [Finding] {
    neverBegins(workflow) + stuck.map { finding($0, workflow) } + neverCompleted(workflow)
      + untaken(in: workflow)
  }

  /// Whether some history that was walked comes to the regular end.
  public var completes: Bool { taken.ways.contains { $0.hasSuffix("> \(Way.completed)") } }

  /// Where no traject can begin, there is nothing to walk through.
  private func neverBegins(_ workflow: Workflow) -> [Finding] {
    guard states == 0 else { return [] }
    let why = Localized(
      nl: refusedBeginning.map(\.nl).joined(separator: "; "),
      en: refusedBeginning.map(\.en).joined(separator: "; "))
    return [
      Finding(
        .error, rule: "NeverBegins",
        message: Localized(
          nl: "er kan geen traject beginnen: \(why.nl)", en: "no traject can begin: \(why.en)"),
        remedy: Localized(
          nl: "maak dat een traject met de verplichte rollen en parameters kan beginnen",
          en: "see to it that a traject can begin with the roles and parameters that are needed"),
        path: [workflow.timeline.isEmpty ? "workflow" : "timeline"])
    ]
  }

  /// Where everything up to a departure was walked and nothing comes to the regular end, it is said even where no single
  /// history proves it.
  private func neverCompleted(_ workflow: Workflow) -> [Finding] {
    guard states > 0, stuck.isEmpty, !completes, isWhole || departures ?? 0 > 0,
      let last = workflow.phases.last
    else {
      return []
    }
    let ways = workflow.phases.flatMap { phase in
      phase.waysOut.filter { $0.target == Way.completed }.map { _ in phase }
    }
    let phase = ways.last ?? last
    return [
      Finding(
        .error, rule: "NeverCompleted",
        message: Localized(
          nl: "van de \(states) toestanden die zijn doorlopen komt er geen bij het gewone einde",
          en: "none of the \(states) states that were walked through comes to the regular end"),
        remedy: Localized(
          nl: "kijk wanneer de weg naar het einde openstaat, en of iemand daar kan komen",
          en: "look when the way to the end is open, and whether anybody can come there"),
        path: ["phases", phase.id, "next"])
    ]
  }

  private func finding(_ stuck: Stuck, _ workflow: Workflow) -> Finding {
    let title = workflow.phase(stuck.phase)?.title ?? Localized(stuck.phase)
    let phase = Localized(
      nl: "(fase \(title.nl.lowercasedFirst))", en: "(phase \(title.en.lowercasedFirst))")
    var finding =
      switch stuck.outlook {
      case .standstill, .circle:
        Finding(
          .error, rule: "NoWayToTheEnd",
          message: Localized(
            nl: "hierna komt niemand meer bij het gewone einde \(phase.nl)",
            en: "after this nobody comes to the regular end \(phase.en)"),
          remedy: Localized(
            nl: "neem weg wat tegenhoudt, of geef een weg eromheen",
            en: "take away what stands in the way, or give a way around it"),
          path: ["phases", stuck.phase])
      case .lastResort:
        Finding(
          .warning, rule: "LastResort",
          message: Localized(
            nl: "hierna is het gewone einde alleen nog met een noodgreep te bereiken \(phase.nl)",
            en: "after this the regular end can be reached only by a last resort \(phase.en)"),
          remedy: Localized(
            nl:
              "geef een weg waarvoor niemand een ontheffing hoeft te geven of een gegeven hoeft terug te draaien",
            en: "give a way for which nobody has to waive anything or to turn a value back"),
          path: ["phases", stuck.phase])
      }
    finding.story = stuck.story
    return finding
  }

  // MARK: What no history takes

  /// From how many departures at once the walk says what it did not come to: raised, not agreed on, decided otherwise.
  private static let deepEnough = 3

  private func untaken(in workflow: Workflow) -> [Finding] {
    // Where the walk was broken off early, there is nothing to say of what it did not come to.
    guard states > 0, let departures, isWhole || departures >= Self.deepEnough, stuck.isEmpty, completes
    else {
      return []
    }
    let phases = workflow.phases.dropFirst().filter { !taken.phases.contains($0.id) }
    return phases.map {
      never(
        Localized(nl: "geen verloop komt in fase `\($0.id)`", en: "no history enters the phase `\($0.id)`"),
        ["phases", $0.id])
    } + ways(workflow, besides: Set(phases.map(\.id))) + items(workflow) + escalations(workflow)
      + blocks(workflow)
  }

  private func ways(_ workflow: Workflow, besides missing: Set<String>) -> [Finding] {
    workflow.phases.filter { !missing.contains($0.id) }.flatMap { phase in
      phase.waysOut.enumerated().compactMap { index, way -> Finding? in
        guard !missing.contains(way.target), !taken.ways.contains("\(phase.id) > \(way.target)") else {
          return nil
        }
        return never(
          Localized(
            nl: "geen verloop neemt de weg van `\(phase.id)` naar `\(way.target)`",
            en: "no history takes the way from `\(phase.id)` to `\(way.target)`"),
          ["phases", phase.id, "next"] + (phase.ways == nil ? [] : [String(index)]))
      }
    }
  }

  private func items(_ workflow: Workflow) -> [Finding] {
    // What comes by occasion nobody owes.
    let sections: [(String, [(id: String, steps: [Step])])] = [
      ("gesprekken", workflow.gesprekken.filter { $0.each?.isByOccasion != true }.map { ($0.id, [.held]) }),
      (
        "documents",
        workflow.documents.filter { $0.each?.isByOccasion != true }.map { ($0.id, [.submitted, .signed]) }
      ),
      ("approvals", workflow.approvals.map { ($0.id, [.approved]) }),
      ("tasks", workflow.tasks.map { ($0.id, [.done]) }),
    ]
    return sections.flatMap { section, items in
      items.compactMap { item -> Finding? in
        let names = item.steps.map { "\(item.id).\($0.rawValue)" }
        guard !names.contains(where: { taken.steps.contains($0) }) else { return nil }
        let isAsked = names.contains { taken.asked.contains($0) }
        guard isAsked || section == "gesprekken" else { return nil }
        return never(
          isAsked
            ? Localized(
              nl: "`\(item.id)` wordt gevraagd, maar niemand kan het doen",
              en: "`\(item.id)` is asked, but nobody can do it")
            : Localized(
              nl: "geen verloop vraagt of doet `\(item.id)`", en: "no history asks or does `\(item.id)`"),
          [section, item.id])
      }
    }
  }

  private func escalations(_ workflow: Workflow) -> [Finding] {
    workflow.escalations.flatMap { route -> [Finding] in
      guard taken.escalations.contains(where: { $0.split(separator: " ").first.map(String.init) == route.id })
      else {
        return [
          never(
            Localized(
              nl: "niets opent de escalatie `\(route.id)`", en: "nothing opens the escalation `\(route.id)`"),
            ["escalations", route.id])
        ]
      }
      return route.outcomes.filter { !taken.decisions.contains("\(route.id) \($0.id)") }.map {
        never(
          Localized(
            nl: "niemand kan `\(route.id)` beslissen met `\($0.id)`",
            en: "nobody can decide `\(route.id)` with `\($0.id)`"),
          ["escalations", route.id, "outcomes", $0.id])
      }
    }
  }

  private func blocks(_ workflow: Workflow) -> [Finding] {
    workflow.blocks.compactMap { block in
      if !taken.blocks.contains(block.id) {
        return never(
          Localized(nl: "niets blokkeert met `\(block.id)`", en: "nothing blocks with `\(block.id)`"),
          ["blocks", block.id])
      }
      guard !taken.lifted.contains(block.id) else { return nil }
      return never(
        Localized(
          nl: "niemand kan de blokkade `\(block.id)` opheffen", en: "nobody can lift the block `\(block.id)`"),
        ["blocks", block.id])
    }
  }

  private func never(_ message: Localized, _ path: [String]) -> Finding {
    let told = Localized(
      nl:
        "\(message.nl), ook niet als er \(departures ?? 0) keer tegelijk van het gewone verloop wordt afgeweken",
      en: "\(message.en), not even with \(departures ?? 0) departures from the usual course at once")
    return Finding(
      .warning, rule: "NeverTaken", message: told,
      remedy: Localized(
        nl: "maak er een weg naartoe, of haal het weg", en: "make a way to it, or take it out"), path: path)
  }
}
