// The ways out of a phase: which of them stand open, what each waits for, and what is asked again on the way back.
extension Traject {
  /// The ways out of the present phase, in the order of the file.
  func ways(_ rulebook: Rulebook) -> [Way] {
    completed == nil ? rulebook.workflow.phase(phase)?.waysOut ?? [] : []
  }

  /// Those of which the condition holds.
  func openWays(_ asked: [Obligation], _ rulebook: Rulebook) -> [Way] {
    ways(rulebook).filter { holds($0.when, rulebook, asked: asked) }
  }

  /// The way that `advance` takes, to a place that is named or else the first that stands open; `nil` where none does.
  ///
  /// Of several that lead to the same place one will do: the first that lacks nothing, else the first.
  func way(to target: String? = nil, _ asked: [Obligation], _ rulebook: Rulebook) -> Way? {
    let open = openWays(asked, rulebook)
    guard let first = open.first(where: { target == nil || $0.target == target }) else { return nil }
    return open.first { way in
      way.to == first.to && way.needs.allSatisfy { isMet($0, asked, rulebook) }
    } ?? first
  }

  /// The phase to which `advance` would lead now, or would once a way stands open; `nil` for the completion.
  public func nextPhase(_ rulebook: Rulebook) -> String? {
    guard let phase = rulebook.workflow.phase(phase), phase.ways != nil else {
      return rulebook.workflow.phase(phase)?.next
    }
    return (way(askedObligations(rulebook), rulebook) ?? phase.waysOut.first)?.to
  }

  /// The days of the results and parameters on which it rests that a way stands open.
  func grounds(of way: Way?, _ asked: [Obligation], _ rulebook: Rulebook) -> Day? {
    guard let way else { return nil }
    let leaves = way.when?.leaves([]) ?? []
    let days = leaves.compactMap { leaf -> Day? in
      switch leaf {
      case .parameter(let id, _, _): parametersSet[id]
      case .recorded(let requirement): grounds(of: requirement.value, rulebook)
      case .result(let result): self.result(named: result.value, rulebook)?.on
      case .lasts: nil
      }
    }
    let needed = way.needs.flatMap { need in
      need == .endMoved
        ? [extended]
        : need.inThisBlock != nil
          ? [tally(need, rulebook).reached]
          : asked.filter { need.covers($0.key, rulebook.workflow) }.map(\.met)
    }
    return (days + needed.compactMap(\.self)).max()
  }

  private func grounds(of requirement: Requirement, _ rulebook: Rulebook) -> Day? {
    if requirement.inThisBlock != nil { return tally(requirement, rulebook).reached }
    return requirement.isEvery ? nil : day(of: requirement, Context(), rulebook)
  }

  // MARK: Requirements

  /// The obligations for which a requirement waits: those that it covers and that are still asked.
  ///
  /// This is the one place that says which occurrences of what recurs a phase waits for. Of a numbered gesprek it waits
  /// for as many as the phase was entered, so for one the first time round and for one more each next time; of what
  /// belongs to a gesprek that recurs for those whose gesprek was held. `every` waits for all of them.
  func lacks(_ requirement: Requirement, _ asked: [Obligation], _ rulebook: Rulebook) -> [Obligation] {
    let covered = asked.filter { requirement.covers($0.key, rulebook.workflow) }
    let open = covered.filter(\.isAsked)
    guard let definition = rulebook.workflow.gesprek(requirement.item), definition.each != nil,
      let occurrences = Occurrences(definition, self, rulebook)
    else { return requirement.isEvery ? open : open.filter { isAfterItsGesprek($0, rulebook) } }
    let passed = occurrences.slots.filter { $0.isWaived || occurrences.isTaken($0) }.map(\.key)
    let waiting = open.filter { !passed.contains($0.key.item) }
    guard !requirement.isEvery, occurrences.isCounted else { return waiting }
    let times = entered.count { $0.phase == phase }
    let over = Set(covered.filter { !$0.isAsked }.map(\.key.item)).union(passed).count
    return Array(waiting.prefix(max(0, times - over)))
  }

  /// Whether the gesprek to which something belongs was held, where that gesprek recurs.
  private func isAfterItsGesprek(_ obligation: Obligation, _ rulebook: Rulebook) -> Bool {
    guard let gesprek = rulebook.workflow.gesprek(around: obligation.key.item), gesprek.occurrence != nil
    else {
      return true
    }
    return gesprekken[gesprek.description]?.sessions.isEmpty == false
  }

