extension Deliberation {
  /// Adds to a counter; the amount may be negative to take back, but the sum never falls below zero.
  mutating func count(_ id: String, _ amount: Int) throws(Refusal) -> Decision {
    let what = Localized(nl: "teller", en: "counter")
    guard let counter = workflow.counter(id) else {
      throw refusal(what, Sentence.unknown(what, id, workflow.counters.map(\.id)))
    }
    let actor = actor(among: nil)
    let range = -10_000...10_000
    let before = traject.counters[id, default: 0]
    let sum = range.contains(amount) ? before + amount : -1
    if amount == 0 {
      lack(
        counter.title,
        Sentence.plainly(
          "0 erbij verandert niets: de teller blijft op \(before); tel een getal als +3, of -1 om terug te nemen",
          "adding 0 changes nothing: the counter stays at \(before); add a number such as +3, or -1 to take back"
        ),
        rule: counter.citation)
    } else if sum < 0 {
      lack(
        counter.title,
        Sentence.plainly(
          "\(amount) kan niet: de teller staat op \(before) en wordt nooit negatief; tel hoogstens 10000 tegelijk",
          "\(amount) is not possible: the counter stands at \(before) and never falls below zero; add 10000 at most"
        ),
        rule: counter.citation)
    }
    return try decision([
      entry(
        .counted(counter: id, amount: amount, signedWith: counter.signedWith), by: actor,
        rule: counter.citation)
    ])
  }

  /// Records that a task without a verb of its own was done.
  mutating func done(_ name: String) throws(Refusal) -> Decision {
    let what = Localized(nl: "taak", en: "task")
    let text = name.hasSuffix(".done") ? String(name.dropLast(5)) : name
    guard let key = ItemKey(text), let definition = workflow.task(key.id) else {
      let open = standing.asked.filter { $0.key.step == .done && $0.isPressing(on: happened) }
      throw refusal(
        what,
        Sentence.unknownTask(
          name, workflow.tasks.map(\.id), open: open.map(\.key.item.first.description)))
    }
    let tasks = standing.asked.filter { obligation in
      guard obligation.key.item.id == key.id, obligation.key.step == .done, traject.isCurrent(obligation.key)
      else { return false }
      // What arises only if something else does not happen cannot be done before that.
      if definition.opens?.parameters.isEmpty == false || workflow.isNeededToConfirm(definition.id) {
        return true
      }
      return !obligation.isConditional || obligation.met != nil
        || obligation.opens.map { $0 <= happened } ?? false
    }
    var candidates = tasks.filter {
      (key.occurrence == nil || $0.key.item.isNamed(key.occurrence))
        && (key.round == 1 || $0.key.item.round == key.round)
    }
    if candidates.isEmpty {
      throw refusal(
        definition.title,
        Sentence.plainly(
          "\(name) wordt in dit traject niet gevraagd"
            + (tasks.isEmpty ? "" : "; wel: \(Sentence.list(tasks.map(\.key.item.description), "of"))"),
          "\(name) is not asked in this traject"
            + (tasks.isEmpty ? "" : "; there is: \(Sentence.list(tasks.map(\.key.item.description), "or"))")),
        rule: definition.citation)
    }
    // Where another has the turn, the one whose it usually is may still do it.
    let usual = definition.deputies.isEmpty ? [] : definition.by
    let roles = (candidates.map(\.role) + usual).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let actor = actor(among: roles, rule: definition.citation)
    if candidates.count > 1 {
      candidates = mine(candidates, or: usual)
      if candidates.contains(where: { $0.isAsked }) { candidates.removeAll { $0.met != nil } }
    }
    if candidates.count > 1, recurs(definition) { candidates = firstAsked(candidates) }
    guard let obligation = candidates.first, candidates.count == 1 else {
      try settle()
      throw refusal(
        definition.title, Sentence.whichOccurrence(key.id, candidates.compactMap(\.key.item.occurrence)),
        rule: definition.citation)
    }
    if let met = obligation.met {
      lack(definition.title, Sentence.alreadyDone(obligation.what, met), rule: definition.citation)
    }
    checkPrecondition(definition, obligation)
    checkNeeds(definition, obligation)
    return try decision([
      entry(
        .done(obligation: obligation.key), by: actor, rule: definition.citation, meets: [obligation.key])
    ])
  }

  /// Whether a task comes with each of several occurrences, or recurs itself.
  private func recurs(_ definition: TaskDefinition) -> Bool {
    let around = definition.forEach + [definition.belongsTo].compactMap(\.self)
    return definition.each != nil || around.contains { workflow.gesprek($0)?.each != nil }
  }

  /// The first of some obligations that is asked by now, which is named.
  private mutating func firstAsked(_ candidates: [Obligation]) -> [Obligation] {
    let open = candidates.filter { $0.opens.map { $0 <= happened } ?? false }
    guard let first = open.first ?? candidates.first else { return [] }
    if open.count != 1 {
      remarks.append(
        Sentence.plainly("opgevat als \(first.key.item)", "taken to mean \(first.key.item)"))
    }
    return [first]
  }

