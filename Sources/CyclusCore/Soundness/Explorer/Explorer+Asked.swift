// What somebody can do about what is asked: the usual act first, then what may come of it instead.
extension Explorer {
  /// The text that stands for all prose: the explorer never looks at what somebody wrote.
  static let prose = TextReference(id: 1, digest: "0")

  /// The acts on an obligation that is asked on a day.
  func moves(on obligation: Obligation, _ standing: Standing, on day: Day) -> [ExplorerMove] {
    let (traject, rulebook) = (standing.traject, standing.rulebook)
    let workflow = rulebook.workflow
    let key = obligation.key
    let item = key.item.description
    guard let person = obligation.person ?? traject.holder(of: obligation.role) else { return [] }
    let actor = Actor(person: person, role: obligation.role)
    func act(_ command: Command, _ instead: Localized? = nil) -> ExplorerMove {
      Self.move(actor, command, obligation.what, instead, workflow)
    }
    switch key.step {
    case .planned: return planning(key.item, standing, on: day).map { act($0) }
    case .held:
      return holding(key.item, standing, on: day).map { choice in
        var move = act(choice.command, choice.instead)
        move.departures = choice.departures
        return move
      }
    case .attended: return [act(catchingUp(obligation, standing, on: day))]
    case .closed: return closing(key.item, actor, obligation, standing, on: day)
    case .submitted:
      return counting(before: key.item, standing, on: day) + [
        act(submission(of: key.item, standing, on: day))
      ]
    case .signed:
      let document = workflow.document(signedAs: key.item)
      return counting(before: document, standing, on: day) + [act(.sign(document: document.description))]
    case .approved:
      let again = Localized(nl: "afgewezen", en: "rejected")
      return [act(.approve(approval: item))]
        + (key.item.round > 1 ? [] : [act(.reject(approval: item, why: Self.prose), again)])
    case .assessed, .feedback: return judging(key, standing).map { act($0.command, $0.instead) }
    case .confirmed: return [act(.confirm(subject: key.item.id))]
    case .done: return renewing(before: key.item, standing, on: day) + [act(.done(obligation: item))]
    case .lifted: return [act(.unblock(block: key.item.id, why: Self.prose))]
    case .consulted:
      guard let role = key.item.occurrence else { return [] }
      let absent = Localized(nl: "niet bereikt", en: "not reached")
      return [
        act(.consult(escalation: key.item.id, role: role, isAbsent: false, why: nil)),
        act(.consult(escalation: key.item.id, role: role, isAbsent: true, why: Self.prose), absent),
      ]
    case .proposed: return [act(.propose(escalation: key.item.id, plan: Self.prose))]
    case .decided: return deciding(key.item.id, standing).map { act($0.command, $0.instead) }
    case .advanced: return []
    case .discussed, .agreed:
      let scale = workflow.outcome(key.item.id)?.scale ?? []
      let none = Localized(nl: "geen overeenstemming", en: "no agreement")
      return scale.prefix(1).map { agreed in
        act(
          .dialogue(
            Command.Dialogue(
              outcome: key.item.id, why: Self.prose, agreed: agreed,
              parts: workflow.outcome(key.item.id)?.marks(of: agreed) ?? [])))
      } + [
        act(.dialogue(Command.Dialogue(outcome: key.item.id, why: Self.prose, agreed: nil, parts: [])), none)
      ]
    case .settled:
      return [Traject.Agreement.Status.done, .notDone].map { status in
        act(
          .settle(
            Command.Settle(
              agreement: key.item.id, status: status, why: Self.prose, needs: Self.prose)),
          status == .done ? nil : Localized(nl: "niet gedaan", en: "not done"))
      }
    // Owed by nobody: done where something asks it.
    case .moved, .valid, .made: return []
    }
  }

  static func move(
    _ actor: Actor, _ command: Command, _ what: Localized, _ instead: Localized?, _ workflow: Workflow
  ) -> ExplorerMove {
    let role = actor.role.map { workflow.title(of: $0) } ?? Localized("cyclus")
    let so = instead.map { Localized(nl: ": \($0.nl)", en: ": \($0.en)") } ?? Localized("")
    return ExplorerMove(
      .act(actor, command),
      Localized(
        nl: "\(role.nl): \(what.nl.lowercasedFirst)\(so.nl)",
        en: "\(role.en): \(what.en.lowercasedFirst)\(so.en)"),
      isUsual: instead == nil)
  }

  /// A way of doing it: what else than usual comes of it, and how many unusual things that is at once.
  struct Choice {
    var command: Command
    var instead: Localized?
    var departures: Int

    init(_ command: Command, _ instead: Localized?, _ departures: Int = 1) {
      (self.command, self.instead) = (command, instead)
      self.departures = instead == nil ? 0 : departures
    }
  }

  private static func words(_ field: GesprekDefinition.RecordField, _ value: String) -> Localized {
    Localized(
      nl: "\(field.title.nl) \(words(for: value).nl)", en: "\(field.title.en) \(words(for: value).en)")
  }

  // MARK: Gesprekken

