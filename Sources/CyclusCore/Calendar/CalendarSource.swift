/// A layer as it was read from a file, with the line of each entry, so that a finding can say where it is.
public struct CalendarSource: Sendable {
  /// The layer.
  public let layer: CalendarLayer
  /// The text of the file under the name that findings show.
  public let file: SourceFile
  /// The line of each entry of the layer, in the order of the layer.
  public let lines: [Int]
  /// What was passed over and why; nothing that is wrong.
  public let remarks: [Localized]

  /// Creates a source from entries with their lines.
  ///
  /// - Parameter known: The days for which the layer is known; nil for those of the school years of its entries.
  public init(
    id: String, title: Localized, kind: CalendarLayer.Kind, known: ClosedRange<Day>? = nil,
    entries: [(entry: CalendarEntry, line: Int)], file: SourceFile, remarks: [Localized] = []
  ) {
    let sorted = entries.enumerated().sorted { a, b in
      if CalendarEntry.precedes(a.element.entry, b.element.entry) { return true }
      return !CalendarEntry.precedes(b.element.entry, a.element.entry) && a.offset < b.offset
    }.map(\.element)
    layer = CalendarLayer(id: id, title: title, kind: kind, known: known, entries: sorted.map(\.entry))
    lines = sorted.map(\.line)
    self.file = file
    self.remarks = remarks
  }

  /// The entries with their lines, in the order of the layer.
  var placed: [(entry: CalendarEntry, line: Int)] { Array(zip(layer.entries, lines)) }
}

extension [CalendarSource] {
  /// The sources for a layer that an earlier one fills already, each by its number and with that earlier one.
  public var forOneLayer: [(number: Int, earlier: CalendarSource)] {
    enumerated().compactMap { number, source in
      self[..<number].first { $0.layer.kind == source.layer.kind }.map { (number, $0) }
    }
  }
}
