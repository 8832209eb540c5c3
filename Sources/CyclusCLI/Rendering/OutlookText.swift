import CyclusCore
import CyclusStore

/// What a dry run of a correction shows: the event now and then, what falls, and what changes by it.
struct OutlookText {
  let outlook: CorrectionOutlook
  let seq: Int
  let today: Day
  let session: Session
  let workflow: Workflow

  private var events: EventText { EventText(session: session, workflow: workflow) }
  private var console: Console { session.console }

  /// Writes it for people, in sections of which the empty ones are left out.
  func write() throws {
    heading(
      session.text(
        "Proef: correct \(outlook.before.name) \(seq) — er is niets vastgelegd",
        "Dry run: correct \(outlook.before.name) \(seq) — nothing was recorded"))
    try writeEvent()
    try writeFalls()
    try section(session.text("Komt terug", "Comes back"), outlook.restored.map { try numbered($0) })
    try section(
      outlook.isCascading
        ? session.text("Houdt ook dan geen stand: blijft teruggenomen", "Does not hold even then: stays out")
        : session.text(
          "Blijft teruggenomen; met --cascade komt terug wat weer stand houdt",
          "Stays out; --cascade brings back what holds again"),
      outlook.stays.map { try numbered($0) })
    try writeObligations()
    section(
      session.text("Escalaties", "Escalations"),
      outlook.escalations.map { id, change in "\(id): \(session.text(words(change)))" })
    section(session.text("Het traject", "The traject"), course)
    console.out()
    hang(session.text(conclusion), 0)
  }

  private func heading(_ text: String) { hang(console.styled(text, .bold), 2) }

  private func hang(_ text: String, _ indent: Int) {
    TerminalText.hang(text, width: console.width ?? 100, indent: indent).forEach(console.out)
  }

  private func section(_ title: String, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    console.out()
    console.out(console.styled(title, .bold))
    for line in lines { hang(line, 4) }
  }

  /// `#27 6 mrt: ingeleverd: Verslag (Sanne de Wit, student)`: what, and who did it.
  private func numbered(_ event: LoggedEvent) throws -> String {
    var by = try session.name(of: event.actor)
    if event.actor.person != nil, let role = event.actor.role {
      by += ", " + session.text(workflow.title(of: role))
    }
    return "#\(event.seq) \(try events.sentence(event))" + (by.isEmpty ? "" : " (\(by))")
  }

  private func writeEvent() throws {
    let out = session.text("teruggenomen", "taken out")
    let (nu, then) = (session.text("nu: ", "now: "), session.text("straks: ", "then: "))
    var lines = [
      nu + (try outlook.now.map { try numbered($0) } ?? out),
      then + (try outlook.then.map { try numbered($0) } ?? out),
    ]
    if let now = outlook.now, let new = outlook.then { lines += try differences(now, new) }
    lines += try outlook.along.map { along in
      let told = try numbered(along.now)
      guard let moved = along.then else {
        return session.text("gaat mee: ", "goes along: ") + told
      }
      return session.text("gaat mee: ", "goes along: ") + told + " → " + session.short(moved.happened)
    }
    section(session.text("De gebeurtenis", "The event"), lines)
  }

  private func differences(_ now: LoggedEvent, _ new: LoggedEvent) throws -> [String] {
    let (old, data) = (now.event.data, new.event.data)
    let keys = Set(old.keys).union(data.keys).sorted().filter { old[$0] != data[$0] }
    return try keys.map { "\($0): \(try value(old[$0])) → \(try value(data[$0]))" }
  }

  /// A value of an event as people read it: texts in words, people by role.
  private func value(_ value: JSONValue?) throws -> String {
    switch value {
    case nil: return "–"
    case .string(let text):
      guard let reference = TextReference(text) else { return session.named(text) }
      return try session.store(.read).text(reference).map { "“\(TerminalText.clean($0))”" }
        ?? session.text("(gewist)", "(erased)")
    case .array(let list):
      return try list.map { try $0["role"]?.text ?? self.value($0) }.joined(separator: ", ")
    case .object(let members):
      return try members.map { "\($0.key)=\(try self.value($0.value))" }.joined(separator: ", ")
    case let other?: return other.csv
    }
  }

