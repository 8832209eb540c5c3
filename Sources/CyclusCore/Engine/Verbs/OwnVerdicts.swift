// Verdicts on outcomes that are judged by themselves, and what a verdict needs in parts.
extension Deliberation {
  private var partWord: Localized { Localized(nl: "onderdeel van het oordeel", en: "part of the verdict") }

  /// A verdict on an outcome that no gesprek asks: final, from the day on which it opens.
  mutating func assessByItself(
    _ command: Command.Assess, _ outcome: Outcome, _ occurrence: String? = nil
  ) throws(Refusal) -> Decision {
    let gesprek = try gesprek(of: command, outcome)
    let actor = try judge(of: outcome, nil)
    checkVerdict(command.verdict, outcome)
    let proofs = proofs(command, outcome, gesprek?.0)
    lackNeeds(command, outcome, proofs)
    checkOpens(outcome, occurrence)
    checkNeeds(of: outcome)
    let key = ObligationKey(traject.current(outcome.id, occurrence), .assessed)
    if traject.settled[key.description] != nil { lackReason(command, outcome) }
    checkOpen(outcome)
    lackDispute(about: outcome)
    let assessed = Event.Assessed(
      outcome: outcome.id, gesprek: gesprek?.1.description, verdict: command.verdict, isFinal: true,
      example: command.example, why: command.why, nextStep: command.nextStep, form: command.form,
      parts: command.parts, marks: [],
      recordedBy: occasion.recorder == actor.person ? nil : occasion.recorder,
      proofs: proofs, references: command.references, values: command.values)
    return try decision([
      entry(
        .assessed(assessed), by: actor, rule: outcome.citation,
        meets: [key])
    ])
  }

  /// The gesprek at which it is given, where one is named; only those of the outcome itself can be.
  private mutating func gesprek(of command: Command.Assess, _ outcome: Outcome) throws(Refusal) -> (
    GesprekDefinition, ItemKey
  )? {
    let at = outcome.at ?? []
    guard let name = command.gesprek else {
      if outcome.opens != nil || outcome.kind == .epa { return nil }
      throw refusal(
        outcome.title,
        Sentence.plainly(
          "zeg bij welk gesprek dit oordeel hoort: --at \(Sentence.list(at, "of"))",
          "say to which gesprek this verdict belongs: --at \(Sentence.list(at, "or"))"),
        rule: outcome.citation)
    }
    guard at.contains(ItemKey(name)?.id ?? name) else {
      throw refusal(
        outcome.title,
        at.isEmpty
          ? Sentence.plainly(
            "\(outcome.title.nl) hoort bij geen gesprek: laat --at weg",
            "\(outcome.title.en) belongs to no gesprek: leave --at out")
          : Sentence.plainly(
            "\(outcome.title.nl) hoort niet bij \(name), wel bij \(Sentence.list(at, "of"))",
            "\(outcome.title.en) does not belong to \(name), but to \(Sentence.list(at, "or"))"),
        rule: outcome.citation)
    }
    return try gesprek(name, on: happened, to: .assess)
  }

  /// It is not judged before it opens: what comes first is named, or its day.
  private mutating func checkOpens(_ outcome: Outcome, _ occurrence: String?) {
    guard let opening = outcome.opens else { return }
    let key = ObligationKey(traject.current(outcome.id, occurrence), .assessed)
    let context = traject.context(outcome.id, unit: nil, rulebook)
    let day =
      outcome.each == nil
      ? traject.day(of: opening, rulebook, context) : standing.asked.first { $0.key == key }?.opens
    guard day == nil else {
      check(
        notBefore: day,
        Localized(
          nl: "het begin van \(Phrase.judge(outcome.title).nl.lowercasedFirst)",
          en: "the opening of \(Phrase.judge(outcome.title).en.lowercasedFirst)"))
      return
    }
    var first: [Refusal.Missing] = []
    if case .after(let requirement) = opening {
      first = standing.asked.filter { requirement.covers($0.key, workflow) && $0.isAsked }.map(unmet)
    }
    if case .phase(let phase) = opening {
      let title = workflow.title(of: phase)
      first = [
        Refusal.Missing(
          what: title,
          message: Sentence.plainly(
            "fase \(title.nl.lowercasedFirst) is nog niet begonnen: ga eerst verder met advance",
            "phase \(title.en.lowercasedFirst) has not begun yet: go on with advance first"),
          rule: outcome.citation)
      ]
    }
    lack(first)
    guard first.isEmpty else { return }
    lack(
      outcome.title,
      Sentence.plainly(
        "\(outcome.title.nl) wordt nog niet beoordeeld", "\(outcome.title.en) is not judged yet"),
      rule: outcome.citation)
  }

  /// It is not judged before all that it needs is on record.
  private mutating func checkNeeds(of outcome: Outcome) {
    guard let needs = outcome.needs else { return }
    lack(traject.lacking(needs, standing.asked, self))
    check(
      notBefore: traject.lastDay(of: needs, standing.asked, rulebook),
      Localized(nl: "wat dit oordeel vraagt", en: "what this verdict asks"))
  }

