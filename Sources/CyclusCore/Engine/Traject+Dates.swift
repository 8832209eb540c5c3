// Where a deadline counts from, and where it ends up.
extension Traject {
  /// The item to which a phrase of a definition applies: its gesprek or unit, where it has one.
  struct Context {
    var gesprek: ItemKey?
    var unit: String?
    /// When its gesprek is asked, where that recurs.
    var slot: Occurrences.Slot?
    /// The period in which it recurs.
    var period: Rulebook.Period?
    /// The day from which it is asked again, in a later round.
    var askedAgain: Day?
    /// The day that stands for its teaching week, in a later round and where the end of the traject was moved.
    var lastDay: Reckoning?
    /// Whether its gesprek is one of several: what is prepared for it follows it wherever it was held.
    var followsGesprek = false
    /// Whether a day of the timeline that still lies ahead is kept in a later round: not after an extension.
    var keepsTimeline = false
  }

  /// The gesprek that a phrase points at; one that recurs is that of the context, where the item belongs to it.
  func gesprek(_ reference: GesprekReference, _ context: Context) -> ItemKey? {
    switch reference {
    case .named(let id): context.gesprek?.id == id ? context.gesprek : ItemKey(id)
    case .its: context.gesprek
    }
  }

  /// The day on which a step was taken; of several occurrences that of the context, else the last.
  ///
  /// A document counts from its first handing in, in the round that is asked now: a later version moves no deadline.
  func day(of requirement: Requirement, _ context: Context, _ rulebook: Rulebook) -> Day? {
    switch requirement.step {
    case .planned:
      let own = context.gesprek.flatMap { gesprek in
        requirement.item == "gesprek" || requirement.item == gesprek.id ? gesprek : nil
      }
      return dayOfPlanning(own ?? ItemKey(requirement.item))
    case .held, .closed:
      // `gesprek` is the one to which the item belongs.
      let isOwn = requirement.item == "gesprek" || requirement.item == context.gesprek?.id
      return isOwn
        ? context.gesprek.flatMap { day(of: requirement.step, ofGesprek: $0, rulebook) }
        : lastDay(of: requirement, rulebook)
    case .submitted:
      let key = documentKey(requirement.item, context)
      let record = self.record(ofDocument: key)
      return record.submissions.filter { $0.round == record.round }.map(\.on).min()
    case .approved: return approvals[requirement.item]?.granted
    case .moved: return endMoved
    // Whether it is valid depends on the day in question, see `isValid`.
    case .valid, .made: return nil
    case .confirmed:
      let subject =
        ["unit", "outcome", "result"].contains(requirement.item) ? context.unit : requirement.item
      return subject.flatMap { confirmation(of: $0)?.on }
    case .done, .signed, .assessed, .feedback, .lifted, .consulted, .proposed, .decided, .advanced, .attended,
      .discussed, .agreed, .settled:
      var last: Day?
      for (text, settlement) in settled where text.hasPrefix(requirement.item) {
        guard let key = ObligationKey(text), key.step == requirement.step, key.item.id == requirement.item,
          isCurrent(key),
          context.gesprek.map({ key.item.isAround($0) }) ?? true
        else { continue }
        last = max(last ?? settlement.on, settlement.on)
      }
      return last
    }
  }

  /// The day from which a document that was handed in counts: not before it is asked, however early it came (GEN-09).
  ///
  /// `nil` where it was not handed in, or where what it waits for has not happened.
  func effect(ofDocument id: String, _ rulebook: Rulebook, _ context: Context = Context()) -> Day? {
    guard let definition = rulebook.workflow.document(id),
      let submitted = givenUntil(definition).map({ _ in from })
        ?? day(of: Requirement(id, .submitted), context, rulebook)
    else { return nil }
    let key = documentKey(id, context)
    if record(ofDocument: key).round > round(of: id, key.occurrence) { return submitted }
    let own = self.context(
      id, key.occurrence, gesprek: context.gesprek ?? definition.belongsTo.map { ItemKey($0) },
      unit: context.unit, rulebook)
    return day(of: definition.opens, rulebook, own).map { max($0, submitted) }
  }

  /// The day on which an item opens; `nil` while that depends on what has not happened.
  func day(of opening: Opening, _ rulebook: Rulebook, _ context: Context = Context()) -> Day? {
    switch opening {
    case .start: context.askedAgain ?? from
    case .week(let number): context.askedAgain ?? rulebook.timeline.week(number)?.monday
    case .with(let reference):
      gesprek(reference, context).flatMap { self.opening(ofGesprek: $0, rulebook, context) }
    case .phase(let phase): entered(phase)
    case .after(let requirement):
      requirement.step == .submitted
        ? effect(ofDocument: requirement.item, rulebook, context) : day(of: requirement, context, rulebook)
    case .set:
      context.askedAgain.flatMap { again in given(opening.parameters, rulebook).map { max($0, again) } }
        ?? given(opening.parameters, rulebook)
    case .itsWeek, .startOfItsPeriod: context.period?.first
    case .without(let requirement, let document):
      day(of: requirement, context, rulebook).flatMap { isValid(document, on: $0, rulebook) ? nil : $0 }
    case .runsOut(let document): dayOfRunningOut(document, rulebook, context)
    case .withResult(let requirement, let field, let value):
      day(of: requirement, context, rulebook).flatMap {
        hasResult(value, field, context.gesprek, rulebook) ? $0 : nil
      }
    }
  }

  /// The first day on which one of some parameters was given; a `no` gives nothing.
  private func given(_ names: [String], _ rulebook: Rulebook) -> Day? {
    names.compactMap { name in
      guard let value = parameters[name] else { return nil }
      let isNo = rulebook.workflow.parameter(name)?.kind == .yesNo && value == "no"
      return isNo ? nil : parametersSet[name] ?? from
    }.min()
  }

  /// The day from which a gesprek is asked.
  func opening(ofGesprek key: ItemKey, _ rulebook: Rulebook, _ context: Context) -> Day? {
    if key.occurrence != nil {
      if let slot = slot(key, rulebook, context) {
        return min(slot.opens, record(ofGesprek: key)?.held.first ?? slot.opens)
      }
      // One more than was asked is prepared from when it was planned, which nobody knows; once held, from that day.
      return record(ofGesprek: key).flatMap { $0.planned == nil ? $0.held.first : from }
    }
    return rulebook.workflow.gesprek(key.id).flatMap {
      day(of: $0.opens, rulebook, self.context(ofGesprek: key, rulebook))
    }
  }

  /// When an occurrence of a gesprek that recurs is asked; `nil` for one more than that.
  func slot(_ key: ItemKey, _ rulebook: Rulebook, _ context: Context) -> Occurrences.Slot? {
    if let slot = context.slot, slot.key == key { return slot }
    return rulebook.workflow.gesprek(key.id).flatMap { Occurrences($0, self, rulebook) }?.slot(key)
  }
}
