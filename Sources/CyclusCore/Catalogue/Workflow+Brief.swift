extension Workflow {
  /// What an obligation asks in as few words as tell it apart, for a narrow list that shows whose turn it is beside it.
  ///
  /// `Kennismakingsgesprek` for `Kennismakingsgesprek houden`, `E1: beslissen` for a decision with its whole route.
  public func brief(_ obligation: Obligation) -> Localized {
    let item = obligation.key.item
    switch obligation.key.step {
    case .held:
      guard let occurrence = item.occurrence else { return title(of: item.id) }
      let gesprek = title(of: item.id)
      return Localized(nl: "\(gesprek.nl) \(occurrence)", en: "\(gesprek.en) \(occurrence)")
    case .submitted:
      let recurs = item.occurrence.map { ItemKey.isOccurrence($0) || $0.contains("@") } ?? false
      return recurs ? title(of: item) : title(of: item.id)
    case .assessed:
      let outcome = title(of: item.id)
      return Localized(nl: "Oordeel over \(outcome.nl)", en: "Verdict on \(outcome.en)")
    case .feedback:
      let outcome = title(of: item.id)
      return Localized(nl: "Feedback op \(outcome.nl)", en: "Feedback on \(outcome.en)")
    case .decided: return Localized(nl: "\(item.id): beslissen", en: "\(item.id): decide")
    case .closed, .signed, .approved, .confirmed, .done, .lifted, .consulted, .proposed, .advanced, .attended,
      .discussed,
      .agreed, .settled, .moved, .valid, .planned, .made:
      return obligation.what
    }
  }
}
