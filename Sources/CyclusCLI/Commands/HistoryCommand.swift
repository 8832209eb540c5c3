import ArgumentParser
import CyclusCore
import CyclusStore

struct HistoryCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Everything that was recorded of a traject: what, who, when, how it was known.",
    discussion: """
      cyclus history T17
      cyclus history T17 --known-at "2026-04-01 00:00"
      """)
  @Argument(help: "id (T17) or student number") var traject: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let store = try session.store(.read)
    let id = try store.loggedTraject(named: traject)
    let past = try session.past()
    let events =
      past.asOf == nil
      ? try store.events(of: id).filter { event in past.knownAt.map { event.recorded <= $0 } ?? true }
      : try store.effectiveEvents(of: id, past)
    if let day = past.asOf, case .started(let started) = events.first?.event, started.from > day {
      throw Failure.before(traject)
    }
    let workflow = try store.workflow(ofLogged: id)
    try listing(session, workflow, marks: marks(events, session)).write(
      events, session, none: Localized(nl: "Nog niets vastgelegd.", en: "Nothing recorded yet."))
    Practice.remark(session)
    return 0
  }

  /// What a reader has to know of an event at once: that a later one took it out, or gave it other data.
  private func marks(_ events: [LoggedEvent], _ session: Session) -> [Int: String] {
    var marks: [Int: String] = [:]
    var retracted: Set<Int> = []
    for event in events.reversed() {
      guard case .corrected(let corrected) = event.event, !retracted.contains(event.seq) else { continue }
      let isOut = corrected.isRetraction
      if isOut { retracted.insert(corrected.event) }
      guard marks[corrected.event] == nil else { continue }
      if let cause = corrected.along {
        marks[corrected.event] = session.text(
          "[meegevallen met #\(cause), #\(event.seq)] ", "[fell with #\(cause), #\(event.seq)] ")
        continue
      }
      marks[corrected.event] =
        isOut
        ? session.text("[teruggenomen, #\(event.seq)] ", "[taken out, #\(event.seq)] ")
        : session.text("[gecorrigeerd, #\(event.seq)] ", "[corrected, #\(event.seq)] ")
    }
    return marks
  }

  private func listing(
    _ session: Session, _ workflow: Workflow, marks: [Int: String]
  ) -> Listing<LoggedEvent> {
    var listing = Listing<LoggedEvent>()
    listing.data("seq") { JSONValue($0.seq) }
    listing.data("traject") { .string("T\($0.traject)") }
    listing.data("type") { .string($0.event.type) }
    listing.data("phase") { .string($0.phase) }
    listing.data("actor") { JSONValue($0.actor.person) }
    listing.data("role") { JSONValue($0.actor.role) }
    listing.data("recorder") { .string("O\($0.recorder)") }
    listing.data("source") { JSONValue($0.source?.rawValue) }
    listing.data("happened_on") { JSONValue($0.happened) }
    listing.data("recorded_at") { .string($0.recorded.description) }
    listing.data("rule") { .string($0.rules.joined(separator: ", ")) }
    listing.data("workflow") { _ in .string(workflow.id) }
    listing.data("version") { _ in .string(workflow.version) }
    listing.data("batch") { JSONValue($0.batch) }
    listing.data("data") { .object($0.event.data) }
    let text = EventText(session: session, workflow: workflow)
    listing.shown("#", "#", alignment: .right, minimum: 3, priority: 9) {
      TextTable.Cell(String($0.seq), .dim)
    }
    listing.shown("wat, op welke dag", "what, on which day", minimum: 36, priority: 9, wraps: true) {
      TextTable.Cell((marks[$0.seq] ?? "") + (try text.sentence($0)))
    }
    guard session.isWide else {
      listing.shownBelow { event in
        let parts = [
          try session.name(of: event.actor), recorded(event, session),
          event.source.map { session.text("bron ", "source ") + $0.rawValue } ?? "",
          event.rules.joined(separator: ", "),
        ]
        return TextTable.Cell(parts.filter { !$0.isEmpty }.joined(separator: " · "), .dim)
      }
      return listing
    }
    listing.shown("door", "by", minimum: 12, priority: 9, wraps: true) {
      TextTable.Cell(try session.name(of: $0.actor))
    }
    listing.shown("vastgelegd", "recorded", minimum: 10, priority: 4) {
      TextTable.Cell(recorded($0, session))
    }
    listing.shown("bron", "source", minimum: 4, priority: 2) { TextTable.Cell($0.source?.rawValue ?? "") }
    listing.shown("regel", "rule", minimum: 6, priority: 3) { TextTable.Cell($0.rules.first ?? "", .dim) }
    return listing
  }

  private func recorded(_ event: LoggedEvent, _ session: Session) -> String {
    let moment = event.recorded.dutchMoment
    let time = "\(session.short(moment.day)) \(moment.timeText)"
    return session.isWide ? time : session.text("vastgelegd ", "recorded ") + time
  }
}