  private func writeFalls() throws {
    guard !outlook.falls.isEmpty else { return }
    console.out()
    console.out(console.styled(session.text("Houdt dan geen stand", "Would no longer hold"), .bold))
    var told: [[String]: Int] = [:]
    for fall in outlook.falls {
      let mark =
        fall.isDecision
        ? session.text(" [beslissing: valt niet mee]", " [a decision: does not fall along]") : ""
      hang("\(try numbered(fall.event))\(mark)", 4)
      for reason in reasons(fall, &told) { hang("    " + reason, 6) }
    }
  }

  /// Why an event falls; what was told of an earlier one is not told again.
  private func reasons(_ fall: CorrectionOutlook.Fall, _ told: inout [[String]: Int]) -> [String] {
    guard !fall.isFollower else {
      return [session.text("Volgt uit wat hierboven valt", "Follows from what falls above")]
    }
    let reasons = Report.points(fall.refusal.missing).compactMap(\.first).map {
      TerminalText.clean(session.named(session.text($0.message)).capitalisedFirst)
    }
    if let first = told[reasons] {
      return [session.text("Om dezelfde reden als #\(first)", "For the same reason as #\(first)")]
    }
    told[reasons] = fall.event.seq
    return reasons
  }

  private func writeObligations() throws {
    // Of a traject that would be gone, all of them go with it.
    let changes = outlook.after == nil ? [] : outlook.obligations(on: today)
    guard !changes.isEmpty else { return }
    console.out()
    var table = TextTable([
      TextTable.Column(session.text("verplichting", "obligation"), minimum: 24, priority: 9, wraps: true),
      TextTable.Column(session.text("nu", "now"), minimum: 14, priority: 9, wraps: true),
      TextTable.Column(session.text("straks", "then"), minimum: 14, priority: 9, wraps: true),
    ])
    for change in changes {
      let what = (change.after ?? change.before).map { session.text($0.what).capitalisedFirst } ?? ""
      table.append([
        TextTable.Cell(what), TextTable.Cell(told(change.before)), TextTable.Cell(told(change.after)),
      ])
    }
    console.out(table.rendered(for: console).lines)
  }

  /// `te laat, uiterlijk 6 mrt`, or a dash where it is not asked.
  private func told(_ obligation: Obligation?) -> String {
    guard let obligation else { return "–" }
    let met = obligation.met.map { " " + session.short($0) } ?? ""
    let due = obligation.due.map { session.text(", uiterlijk ", ", due ") + session.short($0) } ?? ""
    return session.text(Self.words(obligation.state(on: today))) + met + due
  }

  static func words(_ state: Obligation.State) -> Localized {
    switch state {
    case .upcoming: Localized(nl: "later", en: "later")
    case .open: Localized(nl: "open", en: "open")
    case .overdue: Localized(nl: "te laat", en: "overdue")
    case .suspended: Localized(nl: "staat stil", en: "suspended")
    case .met: Localized(nl: "gedaan", en: "done")
    case .late: Localized(nl: "te laat gedaan", en: "done late")
    case .missed: Localized(nl: "gemist", en: "missed")
    case .waived: Localized(nl: "vervallen verklaard", en: "waived")
    }
  }

  private func words(_ change: CorrectionOutlook.EscalationChange) -> Localized {
    switch change {
    case .withdrawn: Localized(nl: "wordt ingetrokken", en: "is withdrawn")
    case .standsAgain: Localized(nl: "staat weer open", en: "stands again")
    case .gone: Localized(nl: "verdwijnt met wat haar opende", en: "goes with what opened it")
    case .opened:
      Localized(nl: "gaat open door wat er nu is vastgelegd", en: "opens by what is on record now")
    case .back: Localized(nl: "komt terug met wat haar opende", en: "comes back with what opened it")
    case .changed: Localized(nl: "krijgt andere gegevens", en: "has other data")
    }
  }

