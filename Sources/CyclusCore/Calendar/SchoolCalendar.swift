/// The calendar by which dates are reckoned: layers, of which the institute's own wins, day by day.
///
/// On a day the highest layer that says whether it is free decides: the institute's own, then the school holidays, then the
/// public holidays. Within a layer the shortest entry does, and of two as long the one that frees the day.
public struct SchoolCalendar: Hashable, Sendable {
  /// The holiday regions of the Netherlands, as the school holidays name them.
  public static let regions = ["noord", "midden", "zuid"]

  /// The layers, the one that wins first.
  public let layers: [CalendarLayer]

  /// Creates a calendar from layers in any order; of two of one kind the one that is given first wins.
  public init(layers: [CalendarLayer]) {
    self.layers = CalendarLayer.Kind.allCases.flatMap { kind in layers.filter { $0.kind == kind } }
  }

  /// Creates a calendar of layers with the public holidays under them, for all calendar years in which a layer is known and
  /// five years after.
  public init(_ layers: [CalendarLayer], holidays: DutchHolidays) {
    guard let first = layers.map(\.known.lowerBound.year).min(),
      let last = layers.map(\.known.upperBound.year).max()
    else {
      self.init(layers: [])
      return
    }
    let until = max(last, min(last + 5, CalendarLayer.storable.upperBound.year))
    self.init(layers: layers + [.publicHolidays(holidays, years: first...until)])
  }

  /// The days for which every layer is known; nil where there are none.
  public var known: ClosedRange<Day>? {
    guard let from = layers.map(\.known.lowerBound).max(), let to = layers.map(\.known.upperBound).min(),
      from <= to
    else { return nil }
    return from...to
  }

  /// The last day for which every layer is known; nil for a calendar without layers.
  public var knownUntil: Day? { layers.map(\.knownUntil).min() }

  /// The layer that is the first to end.
  public var firstToEnd: CalendarLayer? {
    layers.first { $0.knownUntil == knownUntil }
  }

  /// What to say of a date that lies beyond the known calendar, or before it; nil for one that does not.
  ///
  /// Such a date is reckoned with what is known, which may be the public holidays alone.
  public func remark(on day: Day) -> Localized? {
    if let layer = layers.first(where: { day < $0.known.lowerBound }) {
      let from = layer.known.lowerBound
      return Localized(
        nl:
          "\(day.longNL) ligt voor de kalender: «\(layer.title.nl)» begint op \(from.longNL); voeg een kalender toe die eerder begint",
        en:
          "\(day.longEN) lies before the calendar: “\(layer.title.en)” begins on \(from.longEN); add a calendar that begins earlier"
      )
    }
    guard let layer = firstToEnd, layer.knownUntil < day else { return nil }
    let until = layer.knownUntil
    return Localized(
      nl:
        "\(day.longNL) ligt voorbij de kalender: «\(layer.title.nl)» loopt tot en met \(until.longNL); voeg een kalender toe die verder gaat",
      en:
        "\(day.longEN) lies beyond the calendar: “\(layer.title.en)” runs until \(until.longEN); add a calendar that goes on"
    )
  }
}
