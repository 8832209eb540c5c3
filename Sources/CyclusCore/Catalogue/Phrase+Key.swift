extension Phrase {
  /// What an obligation asks, from its key alone: where only its key is known, as in an event.
  public static func owed(_ key: ObligationKey, _ workflow: Workflow) -> Localized {
    again(once(key, workflow), key.item.round)
  }

  private static func once(_ key: ObligationKey, _ workflow: Workflow) -> Localized {
    let item = key.item
    let title = workflow.title(of: item.id)
    let around = around(item, workflow)
    return switch key.step {
    case .held: hold(item, title, workflow)
    case .planned: plan(one(of: item, title, workflow))
    case .closed: close(one(of: item, title, workflow))
    case .attended: attend(around ?? title, workflow.gesprek(item.id), or: title)
    case .submitted, .valid: submitted(item, title, workflow)
    case .signed: signed(item, title, workflow)
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
    case .moved, .made: title
    }
  }

  /// A gesprek by its name, with its number where it recurs.
  private static func one(of item: ItemKey, _ title: Localized, _ workflow: Workflow) -> Localized {
    workflow.gesprek(item.id)?.each == nil ? title : workflow.title(of: item.first)
  }

  /// Handing in a document; of one that comes again the time stands behind it.
  private static func submitted(_ item: ItemKey, _ title: Localized, _ workflow: Workflow) -> Localized {
    time(of: item, workflow).map { submit(title, around: $0) } ?? submit(title, of: around(item, workflow))
  }

  /// Signing a document; of one that comes by occasion with its number.
  private static func signed(_ item: ItemKey, _ title: Localized, _ workflow: Workflow) -> Localized {
    let document = workflow.document(signedAs: item)
    if workflow.document(item.id)?.each?.isByOccasion == true { return sign(workflow.title(of: document)) }
    return sign(title, around: time(of: document, workflow))
  }

  /// The one of several times to which something belongs: of a gesprek that recurs, or of its own.
  private static func time(of item: ItemKey, _ workflow: Workflow) -> Localized? {
    if let gesprek = workflow.gesprek(around: item), gesprek.id != item.id {
      return gesprek.occurrence == nil ? nil : workflow.title(of: gesprek)
    }
    return item.occurrence.flatMap { ItemKey.isOccurrence($0) ? occurrence($0, workflow) : nil }
  }

  private static func hold(_ item: ItemKey, _ title: Localized, _ workflow: Workflow) -> Localized {
    guard let occurrence = item.occurrence, workflow.gesprek(item.id)?.each != nil else { return hold(title) }
    return hold(title, occurrence: occurrence, workflow)
  }

  /// The gesprek, the role or the result around which something is asked; `nil` where it stands by itself.
  private static func around(_ item: ItemKey, _ workflow: Workflow) -> Localized? {
    guard let occurrence = item.occurrence else { return nil }
    if let gesprek = workflow.gesprek(around: item), gesprek.id != item.id {
      return workflow.title(of: gesprek)
    }
    return ItemKey.isOccurrence(occurrence)
      ? Phrase.occurrence(occurrence, workflow) : workflow.title(of: occurrence)
  }

  /// A task, with the gesprek, the week or the result around which it is asked; of one among several roles the gesprek.
  private static func done(_ item: ItemKey, _ title: Localized, _ workflow: Workflow) -> Localized {
    guard let occurrence = item.occurrence else { return title }
    if let gesprek = workflow.task(item.id)?.belongsTo {
      return workflow.gesprek(gesprek)?.each == nil ? title : task(title, of: around(item, workflow))
    }
    if ItemKey.isOccurrence(occurrence) { return Phrase.title(title, occurrence: occurrence, workflow) }
    let gesprek = workflow.task(item.id)?.forEach.first { occurrence.hasPrefix("\($0)-") }
    guard gesprek != nil || workflow.role(occurrence) == nil else { return title }
    return task(title, of: gesprek.map { workflow.title(of: $0) } ?? around(item, workflow))
  }
}
