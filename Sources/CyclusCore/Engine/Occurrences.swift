/// The occurrences of a gesprek that recurs: what is asked in each period, what counted, and what was more than asked.
///
/// A number belongs to its period for good: what was held or flagged keeps it, and what is still asked takes the numbers
/// that are free, in order.
struct Occurrences {
  /// One time that is asked, or that was held and stands in its place.
  struct Slot {
    /// The gesprek with its occurrence.
    var key: ItemKey
    /// Its period among the periods.
    var period: Int
    /// From which day.
    var opens: Day
    /// Its date, moved by the days on which the clock stood still, with the account of it.
    let dates: Reckoning
    /// The date by which it has to be held, with the account of it: that of the gesprek itself, where that has one,
    /// within its period.
    var terms: Reckoning
    /// Whether it was met.
    var isMet = false
    /// Whether it was waived.
    var isWaived = false
    /// Whether it is still asked.
    var isAsked = false
    /// Whether it arose because the others were not held in the way that is asked.
    var isMore = false
    /// The way in which it has to be held, where no other times are left for that.
    var mode: String?

    /// By which day.
    var due: Day { dates.day ?? opens }
    /// By which day it has to be held.
    var term: Day? { terms.day }

    init(_ key: ItemKey, period: Int, opens: Day, _ due: Reckoning) {
      self.key = key
      self.period = period
      self.opens = opens
      dates = due.day == nil ? Reckoning(opens, due.steps) : due
      terms = dates
    }
  }

  let definition: GesprekDefinition
  let choice: Recurrence.Choice?
  let periods: [Rulebook.Period]
  /// What is asked, in order.
  private(set) var slots: [Slot] = []
  let traject: Traject
  let rulebook: Rulebook
  /// The numbers that something is on record of, more than those that are asked.
  private(set) var extras: [Int] = []

  init?(_ definition: GesprekDefinition, _ traject: Traject, _ rulebook: Rulebook) {
    guard let each = definition.each else { return nil }
    self.definition = definition
    self.traject = traject
    self.rulebook = rulebook
    choice = each.choices.first { traject.holds($0.when, rulebook) }
    periods = choice.map { rulebook.periods(of: $0.period, traject) } ?? []
    if let choice, choice.isNumbered { layOut(choice) } else { name() }
    setTerms()
    ask()
  }

  /// The key of a number.
  func key(_ number: Int) -> ItemKey { ItemKey(definition.id, occurrence: String(number)) }

  /// The last day on which a key is meant by whoever names none: of an earlier period that one's last.
  func lastUnnamed(_ key: ItemKey) -> Day? {
    guard let slot = slot(key), slot.period < periods.count - 1 else { return nil }
    return periods[slot.period].last
  }

  /// The period in which a day lies; of what an event recorded the one that had begun by then.
  func period(on day: Day, event: Int? = nil) -> Int? {
    periods.lastIndex { $0.contains(day) }.map { begun(by: event, $0, on: day) }
  }

  /// Of a period that began on a day the one before it, for what an event of that day recorded before it began.
  func begun(by event: Int?, _ index: Int, on day: Day) -> Int {
    guard let event else { return index }
    var index = index
    while index > 0, periods[index].first == day, let began = periods[index].began, event < began {
      index -= 1
    }
    return index
  }

  /// The number that one more than asked gets.
  var next: Int { max(slots.compactMap { $0.key.number }.max() ?? 0, extras.max() ?? 0) + 1 }

  /// The slot with a key.
  func slot(_ key: ItemKey) -> Slot? { slots.first { $0.key == key.first } }

  /// Whether a number was met by another gesprek that counts, so that nothing is asked around it.
  func isTaken(_ slot: Slot) -> Bool {
    slot.isMet && traject.gesprekken[slot.key.description]?.sessions.isEmpty ?? true
  }

  /// The keys around which something may be asked: of what is asked, was held or is planned.
  var keys: [ItemKey] {
    let more = extras.map(key).filter { !(slots.map(\.key).contains($0)) }
    return slots.filter { slot in
      let record = traject.gesprekken[slot.key.description]
      return slot.isAsked || record?.sessions.isEmpty == false && !slot.isWaived
    }.map(\.key)
      + more.filter { key in
        let record = traject.gesprekken[key.description]
        return record.map { !$0.sessions.isEmpty || $0.cancelled == nil } ?? false
      }
  }

