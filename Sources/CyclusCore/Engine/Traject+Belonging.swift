// What belongs to a gesprek that recurs, and what recurs by itself: one for each occurrence, named after it.
extension Traject {
  /// One of the times that an item is asked.
  struct Asking {
    /// What stands behind the `@` of its key.
    var occurrence: String?
    /// The gesprek to which it belongs, with its occurrence.
    var gesprek: ItemKey?
    /// When that gesprek is asked, where it recurs.
    var slot: Occurrences.Slot?
    /// The period in which the item itself recurs.
    var period: Rulebook.Period?
  }

  /// Every time that a document is asked.
  func askings(of document: DocumentDefinition, _ rulebook: Rulebook) -> [Asking] {
    if let each = document.each { return askings(document.id, each, rulebook) }
    let around = document.forEach.isEmpty ? [document.belongsTo].compactMap(\.self) : document.forEach
    return askings(document.id, around, isNamed: !document.forEach.isEmpty, rulebook)
  }

  /// Every time that a task is asked.
  func askings(of task: TaskDefinition, _ rulebook: Rulebook) -> [Asking] {
    if let each = task.each { return askings(task.id, each, rulebook) }
    let around = task.forEach.isEmpty ? [task.belongsTo].compactMap(\.self) : task.forEach
    return askings(task.id, around, isNamed: !task.forEach.isEmpty, rulebook)
  }

  private func askings(_ id: String, _ around: [String], isNamed: Bool, _ rulebook: Rulebook) -> [Asking] {
    if around.isEmpty { return [Asking()] }
    return around.flatMap { gesprek -> [Asking] in
      guard let definition = rulebook.workflow.gesprek(gesprek),
        let occurrences = Occurrences(definition, self, rulebook)
      else { return [Asking(occurrence: isNamed ? gesprek : nil, gesprek: ItemKey(gesprek))] }
      var keys = occurrences.keys
      // What was handed in or done stays, also where its gesprek is no longer asked.
      for name in recordedOccurrences(of: id) {
        guard let key = isNamed ? ItemKey(name) : ItemKey(gesprek, occurrence: name), key.id == gesprek,
          key.occurrence != nil, !keys.contains(key)
        else { continue }
        keys.append(key)
      }
      return keys.map { key in
        Asking(
          occurrence: isNamed ? key.description : key.occurrence, gesprek: key, slot: occurrences.slot(key))
      }
    }
  }

  private func askings(_ id: String, _ each: Recurrence, _ rulebook: Rulebook) -> [Asking] {
    guard let choice = each.choices.first(where: { holds($0.when, rulebook) }) else { return [] }
    if choice.period == .occasion {
      return recordedOccurrences(of: id).map { Asking(occurrence: $0) }
    }
    return rulebook.periods(of: choice.period, self).map { Asking(occurrence: $0.name, period: $0) }
  }

  /// The occurrences of an item of which something is on record, in order; a role behind them is left out.
  private func recordedOccurrences(of id: String) -> [String] {
    let prefix = id + "@"
    var names: Set<String> = []
    func add(_ text: String) {
      guard text.hasPrefix(prefix), let occurrence = ItemKey(text)?.occurrence else { return }
      names.insert(ItemKey.withoutRole(occurrence))
    }
    for text in documents.keys { add(text) }
    for text in settled.keys where text.hasPrefix(prefix) {
      if let key = ObligationKey(text) { add(key.item.description) }
    }
    return names.map { ItemKey(id, occurrence: $0) }.sorted().compactMap(\.occurrence)
  }

  /// To what the phrases of an item apply, one of the times that it is asked.
  func context(_ id: String, _ occurrence: String?, _ asking: Asking, _ rulebook: Rulebook) -> Context {
    var context = context(id, occurrence, gesprek: asking.gesprek, rulebook)
    context.slot = asking.slot
    context.followsGesprek = asking.gesprek?.occurrence != nil
    context.period = asking.period
    return context
  }
}

extension ItemKey {
  /// An occurrence without the role that stands behind it: `2` of `2-student`, `bezoek@2` of `bezoek@2-student`.
  public static func withoutRole(_ occurrence: String) -> String {
    let start = occurrence.firstIndex(of: "@").map { occurrence.index(after: $0) } ?? occurrence.startIndex
    let isName = isOccurrence(occurrence[start...].prefix { $0 != "-" })
    guard start > occurrence.startIndex || isName, let dash = occurrence[start...].firstIndex(of: "-") else {
      return occurrence
    }
    return String(occurrence[..<dash])
  }

  /// Whether a text is a number, a week or a block: `3`, `w7`, `b2`.
  static func isOccurrence(_ text: some StringProtocol) -> Bool {
    Int(text) != nil || ["w", "b"].contains(text.prefix(1)) && Int(text.dropFirst()) != nil
  }
}

extension Workflow {
  /// The gesprek around which an item is asked, with its occurrence where it recurs.
  func gesprek(around item: ItemKey) -> ItemKey? {
    func recurs(_ id: String) -> Bool { gesprek(id)?.each != nil }
    if gesprek(item.id) != nil {
      return ItemKey(item.id, occurrence: recurs(item.id) ? item.occurrence : nil)
    }
    if let single = document(item.id)?.belongsTo ?? task(item.id)?.belongsTo {
      let name = recurs(single) ? item.occurrence.map { ItemKey.withoutRole($0) } : nil
      return ItemKey(single, occurrence: name)
    }
    guard let occurrence = item.occurrence else { return nil }
    if gesprek(occurrence) != nil { return ItemKey(occurrence) }
    return ItemKey(ItemKey.withoutRole(occurrence)).flatMap { recurs($0.id) ? $0 : nil }
  }

  /// The document under which a signature stands: behind its occurrence the key of a signature names the role.
  public func document(signedAs item: ItemKey) -> ItemKey {
    guard let occurrence = item.occurrence else { return item.first }
    for role in document(item.id)?.signedBy ?? [] {
      if occurrence == role { return ItemKey(item.id) }
      if occurrence.hasSuffix("-" + role) {
        return ItemKey(item.id, occurrence: String(occurrence.dropLast(role.count + 1)))
      }
    }
    return item.first
  }

  /// The name that people read of an occurrence of an item, or of the item itself.
  public func title(of key: ItemKey) -> Localized {
    let title = title(of: key.id)
    guard let occurrence = key.occurrence else { return title }
    let name = ItemKey.withoutRole(occurrence)
    let role =
      name.count < occurrence.count ? self.title(of: String(occurrence.dropFirst(name.count + 1))) : nil
    let whole: Localized
    // Beside its weeks or blocks, a number of a gesprek that is named after these is one more than asked.
    let isExtra = Int(name) != nil && gesprek(key.id)?.each?.isNumbered == false
    if ItemKey.isOccurrence(name), !isExtra {
      whole = Phrase.title(title, occurrence: name, self)
    } else {
      let around = ItemKey(name).map { self.title(of: $0) } ?? Localized(name)
      whole = Localized(nl: "\(title.nl) (\(around.nl))", en: "\(title.en) (\(around.en))")
    }
    guard let role else { return whole }
    return Localized(nl: "\(whole.nl), \(role.nl)", en: "\(whole.en), \(role.en)")
  }
}
