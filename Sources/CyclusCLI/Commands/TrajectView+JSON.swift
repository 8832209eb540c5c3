import CyclusCore
import CyclusStore

// A traject as scripts read it.
extension TrajectView {
  func json() throws -> JSONValue {
    let obligations = standing.obligations
    var shown: JSONObject = [
      "traject": .string(state.name), "student": .string(try session.number(state.student)),
      "school": JSONValue(try session.school(state.school)), "workflow": .string(state.workflow),
      "version": .string(state.version), "status": .string(state.status.rawValue),
      "phase": .string(state.phase),
      "week": JSONValue(week), "of_weeks": JSONValue(rulebook.timeline.weeks.count),
      "blocks": .array(
        state.blocks.map {
          ["block": .string($0.id), "since": JSONValue($0.since), "until": JSONValue($0.until)]
        }),
      "pauses": pauses,
      "escalations": .array(state.escalations.map(escalation)),
      "gesprekken": .array(state.gesprekken.keys.sorted(by: Self.isBefore).map(gesprek)),
      "documents": .array(state.documents.keys.sorted(by: Self.isBefore).map(document)),
      "outcomes": .array(standing.outcomes.map(outcome)),
      "units": .array(standing.units.map(unit)),
      "agreements": agreements,
      "counters": .array(workflow.counters.map(counter)),
      "obligations": .array(obligations.filter { !isHidden($0) }.map { Self.json($0, on: today) }),
      "next": next,
      "parameters": parameters,
      "pause_ledger": pauseLedger, "progress": progress,
    ]
    if let claims = try claims() { shown["claims"] = claims }
    return .object(shown)
  }

  /// Where it goes next, and what that waits for; where there are several ways, what each waits for on top.
  private var next: JSONValue {
    var object = JSONObject()
    object["phase"] = JSONValue(state.nextPhase(rulebook))
    object["missing"] = .array(standing.obstacles.map(Report.json))
    if workflow.phase(state.phase)?.ways != nil {
      object["ways"] = .array(state.waysOut(rulebook).map(Report.json))
    }
    return .object(object)
  }

  /// The parameters that were given, by id.
  private var parameters: JSONValue {
    var object = JSONObject()
    for (id, value) in state.parameters.sorted(by: { $0.key < $1.key }) { object[id] = .string(value) }
    return .object(object)
  }

  private static func isBefore(_ a: String, _ b: String) -> Bool {
    guard let x = ItemKey(a), let y = ItemKey(b) else { return a < b }
    return x < y
  }

  /// An obligation as scripts read it.
  static func json(_ obligation: Obligation, on today: Day) -> JSONValue {
    .object([
      "obligation": .string(obligation.key.description), "what": .string(obligation.what.nl),
      "role": .string(obligation.role), "person": JSONValue(obligation.person),
      "opens": JSONValue(obligation.opens),
      "due": JSONValue(obligation.due), "state": .string(obligation.state(on: today).rawValue),
      "days_over": JSONValue(obligation.daysOver(on: today)), "blocking": .bool(obligation.isBlocking),
      "rule": .string(obligation.rule.text), "assumed": .bool(obligation.rule.isAssumed),
      "level": JSONValue(obligation.level),
    ])
  }

  private func escalation(_ escalation: Traject.Escalation) -> JSONValue {
    .object([
      "escalation": .string(escalation.id), "route": .string(escalation.route),
      "reason": .string(escalation.reason),
      "about": JSONValue(escalation.about), "opened_on": JSONValue(escalation.opened),
      "to_role": .string(escalation.to), "due": JSONValue(escalation.due),
      "outcome": JSONValue(escalation.outcome),
      "decided_on": JSONValue(escalation.decided), "withdrawn_on": JSONValue(escalation.withdrawn),
    ])
  }

  private func gesprek(_ key: String) -> JSONValue {
    let record = state.gesprekken[key]
    var shown: JSONObject = [
      "gesprek": .string(key), "state": JSONValue(state.state(ofGesprek: key, rulebook)?.rawValue),
      "planned_at": JSONValue(record?.planned?.description), "mode": JSONValue(record?.mode),
      "held_on": .array((record?.held ?? []).map { JSONValue($0) }),
      "present": .array(
        (record?.present ?? []).map { ["role": .string($0.role), "person": JSONValue($0.person)] }),
      "closed_on": JSONValue(record?.closed),
      "agenda": JSONValue(agenda(ofGesprek: key)),
    ]
    if let conclusion = record?.value(of: ResultCondition.conclusion) {
      shown["conclusion"] = .string(conclusion)
    }
    return .object(shown)
  }

