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
  @OptionGroup var filter: AuditFilter
  @Option(help: "only this result: a verdict, an outcome, or a type such as waived") var outcome: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let store = try session.store(.read)
    let decisions = try store.decisions(try session.past()).filter { row in
      outcome.map { row.result == $0 || row.event.event.type == $0 } ?? true
    }
    let rows = try filter.passed(decisions, session) { row in
      AuditFilter.Subject(
        day: row.event.happened, workflow: row.workflow, digest: row.digest, reasons: [row.reason],
        role: row.event.actor.role, people: [row.event.actor.person], school: row.school)
    }
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
    guard filter.isSet || outcome != nil else { return nil }
    return Localized(
      nl: "alles zien: «cyclus audit decisions»", en: "to see all: “cyclus audit decisions”")
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
    listing.data("rule") { JSONValue(rules: $0.event.rules) }
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
