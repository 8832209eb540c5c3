// What is done about what is asked.
extension Simulation {
  /// A gesprek is planned one or two weeks before it is held, and now and then cancelled.
  func planning(_ obligation: Obligation, _ traject: Traject, _ rulebook: Rulebook, on today: Day) -> [Act] {
    let key = obligation.key
    guard key.step == .held, key.item.occurrence == nil,
      rulebook.workflow.gesprek(key.item.id)?.planning == nil, happens(.planned, traject, key.description),
      let day = day(of: obligation, traject, rulebook), let actor = actor(obligation, traject)
    else { return [] }
    var random = random(traject, "plan/\(key)")
    let record = traject.gesprekken[key.item.description]
    guard let planned = record?.planned else {
      guard record?.cancelled == nil, today >= day - random.number(5...14), today < day else { return [] }
      let moment = LocalMoment(day: day, minuteOfDay: 60 * random.number(8...16))
      let mode = random.one(of: rulebook.workflow.gesprek(key.item.id)?.modes ?? [])
      return [
        act("plan/\(key)", actor, today) { _ in
          .plan(gesprek: key.item.description, at: moment, mode: mode)
        }
      ]
    }
    guard record?.cancelled == nil, planned.day - today <= 2, happens(.cancelled, traject, key.description)
    else { return [] }
    let why = random.prose(SimulatedProse.cancelled)
    return [
      act("cancel/\(key)", actor, today) {
        .cancel(gesprek: key.item.description, why: try $0.text(why))
      }
    ]
  }

  /// What somebody does about an obligation; steps that are new to the simulation are left alone.
  func acts(on obligation: Obligation, _ traject: Traject, _ rulebook: Rulebook, on today: Day) -> [Act] {
    let key = obligation.key
    let item = key.item.description
    guard let actor = actor(obligation, traject) else { return [] }
    var random = random(traject, "act/\(key)")
    func one(_ make: @escaping (Surroundings) throws -> Command?) -> [Act] {
      [act(key.description, actor, happened(obligation, traject, rulebook, on: today), make)]
    }
    switch key.step {
    case .planned: return planned(obligation, actor, traject, rulebook, on: today)
    case .held: return held(obligation, actor, traject, rulebook, on: today)
    case .attended:
      let gesprek = rulebook.workflow.gesprek(key.item.id)
      let all =
        gesprek?.isTogether == true
        ? gesprek.map { present($0, traject, rulebook, &random, on: today, isAgain: true) } : nil
      return one { _ in
        .held(
          Command.Held(gesprek: key.item.id, present: all ?? [Command.Present(role: obligation.role)]))
      }
    // Who waits for somebody who was missing does not try to close.
    case .closed where key.item.occurrence != nil && traject.state(ofGesprek: item, rulebook) == .incomplete:
      return []
    case .closed:
      let record = record(
        rulebook.workflow.gesprek(key.item.id), traject, rulebook, &random, today,
        besides: traject.gesprekken[key.item.description] ?? Traject.GesprekRecord())
      return settling(before: key.item, record, traject, rulebook, on: today)
        + one { _ in .close(gesprek: item, record: record) }
    case .submitted:
      let document = rulebook.workflow.document(key.item.id)
      return one { surroundings in
        var submit = Command.Submit(
          document: item, reference: try surroundings.text("map \(traject.name)"))
        for part in document?.parts ?? [] { submit.parts[part.id] = try surroundings.text(part.title.nl) }
        if document?.validity != nil { submit.validUntil = traject.until ?? rulebook.timeline.end }
        return .submit(submit)
      }
    case .signed:
      let document = rulebook.workflow.document(signedAs: key.item).description
      return one { _ in .sign(document: document) }
    case .approved:
      if key.item.round < 3, random.chance(settings[.rejected]) {
        let why = random.prose(SimulatedProse.rejected)
        return one { .reject(approval: item, why: try $0.text(why)) }
      }
      return one { _ in .approve(approval: item) }
    case .assessed, .feedback: return one { try self.judgement(key, traject, rulebook, $0) }
    case .confirmed:
      return dispute(key, actor, traject, rulebook, on: today) + one { _ in .confirm(subject: key.item.id) }
    case .done:
      return renewing(before: key.item, traject, rulebook, on: today) + one { _ in .done(obligation: item) }
    case .lifted: return one { .unblock(block: key.item.id, why: try $0.text("besproken en opgelost")) }
    case .consulted:
      guard let role = key.item.occurrence else { return [] }
      let isAbsent = random.chance(0.1)
      return one {
        .consult(
          escalation: key.item.id, role: role, isAbsent: isAbsent,
          why: isAbsent ? try $0.text("herhaald gebeld, niet bereikt") : nil)
      }
    case .proposed:
      return one {
        .propose(escalation: key.item.id, plan: try $0.text("rustiger opbouwen, elke week contact"))
      }
    case .decided where traject.claims.contains { $0.id == key.item.id }:
      return deciding(key.item.id, traject, rulebook, on: today)
    case .decided: return one { try self.decision(key, traject, rulebook, $0) }
    case .advanced: return one { _ in .advance(to: nil) }
    case .discussed, .agreed: return one { try self.dialogue(key, traject, rulebook, $0) }
    // Owed by nobody.
    case .valid, .made: return []
    case .settled:
      let settled = settled(&random)
      return one {
        .settle(
          Command.Settle(
            agreement: key.item.id, status: settled.status, why: try $0.text(settled.why),
            needs: try $0.text(settled.needs)))
      }
    case .moved: return []
    }
  }