  /// Whether a requirement holds nothing up.
  func isMet(_ requirement: Requirement, _ asked: [Obligation], _ rulebook: Rulebook) -> Bool {
    if requirement == .endMoved { return endMoved != nil }
    if requirement.inThisBlock != nil { return isReached(requirement, rulebook) }
    return lacks(requirement, asked, rulebook).isEmpty
  }

  /// The day on which the end was moved since the present phase was entered.
  var endMoved: Day? {
    guard let extended, let since = entered.last?.on, since <= extended else { return nil }
    return extended
  }

  /// What came of a gesprek or an outcome in the round that is asked now, and on which day; of a gesprek that recurs what
  /// came of it the last time that it was held.
  func result(named condition: ResultCondition, _ rulebook: Rulebook) -> (value: String, on: Day)? {
    guard let definition = rulebook.workflow.gesprek(condition.item) else {
      let ruled = dispute(on: condition.item)?.ruled
      let days = [lastFinalJudgement(on: condition.item)?.on, ruled].compactMap(\.self)
      return finalVerdict(on: condition.item).flatMap { verdict in days.max().map { (verdict, $0) } }
    }
    let last =
      rulebook.workflow.recursByItself(definition.id)
      ? lastHeld(of: definition.id) : record(ofGesprek: definition.id)
    let field = condition.field ?? ResultCondition.conclusion
    guard let last, let held = last.held.last else { return nil }
    return last.value(of: field).map { ($0, last.closed ?? held) }
  }

  /// The time of a gesprek that was held last; of those on one day the one with the highest number.
  private func lastHeld(of id: String) -> GesprekRecord? {
    let times = gesprekken.compactMap { text, record -> (on: Day, key: ItemKey, record: GesprekRecord)? in
      guard let key = ItemKey(text), key.id == id, let on = record.held.last else { return nil }
      return (on, key, record)
    }
    return times.max { ($0.on, $0.key) < ($1.on, $1.key) }?.record
  }

  // MARK: Going back

  /// What is asked again when a phase is entered that was gone through already: what was begun of the phases since then.
  ///
  /// What recurs by itself is not among them: it has its next occurrence.
  func askedAgain(from phase: String?, _ rulebook: Rulebook) -> [ItemKey] {
    guard let index = entered.lastIndex(where: { $0.phase == phase && !$0.isPast }) else { return [] }
    let phases = Set(entered[index...].map(\.phase))
    let items = rulebook.workflow.items(ofPhases: rulebook.workflow.phases.map(\.id).filter(phases.contains))
    return begun(items, nil, rulebook)
  }

  /// The event of taking a way; completion where it leads to no phase.
  func passing(_ way: Way, _ rulebook: Rulebook) -> Event {
    guard let next = way.to else { return .completed }
    return .advanced(from: phase, to: next, again: askedAgain(from: next, rulebook))
  }
}

// MARK: What is missing

/// One of several ways out of a phase, with what it waits for besides what the phase asks of each.
public struct WayOut: Sendable {
  /// The phase to which it leads, or `completed`.
  public var target: String
  /// What it waits for; nothing where it can be taken as far as it goes.
  public var missing: [Refusal.Missing]
  /// All that keeps the traject from taking it now, also what keeps it from any other; empty where its condition does not
  /// hold.
  public var closedBy: [Refusal.Missing]
  /// Whether what it rests on is asked once more before the phase is left, so that it may still open or close.
  public var isUnsettled = false
}

extension Traject {
  /// The ways out of the present phase, where the file lists them; a place to which one stands open is told with that one.
  public func waysOut(_ rulebook: Rulebook) -> [WayOut] {
    guard !hasEnded, rulebook.workflow.phase(phase)?.ways != nil else { return [] }
    let standing = Standing(self, rulebook)
    let asked = standing.asked
    let deliberation = Deliberation(
      standing, Occasion(actor: .system, happened: from, today: from), verb: "advance")
    let ways = ways(rulebook)
    let open = openWays(asked, rulebook)
    let told = ways.filter { way in
      open.contains(way) || !open.contains { $0.target == way.target }
    }
    return told.map { way in
      let closed = open.contains(way) ? nil : way.when
      return WayOut(
        target: way.target,
        missing: closed.map { [obstacle($0, way, rulebook)] } ?? []
          + lacking(way.needs, asked, deliberation),
        closedBy: closed == nil ? obstacles(asked, rulebook, to: way.target) : [],
        isUnsettled: isUnsettled(way, asked, rulebook))
    }
  }