  /// The occurrences whose record is of a kind, in order.
  func recorded(_ isWanted: (Traject.GesprekRecord) -> Bool) -> [ItemKey] {
    let prefix = definition.id + "@"
    return traject.gesprekken.filter { $0.key.hasPrefix(prefix) && isWanted($0.value) }
      .compactMap { ItemKey($0.key) }.sorted()
  }

  // MARK: Laying out

  /// One for each period, named after it.
  private mutating func name() {
    for (index, period) in periods.enumerated() {
      let end = rulebook.end(of: period)
      let isWeekly = choice.map { $0.isWeekly } ?? true
      let due =
        isWeekly ? traject.staying(end, rulebook) : traject.moved(end, opens: period.first, rulebook)
      slots.append(
        Slot(ItemKey(definition.id, occurrence: period.name), period: index, opens: period.first, due))
    }
    extras = recorded
  }

  /// So many for each period, numbered over all of them.
  private mutating func layOut(_ choice: Recurrence.Choice) {
    let counts = periods.map { count(choice, $0) }
    var base: [Int: Int] = [:]
    for (index, count) in counts.enumerated() {
      for _ in 0..<count { base[base.count + 1] = index }
    }
    let known = Dictionary(uniqueKeysWithValues: recorded.map { ($0, home(of: $0, base[$0])) })
    var taken: Set<Int> = []
    for (index, count) in counts.enumerated() {
      var numbers = base.filter { $0.value == index && known[$0.key].map { $0 == index } ?? true }.map(\.key)
        .filter { !taken.contains($0) }.sorted()
      let own = known.filter { $0.value == index && base[$0.key] != index }.map(\.key).sorted()
      for number in own where numbers.count < count && !taken.contains(number) { numbers.append(number) }
      var free = 1
      while numbers.count < count {
        if known[free] == nil, !taken.contains(free), !numbers.contains(free) { numbers.append(free) }
        free += 1
      }
      taken.formUnion(numbers)
      for (part, number) in numbers.sorted().enumerated() {
        slots.append(slot(number, index, part: part, of: count, choice))
      }
    }
    extras = recorded.filter { !taken.contains($0) }
  }

  /// The numbers of which something is on record, sorted.
  private var recorded: [Int] {
    let prefix = definition.id + "@"
    var numbers: Set<Int> = []
    func add(_ text: String) {
      guard text.hasPrefix(prefix), let number = ItemKey(text)?.number else { return }
      numbers.insert(number)
    }
    for text in traject.gesprekken.keys { add(text) }
    for text in traject.settled.keys where text.hasSuffix(".held") { add(String(text.dropLast(5))) }
    for flag in traject.flags where flag.obligation.step == .held { add(flag.obligation.item.description) }
    for text in traject.waived.keys where text.hasSuffix(".held") { add(String(text.dropLast(5))) }
    return numbers.sorted()
  }

  /// How often something is asked in a period: where only a part of it lies in the placement, its share.
  private func count(_ choice: Recurrence.Choice, _ period: Rulebook.Period) -> Int {
    let whole: Int
    switch choice.atLeast {
    case nil: whole = 1
    case .number(let number): whole = number
    case .parameter(let id):
      // A period that was over when it was set anew keeps the number that held then.
      let value = traject.value(of: id, on: period.last) ?? rulebook.workflow.parameter(id)?.fallback
      whole = value.flatMap { Int($0) } ?? 1
    }
    let share = period.share < 1 ? Int((Double(whole) * period.share).rounded()) : whole
    return min(60, max(1, share))
  }

