// What is owed of outcomes that are judged by themselves, and not where a gesprek asks it.
extension Traject {
  /// The verdict on such an outcome: one in each round.
  ///
  /// An outcome that recurs would have one for each occurrence here, `beoordeling@2.assessed`.
  func obligations(judging outcome: Outcome, _ rulebook: Rulebook) -> [Obligation] {
    guard outcome.kind == .summative, let opening = outcome.opens, let judge = outcome.judges.first else {
      return []
    }
    let context = self.context(outcome.id, unit: nil, rulebook)
    var obligation = Obligation(
      key: ObligationKey(current(outcome.id), .assessed), what: Phrase.judge(outcome.title), role: judge,
      rule: outcome.citation)
    obligation.opens = day(of: opening, rulebook, context)
    obligation.due = outcome.due.flatMap { due(of: $0, opens: obligation.opens, rulebook, context) }
    return [obligation]
  }
}
