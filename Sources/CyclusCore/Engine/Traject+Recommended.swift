// Gesprekken that are only recommended in a traject: nobody owes them, nor what is prepared for them.
extension Traject {
  /// Whether a gesprek is asked here, or was planned or held all the same.
  func isAsked(gesprek id: String, _ rulebook: Rulebook) -> Bool {
    guard let definition = rulebook.workflow.gesprek(id), !holds(definition.when, rulebook) else {
      return true
    }
    return cameAbout(id, nil)
  }

  /// Whether a gesprek, or one occurrence of it, was planned or held.
  private func cameAbout(_ id: String, _ occurrence: String?) -> Bool {
    gesprekken.contains { key, record in
      guard let key = ItemKey(key), key.id == id, occurrence == nil || key.occurrence == occurrence else {
        return false
      }
      return record.cancelled == nil && (record.planned != nil || !record.held.isEmpty)
    }
  }

  /// Obligations without those around a gesprek that is not asked and did not come about either; of one that recurs, around
  /// each occurrence by itself.
  func owed(_ obligations: [Obligation], _ rulebook: Rulebook) -> [Obligation] {
    let workflow = rulebook.workflow
    let recommended = workflow.gesprekken.filter { $0.when != nil && !holds($0.when, rulebook) }.map(\.id)
    if recommended.isEmpty { return obligations }
    return obligations.filter { obligation in
      let item = obligation.key.item
      let around = workflow.gesprek(around: item)
      let isIdle = recommended.contains { gesprek in
        let isAround =
          around?.id == gesprek && item.id != gesprek || item.occurrence == gesprek
          || item.occurrence?.hasPrefix(gesprek + "-") == true
        return isAround && !cameAbout(gesprek, around?.occurrence)
      }
      return !isIdle || settled[obligation.key.description] != nil
    }
  }
}
