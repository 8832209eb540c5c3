import CyclusCore

/// Reads a calendar from a table: `begin;eind;naam` and perhaps `soort` and `regio`, in any order.
enum CalendarTable {
  /// A column, by every name that it may have in the header; the first is the one that messages use.
  private enum Column: CaseIterable {
    case from, to, name, kind, region

    var names: [String] {
      switch self {
      case .from: ["begin", "van", "from", "start"]
      case .to: ["eind", "einde", "tot en met", "t/m", "to", "end"]
      case .name: ["naam", "omschrijving", "name"]
      case .kind: ["soort", "kind"]
      case .region: ["regio", "region"]
      }
    }
  }

  static func read(_ bytes: [UInt8]) -> CalendarReading {
    var reading = CalendarReading()
    let file: CSVFile
    do {
      file = try CSVFile(bytes: bytes, setsAsideWideRows: true)
    } catch {
      reading.faults = error.faults.map { CalendarFault($0) }
      return reading
    }
    reading.text = (try? TextFile(bytes: bytes))?.text ?? ""
    let columns = columns(of: file, &reading)
    // An unknown column says nothing about the others; without one that has to be there no line can be read.
    guard [Column.from, .to, .name].allSatisfy({ columns[$0] != nil }) else { return reading }
    for row in file.wideRows {
      // A row with too many cells is one fault among others, so that all are told at once.
      let position = TextPosition(line: row.number, column: 1)
      reading.faults.append(
        CalendarFault(.tooManyCells(found: row.found, expected: file.header.count, position)))
    }
    for row in file.rows {
      let cell = { (column: Column) in columns[column].map { row.cells[$0] } ?? "" }
      read(cell, line: row.line, &reading)
    }
    return reading
  }

  private static func columns(of file: CSVFile, _ reading: inout CalendarReading) -> [Column: Int] {
    var columns: [Column: Int] = [:]
    for (index, name) in file.header.enumerated() where !name.isEmpty {
      guard let column = Column.allCases.first(where: { $0.names.contains(name.lowercased()) }) else {
        let known = Column.allCases.map { $0.names[0] }.joined(separator: ", ")
        reading.faults.append(
          CalendarFault(
            line: file.headerLine, "de kolom «\(name)» is hier niet bekend; bekend zijn: \(known)",
            "the column “\(name)” is not known here; known are: \(known)"))
        continue
      }
      if let earlier = columns[column] {
        let first = file.header[earlier]
        reading.faults.append(
          CalendarFault(
            line: file.headerLine, "de kolommen «\(first)» en «\(name)» zeggen hetzelfde; haal er een weg",
            "the columns “\(first)” and “\(name)” say the same; remove one"))
      }
      columns[column] = index
    }
    for column in [Column.from, .to, .name] where columns[column] == nil {
      reading.faults.append(
        CalendarFault(
          line: file.headerLine,
          "de kolom «\(column.names[0])» ontbreekt; de eerste regel is bijvoorbeeld begin;eind;naam;soort;regio",
          "the column “\(column.names[0])” is missing; the first line is for instance begin;eind;naam;soort;regio"
        ))
    }
    return columns
  }

  /// Reads a row: an entry for each region that it names.
  private static func read(_ cell: (Column) -> String, line: Int, _ reading: inout CalendarReading) {
    let faults = reading.faults.count
    let from = day(cell(.from), Column.from.names[0], line, &reading)
    let to = cell(.to).isEmpty ? from : day(cell(.to), Column.to.names[0], line, &reading)
    let name = reading.name(cell(.name), line: line)
    let kind = kind(cell(.kind), line, &reading)
    let regions = regions(cell(.region), line, &reading)
    guard let from, let to, let kind, faults == reading.faults.count else { return }
    guard case .kind(let days) = kind else {
      reading.add(known: CalendarEntry(from: from, to: to, name: Localized(name)), line: line)
      return
    }
    let entries = regions.map {
      CalendarEntry(from: from, to: to, name: Localized(name), kind: days, region: $0)
    }
    if let fault = entries.first.flatMap({ CalendarFault.ofDays($0, line: line) }) {
      reading.faults.append(fault)
    } else {
      for entry in entries { reading.add(entry, line: line) }
    }
  }

  private static func day(_ text: String, _ column: String, _ line: Int, _ reading: inout CalendarReading)
    -> Day?
  {
    if let day = Day.dutch(text) { return day }
    reading.faults.append(
      CalendarFault(
        line: line, "\(column): «\(text)» \(WrittenDate(text).fault.nl)",
        "\(column): “\(text)” \(WrittenDate(text).fault.en)"))
    return nil
  }

  private static func kind(_ text: String, _ line: Int, _ reading: inout CalendarReading)
    -> CalendarWords.Meaning?
  {
    if text.isEmpty { return .kind(.free) }
    if let kind = CalendarWords.kind(text) { return kind }
    let (nl, en) =
      CalendarWords.nearest(text).map { ("bedoelt u \($0)?", "do you mean \($0)?") }
      ?? {
        let known = CalendarWords.known.joined(separator: ", ")
        return ("kies \(known)", "choose \(known)")
      }()
    reading.faults.append(
      CalendarFault(
        line: line, "soort: «\(text)» is hier niet bekend; \(nl)", "soort: “\(text)” is not known here; \(en)"
      ))
    return nil
  }

  /// The regions of a cell, with `|` or a comma between; one nil for all of them.
  private static func regions(_ text: String, _ line: Int, _ reading: inout CalendarReading) -> [String?] {
    if text.isEmpty { return [nil] }
    var regions: [String?] = []
    for word in text.split(whereSeparator: { $0 == "|" || $0 == "," }).map(String.init) {
      switch CalendarWords.region(word) {
      case .region(let region): if !regions.contains(region) { regions.append(region) }
      case .everywhere: return [nil]
      case .kind, .known, nil:
        let known = SchoolCalendar.regions.joined(separator: ", ")
        reading.faults.append(
          CalendarFault(
            line: line,
            "regio: «\(word)» is geen vakantieregio; kies \(known), of laat de cel leeg voor alle",
            "regio: “\(word)” is no holiday region; choose \(known), or leave the cell empty for all"))
      }
    }
    return regions
  }
}
