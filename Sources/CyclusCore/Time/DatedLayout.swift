/// The laying out of blocks that begin on dates, and of the teaching weeks in them.
struct DatedLayout {
  /// The blocks, of which each ends on the day before the next and the last on the end of the placement.
  let blocks: [TeachingTimeline.Block]
  /// Every week with a working day in it, numbered through.
  private(set) var weeks: [TeachingTimeline.Week] = []
  /// Ten years: a placement that is longer has a mistyped end.
  private static let longest = 3660

  init(
    name: String, starts: [Day], from: Day, until: Day?, placementDays: [Weekday], workingDays: WorkingDays
  ) throws(TimelineProblem) {
    guard let until else { throw .noEnd }
    let end = max(from, until)
    guard end - from < Self.longest else { throw .tooLong(until: end, last: from + Self.longest - 1) }
    for start in starts where start <= from || start > end {
      throw .outside(block: start, from: from, until: end)
    }
    let firsts = [from] + Set(starts).sorted()
    blocks = firsts.enumerated().map { index, first in
      TeachingTimeline.Block(
        name: "\(name)-\(index + 1)", number: index + 1, first: first,
        last: index + 1 < firsts.count ? firsts[index + 1] - 1 : end)
    }
    let placement = placementDays.isEmpty ? Set(Weekday.allCases) : Set(placementDays)
    var monday = from.monday
    while monday <= end {
      let days = (0..<5).map { monday + $0 }.filter { $0 >= from && $0 <= end && workingDays.isWorking($0) }
      if let last = days.last {
        weeks.append(
          TeachingTimeline.Week(
            number: weeks.count + 1, monday: monday, lastWorkingDay: last,
            block: blocks.last { $0.first <= last }?.name ?? name,
            isPlacementWeek: days.contains { placement.contains($0.weekday) }))
      }
      monday = monday + 7
    }
  }
}
