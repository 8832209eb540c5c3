// Planning, holding and closing a gesprek. That it took place is a fact and is recorded, whatever was missing (GEN-09).
extension Deliberation {
  mutating func plan(_ name: String, _ at: LocalMoment, _ mode: String?) throws(Refusal) -> Decision {
    let (definition, key) = try gesprek(name, on: at.day, to: .plan)
    let actor = actor(among: definition.planning?.by, rule: definition.citation)
    check(at.day, liesIn: key, definition)
    check(mode, of: definition)
    if at.day < traject.from {
      lack(Localized(nl: "datum", en: "date"), Sentence.beforeStart(at.day, traject.from))
    }
    if Instant(dutch: at) == nil {
      lack(
        Localized(nl: "tijd", en: "time"),
        Sentence.plainly(
          "\(at.timeText) bestaat niet op \(at.day.longNL): de klok gaat die nacht vooruit; geef een andere tijd",
          "\(at.timeText) does not exist on \(at.day.longEN): the clock goes forward that night; give another time"
        ))
    }
    let last = max(traject.until ?? rulebook.timeline.end, rulebook.timeline.end) + 90
    if at.day > last {
      lack(
        Localized(nl: "datum", en: "date"),
        Sentence.plainly(
          "\(at.day.longNL) ligt meer dan drie maanden na het einde van het traject: geef een eerdere dag",
          "\(at.day.longEN) lies more than three months after the end of the traject: give an earlier day"))
    }
    if let remark = rulebook.calendar?.remark(on: at.day) { remarks.append(remark) }
    if at.day < happened {
      remarks.append(
        Sentence.plainly(
          "let op: \(at.day.longNL) is al geweest; vond het gesprek plaats, leg dat dan vast met held",
          "note: \(at.day.longEN) has passed; if the gesprek took place, record that with held"))
    }
    let record = traject.gesprekken[key.description]
    // A catch-up contact for somebody who was missing may be planned until the gesprek is closed.
    if let done = record?.closed ?? heldForGood(definition, record) {
      lack(
        definition.title, Sentence.alreadyDone(Phrase.hold(definition.title), done), rule: definition.citation
      )
    }
    if let record, !record.held.isEmpty, definition.each == nil,
      Presence.missing(definition, record, traject, workflow).isEmpty
    {
      remarks.append(
        Sentence.plainly("let op: dit gesprek is al gehouden", "note: this gesprek was held already"))
    }
    if let due = obligation(ObligationKey(key, .held))?.due, at.day > due {
      remarks.append(
        Sentence.plainly(
          "let op: \(at.day.longNL) ligt na de uiterste datum \(due.longNL)",
          "note: \(at.day.longEN) lies after the due date \(due.longEN)"))
    }
    remarkPlace(of: key, definition, at.day)
    warn(ofRunningOutBefore: definition.id, on: at.day)
    if !rulebook.workingDays.isWorking(at.day), let name = rulebook.workingDays.reason(at.day) {
      remarks.append(
        Sentence.plainly("let op: \(at.day.longNL) is \(name.nl)", "note: \(at.day.longEN) is \(name.en)"))
    }
    var planned = entry(.planned(gesprek: key, at: at, mode: mode), by: actor, rule: definition.citation)
    planned.meets = meetsPlanning(definition, key)
    return try decision([planned])
  }

  mutating func cancel(_ name: String, _ why: TextReference) throws(Refusal) -> Decision {
    let (definition, key) = try gesprek(name, on: happened, to: .cancel)
    let actor = actor(among: definition.planning?.by, rule: definition.citation)
    let record = traject.gesprekken[key.description]
    if record?.planned == nil || record?.cancelled != nil || record?.held.isEmpty == false {
      lack(
        definition.title,
        Sentence.plainly(
          "\(definition.title.nl): er is niets gepland om af te zeggen",
          "\(definition.title.en): nothing is planned that could be cancelled"),
        rule: definition.citation)
    }
    return try decision([entry(.cancelled(gesprek: key, why: why), by: actor, rule: definition.citation)])
  }

