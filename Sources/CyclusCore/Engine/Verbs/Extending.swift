// Extending a traject: a new end, and the last phases once more for what is still open.
extension Deliberation {
  private var word: Localized { Localized(nl: "verlenging", en: "extension") }

  mutating func extend(_ until: Day) throws(Refusal) -> Decision {
    guard let definition = workflow.extensions else {
      throw refusal(
        word, Sentence.plainly("deze workflow kent geen verlenging", "this workflow knows no extension"))
    }
    let actor = actor(among: definition.by, rule: definition.citation)
    if let condition = definition.when, !traject.holds(condition, rulebook) {
      lack(
        word,
        Sentence.plainly(
          "verlengen staat voor dit traject uit: zet het eerst aan met set (\(condition.text))",
          "extending is off for this traject: switch it on first with set (\(condition.text))"),
        rule: definition.citation)
    }
    let end = max(traject.until ?? rulebook.timeline.end, happened)
    if until <= end {
      lack(
        word,
        end == happened
          ? Sentence.plainly(
            "het nieuwe einde ligt niet na \(end.longNL): geef met --until een latere dag",
            "the new end does not lie after \(end.longEN): give a later day with --until")
          : Sentence.plainly(
            "het traject loopt al tot \(end.longNL): geef met --until een latere dag",
            "the traject runs to \(end.longEN) already: give a later day with --until"),
        rule: definition.citation)
    }
    checkBound(until, definition)
    let extended = entry(.extended(until: until), by: actor, rule: definition.citation)
    guard let again = askedAgain(definition), let first = definition.again?.first else {
      return try decision([extended])
    }
    return try decision([
      extended,
      Decision.Entry(
        event: .advanced(from: traject.phase, to: first, again: again), actor: .system, happened: happened,
        rules: definition.citation.rules, meets: []),
    ])
  }

  /// A new end lies no further away than the workflow allows, so that a mistyped year moves no deadline.
  private mutating func checkBound(_ until: Day, _ definition: ExtensionDefinition) {
    guard let span = definition.atMost else { return }
    let last = rulebook.day(span, after: rulebook.timeline.end)
    guard until > last else { return }
    lack(
      word,
      Sentence.plainly(
        "het nieuwe einde \(until.longNL) ligt te ver weg: verlengen kan tot en met \(last.longNL); geef met --until een eerdere dag",
        "the new end \(until.longEN) lies too far away: extending is possible up to \(last.longEN); give an earlier day with --until"
      ), rule: definition.citation)
  }

  /// What is asked again, with what stands in the way of that; `nil` before the final gesprek was held.
  private mutating func askedAgain(_ definition: ExtensionDefinition) -> [ItemKey]? {
    guard let phases = definition.again, let items = rulebook.extending else { return nil }
    let judged = workflow.gesprekken.filter {
      items.gesprekken.contains($0.id) && $0.judging?.isFinal == true
    }
    guard judged.contains(where: { traject.record(ofGesprek: $0.id)?.held.isEmpty == false }) else {
      return nil
    }
    for gesprek in judged {
      let key = traject.current(gesprek.id)
      let closed = traject.record(ofGesprek: gesprek.id)?.closed
      check(notBefore: closed, Phrase.close(gesprek.title))
      guard closed == nil else { continue }
      lack(missingToClose(gesprek, key))
      if let closing = obligation(ObligationKey(key, .closed)) { lack(unmet(closing)) }
    }
    if !phases.contains(traject.phase), missing.isEmpty {
      let titles = phases.map { workflow.title(of: $0) }
      lack(
        word,
        Sentence.plainly(
          "verlengen kan vanuit fase \(Sentence.list(titles.map(\.nl), "of")): ga eerst verder met advance",
          "extending is possible from phase \(Sentence.list(titles.map(\.en), "or")): go on with advance first"
        ),
        rule: definition.citation)
    }
    check(
      notBefore: traject.entered.last?.on,
      Localized(nl: "het begin van deze fase", en: "the start of this phase"))
    let confirmed = workflow.units.compactMap { traject.confirmation(of: $0.id)?.on }
    check(notBefore: confirmed.max(), Localized(nl: "de bevestigde uitslag", en: "the confirmed result"))
    let open = openOutcomes
    let disputed = traject.disputes.filter { dispute in
      dispute.isOpen && traject.dispute(on: dispute.outcome) == dispute
    }
    lack(disputed.compactMap { obligation($0.key(.agreed)).map(unmet) })
    if open.isEmpty, missing.isEmpty {
      lack(
        word,
        Sentence.plainly(
          "alle leeruitkomsten zijn al behaald: er is niets meer om het traject voor te verlengen",
          "all outcomes have been passed already: there is nothing left to extend the traject for"),
        rule: definition.citation)
    }
    let (nl, en) = (open.map(\.title.nl), open.map(\.title.en))
    remarks.append(
      Sentence.plainly(
        "opnieuw gevraagd, alleen voor wat nog open is: \(Sentence.list(nl, "en"))",
        "asked again, only for what is still open: \(Sentence.list(en, "and"))"))
    return traject.begun(items, open.map(\.id), rulebook)
  }

