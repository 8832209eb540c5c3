// Which occurrence of a gesprek a command means.
extension Deliberation {
  /// What is done with a gesprek, as that decides which of its occurrences is meant where nobody says so.
  enum Act {
    case plan, cancel, held, close, assess
  }

  /// The gesprek that a name on the command line means, and which occurrence of it.
  mutating func gesprek(_ name: String, on day: Day, to act: Act) throws(Refusal) -> (
    GesprekDefinition, ItemKey
  ) {
    let what = Localized(nl: "gesprek", en: "gesprek")
    guard let key = ItemKey(name), let definition = workflow.gesprek(key.id) else {
      throw refusal(what, Sentence.unknown(what, name, workflow.gesprekken.map(\.id)))
    }
    let current = traject.current(key.id)
    guard key.round == 1 || key.round == current.round else {
      throw refusal(
        what,
        current.round == 1
          ? Sentence.plainly(
            "\(key.id) is één keer gevraagd: laat «#\(key.round)» weg",
            "\(key.id) was asked once: leave “#\(key.round)” out")
          : Sentence.notAsked(name, now: current))
    }
    guard let occurrences = Occurrences(definition, traject, rulebook) else {
      guard key.occurrence == nil else {
        throw refusal(
          what,
          Sentence.plainly(
            "\(key.id) komt één keer voor: laat «@\(key.occurrence ?? "")» weg",
            "\(key.id) occurs once: leave “@\(key.occurrence ?? "")” out"))
      }
      return (definition, current)
    }
    if key.occurrence != nil {
      if !(occasion.isReplay && key.number != nil), let fault = occurrences.fault(of: key, rulebook) {
        throw refusal(what, fault)
      }
      if act == .plan || act == .held { lackTaken(key, occurrences) }
      return (definition, key)
    }
    if occurrences.isWeekly { return (definition, inItsWeek(occurrences, day)) }
    switch act {
    case .cancel:
      let planned = occurrences.recorded { $0.planned != nil && $0.cancelled == nil && $0.sessions.isEmpty }
      return (definition, named(planned, of: occurrences, day))
    case .close:
      return (
        definition,
        named(occurrences.recorded { !$0.sessions.isEmpty && $0.closed == nil }, of: occurrences, day)
      )
    case .assess:
      let held = occurrences.recorded { $0.held.first.map { $0 <= day } ?? false }
      let last = held.last { traject.gesprekken[$0.description]?.held.contains(day) ?? false } ?? held.last
      return (definition, last ?? named([], of: occurrences, day))
    case .plan, .held:
      let key = asked(occurrences, day, act)
      remarkEarlier(than: key, occurrences, day)
      return (definition, key)
    }
  }

  /// Of a weekly gesprek the one of the week; beyond that the one planned for that week, else the next number.
  private mutating func inItsWeek(_ occurrences: Occurrences, _ day: Day) -> ItemKey {
    if let week = rulebook.timeline.week(containing: day), occurrences.weeks(rulebook).contains(week.number) {
      let number = occurrences.choice?.firstWeek(with: week.number) ?? week.number
      let key = ItemKey(occurrences.definition.id, occurrence: "w\(number)")
      let counts = traject.settled[ObligationKey(key, .held).description] != nil
      if !counts { return key }
    }
    return taken(toMean: occurrences.planned(inWeekOf: day) ?? occurrences.key(occurrences.next))
  }

  /// The first of some occurrences, which is named where there are more; without any the one that is asked.
  private mutating func named(_ keys: [ItemKey], of occurrences: Occurrences, _ day: Day) -> ItemKey {
    guard let first = keys.first else {
      return occurrences.open(on: day).first ?? occurrences.slots.last?.key
        ?? occurrences.key(occurrences.next)
    }
    return keys.count > 1 ? taken(toMean: first) : first
  }

