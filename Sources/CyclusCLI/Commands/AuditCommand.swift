import ArgumentParser
import CyclusCore
import CyclusStore

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Questions of a quality officer or an appeals board.",
    subcommands: [AuditEscalationsCommand.self, AuditDecisionsCommand.self])
}

struct AuditEscalationsCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalations",
    abstract: "Every escalation: who opened it, why, who was consulted, who decided what.",
    discussion: """
      cyclus audit escalations --open
      cyclus audit escalations --since 2026-03-01 --reason zorg-leeruitkomst --format csv --excel
      """)
  @OptionGroup var filter: AuditFilter
  @Flag(help: "only what nobody has decided yet") var open = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let store = try session.store(.read)
    let today = try session.today()
    let rows = try filter.passed(try all(session, store).filter { !open || $0.status == .open }, session) {
      row in
      AuditFilter.Subject(
        day: row.opened, workflow: row.workflow, digest: row.digest, reasons: [row.reason, row.route],
        role: row.to, people: [row.openedBy, row.decidedBy], school: row.school)
    }
    try listing(session, store, today).write(
      rows, session, none: Localized(nl: "Geen escalaties gevonden.", en: "No escalations found."),
      hint: hint)
    if session.format == .table, !rows.isEmpty {
      let open = rows.count { $0.status == .open }
      session.console.out()
      session.console.out(
        session.text(
          "\(Noun.escalation.count(rows.count, .nl)), \(open) open · peildatum \(today.longNL)",
          "\(Noun.escalation.count(rows.count, .en)), \(open) open · reference date \(today.longEN)"))
    }
    Practice.remark(session)
    return 0
  }

  private var hint: Localized {
    open || filter.isSet
      ? Localized(nl: "alles zien: «cyclus audit escalations»", en: "to see all: “cyclus audit escalations”")
      : Localized(
        nl: "een escalatie opent u met «cyclus escalate»",
        en: "an escalation is opened with “cyclus escalate”")
  }

  private func all(_ session: Session, _ store: Store) throws -> [EscalationRow] {
    let past = try session.past()
    guard !past.isNow else { return try store.escalations() }
    return try store.states(past).flatMap { state, rulebook in
      state.escalations.map { EscalationRow($0, of: state, route: rulebook.workflow.route($0.route)) }
    }.sorted { a, b in (a.opened, a.traject, a.id) < (b.opened, b.traject, b.id) }
  }

  private func listing(_ session: Session, _ store: Store, _ today: Day) -> Listing<EscalationRow> {
    var listing = Listing<EscalationRow>()
    listing.data("escalation") { .string($0.id) }
    listing.data("traject") { .string("T\($0.traject)") }
    listing.data("student") { .string(try session.number($0.student)) }
    listing.data("school") { JSONValue(try session.school($0.school)) }
    listing.data("workflow") { .string($0.workflow) }
    listing.data("reason") { .string($0.reason) }
    listing.data("about") { JSONValue($0.about) }
    listing.data("opened_on") { JSONValue($0.opened) }
    listing.data("opened_by") { JSONValue($0.openedBy?.description ?? "system") }
    listing.data("opened_by_role") { JSONValue($0.openedByRole) }
    listing.data("to_role") { .string($0.to) }
    listing.data("due") { JSONValue($0.due) }
    listing.data("consulted") { JSONValue($0.consulted) }
    listing.data("outcome") { JSONValue($0.outcome) }
    listing.data("decided_on") { JSONValue($0.decided) }
    listing.data("decided_by") { JSONValue($0.decidedBy) }
    listing.data("decided_by_role") { JSONValue($0.decidedByRole) }
    listing.data("days_open") { JSONValue($0.daysOpen(on: today)) }
    listing.data("rule") { JSONValue(rules: $0.rules) }
    listing.data("status") { .string($0.status.rawValue) }
    listing.data("withdrawn_on") { JSONValue($0.withdrawn) }
    listing.shown("", "", minimum: 6, priority: 9) { TextTable.Cell("T\($0.traject) \($0.id)", .dim) }
    listing.shown(
      session.isWide ? "naam" : "naam, reden", session.isWide ? "name" : "name, reason", minimum: 13,
      priority: 9, wraps: true
    ) {
      TextTable.Cell(try session.name($0.student, sorted: true))
    }
    if session.isWide {
      listing.shown("reden", "reason", minimum: 16, priority: 9, wraps: true) {
        TextTable.Cell(try reason($0, session, store))
      }
    } else {
      listing.shownBelow { TextTable.Cell(try reason($0, session, store)) }
    }
    listing.shown("geopend", "opened", minimum: 7, priority: 9) { TextTable.Cell(session.short($0.opened)) }
    listing.shown("door", "by", minimum: 4, priority: 3) { row in
      switch row.openedByRole {
      case nil: ""
      case "system": TextTable.Cell(session.text("systeem", "system"))
      case let role?: TextTable.Cell(try store.workflow(digest: row.digest).shortName(ofRole: role))
      }
    }
    listing.shown("bij", "with", minimum: 3, priority: 9) { row in
      TextTable.Cell(try store.workflow(digest: row.digest).shortName(ofRole: row.to))
    }
    listing.shown("uitkomst", "outcome", minimum: 11, priority: 9, wraps: true) { row in
      try outcome(row, session, store, today)
    }
    listing.shown("open", "open", alignment: .right, minimum: 4, priority: 8) { row in
      TextTable.Cell("\(row.daysOpen(on: today)) d")
    }
    return listing
  }

  private func reason(_ row: EscalationRow, _ session: Session, _ store: Store) throws -> String {
    let workflow = try store.workflow(digest: row.digest)
    let title = workflow.escalation(reason: row.reason)?.reason.title ?? workflow.title(of: row.route)
    return session.text(title) + (row.about.map { ": \(session.text(workflow.title(of: $0)))" } ?? "")
  }

  /// What was decided, or by when it has to be, or how many days that is past.
  private func outcome(_ row: EscalationRow, _ session: Session, _ store: Store, _ today: Day) throws
    -> TextTable.Cell
  {
    if let outcome = row.outcome {
      let route = try store.workflow(digest: row.digest).route(row.route)
      let title = route?.outcomes.first { $0.id == outcome }?.title
      return TextTable.Cell(title.map(session.text) ?? outcome, .green)
    }
    if row.withdrawn != nil { return TextTable.Cell(session.text("ingetrokken", "withdrawn"), .dim) }
    guard let due = row.due else { return TextTable.Cell(session.text("nog geen", "none yet"), .yellow) }
    guard today > due else {
      return TextTable.Cell(session.text("uiterlijk ", "due ") + session.short(due), .yellow)
    }
    let days = Noun.day.count(today - due, session.language)
    return TextTable.Cell(session.text("\(days) te laat", "\(days) overdue"), .red)
  }
}
