import ArgumentParser
import CyclusCore
import CyclusStore

struct AuditDecisionsCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "Every decision: who decided what, when, in which role and under which rule.",
    discussion: """
      cyclus audit decisions --by VARE
      cyclus audit decisions --since 2026-06-01 --outcome niet-voldaan --format csv --excel
      """)
  @Option(help: "decided on or after this day") var since: String?
  @Option(help: "decided on or before this day") var until: String?
  @Option(help: "only this workflow") var workflow: String?
  @Option(help: "only this reason of an escalation, a block or an early end") var reason: String?
  @Option(help: "only this result: a verdict, an outcome, or a type such as waived") var outcome: String?
  @Option(help: "only what was decided in this role") var role: String?
  @Option(help: "only what this person decided") var by: String?
  @Option(help: "only this school: a part of its name") var school: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let store = try session.store(.read)
    let rows = try filtered(try store.decisions(try session.past()), session, store)
    try listing(session, store).write(
      rows, session, none: Localized(nl: "Geen beslissingen gevonden.", en: "No decisions found."), hint: hint
    )
    if session.format == .table, !rows.isEmpty {
      session.console.out()
      session.console.out(Noun.decision.count(rows.count, session.language))
    }
    Practice.remark(session)
    return 0
  }

  private var hint: Localized? {
    guard [since, until, workflow, reason, outcome, role, by, school].contains(where: { $0 != nil }) else {
      return nil
    }
    return Localized(
      nl: "alles zien: «cyclus audit decisions»", en: "to see all: “cyclus audit decisions”")
  }

  private func filtered(_ rows: [DecisionRow], _ session: Session, _ store: Store) throws -> [DecisionRow] {
    let since = try session.day("--since", since)
    let until = try session.day("--until", until)
    let person = try by.map { try store.person(named: $0).id }
    return try rows.filter { row in
      let day = row.event.happened
      guard since.map({ day >= $0 }) ?? true, until.map({ day <= $0 }) ?? true else { return false }
      guard workflow.map({ row.workflow == $0 }) ?? true, reason.map({ row.reason == $0 }) ?? true else {
        return false
      }
      guard outcome.map({ row.result == $0 || row.event.event.type == $0 }) ?? true else { return false }
      if let role, row.event.actor.role != (try store.workflow(digest: row.digest).role(role)?.id ?? role) {
        return false
      }
      guard person.map({ row.event.actor.person == $0 }) ?? true else { return false }
      guard let school else { return true }
      return try session.school(row.school)?.lowercased().contains(school.lowercased()) ?? false
    }
  }

  private func listing(_ session: Session, _ store: Store) -> Listing<DecisionRow> {
    var listing = Listing<DecisionRow>()
    listing.data("seq") { JSONValue($0.event.seq) }
    listing.data("traject") { .string("T\($0.event.traject)") }
    listing.data("student") { JSONValue(try $0.student.map(session.number)) }
    listing.data("school") { JSONValue(try session.school($0.school)) }
    listing.data("workflow") { .string($0.workflow) }
    listing.data("version") { .string($0.version) }
    listing.data("type") { .string($0.event.event.type) }
    listing.data("about") { JSONValue($0.about) }
    listing.data("result") { JSONValue($0.result) }
    listing.data("reason") { JSONValue($0.reason) }
    listing.data("by") { JSONValue($0.event.actor.person) }
    listing.data("role") { JSONValue($0.event.actor.role) }
    listing.data("recorder") { .string("O\($0.event.recorder)") }
    listing.data("source") { JSONValue($0.event.source?.rawValue) }
    listing.data("happened_on") { JSONValue($0.event.happened) }
    listing.data("recorded_at") { .string($0.event.recorded.description) }
    listing.data("rule") { .string($0.event.rules.joined(separator: ", ")) }
    listing.data("why") { JSONValue($0.why) }
    listing.data("corrected_by") { $0.correctedBy.map { JSONValue($0) } ?? .null }
    listing.shown("#", "#", alignment: .right, minimum: 3, priority: 9) {
      TextTable.Cell(String($0.event.seq), .dim)
    }
    listing.shown("", "", minimum: 3, priority: 9) { TextTable.Cell("T\($0.event.traject)", .dim) }
    listing.shown("naam", "name", minimum: 13, priority: 9, wraps: true) {
      TextTable.Cell(try session.name($0.student, sorted: true))
    }
    listing.shown("wat, op welke dag", "what, on which day", minimum: 36, priority: 9, wraps: true) {
      TextTable.Cell(try what($0, session, store))
    }
    listing.shownBelow { TextTable.Cell(try who($0, session, store), .dim) }
    return listing
  }

  private func what(_ row: DecisionRow, _ session: Session, _ store: Store) throws -> String {
    let text = EventText(session: session, workflow: try store.workflow(digest: row.digest))
    let mark = row.correctedBy.map { session.text("[gecorrigeerd, #\($0)] ", "[corrected, #\($0)] ") } ?? ""
    return mark + (try text.sentence(row.event))
  }

  /// Who decided in which role, how that is known, and under which rule.
  private func who(_ row: DecisionRow, _ session: Session, _ store: Store) throws -> String {
    let workflow = try store.workflow(digest: row.digest)
    let role = row.event.actor.role.map(workflow.shortName(ofRole:))
    let recorded = row.event.recorded.dutchMoment
    let parts = [
      [role, try session.name(row.event.actor.person)].compactMap(\.self).joined(separator: " "),
      session.text("vastgelegd ", "recorded ") + "\(session.short(recorded.day)) \(recorded.timeText)",
      row.event.source.map { session.text("bron ", "source ") + $0.rawValue } ?? "",
      row.event.rules.joined(separator: ", "),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