  private func slot(_ number: Int, _ index: Int, part: Int, of count: Int, _ choice: Recurrence.Choice)
    -> Slot
  {
    let period = periods[index]
    var end = rulebook.last(of: period)
    if let margin = choice.margin {
      end = end.back(margin: margin, rulebook.workingDays).atLeast(period.first, .period)
    }
    let last = end.day ?? period.last
    let length = last - period.first + 1
    let opens = choice.isSpread ? period.first + length * part / count : period.first
    if choice.isSpread {
      let day = period.first + max(1, length * (part + 1) / count) - 1
      end.go(
        to: day, .share(part + 1, of: count, in: period.first...last, from: last, to: day))
    }
    let due = end.rolledBack(rulebook.workingDays).atLeast(opens, choice.isSpread ? .opening : .period)
    return Slot(key(number), period: index, opens: opens, traject.moved(due, opens: opens, rulebook))
  }

  func moved(_ due: Day, from opens: Day) -> Day { traject.moved(due, opens: opens, rulebook) }

  /// Says by which day each has to be held; one of a single week lapses with that.
  private mutating func setTerms() {
    let isWeekly = choice?.isWeekly ?? true
    for index in slots.indices {
      if isWeekly { continue }
      let slot = slots[index]
      if let due = definition.due, !(choice?.isNumbered ?? false) {
        var context = traject.context(ofGesprek: slot.key, rulebook)
        context.slot = slot
        context.period = periods[slot.period]
        slots[index].terms = traject.due(of: due, opens: slot.opens, rulebook, context)
      }
      // What was not held in its period can still be made up: it stays overdue until then, or until it is waived.
      if let last = lastDay(of: slot) {
        slots[index].terms = slots[index].terms.atMost(last, .endOfPeriod)
      }
    }
  }

  /// The last day of the period of a slot, moved by the days on which the clock stood still; `nil` for the last period.
  func lastDay(of slot: Slot) -> Day? {
    guard slot.period < periods.count - 1 else { return nil }
    return max(slot.opens, traject.shifted(periods[slot.period].last, from: slot.opens, rulebook))
  }

  // MARK: Asking

  /// Says which of the slots are met, waived and still asked.
  private mutating func ask() {
    for index in slots.indices {
      let text = ObligationKey(slots[index].key, .held).description
      slots[index].isMet = traject.settled[text] != nil || wasRecommended(slots[index].key)
      slots[index].isWaived = !slots[index].isMet && traject.waived[text] != nil
    }
    guard let choice, choice.isNumbered else {
      for index in slots.indices { slots[index].isAsked = !slots[index].isMet && !slots[index].isWaived }
      return
    }
    let sessions = sessions(choice)
    for period in periods.indices { ask(in: period, sessions.filter { $0.period == period }, choice) }
  }

  /// Asks in a period what is still needed: the lowest numbers that are open, and more where the way of holding them lacks.
  private mutating func ask(in period: Int, _ sessions: [Session], _ choice: Recurrence.Choice) {
    let own = slots.indices.filter { slots[$0].period == period }
    let waived = own.count { slots[$0].isWaived }
    let others = extras.filter { self.period(ofExtra: $0) == period && isWaived($0) }.count
    let lacking = choice.ofWhich.map { share in
      max(0, share.atLeast - sessions.count { $0.isOfShare } - others)
    }
    let needed = max(own.count - sessions.count - waived, lacking ?? 0, 0)
    let mode = needed == lacking ? choice.ofWhich?.mode : nil
    for index in own.filter({ !slots[$0].isMet && !slots[$0].isWaived }).prefix(needed) {
      slots[index].isAsked = true
      slots[index].mode = mode
    }
    let open = own.count { slots[$0].isAsked }
    guard open < needed, let last = own.last else { return }
    // Numbers that arose before and were flagged, planned or held incompletely come back first.
    var known = extras.filter { arose($0, in: period) && !isWaived($0) && slot(key($0)) == nil }
    for _ in open..<needed {
      var more = slots[last]
      more.key = known.isEmpty ? key(next) : key(known.removeFirst())
      more.isMet = false
      more.isWaived = false
      more.isAsked = true
      more.isMore = true
      more.mode = mode
      slots.append(more)
    }
  }

  /// Whether a number that is not met yet is of a period; where nothing flagged it, also one that is planned after it.
  private func arose(_ number: Int, in period: Int) -> Bool {
    let held = ObligationKey(key(number), .held)
    guard traject.settled[held.description] == nil else { return false }
    guard let own = self.period(ofExtra: number) else { return true }
    return own == period || own > period && !traject.flags.contains { $0.obligation == held }
  }

