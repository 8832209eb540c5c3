// What refuses a waiver, an escalation, its decision, and an early end.
extension Workflow {
  /// Each kind of obligation that is never waived and that this workflow has.
  var coveredWaivers: [CoverageItem] {
    guard let waivers else { return [] }
    func never(
      _ name: String, _ what: Localized, _ path: [String],
      _ isTaken: @escaping (ObligationKey) -> Bool
    )
      -> CoverageItem
    {
      refusal(
        "waive \(name)", Localized(nl: "\(what.nl) laten vervallen", en: "waiving \(what.en)"), at: path,
        waivers.citation
      ) { step in
        guard step.isRefused("waive"), let key = step.obligation("obligation") else { return false }
        return step.before?.asked.contains { $0.key == key && $0.isAsked } == true && isTaken(key)
      }
    }
    let named = waivers.never.map { id in
      never(id, title(of: id).quoted, ["waivers", "never"]) { $0.item.id == id }
    }
    let lifting = blocks.flatMap { block in
      block.liftNeeds.map { need in
        never(need.text, Localized(need.text), ["blocks", block.id, "lift-needs"]) { [self] key in
          need.covers(key, self) && !waivers.never.contains(key.item.id)
        }
      }
    }
    return named + lifting
      + kindsNeverWaived.map { reason, name, what in
        never(name, what, ["waivers"]) { [self] key in neverWaived(key, waivers) == reason }
      }
  }

  private var kindsNeverWaived: [(NeverWaived, String, Localized)] {
    var kinds: [(NeverWaived, String, Localized)] = []
    func add(_ has: Bool, _ reason: NeverWaived, _ name: String, _ nl: String, _ en: String) {
      if has { kinds.append((reason, name, Localized(nl: nl, en: en))) }
    }
    let isJudged = coveredObligations.contains { $0.key.hasSuffix(".assessed") }
    add(isJudged, .verdict, "a verdict", "een oordeel", "a verdict")
    add(
      !escalations.isEmpty || !units.isEmpty, .decision, "a decision", "een beslissing", "a decision")
    add(
      !blocks.isEmpty, .lifting, "the lifting of a block", "het opheffen van een blokkade",
      "the lifting of a block")
    add(
      gesprekken.contains(where: \.closes), .closing, "the closing of a gesprek",
      "het sluiten van een gesprek",
      "the closing of a gesprek")
    add(
      gesprekken.contains { $0.judging?.isFinal == true }, .finalGesprek, "the final gesprek",
      "het gesprek waarin wordt beoordeeld", "the gesprek in which verdicts are given")
    return kinds
  }

  /// Each thing without which an escalation is not opened or decided, and a traject not ended.
  var coveredDecisions: [CoverageItem] {
    escalations.flatMap { openings($0) + decisions($0) + endings($0) }
  }

  private func openings(_ route: EscalationRoute) -> [CoverageItem] {
    let (title, codes) = (route.title.quoted, route.allReasons.map(\.id))
    func opening(
      _ name: String, _ nl: String, _ en: String, _ path: String,
      _ isTaken: @escaping (PlayedStep) -> Bool
    ) -> CoverageItem {
      refusal(
        "escalate \(route.id) \(name)", Localized(nl: "\(title.nl) \(nl)", en: "\(title.en) \(en)"),
        at: ["escalations", route.id, path], route.citation
      ) { step in
        step.isRefused("escalate") && codes.contains(step.arguments["reason"] ?? "") && isTaken(step)
      }
    }
    var items: [CoverageItem] = []
    if !route.byHand {
      items.append(opening("by hand", "met de hand openen", "opened by hand", "by-hand") { _ in true })
    }
    if route.aboutOutcome {
      items.append(
        opening("without outcome", "zonder leeruitkomst", "without an outcome", "about") {
          $0.arguments["about"] == nil
        })
    }
    if route.id == disputes?.route {
      items.append(
        opening("without dispute", "zonder betwist oordeel", "without a disputed verdict", "about") { step in
          step.arguments["about"].map { step.before?.traject.dispute(on: $0)?.isOpen != true } ?? false
        })
    }
    return items
  }

  private func decisions(_ route: EscalationRoute) -> [CoverageItem] {
    let title = route.title.quoted
    func deciding(
      _ name: String, _ what: Localized, _ path: String, _ isTaken: @escaping (PlayedStep) -> Bool
    ) -> CoverageItem {
      refusal(
        "decide \(route.id) \(name)",
        Localized(nl: "\(title.nl) beslissen \(what.nl)", en: "deciding \(title.en) \(what.en)"),
        at: ["escalations", route.id, path], route.citation
      ) { step in step.verb == "decide" && step.escalation?.route == route.id && isTaken(step) }
    }
    let consulted = route.consultNeeded.map { role in
      let who = self.title(of: role)
      return deciding(
        "without \(role) consulted",
        Localized(nl: "zonder \(who.nl) te raadplegen", en: "without consulting the \(who.en)"),
        "consult-needed"
      ) { step in
        step.missing.contains { $0.obligation?.step == .consulted && $0.obligation?.item.occurrence == role }
      }
    }
    let needed = route.needs.map { need in
      deciding(
        "without \(need.rawValue)", Localized(nl: "zonder \(need.title.nl)", en: "without \(need.title.en)"),
        "needs"
      ) { step in
        step.missing.contains { $0.what == need.title || need == .plan && $0.obligation?.step == .proposed }
      }
    }
    let concerned = route.reasons.compactMap { reason in
      reason.concerns.map { role in
        let who = self.title(of: role)
        return deciding(
          "\(reason.id) by whom it concerns",
          Localized(nl: "door wie het betreft (\(who.nl))", en: "by whom it concerns (\(who.en))"), "reasons"
        ) { step in
          step.escalation?.reason == reason.id
            && step.missing.contains { $0.rule.rules.contains("GEN-12") && !$0.isPermission }
        }
      }
    }
    return consulted + needed + concerned
  }

  private func endings(_ route: EscalationRoute) -> [CoverageItem] {
    guard termination != nil, route.permitsTermination else { return [] }
    let (title, codes) = (route.title.quoted, route.allReasons.map(\.id))
    return [
      refusal(
        "terminate before \(route.id) is decided",
        Localized(
          nl: "beëindigen voordat \(title.nl) is beslist", en: "ending before \(title.en) is decided"),
        at: ["escalations", route.id], route.citation
      ) { step in
        guard step.isRefused("terminate"), let reason = step.arguments["reason"] else { return false }
        let permitting = route.outcomes.filter { $0.effect == .permitsTermination }.map(\.id)
        let isPermitted = step.before?.traject.escalations.contains {
          $0.reason == reason && permitting.contains($0.outcome ?? "")
        }
        return codes.contains(reason) && isPermitted == false
      }
    ]
  }
}
