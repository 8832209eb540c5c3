import ArgumentParser
import CyclusCore
import CyclusStore

struct TodoCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "todo", abstract: "What one person owes, most pressing first.",
    discussion: """
      cyclus todo --for BEUN
      cyclus todo                       for whom --as or the settings name
      """)
  @Option(name: .customLong("for"), help: "the person: code, student number or id") var person: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let store = try session.store(.read)
    let today = try session.today()
    let rows = try store.reading { try self.rows(try who(session, store), session, store, today) }
    try ObligationListing.make(session, today, withTraject: true, withProgress: true).write(
      rows, session,
      none: Localized(nl: "Niets te doen op \(today.longNL).", en: "Nothing to do on \(today.longEN)."),
      hint: Localized(
        nl: "waar de studenten zijn, en wie er aan zet is: «cyclus board»",
        en: "where the students are, and whose turn it is: “cyclus board”"))
    if session.format == .table, !rows.isEmpty {
      let overdue = rows.count { $0.obligation.state(on: today) == .overdue }
      session.console.out()
      session.console.out(
        session.text(
          "\(rows.count) open, waarvan \(overdue) te laat · peildatum \(today.longNL)",
          "\(rows.count) open, \(overdue) of them overdue · reference date \(today.longEN)"))
      let trajecten = Dictionary(rows.compactMap { row in row.traject.map { ($0.id, $0) } }) { first, _ in
        first
      }
      if let legend = ProgressLegend.lagging(trajecten.values.count { $0.progress.isLagging(on: today) }) {
        TerminalText.hang(session.text(legend), width: session.console.width ?? 1000, indent: 2)
          .forEach { session.console.out($0) }
      }
    }
    Practice.remark(session)
    return 0
  }

  private func who(_ session: Session, _ store: Store) throws -> PersonID {
    if let person { return try store.person(named: person).id }
    guard let actor = try session.actor(store)?.actor.person else {
      throw Failure.usage(
        "zeg met --for wiens lijst u wilt zien", "say with --for whose list you want to see")
    }
    return actor
  }

  private func rows(_ person: PersonID, _ session: Session, _ store: Store, _ today: Day) throws
    -> [ObligationListing.Row]
  {
    let past = try session.past()
    let found: [ObligationListing.Row]
    if past.isNow {
      var overviews: [Int: Overview] = [:]
      found = try store.obligations(of: person).map { id, obligation in
        let overview = try overviews[id] ?? store.overview(id)
        overviews[id] = overview
        return ObligationListing.Row(
          traject: overview, obligation: obligation, workflow: try store.workflow(overview))
      }
    } else {
      let held = try store.rolesHeld(by: person, past)
      found = try store.overviews(OverviewFilter(), past).flatMap { overview in
        try overview.obligations.filter { obligation in
          // Of several people with one role either can meet it.
          obligation.person == person
            || obligation.person != nil
              && held.contains { $0.traject == overview.id && $0.role == obligation.role }
        }
        .map {
          ObligationListing.Row(traject: overview, obligation: $0, workflow: try store.workflow(overview))
        }
      }
    }
    return found.filter { $0.obligation.isPressing(on: today) }.sorted { a, b in
      let isBefore = Obligation.isMorePressing(a.obligation, b.obligation, on: today)
      let isAfter = Obligation.isMorePressing(b.obligation, a.obligation, on: today)
      return isBefore != isAfter ? isBefore : (a.traject?.id ?? 0) < (b.traject?.id ?? 0)
    }
  }
}
