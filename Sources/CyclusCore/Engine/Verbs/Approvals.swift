// Approving is an act: refused before it is asked, and by anybody but who may (GEN-09).
extension Deliberation {
  mutating func approval(_ name: String) throws(Refusal) -> (ApprovalDefinition, ItemKey, Actor) {
    let what = Localized(nl: "goedkeuring", en: "approval")
    guard let key = ItemKey(name), let definition = workflow.approval(key.id) else {
      throw refusal(what, Sentence.unknown(what, name, workflow.approvals.map(\.id)))
    }
    let record = traject.record(ofApproval: key.id)
    guard key.occurrence == nil, key.round == 1 || key.round == record.round else {
      throw refusal(
        what,
        Sentence.notAsked(name, now: ItemKey(key.id, round: record.round)),
        rule: definition.citation)
    }
    let actor = actor(among: definition.by, rule: definition.citation)
    if let granted = record.granted {
      lack(
        definition.title, Sentence.alreadyDone(Phrase.approve(definition.title), granted),
        rule: definition.citation)
    } else if let asked = traject.asked(definition, rulebook) {
      check(notBefore: asked, Phrase.submit(workflow.title(of: definition.asks), of: nil))
    } else {
      lack(missingDocument(definition.asks) + missingBefore(document: definition.asks))
    }
    return (definition, ItemKey(key.id, round: record.round), actor)
  }

  /// The open obligation to hand in a document, as something that is missing.
  func missingDocument(_ id: String, of gesprek: String? = nil) -> [Refusal.Missing] {
    standing.asked.filter {
      $0.key.item.id == id && $0.key.step == .submitted && $0.isAsked
        && (gesprek == nil || $0.key.item.occurrence == nil || $0.key.item.occurrence == gesprek)
    }.map(unmet)
  }

  /// What a document waits for before it counts, where that has not happened.
  func missingBefore(document id: String) -> [Refusal.Missing] {
    guard let definition = workflow.document(id), case .after(let requirement) = definition.opens else {
      return []
    }
    return standing.asked.filter { requirement.covers($0.key, workflow) && $0.isAsked }
      .map(
        unmet)
  }

  mutating func approve(_ name: String) throws(Refusal) -> Decision {
    let (definition, key, actor) = try approval(name)
    return try decision([
      entry(
        .approved(approval: key), by: actor, rule: definition.citation, meets: [ObligationKey(key, .approved)]
      )
    ])
  }

  mutating func reject(_ name: String, _ why: TextReference) throws(Refusal) -> Decision {
    let (definition, key, actor) = try approval(name)
    let record = traject.record(ofDocument: ItemKey(definition.asks))
    let round = record.sentBack == nil ? record.round + 1 : record.round
    return try decision([
      entry(
        .rejected(approval: key, document: ItemKey(definition.asks, round: round), why: why), by: actor,
        rule: definition.citation,
        meets: [ObligationKey(key, .approved)])
    ])
  }
}
