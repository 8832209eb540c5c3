import CyclusCore

/// Reads calendar files: CSV, or iCalendar as agendas export it.
public enum CalendarFile {
  /// How many entries a calendar may have.
  static let mostEntries = 10_000
  /// How many days an entry may have: more than a year is a mistyped year.
  static let longestEntry = 400

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
    if reading.entries.count > mostEntries { faults = [.tooMany(reading.entries.count)] }
    guard faults.isEmpty else {
      throw CalendarProblem(file: name, faults: faults.sorted { $0.line < $1.line })
    }
    let entries = reading.entries.map(\.entry)
    let isHolidays =
      entries.contains { $0.region != nil }
      && entries.allSatisfy { $0.kind == .free && SchoolBreak(name: $0.name.nl) != nil }
    return CalendarSource(
      id: isHolidays ? "schoolvakanties" : "eigen",
      title: isHolidays
        ? CalendarLayer.Kind.schoolHolidays.title : Localized(reading.title ?? stem(of: name)),
      kind: isHolidays ? .schoolHolidays : .institute, known: reading.known, entries: reading.entries,
      file: SourceFile(name: name, text: reading.text), remarks: reading.remarks)
  }

  /// Whether the bytes begin as an iCalendar file does, whatever it is called.
  private static func begins(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D].contains($0) }.prefix(15)
    return String(decoding: start, as: UTF8.self).uppercased() == "BEGIN:VCALENDAR"
  }

  /// The name of a file without folders and without what says its kind.
  private static func stem(of name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }
}

/// What was read of a calendar file, before it is known to be without faults.
struct CalendarReading {
  /// The text of the file.
  var text = ""
  /// What the file calls itself.
  var title: String?
  /// The days for which the file says that it is known.
  var known: ClosedRange<Day>?
  var entries: [(entry: CalendarEntry, line: Int)] = []
  var faults: [CalendarFault] = []
  var remarks: [Localized] = []

  /// Takes an entry, or the faults of its days.
  mutating func add(_ entry: CalendarEntry, line: Int) {
    guard let fault = CalendarFault.ofDays(entry, line: line) else {
      entries.append((entry, line))
      return
    }
    faults.append(fault)
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
