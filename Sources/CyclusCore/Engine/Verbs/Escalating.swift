extension Deliberation {
  private var word: Localized { Localized(nl: "escalatie", en: "escalation") }

  mutating func escalate(_ code: String, _ about: String?, _ why: TextReference?) throws(Refusal) -> Decision
  {
    let what = Localized(nl: "reden van escalatie", en: "reason of escalation")
    let byHand = workflow.escalations.filter(\.byHand)
    let codes = byHand.flatMap { $0.reasons.isEmpty ? [$0.id] : $0.reasons.map(\.id) }
    guard let (route, reason) = workflow.escalation(reason: code) else {
      if let route = workflow.route(code) {
        throw refusal(what, Sentence.routeNoReason(route), rule: route.citation)
      }
      throw refusal(what, Sentence.unknown(what, code, codes))
    }
    let actor = actor(among: nil)
    // A role that a reason names of its own decides in the place of another, so it has to be there.
    if let to = reason.to { _ = filledRole(to) }
    if !route.byHand {
      lack(
        route.title,
        Sentence.plainly(
          "\(code) ontstaat alleen vanzelf; met de hand: \(Sentence.list(codes, "of"))",
          "\(code) only arises by itself; by hand: \(Sentence.list(codes, "or"))"), rule: route.citation)
    }
    let known = standing.outcomes.map(\.id)
    if let about, !known.contains(about) {
      let outcome = Localized(nl: "leeruitkomst", en: "outcome")
      lack(outcome, Sentence.unknown(outcome, about, known), rule: route.citation)
    } else if about == nil, route.aboutOutcome {
      lack(
        route.title,
        Sentence.plainly(
          "noem de leeruitkomst met --about: \(Sentence.list(known, "of"))",
          "name the outcome with --about: \(Sentence.list(known, "or"))"), rule: route.citation)
    }
    if route.id == workflow.disputes?.route, let about { try checkDisputed(about, route) }
    remarks += traject.concernRemarks(workflow, on: happened, reason: reason.id)
    if let same = traject.openEscalations.first(where: { $0.reason == code && $0.about == about }) {
      lack(
        route.title,
        Sentence.plainly(
          "\(same.id) loopt hierover al sinds \(same.opened.longNL)",
          "\(same.id) has been open about this since \(same.opened.longEN)"), rule: route.citation)
    }
    var entries = [
      escalation(route, reason, about: about, obligation: nil, why: why, by: actor, on: happened)
    ]
    if let block = reason.sets.flatMap({ workflow.block($0) }),
      !traject.standingBlocks.contains(where: { $0.id == block.id })
    {
      entries.append(entry(.blocked(block: block.id), by: actor, rule: block.citation))
    }
    return try decision(entries)
  }

  /// Only a disputed verdict is escalated to who decides disputes; says so where he may not decide this one.
  private mutating func checkDisputed(_ about: String, _ route: EscalationRoute) throws(Refusal) {
    if let dispute = traject.dispute(on: about), dispute.isOpen {
      return warn(involved: dispute.involved, about: about, route)
    }
    if let outcome = workflow.outcome(about) { checkOpen(outcome) }
    try settle()
    lack(
      route.title,
      Sentence.plainly(
        "het oordeel over \(workflow.title(of: about).nl) is niet betwist: begin met dispute",
        "the verdict on \(workflow.title(of: about).en) is not disputed: begin with dispute"),
      rule: route.citation)
  }

  /// The event that opens an escalation, with its term.
  func escalation(
    _ route: EscalationRoute, _ reason: EscalationRoute.Reason, about: String?, obligation: ObligationKey?,
    why: TextReference?, by actor: Actor, on day: Day
  ) -> Decision.Entry {
    let due = rulebook.term(of: route, reason, opened: day, as: .escalated("")).day ?? day
    let escalated = Event.Escalated(
      escalation: "E\(traject.escalationsOpened + 1)", route: route.id, reason: reason.id, about: about,
      obligation: obligation, to: reason.to ?? route.to, due: due, why: why)
    return Decision.Entry(
      event: .escalated(escalated), actor: actor, happened: day, rules: route.citation.rules, meets: [])
  }

  /// The open escalation with an id, and its route.
  private func open(_ id: String) throws(Refusal) -> (Traject.Escalation, EscalationRoute) {
    guard let escalation = traject.escalations.first(where: { $0.id == id }),
      let route = workflow.route(escalation.route)
    else {
      let open = traject.openEscalations.map(\.id)
      throw refusal(
        word,
        Sentence.plainly(
          "er is geen escalatie «\(id)» in dit traject; "
            + (open.isEmpty ? "er staat er geen open" : "open: \(Sentence.list(open, "en"))"),
          "there is no escalation “\(id)” in this traject; "
            + (open.isEmpty ? "none is open" : "open: \(Sentence.list(open, "and"))")))
    }
    if let decided = escalation.decided ?? escalation.withdrawn {
      throw refusal(word, Sentence.alreadyDone(Phrase.decide(route.title, id), decided), rule: route.citation)
    }
    return (escalation, route)
  }

  mutating func consult(_ id: String, _ name: String, _ isAbsent: Bool, _ why: TextReference?) throws(Refusal)
    -> Decision
  {
    let (escalation, route) = try open(id)
    let possible = route.consultNeeded + route.consultPossible
    guard let role = workflow.role(name) else {
      throw refusal(
        Localized(nl: "rol", en: "role"),
        Sentence.unknownRole(name, workflow.roles.filter { possible.contains($0.id) }))
    }
    if !possible.contains(role.id) {
      lack(
        role.title,
        Sentence.plainly(
          "hierover worden geraadpleegd: \(Sentence.list(possible, "of"))",
          "consulted about this are: \(Sentence.list(possible, "or"))"), rule: route.citation)
    }
    // Who has to be consulted may be asked by anybody; whom else to ask is for who decides.
    let deciders = deciders(escalation, route)
    let isForAll = route.consultNeeded.contains(role.id)
    let actor = isForAll ? actor(among: nil, rule: route.citation) : decider(of: escalation, route, deciders)
    let units = workflow.units.filter { $0.confirmer == role.id }
    if let about = escalation.about, !units.isEmpty,
      !units.contains(where: { $0.all.contains(about) || $0.with.contains(about) })
    {
      let own = workflow.title(of: workflow.confirmer(of: about))
      lack(
        role.title,
        Sentence.plainly(
          "\(workflow.title(of: about).nl) hoort niet bij de \(role.title.nl), wel bij de \(own.nl)",
          "\(workflow.title(of: about).en) is not taught by the \(role.title.en), but by the \(own.en)"),
        rule: route.citation)
    }
    if isAbsent, why == nil {
      lack(
        role.title,
        Sentence.plainly(
          "zeg met --why waarom \(role.title.nl) niet geraadpleegd kon worden",
          "say with --why why the \(role.title.en) could not be consulted"), rule: route.citation)
    }
    if !isAbsent, traject.holders(of: role.id, on: happened).isEmpty {
      lack(role.title, Sentence.unfilled(role.title, role.id), rule: role.citation)
    }
    check(notBefore: escalation.opened, Localized(id))
    return try decision([
      entry(
        .consulted(escalation: id, role: role.id, isAbsent: isAbsent, why: why), by: actor,
        rule: route.citation,
        meets: [ObligationKey(ItemKey(id, occurrence: role.id), .consulted)])
    ])
  }

  /// Who decides an escalation, and to whom it climbed.
  private func deciders(_ escalation: Traject.Escalation, _ route: EscalationRoute) -> [String] {
    [escalation.to] + (escalation.climbed ? [route.next].compactMap(\.self) : [])
  }

  mutating func propose(_ id: String, _ plan: TextReference) throws(Refusal) -> Decision {
    let (escalation, route) = try open(id)
    let actor = actor(among: nil)
    check(notBefore: escalation.opened, Localized(id))
    return try decision([
      entry(
        .proposed(escalation: id, plan: plan), by: actor, rule: route.citation,
        meets: [ObligationKey(ItemKey(id), .proposed)])
    ])
  }

  mutating func decide(_ command: Command.Decide) throws(Refusal) -> Decision {
    let (escalation, route) = try open(command.escalation)
    let deciders = deciders(escalation, route)
    let actor = decider(of: escalation, route, deciders)
    if !route.outcomes.contains(where: { $0.id == command.outcome }) {
      let what = Localized(nl: "uitkomst", en: "outcome")
      lack(what, Sentence.unknown(what, command.outcome, route.outcomes.map(\.id)), rule: route.citation)
    }
    let dispute = disputeToDecide(escalation, route, command, by: actor)
    if dispute == nil { lackVerdict(for: command.parts, "--outcome", route.title, route.citation) }
    let unmetSteps = standing.asked.filter {
      $0.escalation == escalation.id && $0.key.step != .decided && $0.isAsked
    }
    lack(unmetSteps.map(unmet))
    lackText(command.analysis, .analysis, route)
    lackText(command.analysis, .arguments, route)
    lackText(command.intervention, .intervention, route)
    check(notBefore: escalation.opened, Localized(escalation.id))
    check(
      notBefore: traject.settled[ObligationKey(ItemKey(escalation.id), .proposed).description]?.on,
      Phrase.propose(escalation.id))
    check(
      notBefore: escalation.consulted.map(\.on).max(), Localized(nl: "de raadpleging", en: "the consultation")
    )
    let decided = Event.Decided(
      escalation: escalation.id, outcome: command.outcome, why: command.why, analysis: command.analysis,
      intervention: command.intervention, ruledOn: dispute?.outcome, parts: command.parts)
    return try decision([
      entry(
        .decided(decided), by: actor, rule: route.citation,
        meets: [ObligationKey(ItemKey(escalation.id), .decided)])
    ])
  }

  private mutating func lackText(
    _ text: TextReference?, _ need: EscalationRoute.Need, _ route: EscalationRoute
  ) {
    guard route.needs.contains(need), text == nil else { return }
    let what = need.title
    let option =
      switch need {
      case .arguments, .analysis: "--analysis"
      case .intervention: "--intervention"
      case .plan: "propose"
      }
    let isPlural = need == .arguments
    lack(
      what,
      Sentence.plainly(
        "\(what.nl) \(isPlural ? "ontbreken" : "ontbreekt"): geef \(option)",
        "\(what.en) \(isPlural ? "are" : "is") lacking: give \(option)"),
      rule: route.citation)
  }
}

extension EscalationRoute.Need {
  /// What it is called where it is lacking.
  var title: Localized {
    switch self {
    case .arguments: Localized(nl: "de afgewogen argumenten", en: "the arguments weighed")
    case .analysis: Localized(nl: "de analyse", en: "the analysis")
    case .intervention: Localized(nl: "de interventie", en: "the intervention")
    case .plan: Localized(nl: "het plan", en: "the plan")
    }
  }
}
