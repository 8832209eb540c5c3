// What the engine allows and a workflow must not need: a waiver, and a yes that becomes no again.
extension Explorer {
  /// How many things are waived at most to come to the end.
  private static let mostWaivers = 12

  /// Whether a step is a last resort: it takes away what was asked, or says that something is not so that was so.
  func isLastResort(_ step: ExploredStep, in situation: Situation) -> Bool {
    switch step.deed {
    case .act(_, .waive): true
    case .act(_, .set(let parameter, "no")):
      situation.traject.parameters[parameter] == "yes" && workflow.parameter(parameter)?.kind == .yesNo
    case .act, .wait, .postpone: false
    }
  }

  /// The first last resort after which the usual course leads to the regular end; `nil` where none does.
  ///
  /// Where it comes to a standstill again, what holds it there is waived as well.
  func lastResort(from situation: Situation, _ ends: inout Ends, _ taken: inout Taken) -> Localized? {
    let resorts = departures(situation, unasked: true).filter { isLastResort($0.step, in: situation) }
    for sequel in resorts where course(from: sequel.situation, &ends) == .completes {
      return sequel.step.words
    }
    // What was turned back may have to be turned again later on.
    for sequel in resorts where sequel.step.isSetting {
      let after = ending(of: sequel.situation, &ends, &taken, isThorough: true, byLastResort: false)
      if after == .completes { return sequel.step.words }
    }
    var first: Localized?
    var here = situation
    for _ in 0..<Self.mostWaivers {
      here = standstill(after: here)
      if here.traject.completed != nil { return first }
      guard let sequel = waivers(here).lazy.compactMap({ outcome(of: $0, here) }).first else { return nil }
      first = first ?? sequel.step.words
      if course(from: sequel.situation, &ends) == .completes { return first }
      here = sequel.situation
    }
    return nil
  }

  /// Waiving everything that is asked, what the phase waits for first.
  private func waivers(_ situation: Situation) -> [ExplorerMove] {
    guard let role = workflow.waivers?.by.first, let person = situation.traject.holder(of: role) else {
      return []
    }
    let asked = situation.standing.obligations.filter { $0.isAsked && $0.key.step != .advanced }
    return (asked.filter(\.isBlocking) + asked.filter { !$0.isBlocking }).map {
      waiver(of: $0, by: Actor(person: person, role: role))
    }
  }

  /// Somebody waives an obligation.
  func waiver(of obligation: Obligation, by actor: Actor) -> ExplorerMove {
    let role = actor.role.map { workflow.title(of: $0) } ?? Localized("cyclus")
    return ExplorerMove(
      .act(actor, .waive(obligation: obligation.key.description, why: Self.prose)),
      Localized(
        nl: "\(role.nl): ontheffing van \(obligation.what.nl.lowercasedFirst)",
        en: "\(role.en): waives \(obligation.what.en.lowercasedFirst)"))
  }
}
