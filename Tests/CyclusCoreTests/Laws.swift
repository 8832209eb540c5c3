import Foundation

@testable import CyclusCore

/// What holds of every history, each law as a sentence that names what breaks it.
struct Laws {
  let history: Scenario
  private(set) var broken: [String] = []

  private init(_ history: Scenario) { self.history = history }

  /// What a history breaks; empty where every law holds.
  static func broken(by history: Scenario) -> [String] {
    var laws = Laws(history)
    laws.stateIsValid()
    laws.replayGivesTheState()
    laws.everyEventReadsBack()
    laws.advancingIsRefusedExactlyWhereSomethingStandsInTheWay()
    laws.theOrderInWhichAStateIsKeptSaysNothing()
    laws.accountsOfDatesAddUp()
    return laws.broken
  }

  /// What the state of a history breaks, as it is after one more act.
  static func brokenByState(of history: Scenario) -> [String] {
    var laws = Laws(history)
    laws.stateIsValid()
    return laws.broken
  }

  /// What the adoption of another calendar breaks: it makes nobody late, and its event tells what it did.
  static func broken(byAdopting before: Scenario, _ after: Scenario, on day: Day) -> [String] {
    guard before.log.count < after.log.count, case .calendarAdopted(let adopted) = after.log.last?.event
    else {
      return []
    }
    var laws = Laws(after)
    let old = before.state.obligations(before.rulebook)
    let had = Dictionary(old.map { ($0.key, $0) }) { first, _ in first }
    let told = Dictionary(adopted.moved.map { ($0.obligation, $0) }) { first, _ in first }
    for now in after.state.obligations(after.rulebook) {
      let was = had[now.key]
      guard now.isAsked else {
        laws.hold(was.map { $0.due == now.due } ?? true, "\(now.key) was done or waived, and keeps its date")
        continue
      }
      if let due = now.due {
        laws.hold(
          min(was?.due ?? day, day) <= due,
          "\(now.key) does not go from \(was?.due?.description ?? "–") to \(due), before \(day)")
      }
      if now.isSuspended { continue }
      laws.hold(
        told[now.key].map { $0.from == was?.due && $0.to == now.due } ?? (was?.due == now.due),
        "the event tells of \(now.key) what became of it")
    }
    return laws.broken
  }

  mutating func hold(_ holds: Bool, _ law: @autoclosure () -> String) {
    if !holds { broken.append(law()) }
  }

  private mutating func replayGivesTheState() {
    let replayed = try? EffectiveLog.replay(history.log, workflow: history.rules)
    hold(replayed == history.state, "a replay of the log gives the state")
    let snapshot = (try? JSONEncoder().encode(history.state)).flatMap {
      try? JSONDecoder().decode(Traject.self, from: $0)
    }
    hold(snapshot == history.state, "a snapshot reads back as the state")
  }

  private mutating func everyEventReadsBack() {
    for logged in history.log {
      let event = logged.event
      hold(
        (try? Event(type: event.type, data: event.data)) == event, "\(logged.seq) \(event.type) reads back")
      let text = JSONValue.object(event.data).canonical
      let parsed = (try? JSONParser.parse(text))?.members
      let again = parsed.flatMap { try? Event(type: event.type, data: $0) }
      hold(
        again.map { JSONValue.object($0.data).canonical } == text,
        "\(logged.seq) \(event.type) reads back from its text")
      for met in logged.meets {
        hold(ObligationKey(met.key.description) == met.key, "the key \(met.key) reads back")
      }
    }
  }

