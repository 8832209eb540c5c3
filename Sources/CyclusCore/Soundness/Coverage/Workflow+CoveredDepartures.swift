// What refuses a start, and what keeps a traject in a phase: each requirement, closed way, block and pause.
extension Workflow {
  /// Each role and parameter without which no traject starts.
  var coveredStarts: [CoverageItem] {
    // The student has the role of the student anyway.
    let roles = roles.filter { $0.isRequired && $0.place != .student }.map { role in
      refusal(
        "start without \(role.id)",
        Localized(nl: "start zonder \(role.title.nl)", en: "start without a \(role.title.en)"),
        at: ["roles", role.id, "required"], role.citation
      ) { step in step.verb == "start" && step.missing.contains { $0.role == role.id } }
    }
    return roles
      + parameters.filter { $0.isRequired && $0.fallback == nil }.map { parameter in
        refusal(
          "start without \(parameter.id)",
          Localized(nl: "start zonder \(parameter.title.nl)", en: "start without \(parameter.title.en)"),
          at: ["parameters", parameter.id, "required"], parameter.citation
        ) { step in
          step.verb == "start" && step.missing.contains { $0.input == .parameter(parameter.id) }
        }
      }
  }

  /// Each thing that can keep a traject from going on.
  var coveredDepartures: [CoverageItem] {
    phases.flatMap { phase in
      phase.leaveWhen.map { need in
        refusal(
          "advance from \(phase.id) without \(need.text)", .advancing(from: phase.title, without: need.text),
          at: ["phases", phase.id, "leave-when"], phase.citation
        ) { step in
          step.isHeld(in: phase) { !$0.traject.isMet(need, $0.asked, $0.rulebook) }
        }
      } + phase.waysOut.enumerated().flatMap { index, way in departures(by: way, index, of: phase) }
        + closedWays(of: phase)
    } + standing
  }

  private func departures(by way: Way, _ index: Int, of phase: Phase) -> [CoverageItem] {
    way.needs.map { need in
      refusal(
        "advance from \(phase.id) to \(way.target) without \(need.text)",
        .advancing(from: phase.title, to: destination(of: way), without: need.text),
        at: ["phases", phase.id, "next", String(index), "needs"], phase.citation
      ) { step in
        step.isHeld(in: phase) { before in
          let target = step.arguments["to"].map { $0 == "end" ? Way.completed : $0 }
          return before.traject.way(to: target, before.asked, before.rulebook) == way
            && !before.traject.isMet(need, before.asked, before.rulebook)
        }
      }
    }
  }

  /// Each place to which no way may stand open, once; not where one always does.
  private func closedWays(of phase: Phase) -> [CoverageItem] {
    guard let ways = phase.ways else { return [] }
    return ways.enumerated().compactMap { index, way in
      let same = ways.filter { $0.target == way.target }
      guard same.first == way, !isAlwaysOpen(same) else { return nil }
      let (from, to) = (phase.title.quoted, destination(of: way))
      return refusal(
        "advance from \(phase.id) to \(way.target) while closed",
        Localized(
          nl: "van \(from.nl) naar \(to.nl) zolang die weg dicht is",
          en: "from \(from.en) to \(to.en) while that way is closed"),
        at: ["phases", phase.id, "next", String(index), "when"], phase.citation
      ) { step in
        step.isHeld(in: phase) { before in
          let named = step.arguments["to"].map { $0 == "end" ? Way.completed : $0 }
          guard named == nil || named == way.target else { return false }
          return before.traject.way(to: named, before.asked, before.rulebook) == nil
        }
      }
    }
  }

  /// Whether one of some ways stands open whatever happens: without a condition, or with one for every value of a
  /// parameter that always has one.
  private func isAlwaysOpen(_ ways: [Way]) -> Bool {
    if ways.contains(where: { $0.when == nil }) { return true }
    var values: [String: Set<String>] = [:]
    for way in ways {
      guard case .parameter(let name, let value) = way.when else { return false }
      values[name, default: []].insert(value)
    }
    guard values.count == 1, let (name, given) = values.first, let parameter = parameter(name),
      parameter.fallback != nil || parameter.isRequired
    else { return false }
    switch parameter.kind {
    case .oneOf(let all): return given.isSuperset(of: all)
    case .yesNo: return given.count == 2
    case .date, .dates, .number, .someOf, .person: return false
    }
  }

  /// Blocks, escalations that stop a traject, and pauses.
  private var standing: [CoverageItem] {
    let blocked = blocks.flatMap { block -> [CoverageItem] in
      let title = block.title.quoted
      let stops = refusal(
        "advance while \(block.id) stands",
        Localized(nl: "verder gaan onder blokkade \(title.nl)", en: "going on under block \(title.en)"),
        at: ["blocks", block.id], block.citation
      ) { step in
        step.isRefused("advance")
          && step.before?.traject.standingBlocks.contains { $0.id == block.id } == true
      }
      return [stops]
        + block.liftNeeds.map { need in
          refusal(
            "unblock \(block.id) without \(need.text)",
            Localized(
              nl: "blokkade \(title.nl) opheffen zonder \(need.text)",
              en: "lifting block \(title.en) without \(need.text)"),
            at: ["blocks", block.id, "lift-needs"], block.citation
          ) { [self] step in
            step.verb == "unblock" && step.item("block") == block.id && step.lacks(need, self)
          }
        }
    }
    let stopped = escalations.filter(\.stops).map { route in
      refusal(
        "advance while \(route.id) is open",
        Localized(
          nl: "verder gaan zolang \(route.title.quoted.nl) loopt",
          en: "going on while \(route.title.quoted.en) is open"),
        at: ["escalations", route.id], route.citation
      ) { step in
        step.isRefused("advance")
          && step.before?.traject.openEscalations.contains { $0.route == route.id } == true
      }
    }
    guard let pauses else { return blocked + stopped }
    return blocked + stopped + [
      refusal(
        "advance while paused",
        Localized(nl: "verder gaan in een pauze", en: "going on during a pause"), at: ["pauses"],
        pauses.citation
      ) { step in step.isRefused("advance") && step.before?.traject.standingPause != nil }
    ]
  }

  /// An item that is taken by a refusal.
  func refusal(
    _ key: String, _ what: Localized, at path: [String], _ rule: Citation,
    isTaken: @escaping (PlayedStep) -> Bool
  ) -> CoverageItem {
    CoverageItem(.refusal, key, what, at: path, rule) { step in step.refusal != nil && isTaken(step) }
  }
}

extension PlayedStep {
  /// Whether going on from a phase was refused in a state in which something holds.
  fileprivate func isHeld(in phase: Phase, because holds: (Standing) -> Bool) -> Bool {
    guard isRefused("advance"), let before, before.traject.phase == phase.id else { return false }
    // A place that there is not is refused before anything else is looked at.
    let target = arguments["to"]
    let isKnown =
      [nil, "end", Way.completed].contains(target)
      || before.rulebook.workflow.phases.contains { $0.id == target }
    return isKnown && holds(before)
  }
}

extension Localized {
  fileprivate static func advancing(
    from phase: Localized, to place: Localized? = nil, without need: String
  ) -> Localized {
    Localized(
      nl: "verder uit «\(phase.nl)»" + (place.map { " naar \($0.nl)" } ?? "") + " zonder \(need)",
      en: "on from “\(phase.en)”" + (place.map { " to \($0.en)" } ?? "") + " without \(need)")
  }
}
