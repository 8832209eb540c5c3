/// A finding about a calendar, and the file that it is about.
public struct CalendarFinding: Hashable, Sendable {
  /// The name of the file, as it was given.
  public let file: String
  /// What is wrong, on which line, and what to do.
  public let finding: Finding
}

extension SchoolCalendar {
  /// Finds what is probably not as it was meant: overlaps, breaks of an odd length or left out, weeks without a period,
  /// teaching weeks in a holiday, two files for one layer, and a calendar that runs out.
  ///
  /// - Parameters:
  ///   - sources: The layers with their files, in the order given; the public holidays need none.
  ///   - region: The only holiday region to look at; nil for all.
  ///   - today: The reference day, by which a calendar runs out within the next period.
  /// - Returns: The findings by file, in the order of the lines.
  public static func findings(
    in sources: [CalendarSource], holidays: DutchHolidays, region: String?, today: Day
  ) -> [CalendarFinding] {
    let check = CalendarCheck(
      sources: sources, calendar: SchoolCalendar(sources.map(\.layer), holidays: holidays),
      regions: region.map { [$0] } ?? regions)
    var findings: [CalendarFinding] = []
    let twice = check.doubled()
    let last = check.runningOut(today) + check.withoutSchool()
    for (number, source) in sources.enumerated() {
      let own =
        check.entries(of: source) + check.names(of: source) + check.breaks(of: source)
        + check.periods(of: source)
        + check.weeks(of: source) + twice.filter { $0.source == number }.map(\.finding)
        + last.filter { $0.source == number }.map(\.finding)
      findings += own.inOrderOfTheFile().map { CalendarFinding(file: source.file.name, finding: $0) }
    }
    return findings
  }
}

extension Finding {
  /// What a calendar check says of a line, or of a file as a whole.
  static func calendar(
    _ severity: Severity, _ rule: String, line: Int?, _ message: Localized, remedy: Localized
  ) -> Finding {
    Finding(severity, rule: rule, message: message, remedy: remedy, path: [], line: line)
  }
}

extension CalendarEntry {
  /// The entry in a sentence: its name, its days and its region.
  var described: Localized {
    let regionNL = region.map { ", \($0)" } ?? ""
    guard from != to else {
      return Localized(
        nl: "«\(name.nl)» (\(from.longNL)\(regionNL))", en: "“\(name.en)” (\(from.longEN)\(regionNL))")
    }
    return Localized(
      nl: "«\(name.nl)» (\(from.longNL) t/m \(to.longNL)\(regionNL))",
      en: "“\(name.en)” (\(from.longEN) to \(to.longEN)\(regionNL))")
  }
}
