// What is claimed before a gesprek, and what is decided about it.
extension Simulation {
  /// For each kind of claim, now and then one for the gesprek that comes, mostly with what it rests on.
  func claiming(_ standing: Standing, on today: Day) -> [Act] {
    let (traject, workflow) = (standing.traject, standing.rulebook.workflow)
    return workflow.claims.compactMap { definition in
      guard let gesprek = standing.occurrence(ofGesprek: definition.gesprek, on: today),
        traject.gesprekken[gesprek.description]?.held.isEmpty ?? true,
        happens(.claimed, traject, "\(definition.id)/\(gesprek)"),
        !traject.claims.contains(where: { $0.kind == definition.id && $0.gesprek == gesprek }),
        let role = definition.by.first, let person = traject.holder(of: role)
      else { return nil }
      var random = random(traject, "claim/\(definition.id)/\(gesprek)")
      let about = definition.about.flatMap { workflow.parameter($0) }.flatMap {
        random.one(of: traject.values(of: $0))
      }
      guard about != nil || definition.about == nil else { return nil }
      let item = Traject.Claim.item(definition.id, about)
      guard !traject.claims.contains(where: { $0.item == item && $0.isOpen }) else { return nil }
      let hasProof = !random.chance(settings[.forgotten])
      return act("claim/\(definition.id)/\(gesprek)", Actor(person: person, role: role), today) {
        .claim(
          Command.Claim(
            item: item, proofs: [], references: hasProof ? [try $0.text("werk van vorige maand")] : []))
      }
    }
  }

  /// A claim is granted where it may be, but now and then; else it is left to the next gesprek once, or refused.
  func deciding(_ id: String, _ traject: Traject, _ rulebook: Rulebook, on today: Day) -> [Act] {
    guard let claim = traject.claims.first(where: { $0.id == id }),
      let definition = rulebook.workflow.claim(claim.kind),
      let role = definition.grantedBy.first, let person = traject.holder(of: role)
    else { return [] }
    let standing = Standing(traject, rulebook)
    let gesprek = traject.gesprek(deciding: claim)
    var random = random(traject, "decide/\(id)/\(gesprek)")
    let isProved = !definition.needs.contains(.proof) || !claim.proofs.isEmpty
    let isInTime = standing.lastDay(ofClaiming: definition, at: gesprek).map { claim.on <= $0 } ?? true
    let isGranted = isProved && isInTime && !random.chance(settings[.insufficient])
    let hasNext =
      standing.occurrence(ofGesprek: definition.gesprek, on: today, besides: gesprek) != nil
    let isLeft = claim.deferred == nil && hasNext
    return [
      act("\(claim.decision)/\(gesprek)", Actor(person: person, role: role), today) {
        if isGranted { return .grant(claim: id, why: nil) }
        return isLeft
          ? .deferClaim(claim: id, why: try $0.text("het bewijs komt nog"))
          : .refuse(claim: id, why: try $0.text("nog te weinig bewijs"))
      }
    ]
  }
}
