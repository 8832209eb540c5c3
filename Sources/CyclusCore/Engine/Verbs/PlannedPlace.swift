// Where a planned gesprek stands among the others that are asked.
extension Deliberation {
  /// Says that an earlier number is still to be planned, and that one more than asked stands in the place of none.
  mutating func remarkPlace(of key: ItemKey, _ definition: GesprekDefinition, _ day: Day) {
    guard let occurrences = Occurrences(definition, traject, rulebook), occurrences.isNumbered,
      occurrences.choice?.period != .occasion
    else { return }
    guard let slot = occurrences.slot(key) else { return remarkExtra(key, occurrences, definition, day) }
    let unplanned = occurrences.slots.filter { other in
      other.isAsked && other.period == slot.period && other.key < key && isUnplanned(other.key)
    }.map(\.key.description)
    guard !unplanned.isEmpty else { return }
    remarks.append(
      Sentence.plainly(
        "let op: \(Sentence.list(unplanned, "en")) \(unplanned.count == 1 ? "is" : "zijn") nog niet gepland",
        "note: \(Sentence.list(unplanned, "and")) \(unplanned.count == 1 ? "is" : "are") not planned yet"))
  }

  private func isUnplanned(_ key: ItemKey) -> Bool {
    guard let record = traject.gesprekken[key.description] else { return true }
    return record.sessions.isEmpty && (record.planned == nil || record.cancelled != nil)
  }

  /// Says that a gesprek is one more than asked, and what to do where that was not meant.
  private mutating func remarkExtra(
    _ key: ItemKey, _ occurrences: Occurrences, _ definition: GesprekDefinition, _ day: Day
  ) {
    let open = occurrences.slots.filter(\.isAsked).map(\.key).sorted().map(\.description)
    let last = occurrences.periods.last?.last
    let isLate = last.map { $0 < day } ?? false
    let (title, until) = (definition.title, last ?? day)
    let after = Localized(
      nl: isLate
        ? "; \(day.longNL) ligt na \(until.longNL), de laatste dag waarop dit gesprek wordt gevraagd" : "",
      en: isLate
        ? "; \(day.longEN) lies after \(until.longEN), the last day on which this gesprek is asked" : "")
    let other = Localized(
      nl: open.isEmpty
        ? ""
        : "; gaat het om een gesprek dat wel wordt gevraagd, geef dan het nummer: \(Sentence.list(open, "of"))",
      en: open.isEmpty ? "" : "; if this is one that is asked, give its number: \(Sentence.list(open, "or"))")
    remarks.append(
      Sentence.plainly(
        "let op: \(key) is er een meer dan gevraagd van \(title.nl.lowercasedFirst)\(after.nl)\(other.nl)",
        "note: \(key) is one more than is asked of \(title.en.lowercasedFirst)\(after.en)\(other.en)"))
  }
}