  /// Whether a way rests on the result of something that the phase still waits for: what is on record is of an earlier
  /// time, and what comes of this one decides.
  private func isUnsettled(_ way: Way, _ asked: [Obligation], _ rulebook: Rulebook) -> Bool {
    let items = Set(
      (way.when?.leaves([]) ?? []).compactMap { leaf -> String? in
        guard case .result(let result) = leaf else { return nil }
        return result.value.item
      })
    return rulebook.workflow.phase(phase)?.leaveWhen.contains { requirement in
      items.contains(requirement.item) && !lacks(requirement, asked, rulebook).isEmpty
    } ?? false
  }

  /// What a way whose condition does not hold waits for.
  private func obstacle(_ condition: Condition, _ way: Way, _ rulebook: Rulebook) -> Refusal.Missing {
    let words = condition.words(rulebook.workflow)
    return Refusal.Missing(
      what: rulebook.workflow.place(way.target),
      message: Sentence.plainly(
        "deze weg staat open als \(words.nl)", "this way stands open once \(words.en)"),
      rule: rulebook.workflow.phase(phase)?.citation ?? Citation())
  }

  /// That no way stands open, with what each waits for.
  func closedWays(_ rulebook: Rulebook) -> Refusal.Missing {
    let phase = rulebook.workflow.phase(phase)
    let workflow = rulebook.workflow
    let ways = ways(rulebook).compactMap { way in
      way.when.map { (workflow.place(way.target), $0.words(workflow)) }
    }
    let nl = ways.map { "naar \($0.0.nl.lowercasedFirst) als \($0.1.nl)" }
    let en = ways.map { "to \($0.0.en.lowercasedFirst) once \($0.1.en)" }
    return Refusal.Missing(
      what: Localized(nl: "weg uit deze fase", en: "way out of this phase"),
      message: Sentence.plainly(
        "er staat nog geen weg open: \(Sentence.list(nl, "of"))",
        "no way stands open yet: \(Sentence.list(en, "or"))"),
      rule: phase?.citation ?? Citation())
  }

  /// That the end was not moved since the phase was entered.
  func endNotMoved(_ rulebook: Rulebook) -> Refusal.Missing {
    let definition = rulebook.workflow.extensions
    let role = definition?.by.first
    var missing = Refusal.Missing(
      what: Localized(nl: "een later einde", en: "a later end"),
      message: Sentence.plainly(
        "het einde van het traject is nog niet verplaatst: doe dat met extend --until",
        "the end of the traject has not been moved yet: do so with extend --until"),
      role: role, person: role.flatMap { holder(of: $0) }, rule: definition?.citation ?? Citation())
    missing.recording = ObligationKey(ItemKey("end"), .moved)
    return missing
  }
}

extension Workflow {
  /// The name that people read of the place to which a way leads.
  public func place(_ target: String) -> Localized {
    phase(target)?.title ?? Localized(nl: "de voltooiing", en: "completion")
  }
}

extension Deliberation {
  /// Says that a way cannot be taken: there is none to that place, or it does not stand open now.
  mutating func lackWay(to target: String, from phase: Phase) {
    let word = Localized(nl: "fase", en: "phase")
    guard let ways = phase.ways else {
      return lack(
        word,
        Sentence.plainly(
          "na \(phase.id) komt \(phase.next ?? "de voltooiing"), niet \(target)",
          "after \(phase.id) comes \(phase.next ?? "completion"), not \(target)"), rule: phase.citation)
    }
    let open = traject.openWays(standing.asked, rulebook)
    let told = ways.map { way -> Localized in
      guard !open.contains(way), let words = way.when?.words(workflow) else { return Localized(way.target) }
      return Localized(nl: "\(way.target) (als \(words.nl))", en: "\(way.target) (once \(words.en))")
    }
    lack(
      word,
      Sentence.plainly(
        "uit \(phase.id) gaat nu geen weg naar \(target); de wegen zijn: \(Sentence.list(told.map(\.nl).inOrder, "en"))",
        "no way leads from \(phase.id) to \(target) now; the ways are: \(Sentence.list(told.map(\.en).inOrder, "and"))"
      ),
      rule: phase.citation)
  }
}

extension Occurrences {
  /// Whether a phase waits for so many of them as it was entered: those that are numbered in periods that the phases do
  /// not make.
  fileprivate var isCounted: Bool {
    guard let choice, choice.isNumbered else { return false }
    return switch choice.period {
    case .phase, .occasion: false
    case .weeks, .week, .everyWeeks, .block, .schoolYear, .placement: true
    }
  }
}