  /// The phase and the status, where they change.
  private var course: [String] {
    guard let after = outlook.after else {
      return [
        session.text(
          "staat op geen lijst meer; history \(outlook.before.name) blijft te lezen",
          "is on no list any more; history \(outlook.before.name) can still be read")
      ]
    }
    var lines: [String] = []
    if outlook.before.phase != after.phase {
      lines.append(
        session.text("fase: ", "phase: ") + session.text(workflow.title(of: outlook.before.phase)) + " → "
          + session.text(workflow.title(of: after.phase)))
    }
    if outlook.before.status != after.status {
      lines.append("status: \(session.word(outlook.before.status)) → \(session.word(after.status))")
    }
    return lines
  }

  private var conclusion: Localized {
    guard outlook.isAccepted else {
      return outlook.falls.contains(where: \.isDecision)
        ? Localized(
          nl: "Zo wordt dit geweigerd: neem de beslissingen eerst zelf terug, de laatste als eerste.",
          en: "As it is this is refused: take out the decisions first, the last one first.")
        : Localized(
          nl: "Zo wordt dit geweigerd: corrigeer eerst wat valt, of laat het meevallen met --cascade.",
          en: "As it is this is refused: correct first what falls, or let it fall along with --cascade.")
    }
    return Localized(
      nl: "Dit kan: zonder --dry-run wordt het vastgelegd.",
      en: "This can be done: without --dry-run it is recorded.")
  }
}

extension OutlookText {
  /// The same for scripts; its keys and words never change with the language.
  func json() throws -> JSONValue {
    func event(_ logged: LoggedEvent?) -> JSONValue {
      guard let logged else { return .null }
      return .object([
        "seq": JSONValue(logged.seq), "type": .string(logged.event.type),
        "happened_on": JSONValue(logged.happened), "actor": JSONValue(logged.actor.person),
        "role": JSONValue(logged.actor.role), "data": .object(logged.event.data),
      ])
    }
    return .object([
      "dry_run": .bool(true), "accepted": .bool(outlook.isAccepted), "cascade": .bool(outlook.isCascading),
      "traject": .string(outlook.before.name), "seq": JSONValue(seq), "before": event(outlook.now),
      "after": event(outlook.then),
      "along": .array(outlook.along.map { ["before": event($0.now), "after": event($0.then)] }),
      "falls": .array(
        outlook.falls.map {
          .object([
            "event": event($0.event), "decision": .bool($0.isDecision), "follows": .bool($0.isFollower),
            "refusal": Report.json($0.refusal),
          ])
        }),
      "restored": .array(outlook.restored.map { event($0) }),
      "stays": .array(outlook.stays.map { event($0) }),
      "obligations": .array(outlook.obligations(on: today).map(obligation)),
      "escalations": .array(
        outlook.escalations.map { ["escalation": .string($0.id), "change": .string($0.change.rawValue)] }),
      "phase": ["before": .string(outlook.before.phase), "after": JSONValue(outlook.after?.phase)],
      "status": [
        "before": .string(outlook.before.status.rawValue), "after": JSONValue(outlook.after?.status.rawValue),
      ],
    ])
  }

  private func obligation(_ change: CorrectionOutlook.Change) -> JSONValue {
    func side(_ obligation: Obligation?) -> JSONValue {
      guard let obligation else { return .null }
      return .object([
        "state": .string(obligation.state(on: today).rawValue), "due": JSONValue(obligation.due),
        "met_on": JSONValue(obligation.met),
      ])
    }
    return .object([
      "obligation": .string(change.key.description),
      "what": JSONValue((change.after ?? change.before)?.what.nl), "before": side(change.before),
      "after": side(change.after),
    ])
  }
}