  mutating func held(_ command: Command.Held) throws(Refusal) -> Decision {
    let (definition, key) = try gesprek(command.gesprek, on: happened, to: .held)
    let actor = actor(among: nil)
    check(happened, liesIn: key, definition)
    let present = attendance(command.present, definition)
    check(command.mode, of: definition)
    // Where there is one way, that is how it was held.
    let mode = command.mode ?? (definition.modes.count == 1 ? definition.modes[0] : nil)
    check(minutes: command.minutes, definition)
    let before = traject.gesprekken[key.description]
    var record = checked(given(command, definition), of: definition, adding: before?.record ?? [:])
    let conclusion = record.removeValue(forKey: ResultCondition.conclusion)
    // The fact is on record, and what follows from it is settled: another day or who was there is a correction (GEN-13).
    if let closed = before?.closed {
      lack(
        definition.title, Sentence.closedBefore(definition.title, closed, traject.name),
        rule: definition.citation)
    }
    checkSaidBefore(command, key, present, definition)
    try settle()
    // Somebody who was missing before makes it a catch-up contact; without that it may well be a slip.
    if let before, !before.held.isEmpty, present.allSatisfy(before.present.contains),
      !definition.isTogether || Presence.missing(definition, before, traject, workflow).isEmpty
    {
      remarks.append(Sentence.heldBefore(before.held, traject.name))
    }
    let held = Event.Held(
      gesprek: key, present: present, mode: mode, conclusion: conclusion, record: record,
      minutes: command.minutes)
    var first = entry(
      .held(held), by: actor, rule: definition.citation, meets: [ObligationKey(key, .held)])
    let isWhole = definition.each == nil || countIfWhole(&first, definition, key)
    first.meets += countingElsewhere(definition, key, first)
    // Nobody plans what has been.
    first.meets += meetsPlanning(definition, key)
    guard definition.closes else { return try decision([first]) }
    remarks += warnings(definition, key)
    let after = Deliberation(traject.applying([first]), rulebook, occasion, verb: verb)
    let absent = after.missingPresence(definition, after.traject.gesprekken[key.description] ?? .init()).map(
      \.obligation)
    first.meets += meets(
      traject.absences(definition, round: key.round, rulebook).map(\.key).filter { !absent.contains($0) })
    let lacking = after.missingToClose(definition, key)
    guard lacking.isEmpty else {
      // Who was missing has been said.
      let told = isWhole ? nil : ObligationKey(key, .held)
      let more = lacking.filter { told == nil || $0.obligation != told }
      if more.isEmpty { return try decision([first]) }
      remarks.append(
        Sentence.plainly(
          "vastgelegd, maar nog niet af te sluiten; er ontbreekt:",
          "recorded, but it cannot be closed yet; missing:"))
      remarks += more.map { Sentence.plainly("– \($0.message.nl)", "– \($0.message.en)") }
      return try decision([first])
    }
    remarks += after.closingRemarks(definition, key)
    var closed = after.entry(
      .closed(gesprek: key, record: [:]), by: actor, rule: definition.citation,
      meets: [ObligationKey(key, .closed)])
    closed.happened =
      [happened, before?.held.max(), lastJudged(key), after.lastOfNeeds(definition, key)].compactMap(\.self)
      .max() ?? happened
    return try decision([first, closed] + following([first, closed], definition, key))
  }

  /// The day on which one that is not closed was held, after which it is not planned again.
  private func heldForGood(_ definition: GesprekDefinition, _ record: Traject.GesprekRecord?) -> Day? {
    guard let record, let each = definition.each, !definition.closes else { return nil }
    if each.isWeekly { return record.held.last }
    return Occurrences(definition, traject, rulebook)?.completed(record)
  }

  mutating func close(_ name: String, _ set: [String: String]) throws(Refusal) -> Decision {
    let (definition, key) = try gesprek(name, on: happened, to: .close)
    let actor = actor(among: nil)
    let record = checked(set, of: definition, adding: traject.gesprekken[key.description]?.record ?? [:])
    guard let before = traject.gesprekken[key.description], let held = before.held.last else {
      if let obligation = obligation(ObligationKey(key, .held)) { lack(unmet(obligation)) }
      try settle()
      throw refusal(
        definition.title, Sentence.notYet(Phrase.hold(definition.title)), rule: definition.citation)
    }
    if let closed = before.closed {
      lack(
        definition.title, Sentence.alreadyDone(Phrase.close(definition.title), closed),
        rule: definition.citation)
    }
    check(notBefore: held, Phrase.hold(definition.title))
    check(notBefore: lastJudged(key), Localized(nl: "wat er beoordeeld is", en: "what was judged"))
    var recorded = traject
    recorded.gesprekken[key.description]?.record.merge(record) { _, new in new }
    let after = Deliberation(recorded, rulebook, occasion, verb: verb)
    check(
      notBefore: after.lastOfNeeds(definition, key),
      Localized(nl: "wat het afsluiten vraagt", en: "what the closing asks"))
    if before.closed == nil { lack(after.missingToClose(definition, key, set, record)) }
    remarks += after.closingRemarks(definition, key)
    let closed = entry(
      .closed(gesprek: key, record: record), by: actor, rule: definition.citation,
      meets: [ObligationKey(key, .closed)])
    return try decision([closed] + following([closed], definition, key))
  }