  /// How an agreement ends: mostly it was done.
  private func settled(_ random: inout SeededRandom)
    -> (status: Traject.Agreement.Status, why: String, needs: String)
  {
    let status = random.one(of: [Traject.Agreement.Status.done, .done, .notDone, .dropped]) ?? .done
    let reasons =
      switch status {
      case .done: SimulatedProse.agreementsDone
      case .notDone: SimulatedProse.agreementsNotDone
      case .dropped: SimulatedProse.agreementsDropped
      }
    return (status, random.prose(reasons), random.prose(SimulatedProse.needs))
  }

  func act(_ name: String, _ actor: Actor, _ day: Day, _ make: @escaping (Surroundings) throws -> Command?)
    -> Act
  {
    Act(name: name, actor: actor, happened: day, command: make)
  }

  func actor(_ obligation: Obligation, _ traject: Traject) -> Actor? {
    (obligation.person ?? traject.holder(of: obligation.role)).map {
      Actor(person: $0, role: obligation.role)
    }
  }

  /// What was forgotten turns out, now and then, to have been done in time and to be entered late.
  private func happened(_ obligation: Obligation, _ traject: Traject, _ rulebook: Rulebook, on today: Day)
    -> Day
  {
    guard let due = obligation.due, let opens = obligation.opens, due < today, opens <= due,
      obligation.key.step == .held || obligation.key.step == .submitted,
      happens(.enteredLate, traject, obligation.key.description)
    else { return today }
    let day = rulebook.workingDays.onOrBefore(due)
    return day >= opens && workday(day, rulebook) == day ? day : today
  }

  private func held(
    _ obligation: Obligation, _ actor: Actor, _ traject: Traject, _ rulebook: Rulebook, on today: Day
  ) -> [Act] {
    let key = obligation.key
    // Of one that was closed nothing more is said, also where it came too late to count.
    guard let gesprek = rulebook.workflow.gesprek(key.item.id),
      traject.gesprekken[key.item.description]?.closed == nil
    else { return [] }
    var random = random(traject, "act/\(key)")
    let day = happened(obligation, traject, rulebook, on: today)
    let isAgain = traject.gesprekken[key.item.description]?.held.isEmpty == false
    let present = present(gesprek, traject, rulebook, &random, on: day, isAgain: isAgain)
    let chosen = random.one(of: gesprek.modes)
    let mode = Occurrences(gesprek, traject, rulebook)?.slot(key.item)?.mode ?? chosen
    let record = record(gesprek, traject, rulebook, &random, day)
    var acts = [
      act(key.description, actor, day) { _ in
        .held(Command.Held(gesprek: key.item.description, present: present, mode: mode, record: record))
      }
    ]
    guard let occurrences = Occurrences(gesprek, traject, rulebook) else { return acts }
    for counter in rulebook.workflow.counters {
      let amount =
        amountInBlock(of: counter, on: day, traject, rulebook)
        ?? amount(of: counter, in: key, occurrences, traject)
      guard amount > 0 else { continue }
      acts.append(
        act("count/\(counter.id)/\(key)", actor, day) { _ in .count(counter: counter.id, amount: amount) })
    }
    return acts
  }