  private mutating func stateIsValid() {
    let state = history.state
    hold(state.phase == state.entered.last?.phase, "the phase is the one entered last")
    hold(
      state.entered.map(\.on) == state.entered.map(\.on).sorted(), "phases are entered in the order of time")
    let again = history.rules.extensions?.again ?? []
    for (before, after) in zip(state.entered, state.entered.dropFirst()) {
      // Each phase follows on the one before it, but for one that is entered again by an extension.
      let isNext = history.rules.phase(before.phase)?.waysOut.contains { $0.to == after.phase } ?? false
      let isAgain = again.contains(before.phase) && after.phase == again.first
      hold(isNext || isAgain, "\(before.phase) is not followed by \(after.phase)")
    }
    factsHaveTheirDays()
    obligationsAreSound()
    if history.rules == Scenario.workflow { resultsFollow() }
    hold(
      Set(state.escalations.map(\.id)).count == state.escalations.count, "an escalation has its own number")
    let students = state.assignments.count { history.rules.role($0.role)?.place == .student }
    hold(students == 1, "there is one student")
  }

  private mutating func factsHaveTheirDays() {
    let state = history.state
    var firstMet: [String: Day] = [:]
    for logged in (try? EffectiveLog.events(history.log)) ?? [] {
      for met in logged.meets.map(\.key.description) {
        firstMet[met] = min(firstMet[met] ?? logged.happened, logged.happened)
      }
    }
    hold(
      state.settled.mapValues(\.on) == firstMet, "what was met was met on the first day on which it was done")
    for logged in history.log {
      hold(logged.happened <= logged.recorded.dutchDay, "\(logged.seq) happened before it was recorded")
      hold(
        logged.happened >= state.from || logged.event.command?.prepares ?? false,
        "\(logged.seq) \(logged.event.type) happened in the traject")
    }
  }

  private mutating func obligationsAreSound() {
    let obligations = history.state.obligations(history.rulebook)
    hold(Set(obligations.map(\.key)).count == obligations.count, "a key stands once")
    for obligation in obligations {
      if obligation.met == nil, let opens = obligation.opens, let due = obligation.due {
        hold(
          due >= opens || obligation.level > 0 || obligation.lapses,
          "\(obligation.key) is due on \(due), not before it opens on \(opens)")
      }
      hold(history.rules.role(obligation.role) != nil, "\(obligation.key) is owed by a role")
    }
  }

  private mutating func resultsFollow() {
    let state = history.state
    // What was confirmed before its unit was asked again rests on the verdicts of that round.
    for (subject, confirmation) in state.confirmations {
      guard let key = ItemKey(subject), key == state.current(key.id),
        let all = history.rules.unit(key.id)?.all
      else { continue }
      hold(all.allSatisfy { state.finalVerdict(on: $0) != nil }, "\(key) is confirmed with every verdict")
      let isGood = all.allSatisfy { state.finalVerdict(on: $0) == "voldaan" }
      hold(
        confirmation.result == (isGood ? "voldaan" : "niet-voldaan"), "\(key) is voldaan only where all are")
      hold(
        state.gesprekken["eindbeoordeling"]?.closed.map { $0 <= confirmation.on } == true,
        "\(key) is confirmed after the eindbeoordeling")
    }
    if state.completed != nil {
      hold(
        state.units(history.rulebook).allSatisfy { state.confirmation(of: $0.id) != nil },
        "a completed traject has a result for each of its units")
    }
    hold(
      state.judgements.allSatisfy {
        $0.verdict == nil || $0.isFinal == (ItemKey($0.gesprek)?.id == "eindbeoordeling")
      },
      "only the eindbeoordeling gives final verdicts")
  }

  private mutating func advancingIsRefusedExactlyWhereSomethingStandsInTheWay() {
    guard let today = history.log.last?.recorded.dutchDay, !history.state.hasEnded else { return }
    guard let leader = history.state.holder(of: history.rules.leader)?.description else { return }
    let outcome = history.when(.command(leader, on: today, today: today, .advance()))
    let obstacles = history.state.obstacles(history.rulebook)
    let asked = history.state.askedObligations(history.rulebook)
    hold(
      history.state.isHeld(asked, history.rulebook) == !obstacles.isEmpty,
      "a traject is held in its phase exactly where something stands in the way")
    hold(
      (outcome.refusal == nil) == obstacles.isEmpty, "advancing is refused where something stands in the way")
    if let refusal = outcome.refusal {
      hold(refusal.missing == obstacles, "the refusal to advance names what stands in the way, all of it")
    }
  }
}