  // MARK: What a gesprek needs

  /// Everything that has to be on record before a gesprek closes, and is not.
  func missingToClose(_ definition: GesprekDefinition, _ key: ItemKey) -> [Refusal.Missing] {
    let record = traject.gesprekken[key.description] ?? Traject.GesprekRecord()
    let absent = record.held.isEmpty ? [] : missingPresence(definition, record, of: key)
    return absent.filter { lack in lack.obligation.map { traject.waived[$0.description] == nil } ?? true }
      + missingJudgements(definition) + missingRecord(definition, key, record)
      + definition.closeNeeds.flatMap { missing(toClose: $0, of: key, definition.citation) }
      + missingByResult(definition, key, record)
  }

  /// Who was missing from a gesprek; of one that recurs, holding it is still owed, of another a catch-up contact.
  func missingPresence(
    _ definition: GesprekDefinition, _ record: Traject.GesprekRecord, of gesprek: ItemKey? = nil
  ) -> [Refusal.Missing] {
    let round = traject.round(of: definition.id)
    let record = Presence.told(definition, record, traject, workflow)
    func owed(_ id: String) -> ObligationKey {
      if definition.each != nil, let gesprek { return ObligationKey(gesprek, .held) }
      return ObligationKey(ItemKey(definition.id, occurrence: id, round: round), .attended)
    }
    let corners = definition.present.compactMap { presence -> Corner? in
      guard case .corner(let id) = presence else { return nil }
      return workflow.corner(id)
    }
    let filled = Presence.filled(corners, record, traject)
    let missingCorners = corners.filter { !filled.contains($0.id) }.map { corner in
      Refusal.Missing(
        what: corner.title,
        message: Sentence.corner(
          corner.title, corner.roles.map { workflow.title(of: $0) },
          standIns: corner.standIns.map { workflow.title(of: $0) },
          isAgreed: traject.standIns.contains { $0.corner == corner.id }, isTogether: definition.isTogether),
        obligation: owed(corner.id),
        role: corner.roles.first, person: corner.roles.first.flatMap { traject.holder(of: $0) },
        rule: corner.citation)
    }
    let missingRoles = definition.present.compactMap { presence -> Refusal.Missing? in
      guard case .role(let id, let count) = presence else { return nil }
      guard Presence.people([id], record, traject).count < count else { return nil }
      let title = workflow.title(of: id)
      return Refusal.Missing(
        what: title, message: Sentence.absent(title, count, isTogether: definition.isTogether),
        obligation: owed(id), role: id, person: traject.holder(of: id), rule: definition.citation)
    }
    return missingCorners + missingRoles
  }

  func missingRecord(
    _ definition: GesprekDefinition, _ key: ItemKey, _ record: Traject.GesprekRecord
  ) -> [Refusal.Missing] {
    definition.record.compactMap { field in
      guard field.isRequired, field.isAsked(in: record) else { return nil }
      var lacking: [Localized] = []
      switch field.kind {
      case .yes, .yesNo, .date, .oneOf, .someOf:
        guard record.value(of: field.id) == nil else { return nil }
      case .eachOutcome:
        let named = Set((record.record[field.id] ?? "").split(separator: ",").map(String.init))
        lacking = standing.outcomes.filter { outcome in
          // In a later round only what is open is spoken of again.
          outcome.kind != .instituteOnly && outcome.kind != .epa && !named.contains(outcome.id)
            && traject.round(of: outcome.id, definition.id) == key.round
        }.map(\.title)
        guard !lacking.isEmpty else { return nil }
      }
      var missing = Refusal.Missing(
        what: field.title, message: lackingMessage(field, lacking),
        role: definition.closeBy.first, person: definition.closeBy.first.flatMap { traject.holder(of: $0) },
        rule: field.citation)
      missing.field = field.id
      return missing
    }
  }

  private func missingJudgements(_ definition: GesprekDefinition) -> [Refusal.Missing] {
    guard let judging = definition.judging else { return [] }
    let unsaid = standing.asked.filter {
      $0.key.item.occurrence == definition.id && ($0.key.step == .assessed || $0.key.step == .feedback)
        && $0.isAsked
    }.map(unmet)
    guard !unsaid.isEmpty, let document = judging.afterDocument else { return unsaid }
    // Only what is still to be said waits for it: a student who never writes holds nobody up.
    let first = missingDocument(document, of: definition.id)
    guard let lack = first.first, let role = lack.role else { return unsaid }
    let wait = Refusal.Wait(
      what: lack.what, obligation: lack.obligation, role: role, person: lack.person,
      until: traject.waitEnds(definition, judging, rulebook))
    return first
      + unsaid.map { item in
        var item = item
        item.wait = wait
        return item
      }
  }

