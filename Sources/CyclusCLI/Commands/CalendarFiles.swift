import ArgumentParser
import CyclusCore
import CyclusExchange
import CyclusYAML

/// What an institute may choose about the public holidays, and the region that is asked for.
struct CalendarChoices: ParsableArguments {
  @Option(help: "only this holiday region: noord, midden or zuid") var region: String?
  @Option(help: "Goede Vrijdag: free or school (default)") var goodFriday: String?
  @Option(help: "Bevrijdingsdag: yearly free (default), or lustrum, every five years") var liberationDay:
    String?

  func holidays() throws -> DutchHolidays {
    var holidays = DutchHolidays()
    switch goodFriday {
    case "free": holidays.goodFriday = true
    case "school", nil: break
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

  func checkedRegion() throws -> String? {
    guard let region, !SchoolCalendar.regions.contains(region.lowercased()) else {
      return region?.lowercased()
    }
    throw Failure.usage(
      "--region: «\(region)» is geen vakantieregio; kies noord, midden of zuid",
      "--region: “\(region)” is no holiday region; choose noord, midden or zuid")
  }
}

/// The calendar files of a command line, with the school holidays that ship where none of them has those.
enum CalendarFiles {
  /// The most bytes that a calendar file may have.
  private static let limit = 4 << 20

  /// Reads the files; everything that is wrong with any of them is told at once.
  static func read(_ paths: [String]) throws -> [CalendarSource] {
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
    if !sources.contains(where: { $0.layer.kind == .schoolHolidays }) {
      let (name, text) = ShippedCalendars.schoolHolidays
      sources.append(try CalendarFile.read(Array(text.utf8), name: name))
    }
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

  /// What was passed over in each file, for people to know.
  static func remark(_ sources: [CalendarSource], _ session: Session) {
    for source in sources {
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
