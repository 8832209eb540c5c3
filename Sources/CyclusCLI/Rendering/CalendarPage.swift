import CyclusCore
import CyclusExchange
import CyclusStore

/// A year of a calendar as a person checks it: the regions side by side, every entry with its week and its length, and a grid
/// of weeks.
struct CalendarPage {
  private let sources: [CalendarSource]
  private let published: PublishedCalendar?
  private let calendar: SchoolCalendar
  private let span: CalendarSpan
  private let region: String?
  private let session: Session

  init(
    sources: [CalendarSource], holidays: DutchHolidays, published: PublishedCalendar? = nil,
    span: CalendarSpan, region: String?, session: Session
  ) {
    self.sources = sources
    self.published = published
    self.span = span
    self.region = region
    self.session = session
    // The public holidays are known for every year, so the year that is shown has them whatever the files say.
    let known = sources.map(\.layer.known)
    let first = min(span.days.lowerBound, known.map(\.lowerBound).min() ?? span.days.lowerBound)
    let last = max(span.days.upperBound, known.map(\.upperBound).max() ?? span.days.upperBound)
    calendar = SchoolCalendar(
      layers: sources.map(\.layer) + [.publicHolidays(holidays, years: first.year...last.year)])
  }

  func write() throws {
    let rows = rows
    switch session.format {
    case .json: session.console.out(try json(rows).pretty)
    case .csv: try listing.write(rows, session, none: Localized(""))
    case .table: try table(rows)
    }
    session.remark(limits)
  }

  /// An entry with its layer and the regions for which it holds.
  struct Row {
    var entry: CalendarEntry
    var layer: CalendarLayer
    /// Empty for all regions.
    var regions: [String]
  }

  /// The entries that have a day in the year and hold in the region, in order; those that differ in their region only are one.
  private var rows: [Row] {
    var rows: [Row] = []
    for layer in calendar.layers {
      let own = layer.entries.filter { entry in
        entry.from <= span.days.upperBound && span.days.lowerBound <= entry.to
          && (region == nil || entry.holds(in: region))
      }
      for entry in own {
        var alike = entry
        alike.region = nil
        if let index = rows.firstIndex(where: {
          $0.entry == alike && $0.layer == layer && !$0.regions.isEmpty
        }),
          let region = entry.region
        {
          rows[index].regions.append(region)
        } else {
          rows.append(Row(entry: alike, layer: layer, regions: entry.region.map { [$0] } ?? []))
        }
      }
    }
    let order = SchoolCalendar.regions
    for index in rows.indices {
      rows[index].regions.sort { order.firstIndex(of: $0) ?? 9 < order.firstIndex(of: $1) ?? 9 }
    }
    return rows.enumerated().sorted {
      ($0.element.entry.from, $0.element.entry.to, $0.offset)
        < ($1.element.entry.from, $1.element.entry.to, $1.offset)
    }.map(\.element)
  }

  /// What is not known of the year that is shown.
  private var limits: [Localized] {
    var limits: [Localized] = []
    for layer in calendar.layers where span.days.lowerBound < layer.known.lowerBound {
      limits.append(
        Localized(
          nl:
            "«\(layer.title.nl)» begint op \(layer.known.lowerBound.longNL); wat daarvoor ligt, is niet bekend",
          en: "“\(layer.title.en)” begins on \(layer.known.lowerBound.longEN); what lies before is not known")
      )
    }
    if let remark = calendar.remark(on: span.days.upperBound) { limits.append(remark) }
    return limits
  }

  // MARK: For people

  private func table(_ rows: [Row]) throws {
    let (first, last) = (span.days.lowerBound, span.days.upperBound)
    let place = region.map { session.text(", regio \($0)", ", region \($0)") } ?? ""
    session.console.out(
      session.console.styled(
        session.text(span.title) + place + ": "
          + session.text("\(first.longNL) t/m \(last.longNL)", "\(first.longEN) to \(last.longEN)"), .bold))
    if let published { try session.console.out(origin(published)) }
    let differing = region == nil ? rows.filter { !$0.regions.isEmpty && $0.entry.kind == .free } : []
    if !differing.isEmpty {
      session.console.out()
      sideBySide(differing)
    }
    let others = rows.filter { row in !differing.contains { $0.entry == row.entry && $0.layer == row.layer } }
    session.console.out()
    try listing.write(others, session, none: Localized(""))
    session.console.out()
    session.console.out(
      CalendarGrid(calendar: calendar, days: span.days, region: region, session: session).lines)
  }

  /// Under which number and digest it was published, when and by whom.
  private func origin(_ published: PublishedCalendar) throws -> [String] {
    let at = published.recorded.dutchMoment
    let who = try session.store(.read).accountName(published.recorder) ?? "O\(published.recorder)"
    let line = session.text(
      "Kalender \(published.version), kenmerk \(published.digest.prefix(12)), gepubliceerd \(at.day.longNL) \(at.timeText) door \(who)",
      "Calendar \(published.version), digest \(published.digest.prefix(12)), published \(at.day.longEN) \(at.timeText) by \(who)"
    )
    return TerminalText.hang(TerminalText.clean(line), width: session.console.width ?? 1000, indent: 2)
  }

