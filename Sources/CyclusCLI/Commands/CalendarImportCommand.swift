import ArgumentParser
import CyclusCore
import CyclusExchange
import CyclusStore
import CyclusYAML

struct CalendarImportCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Publish year plans: trajecten that start from now on reckon with them.",
    discussion: """
      cyclus calendar import jaarplan.csv
      cyclus calendar import schoolvakanties.csv jaarplan.ics
      cyclus calendar import --good-friday free
      """)
  @Argument(help: "year plans: CSV or iCalendar (.ics)") var files: [String] = []
  @OptionGroup var choices: CalendarHolidayChoices
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    guard !files.isEmpty || choices.areHolidaysChosen else {
      throw Failure.usage(
        "geef een jaarplan (CSV of iCalendar), of kies met --good-friday of --liberation-day",
        "give a year plan (CSV or iCalendar), or choose with --good-friday or --liberation-day")
    }
    let store = try session.store(.write)
    do {
      // What is checked and what is published are the same: another process may publish a calendar meanwhile.
      let done = try store.together { try publish(store, session) }
      guard let done else { return 65 }
      try tell(done, store, session)
      return 0
    } catch let faults as CalendarFaults {
      return faults.write(session, verb: "calendar import")
    }
  }

  /// What was read, the calendar that it makes, and whether that is new.
  private typealias Done = (read: CalendarFiles, calendar: PublishedCalendar, isNew: Bool)

  /// Publishes what is sound; nil where it is not.
  private func publish(_ store: Store, _ session: Session) throws -> Done? {
    let read = try CalendarFiles(files, choices, session)
    try read.checkLayers()
    guard try isSound(read, session) else { return nil }
    // The first calendar of a database that was made without one has the school holidays that ship as well.
    let sources = read.published == nil ? read.sources : read.given
    let (calendar, isNew) = try store.publish(
      calendar: sources.map(\.layer), holidays: read.holidays,
      recording: try session.administration(store))
    return (read, calendar, isNew)
  }

  private func tell(_ done: Done, _ store: Store, _ session: Session) throws {
    let waiting = done.isNew ? try store.trajectenToAdopt().count : 0
    switch session.format {
    case .json, .csv: session.console.out(json(done.calendar, done.isNew, waiting).pretty)
    case .table: write(done.calendar, done.isNew, done.read, session)
    }
    done.read.remark(session)
    for source in done.read.given {
      guard let remark = source.layer.remark else { continue }
      let name = source.file.name
      session.remark([Localized(nl: "\(name): \(remark.nl)", en: "\(name): \(remark.en)")])
    }
    try done.read.remarkOnRegions(store, session)
    if waiting > 0 {
      session.remark([
        Localized(
          nl:
            "\(Noun.traject.count(waiting, .nl)) \(waiting == 1 ? "loopt" : "lopen") nog met een eerdere kalender of zonder: «cyclus calendar adopt --dry-run» toont wat er verschuift",
          en:
            "\(Noun.traject.count(waiting, .en)) still \(waiting == 1 ? "runs" : "run") by an earlier calendar or without one: “cyclus calendar adopt --dry-run” shows what would move"
        )
      ])
    }
  }

  /// Says what is found in the files; an error stops the import, a warning does not.
  private func isSound(_ read: CalendarFiles, _ session: Session) throws -> Bool {
    let names = Set(read.given.map(\.file.name))
    let findings = SchoolCalendar.findings(
      in: read.sources, holidays: read.holidays, region: nil, today: try session.today()
    ).filter { names.contains($0.file) }
    for source in read.given {
      let own = findings.filter { $0.file == source.file.name }.map(\.finding)
      let text = source.file.rendered(own, in: session.language, on: session.console.page)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        session.console.err(TerminalText.clean(String(line)))
      }
    }
    guard findings.contains(where: { $0.finding.severity == .error }) else { return true }
    session.remark([
      Localized(
        nl: "er is niets gepubliceerd: verbeter eerst wat als «error» gemeld is",
        en: "nothing was published: first mend what is reported as an error")
    ])
    return false
  }

  private func write(
    _ calendar: PublishedCalendar, _ isNew: Bool, _ read: CalendarFiles, _ session: Session
  ) {
    let digest = String(calendar.digest.prefix(12))
    guard isNew else {
      session.console.out(
        session.text(
          "Niets veranderd: dit is kalender \(calendar.version) al, kenmerk \(digest)",
          "Nothing changed: this is calendar \(calendar.version) already, digest \(digest)"))
      return
    }
    session.console.out(
      session.text(
        "Kalender \(calendar.version) gepubliceerd, kenmerk \(digest)",
        "Calendar \(calendar.version) published, digest \(digest)"))
    for (number, source) in read.sources.enumerated() {
      let layer = source.layer
      let isKept = number >= read.given.count && read.published != nil
      let name = isKept ? session.text("zoals gepubliceerd", "as published") : source.file.name
      let line = session.text(
        "  \(layer.kind.title.nl): \(name), \(Noun.entry.count(layer.entries.count, .nl)), bekend tot en met \(layer.knownUntil.longNL)",
        "  \(layer.kind.title.en): \(name), \(Noun.entry.count(layer.entries.count, .en)), known until \(layer.knownUntil.longEN)"
      )
      session.console.out(
        TerminalText.hang(TerminalText.clean(line), width: session.console.width ?? 1000, indent: 4))
    }
    let (friday, day) = (calendar.holidays.goodFriday, calendar.holidays.liberationDay)
    session.console.out(
      session.text(
        "  feestdagen: Goede Vrijdag \(friday ? "vrij" : "school"), Bevrijdingsdag \(day == .yearly ? "elk jaar" : "eens in de vijf jaar") vrij",
        "  public holidays: Goede Vrijdag \(friday ? "free" : "school"), Bevrijdingsdag free \(day == .yearly ? "every year" : "every five years")"
      ))
  }

  private func json(_ calendar: PublishedCalendar, _ isNew: Bool, _ waiting: Int) -> JSONValue {
    .object([
      "calendar": .string(calendar.digest), "version": .string(calendar.version), "new": .bool(isNew),
      "layers": .array(
        calendar.layers.map {
          .object([
            "layer": .string($0.kind.rawValue), "version": .string($0.version), "digest": .string($0.digest),
          ])
        }),
      "good_friday": .string(calendar.holidays.goodFriday ? "free" : "school"),
      "liberation_day": .string(calendar.holidays.liberationDay.rawValue), "to_adopt": JSONValue(waiting),
    ])
  }
}
