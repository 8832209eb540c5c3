import ArgumentParser
import CyclusCore
import CyclusStore

struct BoardCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "board", abstract: "Where each student is, what is next, and whose turn it is.",
    discussion: """
      cyclus board --mine --as BEUN
      cyclus board --phase tussenevaluatie --format csv
      """)
  @Flag(help: "only trajecten in which I have a role") var mine = false
  @Option(help: "only trajecten in which ROLE is PERSON: ROLE=PERSON") var role: String?
  @Option(help: "only this school: a part of its name, or its code") var school: String?
  @Option(help: "only this workflow") var workflow: String?
  @Option(help: "only this phase") var phase: String?
  @Option(help: "active, blocked, paused, completed or terminated") var status: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let store = try session.store(.read)
    let today = try session.today()
    let rows = try store.reading {
      try BoardQuery(command: self, session: session, store: store).overviews(on: today)
        .map { try BoardRow($0, on: today, session) }
    }.sorted(by: BoardRow.isBefore)
    let parameters = try store.shownParameters(of: rows.map(\.overview))
    try Self.listing(session, today, parameters).write(
      rows, session,
      none: Localized(nl: "Geen trajecten gevonden.", en: "No trajecten found."), hint: hint)
    if session.format == .table, !rows.isEmpty { summary(rows, session, today) }
    Practice.remark(session)
    return 0
  }

  /// What to do where the board is empty.
  private var hint: Localized {
    let isFiltered = mine || [role, school, workflow, phase, status].contains { $0 != nil }
    return isFiltered
      ? Localized(
        nl: "alles zien: «cyclus board»; wat voltooid is, staat onder «cyclus board --status completed»",
        en: "to see all: “cyclus board”; what is completed stands under “cyclus board --status completed”")
      : Localized(
        nl: "begin een traject met «cyclus start», of lees een groep in met «cyclus import»",
        en: "start a traject with “cyclus start”, or take over a group with “cyclus import”")
  }

  private func summary(_ rows: [BoardRow], _ session: Session, _ today: Day) {
    let overdue = rows.count { $0.overdueCount > 0 }
    let escalated = rows.reduce(0) { $0 + $1.overview.openEscalations }
    session.console.out()
    session.console.out(
      session.text(
        "\(Noun.traject.count(rows.count, .nl)) · \(overdue) te laat · escalaties open: \(escalated) · \(today.longNL)",
        "\(Noun.traject.count(rows.count, .en)) · \(overdue) overdue · escalations open: \(escalated) · \(today.longEN)"
      ))
    if let legend = ProgressLegend.lagging(rows.count { $0.overview.progress.isLagging(on: today) }) {
      TerminalText.hang(session.text(legend), width: session.console.width ?? 1000, indent: 2)
        .forEach { session.console.out($0) }
    }
    if let row = rows.first(where: { $0.overdueCount > 1 }) {
      let (more, name) = (row.overdueCount - 1, "T\(row.overview.id)")
      let nl = Noun.obligation.count(more, .nl)
      let en = Noun.obligation.count(more, .en)
      session.console.out(
        session.text(
          "+\(more): nog \(nl) te laat in \(name); zie «cyclus show \(name)»",
          "+\(more): \(en) more overdue in \(name); see “cyclus show \(name)”"))
    }
  }

  private static func listing(_ session: Session, _ today: Day, _ parameters: [String]) -> Listing<BoardRow> {
    var listing = Listing<BoardRow>()
    listing.data("traject") { .string("T\($0.overview.id)") }
    listing.data("student") { .string($0.number) }
    listing.data("name") { .string($0.name) }
    listing.data("school") { JSONValue($0.school) }
    listing.data("workflow") { .string($0.overview.workflow) }
    listing.data("phase") { .string($0.overview.phase) }
    listing.data("status") { .string($0.overview.status.rawValue) }
    listing.data("week") { JSONValue($0.overview.week(on: today)) }
    listing.data("next_due") { JSONValue($0.next?.due) }
    listing.data("next_what") { JSONValue($0.next?.what.nl) }
    listing.data("next_role") { JSONValue($0.next?.role) }
    listing.data("next_person") { JSONValue($0.next?.person) }
    listing.data("overdue_count") { JSONValue($0.overdueCount) }
    listing.data("open_escalations") { JSONValue($0.overview.openEscalations) }
    listing.data("time_percent") { JSONValue($0.overview.progress.timePercent(on: today)) }
    listing.data("steps_percent") { JSONValue($0.overview.progress.stepsPercent) }
    for id in parameters { listing.data(id) { JSONValue($0.overview.parameters[id]) } }
    shown(&listing, session, today)
    return listing
  }

  /// On a narrow terminal only what one has to know in ten seconds: who, where, by when, what, whose turn.
  private static func shown(_ listing: inout Listing<BoardRow>, _ session: Session, _ today: Day) {
    listing.shown("", "", minimum: 4, priority: 9) { TextTable.Cell("T\($0.overview.id)", .dim) }
    listing.shown("naam", "name", minimum: 16, priority: 9, wraps: true) {
      // Where there is no room for a column beside the phase, who lags is marked at the name.
      TextTable.Cell($0.nameWithPartner + (session.isWide ? "" : $0.laggingMark(on: today)))
    }
    if session.console.width.map({ $0 >= 120 }) ?? true {
      listing.shown("school", "school", minimum: 12, priority: 1, flexible: true) {
        TextTable.Cell($0.school ?? "")
      }
    }
    listing.shown("fase", "phase", minimum: 11, priority: 3) { row in
      let isActive = row.overview.status == .active
      return TextTable.Cell(isActive ? row.phase : row.statusText(session), isActive ? .plain : .yellow)
    }
    if session.isWide {
      listing.shown("datum", "date", minimum: 6, priority: 9) { row in
        TextTable.Cell(row.next?.due.map { session.short($0, in: today.year) } ?? "", row.style)
      }
      listing.shown("laat", "over", alignment: .right, minimum: 4, priority: 9) { row in
        let days = row.next?.daysOver(on: today) ?? 0
        return TextTable.Cell(days > 0 ? "\(days) d" : "", .red)
      }
    } else {
      listing.shown("uiterlijk", "due", minimum: 9, priority: 9) { row in
        TextTable.Cell(row.due(on: today, session), row.style)
      }
    }
    if session.isWide {
      listing.shown("tijd/stap", "time/step", minimum: 6, priority: 2) { row in
        let isLagging = row.overview.progress.isLagging(on: today)
        return TextTable.Cell(row.progress(on: today), isLagging ? .yellow : .dim)
      }
    }
    listing.shown("wat", "what", minimum: session.isWide ? 34 : 23, priority: 9, wraps: true) { row in
      TextTable.Cell(row.what(session), row.isPressing ? .plain : .dim)
    }
    listing.shown("wie", "who", minimum: 7, priority: 9, wraps: session.isWide) { row in
      TextTable.Cell(row.who, row.isPressing ? .plain : .dim)
    }
    guard session.isWide else { return }
    listing.shown("meer", "more", alignment: .right, minimum: 4, priority: 2) { row in
      TextTable.Cell(row.more.joined(separator: " "), .yellow)
    }
  }
}

