// What there is in the block that a traject has come to: `at least 2 periodegesprek closed in this block`.
extension Traject {
  /// How much of what a requirement counts there is in this block.
  struct Tally {
    /// How much.
    var amount: Int
    /// On which day it became as much as was asked; `nil` where it is not, or where nothing but waivers made it so.
    var reached: Day?
  }

  /// The block that a traject has come to: that of the gesprek that was held last, of those that recur block by block, or of
  /// all where none does; the first one as long as none was held.
  ///
  /// In a phase that itself waits for none of these it is the last one held before that phase was entered. So it follows
  /// from what is on record, never from the day on which somebody looks: who leaves a phase a week late, with a gesprek of
  /// the next block held already, still leaves it on what was done in its own.
  func thisBlock(_ rulebook: Rulebook) -> TeachingTimeline.Block? {
    let all = rulebook.workflow.gesprekken
    let byBlock = all.filter { isByBlock($0, rulebook) }
    let counted = byBlock.isEmpty ? all : byBlock
    let isAsked =
      rulebook.workflow.phase(phase)?.leaveWhen.contains { need in
        counted.contains { $0.id == need.item }
      } ?? false
    let end = isAsked ? nil : entered.last?.on
    let held = counted.flatMap { times(of: $0, rulebook) }.filter { time in
      end.map { time.first <= $0 } ?? true
    }
    let last = held.max { ($0.last, $0.block) < ($1.last, $1.block) }
    let blocks = rulebook.timeline.blocks
    return blocks.isEmpty ? nil : blocks[min(last?.block ?? 0, blocks.count - 1)]
  }

  /// How much there is in this block of what a requirement counts.
  func tally(_ requirement: Requirement, _ rulebook: Rulebook) -> Tally {
    guard let block = thisBlock(rulebook), let least = requirement.inThisBlock else {
      return Tally(amount: 0)
    }
    if let counter = requirement.counter(in: rulebook.workflow) {
      let signed = signed(counter, in: block, rulebook)
      return Tally(amount: signed.amount, reached: signed.amount >= least ? signed.on : nil)
    }
    guard let gesprek = rulebook.workflow.gesprek(requirement.item) else { return Tally(amount: 0) }
    let index = block.number - 1
    let done = times(of: gesprek, rulebook).filter { $0.block == index }.compactMap { time in
      day(of: requirement.step, time, gesprek, rulebook).map { (key: time.key, on: $0) }
    }
    let others = excused(gesprek, requirement.step, index, rulebook).subtracting(done.map(\.key))
    let days = done.map(\.on).sorted()
    let needed = max(0, least - others.count)
    return Tally(
      amount: days.count + others.count,
      reached: (1...max(1, days.count)).contains(needed) && !days.isEmpty ? days[needed - 1] : nil)
  }

  /// Whether there is as much in this block as a requirement asks.
  func isReached(_ requirement: Requirement, _ rulebook: Rulebook) -> Bool {
    requirement.inThisBlock.map { tally(requirement, rulebook).amount >= $0 } ?? false
  }

  // MARK: Counting

  /// A time that a gesprek was held, with the block to which it belongs.
  private struct Time {
    var key: ItemKey
    var record: GesprekRecord
    var block: Int
    /// The day on which it was held first.
    var first: Day
    /// The day on which it was held last.
    var last: Day
  }

  private func isByBlock(_ gesprek: GesprekDefinition, _ rulebook: Rulebook) -> Bool {
    gesprek.each.map { each in each.choices.first { holds($0.when, rulebook) }?.period == .block } ?? false
  }

  /// Each time that a gesprek was held; a number belongs to its own block also where it was made up later.
  private func times(of gesprek: GesprekDefinition, _ rulebook: Rulebook) -> [Time] {
    let occurrences = isByBlock(gesprek, rulebook) ? Occurrences(gesprek, self, rulebook) : nil
    return gesprekken.compactMap { text, record in
      guard let key = ItemKey(text), key.id == gesprek.id, let first = record.held.first else { return nil }
      let block = occurrences?.slot(key)?.period ?? self.block(of: first, rulebook)
      return Time(key: key, record: record, block: block, first: first, last: record.held.last ?? first)
    }
  }

  /// The block that had begun last on a day; a break belongs to the block before it.
  private func block(of day: Day, _ rulebook: Rulebook) -> Int {
    rulebook.timeline.blocks.lastIndex { $0.first <= day } ?? 0
  }

  /// The day of the step that counts; being held counts once everybody was there who has to be.
  private func day(
    of step: Step, _ time: Time, _ gesprek: GesprekDefinition, _ rulebook: Rulebook
  ) -> Day? {
    if step == .closed { return time.record.closed }
    return Occurrences(gesprek, self, rulebook).map { $0.completed(time.record) } ?? time.record.held.first
  }

  /// What is asked no more without having been held: it was waived, or another gesprek counted for it.
  private func excused(
    _ gesprek: GesprekDefinition, _ step: Step, _ block: Int, _ rulebook: Rulebook
  ) -> Set<ItemKey> {
    guard let occurrences = Occurrences(gesprek, self, rulebook) else { return [] }
    let slots = occurrences.slots.filter { slot in
      let own = isByBlock(gesprek, rulebook) ? slot.period : self.block(of: slot.opens, rulebook)
      let isWaived = slot.isWaived || waived[ObligationKey(slot.key, step).description] != nil
      return own == block && (isWaived || occurrences.isTaken(slot))
    }
    return Set(slots.map(\.key))
  }
}

extension Traject {
  /// What a requirement lacks in this block, with who can do something about it; nothing where it is there.
  func notReached(_ requirement: Requirement, _ rulebook: Rulebook) -> [Refusal.Missing] {
    let workflow = rulebook.workflow
    guard let least = requirement.inThisBlock, !isReached(requirement, rulebook) else { return [] }
    let amount = tally(requirement, rulebook).amount
    let block = thisBlock(rulebook)?.name ?? ""
    if let counter = requirement.counter(in: workflow) {
      let document = counter.signedWith.flatMap { workflow.document($0) }
      let role = document?.signedBy.first
      let (nl, en) = (document?.title.nl ?? "", document?.title.en ?? "")
      return [
        Refusal.Missing(
          what: counter.title,
          message: Sentence.plainly(
            "in \(block) zijn \(amount) van de \(least) \(counter.unit.nl) ondertekend: tel met count wat er meer is, en laat het document ondertekenen met sign (\(nl))",
            "\(amount) of the \(least) \(counter.unit.en) are signed in \(block): add what there is more with count, and have the document signed with sign (\(en))"
          ), role: role, person: role.flatMap { holder(of: $0) }, rule: counter.citation)
      ]
    }
    let gesprek = workflow.gesprek(requirement.item)
    let (title, role) = (workflow.title(of: requirement.item), gesprek?.by.first)
    let done = requirement.step.participle
    return [
      Refusal.Missing(
        what: title,
        message: Sentence.plainly(
          "\(title.nl) is in \(block) \(amount) keer \(done.nl): ten minste \(least) keer wordt gevraagd",
          "\(title.en) has been \(done.en) \(amount) times in \(block): at least \(least) are asked"),
        role: role, person: role.flatMap { holder(of: $0) }, rule: gesprek?.citation ?? Citation())
    ]
  }
}

extension Requirement {
  /// The counter of which it asks what is signed in this block; `nil` for every other requirement.
  func counter(in workflow: Workflow) -> CounterDefinition? {
    inThisBlock != nil && step == .signed ? workflow.counter(item) : nil
  }
}
