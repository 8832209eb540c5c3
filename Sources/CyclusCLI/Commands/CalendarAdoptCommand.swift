import ArgumentParser
import CyclusCore
import CyclusStore

struct CalendarAdoptCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Let running trajecten reckon with the calendar that was published last.",
    discussion: """
      cyclus calendar adopt --dry-run      what would move, without recording it
      cyclus calendar adopt --workflow mijn-workflow
      """)
  @Option(help: "only trajecten of this workflow") var workflow: String?
  @Flag(help: "say what would happen, record nothing") var dryRun = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let store = try session.store(dryRun ? .read : .write)
    if let workflow { _ = try store.published(workflow) }
    guard let calendar = try store.newestPublishedCalendar() else {
      throw Failure(
        code: 1,
        message: Localized(
          nl: "er is nog geen kalender gepubliceerd: doe dat met «cyclus calendar import»",
          en: "no calendar was published yet: do so with “cyclus calendar import”"))
    }
    let recording = try session.administration(store)
    try CalendarAdoption.check(recording.occasion, published: calendar.happened)
    var outcome = Outcome()
    var batch: Int?
    for traject in try store.trajectenToAdopt(workflow: workflow) {
      do {
        guard let (adoption, number) = try adopt(traject, store, recording, batch) else { continue }
        batch = batch ?? number
        session.remark([adoption.paused].compactMap(\.self))
        outcome.adoptions.append((adoption, adoption.rows))
      } catch let refusal as Refusal { outcome.refused.append((traject, refusal)) }
    }
    try tell(outcome, calendar, session)
    return outcome.refused.isEmpty ? 0 : 1
  }

  /// What adopting brought about, over all trajecten.
  private struct Outcome {
    var adoptions: [(adoption: CalendarAdoption, rows: [CalendarAdoption.Row])] = []
    var refused: [(traject: Int, refusal: Refusal)] = []
    var dates: Int { adoptions.reduce(0) { $0 + $1.rows.count } }
    var heldBack: Int { adoptions.reduce(0) { $0 + $1.rows.count(where: \.isHeldBack) } }
  }

  private func adopt(
    _ traject: Int, _ store: Store, _ recording: Recording, _ batch: Int?
  ) throws -> (CalendarAdoption, batch: Int?)? {
    if dryRun { return try store.adoption(of: traject, on: recording.occasion).map { ($0, nil) } }
    return try store.adopt(traject, recording, batch: batch).map { ($0.adoption, $0.performed.batch) }
  }

  // MARK: Words

  private func tell(_ outcome: Outcome, _ calendar: PublishedCalendar, _ session: Session) throws {
    for (traject, refusal) in outcome.refused {
      session.remark(
        refusal.missing.map {
          Localized(nl: "T\(traject): \($0.message.nl)", en: "T\(traject): \($0.message.en)")
        })
    }
    guard session.format == .table else {
      let rows = outcome.adoptions.flatMap { adopted in adopted.rows.map { (adopted.adoption, $0) } }
      try listing(session).write(rows, session, none: Localized(""))
      return
    }
    guard !outcome.adoptions.isEmpty else {
      if outcome.refused.isEmpty {
        session.console.out(
          session.text(
            "Niets te doen: elk lopend traject rekent al met kalender \(calendar.version).",
            "Nothing to do: every running traject reckons with calendar \(calendar.version) already."))
      }
      return
    }
    for (adoption, rows) in outcome.adoptions {
      try AdoptionText(adoption: adoption, rows: rows, session: session).write()
    }
    if outcome.dates == 0 {
      session.console.out(session.text("Geen enkele datum verschuift.", "Not one date moves."))
    }
    session.console.out()
    say(sum(of: outcome, calendar), session)
  }

  private func say(_ text: Localized, _ session: Session) {
    session.console.out(
      TerminalText.hang(session.text(text), width: session.console.width ?? 1000, indent: 2))
  }

  /// How many trajecten and dates; of the dates how many the day of adoption holds back.
  private func sum(of outcome: Outcome, _ calendar: PublishedCalendar) -> Localized {
    let trajecten = { Noun.traject.count(outcome.adoptions.count, $0) }
    let dates = { Noun.date.count(outcome.dates, $0) }
    let (nl, en) =
      outcome.heldBack == 0
      ? ("", "")
      : (
        ", waarvan \(outcome.heldBack) tegengehouden (*): voor de dag van aannemen kan niet",
        ", of which \(outcome.heldBack) held back (*): none goes before the day of adoption"
      )
    return Localized(
      nl: "\(trajecten(.nl)) naar kalender \(calendar.version), \(dates(.nl)) anders\(nl)"
        + (dryRun ? "; er is niets vastgelegd" : ""),
      en: "\(trajecten(.en)) to calendar \(calendar.version), \(dates(.en)) changed\(en)"
        + (dryRun ? "; nothing was recorded" : ""))
  }

  private func listing(_ session: Session) throws -> Listing<(CalendarAdoption, CalendarAdoption.Row)> {
    var listing = Listing<(CalendarAdoption, CalendarAdoption.Row)>()
    listing.data("traject") { .string($0.0.before.traject.name) }
    listing.data("student") { .string(try session.number($0.0.before.traject.student)) }
    listing.data("obligation") { .string($0.1.moved.obligation.description) }
    listing.data("what") { .string($0.1.obligation.what.nl) }
    listing.data("from") { JSONValue($0.1.moved.from) }
    listing.data("to") { JSONValue($0.1.moved.to) }
    listing.data("because_of") { JSONValue($0.1.cause?.name?.nl) }
    listing.data("because_on") { JSONValue($0.1.cause?.day) }
    listing.data("follows") { JSONValue($0.1.cause?.followed) }
    listing.data("held_back") { .bool($0.1.isHeldBack) }
    return listing
  }
}
