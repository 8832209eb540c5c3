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
    try Self.listing(session, today).write(
      rows, session,
      none: Localized(nl: "Geen trajecten gevonden.", en: "No trajecten found."))
    if session.format == .table, !rows.isEmpty { summary(rows, session, today) }
    return 0
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
    Practice.remark(session)
  }

  private static func listing(_ session: Session, _ today: Day) -> Listing<BoardRow> {
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
    listing.shown("", "", minimum: 4, priority: 9) { TextTable.Cell("T\($0.overview.id)", .dim) }
    listing.shown("naam", "name", minimum: 13, priority: 9, flexible: true) { TextTable.Cell($0.sortedName) }
    listing.shown("fase", "phase", minimum: 11, priority: 3, flexible: true) { row in
      let isActive = row.overview.status == .active
      return TextTable.Cell(isActive ? row.phase : row.statusText(session), isActive ? .plain : .yellow)
    }
    listing.shown("datum", "date", minimum: 6, priority: 9) { row in
      TextTable.Cell(row.next?.due.map(session.short) ?? "", row.style)
    }
    listing.shown("laat", "over", alignment: .right, minimum: 4, priority: 9) { row in
      let days = row.next?.daysOver(on: today) ?? 0
      return TextTable.Cell(days > 0 ? "\(days) d" : "", .red)
    }
    listing.shown("wat", "what", minimum: 22, priority: 9, flexible: true) { row in
      TextTable.Cell(
        row.next.map { session.text($0.what).capitalisedFirst } ?? "–", row.isPressing ? .plain : .dim)
    }
    listing.shown("wie", "who", minimum: 3, priority: 9) { row in
      TextTable.Cell(row.shortRole, row.isPressing ? .plain : .dim)
    }
    listing.shown("meer", "more", alignment: .right, minimum: 4, priority: 2) { row in
      let more = row.overdueCount > 1 ? ["+\(row.overdueCount - 1)"] : []
      let escalations = row.overview.openEscalations > 0 ? ["E\(row.overview.openEscalations)"] : []
      return TextTable.Cell((more + escalations).joined(separator: " "), .yellow)
    }
    return listing
  }
}

/// One line of the board.
struct BoardRow {
  let overview: Overview
  let number: String
  let name: String
  let sortedName: String
  let school: String?
  let phase: String
  /// What presses most; where nothing does, what comes next.
  let next: Obligation?
  let isPressing: Bool
  let shortRole: String
  let overdueCount: Int

  init(_ overview: Overview, on today: Day, _ session: Session) throws {
    self.overview = overview
    number = try session.number(overview.student)
    name = try session.name(overview.student)
    sortedName = try session.name(overview.student, sorted: true)
    school = try session.school(overview.school)
    let pressing = overview.pressing(on: today)
    isPressing = !pressing.isEmpty
    next = pressing.first ?? overview.upcoming(on: today)
    overdueCount = pressing.count { $0.state(on: today) == .overdue }
    let workflow = try session.store(.read).workflow(overview)
    phase = session.text(workflow.title(of: overview.phase))
    shortRole = next.map { workflow.shortName(ofRole: $0.role) } ?? ""
  }

  var style: Style { !isPressing ? .dim : overdueCount > 0 ? .red : .plain }

  func statusText(_ session: Session) -> String {
    switch overview.status {
    case .active: phase
    case .blocked: session.text("geblokkeerd", "blocked")
    case .paused: session.text("gepauzeerd", "paused")
    case .completed: session.text("voltooid", "completed")
    case .terminated: session.text("beëindigd", "terminated")
    }
  }

  /// What presses most comes first, then what comes next.
  static func isBefore(_ a: BoardRow, _ b: BoardRow) -> Bool {
    if a.isPressing != b.isPressing { return a.isPressing }
    return isEarlier(a, b)
  }

  private static func isEarlier(_ a: BoardRow, _ b: BoardRow) -> Bool {
    switch (a.next?.due, b.next?.due) {
    case (let x?, let y?) where x != y: x < y
    case (_?, nil): true
    case (nil, _?): false
    default: a.sortedName != b.sortedName ? a.sortedName < b.sortedName : a.overview.id < b.overview.id
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
    let hint = NearestName.of(name, among: known) ?? known.joined(separator: ", ")
    throw Failure.usage(
      "er is geen fase «\(name)»: bedoelt u \(hint)?", "there is no phase “\(name)”: do you mean \(hint)?")
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