  private func agenda(ofGesprek key: String) -> [String] {
    ItemKey(key).flatMap { workflow.gesprek($0.id) }.map { state.agenda(of: $0, rulebook).map(\.nl) } ?? []
  }

  private func document(_ key: String) -> JSONValue {
    let record = state.documents[key]
    let definition = ItemKey(key).flatMap { workflow.document($0.id) }
    let submissions = record?.submissions ?? []
    var object: JSONObject = [
      "document": .string(key), "round": JSONValue(record?.round ?? 1),
      "submitted_on": .array(submissions.map { JSONValue($0.on) }),
    ]
    if definition?.validity != nil {
      object["valid_until"] = JSONValue(definition.flatMap { state.validUntil($0.id, rulebook) })
    }
    if definition?.parts.isEmpty == false {
      let parts = submissions.filter { $0.round == record?.round }.flatMap { $0.parts ?? [] }
      object["parts"] = JSONValue(Set(parts).sorted())
    }
    if definition?.signedBy.isEmpty == false {
      object["signed_by"] = JSONValue(Set((record?.signatures ?? []).map(\.role)).sorted())
    }
    return .object(object)
  }

  private func outcome(_ outcome: Outcome) -> JSONValue {
    let interim = state.judgements.last { $0.outcome == outcome.id && !$0.isFinal && $0.verdict != nil }
    let confirmation = state.lastConfirmation(of: outcome.id)
    var shown: JSONObject = [
      "outcome": .string(outcome.id), "kind": .string(outcome.kind.rawValue),
      "ec": outcome.credits.map { JSONValue($0) } ?? .null,
      "interim": JSONValue(interim?.verdict),
      "verdict": JSONValue(state.lastVerdict(on: outcome.id)), "dispute": dispute(on: outcome.id),
      "result": JSONValue(confirmation?.result), "confirmed_on": JSONValue(confirmation?.on),
      "asked_again": .bool(isAskedAgain(outcome.id)),
      "expected": JSONValue(outcome.expected.map(\.nl)),
      "indicators": .array(
        outcome.indicators.map {
          [
            "group": .string($0.id), "title": .string($0.title.nl),
            "not_for_verdict": .bool($0.isNotForVerdict), "focus": .bool($0.isFocus),
          ]
        }),
    ]
    let earlier = state.replacedVerdicts(on: outcome)
    if !earlier.isEmpty {
      shown["earlier"] = .array(
        earlier.map {
          ["verdict": JSONValue($0.verdict), "person": JSONValue($0.by), "on": JSONValue($0.on)]
        })
    }
    return .object(shown)
  }

  private func unit(_ unit: OutcomeUnit) -> JSONValue {
    let confirmation = state.lastConfirmation(of: unit.id)
    return .object([
      "unit": .string(unit.id), "outcomes": JSONValue(unit.all), "result": JSONValue(confirmation?.result),
      "confirmed_on": JSONValue(confirmation?.on),
      "asked_again": .bool(confirmation != nil && state.confirmation(of: unit.id) == nil),
    ])
  }

  private func counter(_ counter: CounterDefinition) -> JSONValue {
    var object: JSONObject = [
      "counter": .string(counter.id), "amount": JSONValue(state.counters[counter.id, default: 0]),
      "derived_minutes": counter.gesprekkenWith.map { JSONValue(state.minutes(with: $0, rulebook)) } ?? .null,
      "low": counter.low.map { JSONValue($0) } ?? .null, "high": counter.high.map { JSONValue($0) } ?? .null,
    ]
    if let counted = state.counted(counter, rulebook) {
      object["total"] = JSONValue(counted.total)
      object["signed"] = JSONValue(counted.signed)
      object["unsigned"] = JSONValue(counted.unsigned)
    }
    return .object(object)
  }
}
