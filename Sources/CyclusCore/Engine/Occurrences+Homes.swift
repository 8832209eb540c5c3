// To which period a number belongs of which something is on record.
extension Occurrences {
  /// The period to which a number that something is on record of belongs.
  func home(of number: Int, _ base: Int?) -> Int {
    let text = key(number).description
    let (settlement, record) = (traject.settled[text + ".held"], traject.gesprekken[text])
    let happened = record?.held.first ?? settlement?.on
    func last(_ day: Day) -> Int {
      let index = periods.lastIndex { $0.first <= day } ?? 0
      return day == settlement?.on ? begun(by: settlement?.event, index, on: day) : index
    }
    // A number is of its own period where it was due since that began, also where a pause moved its term past the end.
    // A term that a pause moved is still that of its period; on a day that ends one, that of the one that goes on.
    func due(_ day: Day) -> Int {
      let latest = last(day)
      if let base, base <= latest, periods[base].first <= day { return base }
      let ends = periods.firstIndex { day <= moved($0.last, from: $0.first) } ?? latest
      return min(latest, base == nil ? periods[ends...].firstIndex { $0.last != day } ?? latest : ends)
    }
    // What was made up after its period was due in it; what was held before the next period began was not of that.
    if let settlement, let term = settlement.due, let happened { return min(due(term), last(happened)) }
    if let flag = traject.flags.first(where: { $0.obligation == ObligationKey(key(number), .held) }) {
      return due(flag.due)
    }
    guard let day = happened ?? record?.planned?.day ?? traject.waived[text + ".held"]?.on
    else { return base ?? periods.indices.last ?? 0 }
    if let base, traject.waived[text + ".held"] != nil || base <= last(day) { return base }
    return last(day)
  }
}
