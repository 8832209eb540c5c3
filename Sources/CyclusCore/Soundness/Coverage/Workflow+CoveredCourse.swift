// The course of a traject: phases that are entered, ways that are taken, claims, and how it ends.
extension Workflow {
  /// Each phase, entered.
  var coveredPhases: [CoverageItem] {
    phases.enumerated().map { index, phase in
      let title = phase.title.quoted
      return CoverageItem(
        .phase, phase.id, Localized(nl: "fase \(title.nl) begint", en: "phase \(title.en) begins"),
        at: ["phases", phase.id], phase.citation
      ) { step in
        step.events.contains { logged in
          switch logged.event {
          case .started: index == 0
          case .advanced(_, let to, _): to == phase.id
          default: false
          }
        }
      }
    }
  }

  /// Each way out of each phase, the way back of a document that is not approved, and an extension.
  var coveredWays: [CoverageItem] {
    phases.flatMap { phase in
      phase.waysOut.enumerated().map { index, way in covered(way, index, of: phase) }
    } + coveredRejections + coveredExtension
  }

  private func covered(_ way: Way, _ index: Int, of phase: Phase) -> CoverageItem {
    let isOnly = phase.waysOut.count { $0.target == way.target } == 1
    let number = isOnly ? "" : " (\(index + 1))"
    let (from, to) = (phase.title.quoted, destination(of: way))
    let condition = isOnly ? nil : way.when?.words(self)
    return CoverageItem(
      .way, "\(phase.id) -> \(way.target)\(number)",
      Localized(
        nl: "van \(from.nl) naar \(to.nl)" + (condition.map { " als \($0.nl)" } ?? ""),
        en: "from \(from.en) to \(to.en)" + (condition.map { " if \($0.en)" } ?? "")),
      at: ["phases", phase.id, "next"] + (phase.ways == nil ? [] : [String(index)]), phase.citation
    ) { step in
      let isTaken = step.events.contains { logged in
        switch logged.event {
        // An extension enters a phase without taking a way.
        case .advanced(let from, let to, _): step.verb != "extend" && from == phase.id && to == way.to
        case .completed: logged.phase == phase.id && way.to == nil
        default: false
        }
      }
      guard isTaken, !isOnly, let before = step.before, before.traject.phase == phase.id else {
        return isTaken
      }
      return before.traject.way(to: way.target, before.asked, before.rulebook) == way
    }
  }

  private var coveredRejections: [CoverageItem] {
    approvals.map { approval in
      CoverageItem(
        .way, "\(approval.id) rejected",
        Localized(nl: "\(approval.title.nl): afgewezen", en: "\(approval.title.en): rejected"),
        at: ["approvals", approval.id], approval.citation
      ) { step in
        step.events.contains { logged in
          if case .rejected(let key, _, _) = logged.event { key.id == approval.id } else { false }
        }
      }
    }
  }

  private var coveredExtension: [CoverageItem] {
    guard let extensions else { return [] }
    let what =
      extensions.again == nil
      ? Localized(nl: "het einde wordt verplaatst", en: "the end is moved")
      : Localized(nl: "verlengd, met de laatste fasen opnieuw", en: "extended, the last phases once more")
    return [
      CoverageItem(.way, "extend", what, at: ["extension"], extensions.citation) { step in
        guard extensions.again != nil else { return step.events.contains { $0.event.isExtension } }
        return step.verb == "extend"
          && step.events.contains { if case .advanced = $0.event { true } else { false } }
      }
    ]
  }

  /// What becomes of each kind of claim: granted, refused, left to the next gesprek.
  var coveredClaims: [CoverageItem] {
    claims.flatMap { claim in
      [
        ("granted", Localized(nl: "toegekend", en: "granted")),
        ("refused", Localized(nl: "afgewezen", en: "refused")),
        ("deferred", Localized(nl: "doorgeschoven", en: "left to the next gesprek")),
      ].map { outcome, word in
        CoverageItem(
          .claim, "\(claim.id) \(outcome)",
          Localized(nl: "\(claim.title.nl): \(word.nl)", en: "\(claim.title.en): \(word.en)"),
          at: ["claims", claim.id], claim.citation
        ) { step in
          step.events.contains { logged in
            let decided: (id: String, outcome: String)? =
              switch logged.event {
              case .claimGranted(let id, _): (id, "granted")
              case .claimRefused(let id, _): (id, "refused")
              case .claimDeferred(let id, _, _): (id, "deferred")
              default: nil
              }
            return decided?.outcome == outcome
              && step.after?.claims.contains { $0.id == decided?.id && $0.kind == claim.id } == true
          }
        }
      }
    }
  }

  /// The completion, and each reason for which a traject is ended early.
  var coveredEndings: [CoverageItem] {
    let completion = CoverageItem(
      .ending, "completed", Localized(nl: "voltooid", en: "completed"), at: ["phases"], Citation()
    ) { step in step.events.contains { $0.event == .completed } }
    guard let termination else { return [completion] }
    let alone = termination.alone.map { ($0.id, $0.title, ["termination", "alone", $0.id]) }
    let permitted = escalations.filter(\.permitsTermination).flatMap { route in
      route.allReasons.map { ($0.id, $0.title, ["escalations", route.id, "reasons", $0.id]) }
    }
    return [completion]
      + (alone + permitted).map { id, title, path in
        let title = title.quoted
        return CoverageItem(
          .ending, "terminated \(id)",
          Localized(nl: "voortijdig beëindigd: \(title.nl)", en: "ended early: \(title.en)"), at: path,
          termination.citation
        ) { step in step.events.contains { $0.event == .terminated(reason: id) } }
      }
  }
}

extension Event {
  /// Whether the end of the traject was moved.
  fileprivate var isExtension: Bool {
    if case .extended = self { true } else { false }
  }
}

extension Workflow {
  /// The place to which a way leads, as a sentence names it.
  func destination(of way: Way) -> Localized { way.to == nil ? place(way.target) : place(way.target).quoted }
}

extension EscalationRoute {
  /// Its reasons, or the route itself where it has none.
  var allReasons: [Reason] { reasons.isEmpty ? [Reason(id: id, title: title)] : reasons }
}
