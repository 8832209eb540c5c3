/// A run of days about which one entry of a calendar decides, and the layer from which it comes.
public struct CalendarRun: Hashable, Sendable {
  /// The first day.
  public let from: Day
  /// The last day.
  public let to: Day
  /// The entry that decides.
  public let entry: CalendarEntry
  /// The layer of that entry.
  public let layer: CalendarLayer.Kind

  /// Whether there is no school on these days.
  public var isFree: Bool { entry.kind == .free }
  /// Whether a day lies in the run.
  public func contains(_ day: Day) -> Bool { from <= day && day <= to }
}

extension SchoolCalendar {
  /// The free days and the days opened again in a region, in order, no day twice.
  ///
  /// - Parameter region: The holiday region, or nil to leave out every entry that names one.
  public func runs(in region: String?) -> [CalendarRun] {
    let deciding = deciding(in: region)
    let edges = Set(deciding.flatMap { [$0.entry.from, $0.entry.to + 1] }).sorted()
    var beginning = deciding.indices.sorted { deciding[$0].entry.from < deciding[$1].entry.from }[...]
    // The places in `deciding` of those that hold on the day at hand; the lowest wins. One that has ended stays until it is
    // the lowest.
    var holding = HeapOfPlaces()
    var runs: [CalendarRun] = []
    for (first, next) in zip(edges, edges.dropFirst()) {
      while let index = beginning.first, deciding[index].entry.from <= first {
        holding.add(index)
        beginning.removeFirst()
      }
      while let index = holding.lowest, deciding[index].entry.to < first { holding.removeLowest() }
      guard let winner = holding.lowest else { continue }
      let (entry, layer) = deciding[winner]
      var from = first
      if let last = runs.last, last.to + 1 == first, last.entry == entry, last.layer == layer {
        from = last.from
        runs.removeLast()
      }
      runs.append(CalendarRun(from: from, to: next - 1, entry: entry, layer: layer))
    }
    return runs
  }

  /// The free days of a region with their names, no day twice, as working days are reckoned with.
  public func freePeriods(in region: String?) -> [FreePeriod] { Self.free(in: runs(in: region)) }

  private static func free(in runs: [CalendarRun]) -> [FreePeriod] {
    runs.filter(\.isFree).map { FreePeriod(from: $0.from, to: $0.to, name: $0.entry.name.nl) }
  }

  /// The days that are ordinary working days again, whatever lower layers and free days of a workflow say.
  public func openedDays(in region: String?) -> [ClosedRange<Day>] { Self.opened(in: runs(in: region)) }

  private static func opened(in runs: [CalendarRun]) -> [ClosedRange<Day>] {
    runs.filter { !$0.isFree }.map { $0.from...$0.to }
  }

  /// The working days of a region.
  ///
  /// - Parameter besides: Free days from elsewhere, such as those of a workflow file; the calendar wins over them.
  public func workingDays(in region: String?, besides free: [FreePeriod] = []) -> WorkingDays {
    let others = free.filter { $0.region == nil || $0.region == region }.map { period in
      FreePeriod(from: period.from, to: period.to, name: period.name)
    }
    let runs = runs(in: region)
    return WorkingDays(free: Self.free(in: runs) + others, opened: Self.opened(in: runs), region: nil)
  }

  /// What decides about a day in a region: the entry that frees it or opens it again; nil for a day of which no layer says
  /// anything.
  public func run(on day: Day, in region: String?) -> CalendarRun? {
    runs(in: region).first { $0.contains(day) }
  }

  /// The entries that free days or open them in a region, those that win first.
  private func deciding(in region: String?) -> [(entry: CalendarEntry, layer: CalendarLayer.Kind)] {
    layers.flatMap { layer in
      let own = layer.entries.filter {
        ($0.kind == .free || $0.kind == .teaching) && $0.from <= $0.to && $0.holds(in: region)
      }
      let order = { (entry: CalendarEntry) in (entry.length, entry.kind == .free ? 0 : 1) }
      return own.enumerated().sorted { a, b in
        let (x, y) = (order(a.element), order(b.element))
        return x == y ? a.offset < b.offset : x < y
      }.map { ($0.element, layer.kind) }
    }
  }
}