  /// What is counted of what a phase asks by the block: what there was since the last time, so that some weeks before the
  /// end of the block there is somewhat more than that; `nil` where no phase asks it.
  private func amountInBlock(
    of counter: CounterDefinition, on day: Day, _ traject: Traject, _ rulebook: Rulebook
  ) -> Int? {
    let asked = rulebook.workflow.phases.flatMap(\.asks).filter {
      $0.counter(in: rulebook.workflow)?.id == counter.id
    }
    guard let least = asked.compactMap(\.inThisBlock).max(),
      let block = rulebook.timeline.block(containing: day)
    else { return nil }
    var random = random(traject, "count/\(counter.id)/b\(block.number)")
    let aim = random.number((least + least / 8)...(least + least / 4 + 1))
    let length = block.last - block.first + 1
    let counts = (traject.counts ?? []).filter {
      $0.counter == counter.id && block.first <= $0.on && $0.on <= block.last
    }
    let passed = min(length, day - block.first + 29)
    return aim * passed / length - counts.reduce(0) { $0 + $1.amount }
  }

  /// What is counted at a gesprek that recurs: what there was since the one before, towards a number that the traject
  /// reaches one before the last, between the least and the most that are expected.
  private func amount(
    of counter: CounterDefinition, in key: ObligationKey, _ occurrences: Occurrences, _ traject: Traject
  ) -> Int {
    var random = random(traject, "count/\(counter.id)")
    guard let most = counter.high ?? counter.low.map({ $0 * 5 / 4 }) else {
      var random = self.random(traject, "count/\(counter.id)/\(key)")
      return random.number(1...4)
    }
    let least = counter.low.map { min(most, $0 + max(1, (most - $0) / 4)) } ?? most * 3 / 5
    let aim = random.number(least...max(least, most))
    let count = max(1, occurrences.slots.count)
    guard let index = occurrences.slots.firstIndex(where: { $0.key == key.item.first }) else { return 0 }
    let passed = min(count, index + 2)
    // Who was away for weeks does not make up for all of them at once.
    return min(aim * passed / count - traject.counters[counter.id, default: 0], 1 + 3 * aim / count)
  }

  /// One person for each corner and role that is asked; now and then somebody is missing.
  private func present(
    _ gesprek: GesprekDefinition, _ traject: Traject, _ rulebook: Rulebook, _ random: inout SeededRandom,
    on day: Day, isAgain: Bool
  ) -> [Command.Present] {
    var present: [Command.Present] = []
    for presence in gesprek.present {
      switch presence {
      case .role(let role, let count):
        present += Array(repeating: Command.Present(role: role), count: max(1, count))
      case .corner(let id):
        let roles = rulebook.workflow.corner(id)?.roles ?? []
        let role = roles.first { !traject.holders(of: $0, on: day).isEmpty }
        if let role { present.append(Command.Present(role: role)) }
      }
    }
    if present.count > 2, random.chance(settings[.missingCorner]), !isAgain { present.removeLast() }
    return present
  }

  /// What goes on record.
  ///
  /// Something may be left out, up to the moment that the gesprek is closed; a value that was chosen by then stands.
  private func record(
    _ gesprek: GesprekDefinition?, _ traject: Traject, _ rulebook: Rulebook, _ random: inout SeededRandom,
    _ day: Day, besides known: Traject.GesprekRecord? = nil
  ) -> [String: String] {
    var record: [String: String] = [:]
    for field in gesprek?.record ?? [] where known != nil || !random.chance(settings[.missingRecord]) {
      switch field.kind {
      case .yes: record[field.id] = "ja"
      case .yesNo: record[field.id] = random.chance(0.7) ? "ja" : "nee"
      case .date: record[field.id] = day.description
      case .eachOutcome: record[field.id] = "alle"
      case .oneOf(let values):
        let isChosen = known.map { $0.value(of: field.id) != nil } ?? false
        if !isChosen { record[field.id] = random.one(of: values) }
      case .someOf(let name):
        record[field.id] = rulebook.workflow.parameter(name).flatMap {
          random.one(of: traject.values(of: $0))
        }
      }
    }
    return record
  }
}
