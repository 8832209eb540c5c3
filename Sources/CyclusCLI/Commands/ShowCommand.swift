import ArgumentParser
import CyclusCore
import CyclusStore

struct ShowCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One traject: where it is, what was done, what is owed.",
    discussion: "cyclus show T17")
  @Argument(help: "id (T17) or student number") var traject: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let (state, rulebook) = try session.state(of: traject)
    let today = try session.today()
    let shown = TrajectView(standing: Standing(state, rulebook), today: today, session: session)
    switch session.format {
    case .json, .csv: session.console.out(try shown.json().pretty)
    case .table: try shown.write()
    }
    return 0
  }
}

/// A traject as `show` gives it, in JSON and in words.
struct TrajectView {
  let standing: Standing
  let today: Day
  let session: Session

  var state: Traject { standing.traject }
  var rulebook: Rulebook { standing.rulebook }
  private var workflow: Workflow { rulebook.workflow }
  private var week: Int { rulebook.timeline.weeks.count { $0.monday <= today } }

  // MARK: JSON

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

  /// What only arises if something fails to happen is not announced beforehand.
  private func isHidden(_ obligation: Obligation) -> Bool {
    obligation.isConditional && obligation.state(on: today) == .upcoming
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

  // MARK: Words

  func write() throws {
    let console = session.console
    let width = console.width ?? 100
    console.out(
      console.styled(
        "\(state.name) \(try session.name(state.student)) (\(try session.number(state.student)))", .bold))
    console.out(session.text(workflow.title) + " · \(state.workflow) \(state.version)")
    if let school = try session.school(state.school) { console.out(school) }
    for parameter in workflow.parameters where parameter.shownOn == .board {
      guard let value = state.parameters[parameter.id] else { continue }
      let shown = try PersonID(value).map { "\(try session.name($0)) (\(try session.number($0)))" } ?? value
      console.out("\(session.text(parameter.title).capitalisedFirst): \(shown)")
    }
    let block =
      workflow.datedBlocks == nil ? nil : rulebook.timeline.block(containing: today)
    let place =
      session.text("fase ", "phase ") + session.text(workflow.title(of: state.phase))
      + weekText + (block.map { " · \($0.name)" } ?? "")
    console.out(TerminalText.hang("\(place) · \(statusText)", width: width, indent: 2))
    try writePeople()
    try writeGesprekken()
    try writeObligations()
    try writeCourse()
    writeClaims()
    try writeResults()
    Practice.remark(session)
  }

  /// The teaching week; once these have gone, of a traject that was extended, its new end.
  private var weekText: String {
    if state.extended != nil, let until = state.until, today > rulebook.timeline.end {
      return session.text(" · verlengd tot ", " · extended to ") + session.long(until)
    }
    return session.text(
      " · week \(week) van \(rulebook.timeline.weeks.count)",
      " · week \(week) of \(rulebook.timeline.weeks.count)")
  }

  /// Who has which role, each with what one types behind `--as`.
  private func writePeople() throws {
    let people = try workflow.roles.flatMap { role in
      try state.holdersNow(of: role.id).map { person in
        "\(workflow.shortName(ofRole: role.id)) \(try session.name(person)) (\(try session.code(person)))"
      }
    }
    session.console.out()
    session.console.out(
      session.console.styled(
        session.text("Rollen, met de code voor --as", "Roles, with the code for --as"), .bold))
    TerminalText.flow(people, separator: " · ", width: session.console.width ?? 100)
      .forEach { session.console.out($0) }
  }

  private var statusText: String {
    guard state.status == .blocked else { return session.word(state.status) }
    return session.word(.blocked) + ": "
      + state.standingBlocks.map { session.text(workflow.title(of: $0.id)) }.joined(separator: ", ")
  }

  private func writeGesprekken() throws {
    let console = session.console
    console.out()
    console.out(console.styled(session.text("Gesprekken", "Gesprekken"), .bold))
    var table = TextTable([
      .init(session.text("gesprek", "gesprek"), minimum: 12, flexible: true),
      .init(session.text("stand", "state"), minimum: 8),
      .init(session.text("wanneer", "when"), minimum: 10),
      .init(session.text("uiterlijk", "due"), minimum: 8),
    ])
    let obligations = standing.obligations
    for definition in workflow.gesprekken where definition.each?.isWeekly != true {
      for key in state.occurrences(ofGesprek: definition, rulebook) {
        let record = state.gesprekken[key.description]
        let due = obligations.first { $0.key == ObligationKey(key, .held) }?.due
        let when =
          record?.held.first.map(session.long) ?? record?.planned.map {
            "\(session.long($0.day)) \($0.timeText)"
          } ?? ""
        table.append([
          TextTable.Cell(title(key)),
          TextTable.Cell(gesprekState(key, obligations)),
          TextTable.Cell(when), TextTable.Cell(due.map { session.short($0, in: today.year) } ?? ""),
        ])
      }
    }
    console.out(table.rendered(for: console).lines)
    for definition in workflow.gesprekken where definition.each?.isWeekly == true {
      let weekly = obligations.filter { $0.key.item.id == definition.id && $0.key.step == .held }
      let held = weekly.count { $0.met != nil }
      let missed = weekly.filter { $0.state(on: today) == .missed }.compactMap(\.key.item.occurrence)
      console.out(
        TerminalText.hang(
          session.text(definition.title) + session.text(": \(held) gehouden", ": \(held) held")
            + (missed.isEmpty
              ? "" : session.text(", gemist: ", ", missed: ") + missed.joined(separator: " ")),
          width: console.width ?? 100, indent: 2))
    }
    if let next = standing.nextWithAgenda(on: today) {
      AgendaText(session: session, traject: state, rulebook: rulebook, outcomes: standing.outcomes).lines(
        next
      )
      .forEach(console.out)
    }
  }

  private func title(_ key: ItemKey) -> String {
    session.text(workflow.title(of: key))
      + (key.round > 1 ? session.text(" (keer \(key.round))", " (time \(key.round))") : "")
  }

  private func gesprekState(_ key: ItemKey, _ obligations: [Obligation]) -> String {
    switch state.state(ofGesprek: key.description, rulebook) {
    case nil: notHeld(key, obligations)
    case .planned: session.text("gepland", "planned")
    case .held: session.text("gehouden", "held")
    case .incomplete: session.text("onvolledig", "incomplete")
    case .closed: session.text("afgesloten", "closed")
    case .cancelled: session.text("afgezegd", "cancelled")
    }
  }

  /// What stands in the place of one that was not held: another that counted for it, a waiver, or nothing.
  private func notHeld(_ key: ItemKey, _ obligations: [Obligation]) -> String {
    let held = ObligationKey(key, .held)
    let isAsked = state.holds(workflow.gesprek(key.id)?.when, rulebook)
    let unheld = isAsked ? "–" : session.text("aanbevolen", "recommended")
    guard key.occurrence != nil else { return unheld }
    if let settled = state.settled[held.description] {
      let counted = state.gesprekken.keys.filter { state.gesprekken[$0]?.held.last == settled.on }.sorted()
        .first.flatMap { ItemKey($0) }
      let by = counted.map { EventText(session: session, workflow: workflow).title($0) }
      return session.text("geteld", "counted") + (by.map { ": \($0)" } ?? "")
    }
    switch obligations.first(where: { $0.key == held })?.state(on: today) {
    case .waived: return session.text("vervallen", "waived")
    case .missed: return session.text("gemist", "missed")
    case .upcoming, .open, .overdue, .suspended, .met, .late, nil: return unheld
    }
  }

  private func writeObligations() throws {
    let pressing = standing.obligations.filter { $0.isPressing(on: today) && !isHidden($0) }
      .sorted { Obligation.isMorePressing($0, $1, on: today) }
    session.console.out()
    session.console.out(session.console.styled(session.text("Nu aan zet", "Owed now"), .bold))
    try ObligationListing.make(session, today, withTraject: false).write(
      pressing.map { ObligationListing.Row(traject: nil, obligation: $0, workflow: workflow) }, session,
      none: Localized(
        nl: "Niemand is op dit moment iets schuldig.", en: "Nobody owes anything at the moment."))
  }
}