  /// The occurrence that is asked on a day: one that is incomplete, else the first that is open, else one more.
  private mutating func asked(_ occurrences: Occurrences, _ day: Day, _ act: Act) -> ItemKey {
    let incomplete = occurrences.recorded { record in
      !record.sessions.isEmpty && record.closed == nil && occurrences.completed(record) == nil
    }.filter { traject.waived[ObligationKey($0, .held).description] == nil }
    if let first = incomplete.first {
      remarks.append(
        Sentence.plainly(
          "opgevat als \(first): daar ontbrak nog iemand; was dit een ander gesprek, geef dan zijn nummer",
          "taken to mean \(first): somebody was still missing there; if this was another one, give its number"
        ))
      return first
    }
    let open = occurrences.open(on: day)
    let planned = open.first {
      let record = traject.gesprekken[$0.description]
      return record?.planned?.day == day && record?.cancelled == nil
    }
    if let key = (act == .held ? planned : nil) ?? open.first {
      return occurrences.slots.count(where: \.isAsked) > 1 ? taken(toMean: key) : key
    }
    let extra = occurrences.planned(inWeekOf: day) ?? occurrences.key(occurrences.next)
    return occurrences.choice?.period == .occasion ? extra : taken(toMean: extra)
  }

  private mutating func taken(toMean key: ItemKey) -> ItemKey {
    remarks.append(Sentence.plainly("opgevat als \(key)", "taken to mean \(key)"))
    return key
  }

  /// What is overdue of an earlier period is not meant by whoever names no number: stderr says that it can be made up.
  private mutating func remarkEarlier(than key: ItemKey, _ occurrences: Occurrences, _ day: Day) {
    guard let period = occurrences.slot(key)?.period ?? occurrences.period(on: day) else { return }
    let earlier = occurrences.slots.filter { $0.isAsked && $0.period < period }.map(\.key.description)
    guard !earlier.isEmpty else { return }
    let isOne = earlier.count == 1
    remarks.append(
      Sentence.plainly(
        "let op: uit een eerdere periode \(isOne ? "is" : "zijn") \(Sentence.list(earlier, "en")) nog niet gehouden; haalt dit gesprek dat in, geef dan dat nummer",
        "note: of an earlier period \(Sentence.list(earlier, "and")) \(isOne ? "was" : "were") not held yet; if this makes one up, give that number"
      ))
  }

  /// A number that another gesprek met is not held as well.
  private mutating func lackTaken(_ key: ItemKey, _ occurrences: Occurrences) {
    guard let slot = occurrences.slot(key), occurrences.isTaken(slot) else { return }
    let by = traject.gesprekken.filter { text, record in
      ItemKey(text)?.id != key.id
        && record.sessions.last?.on == traject.settled[ObligationKey(key, .held).description]?.on
    }.keys.min()
    lack(
      occurrences.definition.title,
      Sentence.plainly(
        "\(key) telt al\(by.map { " door \($0)" } ?? ""): laat «@\(key.occurrence ?? "")» weg, dan krijgt dit gesprek een ander nummer",
        "\(key) counts already\(by.map { " by \($0)" } ?? ""): leave “@\(key.occurrence ?? "")” out, then this one gets another number"
      ), rule: occurrences.definition.citation)
  }

  /// A talk counts for its own period: another week has gone, and a later period has yet to come.
  mutating func check(_ day: Day, liesIn key: ItemKey, _ definition: GesprekDefinition) {
    guard let occurrence = key.occurrence, let each = definition.each else { return }
    guard each.isWeekly else {
      guard let occurrences = Occurrences(definition, traject, rulebook), let slot = occurrences.slot(key),
        day < occurrences.periods[slot.period].first
      else { return }
      let first = occurrences.periods[slot.period].first
      lack(
        definition.title,
        Sentence.plainly(
          "\(key) wordt pas vanaf \(first.longNL) gevraagd: geef een latere dag, of laat «@\(occurrence)» weg",
          "\(key) is only asked from \(first.longEN) on: give a later day, or leave “@\(occurrence)” out"),
        rule: definition.citation)
      return
    }
    let choice = Occurrences(definition, traject, rulebook)?.choice
    let weeks = rulebook.timeline.weeks.filter {
      "w\(choice?.firstWeek(with: $0.number) ?? $0.number)" == occurrence
    }
    guard let first = weeks.first, let last = weeks.last, day < first.monday || day > last.monday + 6
    else { return }
    let numbers =
      first.number == last.number
      ? Localized("week \(first.number)")
      : Localized(
        nl: "week \(first.number) tot en met \(last.number)", en: "week \(first.number) to \(last.number)")
    lack(
      definition.title,
      Sentence.plainly(
        "\(day.longNL) valt niet in \(numbers.nl) (\(first.monday.longNL) tot en met \((last.monday + 6).longNL)): geef de dag waarop het was, of laat «@\(occurrence)» weg",
        "\(day.longEN) does not lie in \(numbers.en) (\(first.monday.longEN) to \((last.monday + 6).longEN)): give the day on which it was, or leave “@\(occurrence)” out"
      ), rule: definition.citation)
  }
}

