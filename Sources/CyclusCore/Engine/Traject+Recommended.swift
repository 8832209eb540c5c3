// Gesprekken that are only recommended in a traject: nobody owes them, nor what is prepared for them.
extension Traject {
  /// Whether a gesprek is asked here, or was planned or held all the same.
  func isAsked(gesprek id: String, _ rulebook: Rulebook) -> Bool {
    guard let definition = rulebook.workflow.gesprek(id), !holds(definition.when, rulebook) else {
      return true
    }
    return gesprekken.contains { key, record in
      ItemKey(key)?.id == id && record.cancelled == nil && (record.planned != nil || !record.held.isEmpty)
    }
  }

  /// Obligations without those around a gesprek that is not asked and did not come about either.
  func owed(_ obligations: [Obligation], _ rulebook: Rulebook) -> [Obligation] {
    let workflow = rulebook.workflow
    let unasked = workflow.gesprekken.filter { $0.when != nil && !isAsked(gesprek: $0.id, rulebook) }.map(
      \.id)
    if unasked.isEmpty { return obligations }
    return obligations.filter { obligation in
      let item = obligation.key.item
      let around = workflow.document(item.id)?.belongsTo ?? workflow.task(item.id)?.belongsTo
      let isAround = unasked.contains { gesprek in
        around == gesprek || item.occurrence == gesprek || item.occurrence?.hasPrefix(gesprek + "-") == true
          || item.id != gesprek && workflow.gesprek(around: item)?.id == gesprek
      }
      return !isAround || settled[obligation.key.description] != nil
    }
  }
}
