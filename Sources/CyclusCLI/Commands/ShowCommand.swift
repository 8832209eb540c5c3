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
    let last = shown.standing.obligations.filter(\.isAsked).compactMap(\.due).max()
    if let remark = last.flatMap({ rulebook.calendar?.remark(on: $0) }) { session.remark([remark]) }
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
  var workflow: Workflow { rulebook.workflow }
  var week: Int { rulebook.timeline.weeks.count { $0.monday <= today } }

  /// What only arises if something fails to happen is not announced beforehand.
  func isHidden(_ obligation: Obligation) -> Bool {
    obligation.isConditional && obligation.state(on: today) == .upcoming
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
      + weekText
      + (block.map { " · " + session.text(workflow.words(ofBlock: $0.number)) } ?? "")
    console.out(TerminalText.hang("\(place) · \(statusText)", width: width, indent: 2))
    if let progressText {
      console.out(TerminalText.hang(progressText, width: width, indent: 2))
    }
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
          (state.dayHeld(key, rulebook) ?? record?.held.first).map(session.long) ?? record?.planned.map {
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
      let incomplete = weekly.filter { $0.isAsked && isIncomplete($0.key.item) }
      let missed = weekly.filter { $0.state(on: today) == .missed && !incomplete.contains($0) }
      console.out(
        TerminalText.hang(
          session.text(definition.title) + session.text(": \(held) gehouden", ": \(held) held")
            + named(incomplete, Localized(nl: "onvolledig", en: "incomplete"))
            + named(missed, Localized(nl: "gemist", en: "missed")),
          width: console.width ?? 100, indent: 2))
    }
    if let next = standing.nextWithAgenda(on: today) {
      AgendaText(session: session, traject: state, rulebook: rulebook, outcomes: standing.outcomes).lines(
        next
      )
      .forEach(console.out)
    }
  }

  /// Whether a talk took place without somebody who has to be there: it does not count, but it was not missed either.
  private func isIncomplete(_ key: ItemKey) -> Bool {
    state.state(ofGesprek: key.description, rulebook) == .incomplete
  }

  /// The weeks of some talks behind a word; nothing where there are none.
  private func named(_ talks: [Obligation], _ word: Localized) -> String {
    let weeks = talks.compactMap(\.key.item.occurrence).joined(separator: " ")
    return weeks.isEmpty ? "" : ", " + session.text(word) + ": " + weeks
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
