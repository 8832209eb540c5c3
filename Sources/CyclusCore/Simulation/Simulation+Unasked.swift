// What nobody asked and what happens all the same: pauses, worries, notes, changes of people.
extension Simulation {
  /// The days on which something unasked happens in a traject, whatever its state.
  func unaskedDays(_ traject: Traject, _ rulebook: Rulebook) -> [(key: SimulationSettings.Key, day: Day)] {
    let length = max(28, rulebook.timeline.weeks.count * 7)
    var days: [(SimulationSettings.Key, Day)] = []
    for key in Self.unaskedKeys where happens(key, traject) {
      var random = random(traject, "day/\(key.rawValue)")
      // More time is asked when the end comes near.
      let earliest = key == .extended ? length * 2 / 3 : 3
      days.append((key, workday(traject.from + random.number(earliest...length), rulebook)))
    }
    if let pause = traject.standingPause {
      var random = random(traject, "resume/\(pause.since)")
      let length = random.number(5...max(5, settings.count(.pauseDays)))
      days.append((.pauseDays, workday(pause.since + length, rulebook)))
    }
    return days
  }

  private static let unaskedKeys: [SimulationSettings.Key] = [
    .pause, .unsafe, .escalated, .waived, .snoozed, .noted, .handedOver, .standIn, .parameterSet,
    .otherSchool,
    .extended, .goal, .agreement, .corrected, .endedEarly,
  ]

  func unasked(_ standing: Standing, after last: Day, on today: Day) -> [Act] {
    let (traject, rulebook) = (standing.traject, standing.rulebook)
    var acts: [Act] = []
    if let ending = ending(traject, rulebook, on: today) { acts.append(ending) }
    if let passedOn = passedOn(traject, rulebook, on: today) { acts.append(passedOn) }
    acts += secondRound(standing, on: today)
    acts += claiming(standing, on: today)
    for (key, day) in unaskedDays(traject, rulebook) where day <= today && (day > last || key == .pauseDays) {
      var random = random(traject, "what/\(key.rawValue)")
      guard let (role, make) = unasked(key, standing, &random, on: today) else { continue }
      guard let person = traject.holder(of: role) else { continue }
      if key == .extended { acts += allowing(standing, on: today) }
      acts.append(
        Act(name: key.rawValue, actor: Actor(person: person, role: role), happened: today, command: make))
    }
    return acts
  }

  private typealias Made = (role: String, make: ((Surroundings) throws -> Command?)?)

  private func unasked(
    _ key: SimulationSettings.Key, _ standing: Standing, _ random: inout SeededRandom, on today: Day
  ) -> Made? {
    let (traject, rulebook) = (standing.traject, standing.rulebook)
    let workflow = rulebook.workflow
    switch key {
    case .pause:
      guard traject.standingPause == nil, let role = workflow.pauses?.by.first,
        let cause = random.one(of: PauseDefinition.Cause.allCases)
      else { return nil }
      return (role, { _ in .pause(from: today, cause: cause) })
    case .pauseDays: return workflow.pauses?.by.first.map { ($0, { _ in .resume }) }
    case .unsafe:
      guard let block = workflow.blocks.first(where: { !$0.setBy.isEmpty }),
        let role = random.one(of: block.setBy)
      else { return nil }
      return (role, { _ in .block(reason: block.id) })
    case .escalated: return escalating(traject, workflow, &random)
    case .waived, .snoozed: return leaving(key, standing, &random, on: today)
    case .noted:
      let text = random.prose(SimulatedProse.notes)
      return (workflow.leader, { .note(text: try $0.text(text)) })
    case .handedOver:
      let roles = workflow.roles.filter { $0.place != .student && $0.isRequired && $0.id != workflow.leader }
      guard let role = random.one(of: roles) else { return nil }
      let draw = random
      return (
        workflow.leader,
        { surroundings in
          var draw = draw
          return surroundings.colleague(role.id, &draw).map {
            .assign(role: role.id, person: $0, since: today)
          }
        }
      )
    case .standIn:
      guard let corner = workflow.corners.first(where: { !$0.standIns.isEmpty }),
        let role = corner.standIns.first
      else { return nil }
      return (workflow.leader, { _ in .standIn(corner: corner.id, role: role, since: today) })
    case .parameterSet:
      guard let change = change(standing, &random) else { return nil }
      return (workflow.leader, { _ in .set(parameter: change.parameter, value: change.value) })
    case .otherSchool:
      let draw = random
      return (
        workflow.leader,
        { surroundings in
          var draw = draw
          return surroundings.school(&draw).map { .setSchool($0) }
        }
      )
    case .extended:
      guard let role = workflow.extensions?.by.first,
        let end = traject.until ?? rulebook.timeline.weeks.last?.lastWorkingDay
      else { return nil }
      return (role, { _ in .extend(until: end + 28) })
    case .goal: return goal(traject, rulebook, &random)
    case .agreement:
      guard let role = workflow.agreements.map({ $0.by.first ?? workflow.leader }),
        let owner = workflow.roles.first(where: { $0.place == .student })
      else { return nil }
      let due = workday(today + 14, rulebook)
      let what = random.prose(SimulatedProse.agreements)
      let firstStep = random.prose(SimulatedProse.firstSteps)
      return (
        role,
        {
          .agree(
            Command.Agree(
              what: try $0.text(what), owner: owner.id, due: due, firstStep: try $0.text(firstStep)))
        }
      )
    case .corrected: return (workflow.leader, nil)
    case .endedEarly:
      guard let termination = workflow.termination, let role = termination.by.first,
        let reason = random.one(of: termination.alone)
      else { return nil }
      return (role, { _ in .terminate(reason: reason.id) })
    case .startWeeksBack, .forgotten, .late, .lateDays, .enteredLate, .planned, .cancelled, .missingCorner,
      .missingRecord, .insufficient, .notSeen, .rejected, .disputed, .agreed, .claimed, .otherParameter,
      .optionalRole,
      .leaderStudents, .mentorStudents, .schoolStudents:
      return nil
    }
  }