  /// A gesprek is planned for the day on which it can be held, a week from now at the earliest where that is all the same.
  private func planning(_ key: ItemKey, _ standing: Standing, on day: Day) -> [Command] {
    let held = standing.obligations.first { $0.key == ObligationKey(key, .held) }
    let modes = standing.rulebook.workflow.gesprek(key.id)?.modes ?? []
    let days = [held?.due.map { max($0, day) }, held?.opens.map { max($0, day) }, day].compactMap(\.self)
    return days.prefix(1).map {
      let on = standing.rulebook.workingDays.onOrBefore($0)
      return .plan(
        gesprek: key.description, at: LocalMoment(day: max(day, on), minuteOfDay: 600), mode: modes.first)
    }
  }

  /// A gesprek is held with everybody; in another way; with another result; with somebody missing; with another result on
  /// which a condition rests and somebody missing, or two such results, at once.
  private func holding(_ key: ItemKey, _ standing: Standing, on day: Day) -> [Choice] {
    let (traject, workflow) = (standing.traject, standing.rulebook.workflow)
    guard let gesprek = workflow.gesprek(key.id) else { return [] }
    let everybody = present(at: gesprek, standing, on: day)
    let usual = record(of: gesprek, traject, on: day)
    func held(_ present: [Command.Present], _ record: [String: String], _ mode: String?) -> Command {
      .held(
        Command.Held(
          gesprek: key.description, present: present, mode: mode,
          conclusion: record[ResultCondition.conclusion],
          record: record.filter { $0.key != ResultCondition.conclusion }))
    }
    var choices = [Choice(held(everybody, usual, gesprek.modes.first), nil)]
    for mode in gesprek.modes.dropFirst() {
      choices.append(Choice(held(everybody, usual, mode), Localized(mode)))
    }
    typealias Other = (field: GesprekDefinition.RecordField, value: String)
    let others = gesprek.record.flatMap { field in
      values(of: field).filter { $0 != usual[field.id] }.map { Other(field, $0) }
    }
    func result(_ others: [Other], without missing: Int? = nil) -> Choice {
      let record = others.reduce(into: usual) { $0[$1.field.id] = $1.value }
      var (some, words) = (everybody, others.map(Self.words))
      if let missing {
        let role = workflow.title(of: some.remove(at: missing).role)
        words.append(Localized(nl: "zonder \(role.nl)", en: "without \(role.en)"))
      }
      let instead = Localized(
        nl: words.map(\.nl).joined(separator: ", "), en: words.map(\.en).joined(separator: ", "))
      return Choice(held(some, record, gesprek.modes.first), instead, words.count)
    }
    let isFirst = traject.gesprekken[key.description]?.held.isEmpty ?? true
    let missing = everybody.count > 1 && isFirst ? Array(everybody.indices) : []
    let telling = others.enumerated().filter { focus.isTelling(gesprek.id, $0.element.field.id) }
    if let later = recordedLater(gesprek, usual) {
      choices.append(
        Choice(
          held(everybody, later, gesprek.modes.first),
          Localized(nl: "de uitkomst volgt bij het afsluiten", en: "the result follows when it is closed")))
    }
    choices += others.map { result([$0]) } + missing.map { result([], without: $0) }
    for (index, other) in telling {
      choices += missing.map { result([other], without: $0) }
      choices += telling.filter { $0.offset > index && $0.element.field.id != other.field.id }.map {
        result([other, $0.element])
      }
    }
    return choices
  }

  /// What is put on record where what a condition rests on is left for the closing; `nil` where nothing of it is.
  private func recordedLater(_ gesprek: GesprekDefinition, _ usual: [String: String]) -> [String: String]? {
    let later = usual.filter { !focus.isTelling(gesprek.id, $0.key) }
    return later.count == usual.count ? nil : later
  }

  /// A gesprek is held once more with who was missing, or with everybody where they have to be there together.
  private func catchingUp(_ obligation: Obligation, _ standing: Standing, on day: Day) -> Command {
    let id = obligation.key.item.id
    let together = workflow.gesprek(id).flatMap { $0.isTogether ? present(at: $0, standing, on: day) : nil }
    return .held(
      Command.Held(gesprek: id, present: together ?? [Command.Present(role: obligation.role)]))
  }

  /// One person for each corner and each role that is asked.
  private func present(at gesprek: GesprekDefinition, _ standing: Standing, on day: Day) -> [Command.Present]
  {
    gesprek.present.flatMap { presence -> [Command.Present] in
      switch presence {
      case .role(let role, let count):
        return standing.traject.holders(of: role, on: day).isEmpty
          ? [] : Array(repeating: Command.Present(role: role), count: max(1, count))
      case .corner(let id):
        let roles = standing.rulebook.workflow.corner(id)?.roles ?? []
        return roles.first { !standing.traject.holders(of: $0, on: day).isEmpty }.map {
          [Command.Present(role: $0)]
        } ?? []
      }
    }
  }

