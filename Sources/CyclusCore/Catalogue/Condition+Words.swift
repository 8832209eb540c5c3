extension Condition {
  /// The condition as a subordinate clause, for behind «als» and “once”.
  func words(_ workflow: Workflow) -> Localized {
    switch self {
    case .parameter(let id, let value):
      let shown = workflow.parameter(id)?.kind.wording(value) ?? Localized(value)
      let title = workflow.parameter(id)?.title ?? Localized(id)
      return Self.has(title, shown)
    case .recorded(let requirement): return requirement.words(workflow)
    case .result(let result):
      let title = workflow.title(of: result.item)
      let field = workflow.gesprek(result.item)?.record.first { $0.id == result.field }?.title
      let of = field.map { Localized(nl: "\($0.nl) (\(title.nl))", en: "\($0.en) (\(title.en))") } ?? title
      return Self.has(of, Localized(result.value))
    case .lasts(let span):
      return Localized(
        nl: "de plaatsing ten minste \(span.words.nl) duurt",
        en: "the placement lasts at least \(span.words.en)")
    case .all(let inner): return Self.list(inner, "en", "and", workflow)
    case .any(let inner): return Self.list(inner, "of", "or", workflow)
    case .not(let inner):
      let words = inner.words(workflow)
      return Localized(nl: "niet geldt dat \(words.nl)", en: "it does not hold that \(words.en)")
    }
  }

  private static func has(_ what: Localized, _ value: Localized) -> Localized {
    Localized(
      nl: "\(what.nl.lowercasedFirst) \(value.nl) is", en: "\(what.en.lowercasedFirst) is \(value.en)")
  }

  private static func list(_ inner: [Condition], _ nl: String, _ en: String, _ workflow: Workflow)
    -> Localized
  {
    let words = inner.map { $0.words(workflow) }
    return Localized(nl: Sentence.list(words.map(\.nl), nl), en: Sentence.list(words.map(\.en), en))
  }
}

extension Span {
  /// The span in words: `2 weken`, `1 werkdag`.
  public var words: Localized {
    let isOne = count == 1
    return switch unit {
    case .days: Localized(nl: "\(count) \(isOne ? "dag" : "dagen")", en: "\(count) \(isOne ? "day" : "days")")
    case .weeks:
      Localized(nl: "\(count) \(isOne ? "week" : "weken")", en: "\(count) \(isOne ? "week" : "weeks")")
    case .workingDays:
      Localized(
        nl: "\(count) \(isOne ? "werkdag" : "werkdagen")", en: "\(count) working \(isOne ? "day" : "days")")
    case .workingWeeks:
      Localized(
        nl: "\(count) \(isOne ? "werkweek" : "werkweken")", en: "\(count) working \(isOne ? "week" : "weeks")"
      )
    }
  }
}

extension Requirement {
  /// That it is on record, as a subordinate clause.
  fileprivate func words(_ workflow: Workflow) -> Localized {
    if self == .endMoved { return Localized(nl: "het einde is verplaatst", en: "the end has been moved") }
    if let inThisBlock { return words(inThisBlock, workflow) }
    let title = workflow.title(of: item)
    let done = step.participle
    return Localized(
      nl: "\(title.nl.lowercasedFirst)\(isEvery ? " elke keer" : "") is \(done.nl)",
      en: "\(isEvery ? "every " : "")\(title.en.lowercasedFirst) has been \(done.en)")
  }
}

extension Requirement {
  /// That so much of it is on record in this block.
  private func words(_ least: Int, _ workflow: Workflow) -> Localized {
    let done = step.participle
    if let counter = workflow.counter(item), workflow.gesprek(item) == nil {
      return Localized(
        nl: "in dit blok \(least) \(counter.unit.nl) \(done.nl) zijn (\(counter.title.nl.lowercasedFirst))",
        en:
          "\(least) \(counter.unit.en) have been \(done.en) in this block (\(counter.title.en.lowercasedFirst))"
      )
    }
    let title = workflow.title(of: item)
    return Localized(
      nl: "\(title.nl.lowercasedFirst) in dit blok \(least) keer is \(done.nl)",
      en: "\(title.en.lowercasedFirst) has been \(done.en) \(least) times in this block")
  }
}

extension Step {
  /// What was done, as a participle.
  var participle: Localized {
    switch self {
    case .planned: Localized(nl: "gepland", en: "planned")
    case .held: Localized(nl: "gehouden", en: "held")
    case .closed: Localized(nl: "afgesloten", en: "closed")
    case .submitted: Localized(nl: "ingeleverd", en: "handed in")
    case .signed: Localized(nl: "ondertekend", en: "signed")
    case .approved: Localized(nl: "gegeven", en: "given")
    case .assessed: Localized(nl: "beoordeeld", en: "judged")
    case .confirmed: Localized(nl: "bevestigd", en: "confirmed")
    case .decided: Localized(nl: "beslist", en: "decided")
    case .feedback, .done, .lifted, .consulted, .proposed, .advanced, .attended, .discussed, .agreed,
      .settled,
      .moved, .made, .valid:
      Localized(nl: "gedaan", en: "done")
    }
  }
}