extension Occurrences {
  /// Whether it recurs every week.
  var isWeekly: Bool { choice?.isWeekly ?? definition.each?.isWeekly ?? false }

  /// The numbers of the teaching weeks in which it recurs.
  fileprivate func weeks(_ rulebook: Rulebook) -> ClosedRange<Int> {
    if case .weeks(let first, let last) = choice?.period { return first...max(first, last) }
    return 1...max(1, rulebook.timeline.weeks.count)
  }

  /// What is open in the period of a day, in order.
  fileprivate func open(on day: Day) -> [ItemKey] {
    guard let period = period(on: day) else { return [] }
    return slots.filter { $0.isAsked && $0.period == period }.map(\.key).sorted()
  }

  /// The one more than asked that is planned in the week of a day and was not held.
  fileprivate func planned(inWeekOf day: Day) -> ItemKey? {
    recorded { record in
      record.planned?.day.monday == day.monday && record.sessions.isEmpty && record.cancelled == nil
    }.first { key in key.number.map(extras.contains) ?? false }
  }

  /// The stretch of weeks in which a week lies that names none, `leerkring@w7` for `leerkring@w8`.
  private func stretch(meantBy key: ItemKey, _ weeks: ClosedRange<Int>) -> ItemKey {
    let named = key.occurrence.flatMap { $0.hasPrefix("w") ? Int($0.dropFirst()) : nil }
    let week = min(max(named ?? weeks.lowerBound, weeks.lowerBound), weeks.upperBound)
    return ItemKey(key.id, occurrence: "w\(choice?.firstWeek(with: week) ?? week)")
  }

  /// Why there is no such occurrence; `nil` where there is.
  fileprivate func fault(of key: ItemKey, _ rulebook: Rulebook) -> Localized? {
    let number = key.number
    if let number, extras.contains(number) || number == next { return nil }
    if isWeekly {
      let weeks = weeks(rulebook)
      let isWeek = rulebook.timeline.weeks.contains {
        "w\($0.number)" == key.occurrence && weeks.contains($0.number)
          && choice?.firstWeek(with: $0.number) ?? $0.number == $0.number
      }
      let isExtra = number.map { $0 < next } ?? false
      if isWeek || isExtra { return nil }
      if let choice, choice.weeksAtOnce > 1 {
        return Sentence.noSuchStretch(
          key.description, choice.weeksAtOnce, meant: stretch(meantBy: key, weeks))
      }
      return Sentence.noSuchOccurrence(key.description, weeks.lowerBound, weeks.upperBound)
    }
    if slot(key) != nil { return nil }
    let known = slots.map(\.key).sorted().map(\.description) + extras.map { self.key($0).description }
    let (all, more) = (known.joined(separator: ", "), self.key(next))
    return Localized(
      nl: "«\(key)» bestaat niet: "
        + (known.isEmpty ? "" : "dit traject heeft \(all); ") + "één meer is \(more)",
      en: "“\(key)” does not exist: " + (known.isEmpty ? "" : "this traject has \(all); ")
        + "one more is \(more)")
  }
}
