// Disputing a verdict before it is confirmed, and the dialogue that follows.
extension Deliberation {
  private var outcomeWord: Localized { Localized(nl: "leeruitkomst", en: "outcome") }

  private func disputable(_ id: String) throws(Refusal) -> (Outcome, DisputeDefinition) {
    let all = standing.outcomes
    let known = all.filter { $0.kind == .summative }
    if let other = all.first(where: { $0.id == id && $0.kind != .summative }) {
      throw refusal(
        other.title,
        Sentence.plainly(
          "over \(other.title.nl) wordt hier geen oordeel gegeven dat betwist kan worden",
          "no verdict that could be disputed is given on \(other.title.en) here"), rule: other.citation)
    }
    guard let definition = workflow.disputes, let outcome = known.first(where: { $0.id == id }) else {
      throw refusal(outcomeWord, Sentence.unknown(outcomeWord, id, known.map(\.id)))
    }
    return (outcome, definition)
  }

  /// Refuses where the result on an outcome is no longer open: confirmed, or decided for good.
  mutating func checkOpen(_ outcome: Outcome) {
    for unit in workflow.units where unit.all.contains(outcome.id) {
      guard let confirmed = traject.confirmation(of: unit.id) else { continue }
      lack(outcome.title, Sentence.alreadyDone(Phrase.confirm(unit.title), confirmed.on), rule: unit.citation)
    }
    if let confirmed = traject.confirmation(of: outcome.id) {
      lack(
        outcome.title, Sentence.alreadyDone(Phrase.confirm(outcome.title), confirmed.on),
        rule: outcome.citation)
    }
    guard let last = traject.dispute(on: outcome.id), last.isDecided, let ruled = last.ruled else { return }
    lack(
      outcome.title,
      Sentence.plainly(
        "over \(outcome.title.nl) is op \(ruled.longNL) beslist; die beslissing is definitief",
        "\(outcome.title.en) was decided on \(ruled.longEN); that decision is final"),
      rule: workflow.disputes?.citation ?? outcome.citation)
  }

  mutating func dispute(_ id: String, _ why: TextReference) throws(Refusal) -> Decision {
    let (outcome, definition) = try disputable(id)
    let actor = actor(among: [workflow.confirmer(of: id)], rule: definition.citation)
    checkOpen(outcome)
    if let open = traject.dispute(on: id), open.isOpen {
      lack(
        outcome.title,
        Sentence.plainly(
          "het oordeel over \(outcome.title.nl) is al betwist sinds \(open.on.longNL)",
          "the verdict on \(outcome.title.en) has been disputed since \(open.on.longEN)"),
        rule: definition.citation)
    }
    let judged = traject.lastFinalJudgement(on: id)
    if judged == nil {
      lack(
        outcome.title,
        Sentence.plainly(
          "er is nog geen eindoordeel over \(outcome.title.nl) dat betwist kan worden",
          "there is no final verdict on \(outcome.title.en) yet that could be disputed"),
        rule: definition.citation)
    }
    check(notBefore: judged?.on, Localized(nl: "het oordeel", en: "the verdict"))
    if let route = workflow.route(definition.route) {
      warn(involved: [judged?.by, judged?.recordedBy, actor.person], about: id, route)
    }
    return try decision([
      entry(
        .disputed(Event.Disputed(outcome: id, why: why)), by: actor, rule: definition.citation)
    ])
  }

  /// Who records the dialogue and on what was agreed: who confirms the outcome, or who decides on it.
  private func settlers(of outcome: Outcome, _ definition: DisputeDefinition) -> [String] {
    let deciders = [outcome.decider, workflow.route(definition.route)?.to].compactMap(\.self)
    return ([workflow.confirmer(of: outcome.id)] + deciders).inOrder
  }

  mutating func dialogue(_ command: Command.Dialogue) throws(Refusal) -> Decision {
    let (outcome, definition) = try disputable(command.outcome)
    let actor = actor(among: settlers(of: outcome, definition), rule: definition.citation)
    guard let dispute = traject.dispute(on: outcome.id), dispute.isOpen else {
      checkOpen(outcome)
      try settle()
      throw refusal(
        outcome.title,
        Sentence.plainly(
          "het oordeel over \(outcome.title.nl) is niet betwist: begin met dispute",
          "the verdict on \(outcome.title.en) is not disputed: begin with dispute"), rule: definition.citation
      )
    }
    check(notBefore: dispute.on, Localized(nl: "het betwisten", en: "the dispute"))
    if let agreed = command.agreed, !outcome.scale.contains(agreed) {
      let what = Localized(nl: "oordeel", en: "verdict")
      lack(what, Sentence.unknown(what, agreed, outcome.scale), rule: outcome.citation)
    }
    if command.isAbsent, command.agreed != nil {
      lack(
        outcome.title,
        Sentence.plainly(
          "zonder dialoog is er geen overeenstemming: laat --none of --agreed weg",
          "without a dialogue there is no agreement: leave --none or --agreed out"), rule: definition.citation
      )
    }
    if let agreed = command.agreed {
      lackMarks(command.parts, of: agreed, on: outcome)
    } else {
      lackVerdict(for: command.parts, "--agreed", outcome.title, definition.citation)
    }
    var keys = [dispute.key(.discussed)]
    if command.agreed != nil { keys.append(dispute.key(.agreed)) }
    let discussed = Event.Discussed(
      outcome: outcome.id, why: command.why, agreed: command.agreed, isAbsent: command.isAbsent,
      parts: command.parts)
    var entries = [entry(.discussed(discussed), by: actor, rule: definition.citation, meets: keys)]
    // Agreement afterwards still closes what was escalated.
    for escalation in traject.openEscalations
    where command.agreed != nil && escalation.route == definition.route && escalation.about == outcome.id {
      entries.append(
        Decision.Entry(
          event: .escalationWithdrawn(escalation: escalation.id, obligation: dispute.key(.agreed)),
          actor: .system, happened: happened, rules: definition.citation.rules, meets: []))
    }
    return try decision(entries)
  }