  /// The outcomes that are judged in the end and were not passed.
  private var openOutcomes: [Outcome] {
    let judged = standing.outcomes.filter { outcome in
      guard outcome.kind == .summative || outcome.kind == .repair, !outcome.judges.isEmpty else {
        return false
      }
      let verdict = traject.finalVerdict(on: outcome.id)
      return verdict.map { $0 != outcome.scale.first } ?? outcome.needsVerdict
    }
    // What is counted with one of these is open with it.
    return judged
      + standing.outcomes.filter { outcome in judged.contains { $0.id == outcome.follows } }
  }
}

extension Traject {
  /// The items of some phases that were begun, each with its next round; what nothing was done for is simply still asked.
  ///
  /// Of the outcomes only those that are open, of the units only those that were not passed; all of them where nothing says
  /// which are open.
  func begun(_ items: PhaseItems, _ open: [String]?, _ rulebook: Rulebook) -> [ItemKey] {
    var again: [ItemKey] = []
    for obligation in askedObligations(rulebook) {
      let item = obligation.key.item
      let isBegun = obligation.met != nil || obligation.waived != nil || obligation.level > 0
      // What a unit needs for its result, such as trust, stays given.
      guard isBegun, obligation.key.step != .attended, obligation.key.step != .signed,
        !rulebook.workflow.isNeededToConfirm(item.id), !rulebook.workflow.recursByItself(item.id),
        item.round >= round(of: item.id, item.occurrence),
        items.contains(item.id, around: gesprek(around: item, rulebook.workflow), in: rulebook.workflow),
        open.map({ isAskedAgain(item, obligation.key.step, $0, rulebook) }) ?? true
      else { continue }
      let next = ItemKey(item.id, occurrence: item.occurrence, round: nextRound(of: item, rulebook.workflow))
      if !again.contains(next) { again.append(next) }
    }
    return again
  }

  private func nextRound(of item: ItemKey, _ workflow: Workflow) -> Int {
    if workflow.document(item.id) != nil {
      // What was handed in for an extension that was taken out since counts for no later one.
      let record = record(ofDocument: item)
      return max(record.round, record.submissions.map(\.round).max() ?? 0) + 1
    }
    if workflow.approval(item.id) != nil { return record(ofApproval: item.id).round + 1 }
    return round(of: item.id, item.occurrence) + 1
  }

  /// The gesprek around which an item is asked, where its key names one.
  private func gesprek(around item: ItemKey, _ workflow: Workflow) -> String? {
    guard let occurrence = item.occurrence else { return nil }
    if workflow.gesprek(occurrence) != nil { return occurrence }
    return workflow.task(item.id)?.forEach.first { occurrence.hasPrefix($0 + "-") }
  }

  private func isAskedAgain(_ item: ItemKey, _ step: Step, _ open: [String], _ rulebook: Rulebook) -> Bool {
    let workflow = rulebook.workflow
    if workflow.outcome(item.id) != nil { return open.contains(item.id) && step != .feedback }
    if let outcome = item.occurrence.flatMap({ workflow.outcome($0) }) { return open.contains(outcome.id) }
    guard let unit = workflow.unit(item.id) ?? item.occurrence.flatMap({ workflow.unit($0) }) else {
      return true
    }
    return unit.all.contains(where: open.contains)
  }
}