/// Which trajecten a board shows, now or in the past.
struct BoardQuery {
  let command: BoardCommand
  let session: Session
  let store: Store

  func overviews(on today: Day) throws -> [Overview] {
    var filter = OverviewFilter()
    if command.mine {
      guard let actor = try session.actor(store)?.actor else {
        throw Failure.usage(
          "--mine: zeg met --as wie u bent, of koppel \(session.surroundings.account) in de instellingen",
          "--mine: say with --as who you are, or link \(session.surroundings.account) in the settings")
      }
      filter.person = actor.person
      filter.role = actor.role
    }
    if let text = command.role {
      guard let (role, person) = try Pairs.read([text], "--role").first else { return [] }
      filter.role = role
      filter.person = try store.person(named: person).id
    }
    if let status = command.status {
      guard let known = Traject.Status(rawValue: status) else {
        let all = Traject.Status.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure.usage("--status: kies uit \(all)", "--status: choose from \(all)")
      }
      filter.status = known
    }
    filter.workflow = try command.workflow.map { try store.published($0).id }
    filter.phase = try command.phase.map(phase)
    filter.school = command.school
    try resolveRole(&filter)
    let past = try session.past()
    return past.isNow ? try store.overviews(filter, on: today) : try store.overviews(filter, past)
  }

  /// A phase that some published workflow has.
  private func phase(_ name: String) throws -> String {
    let known = try store.publishedWorkflows().flatMap {
      try store.workflow(digest: $0.digest).phases.map(\.id)
    }
    guard !known.contains(name) else { return name }
    guard let nearest = NearestName.of(name, among: known) else {
      let all = known.joined(separator: ", ")
      throw Failure.usage(
        "er is geen fase «\(name)»; bekend zijn: \(all)", "there is no phase “\(name)”; known are: \(all)")
    }
    throw Failure.usage(
      "er is geen fase «\(name)»: bedoelt u \(nearest)?",
      "there is no phase “\(name)”: do you mean \(nearest)?")
  }

  /// A short name of a role is understood too, in any published workflow.
  private func resolveRole(_ filter: inout OverviewFilter) throws {
    guard let name = filter.role else { return }
    for published in try store.publishedWorkflows() {
      if let role = try store.workflow(digest: published.digest).role(name) {
        filter.role = role.id
        return
      }
    }
    throw Failure.usage("er is geen rol «\(name)»", "there is no role “\(name)”")
  }
}

/// Says that a database is for practice, wherever people read a list from it.
enum Practice {
  static func remark(_ session: Session) {
    guard session.format == .table, (try? session.store(.read).isPractice) == true else { return }
    session.remark([
      Localized(
        nl: "Oefendatabase: deze gegevens zijn niet echt.", en: "Practice database: these data are not real.")
    ])
  }
}

extension Workflow {
  /// The short name of a role, or its id.
  func shortName(ofRole id: String) -> String {
    guard let role = role(id), !role.short.isEmpty else { return id }
    return role.short
  }
}
