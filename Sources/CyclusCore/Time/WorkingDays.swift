/// The days on which there is school: Monday to Friday, without the free periods of a holiday region, but with the days that
/// are opened again.
public struct WorkingDays: Hashable, Sendable {
  /// The free periods that hold for the region, in the order given.
  private let periods: [FreePeriod]
  /// The same days as day numbers, merged, sorted, and nowhere adjacent.
  private let ranges: [ClosedRange<Int>]
  /// The number of days that a search looks ahead or back.
  private static let horizon = 400

  /// Creates the working days of a region.
  ///
  /// - Parameters:
  ///   - free: The free periods; one without a region holds for all, one with a region only for that region.
  ///   - opened: Days that no free period frees; a weekend among them stays a weekend.
  ///   - region: The holiday region, or nil to leave out every period that names one.
  public init(free: [FreePeriod], opened: [ClosedRange<Day>] = [], region: String?) {
    periods = free.filter { $0.from <= $0.to && ($0.region == nil || $0.region == region) }
    ranges = opened.reduce(WorkingDays.merged(periods.map { $0.from.number...$0.to.number })) {
      WorkingDays.without($1.lowerBound.number...$1.upperBound.number, $0)
    }
  }

  /// Tells whether a day is a working day.
  public func isWorking(_ day: Day) -> Bool {
    !day.isWeekend && !isFree(day)
  }

  /// Why a day is no working day, as a skipped day is named: the first free period that holds it, else `zaterdag` or
  /// `zondag`; nil on a working day.
  ///
  /// A public holiday or a school holiday that goes by its Dutch name has its English one beside it.
  public func reason(_ day: Day) -> Localized? {
    if isFree(day), let period = periods.first(where: { $0.contains(day) }) {
      return DutchHolidays.named(period.name)
        ?? Localized(nl: period.name, en: SchoolBreak(name: period.name)?.title.en ?? period.name)
    }
    switch day.weekday {
    case .saturday: return Localized(nl: "zaterdag", en: "Saturday")
    case .sunday: return Localized(nl: "zondag", en: "Sunday")
    case .monday, .tuesday, .wednesday, .thursday, .friday: return nil
    }
  }

  /// The first working day on or after a day, or the day itself when there is none within 400 days.
  public func onOrAfter(_ day: Day) -> Day {
    search(from: day, step: 1) ?? day
  }

  /// The last working day on or before a day, or the day itself when there is none within 400 days.
  public func onOrBefore(_ day: Day) -> Day {
    search(from: day, step: -1) ?? day
  }

  /// The working day that lies `count` working days after a day, or before it when `count` is negative.
  ///
  /// The day itself is not counted, and zero gives the day itself, working day or not. Where 400 days hold no
  /// working day, counting stops at the last one found.
  public func adding(_ count: Int, to day: Day) -> Day {
    let step = count < 0 ? -1 : 1
    var result = day
    for _ in 0..<count.magnitude {
      guard let next = search(from: result + step, step: step) else { break }
      result = next
    }
    return result
  }

  private func search(from day: Day, step: Int) -> Day? {
    for distance in 0...WorkingDays.horizon where isWorking(day + distance * step) {
      return day + distance * step
    }
    return nil
  }

  /// Looks the day up by binary search for the first range that does not end before it.
  private func isFree(_ day: Day) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < day.number { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= day.number
  }

  /// Ranges without the days of another.
  private static func without(_ taken: ClosedRange<Int>, _ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    ranges.flatMap { range -> [ClosedRange<Int>] in
      guard range.overlaps(taken) else { return [range] }
      var rest: [ClosedRange<Int>] = []
      if range.lowerBound < taken.lowerBound { rest.append(range.lowerBound...taken.lowerBound - 1) }
      if taken.upperBound < range.upperBound { rest.append(taken.upperBound + 1...range.upperBound) }
      return rest
    }
  }

  private static func merged(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound + 1 {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
