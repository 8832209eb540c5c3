// Planning where somebody has to, and what is done before a gesprek can close.
extension Simulation {
  /// A gesprek is planned for the day on which it would be held, but not more than four weeks from now.
  func planned(
    _ obligation: Obligation, _ actor: Actor, _ traject: Traject, _ rulebook: Rulebook, on today: Day
  ) -> [Act] {
    let key = obligation.key.item
    guard let gesprek = rulebook.workflow.gesprek(key.id) else { return [] }
    var random = random(traject, "plan/\(key)")
    let held = traject.obligations(rulebook).first { $0.key == ObligationKey(key, .held) }
    let latest = workday(today + random.number(7...28), rulebook)
    let day = held.flatMap { self.day(of: $0, traject, rulebook) }.map { max($0, today) }
    let moment = LocalMoment(day: min(day ?? latest, latest), minuteOfDay: 60 * random.number(8...16))
    let chosen = random.one(of: gesprek.modes)
    let mode = Occurrences(gesprek, traject, rulebook)?.slot(key)?.mode ?? chosen
    return [
      act(obligation.key.description, actor, today) { _ in
        .plan(gesprek: key.description, at: moment, mode: mode)
      }
    ]
  }

  /// The day on which a gesprek that somebody has to plan is held: the one for which it was planned, and where somebody
  /// was missing then, within two weeks after that.
  func plannedDay(_ obligation: Obligation, _ traject: Traject, _ rulebook: Rulebook) -> Day? {
    guard obligation.key.step == .held, rulebook.workflow.gesprek(obligation.key.item.id)?.planning != nil,
      let record = traject.gesprekken[obligation.key.item.description], record.cancelled == nil
    else { return nil }
    if let held = record.held.last {
      var random = random(traject, "again/\(obligation.key)")
      return workday(held + random.number(2...14), rulebook)
    }
    return record.planned.map { workday($0.day, rulebook) }
  }

  /// What was agreed before a gesprek is gone through, something new agreed, and claims decided, where closing it with
  /// what goes on record asks that.
  func settling(
    before gesprek: ItemKey, _ record: [String: String], _ traject: Traject, _ rulebook: Rulebook,
    on today: Day
  ) -> [Act] {
    let workflow = rulebook.workflow
    let needs = needs(of: gesprek, record, traject, workflow)
    var acts: [Act] = []
    if needs.contains(.claimsDecided) {
      acts += traject.claims(of: gesprek).filter(\.isOpen).flatMap {
        deciding($0.id, traject, rulebook, on: today)
      }
    }
    guard let role = workflow.agreements.map({ $0.by.first ?? workflow.leader }),
      let actor = traject.holder(of: role).map({ Actor(person: $0, role: role) })
    else { return acts }
    if needs.contains(.agreementsSettled) {
      acts += traject.unsettled(at: gesprek).map { agreement in
        act("settle/\(agreement.id)/\(gesprek)", actor, today) {
          .settle(
            Command.Settle(
              agreement: agreement.id, status: .done, why: try $0.text("samen bekeken"), needs: nil))
        }
      }
    }
    if needs.contains(.agreementMade), !traject.hasAgreement(since: gesprek) {
      let due = workday(today + 14, rulebook)
      acts.append(
        act("agree/\(gesprek)", actor, today) {
          .agree(
            Command.Agree(
              what: try $0.text("het plan vooraf delen"), owner: role, due: due,
              firstStep: try $0.text("maandag, aan het begin van de dag")))
        })
    }
    return acts
  }

  /// What closing a gesprek needs, always and by the values that stand or go on record.
  private func needs(
    of gesprek: ItemKey, _ record: [String: String], _ traject: Traject, _ workflow: Workflow
  ) -> [Requirement] {
    guard let definition = workflow.gesprek(gesprek.id) else { return [] }
    let known = traject.gesprekken[gesprek.description]
    return definition.closeNeeds
      + definition.record.flatMap { field in
        let value = record[field.id] ?? known?.value(of: field.id)
        return field.then.filter { $0.value == value }.flatMap(\.needs)
      }
  }

  /// What has run out is renewed first, where a task needs that it is valid.
  func renewing(before task: ItemKey, _ traject: Traject, _ rulebook: Rulebook, on today: Day) -> [Act] {
    let needs = rulebook.workflow.tasks.first { $0.id == task.id }?.needs ?? []
    return needs.filter { $0.step == .valid && !traject.isValid($0.item, on: today, rulebook) }.flatMap {
      need in
      let role = rulebook.workflow.document(need.item)?.by.first ?? rulebook.workflow.leader
      guard let person = traject.holder(of: role) else { return [Act]() }
      let until = max(traject.until ?? rulebook.timeline.end, today)
      return [
        act("renew/\(need.item)/\(task)", Actor(person: person, role: role), today) {
          .submit(
            Command.Submit(
              document: need.item, reference: try $0.text("verlengd, map \(traject.name)"), validUntil: until)
          )
        }
      ]
    }
  }
}