  /// Holidays that differ by region: a line for each, a column for each region.
  private func sideBySide(_ rows: [Row]) {
    var names: [(name: Localized, rows: [Row])] = []
    for row in rows {
      // A holiday comes once in a school year; in a calendar year one name may come in two of them.
      let year = SchoolYear(of: row.entry.from)
      if let index = names.firstIndex(where: {
        $0.name == row.entry.name && SchoolYear(of: $0.rows[0].entry.from) == year
      }) {
        names[index].rows.append(row)
      } else {
        names.append((row.entry.name, [row]))
      }
    }
    var table = TextTable(
      [TextTable.Column(session.text("vakantie", "holiday"), minimum: 10, flexible: true)]
        + SchoolCalendar.regions.map { TextTable.Column($0, minimum: 18, priority: 1) })
    for (name, rows) in names {
      let cells = SchoolCalendar.regions.map { region in
        TextTable.Cell(
          rows.filter { $0.regions.contains(region) }.map { brief($0.entry) }.joined(separator: ", "))
      }
      let isTwice = names.count { $0.name == name } > 1
      let year = isTwice ? " \(rows[0].entry.from.year)" : ""
      table.append([TextTable.Cell(session.text(name) + year)] + cells)
    }
    session.console.out(table.rendered(for: session.console).lines)
  }

  /// `10–18 okt (9)`, `19 dec–3 jan (16)`.
  private func brief(_ entry: CalendarEntry) -> String {
    let (from, to) = (entry.from, entry.to)
    let isOneMonth = from.month == to.month && from.year == to.year
    let days =
      from == to
      ? session.short(from)
      : (isOneMonth ? String(from.dayOfMonth) : session.short(from)) + "–" + session.short(to)
    return "\(days) (\(entry.length))"
  }

  private func day(_ day: Day) -> String {
    session.text("\(day.weekday.nl) \(day.shortNL)", "\(day.weekday.en) \(day.shortEN)")
  }

  /// The weeks from the first day from Monday to Friday to the last; of a weekend that of its days.
  static func weeks(_ entry: CalendarEntry) -> (first: ISOWeek, last: ISOWeek) {
    let first = entry.from.isWeekend ? entry.from.monday + 7 : entry.from
    guard first <= entry.to else { return (entry.from.isoWeek, entry.to.isoWeek) }
    return (first.isoWeek, max(first, entry.to).isoWeek)
  }

  private func weeks(_ entry: CalendarEntry) -> String {
    let (first, last) = Self.weeks(entry)
    return first == last ? "\(first.week)" : "\(first.week)–\(last.week)"
  }

  private var listing: Listing<Row> {
    var listing = Listing<Row>()
    listing.data("from") { .string($0.entry.from.description) }
    listing.data("to") { .string($0.entry.to.description) }
    listing.data("days") { JSONValue($0.entry.length) }
    listing.data("week") { .string(Self.weeks($0.entry).first.description) }
    listing.data("name") { .string($0.entry.name.nl) }
    listing.data("kind") { .string($0.entry.kind.rawValue) }
    listing.data("regions") { JSONValue($0.regions) }
    listing.data("layer") { .string($0.layer.kind.rawValue) }
    listing.shown("wk", "wk", alignment: .right, priority: 5) { TextTable.Cell(weeks($0.entry)) }
    listing.shown("van", "from", priority: 9) { TextTable.Cell(day($0.entry.from)) }
    listing.shown("t/m", "to", priority: 9) {
      TextTable.Cell($0.entry.from == $0.entry.to ? "" : day($0.entry.to))
    }
    listing.shown("dagen", "days", alignment: .right, priority: 4) {
      TextTable.Cell(String($0.entry.length))
    }
    listing.shown("wat", "what", minimum: 12, priority: 9, flexible: true) {
      TextTable.Cell(session.text($0.entry.name))
    }
    listing.shown("soort", "kind", priority: 8) {
      TextTable.Cell(session.text($0.entry.kind.title), $0.entry.kind == .free ? .plain : .bold)
    }
    listing.shown("regio", "region", priority: 6) {
      TextTable.Cell(region == nil ? $0.regions.joined(separator: ", ") : "")
    }
    listing.shown("laag", "layer", priority: 3) { TextTable.Cell(session.text($0.layer.kind.title)) }
    return listing
  }

  // MARK: For scripts

  private func json(_ rows: [Row]) throws -> JSONValue {
    let layers = calendar.layers.map { layer -> JSONValue in
      .object([
        "id": .string(layer.id), "title": .string(layer.title.nl), "kind": .string(layer.kind.rawValue),
        "known_from": JSONValue(layer.known.lowerBound), "known_until": JSONValue(layer.known.upperBound),
        "file": JSONValue(sources.first { $0.layer == layer }?.file.name),
      ])
    }
    return .object([
      "calendar": JSONValue(published?.digest), "version": JSONValue(published?.version),
      "published_at": JSONValue(published?.recorded.description),
      "published_by": JSONValue(try published.flatMap { try session.store(.read).accountName($0.recorder) }),
      "from": JSONValue(span.days.lowerBound), "to": JSONValue(span.days.upperBound),
      "region": JSONValue(region), "known_until": JSONValue(calendar.knownUntil),
      "layers": .array(layers), "entries": try listing.json(rows),
      "free": .array((region.map { [$0] } ?? SchoolCalendar.regions).flatMap(free)),
    ])
  }

  /// What is free in a region in the end, no day twice.
  private func free(_ region: String) -> [JSONValue] {
    calendar.runs(in: region).filter {
      $0.isFree && $0.from <= span.days.upperBound && span.days.lowerBound <= $0.to
    }.map { run in
      .object([
        "region": .string(region), "from": JSONValue(run.from), "to": JSONValue(run.to),
        "name": .string(run.entry.name.nl), "layer": .string(run.layer.rawValue),
      ])
    }
  }
}

extension CalendarEntry.Kind {
  /// What people call it.
  fileprivate var title: Localized {
    switch self {
    case .free: Localized(nl: "vrij", en: "free")
    case .teaching: Localized(nl: "lesdag", en: "teaching day")
    case .period: Localized(nl: "periode", en: "period")
    case .teachingWeek: Localized(nl: "lesweek", en: "teaching week")
    case .examWeek: Localized(nl: "toetsweek", en: "exam week")
    }
  }
}
