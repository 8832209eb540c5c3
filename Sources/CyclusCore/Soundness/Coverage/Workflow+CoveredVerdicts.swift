// What refuses a verdict, feedback and the confirming of a result.
extension Workflow {
  /// Each part, document and earlier step without which nothing is judged or confirmed.
  var coveredVerdicts: [CoverageItem] {
    gesprekken.flatMap(verdicts(at:)) + verdictNeeds + partsOfVerdicts + partsOfFeedback + formative
      + ownVerdicts + confirmations
  }

  private func verdicts(at gesprek: GesprekDefinition) -> [CoverageItem] {
    guard let judging = gesprek.judging else { return [] }
    let (title, path) = (gesprek.title.quoted, ["gesprekken", gesprek.id, "judging"])
    let parts = judging.verdictParts.map { part in
      refusal(
        "assess at \(gesprek.id) without \(part)",
        Localized(nl: "oordeel bij \(title.nl) zonder \(part)", en: "verdict at \(title.en) without \(part)"),
        at: path + ["verdict-parts"], judging.citation
      ) { step in
        step.isRefused("assess") && step.item("at") == gesprek.id
          && step.arguments[part.replacing("-", with: "_")] == nil
          && step.arguments["form"] == nil && step.missing.contains { $0.rule == judging.citation }
      }
    }
    guard let document = judging.afterDocument else { return parts }
    let before = self.title(of: document)
    return parts + [
      refusal(
        "assess at \(gesprek.id) before \(document) submitted",
        Localized(
          nl: "oordeel bij \(title.nl) voor \(before.nl)", en: "verdict at \(title.en) before \(before.en)"),
        at: path + ["after"], judging.citation
      ) { step in
        (step.verb == "assess" || step.verb == "feedback") && step.item("at") == gesprek.id
          && step.missing.contains { $0.obligation?.item.id == document && $0.obligation?.step == .submitted }
      }
    ]
  }

  /// What verdicts need on top, once for each verdict and need.
  private var verdictNeeds: [CoverageItem] {
    outcomes.flatMap { outcome in
      outcome.scale.flatMap { verdict in
        (outcome.verdictNeeds[verdict] ?? []).map { need in
          refusal(
            "assess \(verdict) without \(need)",
            Localized(nl: "oordeel \(verdict) zonder \(need)", en: "verdict \(verdict) without \(need)"),
            at: ["outcomes", outcome.id, "verdict-needs"], outcome.citation
          ) { [self] step in
            guard step.isRefused("assess"), step.arguments["verdict"] == verdict,
              let judged = step.item("outcome").flatMap({ self.outcome($0) }),
              judged.verdictNeeds[verdict]?.contains(need) == true
            else { return false }
            return step.lacks(Outcome.Need(need), of: judged)
          }
        }
      }
    }
  }

  private var partsOfVerdicts: [CoverageItem] {
    outcomes.flatMap { outcome in
      (outcome.parts ?? []).filter(\.isRequired).map { part in
        refusal(
          "assess \(outcome.id) without \(part.id)",
          Localized(
            nl: "\(outcome.title.nl) zonder \(part.title.nl)",
            en: "\(outcome.title.en) without \(part.title.en)"),
          at: ["outcomes", outcome.id, "parts", part.id], part.citation
        ) { step in
          step.verb == "assess" && step.item("outcome") == outcome.id
            && step.arguments["part.\(part.id)"] == nil && step.missing.contains { $0.what == part.title }
        }
      }
    }
  }

  private var partsOfFeedback: [CoverageItem] {
    outcomes.filter { $0.kind == .formative }.flatMap { outcome in
      (outcome.feedbackParts ?? []).map { part in
        refusal(
          "feedback without \(part)",
          Localized(nl: "feedback zonder \(part)", en: "feedback without \(part)"),
          at: ["outcomes", outcome.id, "feedback-parts"], outcome.citation
        ) { [self] step in
          guard step.isRefused("feedback"), step.arguments["form"] == nil,
            step.arguments[part.replacing("-", with: "_")] == nil,
            let given = step.item("outcome").flatMap({ self.outcome($0) }),
            given.feedbackParts?.contains(part) == true
          else { return false }
          return step.missing.contains { $0.rule == given.citation }
        }
      }
    }
  }

  private var formative: [CoverageItem] {
    guard let first = outcomes.first(where: { $0.kind == .formative }) else { return [] }
    return [
      refusal(
        "assess a formative outcome",
        Localized(nl: "oordeel over een formatieve leeruitkomst", en: "verdict on a formative outcome"),
        at: ["outcomes", first.id, "kind"], first.citation
      ) { [self] step in
        step.isRefused("assess") && step.item("outcome").flatMap { outcome($0) }?.kind == .formative
      }
    ]
  }

