import CyclusCore

/// Why a calendar file cannot be read: every fault that was found, in the order of the file.
public struct CalendarProblem: Error, Sendable {
  /// The name of the file, as it was given.
  public let file: String
  /// The faults, never empty.
  public let faults: [CalendarFault]

  /// How many faults are written out before they are only counted.
  static let shown = 20

  /// The faults as a person reads them: `file:line: what; remedy`.
  public var lines: [Localized] {
    var lines = faults.map { fault in
      let place = fault.line > 0 ? "\(file):\(fault.line): " : "\(file): "
      return Localized(nl: place + fault.message.nl, en: place + fault.message.en)
    }
    if lines.count > Self.shown + 1 {
      let rest = lines.count - Self.shown
      lines =
        lines.prefix(Self.shown) + [Localized(nl: "en nog \(rest) fouten", en: "and \(rest) more faults")]
    }
    return lines
  }
}

/// One fault in a calendar file: where it is, what is wrong and what to do.
public struct CalendarFault: Equatable, Sendable {
  /// The line of the file, counted from 1; 0 for the file as a whole.
  public let line: Int
  /// What is wrong and what to do.
  public let message: Localized

  init(line: Int, _ nl: String, _ en: String) {
    self.line = line
    message = Localized(nl: nl, en: en)
  }

  /// A fault of the table or the text as such.
  init(_ fault: CSVFault) {
    self.init(line: fault.position?.line ?? 0, fault.nl, fault.en)
  }

  static let empty = CalendarFault(
    line: 0, "er staat geen enkele dag in; zet er vrije dagen, perioden of weken in",
    "there is not one day in it; put free days, periods or weeks in")

  static func tooMany(line: Int) -> CalendarFault {
    CalendarFault(
      line: line,
      "hiermee zijn het meer dan \(CalendarFile.mostEntries) dagen of perioden, herhalingen meegeteld, en dat kan niet; lever alleen het jaarplan",
      "with this there are more than \(CalendarFile.mostEntries) days or periods, recurrences counted, which is not possible; give the year plan only"
    )
  }

  /// What is wrong with the days of an entry.
  static func ofDays(_ entry: CalendarEntry, line: Int) -> CalendarFault? {
    if entry.to < entry.from { return reversed(entry, line: line) }
    guard entry.length > CalendarFile.longestEntry || !CalendarLayer.storable.contains(entry.to) else {
      return nil
    }
    return CalendarFault(
      line: line,
      "«\(entry.name.nl)» duurt \(entry.length) dagen, tot in \(entry.to.year); kijk de jaartallen na",
      "“\(entry.name.en)” lasts \(entry.length) days, into \(entry.to.year); look at the years")
  }

  static func reversed(_ entry: CalendarEntry, line: Int) -> CalendarFault {
    CalendarFault(
      line: line,
      "«\(entry.name.nl)» eindigt op \(entry.to.longNL), voor het begin op \(entry.from.longNL); wissel begin en eind om",
      "“\(entry.name.en)” ends on \(entry.to.longEN), before it begins on \(entry.from.longEN); swap begin and end"
    )
  }

  static func knownTwice(line: Int) -> CalendarFault {
    CalendarFault(
      line: line, "de dagen waarvoor de kalender bekend is, staan er twee keer in; maak er één regel van",
      "the days for which the calendar is known are in it twice; make one line of them")
  }

  static func longName(_ count: Int, line: Int) -> CalendarFault {
    CalendarFault(
      line: line,
      "de naam telt \(count) tekens, en meer dan \(CalendarFile.longestName) kan niet; noem deze dagen korter",
      "the name has \(count) characters, and more than \(CalendarFile.longestName) is not possible; call these days something shorter"
    )
  }

  static func noName(line: Int) -> CalendarFault {
    CalendarFault(
      line: line, "er staat geen naam bij; zeg hoe deze dagen heten",
      "it has no name; say what these days are called")
  }
}
