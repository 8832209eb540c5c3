import ArgumentParser
import CyclusCore
import CyclusExchange
import CyclusStore
import CyclusYAML

/// The region that is asked for, and what an institute may choose about the public holidays.
struct CalendarChoices: ParsableArguments {
  @Option(help: "only this holiday region: noord, midden or zuid") var region: String?
  @OptionGroup var holidays: CalendarHolidayChoices

  func checkedRegion() throws -> String? {
    guard let region, !SchoolCalendar.regions.contains(region.lowercased()) else {
      return region?.lowercased()
    }
    throw Failure.usage(
      "--region: «\(region)» is geen vakantieregio; kies noord, midden of zuid",
      "--region: “\(region)” is no holiday region; choose noord, midden or zuid")
  }
}

/// What an institute may choose about the public holidays; what is not chosen stays as it was published.
struct CalendarHolidayChoices: ParsableArguments {
  @Option(help: "Goede Vrijdag: free or school (default: as published, else school)") var goodFriday: String?
  @Option(
    help: "Bevrijdingsdag: yearly free, or lustrum, every five years (default: as published, else yearly)")
  var liberationDay: String?

  /// Whether anything is chosen about the public holidays.
  var areHolidaysChosen: Bool { goodFriday != nil || liberationDay != nil }

  /// The public holidays with what is chosen on top of what holds already.
  func holidays(over present: DutchHolidays = DutchHolidays()) throws -> DutchHolidays {
    var holidays = present
    switch goodFriday {
    case "free": holidays.goodFriday = true
    case "school": holidays.goodFriday = false
    case nil: break
    case let word?:
      throw Failure.usage(
        "--good-friday: «\(word)» kan niet; kies free of school",
        "--good-friday: “\(word)” is not possible; choose free or school")
    }
    if let word = liberationDay {
      guard let years = DutchHolidays.LiberationDay(rawValue: word) else {
        throw Failure.usage(
          "--liberation-day: «\(word)» kan niet; kies yearly of lustrum",
          "--liberation-day: “\(word)” is not possible; choose yearly or lustrum")
      }
      holidays.liberationDay = years
    }
    return holidays
  }
}

/// The calendar files of a command line, with the layers of the published calendar, or else the school holidays that ship,
/// where none of them has those.
struct CalendarFiles {
  /// What was given, in the order of the command line.
  let given: [CalendarSource]
  /// What was given, and after it the layers that it leaves as they are.
  let sources: [CalendarSource]
  /// The calendar that was published last, where there is a database with one.
  let published: PublishedCalendar?
  /// The public holidays, with what is chosen now.
  let holidays: DutchHolidays

  /// The most bytes that a calendar file may have.
  private static let limit = 4 << 20

  /// Reads the files; everything that is wrong with any of them is told at once.
  init(_ paths: [String], _ choices: CalendarHolidayChoices, _ session: Session) throws {
    let store: Store?
    do { store = try session.store(.read) } catch StoreError.missing { store = nil }
    published = try store?.newestPublishedCalendar()
    holidays = try choices.holidays(over: published?.holidays ?? DutchHolidays())
    given = try Self.read(paths)
    var sources = given
    if let store, let published {
      for layer in published.layers where !given.contains(where: { $0.layer.kind == layer.kind }) {
        sources.append(try Self.source(of: layer, store, session))
      }
    } else if !given.contains(where: { $0.layer.kind == .schoolHolidays }) {
      sources.append(try Self.builtIn(session))
    }
    self.sources = sources
  }

  /// The school holidays that ship.
  static func builtIn(_ session: Session) throws -> CalendarSource {
    let name = session.format == .table ? session.text("ingebouwd", "built in") : "ingebouwd"
    return try CalendarFile.read(Array(ShippedCalendars.schoolHolidays.text.utf8), name: name)
  }

