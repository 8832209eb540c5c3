// A layer as a table that `calendar import` reads again: what is stored of a calendar file, in the place of its own text.
// An agenda names people and their mail addresses, which may not stand where nothing is ever erased.
extension CalendarLayer {
  /// The layer as CSV, `begin;eind;naam;soort;regio`: the days for which it is known, then its entries in order.
  ///
  /// Two files that say the same have the same table, whatever their form, and reading the table gives the layer again.
  public var table: String {
    let known = Self.row(self.known.lowerBound, self.known.upperBound, kind.title.nl, "bekend", nil)
    return "begin;eind;naam;soort;regio\n" + known
      + entries.map { Self.row($0.from, $0.to, $0.name.nl, $0.kind.word, $0.region) }.joined()
  }

  private static func row(_ from: Day, _ to: Day, _ name: String, _ kind: String, _ region: String?) -> String
  {
    "\(from);\(to);\(cell(name));\(kind);\(region ?? "")\n"
  }

  /// A name between quotation marks where a reader could take a part of it for something else (RFC 4180).
  private static func cell(_ name: String) -> String {
    guard name.contains(where: { ";,\t\"\r\n".contains($0) }) else { return name }
    return "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}

extension CalendarEntry.Kind {
  /// The word of the column `soort`.
  fileprivate var word: String {
    switch self {
    case .free: "vrij"
    case .teaching: "lesdag"
    case .period: "periode"
    case .teachingWeek: "lesweek"
    case .examWeek: "toetsweek"
    }
  }
}
