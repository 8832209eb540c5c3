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
        outcome.trajecten += 1
        session.remark([adoption.paused].compactMap(\.self))
        outcome.moves += adoption.event.moved.map { Move(adoption: adoption, moved: $0) }
      } catch let refusal as Refusal { outcome.refused.append((traject, refusal)) }
    }
    try tell(outcome, calendar, session)
    return outcome.refused.isEmpty ? 0 : 1
  }

  /// What adopting brought about, over all trajecten.
  private struct Outcome {
    var trajecten = 0
    var moves: [Move] = []
    var refused: [(traject: Int, refusal: Refusal)] = []
  }

  /// An obligation of a traject with its old and its new date.
  private struct Move {
    var adoption: CalendarAdoption
    var moved: Event.CalendarAdopted.Moved
    var obligation: Obligation? {
      (adoption.before.obligations + adoption.after.obligations).first { $0.key == moved.obligation }
    }
  }

  private func adopt(
    _ traject: Int, _ store: Store, _ recording: Recording, _ batch: Int?
  ) throws -> (CalendarAdoption, batch: Int?)? {
    if dryRun { return try store.adoption(of: traject).map { ($0, nil) } }
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
    let none = Localized(
      nl: outcome.trajecten == 0 ? "" : "Geen enkele datum verschuift.",
      en: outcome.trajecten == 0 ? "" : "Not one date moves.")
    if session.format != .table || outcome.trajecten > 0 {
      try listing(session).write(outcome.moves, session, none: none)
    }
    guard session.format == .table else { return }
    guard outcome.trajecten > 0 else {
      if outcome.refused.isEmpty {
        session.console.out(
          session.text(
            "Niets te doen: elk lopend traject rekent al met kalender \(calendar.version).",
            "Nothing to do: every running traject reckons with calendar \(calendar.version) already."))
      }
      return
    }
    session.console.out()
    let trajecten = { (language: Language) in Noun.traject.count(outcome.trajecten, language) }
    let moves = { (language: Language) in Noun.date.count(outcome.moves.count, language) }
    session.console.out(
      dryRun
        ? session.text(
          "\(trajecten(.nl)) naar kalender \(calendar.version), \(moves(.nl)) anders; er is niets vastgelegd",
          "\(trajecten(.en)) to calendar \(calendar.version), \(moves(.en)) changed; nothing was recorded")
        : session.text(
          "\(trajecten(.nl)) naar kalender \(calendar.version), \(moves(.nl)) anders",
          "\(trajecten(.en)) to calendar \(calendar.version), \(moves(.en)) changed"))
  }

  private func listing(_ session: Session) throws -> Listing<Move> {
    let year = try session.today().year
    var listing = Listing<Move>()
    listing.data("traject") { .string($0.adoption.before.traject.name) }
    listing.data("student") { .string(try session.number($0.adoption.before.traject.student)) }
    listing.data("obligation") { .string($0.moved.obligation.description) }
    listing.data("what") { .string($0.obligation?.what.nl ?? $0.moved.obligation.description) }
    listing.data("from") { JSONValue($0.moved.from) }
    listing.data("to") { JSONValue($0.moved.to) }
    listing.data("because_of") { JSONValue($0.adoption.difference(behind: $0.moved)?.name.nl) }
    listing.data("because_on") { JSONValue($0.adoption.difference(behind: $0.moved)?.day) }
    func date(_ day: Day?) -> TextTable.Cell {
      TextTable.Cell(
        day.map { session.text($0.weekday.nl, $0.weekday.en) + " " + session.short($0, in: year) } ?? "–")
    }
    listing.shown("traject", "traject", minimum: 3, priority: 9) {
      TextTable.Cell($0.adoption.before.traject.name, .dim)
    }
    listing.shown("student", "student", minimum: 8, priority: 5, flexible: true) {
      TextTable.Cell(try session.name($0.adoption.before.traject.student, sorted: true))
    }
    listing.shown("wat", "what", minimum: 26, priority: 8, flexible: true, wraps: true) {
      TextTable.Cell(session.text($0.obligation?.what ?? Localized($0.moved.obligation.description)))
    }
    listing.shown("was", "was", minimum: 8, priority: 9) { date($0.moved.from) }
    listing.shown("wordt", "becomes", minimum: 8, priority: 9) { date($0.moved.to) }
    listing.shown("door", "because of", minimum: 12, priority: 7, flexible: true, wraps: true) {
      TextTable.Cell(reason($0, session))
    }
    return listing
  }

  private func reason(_ move: Move, _ session: Session) -> String {
    guard let difference = move.adoption.difference(behind: move.moved) else { return "" }
    let day = difference.day == move.moved.from ? "" : " (\(session.short(difference.day)))"
    return difference.isFree
      ? session.text(difference.name) + day
      : session.text("lesdag, was \(difference.name.nl)", "teaching day, was \(difference.name.en)") + day
  }
}