  /// A layer as it was published, with the lines of its table where these can still be read in the same way.
  private static func source(
    of published: PublishedCalendar.Layer, _ store: Store, _ session: Session
  ) throws -> CalendarSource {
    guard let layer = try store.calendar(digest: published.digest).layers.first else {
      throw StoreError.fault(why: "a calendar layer without content")
    }
    let title = session.format == .table ? session.text(layer.title) : layer.title.nl
    let name = title + (session.format == .table ? session.text(" (gepubliceerd)", " (published)") : "")
    let text = try store.text(of: published)
    let again = try? CalendarFile.read(Array(text.utf8), name: name)
    let lines =
      again?.layer.entries == layer.entries
      ? again?.lines ?? [] : Array(repeating: 1, count: layer.entries.count)
    return CalendarSource(
      id: layer.id, title: layer.title, kind: layer.kind, known: layer.known,
      entries: zip(layer.entries, lines).map { (entry: $0, line: $1) },
      file: SourceFile(name: name, text: text))
  }

  /// Refuses two files for one layer, as of these there is no one answer.
  func checkLayers() throws {
    let messages = given.forOneLayer.map { number, earlier in
      let (one, two, what) = (earlier.file.name, given[number].file.name, given[number].layer.kind.title)
      guard one != two else {
        return Localized(
          nl: "\(two): is twee keer gegeven; geef het één keer", en: "\(two): is given twice; give it once")
      }
      return Localized(
        nl: "\(two): is net als \(one) de laag «\(what.nl)»; geef er een, of voeg ze samen tot één bestand",
        en: "\(two): is the layer “\(what.en)”, as \(one) is; give one, or put them together in one file")
    }
    guard messages.isEmpty else { throw CalendarFaults(messages: messages) }
  }

  private static func read(_ paths: [String]) throws -> [CalendarSource] {
    var sources: [CalendarSource] = []
    var faults: [Localized] = []
    for path in paths {
      do { sources.append(try CalendarFile.read(try bytes(path), name: path)) } catch let problem
        as CalendarProblem
      {
        faults += problem.lines
      }
    }
    guard faults.isEmpty else { throw CalendarFaults(messages: faults) }
    return sources
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    do { return try FileContent.read(path, atMost: limit) } catch {
      guard error.code != 27 else {
        throw Failure.data(
          "\(path): te groot voor een kalender (meer dan 4 MB)",
          "\(path): too large for a calendar (over 4 MB)")
      }
      throw Failure.unread(path, error)
    }
  }

  /// Says which workflows of a database have no holiday region, by which days of this calendar would count.
  func remarkOnRegions(_ store: Store, _ session: Session) throws {
    let newest = try store.publishedWorkflows().reduce(into: [String: PublishedWorkflow]()) { $0[$1.id] = $1 }
    let workflows = try newest.keys.sorted().compactMap { newest[$0]?.digest }.map(store.workflow)
    let calendar = SchoolCalendar(layers: sources.map(\.layer))
    if let remark = calendar.remark(on: workflows) { session.remark([remark]) }
  }

  /// What was passed over in each file, for people to know.
  func remark(_ session: Session) {
    for source in given {
      let name = source.file.name
      session.remark(source.remarks.map { Localized(nl: "\(name): \($0.nl)", en: "\(name): \($0.en)") })
    }
  }
}

/// Faults of calendar files, each with its place.
struct CalendarFaults: Error {
  let messages: [Localized]

  /// Says them all, for a script as a refusal with everything that is wrong.
  func write(_ session: Session, verb: String) -> Int32 {
    if session.format == .json {
      let what = Localized(nl: "kalender", en: "calendar")
      let missing = messages.map { Refusal.Missing(what: what, message: $0) }
      session.console.err(Report.json(Refusal(verb: verb, traject: nil, missing: missing)).compact)
    } else {
      for message in messages {
        TerminalText.hang(
          TerminalText.clean(session.text(message)), width: session.console.width ?? 1000, indent: 2
        ).forEach(session.console.err)
      }
    }
    return 65
  }
}