  /// The last day on which something was said of an outcome at a gesprek: it closes on what there is, not before.
  private func lastJudged(_ key: ItemKey) -> Day? {
    traject.judgements.filter { $0.gesprek == key.description }.map(\.on).max()
  }

  /// What should have been done before a gesprek takes place, and was not.
  private func warnings(_ definition: GesprekDefinition, _ key: ItemKey) -> [Localized] {
    let asked = standing.asked.filter { obligation in
      // Of what belongs to each of several, that of this one.
      guard let around = workflow.gesprek(around: obligation.key.item), around.occurrence != nil else {
        return true
      }
      return around == key
    }
    return definition.warnsWithout.flatMap { requirement in
      asked.filter { requirement.covers($0.key, workflow) && $0.isAsked && $0.opens != nil }.map {
        obligation in
        let source = Citation(rules: obligation.rule.rules, assumed: definition.citation.assumed)
          .words("warn-without")
        return Sentence.plainly(
          "let op: nog niet gedaan: \(obligation.what.nl.lowercasedFirst) (\(source.nl))",
          "note: not done yet: \(obligation.what.en.lowercasedFirst) (\(source.en))")
      }
    }
  }

  /// What is worth a warning when a gesprek closes, without holding it.
  private func closingRemarks(_ definition: GesprekDefinition, _ key: ItemKey) -> [Localized] {
    var remarks = recordRemarks(definition, key)
    let unplanned = definition.plans.filter {
      traject.record(ofGesprek: $0)?.planned == nil && traject.record(ofGesprek: $0)?.held.isEmpty ?? true
    }.map { workflow.title(of: $0) }
    if !unplanned.isEmpty {
      let source = definition.citation.words("plans")
      remarks.append(
        Sentence.plainly(
          "let op: nog niet gepland: \(Sentence.list(unplanned.map(\.nl), "en")) (\(source.nl))",
          "note: not planned yet: \(Sentence.list(unplanned.map(\.en), "and")) (\(source.en))")
      )
    }
    for parameter in traject.undecided(rulebook) where parameter.warnAt.contains(definition.id) {
      remarks.append(Sentence.undecided(parameter))
    }
    for counter in workflow.counters where counter.warnAt == definition.id {
      guard let low = counter.low, traject.counters[counter.id, default: 0] < low else { continue }
      let amount = traject.counters[counter.id, default: 0]
      let source = counter.citation.words("warn-at")
      remarks.append(
        Sentence.plainly(
          "let op: \(amount) \(counter.unit.nl) vastgelegd, verwacht worden er ten minste \(low) (\(source.nl))",
          "note: \(amount) \(counter.unit.en) on record, at least \(low) are expected (\(source.en))"
        ))
    }
    return remarks
  }
}

extension Deliberation {
  /// Whoever names no number, and says of a day with the same people what is on record of it, says it twice.
  private mutating func checkSaidBefore(
    _ command: Command.Held, _ key: ItemKey, _ present: [Traject.Attendance], _ definition: GesprekDefinition
  ) {
    guard !occasion.isReplay, ItemKey(command.gesprek)?.occurrence == nil,
      let occurrences = Occurrences(definition, traject, rulebook)
    else { return }
    let before = occurrences.recorded { record in
      record.sessions.contains { $0.on == happened && Set($0.present) == Set(present) }
    }
    guard let said = before.first else { return }
    let other = key == said ? occurrences.key(occurrences.next) : key
    lack(definition.title, Sentence.saidBefore(said, happened, other: other), rule: definition.citation)
  }
}

extension Sentence {
  fileprivate static func saidBefore(_ key: ItemKey, _ day: Day, other: ItemKey) -> Localized {
    plainly(
      "\(key) is al vastgelegd op \(day.longNL), met dezelfde mensen; was er die dag nog een gesprek, geef dan het nummer: \(other)",
      "\(key) is on record for \(day.longEN) already, with the same people; if there was another one that day, give its number: \(other)"
    )
  }

  fileprivate static func closedBefore(_ gesprek: Localized, _ day: Day, _ traject: String) -> Localized {
    plainly(
      "\(gesprek.nl) is al afgesloten op \(day.longNL): was het op een andere dag of met anderen, verander dan wat er staat met correct \(traject) NUMMER --on … of --set …; het nummer staat in history \(traject)",
      "\(gesprek.en) was closed on \(day.longEN) already: if it was on another day or with others, change what stands there with correct \(traject) NUMBER --on … or --set …; history \(traject) has the number"
    )
  }
}