  /// The obligations of some that the actor owes, in the role that he named or in any of his.
  private func mine(_ candidates: [Obligation], or usual: [String]) -> [Obligation] {
    guard let person = occasion.actor.person else { return candidates }
    let held = traject.roles(of: person, on: happened)
    let named = occasion.actor.role.map { workflow.role($0)?.id }
    let own = candidates.filter { held.contains($0.role) && (named ?? $0.role) == $0.role }
    return own.isEmpty && usual.contains(where: held.contains) ? candidates : own
  }

  /// A task cannot be done before what it needs is on record.
  private mutating func checkNeeds(_ definition: TaskDefinition, _ obligation: Obligation) {
    for requirement in definition.needs {
      if requirement.step == .valid {
        guard let document = workflow.document(requirement.item),
          !traject.isValid(document.id, on: happened, rulebook)
        else { continue }
        lack(notValid(document))
        continue
      }
      let asked = standing.asked.filter { other in
        let (own, its) = (obligation.key.item.occurrence, other.key.item.occurrence)
        return requirement.covers(other.key, workflow) && (own == nil || its == nil || own == its)
      }
      lack(asked.filter(\.isAsked).map(unmet))
      check(notBefore: asked.compactMap(\.met).max(), asked.first?.what ?? definition.title)
    }
  }

  /// What a document lacks that is not valid on the day.
  func notValid(_ document: DocumentDefinition) -> Refusal.Missing {
    let role = document.by.first
    return Refusal.Missing(
      what: document.title,
      message: Sentence.plainly(
        "op \(happened.longNL) is er geen geldige \(document.title.nl): leg er eerst een vast met submit \(document.id) --valid-until …",
        "on \(happened.longEN) there is no valid \(document.title.en): record one first with submit \(document.id) --valid-until …"
      ),
      obligation: ObligationKey(ItemKey(document.id), .submitted), role: role,
      person: role.flatMap { traject.holder(of: $0) }, rule: document.citation)
  }

  /// A task that follows on something cannot be done before that.
  private mutating func checkPrecondition(_ definition: TaskDefinition, _ obligation: Obligation) {
    let parameters = (definition.opens?.parameters ?? []).compactMap { workflow.parameter($0) }
    if obligation.opens == nil, !parameters.isEmpty {
      let (nl, en) = (parameters.map(\.title.nl), parameters.map(\.title.en))
      let set = parameters.map { "set \($0.id)=…" }
      lack(
        definition.title,
        Sentence.plainly(
          "dit wordt pas gevraagd als \(Sentence.list(nl, "of")) is vastgelegd (\(Sentence.list(set, "of")))",
          "this is only asked once \(Sentence.list(en, "or")) is on record (\(Sentence.list(set, "or")))"),
        rule: definition.citation)
    }
    if workflow.isNeededToConfirm(definition.id) {
      guard let opens = obligation.opens else { return lackResult(definition) }
      return check(notBefore: opens, Localized(nl: "waar dit op volgt", en: "what this follows on"))
    }
    guard case .after(let required) = definition.opens else { return }
    // Of a task around several gesprekken, this is the one for the gesprek in its key.
    let single = definition.forEach.first { gesprek in
      obligation.key.item.occurrence.map { $0 == gesprek || $0.hasPrefix(gesprek + "-") } ?? false
    }
    let own = single.map { ItemKey($0) } ?? workflow.gesprek(around: obligation.key.item)
    let isNamed = required.item == "gesprek" && (single != nil || own?.occurrence != nil)
    let requirement = Requirement(isNamed ? own?.id ?? required.item : required.item, required.step)
    let context = Traject.Context(
      gesprek: own ?? definition.belongsTo.map { ItemKey($0) },
      unit: definition.forEachUnit || definition.forEachOutcome ? obligation.key.item.occurrence : nil)
    let day = traject.day(of: requirement, context, rulebook)
    let before = standing.asked.filter {
      requirement.covers($0.key, workflow) && (context.unit == nil || $0.key.item.id == context.unit)
        && (context.gesprek.map($0.key.item.isAbout) ?? true)
    }
    if day == nil { lack(before.filter { $0.isAsked }.map(unmet)) }
    check(notBefore: day, before.first?.what ?? definition.title)
  }

  /// What a unit needs for a result is asked once its verdicts lead to that, and the confirming opens.
  private mutating func lackResult(_ definition: TaskDefinition) {
    let units = traject.units(rulebook)
    for unit in units {
      for need in unit.confirmNeeds where need.requirements.contains(where: { $0.item == definition.id }) {
        guard traject.result(of: unit, workflow) != need.result else { continue }
        lack(
          definition.title,
          Sentence.plainly(
            "dit wordt pas gevraagd als de oordelen van \(unit.title.nl) op \(need.result) uitkomen",
            "this is only asked once the verdicts of \(unit.title.en) lead to \(need.result)"),
          rule: definition.citation)
      }
    }
    guard case .after(let required) = definition.opens else { return }
    lack(standing.asked.filter { required.covers($0.key, workflow) && $0.isAsked }.map(unmet))
  }
}
