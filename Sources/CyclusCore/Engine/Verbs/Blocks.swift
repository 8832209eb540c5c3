// A block stops progress, not care: everything else is still recorded (GEN-07).
extension Deliberation {
  private var word: Localized { Localized(nl: "blokkade", en: "block") }

  mutating func block(_ reason: String) throws(Refusal) -> Decision {
    let settable = workflow.blocks.filter { !$0.setBy.isEmpty }
    guard let definition = workflow.block(reason) else {
      throw refusal(word, Sentence.unknown(word, reason, settable.map(\.id)))
    }
    if definition.setBy.isEmpty {
      throw refusal(
        definition.title,
        Sentence.plainly(
          "«\(reason)» ontstaat alleen bij de start van een traject",
          "“\(reason)” only arises when a traject starts"),
        rule: definition.citation)
    }
    let actor = actor(among: definition.setBy, rule: definition.citation)
    if let standing = traject.standingBlocks.first(where: { $0.id == reason }) {
      lack(
        definition.title,
        Sentence.plainly(
          "deze blokkade staat al sinds \(standing.since.longNL)",
          "this block has stood since \(standing.since.longEN)"),
        rule: definition.citation)
    }
    return try decision([entry(.blocked(block: reason), by: actor, rule: definition.citation)])
  }

  mutating func unblock(_ id: String, _ why: TextReference) throws(Refusal) -> Decision {
    guard let standing = traject.standingBlocks.first(where: { $0.id == id }),
      let definition = workflow.block(id)
    else {
      let standing = traject.standingBlocks.map(\.id)
      throw refusal(
        word,
        Sentence.plainly(
          "er staat geen blokkade «\(id)»"
            + (standing.isEmpty ? "" : "; er staan: \(Sentence.list(standing, "en"))"),
          "there is no block “\(id)”"
            + (standing.isEmpty ? "" : "; standing are: \(Sentence.list(standing, "and"))")))
    }
    let actor = actor(among: definition.liftedBy, rule: definition.citation)
    check(notBefore: standing.since, Localized(nl: "de blokkade", en: "the block"))
    for requirement in definition.liftNeeds {
      let needed = self.standing.asked.filter { requirement.covers($0.key, workflow) }
      // What was waived is not on record, and a block is lifted on the record only.
      lack(needed.filter { $0.met == nil }.map(unmet))
      for obligation in needed { check(notBefore: obligation.met, obligation.what) }
    }
    let round = traject.blocks.count { $0.id == id }
    return try decision([
      entry(
        .unblocked(block: id, why: why), by: actor, rule: definition.citation,
        meets: [ObligationKey(ItemKey(id, round: round), .lifted)])
    ])
  }
}
