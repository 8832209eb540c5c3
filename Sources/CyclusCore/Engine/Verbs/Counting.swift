// Whether holding a gesprek counts: for its own number or period, and for that of another gesprek.
extension Deliberation {
  /// What recurs counts once everybody was there who has to be; until then its number stays open.
  ///
  /// - Returns: Whether it counts.
  mutating func countIfWhole(
    _ held: inout Decision.Entry, _ definition: GesprekDefinition, _ key: ItemKey
  ) -> Bool {
    let after = traject.applying([held])
    guard let occurrences = Occurrences(definition, traject, rulebook),
      let record = after.gesprekken[key.description]
    else { return true }
    remarkMode(record, of: definition, for: occurrences)
    guard occurrences.completed(record) == nil else { return true }
    held.meets = []
    remarks.append(
      occurrences.isWeekly
        ? Sentence.plainly(
          "vastgelegd, maar het telt nog niet voor deze week; er ontbreekt:",
          "recorded, but it does not count for this week yet; missing:")
        : Sentence.plainly(
          "vastgelegd als \(key), maar dat telt nog niet; er ontbreekt:",
          "recorded as \(key), but that does not count yet; missing:"))
    let with = occurrences.choice?.with ?? []
    // Where all have to be together, what others made good before says nothing of this session.
    let session = definition.isTogether ? record.sessions.last { $0.on == happened } : nil
    let counted = session.map { Traject.GesprekRecord(only: $0) } ?? record
    let absent =
      with.isEmpty
      ? Deliberation(after, rulebook, occasion, verb: verb).missingPresence(definition, counted).map(
        \.message)
      : occurrences.absent(with, from: counted).map {
        Sentence.absent(workflow.title(of: $0), 1, isTogether: definition.isTogether)
      }
    remarks += absent.map { Sentence.plainly("– \($0.nl)", "– \($0.en)") }
    return false
  }

  /// The numbers of other gesprekken for which this one counts, and what is met with it.
  mutating func countingElsewhere(
    _ definition: GesprekDefinition, _ key: ItemKey, _ held: Decision.Entry
  ) -> [LoggedEvent.Met] {
    let counting = workflow.gesprekken.filter { other in
      other.id != definition.id
        && other.each?.choices.contains { $0.counts.contains(definition.id) } ?? false
    }
    guard !counting.isEmpty, let record = traject.applying([held]).gesprekken[key.description] else {
      return []
    }
    let before = traject.gesprekken[key.description]
    var met: [ObligationKey] = []
    for other in counting {
      guard let occurrences = Occurrences(other, traject, rulebook),
        occurrences.choice?.counts.contains(definition.id) ?? false,
        occurrences.completed(record) != nil, before.flatMap({ occurrences.completed($0) }) == nil,
        let period = occurrences.period(on: happened)
      else { continue }
      remarkMode(record, of: definition, for: occurrences)
      let open = occurrences.slots.filter { $0.isAsked && $0.period == period }.map(\.key).sorted()
      guard let first = open.first else { continue }
      met.append(ObligationKey(first, .held))
      let rule = occurrences.choice?.citation.text ?? ""
      let cited = rule.isEmpty ? "" : " (\(rule))"
      remarks.append(
        Sentence.plainly("telt ook als \(first)\(cited)", "counts as \(first) as well\(cited)"))
    }
    return meets(met)
  }

  /// Where some have to be held in one way, it has to be known in which way this one was.
  private mutating func remarkMode(
    _ record: Traject.GesprekRecord, of gesprek: GesprekDefinition, for occurrences: Occurrences
  ) {
    guard let mode = occurrences.choice?.ofWhich?.mode, record.mode == nil,
      gesprek.modes.isEmpty || gesprek.modes.contains(mode)
    else { return }
    let how = Phrase.held(mode)
    remarks.append(
      Sentence.plainly(
        "let op: zonder --mode telt dit niet als \(how.nl)",
        "note: without --mode this does not count as \(how.en)"))
  }
}
