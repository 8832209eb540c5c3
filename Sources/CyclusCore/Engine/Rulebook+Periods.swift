// The periods in which things recur, as they fall for a traject.
extension Rulebook {
  /// A stretch in which something that recurs is asked.
  public struct Period: Hashable, Sendable {
    /// What is asked in it is named so, `w7` or `b2`, where it is not numbered.
    public var name: String
    /// The first day.
    public var first: Day
    /// The last day.
    public var last: Day
    /// The last working day in it.
    public var due: Day
    /// The part of a whole period that it is: a school year of which the placement takes a half asks a half.
    public var share = 1.0
    /// The event with which it began, where it began with one: what that day holds of before belongs to the period before it.
    public var began: Int?
    /// Of which kind it is; `nil` for one that was not asked for as such.
    public var kind: Recurrence.Period?

    /// Whether a day lies in it.
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }
  }

  /// The periods of a kind that are known for a traject, in order.
  public func periods(of period: Recurrence.Period, _ traject: Traject) -> [Period] {
    var periods = known(period, traject)
    for index in periods.indices { periods[index].kind = period }
    return periods
  }

  private func known(_ period: Recurrence.Period, _ traject: Traject) -> [Period] {
    switch period {
    case .weeks(let first, let last):
      weeks.filter { (first...max(first, last)).contains($0.number) }.map(\.period)
    case .week: weeks.map(\.period)
    case .everyWeeks: stretches(of: Recurrence.Choice(period))
    case .block: timeline.blocks.map { self.period("b\($0.number)", $0.first, $0.last) }
    case .schoolYear: schoolYears(traject)
    case .placement: [self.period("1", traject.from, end(of: traject))]
    case .phase(let id): times(in: id, traject)
    case .occasion: []
    }
  }

  /// The last day of a traject, known or not.
  public func end(of traject: Traject) -> Day { max(traject.from, traject.until ?? timeline.end) }

  private var weeks: [(number: Int, period: Period)] {
    timeline.weeks.filter(\.isPlacementWeek).map {
      (
        $0.number,
        Period(name: "w\($0.number)", first: $0.monday, last: $0.monday + 6, due: $0.lastWorkingDay)
      )
    }
  }

  /// Stretches of some teaching weeks; one of which no week is spent at the workplace is not asked, as with a single week.
  private func stretches(of choice: Recurrence.Choice) -> [Period] {
    var found: [Period] = []
    for week in weeks {
      let name = "w\(choice.firstWeek(with: week.number))"
      if found.last?.name == name {
        found[found.count - 1].last = week.period.last
        found[found.count - 1].due = week.period.due
      } else {
        found.append(week.period)
        found[found.count - 1].name = name
      }
    }
    return found
  }

  private func period(_ name: String, _ first: Day, _ last: Day) -> Period {
    Period(name: name, first: first, last: last, due: max(first, workingDays.onOrBefore(last)))
  }

  /// School years run from 1 August to 31 July; the first and the last only as far as the placement lies in them.
  private func schoolYears(_ traject: Traject) -> [Period] {
    let end = end(of: traject)
    var years: [Period] = []
    var year = SchoolYear(of: traject.from)
    while year.first <= end, years.count < 60 {
      var found = period("\(years.count + 1)", max(year.first, traject.from), min(year.last, end))
      found.share = Double(found.last - found.first + 1) / Double(year.last - year.first + 1)
      years.append(found)
      year = SchoolYear(year: year.year + 1)
    }
    return years
  }

  /// Each time in a phase lasts until it is entered again, the last one until the end of the traject.
  private func times(in phase: String, _ traject: Traject) -> [Period] {
    let entries = traject.entries(of: phase)
    return entries.enumerated().map { index, entry in
      let next = entries.indices.contains(index + 1) ? entries[index + 1].on - 1 : end(of: traject)
      var time = period("\(index + 1)", entry.on, max(entry.on, next))
      time.began = entry.event
      return time
    }
  }
}

extension Traject {
  /// The days on which a phase was entered, each with the event of passing to it; the first phase is there from the start.
  fileprivate func entries(of phase: String) -> [(on: Day, event: Int?)] {
    var rounds: [String: Int] = [:]
    var passed: Int?
    var found: [(on: Day, event: Int?)] = []
    for entry in entered {
      if entry.phase == phase { found.append((entry.on, passed)) }
      rounds[entry.phase, default: 0] += 1
      let left = ItemKey(entry.phase, round: rounds[entry.phase] ?? 1)
      passed = settled[ObligationKey(left, .advanced).description]?.event
    }
    return found
  }
}
