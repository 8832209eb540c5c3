// Each way in which an escalation is opened, that it climbs, and each outcome of it.
extension Workflow {
  /// Each reason by hand, each opening by itself, the climb to the next role, and each outcome.
  var coveredEscalations: [CoverageItem] {
    escalations.flatMap { byHand($0) + byLadder($0) + byResult($0) + climb($0) + outcomes(of: $0) }
  }

  private func item(
    _ route: EscalationRoute, _ name: String, _ what: Localized, _ path: [String],
    isTaken: @escaping (PlayedStep) -> Bool
  ) -> CoverageItem {
    CoverageItem(
      .escalation, "\(route.id) \(name)",
      Localized(nl: "\(route.title.quoted.nl) \(what.nl)", en: "\(route.title.quoted.en) \(what.en)"),
      at: ["escalations", route.id] + path, route.citation, isTaken: isTaken)
  }

  private func byHand(_ route: EscalationRoute) -> [CoverageItem] {
    guard route.byHand else { return [] }
    return route.allReasons.map { reason in
      let what =
        route.reasons.isEmpty
        ? Localized(nl: "met de hand geopend", en: "opened by hand")
        : Localized(nl: "geopend: \(reason.title.nl)", en: "opened: \(reason.title.en)")
      return item(
        route, route.reasons.isEmpty ? "by hand" : reason.id, what,
        route.reasons.isEmpty ? [] : ["reasons", reason.id]
      ) { step in
        step.opened { $0.route == route.id && $0.reason == reason.id && $0.obligation == nil }
      }
    }
  }

  /// What takes the route in the end where nobody does it.
  private func byLadder(_ route: EscalationRoute) -> [CoverageItem] {
    let gesprekken = gesprekken.filter { $0.route == route.id && $0.each?.isWeekly != true }
      .map { ("\($0.id).held", $0.title) }
    let documents = documents.filter { $0.route == route.id }.map { ("\($0.id).submitted", $0.title) }
    let approvals = approvals.filter { $0.route == route.id }.map { ("\($0.id).approved", $0.title) }
    let tasks = tasks.filter { $0.route == route.id }.map { ("\($0.id).done", $0.title) }
    let disputed =
      disputes?.route == route.id
      ? [("dispute.agreed", Localized(nl: "overeenstemming", en: "agreement"))] : []
    return (gesprekken + documents + approvals + tasks + disputed).map { name, title in
      item(
        route, "by itself: \(name)",
        Localized(
          nl: "vanzelf geopend: \(title.nl) bleef uit", en: "opened by itself: \(title.en) failed to come"),
        []
      ) { [self] step in
        step.opened {
          $0.route == route.id && $0.obligation.flatMap { key in stepName(of: key) } == name
        }
      }
    }
  }

  /// What takes the route by what stands on record of a gesprek.
  private func byResult(_ route: EscalationRoute) -> [CoverageItem] {
    gesprekken.flatMap { gesprek in
      gesprek.record.flatMap { field in
        field.then.filter { $0.opens == route.id }.map { consequence in
          item(
            route, "by itself: \(gesprek.id) \(field.id) \(consequence.value)",
            Localized(
              nl: "vanzelf geopend: \(field.title.nl) \(consequence.value)",
              en: "opened by itself: \(field.title.en) \(consequence.value)"), []
          ) { step in
            step.opened {
              $0.route == route.id && $0.obligation?.step == .closed && $0.obligation?.item.id == gesprek.id
            }
              && step.after?.gesprekken.contains { key, record in
                ItemKey(key)?.id == gesprek.id && field.has(consequence.value, in: record)
              } == true
          }
        }
      }
    }
  }

  private func climb(_ route: EscalationRoute) -> [CoverageItem] {
    guard let next = route.next else { return [] }
    let title = title(of: next)
    return [
      item(
        route, "climbs to \(next)",
        Localized(
          nl: "niet op tijd beslist: naar \(title.nl)", en: "not decided in time: to the \(title.en)"),
        ["next"]
      ) { step in
        step.events.contains { logged in
          guard case .escalationClimbed(let id, _) = logged.event else { return false }
          return step.after?.escalations.contains { $0.id == id && $0.route == route.id } == true
        }
      }
    ]
  }

  private func outcomes(of route: EscalationRoute) -> [CoverageItem] {
    route.outcomes.map { outcome in
      item(
        route, "decided \(outcome.id)",
        Localized(nl: "beslist: \(outcome.title.nl)", en: "decided: \(outcome.title.en)"),
        ["outcomes", outcome.id]
      ) { step in
        step.events.contains { logged in
          guard case .decided(let decided) = logged.event, decided.outcome == outcome.id else { return false }
          return step.after?.escalations.contains { $0.id == decided.escalation && $0.route == route.id }
            == true
        }
      }
    }
  }
}

extension PlayedStep {
  /// Whether an escalation like this was opened.
  fileprivate func opened(_ isWanted: (Event.Escalated) -> Bool) -> Bool {
    events.contains { if case .escalated(let escalated) = $0.event { isWanted(escalated) } else { false } }
  }
}
