/// One of the times that a gesprek is asked or was held, as far as it matters for what belongs to it.
struct GesprekOccurrence: Hashable, Sendable {
  /// Its key.
  var key: ItemKey
  /// The last day on which it took place, catch-up contacts included.
  var held: Day?
  /// Whether it was closed.
  var isClosed: Bool
  /// The day that gives it its place: held, else planned, due or open.
  var day: Day?
  /// The last day on which it is meant by whoever names no other, where that ends with its week or period.
  var lapses: Day?
}

// What belongs to a gesprek that recurs belongs to one of its occurrences.
extension Standing {
  /// The occurrences of a gesprek in the order of time: those that were held or are asked, then the next number where it
  /// is numbered.
  func occurrences(ofGesprek id: String) -> [GesprekOccurrence] {
    var asked: [ItemKey: Obligation] = [:]
    for obligation in self.asked where obligation.key.item.id == id && obligation.key.step == .held {
      asked[obligation.key.item] = obligation
    }
    let periods = rulebook.workflow.gesprek(id).flatMap { Occurrences($0, traject, rulebook) }
    let recorded = traject.gesprekken.keys.compactMap { ItemKey($0) }.filter { $0.id == id }
    var list = Set(recorded).union(asked.keys).compactMap { key -> GesprekOccurrence? in
      let (record, obligation) = (traject.gesprekken[key.description], asked[key])
      // What was waived, or met by another gesprek, takes place no more.
      let held = record?.held.last
      if held == nil, obligation?.isAsked == false { return nil }
      return GesprekOccurrence(
        key: key, held: held, isClosed: record?.closed != nil,
        day: held ?? record?.planned?.day ?? obligation?.due ?? obligation?.opens,
        lapses: obligation?.lapsesOn ?? periods?.lastUnnamed(key))
    }
    list.sort { ($0.day?.number ?? .max, $0.key) < ($1.day?.number ?? .max, $1.key) }
    if let next = nextNumber(ofGesprek: id, after: list.map(\.key)) {
      list.append(GesprekOccurrence(key: next, held: nil, isClosed: false))
    }
    return list
  }

  /// The number after those that a numbered gesprek has; `nil` for one that occurs once, or is named after its period.
  private func nextNumber(ofGesprek id: String, after keys: [ItemKey]) -> ItemKey? {
    guard let definition = rulebook.workflow.gesprek(id) else { return nil }
    if let each = definition.each {
      guard each.isNumbered, let occurrences = Occurrences(definition, traject, rulebook) else { return nil }
      return occurrences.key(occurrences.next)
    }
    let last = keys.compactMap { $0.occurrence.flatMap { Int($0) } }.max()
    return last.map { ItemKey(id, occurrence: String($0 + 1)) }
  }

  /// The occurrence of a gesprek to which something of a day belongs: the first that is not closed and was not held
  /// before that day.
  ///
  /// What comes after a gesprek that occurs once still belongs to it, as long as it is not closed.
  func occurrence(ofGesprek id: String, on day: Day, besides other: ItemKey? = nil) -> ItemKey? {
    let open = occurrences(ofGesprek: id).filter { !$0.isClosed && $0.key != other }
    let next = open.first { occurrence in
      if let held = occurrence.held { return held >= day }
      return occurrence.lapses.map { day <= $0 } ?? true
    }
    return next?.key ?? open.last { $0.key.occurrence == nil }?.key
  }

  /// The day by which a claim has to be made to be granted at its gesprek; `nil` where any day will do, or none is known.
  func lastDay(ofClaiming definition: ClaimDefinition, at gesprek: ItemKey) -> Day? {
    let record = traject.gesprekken[gesprek.description]
    let planned = record?.cancelled == nil ? record?.planned?.day : nil
    guard let span = definition.inTime, let day = record?.held.last ?? planned else { return nil }
    return span.count == 0 ? day : rulebook.day(span, before: day)
  }
}
