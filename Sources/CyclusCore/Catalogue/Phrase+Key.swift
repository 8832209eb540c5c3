extension Phrase {
  /// What an obligation asks, from its key alone: where only its key is known, as in an event.
  public static func owed(_ key: ObligationKey, _ workflow: Workflow) -> Localized {
    again(once(key, workflow), key.item.round)
  }

  private static func once(_ key: ObligationKey, _ workflow: Workflow) -> Localized {
    let item = key.item
    let title = workflow.title(of: item.id)
    let around = item.occurrence.map { workflow.title(of: $0) }
    return switch key.step {
    case .held: hold(title, week: item.week)
    case .closed: close(title)
    case .attended: attend(around ?? title, title)
    case .submitted: submit(title, of: around)
    case .signed: sign(title)
    case .approved: approve(title)
    case .assessed, .feedback: judge(title, key.step, around ?? title)
    case .confirmed: confirm(title)
    case .done: done(item, title, workflow)
    case .lifted: lift(title)
    case .consulted: consult(around ?? title, item.id)
    case .proposed: propose(item.id)
    case .decided: Localized(nl: "\(item.id): beslissen", en: "\(item.id): decide")
    case .advanced:
      advance(to: workflow.phase(item.id)?.next.flatMap { workflow.phase($0)?.title })
    case .discussed: discuss(title)
    case .agreed: agree(title)
    case .settled: settle(item.id)
    }
  }

  /// A task, with the week, the gesprek or the result around which it is asked; of one among several roles the gesprek.
  private static func done(_ item: ItemKey, _ title: Localized, _ workflow: Workflow) -> Localized {
    guard let occurrence = item.occurrence else { return title }
    if item.week != nil { return hold(title, week: item.week) }
    let gesprek = workflow.task(item.id)?.forEach.first { occurrence.hasPrefix("\($0)-") }
    guard gesprek != nil || workflow.role(occurrence) == nil else { return title }
    return task(title, of: workflow.title(of: gesprek ?? occurrence))
  }
}

extension ItemKey {
  /// The teaching week that it is about, where its occurrence is one: `7` of `w7`.
  var week: Int? {
    guard let occurrence, occurrence.first == "w" else { return nil }
    return Int(occurrence.dropFirst())
  }
}