  /// A traject whose escalation permits ending it, is ended.
  private func ending(_ traject: Traject, _ rulebook: Rulebook, on today: Day) -> Act? {
    guard let role = rulebook.workflow.termination?.by.first, let person = traject.holder(of: role),
      let permitted = traject.escalations.last(where: { escalation in
        rulebook.workflow.route(escalation.route)?.outcomes.contains {
          $0.id == escalation.outcome && $0.effect == .permitsTermination
        } ?? false
      })
    else { return nil }
    return act("terminate", Actor(person: person, role: role), today) { _ in
      .terminate(reason: permitted.reason)
    }
  }

  /// An escalation that came by itself and was decided as its route names last, goes on in one that may end the traject.
  private func passedOn(_ traject: Traject, _ rulebook: Rulebook, on today: Day) -> Act? {
    let workflow = rulebook.workflow
    guard let last = traject.escalations.last, last.obligation != nil, let outcome = last.outcome,
      let known = workflow.route(last.route)?.outcomes, known.count > 1, known.last?.id == outcome,
      known.last?.effect == .resumes,
      let route = workflow.escalations.first(where: { route in
        route.byHand && !route.aboutOutcome && route.outcomes.contains { $0.effect == .permitsTermination }
      }), let person = traject.holder(of: workflow.leader)
    else { return nil }
    var random = random(traject, "passed-on/\(last.id)")
    let reason = random.one(of: route.reasons.filter { $0.sets == nil })?.id ?? route.id
    return act("passed-on/\(last.id)", Actor(person: person, role: workflow.leader), today) {
      .escalate(reason: reason, about: nil, why: try $0.text("na meerdere herinneringen nog steeds niets"))
    }
  }

  private func escalating(_ traject: Traject, _ workflow: Workflow, _ random: inout SeededRandom) -> Made? {
    let routes = workflow.escalations.filter { $0.byHand && $0.id != workflow.disputes?.route }
    guard let route = random.one(of: routes) else { return nil }
    let reason = random.one(of: route.reasons)?.id ?? route.id
    let about =
      route.aboutOutcome ? random.one(of: workflow.outcomes.filter { $0.kind == .summative })?.id : nil
    let roles = workflow.roles.filter { role in
      role.place != .student && role.id != route.to && traject.holder(of: role.id) != nil
    }
    guard let role = random.one(of: roles) else { return nil }
    return (
      role.id,
      {
        .escalate(
          reason: reason, about: about,
          why: try $0.text("twee keer met de student besproken, het verandert niet"))
      }
    )
  }

  /// The oldest obligation that is pressing and may be waived, is waived or left alone for a week.
  private func leaving(
    _ key: SimulationSettings.Key, _ standing: Standing, _ random: inout SeededRandom, on today: Day
  ) -> Made? {
    guard let waivers = standing.rulebook.workflow.waivers, let role = waivers.by.first else { return nil }
    let pressing = standing.obligations.filter {
      $0.isPressing(on: today) && $0.due != nil
        && ![.advanced, .decided, .confirmed, .lifted].contains($0.key.step)
    }.sorted { $0.key < $1.key }
    guard let obligation = random.one(of: pressing)?.key.description else { return nil }
    let until = today + 7
    let why = random.prose(key == .waived ? SimulatedProse.waived : SimulatedProse.snoozed)
    return key == .waived
      ? (role, { .waive(obligation: obligation, why: try $0.text(why)) })
      : (role, { .snooze(obligation: obligation, until: until, why: try $0.text(why)) })
  }

  private func goal(_ traject: Traject, _ rulebook: Rulebook, _ random: inout SeededRandom) -> Made? {
    guard let goals = rulebook.workflow.goals, let role = goals.by.first else { return nil }
    var codes: [String: String] = [:]
    for part in goals.parts {
      switch part.kind {
      case .prose: break
      case .outcome: codes[part.id] = random.one(of: traject.outcomes(rulebook))?.id
      case .oneOf(let values): codes[part.id] = random.one(of: values)
      }
    }
    var prose: [(id: String, text: String)] = []
    for part in goals.parts where part.kind == .prose {
      let sentences = SimulatedProse.goalParts[prose.count % SimulatedProse.goalParts.count]
      prose.append((part.id, random.prose(sentences)))
    }
    return (
      role,
      { [codes, prose] surroundings in
        var texts: [String: TextReference] = [:]
        for part in prose { texts[part.id] = try surroundings.text(part.text) }
        return .goal(prose: texts, codes: codes)
      }
    )
  }
}
