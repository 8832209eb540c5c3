// Planning where somebody has to, and what is done before a gesprek can close.
extension Simulation {
  /// A gesprek is planned for the day on which it will be held, or a week from now.
  func planned(
    _ obligation: Obligation, _ actor: Actor, _ traject: Traject, _ rulebook: Rulebook, on today: Day
  ) -> [Act] {
    let key = obligation.key.item
    guard let gesprek = rulebook.workflow.gesprek(key.id) else { return [] }
    var random = random(traject, "plan/\(key)")
    let held = traject.obligations(rulebook).first { $0.key == ObligationKey(key, .held) }
    let day = held.flatMap { self.day(of: $0, traject, rulebook) }.map { max($0, today) }
    let moment = LocalMoment(
      day: day ?? workday(today + 7, rulebook), minuteOfDay: 60 * random.number(8...16))
    let mode = random.one(of: gesprek.modes)
    return [
      act(obligation.key.description, actor, today) { _ in
        .plan(gesprek: key.description, at: moment, mode: mode)
      }
    ]
  }

  /// What was agreed before a gesprek is gone through, and something new agreed, where closing it asks that.
  func settling(
    before gesprek: ItemKey, _ values: [String: String], _ traject: Traject, _ rulebook: Rulebook,
    on today: Day
  ) -> [Act] {
    let workflow = rulebook.workflow
    guard let definition = workflow.gesprek(gesprek.id) else { return [] }
    var record = traject.gesprekken[gesprek.description] ?? Traject.GesprekRecord()
    record.record.merge(values) { _, new in new }
    let needs = definition.closeNeeds + definition.consequences(of: record).flatMap(\.needs)
    guard let role = workflow.agreements.map({ $0.by.first ?? workflow.leader }),
      let actor = traject.holder(of: role).map({ Actor(person: $0, role: role) })
    else { return [] }
    var acts: [Act] = []
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
              what: try $0.text("lesplan vooraf delen"), owner: role, due: due,
              firstStep: try $0.text("maandag, klas 2b")))
        })
    }
    return acts
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