  /// The usual record: everything ticked, the first of each list.
  private func record(of gesprek: GesprekDefinition, _ traject: Traject, on day: Day) -> [String: String] {
    var record: [String: String] = [:]
    for field in gesprek.record {
      switch field.kind {
      case .yes: record[field.id] = "ja"
      // What is asked with it would only come where it is yes.
      case .yesNo: record[field.id] = "nee"
      case .date: record[field.id] = day.description
      case .eachOutcome: record[field.id] = "alle"
      case .oneOf(let values):
        let leading =
          focus.leading[ResultCondition(item: gesprek.id, field: field.id, value: "").name]
          ?? (field.id == ResultCondition.conclusion ? focus.leading[gesprek.id] : nil)
        record[field.id] = values.first { $0 == leading } ?? values.first
      case .someOf(let name):
        record[field.id] = workflow.parameter(name).flatMap { traject.values(of: $0).first }
      }
    }
    return record
  }

  private func values(of field: GesprekDefinition.RecordField) -> [String] {
    switch field.kind {
    case .yesNo: ["ja", "nee"]
    case .oneOf(let values): values
    case .yes, .date, .eachOutcome, .someOf: []
    }
  }

  /// What a gesprek still needs before it closes, and the closing.
  private func closing(
    _ key: ItemKey, _ actor: Actor, _ obligation: Obligation, _ standing: Standing, on day: Day
  ) -> [ExplorerMove] {
    let (traject, workflow) = (standing.traject, standing.rulebook.workflow)
    guard let gesprek = workflow.gesprek(key.id) else { return [] }
    let known = traject.gesprekken[key.description]
    var record = record(of: gesprek, traject, on: day)
    for field in gesprek.record {
      if known?.value(of: field.id) != nil { record[field.id] = nil }
    }
    return settling(before: key, standing, on: day)
      + [
        Self.move(actor, .close(gesprek: key.description, record: record), obligation.what, nil, workflow)
      ]
  }

  /// What was agreed before is gone through, something new agreed, and claims decided.
  private func settling(before gesprek: ItemKey, _ standing: Standing, on day: Day) -> [ExplorerMove] {
    let (traject, workflow) = (standing.traject, standing.rulebook.workflow)
    var moves: [ExplorerMove] = []
    for claim in traject.claims(of: gesprek) where claim.isOpen {
      guard let role = workflow.claim(claim.kind)?.grantedBy.first, let person = traject.holder(of: role)
      else {
        continue
      }
      moves += deciding(claim.id, standing).map {
        Self.move(
          Actor(person: person, role: role), $0.command,
          workflow.claim(claim.kind)?.title ?? Localized(claim.kind),
          $0.instead, workflow)
      }
    }
    guard let role = workflow.agreements.map({ $0.by.first ?? workflow.leader }),
      let person = traject.holder(of: role)
    else { return moves }
    let actor = Actor(person: person, role: role)
    for agreement in traject.unsettled(at: gesprek) {
      moves.append(
        Self.move(
          actor,
          .settle(
            Command.Settle(agreement: agreement.id, status: .done, why: Self.prose, needs: nil)),
          Phrase.owed(ObligationKey(ItemKey(agreement.id), .settled), workflow), nil, workflow))
    }
    if !traject.hasAgreement(since: gesprek), needs(of: gesprek, standing).contains(.agreementMade) {
      moves.append(
        Self.move(
          actor,
          .agree(
            Command.Agree(what: Self.prose, owner: role, due: day + 14, firstStep: Self.prose)),
          Localized(nl: "afspraak maken", en: "make an agreement"), nil, workflow))
    }
    return moves
  }

  private func needs(of gesprek: ItemKey, _ standing: Standing) -> [Requirement] {
    guard let definition = workflow.gesprek(gesprek.id) else { return [] }
    let known = standing.traject.gesprekken[gesprek.description]
    return definition.closeNeeds
      + definition.record.flatMap { field in
        field.then.filter { $0.value == known?.value(of: field.id) }.flatMap(\.needs)
      }
  }

  // MARK: Documents

  private func submission(of key: ItemKey, _ standing: Standing, on day: Day) -> Command {
    let document = workflow.document(key.id)
    var submit = Command.Submit(document: key.description, reference: Self.prose)
    for part in document?.parts ?? [] { submit.parts[part.id] = Self.prose }
    if document?.validity != nil {
      submit.validUntil = max(standing.traject.until ?? standing.rulebook.timeline.end, day)
    }
    return .submit(submit)
  }

  /// What has run out is renewed first, where a task needs that it is valid.
  private func renewing(before task: ItemKey, _ standing: Standing, on day: Day) -> [ExplorerMove] {
    let needs = workflow.task(task.id)?.needs ?? []
    return needs.filter {
      $0.step == .valid && !standing.traject.isValid($0.item, on: day, standing.rulebook)
    }
    .compactMap { need in
      let role = workflow.document(need.item)?.by.first ?? workflow.leader
      guard let person = standing.traject.holder(of: role) else { return nil }
      return Self.move(
        Actor(person: person, role: role), submission(of: ItemKey(need.item), standing, on: day),
        Phrase.submit(workflow.title(of: need.item), of: nil), nil, workflow)
    }
  }
}