  /// A final verdict that takes the place of another says why; a declaration of competence is given as often as wanted.
  mutating func lackReason(_ command: Command.Assess, _ outcome: Outcome) {
    guard outcome.kind != .epa, let last = traject.lastFinalJudgement(on: outcome.id),
      let verdict = last.verdict
    else { return }
    let who = last.by?.description ?? ""
    guard command.why == nil, command.form == nil else {
      remarks.append(
        Sentence.plainly(
          "let op: dit komt in de plaats van \(verdict) (\(who), \(last.on.longNL)); dat blijft te zien in show en history",
          "note: this takes the place of \(verdict) (\(who), \(last.on.longEN)); that stays to be seen in show and history"
        ))
      return
    }
    if outcome.needs(of: command.verdict).contains(.why) { return }
    lackNeed(
      outcome, command.verdict,
      Localized(
        nl: "een reden, want er staat al \(verdict) (\(who), \(last.on.longNL)): geef --why of --form",
        en: "a reason, as \(verdict) stands there already (\(who), \(last.on.longEN)): give --why or --form"))
  }

  /// A verdict is one of the scale.
  mutating func checkVerdict(_ verdict: String, _ outcome: Outcome) {
    guard !outcome.scale.contains(verdict) else { return }
    let what = Localized(nl: "oordeel", en: "verdict")
    lack(what, Sentence.unknown(what, verdict, outcome.scale), rule: outcome.citation)
  }

  // MARK: Parts

  /// Checks the parts of a verdict, and that it has all that this verdict needs on top.
  mutating func lackNeeds(_ command: Command.Assess, _ outcome: Outcome, _ proofs: [String]) {
    checkValues(command, outcome)
    for need in outcome.needs(of: command.verdict) {
      switch need {
      case .why:
        guard command.why == nil, command.form == nil else { continue }
        lackNeed(
          outcome, command.verdict,
          Localized(nl: "een motivering: geef --why of --form", en: "a reason: give --why or --form"))
      case .proof:
        // A proof that cannot be one was named before.
        guard proofs.isEmpty, command.proofs.isEmpty, command.references.isEmpty else { continue }
        lackNeed(outcome, command.verdict, Localized(nl: "bewijs: geef --proof", en: "proof: give --proof"))
      case .part(let id, let value): lackPart(id, value, command, outcome)
      case .mark: continue
      }
    }
    lackMarks(command.parts, of: command.verdict, on: outcome)
  }

  /// What a verdict needs on top, such as trust: however it came about, at the gesprek, by agreement or by decision.
  mutating func lackMarks(_ parts: [String], of verdict: String, on outcome: Outcome) {
    for mark in outcome.marks(of: verdict) where !parts.contains(mark) {
      lack(
        Localized(mark),
        Sentence.plainly(
          "\(verdict) op \(outcome.title.nl) vraagt ook --\(mark)",
          "\(verdict) on \(outcome.title.en) also needs --\(mark)"), rule: outcome.citation)
    }
    let known = Set(workflow.outcomes.flatMap { outcome in outcome.scale.flatMap { outcome.marks(of: $0) } })
      .sorted()
    for part in parts where !known.contains(part) {
      let near = NearestName.of(part, among: known)
      lack(
        outcome.title,
        Sentence.plainly(
          "geen oordeel vraagt in deze workflow «\(part)»: "
            + (near.map { "bedoelt u \($0)?" } ?? "laat --\(part) weg"),
          "no verdict in this workflow asks for “\(part)”: "
            + (near.map { "do you mean \($0)?" } ?? "leave --\(part) out")), rule: outcome.citation)
    }
  }

  private mutating func lackNeed(_ outcome: Outcome, _ verdict: String, _ need: Localized) {
    lack(
      outcome.title,
      Sentence.plainly(
        "\(verdict) op \(outcome.title.nl) vraagt \(need.nl)",
        "\(verdict) on \(outcome.title.en) needs \(need.en)"), rule: outcome.citation)
  }

  /// Each part that was given exists and has one of its values, and each that is required is there.
  private mutating func checkValues(_ command: Command.Assess, _ outcome: Outcome) {
    let parts = outcome.parts ?? []
    for (id, value) in command.values.sorted(by: { $0.key < $1.key }) {
      guard let part = parts.first(where: { $0.id == id }) else {
        lack(
          partWord,
          parts.isEmpty
            ? Sentence.plainly(
              "\(outcome.title.nl) heeft geen onderdelen: laat --part weg",
              "\(outcome.title.en) has no parts: leave --part out")
            : Sentence.unknown(partWord, id, parts.map(\.id)), rule: outcome.citation)
        continue
      }
      if !part.values.contains(value) {
        lack(part.title, Sentence.unknown(part.title, value, part.values), rule: part.citation)
      }
    }
    for part in parts where part.isRequired && command.values[part.id] == nil {
      lack(
        part.title,
        Sentence.plainly(
          "een oordeel over \(part.title.nl.lowercasedFirst) ontbreekt: geef --part \(part.id)=\(part.values.joined(separator: "|"))",
          "a verdict on \(part.title.en.lowercasedFirst) is lacking: give --part \(part.id)=\(part.values.joined(separator: "|"))"
        ), rule: part.citation)
    }
  }

  /// A verdict that disagrees with one of its parts says with which.
  private mutating func lackPart(
    _ id: String, _ wanted: String, _ command: Command.Assess, _ outcome: Outcome
  ) {
    guard let part = outcome.parts?.first(where: { $0.id == id }), command.values[id] != wanted else {
      return
    }
    guard let given = command.values[id] else {
      if part.isRequired { return }
      return lackNeed(outcome, command.verdict, Localized("--part \(id)=\(wanted)"))
    }
    lack(
      part.title,
      Sentence.plainly(
        "\(command.verdict) kan niet met \(part.title.nl.lowercasedFirst) \(given): dat vraagt \(wanted)",
        "\(command.verdict) does not agree with \(part.title.en.lowercasedFirst) \(given): that needs \(wanted)"
      ),
      rule: part.citation)
  }
}
