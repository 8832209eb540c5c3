import CyclusCore

/// A text in the place of a date, of which no date could be read.
struct WrittenDate {
  private let numbers: [Int]

  /// Takes apart `2-3-2026` or `2026-03-02`; any other text has no parts.
  init(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber } }
    let lengths = parts.map(\.count)
    let isDutch =
      lengths.count == 3 && (1...2).contains(lengths[0]) && (1...2).contains(lengths[1]) && lengths[2] == 4
    let isISO = lengths == [4, 2, 2]
    numbers = isDigits && (isDutch || isISO) ? (isISO ? parts : parts.reversed()).compactMap { Int($0) } : []
  }

  /// What is wrong with it and what to write.
  var fault: Localized {
    guard let year = numbers.first else {
      return Localized(
        nl: "is geen datum; \(Day.writing.nl)", en: "is no date; \(Day.writing.en)")
    }
    guard Self.years.contains(year) else { return Self.beyond }
    return Localized(
      nl: "is geen bestaande datum; kijk dag en maand na",
      en: "is not an existing date; look at day and month")
  }

  /// The years that a date may have.
  static let years = CalendarLayer.storable.lowerBound.year...CalendarLayer.storable.upperBound.year

  /// What to say of a year that none of these is.
  static let beyond = Localized(
    nl: "ligt niet in de jaren \(years.lowerBound) tot en met \(years.upperBound); kijk het jaartal na",
    en: "does not lie in the years \(years.lowerBound) to \(years.upperBound); look at the year")
}
