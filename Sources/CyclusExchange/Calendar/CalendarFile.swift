import CyclusCore

/// Reads calendar files: CSV, or iCalendar as agendas export it.
public enum CalendarFile {
  /// How many entries a calendar may have.
  static let mostEntries = 10_000
  /// How many days an entry may have: more than a year is a mistyped year.
  static let longestEntry = 400
  /// How many characters a name may have: it stands in every list of days.
  static let longestName = 200

  /// Reads a calendar file, or names every fault that was found in it; nothing is taken of a file with a fault.
  ///
  /// A file of nothing but the five breaks, at least one of them for a region, is the layer of the school holidays; any other
  /// is an institute's own.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 with or without a byte order mark, or Windows-1252.
  ///   - name: The name that faults and findings start with, usually the path that was given.
  public static func read(_ bytes: [UInt8], name: String) throws(CalendarProblem) -> CalendarSource {
    let isAgenda = name.lowercased().hasSuffix(".ics") || begins(bytes)
    let reading = isAgenda ? AgendaReader.read(bytes) : CalendarTable.read(bytes)
    var faults = reading.faults
    if faults.isEmpty, reading.entries.isEmpty { faults.append(.empty) }
    guard faults.isEmpty else {
      throw CalendarProblem(file: name, faults: faults.sorted { $0.line < $1.line })
    }
    let entries = reading.entries.map(\.entry)
    let isHolidays =
      entries.contains { $0.region != nil }
      && entries.allSatisfy { $0.kind == .free && SchoolBreak(name: $0.name.nl) != nil }
    let kind: CalendarLayer.Kind = isHolidays ? .schoolHolidays : .institute
    // What the file or the agenda is called is not taken over: it may well be somebody's name or mail address.
    return CalendarSource(
      id: isHolidays ? "schoolvakanties" : "eigen", title: kind.title, kind: kind,
      known: reading.known, entries: reading.entries,
      file: SourceFile(name: name, text: reading.text), remarks: reading.remarks)
  }

  /// Whether the bytes begin as an iCalendar file does, whatever it is called.
  private static func begins(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D].contains($0) }.prefix(15)
    return String(decoding: start, as: UTF8.self).uppercased() == "BEGIN:VCALENDAR"
  }
}

/// What was read of a calendar file, before it is known to be without faults.
struct CalendarReading {
  /// The text of the file.
  var text = ""
  /// The days for which the file says that it is known.
  var known: ClosedRange<Day>?
  var entries: [(entry: CalendarEntry, line: Int)] = []
  var faults: [CalendarFault] = []
  var remarks: [Localized] = []
  /// Whether there are more entries than a calendar may have: what comes after is not looked at.
  private(set) var isFull = false

  /// A name with single blanks between its words, or its fault: none, or one that is too long.
  mutating func name(_ text: String, line: Int) -> String {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if name.isEmpty { faults.append(.noName(line: line)) }
    if name.count > CalendarFile.longestName { faults.append(.longName(name.count, line: line)) }
    return name
  }

  /// Takes an entry, or the faults of its days.
  mutating func add(_ entry: CalendarEntry, line: Int) {
    guard !isFull else { return }
    if let fault = CalendarFault.ofDays(entry, line: line) {
      faults.append(fault)
    } else if entries.count < CalendarFile.mostEntries {
      entries.append((entry, line))
    } else {
      isFull = true
      faults.append(.tooMany(line: line))
    }
  }

  /// Takes the days for which the calendar is known, of which there is one run.
  mutating func add(known entry: CalendarEntry, line: Int) {
    if entry.to < entry.from {
      faults.append(.reversed(entry, line: line))
    } else if known != nil {
      faults.append(.knownTwice(line: line))
    } else {
      known = entry.from...entry.to
    }
  }
}
