import ArgumentParser
import CyclusCore
import CyclusStore

struct OverdueCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "overdue", abstract: "What is past its date; --flag records it and climbs the ladder.",
    discussion: """
      cyclus overdue --within 7d            what falls due within a week too
      cyclus overdue --flag                 what cron runs every night: quiet when nothing is new
      cyclus overdue --exit-code            1 where anything is overdue
      """)
  @Option(help: "also what falls due within so many days or weeks: 7d, 2w") var within: String?
  @Flag(help: "record what time has brought, once") var flag = false
  @Flag(help: "exit with 1 where anything is overdue") var exitCode = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let today = try session.today()
    let last = today + (try days())
    if flag, try !session.past().isNow {
      throw Failure.usage(
        "--flag gaat over nu: laat --as-of en --known-at weg",
        "--flag is about now: leave --as-of and --known-at out")
    }
    if flag { try self.flag(session, today) }
    guard !flag || exitCode else { return 0 }
    let rows = try session.store(.read).reading {
      try self.rows(session, by: within == nil ? today - 1 : last, today)
    }
    if !flag {
      let passed = try pausesPassed(session, today)
      var listing = ObligationListing.make(session, today, withTraject: true)
      listing.data("pauses") { row in
        .array(
          passed.first { $0.traject.id == row.traject?.id }?.findings.map {
            ["finding": .string($0.finding.nl), "rule": .string($0.rule.text)]
          } ?? [])
      }
      try listing.write(
        rows, session,
        none: within == nil
          ? Localized(
            nl: "Niets is te laat op \(today.longNL).", en: "Nothing is overdue on \(today.longEN).")
          : Localized(
            nl: "Niets is te laat, en tot en met \(last.longNL) hoeft er niets.",
            en: "Nothing is overdue, and nothing falls due until \(last.longEN)."),
        hint: within == nil
          ? Localized(
            nl: "wat binnen een week moet: «cyclus overdue --within 7d»",
            en: "what falls due within a week: “cyclus overdue --within 7d”") : nil)
      if session.format == .table, !rows.isEmpty { summary(rows, session, today) }
      try tell(passed, besides: rows, session)
      Practice.remark(session)
    }
    return exitCode && rows.contains { $0.obligation.state(on: today) == .overdue } ? 1 : 0
  }

  /// `7d` or `2w` in days.
  private func days() throws -> Int {
    guard let within else { return 0 }
    let unit = within.last.flatMap { ["d": 1, "w": 7][$0] }
    guard let unit, let number = Int(within.dropLast()), (0...400).contains(number) else {
      throw Failure.usage(
        "--within: «\(within)» kan niet; schrijf 7d of 2w",
        "--within: “\(within)” is not possible; write 7d or 2w")
    }
    return number * unit
  }

  private func rows(_ session: Session, by last: Day, _ today: Day) throws -> [ObligationListing.Row] {
    let store = try session.store(.read)
    let past = try session.past()
    guard past.isNow else {
      return try store.overviews(OverviewFilter(), past).flatMap { overview in
        try overview.obligations.filter { obligation in
          obligation.isPressing(on: today) && obligation.due.map { $0 <= last } ?? false
        }.map {
          ObligationListing.Row(traject: overview, obligation: $0, workflow: try store.workflow(overview))
        }
      }.sorted { a, b in (a.obligation.due, a.traject?.id ?? 0) < (b.obligation.due, b.traject?.id ?? 0) }
    }
    var overviews: [Int: Overview] = [:]
    return try store.due(by: last, opened: today).map { id, obligation in
      let overview = try overviews[id] ?? known(id, session)
      overviews[id] = overview
      return ObligationListing.Row(
        traject: overview, obligation: obligation, workflow: try store.workflow(overview))
    }
  }

  /// A traject of the list, its student looked up in the same reading of the database.
  private func known(_ traject: Int, _ session: Session) throws -> Overview {
    let overview = try session.store(.read).overview(traject)
    _ = try session.name(overview.student)
    return overview
  }

  private func summary(_ rows: [ObligationListing.Row], _ session: Session, _ today: Day) {
    let trajecten = Set(rows.compactMap(\.traject?.id)).count
    session.console.out()
    session.console.out(
      session.text(
        "\(Noun.obligation.count(rows.count, .nl)) in \(Noun.traject.count(trajecten, .nl)) · \(today.longNL) · * = (deels) aangenomen",
        "\(Noun.obligation.count(rows.count, .en)) in \(Noun.traject.count(trajecten, .en)) · \(today.longEN) · * = (partly) assumed"
      ))
  }

  /// A traject that stood still for longer than its workflow gives days for.
  private struct Passed {
    var traject: Traject
    var findings: [(finding: Localized, rule: Citation)]
  }

  private func pausesPassed(_ session: Session, _ today: Day) throws -> [Passed] {
    let (store, past) = (try session.store(.read), try session.past())
    let states =
      past.isNow
      ? try store.trajectenPastPauseBudget(on: today).map { try store.current($0) }
      : try store.states(past).filter { !$0.0.hasEnded }
    return states.compactMap { state, rulebook in
      let rule = rulebook.workflow.pauses?.citation ?? Citation()
      let findings = state.pauseLedger(rulebook, on: today).findings
      return findings.isEmpty ? nil : Passed(traject: state, findings: findings.map { ($0, rule) })
    }
  }

  /// Tells whose budget is passed: all of them below the table, and to scripts on stderr those of whom nothing is listed.
  private func tell(_ passed: [Passed], besides rows: [ObligationListing.Row], _ session: Session) throws {
    let listed = Set(rows.compactMap(\.traject?.id))
    for one in passed where session.format == .table || !listed.contains(one.traject.id) {
      for (finding, citation) in one.findings {
        let rule = Report.rule(citation, session.language)
        let text =
          "\(one.traject.name) \(try session.name(one.traject.student)): \(session.text(finding))"
          + (rule.isEmpty ? "" : " (\(rule))")
        guard session.format == .table else {
          session.remark([Localized(text)])
          continue
        }
        session.console.out(TerminalText.hang(text, width: session.console.width ?? 1000, indent: 2))
      }
    }
  }

  // MARK: Flagging

  private func flag(_ session: Session, _ today: Day) throws {
    let store = try session.store(.write)
    var recording = try session.administration(store)
    recording.actor = .system
    if session.format == .csv { flagged.csvHeader(session) }
    let due = try store.trajectenToFlag(on: today)
    guard !due.isEmpty else { return }
    var batch: Int?
    var count = 0
    for (index, traject) in due.enumerated() {
      let performed: Performed
      do { performed = try store.flag(traject, recording, batch: batch) } catch {
        guard count > 0 else { throw error }
        summary(of: count, session, today)
        throw Failure(
          code: error.exitCode, message: error.message(afterRecording: done(index, of: due.count)))
      }
      if !performed.events.isEmpty { batch = performed.batch }
      count += performed.events.count
      try write(performed, session)
    }
    if count > 0 { summary(of: count, session, today) }
  }

  /// How far flagging came.
  private func done(_ count: Int, of all: Int) -> Localized {
    Localized(
      nl: "\(count) van de \(all) trajecten bijgewerkt, de andere niet",
      en: "\(count) of the \(all) trajecten brought up to date, the others not")
  }

  private func summary(of count: Int, _ session: Session, _ today: Day) {
    guard session.format == .table else { return }
    session.console.out(
      session.text(
        "\(count) vastgelegd op peildatum \(today.longNL)",
        "\(count) recorded on reference date \(today.longEN)"))
  }

  /// What scripts get of what was recorded.
  private var flagged: Listing<LoggedEvent> {
    var listing = Listing<LoggedEvent>()
    listing.data("traject") { .string("T\($0.traject)") }
    listing.data("seq") { JSONValue($0.seq) }
    listing.data("type") { .string($0.event.type) }
    listing.data("happened_on") { JSONValue($0.happened) }
    listing.data("data") { .object($0.event.data) }
    return listing
  }

  /// Writes what was recorded on one traject, as soon as it is.
  private func write(_ performed: Performed, _ session: Session) throws {
    let workflow = try session.store(.read).workflow(digest: performed.traject.digest)
    let name = try session.name(performed.traject.student)
    switch session.format {
    case .csv: try flagged.csv(performed.events, session)
    case .json:
      for event in performed.events {
        session.console.out(JSONValue.object(try flagged.object(event)).compact)
      }
    case .table:
      for event in performed.events {
        let sentence = try EventText(session: session, workflow: workflow).sentence(event)
        session.console.out(
          TerminalText.hang(
            "\(performed.traject.name) \(name): \(sentence)", width: session.console.width ?? 1000, indent: 2)
        )
      }
    }
  }
}

/// No date comes after every date.
func < (a: (Day?, Int), b: (Day?, Int)) -> Bool {
  switch (a.0, b.0) {
  case (let x?, let y?): x != y ? x < y : a.1 < b.1
  case (_?, nil): true
  case (nil, _?): false
  case (nil, nil): a.1 < b.1
  }
}