  /// What only a verdict asks, such as trust, is not recorded without one.
  mutating func lackVerdict(
    for parts: [String], _ option: String, _ what: Localized, _ rule: Citation
  ) {
    for part in parts {
      lack(
        what,
        Sentence.plainly(
          "--\(part) hoort bij een oordeel: geef dat met \(option), of laat --\(part) weg",
          "--\(part) belongs to a verdict: give that with \(option), or leave --\(part) out"), rule: rule)
    }
  }

  /// The dispute that an escalation decides, with everything that stands in the way of deciding it (GEN-12).
  mutating func disputeToDecide(
    _ escalation: Traject.Escalation, _ route: EscalationRoute, _ command: Command.Decide, by actor: Actor
  ) -> Traject.Dispute? {
    let verdict = command.outcome
    guard let definition = workflow.disputes, route.id == definition.route, let about = escalation.about,
      let outcome = workflow.outcome(about), let dispute = traject.dispute(on: about), dispute.isOpen
    else { return nil }
    if !outcome.scale.contains(verdict), route.outcomes.contains(where: { $0.id == verdict }) {
      let what = Localized(nl: "oordeel", en: "verdict")
      lack(what, Sentence.unknown(what, verdict, outcome.scale), rule: route.citation)
    }
    if outcome.scale.contains(verdict) { lackMarks(command.parts, of: verdict, on: outcome) }
    if dispute.discussed == nil, let asked = obligation(dispute.key(.discussed)) { lack(unmet(asked)) }
    check(notBefore: dispute.discussed, Localized(nl: "de dialoog", en: "the dialogue"))
    let involved = involved(dispute.involved, about: about)
    if let person = actor.person, involved.contains(person) {
      let roles = [route.to]
      lack(
        Refusal.Missing(
          what: Localized(nl: "vier ogen", en: "four eyes"),
          message: Sentence.plainly(
            "\(person) gaf of legde het betwiste oordeel vast, of bevestigt deze uitslag: een andere \(workflow.title(of: route.to).nl) beslist (assign --role \(roles[0])=…)",
            "\(person) gave or recorded the disputed verdict, or confirms this result: another \(workflow.title(of: route.to).en) decides (assign --role \(roles[0])=…)"
          ),
          role: route.to, rule: Citation(rules: ["GEN-12"] + route.citation.rules.filter { $0 != "GEN-12" })))
    }
    return dispute
  }

  /// Who cannot decide a dispute: who gave, recorded or disputed the verdict, and who confirms the outcome (GEN-12).
  private func involved(_ people: [PersonID?], about outcome: String) -> [PersonID] {
    people.compactMap(\.self) + traject.holders(of: workflow.confirmer(of: outcome), on: happened)
  }

  /// Says in time that nobody who would decide a dispute may do so, and what to do about it (GEN-12).
  mutating func warn(involved people: [PersonID?], about outcome: String, _ route: EscalationRoute) {
    let deciders = traject.holders(of: route.to, on: happened)
    let involved = involved(people, about: outcome)
    guard let person = deciders.last, deciders.allSatisfy(involved.contains) else { return }
    let (title, role) = (workflow.title(of: route.to), route.to)
    remarks.append(
      Sentence.plainly(
        "let op: \(person) is hier de enige \(title.nl), maar gaf of legde het betwiste oordeel vast, of bevestigt deze uitslag, en mag er dus niet over beslissen: wijs op tijd een andere aan, assign \(traject.name) --role \(role)=… (GEN-12)",
        "note: \(person) is the only \(title.en) here, but gave or recorded the disputed verdict, or confirms this result, and so may not decide on it: assign another in time, assign \(traject.name) --role \(role)=… (GEN-12)"
      ))
  }
}

extension Traject.Dispute {
  /// Who had a hand in the disputed verdict: who gave it, recorded it or disputed it (GEN-12).
  var involved: [PersonID?] { [judgedBy, recordedBy, by.person] }
}

extension Traject {
  /// The last dispute about the verdict on an outcome, in the round that is asked now.
  public func dispute(on outcome: String) -> Dispute? {
    disputes.last { $0.outcome == outcome && $0.asked >= round(ofOutcome: outcome) }
  }

  /// The last verdict on an outcome at the final gesprek, in the round that is asked now: by day, and on one day by the order of recording.
  public func lastFinalJudgement(on outcome: String) -> Judgement? {
    judgements.filter { $0.outcome == outcome && $0.isFinal && $0.verdict != nil && isCurrent($0) }
      .max { ($0.on, $0.event) < ($1.on, $1.event) }
  }
}