  /// Whether it was held as it should be while it was recommended only, so that nothing was met yet.
  private func wasRecommended(_ key: ItemKey) -> Bool {
    guard definition.when != nil, choice?.isNumbered != true else { return false }
    return traject.gesprekken[key.description].flatMap { completed($0) } != nil
  }

  private func isWaived(_ number: Int) -> Bool {
    traject.waived[ObligationKey(key(number), .held).description] != nil
  }

  /// The period of one more than asked: where it was made up after its period, the one in which it was due.
  private func period(ofExtra number: Int) -> Int? {
    let held = ObligationKey(key(number), .held)
    let flag = traject.flags.first { $0.obligation == held }
    if (traject.settled[held.description]?.due ?? flag?.due) != nil { return home(of: number, nil) }
    let record = traject.gesprekken[held.item.description]
    let day = record?.held.first ?? record?.planned?.day ?? traject.waived[held.description]?.on
    return day.flatMap { period(on: $0, event: traject.settled[held.description]?.event) }
  }

  /// A time that counts for a period.
  private struct Session {
    var period: Int
    /// Whether it was held in the way that some of them have to be.
    var isOfShare: Bool
  }

  /// What counts: of the gesprek itself, and of those that count for it, each once everybody was there who has to be.
  private func sessions(_ choice: Recurrence.Choice) -> [Session] {
    var found: [Session] = []
    let ids = [definition.id] + choice.counts
    for (text, record) in traject.gesprekken where !record.sessions.isEmpty {
      guard let key = ItemKey(text), ids.contains(key.id), let day = completed(record, choice) else {
        continue
      }
      let isOwn = key.id == definition.id
      let own = isOwn ? slot(key)?.period ?? key.number.flatMap { period(ofExtra: $0) } : nil
      let event = traject.settled[ObligationKey(key, .held).description]?.event
      guard let period = own ?? period(on: day, event: event) else { continue }
      found.append(Session(period: period, isOfShare: isOfShare(record, choice)))
    }
    return found
  }

  /// The day on which everybody was there who has to be for a time to count; `nil` where somebody is still missing.
  func completed(_ record: Traject.GesprekRecord, _ choice: Recurrence.Choice? = nil) -> Day? {
    let with = (choice ?? self.choice)?.with ?? []
    var held = Traject.GesprekRecord()
    for session in record.sessions {
      held.sessions = definition.isTogether ? [session] : held.sessions + [session]
      if isWhole(held, with) { return session.on }
    }
    return nil
  }

  private func isWhole(_ held: Traject.GesprekRecord, _ with: [String]) -> Bool {
    Presence.isWhole(definition, held, with, traject, rulebook.workflow)
  }

  /// Whether everybody who has to be there was there in one session, held in the way that some of them have to be.
  private func isOfShare(_ record: Traject.GesprekRecord, _ choice: Recurrence.Choice) -> Bool {
    guard let share = choice.ofWhich else { return false }
    // A state of before told only how the gesprek was held, not each of its sessions.
    let known = record.sessions.allSatisfy { $0.mode == nil } ? record.mode : nil
    return record.sessions.contains { session in
      session.mode ?? known == share.mode && isWhole(Traject.GesprekRecord(only: session), choice.with)
    }
  }

  /// The roles of `with` of which nobody was there; where all have to be together, at the fullest session.
  func absent(_ with: [String], from record: Traject.GesprekRecord) -> [String] {
    func absent(_ record: Traject.GesprekRecord) -> [String] {
      with.filter { Presence.people([$0], record, traject).isEmpty }
    }
    guard definition.isTogether else { return absent(record) }
    return record.sessions.map { absent(Traject.GesprekRecord(only: $0)) }.min { $0.count < $1.count } ?? with
  }
}

extension ItemKey {
  /// The number of what is numbered, `3` of `bezoek@3`.
  var number: Int? {
    occurrence.flatMap { text in Int(text).flatMap { $0 > 0 && String($0) == text ? $0 : nil } }
  }
}

extension Recurrence.Choice {
  /// Whether it recurs in every week, so that it lapses with its week.
  var isWeekly: Bool { Recurrence([self]).isWeekly }
}
