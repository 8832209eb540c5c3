import ArgumentParser
import CyclusCore
import CyclusExchange

/// Calendars: the public holidays, the school holidays, and an institute's own year plan.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Publish, show and check holidays and year plans, and let trajecten adopt them.",
    subcommands: [
      CalendarImportCommand.self, CalendarShowCommand.self, CalendarCheckCommand.self,
      CalendarAdoptCommand.self,
    ])
}

struct CalendarShowCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "A year with its holidays, and with the year plans that are given.",
    discussion: """
      cyclus calendar show --year 2026-2027 --region zuid
      cyclus calendar show jaarplan.csv --year 2026
      """)
  @Argument(help: "year plans: CSV or iCalendar (.ics)") var files: [String] = []
  @Option(help: "a school year (2026-2027) or a calendar year (2026); default: the school year of today")
  var year: String?
  @OptionGroup var choices: CalendarChoices
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let region = try choices.checkedRegion()
    let span = try CalendarSpan(year, today: try session.today())
    do {
      let files = try CalendarFiles(self.files, choices.holidays, session)
      try files.checkLayers()
      let isPublished = files.given.isEmpty && files.holidays == files.published?.holidays
      let page = CalendarPage(
        sources: files.sources, holidays: files.holidays, published: isPublished ? files.published : nil,
        span: span, region: region, session: session)
      try page.write()
      files.remark(session)
    } catch let faults as CalendarFaults {
      return faults.write(session, verb: "show")
    }
    return 0
  }
}

/// The year that is shown.
struct CalendarSpan {
  let days: ClosedRange<Day>
  let title: Localized

  init(_ text: String?, today: Day) throws {
    guard let text else {
      self.init(SchoolYear(of: today))
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let years = parts.filter { $0.count == 4 }.compactMap { Int($0) }
    guard years.count == parts.count, years.allSatisfy({ (1900...2199).contains($0) }),
      years.count == 1 || (years.count == 2 && years[1] == years[0] + 1)
    else {
      throw Failure.usage(
        "--year: «\(text)» is geen jaar; schrijf een schooljaar zoals 2026-2027, of een jaar van 1900 tot en met 2199",
        "--year: “\(text)” is no year; write a school year such as 2026-2027, or a year from 1900 to 2199")
    }
    if years.count == 2 {
      self.init(SchoolYear(year: years[0]))
    } else {
      self.init(days: Day.year(years[0]), title: Localized(String(years[0])))
    }
  }

  private init(_ year: SchoolYear) {
    self.init(
      days: year.first...year.last,
      title: Localized(nl: "Schooljaar \(year)", en: "School year \(year)"))
  }

  private init(days: ClosedRange<Day>, title: Localized) {
    self.days = days
    self.title = title
  }
}

struct CalendarCheckCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check year plans: overlaps, odd or missing breaks, gaps, and a calendar that runs out.",
    discussion: """
      cyclus calendar check jaarplan.csv --region zuid
      cyclus calendar check schoolvakanties.csv jaarplan.ics
      """)
  @Argument(help: "year plans: CSV or iCalendar (.ics)") var files: [String] = []
  @OptionGroup var choices: CalendarChoices
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let region = try choices.checkedRegion()
    let read: CalendarFiles
    do { read = try CalendarFiles(files, choices.holidays, session) } catch let faults as CalendarFaults {
      return faults.write(session, verb: "check")
    }
    let findings = SchoolCalendar.findings(
      in: read.sources, holidays: read.holidays, region: region, today: try session.today())
    switch session.format {
    case .table: table(read.sources, findings, session)
    case .json, .csv: try Self.listing.write(findings, session, none: Localized(""))
    }
    read.remark(session)
    if read.published != nil { try read.remarkOnRegions(try session.store(.read), session) }
    return findings.contains { $0.finding.severity != .note } ? 1 : 0
  }

  private func table(_ sources: [CalendarSource], _ findings: [CalendarFinding], _ session: Session) {
    for (number, source) in sources.enumerated()
    where !sources[..<number].contains(where: { $0.file.name == source.file.name }) {
      let own = findings.filter { $0.file == source.file.name }.map(\.finding)
      if !own.isEmpty {
        session.console.write(source.file.rendered(own, in: session.language, on: session.console.page))
        continue
      }
      let layer = source.layer
      let line = session.text(
        "\(source.file.name): in orde, \(Noun.entry.count(layer.entries.count, .nl)), bekend tot en met \(layer.knownUntil.longNL)",
        "\(source.file.name): in order, \(Noun.entry.count(layer.entries.count, .en)), known until \(layer.knownUntil.longEN)"
      )
      session.console.out(
        TerminalText.hang(TerminalText.clean(line), width: session.console.width ?? 1000, indent: 2))
    }
  }

  private static var listing: Listing<CalendarFinding> {
    var listing = Listing<CalendarFinding>()
    listing.data("file") { .string($0.file) }
    listing.data("line") { $0.finding.line.map { JSONValue($0) } ?? .null }
    listing.data("severity") { .string($0.finding.severity.rawValue) }
    listing.data("rule") { .string($0.finding.rule) }
    listing.data("message") { .string($0.finding.message.nl) }
    listing.data("remedy") { .string($0.finding.remedy.nl) }
    return listing
  }
}
