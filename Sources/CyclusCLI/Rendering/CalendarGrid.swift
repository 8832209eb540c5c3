import CyclusCore

/// The months of a year in weeks from Monday to Sunday, three beside each other, with a sign before each day that is not an
/// ordinary one.
struct CalendarGrid {
  private let days: ClosedRange<Day>
  private let session: Session
  private let signs: [Day: Sign]

  /// What is special about a day; where several hold, the first.
  private enum Sign: String, CaseIterable {
    case opened = "+"
    case free = "*"
    case freeInPart = "~"
    case exams = "t"

    var meaning: Localized {
      switch self {
      case .opened: Localized(nl: "toch lesdag", en: "teaching day after all")
      case .free: Localized(nl: "vrij", en: "free")
      case .freeInPart: Localized(nl: "vrij in een deel van de regio's", en: "free in some of the regions")
      case .exams: Localized(nl: "toetsweek", en: "exam week")
      }
    }
  }

  init(calendar: SchoolCalendar, days: ClosedRange<Day>, region: String?, session: Session) {
    self.days = days
    self.session = session
    let regions = region.map { [$0] } ?? SchoolCalendar.regions
    var free: [Day: Int] = [:]
    var signs: [Day: Sign] = [:]
    func each(_ from: Day, _ to: Day, _ act: (Day) -> Void) {
      var day = max(from, days.lowerBound)
      while day <= min(to, days.upperBound) {
        act(day)
        day = day + 1
      }
    }
    for entry in calendar.layers.flatMap(\.entries)
    where entry.kind == .examWeek && (region == nil || entry.holds(in: region)) {
      each(entry.from, entry.to) { signs[$0] = .exams }
    }
    for run in regions.flatMap({ calendar.runs(in: $0) }) {
      each(run.from, run.to) { day in
        if run.isFree { free[day, default: 0] += 1 } else { signs[day] = .opened }
      }
    }
    for (day, count) in free {
      signs[day] = count == regions.count ? .free : .freeInPart
    }
    self.signs = signs
  }

  /// The lines of the grid, and what its signs mean.
  var lines: [String] {
    var lines: [String] = []
    let months = months
    for start in stride(from: 0, to: months.count, by: 3) {
      let blocks = months[start..<min(start + 3, months.count)].map(block)
      for line in 0..<(blocks.map(\.count).max() ?? 0) {
        let parts = blocks.map { line < $0.count ? $0[line] : "" }
        var text = parts.map { $0 + String(repeating: " ", count: Self.width - $0.count) }
          .joined(separator: "   ")
        while text.last == " " { text.removeLast() }
        lines.append(text)
      }
      lines.append("")
    }
    let used = Set(signs.values)
    let legend = Sign.allCases.filter(used.contains).map { "\($0.rawValue) \(session.text($0.meaning))" }
    if legend.isEmpty { lines.removeLast() } else { lines.append(legend.joined(separator: "   ")) }
    return lines
  }

  private static let width = 24

  /// The first day of each month of the year.
  private var months: [Day] {
    var day = days.lowerBound
    var months: [Day] = []
    while day <= days.upperBound {
      if day.dayOfMonth == 1 { months.append(day) }
      day = day + 1
    }
    return months
  }

  /// A month: its name, the days of the week, and a line for each week with its number.
  private func block(_ first: Day) -> [String] {
    let name = session.short(first).split(separator: " ").last.map(String.init) ?? ""
    let heading = session.text("wk  ma di wo do vr za zo", "wk  Mo Tu We Th Fr Sa Su")
    var lines = ["\(name) \(first.year)", heading]
    var monday = first.monday
    while monday.month == first.month || (monday + 6).month == first.month {
      let cells = (0..<7).map { cell(monday + $0, in: first.month) }.joined()
      lines.append(padded(monday.isoWeek.week) + " " + cells)
      monday = monday + 7
    }
    return lines
  }

  private func cell(_ day: Day, in month: Int) -> String {
    guard day.month == month else { return "   " }
    let text = (signs[day]?.rawValue ?? "") + String(day.dayOfMonth)
    return String(repeating: " ", count: 3 - text.count) + text
  }

  private func padded(_ number: Int) -> String { number < 10 ? " \(number)" : "\(number)" }
}