  /// What is judged by itself: not before it opens, and not without what it needs.
  private var ownVerdicts: [CoverageItem] {
    outcomes.filter(\.isJudgedByItself).flatMap { outcome -> [CoverageItem] in
      let title = outcome.title.quoted
      func isAbout(_ step: PlayedStep) -> Bool {
        step.isRefused("assess") && step.item("outcome") == outcome.id
      }
      let needs = (outcome.needs ?? []).map { need in
        refusal(
          "assess \(outcome.id) without \(need.text)",
          Localized(nl: "\(title.nl) zonder \(need.text)", en: "\(title.en) without \(need.text)"),
          at: ["outcomes", outcome.id, "needs"], outcome.citation
        ) { [self] step in isAbout(step) && step.lacks(need, self) }
      }
      let first: String? =
        switch outcome.opens {
        case .phase(let phase): "phase \(phase)"
        case let opening: opening?.earlierStep?.text
        }
      guard let first else { return needs }
      let before = refusal(
        "assess \(outcome.id) before \(first)",
        Localized(nl: "\(title.nl) voor \(first)", en: "\(title.en) before \(first)"),
        at: ["outcomes", outcome.id, "opens"], outcome.citation
      ) { step in
        guard isAbout(step), let before = step.before else { return false }
        let own = before.asked.filter { $0.key.item.id == outcome.id && $0.key.step == .assessed }
        return own.allSatisfy { $0.opens == nil }
      }
      return needs + [before]
    }
  }

  /// What units need before their result is confirmed, once for each thing.
  private var confirmations: [CoverageItem] {
    units.flatMap { unit -> [CoverageItem] in
      let needs = unit.confirmNeeds.flatMap { need in
        need.requirements.map { requirement in
          confirming(unit, requirement, at: ["confirm-needs", need.result])
        }
      }
      guard let first = unit.opens.earlierStep else { return needs }
      return needs + [confirming(unit, first, at: ["opens"])]
    }
      + outcomes.filter { $0.confirmer != nil && $0.needsVerdict }.map { outcome in
        refusal(
          "confirm an outcome without its verdict",
          Localized(
            nl: "uitslag bevestigen zonder eindoordeel", en: "confirming a result without a final verdict"),
          at: ["outcomes", outcome.id, "verdict-needed"], outcome.citation
        ) { [self] step in
          guard step.isRefused("confirm"), let id = step.item("subject") else { return false }
          return self.outcome(id)?.needsVerdict == true && step.before?.traject.finalVerdict(on: id) == nil
        }
      }
      + outcomes.filter { $0.follows != nil }.map { outcome in
        refusal(
          "confirm \(outcome.id) before \(outcome.follows ?? "")",
          Localized(
            nl: "\(outcome.title.quoted.nl) bevestigen voor de leeruitkomst waarmee het meetelt",
            en: "confirming \(outcome.title.quoted.en) before the outcome with which it counts"),
          at: ["outcomes", outcome.id, "follows"], outcome.citation
        ) { [self] step in
          guard step.isRefused("confirm"), step.item("subject") == outcome.id else { return false }
          let subject = outcome.follows.flatMap { self.outcome($0) }.flatMap { confirmed(for: $0) }
          return step.missing.contains {
            $0.obligation?.item.id == subject && $0.obligation?.step == .confirmed
          }
        }
      }
  }

  private func confirming(_ unit: OutcomeUnit, _ need: Requirement, at path: [String]) -> CoverageItem {
    refusal(
      "confirm without \(need.text)",
      Localized(nl: "uitslag bevestigen zonder \(need.text)", en: "confirming a result without \(need.text)"),
      at: ["units", unit.id] + path, unit.citation
    ) { [self] step in step.isRefused("confirm") && step.lacks(need, self) }
  }
}

extension PlayedStep {
  /// Whether a verdict that was refused came without one of its needs, and that was said.
  fileprivate func lacks(_ need: Outcome.Need, of outcome: Outcome) -> Bool {
    let isSaid = missing.contains { $0.what == outcome.title && $0.rule == outcome.citation }
    switch need {
    case .why: return arguments["why"] == nil && arguments["form"] == nil && isSaid
    case .proof: return arguments["proof"] == nil && isSaid
    case .part(let id, let value):
      let title = outcome.parts?.first { $0.id == id }?.title
      return arguments["part.\(id)"] != value && missing.contains { $0.what == title }
    case .mark(let mark): return missing.contains { $0.what == Localized(mark) }
    }
  }
}
