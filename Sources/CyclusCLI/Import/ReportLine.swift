import CyclusCore

/// One line of the report of an import: a fault or a note, with the other rows that it holds for as well.
struct ReportLine {
  /// The first row that it is about.
  let first: RowFault
  /// The lines of the other rows, in the order of the file.
  private(set) var lines: [Int] = []

  /// The report in the order of the file, a fault before a note; what is the same for several rows is said once.
  static func lines(of report: ImportReport) -> [ReportLine] {
    var found: [ReportLine] = []
    var places: [Key: Int] = [:]
    for item in report.faults + report.notes {
      let key = Key(column: item.column, message: item.message)
      if let place = places[key] {
        found[place].lines.append(item.line)
      } else {
        places[key] = found.count
        found.append(ReportLine(first: item))
      }
    }
    return found.enumerated().sorted { a, b in
      (a.element.first.line, a.offset) < (b.element.first.line, b.offset)
    }.map(\.element)
  }

  private struct Key: Hashable {
    var column: String
    var message: Localized
  }

  /// Which other rows it holds for; empty where there is none.
  var others: Localized {
    guard !lines.isEmpty else { return Localized("") }
    let text = Self.ranges(lines)
    let count = lines.count + 1
    return Localized(
      nl: " (\(count) rijen; ook regel \(text))", en: " (\(count) rows; also line \(text))")
  }

  /// Line numbers as people write them: `3–5, 8`.
  private static func ranges(_ lines: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for line in lines {
      if let last = ranges.last, line == last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

extension RowFault {
  /// The fault or note as scripts read it.
  var json: JSONValue {
    ["line": JSONValue(line), "column": .string(column), "message": .string(message.nl)]
  }
}
